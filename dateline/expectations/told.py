"""Facts about what the report makes of it all: causes, trends, tallies, findings."""

from collections.abc import Iterator

from dateline.expectations.facts import (
    Entry,
    Fact,
    Known,
    common,
    count_faults,
    judged,
    missing,
    nearest,
    overlap,
    share_words,
    span_of,
)
from dateline.expectations.said import cue_faults, voice_faults
from dateline.records import Cause, Record, Span, Tally, Trend

#: Share of the expected words that a shorter field of a cause must hold.
PART_OF_WORDS = 0.5


def cause_fact(record: Record, entry: Entry, known: Known) -> Fact:
    """Compare one cause: both sides, sign, cue, modality, on whose word."""
    words = f"{entry['cause']} → {entry['effect']}"
    best = nearest(
        (
            each
            for each in record.causes
            if _says(each.cause, entry["cause"]) and _says(each.effect, entry["effect"])
        ),
        lambda each: _cause_faults(each, entry, known),
        lambda each: -len(each.cause.text) - len(each.effect.text),
    )
    if best is None:
        return missing("causes", entry, words)
    found, faults = best
    both = f"{found.cause.text} → {found.effect.text}"
    return judged("causes", entry, expected=words, found=both, faults=faults)


def _says(span: Span, words: str) -> bool:
    """Say whether the words stand in the field, or the field is a good part of the words."""
    there, words = (" ".join(each.casefold().split()) for each in (span.text, words))
    return words in there or (there in words and len(there) >= PART_OF_WORDS * len(words))


def _cause_faults(found: Cause, entry: Entry, known: Known) -> Iterator[str]:
    if found.sign != entry["sign"]:
        yield f"sign is {found.sign}, expected {entry['sign']}"
    yield from cue_faults(entry, found.cue)
    if "modality" in entry and found.modality != entry["modality"]:
        yield f"modality is {found.modality}, expected {entry['modality']}"
    yield from voice_faults(entry, found.attributed_to, known)


def trend_fact(record: Record, entry: Entry, known: Known) -> Fact:
    """Compare one trend: subject, direction, since when, on whose word."""
    span = span_of(entry["evidence"])
    words = entry["evidence"]["text"]
    times = {time.id: time.span.text for time in record.times}
    best = nearest(
        (each for each in record.trends if common(span, each.evidence)),
        lambda each: _trend_faults(each, entry, known, since=times.get(each.since or "")),
        lambda each: overlap(span, each.evidence),
    )
    if best is None:
        return missing("trends", entry, words)
    found, faults = best
    return judged("trends", entry, expected=words, found=found.evidence.text, faults=faults)


def _trend_faults(found: Trend, entry: Entry, known: Known, *, since: str | None) -> Iterator[str]:
    if not share_words(entry["subject"], found.subject.text):
        yield f"subject is {found.subject.text!r}"
    if found.direction != entry["direction"]:
        yield f"direction is {found.direction}, expected {entry['direction']}"
    if "since" in entry and entry["since"].casefold() not in (since or "").casefold():
        yield f"since is {since!r}, expected {entry['since']!r}"
    yield from voice_faults(entry, found.attributed_to, known)


def tally_fact(record: Record, entry: Entry, known: Known) -> Fact:
    """Compare one tally: its count, what was counted, over what time, who counted."""
    span = span_of(entry["evidence"])
    words = entry["evidence"]["text"]
    speakers = {each.id: each.speaker for each in record.attributions}
    best = nearest(
        (each for each in record.tallies if common(span, each.evidence)),
        lambda each: _tally_faults(each, entry, known, speaker=speakers.get(each.by or "")),
        lambda each: overlap(span, each.evidence),
    )
    if best is None:
        return missing("tallies", entry, words)
    found, faults = best
    return judged("tallies", entry, expected=words, found=found.evidence.text, faults=faults)


def _tally_faults(
    found: Tally, entry: Entry, known: Known, *, speaker: str | None
) -> Iterator[str]:
    """Name what is wrong; ``by`` is met by who counted or by who tells the count."""
    yield from count_faults(entry["count"], found)
    if "what" in entry and not share_words(entry["what"], found.what.text):
        yield f"counts {found.what.text!r}"
    yield from known.faults("since", entry, found.since)
    yield from known.faults("as_of", entry, found.as_of)
    by_counter = list(known.faults("by", entry, found.counted_by))
    if by_counter:
        yield from known.faults("by", entry, speaker)


def finding_fact(record: Record, entry: Entry, known: Known) -> Fact:
    """Check that a finding about the report is there."""
    del known
    wanted = entry["what"]
    found = next((each for each in record.findings if each.what.replace("-", " ") == wanted), None)
    if found is None:
        return missing("findings", entry, wanted)
    return judged("findings", entry, expected=wanted, found=found.message, faults=())
