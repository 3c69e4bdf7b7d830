"""From a word of the parse to the actor or place that it names."""

from typing import TYPE_CHECKING, TypeVar

from dateline.document import Document
from dateline.records import Actor, Mention, Place

if TYPE_CHECKING:
    from spacy.tokens import Token

E = TypeVar("E", Actor, Place)


def head_of(doc: Document, start: int, end: int) -> "Token | None":
    """Give the main word of characters ``[start, end)``: the token whose head lies outside."""
    tokens = doc.tokens_of(doc.span(start, end))
    if not tokens:
        return None
    first, last = tokens[0].i, tokens[-1].i
    for token in tokens:
        if not first <= token.head.i <= last or token.head == token:
            return token
    return tokens[-1]


def actors_by_head(doc: Document) -> dict[int, tuple[Actor, Mention]]:
    """Map the token number of each mention's main word to the actor and the mention.

    Where two mentions share a main word the longer one wins: it says more.
    """
    return _by_head(doc, doc.records(Actor))


def places_by_head(doc: Document) -> dict[int, tuple[Place, Mention]]:
    """Map the token number of each place mention's main word to the place and the mention."""
    return _by_head(doc, doc.records(Place))


def _by_head(doc: Document, entities: tuple[E, ...]) -> dict[int, tuple[E, Mention]]:
    found: dict[int, tuple[E, Mention]] = {}
    for entity in entities:
        for mention in entity.mentions:
            head = head_of(doc, mention.span.start, mention.span.end)
            if head is None:
                continue
            known = found.get(head.i)
            if known is None or _length(mention) > _length(known[1]):
                found[head.i] = (entity, mention)
    return found


def _length(mention: Mention) -> int:
    return mention.span.end - mention.span.start
