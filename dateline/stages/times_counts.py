"""Counts and holidays in running words: "two and a half", "twenty-five", "a few", "New Year's Eve"."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from dateline.lexicons.load import load_table
from dateline.stages.times_meaning import Count, Feast
from dateline.stages.times_words import Word

#: Longest holiday name in words ("new year 's eve").
LONGEST_FEAST = 4

#: Counts above this are no lengths of time; they are shown to be vague instead of overflowing.
LARGEST_COUNT = 1_000_000


@dataclass(frozen=True, slots=True)
class Number:
    """A count with ``value`` ``None`` for a vague one; ``article`` says that it was "a" or "an"."""

    value: Count
    article: bool = False


def read_counts(words: Sequence[Word], at: int) -> list[tuple[int, Number]]:
    """Read a count that begins at a word: (end, count), at most one, the longest.

    "a few", "a couple of" and "several" are vague (``None``); "a dozen" is 12.
    """
    lower = words[at].lower
    if lower in ("a", "an"):
        return _after_article(words, at)
    vague = _vague(words, at)
    if vague:
        return [vague]
    end, value = _figure(words, at)
    if value is None:
        end, value = _spelled(words, at)
    if value is None:
        return []
    return [(end, Number(value))] if value <= LARGEST_COUNT else [(end, Number(None))]


def _after_article(words: Sequence[Word], at: int) -> list[tuple[int, Number]]:
    if at + 1 == len(words):
        return []
    vague = _vague(words, at + 1)
    if vague:
        return [vague]
    end, value = _spelled(words, at + 1)
    if value is not None and words[at + 1].lower in ("dozen", "hundred", "thousand"):
        return [(end, Number(value))]
    return [(at + 1, Number(1.0, article=True))]


def _vague(words: Sequence[Word], at: int) -> tuple[int, Number] | None:
    if "VAGUECOUNT" not in words[at].atoms:
        return None
    end = at + 1
    if end < len(words) and words[end].lower == "more":
        end += 1
    if end < len(words) and words[end].lower == "of":
        end += 1
    return end, Number(None)


def _figure(words: Sequence[Word], at: int) -> tuple[int, Count]:
    raw = words[at].lower.replace(",", "")
    if raw.isascii() and (raw.isdecimal() or raw.replace(".", "", 1).isdecimal()):
        value = float(raw) if len(raw) <= 9 else float(LARGEST_COUNT + 1)
        if at + 1 < len(words) and "SCALE" in words[at + 1].atoms:
            return at + 2, value * float(words[at + 1].atoms["SCALE"])
        return at + 1, value
    return at, None


def _spelled(words: Sequence[Word], at: int) -> tuple[int, Count]:
    """Add up number words: "one hundred and twenty-five", "two thousand"."""
    total = 0.0
    end = at
    while end < len(words):
        atoms = words[end].atoms
        if "NUMBER" in atoms:
            total += float(atoms["NUMBER"])
        elif "SCALE" in atoms:
            total = max(total, 1.0) * float(atoms["SCALE"])
        else:
            break
        end += 1
        if end + 1 < len(words) and words[end].lower in ("-", "and") and _goes_on(words, end):
            end += 1
    return (end, total) if end > at else (at, None)


def _goes_on(words: Sequence[Word], joint: int) -> bool:
    """Say whether a hyphen or "and" stands inside a number: "twenty-five", not "three - year"."""
    before, after = words[joint - 1].atoms, words[joint + 1].atoms
    if words[joint].lower == "and":
        return "SCALE" in before and "NUMBER" in after
    tens = "NUMBER" in before and float(before["NUMBER"]) >= 20
    return tens and "NUMBER" in after and float(after["NUMBER"]) < 10


@cache
def _feasts() -> dict[str, Feast]:
    def number(cell: str) -> int | None:
        return int(cell) if cell else None

    return {
        row["words"].replace("'s", " 's").replace("s'", "s '"): Feast(
            month=number(row["month"]), day=number(row["day"]), easter=number(row["easter"])
        )
        for row in load_table("times_feasts")
    }


@cache
def _feast_starts() -> frozenset[str]:
    return frozenset(name.split(" ", 1)[0] for name in _feasts())


def read_feasts(words: Sequence[Word], at: int) -> list[tuple[int, Feast]]:
    """Read a holiday that begins at a word: (end, meaning), the longest."""
    if words[at].lower not in _feast_starts():
        return []
    for size in range(min(LONGEST_FEAST, len(words) - at), 0, -1):
        name = " ".join(word.lower for word in words[at : at + size])
        if name in _feasts():
            return [(at + size, _feasts()[name])]
    return []
