"""Records as rows of short words: times, counts, grounds, voices."""

import pytest

from dateline.export.rows import (
    COLUMNS,
    Names,
    cells,
    event_rows,
    one_line,
    range_words,
    time_words,
    toll_words,
)
from dateline.records import Basis, EventType, Precision, Status, TimexType, TollKind
from tests.by_hand import Made

TEXT = (
    "Raiders attacked a convoy\nnear Gao on Monday with rockets, an official said."
    " The Hill Front claimed it. Twelve soldiers and 40 civilians died."
)

TIMES = [
    ("2024-03-04", "2024-03-05", {}, "2024-03-04 (day)"),
    ("2024-03-01", "2024-04-01", {"value": "2024-03", "precision": Precision.MONTH}, "2024-03 (month)"),
    ("2024-03-18", "2024-03-25", {"value": "2024-W12", "precision": Precision.WEEK}, "2024-W12 (week)"),
    ("2024-12-30", "2025-01-06", {"value": "2025-W01", "precision": Precision.WEEK},
     "2024-12-30–2025-01-05 (week)"),  # the week's year is not the year of its Monday
    ("2020-01-01", "2030-01-01", {"value": "202", "precision": Precision.DECADE},
     "2020-01-01–2029-12-31 (decade)"),
    ("2024-03-02", "2024-03-06", {"value": "2024-03-02/2024-03-06"}, "2024-03-02–2024-03-05 (day)"),
    ("2024-03-02", "2024-03-03", {"value": "2024-03-02/2024-03-03"}, "2024-03-02 (day)"),
    ("2023-10-18", None, {}, "since 2023-10-18 (day)"),
    (None, "2023-10-18", {}, "before 2023-10-18 (day)"),
    ("2024-03-01", "2024-04-01", {"value": "2024-03", "precision": Precision.MONTH, "mod": "START"},
     "2024-03 (month, start)"),
    ("2024-03-04", "2024-03-05", {"precision": None}, "2024-03-04"),
    ("2024-03-04", "2024-03-05", {"value": "2024-03-04TEV", "precision": Precision.PART_OF_DAY},
     "2024-03-04 evening (part of day)"),
    ("2024-03-04", "2024-03-05", {"value": "2024-03-04T10:30", "precision": Precision.HOUR},
     "2024-03-04 10:30 (hour)"),
    ("2024-06-01", "2024-09-01", {"value": "2024-SU", "precision": Precision.SEASON},
     "2024 summer (season)"),
    (None, None, {"precision": None}, "“Monday”"),  # nothing to resolve it against: its own words
    (None, None, {"type": TimexType.DURATION, "value": "P1D", "precision": None}, "“Monday”"),
]  # fmt: skip


@pytest.mark.parametrize(("start", "end", "values", "words"), TIMES, ids=[row[3] for row in TIMES])
def test_a_time_in_words(
    start: str | None, end: str | None, values: dict[str, object], words: str
) -> None:
    assert time_words(Made(TEXT).time("Monday", start, end, **values)) == words


RANGES = [
    (12, 12, 12, "12"),
    (0, 0, 0, "0"),
    (1200, 1200, 1200, "1,200"),
    (6, 6, None, "≥6"),
    (None, 50, 50, "≤50"),
    (24, None, 99, "24–99"),
    (10, 12, 15, "10–15"),
    (None, 2000, None, "~2,000"),
    (None, None, None, "?"),
]


@pytest.mark.parametrize(("low", "best", "high", "words"), RANGES)
def test_a_count_in_words(low: int | None, best: int | None, high: int | None, words: str) -> None:
    assert range_words(low, best, high) == words


def test_a_toll_in_words_names_whom_it_counts() -> None:
    made = Made(TEXT)
    toll = made.toll("Twelve", low=12, best=12, high=12)
    assert toll_words(toll) == "12 killed"
    injured = made.toll("40", TollKind.INJURED, best=40, group=made.span("40 civilians"))
    assert toll_words(injured) == "~40 injured (40 civilians)"


@pytest.mark.parametrize(
    ("basis", "words"),
    [
        (Basis.STATED, "Raiders"),
        (Basis.CLAIMED, "Raiders (as claimed)"),
        (Basis.ACCUSED, "Raiders (as accused)"),
        (Basis.POSSIBLE, "Raiders (suspected)"),
    ],
)
def test_the_ground_stands_behind_an_actor(basis: Basis, words: str) -> None:
    made = Made(TEXT)
    raiders = made.actor("Raiders")
    made.event("attacked", "Raiders attacked a convoy", actors=[(raiders, basis)])
    (row,) = event_rows(made.record())
    assert row.who == words


def test_each_voice_has_a_name() -> None:
    made = Made(TEXT)
    official = made.actor("an official")
    made.attribution("Raiders attacked", speaker=official.id, source="an official")
    made.attribution("attacked a convoy", source="an official")
    made.attribution("near Gao")
    names = Names(made.record())
    assert names.voice(None) == "reporter"
    assert names.voice("att-Raiders attacked") == "an official"
    assert names.voice("att-attacked a convoy") == "an official"
    assert names.voice("att-near Gao") == "source not named"


def test_a_row_holds_all_that_the_event_says() -> None:
    made = Made(TEXT)
    raiders, front = made.actor("Raiders"), made.actor("The Hill Front")
    gao = made.place("Gao")
    monday = made.time("Monday", "2024-03-04", "2024-03-05")
    official = made.actor("an official")
    said = made.attribution("Raiders attacked a convoy", speaker=official.id)
    made.event(
        "attacked",
        "Raiders attacked a convoy\nnear Gao",
        actors=[raiders, (front, Basis.CLAIMED)],
        targets=["a convoy\nnear Gao"],
        mode=("drone", "rocket"),
        series=True,
        place=gao.id,
        time=monday.id,
        toll=(made.toll("Twelve", low=12, best=12, high=12),),
        attributed_to=said.id,
    )
    (row,) = event_rows(made.record())
    assert dict(zip(COLUMNS, cells(row), strict=True)) == {
        "#": "1",
        "what": "ASSAULT drone,rocket (series)",
        "who": "Raiders, The Hill Front (as claimed)",
        "to whom": "a convoy near Gao",
        "where": "Gao",
        "when": "2024-03-04 (day)",
        "toll": "12 killed",
        "status": "actual",
        "on whose word": "an official",
    }
    assert row.evidence == made.span("Raiders attacked a convoy\nnear Gao")


def test_an_empty_field_is_a_dash() -> None:
    made = Made(TEXT)
    made.event("attacked", "Raiders attacked a convoy", EventType.ASSAULT, status=None)
    (row,) = event_rows(made.record())
    assert cells(row)[2:] == ("–", "–", "–", "–", "–", "–", "reporter")


def test_rows_are_numbered_in_the_order_of_the_record() -> None:
    made = Made(TEXT)
    made.event("attacked", "Raiders attacked a convoy")
    made.event("died", "40 civilians died", status=Status.DENIED)
    assert [row.number for row in event_rows(made.record())] == ["1", "2"]
    assert event_rows(Made(TEXT).record()) == ()


def test_coded_values_in_words() -> None:
    made = Made(TEXT)
    gao = made.place("Gao")
    names = Names(made.record())
    assert names.value("place", gao.id) == "Gao"
    assert names.value("sectors", ("GOV", "MIL")) == "GOV, MIL"
    assert names.value("mode", ()) == "–"
    assert names.value("series", True) == "yes"
    assert names.value("status", Status.ONGOING) == "ongoing"


def test_white_space_never_breaks_a_cell() -> None:
    assert one_line(" a\tb\r\nc\u2028d ") == "a b c d"
