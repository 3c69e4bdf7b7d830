"""With which weapons and means is an event done, and which weapons are none?"""

import pytest

from dateline.lexicons.load import load_lexicon
from dateline.records import EventMeans, Trigger
from dateline.stages.means_words import Weapon


def means(read, text: str) -> list[tuple[str, str]]:
    """Give (words, kind) of the instruments of all events, each once, in text order."""
    doc = read(text, upto="find_means")
    found = {
        (item.span.start, item.span.text, item.kind)
        for each in doc.records(EventMeans)
        for item in each.instruments
    }
    return [(words, kind) for _, words, kind in sorted(found)]


NAMED = [
    pytest.param(
        "Several depots came under attack from drones and mortars.",
        [("drones", "drone"), ("mortars", "mortar")],
        id="joined, after a preposition",
    ),
    pytest.param("A drone attack damaged the port.", [("drone", "drone")], id="before the noun"),
    pytest.param("A car bomb killed a judge.", [("A car bomb", "car-bomb")], id="subject"),
    pytest.param("The judge was killed by a car bomb.", [("a car bomb", "car-bomb")], id="agent"),
    pytest.param(
        "Militants fired two rockets at the base.", [("two rockets", "rocket")], id="what is fired"
    ),
    pytest.param(
        "He was killed in a drone strike in the hills.", [("drone", "drone")], id="deed named by it"
    ),
    pytest.param(
        "Men armed with machetes attacked the village.",
        [("machetes", "long-blade")],
        id="borne by those who do it",
    ),
    pytest.param(
        "Raiders killed nine villagers with machetes.",
        [("machetes", "long-blade")],
        id="hung on the victims by the parser",
    ),
    pytest.param(
        "Rebels attacked the post using mortars.", [("mortars", "mortar")], id="participle of use"
    ),
    pytest.param(
        "Police used tear gas to disperse the marchers.",
        [("tear gas", "tear-gas")],
        id="used for a purpose",
    ),
    pytest.param(
        "A lorry packed with explosives blew up at the gate, killing six guards.",
        [("A lorry packed with explosives", "car-bomb")],
        id="a vehicle full of explosives is a car bomb",
    ),
    pytest.param(
        "An explosives-laden truck rammed the gate of the base.",
        [("An explosives-laden truck", "car-bomb")],
        id="the same, hyphened",
    ),
    pytest.param(
        "A suicide bomber killed four guards.", [("A suicide bomber", "suicide-bomb")], id="bomber"
    ),
    pytest.param(
        "Rebels attacked the tank with rocket-propelled grenades.",
        [("rocket-propelled grenades", "rpg")],
        id="the longest name wins; the tank is the target",
    ),
    pytest.param(
        "Youths threw stones at the patrol.", [("stones", "thrown-object")], id="thrown things"
    ),
]


@pytest.mark.parametrize(("text", "expected"), NAMED)
def test_named_means(read, text, expected):
    assert means(read, text) == expected


NONE = [
    pytest.param("The army shot down a drone over the gulf.", id="a weapon that is hit"),
    pytest.param("Rebels attacked a convoy of tanks.", id="tanks as the target"),
    pytest.param("Police raided the house and seized rifles.", id="seized"),
    pytest.param("Police arrested two men with guns.", id="found on those arrested"),
    pytest.param("Insurgents bombed a bridge.", id="a verb implies a means but names none"),
    pytest.param("Gunmen on motorcycles attacked the village.", id="only how they came"),
    pytest.param("The minister was killed in his car.", id="only where he was"),
    pytest.param("Gunmen attacked a coal mine in the north.", id="a mine where coal is dug"),
    pytest.param("The government denounced the missile test.", id="no armed event"),
]


@pytest.mark.parametrize("text", NONE)
def test_no_means(read, text):
    assert means(read, text) == []


def test_means_reach_what_people_suffered_in_the_same_deed(read):
    doc = read("Militants fired rockets at the base, killing two guards.", upto="find_means")
    words = {each.id: each.span.text for each in doc.records(Trigger)}
    told = {words[each.event]: [i.span.text for i in each.instruments] for each in
            doc.records(EventMeans)}  # fmt: skip
    assert told["killing"] == ["rockets"]


def test_instrument_carries_modes_rule_and_reason(read):
    doc = read("A drone hit the depot.", upto="find_means")
    (event,) = doc.records(EventMeans)
    (drone,) = event.instruments
    assert (drone.modes, drone.rule) == (("drone",), "weapons/drone")
    assert drone.reason == "'A drone' names an uncrewed aircraft: subject of 'hit'."


def test_lexicon_is_broad_and_each_noun_has_one_kind():
    nouns = [noun for weapon in load_lexicon("weapons", Weapon) for noun in weapon.nouns]
    assert len(nouns) >= 150
    assert sorted(nouns) == sorted(set(nouns))


def test_modes_are_plover_modes():
    known = {
        "abduct", "beat", "torture", "sexual", "targeted", "destroy", "primitive", "firearms",
        "explosives", "suicide-attack", "aerial", "drone", "heavy-weapons", "crowd-control",
        "unconventional", "cyber",
    }  # fmt: skip
    assert {mode for each in load_lexicon("weapons", Weapon) for mode in each.modes} <= known


@pytest.mark.parametrize("text", [" ", "!!!", "bomb " * 50, "drone 🙂", "طائرة", "rocket-" * 200])
def test_strange_input_does_not_raise(read, text):
    doc = read(text, upto="find_means")
    for each in doc.records(EventMeans):
        for item in each.instruments:
            assert doc.text[item.span.start : item.span.end] == item.span.text
