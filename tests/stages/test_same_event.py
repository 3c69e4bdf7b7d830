"""Which triggers tell one event; every trigger is in exactly one group."""

import pytest

from dateline.records import EventLink, SameEvent, Trigger

ONE_EVENT = [
    ("Gunmen attacked a convoy near Gao, killing five people.", "attacked", "killing",
     "a harm hangs on the deed"),
    ("Five people were killed in an attack on a convoy.", "killed", "attack", "killed in the deed"),
    ("Gunmen killed five soldiers when they ambushed a convoy.", "killed", "ambushed",
     "killed when the deed was done"),
    ("Gunmen attacked a convoy near Gao. The attack lasted an hour.", "attacked", "attack",
     "a definite noun points back"),
    ("A mine planted by rebels destroyed a lorry near Gao.", "planted", "destroyed",
     "a weapon's participle and its verb"),
    ("Rockets hit two villages on Monday. Norway denied shelling the villages.", "hit", "shelling",
     "a denied deed is the one told of the same things"),
    ("Gunmen attacked a post. Nine guards were killed. Rebels said they had killed 20 guards.",
     "attacked", "killed", "a rival figure tells no new event"),
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
    ("Gunmen attacked a post. Police arrested two men. Norway condemned the attack.", "arrested",
     "attack", "an arrest is no attack"),
    ("Rockets hit two villages. Norway denied shelling a port.", "hit", "shelling", "other things"),
    ("Turkey shelled a camp in retaliation for the attack.", "shelled", "attack",
     "an answer is not what it answers"),
    ("Soldiers shot down a drone. Norway condemned the attack.", "shot", "attack",
     "a downed drone is not what is called the attack"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "one", "other", "why"), APART)
def test_keeps_apart(read, text, one, other, why):
    assert not _together(read(text, upto="find_same_events"), one, other), why


LINKED = [
    ("Jets bombed the port in retaliation for a missile attack on Haifa.", "bombed", "attack",
     "response_to", "an answer"),
    ("In response to the shelling of a village, the army bombed rebel camps.", "bombed",
     "shelling", "response_to", "the answered deed in front"),
    ("Jets attacked the camp to avenge the killing of two clerks.", "attacked", "killing",
     "response_to", "a purpose of revenge"),
    ("Gunmen attacked a church in Gao, the latest in a series of raids on churches.", "attacked",
     "raids", "part_of", "the latest of many"),
    ("The bombing on Monday was part of a wave of attacks on churches.", "bombing", "attacks",
     "part_of", "a part of a wave"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "one", "other", "relation", "why"), LINKED)
def test_links(read, text, one, other, relation, why):
    doc = read(text, upto="find_same_events")
    words = {each.id: each.span.text.split() for each in doc.records(Trigger)}
    (link,) = doc.records(EventLink)
    assert link.relation == relation, why
    assert one in words[link.event], why
    assert other in words[link.other], why


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen attacked a convoy near Gao. The attack lasted an hour.",
        "Gunmen attacked a convoy. Soldiers raided a village.",
        "The response to the attack was slow.",
    ],
)
def test_links_nothing(read, text):
    assert read(text, upto="find_same_events").records(EventLink) == ()


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
