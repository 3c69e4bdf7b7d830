"""What sort of thing does a word name?  Classes of nouns, read from ``lexicons/word_classes.tsv``.

A class is a word in lower case (``weapon``, ``people``, ``sport``).  The physical things of
``lexicons/targets.yml`` all belong to the class ``thing`` as well, and to a class named by their
entry's id.
"""

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from dateline.lexicons.load import Entry, load_lexicon, load_table

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Plurals that the parser's lemmatizer gets wrong in news ("bases" of soldiers, not of arguments).
IRREGULAR = {
    "bases": "base",
    "data": "data",
    "axes": "axe",
    "barracks": "barracks",
    "media": "media",
}

#: Entity labels of the parser and the class that they stand for.
ENTITY_CLASSES = {
    "PERSON": "person",
    "NORP": "people",
    "ORG": "org",
    "GPE": "state",
    "MONEY": "money",
}

#: Classes whose members all belong to a wider class.
IMPLIED = {"worker": "people"}

#: Pronouns that stand for people; "it" may stand for anything and has no class.
PEOPLE_PRONOUNS = frozenset(
    {
        "i", "me", "we", "us", "you", "he", "him", "she", "her", "they", "them", "who", "whom",
        "himself", "herself", "themselves", "ourselves", "anyone", "everyone", "someone", "nobody",
    }
)  # fmt: skip

#: What a name without a label may be: a name that the parser knows nothing about still acts.
NAME_CLASSES = frozenset({"person", "org", "state"})

#: Entity labels of what cannot act.
NOT_ACTING = frozenset(
    {
        "LOC", "FAC", "DATE", "TIME", "PERCENT", "QUANTITY", "ORDINAL", "CARDINAL", "MONEY",
        "WORK_OF_ART", "LANGUAGE",
    }
)  # fmt: skip

#: Pronouns that may stand for anything, so that no condition on a class rules them out.
WILD = frozenset(
    {
        "it", "which", "that", "this", "these", "those", "what", "each", "other", "others",
        "either", "both",
    }
)  # fmt: skip

#: Endings of plural nouns for people ("musicians", "cyclists", "hauliers").
PEOPLE_ENDINGS = ("ists", "ians", "eers", "iers", "ers", "ors", "men", "women", "crats", "ants")


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetKind(Entry):
    """A kind of physical thing that may be hit; ``nouns`` are its main words (dictionary form).

    A noun of several words ("power plant") matches when the words stand together.
    """

    nouns: tuple[str, ...]


@cache
def classes_by_word() -> dict[str, frozenset[str]]:
    """Map a noun's dictionary form to the classes it belongs to."""
    found: dict[str, set[str]] = {}
    for row in load_table("word_classes"):
        for word in row["words"].split(", "):
            found.setdefault(word, set()).add(row["class"])
    for kind in load_lexicon("targets", TargetKind):
        for noun in kind.nouns:
            if " " not in noun:
                found.setdefault(noun, set()).update(("thing", kind.id))
    for classes in found.values():
        classes.update(IMPLIED[each] for each in tuple(classes) if each in IMPLIED)
    return {word: frozenset(classes) for word, classes in found.items()}


@cache
def target_kinds() -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """Map the last word of each target noun to (its words, kind), longest first."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for kind in load_lexicon("targets", TargetKind):
        for noun in kind.nouns:
            words = tuple(noun.split())
            found.setdefault(words[-1], []).append((words, kind.id))
    return {
        last: tuple(sorted(entries, key=lambda entry: (-len(entry[0]), entry)))
        for last, entries in found.items()
    }


def lemma_of(token: "Token") -> str:
    """Give the dictionary form in lower case; names and headline words lose a plural "s"."""
    lower = str(token.lower_)
    if lower in IRREGULAR:
        return IRREGULAR[lower]
    lemma = str(token.lemma_).lower()
    if token.pos_ == "PROPN" and lemma == lower and len(lower) > 3 and lower.endswith("s"):
        return lower[:-3] + "y" if lower.endswith("ies") else lower[:-1]
    return lemma


def target_kind_of(token: "Token") -> str | None:
    """Give the kind of physical thing that a phrase's main word names; ``None`` if none."""
    for words, kind in target_kinds().get(lemma_of(token), ()):
        before = [str(each.lower_) for each in _words_before(token, len(words) - 1)]
        if tuple(before) == words[:-1]:
            return kind
    return None


def _words_before(token: "Token", count: int) -> "list[Token]":
    """Give up to ``count`` words before a token, hyphens skipped."""
    found: list[Token] = []
    at = token.i - 1
    while at >= 0 and len(found) < count:
        each = token.doc[at]
        if each.text not in ("-", "–"):
            found.append(each)
        at -= 1
    return found[::-1]


def classes_of(token: "Token") -> frozenset[str]:
    """Give the classes of what a phrase's main word names; empty if the word is not known.

    "Dozens of rebels" is what its "of" names; a bare number and a pronoun other than "it" are
    people.  Names have the class of their entity label.
    """
    named = ENTITY_CLASSES.get(token.ent_type_)
    found = classes_by_word().get(lemma_of(token), frozenset())
    if not found and token.pos_ == "ADJ":
        found = classes_by_word().get(str(token.lower_), frozenset())
    if named and not (found and token.pos_ == "NOUN"):
        found |= {named}
    if _is_name(token):
        found |= NAME_CLASSES
    if not found and _has_people_ending(token):
        found = frozenset({"person", "people"})
    if token.lower_ in PEOPLE_PRONOUNS or (token.pos_ == "NUM" and not found):
        found |= {"people"}
    kind = target_kind_of(token)
    if kind:
        found |= {"thing", kind}
    if is_portion(token):
        found |= _portioned(token)
    return found


def _is_name(token: "Token") -> bool:
    """Say whether a word is a name that may act: a proper noun or an acronym without a label of
    place, time or number."""
    if token.ent_type_ in NOT_ACTING:
        return False
    return token.pos_ == "PROPN" or (token.is_upper and token.is_alpha and len(token) > 1)


def _has_people_ending(token: "Token") -> bool:
    lower = str(token.lower_)
    return (
        token.tag_ == "NNS"
        and lower.endswith(PEOPLE_ENDINGS)
        and "not-people" not in classes_by_word().get(lower, ())
    )


def is_portion(token: "Token") -> bool:
    """Say whether a word only counts or portions out what its "of" names: "dozens of rebels"."""
    return "portion" in classes_by_word().get(lemma_of(token), ())


def _portioned(token: "Token") -> frozenset[str]:
    for prep in token.children:
        if prep.dep_ == "prep" and prep.lower_ in ("of", "from", "among"):
            for inner in prep.children:
                if inner.dep_ == "pobj":
                    return classes_of(inner)
    return frozenset({"people"}) if token.pos_ == "NUM" else frozenset()
