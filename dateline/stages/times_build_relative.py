"""Builders for times that are counted from another: "yesterday", "two days later"; see
``times_build``."""

from collections.abc import Callable
from typing import Any

from dateline.stages.times_counts import Number
from dateline.stages.times_meaning import (
    Base,
    Clipped,
    Meaning,
    Modified,
    PartOfDay,
    Shifted,
    Vague,
)

Parts = dict[str, Any]

TURNS = {"last": -1, "past": -1, "this": 0, "current": 0, "present": 0, "next": 1, "coming": 1}
SIDES = {
    "before": -1, "earlier": -1, "previously": -1, "beforehand": -1, "prior": -1,
    "after": 1, "later": 1, "afterwards": 1, "afterward": 1, "thereafter": 1, "from": 1,
}  # fmt: skip
#: Units below a day: "two hours earlier" stays on the day.
SHORT_UNITS = frozenset({"hour", "minute", "second"})


def unit_among(parts: Parts) -> str:
    """Give the unit among the parts, whatever the pattern demanded of its number."""
    unit: str = parts["unit"] if "unit" in parts else parts["oneunit"]
    return unit


def _deictic(parts: Parts) -> Meaning:
    side = parts.get("side", "")
    offset = int(parts["deictic"]) + (SIDES[side] if side in ("before", "after") else 0)
    return Shifted(unit="day", count=abs(offset), sign=_sign(offset), base="published")


def _sign(number: int) -> int:
    return (number > 0) - (number < 0)


def _unit_of(parts: Parts) -> Meaning:
    return Shifted(unit=unit_among(parts), count=0, sign=0, base=parts["day"])


def _turn_unit(parts: Parts) -> Meaning | None:
    unit = unit_among(parts)
    if unit in SHORT_UNITS or unit == "day":
        return None
    if unit == "night":
        return PartOfDay(code="NI", day=_day_off(TURNS[parts.get("turn", "this")]))
    return _shifted_by(unit, TURNS[parts.get("turn", "this")], "published")


def _day_off(offset: int) -> Shifted:
    return _shifted_by("day", offset, "published")


def _shifted_by(unit: str, offset: int, base: "Base | Meaning") -> Shifted:
    return Shifted(unit=unit, count=abs(offset), sign=_sign(offset), base=base)


def _this_unit(parts: Parts) -> Meaning | None:
    unit = unit_among(parts)
    if unit == "day":  # "later in the day": of the day told before
        return _shifted_by("day", 0, "told")
    return None if unit in SHORT_UNITS else _shifted_by(unit, 0, "published")


def _counted(parts: Parts) -> tuple[float | None, str]:
    """Give count and unit among the parts; ``None`` is a vague count."""
    unit: str = parts["units"] if "units" in parts else unit_among(parts)
    number: Number = parts.get("count", Number(None))
    value = number.value
    if "half" in parts and value is not None:
        value += 0.5
    return value, unit


def with_mod(parts: Parts, meaning: Meaning) -> Meaning:
    """Wrap a meaning in the ``mod`` of its count ("more than", "about"), if it has one."""
    return Modified(mod=parts["mod"], of=meaning) if "mod" in parts else meaning


#: "More than two years ago" lies before the day two years ago, "less than" after it.
AGO_MODS = {
    "MORE_THAN": "BEFORE", "EQUAL_OR_MORE": "ON_OR_BEFORE",
    "LESS_THAN": "AFTER", "EQUAL_OR_LESS": "ON_OR_AFTER",
}  # fmt: skip


def _ago(parts: Parts) -> Meaning:
    count, unit = _counted(parts)
    shifted = Shifted(unit=unit, count=count, sign=-1, base="published")
    if "mod" in parts:
        parts = {**parts, "mod": AGO_MODS.get(parts["mod"], parts["mod"])}
    return with_mod(parts, shifted)


def _same_unit_ago(parts: Parts) -> Meaning:
    unit = "month" if unit_among(parts) == "period" else unit_among(parts)
    back = Shifted(unit=parts["by"], count=1, sign=-1, base="told")
    return Shifted(unit=unit, count=0, sign=0, base=back)


def _from_now(parts: Parts) -> Meaning:
    count, unit = _counted(parts)
    return Shifted(unit=unit, count=count, sign=1, base="published")


def _clipped(parts: Parts) -> Meaning | None:
    of: Meaning | None = (
        _deictic(parts) if "deictic" in parts else parts.get("relative") or parts.get("whole")
    )
    if not isinstance(of, Shifted) or (of.base == "told" and "relative" in parts):
        return None
    if of.count != 0 or of.base == "told":
        return of
    return Clipped(side="before" if parts["side"] == "earlier" else "after", of=of)


WHICH = {"previous": -1, "preceding": -1, "prior": -1, "same": 0, "very": 0, "that": 0,
         "following": 1, "ensuing": 1, "next": 1}  # fmt: skip


def _told_unit(parts: Parts) -> Meaning | None:
    offset = WHICH[parts.get("which", "same")]
    if "part" in parts:
        return PartOfDay(code=parts["part"], day=_shifted_by("day", offset, "told"))
    unit = unit_among(parts)
    if unit in SHORT_UNITS:
        return None
    if unit == "night":
        return PartOfDay(code="NI", day=_shifted_by("day", offset, "told"))
    return _shifted_by(unit, offset, "told")


def _told_same(parts: Parts) -> Meaning | None:
    return _told_unit({**parts, "which": "same"})


def _told_side(parts: Parts) -> Meaning | None:
    offset = SIDES[parts["side"]]
    return _told_unit({**parts, "which": "previous" if offset < 0 else "following"})


def _told_shift(parts: Parts) -> Meaning | None:
    count, unit = _counted(parts)
    return with_mod(parts, Shifted(unit=unit, count=count, sign=SIDES[parts["side"]], base="told"))


def _shift_from(parts: Parts) -> Meaning:
    count, unit = _counted(parts)
    base: Meaning = parts["date"]
    return with_mod(parts, Shifted(unit=unit, count=count, sign=SIDES[parts["side"]], base=base))


def _later_that(parts: Parts) -> Meaning:
    meaning: Meaning = parts["toldpart"]
    return meaning


def _that_time(parts: Parts) -> Meaning:
    return Shifted(unit="same", count=0, sign=0, base="told")


def _vague(parts: Parts) -> Meaning:
    return Vague(ref=parts["ref"])


RELATIVE_BUILDERS: dict[str, Callable[[Parts], Meaning | None]] = {
    "deictic": _deictic,
    "unit_of": _unit_of,
    "turn_unit": _turn_unit,
    "this_unit": _this_unit,
    "ago": _ago,
    "from_now": _from_now,
    "same_unit_ago": _same_unit_ago,
    "clipped": _clipped,
    "told_unit": _told_unit,
    "told_same": _told_same,
    "told_side": _told_side,
    "told_shift": _told_shift,
    "shift_from": _shift_from,
    "later_that": _later_that,
    "that_time": _that_time,
    "vague": _vague,
}
