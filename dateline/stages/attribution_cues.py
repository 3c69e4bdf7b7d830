"""The words that signal a source and a content: the lexicon ``cues.yml`` and its index."""

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Literal

from dateline.lexicons.load import Entry, load_lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

Takes = Literal["quote", "clause", "to", "ing", "object", "object-to", "object-as", "held"]
CueKind = Literal[
    "speech",
    "thought",
    "belief",
    "intention",
    "request",
    "decree",
    "denial",
    "accusation",
    "perception",
    "report",
    "stance",
]
Standing = Literal["neutral", "asserts", "doubts", "denies", "admits", "claims"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue(Entry):
    """One entry of ``cues.yml``; the keys are explained at the head of the file."""

    lemmas: tuple[str, ...]
    pos: Literal["verb", "noun", "adjective", "adverb"] = "verb"
    kind: CueKind
    stance: Standing
    takes: tuple[Takes, ...] = ()
    prepositions: tuple[str, ...] = ()
    addressee: bool = False
    with_object: bool = False
    needs_infinitive: bool = False


#: Coarse parts of speech of the parser for each part of speech of the lexicon.
POS = {
    "verb": ("VERB", "AUX"),
    "noun": ("NOUN", "PROPN"),
    "adjective": ("ADJ", "VERB", "ADV"),
    "adverb": ("ADV",),
}


@dataclass(frozen=True, slots=True)
class Signal:
    """A word of the text with the entries that it may be read by; ``particle`` is its second
    word ("pointed *out*")."""

    token: "Token"
    cues: tuple[Cue, ...]
    particle: "Token | None" = None

    def taking(self, *forms: Takes) -> Cue | None:
        """Give the first entry that takes any of the forms of content."""
        for cue in self.cues:
            if any(form in cue.takes for form in forms):
                return cue
        return None


@cache
def _index() -> dict[str, tuple[tuple[str, Cue], ...]]:
    """Map first words to the particles (or empty text) and entries that they may stand for."""
    found: dict[str, list[tuple[str, Cue]]] = {}
    for cue in load_lexicon("cues", Cue):
        for lemma in cue.lemmas:
            first, _, particle = lemma.partition(" ")
            found.setdefault(first, []).append((particle, cue))
    return {lemma: tuple(pairs) for lemma, pairs in found.items()}


def signal_at(token: "Token") -> Signal | None:
    """Read a word as a cue, if the lexicon has its lemma, particle and part of speech."""
    pairs = _index().get(token.lemma_.lower())
    if pairs is None:
        return None
    pos = token.pos_
    fitting = [(particle, cue) for particle, cue in pairs if pos in POS[cue.pos]]
    if not fitting:
        return None
    particles = {child.lower_: child for child in token.children if child.dep_ in PARTICLES}
    for particle, child in sorted(particles.items()):
        cues = tuple(cue for word, cue in fitting if word == particle)
        if cues:
            return Signal(token, cues, child)
    cues = tuple(cue for word, cue in fitting if not word)
    return Signal(token, cues) if cues else None


#: Dependents that can be the second word of a phrasal cue ("made clear", "pointed out").
PARTICLES = frozenset({"prt", "acomp", "advmod", "oprd", "xcomp", "ccomp"})
