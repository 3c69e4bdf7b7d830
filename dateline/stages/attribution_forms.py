"""The forms that a clause under a cue may have: finite, infinitive, participle."""

from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Tags of verbs that make a clause.
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})

Form = Literal["object-to", "to", "ing"]


def is_finite(verb: "Token") -> bool:
    """Say whether a verb, or an auxiliary of it, has a tense."""
    return verb.tag_ in FINITE or any(child.tag_ in FINITE for child in verb.children)


def has_subject(verb: "Token") -> bool:
    """Say whether a verb has a subject of its own."""
    return any(child.dep_ in ("nsubj", "nsubjpass", "expl") for child in verb.children)


def form_of(clause: "Token") -> Form | None:
    """Name the form of a clause without a finite verb: ``to`` ("vowed to fight"), ``object-to``
    ("urged them to leave"), ``ing`` ("denied shelling"); ``None`` for any other."""
    if any(each.lower_ == "to" and each.dep_ == "aux" for each in clause.children):
        own = any(each.dep_ in ("nsubj", "nsubjpass") for each in clause.children)
        return "object-to" if own or objects_between(clause) else "to"
    return "ing" if clause.tag_ == "VBG" and clause.dep_ != "advcl" else None


def objects_between(clause: "Token") -> "list[Token]":
    """Give the objects that stand between a verb and a clause under it."""
    verb = clause.head
    return [
        each
        for each in verb.children
        if each.dep_ in ("dobj", "dative") and verb.i < each.i < clause.i
    ]


def has_infinitive(verb: "Token") -> bool:
    """Say whether an infinitive follows: in "went on to say", "went on" is not the cue."""
    return any(
        child.dep_ == "xcomp" and child.i > verb.i and form_of(child) == "to"
        for child in verb.children
    )
