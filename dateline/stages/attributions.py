"""On whose word does each part of the report stand?

Finds direct and indirect speech, thought, belief, intention, denial and stance: source, cue and
content.  The frame is that of PARC 3.0 and PolNeAR; other than there, nested attributions are
kept, and a content begins behind "that".
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import replace

from dateline.document import Document
from dateline.mentions import actors_by_head
from dateline.records import Attribution, key
from dateline.stages.attribution_clauses import verb_drafts
from dateline.stages.attribution_cues import signal_at
from dateline.stages.attribution_headings import heading_drafts
from dateline.stages.attribution_kinds import kind_of
from dateline.stages.attribution_nouns import adjective_drafts, noun_drafts
from dateline.stages.attribution_outlets import Actors, anonymity, via_of
from dateline.stages.attribution_phrases import adverb_draft, phrase_drafts
from dateline.stages.attribution_quotes import find_quotes
from dateline.stages.attribution_reading import Draft, Reading, Source, read
from dateline.stages.attribution_speech import with_continued, without_cue

#: Words that may open a phrase that names a source.
PREPOSITIONS = frozenset({"according", "in", "by", "to"})

#: How each part of speech of a cue is read.
READERS = {
    "verb": verb_drafts,
    "noun": noun_drafts,
    "adjective": adjective_drafts,
    "adverb": adverb_draft,
}

#: Classes of cues that become speech when the content is a quotation ("“Leave,” he urged").
NOT_SPOKEN = frozenset({"intention", "request", "decree", "stance"})


def find_attributions(doc: Document) -> tuple[Attribution, ...]:
    """Find who says, thinks, wants, denies or orders what.

    A quotation over many sentences or paragraphs is one content; one that "he said" cuts has two.
    Words in quotation marks that nobody is said to say are left alone (scare quotes, titles).

    Args:
        doc: Must hold sentences, places and actors.
    Returns:
        The attributions by the start of their content; nested ones name the attribution around.
    Raises:
        LexiconError: ``cues.yml`` or one of the word tables breaks its own rules.
    Source: rules for spans in the PolNeAR guidelines (Newell et al. 2018); lexicon ours.
    """
    reading = read(doc, find_quotes(doc))
    found = [*_drafts(reading)]
    found += without_cue(reading, found)
    drafts = _without_doubles(reading, with_continued(reading, found))
    actors = actors_by_head(doc)
    nest = _Nest([(draft, _id(doc, draft)) for draft in drafts])
    return tuple(_record(reading, draft, nest, actors) for draft in drafts)


def _drafts(reading: Reading) -> Iterator[Draft]:
    yield from heading_drafts(reading)
    for first, last in zip(reading.starts, reading.ends, strict=True):
        for token in reading.parse[first:last]:
            if token.lower_ in PREPOSITIONS:
                yield from phrase_drafts(reading, token)
                continue
            signal = signal_at(token)
            if signal is not None:
                yield from READERS[signal.cues[0].pos](reading, signal)


#: Last words of "asked not to be named" and its like: the ground of anonymity, no attribution.
NAMELESS = ("to be named", "to be identified", "remain anonymous", "anonymity", "be quoted")


def _without_doubles(reading: Reading, drafts: Iterable[Draft]) -> list[Draft]:
    """Keep the surest of drafts with one content, in text order."""
    best: dict[tuple[tuple[int, int], ...], Draft] = {}
    for draft in _without_others_words(reading, list(drafts)):
        start, end = draft.content[0]
        if reading.doc.text[start:end].lower().endswith(NAMELESS):
            continue
        known = best.get(draft.content)
        if known is None or draft.confidence > known.confidence:
            best[draft.content] = draft
    return sorted(best.values(), key=lambda draft: (draft.content[0], draft.token))


def _without_others_words(reading: Reading, drafts: list[Draft]) -> Iterator[Draft]:
    """Leave to a nearer cue what is its whole content: in "“…,” he said, adding: “…”" the first
    quotation is not what he added."""
    whole = {draft.content[0]: draft for draft in drafts if len(draft.content) == 1 and draft.cue}
    for draft in drafts:
        kept = tuple(
            part
            for part in draft.content
            if part not in whole
            or whole[part] is draft
            or not part[1] <= reading.offsets[whole[part].token] < reading.offsets[draft.token]
        )
        yield replace(draft, content=kept) if kept and kept != draft.content else draft


def _id(doc: Document, draft: Draft) -> str:
    start, end = draft.content[0]
    cue = draft.cue[0] if draft.cue else -1
    return key("att", doc.report.id, start, end, cue)


class _Nest:
    """Which attribution stands inside which, for all attributions of one report."""

    def __init__(self, named: list[tuple[Draft, str]]) -> None:
        self.names = {id(draft): name for draft, name in named}
        self.parts = sorted(
            (start, end, name) for draft, name in named for start, end in draft.content
        )
        self.starts = [start for start, _, _ in self.parts]
        self.longest = max((end - start for start, end, _ in self.parts), default=0)

    def name(self, draft: Draft) -> str:
        """Give the id of a draft."""
        return self.names[id(draft)]

    def around(self, draft: Draft) -> str | None:
        """Give the innermost other attribution whose content holds this one, cue and all."""
        cue = [draft.cue[0]] if draft.cue else []
        start, end = min([*cue, draft.content[0][0]]), draft.content[-1][1]
        best: tuple[int, str] | None = None
        for at in range(bisect_right(self.starts, start) - 1, -1, -1):
            left, right, name = self.parts[at]
            if start - left > self.longest:
                break
            if (
                right >= end
                and name != self.name(draft)
                and (best is None or right - left < best[0])
            ):
                best = (right - left, name)
        return best[1] if best else None


def _record(reading: Reading, draft: Draft, nest: _Nest, actors: Actors) -> Attribution:
    doc = reading.doc
    source = draft.source
    kind = kind_of(reading, draft)
    anonymous, ground = anonymity(reading, draft, actors)
    return Attribution(
        id=nest.name(draft),
        kind=kind,
        speaker=_speaker(source, actors),
        source=doc.span(*reading.chars(source.first, source.last)) if source else None,
        cue=(doc.span(*draft.cue),) if draft.cue else (),
        content=tuple(doc.span(*part) for part in draft.content),
        stance_of_cue=draft.stance or "neutral",
        anonymous=anonymous,
        ground=ground,
        nested_in=nest.around(draft),
        via=via_of(reading, draft.addressee, actors),
        confidence=draft.confidence,
        rule=draft.rule,
        reason=draft.reason,
        cue_class=_cue_class(draft),
    )


def _cue_class(draft: Draft) -> str:
    if draft.entry is None or (draft.speech and draft.entry.kind in NOT_SPOKEN):
        return "speech"
    return draft.entry.kind


def _speaker(source: Source | None, actors: Actors) -> str | None:
    """Give the actor behind the source's main word; the words inside the phrase name others."""
    if source is None:
        return None
    known = actors.get(source.known) or actors.get(source.head)
    return known[0].id if known else None
