"""Resolving hours, parts of the day, durations and sets; see ``times_resolve``."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from dateline.records import TimexType
from dateline.stages.times_build_length import period
from dateline.stages.times_calendar import add_days, move
from dateline.stages.times_meaning import Clock, Every, Length, Meaning, PartOfDay, Recent, Shifted
from dateline.stages.times_resolved import Ground, Resolved

Resolve = Callable[[Meaning, Ground], Resolved]

UNKNOWN_DAY = "XXXX-XX-XX"


def resolve_clock(meaning: Clock, ground: Ground, resolve: Resolve) -> Resolved:
    """Resolve an hour: on its own day, else the day told before, else the day of writing."""
    minute = meaning.minute or 0
    tail = f"T{meaning.hour:02d}:{minute:02d}{'Z' if meaning.zulu else ''}"
    return _on_day(resolve_day(meaning.day, ground, resolve), tail, "hour")


def resolve_part(meaning: PartOfDay, ground: Ground, resolve: Resolve) -> Resolved:
    """Resolve a part of a day; "overnight" is the night before the day of writing."""
    overnight = meaning.code == "OVERNIGHT"
    tail = "TNI" if overnight else f"T{meaning.code}"
    time = _on_day(resolve_day(meaning.day, ground, resolve), tail, "part")
    if overnight and time.interval:
        evening = add_days(time.interval[0], -1) or time.interval[0]
        why = f"{time.why}; the night may have begun the day before"
        return replace(time, interval=(evening, time.interval[1]), why=why)
    return time


def resolve_day(day: Meaning | None, ground: Ground, resolve: Resolve) -> Resolved:
    """Give the day of an hour that may come without one."""
    if day is None:
        day = Shifted(unit="day", count=0, sign=0, base="told")
    if isinstance(day, Shifted) and day.base == "told" and not _told_a_day(ground):
        day = replace(day, base="published")
    return resolve(day, ground)


def _told_a_day(ground: Ground) -> bool:
    """Say whether the time told before is a day (or an hour) in the same paragraph."""
    told = ground.told_within("day")
    return told is not None and told.paragraph == ground.paragraph


def _on_day(day: Resolved, tail: str, unit: str) -> Resolved:
    head = day.value[:10] if day.interval and day.value else UNKNOWN_DAY
    known = day.value[:10] if day.value and "X" in day.value else UNKNOWN_DAY
    value = (head if day.interval else known) + tail
    return replace(day, type=TimexType.TIME, value=value, unit=unit, vague=False)


def resolve_length(meaning: Length, ground: Ground, resolve: Resolve) -> Resolved:
    """Resolve a duration: it has a value and never a place in the calendar."""
    return Resolved(
        type=TimexType.DURATION, value=period(meaning.count, meaning.unit), unit=meaning.unit,
        mod=meaning.mod, why="is a length of time, not a date",
    )  # fmt: skip


def resolve_recent(meaning: Recent, ground: Ground, resolve: Resolve) -> Resolved:
    """Resolve a duration that touches the day of writing: "the past 24 hours"."""
    length = resolve_length(meaning.length, ground, resolve)
    count = meaning.length.count
    if ground.day is None or count is None:
        return replace(length, why="is a length of time up to or from the day of writing")
    far = move(ground.day, meaning.length.unit, meaning.sign * count)
    morrow = add_days(ground.day, 1)
    if far is None or morrow is None:
        return length
    interval = (far, morrow) if meaning.sign < 0 else (ground.day, max(far, morrow))
    side = "ends" if meaning.sign < 0 else "begins"
    why = f"is a length of time that {side} at the day of writing"
    return replace(length, interval=interval, anchor=ground.source, why=why)


def resolve_every(meaning: Every, ground: Ground, resolve: Resolve) -> Resolved:
    """Resolve a set: it has a value and no single place in the calendar."""
    return Resolved(type=TimexType.SET, value=meaning.value, why="is a set of times, not one date")


#: The resolvers of this module by meaning.
HOUR_RESOLVERS: dict[type, Callable[[Any, Ground, Resolve], Resolved]] = {
    Clock: resolve_clock,
    PartOfDay: resolve_part,
    Length: resolve_length,
    Recent: resolve_recent,
    Every: resolve_every,
}
