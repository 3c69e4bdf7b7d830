"""Counts of people at one word: who was counted, how many, and by which words."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from dateline.document import Document
from dateline.numbers import Count, count_before, one, read_count
from dateline.stages.toll_among import AMONG, HOLDING, counts_among
from dateline.stages.toll_counted import (
    ANYBODY,
    NOBODY,
    STAND_INS,
    Counted,
    counted_below,
    group_of,
    kinds_of,
    no_year,
    parts_of,
    stands_alone,
)
from dateline.stages.toll_grammar import uncounted
from dateline.stages.toll_nouns import counts_of_noun
from dateline.stages.toll_states import counts_of_state
from dateline.stages.toll_words import TollWord, is_no_people, is_people, toll_words
from dateline.syntax import arguments_of, is_relative, is_verb, negation_of
from dateline.word_classes import classes_of

if TYPE_CHECKING:
    from spacy.tokens import Token


def counts_at(doc: Document, token: "Token") -> Iterator[Counted]:
    """Read the tolls that one word tells; most words tell none."""
    lemma = token.lemma_.lower()
    if is_verb(token):
        if lemma in toll_words("object"):
            yield from _of_verb(doc, token, "object")
        if lemma in toll_words("subject"):
            yield from _of_verb(doc, token, "subject")
    if token.lower_ in toll_words("state") and token.dep_ != "compound":
        yield from counts_of_state(doc, token)
    if token.pos_ == "NOUN":
        yield from counts_of_noun(doc, token)
    if token.lower_ in AMONG or lemma in HOLDING:
        yield from counts_among(doc, token)


def _of_verb(doc: Document, verb: "Token", form: str) -> Iterator[Counted]:
    """Read "killed five soldiers" and "five soldiers died"; joined objects count one by one."""
    matched = _entry_at(verb, form)
    if matched is None:
        return
    wording, entry = matched
    for arg in arguments_of(verb).at(form):
        own = arg.token == verb or arg.token.lemma_.lower() in wording[1:]
        if own or is_relative(arg.token):
            continue
        count = _people_count(doc, arg.token, verb, entry)
        if count is None:
            continue
        told = Counted(
            kinds_of(entry.kind), count, group_of(arg.token, count), [verb, arg.token], verb, entry.rule,
            f"The {form} of {verb.text!r} is who was {entry.sense}.",
        )  # fmt: skip
        yield told
        yield from parts_of(doc, arg.token, told)


def _entry_at(verb: "Token", form: str) -> tuple[tuple[str, ...], TollWord] | None:
    """Match a verb and the words that must depend on it; the longest wording wins."""
    for words, entry in toll_words(form)[verb.lemma_.lower()]:
        below = {child.lower_ for child in verb.children} | {
            child.lemma_ for child in verb.children
        }
        if all(word in below for word in words[1:]):
            return words, entry
    return None


def _people_count(doc: Document, noun: "Token", verb: "Token", entry: TollWord) -> Count | None:
    """Read how many people a phrase names; ``None`` if it is no people or gives no number."""
    denied = negation_of(verb) is not None
    if denied:
        if noun.lower_ in ANYBODY:
            return replace(one(doc, noun), low=0, best=0, high=0, rule="vague_numbers/no")
        return None
    if noun.lower_ in NOBODY or (noun.lower_ == "one" and _before(noun) == "no"):
        return read_count(doc, noun) if noun.lower_ != "one" else read_count(doc, noun.nbor(-1))
    counted = counted_below(noun) if stands_alone(noun) else noun
    if counted is not None and not _may_be_people(counted, entry):
        return None
    if stands_alone(noun):
        return None if _has_own_state(noun, verb) else read_count(doc, noun)
    found = count_before(doc, noun)
    if found is not None:
        return no_year(found)
    return None if entry.kind == "participants" else uncounted(doc, noun)


def _has_own_state(number: "Token", verb: "Token") -> bool:
    """Say whether a number behind a verb belongs to the next word: "12 killed, 30 wounded"."""
    at = number.i + 1
    return (
        number.i > verb.i and at < number.sent.end and number.doc[at].lower_ in toll_words("state")
    )


def _may_be_people(noun: "Token", entry: TollWord) -> bool:
    """Say whether a noun is no thing; for a verb that also takes things, that it means people."""
    if is_no_people(noun):
        return False
    if not entry.people_only or is_people(noun) or noun.lemma_.lower() in STAND_INS:
        return True
    return bool(classes_of(noun) & {"people", "person", "police"})


def _before(token: "Token") -> str:
    return token.nbor(-1).lower_ if token.i else ""
