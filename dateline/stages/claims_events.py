"""Which events is a claim about: "these attacks", "the bombing", or the act told in the claim?"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dateline.document import Document
from dateline.records import BlockKind, EventType, SameEvent, Sentence, Trigger
from dateline.stages.same_event_kinship import kins_of, may_mean, named_word, same_stem

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Types of event for which one can be responsible.
DEEDS = frozenset({EventType.ASSAULT, EventType.COERCE, EventType.PROTEST, EventType.MOBILIZE})
#: A claim without object ("claimed responsibility") is about an event at most so far back.
MAX_SENTENCES_BACK = 8


class EventFinder:
    """Resolves the words that a claim is about to the ids of events."""

    def __init__(
        self, doc: Document, triggers: Sequence[Trigger], groups: Sequence[SameEvent]
    ) -> None:
        """Index the triggers by main word, and each trigger's group by its first."""
        self._doc = doc
        self._triggers = [each for each in triggers if each.type in DEEDS]
        self._by_head = {each.head: each for each in self._triggers}
        self._first = {each: group.triggers[0] for group in groups for each in group.triggers}
        self._titled = _told_in_title(doc, triggers, self._first)
        self._alone = {group.triggers[0] for group in groups if len(group.triggers) == 1}

    def events_of(
        self, about: "list[Token]", *, before: "Token", sentence: Sentence
    ) -> tuple[str, ...]:
        """Give event ids in text order.

        Args:
            about: Main words of what the claim is about; empty for a bare "claimed responsibility".
            before: Any word of the claim.
            sentence: The sentence of the claim.
        """
        found = [each for token in about if (each := self._named(token, sentence)) is not None]
        if not about:
            last = self._last(sentence)
            found = [] if last is None else [last]
        order = {each.id: at for at, each in enumerate(self._triggers)}
        ids = {self._first.get(each.id, each.id) for each in found}
        return tuple(sorted(ids, key=lambda each: (order.get(each, 0), each)))

    def _named(self, token: "Token", sentence: Sentence) -> Trigger | None:
        """Find the event that a word names: its own trigger, or the one it points back to."""
        own = self._by_head.get(token.i) or self._wrapped(token)
        if own is not None and self._first.get(own.id) not in self._alone:
            return own
        back = self._pointed(token, sentence)
        return back if back is not None else own

    def _wrapped(self, token: "Token") -> Trigger | None:
        """Find a trigger whose wording holds the word ("carried out the attack")."""
        return next((each for each in self._triggers
                     if each.span.start <= token.idx < each.span.end), None)  # fmt: skip

    def _pointed(self, token: "Token", sentence: Sentence) -> Trigger | None:
        if not any(child.dep_ == "det" for child in token.children) and token.lower_ not in (
            "it",
            "this",
        ):
            return None
        plural = token.tag_ == "NNS"
        options = [
            each for each in self._triggers
            if each.span.start < sentence.span.start
            and sentence.index - each.sentence <= MAX_SENTENCES_BACK
            and (each.head != token.i)
            and (token.pos_ == "PRON" or self._kin(token, each))
        ]  # fmt: skip
        named = [each for each in options if same_stem(token, named_word(self._doc, each))]
        options = named or options
        same = [each for each in options if bool(each.series.value) == plural]
        return (same or options)[-1] if options else None

    def _kin(self, token: "Token", trigger: Trigger) -> bool:
        known = not any(kin.startswith("=") for kin in kins_of(token))
        return known and may_mean(token, named_word(self._doc, trigger), trigger.type)

    def _last(self, sentence: Sentence) -> Trigger | None:
        """Give the deed of the headline, if it is among the last ones, else the last deed told."""
        options = [
            each for each in self._triggers
            if each.type is EventType.ASSAULT and each.sentence <= sentence.index
            and sentence.index - each.sentence <= MAX_SENTENCES_BACK
        ]  # fmt: skip
        headline = [each for each in options if self._first.get(each.id) in self._titled]
        return (headline or options)[-1] if options else None


def _told_in_title(
    doc: Document, triggers: Sequence[Trigger], first: dict[str, str]
) -> frozenset[str]:
    """Give the ids of the events that the headline tells."""
    sentences = doc.records(Sentence)
    return frozenset(
        first.get(each.id, each.id)
        for each in triggers
        if sentences[each.sentence].block is BlockKind.TITLE
    )
