"""Names that no list knows: actors where they act, open in kind unless the text says it."""

import pytest

from dateline.records import Actor

#: text, name, kind, why
FOUND = [
    ("Velmar restored diplomatic ties with Ostany.", "Velmar", None, "subject of a deed"),
    ("Velmar restored diplomatic ties with Ostany.", "Ostany", None, "party to ties"),
    ("Velmar is about to sign an agreement with Ostany.", "Velmar", None, "about to do a deed"),
    ("Velmar will supply Ostany with wheat.", "Ostany", None, "supplied with something"),
    ("Velmar will contribute a million to Ostany.", "Ostany", None, "something is given to it"),
    ("The Velmar embassy protested against the raid.", "Velmar", "state", "only states have embassies"),
    ("Ostany signed an accord with Velmar, an Ostanian embassy clerk said.", "Ostany", "state", "a word made from the name"),
]  # fmt: skip

#: text, word that must not be an actor's name, why
LEFT = [
    ("The lorry drove to Velmar on Monday.", "Velmar", "a place that is driven to"),
    ("Ramadan ended in the valley.", "Ramadan", "a feast is nobody"),
    ("Soldiers were killed in Velmar.", "Velmar", "where something is"),
    ("POLICE SAID TRAFFIC STOPPED IN TOWN.", "TRAFFIC", "capitals tell nothing in a shouted sentence"),
]  # fmt: skip


def named(read, text):
    found = read(text, upto="find_actors").records(Actor)
    return {actor.name: actor for actor in found}


@pytest.mark.parametrize(("text", "name", "kind", "why"), FOUND)
def test_unknown_names_that_act(read, text, name, kind, why):
    actor = named(read, text)[name]
    assert actor.kind.value == kind, why
    if kind is None:
        assert actor.kind.reason == "The text does not say what it is."


@pytest.mark.parametrize(("text", "word", "why"), LEFT)
def test_names_that_do_not_act(read, text, word, why):
    assert word not in named(read, text), why


def test_a_word_made_from_a_name_is_a_mention_of_it(read):
    actor = named(read, "Ostany signed an accord with Velmar, an Ostanian embassy clerk said.")[
        "Ostany"
    ]
    assert [(each.span.text, each.how) for each in actor.mentions] == [
        ("Ostany", "name"),
        ("Ostanian", "demonym"),
    ]
