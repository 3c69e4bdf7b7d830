"""What one line above a report is: field, day, byline, address, or none of these."""

import re
from functools import cache
from typing import Literal

from dateline.intake.dateline import is_agency, is_listed_agency
from dateline.intake.dates import MONTH, WEEKDAY, WRITTEN_DATE, find_date, read_date
from dateline.intake.lines import Line
from dateline.intake.words import word_list
from dateline.lexicons.load import load_table

LineKind = Literal["field", "note", "day", "byline", "address"]

#: Longest line that can be a day, byline or note.
MAX_SHORT_LINE = 120

#: Words of a publisher's name ("Ministry of Foreign Affairs of the Republic of Mali" is no outlet).
MAX_PUBLISHER_WORDS = 6

#: Words of a byline that stands above the headline; more would be a headline that begins "By".
MAX_LEADING_BYLINE_WORDS = 6

#: Words of a line that is nothing but the name of an agency, or nothing but a label.
MAX_NAME_WORDS = 3

_FIELD = re.compile(r"([A-Za-z][A-Za-z -]{0,24}?)[ \u00a0]*:\s*")
_BYLINE = re.compile(r"(?P<by>by|from)\s+(?P<who>\S.*)\Z", re.IGNORECASE | re.DOTALL)
_ADDRESS = re.compile(r"<?https?://\S+\Z", re.IGNORECASE)
_NOTE = re.compile(
    r"\((?:adds|recasts|corrects|updates|changes|clarifies|refiles|repeats|writes|rewrites)\b[^()]*\)\Z"
    r"|(?:abstract|full text|body|text)[.:]?\Z",
    re.IGNORECASE,
)
_DAY_WORD = re.compile(
    rf"(?:{MONTH}|{WEEKDAY}|\d{{1,4}}(?:st|nd|rd|th)?|[ap]\.?m|hrs?|h|z|t|published|posted|updated|first|last"
    r"|issued|on|at|time|date|edited|gmt|utc|bst|ist|eat|cat|wat|est|edt|cst|cdt|mst|mdt|pst|pdt"
    r"|et|ct|mt|pt|cet|cest|eet|eest|msk|local)",
    re.IGNORECASE,
)
_THREE_NUMBERS = re.compile(r"\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{2,4}\b")
_TOKEN = re.compile(r"\w+(?:\.\w+)*|[^\w\s]")
_DAY_MARKS = frozenset(".,:;/|-–—·•()@+")


def line_kind(text: str, line: Line, *, titled: bool) -> LineKind | None:
    """Say what a line above the body is.

    Args:
        text: The report.
        line: The line.
        titled: The headline stands above it.  Where it does not, a line that begins "By" or names
            an agency is only taken for a byline if it can hardly be a headline.
    """
    if find_field(text, line) is not None:
        return "field"
    words = text[line.start : line.end]
    if _ADDRESS.match(words):
        return "address"
    if len(words) > MAX_SHORT_LINE:
        return None
    if _NOTE.match(words) or is_label(words):
        return "note"
    if is_date_line(words):
        return "day"
    if is_byline(words, leading=not titled) or is_agency_line(words, leading=not titled):
        return "byline"
    return None


@cache
def _fields() -> dict[str, str]:
    return {row["key"]: row["field"] for row in load_table("header_fields")}


def find_field(text: str, line: Line) -> tuple[str, str, int] | None:
    """Read a line as ``Key: value``.

    Returns:
        What the key stands for (``header_fields.tsv``), the value, and where the value begins;
        ``None`` if the line has no key that we know, or the value is not of the kind it promises.
    """
    match = _FIELD.match(text, line.start, line.end)
    if not match:
        return None
    what = _fields().get(" ".join(match[1].casefold().replace("-", " ").split()))
    value = text[match.end() : line.end]
    return (what, value, match.end()) if what is not None and _fits(what, value) else None


def _fits(what: str, value: str) -> bool:
    """Say whether the value is of the kind that the key promises.

    "Issued: by whom" tells no day, and "Source: army to leave the town" is a headline.
    """
    if not value:
        return True
    if what in ("published", "updated"):
        return any(character.isdigit() for character in value)
    return what != "publisher" or len(value.split()) <= MAX_PUBLISHER_WORDS


def is_label(words: str) -> bool:
    """Say whether a line is a label above the headline: ``BREAKING NEWS``, ``Live updates``."""
    parts = words.casefold().rstrip(":").split()
    return 0 < len(parts) <= MAX_NAME_WORDS and word_list("no-places").issuperset(parts)


def is_date_line(words: str) -> bool:
    """Say whether a line holds a day, perhaps a time and words such as "Updated", and no more."""
    if not _is_of_day_words(words):
        return False
    return bool(find_date(words) or read_date(words) or _THREE_NUMBERS.match(words))


def _is_of_day_words(words: str) -> bool:
    tokens = _TOKEN.findall(words)
    return any(token[0].isdecimal() for token in tokens) and all(
        token in _DAY_MARKS or _DAY_WORD.fullmatch(token) for token in tokens
    )


def is_byline(words: str, *, leading: bool = False) -> bool:
    """Say whether a line is ``By Jane Doe``, ``By JANE DOE in Cairo | 2 May 2024``.

    Args:
        words: The line.
        leading: No headline stands above it; a long line is then rather a headline.
    """
    match = _BYLINE.match(words)
    if not match or (words.endswith((".", "!", "?", ":", ";")) and not words.endswith("Jr.")):
        return False
    who = _without_day(match["who"])
    names = re.findall(r"[^\s,|;/&()]+", who)
    if not names or re.match(rf"(?:{MONTH}|{WEEKDAY})\b", who, re.IGNORECASE):
        return False
    if leading and (len(names) > MAX_LEADING_BYLINE_WORDS or match["by"].lower() == "from"):
        return False
    small = word_list("byline-small")
    return any(name[0].isupper() for name in names) and all(
        name[0].isupper() or "@" in name or name.lower() in small for name in names
    )


def _without_day(who: str) -> str:
    """Cut off a day, with a time perhaps, that ends a byline."""
    day = WRITTEN_DATE.search(who)
    if day and day.start() and _is_of_day_words(who[day.start() :]):
        return who[: day.start()].rstrip(" ,|•·–—-")
    return who


def is_agency_line(words: str, *, leading: bool = False) -> bool:
    """Say whether a line is nothing but the name of an agency: ``Reuters``, ``(AFP)``.

    Args:
        words: The line.
        leading: No headline stands above it; only listed names count then, because "Rebels seize
            post" is a headline.
    """
    name = words.strip("()[]–—- ")
    known = is_listed_agency(name) if leading else is_agency(name)
    return known and name[:1].isupper() and len(name.split()) <= MAX_NAME_WORDS
