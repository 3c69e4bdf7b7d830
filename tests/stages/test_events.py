"""Which words tell which event; every row says why.  The examples of the frames run elsewhere."""

import pytest

from dateline.frames import OPERATORS, load_frames, load_outcomes, outcome_of, variants
from dateline.records import Role, Trigger

#: Fewer patterns than this would be a lexicon with holes (the goal set for the frames).
FEWEST_PATTERNS = 900


def triggers(read, text):
    return read(text, upto="find_triggers").records(Trigger)


def types(read, text):
    return [str(trigger.type) for trigger in triggers(read, text)]


def words(trigger, role):
    return [slot.span.text for slot in trigger.slots if slot.role is role]


#: text, types in text order, why
TOLD = [
    ("Rebels attacked the base.", ["ASSAULT"], "plain verb"),
    ("The base was attacked by rebels.", ["ASSAULT"], "passive"),
    ("The convoy came under fire near the lake.", ["ASSAULT"], "undergoing verb with a noun"),
    ("Rebels carried out an attack on the base.", ["ASSAULT"], "support verb with a noun"),
    ("Police arrested two students.", ["COERCE"], "arrest"),
    ("The governor imposed a curfew.", ["COERCE"], "light verb combination"),
    ("The bloc imposed sanctions on two banks.", ["SANCTION"], "sanctions, PLOVER 2.0"),
    ("Thousands of teachers marched through the capital against the reform.", [], "march without 'on' is not known to be a protest"),
    ("Teachers took to the streets over pay.", ["PROTEST"], "multiword"),
    ("The two presidents met in Geneva.", ["CONSULT"], "reciprocal"),
    ("The premier accused the bank of fraud.", ["ACCUSE"], "accuse"),
    ("The union called for the release of two drivers.", ["REQUEST"], "operator over a noun"),
    ("The general refused to meet the envoy.", ["REJECT"], "operator over a verb"),
    ("The king agreed to free two editors.", ["AGREE"], "operator over a verb"),
    ("The militia threatened to bomb the bridge.", ["THREATEN"], "operator over a verb"),
    ("The premier said the army must leave the town.", ["REQUEST"], "said … must"),
    ("The ministry will not lift the ban.", ["REJECT"], "a refused kindness"),
    ("Dockers called off their strike.", ["CONCEDE"], "the end of a protest"),
    ("The army ordered its soldiers to leave the town.", ["RETREAT"], "an order to one's own people"),
    ("Norway sent food to the islanders.", ["AID"], "class of goods in a pattern"),
    ("The government deployed troops along the river.", ["MOBILIZE"], "troops on the move"),
    ("The two navies held a joint exercise.", ["COOPERATE"], "joint, so no show of force"),
    ("The union backs the bill.", ["SUPPORT"], "verbal backing"),
    ("The ministry denied the allegations.", ["REJECT"], "turns an accusation down"),
    ("The council offered talks.", ["AGREE"], "an offer of talks is no talks yet"),
    ("In May they took part in a march.", ["PROTEST"], "the first 'in' leads nowhere"),
    ("Envoys left the talks. A new round will be held in Oslo.", ["CONSULT"], "of what is said"),
    ("The kingdom struck two depots.", ["ASSAULT"], "a state strikes"),
    ("The army fired a barrage of rockets.", ["ASSAULT"], "rockets are no figure of speech"),
    ("The treaty, from which Norway withdrew, ends.", ["SANCTION"], "relative with 'from'"),
    ("The premier warned that the army would shell the hills.", ["THREATEN"], "own side"),
    ("The premier warned that rebels would shell the hills.", ["ASSAULT"], "of another's act"),
    ("If they close the canal, we will bomb their port.", ["THREATEN"], "conditional"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected", "why"), [row for row in TOLD if row[1]])
def test_told(read, text, expected, why):
    assert types(read, text) == expected, why


#: text, why nothing is to be coded
NOT_TOLD = [
    ("The firm came under public scrutiny.", "no attack in 'come under'"),
    ("The critic attacked the novel.", "a book is not hit"),
    ("The manager was fired on Friday.", "no weapon was fired"),
    ("The ministers struck a chord with voters.", "set phrase"),
    ("The visitors beat the home side by three goals.", "sport"),
    ("The company launched a website.", "nothing is launched at anybody"),
    ("The index hit a record high.", "business"),
    ("The hikers reached base camp.", "no military base"),
    ("A storm hit the coast and killed two people.", "weather"),
    ("A bus crash killed nine people.", "accident"),
    ("The ministry said prices had risen.", "a statement is no event"),
    ("The fight against poverty goes on.", "figurative"),
    ("The army bought attack helicopters.", "a compound names a kind of thing"),
    ("The protest movement has an office.", "a compound names a kind of thing"),
    ("The minister declined to comment.", "declining to comment is no REJECT"),
    ("Voters chose a mayor. A new round will be held in May.", "a round of a vote"),
    ("The minister told reporters in Oslo to expect rain.", "no order"),
    ("An offensive of smiles won the buyers over.", "figurative: what its 'of' names is harmless"),
    ("A barrage of drums greeted the team.", "figurative"),
    ("The budget has become a battlefield on which the ministers fire at each other.", "a scene"),
    ("The professor was asked not to be named.", "no demand of note"),
    ("He died of a heart attack.", "illness"),
    ("The band released a new album.", "no captive"),
    ("The player returned to the office.", "nothing is given back"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "why"), NOT_TOLD)
def test_not_told(read, text, why):
    assert types(read, text) == [], why


def test_operator_takes_up_the_event_below_it(read):
    (trigger,) = triggers(read, "The union demanded the withdrawal of the troops.")
    assert trigger.type == "REQUEST"
    assert trigger.modes.value == ("yield",), "a withdrawal is a yielding"
    assert words(trigger, Role.TOPIC) == ["the withdrawal of the troops"]


def test_weapons_give_modes_and_instruments(read):
    (trigger,) = triggers(read, "Militants attacked the airport with drones and mortars.")
    assert set(trigger.modes.value) == {"drone", "heavy-weapons"}
    assert words(trigger, Role.INSTRUMENT) == ["drones", "mortars"]
    assert words(trigger, Role.TARGET) == ["the airport"]


def test_owner_of_a_weapon_is_the_actor(read):
    (trigger,) = triggers(read, "Syrian jets bombed a village.")
    assert words(trigger, Role.ACTOR) == ["Syrian"]
    assert words(trigger, Role.INSTRUMENT) == ["Syrian jets"]


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        ("Attacks on the road killed nine.", True, "plural noun"),
        ("The army repeatedly shelled the town.", True, "repeatedly"),
        ("Since May, numerous posts have come under fire.", True, "many, over an open time"),
        ("The army shelled the town.", False, "one event"),
    ],
)
def test_series(read, text, expected, why):
    assert triggers(read, text)[0].series.value is expected, why


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        (
            "As a result, the bank has ordered its staff to leave the island.",
            "the bank has ordered its staff to leave the island",
            "no connective",
        ),
        (
            "The council issued a statement condemning the raid.",
            "The council issued a statement condemning the raid",
            "a participle after a document comes with the clause of the document",
        ),
        (
            "It was sold to Norway, which supports the rebels.",
            "Norway, which supports the rebels",
            "a relative clause comes with its antecedent",
        ),
        (
            "Rebels attacked the post, and the army fled.",
            "Rebels attacked the post",
            "no joined clause",
        ),
    ],
)
def test_evidence(read, text, expected, why):
    assert triggers(read, text)[0].evidence.text == expected, why


def test_reciprocal_acts_put_all_parties_in_actor(read):
    (trigger,) = triggers(read, "The envoy held talks with the rebels.")
    assert words(trigger, Role.ACTOR) == ["The envoy", "the rebels"]
    assert words(trigger, Role.RECIPIENT) == []


def test_recipient_of_a_demand_is_who_should_do_it(read):
    (trigger,) = triggers(read, "The premier demanded that the militia leave the town.")
    assert words(trigger, Role.RECIPIENT) == ["the militia"]


def test_a_mentioned_attack_is_a_trigger_but_a_mentioned_deployment_is_not(read):
    assert types(read, "The bishop condemned the attack.") == ["ACCUSE", "ASSAULT"]
    assert types(read, "The bishop praised the deployment of troops.") == ["SUPPORT"]


def test_each_trigger_names_its_frame_and_proves_its_words(read):
    doc = read("Rebels attacked the base. The premier condemned the raid.", upto="find_triggers")
    for trigger in doc.records(Trigger):
        assert trigger.rule.startswith("frames/")
        assert trigger.reason.endswith(".")
        for span in (trigger.span, trigger.evidence, *(slot.span for slot in trigger.slots)):
            assert doc.text[span.start : span.end] == span.text


@pytest.mark.parametrize(
    "text", ["", " ", "?!?", "😀💥", "هجوم على القاعدة", "x" * 1000, "\x00\x01 fire"]
)
def test_strange_text_raises_nothing(read, text):
    triggers(read, text)


def test_breadth_of_the_frames():
    frames = load_frames()
    count = sum(len(found) for index in (frames.verbs, frames.nouns) for found in index.values())
    assert count >= FEWEST_PATTERNS


def test_operators_of_frames_and_outcomes_agree():
    frames = load_frames()
    used = {
        pattern.frame.operator
        for index in (frames.verbs, frames.nouns)
        for found in index.values()
        for pattern in found
        if pattern.type is None
    }
    assert used <= set(OPERATORS)
    assert {operator for operator, _, _ in load_outcomes()} == used


def test_outcome_prefers_the_row_of_the_mode():
    assert outcome_of("vow", "COERCE", ("arrest",)).modes == ("arrest",)
    assert outcome_of("vow", "COERCE", ()).modes == ("restrict",)
    assert outcome_of("end", "none", ()) is None


def test_variants_write_out_alternatives():
    assert variants("a|b c") == (("a", "c"), ("b", "c"))


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        ("Rebels attacked the base.", True, "a verb tells"),
        ("The attack killed nine.", True, "what has an effect happened"),
        ("The premier condemned the attack.", False, "taken as known"),
    ],
)
def test_told_or_only_mentioned(read, text, expected, why):
    assert triggers(read, text)[-1].told is expected, why
