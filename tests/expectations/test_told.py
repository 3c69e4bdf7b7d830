"""Facts about causes, trends, tallies and findings: right, wrong, missing."""

from typing import Any

import pytest

from dateline.expectations.facts import Fact, Known
from dateline.expectations.told import cause_fact, finding_fact, tally_fact, trend_fact
from tests.by_hand import Made

TEXT = (
    "Because of the long drought, prices of bread rose. Prices have risen since March."
    " The union has counted 31 strikes at bakeries since March."
)


@pytest.fixture
def made() -> Made:
    return Made(TEXT)


def known(**ids: str) -> Known:
    return Known(ids={name: frozenset({id_}) for name, id_ in ids.items()})


def cause_of(made: Made, **entry: Any) -> Fact:
    whole = {"id": "K1", "cause": "long drought", "effect": "prices of bread rose", "sign": "+"}
    return cause_fact(made.record(), {**whole, **entry}, Known())


def test_a_cause_whose_fields_hold_the_words_is_right(made: Made) -> None:
    made.cause("the long drought", "prices of bread rose", cue=["Because of"])
    assert cause_of(made, cue="because", modality="asserted", attributed_to=None).verdict == "right"


def test_a_field_that_holds_half_of_the_words_is_enough(made: Made) -> None:
    made.cause("the long drought", "prices of bread")
    assert cause_of(made).verdict == "right"


def test_a_field_that_holds_less_is_missing(made: Made) -> None:
    made.cause("the long drought", "bread")
    assert cause_of(made).verdict == "missing"


def test_each_part_of_a_cause_is_compared(made: Made) -> None:
    made.cause("the long drought", "prices of bread rose", sign="-", modality="possible")
    assert cause_of(made, cue="because", modality="asserted", attributed_to="Q1").faults == (
        "sign is -, expected +",
        "cue is ''",
        "modality is possible, expected asserted",
        "is not attributed to Q1",
    )


def trend_of(made: Made, **entry: Any) -> Fact:
    evidence = made.entry("Prices have risen since March")
    whole = {"id": "R1", "subject": "prices", "direction": "up", "evidence": evidence, **entry}
    return trend_fact(made.record(), whole, Known())


def test_a_trend_is_right(made: Made) -> None:
    made.time("since March", "2024-03-01", None)
    made.trend("Prices have risen", "Prices", since="tim-since March")
    assert trend_of(made, since="March", attributed_to=None).verdict == "right"


def test_each_part_of_a_trend_is_compared(made: Made) -> None:
    made.trend("Prices have risen", "Prices", direction="down")
    assert trend_of(made, subject="wages", since="March").faults == (
        "subject is 'Prices'",
        "direction is down, expected up",
        "since is None, expected 'March'",
    )


def test_no_trend_is_missing(made: Made) -> None:
    made.trend("prices of bread rose", "prices of bread")
    assert trend_of(made).verdict == "missing"


def tally_of(made: Made, ids: Known, **entry: Any) -> Fact:
    evidence = made.entry("The union has counted 31 strikes at bakeries since March")
    whole = {"id": "Y1", "evidence": evidence, "what": "strikes at bakeries", **entry}
    return tally_fact(made.record(), {"count": {"low": 31, "best": 31, "high": 31}, **whole}, ids)


def test_a_tally_is_right_and_by_its_speaker(made: Made) -> None:
    said = made.attribution("31 strikes at bakeries", speaker="act-union")
    made.tally(
        "31 strikes at bakeries", "strikes", low=31, best=31, high=31, since="tim-1", by=said.id
    )
    ids = known(A1="act-union", T1="tim-1")
    assert tally_of(made, ids, since="T1", by="A1", as_of=None).verdict == "right"


def test_each_part_of_a_tally_is_compared(made: Made) -> None:
    made.tally("31 strikes at bakeries", "bakeries", best=13)
    ids = known(A1="act-union", T1="tim-1")
    assert tally_of(made, ids, what="arrests", since="T1", by="A1").faults == (
        "low is None, expected 31",
        "best is 13, expected 31",
        "high is None, expected 31",
        "counts 'bakeries'",
        "since is not T1",
        "by is not A1",
    )


def test_no_tally_is_missing(made: Made) -> None:
    assert tally_of(made, Known()).verdict == "missing"


def test_a_finding_is_there_or_missing(made: Made) -> None:
    made.finding("one named source", "All rests on one man.")
    record = made.record()
    found = finding_fact(record, {"id": "F1", "what": "one named source"}, Known())
    assert (found.verdict, found.found) == ("right", "All rests on one man.")
    lacking = finding_fact(record, {"id": "F2", "what": "no source"}, Known())
    assert lacking.verdict == "missing"
