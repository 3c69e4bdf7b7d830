"""From a meaning and its ground to a resolved time: shifts, open intervals, ranges, and the table
of all resolvers.

Named dates are resolved in ``times_resolve_named``, hours and durations in
``times_resolve_hours``.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from dateline.records import TimexType
from dateline.stages.times_calendar import add_days, make_day, move, unit_around
from dateline.stages.times_choice import UNKNOWN_VALUES, dated
from dateline.stages.times_meaning import (
    Clipped,
    Clock,
    Meaning,
    Modified,
    Named,
    Open,
    Range,
    Shifted,
    Vague,
    Weekday,
)
from dateline.stages.times_resolve_hours import HOUR_RESOLVERS
from dateline.stages.times_resolve_named import NAMED_RESOLVERS, Resolve
from dateline.stages.times_resolved import (
    NO_SUCH_DAY,
    Ground,
    Resolved,
    Tense,
    unresolved,
    with_mod,
)


def resolve(meaning: Meaning, ground: Ground) -> Resolved:
    """Resolve a meaning against its ground.

    An expression that needs the day of writing where the report gives none keeps a value with X
    and no interval; ``why`` says so.
    """
    return RESOLVERS[type(meaning)](meaning, ground, resolve)


# ---------------------------------------------------------------- relative


def _base(
    meaning: Shifted, ground: Ground, resolve: Resolve
) -> tuple[date | None, str | None, str]:
    """Give the day from which units are counted, its name, and how to say it in a reason."""
    told = ground.told_within(meaning.unit) if meaning.base == "told" else None
    if told is not None:
        return told.time.point, f"told {told.time.value}", "the time told before"
    if isinstance(meaning.base, str):
        return ground.day, ground.source, "the day of writing"
    base = resolve(meaning.base, ground)
    return base.point, base.anchor, f"{base.value}"


def _shifted(meaning: Shifted, ground: Ground, resolve: Resolve) -> Resolved:
    if meaning.unit == "same":
        return _same_time(ground)
    if meaning.count is None:
        return _uncounted(meaning, ground)
    base, anchor, name = _base(meaning, ground, resolve)
    if base is None:
        return unresolved(UNKNOWN_VALUES.get(meaning.unit, "XXXX-XX-XX"), named_unit(meaning.unit))
    moved = move(base, meaning.unit, meaning.sign * meaning.count)
    if moved is None:
        return unresolved(None, named_unit(meaning.unit), NO_SUCH_DAY)
    return _unit_at(moved, meaning, ground.tense, why=f"is counted from {name}", anchor=anchor)


def _uncounted(meaning: Shifted, ground: Ground) -> Resolved:
    """Resolve "several months ago", "hours later": hours after a day told leave the day."""
    told = ground.told_within("day") if meaning.base == "told" else None
    if told is not None and named_unit(meaning.unit) == "day" and meaning.unit != "day":
        why = "gives no number of hours, so it stays on the day told before"
        return replace(_same_time(replace(ground, told_before=(told,))), why=why)
    back = meaning.sign < 0 or (meaning.base == "told" and ground.tense == "past")
    why = "gives no number from which a day could be counted"
    ref = "PAST_REF" if back else "FUTURE_REF"
    return Resolved(type=TimexType.DATE, value=ref, vague=True, why=why)


def _same_time(ground: Ground) -> Resolved:
    if ground.told is None:
        return Resolved(type=TimexType.DATE, value="PAST_REF", vague=True,
                        why="points back, but no earlier time is told")  # fmt: skip
    told = ground.told.time
    return replace(told, anchor=f"told {told.value}", why="points back to the time told before",
                   open_start=False, open_end=False)  # fmt: skip


def named_unit(unit: str) -> str:
    """Give the unit to whose precision a shift by a unit is known."""
    return {"hour": "day", "minute": "day", "second": "day", "night": "day",
            "fortnight": "week"}.get(unit, unit)  # fmt: skip


FRIDAY = 4

#: "A decade ago" is a year, more or less.
ROUND_UNITS = frozenset({"decade", "century"})


def _unit_at(
    day: date, meaning: Shifted, tense: Tense, *, why: str, anchor: str | None
) -> Resolved:
    unit = named_unit(meaning.unit)
    if unit == "weekend" and meaning.count == 0 and tense == "past" and day.weekday() < FRIDAY:
        day = add_days(day, -7) or day  # "over the weekend", written on a Monday
    if meaning.unit in ROUND_UNITS and meaning.count:
        interval = unit_around(day, "year")
        return dated(interval, "year", why, anchor=anchor, mod="APPROX", point=day)
    if meaning.unit == "year" and meaning.count and meaning.count % 1:
        unit = "month"
    if meaning.unit in ("week", "fortnight") and not isinstance(meaning.base, str):
        unit = "day"  # "two weeks after 3 May" is a day
    return dated(unit_around(day, unit), unit, why, anchor=anchor, point=day)


def _vague(meaning: Vague, ground: Ground, resolve: Resolve) -> Resolved:
    return Resolved(type=TimexType.DATE, value=meaning.ref, vague=True, why="names no date")


# ---------------------------------------------------------------- modified, clipped, open


def _modified(meaning: Modified, ground: Ground, resolve: Resolve) -> Resolved:
    inner = with_mod(resolve(meaning.of, ground), meaning.mod)
    if not isinstance(meaning.of, Shifted) or inner.interval is None:
        return inner
    start, end = inner.interval
    if meaning.mod in ("BEFORE", "ON_OR_BEFORE"):
        return replace(inner, open_start=True)
    if meaning.mod in ("AFTER", "ON_OR_AFTER") and ground.day is not None:
        return replace(inner, interval=(start, max(end, add_days(ground.day, 1) or end)))
    return inner


def _clipped(meaning: Clipped, ground: Ground, resolve: Resolve) -> Resolved:
    inner = resolve(meaning.of, ground)
    if inner.interval is None or ground.day is None:
        return inner
    start, end = inner.interval
    morrow = add_days(ground.day, 1) or end
    if meaning.side == "before":
        return replace(
            inner, interval=(start, min(end, morrow)), why=f"{inner.why}, up to that day"
        )
    return replace(inner, interval=(max(start, ground.day), end), why=f"{inner.why}, from that day")


OPEN_MODS = {
    "since": "ON_OR_AFTER", "after": "AFTER", "before": "BEFORE", "until": "ON_OR_BEFORE"
}  # fmt: skip


def _open(meaning: Open, ground: Ground, resolve: Resolve) -> Resolved:
    inner = with_mod(resolve(meaning.of, ground), OPEN_MODS[meaning.signal])
    to_right = meaning.signal in ("since", "after")
    side = "end" if to_right else "beginning"
    opened = replace(
        inner, open_end=to_right, open_start=not to_right,
        why=f"{inner.why}; {meaning.signal!r} leaves the {side} open",
    )  # fmt: skip
    if inner.interval is None:
        return opened
    start, end = inner.interval
    if inner.type is not TimexType.DATE:
        return opened
    if meaning.signal == "after" and inner.mod != "START":
        return replace(opened, interval=(end, end))
    if meaning.signal == "before" and inner.mod != "END":
        return replace(opened, interval=(start, start))
    return opened


def _range(meaning: Range, ground: Ground, resolve: Resolve) -> Resolved:
    first, last = _ends(meaning, ground, resolve)
    value = f"{first.value}/{last.value}" if first.value and last.value else None
    why = "runs from the first time to the last, both within"
    if first.interval is None or last.interval is None:
        missing = first if first.interval is None else last
        return replace(missing, value=value, interval=None, why=missing.why)
    if last.interval[1] < first.interval[0]:
        return replace(last, value=value, interval=None, why="ends before it begins")
    return replace(
        last, value=value, interval=(first.interval[0], last.interval[1]),
        anchor=last.anchor or first.anchor, why=why,
    )  # fmt: skip


def _ends(meaning: Range, ground: Ground, resolve: Resolve) -> tuple[Resolved, Resolved]:
    """Resolve both ends; the first one takes year or day from the last where it has none."""
    first, last = meaning.first, resolve(meaning.last, ground)
    if isinstance(first, Named) and first.year is None and last.interval is not None:
        first = _before_end(first, last.interval[0])
    if isinstance(first, Clock) and first.day is None and isinstance(meaning.last, Clock):
        first = replace(first, day=meaning.last.day)
    begun = resolve(first, ground)
    if isinstance(first, Weekday) and begun.interval and last.interval:
        begun = _week_before(begun, begun.interval[0], last.interval[0])
    return begun, last


def _week_before(begun: Resolved, start: date, end: date) -> Resolved:
    """Move the first weekday of a range a week back if it lies after the last."""
    earlier = add_days(start, -7) if start > end else None
    return dated(unit_around(earlier, "day"), "day", begun.why) if earlier else begun


def _before_end(first: Named, end: date) -> Named:
    if first.month is None:
        month = end.month if first.day and first.day <= end.day else None
        return replace(first, month=month, year=end.year if month else None)
    day = make_day(end.year, first.month, first.day or 1)
    return replace(first, year=end.year if day is None or day <= end else end.year - 1)


RESOLVERS: dict[type, Callable[[Any, Ground, Resolve], Resolved]] = {
    **NAMED_RESOLVERS,
    **HOUR_RESOLVERS,
    Shifted: _shifted,
    Vague: _vague,
    Modified: _modified,
    Clipped: _clipped,
    Open: _open,
    Range: _range,
}
