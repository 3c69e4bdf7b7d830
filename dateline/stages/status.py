"""Is the event told as real, under way, planned, threatened, demanded, possible, denied …?"""

from dataclasses import replace
from typing import TYPE_CHECKING

from dateline.document import Document
from dateline.records import (
    BlockKind,
    Coded,
    EventStatus,
    EventType,
    Span,
    Status,
    Time,
    TimexType,
    Trigger,
)
from dateline.stages.status_conditions import condition_of, is_conditional
from dateline.stages.status_own import Around, own_reading
from dateline.stages.status_reading import AHEAD, HOLDING, TOLD, Reading, made, under, within
from dateline.stages.status_scope import (
    CLAUSE,
    INFINITIVE,
    OBJECT,
    SUBJECT,
    Above,
    above,
    governor,
    has_to,
    is_definite,
    is_question,
)
from dateline.stages.status_words import operator, operators
from dateline.stages.times import day_of_writing
from dateline.syntax import is_verb

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Deeds that are done by saying so: "is calling for talks" has called for them.
DONE_BY_SPEAKING = frozenset(
    {
        EventType.AGREE, EventType.SUPPORT, EventType.CONCEDE, EventType.REQUEST,
        EventType.ACCUSE, EventType.REJECT, EventType.THREATEN,
    }
)  # fmt: skip

#: Rules of ``events_turned``: the refusal or threat is made by the very words.
TURNED = frozenset({"events.will-not", "events.will-if"})

#: Verbs of plans that make a deed known by telling of it: "announced the release of".
ANNOUNCING = frozenset({"announce", "declare", "proclaim"})

#: Clauses within clauses that are climbed at most; deeper ones come from broken parses.
DEEPEST = 25


def find_status(doc: Document) -> tuple[EventStatus, ...]:
    """Say for each trigger whether its event is told as real.

    Operators are read from outside in: "did not deny that it plans to attack" negates the denial,
    which leaves the plan, which makes the attack planned.  A quotation or report changes nothing:
    the event is real for the one who speaks, and ``Event.attributed_to`` says who that is.

    Args:
        doc: Must hold sentences, times and triggers.
    Returns:
        One EventStatus per trigger, in the order of the triggers; the operator that decided is the
        ``rule`` of its status (``status/id``), its words are the evidence.
    Source: ``lexicons/status.yml``; composition after Nairn, Condoravdi and Karttunen 2006.
    """
    reader = StatusReader(doc)
    found: list[EventStatus] = []
    for trigger in doc.records(Trigger):
        status, condition = reader.code(doc.parse[trigger.head])
        if trigger.rule in TURNED and status.value in (Status.DENIED, Status.PLANNED):
            status = _stated(status, trigger)
        if status.value is Status.ONGOING and trigger.type in DONE_BY_SPEAKING:
            status = replace(
                status, value=Status.ACTUAL, reason=f"{status.reason} Said, it is done."
            )
        found.append(EventStatus(event=trigger.id, status=status, condition=condition))
    return tuple(found)


def _stated(status: Coded[Status], trigger: Trigger) -> Coded[Status]:
    """Read "will not meet" and "will strike if" as what they are: done by being said."""
    reason = f'{trigger.span.text!r} with "will" is {trigger.type.value} by being said.'
    return replace(status, value=Status.ACTUAL, rule=trigger.rule, reason=reason)


def status_of(doc: Document, token: "Token") -> tuple[Coded[Status], Span | None]:
    """Say whether what one word tells is told as real, with the condition it hangs on, if any.

    Args:
        doc: Must hold sentences and times.
        token: Any verb, noun or adjective of event of ``doc.parse``.
    """
    return StatusReader(doc).code(token)


def certainty_at(doc: Document, token: "Token") -> float:
    """Say how sure the text lets one be that what a word tells is real, from -3 to 3 (FactBank's
    scale: CT- is -3, PS+ is 1, CT+ is 3)."""
    return StatusReader(doc).reading(token).certainty


class StatusReader:
    """Reads the predicates of one document; what was read once is kept."""

    def __init__(self, doc: Document) -> None:
        """Take the times of a document into account."""
        self._doc = doc
        self._around = _around(doc)
        self._known: dict[int, Reading] = {}

    def code(self, token: "Token") -> tuple[Coded[Status], Span | None]:
        """Give the status of a word with its proof, and its condition."""
        reading = self.reading(token)
        evidence = tuple(
            self._doc.span(word.idx, word.idx + len(word))
            for word in sorted(set(reading.words), key=lambda word: word.i)
        )
        status = Coded(
            value=reading.status,
            evidence=evidence or (self._doc.span(token.idx, token.idx + len(token)),),
            rule=reading.rule,
            reason=f"{token.text!r}: {reading.reason}.",
        )
        condition = self._doc.span_of(reading.condition) if reading.condition else None
        return status, condition

    def reading(self, token: "Token", depth: int = 0) -> Reading:
        """Read a word from the clauses around it inwards."""
        known = self._known.get(token.i)
        if known is None:
            outer = self._outer(token, depth) if depth < DEEPEST else TOLD
            known = self._joined(token, outer)
            self._known[token.i] = known
        return known

    def _joined(self, token: "Token", outer: Reading) -> Reading:
        sent = self._doc.sentence_at(token.idx)
        block = sent.block if sent else BlockKind.BODY
        reported = outer.rule in REPORTS
        own = own_reading(token, self._around, block, reported=reported)
        if own.rule == TOLD.rule and is_question(token):
            own = made(operator("question"), "possible", token, TOLD)
        condition = condition_of(token)
        if condition and is_conditional(token, own):
            own = made(operator("condition"), "hypothetical", token, own)
        reading = within(outer, own)
        return replace(reading, condition=tuple(condition)) if condition else reading

    def _outer(self, token: "Token", depth: int) -> Reading:
        """Give the reading that comes down to a word from the one it stands under."""
        place = above(token)
        if place is None:
            return TOLD
        reading = self.reading(place.word, depth + 1)
        marked = _marked(token, place, reading)
        if marked is not None:
            return marked
        said = _attribute(place) or place
        entry = governor(said)
        if entry is not None:
            told = entry.id in ABOUT_WHO or said.word.lemma_ in ANNOUNCING
            known = told and not is_verb(token) and is_definite(token)
            return TOLD if known else under(reading, entry, said.word)
        if _was_forced(place):
            return reading
        return _passed_down(token, place, reading)


def _was_forced(place: Above) -> bool:
    """Take "had to fire" for a deed: what one had to do is done."""
    verb = place.word
    return place.place == INFINITIVE and verb.lemma_ == "have" and verb.tag_ in ("VBD", "VBN")


def _attribute(place: Above) -> Above | None:
    """Give what is said of a subject or clause: "an attack *is unlikely*", "it *is false* that"."""
    if place.place not in (SUBJECT, CLAUSE, INFINITIVE) or place.word.lemma_ not in COPULAS:
        return None
    for child in place.word.children:
        if child.dep_ in ("acomp", "oprd", "attr"):
            found = Above(child, place.place)
            return found if governor(found) is not None else None
    return None


#: Operators that doubt who did it: "accused of the attack" leaves no doubt that there was one.
ABOUT_WHO = frozenset({"allege", "believe"})

COPULAS = frozenset({"be", "seem", "appear", "look", "remain", "become", "sound"})

REPORTS = frozenset({"status/say", "status/expect-clause", "status/know", "status/believe",
                     "status/promise", "status/deny"})  # fmt: skip


def _around(doc: Document) -> Around:
    writing, _ = day_of_writing(doc)
    sets: set[int] = set()
    ahead: set[int] = set()
    for time in doc.records(Time):
        if time.type is TimexType.SET:
            sets.update(token.i for token in doc.tokens_of(time.span))
        elif writing and time.start and time.start > writing:
            ahead.update(token.i for token in doc.tokens_of(time.span))
    return Around(frozenset(sets), frozenset(ahead))


def _marked(token: "Token", place: Above, reading: Reading) -> Reading | None:
    """Read what opens the clause or phrase of a word: "if", "whether", "to", "without"."""
    kind, _, mark = place.place.partition(":")
    if mark == "to":
        plain = Above(place.word, INFINITIVE)
        said = _attribute(plain) or plain
        entry = governor(said)
        if entry is not None:  # "it is impossible for them to enter"
            return under(reading, entry, said.word)
    if kind == "mark":
        return _adverbial_clause(token, mark, place, reading)
    if place.place == CLAUSE and _has_mark(token, "whether"):
        return made(operator("whether"), "possible", place.word, TOLD)
    entries = operators("preposition").get(place.place) or operators("preposition").get(
        _long_preposition(token)
    )
    if entries and governor(place) is None:
        return made(entries[0], entries[0].makes, token.head, TOLD)
    return None


def _has_mark(token: "Token", word: str) -> bool:
    return any(child.dep_ == "mark" and child.lower_ in (word, "if") for child in token.children)


def _long_preposition(token: "Token") -> str:
    """Give the longest preposition before a word: "in case of", "instead of"."""
    prep = token.head
    words = [prep.lower_]
    at = prep.i - 1
    while at >= 0 and len(words) < 4:
        words.insert(0, token.doc[at].lower_)
        if " ".join(words) in operators("preposition"):
            return " ".join(words)
        at -= 1
    return ""


def _adverbial_clause(token: "Token", mark: str, place: Above, reading: Reading) -> Reading:
    entries = operators("mark").get(mark)
    if entries:
        if entries[0].id == "purpose" and _only_to(token):
            return reading
        word = next((child for child in token.children if child.lower_ == mark), token)
        return made(entries[0], entries[0].makes, word, TOLD)
    present = token.tag_ in ("VBZ", "VBP", "VB")
    if reading.status in AHEAD and (present or not mark):
        return reading
    return reading if not mark and reading.status in OPEN else TOLD


#: Statuses that a participle ("…, killing many") shares with the verb above it; a denial it does
#: not share ("would not answer, citing the law").
OPEN = frozenset({Status.POSSIBLE, Status.HYPOTHETICAL})


def _only_to(token: "Token") -> bool:
    """Take "arrived only to find" for a fact."""
    first = min((child.i for child in token.children), default=token.i)
    return first > 0 and token.doc[first - 1].lower_ == "only"


def _passed_down(token: "Token", place: Above, reading: Reading) -> Reading:
    """Let the status of the word above reach a word for which it is no operator.

    Infinitives tell what is meant to be.  An event named by a definite phrase is taken as known
    whatever the clause says; an indefinite one shares the status of its clause.
    """
    if place.place == INFINITIVE:
        return _meant(token, place, reading)
    noun = not is_verb(token)
    if noun and place.place in (SUBJECT, OBJECT) or (noun and place.place not in ("", CLAUSE)):
        known = is_definite(token) or is_verb(place.word) is False
        return TOLD if known or reading.status in HOLDING else reading
    return reading


def _meant(token: "Token", place: Above, reading: Reading) -> Reading:
    perfect = any(child.dep_ == "aux" and child.lower_ == "have" for child in token.children)
    bare = token.tag_ == "VB" and not has_to(token)  # "they saw houses burn"
    if reading.status not in HOLDING or perfect or bare:
        return reading
    return replace(
        TOLD, status=Status.PLANNED, certainty=1.8, rule="status.infinitive", words=(place.word,),
        reason=f"the infinitive under {place.word.text!r} tells what is meant to be",
    )  # fmt: skip
