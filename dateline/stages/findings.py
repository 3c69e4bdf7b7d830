"""What must a reader know about the report itself: what it rests on, and what was not read?"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from dateline.document import Document
from dateline.lexicons.load import Entry, load_lexicon
from dateline.records import Finding, key
from dateline.stages.findings_sources import source_notes
from dateline.stages.findings_text import text_notes
from dateline.stages.findings_unused import unused_notes
from dateline.stages.findings_words import Note


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingEntry(Entry):
    """One entry of ``findings.yml``; the keys are explained at the head of the file."""

    message: str
    dated: bool = True


def find_findings(doc: Document) -> tuple[Finding, ...]:
    """Find what the report rests on, whom it leaves out, and what could not be read.

    A finding is no judgement whether the report is true.  Each has at least one span as evidence,
    unless the report has no sentence at all.

    Args:
        doc: All other stages have run.
    Returns:
        The findings in the order of ``findings.yml``, several of one kind in text order.
    Raises:
        LexiconError: ``findings.yml`` or ``machine_phrases.tsv`` breaks its own rules.
    """
    notes = [*source_notes(doc), *text_notes(doc), *unused_notes(doc)]
    return tuple(_in_order(doc, notes))


@cache
def _entries() -> dict[str, FindingEntry]:
    return {entry.id: entry for entry in load_lexicon("findings", FindingEntry)}


def _in_order(doc: Document, notes: list[Note]) -> Iterator[Finding]:
    for entry in _entries().values():
        for note in notes:
            if note.what == entry.id:
                yield _finding(doc, note, entry)


def _finding(doc: Document, note: Note, entry: FindingEntry) -> Finding:
    spans = sorted(set(note.evidence), key=lambda span: (span.start, span.end))
    facts = [number for span in spans[:1] for number in (span.start, span.end)]
    return Finding(
        id=key("fin", doc.report.id, entry.id, note.about, *facts),
        what=entry.id,
        message=entry.message.format(count=note.count, name=note.name),
        evidence=tuple(spans),
        rule=f"findings/{entry.id}",
    )
