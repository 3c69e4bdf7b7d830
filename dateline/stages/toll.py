"""How many people were killed, hurt, taken, held, driven out, or took part, in which event?

Counts come from verbs ("killed five"), states ("left 12 dead and 30 wounded"), nouns ("no
casualties") and totals ("the death toll rose to 45"); each goes to the event that its words hang
on (``toll_events``).  "Including two children" is a toll of its own, part of the one before.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dateline.document import Document
from dateline.records import Attribution, EventToll, Sentence, Span, Toll, TollKind, Trigger
from dateline.stages.toll_counted import Counted
from dateline.stages.toll_counts import counts_at
from dateline.stages.toll_events import TollPlacer
from dateline.syntax import negation_of
from dateline.voice import voice_of

if TYPE_CHECKING:
    from spacy.tokens import Token


def find_tolls(doc: Document) -> tuple[EventToll, ...]:
    """Find counts of people and give each to its event.

    A vague count is a range with both ends included: "dozens" is 24 to 99 without a best value,
    "at least six" is (6, 6, None), "no casualties" gives killed 0 and injured 0.  Ages, dates,
    money and distances are no tolls.  A count with no event to hang on is left out.

    Args:
        doc: Must hold sentences, attributions and triggers.
    Returns:
        One EventToll per event that has a toll, in the order of the triggers; tolls in text order.
    Source: ranges in ``lexicons/vague_numbers.yml``.
    """
    triggers = doc.records(Trigger)
    if not triggers:
        return ()
    placer = TollPlacer(doc, triggers)
    by_event: dict[str, dict[tuple[str, int, int], Toll]] = {}
    for sentence in doc.records(Sentence):
        for token in doc.parse[sentence.first : sentence.last]:
            for counted in counts_at(doc, token):
                event = placer.event_of(counted, sentence)
                if event is not None and not _is_denied(doc, counted):
                    _keep(doc, by_event.setdefault(event, {}), counted)
    return tuple(
        EventToll(event=each.id, tolls=_in_order(by_event[each.id]))
        for each in triggers
        if by_event.get(each.id)
    )


def _keep(doc: Document, tolls: dict[tuple[str, int, int], Toll], counted: Counted) -> None:
    """Add a toll unless its number was read before ("were killed" and "dead" of one count)."""
    for kind in counted.kinds:
        place = (kind.value, counted.count.span.start, counted.count.span.end)
        tolls.setdefault(place, _toll(doc, counted, kind))


def _is_denied(doc: Document, counted: Counted) -> bool:
    """Say whether the speaker denies the count: "the army denied that soldiers had been killed"."""
    attributions = doc.records(Attribution)
    voice = voice_of(counted.count.span, attributions)
    return any(each.id == voice and each.stance_of_cue == "denies" for each in attributions)


def _toll(doc: Document, counted: Counted, kind: TollKind) -> Toll:
    count = counted.count
    evidence = _evidence(doc, counted)
    return Toll(
        kind=kind,
        group=doc.span_of(counted.group) if counted.group else None,
        low=count.low,
        best=count.best,
        high=count.high,
        hedge=count.hedge,
        evidence=evidence,
        attributed_to=voice_of(count.span, doc.records(Attribution)),
        rule=_rule(counted),
        reason=_reason(counted),
    )


def _rule(counted: Counted) -> str:
    """Name the entry that decided: of the range, if the number is vague; of "casualties", which
    stands for two kinds at once, in any case."""
    if len(counted.kinds) > 1:
        return counted.rule
    return counted.count.rule or counted.rule


def _evidence(doc: Document, counted: Counted) -> tuple[Span, ...]:
    """Give the words that support a toll: one span, or two where other counts stand between
    ("killed" … "two policemen" in "killed four soldiers and two policemen")."""
    count = counted.count
    number = doc.parse[count.first : count.last]
    around = [*counted.words, *number, *counted.group]
    if count.high == 0:
        around.extend(_deniers(counted.words))
    low, high = min(t.i for t in around), max(t.i for t in around)
    told = {token.i for token in around}
    others = [t for t in doc.parse[low : high + 1] if t.i not in told and t.pos_ == "NUM"]
    if not others or counted.anchor not in counted.words:
        return (doc.span_of(around),)
    named = doc.span_of([*number, *(t for t in around if t != counted.anchor)])
    parts = (doc.span_of([counted.anchor]), named)
    return tuple(sorted(parts, key=lambda span: span.start))


def _deniers(words: "list[Token]") -> "Iterator[Token]":
    """Find the words that deny that anybody was hurt: "not", "without"."""
    for word in words:
        for each in (word, word.head):
            denier = negation_of(each)
            if denier is not None:
                yield denier
            yield from (above for above in (each, each.head) if above.lower_ == "without")


def _reason(counted: Counted) -> str:
    """Say why it is a toll; a vague number, whose entry is the rule, names the word of toll too."""
    if _rule(counted) == counted.rule:
        return counted.reason
    return f"{counted.reason} ({counted.rule}; the range is that of {counted.count.span.text!r})"


def _in_order(tolls: dict[tuple[str, int, int], Toll]) -> tuple[Toll, ...]:
    """Sort tolls by where their numbers stand, the killed before the injured of one number."""
    kinds = list(TollKind)
    places = sorted(tolls, key=lambda place: (place[1], place[2], kinds.index(TollKind(place[0]))))
    return tuple(tolls[place] for place in places)
