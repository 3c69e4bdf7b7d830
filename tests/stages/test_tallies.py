"""Tallies: counts of incidents over a period, and what is no tally."""

import pytest

from dateline.records import Actor, Attribution, EventType, Tally, Time

CASES = [
    ("The rebels have carried out 58 attacks since September.", (58, 58, 58), "attacks", "since"),
    ("The rebels carried out more than 20 rocket attacks this month.", (21, 21, None),
     "rocket attacks", "a named month is a period"),
    ("It was the third such attack in a week.", (3, 3, 3), "such attack", "an ordinal counts"),
    ("The rebels carried out dozens of raids in recent weeks.", (24, None, 99), "raids", "vague"),
    ("The number of attacks rose to 45 last year.", (45, 45, 45), "attacks", "a total"),
    ("Monitors recorded 210 violations of the truce this year.", (210, 210, 210),
     "violations of the truce", "incidents without a type"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "ends", "what", "why"), CASES)
def test_finds_the_tally(read, text, ends, what, why):
    (tally,) = read(text, upto="find_tallies").records(Tally)
    assert (tally.low, tally.best, tally.high) == ends, why
    assert tally.what.text == what, why


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Two attacks on Monday killed five people.", "two events of one day"),
        ("The rebels attacked the town on Monday.", "no number"),
        ("Prices rose by three percent this month.", "no incidents"),
        ("The rebels have 200 fighters in the valley this year.", "people are no incidents"),
        ("", "nothing to read"),
    ],
)
def test_finds_none(read, text, why):
    assert read(text, upto="find_tallies").records(Tally) == (), why


def test_since_when_and_on_whose_word(read):
    doc = read("The army said there had been 58 attacks since September.", upto="find_tallies")
    (tally,) = doc.records(Tally)
    (time,) = doc.records(Time)
    assert tally.since == time.id
    assert tally.by == doc.records(Attribution)[0].id
    assert tally.evidence.text == "58 attacks since September"
    assert tally.toll == ()


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("The border police have counted 58 attacks since September.", "the subject counts"),
        ("Some 58 attacks have been recorded by the border police since September.",
         "so does the agent of a passive"),
    ],
)  # fmt: skip
def test_who_counted(read, text, why):
    doc = read(text, upto="find_tallies")
    (tally,) = doc.records(Tally)
    names = {each.id: each.name for each in doc.records(Actor)}
    assert "border police" in names.get(tally.counted_by, ""), why


def test_rebels_who_carry_out_attacks_do_not_count_them(read):
    doc = read("The rebels have carried out 58 attacks since September.", upto="find_tallies")
    assert doc.records(Tally)[0].counted_by is None


def test_word_before_a_general_noun_gives_the_type(read):
    doc = read("Monitors recorded 27 shooting incidents this year.", upto="find_tallies")
    assert doc.records(Tally)[0].type is EventType.ASSAULT
