"""Builders: from the parts that a pattern of ``times.yml`` matched to the meaning.

A builder gets the parts by label (values of atoms are text, values of symbols are meanings) and
gives a meaning, or ``None`` if the parts make no sense together ("31 February" is left to the
resolver, "10/04/2022" is refused here).
"""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from dateline.stages.times_build_clock import CLOCK_BUILDERS
from dateline.stages.times_build_length import LENGTH_BUILDERS
from dateline.stages.times_build_relative import RELATIVE_BUILDERS, TURNS, unit_among
from dateline.stages.times_counts import Number
from dateline.stages.times_meaning import (
    Clipped,
    Clock,
    Era,
    Feast,
    Fraction,
    Meaning,
    Modified,
    Named,
    Open,
    PartOfDay,
    Range,
    Season,
    Shifted,
    Weekday,
)
from dateline.stages.times_words import full_year

Parts = dict[str, Any]
Builder = Callable[[Parts], Meaning | None]


def _number(parts: Parts, *labels: str) -> int | None:
    for label in labels:
        if label in parts:
            return int(parts[label])
    return None


def year_of(parts: Parts) -> "int | Meaning | None":
    """Give the year among the parts: a figure, "'91", or a meaning such as "last year"."""
    if "year" in parts:
        return int(parts["year"])
    if "shortyear" in parts:
        return full_year(int(parts["shortyear"].strip("'")))
    if "two" in parts:
        return full_year(int(parts["two"].strip("'")))
    relative: Meaning | None = parts.get("relative")
    return relative


def _is_year(meaning: "int | Meaning | None") -> bool:
    """Say whether a relative part is a year ("last year"), not "last week"."""
    if meaning is None or isinstance(meaning, int):
        return True
    inner = meaning.of if isinstance(meaning, Clipped | Modified) else meaning
    return isinstance(inner, Shifted) and inner.unit == "year"


def _day(parts: Parts) -> Meaning | None:
    day = _number(parts, "day", "ord", "ordword")
    if day is None or not 1 <= day <= 31:
        return None
    year = year_of(parts)
    if not _is_year(year):
        return None
    return Named(year=year, month=int(parts["month"]), day=day, turn=_turn(parts.get("turn")))


def _iso(parts: Parts) -> Meaning | None:
    year, month, day = (int(each) for each in parts["iso"].split("-"))
    return Named(year=year, month=month, day=day) if month <= 12 and day <= 31 else None


def _slash(parts: Parts) -> Meaning | None:
    """Read 10/24/2022 and 24/10/2022; 10/04/2022 could be either and is refused."""
    one, two, last = (int(each) for each in parts["slash"].split("/"))
    year = last if last >= 100 else full_year(last)
    if one == two <= 12 or (one <= 12 < two <= 31):
        return Named(year=year, month=one, day=two)
    if two <= 12 < one <= 31:
        return Named(year=year, month=two, day=one)
    return None


def _nine_eleven(parts: Parts) -> Meaning:
    return Named(year=2001, month=9, day=11)


def _day_only(parts: Parts) -> Meaning | None:
    day = int(parts["ord"])
    if day > 31 or parts.get("unit", "month") != "month":
        return None
    return Named(day=day, turn=_turn(parts.get("month")))


def _turn(word: str | None) -> str | None:
    return {"past": "last", "current": "this", "coming": "next", "upcoming": "next"}.get(
        word or "", word
    )


def _weekday(parts: Parts) -> Meaning | None:
    day = int(parts.get("weekday") or parts.get("weekdayabbr") or 0)
    if "week" in parts:
        if unit_among(parts) != "week":
            return None
        week = Shifted(unit="week", count=1, sign=TURNS[parts["week"]], base="published")
        return Weekday(day=day, week=week)
    return Weekday(day=day, turn=_turn(parts.get("turn")))


def _feast(parts: Parts) -> Meaning | None:
    feast: Feast = parts["feast"]
    year = year_of(parts)
    if not _is_year(year):
        return None
    return replace(feast, year=year, turn=_turn(parts.get("turn")))


def _month(parts: Parts) -> Meaning | None:
    year = year_of(parts)
    if not _is_year(year):
        return None
    return Named(year=year, month=int(parts["month"]), turn=_turn(parts.get("turn")))


def _year(parts: Parts) -> Meaning:
    if "fiscal" in parts:
        digits = int(parts["fiscal"][2:])
        return Named(year=digits if digits >= 100 else full_year(digits))
    return Named(year=year_of(parts))


def _decade(parts: Parts) -> Meaning:
    first = int(parts["decade"])
    if first < 100:
        return Era(unit="decade", first=1900 + first if first >= 20 else 2000 + first)
    return Era(unit="decade", first=first)


def _century(parts: Parts) -> Meaning | None:
    number = _number(parts, "ord", "ordword")
    if number is None or not 1 <= number <= 30:
        return None
    return Era(unit="century", first=(number - 1) * 100)


def _season(parts: Parts) -> Meaning | None:
    year = year_of(parts)
    if not _is_year(year):
        return None
    return Season(code=parts["season"], year=year, turn=_turn(parts.get("turn")))


def _coded_fraction(parts: Parts) -> Meaning:
    unit = "quarter" if "quarter" in parts else "half"
    year = year_of(parts)
    of = None if year is None else Named(year=year)
    return Fraction(unit=unit, number=int(parts[unit][1]), of=of)


def _numbered_part(parts: Parts) -> Meaning | None:
    unit: str = parts["part"].rstrip("s")
    number = _number(parts, "ordword", "ord")
    of: Meaning | None = parts.get("whole")
    if of is None and "year" in parts:
        of = Named(year=int(parts["year"]))
    count: Number = parts.get("count", Number(1.0))
    if number is None:
        return None
    if count.value is None:  # "the first few days of January"
        return of and Modified(mod="START" if number > 0 else "END", of=of)
    if of is None and not (unit == "quarter" and (1 <= number <= 4)):
        return None
    return Fraction(unit=unit, number=number, count=int(count.value), of=of)


# ---------------------------------------------------------------- modified and open


def _modified(parts: Parts) -> Meaning:
    mod = "MID" if "other" in parts else parts.get("modpart", "MID")
    plain: Meaning = parts["plain"]
    return Modified(mod=mod, of=plain)


def _approximate(parts: Parts) -> Meaning:
    plain: Meaning = parts["plain"]
    mod = {"before": "BEFORE", "after": "AFTER"}.get(parts.get("side", ""), "APPROX")
    return Modified(mod=mod, of=plain)


def _open(signal: Any) -> Builder:
    def build(parts: Parts) -> Meaning | None:
        plain: Meaning = parts["plain"]
        if isinstance(plain, Clock | PartOfDay) and signal in ("after", "before"):
            return Modified(mod=signal.upper(), of=plain)
        return Open(signal=signal, of=plain)

    return build


def _range(parts: Parts) -> Meaning | None:
    first, last = parts["first"], parts["last"]
    if "anyday" in parts:
        first, last = (
            replace(each, day=parts["anyday"]) if isinstance(each, Clock) else each
            for each in (first, last)
        )
    return Range(first=first, last=last)


def _day_range(parts: Parts) -> Meaning | None:
    first, last = _number(parts, "day", "ord"), int(parts["other"])
    if first is None or first >= last:
        return None
    year, month = year_of(parts), int(parts["month"])
    return Range(
        first=Named(year=year, month=month, day=first), last=Named(year=year, month=month, day=last)
    )


def _year_range(parts: Parts) -> Meaning | None:
    first, last = int(parts["year"]), int(parts["last"])
    if last < 100:
        last += first // 100 * 100
    return Range(first=Named(year=first), last=Named(year=last)) if first < last else None


BUILDERS: dict[str, Builder] = {
    "day": _day, "iso": _iso, "slash": _slash, "nine_eleven": _nine_eleven,
    "day_only": _day_only, "weekday": _weekday, "feast": _feast,  "month": _month, "year": _year, "decade": _decade, "century": _century, "season": _season,
    "coded_fraction": _coded_fraction, "numbered_part": _numbered_part,                "modified": _modified, "approximate": _approximate,
    "open_since": _open("since"), "open_until": _open("until"), "open_after": _open("after"),
    "open_before": _open("before"), "range": _range, "day_range": _day_range,
    "year_range": _year_range, **RELATIVE_BUILDERS, **CLOCK_BUILDERS, **LENGTH_BUILDERS,
}  # fmt: skip
