"""Whom does the report rest on, and whom does it leave out?"""

from collections.abc import Iterator
from functools import cache

from dateline.document import Document
from dateline.lexicons.load import load_lexicon
from dateline.records import (
    Actor,
    ActorKind,
    Attribution,
    BlockKind,
    Claim,
    EventType,
    Participants,
    SameEvent,
    Span,
    Trigger,
)
from dateline.stages.attribution_cues import Cue
from dateline.stages.attribution_outlets import is_outlet
from dateline.stages.findings_words import Note, listed
from dateline.voice import voice_of

#: Classes of cues by which somebody tells what is so.
TELLS = frozenset({"speech", "report"})

#: Classes of cues that give no word of the source: what it wants, holds or sees.
WORDLESS = frozenset({"intention", "thought", "belief", "perception"})

#: Kinds of actors that have a voice of their own and could have been asked.
HAS_VOICE = frozenset(
    {
        ActorKind.STATE,
        ActorKind.GOVERNMENT,
        ActorKind.ARMED_FORCES,
        ActorKind.POLICE,
        ActorKind.ARMED_GROUP,
        ActorKind.ORGANISATION,
        ActorKind.INTERNATIONAL,
        ActorKind.PARTY,
        ActorKind.COMPANY,
        ActorKind.PERSON,
    }
)

#: Kinds that speak for one another where the country is the same.
STATE_LIKE = frozenset({ActorKind.STATE, ActorKind.GOVERNMENT})

#: Words of a credit line that may make up the name of an outlet.
LONGEST_OUTLET = 4

#: Sources that are no names: who they are depends on the words before.
PRONOUNS = frozenset({"he", "she", "they", "it", "we", "i", "who", "which", "that", "you"})


def source_notes(doc: Document) -> Iterator[Note]:
    """Give the notes on sources, on the accused, on parties and on agencies."""
    told = [each for each in doc.records(Attribution) if _tells(each)]
    yield from _named(doc, told)
    speakers = _speakers(doc)
    accused = dict(_accused(doc))
    yield from _accused_not_quoted(doc, accused, speakers)
    yield from _parties_not_quoted(doc, frozenset(accused), speakers)
    yield from _unattributed(doc)
    yield from _agencies(doc)


# ---------------------------------------------------------------- sources


@cache
def _tell_a_clause() -> frozenset[str]:
    """Give the rules whose content tells something: not "announced a truce", a noun phrase only."""
    return frozenset(
        f"cues/{cue.id}"
        for cue in load_lexicon("cues", Cue)
        if cue.pos == "verb" and {"clause", "quote"} & set(cue.takes)
    )


def _tells(attribution: Attribution) -> bool:
    """Say whether somebody outside of all quotations tells something in the body."""
    return (
        attribution.cue_class in TELLS
        and attribution.source is not None
        and attribution.nested_in is None
        and attribution.rule != "attributions.heading"
        and (attribution.rule.startswith("attributions.") or attribution.rule in _tell_a_clause())
    )


def _named(doc: Document, told: list[Attribution]) -> Iterator[Note]:
    """Say that one named source, or none, stands behind all that is told by somebody."""
    named: dict[str, list[Attribution]] = {}
    for each in told:
        if not each.anonymous and each.source is not None:
            name = each.speaker or each.source.text.casefold()
            if each.speaker is not None or name not in PRONOUNS:
                named.setdefault(name, []).append(each)
    spans = tuple(each.source for each in told if each.source is not None)
    if told and all(each.anonymous for each in told):
        count = len({span.text.casefold() for span in spans})
        yield Note(what="only-anonymous", evidence=spans, count=count)
    if len(named) == 1:
        ((name, those),) = named.items()
        yield Note(
            what="one-named-source",
            evidence=tuple(each.source for each in those if each.source is not None),
            name=_name(doc, name, those),
        )


def _name(doc: Document, name: str, those: list[Attribution]) -> str:
    for actor in doc.records(Actor):
        if actor.id == name:
            return actor.name
    first = those[0].source
    return first.text if first is not None else name


# ---------------------------------------------------------------- the accused and the parties


def _speakers(doc: Document) -> frozenset[str]:
    """Give the ids of all actors that have a word in the report, by themselves or by a member."""
    actors = {actor.id: actor for actor in doc.records(Actor)}
    found: set[str] = set()
    for attribution in doc.records(Attribution):
        name = None if attribution.cue_class in WORDLESS else attribution.speaker
        while name is not None and name not in found:
            found.add(name)
            name = actors[name].member_of if name in actors else None
    states = {
        actors[name].country.value
        for name in found
        if name in actors and actors[name].kind.value in STATE_LIKE
    } - {None}
    found.update(
        actor.id
        for actor in actors.values()
        if actor.kind.value in STATE_LIKE and actor.country.value in states
    )
    return frozenset(found)


def _accused(doc: Document) -> Iterator[tuple[str, tuple[Span, ...]]]:
    """Give the accused actors with the words that accuse them."""
    found: dict[str, list[Span]] = {}
    triggers = {trigger.id: trigger for trigger in doc.records(Trigger)}
    for parts in doc.records(Participants):
        trigger = triggers.get(parts.event)
        if trigger is not None and trigger.type is EventType.ACCUSE:
            for each in parts.recipients:
                found.setdefault(each.actor, []).append(trigger.evidence)
    for claim in doc.records(Claim):
        if claim.polarity == "accused by other" and claim.claimant is not None:
            found.setdefault(claim.claimant, []).append(claim.evidence)
    for name, spans in found.items():
        yield name, tuple(spans)


def _accused_not_quoted(
    doc: Document, accused: dict[str, tuple[Span, ...]], speakers: frozenset[str]
) -> Iterator[Note]:
    for actor in doc.records(Actor):
        if actor.id in accused and actor.id not in speakers:
            yield Note(
                what="accused-not-quoted",
                evidence=accused[actor.id],
                name=actor.name,
                about=actor.id,
            )


def _parties_not_quoted(
    doc: Document, accused: frozenset[str], speakers: frozenset[str]
) -> Iterator[Note]:
    """Say who takes part in the events without a word in the report; the accused are told apart."""
    places: dict[str, Span] = {}
    for parts in doc.records(Participants):
        for each in (*parts.actors, *parts.recipients):
            places.setdefault(each.actor, each.span)
    silent = [
        actor
        for actor in doc.records(Actor)
        if actor.id in places
        and actor.kind.value in HAS_VOICE
        and actor.id not in speakers
        and actor.id not in accused
    ]
    if silent:
        yield Note(
            what="party-not-quoted",
            evidence=tuple(places[actor.id] for actor in silent),
            count=len(silent),
            name=listed(actor.name for actor in silent),
        )


def _unattributed(doc: Document) -> Iterator[Note]:
    """Count the events that nobody but the reporter tells."""
    triggers = {trigger.id: trigger for trigger in doc.records(Trigger)}
    attributions = doc.records(Attribution)
    own = [
        triggers[group.triggers[0]]
        for group in doc.records(SameEvent)
        if all(
            voice_of(triggers[each].span, attributions) is None
            for each in group.triggers
            if each in triggers
        )
        and group.triggers[0] in triggers
    ]
    if own:
        spans = tuple(trigger.evidence for trigger in own)
        yield Note(what="unattributed-assertions", evidence=spans, count=len(own))


# ---------------------------------------------------------------- agencies


def _agencies(doc: Document) -> Iterator[Note]:
    """Say which agencies and outlets the report takes words from."""
    spans = [*_filed_by(doc), *_credited(doc), *_cited_outlets(doc)]
    if spans:
        names = (span.text.removeprefix("the ") for span in spans)
        yield Note(what="agency-copy", evidence=tuple(spans), count=len(spans), name=listed(names))


def _filed_by(doc: Document) -> Iterator[Span]:
    dateline = doc.report.dateline
    if dateline is not None and dateline.agency is not None:
        yield dateline.agency


def _credited(doc: Document) -> Iterator[Span]:
    for block in doc.report.blocks:
        if block.kind is BlockKind.CREDIT:
            yield from _outlets_in(doc, block.start, block.end)


def _outlets_in(doc: Document, start: int, end: int) -> Iterator[Span]:
    """Give the names of outlets in a credit line, the longest from each word on."""
    words = [token for token in doc.tokens_of(doc.span(start, end)) if not token.is_punct]
    at = 0
    while at < len(words):
        for size in range(min(LONGEST_OUTLET, len(words) - at), 0, -1):
            span = doc.span_of(words[at : at + size])
            if span.text[0].isupper() and is_outlet(span.text):
                yield span
                at += size - 1
                break
        at += 1


def _cited_outlets(doc: Document) -> Iterator[Span]:
    """Give the outlets that were told something or are the source themselves."""
    for attribution in doc.records(Attribution):
        if attribution.via is not None:
            yield attribution.via
        source = attribution.source
        if source is not None and is_outlet(source.text):
            yield source
