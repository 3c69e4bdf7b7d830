"""The frozen records that stages return and that a finished record is made of.

Offsets are half-open ``[start, end)`` in Unicode code points of ``Report.text``; a ``Span``
carries its own text, and ``text == report.text[start:end]`` always holds.  ``None`` means that
the report does not say; ``Coded.reason`` then tells why the field is empty.

Keys (``id``) are hashes of few raw facts (report, kind, anchor span); see ``key``.
"""

import hashlib
import json
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Generic, TypeVar

T = TypeVar("T")

#: Hex digits kept of a key: 48 bits, so that a billion records of one kind in one report
#: collide less often than once in a hundred thousand years of news.
KEY_DIGITS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """Characters ``[start, end)`` of the report, with the text found there."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Coded(Generic[T]):
    """One value with its proof.

    ``value`` is ``None`` when nothing supports one; ``reason`` then says why it is empty, and
    ``evidence`` is empty.  ``rule`` names the lexicon entry (``file/id``) or the code rule
    (``stage.rule``) that decided.  ``confidence`` is a share of 1: how often the rule is right.
    """

    value: T | None
    evidence: tuple[Span, ...] = ()
    rule: str
    reason: str
    confidence: float = 1.0

    @property
    def raw(self) -> str:
        """The words that support the value, joined by an ellipsis where they are apart."""
        return " … ".join(span.text for span in self.evidence)


def key(kind: str, report_id: str, *facts: str | int) -> str:
    """Make the id of a record from raw, stable facts.

    Args:
        kind: Short prefix that readers recognise: ``evt``, ``act``, ``att`` …
        report_id: ``Report.id``.
        facts: Usually the anchor span's start and end; never a position in a list.
    """
    digest = hashlib.sha256(json.dumps([report_id, kind, *facts]).encode()).hexdigest()
    return f"{kind}-{digest[:KEY_DIGITS]}"


# ---------------------------------------------------------------- the report


class BlockKind(StrEnum):
    """What a stretch of the received text is for."""

    HEADER = "header"  # fields such as " date 2023-10-27 ", "Source: …": no prose, never coded
    TITLE = "title"
    BYLINE = "byline"
    DATELINE = "dateline"  # "BAGHDAD, Oct. 27 (Reuters) —"
    BODY = "body"  # one paragraph
    CREDIT = "credit"  # "(Reporting by …)", "ENDS", copyright lines


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One stretch of the text; blocks do not overlap and are in text order.

    A sentence never runs over the border of a block.
    """

    kind: BlockKind
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """The day of publication and how it was known (``option``, ``header line``, ``metadata`` …)."""

    date: date
    how: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Dateline:
    """The line that opens a report: where and when it was filed and by which agency."""

    span: Span
    place: Span | None
    date: Span | None
    agency: Span | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Received:
    """What arrived: the hash of the bytes, the way they were decoded, and from where."""

    sha256: str
    encoding: str
    encoding_how: str
    replaced: int  # characters that could not be decoded and became U+FFFD
    format: str  # text, html, jsonl, doc (handed over by a program)
    name: str  # file name or "-"; for messages only, never in an export that must repeat


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One report as received; ``text`` is never altered after decoding and extraction.

    ``id`` is the hash of the text.  ``blocks`` cover all that is not white space.
    """

    id: str
    text: str
    title: Span | None
    byline: Span | None
    publisher: str | None
    url: str | None
    published: Published | None
    dateline: Dateline | None
    language: str
    blocks: tuple[Block, ...]
    received: Received


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence; ``index`` counts from 0 in text order, ``first``/``last`` are token numbers
    ``[first, last)`` of the parse."""

    index: int
    span: Span
    block: BlockKind
    paragraph: int
    first: int
    last: int


# ---------------------------------------------------------------- times and places


class TimexType(StrEnum):
    """TIMEX3 types."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


class Precision(StrEnum):
    """The finest unit that the words support."""

    HOUR = "hour"
    PART_OF_DAY = "part of day"
    DAY = "day"
    WEEKEND = "weekend"
    WEEK = "week"
    MONTH = "month"
    SEASON = "season"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    VAGUE = "vague"


@dataclass(frozen=True, slots=True, kw_only=True)
class Time:
    """A time expression with its TIMEX3 value and the half-open interval ``[start, end)`` of days.

    "Since the 18th" opens an interval: ``end`` is ``None`` and ``open_end`` is true.  A duration
    has a value (``P20Y``) and no interval.  An expression that needs an anchor which the report
    does not give keeps ``start`` and ``end`` empty, and ``reason`` says what was missing.
    ``anchor`` tells what it was resolved against ("published 2023-10-27").
    """

    id: str
    span: Span
    type: TimexType
    value: str | None
    start: date | None
    end: date | None
    open_start: bool = False
    open_end: bool = False
    precision: Precision | None
    anchor: str | None
    mod: str | None = None
    rule: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """One way in which the text names an entity, with why it was taken to be that entity."""

    span: Span
    how: str  # name, acronym, office, description, pronoun, demonym, anaphor, metonym
    rule: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceCandidate:
    """A place that the name could also mean, with the score it lost by."""

    name: str
    country: str | None
    admin1: str | None
    feature: str
    geonames_id: int | None
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place of the report.  ``latitude``/``longitude`` (degrees, WGS84) are only given when the
    text names a point; a country or region keeps them empty.

    ``precision`` is country, region (vague part, such as "northern Iraq"), admin1, admin2, city,
    point or none.
    """

    id: str
    name: str
    mentions: tuple[Mention, ...]
    geonames_id: int | None
    latitude: float | None
    longitude: float | None
    country: str | None
    admin1: str | None
    feature: str
    precision: str
    candidates: tuple[PlaceCandidate, ...]
    rule: str
    reason: str


# ---------------------------------------------------------------- actors and speech


class ActorKind(StrEnum):
    """What sort of actor it is."""

    STATE = "state"
    GOVERNMENT = "government"
    ARMED_FORCES = "armed forces"
    POLICE = "police"
    ARMED_GROUP = "armed group"
    ORGANISATION = "organisation"
    INTERNATIONAL = "international organisation"
    PARTY = "party"
    MEDIA = "media"
    COMPANY = "company"
    PERSON = "person"
    POPULATION = "population"
    UNNAMED_GROUP = "unnamed group"
    STATES = "group of states"


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Somebody who acts, is acted upon, or speaks; all ways of naming one actor are mentions.

    ``country`` is ISO3, ``sectors`` are PLOVER sector codes, ``role`` the words that give an
    office ("spokesman for …"), ``member_of`` the actor (id) that a person belongs to or speaks for.
    """

    id: str
    name: str
    kind: Coded[ActorKind]
    country: Coded[str]
    sectors: Coded[tuple[str, ...]]
    role: Coded[str]
    register_id: str | None
    member_of: str | None
    mentions: tuple[Mention, ...]
    rule: str
    reason: str


class AttributionKind(StrEnum):
    """How the words of the source are given."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Who says what: source, cue and content, each as spans of the text.

    ``speaker`` is an actor id.  ``content`` of a quotation over several sentences is one span from
    the opening to the closing mark; a content cut by "he said" has two spans.  ``stance_of_cue``:
    neutral, asserts, doubts, denies, admits, claims.  ``via`` is the outlet told ("told AFP").
    ``cue_class`` says what the source does: speech, thought, belief, denial, accusation,
    perception, report (it vouches for the content, or against it), or intention, request, decree,
    stance (it wants, orders or judges the content: that it does so is on the reporter's word).
    """

    id: str
    kind: AttributionKind
    speaker: str | None
    source: Span | None
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    stance_of_cue: str
    anonymous: bool
    ground: Span | None
    nested_in: str | None
    via: Span | None
    confidence: float
    rule: str
    reason: str
    cue_class: str = "speech"


# ---------------------------------------------------------------- events, in the making


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


# ---------------------------------------------------------------- the finished record


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One coded event as it stands in the finished record."""

    id: str
    type: Coded[EventType]
    mode: Coded[tuple[str, ...]]
    contexts: Coded[tuple[str, ...]]
    trigger: Span
    evidence: tuple[Span, ...]
    actors: tuple[Participant, ...]
    recipients: tuple[Participant, ...]
    targets: tuple[Target, ...]
    instruments: tuple[Instrument, ...]
    place: Coded[str]
    time: Coded[str]
    toll: tuple[Toll, ...]
    status: Coded[Status]
    attributed_to: str | None
    series: Coded[bool]
    condition: Span | None
    link: tuple[EventLink, ...]
    empty: tuple[tuple[str, str], ...]  # list fields that are empty, each with the reason
    confidence: float
    rule: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A claim of responsibility (the word claim is used for nothing else)."""

    id: str
    claimant: str | None
    events: tuple[str, ...]
    mode: str  # statement, spokesperson, video, online, letter, call, not said …
    polarity: str  # claims, denies, accused by other
    evidence: Span
    attributed_to: str | None
    rule: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Stance:
    """Who is for or against whom or what."""

    id: str
    holder: str | None
    holder_span: Span | None
    target: str | None  # actor id, if the target is an actor
    target_span: Span
    polarity: str  # supports, opposes, neutral
    strength: str  # weak, plain, strong
    evidence: Span
    attributed_to: str | None
    rule: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Cause:
    """One statement that something brings about or hinders something else."""

    id: str
    cause: Span
    cause_event: str | None
    effect: Span
    effect_event: str | None
    sign: str  # "+" or "-"
    cue: tuple[Span, ...]
    modality: str  # asserted, conditional, possible
    attributed_to: str | None
    rule: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Trend:
    """An asserted movement: "attacks are on the rise"."""

    id: str
    subject: Span
    direction: str  # up, down, steady, changing
    since: str | None  # time id
    evidence: Span
    attributed_to: str | None
    rule: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """A count of incidents over a period: "58 attacks since 17 October, says the Pentagon".

    ``by`` is on whose word the count is told; ``counted_by`` who did the counting, where the text
    says so ("the monitor has recorded 27 raids").
    """

    id: str
    low: int | None
    best: int | None
    high: int | None
    what: Span
    type: EventType | None
    place: str | None
    since: str | None
    as_of: str | None
    by: str | None  # attribution id
    counted_by: str | None = None  # actor id
    toll: tuple[Toll, ...]
    evidence: Span
    rule: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Something about the report itself: what it rests on, what was not read."""

    id: str
    what: str  # entry of lexicons/findings.yml
    message: str
    evidence: tuple[Span, ...]
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CoderInfo:
    """What coded the report; ``fingerprint`` is a hash over the other fields and all lexicons."""

    version: str
    codebook: str
    parser: str
    reader: str
    fingerprint: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """All that Dateline takes from one report."""

    report: Report
    sentences: tuple[Sentence, ...]
    times: tuple[Time, ...]
    places: tuple[Place, ...]
    actors: tuple[Actor, ...]
    events: tuple[Event, ...]
    attributions: tuple[Attribution, ...]
    claims: tuple[Claim, ...]
    stances: tuple[Stance, ...]
    causes: tuple[Cause, ...]
    trends: tuple[Trend, ...]
    tallies: tuple[Tally, ...]
    findings: tuple[Finding, ...]
    coder: CoderInfo
