"""Reading a calendar day from the forms that headers, datelines and metadata use.

Only what is written is read: a date without a year, an ambiguous ``10/11/2023`` and an impossible
``0000-01-01`` give ``None``.  The day is the one written; no time zone is applied to it, because a
newsroom dates its reports by its own clock.
"""

import re
from dataclasses import dataclass
from datetime import date

#: Days outside these years are defaults of some program (0001, 0000, 9999), not days of
#: publication: no news text was born before the telegraph, and none comes from the next century.
FIRST_YEAR, LAST_YEAR = 1840, 2100

#: Two digits from here up mean 19xx, below 20xx: the pivot of POSIX (strptime(3), ``%y``).
CENTURY_PIVOT = 69

#: Longest metadata value that can be a date ("Wednesday, September 27th, 2023 at 11:59:59 PM …").
MAX_DATE_CHARS = 80

# fmt: off
MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)
# fmt: on
#: The first three letters tell the month in every abbreviation.
_MONTH_NUMBERS = {name[:3]: number for number, name in enumerate(MONTHS, start=1)}

MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
WEEKDAY = (
    r"(?:mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?"
    r"|sat(?:urday)?|sun(?:day)?)"
)
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_GAP = "[ \u00a0\u2009\u202f]{1,2}"
#: Two digits are a year only where the date plainly ends: in "14 March 10 people" they are not.
_YEAR = r"(?:\d{4}(?!\d)|'?\d{2}(?=\s*(?:\Z|[(),;/\]–—-])))"

#: A date in words or in ISO form; the year may be missing.
WRITTEN_DATE = re.compile(
    rf"(?<![\w-])(?:{WEEKDAY}\b\.?,?{_GAP})?(?:"
    r"(?P<iso>\d{4}-\d\d-\d\d)(?![\d-])"
    rf"|(?P<day1>{_DAY})(?:{_GAP}(?:of )?|-)(?P<month1>{MONTH})\b\.?(?:(?:,?{_GAP}|-)(?P<year1>{_YEAR}))?"
    rf"|(?P<month2>{MONTH})\b\.?{_GAP}(?P<day2>{_DAY})\b(?:,?{_GAP}(?P<year2>\d{{4}})(?!\d))?"
    r")",
    re.IGNORECASE,
)

_NUMERIC = re.compile(r"(?<!\d)(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?!\d)")
_YEAR_FIRST = re.compile(r"(?<!\d)(\d{4})([/.])(\d{1,2})\2(\d{1,2})(?!\d)")
_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T?\d{4,6}Z?)?\Z")
_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?![\d-])")


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A date found in running text: ``[start, end)`` in that text, and the day if it is whole."""

    start: int
    end: int
    day: date | None


def read_date(value: str) -> date | None:
    """Read a metadata value or header field that is said to be a date.

    Understood: ISO 8601 with or without a time, ``20231027``, ``2023/10/27``, ``27 October 2023``,
    ``Oct. 27, 2023``, RFC 2822, ``27.10.2023``, and ``27/10/2023`` where only one of the two
    numbers can be a month.

    Returns:
        The day as written, or ``None`` where the value is no whole, possible, unambiguous date.
    """
    value = value.strip()
    if not value or len(value) > MAX_DATE_CHARS:
        return None
    for pattern in (_ISO, _COMPACT):
        if match := pattern.match(value):
            return _day(*match.groups()[:3])
    if match := _YEAR_FIRST.search(value):
        return _day(match[1], match[3], match[4])
    if match := _NUMERIC.search(value):
        return _numeric(match)
    found = find_date(value)
    return found.day if found else None


def find_date(text: str, start: int = 0, end: int | None = None) -> WrittenDate | None:
    """Find the first date in words or ISO form within ``text[start:end]``."""
    match = WRITTEN_DATE.search(text, start, len(text) if end is None else end)
    return None if match is None else written(match)


def written(match: re.Match[str]) -> WrittenDate:
    """Turn a match of ``WRITTEN_DATE`` into its extent and day."""
    if match["iso"]:
        day = _day(*match["iso"].split("-"))
    else:
        year = match["year1"] or match["year2"]
        month = match["month1"] or match["month2"]
        number = match["day1"] or match["day2"]
        day = _day(_full_year(year), _month(month), number.rstrip("stndrhSTNDRH")) if year else None
    return WrittenDate(match.start(), match.end(), day)


def _month(name: str) -> int:
    return _MONTH_NUMBERS[name[:3].lower()]


def _full_year(year: str) -> int:
    digits = year.lstrip("'")
    number = int(digits)
    if len(digits) == 4:
        return number
    return number + (1900 if number >= CENTURY_PIVOT else 2000)


def _numeric(match: re.Match[str]) -> date | None:
    """Read ``27/10/2023``: dots are day first everywhere, other marks only if unambiguous."""
    first, mark, second, year = match.groups()
    if mark == "." or int(first) > 12 or first == second:
        return _day(year, second, first)
    if int(second) > 12:
        return _day(year, first, second)
    return None


def _day(year: str | int, month: str | int, day: str | int) -> date | None:
    if not FIRST_YEAR <= int(year) <= LAST_YEAR:
        return None
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
