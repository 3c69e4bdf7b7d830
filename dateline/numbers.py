"""Reading counts: number words, digits, ranges and hedges around one token of the parse.

Works on neighbouring tokens, not on the parse tree, because parsers err most inside number
phrases.  "More than two dozen" is one count; ranges of vague words stand in
``lexicons/vague_numbers.yml`` with their reasons.
"""

import math
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from dateline.document import Document
from dateline.number_words import NumberEntry, Range, is_number_word, number_entries, range_at
from dateline.records import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

__all__ = ["Count", "count_before", "is_number_word", "one", "read_count"]

#: The most tokens that one hedge has ("in the region of").
MAX_HEDGE_TOKENS = 4
#: Hedges may be stacked ("at least some 20"); more than this many are not read.
MAX_HEDGES = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """A number as the text supports it, both ends included; ``None`` is an open end.

    ``span`` holds the number with its hedges, ``hedge`` the words that soften it, ``rule`` the
    entry of ``vague_numbers.yml`` that set the range (``None`` for an exact number), and
    ``first``/``last`` the token numbers ``[first, last)`` of ``span``.
    """

    low: int | None
    best: int | None
    high: int | None
    hedge: Span | None
    span: Span
    rule: str | None
    first: int
    last: int


def read_count(doc: Document, token: "Token") -> Count | None:
    """Read the number that a token is part of, with the hedges around it.

    Args:
        doc: Any document; only its parse and text are read.
        token: A token inside the number ("dozen" in "more than two dozen").
    Returns:
        The count, or ``None`` when the token is part of no number, or of one with more than
        ``limits.MAX_COUNT_DIGITS`` digits.  Whether the number counts people, money or years is for the
        caller to tell from the noun.
    """
    found = range_at(doc.parse, token.i)
    if found is None:
        return None
    return _with_hedges(doc, found)


def one(doc: Document, token: "Token") -> Count:
    """Make the count of one that an article or a name gives ("a policeman", "Ali Hassan")."""
    return Count(
        low=1, best=1, high=1, hedge=None, span=doc.span_of([token]), rule=None,
        first=token.i, last=token.i + 1,
    )  # fmt: skip


def count_before(doc: Document, noun: "Token") -> Count | None:
    """Read the number of the things that a noun names ("at least 12 people", "dozens of people").

    Looks at the noun's own number words, then at a number noun above it ("dozens of").  An article
    gives one ("a policeman"); a noun without any gives ``None``.
    """
    for child in noun.children:
        if child.i < noun.i and child.dep_ in ("nummod", "amod", "det", "advmod", "quantmod"):
            found = read_count(doc, child) if is_number_word(child) else None
            if found is not None and found.first <= child.i:
                return found
    above = noun.head
    if noun.dep_ == "pobj" and above.lower_ == "of" and above.head.i < noun.i:
        of = above.head
        if is_number_word(of) and (found := read_count(doc, of)) is not None:
            return found
    article = next((child for child in noun.children if child.dep_ == "det"), None)
    if article is not None and article.lower_ in ("a", "an") and noun.tag_ in ("NN", "NNP"):
        return read_count(doc, article) or one(doc, article)
    return None


# ---------------------------------------------------------------- hedges around it


def _with_hedges(doc: Document, found: Range) -> Count:
    parse = doc.parse
    stated = found
    hedges: list[tuple[int, int]] = []
    before = first = found.first
    start = parse[first].sent.start
    for _ in range(MAX_HEDGES):
        entry, size = _bound_before(parse, before, start)
        if entry is None:
            break
        before -= size
        if entry.keep == "same":
            stated = replace(stated, rule=stated.rule or f"vague_numbers/{entry.id}")
        else:
            stated = _bounded(stated, entry)
            hedges.append((before, before + size))
            first = before
    last = found.last
    entry, size = _bound_after(parse, last, parse[first].sent.end)
    if entry is not None:
        stated = _bounded(stated, entry)
        hedges.append((last, last + size))
        last += size
    hedge = None
    if hedges:
        a, b = min(hedges)[0], max(hedges)[1]
        hedge = doc.span_of(parse[a : b if b <= found.first or a >= found.last else last])
    elif found.rule is not None:
        hedge = doc.span_of(parse[found.first : found.last])
    return Count(
        low=stated.low, best=stated.best, high=stated.high, hedge=hedge,
        span=doc.span_of(parse[first:last]), rule=stated.rule, first=first, last=last,
    )  # fmt: skip


def _bounded(found: Range, entry: NumberEntry) -> Range:
    """Move the ends of a range as a hedge says.

    A hedge over a vague word or a range ("more than dozens", "up to 10 to 15") only opens or
    closes it: the number that the hedge is about is the nearer end.
    """
    rule = f"vague_numbers/{entry.id}"
    low, best, high = found.low, found.best, found.high
    if entry.keep == "low":
        return replace(found, high=None, rule=rule)
    if entry.keep == "above":
        low = None if low is None else low + 1
        return replace(found, low=low, best=None if best is None else low, high=None, rule=rule)
    if entry.keep == "high":
        return replace(found, low=None, best=None, rule=rule)
    if entry.keep == "below":
        return replace(
            found, low=None, best=None, high=None if high is None else max(0, high - 1), rule=rule
        )
    if entry.keep == "about" and best is not None and high is not None:
        return replace(
            found,
            low=math.ceil(best * entry.low_share),
            high=int(best * entry.high_share),
            rule=rule,
        )
    return found


def _bound_before(parse: "Doc", at: int, start: int) -> tuple[NumberEntry | None, int]:
    if at <= start or parse[at - 1].lower_ not in _bound_last():
        return None, 0
    for size in range(min(MAX_HEDGE_TOKENS, at - start), 0, -1):
        words = " ".join(parse[k].lower_ for k in range(at - size, at))
        entry = _bounds().get(("bound", words))
        if entry is not None:
            return entry, size
    return None, 0


def _bound_after(parse: "Doc", at: int, end: int) -> tuple[NumberEntry | None, int]:
    for size in (2, 1):
        if at + size <= end:
            words = " ".join(parse[k].lower_ for k in range(at, at + size))
            entry = _bounds().get(("after", words))
            if entry is not None:
                return entry, size
    return None, 0


@cache
def _bounds() -> dict[tuple[str, str], NumberEntry]:
    return {
        (entry.kind, words): entry
        for entry in number_entries()
        if entry.kind in ("bound", "after")
        for words in entry.words
    }


@cache
def _bound_last() -> frozenset[str]:
    return frozenset(words.split()[-1] for kind, words in _bounds() if kind == "bound")
