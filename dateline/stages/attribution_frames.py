"""The words of "he told reporters in Baghdad on Friday": source, verb group and modifiers.

A *frame* is the clause around a cue without its content; every reader of content looks at the text
from there.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from dateline.stages.attribution_cues import Cue, Signal
from dateline.stages.attribution_reading import Reading, Source, is_utterance

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Dependents of a verb that belong to its group of words.
GROUP = frozenset({"aux", "auxpass", "neg", "advmod", "prt"})

#: Verbs that lend their group to the cue below them ("went on to say", "was quoted as saying").
LENDS = frozenset({"go", "continue", "begin", "start", "come", "quote", "be", "proceed", "use"})
#: A cue stands at most this many tokens behind the verb that lends it its group.
LENT_WITHIN = 3

#: Marks at which the modifiers of a frame end.
STOPS = frozenset({",", ".", ";", ":", "—", "–", "--", "?", "!", "…", "-"})

#: Characters of a frame that are shown in a reason.
SHOWN = 80


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What a reader of content found for a cue: the entry that it read by, the content in
    characters, the cue in tokens, and why."""

    entry: Cue
    content: tuple[tuple[int, int], ...]
    cue: tuple[int, int]
    why: str
    confidence: float
    #: Whether the content is direct speech beside the cue.
    speech: bool = False
    #: Whether nobody is named who says or holds it, whatever stands as subject.
    unheld: bool = False


@dataclass(frozen=True)
class Frame:
    """A cue verb in its stretch.

    ``low`` and ``high`` are the tokens ``[low, high)`` that its content may come from; ``group``
    the tokens of the verb group; ``first`` and ``last`` those of the group and its source.
    """

    reading: Reading
    signal: Signal
    source: Source | None
    low: int
    high: int
    group: tuple[int, int]
    first: int
    last: int

    @property
    def verb(self) -> "Token":
        """The cue's main word."""
        return self.signal.token

    @cached_property
    def end(self) -> int:
        """The token of the first mark, or of the first quotation, behind the frame's modifiers."""
        at = self.last
        inside = self.reading.inside[self.group[0]]
        while at < self.high:
            token = self.reading.parse[at]
            if (token.is_punct and token.text in STOPS) or self.reading.inside[at] != inside:
                break
            at += 1
        return at

    @cached_property
    def words(self) -> str:
        """The words of source and cue, for reasons."""
        start, end = self.reading.chars(self.first, max(self.last, self.group[1]))
        return self.reading.doc.text[start:end][:SHOWN]


def frame_of(reading: Reading, signal: Signal, source: Source | None) -> Frame | None:
    """Find the frame of a cue verb; ``None`` if it stands in no sentence."""
    low, high = reading.bounds(signal.token.i)
    if low >= high:
        return None
    group = verb_group(signal.token)
    if signal.particle is not None and signal.particle.i == group[1]:
        group = (group[0], signal.particle.i + 1)
    first, last = group
    if source is not None and _is_near(reading, source, group, (low, high)):
        first, last = min(first, source.first), max(last, source.last)
        if source.first >= group[1]:
            last = max(last, _source_end(reading, source, high))
    return Frame(reading, signal, source, low, high, group, max(first, low), last)


def verb_group(verb: "Token") -> tuple[int, int]:
    """Give the tokens ``[first, last)`` of auxiliaries, negation, adverbs and particle that stand
    unbroken around a verb ("has repeatedly said", "pointed out", "went on to say")."""
    doc = verb.doc
    tops = [verb]
    if verb.dep_ in ("xcomp", "pcomp") and verb.head.i < verb.i:
        above = verb.head.head if verb.head.dep_ == "prep" else verb.head
        if above.lemma_ in LENDS and verb.i - above.i <= LENT_WITHIN:
            tops.append(above)
    first = verb.i
    while first > 0:
        token = doc[first - 1]
        linking = len(tops) > 1 and token.i > tops[-1].i and token.head in tops
        in_group = token in tops or (token.head in tops and token.dep_ in GROUP)
        if not (in_group or linking) or token.is_punct:
            break
        first -= 1
    last = verb.i + 1
    while last < len(doc) and doc[last].head == verb and doc[last].dep_ in ("prt", "neg"):
        last += 1
    return first, last


def _is_near(
    reading: Reading, source: Source, group: tuple[int, int], bounds: tuple[int, int]
) -> bool:
    """Say whether source and verb group make one frame: beside each other in the same stretch, with
    no speech between (a quoted name may be: "Ann Lee, in a “Vote” cap, said")."""
    if not (bounds[0] <= source.first and source.last <= bounds[1]):
        return False
    if source.last > group[0] and source.first < group[1]:
        return False
    between = range(min(source.last, group[1]), max(source.first, group[0]))
    numbers = {reading.inside[token] for token in between} - {-1, reading.inside[group[0]]}
    return not any(is_utterance(reading.doc.text, reading.quotes[number]) for number in numbers)


def _source_end(reading: Reading, source: Source, high: int) -> int:
    """Give the token after a source turned behind its verb, with its description ("said Ali Musa,
    who runs a clinic"), up to the next quotation."""
    edge = min(reading.parse[source.head].right_edge.i + 1, high)
    inside = reading.inside[source.head]
    for at in range(source.last, edge):
        if reading.inside[at] != inside or reading.parse[at].text in (":", ";"):
            edge = at
            break
    while edge > source.last and reading.parse[edge - 1].is_punct:
        edge -= 1
    return edge
