"""From what the stages said to the finished record; nothing is decided here, only put together.

The triggers that tell one event become one ``Event``; what each of them said is united, in text
order.  A claim of responsibility adds its claimant to the event's actors *as claimed*, never as
fact.
"""

from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TypeVar

from dateline.document import Document
from dateline.records import (
    Actor,
    Attribution,
    Basis,
    BlockKind,
    Cause,
    Claim,
    Coded,
    CoderInfo,
    Event,
    EventContexts,
    EventLink,
    EventMeans,
    EventStatus,
    EventToll,
    Finding,
    Instrument,
    Participant,
    Participants,
    Place,
    Record,
    SameEvent,
    Sentence,
    Stance,
    Tally,
    Time,
    Toll,
    Trend,
    Trigger,
)
from dateline.voice import voice_of

T = TypeVar("T")

#: What a claim's polarity makes of the claimant's part in the event.
BASIS_OF_POLARITY = {"claims": Basis.CLAIMED, "accused by other": Basis.ACCUSED}

#: Why a list of an event is empty, in words for the reader of the record.
EMPTY_REASONS = {
    "actors": "No phrase in the clause names who did it.",
    "recipients": "No phrase in the clause names whom it was done to.",
    "targets": "No physical thing is said to have been hit or aimed at.",
    "instruments": "No weapon or means is named.",
    "toll": "No number of people is stated for it.",
}


def assemble(doc: Document, coder: CoderInfo) -> Record:
    """Put the records of a fully read Document together.

    Args:
        doc: All stages have run over it.
        coder: What coded it; stands in the record.
    """
    return Record(
        report=doc.report,
        sentences=doc.records(Sentence),
        times=doc.records(Time),
        places=doc.records(Place),
        actors=doc.records(Actor),
        events=tuple(_events(doc)),
        attributions=doc.records(Attribution),
        claims=doc.records(Claim),
        stances=doc.records(Stance),
        causes=doc.records(Cause),
        trends=doc.records(Trend),
        tallies=doc.records(Tally),
        findings=doc.records(Finding),
        coder=coder,
    )


@dataclass(frozen=True, slots=True)
class _Told:
    """All that the stages said of one event, by trigger, in text order.

    ``main`` is the first trigger of the body: a headline sums up, the body tells.
    """

    id: str
    main: Trigger
    triggers: list[Trigger]
    parts: list[Participants]
    status: EventStatus
    contexts: Coded[tuple[str, ...]]
    tolls: list[Toll]
    means: list[Instrument]
    claimed: list[Participant]
    links: tuple[EventLink, ...]


def _events(doc: Document) -> Iterator[Event]:
    attributions = doc.records(Attribution)
    for told in _all_told(doc):
        yield _event(told, voice_of(told.main.evidence, attributions))


def _all_told(doc: Document) -> Iterator[_Told]:
    triggers = {trigger.id: trigger for trigger in doc.records(Trigger)}
    parts = {each.event: each for each in doc.records(Participants)}
    statuses = {each.event: each for each in doc.records(EventStatus)}
    contexts = {each.event: each.contexts for each in doc.records(EventContexts)}
    tolls = {each.event: each.tolls for each in doc.records(EventToll)}
    means = {each.event: each.instruments for each in doc.records(EventMeans)}
    claimed = _claimed(doc.records(Claim))
    sentences = doc.records(Sentence)
    for group in doc.records(SameEvent):
        first = group.triggers[0]
        ordered = sorted(
            (triggers[each] for each in group.triggers),
            key=lambda each: sentences[each.sentence].block is BlockKind.TITLE,
        )
        main = ordered[0]
        yield _Told(
            id=first,
            main=main,
            triggers=ordered,
            parts=[parts[each.id] for each in ordered],
            status=statuses[main.id],
            contexts=contexts[main.id],
            tolls=[toll for each in group.triggers for toll in tolls.get(each, ())],
            means=[item for each in group.triggers for item in means.get(each, ())],
            claimed=claimed.get(first, []),
            links=tuple(link for link in doc.records(EventLink) if link.event == first),
        )


def _event(told: _Told, attributed_to: str | None) -> Event:
    first = told.main
    place = _first_coded([part.place for part in told.parts])
    time = _first_coded([part.time for part in told.parts])
    event = Event(
        id=told.id,
        type=Coded(value=first.type, evidence=(first.span,), rule=first.rule, reason=first.reason),
        mode=_first_coded([each.modes for each in told.triggers]),
        contexts=told.contexts,
        trigger=first.span,
        evidence=_once((each.evidence for each in told.triggers), lambda span: span),
        actors=_once(
            [*(each for part in told.parts for each in part.actors), *told.claimed],
            lambda each: each.actor,
        ),
        recipients=_once(
            (each for part in told.parts for each in part.recipients), lambda each: each.actor
        ),
        targets=_once((each for part in told.parts for each in part.targets), lambda e: e.span),
        instruments=_once(told.means, lambda each: each.span),
        place=place,
        time=time,
        toll=_once(told.tolls, _toll_facts),
        status=told.status.status,
        attributed_to=attributed_to,
        series=_first_coded([each.series for each in told.triggers if each.series.value])
        if any(each.series.value for each in told.triggers)
        else first.series,
        condition=told.status.condition,
        link=told.links,
        empty=(),
        confidence=min(
            each.confidence
            for each in (told.status.status, place, time, first.modes)
            if each.value is not None
        ),
        rule=first.rule,
        reason=first.reason,
    )
    empty = ((name, why) for name, why in EMPTY_REASONS.items() if not getattr(event, name))
    return replace(event, empty=tuple(empty))


def _first_coded(values: list[Coded[T]]) -> Coded[T]:
    """Give the first value that is there; if none is, the first reason for its absence."""
    return next((each for each in values if each.value is not None), values[0])


def _once(items: Iterable[T], facts: Callable[[T], Hashable]) -> tuple[T, ...]:
    """Keep the first of the items that state the same facts."""
    kept: dict[Hashable, T] = {}
    for item in items:
        kept.setdefault(facts(item), item)
    return tuple(kept.values())


def _toll_facts(toll: Toll) -> Hashable:
    group = toll.group.text.casefold() if toll.group else None
    return (toll.kind, group, toll.low, toll.best, toll.high, toll.attributed_to)


def _claimed(claims: Iterable[Claim]) -> dict[str, list[Participant]]:
    """Give the actors that claims of responsibility add, by event."""
    found: dict[str, list[Participant]] = {}
    for claim in claims:
        basis = BASIS_OF_POLARITY.get(claim.polarity)
        if basis is None or claim.claimant is None:
            continue
        for event in claim.events:
            found.setdefault(event, []).append(
                Participant(
                    actor=claim.claimant,
                    span=claim.evidence,
                    basis=basis,
                    rule=claim.rule,
                    reason=claim.reason,
                )
            )
    return found
