"""Who fills which place of a predicate: tables of constructions, each with its reason."""

import pytest

from dateline.syntax import (
    arguments_of,
    clause,
    conjuncts,
    first_conjunct,
    is_passive,
    negation_of,
    phrase,
    predicate_of,
    support_verb,
)


def token_of(doc, word):
    return next(token for token in doc if token.text == word)


def heads(args):
    return [arg.token.text for arg in args]


#: sentence, predicate, place, main words of the fillers, why
PLACES = [
    ("Rebels attacked the base.", "attacked", "subject", ["Rebels"], "active subject"),
    ("Rebels attacked the base.", "attacked", "object", ["base"], "active object"),
    ("The base was attacked by rebels.", "attacked", "object", ["base"], "passive subject"),
    ("The base was attacked by rebels.", "attacked", "subject", ["rebels"], "agent of the passive"),
    ("The base was attacked.", "attacked", "subject", [], "a passive without agent has no subject"),
    ("Police and soldiers sealed the road.", "sealed", "subject", ["Police", "soldiers"], "joined subjects"),
    ("The rebels who attacked the base fled.", "attacked", "subject", ["rebels"], "relative clause, subject gap"),
    ("The base that the rebels attacked burned.", "attacked", "object", ["base"], "relative clause, object gap"),
    ("Soldiers stationed in the valley fled.", "stationed", "object", ["Soldiers"], "participle after a noun"),
    ("The army ordered the staff to leave.", "leave", "subject", ["staff"], "the object controls"),
    ("The army promised the staff to leave.", "leave", "subject", ["army"], "promise: the subject controls"),
    ("The king is ready to meet the envoy.", "meet", "subject", ["king"], "infinitive under an adjective"),
    ("The rebels fired shots and burned a hut.", "burned", "subject", ["rebels"], "joined verbs share a subject"),
    ("The rebels carried out an attack on the base.", "attack", "subject", ["rebels"], "a support verb lends its subject"),
    ("The rebels carried out a series of attacks.", "attacks", "subject", ["rebels"], "through a counting noun"),
    ("The attack by rebels killed two men.", "attack", "subject", ["rebels"], "noun with by"),
    ("The attack that rebels carried out failed.", "attack", "subject", ["rebels"], "relative clause lends its subject"),
    ("The sanctions imposed by the bloc failed.", "sanctions", "subject", ["bloc"], "participle lends its agent"),
    ("The base came under attack.", "attack", "object", ["base"], "an undergoing verb lends its subject as object"),
    ("Their demand to leave was heard.", "demand", "complement", ["leave"], "infinitive that a noun is about"),
    ("Rebels shot at the convoy.", "shot", "at", ["convoy"], "preposition by its own word"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "word", "place", "expected", "why"), PLACES)
def test_places(nlp, text, word, place, expected, why):
    doc = nlp(text)
    assert heads(arguments_of(token_of(doc, word)).at(place)) == expected, why


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("The base was hit.", "hit", True),
        ("The rocket hit the base.", "hit", False),
        ("Troops stationed in the valley left.", "stationed", True),
        ("The rebels have fled.", "fled", False),
    ],
)
def test_passive(nlp, text, word, expected):
    assert is_passive(token_of(nlp(text), word)) is expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("The army did not attack.", "attack", "not"),
        ("The army never attacked.", "attacked", "never"),
        ("No attack was reported.", "attack", "No"),
        ("The army attacked.", "attacked", None),
    ],
)
def test_negation(nlp, text, word, expected):
    found = negation_of(token_of(nlp(text), word))
    assert (found.text if found is not None else None) == expected


@pytest.mark.parametrize(
    ("text", "word", "expected", "why"),
    [
        ("Hundreds of workers staged a protest.", "protest", "staged", "object of a support verb"),
        ("The convoy came under fire.", "fire", "came", "pobj of under with an undergoing verb"),
        ("The union feared a protest.", "protest", None, "fear carries no noun of action"),
        ("The army began a wave of strikes.", "strikes", "began", "counted by a bundling noun"),
    ],
)
def test_support_verb(nlp, text, word, expected, why):
    found = support_verb(token_of(nlp(text), word))
    assert (found.text if found is not None else None) == expected, why


def test_phrase_keeps_hyphens_and_drops_relative_clauses(nlp):
    doc = nlp("Police met a 22-year-old man who had fled.")
    assert doc[phrase(token_of(doc, "man"))[0].i : phrase(token_of(doc, "man"))[-1].i + 1].text == (
        "a 22-year-old man"
    )


def test_clause_leaves_out_joined_clauses(nlp):
    doc = nlp("The rebels attacked the base and the army fled.")
    assert [each.text for each in clause(token_of(doc, "attacked"))] == [
        "The", "rebels", "attacked", "the", "base",
    ]  # fmt: skip


def test_conjuncts_and_predicate(nlp):
    doc = nlp("Miners, drivers and nurses marched.")
    miners = token_of(doc, "Miners")
    assert [each.text for each in conjuncts(miners)] == ["Miners", "drivers", "nurses"]
    assert first_conjunct(token_of(doc, "nurses")) == miners
    assert predicate_of(miners).text == "marched"


@pytest.mark.parametrize(
    "text", ["", "   ", "???", "😀 😀", "ان الحكومة", "a" * 1000, "by by by the of"]
)
def test_strange_text_raises_nothing(nlp, text):
    for token in nlp(text):
        arguments_of(token)
        phrase(token)
        clause(token)
