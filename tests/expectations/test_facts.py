"""What all comparisons share: names, overlap, counts, ids."""

import pytest

from dateline.expectations.facts import (
    Known,
    count_faults,
    fold,
    judged,
    nearest,
    overlap,
    same_head,
    share_words,
)
from dateline.records import Span
from tests.by_hand import Made

SAME_HEAD = [
    ("the army", "Army", True, "determiner and case do not matter"),
    ("Khalid Omar", "Minister of Defence Khalid Omar", True, "a title before the name"),
    (
        "a spokesman",
        "the spokesman for the governor",
        True,
        "what follows the head begins with for",
    ),
    ("Omar", "Omar, who fled", True, "a relative clause follows"),
    ("Omar", "Omar, the governor", True, "an apposition follows"),
    ("the rebels", "armed rebels", True, "an adjective before the head"),
    ("France", "French", False, "no rule knows demonyms: they are mentions of their own"),
    ("US", "US troops", False, "the head of the longer one is another word"),
    ("Mali", "the embassy in Mali", False, "the name hangs on a preposition"),
    ("the army spokesman", "the army", False, "a spokesman is not the army"),
    ("Sana’a", "Sana'a", True, "apostrophes of both kinds"),
]


@pytest.mark.parametrize(("one", "other", "same", "why"), SAME_HEAD, ids=[r[3] for r in SAME_HEAD])
def test_wordings_of_one_actor(one: str, other: str, same: bool, why: str) -> None:
    assert same_head(one, other) is same, why
    assert same_head(other, one) is same, why


def test_a_name_that_is_only_a_determiner_keeps_it() -> None:
    assert fold("The") == ("the",)
    assert fold("The Several Hills") == ("hills",)


def test_overlap_is_the_common_share_of_what_either_covers() -> None:
    span = Span(start=10, end=20, text="x" * 10)
    assert overlap((10, 20), span) == 1.0
    assert overlap((15, 25), span) == pytest.approx(5 / 15)
    assert overlap((20, 30), span) == 0.0


@pytest.mark.parametrize(
    ("one", "other", "shared"),
    [
        ("a convoy", "the convoy of trucks", True),
        ("foreign troops", "foreign aid", True),  # half of the words
        ("foreign troops in Mali", "the aid", False),
        ("the", "the", False),  # a determiner alone says nothing
    ],
)
def test_shared_words(one: str, other: str, shared: bool) -> None:
    assert share_words(one, other) is shared


def test_nearest_takes_fewest_faults_then_the_larger_overlap() -> None:
    faults = {"a": ("x",), "b": (), "c": ()}
    size = {"a": 9.0, "b": 1.0, "c": 2.0}
    assert nearest("abc", faults.__getitem__, size.__getitem__) == ("c", ())
    assert nearest("", faults.__getitem__, size.__getitem__) is None


COUNTS = [
    ({"low": 12, "best": 12, "high": 12}, {"low": 12, "best": 12, "high": 12}, []),
    ({"low": 50}, {"low": 51}, []),  # "more than 50": within one
    ({"low": 50}, {"low": 52}, ["low is 52, expected 50"]),
    ({"best": 12}, {"best": 13}, ["best is 13, expected 12"]),  # a figure is a figure
    ({"low": 6, "high": None}, {"low": 6, "high": 9}, ["high is 9, expected None"]),
    ({"best": 2000}, {}, ["best is None, expected 2000"]),
    ({"low": 24}, {"low": 24, "high": 99}, []),  # what is not stated is not asked
]


@pytest.mark.parametrize(("expected", "found", "faults"), COUNTS)
def test_counts(
    expected: dict[str, int | None], found: dict[str, int | None], faults: list[str]
) -> None:
    toll = Made("Many died.").toll("Many", **found)
    assert list(count_faults(expected, toll)) == faults


def test_an_id_is_compared_by_what_stands_for_it() -> None:
    known = Known(ids={"A1": frozenset({"act-1"})})
    assert list(known.faults("holder", {"holder": "A1"}, "act-1")) == []
    assert list(known.faults("holder", {"holder": "A1"}, "act-2")) == ["holder is not A1"]
    assert list(known.faults("holder", {"holder": "A2"}, "act-1")) == ["holder is not A2"]
    assert list(known.faults("holder", {"holder": "A1"}, None)) == ["holder is not A1"]


def test_an_absent_key_is_not_checked_and_null_must_be_empty() -> None:
    known = Known()
    assert list(known.faults("place", {}, "plc-1")) == []
    assert list(known.faults("place", {"place": None}, None)) == []
    assert list(known.faults("place", {"place": None}, "plc-1")) == [
        "place is given, expected none"
    ]


def test_a_fact_without_faults_is_right() -> None:
    made = {"kind": "times", "entry": {"id": "T1"}, "expected": "Monday", "found": "Monday"}
    assert judged(**made, faults=()).verdict == "right"
    wrong = judged(**made, faults=iter(["start is None"]))
    assert (wrong.verdict, wrong.faults) == ("wrong", ("start is None",))
