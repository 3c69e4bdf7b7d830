"""The finished record and the records that only stand there."""

from dataclasses import dataclass

from dateline.records.making import (
    EventLink,
    EventType,
    Instrument,
    Participant,
    Status,
    Target,
    Toll,
)
from dateline.records.named import Place, Time
from dateline.records.proof import Coded, Span
from dateline.records.report import Report, Sentence
from dateline.records.voices import Actor, Attribution


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
