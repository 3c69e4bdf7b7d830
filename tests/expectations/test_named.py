"""Facts about the report, its times, places and actors: right, wrong, missing."""

from typing import Any

import pytest

from dateline.expectations.facts import Fact, Known
from dateline.expectations.named import actor_fact, place_fact, report_facts, time_fact
from dateline.records import ActorKind, Precision, TimexType
from tests.by_hand import Made

TEXT = (
    "Bridge closed\n\nOn Monday morning rebels of the Hill Front shelled Kyiv for 24 hours."
    " The front's fighters left the town on Tuesday, Minister Lea Roth said."
)


@pytest.fixture
def made() -> Made:
    return Made(TEXT)


def verdict(fact: Fact) -> tuple[str, tuple[str, ...]]:
    return fact.verdict, fact.faults


def test_day_title_and_language_are_one_fact_each(made: Made) -> None:
    record = made.record(title="Bridge closed", published="2024-03-05")
    entries = {"published": "2024-03-05", "title": "Bridge open", "language": "en"}
    facts = list(report_facts(record, entries))
    assert [fact.verdict for fact in facts] == ["right", "wrong", "right"]
    assert facts[1].faults == ("title is 'Bridge closed'",)


def test_a_report_without_a_day_says_none(made: Made) -> None:
    (fact,) = report_facts(made.record(), {"published": "2024-03-05"})
    assert fact.faults == ("published is None",)


MONDAY = {"id": "T1", "start": "2024-03-04", "end": "2024-03-05", "precision": "day"}


def time_of(made: Made, entry: dict[str, Any], words: str = "Monday") -> Fact:
    return time_fact(made.record(), {**entry, "text": made.entry(words)}, Known())


def test_a_time_with_its_interval_is_right(made: Made) -> None:
    made.time("On Monday", "2024-03-04", "2024-03-05")
    assert time_of(made, MONDAY).verdict == "right"


def test_a_part_of_the_day_meets_the_day(made: Made) -> None:
    made.time("Monday morning", "2024-03-04", "2024-03-05", precision=Precision.PART_OF_DAY)
    assert time_of(made, MONDAY).verdict == "right"


def test_a_day_does_not_meet_a_month(made: Made) -> None:
    made.time("Monday", "2024-03-04", "2024-03-05")
    found = time_of(made, {"id": "T1", "precision": "month"})
    assert verdict(found) == ("wrong", ("precision is day, expected month",))


def test_a_wrong_day_is_wrong(made: Made) -> None:
    made.time("Monday", "2024-03-11", "2024-03-12")
    assert verdict(time_of(made, MONDAY)) == (
        "wrong",
        ("start is 2024-03-11, expected 2024-03-04", "end is 2024-03-12, expected 2024-03-05"),
    )


def test_null_asks_for_an_open_side(made: Made) -> None:
    made.time("Monday", "2024-03-04", "2024-03-05")
    found = time_of(made, {"id": "T1", "end": None})
    assert found.faults == ("end is 2024-03-05, expected None",)


def test_a_time_elsewhere_is_missing(made: Made) -> None:
    made.time("Tuesday", "2024-03-05", "2024-03-06")
    assert time_of(made, MONDAY).verdict == "missing"


@pytest.mark.parametrize("value", ["PT24H", "P1D"])
def test_24_hours_are_a_day(made: Made, value: str) -> None:
    made.time("24 hours", None, None, value=value, type=TimexType.DURATION)
    assert time_of(made, {"id": "T2", "duration": "P1D"}, "24 hours").verdict == "right"


def test_a_date_is_no_duration(made: Made) -> None:
    made.time("24 hours", "2024-03-04", "2024-03-05", value="P1D")
    assert time_of(made, {"id": "T2", "duration": "P1D"}, "24 hours").verdict == "wrong"


def test_of_two_overlapping_times_the_one_that_fits_counts(made: Made) -> None:
    known = Known()
    made.time("Monday", "2024-03-11", "2024-03-12")
    made.time("Monday morning", "2024-03-04", "2024-03-05")
    entry = {**MONDAY, "text": made.entry("Monday")}
    assert time_fact(made.record(), entry, known).verdict == "right"
    assert known.ids["T1"] == frozenset({"tim-Monday morning"})


def place_of(made: Made, **entry: Any) -> Fact:
    return place_fact(made.record(), {"id": "P1", "text": made.entry("Kyiv"), **entry}, Known())


def test_a_place_by_another_spelling_is_right(made: Made) -> None:
    made.place("Kyiv", name="Kiev", country="UKR")
    fact = place_of(made, name="Kyiv", country="UKR", precision="city")
    assert fact.verdict == "right"


def test_a_place_in_another_country_is_wrong(made: Made) -> None:
    made.place("Kyiv", country="RUS")
    assert place_of(made, country="UKR").faults == ("country is RUS, expected UKR",)


def test_a_place_of_another_name_is_wrong(made: Made) -> None:
    made.place("Kyiv", name="Kyiv")
    assert place_of(made, name="Lviv").faults == ("name is 'Kyiv'",)


@pytest.mark.parametrize(
    ("wanted", "found", "right"),
    [
        ("place", "point", True),
        ("place", "site", True),
        ("region", "admin1", True),
        ("region", "city", False),
        ("city", "country", False),
    ],
)
def test_precision_may_be_finer_where_the_word_allows(
    made: Made, wanted: str, found: str, right: bool
) -> None:
    made.place("Kyiv", precision=found)
    assert (place_of(made, precision=wanted).verdict == "right") is right


def test_a_place_without_a_mention_there_is_missing(made: Made) -> None:
    made.place("town")
    assert place_of(made).verdict == "missing"


def actor_of(made: Made, *wordings: str, **entry: Any) -> Fact:
    return actor_fact(made.record(), {"id": "A1", "any_text": list(wordings), **entry}, Known())


def test_an_actor_with_all_its_wordings_is_right(made: Made) -> None:
    made.actor("the Hill Front", "The front", country="UKR", sectors=("REB",))
    fact = actor_of(made, "Hill Front", "the front", country="UKR", sector_any=["REB", "UAF"])
    assert fact.verdict == "right"


def test_an_actor_that_lacks_a_wording_is_wrong(made: Made) -> None:
    made.actor("the Hill Front")
    made.actor("Minister Lea Roth")
    fact = actor_of(made, "Hill Front", "Lea Roth")
    assert verdict(fact) == ("wrong", ("'Lea Roth' is not this actor",))


def test_a_wording_that_another_actor_has_exactly_is_his(made: Made) -> None:
    made.actor("rebels of the Hill Front", "fighters")
    made.actor("rebels")
    fact = actor_of(made, "rebels of the Hill Front", "rebels")
    assert fact.faults == ("'rebels' is not this actor",)


def test_kind_country_sectors_and_name_are_compared(made: Made) -> None:
    made.actor("Lea Roth", kind=ActorKind.PERSON, country="UKR", sectors=("GOV",))
    right = {
        "kind": "person (minister)",
        "country": "UKR",
        "sector_any": ["GOV"],
        "name": "Lea Roth",
    }
    assert actor_of(made, "Lea Roth", **right).verdict == "right"
    wrong = {"kind": "police", "country": "POL", "sector_any": ["MIL"], "name": "Lea Rot"}
    assert actor_of(made, "Lea Roth", **wrong).faults == (
        "country is UKR, expected POL",
        "kind is person, expected police",
        "sectors are GOV, expected one of ['MIL']",
        "name is 'Lea Roth'",
    )


def test_country_null_asks_for_none(made: Made) -> None:
    made.actor("Lea Roth", country="UKR")
    assert actor_of(made, "Lea Roth", country=None).verdict == "wrong"


def test_an_actor_nobody_coded_is_missing(made: Made) -> None:
    made.actor("fighters")
    assert actor_of(made, "Lea Roth").verdict == "missing"


def test_a_pronoun_does_not_name_an_actor(made: Made) -> None:
    actor = made.actor("Lea Roth")
    pronoun = actor.mentions[0].__class__(
        span=made.span("the town"), how="pronoun", rule="r", reason="w"
    )
    made.change("actors", mentions=(*actor.mentions, pronoun))
    assert actor_of(made, "the town").verdict == "missing"
