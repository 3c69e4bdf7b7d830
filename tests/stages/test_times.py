"""Times: which words are one, and which days they are (published Friday 27 October 2023)."""

import re
from datetime import date
from importlib import resources

import pytest

from dateline.records import Precision, Time, TimexType
from dateline.stages.times_calendar import move

DAY = date(2023, 10, 27)


@pytest.fixture
def times(read):
    """Give the times of a text; ``published`` may be left out with ``None``."""

    def find(text: str, *, published: date | None = DAY) -> tuple[Time, ...]:
        return read(text, published=published, upto="find_times").records(Time)

    return find


# text, words of the time, value, first day, day after the last, why it is in the table
DATES = [
    ("Rebels came on Oct. 4.", "Oct. 4", "2023-10-04", "2023-10-04", "2023-10-05", "agency style"),
    ("They left on 4 October 2022.", "4 October 2022", "2022-10-04", "2022-10-04", "2022-10-05",
     "day before month"),
    ("The order is dated 2022-10-04.", "2022-10-04", "2022-10-04", "2022-10-04", "2022-10-05",
     "ISO date, which the parser cuts in five"),
    ("The order is dated 24/10/2022.", "24/10/2022", "2022-10-24", "2022-10-24", "2022-10-25",
     "only one reading is possible"),
    ("A cable of 7 SEP 89 names him.", "7 SEP 89", "1989-09-07", "1989-09-07", "1989-09-08",
     "telegram style"),
    ("They met on Thursday, 26 October.", "Thursday, 26 October", "2023-10-26", "2023-10-26",
     "2023-10-27", "weekday and date are one time"),
    ("The camp opened in May 2019.", "May 2019", "2019-05", "2019-05-01", "2019-06-01", "month"),
    ("The camp opened in 2019.", "2019", "2019", "2019-01-01", "2020-01-01", "year"),
    ("The party was banned in the 1980s.", "the 1980s", "198", "1980-01-01", "1990-01-01",
     "decade"),
    ("The fort dates from the 18th century.", "the 18th century", "17", "1700-01-01",
     "1800-01-01", "century"),
    ("Losses fell in the first quarter of last year.", "the first quarter of last year",
     "2022-Q1", "2022-01-01", "2022-04-01", "a part of a relative whole is one time"),
    ("Losses fell in Q3 2022.", "Q3 2022", "2022-Q3", "2022-07-01", "2022-10-01", "letter code"),
    ("It rained in the first half of 2022.", "the first half of 2022", "2022-H1", "2022-01-01",
     "2022-07-01", "half-year"),
    ("The dam broke last summer.", "last summer", "2023-SU", "2023-06-01", "2023-09-01", "season"),
    ("Police came on Thursday.", "Thursday", "2023-10-26", "2023-10-26", "2023-10-27",
     "a weekday is the last one"),
    ("Police came on Friday.", "Friday", "2023-10-27", "2023-10-27", "2023-10-28",
     "the day of writing itself"),
    ("Police will come on Thursday.", "Thursday", "2023-11-02", "2023-11-02", "2023-11-03",
     "future tense"),
    ("A vote is scheduled for Monday.", "Monday", "2023-10-30", "2023-10-30", "2023-10-31",
     "a passive that schedules"),
    ("The talks open on Monday.", "Monday", "2023-10-30", "2023-10-30", "2023-10-31",
     "the present tense with a date is arranged"),
    ("The army says on Thursday that it won.", "Thursday", "2023-10-26", "2023-10-26",
     "2023-10-27", "but not that of verbs of speech"),
    ("He fled last Friday.", "last Friday", "2023-10-20", "2023-10-20", "2023-10-21",
     "last excludes today"),
    ("He was killed in December.", "December", "2022-12", "2022-12-01", "2023-01-01",
     "a month still to come this year is last year's"),
    ("They will meet again in January.", "January", "2024-01", "2024-01-01", "2024-02-01",
     "and next year's in the future tense"),
    ("Shells fell yesterday.", "yesterday", "2023-10-26", "2023-10-26", "2023-10-27", "deictic"),
    ("Shells fell two days ago.", "two days ago", "2023-10-25", "2023-10-25", "2023-10-26", "ago"),
    ("Shells fell three weeks ago.", "three weeks ago", "2023-W40", "2023-10-02", "2023-10-09",
     "weeks ago are a week, not a day"),
    ("Shells fell last week.", "last week", "2023-W42", "2023-10-16", "2023-10-23", "ISO week"),
    ("Shells fell earlier this month.", "earlier this month", "2023-10", "2023-10-01",
     "2023-10-28", "clipped at the day of writing"),
    ("Shells fell on Monday morning.", "Monday morning", "2023-10-23TMO", "2023-10-23",
     "2023-10-24", "part of a day"),
    ("Shells fell overnight.", "overnight", "2023-10-27TNI", "2023-10-26", "2023-10-28",
     "the night may have begun the day before"),
    ("Shells fell at 3:30 a.m. on Oct. 25.", "3:30 a.m. on Oct. 25", "2023-10-25T03:30",
     "2023-10-25", "2023-10-26", "clock and day are one time"),
    ("Shells fell around 2 pm local time.", "around 2 pm local time", "2023-10-27T14:00",
     "2023-10-27", "2023-10-28", "zone words belong to the time"),
    ("Shells fell at 0430 GMT.", "0430 GMT", "2023-10-27T04:30Z", "2023-10-27", "2023-10-28",
     "universal time"),
    ("Talks were held between 4 and 6 October.", "between 4 and 6 October",
     "2023-10-04/2023-10-06", "2023-10-04", "2023-10-07", "both ends are within"),
    ("Talks were held on Oct. 4-6.", "Oct. 4-6", "2023-10-04/2023-10-06", "2023-10-04",
     "2023-10-07", "range by hyphen"),
    ("He ruled from May to July 2021.", "from May to July 2021", "2021-05/2021-07", "2021-05-01",
     "2021-08-01", "the first end takes the year of the last"),
    ("ON 5 SEPTEMBER REBELS KILLED TWO.", "5 SEPTEMBER", "2023-09-05", "2023-09-05",
     "2023-09-06", "text in capitals"),
    ("on monday police arrested two.", "monday", "2023-10-23", "2023-10-23", "2023-10-24",
     "text in small letters"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "value", "start", "end", "why"), DATES)
def test_dates_are_found_and_placed(times, text, words, value, start, end, why):
    (time,) = times(text)
    assert (time.span.text, time.value) == (words, value), why
    assert (str(time.start), str(time.end)) == (start, end), why


# text, words, value, first day, day after the last, opens to the left, to the right
OPEN = [
    ("The road has been shut since the 4th.", "since the 4th", "2023-10-04", "2023-10-04", None,
     False, True),
    ("The road was open until Thursday.", "until Thursday", "2023-10-26", None, "2023-10-27",
     True, False),
    ("Nobody came after 1 March 2022.", "after 1 March 2022", "2022-03-01", "2022-03-02", None,
     False, True),
    ("Nobody came before 2019.", "before 2019", "2019", None, "2019-01-01", True, False),
    ("The work ends by the end of the year.", "by the end of the year", "2023", None,
     "2024-01-01", True, False),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "value", "start", "end", "left", "right"), OPEN)
def test_signals_open_an_interval(times, text, words, value, start, end, left, right):
    (time,) = times(text)
    assert (time.span.text, time.value) == (words, value)
    assert (time.start and str(time.start), time.end and str(time.end)) == (start, end)
    assert (time.open_start, time.open_end) == (left, right)


# text, words, TIMEX3 type, value, mod
NO_POINTS = [
    ("The siege lasted 20 years.", "20 years", TimexType.DURATION, "P20Y", None),
    ("The siege lasted for three days.", "three days", TimexType.DURATION, "P3D", None),
    ("A six-week siege ended.", "six-week", TimexType.DURATION, "P6W", None),
    ("The siege lasted a decade.", "a decade", TimexType.DURATION, "P1DE", None),
    ("The siege lasted half an hour.", "half an hour", TimexType.DURATION, "PT30M", None),
    ("The siege lasted several weeks.", "several weeks", TimexType.DURATION, "PXW", None),
    ("It lasted more than 20 years.", "more than 20 years", TimexType.DURATION, "P20Y",
     "MORE_THAN"),
    ("It lasted nearly two decades.", "nearly two decades", TimexType.DURATION, "P2DE",
     "LESS_THAN"),
    ("Police search it every Friday.", "every Friday", TimexType.SET, "XXXX-WXX-5", None),
    ("Police search it each year.", "each year", TimexType.SET, "P1Y", None),
    ("The market is searched daily.", "daily", TimexType.SET, "P1D", None),
    ("The market is searched twice a week.", "twice a week", TimexType.SET, "P1W", None),
    ("It was mined in recent weeks.", "recent weeks", TimexType.DATE, "PAST_REF", None),
    ("The road is currently shut.", "currently", TimexType.DATE, "PRESENT_REF", None),
    ("It opens in the coming days.", "the coming days", TimexType.DATE, "FUTURE_REF", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "kind", "value", "mod"), NO_POINTS)
def test_durations_sets_and_vague_times_have_no_days(times, text, words, kind, value, mod):
    (time,) = times(text)
    assert (time.span.text, time.type, time.value, time.mod) == (words, kind, value, mod)
    assert time.start is None and time.end is None


def test_a_duration_up_to_the_day_of_writing_has_days(times):
    (time,) = times("Ten people died in the past 24 hours.")
    assert (time.type, time.value) == (TimexType.DURATION, "PT24H")
    assert (time.start, time.end) == (date(2023, 10, 26), date(2023, 10, 28))


# text, values in order: what is counted from the time told before
TOLD = [
    ("Troops came on 3 May 2022. Two days earlier a bridge fell.", ["2022-05-03", "2022-05-01"]),
    ("Troops came on 3 May 2022. The next day they left.", ["2022-05-03", "2022-05-04"]),
    ("Troops came on 3 May 2022. The same day they left.", ["2022-05-03", "2022-05-03"]),
    ("Troops came on 3 May 2022. They left the following month.", ["2022-05-03", "2022-06"]),
    ("On May 5, 2011, rebels came. On May 9 they left.", ["2011-05-05", "2011-05-09"]),
    ("Sales fell in January, against the same month a year ago.", ["2023-01", "2022-01"]),
    ("He spoke on Thursday. Rebels had struck on Monday, and the mayor fled the day before.",
     ["2023-10-26", "2023-10-23", "2023-10-25"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "values"), TOLD)
def test_relative_times_count_from_the_time_told_before(times, text, values):
    assert [time.value for time in times(text)] == values


# text without a time, and what might be taken for one
NOT_TIMES = [
    ("They may march.", "modal verb and verb"),
    ("Mr. May met June Smith.", "names of months as names of people"),
    ("About 2000 people fled.", "a count of people"),
    ("They counted 1,200 dead.", "a number with a comma"),
    ("A second attack hit the town.", "an ordinal that is also a unit"),
    ("The Sunday Times wrote about it.", "a newspaper"),
    ("The president, Sunday Okafor, spoke.", "a first name"),
    ("The 4th Brigade took the town.", "an ordinal that counts"),
    ("Call 555-2023 for help.", "a telephone number"),
    ("The order is dated 10/04/2022.", "two readings are possible"),
    ("A 10-year-old boy was hurt.", "an age is no time of an event"),
    ("Flight 1990 was turned back.", "a number of a flight"),
    ("The fall of the town was swift.", "a noun that is also a season"),
    ("Reporters of USA Today were there.", "a newspaper"),
    ("The victims of Bloody Sunday were named.", "a named event"),
    ("A night watchman saw it.", "a unit that is part of a trade"),
    ("The general is in his 80s.", "an age"),
]


@pytest.mark.parametrize(("text", "why"), NOT_TIMES)
def test_what_only_looks_like_a_time_is_left_out(times, text, why):
    assert [time.span.text for time in times(text)] == [], why


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Shells fell yesterday.", "XXXX-XX-XX"),
        ("Shells fell on Thursday.", "XXXX-WXX-4"),
        ("Shells fell on 4 October.", "XXXX-10-04"),
        ("Shells fell on Monday morning.", "XXXX-WXX-1TMO"),
    ],
)
def test_without_a_day_of_writing_nothing_is_guessed(times, text, value):
    (time,) = times(text, published=None)
    assert (time.value, time.start, time.end, time.anchor) == (value, None, None, None)
    assert "day of writing" in time.reason


def test_full_dates_need_no_day_of_writing(times):
    (time,) = times("Shells fell on 4 October 2022.", published=None)
    assert time.start == date(2022, 10, 4)


def test_a_day_that_no_calendar_has_is_found_but_not_placed(times):
    (time,) = times("The order is dated 31 February 2022.")
    assert (time.value, time.start) == (None, None)
    assert "calendar" in time.reason


def test_the_dateline_is_the_day_of_writing(times):
    text = "Town falls to rebels\n\nNARVA, 25 October 2023 (Test Wire) - Rebels came on Wednesday."
    dateline, wednesday = times(text, published=date(2023, 10, 27))
    assert dateline.span.text == "25 October 2023"
    assert (wednesday.value, wednesday.anchor) == ("2023-10-25", "dateline 2023-10-25")


@pytest.mark.parametrize(
    ("text", "precision"),
    [
        ("It fell on Monday.", Precision.DAY),
        ("It fell last week.", Precision.WEEK),
        ("It fell last month.", Precision.MONTH),
        ("It fell last spring.", Precision.SEASON),
        ("It fell last year.", Precision.YEAR),
        ("It fell in the 1980s.", Precision.DECADE),
        ("It fell at noon.", Precision.HOUR),
        ("It fell at dawn.", Precision.PART_OF_DAY),
        ("It fell in recent weeks.", Precision.VAGUE),
        ("It lasted a week.", None),
    ],
)
def test_precision_is_the_finest_unit_named(times, text, precision):
    (time,) = times(text)
    assert time.precision is precision


ODD = [
    "", "   ", "!!!", "😀 😀 2023", "a\r\nb on\r\nMonday\r\n", "في يوم الاثنين 3 أكتوبر 2023",
    "x" * 1000 + " on Monday", "\x01 on May 5", "99 Oct. 0 May 0000", "99999999999 days ago.",
    "2023-13-45 12:99 25:00 13/13/2023", "- - , , the the", "year " * 300, "since since until 2019",
    "the 31st of the 31st the 99th", "between between and and from from to to May May",
    "two years after 9998-12-31. A thousand centuries ago. in 9999-12-31",
]  # fmt: skip


@pytest.mark.parametrize("text", ODD)
@pytest.mark.parametrize("published", [None, DAY, date.min, date.max])
def test_odd_input_never_raises_and_intervals_are_in_order(times, text, published):
    for time in times(text, published=published):
        assert text[time.span.start : time.span.end] == time.span.text
        assert not (time.start and time.end) or time.start < time.end


def test_every_unit_of_the_patterns_can_be_counted():
    """ "That summer" once had a unit that no calendar counts by, and ended the run."""
    text = resources.files("dateline").joinpath("lexicons/times.yml").read_text("utf-8")
    counted = [line for line in text.split("\n") if "- long" not in line and "same:" not in line]
    units = {
        unit
        for found in re.findall(r"\bunit:([a-z|]+)", "\n".join(counted))
        for unit in found.split("|")
    }
    assert "week" in units
    assert [unit for unit in sorted(units) if move(date(2024, 3, 14), unit, 1) is None] == []


def test_that_summer_is_a_season(read):
    doc = read("That summer they met again.", published=date(2024, 3, 14), upto="find_times")
    assert [time.value for time in doc.records(Time)] == ["2023-SU"]
