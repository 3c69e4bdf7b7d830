"""Statements of cause: both sides word for word, sign and modality."""

import pytest

from dateline.records import Cause

CASES = [
    # text, cause, effect, sign, modality, why
    ("The arrests sparked riots in the port.", "The arrests", "riots in the port", "+", "asserted",
     "a causal verb takes subject and object"),
    ("Riots in the port were triggered by the arrests.", "the arrests", "Riots in the port", "+",
     "asserted", "the agent of a passive is the cause"),
    ("The drought contributed to a rise in prices.", "The drought", "a rise in prices", "+",
     "asserted", "the effect stands under the preposition"),
    ("The curfew prevented new clashes.", "The curfew", "new clashes", "-", "asserted",
     "what is hindered has a minus"),
    ("The curfew could lead to new clashes.", "The curfew", "new clashes", "+", "possible",
     "a modal leaves it open"),
    ("The union will strike unless the ministry raises wages.", "the ministry raises wages",
     "The union will strike", "-", "conditional", "'unless' keeps the effect from coming about"),
    ("Because of the embargo, the currency lost half of its value.", "the embargo",
     "the currency", "-", "asserted", "to lose value is to become less"),
    ("The storm left 30 families homeless.", "The storm", "30 families homeless", "+", "asserted",
     "the effect holds how the object is then"),
    ("The officer said little because he was not allowed to speak.", "he was not allowed to speak",
     "The officer said little", "+", "asserted", "the reason of saying"),
    ("The market closed because soldiers sealed the road.", "soldiers sealed the road",
     "The market closed", "+", "asserted", "'because' introduces the cause"),
    ("Because soldiers sealed the road, the market closed.", "soldiers sealed the road",
     "the market closed", "+", "asserted", "also at the head of the sentence"),
    ("The market closed due to heavy fighting.", "heavy fighting", "The market closed", "+",
     "asserted", "a connective before a phrase"),
    ("Trust in the police is fading in light of the beatings.", "the beatings",
     "Trust in the police", "-", "asserted", "what fades is less: the subject, with a minus"),
    ("The wells are dry. As a result, many families left the valley.", "The wells are dry",
     "many families left the valley", "+", "asserted", "an opener takes the sentence before"),
    ("However, the wells are dry. Therefore, many families left.", "the wells are dry",
     "many families left", "+", "asserted", "the cause leaves out its own connective"),
    ("The army closed the bridge, further fuelling anger.", "The army closed the bridge", "anger",
     "+", "asserted", "a participle behind a comma takes up the clause"),
    ("The more the army advances, the more families flee the valley.", "The more the army advances",
     "the more families flee the valley", "+", "conditional", "the more … the more"),
    ("Farmers blocked the road to demand water.", "to demand water", "Farmers blocked the road",
     "+", "asserted", "an aim is the cause of the act"),
    ("The union will strike if the ministry cuts wages.", "the ministry cuts wages",
     "The union will strike", "+", "conditional", "'if' is a condition"),
    ("Poverty is the main cause of the unrest.", "Poverty", "the unrest", "+", "asserted",
     "a causal noun behind a copula"),
    ("The unrest stems from a quarrel over land.", "a quarrel over land", "The unrest", "+",
     "asserted", "the subject may be the outcome"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "cause", "effect", "sign", "modality", "why"), CASES)
def test_finds_both_sides(read, text, cause, effect, sign, modality, why):
    found = read(text, upto="find_causes").records(Cause)
    told = [(each.cause.text, each.effect.text, each.sign, each.modality) for each in found]
    assert (cause, effect, sign, modality) in told, (why, told)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("The arrests did not lead to riots.", "a denied cause is none"),
        ("The road led to the port.", "a road leads to a place"),
        ("The port has been shut since the war began.", "'since' is of time here"),
        ("She works as a nurse.", "'as' is no clause here"),
        ("The market closed before soldiers sealed the road.", "time alone is no cause"),
        ("The union issued a statement rejecting the plan.", "what a statement says is no reason"),
        ("", "nothing to read"),
    ],
)
def test_finds_none(read, text, why):
    assert read(text, upto="find_causes").records(Cause) == (), why


def test_cause_is_on_the_word_of_its_speaker(read):
    doc = read("The mayor said that the arrests sparked riots.", upto="find_causes")
    (cause,) = doc.records(Cause)
    assert cause.attributed_to is not None, "what the mayor says is not the reporter's word"
    assert cause.cue[0].text == "sparked"
    assert cause.rule == "causal_cues/trigger"


@pytest.mark.parametrize(
    "text", ["🙂 🙂", "))) (((", "\x00\x01", "سبب ذلك", "a" * 1000, "to to to"]
)
def test_strange_text_never_raises(read, text):
    assert isinstance(read(text, upto="find_causes").records(Cause), tuple)
