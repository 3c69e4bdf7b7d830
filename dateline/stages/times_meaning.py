"""What a time expression means before it is resolved against an anchor.

A meaning is a small tree: "early on 3 May last year" is a ``Modified`` over a ``Named`` whose year
is a ``Shifted``.  Units are the names used in ``times_calendar``.
"""

from dataclasses import dataclass
from typing import Literal

#: "published": the day of writing; "told": the time told before in the text.
Base = Literal["published", "told"]

#: A count of units; ``None`` is a vague one ("several", "a few").
Count = float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A calendar date as far as it is named: "27 October 2023", "December 2021", "2021", "the 18th".

    ``year`` may itself be a meaning ("October of next year") or missing; ``month`` may be missing
    with a day ("the 18th").  ``turn`` is "last", "this" or "next" if the words say so.
    """

    year: "int | Meaning | None" = None
    month: int | None = None
    day: int | None = None
    turn: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Weekday:
    """A day of the week, 0 is Monday; ``week`` is given for "Tuesday of last week"."""

    day: int
    turn: str | None = None
    week: "Meaning | None" = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Feast:
    """A holiday: fixed ``month``/``day``, or days from Easter in ``easter``."""

    month: int | None
    day: int | None
    easter: int | None
    year: "int | Meaning | None" = None
    turn: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Fraction:
    """A numbered part of a greater unit: "the first quarter of last year", "the last week of March".

    ``number`` counts from 1, or from -1 at the end.  ``count`` is more than 1 for "the first three
    months of 2009".  Without ``of`` the unit around the day of writing is meant.
    """

    unit: str
    number: int
    count: int = 1
    of: "Meaning | None" = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Season:
    """A season of a year: "spring 2022", "last summer"."""

    code: str
    year: "int | Meaning | None" = None
    turn: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Era:
    """A decade ("the 1990s": first year 1990) or a century ("the 20th century": 1900)."""

    unit: Literal["decade", "century"]
    first: int
    two_digits: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Shifted:
    """A unit so many units away from a base: "yesterday", "two days ago", "the previous month"."""

    unit: str
    count: Count
    sign: int
    base: "Base | Meaning"


@dataclass(frozen=True, slots=True, kw_only=True)
class Vague:
    """A reference without a date: ``PRESENT_REF``, ``PAST_REF``, ``FUTURE_REF``."""

    ref: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """An hour of a day: "3:30 a.m. on Oct. 25"; ``zulu`` for UTC and GMT."""

    hour: int
    minute: int | None
    zulu: bool = False
    day: "Meaning | None" = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PartOfDay:
    """A part of a day by its TIMEX3 code (MO, AF, EV, NI, MI …): "Monday morning"."""

    code: str
    day: "Meaning | None" = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Modified:
    """A meaning with a TIMEX3 ``mod`` (START, MID, END, APPROX …)."""

    mod: str
    of: "Meaning"


@dataclass(frozen=True, slots=True, kw_only=True)
class Clipped:
    """The part of a unit before or after the day of writing: "earlier this month"."""

    side: Literal["before", "after"]
    of: "Meaning"


@dataclass(frozen=True, slots=True, kw_only=True)
class Open:
    """An interval open on one side: "since the 18th", "until Friday"."""

    signal: Literal["since", "after", "before", "until"]
    of: "Meaning"


@dataclass(frozen=True, slots=True, kw_only=True)
class Range:
    """From one time to another, both within: "4-6 October", "from Monday to Wednesday"."""

    first: "Meaning"
    last: "Meaning"


@dataclass(frozen=True, slots=True, kw_only=True)
class Length:
    """A duration: "20 years", "several weeks"; ``mod`` is that of its count ("more than")."""

    count: Count
    unit: str
    mod: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Recent:
    """A duration that ends or begins at the day of writing: "the past 24 hours"."""

    length: Length
    sign: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Every:
    """A set of times by its TIMEX3 value: "every Friday", "daily"."""

    value: str


Meaning = (
    Named
    | Weekday
    | Feast
    | Fraction
    | Season
    | Era
    | Shifted
    | Vague
    | Clock
    | PartOfDay
    | Modified
    | Clipped
    | Open
    | Range
    | Length
    | Recent
    | Every
)
