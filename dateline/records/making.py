"""Events in the making: what each stage says of a trigger, before ``assembly`` joins it."""

from dataclasses import dataclass
from enum import StrEnum

from dateline.records.proof import Coded, Span


class EventType(StrEnum):
    """The sixteen types of PLOVER 2.0."""

    AGREE = "AGREE"
    CONSULT = "CONSULT"
    SUPPORT = "SUPPORT"
    CONCEDE = "CONCEDE"
    COOPERATE = "COOPERATE"
    AID = "AID"
    RETREAT = "RETREAT"
    REQUEST = "REQUEST"
    ACCUSE = "ACCUSE"
    REJECT = "REJECT"
    THREATEN = "THREATEN"
    PROTEST = "PROTEST"
    SANCTION = "SANCTION"
    MOBILIZE = "MOBILIZE"
    COERCE = "COERCE"
    ASSAULT = "ASSAULT"


class Status(StrEnum):
    """Whether and how the event is said to be real."""

    ACTUAL = "actual"
    ONGOING = "ongoing"
    PLANNED = "planned"
    THREATENED = "threatened"
    DEMANDED = "demanded"
    POSSIBLE = "possible"
    DENIED = "denied"
    HYPOTHETICAL = "hypothetical"
    HABITUAL = "habitual"


class Role(StrEnum):
    """What a phrase is to an event."""

    ACTOR = "actor"
    RECIPIENT = "recipient"
    TARGET = "target"
    INSTRUMENT = "instrument"
    PLACE = "place"
    TIME = "time"
    TOPIC = "topic"


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """A phrase that fills a role of a trigger; ``head`` is its token number in the parse."""

    role: Role
    span: Span
    head: int
    how: str  # "subject of 'attacked'", "object of preposition 'on'" …


@dataclass(frozen=True, slots=True, kw_only=True)
class Trigger:
    """A word or group of words that tells an event, with its code and its slots.

    ``head`` is the token number of the trigger's main word, ``evidence`` the clause that tells it.
    ``told`` is false for a noun that only mentions an event taken as known ("condemned the
    *attack*").
    """

    id: str
    span: Span
    head: int
    sentence: int
    type: EventType
    modes: Coded[tuple[str, ...]]
    series: Coded[bool]
    evidence: Span
    slots: tuple[Slot, ...]
    told: bool = True
    rule: str
    reason: str


class Basis(StrEnum):
    """On what ground an actor is given for an event."""

    STATED = "stated"  # the text says so in the voice of the reporter or of the speaker
    CLAIMED = "claimed"  # the actor claims it
    ACCUSED = "accused"  # somebody blames the actor
    POSSIBLE = "possible"  # suspected, believed


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant:
    """An actor's part in an event: the actor's id, the words used here, and on what ground."""

    actor: str
    span: Span
    basis: Basis
    rule: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """A physical thing that was hit or aimed at ("military bases", "a convoy")."""

    span: Span
    kind: str  # entry of lexicons/targets.yml: military base, vehicle, embassy, dwelling …
    rule: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Participants:
    """Who and what takes part in one triggered event, and where and when it took place."""

    event: str
    actors: tuple[Participant, ...]
    recipients: tuple[Participant, ...]
    targets: tuple[Target, ...]
    place: Coded[str]
    time: Coded[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class EventStatus:
    """The status of one triggered event, with the condition it hangs on, if any."""

    event: str
    status: Coded[Status]
    condition: Span | None


class TollKind(StrEnum):
    """What befell the people counted."""

    KILLED = "killed"
    INJURED = "injured"
    MISSING = "missing"
    ABDUCTED = "abducted"
    ARRESTED = "arrested"
    DISPLACED = "displaced"
    PARTICIPANTS = "participants"


@dataclass(frozen=True, slots=True, kw_only=True)
class Toll:
    """A count of people.  ``low``/``best``/``high``: "at least six" is (6, 6, None), "dozens" is
    (24, None, 99) by ``lexicons/vague_numbers.yml``, "no one was hurt" is (0, 0, 0).

    ``group`` are the words for whom was counted ("civilians"), ``hedge`` the words that soften.
    """

    kind: TollKind
    group: Span | None
    low: int | None
    best: int | None
    high: int | None
    hedge: Span | None
    evidence: tuple[Span, ...]
    attributed_to: str | None
    rule: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EventToll:
    """The tolls of one triggered event, in text order."""

    event: str
    tolls: tuple[Toll, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Instrument:
    """A weapon or means; ``kind`` is the entry of ``lexicons/weapons.yml``."""

    span: Span
    kind: str
    modes: tuple[str, ...]
    rule: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EventMeans:
    """The instruments of one triggered event."""

    event: str
    instruments: tuple[Instrument, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EventContexts:
    """The PLOVER contexts (topics) of one triggered event."""

    event: str
    contexts: Coded[tuple[str, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class SameEvent:
    """Triggers that tell one event; the first in ``triggers`` gives the event its id."""

    triggers: tuple[str, ...]
    rule: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EventLink:
    """A relation to another event: ``part_of``, ``response_to``, ``announces`` …"""

    event: str
    other: str
    relation: str
    rule: str
    reason: str
