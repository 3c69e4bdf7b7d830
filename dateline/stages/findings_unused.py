"""From which sentences did no stage take anything?"""

from bisect import bisect_right
from collections.abc import Iterator

from dateline.document import Document
from dateline.records import (
    Attribution,
    Cause,
    Claim,
    Sentence,
    Span,
    Stance,
    Tally,
    Trend,
    Trigger,
)
from dateline.stages.findings_words import Note


def unused_notes(doc: Document) -> Iterator[Note]:
    """Give the sentences that hold no evidence of any record.

    A sentence that only lies inside a quotation is not used by that: somebody must have taken an
    event, a stance, a cause or the like from it.
    """
    sentences = doc.records(Sentence)
    starts = [sentence.span.start for sentence in sentences]
    used: set[int] = set()
    for span in _taken(doc):
        first = max(0, bisect_right(starts, span.start) - 1)
        last = bisect_right(starts, max(span.start, span.end - 1))
        used.update(range(first, last))
    left = [sentence.span for sentence in sentences if sentence.index not in used]
    if left:
        yield Note(what="unused", evidence=tuple(left), count=len(left), name=str(len(sentences)))


def _taken(doc: Document) -> Iterator[Span]:
    """Give every span that a record rests on, contents of attributions left out."""
    for attribution in doc.records(Attribution):
        yield from attribution.cue
        if attribution.source is not None and attribution.cue:
            yield attribution.source
    for trigger in doc.records(Trigger):
        yield trigger.span
        yield trigger.evidence
    for claim in doc.records(Claim):
        yield claim.evidence
    for stance in doc.records(Stance):
        yield stance.evidence
    for cause in doc.records(Cause):
        yield from (cause.cause, cause.effect, *cause.cue)
    for trend in doc.records(Trend):
        yield trend.evidence
    for tally in doc.records(Tally):
        yield tally.evidence
