"""Times and places: what the report names, resolved."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from dateline.records.proof import Span


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
