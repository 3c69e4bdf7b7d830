"""The two sides of a causal statement as stretches of text, and what softens the statement."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from dateline.extent import wide_clause, wide_phrase
from dateline.stages.movement import Movement, movement_of
from dateline.syntax import first_conjunct, is_verb, negation_of, predicate_of

if TYPE_CHECKING:
    from spacy.tokens import Token

Modality = Literal["asserted", "conditional", "possible"]

#: Modal verbs that leave open whether it comes so.
POSSIBLE_MODALS = frozenset({"may", "might", "could", "would", "can", "should"})
#: Adverbs that do the same.
POSSIBLE_ADVERBS = frozenset(
    {"perhaps", "possibly", "probably", "maybe", "likely", "potentially", "apparently", "allegedly"}
)
#: Verbs above an infinitive that leave open whether it comes so.
OPEN_VERBS = frozenset(
    {
        "threaten", "risk", "expect", "hope", "fear", "seem", "appear", "tend", "want", "aim",
        "intend", "plan", "try", "seek", "likely", "set", "bind", "suspect", "believe",
    }
)  # fmt: skip
CONDITION_MARKS = frozenset({"if", "unless", "should", "provided"})


@dataclass(frozen=True, slots=True)
class Link:
    """One causal statement as tokens, before it becomes a record."""

    cause: "list[Token]"
    effect: "list[Token]"
    cue: "list[Token]"
    sign: str
    modality: Modality
    rule: str
    reason: str


def side(head: "Token", *, without: Iterable["Token"] = ()) -> "list[Token]":
    """Give the clause of a verb or the wide phrase of anything else."""
    if is_verb(head) and head.dep_ not in ("amod", "compound"):
        return wide_clause(head, without=without)
    return wide_phrase(head, without=without)


def moved(effect: "Token", *, sign: str) -> "tuple[Token, str] | None":
    """Give the subject of an intransitive movement with the sign that it takes.

    "Trust is diminishing in light of the war": the effect of the war is on trust, and it is less
    of it (−).  Only for clauses whose verb tells nothing but the movement.
    """
    movement: Movement | None = movement_of(effect)
    if movement is None or movement.direction not in ("up", "down"):
        return None
    falls = movement.direction == "down"
    return movement.subject, ("-" if falls == (sign == "+") else "+")


def is_denied(verb: "Token") -> bool:
    """Say whether the causal statement itself is negated ("did not lead to")."""
    if negation_of(verb) is not None or negation_of(first_conjunct(verb)) is not None:
        return True
    subjects = [child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")]
    return any(negation_of(each) is not None for each in subjects)


def modality_of(verb: "Token") -> Modality:
    """Read how far the text commits itself: asserted, possible ("could lead to"), conditional."""
    chain = [verb]
    while chain[-1].dep_ in ("xcomp", "conj", "acomp") and len(chain) < 4:
        chain.append(chain[-1].head)
    for at, each in enumerate(chain):
        if at and each.lemma_.lower() in OPEN_VERBS and verb.dep_ != "conj":
            return "possible"
        for child in each.children:
            if child.dep_ == "aux" and child.lower_ in POSSIBLE_MODALS:
                return "conditional" if _has_condition(verb) else "possible"
            if child.dep_ == "advmod" and child.lower_ in POSSIBLE_ADVERBS:
                return "possible"
    return "conditional" if _has_condition(verb) else "asserted"


def _has_condition(verb: "Token") -> bool:
    """Say whether the verb stands in or under a condition: "if …" around it or beside it."""
    first = first_conjunct(verb)
    if any(child.dep_ == "mark" and child.lower_ in CONDITION_MARKS for child in first.children):
        return True
    return any(
        child.dep_ == "advcl" and any(
            each.dep_ == "mark" and each.lower_ in CONDITION_MARKS for each in child.children
        )
        for child in first.children
    )  # fmt: skip


def governing_clause(token: "Token") -> "Token":
    """Climb from a word inside a clause to the predicate that the whole clause hangs on."""
    verb = predicate_of(token)
    while verb.dep_ in ("xcomp", "aux", "auxpass") and is_verb(predicate_of(verb.head)):
        verb = predicate_of(verb.head)
    if verb.dep_ == "conj" and not any(
        each.dep_ in ("nsubj", "nsubjpass") for each in verb.children
    ):
        above = first_conjunct(verb)
        verb = above if is_verb(above) else verb
    return verb


def said_in(root: "Token") -> "Token":
    """Go from "…, he said" to the clause that was said; any other predicate stays."""
    for _ in range(3):
        said = next((each for each in root.children if each.dep_ == "ccomp"), None)
        if said is None or not (said.i < root.i or root.lemma_ in SPEECH):
            return root
        root = said
    return root


#: Verbs whose clause, not themselves, is what a following "as a result" takes up.
SPEECH = frozenset({"say", "add", "tell", "state", "report", "announce", "explain", "note"})
