"""Words of movement: something grows, falls, holds, or shifts.

Trends are made of them, and a cause that makes something fall takes its sign from them.
"""

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Literal

from dateline.lexicons.load import Entry, load_lexicon
from dateline.syntax import is_relative

if TYPE_CHECKING:
    from spacy.tokens import Token

Direction = Literal["up", "down", "steady", "changing"]


@dataclass(frozen=True, slots=True, kw_only=True)
class TrendWord(Entry):
    """An entry of ``trend_words.yml``; its head comment explains the keys."""

    kind: Literal["verb", "transitive", "noun", "adjective", "phrase", "more"]
    words: tuple[str, ...]
    direction: Direction
    of_harm: Direction | None = None

    @property
    def rule(self) -> str:
        """The name by which records cite the entry."""
        return f"trend_words/{self.id}"


@dataclass(frozen=True, slots=True)
class Movement:
    """A movement that a predicate or noun tells: of what, which way, by which entry."""

    subject: "Token"
    direction: Direction
    entry: TrendWord


#: Nouns of harm: of these, "worsen" means more, not less.
HARM = frozenset(
    {
        "violence", "crisis", "conflict", "fighting", "tension", "shortage", "hunger", "unrest",
        "insecurity", "famine", "drought", "war", "pressure", "repression", "abuse", "anger",
        "crime", "clash", "dispute", "displacement", "malnutrition", "poverty", "outbreak",
        "divide", "division", "rift", "standoff", "instability", "suffering", "threat",
    }
)  # fmt: skip

#: Nouns that only measure: the trend is of what they measure ("the frequency of attacks").
MEASURES = frozenset(
    {
        "frequency", "number", "rate", "level", "intensity", "pace", "scale", "amount", "incidence",
        "degree", "extent", "volume", "severity", "tempo", "figure", "quantity", "wave", "spate",
        "risk", "proportion", "share", "sense", "feeling", "sign",
    }
)  # fmt: skip


def movement_of(verb: "Token") -> Movement | None:
    """Read a verb of movement with its own subject ("trust is diminishing", "it lost ground")."""
    found = _entry_of(verb)
    if found is None:
        return None
    entry, partner = found
    subject = None
    for child in verb.children:
        if child.dep_ in ("dobj", "agent") and child != partner:
            return None
        named = child.dep_ in ("nsubj", "nsubjpass") or (
            child.dep_ == "csubj" and child.tag_ == "VBG"
        )
        if named and not is_relative(child):
            subject = child
    if subject is None:
        return None
    return Movement(subject, direction_of(entry, subject), entry)


def _entry_of(verb: "Token") -> "tuple[TrendWord, Token | None] | None":
    """Match a verb alone, or with the object or particle that makes it a movement."""
    if verb.pos_ != "VERB" or verb.lemma_.lower() not in movement_verbs():
        return None
    lemma = verb.lemma_.lower()
    for child in verb.children:
        if child.dep_ in ("dobj", "prt"):
            entry = words("verb").get(f"{lemma} {child.lemma_.lower()}")
            if entry is not None:
                return entry, child
    entry = words("verb").get(lemma)
    return None if entry is None else (entry, None)


@cache
def movement_verbs() -> frozenset[str]:
    """Give the lemmas of all verbs of movement, alone or with an object or particle."""
    return frozenset(name.split()[0] for name in words("verb"))


def direction_of(entry: TrendWord, subject: "Token") -> Direction:
    """Give the direction, turned where the entry has another one for harm ("violence worsened")."""
    if entry.of_harm and measured(subject).lemma_.lower() in HARM:
        return entry.of_harm
    return entry.direction


def measured(noun: "Token") -> "Token":
    """Go from a noun of measure to what it measures: "the frequency of attacks" → attacks."""
    if noun.lemma_.lower() not in MEASURES:
        return noun
    for child in noun.children:
        if child.dep_ == "prep" and child.lower_ == "of":
            return next((each for each in child.children if each.dep_ == "pobj"), noun)
    return noun


@cache
def words(kind: str) -> dict[str, TrendWord]:
    """Map each word or phrase of a kind to its entry; lemmas, lower case."""
    return {
        word: entry
        for entry in load_lexicon("trend_words", TrendWord)
        if entry.kind == kind
        for word in entry.words
    }
