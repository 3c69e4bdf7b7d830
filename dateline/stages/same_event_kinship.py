"""Can two triggers, by their words alone, tell one event?"""

from functools import cache
from typing import TYPE_CHECKING

from dateline.document import Document
from dateline.lexicons.load import load_table
from dateline.records import EventType, Trigger

if TYPE_CHECKING:
    from spacy.tokens import Token

ANY = "any"
HARM = "harm"

#: Determiners that point back at something told before.
POINTERS = frozenset({"the", "this", "that", "these", "those", "such", "latest", "said"})
#: Words beside a definite noun that make it another event than the last one.
OTHERS = frozenset(
    {
        "second", "third", "fourth", "fifth", "another", "separate", "other", "earlier", "previous",
        "similar", "last", "next", "new", "further", "different", "additional", "recent", "past",
        "first", "subsequent", "future", "possible", "continued", "repeated", "such", "two", "worst",
        "deadliest", "biggest", "largest", "bloodiest", "historic", "annual",
    }
)  # fmt: skip


@cache
def _kins() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for row in load_table("event_kinships"):
        found.setdefault(row["word"], set()).add(row["kin"])
    return {word: frozenset(kins) for word, kins in found.items()}


def kins_of(word: "Token") -> frozenset[str]:
    """Give the kins of a trigger's main word; a word outside the table is its own kin."""
    lemma = word.lemma_.lower()
    return _kins().get(lemma, frozenset({f"={lemma}"}))


def named_word(doc: Document, trigger: Trigger) -> "Token":
    """Give the word of a trigger that names the event: "ambush" in "carried out the ambush"."""
    head = doc.parse[trigger.head]
    if head.lemma_.lower() in _kins():
        return head
    for token in doc.tokens_of(trigger.span):
        if token.lemma_.lower() in _kins() and token.pos_ in ("NOUN", "VERB"):
            return token
    return head


def are_kin(noun: "Token", earlier: "Token") -> bool:
    """Say whether a noun that points back can mean what an earlier word told."""
    one, other = kins_of(noun), kins_of(earlier)
    if noun.lemma_.lower() == earlier.lemma_.lower() or one & other:
        return True
    return ANY in one and not other & PEACEFUL


#: Nouns of trouble in general, which a protest can be too; "the attack" is no protest, no arrest.
TROUBLE = frozenset({"violence", "unrest", "incident", "bloodshed", "clash", "action", "act"})


def may_mean(noun: "Token", earlier: "Token", kind: EventType) -> bool:
    """Say whether a noun that points back can mean an earlier event of a type.

    "The attack" fits every assault whatever its verb, but no arrest, curfew or march.
    """
    if noun.lemma_.lower() == earlier.lemma_.lower() or kins_of(noun) & kins_of(earlier):
        return True
    violent = kind is EventType.ASSAULT
    troubled = kind is EventType.PROTEST and noun.lemma_.lower() in TROUBLE
    return are_kin(noun, earlier) and (violent or troubled)


def same_stem(one: "Token", other: "Token") -> bool:
    """Say whether two words are of one stem ("shelled" and "the shelling")."""
    first, second = (each.lemma_.lower().removesuffix("ing") for each in (one, other))
    return first == second


#: Kins that "the attack" or "the incident" never means.
PEACEFUL = frozenset(
    {
        "talks", "agreement", "withdrawal", "release", "sanction", "condemn", "threat", "aid",
        "deploy", "demand", "accuse", "reject", "convict",
    }
)  # fmt: skip


def is_harm(word: "Token") -> bool:
    """Say whether a word only tells what an event did ("killing five")."""
    return HARM in kins_of(word)


def is_event_noun(noun: "Token") -> bool:
    """Say whether a noun names an event of the table ("blast")."""
    return noun.pos_ == "NOUN" and noun.lemma_.lower() in _kins()


def points_back(noun: "Token") -> bool:
    """Say whether a noun is definite and not marked as another event ("the blast")."""
    if noun.pos_ != "NOUN":
        return False
    pointer = None
    for child in noun.children:
        if child.i > noun.i:
            continue
        if child.lower_ in OTHERS or child.tag_ in ("JJS", "RBS") or child.ent_type_ == "DATE":
            return False
        if child.dep_ == "det" and child.lower_ in POINTERS:
            pointer = child
    return pointer is not None


def is_downing(verb: "Token") -> bool:
    """Say whether a weapon was hit, not used: "a drone was shot down"."""
    return verb.lemma_ in ("shoot", "bring") and any(
        child.dep_ in ("prt", "advmod") and child.lower_ == "down" for child in verb.children
    )


def says_more(noun: "Token") -> bool:
    """Say whether a definite noun is told in full here ("the attack on Gao", "the raid in Mali")."""
    for child in noun.children:
        if child.i < noun.i:
            continue
        if child.dep_ == "acl":
            return True
        if child.dep_ == "prep" and child.lower_ in ("on", "against", "of", "by"):
            return True
        if child.dep_ == "prep" and child.lower_ in ("in", "at", "near"):
            return any(each.dep_ == "pobj" and each.pos_ == "PROPN" for each in child.children)
    return False
