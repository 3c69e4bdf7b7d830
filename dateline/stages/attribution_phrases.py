"""Sources named in a phrase beside the clause: "according to", "in his view", "reportedly"."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dateline.stages.attribution_cues import Signal
from dateline.stages.attribution_reading import Draft, Reading, Source, trim
from dateline.stages.attribution_sources import phrase_source
from dateline.syntax import clause, is_verb, predicate_of

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Share of right links on the development sample (see ``attribution_clauses``).
ACCORDING = 0.8
VIEW = 0.7
ADVERB = 0.5

#: Nouns that with a preposition name a view or somebody's words: "in his view", "by her account".
VIEWS = {
    "in": frozenset(
        {
            "view", "opinion", "word", "estimation", "judgement", "judgment", "assessment",
            "telling", "analysis", "reckoning",
        }
    ),
    "by": frozenset({"account", "reckoning", "estimate", "admission"}),
    "to": frozenset({"mind"}),
}  # fmt: skip

#: Nouns of inquiries that speak for themselves in "In a poll, …".
INQUIRIES = frozenset({"poll", "survey", "study", "audit", "census"})

#: Words behind a phrase in the middle of a sentence with which the reporter speaks again.
REPORTER_AGAIN = frozenset({"who", "which", "while", "although", "though", "whose", "but"})


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase that names a source: tokens ``[first, last)``, its cue ``[first, cue)``."""

    first: int
    last: int
    cue: tuple[int, int]
    source: Source
    rule: str
    why: str
    confidence: float


def phrase_drafts(reading: Reading, token: "Token") -> Iterator[Draft]:
    """Find the attribution that a phrase at this preposition makes."""
    phrase = _according(reading, token) or _view(reading, token) or _inquiry(reading, token)
    if phrase is None:
        return
    content = _beside(reading, phrase)
    if content:
        yield Draft(
            token=token.i,
            cue=reading.chars(*phrase.cue),
            content=content,
            source=phrase.source,
            entry=None,
            rule=phrase.rule,
            reason=phrase.why,
            confidence=phrase.confidence,
            stance="neutral",
        )


def _according(reading: Reading, token: "Token") -> Phrase | None:
    """Read "according to the ministry"."""
    if token.lower_ != "according" or token.i + 2 >= len(token.doc):
        return None
    to = token.doc[token.i + 1]
    if to.lower_ != "to":
        return None
    head = next((child for child in to.children if child.dep_ == "pobj"), None)
    if head is None or head.lemma_.lower() in ("plan", "schedule", "law"):
        return None
    source = phrase_source(reading, head)
    last = _whole(reading, head, source)
    return Phrase(
        token.i,
        last,
        (token.i, token.i + 2),
        source,
        "attributions.according-to",
        "The sentence stands on the word of the one named after 'according to'.",
        ACCORDING,
    )


def _view(reading: Reading, token: "Token") -> Phrase | None:
    """Read "in his view", "in the words of the judge"."""
    noun = next((child for child in token.children if child.dep_ == "pobj"), None)
    if noun is None or noun.lemma_.lower() not in VIEWS.get(token.lower_, ()):
        return None
    holder = next((child for child in noun.children if child.dep_ == "poss"), None)
    last = noun.i + 1
    if holder is None:
        of = next((child for child in noun.children if child.lower_ == "of"), None)
        holder = next((each for each in of.children if each.dep_ == "pobj"), None) if of else None
        if holder is None or token.lower_ != "in":
            return None
    source = phrase_source(reading, holder)
    inner = holder.i > noun.i
    last = source.last if inner else noun.i + 1
    cue = (token.i, source.first) if inner else (token.i, noun.i + 1)
    if not _stands_apart(reading, token.i, last):
        return None
    return Phrase(
        token.i,
        last,
        cue,
        source,
        "attributions.view",
        f"The sentence gives what stands in somebody's {noun.text!r}.",
        VIEW,
    )


def _stands_apart(reading: Reading, first: int, last: int) -> bool:
    """Say whether a phrase is parted from its sentence by commas or the edges of the sentence."""
    low, high = reading.bounds(first)
    before = first <= low or reading.parse[first - 1].text in (",", "—", "–", "(", ";")
    after = last >= high or reading.parse[last].text in (",", "—", "–", ")", ".", ";")
    return before and after


def _inquiry(reading: Reading, token: "Token") -> Phrase | None:
    """Read "In a poll, half of voters …" at the head of a sentence."""
    if token.text != "In" or token.i != reading.stretch(token.i)[0]:
        return None
    noun = next((child for child in token.children if child.dep_ == "pobj"), None)
    if noun is None or noun.lemma_.lower() not in INQUIRIES:
        return None
    source = phrase_source(reading, noun)
    return Phrase(
        token.i,
        _whole(reading, noun, source),
        (token.i, token.i + 1),
        source,
        "attributions.inquiry",
        f"The sentence gives what the {noun.text} found.",
        VIEW,
    )


def _whole(reading: Reading, head: "Token", source: Source) -> int:
    """Give the token after a source phrase with its relative clause or description, if a comma
    closes it; the parser often reads the main clause as a description, which has none."""
    last = source.last
    _, high = reading.bounds(head.i)
    if last >= high or reading.parse[last].text != ",":
        return last
    for child in head.children:
        if child.dep_ in ("relcl", "appos", "acl") and child.left_edge.i in (last, last + 1):
            edge = child.right_edge.i + 1
            if edge < high and reading.parse[edge].text == "," and not _is_clause(child):
                return edge
    return last


def _is_clause(child: "Token") -> bool:
    """Say whether what the parser calls a description has a subject and verb of its own."""
    return child.dep_ == "appos" and any(
        each.dep_ in ("nsubj", "nsubjpass") for each in child.children
    )


def _beside(reading: Reading, phrase: Phrase) -> tuple[tuple[int, int], ...]:
    """Give the content around a phrase: what stands before and behind it in its stretch."""
    low, high = reading.bounds(phrase.cue[0])
    before = _before(reading, low, phrase.first)
    after = _behind(reading, phrase, high, opens=before is None)
    return tuple(part for part in (before, after) if part is not None)


def _before(reading: Reading, low: int, first: int) -> tuple[int, int] | None:
    start = low
    for at in range(first - 1, low, -1):
        if reading.parse[at].text == ";":
            start = at + 1
            break
    if first - start < 1:
        return None
    words = [
        token for token in reading.parse[start:first] if not (token.is_punct or token.is_space)
    ]
    if not words or all(word.dep_ in ("cc", "advmod", "mark") for word in words):
        return None
    return trim(reading, reading.parse[start].idx, _end_before(reading, first))


def _end_before(reading: Reading, first: int) -> int:
    last = reading.skip_space(first - 1, back=True)
    while last > 0 and reading.parse[last].text in (",", "(", "—", "–", "-"):
        last = reading.skip_space(last - 1, back=True)
    return reading.chars(last, last + 1)[1]


def _behind(reading: Reading, phrase: Phrase, high: int, *, opens: bool) -> tuple[int, int] | None:
    at = phrase.last
    while at < high and reading.parse[at].text in (",", ")", "—", "–", ":"):
        at += 1
    if at >= high or (not opens and at == phrase.last):
        return None
    if not opens and not _content_again(reading, phrase, at, high):
        return None
    return trim(reading, reading.parse[at].idx, reading.chars(at, high)[1])


def _content_again(reading: Reading, phrase: Phrase, at: int, high: int) -> bool:
    """Say whether the sentence goes on with content behind a phrase in its middle: it does when
    no new clause of the reporter begins there."""
    token = reading.parse[at]
    if token.lower_ in REPORTER_AGAIN or token.dep_ == "cc":
        return False
    if any(
        child.dep_ in ("relcl", "acl", "appos") for child in (token, token.head) if child.i >= at
    ):
        head = reading.parse[phrase.source.head]
        return not head.is_ancestor(token)
    return True


def adverb_draft(reading: Reading, signal: Signal) -> Iterator[Draft]:
    """Read "the convoy reportedly left": the clause is content, nobody is named."""
    token = signal.token
    verb = predicate_of(token)
    entry = signal.cues[0]
    if not is_verb(verb):
        return
    words = clause(verb)
    low, high = reading.bounds(token.i)
    first, last = max(low, words[0].i), min(high, words[-1].i + 1)
    if not first <= token.i < last:
        return
    parts = []
    if token.i > first:
        parts.append(trim(reading, reading.parse[first].idx, token.idx))
    if token.i + 1 < last:
        parts.append(trim(reading, reading.parse[token.i + 1].idx, reading.chars(first, last)[1]))
    content = tuple(part for part in parts if part is not None)
    if content:
        yield Draft(
            token=token.i,
            cue=(token.idx, token.idx + len(token)),
            content=content,
            source=None,
            entry=entry,
            rule=f"cues/{entry.id}",
            reason=f"{token.text!r} says that the reporter has this from somebody who is not named.",
            confidence=ADVERB,
            stance=entry.stance,
        )
