"""How many people a phrase without a number stands for: "a soldier", "both", "the couple", "him".

Number of the noun is all that is used: a singular person is one, a bare plural is two or more.
"""

from dataclasses import replace
from typing import TYPE_CHECKING

from dateline.document import Document
from dateline.numbers import Count, one
from dateline.stages.toll_words import is_people

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Words of exactly two people.
TWO = frozenset({"both", "couple", "pair", "duo", "twins"})

#: Pronouns of one person; "they" and "you" may stand for any number.
ONE_PERSON = frozenset({"he", "him", "she", "her", "himself", "herself"})

#: Singular nouns that name many: their number is not known.
COLLECTIVES = frozenset(
    {"crew", "family", "personnel", "people", "staff", "other", "townspeople", "police"}
)

#: Nouns that give their number elsewhere: "the number of people killed rose to 17".
TOTALS = frozenset({"number", "toll", "count", "total"})

#: Determiners under which a singular noun does not stand for one person.
NOT_ONE = frozenset({"no", "every", "each", "any", "neither", "another"})


def uncounted(doc: Document, noun: "Token") -> Count | None:
    """Count people by grammar alone; ``None`` when the phrase gives no number of people.

    Args:
        doc: Any document; only its parse and text are read.
        noun: Main word of a phrase in which no number stands.
    """
    word = noun.lower_
    if word in TWO:
        return replace(one(doc, noun), low=2, best=2, high=2)
    if word in ONE_PERSON or (noun.ent_type_ == "PERSON" and noun.pos_ == "PROPN"):
        return one(doc, noun)
    if not is_people(noun):
        return None
    if noun.dep_ == "pobj" and noun.head.head.lemma_ in TOTALS:
        return None
    plural = noun.tag_ in ("NNS", "NNPS") or noun.lemma_ == "people"
    marked = {child.lower_ for child in noun.children if child.dep_ in ("det", "preconj")}
    if not plural:
        lone = noun.lemma_.lower() not in COLLECTIVES and not marked & NOT_ONE
        return one(doc, noun) if lone else None
    if "both" in marked:
        return replace(one(doc, noun), low=2, best=2, high=2)
    return None if marked else replace(one(doc, noun), low=2, best=None, high=None)
