"""Words of time: a sentence as the time grammar sees it.

spaCy's tokens are cut further where a hyphen or a stroke joins parts ("mid-2021", "2015–2019"), and
ISO dates that spaCy cuts are joined, so that one pattern serves all spellings.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from dateline.lexicons.load import load_table

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Longest token that can be a word of time; longer ones are addresses or junk.
LONGEST_WORD = 24


@dataclass(frozen=True, slots=True)
class Word:
    """One word with its place in the report and the classes of the grammar that it can have.

    ``token`` is the spaCy token that holds it; ``atoms`` maps class to value; ``glued`` says that
    no blank stands before it.
    """

    text: str
    lower: str
    start: int
    end: int
    token: "Token"
    atoms: dict[str, str]
    glued: bool


@cache
def word_classes() -> dict[str, dict[str, str]]:
    """Read ``times_words.tsv``: word → class → value."""
    found: dict[str, dict[str, str]] = {}
    for row in load_table("times_words"):
        found.setdefault(row["word"], {})[row["class"]] = row["value"]
    return found


#: Classes whose words alone make it worth looking for a time.
NUCLEUS_CLASSES = frozenset(
    {
        "MONTH", "WEEKDAY", "WEEKDAYS", "WEEKDAYABBR", "UNIT", "DEICTIC", "PART", "TWILIGHT",
        "SEASON", "DECADE", "NUCLEUS", "LONGWORD",
    }
)  # fmt: skip


@cache
def nuclei() -> frozenset[str]:
    """Give the lower-case words around which times are looked for."""
    classed = {
        word for word, classes in word_classes().items() if not NUCLEUS_CLASSES.isdisjoint(classes)
    }
    return frozenset(classed)


_ISO = re.compile(r"\d{4}-\d\d-\d\d(?![\w-])")
_PIECES = re.compile(r"[^\W\d_]+\.?|\d+(?:st|nd|rd|th|s)?|[^\w\s]|_", re.IGNORECASE)
_JOINTS = frozenset("-–—/")
_GLUED_MONTH = re.compile(r"[A-Za-z]{3,4}\.\d{1,2}")


def read_words(text: str, tokens: "Iterable[Token]") -> list[Word]:
    """Cut neighbouring tokens of the parse of a text into words of time.

    Args:
        text: The whole text: ``Doc.text`` would be put together anew at each call.
    """
    words: list[Word] = []
    done = -1
    for token in tokens:
        start = token.idx
        if token.is_space or start < done:
            continue
        length = len(token)
        if length == 4 and token.is_digit:
            iso = _ISO.match(text, start)
            if iso:
                done = iso.end()
                words.append(_word(text, start, done, token, {"ISO": iso.group()}))
                continue
        raw = token.text
        if 1 < length <= LONGEST_WORD and _is_joined(raw):
            words.extend(_pieces(text, token))
        else:
            words.append(_word(text, start, start + length, token))
    return words


def _is_joined(raw: str) -> bool:
    """Say whether a token is worth cutting: "mid-2021", "2015–2019", "Oct.27", not "10/27/2023"."""
    if raw == "9/11" or _SLASH.fullmatch(raw):
        return False
    return not _JOINTS.isdisjoint(raw) or _GLUED_MONTH.fullmatch(raw) is not None


def _pieces(text: str, token: "Token") -> list[Word]:
    return [
        _word(text, token.idx + piece.start(), token.idx + piece.end(), token)
        for piece in _PIECES.finditer(token.text)
    ]


def _word(
    text: str, start: int, end: int, token: "Token", atoms: dict[str, str] | None = None
) -> Word:
    raw = text[start:end]
    lower = raw.lower().replace("’", "'")
    glued = start > 0 and not text[start - 1].isspace()
    return Word(raw, lower, start, end, token, atoms or classes_of(lower), glued)


_NOTHING: dict[str, str] = {}


def classes_of(lower: str) -> dict[str, str]:
    """Give the classes of a lower-case word: from the table, or from its shape if it has digits."""
    known = word_classes().get(lower)
    if known is not None:
        return known
    if len(lower) <= LONGEST_WORD and any("0" <= char <= "9" for char in lower):
        return _shapes(lower)
    return _NOTHING


_SLASH = re.compile(r"\d{1,2}/\d{1,2}/(?:\d{4}|\d\d)")
_SHAPES = (
    ("ORD", re.compile(r"(\d{1,2})(?:st|nd|rd|th)")),
    ("DECADE", re.compile(r"(1[5-9]\d0|20[0-4]0)s")),
    ("SHORTDECADE", re.compile(r"'?([1-9]0)s")),
    ("HM", re.compile(r"([01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?h?")),
    ("DOT", re.compile(r"([01]?\d|2[0-3])\.[0-5]\d")),
    ("COMPACT", re.compile(r"(?:[01]\d|2[0-3])[0-5]\d")),
    ("SLASH", _SLASH),
    ("QUARTER", re.compile(r"q[1-4]")),
    ("HALF", re.compile(r"h[12]")),
    ("FISCAL", re.compile(r"fy(?:\d{4}|\d\d)")),
    ("SHORTYEAR", re.compile(r"'\d\d")),
    ("TWO", re.compile(r"\d\d")),
    ("NINEELEVEN", re.compile(r"9/11")),
)
#: Years that a bare figure of four digits can mean in the news.
EARLIEST_YEAR, LATEST_YEAR = 1000, 2100
#: The turn of the century for years of two digits: '49 is 2049, '50 is 1950.
PIVOT = 50


@cache
def _small_numbers() -> dict[str, dict[str, str]]:
    return {str(n): {"DAY": str(n), "INT": str(n), "TWO": str(n)} for n in range(10, 32)}


def _shapes(lower: str) -> dict[str, str]:
    small = _small_numbers().get(lower)
    if small is not None:
        return small
    found: dict[str, str] = {}
    if lower.isdecimal() and lower.isascii():
        number = int(lower)
        found["INT"] = lower
        if 1 <= number <= 31 and len(lower) <= 2:
            found["DAY"] = str(number)
        if len(lower) == 4 and EARLIEST_YEAR <= number <= LATEST_YEAR:
            found["YEAR"] = lower
    for name, shape in _SHAPES:
        if shape.fullmatch(lower):
            found[name] = lower
    if "ORD" in found:
        found["ORD"] = lower[:-2]
        if not 1 <= int(found["ORD"]) <= 99:
            del found["ORD"]
    if "DECADE" in found:
        found["DECADE"] = lower[:-1]
    if "SHORTDECADE" in found:
        found["DECADE"] = lower.strip("'s")
    return found


def full_year(two_digits: int) -> int:
    """Give the year that two digits mean."""
    return two_digits + (2000 if two_digits < PIVOT else 1900)
