"""Claims of responsibility: who claims, denies or is blamed, for which event, by which means."""

import pytest

from dateline.records import Actor, Claim, SameEvent, Trigger

DEED = "Gunmen attacked a convoy near Gao on Monday, killing five people. "

CASES = [
    ("Al-Shabaab claimed responsibility for the attack.", "claims", "not said", "the plain case"),
    ("Responsibility for the attack was claimed by al-Shabaab.", "claims", "not said", "passive"),
    ("The attack was claimed by al-Shabaab.", "claims", "not said", "the attack is claimed"),
    ("Al-Shabaab said it was behind the attack.", "claims", "not said", "says so of itself"),
    ("Al-Shabaab said its fighters had carried out the attack.", "claims", "not said",
     "says so of its own people"),
    ("Al-Shabaab claimed responsibility for the attack on Telegram.", "claims", "online",
     "the means is a network"),
    ("In a video, al-Shabaab claimed responsibility for the attack.", "claims", "video", "a film"),
    ("Al-Shabaab denied involvement in the attack.", "denies", "not said", "a denial"),
    ("The army blamed al-Shabaab for the attack.", "accused by other", "not said", "blame"),
    ("The army blamed the attack on al-Shabaab.", "accused by other", "not said", "blame turned"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "polarity", "mode", "why"), CASES)
def test_finds_the_claim(read, text, polarity, mode, why):
    doc = read(DEED + text, upto="find_claims")
    (claim,) = doc.records(Claim)
    assert (claim.polarity, claim.mode) == (polarity, mode), why
    names = {each.id: each.name.lower() for each in doc.records(Actor)}
    assert claim.claimant is not None
    assert "al-shabaab" in names[claim.claimant], why
    first = doc.records(SameEvent)[0].triggers[0]
    assert claim.events == (first,), why


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("No group has claimed responsibility for the attack.", "nobody claims"),
        ("No group has said that it was responsible.", "nobody says so"),
        ("The army said gunmen had carried out the attack.", "says so of others"),
        ("The driver claimed his wages.", "wages are no deed"),
        ("Al-Shabaab has not claimed the attack.", "denied, but no denial of the deed"),
        ("The minister has responsibility for roads.", "an office"),
    ],
)
def test_finds_none(read, text, why):
    assert read(DEED + text, upto="find_claims").records(Claim) == (), why


def test_a_report_without_events_has_no_claims(read):
    doc = read("Al-Shabaab claimed responsibility.", upto="find_claims")
    assert doc.records(Claim) == ()


ABOUT = [
    ("Shells hit two villages on Monday. Norway denied shelling the villages.", "hit",
     "a denied deed is the event told of the same things"),
    ("Gunmen attacked a post. Police arrested two men. Norway denied any part in the attack.",
     "attacked", "not the arrest told in between"),
    ("Gunmen kidnap clerks in Gao\n\nGunmen kidnapped eight clerks in Gao on Monday. A guard was"
     " beaten. Police blamed bandits.", "kidnapped", "bare blame is about the headline's event"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "word", "why"), ABOUT)
def test_what_the_claim_is_about(read, text, word, why):
    doc = read(text, upto="find_claims")
    (claim,) = doc.records(Claim)
    words = {each.id: each.span.text for each in doc.records(Trigger)}
    groups = {each.triggers[0]: each.triggers for each in doc.records(SameEvent)}
    told = [words[each] for event in claim.events for each in groups[event]]
    assert any(word in each for each in told), (why, told)
