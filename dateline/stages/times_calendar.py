"""Calendar arithmetic on half-open intervals of days, and the TIMEX3 value of each calendar unit.

An interval is ``(start, end)`` with ``start <= day < end``.  Weeks are ISO weeks (Monday first);
quarters, halves and seasons are those of the calendar year; winter is December to February and
bears the year of its January (TIMEX3 gives no rule; most corpora do it so).
"""

from calendar import monthrange
from datetime import date, timedelta

Interval = tuple[date, date]

#: Months of a unit that is made of whole months.
MONTHS_IN = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}

#: Days of a unit that is made of whole days.
DAYS_IN = {"day": 1, "night": 1, "week": 7, "weekend": 7, "fortnight": 14}

#: Units below a day, in hours or less: they do not move the day unless there are many.
HOURS_IN = {"hour": 1.0, "minute": 1 / 60, "second": 1 / 3600}

#: First month of each season and its TIMEX3 code.
SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}

SATURDAY = 5
#: Years that Python's ``date`` can hold; an expression outside has no interval.
FIRST_YEAR, LAST_YEAR = 1, 9998


def make_day(year: int, month: int, day: int) -> date | None:
    """Make a date; ``None`` if the calendar has no such day."""
    if not FIRST_YEAR <= year <= LAST_YEAR or not 1 <= month <= 12:
        return None
    return date(year, month, day) if 1 <= day <= monthrange(year, month)[1] else None


def add_months(day: date, months: int) -> date | None:
    """Move a day by months, to the last day of a shorter month; ``None`` outside the calendar."""
    year, month0 = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    return date(year, month0 + 1, min(day.day, monthrange(year, month0 + 1)[1]))


def add_days(day: date, days: int) -> date | None:
    """Move a day by days; ``None`` outside the calendar."""
    number = day.toordinal() + days
    if not date(FIRST_YEAR, 1, 1).toordinal() <= number <= date(LAST_YEAR, 12, 31).toordinal():
        return None
    return date.fromordinal(number)


def move(day: date, unit: str, count: float) -> date | None:
    """Move a day by a (signed) number of units; parts of days are rounded down to whole days."""
    if unit in MONTHS_IN:
        return add_months(day, int(count * MONTHS_IN[unit]))
    if unit in DAYS_IN:
        return add_days(day, int(count * DAYS_IN[unit]))
    return add_days(day, int(count * HOURS_IN[unit] / 24))


def unit_around(day: date, unit: str) -> Interval | None:
    """Give the calendar unit that a day lies in; ``None`` outside the calendar."""
    if unit in MONTHS_IN:
        size = MONTHS_IN[unit]
        months = (day.year * 12 + day.month - 1) // size * size
        year, month0 = divmod(months, 12)
        first = make_day(year, month0 + 1, 1)
        return None if first is None else _closed(first, add_months(first, size))
    if unit in ("week", "fortnight"):
        first = add_days(day, -day.weekday())
        return None if first is None else _closed(first, add_days(first, DAYS_IN[unit]))
    if unit == "weekend":
        first = add_days(day, SATURDAY - day.weekday())
        return None if first is None else _closed(first, add_days(first, 2))
    return _closed(day, add_days(day, 1))


def _closed(start: date, end: date | None) -> Interval | None:
    return None if end is None else (start, end)


def season(year: int, code: str) -> Interval | None:
    """Give the three months of a season of a year; winter begins in the December before."""
    first = make_day(year - 1 if code == "WI" else year, SEASONS[code], 1)
    return None if first is None else _closed(first, add_months(first, 3))


def easter(year: int) -> date:
    """Give Easter Sunday of the western churches (the anonymous Gregorian algorithm)."""
    golden, (century, rest) = year % 19, divmod(year, 100)
    leap, over = divmod(century, 4)
    shift = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - leap - shift + 15) % 30
    fours, ones = divmod(rest, 4)
    weekday = (32 + 2 * over + 2 * fours - epact - ones) % 7
    late = (golden + 11 * epact + 22 * weekday) // 451
    month, day0 = divmod(epact + weekday - 7 * late + 114, 31)
    return date(year, month, 1) + timedelta(days=day0)


def timex_of(interval: Interval, unit: str) -> str:
    """Write the TIMEX3 value of a calendar unit: ``2023-10-27``, ``2023-W43``, ``2023-Q4`` …"""
    day = interval[0]
    if unit in ("week", "weekend", "fortnight"):
        iso = day.isocalendar()
        tail = "-WE" if unit == "weekend" else ""
        return f"{iso.year:04d}-W{iso.week:02d}{tail}"
    if unit == "quarter":
        return f"{day.year:04d}-Q{(day.month - 1) // 3 + 1}"
    if unit == "half":
        return f"{day.year:04d}-H{(day.month - 1) // 6 + 1}"
    lengths = {"century": 2, "decade": 3, "year": 4, "month": 7}
    return day.isoformat()[: lengths.get(unit, 10)]
