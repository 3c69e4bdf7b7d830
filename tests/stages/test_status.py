"""Status: is the event told as real, planned, denied …? Read from outside in."""

import pytest

from dateline.document import Document
from dateline.records import EventStatus, Status, Trigger
from dateline.stages.status import certainty_at, status_of

ACTUAL, ONGOING, PLANNED = Status.ACTUAL, Status.ONGOING, Status.PLANNED
THREATENED, DEMANDED, POSSIBLE = Status.THREATENED, Status.DEMANDED, Status.POSSIBLE
DENIED, HYPOTHETICAL, HABITUAL = Status.DENIED, Status.HYPOTHETICAL, Status.HABITUAL


def word(doc: Document, text: str):
    """Give the last token with a text."""
    return [token for token in doc.parse if token.text == text][-1]


# sentence, word, status, rule that decides
CASES = [
    ("Rebels attacked the town.", "attacked", ACTUAL, "status.told"),
    ("Rebels have attacked the town.", "attacked", ACTUAL, "status.told"),
    ("Rebels are attacking the town.", "attacking", ONGOING, "status/progressive"),
    ("Rebels were attacking the town.", "attacking", ACTUAL, "status.told"),
    ("Rebels continue to attack the town.", "attack", ONGOING, "status/continue"),
    # negation
    ("Rebels did not attack the town.", "attack", DENIED, "status/not"),
    ("Rebels never attacked the town.", "attacked", DENIED, "status/not"),
    ("Nobody attacked the town.", "attacked", DENIED, "status/nobody"),
    ("No soldier attacked the town.", "attacked", DENIED, "status/no-noun"),
    ("There was no attack on the town.", "attack", DENIED, "status/no-noun"),
    ("They left without attacking the town.", "attacking", DENIED, "status/without"),
    ("Rebels failed to attack the town.", "attack", DENIED, "status/fail"),
    ("Rebels did not fail to attack the town.", "attack", ACTUAL, "status/fail"),
    ("Soldiers foiled an attack on the town.", "attack", DENIED, "status/prevent"),
    ("The army denied that it attacked the town.", "attacked", DENIED, "status/deny"),
    ("Not only did rebels attack the town.", "attack", ACTUAL, "status.told"),
    ("Guards had to attack the town.", "attack", ACTUAL, "status.told"),
    ("The king announced the attack on the town.", "attack", ACTUAL, "status.told"),
    # plans, threats, demands
    ("Rebels will attack the town.", "attack", PLANNED, "status/will"),
    ("Rebels are going to attack the town.", "attack", PLANNED, "status/going-to"),
    ("Rebels are to attack the town.", "attack", PLANNED, "status/be-to"),
    ("Rebels plan to attack the town.", "attack", PLANNED, "status/plan"),
    ("Rebels do not plan to attack the town.", "attack", DENIED, "status/plan"),
    ("The mayor said that rebels would attack the town.", "attack", PLANNED, "status/would"),
    ("There was a threat of an attack on the town.", "attack", THREATENED, "status/threaten"),
    ("Rebels threatened to attack the town.", "attack", THREATENED, "status/threaten"),
    ("The king urged the army to attack the town.", "attack", DEMANDED, "status/demand"),
    ("The army should attack the town.", "attack", DEMANDED, "status/should"),
    ("The mayor called for an attack on the town.", "attack", DEMANDED, "status/demand"),
    ("They crossed the river to attack the town.", "attack", PLANNED, "status/purpose"),
    # doubt
    ("Rebels may attack the town.", "attack", POSSIBLE, "status/may"),
    ("Rebels may not attack the town.", "attack", POSSIBLE, "status/may"),
    ("Rebels allegedly attacked the town.", "attacked", POSSIBLE, "status/allegedly"),
    ("Police suspect that rebels attacked the town.", "attacked", POSSIBLE, "status/believe"),
    ("Villagers fear an attack on the town.", "attack", POSSIBLE, "status/fear-object"),
    ("Rebels tried to attack the town.", "attack", POSSIBLE, "status/try"),
    ("Did rebels attack the town?", "attack", POSSIBLE, "status/question"),
    ("Why did rebels attack the town?", "attack", ACTUAL, "status.told"),
    # conditions
    ("If rebels attack the town, the talks end.", "attack", HYPOTHETICAL, "status/if"),
    ("Rebels would attack if talks failed.", "attack", HYPOTHETICAL, "status/condition"),
    # report, knowledge, habit
    ("Witnesses said that rebels attacked the town.", "attacked", ACTUAL, "status/say"),
    ("They did not know that rebels attacked the town.", "attacked", ACTUAL, "status/know"),
    ("Rebels managed to attack the town.", "attack", ACTUAL, "status.told"),
    ("Rebels did not manage to attack the town.", "attack", DENIED, "status/manage"),
    ("Rebels often attack the town.", "attack", HABITUAL, "status/often"),
    ("Rebels attack the town every Friday.", "attack", HABITUAL, "status/every"),
    ("Rebels used to attack the town.", "attack", HABITUAL, "status/used-to"),
    # an event taken as known stands whatever is said of it
    ("The mayor did not condemn the attack.", "attack", ACTUAL, "status/know"),
    ("The attack may have killed ten people.", "attack", ACTUAL, "status.told"),
    ("An attack on the town is unlikely.", "attack", POSSIBLE, "status/doubt"),
    ("An attack on the town did not take place.", "attack", DENIED, "status/happen"),
    # from outside in
    ("The army denied that it plans to attack the town.", "attack", DENIED, "status/plan"),
    ("Rebels may have tried to attack the town.", "attack", POSSIBLE, "status/may"),
    ("The mayor will say that rebels attacked the town.", "attacked", ACTUAL, "status/say"),
    ("Soldiers tried to prevent an attack.", "attack", POSSIBLE, "status/prevent"),
]


@pytest.mark.parametrize(("text", "event", "status", "rule"), CASES)
def test_status_of_a_word(read, text, event, status, rule):
    doc = read(text, upto="find_times")
    coded, _ = status_of(doc, word(doc, event))
    assert (coded.value, coded.rule) == (status, rule), coded.reason


# sentence, word, status, condition
CONDITIONS = [
    ("Rebels will attack the town if talks fail.", "attack", PLANNED, "if talks fail"),
    ("Unless they pay, rebels will attack the town.", "attack", PLANNED, "Unless they pay"),
    ("They threatened to attack if talks fail.", "attack", THREATENED, "if talks fail"),
    ("Rebels attacked even if talks failed.", "attacked", ACTUAL, None),
    ("Rebels attacked when talks failed.", "attacked", ACTUAL, None),
]


@pytest.mark.parametrize(("text", "event", "status", "condition"), CONDITIONS)
def test_condition_is_given_with_its_words(read, text, event, status, condition):
    doc = read(text, upto="find_times")
    coded, span = status_of(doc, word(doc, event))
    assert (coded.value, span.text if span else None) == (status, condition)


def test_the_operator_is_the_evidence(read):
    doc = read("The army plans to attack the town.", upto="find_times")
    coded, _ = status_of(doc, word(doc, "attack"))
    assert [span.text for span in coded.evidence] == ["plans"]
    assert "'plans'" in coded.reason


def test_each_trigger_gets_one_status(read):
    doc = read(
        "Rebels attacked the town on Monday. The army did not attack the camp.", upto="find_status"
    )
    found = {each.event: each.status.value for each in doc.records(EventStatus)}
    assert [found[each.id] for each in doc.records(Trigger)] == [ACTUAL, DENIED]


def test_a_present_tense_with_a_day_ahead_is_arranged(read):
    doc = read("The talks begin on Monday.\n\nRebels attack the town next week.", upto="find_times")
    coded, _ = status_of(doc, word(doc, "attack"))
    assert (coded.value, coded.rule) == (PLANNED, "status.present-ahead")


def test_certainty_falls_from_told_over_possible_to_denied(read):
    order = [
        "Rebels attacked the town.",
        "Rebels will attack the town.",
        "Rebels may attack the town.",
        "Rebels did not attack the town.",
    ]
    docs = [read(text, upto="find_times") for text in order]
    events = ["attacked", "attack", "attack", "attack"]
    values = [certainty_at(doc, word(doc, event)) for doc, event in zip(docs, events, strict=True)]
    assert values == sorted(values, reverse=True)
    assert values[-1] < 0 < values[-2] < 3


ODD = ["", "!!!", "attack", "not not not", "if if if attack", "No. No! No?", "x" * 1000, "😀 to"]


@pytest.mark.parametrize("text", ODD)
def test_odd_input_never_raises(read, text):
    doc = read(text, upto="find_times")
    for token in doc.parse:
        coded, _ = status_of(doc, token)
        assert coded.value in Status


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("The ministry will not lift the ban.", "events.will-not"),
        ("If they close the canal, we will bomb their port.", "events.will-if"),
    ],
)
def test_a_refusal_or_threat_is_made_by_its_words(read, text, rule):
    doc = read(text, upto="find_status")
    (trigger,) = [each for each in doc.records(Trigger) if each.rule == rule]
    (status,) = [each.status for each in doc.records(EventStatus) if each.event == trigger.id]
    assert status.value is ACTUAL
