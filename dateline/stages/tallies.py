"""Which counts of incidents over a period does the report give?

"58 attacks since 17 October", "more than 20 rocket attacks this month", "the third such attack in a
week".  A count without a period ("two attacks on Monday") tells events, no tally.
"""

from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Literal

from dateline.document import Document
from dateline.extent import wide_phrase
from dateline.lexicons.load import Entry, load_lexicon
from dateline.mentions import actors_by_head
from dateline.numbers import Count, count_before, is_number_word, one, read_count
from dateline.records import (
    Actor,
    Attribution,
    EventType,
    Mention,
    Participants,
    Precision,
    Sentence,
    Span,
    Tally,
    Time,
    TimexType,
    Trigger,
    key,
)
from dateline.stages.same_event_kinship import named_word
from dateline.syntax import arguments_of, predicate_of
from dateline.voice import voice_of

if TYPE_CHECKING:
    from spacy.tokens import Token

ORDINALS = {
    word: value
    for value, word in enumerate(
        ["second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth"],
        start=2,
    )
}  # fmt: skip
#: Precisions that are longer than the day of one incident.
PERIODS = frozenset(
    {
        Precision.WEEK, Precision.WEEKEND, Precision.MONTH, Precision.SEASON, Precision.QUARTER,
        Precision.HALF, Precision.YEAR, Precision.DECADE, Precision.CENTURY,
    }
)  # fmt: skip
#: Verbs that count for themselves, so that no period need be said.
COUNTING = frozenset({"record", "register", "document", "count", "log", "tally", "number", "total"})
#: A tally counts incidents; one alone is an event.
LEAST = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class TallyWord(Entry):
    """An entry of ``tally_words.yml``; its head comment explains the keys."""

    kind: Literal["incident", "period"]
    words: tuple[str, ...]
    type: EventType | None = None

    @property
    def rule(self) -> str:
        """The name by which records cite the entry."""
        return f"tally_words/{self.id}"


@dataclass(frozen=True, slots=True)
class _Period:
    """What makes it a count over a period: times, words, or a verb of counting."""

    since: str | None
    as_of: str | None
    spans: tuple[Span, ...]
    rule: str | None


@dataclass(frozen=True, slots=True)
class _Code:
    """What the counted noun is: type, place of the event that it tells, and the rule."""

    type: EventType | None
    place: str | None
    rule: str


def find_tallies(doc: Document) -> tuple[Tally, ...]:
    """Find counts of incidents over a period, with the times that bound it and who counts.

    ``since`` is the time that opens or names the period, ``as_of`` the day up to which is counted;
    ``counted_by`` the subject of a verb of counting; ``toll`` stays empty.

    Args:
        doc: Must hold sentences, times, actors, attributions, triggers and participants.
    Returns:
        One Tally per counted noun, in text order.
    """
    triggers = {named_word(doc, each).i: each for each in doc.records(Trigger)}
    triggers |= {each.head: each for each in doc.records(Trigger)}
    places = {each.event: each.place.value for each in doc.records(Participants)}
    actors = actors_by_head(doc)
    found: list[Tally] = []
    for sentence in doc.records(Sentence):
        for noun in doc.parse[sentence.first : sentence.last]:
            code = _code(noun, triggers, places) if noun.pos_ == "NOUN" else None
            count = _count(doc, noun) if code is not None else None
            if code is None or count is None:
                continue
            period = _period(doc, sentence, noun)
            if period is not None:
                found.append(
                    replace(
                        _tally(doc, noun, count, period, code), counted_by=_counter(noun, actors)
                    )
                )
    return tuple(sorted(found, key=lambda tally: (tally.evidence.start, tally.evidence.end)))


def _code(
    noun: "Token", triggers: dict[int, Trigger], places: dict[str, str | None]
) -> _Code | None:
    """Give what a counted noun is: the event frame's type where one fits, else the lexicon's.

    "Attacked 58 times" counts what the verb tells.
    """
    told = noun.head if noun.lemma_.lower() == "time" and noun.dep_ == "npadvmod" else noun
    trigger = triggers.get(told.i)
    word = _incidents().get(noun.lemma_.lower())
    if word is None and trigger is None:
        return None
    rule = word.rule if word is not None else "tallies.counted-event"
    if trigger is None:
        return _Code(None if word is None else word.type or _type_beside(noun), None, rule)
    return _Code(trigger.type, places.get(trigger.id), rule)


def _type_beside(noun: "Token") -> EventType | None:
    """Give the type of the word before a general noun: "shooting incidents"."""
    for child in noun.children:
        beside = _incidents().get(child.lemma_.lower()) or _incidents().get(child.lower_)
        if child.dep_ in ("compound", "amod") and beside is not None:
            return beside.type
    return None


def _count(doc: Document, noun: "Token") -> Count | None:
    """Read how many: a number of two or more, or an ordinal ("the third such attack")."""
    for child in noun.children:
        value = ORDINALS.get(child.lower_)
        if value is not None and child.i < noun.i and child.dep_ in ("amod", "nummod"):
            made = one(doc, child)
            return Count(
                low=value, best=value, high=value, hedge=None, span=made.span, rule=None,
                first=made.first, last=made.last,
            )  # fmt: skip
    if noun.tag_ not in ("NNS", "NN"):
        return None
    found = _behind(doc, noun) or count_before(doc, noun)
    top = None if found is None else (found.high if found.low is None else found.low)
    return found if found is not None and top is not None and top >= LEAST else None


def _behind(doc: Document, noun: "Token") -> Count | None:
    """Read "the number of attacks rose to 58"."""
    of = noun.head
    if noun.dep_ != "pobj" or of.lower_ != "of" or of.head.lemma_ not in ("number", "total"):
        return None
    verb = predicate_of(of.head)
    for child in verb.children:
        if child.i > noun.i and child.dep_ == "prep" and child.lower_ in ("to", "at"):
            number = next((each for each in child.subtree if is_number_word(each)), None)
            return None if number is None else read_count(doc, number)
    return None


# ---------------------------------------------------------------- the period


def _period(doc: Document, sentence: Sentence, noun: "Token") -> _Period | None:
    since: Time | None = None
    as_of: Time | None = None
    for time in doc.records(Time):
        if not (sentence.span.start <= time.span.start < sentence.span.end):
            continue
        before = doc.text[max(sentence.span.start, time.span.start - 12) : time.span.start].lower()
        text = time.span.text.lower()
        if (
            before.split()[-2:] == ["as", "of"]
            or before.split()[-1:] == ["by"]
            or text.startswith("as of")
        ):
            as_of = as_of or time
        elif _opens(time, before) or _is_long(time):
            since = since or time
    words = _period_words(doc, sentence)
    if since is None and words is None and not _is_counting(noun):
        return None
    spans = tuple(time.span for time in (since, as_of) if time is not None)
    if words is not None:
        spans = (*spans, words[0])
    return _Period(
        since.id if since else None,
        as_of.id if as_of else None,
        spans,
        words[1].rule if words is not None and since is None else None,
    )


def _opens(time: Time, before: str) -> bool:
    return (
        time.open_end
        or before.split()[-1:] == ["since"]
        or time.span.text.lower().startswith("since")
    )


def _is_long(time: Time) -> bool:
    if time.type in (TimexType.DURATION, TimexType.SET):
        return True
    return time.type is TimexType.DATE and time.precision in PERIODS


def _period_words(doc: Document, sentence: Sentence) -> tuple[Span, TallyWord] | None:
    text = sentence.span.text.lower()
    for words, entry in _period_entries():
        at = text.find(words)
        while at >= 0:
            end = at + len(words)
            whole = (at == 0 or not text[at - 1].isalnum()) and not text[end : end + 1].isalnum()
            start = sentence.span.start + at
            if whole and doc.text[start : start + len(words)].lower() == words:
                return doc.span(start, start + len(words)), entry
            at = text.find(words, end)
    return None


def _is_counting(noun: "Token") -> bool:
    return predicate_of(noun).lemma_.lower() in COUNTING


def _counter(noun: "Token", actors: dict[int, tuple[Actor, Mention]]) -> str | None:
    """Give who counted: the subject of "has recorded 27 raids", the agent of "were recorded by"."""
    if not _is_counting(noun):
        return None
    for arg in arguments_of(predicate_of(noun)).at("subject"):
        if arg.token.i in actors and arg.token != noun:
            return actors[arg.token.i][0].id
    return None


# ---------------------------------------------------------------- the record


def _tally(doc: Document, noun: "Token", count: Count, period: _Period, code: _Code) -> Tally:
    what = _what(noun, count, period)
    number = doc.parse[count.first : count.last]
    near = [span for span in period.spans if span.start >= doc.parse[noun.sent.start].idx]
    start = min([number.start_char, noun.idx, *(span.start for span in near)])
    end = max([number.end_char, *(each.idx + len(each) for each in what), *(s.end for s in near)])
    evidence = doc.span(start, end)
    return Tally(
        id=key("tal", doc.report.id, evidence.start, evidence.end, noun.i),
        low=count.low,
        best=count.best,
        high=count.high,
        what=doc.span_of(what or [noun]),
        type=code.type,
        place=code.place,
        since=period.since,
        as_of=period.as_of,
        by=voice_of(doc.span_of([noun]), doc.records(Attribution)),
        toll=(),
        evidence=evidence,
        rule=period.rule or code.rule,
        reason=_reason(noun, count, period, code),
    )


def _reason(noun: "Token", count: Count, period: _Period, code: _Code) -> str:
    """Say why it is a tally, with the entries that the rule does not name."""
    others = [each for each in (code.rule if period.rule else None, count.rule) if each]
    told = f"{count.span.text!r} counts {noun.text!r} over a period"
    return f"{told} ({', '.join(others)})." if others else f"{told}."


def _what(noun: "Token", count: Count, period: _Period) -> "list[Token]":
    """Give the words for what is counted, without number, article and period."""
    if noun.lemma_.lower() == "time":
        return [noun.head]
    tokens = [
        each for each in wide_phrase(noun)
        if not count.first <= each.i < count.last and each.dep_ != "det"
        and (each.i >= count.last or count.first > noun.i)
    ]  # fmt: skip
    return _without_times(tokens, period.spans, noun)


def _without_times(what: "list[Token]", spans: tuple[Span, ...], noun: "Token") -> "list[Token]":
    """Cut the words of the period off the end: "attacks since 17 October" counts attacks."""
    for at, token in enumerate(what):
        if token.i > noun.i and any(
            span.start <= token.idx < span.end or token.idx < span.start <= token.right_edge.idx
            for span in spans
            if token.dep_ in ("prep", "npadvmod", "mark", "advmod")
            or span.start <= token.idx < span.end
        ):
            return what[:at]
    return what


@cache
def _incidents() -> dict[str, TallyWord]:
    return {
        word: entry
        for entry in load_lexicon("tally_words", TallyWord)
        if entry.kind == "incident"
        for word in entry.words
    }


@cache
def _period_entries() -> tuple[tuple[str, TallyWord], ...]:
    return tuple(
        (words, entry)
        for entry in load_lexicon("tally_words", TallyWord)
        if entry.kind == "period"
        for words in sorted(entry.words, key=lambda each: (-len(each), each))
    )
