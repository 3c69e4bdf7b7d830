"""Builders for durations and sets; see ``times_build``."""

from collections.abc import Callable
from typing import Any

from dateline.stages.times_counts import Number
from dateline.stages.times_meaning import Every, Length, Meaning, Recent

Parts = dict[str, Any]

#: Letters of TIMEX3 durations; hours and less stand after a "T".
LETTERS = {
    "second": "S", "minute": "M", "hour": "H", "day": "D", "night": "D", "week": "W",
    "weekend": "WE", "month": "M", "quarter": "Q", "year": "Y", "decade": "DE", "century": "CE",
}  # fmt: skip
TIME_UNITS = frozenset({"second", "minute", "hour"})


HALF = 0.5
#: Half a unit in whole smaller ones, as TIMEX3 writes it: half an hour is ``PT30M``.
HALVES = {
    "minute": (30, "second"),
    "hour": (30, "minute"),
    "day": (12, "hour"),
    "year": (6, "month"),
    "decade": (5, "year"),
    "century": (50, "year"),
}


def period(count: float | None, unit: str) -> str:
    """Write a TIMEX3 duration: ``P20Y``, ``PT6H``, ``PXD``, ``P0.5Y``; a fortnight is ``P2W``."""
    if count == HALF and unit in HALVES:
        count, unit = HALVES[unit]
    if unit == "fortnight":
        unit, count = "week", None if count is None else 2 * count
    text = "X" if count is None else f"{count:g}"
    return f"P{'T' if unit in TIME_UNITS else ''}{text}{LETTERS[unit]}"


def _length(parts: Parts) -> Meaning | None:
    unit = str(parts.get("unit") or parts["units"])
    number: Number = parts.get("count", Number(None))
    count = number.value
    if "halfof" in parts:
        count = 0.5
    elif "half" in parts and count is not None:
        count += 0.5
    return Length(count=count, unit=unit, mod=parts.get("mod"))


def _length_word(parts: Parts) -> Meaning:
    word = str(parts.get("longword") or parts.get("unit") or "")
    singular = "century" if word == "centuries" else word.rstrip("s")
    vague = word != singular
    return Length(count=None if vague else 1, unit=singular)


RECENT_SIGNS = {"last": -1, "past": -1, "previous": -1, "preceding": -1}


def _recent(parts: Parts) -> Meaning:
    unit = str(parts.get("unit") or parts.get("units") or parts["oneunit"])
    number: Number = parts.get("count", Number(1.0 if "oneunit" in parts else None))
    length = Length(count=number.value, unit=unit)
    return Recent(length=length, sign=RECENT_SIGNS.get(parts["turn"], 1))


#: TIMEX3 values of sets over named parts of the calendar.
SEASON_SETS = "XXXX-{}"


def _every(parts: Parts) -> Meaning | None:
    if "weekday" in parts:
        return Every(value=f"XXXX-WXX-{int(parts['weekday']) + 1}")
    if "part" in parts:
        return Every(value=f"XXXX-XX-XXT{parts['part']}")
    if "month" in parts:
        return Every(value=f"XXXX-{int(parts['month']):02d}")
    if "season" in parts:
        return Every(value=SEASON_SETS.format(parts["season"]))
    if "unit" not in parts:
        return Every(value="P1D")
    number: Number | None = parts.get("count")
    plain = 2.0 if "skip" in parts else float(parts.get("ordword", 1))
    count = number.value if number else plain
    if count is not None and count < 0:
        return None
    return Every(value=period(count, parts["unit"]))


FREQUENCIES = {
    "daily": "P1D", "hourly": "PT1H", "nightly": "XXXX-XX-XXTNI", "weekly": "P1W",
    "fortnightly": "P2W", "biweekly": "P2W", "monthly": "P1M", "quarterly": "P1Q",
    "yearly": "P1Y", "annual": "P1Y", "annually": "P1Y",
}  # fmt: skip


def _frequency(parts: Parts) -> Meaning:
    return Every(value=FREQUENCIES[parts["word"]])


PLURALS = {"weekends": "XXXX-WXX-WE", "weekdays": "P1D"}


def _plural_day(parts: Parts) -> Meaning:
    if "weekdays" in parts:
        return Every(value=f"XXXX-WXX-{int(parts['weekdays']) + 1}")
    return Every(value=PLURALS[parts["word"]])


LENGTH_BUILDERS: dict[str, Callable[[Parts], Meaning | None]] = {
    "length": _length, "length_word": _length_word, "recent": _recent, "every": _every,
    "frequency": _frequency, "plural_day": _plural_day,
}  # fmt: skip
