"""What a time expression comes to, and against what it was resolved."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from dateline.records import Precision, TimexType
from dateline.stages.times_calendar import Interval

#: Where the clause of an expression lies: decides "on Friday" and "in May".
Tense = Literal["past", "future", "unknown"]

PRECISIONS = {
    "second": Precision.HOUR, "minute": Precision.HOUR, "hour": Precision.HOUR,
    "part": Precision.PART_OF_DAY, "day": Precision.DAY, "night": Precision.DAY,
    "weekend": Precision.WEEKEND, "week": Precision.WEEK, "fortnight": Precision.WEEK,
    "month": Precision.MONTH, "season": Precision.SEASON, "quarter": Precision.QUARTER,
    "half": Precision.HALF, "year": Precision.YEAR, "decade": Precision.DECADE,
    "century": Precision.CENTURY,
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolved:
    """A meaning with its TIMEX3 value and days.

    ``point`` is the day from which "two days later" counts on; ``unit`` the finest unit named;
    ``why`` the rest of a reason that begins with the words themselves; ``anchor`` is empty for a
    time that is named in full.
    """

    type: TimexType
    value: str | None
    interval: Interval | None = None
    point: date | None = None
    unit: str = "day"
    anchor: str | None = None
    mod: str | None = None
    open_start: bool = False
    open_end: bool = False
    vague: bool = False
    full: bool = False  # the year is in the words
    why: str

    @property
    def precision(self) -> Precision | None:
        """The finest unit that the words support; ``None`` for a duration or a set."""
        if self.vague:
            return Precision.VAGUE
        if self.type in (TimexType.DURATION, TimexType.SET):
            return None
        return PRECISIONS[self.unit]


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A time told before in the text: its resolution and the paragraph where it stands."""

    time: Resolved
    paragraph: int


#: Units by size, to tell which told times are precise enough to count from.
SIZES = {
    "second": 0, "minute": 0, "hour": 0, "part": 0, "day": 0, "night": 0, "weekend": 1, "week": 1,
    "fortnight": 1, "month": 2, "season": 3, "quarter": 3, "half": 3, "year": 4, "decade": 5,
    "century": 6,
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """Against what one expression is resolved.

    ``day`` is the day of writing and ``source`` how it is known ("published 2023-10-27"); both are
    empty if the report gives none.
    """

    day: date | None
    source: str | None
    told_before: tuple[Told, ...]  # at most one of each unit, the latest last
    tense: Tense
    paragraph: int

    @property
    def told(self) -> Told | None:
        """The time told last."""
        return self.told_before[-1] if self.told_before else None

    def told_within(self, unit: str) -> Told | None:
        """Give the time told last that is no coarser than a unit: "the day before" needs a day."""
        size = SIZES.get(unit, 0)
        fine = (each for each in reversed(self.told_before) if SIZES.get(each.time.unit, 0) <= size)
        return next(fine, None)


NO_DAY_OF_WRITING = "needs the day of writing, which the report does not give"
NO_SUCH_DAY = "names a day that the calendar does not have"


def unresolved(value: str | None, unit: str, why: str = NO_DAY_OF_WRITING) -> Resolved:
    """Make the result of an expression that cannot be placed in the calendar."""
    time = TimexType.TIME if value and "T" in value else TimexType.DATE
    return Resolved(type=time, value=value, unit=unit, why=why)


def with_mod(time: Resolved, mod: str) -> Resolved:
    """Set the ``mod`` unless the words within already set one."""
    return time if time.mod else replace(time, mod=mod)
