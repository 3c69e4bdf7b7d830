"""The words of numbers, and the number that stands at a token: exact, a range, or vague.

Hedges around it are read by ``dateline.numbers``.
"""

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Literal

from dateline.lexicons.load import Entry, load_lexicon
from dateline.limits import MAX_COUNT_DIGITS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

#: Plain words below a hundred.
UNITS = {
    word: value
    for value, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ]
    )
}
TENS = {
    word: 10 * value
    for value, word in enumerate(
        ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], start=2
    )
}
SCALES = {
    "dozen": 12, "score": 20, "hundred": 100, "thousand": 1_000, "million": 1_000_000,
    "billion": 1_000_000_000, "k": 1_000, "m": 1_000_000, "lakh": 100_000, "crore": 10_000_000,
}  # fmt: skip

#: Scales of one letter only count when written on to digits ("10k"), never alone.
LETTER_SCALES = frozenset("km")

#: "1,234", "1 234" is two tokens and not read, "1234", "1.5".  ASCII digits only: other digits
#: ("²", "٣") are no counts in English news.
DIGITS = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+")
DECIMAL = re.compile(r"[0-9]{1,6}\.[0-9]{1,4}")
GLUED_SCALE = re.compile(r"([0-9]{1,6}(?:\.[0-9]{1,4})?)([km])")
GLUED_RANGE = re.compile(r"([0-9]{1,9})[-–—]([0-9]{1,9})")

#: Words between the two ends of a range.
RANGE_WORDS = frozenset({"to", "or", "-", "–", "—"})
DASHES = frozenset({"-", "–", "‑"})

#: Words of number before a token that belong to its number ("two hundred and fifty thousand").
MAX_NUMBER_TOKENS = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberEntry(Entry):
    """An entry of ``vague_numbers.yml``; its head comment explains the keys."""

    kind: Literal["vague", "scale", "bound", "after"]
    words: tuple[str, ...]
    reason: str
    low: int | None = None
    best: int | None = None
    high: int | None = None
    keep: Literal["same", "low", "above", "high", "below", "about"] = "same"
    low_share: float = 1.0
    high_share: float = 1.0


@dataclass(frozen=True, slots=True)
class Range:
    """A number without its hedges: both ends included, and its token numbers ``[first, last)``."""

    low: int | None
    best: int | None
    high: int | None
    first: int
    last: int
    rule: str | None = None


def is_number_word(token: "Token") -> bool:
    """Say whether a token can be part of a number: a cheap test before ``read_count``."""
    word = token.lower_
    return (
        word in UNITS or word in TENS or word in _vague_first() or word in SCALES
        or (word[0] in "0123456789" and _digits(word) is not None)
    )  # fmt: skip


def range_at(parse: "Doc", at: int) -> Range | None:
    """Read the number that covers token ``at``, from the furthest word that may begin it."""
    sent = parse[at].sent
    for first in range(max(sent.start, at - MAX_NUMBER_TOKENS), at + 1):
        found = _range(parse, first, sent.end)
        if found is not None and found.first <= at < found.last:
            return found
    return None


def _range(parse: "Doc", first: int, end: int) -> Range | None:
    one_end = _single(parse, first, end)
    if one_end is None:
        return None
    at = one_end.last
    between = first > 0 and parse[first - 1].lower_ == "between"
    joined = at < end and (
        parse[at].lower_ in RANGE_WORDS or (between and parse[at].lower_ == "and")
    )
    if joined:
        other = _single(parse, at + 1, end)
        if other is not None and _rises(one_end, other):
            return Range(one_end.low, None, other.high, first - between, other.last)
    return one_end


def _rises(first: Range, second: Range) -> bool:
    """Only rising ends are a range: "won 5 to 3" and "2023-10" are not."""
    return first.best is not None and second.best is not None and first.best < second.best


def _single(parse: "Doc", first: int, end: int) -> Range | None:
    if first >= end:
        return None
    vague = _vague(parse, first, end)
    if vague is not None:
        return vague
    glued = GLUED_RANGE.fullmatch(parse[first].text)
    if glued is not None and int(glued[1]) < int(glued[2]):
        return Range(int(glued[1]), None, int(glued[2]), first, first + 1)
    value, last = _value(parse, first, end)
    if value is None or value >= 10**MAX_COUNT_DIGITS:
        return None
    return Range(value, value, value, first, last)


def _vague(parse: "Doc", first: int, end: int) -> Range | None:
    """Read "dozens", "a handful of", "tens of thousands"; a multiple of a scale is a vague too."""
    for entry, words in _vague_first().get(parse[first].lower_, ()):
        last = first + len(words)
        if last > end or any(parse[first + k].lower_ != word for k, word in enumerate(words)):
            continue
        found = Range(entry.low, entry.best, entry.high, first, last, f"vague_numbers/{entry.id}")
        if entry.kind == "scale":
            return _times(parse, found, end)
        return _of_scale(parse, found, end)
    return None


def _of_scale(parse: "Doc", found: Range, end: int) -> Range:
    """Multiply "several" or "a few" by the scale behind it: "several thousand"."""
    if found.last >= end or found.low is None or found.high is None or found.high >= 10:
        return found
    word = parse[found.last].lower_
    scale = 0 if word in LETTER_SCALES else SCALES.get(word, 0)
    high = (found.high + 1) * scale - 1
    if scale < 10 or high >= 10**MAX_COUNT_DIGITS:
        return found
    return replace(found, low=found.low * scale, best=None, high=high, last=found.last + 1)


def _times(parse: "Doc", found: Range, end: int) -> Range:
    """Multiply "tens" or "hundreds" by the scale after "of": "tens of thousands"."""
    at = found.last
    if at + 1 < end and parse[at].lower_ == "of":
        scale = SCALES.get(parse[at + 1].lower_.removesuffix("s"), 0)
        if scale >= 1_000 and found.low is not None and found.high is not None:
            high = (found.high + 1) * scale - 1
            if high < 10**MAX_COUNT_DIGITS:
                return replace(found, low=found.low * scale, high=high, last=at + 2)
    return found


def _value(parse: "Doc", first: int, end: int) -> tuple[int | None, int]:
    """Read an exact number; give its value and the token after it (``None`` if there is none)."""
    opened = _fraction(parse, first, end) or _article(parse, first, end)
    if opened is not None:
        return opened
    total, part, last = 0.0, None, first
    whole = True
    while last < end:
        word = parse[last].lower_
        small = _small(word)
        if small is not None and _fits(part, small, parse[last - 1].lower_):
            whole = whole and small == int(small)
            part = small if part is None else part + small
            last += 1
        elif word in SCALES and word not in LETTER_SCALES and part is not None:
            part, total = (part * SCALES[word], total) if SCALES[word] < 1_000 else (
                None, total + part * SCALES[word])  # fmt: skip
            whole = True
            last += 1
            if part is None and not _more(parse, last, end):
                part = 0.0
                break
        elif _joins(parse, last, end, after=part):
            last += 1
        elif part is not None and _half(parse, last, end):
            part, last = part + 0.5, last + 3
        else:
            break
    if last == first or part is None or not whole:
        return None, first
    return round(total + part), last


def _fits(part: float | None, small: float, previous: str) -> bool:
    """Say whether a word of number goes on from what was read: "two hundred … fifty … five"."""
    if part is None:
        return True
    if previous[-1:] in "0123456789":
        return False
    return (part % 100 == 0 and small < 100) or (part % 10 == 0 and small < 10 <= part)


def _half(parse: "Doc", at: int, end: int) -> bool:
    """Say whether "and a half" and a scale follow ("two and a half million")."""
    if at + 3 >= end or parse[at + 3].lower_ not in SCALES:
        return False
    return [parse[at + k].lower_ for k in range(3)] == ["and", "a", "half"]


def _more(parse: "Doc", at: int, end: int) -> bool:
    """Say whether the number goes on after a scale ("two thousand five hundred")."""
    if at < end and parse[at].lower_ == "and":
        at += 1
    return at < end and _small(parse[at].lower_) is not None


def _joins(parse: "Doc", at: int, end: int, *, after: float | None) -> bool:
    """Say whether "and" or a hyphen at ``at`` stands inside a number."""
    if at + 1 >= end:
        return False
    word, following = parse[at].lower_, parse[at + 1].lower_
    if word in DASHES:
        before = parse[at - 1].lower_
        return (before in TENS and 0 < UNITS.get(following, 0) < 10) or (
            before in UNITS and following in SCALES
        )
    if word == "and":
        large = after is None or after >= 100
        return (
            parse[at - 1].lower_ in SCALES and large and (following in UNITS or following in TENS)
        )
    return False


def _small(word: str) -> float | None:
    if word in UNITS:
        return UNITS[word]
    if word in TENS:
        return TENS[word]
    return _digits(word)


def _digits(word: str) -> float | None:
    """Read digits; ``None`` for anything else, and for runs longer than a count can be."""
    if not word or word[0] not in "0123456789" or len(word) > 2 * MAX_COUNT_DIGITS:
        return None
    if DIGITS.fullmatch(word):
        bare = word.replace(",", "")
        return int(bare) if len(bare) <= MAX_COUNT_DIGITS else None
    if DECIMAL.fullmatch(word):
        return float(word)
    glued = GLUED_SCALE.fullmatch(word)
    return round(float(glued[1]) * SCALES[glued[2]]) if glued else None


def _fraction(parse: "Doc", first: int, end: int) -> tuple[int | None, int] | None:
    """Read "half a million", "a quarter of a million"."""
    words = [parse[k].lower_ for k in range(first, min(first + 5, end))]
    for pattern, share in (
        (["half", "a"], 0.5), (["a", "quarter", "of", "a"], 0.25), (["a", "half"], 0.5),
    ):  # fmt: skip
        size = len(pattern)
        if words[:size] == pattern and len(words) > size and words[size] in SCALES:
            return round(share * SCALES[words[size]]), first + size + 1
    return None


def _article(parse: "Doc", first: int, end: int) -> tuple[int | None, int] | None:
    """Read "a hundred", "a dozen"; the article is the one."""
    if parse[first].lower_ not in ("a", "an") or first + 1 >= end:
        return None
    word = parse[first + 1].lower_
    if word not in SCALES or word in LETTER_SCALES:
        return None
    value, last = SCALES[word], first + 2
    if last + 1 < end and parse[last].lower_ == "and":
        more, after = _value(parse, last + 1, end)
        if more is not None and more < value and value >= 100:
            return value + more, after
    return value, last


@cache
def number_entries() -> tuple[NumberEntry, ...]:
    """Give the entries of ``vague_numbers.yml``."""
    return load_lexicon("vague_numbers", NumberEntry)


@cache
def _vague_first() -> dict[str, list[tuple[NumberEntry, list[str]]]]:
    """Map the first word of each vague number to the entries, longest first."""
    found: dict[str, list[tuple[NumberEntry, list[str]]]] = {}
    for entry in number_entries():
        if entry.kind in ("vague", "scale"):
            for words in entry.words:
                parts = words.split()
                found.setdefault(parts[0], []).append((entry, parts))
    for options in found.values():
        options.sort(key=lambda option: -len(option[1]))
    return found
