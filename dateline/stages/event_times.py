"""When did one event take place?  The time of its own clause before that of its sentence."""

from typing import TYPE_CHECKING

from dateline.document import Document
from dateline.records import Coded, Sentence, Time, TimexType, Trigger
from dateline.syntax import is_verb, predicate_of

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Trust in a time by how it hangs on the event; a first setting in order of strength, to be
#: fitted to measured shares.
OWN_CLAUSE = 0.9
SAME_SENTENCE = 0.6
CARRIED_ON = 0.4

#: Values that name no time: "now", "recently".
REFERENCES = frozenset({"PRESENT_REF", "PAST_REF", "FUTURE_REF"})

#: Verbs whose time is that of the saying, not of what is said.
SAYING = frozenset(
    {
        "say", "tell", "report", "add", "announce", "state", "declare", "claim", "write", "note",
        "confirm", "deny", "warn", "insist", "argue", "explain", "reveal", "quote", "allege",
    }
)  # fmt: skip


class TimeFinder:
    """Finds the times of a report's events, in text order of the triggers."""

    def __init__(self, doc: Document) -> None:
        """Index the datable time expressions of one Document."""
        self._doc = doc
        self._sentences = doc.records(Sentence)
        self._times = [
            (time, tokens[0])
            for time in doc.records(Time)
            if is_datable(time) and (tokens := doc.tokens_of(time.span))
        ]
        self._last: tuple[int, Time] | None = None  # paragraph, time

    def time_of(self, trigger: Trigger) -> Coded[str]:
        """Give the id of the time at which an event took place, with how it is known."""
        sentence = self._sentences[trigger.sentence]
        verb = predicate_of(self._doc.parse[trigger.head])
        near = [
            (time, _governor(token, time, self._doc))
            for time, token in self._times
            if sentence.first <= token.i < sentence.last
        ]
        found = self._in_clause(trigger, verb, near) or self._in_sentence(verb, near)
        if found is not None:
            time, coded = found
            self._last = (sentence.paragraph, time)
            return coded
        if self._last and self._last[0] == sentence.paragraph and verb.tag_ in ("VBD", "VBN"):
            time = self._last[1]
            return Coded(
                value=time.id,
                evidence=(time.span,),
                rule="participants.time-carried-on",
                reason=f"The sentence names no time; {time.span.text!r} was named for the event"
                " before it in the paragraph, and the tale goes on in the past.",
                confidence=CARRIED_ON,
            )
        return Coded(
            value=None,
            rule="participants.no-time",
            reason="Neither the sentence nor the event before it in the paragraph names a time.",
        )

    def _in_clause(
        self, trigger: Trigger, verb: "Token", near: "list[tuple[Time, Token]]"
    ) -> tuple[Time, Coded[str]] | None:
        """A time that hangs on the trigger, its noun or its verb."""
        own = {trigger.head, verb.i}
        for time, governor in near:
            if governor.i in own or _inside(governor, trigger.head):
                return time, Coded(
                    value=time.id,
                    evidence=(time.span,),
                    rule="participants.time-in-clause",
                    reason=f"{time.span.text!r} stands with {governor.text!r}.",
                    confidence=OWN_CLAUSE,
                )
        return None

    def _in_sentence(
        self, verb: "Token", near: "list[tuple[Time, Token]]"
    ) -> tuple[Time, Coded[str]] | None:
        """A time of the clause around, unless it is the time of saying so."""
        for time, governor in near:
            if governor.lemma_ in SAYING or not _above(governor, verb):
                continue
            return time, Coded(
                value=time.id,
                evidence=(time.span,),
                rule="participants.time-in-sentence",
                reason=f"{time.span.text!r} is the time of the clause around {verb.text!r}.",
                confidence=SAME_SENTENCE,
            )
        return None


def is_datable(time: Time) -> bool:
    """Say whether an expression can date an event: no duration, no set, no mere "now"."""
    if time.type in (TimexType.DURATION, TimexType.SET):
        return False
    return time.value not in REFERENCES


def _governor(token: "Token", time: Time, doc: Document) -> "Token":
    """Climb out of a time expression to the verb or noun that it stands with."""
    inside = {each.i for each in doc.tokens_of(time.span)}
    while token.head.i != token.i and (token.i in inside or token.dep_ in ("prep", "pobj")):
        if token.i not in inside and token.pos_ not in ("ADP", "SCONJ"):
            break
        token = token.head
    return token


def _inside(governor: "Token", head: int) -> bool:
    """Say whether a governor is a part of the phrase of a nominal trigger: "Monday's attack"."""
    while governor.head.i != governor.i and not is_verb(governor):
        if governor.i == head:
            return True
        governor = governor.head
    return governor.i == head


def _above(governor: "Token", verb: "Token") -> bool:
    """Say whether a governor is the verb or lies above it, or is joined to it."""
    at = verb
    while True:
        if at.i == governor.i:
            return True
        if at.head.i == at.i:
            return False
        at = at.head
