"""Counts told by a noun: "five deaths", "the bodies of six men", "the death toll rose to 45"."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from dateline.document import Document
from dateline.numbers import Count, count_before, is_number_word, one, read_count
from dateline.stages.toll_counted import Counted, group_of, kinds_of, stands_alone
from dateline.stages.toll_grammar import uncounted
from dateline.stages.toll_words import TollWord, is_no_people, toll_words
from dateline.syntax import is_verb, negation_of

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Words between a gathering and those who make it up.
CROWD_WORDS = frozenset({"by", "of", "involving", "with"})
#: Prepositions before the value of a total, in the order of trust ("from 30 to 45").
TOTAL_PREPOSITIONS = ("to", "at", "of", "past", "above", "around")
#: Verbs that end what "hostages" tells.
FREEING = frozenset({"free", "release", "rescue", "liberate", "swap", "exchange"})
#: Verbs that give the size of a crowd ("put the turnout at 5,000").
SIZING = frozenset({"put", "estimate", "place", "count", "swell", "grow", "reach"})
#: At most this many tokens stand between a total and its value.
MAX_TOTAL_REACH = 14


def counts_of_noun(doc: Document, noun: "Token") -> Iterator[Counted]:
    """Read the tolls that a noun tells; most nouns tell none."""
    lemma = noun.lemma_.lower()
    if lemma in toll_words("noun"):
        yield from _of_noun(doc, noun)
    if lemma in toll_words("gathering"):
        yield from _of_gathering(doc, noun)
    if lemma in toll_words("total"):
        yield from _of_total(doc, noun)


def _of_noun(doc: Document, noun: "Token") -> Iterator[Counted]:
    """Read "five deaths", "no casualties", "12 bodies", "the killing of two priests"."""
    (_, entry), *_rest = toll_words("noun")[noun.lemma_.lower()]
    befallen = _befallen(doc, noun)
    if befallen is not None:
        person, count = befallen
        yield Counted(
            kinds_of(entry.kind), count, group_of(person, count), [noun, person], noun, entry.rule,
            f"Who stands after {noun.text!r} and 'of' is who was {kinds_of(entry.kind)[0].value}.",
        )  # fmt: skip
        return
    if entry.kind == "participants" and _is_harmed(noun):
        return
    if entry.kind == "abducted" and noun.head.lemma_.lower() in FREEING:
        return
    count_of_noun = count_before(doc, noun) or _none_of(doc, noun)
    if count_of_noun is None or not _tells_number(entry, count_of_noun):
        return
    group = [noun] if entry.kind in ("participants", "abducted") else []
    yield Counted(
        kinds_of(entry.kind), count_of_noun, group, [noun], noun, entry.rule,
        f"The noun {noun.text!r} counts {entry.sense}.",
    )  # fmt: skip


def _is_harmed(noun: "Token") -> bool:
    """Say whether other words say what befell these people: "arrested 40 protesters", "the injured
    demonstrators"; they are some of those who took part."""
    if any(child.dep_ == "amod" and child.lower_ in toll_words("state") for child in noun.children):
        return True
    verb = noun.head
    object_of = noun.dep_ in ("dobj", "nsubjpass") and verb.lemma_.lower() in toll_words("object")
    subject_of = noun.dep_ == "nsubj" and verb.lemma_.lower() in ("die", "perish", "succumb")
    return object_of or subject_of


def _tells_number(entry: TollWord, count: Count) -> bool:
    """Say whether a count of nouns is one of people: a lone "death" or "casualties" are not."""
    if entry.kind == "casualties":
        return count.high == 0
    if entry.kind == "participants":
        return (count.low or 0) >= 2 or count.high is not None
    return not count.best == count.high == 1 or count.span.text.lower() in ("one", "1")


def _befallen(doc: Document, noun: "Token") -> "tuple[Token, Count] | None":
    """Find who is counted behind "of": "the bodies of six men", "the murder of a priest"."""
    for prep in noun.children:
        if prep.dep_ != "prep" or prep.lower_ != "of":
            continue
        for person in prep.children:
            if person.dep_ == "pobj" and not is_no_people(person):
                count = _count_of(doc, person)
                return None if count is None else (person, count)
    return None


def _count_of(doc: Document, noun: "Token") -> Count | None:
    number = read_count(doc, noun) if stands_alone(noun) else count_before(doc, noun)
    return number or uncounted(doc, noun)


def _none_of(doc: Document, noun: "Token") -> Count | None:
    """Read "without casualties", "did not cause any deaths", "no deaths or injuries"."""
    above = noun.head
    cause = above.head if above.dep_ == "pcomp" else above
    if (above.lower_ == "without" and noun.dep_ == "pobj") or cause.lower_ == "without":
        return replace(one(doc, noun), low=0, best=0, high=0, rule="vague_numbers/no")
    if is_verb(above) and noun.dep_ in ("dobj", "nsubjpass", "attr") and negation_of(above):
        bare = not any(child.dep_ == "nummod" for child in noun.children)
        return (
            replace(one(doc, noun), low=0, best=0, high=0, rule="vague_numbers/no")
            if bare
            else None
        )
    if noun.dep_ == "conj" and above.pos_ == "NOUN":
        first = next((c for c in above.children if c.dep_ == "det" and c.lower_ == "no"), None)
        return _none_of(doc, above) if first is None else read_count(doc, first)
    return None


def _of_gathering(doc: Document, noun: "Token") -> Iterator[Counted]:
    """Read "a march by thousands of workers", "a crowd of 500"."""
    (_, entry), *_rest = toll_words("gathering")[noun.lemma_.lower()]
    for prep in noun.children:
        if prep.dep_ not in ("prep", "agent", "acl") or prep.lower_ not in CROWD_WORDS:
            continue
        for people in prep.children:
            if people.dep_ not in ("pobj", "dobj") or is_no_people(people):
                continue
            count = read_count(doc, people) if stands_alone(people) else count_before(doc, people)
            if count is not None and (count.low or count.high or 0) >= 2:
                yield Counted(
                    kinds_of(entry.kind), count, group_of(people, count), [noun, people], noun,
                    entry.rule, f"{prep.text!r} after {noun.text!r} tells how many took part.",
                )  # fmt: skip


def _of_total(doc: Document, noun: "Token") -> Iterator[Counted]:
    """Read "the death toll rose to 45", "a toll of 45"."""
    entry = _total_entry(noun)
    if entry is None or noun.dep_ == "compound":
        return
    if entry.kind == "participants" and noun.head.lemma_ not in SIZING:
        return
    value = _total_value(noun)
    count = None if value is None else read_count(doc, value)
    if count is None or value is None:
        return
    yield Counted(
        kinds_of(entry.kind), count, [], [noun, value], noun, entry.rule,
        f"The value given for {noun.text!r} is the count of all so far.",
    )  # fmt: skip


def _total_entry(noun: "Token") -> TollWord | None:
    """Match "toll", "death toll" and "number of * killed" at a noun; ``*`` is any word."""
    for words, entry in toll_words("total")[noun.lemma_.lower()]:
        window = noun.doc[noun.i : noun.i + len(words)]
        if all(
            word in ("*", each.lower_, each.lemma_.lower()) for each, word in zip(window, words)
        ):
            return entry
    return None


def _total_value(noun: "Token") -> "Token | None":
    """Find the number behind a total: after "to", "at", "of", else the first one in reach."""
    verb = noun.head if is_verb(noun.head) else noun
    last = min(noun.sent.end, noun.i + MAX_TOTAL_REACH)
    for wanted in TOTAL_PREPOSITIONS:
        for token in noun.doc[noun.i + 1 : last]:
            if token.lower_ == wanted:
                for each in noun.doc[token.i + 1 : min(token.i + 5, last)]:
                    if is_number_word(each):
                        return each
    if verb != noun:
        return next(
            (c for c in verb.children if c.i > verb.i and c.dep_ in ("dobj", "attr") and is_number_word(c)),
            None,
        )  # fmt: skip
    return None
