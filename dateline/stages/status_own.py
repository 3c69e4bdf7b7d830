"""What a predicate says about itself: its auxiliaries, negation, adverbs, adjectives, aspect."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dateline.records import BlockKind, Status
from dateline.stages.status_reading import TOLD, Reading, made
from dateline.stages.status_words import Operator, operator, operators
from dateline.syntax import is_verb

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Past tense forms of "be" and "have" among auxiliaries.
PAST_FORMS = frozenset({"was", "were", "had", "did"})
NEGATIONS = frozenset({"not", "n't", "n’t", "never", "nor", "neither", "no"})


@dataclass(frozen=True, slots=True)
class Around:
    """What the document says about a predicate's surroundings.

    ``sets``: numbers of tokens inside times that are sets ("every Friday"); ``ahead``: those inside
    times after the day of writing.
    """

    sets: frozenset[int]
    ahead: frozenset[int]


def own_reading(token: "Token", around: Around, block: BlockKind, *, reported: bool) -> Reading:
    """Read a predicate by the words that belong to it alone.

    Args:
        token: A verb, or a noun or adjective of event.
        reported: It stands under a verb of report in the past, so that "would" is a future.
    """
    if not is_verb(token):
        return _noun(token)
    helpers = auxiliaries(token)
    modal = _modal(token, helpers, reported=reported)
    negation = negation_word(token)
    if modal is not None:
        return _denied_modal(modal, negation) if negation is not None else modal
    if negation is not None:
        return _by(_negation_entry(negation), negation)
    return _adverbial(token) or _quantified(token) or _course(token, helpers, around, block)


def auxiliaries(token: "Token") -> list["Token"]:
    """Give a verb's auxiliaries; a joined verb of the same form shares those of the first."""
    own = [child for child in token.children if child.dep_ in ("aux", "auxpass")]
    if own or token.dep_ != "conj" or token.head.tag_ != token.tag_:
        return own
    subject = any(child.dep_ in ("nsubj", "nsubjpass") for child in token.children)
    return own if subject else auxiliaries(token.head)


def _by(entry: Operator, word: "Token", **change: float) -> Reading:
    reading = made(entry, entry.makes, word, TOLD)
    return replace(reading, **change) if change else reading  # type: ignore[arg-type]


def negation_word(token: "Token") -> "Token | None":
    """Give the word that negates a predicate, also "not … or", "neither … nor"."""
    for child in token.children:
        if child.dep_ == "neg" or (
            child.lower_ in NEGATIONS and child.dep_ in ("advmod", "preconj", "cc")
            and child.i < token.i
        ):  # fmt: skip
            return None if _not_only(child) or _until(token) else child
    if token.dep_ == "conj" and token.head.tag_ == token.tag_ and _joined_by_or(token):
        return negation_word(token.head)
    return None


def _not_only(word: "Token") -> bool:
    """Leave out "not only", which negates nothing."""
    after = word.nbor(1) if word.i + 1 < len(word.doc) else None
    return after is not None and after.lower_ in ("only", "just", "merely", "least")


def _until(token: "Token") -> bool:
    """Leave out "not … until": it says that something comes, only later."""
    return any(
        child.lower_ == "until"
        and child.dep_ == "prep"
        or child.dep_ == "advcl"
        and any(each.lower_ == "until" for each in child.children)
        for head in (token, *(each for each in token.children if each.dep_ == "xcomp"))
        for child in head.children
    )


def _joined_by_or(token: "Token") -> bool:
    return any(
        child.dep_ == "cc" and child.lower_ in ("or", "nor") for child in token.head.children
    )


def _negation_entry(word: "Token") -> Operator:
    return operator("no-noun") if word.lower_ == "no" else operator("not")


# ---------------------------------------------------------------- modals

#: Certainties of a modal with "have": "may have", "should have", "would have".
PERFECT = {"may": 0.9, "would": -0.6, "should": -0.8}
#: What a negated modal makes: "may not" stays possible, "must not" says nothing about the event.
DENIED_MODALS = {
    "may": (Status.POSSIBLE, -0.6), "should": (Status.HYPOTHETICAL, -0.8),
}  # fmt: skip


def _modal(token: "Token", helpers: list["Token"], *, reported: bool) -> Reading | None:
    known = operators("modal")
    for word in helpers:
        entries = known.get(word.lower_)
        if not entries or word.tag_ not in ("MD", "VBD", "VB", "VBP"):
            continue
        if word.lower_ in ("'d", "’d") and token.tag_ == "VBN":
            continue  # "he'd attacked" is "he had attacked"
        entry = entries[0]
        if entry.id == "would" and reported and not _is_perfect(helpers):
            return _future_in_past(word)
        if _is_perfect(helpers) and entry.id in PERFECT:
            return _by(entry, word, certainty=PERFECT[entry.id])
        if word.lower_ in ("can", "could") and negation_word(token) is not None:
            return _by(operator("not"), word)
        return _by(entry, word)
    return None


def _is_perfect(helpers: list["Token"]) -> bool:
    return any(word.lower_ in ("have", "'ve", "’ve") for word in helpers)


def _future_in_past(word: "Token") -> Reading:
    """Read "said that it would attack" as a plan: the future of the one who spoke."""
    reading = _by(operator("would"), word)
    reason = f"{word.text!r} under a report in the past is the future of the one who spoke"
    return replace(reading, status=Status.PLANNED, certainty=2.0, reason=reason)


def _denied_modal(modal: Reading, negation: "Token") -> Reading:
    name = modal.rule.removeprefix("status/")
    status, certainty = DENIED_MODALS.get(name, (Status.DENIED, -1.9))
    rule = modal.rule if name in DENIED_MODALS else operator("not").rule
    words = tuple(dict.fromkeys((*modal.words, negation)))
    said = " ".join(word.text for word in words)
    reason = f"{said!r} negates it" if status is Status.DENIED else f"{said!r} leaves it open"
    return replace(modal, status=status, certainty=certainty, rule=rule, reason=reason, words=words)


# ---------------------------------------------------------------- adverbs and quantifiers


def _adverbial(token: "Token") -> Reading | None:
    known = operators("adverb")
    for child in token.children:
        if child.dep_ in ("advmod", "npadvmod", "intj"):
            entries = known.get(child.lower_) or known.get(_with_first(child))
            if entries:
                return _by(entries[0], child)
    return None


def _with_first(word: "Token") -> str:
    """Give an adverb with the one before it: "no longer"."""
    first = next((child.lower_ for child in word.children if child.dep_ in ("neg", "advmod")), "")
    return f"{first} {word.lower_}" if first else ""


def _quantified(token: "Token") -> Reading | None:
    """Read "nobody attacked", "no soldier attacked", "attacked no one".

    "Made no comment" denies the comment, not the making: an object with "no" is read at its noun.
    """
    for child in token.children:
        if child.dep_ in ("nsubj", "nsubjpass") or (
            child.dep_ == "dobj" and child.lower_ in NO_ONE
        ):
            word = none_word(child)
            if word is not None:
                entry = operator("no-noun" if word.lower_ in ("no", "neither") else "nobody")
                return _by(entry, word)
    return None


#: Pronouns of nobody; as an object they deny the verb.
NO_ONE = frozenset({"nobody", "none", "no-one"})


def none_word(noun: "Token") -> "Token | None":
    """Give the word that makes a noun phrase one of none: "no soldier", "nobody", "none of them"."""
    if noun.lower_ in operators("quantifier") and noun.lower_ not in ("no", "neither"):
        return noun
    for child in noun.children:
        if child.dep_ in ("det", "neg", "advmod") and child.lower_ in ("no", "neither"):
            return child
    return None


# ---------------------------------------------------------------- aspect and habit


def _course(token: "Token", helpers: list["Token"], around: Around, block: BlockKind) -> Reading:
    """Read habit, the progressive, and a present tense with a time to come."""
    times = _time_tokens(token)
    forms = {word.lower_ for word in helpers}
    if not around.sets.isdisjoint(times):
        word = next(each for each in token.doc if each.i in around.sets and each.i in times)
        return _by(operator("every"), word)
    progressive = token.tag_ == "VBG" and forms & BE_FORMS
    if not around.ahead.isdisjoint(times) and not forms & PAST_FORMS and token.tag_ in PRESENT_TAGS:
        return _arranged(token)
    if progressive and not forms & PAST_FORMS and block is not BlockKind.TITLE:
        return _by(operator("progressive"), token)
    if is_imperative(token, helpers):
        return _by(operator("imperative"), token)
    return TOLD


BE_FORMS = frozenset({"is", "are", "am", "'s", "’s", "'re", "’re", "'m", "been", "be"})
PRESENT_TAGS = frozenset({"VBZ", "VBP", "VBG"})


def _arranged(token: "Token") -> Reading:
    return Reading(
        status=Status.PLANNED, certainty=2.0, rule="status.present-ahead", words=(token,),
        reason="the present tense with a time after the day of writing tells what is arranged",
    )  # fmt: skip


def _time_tokens(token: "Token") -> set[int]:
    """Give the numbers of the words by which a predicate is placed in time."""
    found: set[int] = set()
    for child in token.children:
        if child.dep_ in ("npadvmod", "advmod", "tmod", "dobj"):
            found.add(child.i)
            found.update(each.i for each in child.children if each.dep_ in ("det", "advmod"))
        elif child.dep_ == "prep":
            found.update(each.i for each in child.children if each.dep_ == "pobj")
    return found


def is_imperative(token: "Token", helpers: list["Token"]) -> bool:
    """Say whether a verb is a bare order: "Attack the town!"."""
    if token.tag_ != "VB" or helpers or token.dep_ not in ("ROOT", "ccomp"):
        return False
    subject = any(child.dep_ in ("nsubj", "nsubjpass", "expl", "mark") for child in token.children)
    begins = all(child.i > token.i or child.is_punct or child.dep_ in ("advmod", "intj", "neg")
                 for child in token.children)  # fmt: skip
    return not subject and begins and (token.dep_ == "ROOT" or token.head.i > token.i)


# ---------------------------------------------------------------- nouns


def _noun(token: "Token") -> Reading:
    """Read a noun of event by "no" before it and by its adjectives."""
    word = none_word(token)
    if word is not None:
        return _by(operator("no-noun"), word)
    for child in _adjectives(token):
        entries = operators("adjective").get(child.lower_)
        if entries:
            return _by(entries[0], child)
    if token.tag_ in ("JJ", "VBN"):
        negation = negation_word(token)
        if negation is not None:
            return _by(operator("not"), negation)
    return TOLD


def _adjectives(token: "Token") -> Iterator["Token"]:
    for child in token.children:
        if child.dep_ in ("amod", "compound", "nmod") and child.i < token.i:
            yield child
