"""What about the text as received could not be read, dated, or was not meant for readers?"""

import re
from collections.abc import Iterator
from functools import cache

from dateline.document import Document
from dateline.lexicons.load import load_table
from dateline.limits import MAX_RUN_CHARS, MAX_SENTENCE_TOKENS
from dateline.records import Sentence, Span, Time, TimexType
from dateline.stages.findings_words import Note, listed

#: Stands where a character could not be decoded.
REPLACEMENT = "\ufffd"

#: Signs by which text is hidden from readers: overrides of the writing direction, and the invisible
#: tag letters.  Zero-width joiners and marks of direction are part of honest text.
HIDING = re.compile("[\u202d\u202e\U000e0020-\U000e007f]+")

#: Times that name a day or a part of one; durations and sets have no place on the calendar.
PLACED = frozenset({TimexType.DATE, TimexType.TIME})
#: Values of "now", "recently", "in future", which no calendar can hold.
VAGUE = frozenset({"PRESENT_REF", "PAST_REF", "FUTURE_REF"})


def text_notes(doc: Document) -> Iterator[Note]:
    """Give the notes on dates, decoding, limits and passages addressed to programs."""
    yield from _undated(doc)
    yield from _times(doc)
    yield from _limits(doc)
    yield from _replaced(doc)
    yield from _addressed(doc)


def _undated(doc: Document) -> Iterator[Note]:
    if doc.report.published is None:
        sentences = doc.records(Sentence)
        opening = doc.report.title or (sentences[0].span if sentences else None)
        yield Note(what="no-date", evidence=(opening,) if opening else ())


def _times(doc: Document) -> Iterator[Note]:
    spans = tuple(
        time.span
        for time in doc.records(Time)
        if time.type in PLACED
        and time.start is None
        and time.end is None
        and time.value not in VAGUE
    )
    if spans:
        names = listed(span.text for span in spans)
        yield Note(what="time-not-placed", evidence=spans, count=len(spans), name=names)


def _limits(doc: Document) -> Iterator[Note]:
    """Give the runs of characters that became opaque tokens, and the sentences that were cut."""
    runs = [
        doc.span(token.idx, token.idx + len(token))
        for token in doc.parse
        if len(token) >= MAX_RUN_CHARS
    ]
    cut = [
        sentence.span
        for sentence in doc.records(Sentence)
        if sentence.last - sentence.first >= MAX_SENTENCE_TOKENS
    ]
    if runs or cut:
        yield Note(what="not-language", evidence=(*runs, *cut), count=len(runs) + len(cut))


def _replaced(doc: Document) -> Iterator[Note]:
    """Give the characters that stand for undecoded ones, neighbours joined."""
    spans = tuple(
        doc.span(match.start(), match.end()) for match in re.finditer(f"{REPLACEMENT}+", doc.text)
    )
    count = max(sum(len(span.text) for span in spans), doc.report.received.replaced)
    if count:
        yield Note(what="replaced", evidence=spans or _opening(doc), count=count)


def _opening(doc: Document) -> tuple[Span, ...]:
    sentences = doc.records(Sentence)
    return (sentences[0].span,) if sentences else ()


@cache
def _machine_phrases() -> re.Pattern[str]:
    phrases = sorted((row["phrase"] for row in load_table("machine_phrases")), key=len)
    parts = (
        r"\s+".join(re.escape(word) for word in phrase.split()) for phrase in reversed(phrases)
    )
    return re.compile("|".join(parts), re.IGNORECASE)


def _addressed(doc: Document) -> Iterator[Note]:
    spans = [
        doc.span(match.start(), match.end())
        for pattern in (_machine_phrases(), HIDING)
        for match in pattern.finditer(doc.text)
    ]
    if spans:
        yield Note(what="addressed-to-machines", evidence=tuple(spans), count=len(spans))
