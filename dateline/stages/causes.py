"""Which statements of cause does the report make, with which sign, and on whose word?

Reads causal verbs, nouns, connectives, participles and purposes by grammar (``causes_verbs``,
``causes_links``); their words stand in ``lexicons/causal_cues.yml``.  An aim counts as the cause of
the act; a negated causal statement ("did not lead to") gives none.
"""

from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from dateline.document import Document
from dateline.extent import trim, wide_clause
from dateline.mentions import actors_by_head
from dateline.records import Attribution, BlockKind, Cause, Sentence, Span, Trigger, key
from dateline.stages.causes_comparisons import correlative_links
from dateline.stages.causes_cues import patterns
from dateline.stages.causes_links import (
    infinitive_links,
    inner_links,
    link_links,
    opener_links,
    participle_links,
)
from dateline.stages.causes_sides import Link, said_in
from dateline.stages.causes_verbs import noun_links, verb_links
from dateline.syntax import is_verb
from dateline.voice import voice_of

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Neither side may have fewer characters: a lone pronoun or letter supports no statement.
MIN_SIDE_CHARS = 3
#: A side of one word must be a noun: a lone verb is a headline cut short by the parser.
NAMING = frozenset({"NOUN", "PROPN"})
#: A side that is nothing but a time is a wrong parse ("since January, driven by …").
TIMES = frozenset({"DATE", "TIME"})


def find_causes(doc: Document) -> tuple[Cause, ...]:
    """Find statements that something brings about, hinders, or is the reason of something else.

    The cause of "As a result, …" is the main clause of the sentence before.  ``sign`` is "-" where
    the effect is hindered or becomes less; ``modality`` is conditional for "if" and "the more …
    the more", possible under "may", "could" and the like.

    Args:
        doc: Must hold sentences, actors, attributions and triggers.
    Returns:
        One Cause per statement, in text order; one pair of spans is given once.
    """
    agents = frozenset(actors_by_head(doc))
    found: dict[tuple[int, int, int, int], Cause] = {}
    previous: list[Token] | None = None
    for sentence in doc.records(Sentence):
        tokens = [t for t in doc.parse[sentence.first : sentence.last] if not t.is_space]
        is_title = sentence.block is BlockKind.TITLE
        for link in _links(doc, tokens, agents, previous, is_title=is_title):
            if not link.cause and previous:
                link = _taken_up(link, previous)
            record = _record(doc, link)
            if record is not None:
                place = (
                    record.cause.start,
                    record.cause.end,
                    record.effect.start,
                    record.effect.end,
                )
                found.setdefault(place, record)
        previous = _main_clause(tokens)
    causes = sorted(found.values(), key=_order)
    return tuple(_without_echoes(causes))


def _links(
    doc: Document,
    tokens: "list[Token]",
    agents: frozenset[int],
    previous: "list[Token] | None",
    *,
    is_title: bool,
) -> Iterator[Link]:
    """Run every reader over the tokens of one sentence, the surest first.

    "As" in a headline only tells what goes on beside it ("talks stall as winter nears").
    """
    if not tokens:
        return
    yield from correlative_links(tokens)
    yield from opener_links(doc, tokens[0], previous)
    verbs, nouns, links = patterns("verb"), patterns("noun"), patterns("link")
    for token in tokens:
        word = token.lower_
        if token.lemma_.lower() in verbs and is_verb(token):
            yield from verb_links(token, agents)
        elif token.lemma_.lower() in nouns and token.pos_ == "NOUN":
            yield from noun_links(token)
        if word in links and not (word == "as" and is_title):
            yield from link_links(token, agents)
        if word == "to":
            yield from infinitive_links(token)
        elif token.tag_ == "VBG":
            yield from participle_links(token)
        elif token.dep_ == "advmod":
            yield from inner_links(token)


def _taken_up(link: Link, previous: "list[Token]") -> Link:
    """Put the sentence before in the place of "this"."""
    return Link(
        previous, link.effect, link.cue, link.sign, link.modality, link.rule,
        f"{link.reason} 'This' takes up the sentence before.",
    )  # fmt: skip


def _main_clause(tokens: "list[Token]") -> "list[Token] | None":
    """Give the main clause of a sentence, without "However," and without "he said"."""
    root = next((each for each in tokens if each.head == each and is_verb(each)), None)
    if root is None:
        return None
    return trim(wide_clause(said_in(root)), said_in(root))


def _record(doc: Document, link: Link) -> Cause | None:
    if not link.cause or not link.effect:
        return None
    cause, effect = doc.span_of(link.cause), doc.span_of(link.effect)
    if min(len(cause.text), len(effect.text)) < MIN_SIDE_CHARS:
        return None
    if any(len(side) == 1 and side[0].pos_ not in NAMING for side in (link.cause, link.effect)):
        return None
    if any(all(t.ent_type_ in TIMES for t in side) for side in (link.cause, link.effect)):
        return None
    if cause.start < effect.end and effect.start < cause.end:
        return None
    voice = voice_of(effect, doc.records(Attribution))
    return Cause(
        id=key("cau", doc.report.id, cause.start, cause.end, effect.start, effect.end),
        cause=cause,
        cause_event=_event_in(doc, cause),
        effect=effect,
        effect_event=_event_in(doc, effect),
        sign=link.sign,
        cue=_spans(doc, link.cue),
        modality=link.modality,
        attributed_to=voice,
        rule=link.rule,
        reason=link.reason,
    )


def _spans(doc: Document, cue: "list[Token]") -> tuple[Span, ...]:
    """Give cue words as spans, neighbours joined into one."""
    runs = groupby(enumerate(sorted(cue, key=lambda t: t.i)), key=lambda pair: pair[1].i - pair[0])
    return tuple(doc.span_of([token for _, token in run]) for _, run in runs)


def _event_in(doc: Document, span: Span) -> str | None:
    """Give the event that a side tells: the trigger in it whose word stands highest in the parse."""
    inside = [
        each for each in doc.records(Trigger)
        if span.start <= each.span.start and each.span.end <= span.end
    ]  # fmt: skip
    if not inside:
        return None
    return min(inside, key=lambda each: (_depth(doc.parse[each.head]), each.span.start)).id


def _depth(token: "Token") -> int:
    depth = 0
    while token.head != token:
        token, depth = token.head, depth + 1
    return depth


def _order(cause: Cause) -> tuple[int, int, int, int]:
    first, second = sorted((cause.cause, cause.effect), key=lambda span: span.start)
    return first.start, second.start, first.end, second.end


def _without_echoes(causes: list[Cause]) -> list[Cause]:
    """Drop a second reading of one cue: the first reader that took the words keeps them."""
    kept: list[Cause] = []
    taken: set[tuple[int, int]] = set()
    for cause in causes:
        cue = (cause.cue[0].start, cause.cue[-1].end)
        if cue not in taken:
            taken.add(cue)
            kept.append(cause)
    return kept
