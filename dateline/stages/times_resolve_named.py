"""Resolving dates that are named: days, months, years, weekdays, holidays, seasons, quarters.

Every resolver gets the meaning, its ground and ``resolve`` for the meanings within.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from dateline.records import TimexType
from dateline.stages.times_calendar import Interval, add_days, easter, make_day, season, unit_around
from dateline.stages.times_choice import (
    PICKED,
    UNKNOWN_VALUES,
    calendar_unit,
    choose,
    dated,
    nth_unit,
    pick,
)
from dateline.stages.times_meaning import Era, Feast, Fraction, Meaning, Named, Season, Weekday
from dateline.stages.times_resolved import Ground, Resolved, unresolved

Resolve = Callable[[Meaning, Ground], Resolved]


def _named(meaning: Named, ground: Ground, resolve: Resolve) -> Resolved:
    if meaning.month is None and meaning.day is not None:
        return _day_number(meaning, ground)
    year = meaning.year
    if year is None and meaning.month is not None:
        return _without_year(meaning, meaning.month, ground)
    if year is not None and not isinstance(year, int):
        return _with_relative_year(meaning, resolve(year, ground))
    interval, unit = calendar_unit(year or 0, meaning.month, meaning.day)
    names = {"day": "names the day in full", "month": "names the month and its year"}
    return dated(interval, unit, names.get(unit, "names the year"), full=True)


def _with_relative_year(meaning: Named, year: Resolved) -> Resolved:
    unit = "day" if meaning.day else "month"
    if year.interval is None:
        return unresolved(_open_value(meaning), unit, year.why)
    interval, unit = calendar_unit(year.interval[0].year, meaning.month, meaning.day)
    return dated(interval, unit, f"takes its year from words that say {year.value}",
                 anchor=year.anchor)  # fmt: skip


def _open_value(meaning: Named) -> str:
    month = f"{meaning.month:02d}" if meaning.month else "XX"
    return f"XXXX-{month}" + (f"-{meaning.day:02d}" if meaning.day else "")


def _without_year(meaning: Named, month: int, ground: Ground) -> Resolved:
    unit = "day" if meaning.day else "month"
    if ground.day is None:
        return unresolved(_open_value(meaning), unit)
    story = _story_year(meaning, ground)
    if story is not None:
        interval, unit = calendar_unit(story, month, meaning.day)
        return dated(interval, unit, "takes its year from the date told just before",
                     anchor=f"told {ground.told.time.value}" if ground.told else None)  # fmt: skip
    interval, way = choose(
        lambda year: calendar_unit(year, month, meaning.day)[0],
        ground.day.year, ground, meaning.turn,
    )  # fmt: skip
    return dated(interval, unit, PICKED[way], anchor=ground.source)


def _story_year(meaning: Named, ground: Ground) -> int | None:
    """Give the year of a story told in the same paragraph: "On 5 May 2011 … On 9 May"."""
    told = ground.told
    if told is None or ground.day is None or told.paragraph != ground.paragraph:
        return None
    if ground.tense != "past" or meaning.day is None or not told.time.full:
        return None
    if (
        told.time.unit != "day"
        or told.time.point is None
        or told.time.point.year == ground.day.year
    ):
        return None
    day = make_day(told.time.point.year, meaning.month or 1, meaning.day)
    return day.year if day and told.time.point <= day else None


def _day_number(meaning: Named, ground: Ground) -> Resolved:
    number = meaning.day or 1
    if ground.day is None:
        return unresolved(f"XXXX-XX-{number:02d}", "day")
    around = ground.day.year * 12 + ground.day.month - 1

    def in_month(months: int) -> Interval | None:
        day = make_day(months // 12, months % 12 + 1, number)
        return unit_around(day, "day") if day else None

    turn = meaning.turn if meaning.turn in ("last", "next") else None
    tense = "past" if ground.tense == "unknown" else ground.tense
    interval, way = choose(in_month, around, replace(ground, tense=tense), turn)
    return dated(interval, "day", PICKED[way], anchor=ground.source)


def _weekday(meaning: Weekday, ground: Ground, resolve: Resolve) -> Resolved:
    if meaning.week is not None:
        week = resolve(meaning.week, ground)
        if week.interval is not None:
            day = add_days(week.interval[0], meaning.day)
            around = unit_around(day, "day") if day else None
            return dated(around, "day", "lies in the week that is named", anchor=week.anchor)
    if ground.day is None:
        return unresolved(f"XXXX-WXX-{meaning.day + 1}", "day")
    back = (ground.day.weekday() - meaning.day) % 7
    days = (add_days(ground.day, step - back) for step in (-7, 0, 7))
    candidates = [unit_around(day, "day") for day in days if day]
    way = meaning.turn or ("past" if ground.tense == "unknown" else ground.tense)
    if way == "this":
        way = "past" if ground.tense == "past" else "future"
    return dated(pick(candidates, ground.day, way), "day", PICKED[way], anchor=ground.source)


def _feast(meaning: Feast, ground: Ground, resolve: Resolve) -> Resolved:
    def of_year(year: int) -> Interval | None:
        if meaning.easter is not None:
            return unit_around(add_days(easter(year), meaning.easter) or easter(year), "day")
        return calendar_unit(year, meaning.month, meaning.day)[0]

    if isinstance(meaning.year, int):
        return dated(of_year(meaning.year), "day", "is a holiday of the year named", full=True)
    if meaning.year is not None:
        year = resolve(meaning.year, ground)
        if year.interval is not None:
            return dated(of_year(year.interval[0].year), "day", "is a holiday", anchor=year.anchor)
    if ground.day is None:
        return unresolved("XXXX-XX-XX", "day")
    interval, way = choose(of_year, ground.day.year, ground, meaning.turn)
    return dated(interval, "day", f"is a holiday; it {PICKED[way]}", anchor=ground.source)


def _season(meaning: Season, ground: Ground, resolve: Resolve) -> Resolved:
    year = meaning.year
    if year is not None and not isinstance(year, int):
        named = resolve(year, ground)
        if named.interval is None:
            return unresolved(f"XXXX-{meaning.code}", "season", named.why)
        year = named.interval[0].year
    if isinstance(year, int):
        return dated(season(year, meaning.code), "season", "names the season of a year",
                     value=f"{year:04d}-{meaning.code}", full=True)  # fmt: skip
    if ground.day is None:
        return unresolved(f"XXXX-{meaning.code}", "season")
    interval, way = choose(
        lambda number: season(number, meaning.code), ground.day.year, ground, meaning.turn
    )
    value = None if interval is None else f"{interval[1].year:04d}-{meaning.code}"
    return dated(interval, "season", PICKED[way], value=value, anchor=ground.source)


def _era(meaning: Era, ground: Ground, resolve: Resolve) -> Resolved:
    first = make_day(max(meaning.first, 1), 1, 1)
    interval = unit_around(first, meaning.unit) if first else None
    value = str(meaning.first // (10 if meaning.unit == "decade" else 100))
    return dated(interval, meaning.unit, f"names the {meaning.unit}", value=value, full=True)


def _fraction(meaning: Fraction, ground: Ground, resolve: Resolve) -> Resolved:
    if meaning.of is None:
        return _fraction_alone(meaning, ground)
    whole = resolve(meaning.of, ground)
    if whole.interval is None:
        return unresolved(UNKNOWN_VALUES.get(meaning.unit), meaning.unit, whole.why)
    found = nth_unit(whole.interval, meaning.unit, meaning.number, meaning.count)
    if meaning.count > 1 and found:
        return Resolved(
            type=TimexType.DURATION, value=f"P{meaning.count}{meaning.unit[0].upper()}",
            interval=found, point=found[0], unit=meaning.unit, anchor=whole.anchor,
            why=f"counts the first {meaning.unit}s within {whole.value}",
        )  # fmt: skip
    return dated(found, meaning.unit, f"is a numbered {meaning.unit} of {whole.value}",
                 anchor=whole.anchor, full=whole.full)  # fmt: skip


def _fraction_alone(meaning: Fraction, ground: Ground) -> Resolved:
    if ground.day is None:
        return unresolved(f"XXXX-{meaning.unit[0].upper()}{meaning.number}", meaning.unit)

    def of_year(year: int) -> Interval | None:
        whole = calendar_unit(year, None, None)[0]
        return nth_unit(whole, meaning.unit, meaning.number, 1) if whole else None

    interval, way = choose(of_year, ground.day.year, ground, None)
    return dated(interval, meaning.unit, PICKED[way], anchor=ground.source)


#: The resolvers of this module by meaning.
NAMED_RESOLVERS: dict[type, Callable[[Any, Ground, Resolve], Resolved]] = {
    Named: _named,
    Weekday: _weekday,
    Feast: _feast,
    Fraction: _fraction,
    Season: _season,
    Era: _era,
}
