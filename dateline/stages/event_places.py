"""Where did one event take place?  The place of its own clause before that of its sentence."""

from typing import TYPE_CHECKING

from dateline.document import Document
from dateline.mentions import places_by_head
from dateline.records import Coded, EventType, Mention, Place, Role, Sentence, Trigger
from dateline.stages.place_words import locatives
from dateline.syntax import is_verb, predicate_of
from dateline.word_classes import target_kind_of

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Trust in a place by how it hangs on the event; a first setting in order of strength, to be
#: fitted to measured shares.
OWN_CLAUSE = 0.9
SAME_SENTENCE = 0.6
CARRIED_ON = 0.4

#: From the finest to the widest; a finer place in the same clause is where it happened.
FINENESS = {
    name: rank
    for rank, name in enumerate(
        ("point", "site", "city", "admin2", "admin1", "region", "country", "none")
    )
}

#: Prepositions that lead away from where something happens: "fled to", "troops from".
LEADING_AWAY = frozenset({"from", "to", "into", "toward", "towards", "between", "of"})

#: Verbs whose object is the place itself: "evacuate Iraq", "entered the town".
PLACE_OBJECTS = frozenset(
    {
        "enter", "leave", "evacuate", "reach", "visit", "flee", "seize", "capture", "retake",
        "take", "recapture", "attack", "shell", "bomb", "strike", "hit", "target", "invade",
        "occupy", "besiege", "storm", "bombard", "pound", "control", "cross", "rock", "blockade",
        "quit", "liberate", "overrun", "raid",
    }
)  # fmt: skip


#: Words with which "to" and "into" lead to where it happens.
MOVEMENTS = frozenset(
    {
        "send", "deploy", "deployment", "move", "movement", "withdraw", "withdrawal", "advance",
        "march", "travel", "fly", "go", "return", "trip", "visit", "deliver", "delivery", "ship",
        "shipment", "bring", "spread", "push", "incursion", "enter", "retreat", "transfer",
        "dispatch", "flee", "come", "convoy", "cross", "invasion", "bus", "airlift",
    }
)  # fmt: skip

#: Types that happen at a spot; who accuses or supports does so anywhere, so that a place is not
#: carried on to such an event.
AT_A_SPOT = frozenset(
    {
        EventType.ASSAULT, EventType.PROTEST, EventType.COERCE, EventType.MOBILIZE,
        EventType.RETREAT, EventType.AID, EventType.COOPERATE,
    }
)  # fmt: skip


class PlaceFinder:
    """Finds the places of a report's events, in text order of the triggers."""

    def __init__(self, doc: Document) -> None:
        """Index the place mentions of one Document by sentence."""
        self._doc = doc
        self._named = places_by_head(doc)
        self._sentences = doc.records(Sentence)
        self._last: tuple[int, str, Mention] | None = None  # paragraph, place id, mention

    def place_of(self, trigger: Trigger) -> Coded[str]:
        """Give the id of the place where an event took place, with how it is known."""
        sentence = self._sentences[trigger.sentence]
        near = [
            (place, mention, self._doc.parse[head])
            for head, (place, mention) in self._named.items()
            if sentence.first <= head < sentence.last
        ]
        best = self._in_clause(trigger, near) or self._in_sentence(trigger, near)
        if best is not None:
            place, mention, coded = best
            if trigger.type in AT_A_SPOT:
                self._last = (sentence.paragraph, place.id, mention)
            return coded
        at_a_spot = trigger.type in AT_A_SPOT
        if at_a_spot and self._last and self._last[0] == sentence.paragraph:
            mention = self._last[2]
            return Coded(
                value=self._last[1],
                evidence=(mention.span,),
                rule="participants.place-carried-on",
                reason=f"The sentence names no place; {mention.span.text!r} was named for the event"
                " before it in the paragraph.",
                confidence=CARRIED_ON,
            )
        return Coded(
            value=None,
            rule="participants.no-place",
            reason="Neither the sentence nor the event before it in the paragraph names a place.",
        )

    def _in_clause(
        self, trigger: Trigger, near: "list[tuple[Place, Mention, Token]]"
    ) -> tuple[Place, Mention, Coded[str]] | None:
        """The finest place that a locative puts at the trigger, its target or its object."""
        heads = {trigger.head} | {
            slot.head for slot in trigger.slots if slot.role in (Role.TARGET, Role.RECIPIENT)
        }
        verb = predicate_of(self._doc.parse[trigger.head])
        heads.add(verb.i)
        heads.update(each.i for each in self._doc.tokens_of(trigger.span) if is_verb(each))
        found = []
        for place, mention, token in near:
            how = _hangs_on(token, heads, verb)
            if how:
                found.append((FINENESS.get(place.precision, len(FINENESS)), abs(token.i - trigger.head), how,
                              place, mention))  # fmt: skip
        if not found:
            return None
        *_, how, place, mention = min(found, key=lambda each: each[:2])
        coded = Coded(
            value=place.id,
            evidence=(mention.span,),
            rule="participants.place-in-clause",
            reason=f"{mention.span.text!r} {how}.",
            confidence=OWN_CLAUSE,
        )
        return place, mention, coded

    def _in_sentence(
        self, trigger: Trigger, near: "list[tuple[Place, Mention, Token]]"
    ) -> tuple[Place, Mention, Coded[str]] | None:
        """The nearest place that a locative names anywhere in the sentence."""
        found = [
            (abs(token.i - trigger.head), place, mention)
            for place, mention, token in near
            if _puts_there(token)
        ]
        if not found:
            return None
        _, place, mention = min(found, key=lambda each: each[0])
        coded = Coded(
            value=place.id,
            evidence=(mention.span,),
            rule="participants.place-in-sentence",
            reason=f"{mention.span.text!r} is the nearest place that the sentence names.",
            confidence=SAME_SENTENCE,
        )
        return place, mention, coded


def _puts_there(token: "Token") -> bool:
    """Say whether a word puts something at a place: a preposition, or a verb that takes places."""
    if token.dep_ in ("dobj", "nsubjpass") and token.head.lemma_ in PLACE_OBJECTS:
        return True
    preposition = _locative(token)
    return preposition is not None and preposition not in LEADING_AWAY


def _locative(token: "Token") -> str | None:
    """Give the preposition that puts something at a place."""
    head = token.head
    if token.dep_ in ("appos", "conj", "compound", "nmod") and head != token:
        return _locative(head) if head.dep_ != "ROOT" and not is_verb(head) else None
    if token.dep_ == "pobj" and head.lower_ in locatives():
        return str(head.lower_)
    return None


def _hangs_on(token: "Token", heads: set[int], verb: "Token") -> str | None:
    """Say how a place hangs on one of the words; ``None`` if it does not."""
    near = {token.head.i, token.head.head.i}
    if token.dep_ == "dobj" and token.head.lemma_ in PLACE_OBJECTS and near & heads:
        return f"is the object of {token.head.text!r}"
    if token.dep_ == "nsubjpass" and token.head.i in heads and token.head.lemma_ in PLACE_OBJECTS:
        return f"is what was {token.head.text!r}"
    owns = token.dep_ in ("poss", "compound") and token.head.i in heads
    if owns and target_kind_of(token.head):
        return f"says where {token.head.text!r} is"
    preposition = _locative(token)
    if preposition is None:
        return None
    above = token
    while above.head.i != above.i and above.i not in heads:
        above = above.head
        if is_verb(above) and above.i not in heads and above.i != verb.i:
            return None
    if above.i not in heads:
        return None
    if preposition in LEADING_AWAY and preposition != "of":
        moves = preposition != "from" and above.lemma_ in MOVEMENTS
        return f"is where {above.text!r} leads" if moves else None
    return f"stands with {preposition!r} at {above.text!r}"
