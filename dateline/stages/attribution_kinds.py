"""Are the words of a source given in quotation marks, in our own, or in both?"""

from typing import TYPE_CHECKING

from dateline.records import AttributionKind
from dateline.stages.attribution_forms import FINITE
from dateline.stages.attribution_quotes import Quote
from dateline.stages.attribution_reading import Draft, Reading

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Places of a phrase that says what is told of something ("called the vote “a farce”").
PREDICATIVE = frozenset({"attr", "acomp", "oprd", "xcomp", "ccomp", "ROOT"})

#: Words from which on a quoted object is more than a term ("faces “a long and bitter winter”").
LONG_OBJECT = 3


def kind_of(reading: Reading, draft: Draft) -> AttributionKind:
    """Say how the words are given.

    Direct: all content stands in quotation marks; mixed: a quotation in it states something;
    indirect: none does ("the base, which serves as a “hub for aid”, has closed").
    """
    parts = draft.content
    marks = [(quote.start, quote.end) for quote in reading.quotes]
    inside = [any(start <= a < b <= end for start, end in marks) for a, b in parts]
    within = [
        (quote, part)
        for quote in reading.quotes
        for part in parts
        if part[0] <= quote.start < part[1]
    ]
    if all(inside) and within:
        return AttributionKind.DIRECT
    if any(_states(reading, quote, part) for quote, part in within):
        return AttributionKind.MIXED
    return AttributionKind.INDIRECT


def _states(reading: Reading, quote: Quote, part: tuple[int, int]) -> bool:
    """Say whether a quotation inside a content states something: it has a finite verb, holds the
    main word of the content, or is what is told of something.  A term in marks is none."""
    words = _words(reading, quote.start, quote.end)
    if not words:
        return False
    if any(each.tag_ in FINITE for each in words):
        return True
    head = _main(words)
    if head == _main(_words(reading, *part)) or head.dep_ in PREDICATIVE:
        return True
    return head.dep_ == "dobj" and len(words) >= LONG_OBJECT


def _words(reading: Reading, start: int, end: int) -> "list[Token]":
    first, last = reading.token_at(start), reading.token_at(end - 1)
    tokens = reading.parse[first : last + 1]
    return [each for each in tokens if not each.is_punct and not each.is_space]


def _main(words: "list[Token]") -> "Token":
    """Give the first word whose head lies outside."""
    first, last = words[0].i, words[-1].i
    outside = (each for each in words if not first <= each.head.i <= last or each.head == each)
    return next(outside, words[0])
