"""Does a name or noun stand for somebody who acts here, or only for a place or a thing?"""

from typing import TYPE_CHECKING

from dateline.stages.actor_phrases import governor, is_deed
from dateline.stages.actor_words import word_list
from dateline.syntax import first_conjunct

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Verbs of moving that hand something over when they have an object ("returned the art to Iraq").
HANDING = frozenset({"return", "transfer", "extradite"})

#: Prepositions that make a place of what follows ("in Iraq").
LOCATIVE = frozenset(
    [
        "in",
        "at",
        "near",
        "across",
        "inside",
        "within",
        "throughout",
        "outside",
        "into",
        "around",
        "over",
        "about",
        "through",
        "onto",
        "along",
        "off",
        "beyond",
        "toward",
        "towards",
        "via",
        "above",
        "amid",
        "during",
        "under",
        "behind",
        "besides",
        "beside",
    ]
)


def is_state_acting(token: "Token") -> bool:
    """Say whether the name of a state, as main word of its phrase, names an actor here.

    It does not where it is only a place: "in Iraq", "fled Iraq", "the north of Mali".
    """
    first = first_conjunct(token)
    dep = first.dep_
    if dep in ("nsubj", "nsubjpass", "dative", "agent"):
        return True
    if dep == "ROOT":  # "Peru, which has a base there, called …", read as "Peru, called …"
        return any(c.dep_ in ("acl", "relcl") and c.tag_ in ("VBD", "VBZ") for c in first.children)
    if dep == "dobj":
        return first.head.lemma_ not in word_list("leaving")
    if dep == "pobj":
        return _pobj_acts(first)
    if dep == "appos":
        return first.head.pos_ in ("NOUN", "PRON") and first.head.lower_ not in word_list(
            "place_nouns"
        )
    return dep == "relcl"


def _pobj_acts(token: "Token") -> bool:
    prep = token.head.lower_
    if prep in LOCATIVE or prep == "as":
        return False
    above = governor(token)
    if prep == "to":
        handed = above.lemma_ in HANDING and any(child.dep_ == "dobj" for child in above.children)
        return handed or above.lemma_.lower() not in word_list("motion")
    if prep == "from":
        return above.lemma_ in word_list("taking") or (above.pos_ == "NOUN" and is_deed(above))
    if prep == "of":
        return above.lower_ not in word_list("place_nouns")
    if prep == "between":
        return above.lower_ not in ("border", "road", "crossing", "frontier", "route")
    return prep in ("by", "with", "against", "for", "on", "upon", "than", "like", "including", "among",
                    "despite", "without", "alongside", "versus", "behind")  # fmt: skip


def is_capital_acting(token: "Token") -> bool:
    """Say whether the name of a capital stands for the government: where it does a deed, is spoken
    to, or is one of two parties ("talks between Baghdad and Washington").  Else it is a city."""
    first = first_conjunct(token)
    if first.dep_ == "nsubj":
        return first.head.pos_ == "VERB" and first.head.lemma_ not in word_list("stative")
    if first.dep_ == "dobj":
        return first.head.lemma_ in (word_list("addressing") | word_list("speech"))
    if first.dep_ == "poss":
        return is_deed(first.head)
    if first.dep_ == "pobj":
        prep, above = first.head.lower_, governor(first)
        if prep in ("with", "between"):
            return above.pos_ != "NOUN" or is_deed(above)
        if prep == "by":
            return (
                above.lemma_ in (word_list("addressing") | word_list("speech"))
                if above.pos_ == "VERB"
                else is_deed(above)
            )
        if prep in ("on", "from", "to", "against"):
            return above.lower_ in word_list("messages")
    return False


def is_possessor_acting(token: "Token") -> bool:
    """Say whether the possessor in "Iraq's affairs" is an actor: not before a place ("Iraq's north")
    or a name ("Iraq's Basra")."""
    owned = token.head
    return owned.lower_ not in word_list("place_nouns") and owned.pos_ != "PROPN"


def is_body_acting(token: "Token", *, strict: bool) -> bool:
    """Say whether a noun for a body names an actor here.

    Not after a preposition of place ("in court"), not as a complement ("is a party").  With
    ``strict`` only as the one who acts or is addressed: a hospital that is bombed is a building.
    """
    first = first_conjunct(token)
    dep = first.dep_
    if dep in ("attr", "oprd", "npadvmod", "acomp"):
        return False
    if dep == "pobj" and first.head.lower_ in LOCATIVE | {"as"}:
        return False
    if not strict:
        return True
    if dep == "nsubj":
        return first.head.pos_ == "VERB"
    if dep == "pobj":
        return first.head.dep_ == "agent" or governor(first).lower_ == "according"
    return dep == "poss" and is_deed(first.head)


def is_people_complement(token: "Token") -> bool:
    """Say whether a noun for people only says what somebody is ("as an accomplice", "is a farmer")."""
    first = first_conjunct(token)
    if first.dep_ in ("attr", "oprd"):
        return first.head.lemma_ in ("be", "become", "remain", "call") or first.dep_ == "oprd"
    return first.dep_ == "pobj" and first.head.lower_ == "as"
