"""What must not be taken from a report: each entry of ``must_not`` as a check on the record.

An entry is an object with ``what`` (words for people) and ``check`` (one of ``CHECKS``), or a
sentence in the wording of the worked example, which ``must_not_sentences`` turns into such
objects.  A sentence that it cannot read counts as broken: a check that does nothing must not
look green.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from dateline.errors import ExpectationError
from dateline.expectations.facts import Entry, Fact, common, fold, lies_in, span_of, value
from dateline.expectations.must_not_sentences import read_sentence
from dateline.expectations.said import taken_for_speech
from dateline.gazetteer.folding import fold_name
from dateline.lexicons.load import load_table
from dateline.records import (
    Actor,
    ActorKind,
    BlockKind,
    Event,
    Place,
    Record,
    Time,
)

#: Precisions of a place that is a spot on the map.
POINTS = frozenset({"city", "point", "site"})

#: Kinds of actor that are a part of their state, whatever sector they were given.
STATE_KINDS = frozenset(
    {ActorKind.STATE, ActorKind.GOVERNMENT, ActorKind.ARMED_FORCES, ActorKind.POLICE}
)

#: Sectors of the state; a check that refuses one of them refuses ``STATE_KINDS`` too.
STATE_SECTORS = frozenset({"GOV", "MIL", "COP"})


def must_not_fact(record: Record, number: int, entry: str | Entry) -> Fact:
    """Say whether the record keeps clear of what must not be taken.

    Raises:
        ExpectationError: The entry names a check that we do not have.
    """
    if isinstance(entry, str):
        what, entries = entry, list(read_sentence(entry, record.report.text))
    else:
        what, entries = str(entry["what"]), [entry]
    faults = [fault for each in entries for fault in _faults(record, each)]
    if not entries:
        faults = ["no check reads this sentence; write it as an object with 'check'"]
    return Fact(
        list="must_not",
        id=str(number),
        verdict="wrong" if faults else "right",
        expected=what,
        found="broken" if faults else "kept",
        faults=tuple(faults),
    )


def _faults(record: Record, entry: Entry) -> Iterator[str]:
    check = CHECKS.get(entry["check"])
    if check is None:
        raise ExpectationError(
            f"must_not: unknown check {entry['check']!r}; expected one of {', '.join(CHECKS)}"
        )
    return check.run(record, entry)


def no_event(record: Record, entry: Entry) -> Iterator[str]:
    """No event of the types has its trigger in the span, whatever its status."""
    for event in _triggered_in(record, span_of(entry["span"])):
        if value(event.type) in entry["types"]:
            yield f"{value(event.type)} is coded from {event.trigger.text!r}"


def no_attribution(record: Record, entry: Entry) -> Iterator[str]:
    """No attribution has a content inside the span."""
    yield from taken_for_speech(record, span_of(entry["span"]))


def no_place(record: Record, entry: Entry) -> Iterator[str]:
    """No mention that touches the span is taken for one of the named places (for any, if none is
    named).  A name may be followed by its country or province: "Georgia, United States"."""
    span = span_of(entry["span"])
    for place in record.places:
        if not any(common(span, mention.span) for mention in place.mentions):
            continue
        if not entry["any_name"] or any(_is_called(place, name) for name in entry["any_name"]):
            yield f"{place.name} ({place.country}) is coded"


def _is_called(place: Place, name: str) -> bool:
    name, _, wider = name.partition(",")
    around = {fold_name(place.admin1 or ""), *_country_names().get(place.country or "", ())}
    return fold_name(name) == fold_name(place.name) and (not wider or fold_name(wider) in around)


@cache
def _country_names() -> dict[str, frozenset[str]]:
    return {
        row["iso3"]: frozenset({fold_name(row["iso3"]), fold_name(row["name"])})
        for row in load_table("countries")
    }


def no_point(record: Record, entry: Entry) -> Iterator[str]:
    """No place is coded as a spot on the map."""
    del entry
    for place in record.places:
        if place.precision in POINTS or place.latitude is not None:
            yield f"{place.name} is coded as a {place.precision}"


def no_toll(record: Record, entry: Entry) -> Iterator[str]:
    """No event and no tally has a toll."""
    del entry
    tolls = [toll for event in record.events for toll in event.toll]
    tolls += [toll for tally in record.tallies for toll in tally.toll]
    for toll in tolls:
        words = " … ".join(span.text for span in toll.evidence)
        yield f"{toll.kind.value} is coded from {words!r}"


def event_time_not(record: Record, entry: Entry) -> Iterator[str]:
    """No event told by the span has a time that overlaps the interval ``[start, end)``."""
    times = {time.id: time for time in record.times}
    for event in _triggered_in(record, span_of(entry["span"])):
        time = times.get(event.time.value or "")
        if time is not None and _overlaps(time, *entry["time"]):
            yield f"{event.trigger.text!r} is dated {time.start} to {time.end}"


def _overlaps(time: Time, start: str, end: str) -> bool:
    """Compare half-open intervals; an open side has no bound, a time without any has no days."""
    if time.start is None and time.end is None:
        return False
    begins_before = time.start is None or time.start.isoformat() < end
    ends_behind = time.end is None or start < time.end.isoformat()
    return begins_before and ends_behind


def actor_not(record: Record, entry: Entry) -> Iterator[str]:
    """No actor of the wordings has one of the sectors, or is a part of the state if one of the
    sectors is.  A mention that ends in a wording counts: "Iraqi militias" for "militias"."""
    refused = set(entry["sector"])
    for actor in record.actors:
        if not any(_is_named(actor, wording) for wording in entry["any_text"]):
            continue
        sectors = sorted(refused & set(actor.sectors.value or ()))
        if sectors:
            yield f"{actor.name} has the sector {', '.join(sectors)}"
        if refused & STATE_SECTORS and actor.kind.value in STATE_KINDS:
            yield f"{actor.name} is of the kind {value(actor.kind)}"


def _is_named(actor: Actor, wording: str) -> bool:
    wanted = fold(wording)
    return any(fold(mention.span.text)[-len(wanted) :] == wanted for mention in actor.mentions)


def headline_apart(record: Record, entry: Entry) -> Iterator[str]:
    """The headline is a sentence of its own, and no event rests on words of it and the body."""
    del entry
    title = record.report.title
    if title is None:
        yield "no headline was found"
        return
    edge = title.end
    for sentence in record.sentences:
        if common((title.start, edge), sentence.span) and (
            sentence.block is not BlockKind.TITLE or sentence.span.end > edge
        ):
            yield f"a sentence runs from the headline to {sentence.span.end}"
    for event in record.events:
        if any(span.start < edge < span.end for span in event.evidence):
            yield f"{event.trigger.text!r} rests on words of the headline and of the body"


def _triggered_in(record: Record, span: tuple[int, int]) -> Iterator[Event]:
    for event in record.events:
        trigger = event.trigger
        if lies_in(trigger, span) or span[0] <= trigger.start < span[1]:
            yield event


@dataclass(frozen=True, slots=True)
class Check:
    """A check with the keys that its entries need besides ``what`` and ``check``."""

    run: Callable[[Record, Entry], Iterator[str]]
    needs: tuple[str, ...] = ()


#: The checks by the name that stands in ``check``.
CHECKS: dict[str, Check] = {
    check.run.__name__: check
    for check in (
        Check(no_event, ("span", "types")),
        Check(no_attribution, ("span",)),
        Check(no_place, ("span", "any_name")),
        Check(no_point),
        Check(no_toll),
        Check(event_time_not, ("span", "time")),
        Check(actor_not, ("any_text", "sector")),
        Check(headline_apart),
    )
}
