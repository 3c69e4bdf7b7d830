"""Which event does a count of people belong to?"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dateline.document import Document
from dateline.records import (
    BlockKind,
    EventStatus,
    EventType,
    Participants,
    Precision,
    Sentence,
    Status,
    Time,
    TollKind,
    Trigger,
)
from dateline.stages.same_event_kinship import is_downing, named_word
from dateline.stages.toll_counted import Counted
from dateline.stages.toll_words import toll_words

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
#: An event that is only wanted, feared or foreseen has no toll.
UNREAL = frozenset({Status.PLANNED, Status.THREATENED, Status.DEMANDED, Status.HYPOTHETICAL})
#: Stretches of time that date a sentence apart from the news ("in April 2021, …").
LONG_AGO = frozenset({Precision.MONTH, Precision.SEASON, Precision.YEAR, Precision.DECADE})
#: An event without a day of its own is taken to be at most so old: news is of the last month.
DAYS_OF_NEWS = 31
#: What kills without anybody's deed.
MISHAPS = frozenset(
    {
        "storm", "flood", "flooding", "earthquake", "quake", "landslide", "avalanche", "cyclone",
        "hurricane", "typhoon", "tornado", "drought", "famine", "heatwave", "cold", "hunger",
        "disease", "epidemic", "outbreak", "cholera", "malaria", "measles", "virus", "covid-19",
        "pandemic", "crash", "accident", "collision", "derailment", "shipwreck", "stampede",
        "wildfire", "tsunami", "eruption", "lightning", "cancer", "illness",
    }
)  # fmt: skip
#: A toll told without its event goes back to one at most so many sentences before it.
MAX_SENTENCES_BACK = 3
#: A total ("the death toll") is of the event that the report is about: told at most so far back.
TOTAL_BACK = 12
#: Kinds of toll that assaults have before all other events.
HARMS = frozenset({TollKind.KILLED, TollKind.INJURED, TollKind.MISSING})
#: Kinds that only are the event's if they stand in its own clause.
CLAUSE_ONLY = frozenset({TollKind.ARRESTED, TollKind.ABDUCTED, TollKind.PARTICIPANTS})


class TollPlacer:
    """Finds the trigger that a count hangs on.

    The order of trust: the word itself is the trigger; a trigger under it ("killed in the blast");
    the nearest trigger above it ("attacked …, killing five"); the nearest one in the sentence; the
    last violent event of the sentences before, headlines left out.  A sentence with a day of its
    own ("in 2019 forty people were killed") tells no toll of an event of another day.
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
        self._unreal = {
            each.event for each in doc.records(EventStatus) if each.status.value in UNREAL
        }
        self._times = {each.id: each for each in doc.records(Time)}
        self._time_of = {each.event: each.time.value for each in doc.records(Participants)}

    def event_of(self, counted: Counted, sentence: Sentence) -> str | None:
        """Give the event's id; ``None`` when no trigger fits."""
        types = TYPES[counted.kinds[0]]
        if self._by_mishap(counted.anchor):
            return None
        found = (
            self._own(counted.anchor, types)
            or self._below(counted.anchor, types)
            or self._above(counted.anchor, types)
            or self._near(counted, sentence, types)
            or self._before(counted, sentence, types)
        )
        return None if found is None else found.id

    def _by_mishap(self, anchor: "Token") -> bool:
        """Say whether a storm or crash did it: "five died in a bus crash" is nobody's deed."""
        beside = [c for c in anchor.head.children if c.dep_ == "nsubj"]
        for child in (*anchor.children, *beside):
            words = [child] if child.dep_ in ("nsubj", "agent") else []
            if child.dep_ in ("prep", "agent") and child.lower_ in (
                "in",
                "by",
                "from",
                "of",
                "after",
            ):
                words = [each for each in child.children if each.dep_ == "pobj"]
            if any(each.lemma_.lower() in MISHAPS for each in words):
                return True
        return False

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
        options = self._options(sentence.index, types)
        at = counted.anchor.i
        return min(options, key=lambda each: (abs(each.head - at), each.head), default=None)

    def _before(
        self, counted: Counted, sentence: Sentence, types: tuple[EventType, ...]
    ) -> Trigger | None:
        """Take the last fitting event of the sentences before; headlines only tell it again."""
        if counted.kinds[0] is TollKind.PARTICIPANTS and self._is_introduced(counted.anchor):
            return None
        if counted.kinds[0] in CLAUSE_ONLY:
            types = tuple(each for each in types if each is EventType.PROTEST)
        reach = TOTAL_BACK if counted.anchor.lemma_.lower() in toll_words("total") else None
        harm = counted.kinds[0] in HARMS
        wanted = [(EventType.ASSAULT,), types] if harm else [types]
        for kinds in wanted:
            found = self._back(sentence, kinds, reach or MAX_SENTENCES_BACK, same=kinds != types)
            if found is not None:
                return found
        return None

    def _back(
        self, sentence: Sentence, types: tuple[EventType, ...], reach: int, *, same: bool
    ) -> Trigger | None:
        """Go back sentence by sentence, within the paragraph if ``same``, to the first that fits."""
        sentences = self._doc.records(Sentence)
        for index in range(sentence.index - 1, max(-1, sentence.index - reach - 1), -1):
            there = sentences[index]
            if there.block is BlockKind.TITLE or (same and there.paragraph != sentence.paragraph):
                return None
            options = [
                each for each in self._options(index, types) if not self._other_day(each, sentence)
            ]
            if options:
                return self._likeliest(options)
        return None

    def _options(self, index: int, types: tuple[EventType, ...]) -> list[Trigger]:
        """Give the fitting events of a sentence that are told as real."""
        return [
            each
            for each in self._by_sentence.get(index, ())
            if each.type in types and each.id not in self._unreal
        ]

    def _likeliest(self, options: list[Trigger]) -> Trigger:
        """Choose among the events of one earlier sentence: assaults before all others, what a
        relative clause tells in passing last, then the last told."""
        violent = [each for each in options if each.type is EventType.ASSAULT] or options[:1]
        main = [each for each in violent if not self._in_passing(each)]
        return (main or violent)[-1]

    def _in_passing(self, trigger: Trigger) -> bool:
        at = self._doc.parse[trigger.head]
        while at.head != at and at.dep_ not in ("relcl", "pobj"):
            at = at.head
        return at.dep_ in ("relcl", "pobj")

    def _is_introduced(self, anchor: "Token") -> bool:
        """Say whether the clause brings in a gathering of its own: "took part in a march"."""
        return any(
            each.lemma_.lower() in toll_words("gathering")
            and any(child.lower_ in ("a", "an", "another", "one") for child in each.children)
            for each in anchor.subtree
        )

    def _other_day(self, trigger: Trigger, sentence: Sentence) -> bool:
        """Say whether the sentence names a stretch of time that the event cannot lie in."""
        known = self._times.get(self._time_of.get(trigger.id) or "")
        there = self._doc.records(Sentence)[trigger.sentence]
        if self._is_old(known) and there.paragraph != sentence.paragraph:
            return True  # what is told as background has its toll in its own paragraph
        for each in self._times.values():
            inside = sentence.span.start <= each.span.start < sentence.span.end
            if not inside or each.end is None or each.precision not in LONG_AGO:
                continue
            if known is not None and known.start is not None:
                return each.end <= known.start
            return self._is_old(each)
        return False

    def _is_old(self, time: Time | None) -> bool:
        """Say whether a time ended more than a month before the report."""
        published = self._doc.report.published
        if published is None or time is None or time.end is None or time.start is None:
            return False
        return (published.date - time.end).days > DAYS_OF_NEWS
