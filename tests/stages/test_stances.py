"""Stances: holder, target, polarity and strength, and on whose word."""

import pytest

from dateline.records import Attribution, Stance

CASES = [
    ("Norway supports the peace plan.", "Norway", "the peace plan", "supports", "plain",
     "a verb of taking sides"),
    ("Norway does not support the peace plan.", "Norway", "the peace plan", "opposes", "weak",
     "a denied support is a weak opposition"),
    ("Norway condemned the arrests.", "Norway", "the arrests", "opposes", "strong",
     "strength is the verb's"),
    ("Clerks marched to protest against a new tax.", "Clerks", "a new tax", "opposes", "plain",
     "the purpose of a march is the marchers' own stance"),
    ("Clerks marched against the tax.", "Clerks", "the tax", "opposes", "plain", "likewise"),
    ("Officials blamed the raids on the rebels.", "Officials", "the rebels", "opposes", "plain",
     "who is blamed stands under 'on'"),
    ("Norway would support the peace plan.", "Norway", "the peace plan", "supports", "weak",
     "'would' weakens"),
    ("The plan was rejected by Norway.", "Norway", "The plan", "opposes", "plain",
     "the agent of a passive holds it"),
    ("Norway issued a statement condemning the arrests.", "Norway", "the arrests", "opposes",
     "strong", "a statement speaks for its issuer"),
    ("Norway voiced support for the strikers.", "Norway", "the strikers", "supports", "plain",
     "a noun, with who voiced it"),
    ("Farmers regard the army as an enemy.", "Farmers", "the army", "opposes", "plain",
     "a verb of opinion with a verdict"),
    ("The mayor said the plan was a disaster.", "The mayor", "the plan", "opposes", "plain",
     "a verdict belongs to the speaker"),
    ("The mayor said the plan was not acceptable.", "The mayor", "the plan", "opposes", "weak",
     "a denied praise is blame"),
    ('"The army protects us," the mayor said.', "the mayor", "The army", "supports", "plain",
     "a verdict by verb, in a quotation"),
    ("The mayor said the court lacks credibility.", "The mayor", "the court", "opposes", "plain",
     "what is lacking judges"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "holder", "target", "polarity", "strength", "why"), CASES)
def test_finds_the_stance(read, text, holder, target, polarity, strength, why):
    found = read(text, upto="find_stances").records(Stance)
    told = [
        (each.holder_span and each.holder_span.text, each.target_span.text, each.polarity,
         each.strength)
        for each in found
    ]  # fmt: skip
    assert told == [(holder, target, polarity, strength)], why


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("The plan was a disaster.", "the reporter's own verdict is nobody's stance"),
        ("Norway read the peace plan.", "reading takes no side"),
        ("Some troops remain in the valley.", "staying is not staying neutral"),
        ("There was no support for the plan.", "none is none"),
        ("", "nothing to read"),
    ],
)
def test_finds_none(read, text, why):
    assert read(text, upto="find_stances").records(Stance) == (), why


def test_words_of_a_quoted_speaker_stand_on_his_word(read):
    doc = read('"The army protects us," the mayor said.', upto="find_stances")
    (stance,) = doc.records(Stance)
    (attribution,) = doc.records(Attribution)
    assert stance.attributed_to == attribution.id
    assert stance.holder == attribution.speaker


def test_two_verdicts_in_one_breath_are_one_stance(read):
    doc = read("The mayor said the court was illegal and lacks credibility.", upto="find_stances")
    (stance,) = doc.records(Stance)
    assert stance.strength == "strong"
    assert stance.evidence.text.endswith("lacks credibility")


def test_target_that_is_an_actor_has_its_id(read):
    doc = read("Norway supports Israel.", upto="find_stances")
    (stance,) = doc.records(Stance)
    assert stance.target is not None
    assert stance.holder is not None
    assert stance.holder != stance.target
