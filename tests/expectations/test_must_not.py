"""The checks of must_not: kept and broken, on records made by hand."""

from typing import Any

import pytest

from dateline.errors import ExpectationError
from dateline.expectations.facts import Fact
from dateline.expectations.must_not import CHECKS, must_not_fact
from dateline.records import ActorKind, BlockKind, EventType
from tests.by_hand import Made

TEXT = (
    "Storm of laughter greets the mayor\n\nA storm of laughter hit the hall in Georgia on Monday."
    " Armed clans of the south met in May 2020. Police counted “three” jokes."
)
TITLE = "Storm of laughter greets the mayor"


@pytest.fixture
def made() -> Made:
    return Made(TEXT)


def check(made: Made, name: str, **entry: Any) -> Fact:
    return must_not_fact(made.record(title=TITLE), 1, {"what": "w", "check": name, **entry})


def faults(made: Made, name: str, **entry: Any) -> tuple[str, ...]:
    fact = check(made, name, **entry)
    assert (fact.verdict == "right") is not fact.faults
    return fact.faults


def test_no_event(made: Made) -> None:
    span = made.entry("A storm of laughter hit the hall")
    assert check(made, "no_event", span=span, types=["ASSAULT"]).found == "kept"
    made.event("hit", "A storm of laughter hit the hall")
    assert check(made, "no_event", span=span, types=["PROTEST"]).verdict == "right"
    assert faults(made, "no_event", span=span, types=["ASSAULT"]) == (
        "ASSAULT is coded from 'hit'",
    )


def test_an_event_with_its_trigger_elsewhere_is_allowed(made: Made) -> None:
    made.event("met", "A storm of laughter hit the hall in Georgia on Monday", EventType.ASSAULT)
    span = made.entry("A storm of laughter hit the hall")
    assert check(made, "no_event", span=span, types=["ASSAULT"]).verdict == "right"


def test_no_attribution(made: Made) -> None:
    span = made.entry("“three”")
    assert check(made, "no_attribution", span=span).verdict == "right"
    made.attribution("three", source="Police")
    assert faults(made, "no_attribution", span=span) == ("it is taken for speech of 'Police'",)


PLACES = [
    (["Georgia, United States"], {"country": "USA", "precision": "admin1"}, True),
    (["Georgia, United States"], {"country": "GEO", "precision": "country"}, False),
    (["Georgia"], {"country": "GEO"}, True),
    (["Atlanta"], {"country": "USA"}, False),
    (["Georgia, Iberia"], {"country": "XXX", "admin1": "Iberia"}, True),
    ([], {"country": "GEO"}, True),  # no name: any place is refused
]


@pytest.mark.parametrize(("refused", "place", "broken"), PLACES)
def test_no_place(made: Made, refused: list[str], place: dict[str, str], broken: bool) -> None:
    made.place("Georgia", **place)
    span = made.entry("in Georgia")
    assert bool(faults(made, "no_place", span=span, any_name=refused)) is broken


def test_a_place_outside_the_span_is_allowed(made: Made) -> None:
    made.place("the south")
    span = made.entry("in Georgia")
    assert check(made, "no_place", span=span, any_name=[]).verdict == "right"


def test_no_point(made: Made) -> None:
    made.place("Georgia", precision="country")
    assert check(made, "no_point").verdict == "right"
    made.place("the hall", precision="point", latitude=1.0, longitude=2.0)
    assert faults(made, "no_point") == ("the hall is coded as a point",)


def test_no_toll_in_events_and_tallies(made: Made) -> None:
    made.event("hit", "A storm of laughter hit the hall")
    assert check(made, "no_toll").verdict == "right"
    made.tally("three", "jokes", toll=(made.toll("three", low=3),))
    made.event("met", "met in May 2020", toll=(made.toll("Armed clans"),))
    assert faults(made, "no_toll") == (
        "killed is coded from 'Armed clans'",
        "killed is coded from 'three'",
    )


DATES = [
    ("2024-03-04", "2024-03-05", False),
    ("2020-05-01", "2020-06-01", True),
    ("2020-04-01", "2020-05-01", False),  # half-open: ends where the other begins
    ("2020-05-31", None, True),  # open towards the end
    (None, "2019-01-01", False),
    (None, "2021-01-01", True),
    (None, None, False),
]


@pytest.mark.parametrize(("start", "end", "broken"), DATES)
def test_event_time_not(made: Made, start: str | None, end: str | None, broken: bool) -> None:
    made.time("Monday", start, end)
    made.event("met", "met in May 2020", time="tim-Monday")
    span = made.entry("clans of the south met")
    found = faults(made, "event_time_not", span=span, time=["2020-05-01", "2020-06-01"])
    assert bool(found) is broken


def test_an_event_without_a_time_is_not_dated_wrongly(made: Made) -> None:
    made.event("met", "met in May 2020")
    span = made.entry("met")
    found = check(made, "event_time_not", span=span, time=["2020-05-01", "2020-06-01"])
    assert found.verdict == "right"


ACTORS = [
    (["clans of the south"], ["MIL"], {"sectors": ("REB",)}, 0),
    (["clans of the south"], ["MIL"], {"sectors": ("MIL", "REB")}, 1),
    (["clans of the south"], ["MIL"], {"kind": ActorKind.ARMED_FORCES}, 1),
    (["clans of the south"], ["REB"], {"kind": ActorKind.ARMED_FORCES}, 0),
    (["south"], ["GOV"], {"sectors": ("GOV",)}, 1),  # ends in the wording
    (["armed"], ["GOV"], {"sectors": ("GOV",)}, 0),  # only begins with it
]


@pytest.mark.parametrize(("wordings", "sectors", "actor", "broken"), ACTORS)
def test_actor_not(
    made: Made, wordings: list[str], sectors: list[str], actor: dict[str, Any], broken: int
) -> None:
    made.actor("Armed clans of the south", **actor)
    assert len(faults(made, "actor_not", any_text=wordings, sector=sectors)) == broken


def test_headline_apart(made: Made) -> None:
    made.sentence(TITLE, BlockKind.TITLE)
    made.sentence("A storm of laughter hit the hall in Georgia on Monday.")
    assert check(made, "headline_apart").verdict == "right"
    made.event("greets", TITLE + "\n\nA storm")
    assert faults(made, "headline_apart") == (
        "'greets' rests on words of the headline and of the body",
    )


def test_a_sentence_over_the_end_of_the_headline_is_a_fault(made: Made) -> None:
    made.sentence(TITLE + "\n\nA storm", BlockKind.TITLE)
    assert faults(made, "headline_apart") == ("a sentence runs from the headline to 43",)


def test_a_report_without_headline_keeps_nothing_apart(made: Made) -> None:
    fact = must_not_fact(made.record(), 1, {"what": "w", "check": "headline_apart"})
    assert fact.faults == ("no headline was found",)


def test_an_unknown_check_is_an_error_not_a_pass(made: Made) -> None:
    with pytest.raises(ExpectationError, match="unknown check 'no_evnt'; expected one of no_event"):
        check(made, "no_evnt")


def test_each_check_says_what_it_checks() -> None:
    assert all(check.run.__doc__ for check in CHECKS.values())


SENTENCES = [
    ("invent a city or a base name: the text names none", "no_point"),
    ("invent a toll: the text reports none", "no_toll"),
    ("date the May 2020 meeting to March 2024", "event_time_not"),
    ("code the clans as the state of Georgia or its army", "actor_not"),
    ("glue the headline to the first sentence", "headline_apart"),
    ("code 'Storm of laughter' or 'hit' as an attack or a military event", "no_event"),
]


@pytest.mark.parametrize(("sentence", "name"), SENTENCES, ids=[name for _, name in SENTENCES])
def test_a_sentence_becomes_a_check_that_can_break(made: Made, sentence: str, name: str) -> None:
    made.sentence(TITLE, BlockKind.TITLE)
    record = made.record(title=TITLE)
    assert must_not_fact(record, 3, sentence).verdict == "right"
    made.place("Georgia", precision="city")
    made.time("Monday", "2024-03-04", "2024-03-05")
    made.event("met", "met in May 2020", time="tim-Monday", toll=(made.toll("three"),))
    made.event("hit", TITLE + "\n\nA storm of laughter hit")
    made.actor("Armed clans", sectors=("MIL",))
    fact = must_not_fact(made.record(title=TITLE), 3, sentence)
    assert (fact.id, fact.verdict, fact.found) == ("3", "wrong", "broken")
    assert name in CHECKS


def test_a_month_at_the_end_of_the_year(made: Made) -> None:
    made.time("Monday", "2023-12-31", "2024-01-01")
    made.event("met", "met in May 2020", time="tim-Monday")
    record = made.record()
    assert must_not_fact(record, 1, "date the May 2020 meeting to December 2023").faults
    assert not must_not_fact(record, 1, "date the May 2020 meeting to November 2023").faults


@pytest.mark.parametrize(
    "sentence",
    [
        "mistake the mayor for the hall",
        "code 'words that the report lacks' as an attack",
        "date the June 1999 meeting to May 2020",
    ],
)
def test_a_sentence_that_no_check_reads_is_broken(made: Made, sentence: str) -> None:
    fact = must_not_fact(made.record(), 1, sentence)
    assert fact.faults == ("no check reads this sentence; write it as an object with 'check'",)
