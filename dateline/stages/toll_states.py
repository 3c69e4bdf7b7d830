"""Counts beside a word of state: "left at least 12 dead and 30 wounded", "five are missing"."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dateline.document import Document
from dateline.numbers import Count, count_before, is_number_word, read_count
from dateline.stages.toll_counted import (
    Counted,
    group_of,
    kinds_of,
    no_year,
    parts_of,
    stands_alone,
)
from dateline.stages.toll_words import is_no_people, is_people, toll_words
from dateline.syntax import arguments_of

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Verbs whose object or subject is in a state: "left five dead", "are missing".
STATE_VERBS = frozenset({"leave", "be", "go", "remain", "report", "feel", "fear", "lie", "become"})


def counts_of_state(doc: Document, token: "Token") -> Iterator[Counted]:
    """Read "left at least 12 dead and 30 wounded", "five people are missing"."""
    if any(child.dep_ in ("nsubjpass", "auxpass", "dobj", "agent") for child in token.children):
        return
    (_, entry), *_rest = toll_words("state")[token.lower_]
    counted = _state_of(doc, token)
    if counted is None:
        return
    noun, count = counted
    group = [] if noun is None else [each for each in group_of(noun, count) if each != token]
    words = [token] if noun is None else [token, noun]
    told = Counted(
        kinds_of(entry.kind), count, group, words, token, entry.rule,
        f"{token.text!r} says what befell the people counted before it.",
    )  # fmt: skip
    yield told
    yield from parts_of(doc, noun or token, told)


def _state_of(doc: Document, token: "Token") -> "tuple[Token | None, Count] | None":
    """Find who is counted before a word of state: by the words, then by the parse."""
    if token.i == token.sent.start:
        return None
    previous = token.nbor(-1)
    if previous.is_quote and token.i - 1 > token.sent.start:
        previous = token.nbor(-2)  # "more than thirty" dead
    if previous.lower_ in ("others", "more", "other", "people") or is_people(previous):
        count = count_before(doc, previous)
        if count is None and previous.i > token.sent.start and is_number_word(previous.nbor(-1)):
            count = read_count(doc, previous.nbor(-1))
        return None if count is None else (previous, count)
    if is_number_word(previous) and previous.lower_ not in ("no", "many", "few"):
        following = token.nbor(1) if token.i + 1 < len(token.doc) else token
        people = token.dep_ == "amod" and following == token.head
        count = read_count(doc, previous)
        if count is None or no_year(count) is None or (people and is_no_people(token.head)):
            return None
        return (token.head if people else None, count)
    subject = next((c for c in token.children if c.dep_ == "nsubj"), None)
    if subject is not None and any(c.dep_ == "aux" and c.lemma_ == "be" for c in token.children):
        return _counted(doc, subject)
    if (
        token.dep_ in ("acomp", "oprd", "attr", "xcomp", "ccomp")
        and token.head.lemma_ in STATE_VERBS
    ):
        around = arguments_of(token.head)
        left = token.head.lemma_ == "leave" or around.passive
        for arg in around.at(*(("object", "subject") if left else ("subject",))):
            if not is_no_people(arg.token):
                return _counted(doc, arg.token)
    return None


def _counted(doc: Document, noun: "Token") -> "tuple[Token, Count] | None":
    """Give a word for people with its number, if it has one."""
    number = read_count(doc, noun) if stands_alone(noun) else None
    count = number or (None if is_no_people(noun) else count_before(doc, noun))
    return None if count is None else (noun, count)
