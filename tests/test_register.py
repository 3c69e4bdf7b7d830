"""The register of actors: its data are sound, and names are found as they are written."""

import pytest

from dateline import register
from dateline.records import ActorKind

SECTORS = frozenset(
    [
        "GOV",
        "MIL",
        "COP",
        "JUD",
        "LEG",
        "PRM",
        "PTY",
        "REB",
        "SPY",
        "UAF",
        "UNK",
        "AGR",
        "BUS",
        "CRM",
        "CVL",
        "EDU",
        "ELI",
        "JRN",
        "LAB",
        "MED",
        "REF",
        "OPP",
        "PRE",
        "REL",
        "SOC",
    ]
)


def found_at(text, offset=0):
    return [
        (text[offset:end], {(name.sort.value, name.key) for name in values})
        for end, values in register.names().at(text, register.fold_in_place(text), offset)
    ]


def test_rows_are_sound():
    rows = register.actors_by_id()
    assert len(rows) >= 400
    states = register.state_names()
    for row in rows.values():
        assert row.kind in ActorKind
        assert row.country is None or row.country in states or row.country in register.NON_STATES, (
            row
        )
        assert set(row.sectors) <= SECTORS, row
        assert row.parent is None or row.parent in rows, row
        assert row.source
        if row.first_year and row.last_year:
            assert row.first_year <= row.last_year, row


def test_parents_do_not_go_in_circles():
    rows = register.actors_by_id()
    for row in rows.values():
        seen, at = set(), row
        while at.parent is not None:
            assert at.id not in seen, row.id
            seen.add(at.id)
            at = rows[at.parent]


@pytest.mark.parametrize(
    ("text", "words", "key", "why"),
    [
        ("US forces left", "US", "USA", "an acronym in capitals"),
        ("al-Shabaab fighters", "al-Shabaab", "al_shabaab", "a name that begins with a small letter"),
        ("Al‑Shabaab fighters", "Al‑Shabaab", "al_shabaab", "another dash"),
        ("Médecins Sans Frontières said", "Médecins Sans Frontières", "msf", "accents"),
        ("Medecins Sans Frontieres said", "Medecins Sans Frontieres", "msf", "without accents"),
        ("Islamic State West Africa Province", "Islamic State West Africa Province", "islamic_state_west_africa", "the longest name first"),
        ("Lord’s Resistance Army", "Lord’s Resistance Army", "lra", "a curly apostrophe"),
    ],
)  # fmt: skip
def test_names_found(text, words, key, why):
    found = found_at(text)
    assert found and found[0][0] == words, why
    assert key in {each for _, each in found[0][1]}, why


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("us and them", "small letters are a pronoun"),
        ("is gone", "a verb"),
        ("Iraqification", "only whole words"),
    ],
)
def test_names_not_found(text, why):
    assert found_at(text) == [], why


def test_folding_keeps_offsets():
    text = "İstanbul ’s ﬁrst Łódź é\n"
    assert len(register.fold_in_place(text)) == len(text)
