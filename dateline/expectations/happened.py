"""Facts about events: type, status, who takes part, what was hit, where, when, at what toll."""

from collections.abc import Iterable, Iterator

from dateline.expectations.facts import (
    Entry,
    Fact,
    Known,
    actor_of,
    common,
    count_faults,
    judged,
    missing,
    nearest,
    overlap,
    share_words,
    span_of,
    value,
)
from dateline.expectations.said import voice_faults
from dateline.records import Basis, Event, Participant, Record, Span, Toll

#: Words for those counted that name nobody in particular.
ANYBODY = frozenset(
    {"people", "person", "persons", "others", "man", "men", "woman", "women", "individuals"}
)


def event_fact(record: Record, entry: Entry, known: Known) -> Fact:
    """Compare one event with all that the expectation says of it.

    Among the events whose trigger or evidence overlaps, one of an expected type goes first.
    """
    span = span_of(entry["evidence"])
    words = f"{'/'.join(entry['types'])}: {entry['evidence']['text']}"
    near = [event for event in record.events if _nearness(event, span)]
    typed = [event for event in near if value(event.type) in entry["types"]]
    best = nearest(
        typed or near,
        lambda event: _event_faults(record, event, entry, known),
        lambda event: _nearness(event, span),
    )
    if best is None:
        return missing("events", entry, words)
    event, faults = best
    known.ids[entry["id"]] = frozenset({event.id})
    found = f"{value(event.type)}: {event.evidence[0].text}"
    return judged("events", entry, expected=words, found=found, faults=faults)


def _nearness(event: Event, span: tuple[int, int]) -> float:
    """Rank by the overlap; a trigger inside the passage counts more than any evidence."""
    shared = max(overlap(span, each) for each in (event.trigger, *event.evidence))
    return shared + bool(common(span, event.trigger))


def _event_faults(record: Record, event: Event, entry: Entry, known: Known) -> Iterator[str]:
    if value(event.type) not in entry["types"]:
        yield f"type is {value(event.type)}, expected {'/'.join(entry['types'])}"
    statuses = entry.get("status_any", [entry["status"]] if "status" in entry else [])
    if statuses and value(event.status) not in statuses:
        yield f"status is {value(event.status)}, expected {'/'.join(statuses)}"
    if "series" in entry and bool(event.series.value) != entry["series"]:
        yield f"series is {bool(event.series.value)}, expected {entry['series']}"
    yield from _party_faults(record, event, entry, known)
    yield from _thing_faults("targets", entry, (each.span for each in event.targets))
    yield from _thing_faults("instruments", entry, (each.span for each in event.instruments))
    yield from known.faults("place", entry, event.place.value)
    yield from known.faults("time", entry, event.time.value)
    yield from _toll_faults(record, event, entry, known)
    yield from voice_faults(entry, event.attributed_to, known)


def _party_faults(record: Record, event: Event, entry: Entry, known: Known) -> Iterator[str]:
    claimed = [part for part in event.actors if part.basis is Basis.CLAIMED]
    for name, parts in (
        ("actors", event.actors),
        ("recipients", event.recipients),
        ("actors_via_claim", claimed),
    ):
        for expected in entry.get(name, ()):
            if not any(known.same(expected, part.actor) for part in parts):
                yield f"{expected} is not among the {name}"
    for name, parts in (
        ("actors_country", event.actors),
        ("recipients_country", event.recipients),
        ("any_party_country", (*event.actors, *event.recipients)),
    ):
        if name in entry and entry[name] not in _countries(record, parts):
            yield f"{name}: nobody is of {entry[name]}"


def _countries(record: Record, parts: Iterable[Participant]) -> set[str | None]:
    actors = (actor_of(record, part.actor) for part in parts)
    return {value(actor.country) for actor in actors if actor}


def _thing_faults(name: str, entry: Entry, spans: Iterable[Span]) -> Iterator[str]:
    there = [span.text for span in spans]
    for words in entry.get(name, ()):
        if not any(share_words(words, each) for each in there):
            yield f"{words!r} is not among the {name}"


def _toll_faults(record: Record, event: Event, entry: Entry, known: Known) -> Iterator[str]:
    tolls = [toll for each in _linked(record, event) for toll in each.toll]
    for expected in entry.get("toll", ()):
        if not any(_same_toll(expected, toll, known) for toll in tolls):
            yield f"toll {expected} is not stated"


def _linked(record: Record, event: Event) -> Iterator[Event]:
    """Give the event and those that are parts of it or that it is a part of: its figures may stand
    in any.  What it answers to, or what answers to it, has figures of its own."""
    others = {link.other for link in event.link if link.relation == "part_of"}
    for each in record.events:
        parts = {link.other for link in each.link if link.relation == "part_of"}
        if each is event or each.id in others or event.id in parts:
            yield each


def _same_toll(expected: Entry, toll: Toll, known: Known) -> bool:
    return (
        toll.kind.value == expected["kind"]
        and _same_group(expected, toll)
        and not any(count_faults(expected, toll))
        and not any(voice_faults(expected, toll.attributed_to, known))
    )


def _same_group(expected: Entry, toll: Toll) -> bool:
    """Compare who was counted; ``null`` allows no group but "people" and the like."""
    if "group" not in expected:
        return True
    group = toll.group.text.casefold() if toll.group else None
    if expected["group"] is None:
        return group is None or group.split()[-1] in ANYBODY
    return group is not None and share_words(expected["group"], group)
