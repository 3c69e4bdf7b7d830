"""The lexicons of stance, indexed for one pass over the tokens."""

from dataclasses import dataclass
from functools import cache
from typing import Literal

from dateline.lexicons.load import Entry, by_first_word, load_lexicon, load_table

Polarity = Literal["supports", "opposes", "neutral"]
Strength = Literal["weak", "plain", "strong"]


@dataclass(frozen=True, slots=True, kw_only=True)
class StanceWord(Entry):
    """An entry of ``stance_words.yml``; its head comment explains the keys."""

    kind: Literal["verb", "noun", "view"]
    words: tuple[str, ...]
    polarity: Polarity
    strength: Strength
    denied: Polarity | None = None

    @property
    def rule(self) -> str:
        """The name by which records cite the entry."""
        return f"stance_words/{self.id}"


@dataclass(frozen=True, slots=True)
class Evaluation:
    """A row of ``stance_evaluations.tsv``: a word that judges."""

    id: str
    polarity: Polarity
    strength: Strength

    @property
    def rule(self) -> str:
        """The name by which records cite the row."""
        return f"stance_evaluations/{self.id}"


@cache
def stance_patterns(kind: str) -> dict[str, tuple[tuple[tuple[str, ...], StanceWord], ...]]:
    """Map the first word of each pattern of a kind to its words and entry, longest first."""
    return by_first_word(
        (wording, entry)
        for entry in load_lexicon("stance_words", StanceWord)
        if entry.kind == kind
        for wording in entry.words
    )


@cache
def evaluations(part: str) -> dict[str, Evaluation]:
    """Map each judging word of a part of speech to its verdict."""
    return {
        row["word"]: Evaluation(row["id"], _polarity(row["polarity"]), _strength(row["strength"]))
        for row in load_table("stance_evaluations")
        if row["part"] == part
    }


def _polarity(text: str) -> Polarity:
    return "supports" if text == "supports" else "opposes"


def _strength(text: str) -> Strength:
    return "strong" if text == "strong" else "weak" if text == "weak" else "plain"
