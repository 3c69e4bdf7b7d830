"""The lexicon of causal cues, indexed for one pass over the tokens."""

from dataclasses import dataclass
from functools import cache
from typing import Literal

from dateline.lexicons.load import Entry, load_lexicon

Side = Literal["cause", "effect"]


@dataclass(frozen=True, slots=True, kw_only=True)
class CausalCue(Entry):
    """An entry of ``causal_cues.yml``; its head comment explains the keys."""

    kind: Literal["verb", "noun", "link", "opener", "participle", "infinitive"]
    words: tuple[str, ...]
    sign: Literal["+", "-"] = "+"
    gives: Side = "cause"
    needs: Literal["any", "event", "clause", "phrase", "gerund"] = "any"
    scope: Literal["clause", "noun"] = "clause"
    under: tuple[str, ...] = ()
    modality: Literal["asserted", "conditional", "possible"] = "asserted"

    @property
    def rule(self) -> str:
        """The name by which records cite the entry."""
        return f"causal_cues/{self.id}"


@dataclass(frozen=True, slots=True)
class Pattern:
    """One way of writing a cue: its words, split."""

    cue: CausalCue
    words: tuple[str, ...]


@cache
def patterns(kind: str) -> dict[str, tuple[Pattern, ...]]:
    """Map the first word (lemma for verbs and nouns, lower case otherwise) to its patterns.

    Longer patterns come first, so that "because of" is tried before "because".
    """
    found: dict[str, list[Pattern]] = {}
    for cue in load_lexicon("causal_cues", CausalCue):
        if cue.kind == kind:
            for words in cue.words:
                parts = tuple(words.split())
                found.setdefault(parts[0], []).append(Pattern(cue, parts))
    return {
        first: tuple(sorted(options, key=lambda option: (-len(option.words), option.words)))
        for first, options in found.items()
    }
