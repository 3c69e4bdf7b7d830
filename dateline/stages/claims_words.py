"""The lexicon of claims of responsibility, indexed for one pass over the tokens."""

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Literal

from dateline.lexicons.load import Entry, by_first_word, load_lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

#: The mode of a claim whose means the report does not tell.
NOT_SAID = "not said"

Pattern = tuple[tuple[str, ...], "ClaimCue"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimCue(Entry):
    """An entry of ``claim_cues.yml``; its head comment explains the keys."""

    kind: Literal["responsibility", "direct", "behind", "accuse", "mode"]
    words: tuple[str, ...]
    polarity: Literal["claims", "denies", "accused by other"]
    mode: str | None = None

    @property
    def rule(self) -> str:
        """The name by which records cite the entry."""
        return f"claim_cues/{self.id}"


@cache
def claim_patterns(kind: str) -> dict[str, tuple[Pattern, ...]]:
    """Map the first word of each pattern of a kind to its words and entry, longest first."""
    return by_first_word(
        (wording, entry)
        for entry in load_lexicon("claim_cues", ClaimCue)
        if entry.kind == kind
        for wording in entry.words
    )


def mode_in(tokens: "list[Token]") -> ClaimCue | None:
    """Find the first words that tell by which means a claim was made; finer modes beat "statement"."""
    found: list[ClaimCue] = []
    for at, token in enumerate(tokens):
        for words, entry in claim_patterns("mode").get(token.lower_, ()):
            if [each.lower_ for each in tokens[at : at + len(words)]] == list(words):
                found.append(entry)
                break
    finer = [each for each in found if each.mode not in ("statement", "spokesperson")]
    return next(iter(finer or found), None)
