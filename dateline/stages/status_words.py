"""The operators of ``status.yml`` by the word that carries them."""

from dataclasses import dataclass
from functools import cache
from typing import Literal

from dateline.lexicons.load import Entry, load_lexicon

#: How an operator stands to the predicate that it changes.
Kind = Literal["modal", "adverb", "adjective", "governor", "preposition", "mark", "quantifier"]

#: What an operator makes of the predicate in its scope; ``same`` leaves it as the operator is.
Effect = Literal[
    "same", "actual", "ongoing", "planned", "threatened", "demanded", "possible", "denied",
    "hypothetical", "habitual",
]  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Operator(Entry):
    """An entry of ``status.yml``; see its head comment."""

    kind: Kind
    words: tuple[str, ...]
    over: tuple[str, ...] = ()
    makes: Effect
    denied: Effect = "denied"
    certainty: float | None = None
    factive: bool = False

    @property
    def rule(self) -> str:
        """The name of the entry in records."""
        return f"status/{self.id}"


@cache
def operators(kind: Kind) -> dict[str, tuple[Operator, ...]]:
    """Give the operators of a kind by word (lemma, lower case); a word may have several."""
    found: dict[str, list[Operator]] = {}
    for entry in load_lexicon("status", Operator):
        if entry.kind == kind:
            for word in entry.words:
                found.setdefault(word, []).append(entry)
    return {word: tuple(entries) for word, entries in found.items()}


@cache
def operator(id: str) -> Operator:
    """Give one operator by its id.

    Raises:
        KeyError: The lexicon has no such entry.
    """
    return {entry.id: entry for entry in load_lexicon("status", Operator)}[id]
