"""Only whole, possible, unambiguous dates are read."""

from datetime import date

import pytest

from dateline.intake.dates import find_date, read_date

DAY = date(2023, 10, 27)

# fmt: off
READ = [
    ("2023-10-27", DAY), ("2023-10-27T23:59:59-05:00", DAY), ("2023-10-27 08:15:00", DAY),
    ("20231027", DAY), ("20231027T081500Z", DAY), ("2023/10/27", DAY), ("27.10.2023", DAY),
    ("27/10/2023", DAY), ("10/27/2023", DAY), ("27 October 2023", DAY), ("Oct. 27, 2023", DAY),
    ("October 27th, 2023", DAY), ("Fri, 27 Oct 2023 10:00:00 GMT", DAY),
    ("Friday 27 October 2023", DAY), ("27-Oct-2023", DAY), ("3/3/2023", date(2023, 3, 3)),
    ("10.11.2023", date(2023, 11, 10)),
]
UNREAD = [
    ("01 Jan 0000", "the year 0000 is no year of news, nor is it 2000"),
    ("0000-00-00", "an empty date of a database"), ("0001-01-01T00:00:00Z", "a default of programs"),
    ("9999-12-31", "another"), ("2023-02-30", "no such day"), ("10/11/2023", "ambiguous"),
    ("27 October", "no year"), ("2023", "no day"), ("None", "missing"), ("", "nothing"),
    ("9" * 5_000, "no date"), ("1" * 8 + "-" * 70, "too long"), ("²⁷.¹⁰.2023", "raised digits"),
]
# fmt: on


@pytest.mark.parametrize(("value", "day"), READ)
def test_read(value: str, day: date) -> None:
    assert read_date(value) == day


@pytest.mark.parametrize(("value", "why"), UNREAD)
def test_unread(value: str, why: str) -> None:
    assert read_date(value) is None, why


def test_a_count_after_a_date_is_no_year() -> None:
    found = find_date("on 14 March 10 people died")
    assert found is not None
    assert found.day is None
    assert "on 14 March 10 people died"[found.start : found.end] == "14 March"
