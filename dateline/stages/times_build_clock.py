"""Builders for hours and parts of the day; see ``times_build``."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from dateline.stages.times_meaning import Clock, Meaning, Modified, PartOfDay, Shifted

Parts = dict[str, Any]

NAMED_HOURS = {"noon": 12, "midday": 12, "midnight": 0}


def _clock(parts: Parts) -> Meaning | None:
    if "word" in parts:
        return Clock(hour=NAMED_HOURS[parts["word"]], minute=0, zulu=_is_zulu(parts))
    raw = str(parts.get("hour") or parts.get("hm") or parts.get("compact") or "")
    hour, minute = read_hour(raw)
    if hour is None or hour > 24:
        return None
    half = parts.get("ampm")
    if half:
        if not 1 <= hour <= 12:
            return None if hour > 12 and half == "am" else _made(hour % 24, minute, parts)
        hour = hour % 12 + (12 if half == "pm" else 0)
    return _made(hour % 24, minute, parts)


def _made(hour: int, minute: int | None, parts: Parts) -> Clock:
    return Clock(hour=hour, minute=minute, zulu=_is_zulu(parts))


def _is_zulu(parts: Parts) -> bool:
    return parts.get("zone") == "Z"


def read_hour(raw: str) -> tuple[int | None, int | None]:
    """Read hour and minute of "3", "3:30", "3.30", "1530"; minutes are ``None`` if not given."""
    raw = raw.rstrip("h")
    for mark in (":", "."):
        if mark in raw:
            hour, minute = raw.split(mark)[:2]
            return int(hour), int(minute)
    if not raw.isdecimal():
        return None, None
    if len(raw) == 4:
        return int(raw[:2]), int(raw[2:])
    return int(raw), None


def day_of(meaning: Meaning | None) -> Meaning | None:
    """Give a meaning if it is (or can be) one day; "last week" is none."""
    inner = meaning.of if isinstance(meaning, Modified) else meaning
    if isinstance(inner, Shifted) and inner.unit != "day":
        return None
    return meaning


#: Hours of "3 in the morning" and "10 at night" by the code of the part.
AFTERNOON = frozenset({"AF", "EV", "NI"})


def _spoken_hour(parts: Parts) -> Clock | None:
    """Read "eight in the morning", "half past ten in the morning"; quarters stay on the hour."""
    number = int(parts["plain"])
    if not 1 <= number <= 12:
        return None
    return Clock(hour=number, minute=30 if parts.get("side") == "half" else 0)


def _clock_day(parts: Parts) -> Meaning | None:
    hour: Any = parts["hour"] if "hour" in parts else _spoken_hour(parts)
    if not isinstance(hour, Clock):
        return None
    if parts.get("part") in AFTERNOON and 1 <= hour.hour < 12:
        hour = replace(hour, hour=hour.hour + 12)
    if "anyday" not in parts:
        found: Clock = hour
        return found
    day = day_of(parts["anyday"])
    if day is None:
        return None
    dated: Clock = replace(hour, day=day.of if isinstance(day, Modified) else day)
    return dated


def _part_of_day(parts: Parts) -> Meaning | None:
    night = "OVERNIGHT" if "overnight" in parts else "NI"
    code = str(parts.get("part") or parts.get("twilight") or night)
    if "turn" in parts:
        offset = -1 if parts["turn"] == "last" else 0
        day: Meaning | None = _published(offset)
    elif "anyday" in parts:
        day = day_of(parts["anyday"])
        if day is None:
            return None
        if isinstance(day, Modified):  # "early Monday morning"
            return Modified(mod=day.mod, of=PartOfDay(code=code, day=day.of))
        if isinstance(day, PartOfDay):
            return None
    else:
        day = _published(0)
    return PartOfDay(code=code, day=day)


def _published(offset: int) -> Shifted:
    sign = (offset > 0) - (offset < 0)
    return Shifted(unit="day", count=abs(offset), sign=sign, base="published")


def _part_alone(parts: Parts) -> Meaning:
    code = str(parts.get("part") or parts.get("twilight") or "NI")
    told = Shifted(unit="day", count=0, sign=0, base="told")
    return PartOfDay(code=code, day=told)


def _early_or_late(parts: Parts) -> str:
    mod: str = parts.get("modpart", "")
    return mod or {"early": "START", "late": "END"}[parts["side"]]


def _modified_day(parts: Parts) -> Meaning | None:
    day = day_of(parts["plain"])
    return None if day is None else Modified(mod=_early_or_late(parts), of=day)


def _modified_time(parts: Parts) -> Meaning | None:
    mod = _early_or_late(parts)
    if "time" in parts:
        time: Meaning = parts["time"]
        return time if isinstance(time, Modified) else Modified(mod=mod, of=time)
    if "part" in parts:
        return Modified(mod=mod, of=_part_alone(parts))
    day = day_of(parts["anyday"])
    if day is None:
        return None
    code = "MO" if mod == "START" else "NI"
    return Modified(mod=mod, of=PartOfDay(code=code, day=day))


CLOCK_BUILDERS: dict[str, Callable[[Parts], Meaning | None]] = {
    "clock": _clock, "clock_day": _clock_day, "part_of_day": _part_of_day,
    "part_alone": _part_alone, "modified_day": _modified_day, "modified_time": _modified_time,
}  # fmt: skip
