"""Making dates of calendar units, and choosing the one that is meant among several."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from dateline.records import TimexType
from dateline.stages.times_calendar import Interval, add_days, make_day, timex_of, unit_around
from dateline.stages.times_resolved import NO_SUCH_DAY, Ground, Resolved, unresolved

#: Values of units that cannot be placed.
UNKNOWN_VALUES = {
    "day": "XXXX-XX-XX", "week": "XXXX-WXX", "weekend": "XXXX-WXX-WE", "month": "XXXX-XX",
    "quarter": "XXXX-QX", "half": "XXXX-HX", "year": "XXXX", "decade": "XXX", "century": "XX",
    "fortnight": "XXXX-WXX",
}  # fmt: skip


def dated(interval: Interval | None, unit: str, why: str, **more: Any) -> Resolved:
    """Make a DATE over one calendar unit; without interval the calendar has no such day."""
    if interval is None:
        return unresolved(None, unit, NO_SUCH_DAY)
    return Resolved(
        type=TimexType.DATE,
        value=more.pop("value", None) or timex_of(interval, unit),
        interval=interval,
        point=more.pop("point", interval[0]),
        unit=unit,
        why=why,
        **more,
    )


PICKED = {
    "past": "is taken as the last one up to the day of writing",
    "future": "is taken as the next one from the day of writing, because its clause looks ahead",
    "unknown": "is taken as the one nearest to the day of writing",
    "last": "is the last one before the day of writing",
    "next": "is the first one after the day of writing",
    "this": "is the one nearest to the day of writing",
}


def pick(candidates: Iterable[Interval | None], day: date, way: str) -> Interval | None:
    """Choose one of several intervals: the last up to a day, the next from it, or the nearest.

    Args:
        way: A key of ``PICKED``.
    """
    known = [each for each in candidates if each is not None]
    if way == "past":
        return max((each for each in known if each[0] <= day), default=None)
    if way == "future":
        return min((each for each in known if day < each[1]), default=None)
    if way == "last":
        return max((each for each in known if each[1] <= day), default=None)
    if way == "next":
        return min((each for each in known if day < each[0]), default=None)
    return min(known, key=lambda each: (_distance(each, day), each), default=None)


def _distance(interval: Interval, day: date) -> int:
    if interval[0] <= day < interval[1]:
        return 0
    nearest = interval[0] if day < interval[0] else interval[1]
    return abs((nearest - day).days)


def choose(
    make: Callable[[int], Interval | None], around: int, ground: Ground, turn: str | None
) -> tuple[Interval | None, str]:
    """Try a yearly (or monthly) unit around a number and choose; give it and the way."""
    way = turn or ground.tense
    candidates = (make(around + step) for step in (-2, -1, 0, 1, 2))
    return (pick(candidates, ground.day, way) if ground.day else None), way


def calendar_unit(year: int, month: int | None, day: int | None) -> tuple[Interval | None, str]:
    """Give the year, month or day that is named, with its unit; ``None`` if there is none."""
    unit = "day" if day else "month" if month else "year"
    first = make_day(year, month or 1, day or 1)
    return (unit_around(first, unit) if first else None), unit


def nth_unit(whole: Interval, unit: str, number: int, count: int) -> Interval | None:
    """Give the numbered unit (or units) within an interval; a week belongs to the month of its
    Thursday, a weekend to that of its Saturday; ``None`` if there are not so many."""
    inner: list[Interval] = []
    day: date | None = whole[0]
    belongs = {"week": 3, "weekend": 5}.get(unit, 0)
    while day is not None and day < whole[1] and len(inner) < 1_500:
        around = unit_around(day, unit)
        if around is None:
            break
        tested = add_days(around[0], belongs if unit == "week" else 0)
        if tested is not None and whole[0] <= tested < whole[1]:
            inner.append(around)
        day = around[1]
    first = number - 1 if number > 0 else len(inner) + number - (count - 1)
    if first < 0 or first + count > len(inner):
        return None
    return inner[first][0], inner[first + count - 1][1]
