"""Which triggers tell one event; every trigger is in exactly one group."""

import pytest

from dateline.records import SameEvent, Trigger

ONE_EVENT = [
    ("Gunmen attacked a convoy near Gao, killing five people.", "attacked", "killing",
     "a harm hangs on the deed"),
    ("Five people were killed in an attack on a convoy.", "killed", "attack", "killed in the deed"),
    ("Gunmen killed five soldiers when they ambushed a convoy.", "killed", "ambushed",
     "killed when the deed was done"),
    ("Gunmen attacked a convoy near Gao. The attack lasted an hour.", "attacked", "attack",
     "a definite noun points back"),
    ("Gunmen attacked a convoy near Gao. Norway spoke of it. Talks on the attack began.",
     "attacked", "attack", "over a sentence in between"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "one", "other", "why"), ONE_EVENT)
def test_joins(read, text, one, other, why):
    assert _together(read(text, upto="find_same_events"), one, other), why


APART = [
    ("Gunmen attacked a convoy near Gao. Soldiers shelled a village near Mopti.", "attacked",
     "shelled", "other people, other deed"),
    ("Gunmen attacked a convoy near Gao. A second attack hit Mopti.", "attacked", "attack",
     "a second one is another"),
    ("Gunmen attacked a convoy near Gao. The attack on Mopti killed nobody.", "attacked", "attack",
     "the noun says where: elsewhere"),
    ("Soldiers shot down a drone. Norway condemned the attack.", "shot", "attack",
     "a downed drone is not what is called the attack"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "one", "other", "why"), APART)
def test_keeps_apart(read, text, one, other, why):
    assert not _together(read(text, upto="find_same_events"), one, other), why


def test_headline_and_lead_are_one(read):
    text = "Gunmen kill five soldiers in Mali\n\nGunmen killed five soldiers near Gao on Monday."
    doc = read(text, upto="find_same_events")
    assert _together(doc, "kill", "killed"), "the headline tells what the text tells"


def test_every_trigger_is_in_one_group(read):
    text = "Gunmen attacked a convoy, killing five. Police arrested two men. Norway condemned it."
    doc = read(text, upto="find_same_events")
    members = [each for group in doc.records(SameEvent) for each in group.triggers]
    assert sorted(members) == sorted(each.id for each in doc.records(Trigger))
    order = [each.id for each in doc.records(Trigger)]
    for group in doc.records(SameEvent):
        assert group.triggers[0] == min(group.triggers, key=order.index), "the first gives the id"


def _together(doc, one: str, other: str) -> bool:
    """Say whether two triggers, named by a word that they contain, are in one group."""
    triggers = doc.records(Trigger)
    first = next(each.id for each in triggers if one in each.span.text.split())
    second = next(
        each.id
        for each in reversed(triggers)
        if other in each.span.text.split() and each.id != first
    )
    return any(
        first in group.triggers and second in group.triggers for group in doc.records(SameEvent)
    )
