"""Facts about who says, claims and favours what: attributions, claims of responsibility, stances."""

from collections.abc import Iterator

from dateline.expectations.facts import (
    Entry,
    Fact,
    Known,
    common,
    judged,
    lies_in,
    missing,
    nearest,
    overlap,
    share_words,
    span_of,
)
from dateline.records import Attribution, Claim, Record, Span, Stance

#: Share of an attribution's content that must agree; contents are long, so that one half would
#: let a missing sentence pass.
SAME_CONTENT = 0.8

#: Characters behind a sentence that may belong to a content: closing marks.
CLOSING_MARKS = 2


def voice_faults(entry: Entry, attributed_to: str | None, known: Known) -> Iterator[str]:
    """Compare on whose word something stands; ``null`` is the reporter's own voice."""
    if "attributed_to" not in entry:
        return
    expected = entry["attributed_to"]
    if expected is None and attributed_to is not None:
        yield "is put into somebody's mouth, expected the reporter's own voice"
    if expected is not None and not known.same(expected, attributed_to):
        yield f"is not attributed to {expected}"


def attribution_fact(record: Record, entry: Entry, known: Known) -> Fact:
    """Compare one attribution: content, source, cue, speaker, kind, nesting."""
    span = span_of(entry["content"])
    words = entry["content"]["text"]
    best = nearest(
        (each for each in record.attributions if _says(record, each, span)),
        lambda each: _attribution_faults(each, entry, known),
        lambda each: _nearness(each, span),
    )
    if best is None:
        return missing("attributions", entry, words)
    found, faults = best
    known.ids[entry["id"]] = frozenset({found.id})
    return judged("attributions", entry, expected=words, found=_content(found), faults=faults)


def _says(record: Record, attribution: Attribution, span: tuple[int, int]) -> bool:
    """Say whether one of the contents is the expected passage.

    Four fifths of what either covers agree; or four fifths of the passage are covered, and what
    the content has beyond it lies in the same sentences.
    """
    around = _sentences_around(record, span)
    return any(
        overlap(span, content) >= SAME_CONTENT
        or (
            common(span, content) >= SAME_CONTENT * (span[1] - span[0]) and lies_in(content, around)
        )
        for content in attribution.content
    )


def _sentences_around(record: Record, span: tuple[int, int]) -> tuple[int, int]:
    touched = [each.span for each in record.sentences if common(span, each.span)]
    start = min((each.start for each in touched), default=span[0])
    end = max((each.end for each in touched), default=span[1])
    return start, end + CLOSING_MARKS


def _nearness(attribution: Attribution, span: tuple[int, int]) -> float:
    return max(overlap(span, content) for content in attribution.content)


def _content(attribution: Attribution) -> str:
    return " … ".join(span.text for span in attribution.content)


def _attribution_faults(found: Attribution, entry: Entry, known: Known) -> Iterator[str]:
    if "kind" in entry and found.kind.value != entry["kind"]:
        yield f"kind is {found.kind.value}, expected {entry['kind']}"
    if "source" in entry and not common(span_of(entry["source"]), found.source):
        yield f"source is {found.source.text if found.source else None!r}"
    yield from cue_faults(entry, found.cue)
    for name in ("speaker", "source_actor"):
        if name in entry:
            yield from known.faults("speaker", {"speaker": entry[name]}, found.speaker)
    yield from known.faults("nested_in", entry, found.nested_in)


def cue_faults(entry: Entry, cue: tuple[Span, ...]) -> Iterator[str]:
    """Check that the expected words stand in the cue."""
    words = " ".join(span.text for span in cue)
    if "cue" in entry and entry["cue"].casefold() not in words.casefold():
        yield f"cue is {words!r}"


def not_attribution_fact(record: Record, entry: Entry, known: Known) -> Fact:
    """Check that words in quotation marks were not taken for speech of their own."""
    del known
    faults = taken_for_speech(record, span_of(entry))
    return judged(
        "not_attributions",
        {"id": entry["text"]},
        expected=f"no speech in {entry['text']}",
        found="speech" if faults else "none",
        faults=faults,
    )


def taken_for_speech(record: Record, passage: tuple[int, int]) -> list[str]:
    """List the attributions that have a content inside the passage."""
    return [
        f"it is taken for speech of {each.source.text if each.source else 'nobody'!r}"
        for each in record.attributions
        if any(lies_in(content, passage) for content in each.content)
    ]


def claim_fact(record: Record, entry: Entry, known: Known) -> Fact:
    """Compare one claim of responsibility."""
    span = span_of(entry["evidence"])
    words = entry["evidence"]["text"]
    best = nearest(
        (each for each in record.claims if common(span, each.evidence)),
        lambda each: _claim_faults(each, entry, known),
        lambda each: overlap(span, each.evidence),
    )
    if best is None:
        return missing("claims", entry, words)
    found, faults = best
    return judged("claims", entry, expected=words, found=found.evidence.text, faults=faults)


def _claim_faults(found: Claim, entry: Entry, known: Known) -> Iterator[str]:
    polarity = entry.get("polarity", "claims")
    if found.polarity != polarity:
        yield f"polarity is {found.polarity}, expected {polarity}"
    yield from known.faults("claimant", entry, found.claimant)
    for event in entry["events"]:
        if not any(known.same(event, id_) for id_ in found.events):
            yield f"is not about {event}"


def stance_fact(record: Record, entry: Entry, known: Known) -> Fact:
    """Compare one stance: holder, polarity, target, on whose word."""
    span = span_of(entry["evidence"])
    words = entry["evidence"]["text"]
    best = nearest(
        (each for each in record.stances if common(span, each.evidence)),
        lambda each: _stance_faults(each, entry, known),
        lambda each: overlap(span, each.evidence),
    )
    if best is None:
        return missing("stances", entry, words)
    found, faults = best
    return judged("stances", entry, expected=words, found=found.evidence.text, faults=faults)


def _stance_faults(found: Stance, entry: Entry, known: Known) -> Iterator[str]:
    yield from known.faults("holder", entry, found.holder)
    # The file says what the holder does not do ("oppose"), the record what he does ("opposes").
    if found.polarity.rstrip("s") != entry["polarity"].rstrip("s"):
        yield f"polarity is {found.polarity}, expected {entry['polarity']}"
    wordings = entry["target"].split(" / ")
    if not any(share_words(each, found.target_span.text) for each in wordings):
        yield f"target is {found.target_span.text!r}"
    yield from voice_faults(entry, found.attributed_to, known)
