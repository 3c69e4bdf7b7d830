"""The reading of one predicate: its status, how sure it is, and why; and how readings compose."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dateline.records import Status
from dateline.stages.status_words import Effect, Operator

if TYPE_CHECKING:
    from spacy.tokens import Token

#: How sure a status lets one be that the event is real, from -3 (surely not) to 3 (surely), on the
#: scale of FactBank's readers; means over the UW factuality corpus, rounded.
CERTAINTY = {
    Status.ACTUAL: 2.9,
    Status.ONGOING: 2.9,
    Status.HABITUAL: 2.2,
    Status.PLANNED: 1.7,
    Status.THREATENED: 0.9,
    Status.DEMANDED: 1.3,
    Status.POSSIBLE: 1.2,
    Status.HYPOTHETICAL: 0.8,
    Status.DENIED: -1.8,
}

#: Statuses under which an operator counts as holding.
HOLDING = frozenset({Status.ACTUAL, Status.ONGOING, Status.HABITUAL})

#: Statuses of what is to come: what is said under them is said for certain ("will say that").
AHEAD = frozenset({Status.PLANNED, Status.THREATENED, Status.DEMANDED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A predicate as its clause and the clauses around it present it.

    ``words`` are the operators' tokens that decided; ``condition`` the tokens of the clause on
    which the event hangs; ``certainty`` runs from -3 to 3.
    """

    status: Status
    certainty: float
    rule: str
    reason: str
    words: tuple["Token", ...] = ()
    condition: tuple["Token", ...] = ()


TOLD = Reading(
    status=Status.ACTUAL,
    certainty=CERTAINTY[Status.ACTUAL],
    rule="status.told",
    reason="told as a fact: no word of negation, plan, doubt or condition stands over it",
)


def made(operator: Operator, effect: Effect, word: "Token", outer: Reading) -> Reading:
    """Make the reading of what stands under an operator, seen from the operator's own reading."""
    if effect == "same":
        return outer
    status = Status(effect)
    plain = effect == operator.makes
    sure = operator.certainty if plain and operator.certainty is not None else CERTAINTY[status]
    negated = " while it is itself negated" if not plain and outer.status is Status.DENIED else ""
    return Reading(
        status=status,
        certainty=min(sure, outer.certainty) if status in HOLDING and plain else sure,
        rule=operator.rule,
        reason=f"{word.text!r} ({operator.sense}){negated} makes it {status.value}",
        words=(*outer.words, word),
        condition=outer.condition,
    )


def under(outer: Reading, operator: Operator, word: "Token") -> Reading:
    """Give the reading of the complement of an operator from the operator's own reading.

    An operator that holds has its effect; a negated one has its other effect; under any other
    reading ("may plan to", "if they plan to") that reading covers the complement too, unless the
    operator is factive.
    """
    if operator.factive or outer.status in HOLDING:
        return made(operator, operator.makes, word, outer)
    if outer.status is Status.DENIED:
        return made(operator, operator.denied, word, outer)
    if operator.makes == "denied":
        return _open(outer, operator, word)
    if operator.makes == "actual" and outer.status in AHEAD:
        return made(operator, operator.makes, word, replace(outer, certainty=3.0))
    return outer


def _open(outer: Reading, operator: Operator, word: "Token") -> Reading:
    """Leave open what may or shall be kept from happening ("tried to prevent the attack")."""
    return Reading(
        status=Status.POSSIBLE,
        certainty=0.9,
        rule=operator.rule,
        reason=f"{word.text!r} ({operator.sense}) is itself {outer.status.value}, so it is open",
        words=(*outer.words, word),
        condition=outer.condition,
    )


def within(outer: Reading, own: Reading) -> Reading:
    """Join the reading that comes from above with the predicate's own one.

    From outside in: whatever is not simply told above covers what is below; two negations cancel;
    under "often" the own reading is the more telling one.
    """
    if own is TOLD or own.rule == TOLD.rule:
        return outer
    condition = own.condition or outer.condition
    if outer.status in HOLDING:
        return replace(own, words=(*outer.words, *own.words), condition=condition)
    if outer.status is Status.DENIED and own.status is Status.DENIED:
        reason = f"{own.reason}, and the negation above cancels it"
        return replace(own, status=Status.ACTUAL, certainty=1.5, reason=reason,
                       words=(*outer.words, *own.words))  # fmt: skip
    if own.status is Status.DENIED:
        return replace(outer, certainty=-outer.certainty / 2, condition=condition,
                       reason=f"{outer.reason}, and what it covers is negated")  # fmt: skip
    return replace(outer, condition=condition)
