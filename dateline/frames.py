"""Event frames: which words tell an event of which type, and who stands in which place.

A frame is an entry of ``lexicons/frames/<type>.yml``; ``operators.yml`` there holds frames whose
type depends on the event below them ("refused to meet"), by ``lexicons/outcomes.tsv``.

Patterns are written as words in dictionary form; ``a|b`` stands for either.  In ``verbs`` the
first word is the verb and each further word must depend on it or on a word matched before it
("carry out attack", "call for", "go on strike"); it may be a class ("send <relief>").  In ``nouns`` the last word is the noun and the
words before it must stand directly before it ("hunger strike").
"""

from dataclasses import dataclass
from functools import cache
from itertools import product

from dateline.lexicons.load import Entry, load_lexicon, load_table
from dateline.records import EventType

#: Words that are no event type but an operator upon the type of what is below them.
OPERATORS = ("agree", "vow", "refuse", "threaten", "warn", "request", "end", "ban")


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame(Entry):
    """One sense of some words that tell an event.

    Places are those of ``dateline.syntax``: subject, object, indirect, complement, attribute,
    compound, modifier, poss, or a preposition.  ``actor``/``recipient``/``topic`` list the places
    that fill a role of a verb, ``noun_actor``/``noun_recipient`` those of a noun, the first filled
    one first.  ``needs`` names places one of which must be filled.  ``subject_is`` … hold classes
    in angle brackets (``<weapon>``, see ``dateline.word_classes``) or plain words: ``_is`` asks
    that a filler belongs to one of them if the place is filled, ``_not`` that none does.
    ``follows`` asks that one of its words stands before in the report, nearer than any of
    ``follows_not`` ("a second *round*": of talks or of an election?).
    ``reciprocal`` acts have all parties as actors.  ``light`` nouns only count with a support
    verb ("paid a visit").
    """

    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    modes: tuple[str, ...] = ()
    operator: str | None = None
    actor: tuple[str, ...] = ("subject",)
    recipient: tuple[str, ...] = ("object", "indirect")
    topic: tuple[str, ...] = ("over", "about")
    noun_actor: tuple[str, ...] = ("subject", "poss", "from", "compound", "modifier", "of")
    noun_recipient: tuple[str, ...] = ("object", "on", "against", "at", "of", "to", "with")
    needs: tuple[str, ...] = ()
    subject_is: tuple[str, ...] = ()
    subject_not: tuple[str, ...] = ()
    object_is: tuple[str, ...] = ()
    object_not: tuple[str, ...] = ()
    topic_is: tuple[str, ...] = ()
    topic_not: tuple[str, ...] = ()
    modifier_is: tuple[str, ...] = ()
    modifier_not: tuple[str, ...] = ()
    follows: tuple[str, ...] = ()
    follows_not: tuple[str, ...] = ()
    reciprocal: bool = False
    light: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern:
    """One way of wording a frame: the words, the frame, its type and the name for ``rule``."""

    words: tuple[str, ...]
    frame: Frame
    type: EventType | None  # None for operators
    rule: str

    @property
    def weight(self) -> tuple[int, int]:
        """How specific the pattern is: number of words, then number of conditions."""
        frame = self.frame
        conditions = (
            frame.needs, frame.subject_is, frame.object_is, frame.modifier_is,
        )  # fmt: skip
        return len(self.words), sum(1 for each in conditions if each)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What an operator makes of the event below it."""

    operator: str
    type: EventType | None
    modes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FrameIndex:
    """All patterns by the word that anchors them, the most specific first."""

    verbs: dict[str, tuple[Pattern, ...]]
    nouns: dict[str, tuple[Pattern, ...]]


def variants(pattern: str) -> tuple[tuple[str, ...], ...]:
    """Write out the alternatives of a pattern: ``"a|b c"`` gives (a, c) and (b, c)."""
    return tuple(product(*(word.split("|") for word in pattern.split())))


@cache
def load_frames() -> FrameIndex:
    """Load all frames, indexed by verb (first word) and noun (last word).

    Raises:
        LexiconError: A frame file is not well formed.
    """
    verbs: dict[str, list[Pattern]] = {}
    nouns: dict[str, list[Pattern]] = {}
    for file in (*(each.value.lower() for each in EventType), "operators"):
        kind = None if file == "operators" else EventType(file.upper())
        for frame in load_lexicon(f"frames/{file}", Frame):
            rule = f"frames/{file}/{frame.id}"
            for words in (words for text in frame.verbs for words in variants(text)):
                pattern = Pattern(words=words, frame=frame, type=kind, rule=rule)
                verbs.setdefault(words[0], []).append(pattern)
            for words in (words for text in frame.nouns for words in variants(text)):
                pattern = Pattern(words=words, frame=frame, type=kind, rule=rule)
                nouns.setdefault(words[-1], []).append(pattern)
    return FrameIndex(_ordered(verbs), _ordered(nouns))


def _ordered(found: dict[str, list[Pattern]]) -> dict[str, tuple[Pattern, ...]]:
    return {
        word: tuple(sorted(patterns, key=lambda each: each.weight, reverse=True))
        for word, patterns in found.items()
    }


@cache
def load_outcomes() -> dict[tuple[str, str, str], Outcome]:
    """Load what operators make of events, by (operator, type, mode); ``-`` is any mode or type."""
    found: dict[tuple[str, str, str], Outcome] = {}
    for row in load_table("outcomes"):
        modes = () if row["modes"] == "-" else tuple(row["modes"].split(","))
        kind = None if row["gives"] == "-" else EventType(row["gives"])
        key = (row["operator"], row["type"], row["mode"])
        found[key] = Outcome(operator=row["operator"], type=kind, modes=modes)
    return found


def outcome_of(operator: str, kind: str, modes: tuple[str, ...]) -> Outcome | None:
    """Look up what an operator makes of an event, by the most telling row of the table.

    Args:
        operator: One of ``OPERATORS``.
        kind: Event type below the operator, ``none`` if what is below is no event.
        modes: Modes of the event below.
    Returns:
        The outcome, or ``None`` if the combination is not to be coded.
    """
    table = load_outcomes()
    for mode in (*modes, "-"):
        found = table.get((operator, kind, mode))
        if found:
            return found
    return table.get((operator, "-", "-")) if kind != "none" else None
