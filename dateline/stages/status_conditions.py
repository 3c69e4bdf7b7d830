"""Conditions: the clause on which an event hangs ("if talks fail", "unless they pay")."""

from typing import TYPE_CHECKING

from dateline.records import Status
from dateline.stages.status_reading import Reading
from dateline.stages.status_scope import mark_of

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Words that open a condition.
CONDITIONS = frozenset(
    {
        "if", "unless", "lest", "provided", "providing", "supposing", "assuming", "should", "had",
        "were", "in case", "as long",
    }
)  # fmt: skip


def condition_of(token: "Token") -> list["Token"]:
    """Give the tokens of the condition that hangs on a predicate; empty if there is none.

    "Even if" states no condition: the event comes either way.
    """
    for child in token.children:
        if child.dep_ == "advcl" and mark_of(child) in CONDITIONS:
            tokens = [each for each in child.subtree if not each.is_space]
            while tokens and tokens[-1].is_punct:
                tokens.pop()
            while tokens and tokens[0].is_punct:
                tokens.pop(0)
            if tokens and not _even(tokens[0]):
                return tokens
    return []


def _even(first: "Token") -> bool:
    before = first.nbor(-1).lower_ if first.i else ""
    return first.lower_ == "even" or before in ("even", "as")


def is_conditional(token: "Token", own: Reading) -> bool:
    """Say whether a condition makes its predicate hypothetical.

    A plan or a threat stays what it is and only hangs on the condition; what is past has happened.
    """
    if own.rule == "status/would":
        return True
    return own.status is Status.ACTUAL and token.tag_ in ("VB", "VBP", "VBZ")
