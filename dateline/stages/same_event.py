"""Which triggers of one report tell one event?

Four reasons join triggers: what an event did hangs on it in grammar ("attacked …, killing five",
"killed in the blast"); a definite noun points back ("the attack"); a headline tells what the text
tells; two harms are told in one breath ("killed five and wounded nine").  All else stays apart: the
same verb with other people is another event.
"""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from dateline.document import Document
from dateline.records import (
    BlockKind,
    EventLink,
    EventType,
    Participants,
    Place,
    Role,
    SameEvent,
    Sentence,
    Span,
    Time,
    Trigger,
)
from dateline.stages.same_event_acts import by_weapon, rival_figure, spoken_of
from dateline.stages.same_event_groups import Groups
from dateline.stages.same_event_kinship import (
    are_kin,
    is_downing,
    is_event_noun,
    is_harm,
    kins_of,
    may_mean,
    named_word,
    points_back,
    same_stem,
    says_more,
)
from dateline.stages.same_event_links import links_of, relations
from dateline.syntax import is_verb

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Types whose triggers may harm people, so that a harm hangs on them.
HARMFUL = frozenset({EventType.ASSAULT, EventType.PROTEST, EventType.COERCE})
#: "The attack" means one told at most so many sentences before.
MAX_SENTENCES_BACK = 12
#: A headline is matched with the events of so many sentences of the text.
LEAD_SENTENCES = 3
#: Clauses below a harm that tell what did it.
CAUSING_CLAUSES = frozenset({"when", "as", "after", "by", "while", "in"})


def find_same_events(doc: Document) -> tuple[SameEvent | EventLink, ...]:
    """Group the triggers that tell one event, and link events that answer or hold each other.

    Args:
        doc: Must hold sentences, triggers and participants.
    Returns:
        Every trigger in exactly one group, in the order of the first triggers, which give the
        events their ids; a trigger
        that stands alone is a group of one.  Behind them the links, by the ids of the events.
    """
    triggers = doc.records(Trigger)
    joined = Groups(triggers)
    related = relations(doc, triggers)
    apart = {(each.one.id, each.other.id) for each in related}
    facts = _Facts(doc, triggers, apart)
    for at, later in enumerate(triggers):
        for earlier, rule, reason in facts.harms(later):
            joined.join(earlier.id, later.id, rule, reason)
        for earlier, rule, reason in by_weapon(doc, facts.by_head, later):
            joined.join(earlier.id, later.id, rule, reason)
        for earlier, rule, reason in spoken_of(doc, triggers[:at], later):
            joined.join(earlier.id, later.id, rule, reason)
        for earlier, rule, reason in rival_figure(doc, triggers[:at], later):
            if not facts.elsewhen(earlier, later):
                joined.join(earlier.id, later.id, rule, reason)
        for earlier, rule, reason in facts.pointed_at(at, later)[:1]:
            joined.join(earlier.id, later.id, rule, reason)
        for earlier, rule, reason in facts.repeated(at, later)[:1]:
            joined.join(earlier.id, later.id, rule, reason)
    _join_headline(facts, triggers, joined)
    return (*joined.records(), *links_of(related, joined))


Found = tuple[Trigger, str, str]


class _Facts:
    """What the joining looks at: main words, actors, times and places of the triggers."""

    def __init__(
        self, doc: Document, triggers: Sequence[Trigger], apart: set[tuple[str, str]]
    ) -> None:
        self.doc = doc
        self.apart = apart
        self.triggers = triggers
        self._words = {each.id: named_word(doc, each) for each in triggers}
        self.by_head = {self._words[each.id].i: each for each in reversed(triggers)}
        self.by_head |= {each.head: each for each in reversed(triggers)}
        self.parts = {each.event: each for each in doc.records(Participants)}
        self.times = {each.id: each for each in doc.records(Time)}
        self.places = {each.id: each for each in doc.records(Place)}
        self.sentences = doc.records(Sentence)
        self.blocks = [each.block for each in self.sentences]

    def word(self, trigger: Trigger) -> "Token":
        return self._words[trigger.id]

    # -------------------------------------------------------- harms

    def harms(self, trigger: Trigger) -> "list[Found]":
        """Give the events that a harm hangs on, and the harm that hangs on an event."""
        if trigger.type not in HARMFUL:
            return []
        word = self.word(trigger)
        found: list[Found] = []
        done_by = (self._under(word), self._over(word)) if is_harm(word) else ()
        for each in done_by:
            if each is not None and self._may_join(each, trigger):
                found.append((each, "same_event.harm", _harm_reason(word, self.word(each))))
        above = self._harm_above(word)
        if above is not None and self._may_join(above, trigger):
            found.append((above, "same_event.harm", _harm_reason(self.word(above), word)))
        return found

    def _may_join(self, one: Trigger, other: Trigger) -> bool:
        return one.id != other.id and one.type in HARMFUL and other.type in HARMFUL

    def _under(self, harm: "Token") -> Trigger | None:
        """Look below a harm: "killed in the blast", "killed when gunmen attacked"."""
        for child in harm.children:
            if child.dep_ in ("prep", "agent") and child.lower_ in (
                "in",
                "by",
                "during",
                "from",
                "after",
            ):
                for each in child.children:
                    found = self.by_head.get(each.i)
                    if found is not None and not is_harm(each):
                        return found
            elif child.dep_ == "advcl" and _mark(child) in CAUSING_CLAUSES:
                found = self.by_head.get(child.i)
                if found is not None and found.type in HARMFUL:
                    return found
            elif child.dep_ in ("nsubj", "agent"):
                found = self.by_head.get(child.i)
                if found is not None:
                    return found
        return None

    def _over(self, harm: "Token") -> Trigger | None:
        """Look above a harm: "attacked …, killing five", "opened fire and killed five"."""
        at = harm
        for _ in range(4):
            if at.dep_ not in ("advcl", "acl", "xcomp", "conj", "relcl", "prep", "pcomp", "dep"):
                return None
            if at.dep_ == "conj" and _own_subject(at) and not _is_passive_pair(at):
                return None
            if at.dep_ == "advcl" and _mark(at) not in ("", *CAUSING_CLAUSES):
                return None
            if at.dep_ == "advcl" and _mark(at) == "after" and _own_subject(at):
                return None  # "came a day after an attack killed seven" tells two events
            at = at.head
            found = self.by_head.get(at.i)
            if found is not None and found.type in HARMFUL:
                return found
        return None

    def _harm_above(self, word: "Token") -> Trigger | None:
        """Look whether a harm stands above this word: "… were killed in an ambush"."""
        above = word.head.head if word.dep_ == "pobj" else word.head
        if word.dep_ == "pobj" and word.head.lower_ not in ("in", "by", "during", "from"):
            return None
        if word.dep_ == "advcl" and _mark(word) not in CAUSING_CLAUSES:
            return None
        if word.dep_ not in ("pobj", "advcl") or not is_harm(above):
            return None
        found = self.by_head.get(above.i)
        return found if found is not None and found.head != word.i else None

    # -------------------------------------------------------- nouns that point back

    def pointed_at(self, at: int, later: Trigger) -> "list[Found]":
        """Give the earlier triggers that a definite noun can mean, the nearest first."""
        word = self._pointer(later)
        found: list[Found] = []
        if word is None:
            return found
        for earlier in reversed(self.triggers[:at]):
            if later.sentence - earlier.sentence > MAX_SENTENCES_BACK:
                break
            if self._pointable(earlier, later, word):
                reason = f"{_the(word)} points back to {earlier.span.text!r}."
                found.append((earlier, "same_event.points-back", reason))
        found.sort(key=lambda each: not same_stem(self.word(each[0]), word))
        series = [each for each in found if _is_many(each[0]) == _is_many(later)]
        return series or [each for each in found if not _is_many(later)]

    def repeated(self, at: int, later: Trigger) -> "list[Found]":
        """Give the earlier series of the same deeds on the same targets: "attacks on bases"."""
        if not _is_many(later) or not later.slots:
            return []
        word = self.word(later)
        hit = self._hit(later)
        return [
            (each, "same_event.series", f"{each.span.text!r} and {later.span.text!r} tell one series.")
            for each in reversed(self.triggers[:at])
            if _is_many(each) and each.type is later.type and hit & self._hit(each)
            and are_kin(word, self.word(each)) and not self.differ(each, later)
            and self._is_quoted(each) == self._is_quoted(later)
        ]  # fmt: skip

    def _hit(self, trigger: Trigger) -> frozenset[str]:
        """Give the dictionary forms of what a trigger hits."""
        return frozenset(
            self.doc.parse[slot.head].lemma_.lower()
            for slot in trigger.slots
            if slot.role in (Role.TARGET, Role.RECIPIENT)
        )

    def _pointer(self, later: Trigger) -> "Token | None":
        """Give the noun that points back: the trigger's own word, or the subject that a harm has
        ("the blast tore through the stalls")."""
        word = self.word(later)
        if points_back(word):
            return word
        if not is_verb(word):
            return None
        subjects = [child for child in word.children if child.dep_ == "nsubj"]
        return next((each for each in subjects if points_back(each) and is_event_noun(each)), None)

    def _pointable(self, earlier: Trigger, later: Trigger, word: "Token") -> bool:
        before = self.word(earlier)
        violent = earlier.type is later.type or {earlier.type, later.type} <= HARMFUL
        if is_downing(before) or (earlier.id, later.id) in self.apart:
            return False
        if not violent or not may_mean(word, before, earlier.type):
            return False
        if self._inside(earlier, later):
            return False
        if self._is_quoted(earlier) and not self._is_quoted(later):
            return False  # "the strike" of the reporter is not the bombing that a claimant spoke of
        if says_more(word) and not self._share_slot(earlier, later):
            return False
        return not self.differ(earlier, later)

    def _is_quoted(self, trigger: Trigger) -> bool:
        """Say whether a trigger stands between quotation marks of its sentence."""
        sentence = self.sentences[trigger.sentence]
        before = self.doc.text[sentence.span.start : trigger.span.start]
        return before.count('"') % 2 == 1 or before.count("“") > before.count("”")

    def _inside(self, earlier: Trigger, later: Trigger) -> bool:
        """Refuse a pair in which the one is a part of the other's clause ("attacked after the blast")."""
        return later.sentence == earlier.sentence and (
            earlier.span.start <= later.span.start < earlier.span.end
        )

    def _share_slot(self, one: Trigger, other: Trigger) -> bool:
        words = {self.doc.parse[slot.head].lemma_.lower() for slot in one.slots}
        return any(self.doc.parse[slot.head].lemma_.lower() in words for slot in other.slots)

    def differ(self, one: Trigger, other: Trigger) -> bool:
        """Say whether known times or places tell two triggers apart, or doers in the noun's own
        words ("the Israeli strike")."""
        first, second = self.parts.get(one.id), self.parts.get(other.id)
        if first is None or second is None:
            return False
        doers = {each.actor for each in first.actors}
        return self.elsewhen(one, other) or (
            bool(doers)
            and any(
                each.actor not in doers and self._in_own_words(other, (each.span,))
                for each in second.actors
            )
        )

    def elsewhen(self, one: Trigger, other: Trigger) -> bool:
        """Say whether a time or place in the later one's own words tells two triggers apart."""
        first, second = self.parts.get(one.id), self.parts.get(other.id)
        if first is None or second is None:
            return False
        if self._other_day(first.time.value, second.time.value) and self._in_own_words(
            other, second.time.evidence
        ):
            return True
        return self._elsewhere(first.place.value, second.place.value) and self._in_own_words(
            other, second.place.evidence
        )

    def _other_day(self, one: str | None, other: str | None) -> bool:
        """Say whether two times cannot be one: their days do not overlap."""
        first, second = self.times.get(one or ""), self.times.get(other or "")
        if first is None or second is None or first.start is None or second.start is None:
            return False
        ends = first.end or date.max, second.end or date.max
        return ends[0] <= second.start or ends[1] <= first.start

    def _elsewhere(self, one: str | None, other: str | None) -> bool:
        """Say whether two places cannot be one: other countries, or two of one size ("Mali" holds Gao)."""
        first, second = self.places.get(one or ""), self.places.get(other or "")
        if first is None or second is None or first.id == second.id:
            return False
        if first.country and second.country and first.country != second.country:
            return True
        return first.precision == second.precision

    def _in_own_words(self, trigger: Trigger, spans: tuple[Span, ...]) -> bool:
        """Say whether a time, place or doer stands in the phrase or clause of the trigger's word: "said
        on Friday that its men had carried out the ambush" does not date the ambush."""
        word = self.word(trigger)
        first, last = word.left_edge.idx, word.right_edge.idx + len(word.right_edge)
        return any(first <= span.start and span.end <= last for span in spans)


def _join_headline(facts: _Facts, triggers: Sequence[Trigger], joined: Groups) -> None:
    """Join the headline's events to the first ones of the text that tell the same."""
    for title in triggers:
        if facts.blocks[title.sentence] is not BlockKind.TITLE:
            continue
        for lead in triggers:
            block = facts.blocks[lead.sentence]
            if block is not BlockKind.TITLE and lead.sentence <= title.sentence + LEAD_SENTENCES:
                same = lead.type is title.type and _is_many(lead) == _is_many(title)
                if same and _tell_alike(facts, title, lead):
                    reason = f"The headline's {title.span.text!r} is told in the text."
                    joined.join(title.id, lead.id, "same_event.headline", reason)
                    break


def _tell_alike(facts: _Facts, title: Trigger, lead: Trigger) -> bool:
    one, other = facts.word(title), facts.word(lead)
    kin = one.lemma_.lower() == other.lemma_.lower() or bool(kins_of(one) & kins_of(other))
    if title.type in (EventType.ASSAULT, EventType.PROTEST):
        kin = kin or are_kin(one, other) or are_kin(other, one)
    return kin and not facts.differ(title, lead)


def _is_many(trigger: Trigger) -> bool:
    return bool(trigger.series.value)


def _mark(clause: "Token") -> str:
    for child in clause.children:
        if child.dep_ in ("mark", "advmod") and child.i < clause.i and child.lower_ in MARKS:
            return child.lower_
    return ""


MARKS = frozenset(
    {"when", "as", "after", "by", "while", "before", "because", "since", "if", "although", "though",
     "until", "unless", "where", "once"}
)  # fmt: skip


def _own_subject(verb: "Token") -> bool:
    return any(child.dep_ in ("nsubj", "nsubjpass") for child in verb.children)


def _is_passive_pair(verb: "Token") -> bool:
    """Allow "five were killed and nine wounded": two harms of one sentence in the passive."""
    return is_harm(verb) and is_harm(verb.head) and is_verb(verb.head)


def _harm_reason(harm: "Token", event: "Token") -> str:
    return f"{harm.text!r} tells what {event.text!r} did."


def _the(noun: "Token") -> str:
    pointer = next((each.text for each in noun.children if each.dep_ == "det"), "the")
    return f"'{pointer} {noun.text}'"
