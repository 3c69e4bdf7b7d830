"""Actors and attributions: who acts, who speaks, on whose word."""

from dataclasses import dataclass
from enum import StrEnum

from dateline.records.named import Mention
from dateline.records.proof import Coded, Span


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
