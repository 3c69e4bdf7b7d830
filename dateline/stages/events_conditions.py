"""Do the words around a pattern keep the conditions of its frame?"""

from typing import TYPE_CHECKING

from dateline.frames import Frame
from dateline.syntax import Argument
from dateline.word_classes import WILD, classes_of, lemma_of

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dateline.stages.events_matching import Match

#: Classes that "it" or "that" may stand for; "it" is no bomber and no missile without more.
OPEN_CLASSES = frozenset({"<org>", "<state>", "<thing>", "<territory>", "<demand>", "<document>"})

NOUN_POS = frozenset({"NOUN", "PROPN"})


def fits(found: "Match") -> bool:
    """Say whether the fillers of a match keep the conditions of its frame."""
    frame = found.pattern.frame
    if not found.at(frame.needs) and _is_needy(found, frame):
        return False
    if frame.topic_is and not _is_one(found.at(frame.topic), frame.topic_is):
        return False
    if frame.topic_not and not _is_none(found.at(frame.topic), frame.topic_not):
        return False
    if frame.follows and not _follows(found):
        return False
    subjects = found.at(("subject",) if found.verbal else frame.noun_actor)
    objects = found.at(_object_places(found))
    nouns = [word for word in found.words if word.pos_ in NOUN_POS]
    if not all(_modifiers_fit(noun, frame) for noun in nouns):
        return False
    return (
        _is_agent(subjects, frame.subject_is)
        and _is_none(subjects, frame.subject_not)
        and _is_party(objects, frame.object_is)
        and _is_none(objects, frame.object_not)
    )


#: Words of the report before a match among which what it goes on with is looked for.
REACH_BACK = 200


def _follows(found: "Match") -> bool:
    """Say whether the nearest word before that tells what is meant is one of the wanted ones."""
    frame, first = found.pattern.frame, min(word.i for word in found.words)
    for token in reversed(found.head.doc[max(0, first - REACH_BACK) : first]):
        if token.pos_ in NOUN_POS:
            if _belongs(token, frame.follows):
                return True
            if _belongs(token, frame.follows_not):
                return False
    return False


def _is_needy(found: "Match", frame: Frame) -> bool:
    """Say whether the frame's needs hold for this wording: a noun or verb that is part of a verb
    pattern stands for the object that the verb alone would need."""
    if not frame.needs:
        return False
    if not found.verbal or frame.operator is not None or frame.needs == ("subject",):
        return True
    return all(word.pos_ in ("ADP", "ADV", "PART", "SCONJ") for word in found.words[1:])


def _object_places(found: "Match") -> tuple[str, ...]:
    """Give the places whose fillers the conditions on the object speak of; none stands in for an
    object that is itself a word of the pattern ("*allow relief* to the camp")."""
    frame = found.pattern.frame
    if not found.verbal:
        return frame.noun_recipient
    if any(word.dep_ in ("dobj", "nsubjpass") for word in found.words[1:]):
        return ("object", "of")
    return ("object", "indirect", *frame.recipient)


def _modifiers_fit(noun: "Token", frame: Frame) -> bool:
    before = [
        child for child in noun.children if child.dep_ in ("compound", "amod", "nmod", "nummod")
    ]
    if frame.modifier_is and not any(_belongs(each, frame.modifier_is) for each in before):
        return False
    return not any(_belongs(each, frame.modifier_not) for each in before)


def _is_one(fillers: tuple[Argument, ...], wanted: tuple[str, ...]) -> bool:
    return (
        not wanted or not fillers or any(_belongs(arg.token, wanted, wild=True) for arg in fillers)
    )


def _is_agent(fillers: tuple[Argument, ...], wanted: tuple[str, ...]) -> bool:
    """Like ``_is_one``; where people or bodies are wanted, a noun of no known class will do."""
    if "<org>" in wanted and any(not classes_of(arg.token) for arg in fillers):
        return True
    return _is_one(fillers, wanted)


def _is_party(fillers: tuple[Argument, ...], wanted: tuple[str, ...]) -> bool:
    """Like ``_is_one``; where people are wanted, a noun of no known class will do ("arrested nine
    *kotwals*"): most words for groups are in no list."""
    if "<people>" in wanted and any(
        not classes_of(arg.token) and arg.token.pos_ in NOUN_POS for arg in fillers
    ):
        return True
    return _is_one(fillers, wanted)


def _is_none(fillers: tuple[Argument, ...], banned: tuple[str, ...]) -> bool:
    return not banned or not any(_belongs(arg.token, banned) for arg in fillers)


def _belongs(token: "Token", wanted: tuple[str, ...], *, wild: bool = False) -> bool:
    if wild and token.lower_ in WILD and not OPEN_CLASSES.isdisjoint(wanted):
        return True
    classes = classes_of(token)
    lemma = lemma_of(token)
    return any(
        each[1:-1] in classes if each.startswith("<") else lemma == each or token.lower_ == each
        for each in wanted
    )
