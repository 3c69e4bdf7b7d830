"""What the attribution grammar looks at: the parse seen through its quotation marks.

Sentence borders that the parser sets inside a quotation do not count here: ``“A. B,” he said.`` is
one *stretch*.  A cue inside a quotation sees nothing outside of it.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dateline.document import Document
from dateline.records import Sentence
from dateline.stages.attribution_cues import Cue
from dateline.stages.attribution_quotes import UTTERANCE_ENDS, Quote

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

#: What is cut from the edges of a content that is not a whole quotation.
EDGES = " \t\r\n\u00a0,;:—–"
#: Marks that end a sentence; outside quotation marks the last full stop is no content.
STOPS = ".…"


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """The phrase that names who speaks: token numbers ``[first, last)`` and its main word.

    ``known`` is the word that says who it is, where that is another one ("who" → "farmer").
    """

    first: int
    last: int
    head: int
    known: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """An attribution in the making; numbers are characters, except ``token`` (the cue's word)."""

    token: int
    cue: tuple[int, int] | None
    content: tuple[tuple[int, int], ...]
    source: Source | None
    entry: Cue | None
    rule: str
    reason: str
    confidence: float
    addressee: "Token | None" = None
    stance: str = ""
    #: Whether direct speech may go on after this content without a new cue.
    speech: bool = False


@dataclass(slots=True)
class Reading:
    """One report made ready: tokens, quotations and stretches."""

    doc: Document
    parse: "Doc"
    quotes: tuple[Quote, ...]
    #: Offset of each token.
    offsets: list[int] = field(default_factory=list)
    #: First tokens of stretches, in order; ``ends`` are the tokens after their last.
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    #: Number of the quotation that each token stands in, marks included; -1 outside.
    inside: list[int] = field(default_factory=list)
    #: Paragraph of each stretch.
    paragraphs: list[int] = field(default_factory=list)

    def bounds(self, token: int) -> tuple[int, int]:
        """Give the tokens ``[first, last)`` that a cue at ``token`` may find its content in."""
        first, last = self.stretch(token)
        at = self.inside[token]
        if at < 0:
            return first, last
        sent = self.parse[token].sent
        quote = self.quotes[at]
        left = max(sent.start, self.token_at(quote.start) + 1)
        return left, max(left, min(sent.end, self.token_at(quote.end - 1)))

    def stretch(self, token: int) -> tuple[int, int]:
        """Give the stretch that holds a token; an empty one at the token if none does."""
        at = bisect_right(self.starts, token) - 1
        if at < 0 or self.ends[at] <= token:
            return token, token
        return self.starts[at], self.ends[at]

    def paragraph(self, token: int) -> int:
        """Give the paragraph number of a token's stretch; -1 if it is in none."""
        at = bisect_right(self.starts, token) - 1
        return self.paragraphs[at] if at >= 0 and token < self.ends[at] else -1

    def token_at(self, offset: int) -> int:
        """Give the number of the token that holds a character."""
        return bisect_right(self.offsets, offset) - 1

    def chars(self, first: int, last: int) -> tuple[int, int]:
        """Give the characters of tokens ``[first, last)``."""
        end = self.parse[last - 1]
        return self.parse[first].idx, end.idx + len(end)

    def quote_closing_at(self, token: int) -> Quote | None:
        """Give the quotation whose last mark is in a token."""
        at = self.inside[token] if 0 <= token < len(self.inside) else -1
        if at >= 0 and self.token_at(self.quotes[at].end - 1) == token:
            return self.quotes[at]
        return None

    def quote_opening_at(self, token: int) -> Quote | None:
        """Give the quotation whose first mark is in a token."""
        at = self.inside[token] if 0 <= token < len(self.inside) else -1
        if at >= 0 and self.token_at(self.quotes[at].start) == token:
            return self.quotes[at]
        return None

    def skip_space(self, token: int, *, back: bool = False) -> int:
        """Give the nearest token from here on that is not white space; -1 or the length at the end."""
        step = -1 if back else 1
        while 0 <= token < len(self.parse) and self.parse[token].is_space:
            token += step
        return token


def read(doc: Document, quotes: tuple[Quote, ...]) -> Reading:
    """Make a report ready for the attribution grammar."""
    reading = Reading(doc, doc.parse, quotes, offsets=[token.idx for token in doc.parse])
    reading.inside = [-1] * len(doc.parse)
    for number, quote in enumerate(quotes):
        first, last = reading.token_at(quote.start), reading.token_at(quote.end - 1)
        for token in range(max(0, first), last + 1):
            reading.inside[token] = number
    for sentence in doc.records(Sentence):
        _add_stretch(reading, sentence)
    return reading


def _add_stretch(reading: Reading, sentence: Sentence) -> None:
    """Open a stretch at a sentence, or lengthen the last one if a quotation runs over the border."""
    at = reading.inside[sentence.first]
    runs_on = (
        at >= 0
        and bool(reading.starts)
        and reading.token_at(reading.quotes[at].start) < sentence.first
        and reading.inside[reading.ends[-1] - 1] == at
    )
    opening = reading.token_at(reading.quotes[at].start) if at >= 0 else sentence.first
    first = sentence.first
    if runs_on and opening + 1 < reading.ends[-1]:
        reading.ends[-1] = sentence.last
        return
    if runs_on and opening > reading.starts[-1]:
        reading.ends[-1] = first = opening  # the parser left the opening mark with the words before
    reading.starts.append(first)
    reading.ends.append(sentence.last)
    reading.paragraphs.append(sentence.paragraph)


def is_utterance(text: str, quote: Quote) -> bool:
    """Say whether a quotation may be speech by itself: a stop or comma stands at its end, or a
    comma right after it."""
    inner = text[quote.start + 1 : quote.end].rstrip("”»›\"'’`“")
    return inner[-1:] in UTTERANCE_ENDS or text[quote.end : quote.end + 1] in (",", "?", "!")


def trim(reading: Reading, start: int, end: int) -> tuple[int, int] | None:
    """Cut blanks, commas and a final full stop from the edges of a content; whole quotations stay
    whole.  ``None`` if no letter or digit is left."""
    text = reading.doc.text
    while start < end and text[start] in EDGES:
        start += 1
    while start < end and (text[end - 1] in EDGES or text[end - 1] in STOPS):
        if text[end - 1] in STOPS and _is_abbreviation(reading, end - 1):
            break
        end -= 1
    if not any(char.isalnum() for char in text[start:end]):
        return None
    return balanced(reading, start, end)


def _is_abbreviation(reading: Reading, at: int) -> bool:
    """Keep the stop of "U.S.", "p.m." or of dots that trail off, which is part of a word."""
    token = reading.parse[reading.token_at(at)]
    return len(token) > 1 and token.text[0].isalnum()


def balanced(reading: Reading, start: int, end: int) -> tuple[int, int]:
    """Widen a content that cuts a quotation so that it holds both marks."""
    for quote in _touching(reading.quotes, start, end):
        if start <= quote.start < end < quote.end:
            end = quote.end
        elif start == quote.start + 1 and end >= quote.end - 2:
            start, end = quote.start, max(end, quote.end)
    return start, end


def _touching(quotes: tuple[Quote, ...], start: int, end: int) -> Iterable[Quote]:
    at = bisect_left(quotes, start, key=lambda quote: quote.end)
    while at < len(quotes) and quotes[at].start < end:
        yield quotes[at]
        at += 1
