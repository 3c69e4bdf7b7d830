"""Which event does a count of people belong to?"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dateline.document import Document
from dateline.records import BlockKind, EventType, Sentence, TollKind, Trigger
from dateline.stages.same_event_kinship import is_downing, named_word
from dateline.stages.toll_counted import Counted

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Types of event in which each kind of toll can arise.
TYPES = {
    TollKind.KILLED: (EventType.ASSAULT, EventType.PROTEST, EventType.COERCE, EventType.MOBILIZE),
    TollKind.INJURED: (EventType.ASSAULT, EventType.PROTEST, EventType.COERCE, EventType.MOBILIZE),
    TollKind.MISSING: (EventType.ASSAULT, EventType.COERCE),
    TollKind.ABDUCTED: (EventType.ASSAULT, EventType.COERCE),
    TollKind.ARRESTED: (EventType.COERCE, EventType.PROTEST),
    TollKind.DISPLACED: (EventType.ASSAULT, EventType.COERCE),
    TollKind.PARTICIPANTS: (EventType.PROTEST,),
}
#: A toll told without its event goes back to one at most so many sentences before it.
MAX_SENTENCES_BACK = 3
#: Kinds that only are the event's if they stand in its own clause.
CLAUSE_ONLY = frozenset({TollKind.ARRESTED, TollKind.ABDUCTED, TollKind.PARTICIPANTS})


class TollPlacer:
    """Finds the trigger that a count hangs on.

    The order of trust: the word itself is the trigger; a trigger under it ("killed in the blast");
    the nearest trigger above it ("attacked …, killing five"); the nearest one in the sentence; the
    last violent event of the sentences before, headlines left out.
    """

    def __init__(self, doc: Document, triggers: Sequence[Trigger]) -> None:
        """Index the triggers by their main word and by sentence."""
        self._doc = doc
        triggers = [each for each in triggers if not is_downing(doc.parse[each.head])]
        self._by_head = {named_word(doc, each).i: each for each in reversed(triggers)}
        self._by_head |= {each.head: each for each in reversed(triggers)}
        self._by_sentence: dict[int, list[Trigger]] = {}
        for each in triggers:
            self._by_sentence.setdefault(each.sentence, []).append(each)

    def event_of(self, counted: Counted, sentence: Sentence) -> str | None:
        """Give the event's id; ``None`` when no trigger fits."""
        types = TYPES[counted.kinds[0]]
        found = (
            self._own(counted.anchor, types)
            or self._below(counted.anchor, types)
            or self._above(counted.anchor, types)
            or self._near(counted, sentence, types)
            or self._before(counted, sentence, types)
        )
        return None if found is None else found.id

    def _fits(self, at: int, types: tuple[EventType, ...]) -> Trigger | None:
        found = self._by_head.get(at)
        return found if found is not None and found.type in types else None

    def _own(self, anchor: "Token", types: tuple[EventType, ...]) -> Trigger | None:
        return self._fits(anchor.i, types)

    def _below(self, anchor: "Token", types: tuple[EventType, ...]) -> Trigger | None:
        """Look under the word's own prepositions: "five deaths in the blast"."""
        for child in anchor.children:
            if child.dep_ in ("prep", "agent"):
                for each in child.children:
                    found = self._fits(each.i, types)
                    if found is not None:
                        return found
        return None

    def _above(self, anchor: "Token", types: tuple[EventType, ...]) -> Trigger | None:
        at = anchor
        while at.head != at:
            at = at.head
            found = self._fits(at.i, types) or self._as_subject(at, types)
            if found is not None:
                return found
        return None

    def _as_subject(self, verb: "Token", types: tuple[EventType, ...]) -> Trigger | None:
        """Look at the subject of a verb above: "the attack left five dead"."""
        for child in verb.children:
            if child.dep_ in ("nsubj", "nsubjpass", "dobj"):
                found = self._fits(child.i, types)
                if found is not None:
                    return found
        return None

    def _near(
        self, counted: Counted, sentence: Sentence, types: tuple[EventType, ...]
    ) -> Trigger | None:
        options = [each for each in self._by_sentence.get(sentence.index, ()) if each.type in types]
        at = counted.anchor.i
        return min(options, key=lambda each: (abs(each.head - at), each.head), default=None)

    def _before(
        self, counted: Counted, sentence: Sentence, types: tuple[EventType, ...]
    ) -> Trigger | None:
        """Take the last fitting event of the sentences before; headlines only tell it again."""
        if counted.kinds[0] in CLAUSE_ONLY:
            types = tuple(each for each in types if each is EventType.PROTEST)
        sentences = self._doc.records(Sentence)
        for back in range(1, MAX_SENTENCES_BACK + 1):
            index = sentence.index - back
            if index < 0 or sentences[index].block is BlockKind.TITLE:
                return None
            options = [each for each in self._by_sentence.get(index, ()) if each.type in types]
            if options:
                return options[0]
        return None
