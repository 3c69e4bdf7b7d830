"""Verdicts: "view X as a crime", and what a speaker says of something he speaks of."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dateline.stages.stances_found import (
    FIRST_PERSON,
    NO_TARGET,
    SOFT_MODALS,
    Found,
    Reading,
    between,
    issuer,
    may_be_target,
)
from dateline.stages.stances_words import Evaluation, evaluations, stance_patterns
from dateline.syntax import arguments_of, is_relative, is_verb, negation_of

if TYPE_CHECKING:
    from spacy.tokens import Token

COPULAS = frozenset({"be", "become", "remain", "seem", "appear", "constitute", "represent"})


def viewed(verb: "Token") -> Found | None:
    """Read "farmers view the army as an enemy", "called the strike a crime"."""
    args = arguments_of(verb)
    holder = next((arg.token for arg in args.at("subject") if not is_relative(arg.token)), None)
    verdict_word = next((arg.token for arg in args.at("as", "attribute")), None)
    target = next((arg.token for arg in args.at("object")), None)
    if verdict_word is None:
        small = next(
            (c for c in verb.children if c.dep_ in ("ccomp", "xcomp") and c.i > verb.i), None
        )
        if small is None or is_verb(small):
            return None
        verdict_word = small
        target = next((c for c in small.children if c.dep_ == "nsubj"), target)
    if target is None or holder is None or not may_be_target(target):
        return None
    verdict = _verdict(verdict_word)
    if verdict is None or negation_of(verb) is not None:
        return None
    entry = next(entry for words, entry in stance_patterns("view")[verb.lemma_.lower()])
    return Found(
        issuer(holder), target, verdict.polarity, verdict.strength,
        between(holder, verb, verdict_word), entry.rule,
        f"{verb.text!r} gives the verdict {verdict_word.text!r} ({verdict.rule}).",
    )  # fmt: skip


def _verdict(word: "Token") -> Evaluation | None:
    """Look a word up as a verdict: itself, or the adjective before it ("a barbaric act")."""
    part = "adjective" if word.pos_ == "ADJ" or word.tag_ in ("VBG", "VBN") else "noun"
    found = evaluations(part).get(word.lemma_.lower()) or evaluations(part).get(word.lower_)
    if found is not None:
        return found
    for child in word.children:
        if child.dep_ == "amod":
            found = evaluations("adjective").get(child.lower_)
            if found is not None:
                return found
    if part == "adjective":
        return evaluations("noun").get(word.lemma_.lower())
    return evaluations("adjective").get(word.lower_)


def judged(verb: "Token", reading: Reading) -> Iterator[Found]:
    """Read a verdict that a speaker gives: "the presence is illegal", "obstructs", "lacks …"."""
    by = reading.voice(verb)
    if by is None or (by.speaker is None and by.source is None):
        return
    target = _judged_subject(verb)
    if target is None or target.lower_ in NO_TARGET or target.lower_ in FIRST_PERSON:
        return
    judged = _verdict_of(verb)
    if judged is None:
        return
    word, verdict = judged
    polarity = verdict.polarity
    if negation_of(verb) is not None or negation_of(word) is not None:
        polarity = "opposes" if polarity == "supports" else "supports"
    soft = any(child.dep_ == "aux" and child.lower_ in SOFT_MODALS for child in verb.children)
    yield Found(
        None, target, polarity, "weak" if soft else verdict.strength,
        between(target, verb, word), verdict.rule,
        f"The speaker says {word.text!r} of it.", by,
    )  # fmt: skip


def _judged_subject(verb: "Token") -> "Token | None":
    for arg in arguments_of(verb).at("subject"):
        token = arg.token
        if token.pos_ in ("NOUN", "PROPN") or token.lower_ in ("they", "he", "she"):
            return token
    return None


def _verdict_of(verb: "Token") -> "tuple[Token, Evaluation] | None":
    lemma = verb.lemma_.lower()
    if lemma in COPULAS:
        for child in verb.children:
            if child.dep_ in ("attr", "acomp", "oprd") or (
                child.dep_ == "dobj" and lemma in ("constitute", "represent")
            ):
                found = _verdict(child)
                if found is not None:
                    return child, found
        return None
    if lemma == "lack":
        thing = next((child for child in verb.children if child.dep_ == "dobj"), None)
        found = None if thing is None else evaluations("lacked").get(thing.lemma_.lower())
        return None if thing is None or found is None else (thing, found)
    if verb.dep_ in ("amod", "xcomp", "acl", "advcl", "relcl") or any(
        child.dep_ in ("nsubjpass", "auxpass") or child.lower_ == "to" for child in verb.children
        if child.dep_ != "prep"
    ):  # fmt: skip
        return None
    last = next((c for c in verb.children if c.dep_ in ("dobj", "prep") and c.i > verb.i), None)
    return None if last is None else (last, evaluations("verb")[lemma])
