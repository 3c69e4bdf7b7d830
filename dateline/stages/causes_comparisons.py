"""Causal statements by comparison: "The more X, the more Y"."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dateline.extent import CLOSE_QUOTES, trim
from dateline.stages.causes_sides import Link

if TYPE_CHECKING:
    from spacy.tokens import Token

COMPARATIVES = frozenset({"JJR", "RBR"})


def correlative_links(sent: "list[Token]") -> Iterator[Link]:
    """Read "The more X, the more Y" from the words: the first half is the condition."""
    starts = [
        at for at in range(len(sent) - 1)
        if sent[at].lower_ == "the" and (sent[at + 1].tag_ in COMPARATIVES
            or sent[at + 1].lower_ in ("more", "less"))
        and (at == 0 or sent[at - 1].is_punct or sent[at - 1].lower_ in ("and", "but", "that"))
    ]  # fmt: skip
    if len(starts) < 2 or sent[starts[1] - 1].text != ",":
        return
    cause = trim(sent[starts[0] : starts[1] - 1])
    effect = trim(_till_quote_ends(sent[starts[1] :]))
    if len(cause) < 3 or len(effect) < 3:
        return
    opposite = (cause[1].lower_ in ("less", "fewer")) != (effect[1].lower_ in ("less", "fewer"))
    yield Link(
        cause, effect, [*cause[:2], *effect[:2]], "-" if opposite else "+", "conditional",
        "causes.the-more-the-more",
        "'The more …, the more …' makes the second half depend on the first.",
    )  # fmt: skip


def _till_quote_ends(tokens: "list[Token]") -> "list[Token]":
    for at, token in enumerate(tokens):
        if (
            token.text in CLOSE_QUOTES
            and at
            and not token.whitespace_.strip()
            and token.text != "’"
        ):
            return tokens[:at]
    return tokens
