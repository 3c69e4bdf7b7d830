"""Which words tell an event, and of which PLOVER type?"""

from typing import TYPE_CHECKING

from dateline.document import Document
from dateline.frames import FrameIndex, load_frames
from dateline.records import EventType, Sentence, Trigger, key
from dateline.stages.events_evidence import evidence_of, modes_of, series_of
from dateline.stages.events_figurative import is_figurative
from dateline.stages.events_matching import Match, matches_at
from dateline.stages.events_operators import Reading, read_match
from dateline.stages.events_slots import slots_of
from dateline.stages.events_told import is_told
from dateline.stages.events_turned import REFUSAL, turned
from dateline.syntax import conjuncts, is_verb

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Types that stay events of their own inside the topic of a demand: "an inquiry into the killing".
BEFALLING = frozenset({EventType.ASSAULT, EventType.COERCE, EventType.PROTEST, EventType.SANCTION})

#: Types of which a noun that only mentions an event ("condemned the attack") is a trigger too: it
#: may say more of an event told elsewhere.  A mere mention of aid, support or a deployment mostly
#: is a state of things ("the deployment of foreign troops must be reviewed").
MENTIONED = BEFALLING | {EventType.CONSULT, EventType.RETREAT}

#: How a verb that spells out another one hangs on it.
SPELLING_OUT = frozenset({"acl", "xcomp", "pcomp", "ccomp", "advcl"})

#: What a protest is for is no event beside it (PLOVER manual, section on PROTEST).
TOPICS_OF_PROTEST = frozenset({EventType.REQUEST, EventType.ACCUSE, EventType.REJECT})


def find_triggers(doc: Document) -> tuple[Trigger, ...]:
    """Find the words that tell events, coded with type, modes and slots.

    One Trigger per told event mention, in text order.  A word that is part of a longer pattern, and
    the event below an operator ("refused to *meet*", "called for the *release*"), is no trigger of
    its own.  Words that fit no frame are not coded: plain statements, weather, sport and business
    have none.

    Args:
        doc: Must hold sentences.
    Returns:
        Triggers in the order of their spans; empty if the report tells no event.
    Raises:
        LexiconError: A frame file is not well formed.
    Source: ``lexicons/frames/*.yml``; operators after PETRARCH (Norris, Schrodt and Beieler 2017).
    """
    frames = load_frames()
    found: list[Trigger] = []
    for sent in doc.records(Sentence):
        for match, reading in _in_sentence(doc, sent, frames):
            if reading.type in MENTIONED or is_told(match.head):
                found.append(_trigger(doc, sent, match, reading))
    return tuple(sorted(found, key=lambda each: (each.span.start, each.span.end, each.type)))


def _in_sentence(doc: Document, sent: Sentence, frames: FrameIndex) -> list[tuple[Match, Reading]]:
    readings: list[tuple[Match, Reading]] = []
    for token in doc.parse[sent.first : sent.last]:
        if token.is_space or token.is_punct:
            continue
        found = _read_token(token, frames)
        if found:
            readings.append(found)
    return _without_parts(readings)


def _read_token(token: "Token", frames: FrameIndex) -> tuple[Match, Reading] | None:
    for match in matches_at(token, frames):
        reading = read_match(match, frames)
        if reading and not is_figurative(match, reading.type):
            return match, turned(match, reading)
    return None


def _without_parts(readings: list[tuple[Match, Reading]]) -> list[tuple[Match, Reading]]:
    """Drop matches whose main word is part of a longer match or is below an operator."""
    taken: set[int] = set()
    for match, reading in readings:
        taken.update(word.i for word in match.words if word != match.head)
        if reading.content is not None:
            taken.update(
                each.i for word in (reading.content.head, *reading.content.words)
                for each in conjuncts(word)
            )  # fmt: skip
    kept = [(match, reading) for match, reading in readings if match.head.i not in taken]
    return [each for each in kept if not any(_repeats(each, other) for other in kept)]


def _repeats(inner: tuple[Match, Reading], outer: tuple[Match, Reading]) -> bool:
    """Say whether a match only spells out another ("made excuses to avoid", "call for the review of
    the *deployment*")."""
    head, (match, reading) = inner[0].head, outer
    if head.i == match.head.i:
        return False
    if head.dep_ in SPELLING_OUT and head.head in (*match.words, match.support):
        if inner[1].type is reading.type and (head.dep_ != "advcl" or _is_infinitive(head)):
            return True
        if reading.type is EventType.PROTEST and inner[1].type in TOPICS_OF_PROTEST:
            return True
    topic = reading.content_head
    return (
        topic is not None
        and inner[1].type not in BEFALLING
        and not is_verb(topic)
        and topic.is_ancestor(head)
        and head.dep_ == "pobj"
    )


def _is_infinitive(verb: "Token") -> bool:
    return any(child.tag_ == "TO" for child in verb.children)


def _trigger(doc: Document, sent: Sentence, match: Match, reading: Reading) -> Trigger:
    words = match.words if match.support is None else (match.support, *match.words)
    span = doc.span_of(words)
    return Trigger(
        id=key("evt", doc.report.id, span.start, span.end, reading.type.value, match.head.i),
        span=span,
        head=match.head.i,
        sentence=sent.index,
        type=reading.type,
        modes=modes_of(doc, match, reading),
        series=series_of(doc, match),
        evidence=evidence_of(doc, match),
        slots=slots_of(doc, match, reading),
        told=is_told(match.head),
        rule=rule_of(match, reading),
        reason=_reason(match, reading),
    )


def rule_of(match: Match, reading: Reading) -> str:
    """Name the frame that decided, or the rule by which a refusal or condition turned its type."""
    return reading.turned or match.pattern.rule


def _reason(match: Match, reading: Reading) -> str:
    wording = " ".join(word.text for word in match.words)
    sense = match.pattern.frame.sense
    told = f"{wording!r} tells {reading.type.value}: {sense}"
    if reading.content is not None:
        below = " ".join(word.text for word in reading.content.words)
        return f"{told}; what it is about is {below!r}."
    if reading.turned is not None:
        how = 'refused ("will not")' if reading.turned == REFUSAL else "made to hang on a condition"
        kind = match.pattern.type or "an event"
        return f"{wording!r} would be {kind}, but it is {how}: {reading.type.value}."
    return f"{told}."
