"""Trends: what moves, which way, and only if the report asserts it."""

import pytest

from dateline.records import Time, Trend

CASES = [
    ("Raids on villages have increased.", "Raids on villages", "up", "a verb of movement"),
    ("Support for the government is dwindling.", "Support for the government", "down", "the same"),
    ("Kidnappings of traders are on the rise.", "Kidnappings of traders", "up", "a fixed phrase"),
    ("The frequency of raids on villages has grown.", "raids on villages", "up",
     "the trend is of what is measured"),
    ("Officials reported an increase in attacks on clinics.", "attacks on clinics", "up",
     "a noun of movement"),
    ("Rising anger over the arrests worries the army.", "anger over the arrests", "up",
     "an adjective of movement"),
    ("Raids have become more frequent.", "Raids", "up", "a comparative behind 'become'"),
    ("The army stepped up its raids.", "its raids", "up",
     "the object of a transitive verb moves"),
    ("The movement has lost ground in the north.", "The movement", "down",
     "the object makes the verb a movement"),
    ("Exports of cotton have grown since March.", "Exports of cotton", "up", "trade counts"),
    ("The price of bread has risen since March.", "The price of bread", "up",
     "with 'since' a price is a trend"),
    ("Violence in the camps has worsened.", "Violence in the camps", "up", "worse harm is more"),
    ("Security in the camps has worsened.", "Security in the camps", "down", "worse good is less"),
    ("The situation at the border remained stable.", "The situation at the border", "steady",
     "what holds is a trend too"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "subject", "direction", "why"), CASES)
def test_finds_the_movement(read, text, subject, direction, why):
    found = read(text, upto="find_trends").records(Trend)
    assert [(each.subject.text, each.direction) for each in found] == [(subject, direction)], why


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("The death toll rose to 45.", "a toll is updated, nothing grows"),
        ("Oil prices rose by three percent.", "markets are another desk's"),
        ("Fighting could intensify in the coming days.", "what may come is not asserted"),
        ("Diplomats warned of an escalation of the conflict.", "what is feared is not asserted"),
        ("Tensions have not eased.", "denied"),
        ("Nurses called for an increase in staff numbers.", "what is wanted is not asserted"),
        ("The general rose from his chair.", "people rise in space"),
    ],
)
def test_finds_none(read, text, why):
    assert read(text, upto="find_trends").records(Trend) == (), why


def test_since_when(read):
    doc = read("Raids on villages have increased since January.", upto="find_trends")
    (trend,) = doc.records(Trend)
    (time,) = doc.records(Time)
    assert trend.since == time.id
    assert trend.evidence.text == "Raids on villages have increased"
