"""The frozen records that stages return and that a finished record is made of.

Offsets are half-open ``[start, end)`` in Unicode code points of ``Report.text``; a ``Span``
carries its own text, and ``text == report.text[start:end]`` always holds.  ``None`` means that
the report does not say; ``Coded.reason`` then tells why the field is empty.

Keys (``id``) are hashes of few raw facts (report, kind, anchor span); see ``key``.
"""

from dateline.records.finished import (
    Cause,
    Claim,
    CoderInfo,
    Event,
    Finding,
    Record,
    Stance,
    Tally,
    Trend,
)
from dateline.records.making import (
    Basis,
    EventContexts,
    EventLink,
    EventMeans,
    EventStatus,
    EventToll,
    EventType,
    Instrument,
    Participant,
    Participants,
    Role,
    SameEvent,
    Slot,
    Status,
    Target,
    Toll,
    TollKind,
    Trigger,
)
from dateline.records.named import Mention, Place, PlaceCandidate, Precision, Time, TimexType
from dateline.records.proof import Coded, Span, key
from dateline.records.report import (
    Block,
    BlockKind,
    Dateline,
    Published,
    Received,
    Report,
    Sentence,
)
from dateline.records.voices import Actor, ActorKind, Attribution, AttributionKind

__all__ = [
    "Actor",
    "ActorKind",
    "Attribution",
    "AttributionKind",
    "Basis",
    "Block",
    "BlockKind",
    "Cause",
    "Claim",
    "Coded",
    "CoderInfo",
    "Dateline",
    "Event",
    "EventContexts",
    "EventLink",
    "EventMeans",
    "EventStatus",
    "EventToll",
    "EventType",
    "Finding",
    "Instrument",
    "Mention",
    "Participant",
    "Participants",
    "Place",
    "PlaceCandidate",
    "Precision",
    "Published",
    "Received",
    "Record",
    "Report",
    "Role",
    "SameEvent",
    "Sentence",
    "Slot",
    "Span",
    "Stance",
    "Status",
    "Tally",
    "Target",
    "Time",
    "TimexType",
    "Toll",
    "TollKind",
    "Trend",
    "Trigger",
    "key",
]
