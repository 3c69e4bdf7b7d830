"""Adapters for the event benchmarks: plv, plover_gsr, muc4, ipe, petr_dyads, neutral."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from dateline.document import Document
from dateline.records import (
    Actor,
    Attribution,
    Basis,
    Event,
    EventType,
    Participant,
    Record,
    Status,
    TollKind,
    Trigger,
)

Row = Mapping[str, Any]
Prediction = dict[str, Any]

#: Our grounds in the scorer's words.
BASIS = {
    Basis.STATED: "fact",
    Basis.CLAIMED: "claimed",
    Basis.ACCUSED: "accused",
    Basis.POSSIBLE: "possible",
}

#: Our toll kinds in the scorer's words.
TOLLS = {TollKind.KILLED: "dead", TollKind.INJURED: "injured", TollKind.PARTICIPANTS: "size"}

#: Kinds of our actors in the scorer's words.
KINDS = {
    "armed forces": "military",
    "armed group": "armed_group",
    "police": "government",
    "organisation": "organization",
    "international organisation": "organization",
    "media": "company",
    "population": "group",
    "unnamed group": "group",
    "group of states": "state",
}

#: Kinds of our targets that are vehicles; the rest are facilities.
VEHICLES = ("vehicle", "convoy", "ship", "aircraft", "train")

#: Attributions under which makers of sentence gold code no event.
DOUBTED = ("denies", "claims", "denial", "accusation")

#: Statuses of what has not come about by the text.
UNREAL = (Status.DENIED, Status.HYPOTHETICAL, Status.DEMANDED)

#: Statuses of what is to come.
TO_COME = (Status.PLANNED, Status.THREATENED)

#: Types that are AGREE while they are only planned.
FRIENDLY = (
    EventType.CONSULT, EventType.SUPPORT, EventType.COOPERATE, EventType.AID, EventType.CONCEDE,
    EventType.RETREAT,
)  # fmt: skip

#: Types that are THREATEN while they are only planned.
HOSTILE = (
    EventType.ASSAULT, EventType.COERCE, EventType.SANCTION, EventType.MOBILIZE, EventType.PROTEST,
)  # fmt: skip

#: Wordings of an actor that are handed over beside the one used in the event.
WORDINGS = 12


def told_events(doc: Document, record: Record) -> list[Event]:
    """Give the events that the makers of sentence gold code: told, not only mentioned, not denied
    or supposed, and not what somebody only claims, denies or accuses another of."""
    told = {trigger.evidence for trigger in doc.records(Trigger) if trigger.told}
    doubted = [
        span
        for each in doc.records(Attribution)
        if each.stance_of_cue in DOUBTED or each.cue_class in DOUBTED
        for span in each.content
    ]
    return [
        event
        for event in record.events
        if not told.isdisjoint(event.evidence)
        and event.status.value not in UNREAL
        and not any(
            span.start <= event.trigger.start and event.trigger.end <= span.end for span in doubted
        )
    ]


def as_plover(event: Event) -> EventType | None:
    """Give the type by PLOVER's rule for what is to come: planned friendly acts are AGREE, planned
    or threatened hostile ones THREATEN."""
    kind = event.type.value
    if kind is None or event.status.value not in TO_COME:
        return kind
    if kind in FRIENDLY:
        return EventType.AGREE
    return EventType.THREATEN if kind in HOSTILE else kind


def sentence_events(doc: Document, record: Record) -> list[Prediction]:
    """Write the told events of one sentence, with PLOVER's types for acts to come."""
    kept = told_events(doc, record)
    written = events_of(replace(record, events=tuple(kept)))
    for event, each in zip(kept, written, strict=True):
        kind = as_plover(event)
        each["type"] = kind.value if kind else ""
        if len(each["actors"]) > 1 and not each["recipients"]:
            each["recipients"] = list(each["actors"])
    return written


def events_of(record: Record) -> list[Prediction]:
    """Write the events of a record in the scorer's shape, in text order."""
    actors = {actor.id: actor for actor in record.actors}
    places = {place.id: place.name for place in record.places}
    times = {time.id: time for time in record.times}
    written = []
    for event in record.events:
        time = times.get(event.time.value or "")
        written.append(
            {
                "type": event.type.value.value if event.type.value else "",
                "mode": " ".join(event.mode.value or ()),
                "status": _status(event),
                "actors": [_actor(part, actors) for part in event.actors],
                "recipients": [_actor(part, actors) for part in event.recipients]
                + [
                    {
                        "text": target.span.text,
                        "kind": "vehicle" if target.kind in VEHICLES else "facility",
                    }
                    for target in event.targets
                ],
                "instruments": [{"text": item.span.text} for item in event.instruments],
                "places": [places[event.place.value]] if event.place.value else [],
                "date": time.start.isoformat() if time and time.start else None,
                "toll": _toll(event),
            }
        )
    return written


def _status(event: Event) -> str:
    status = event.status.value
    if status in (Status.POSSIBLE, Status.HABITUAL):
        return "hypothetical"
    return status.value if status else Status.ACTUAL.value


def _actor(part: Participant, actors: Mapping[str, Actor]) -> Prediction:
    actor = actors[part.actor]
    kind = actor.kind.value.value if actor.kind.value else ""
    written = {
        "text": part.span.text if part.basis is Basis.STATED else actor.name,
        "mentions": _wordings(actor),
        "kind": KINDS.get(kind, kind),
        "basis": BASIS[part.basis],
    }
    if fold(part.span.text) in PRONOUNS:
        written["text"] = actor.name
    if actor.country.value:
        written["country"] = actor.country.value
    if actor.sectors.value:
        written["sector"] = actor.sectors.value[0]
    if actor.member_of is not None and actor.member_of in actors:
        written["affiliation"] = actors[actor.member_of].name
    return written


def fold(words: str) -> tuple[str, ...]:
    """Fold a phrase for comparison: lower case words without articles."""
    return tuple(word for word in words.casefold().split() if word not in ("the", "a", "an"))


def shared_words(one: str, other: str) -> float:
    """Give the words that two phrases share, as a share of the shorter phrase's words."""
    first, second = set(fold(one)), set(fold(other))
    return len(first & second) / min(len(first), len(second)) if first and second else 0.0


#: Words that name nobody by themselves.
PRONOUNS = {(word,) for word in ("he", "she", "they", "it", "him", "her", "them", "we", "who")}


def _wordings(actor: Actor) -> list[str]:
    found: dict[str, None] = {actor.name: None}
    for mention in actor.mentions:
        if mention.how != "pronoun":
            found.setdefault(mention.span.text, None)
    return list(found)[:WORDINGS]


def _toll(event: Event) -> dict[str, int]:
    found: dict[str, int] = {}
    for toll in event.toll:
        name = TOLLS.get(toll.kind)
        if name and toll.best is not None:
            found.setdefault(name, toll.best)
    return found


def plv(row: Row, doc: Document, record: Record) -> Prediction:
    """Events, and the type between the two given phrases."""
    written = sentence_events(doc, record)
    return {"id": row["id"], "events": written, "relation": _relation(row.get("pair"), written)}


def _relation(pair: Mapping[str, str] | None, written: list[Prediction]) -> str | None:
    if not pair or not written:
        return None

    def fit(event: Prediction) -> float:
        source = max((shared_words(pair["source"], a["text"]) for a in event["actors"]), default=0)
        target = max(
            (shared_words(pair["target"], a["text"]) for a in event["recipients"]), default=0
        )
        return source + target

    best = max(written, key=fit)
    return str(best["type"]) or None


def sentence(row: Row, doc: Document, record: Record) -> Prediction:
    """Events only: plover_gsr, petr_dyads, neutral."""
    return {"id": row["id"], "events": sentence_events(doc, record)}


def muc4(row: Row, doc: Document, record: Record) -> Prediction:
    """Events of violence with their roles; dates as days."""
    del doc
    return {"id": row["id"], "events": events_of(record)}


#: Types that are an act of police in the IPE sense when police is their actor.
FORCE_MODES = ("crowd-control", "beat", "firearms")


def ipe(row: Row, doc: Document, record: Record) -> Prediction:
    """Labels of police acts, read off events whose actor is police."""
    del doc
    actors = {actor.id: actor for actor in record.actors}
    labels: set[str] = set()
    for event in record.events:
        if event.status.value not in (Status.ACTUAL, Status.ONGOING):
            continue
        if any(_is_police(actors[part.actor]) for part in event.actors):
            labels |= _police_labels(event)
    return {"id": row["id"], "labels": sorted(labels)}


def _is_police(actor: Actor) -> bool:
    return "COP" in (actor.sectors.value or ())


def _police_labels(event: Event) -> set[str]:
    labels = {"ANY_ACTION"}
    modes = set(event.mode.value or ())
    if event.type.value is EventType.COERCE and "arrest" in modes:
        labels.add("ARREST")
    if event.type.value is EventType.ASSAULT:
        labels.add("FORCE")
        if any(toll.kind is TollKind.KILLED for toll in event.toll):
            labels.add("KILL")
    return labels
