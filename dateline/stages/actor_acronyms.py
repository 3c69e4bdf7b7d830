"""Acronyms that a report introduces in brackets: "Green Valley Defence Union (GVDU)"."""

from typing import TYPE_CHECKING

from dateline.document import Document
from dateline.records import Mention, Sentence
from dateline.stages.actor_clusters import Cluster
from dateline.stages.actor_found import Found
from dateline.stages.actor_positions import is_body_acting

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Longest acronym looked for; longer runs of capitals are shouted words.
LONGEST = 8


def link_acronyms(doc: Document, clusters: list[Cluster], by_token: dict[int, Cluster]) -> None:
    """Add the acronyms that stand in brackets after a name, there and wherever they return."""
    known = _introduced(clusters)
    if not known:
        return
    for sent in doc.records(Sentence):
        for token in doc.parse[sent.first : sent.last]:
            cluster = known.get(token.text)
            if cluster is None or token.i in by_token:
                continue
            if _in_brackets(token) or is_body_acting(token, strict=False):
                reason = f"{token.text!r} is the acronym that the report gives in brackets after the name."
                mention = Mention(
                    span=doc.span_of([token]), how="acronym", rule="actors.acronym", reason=reason
                )
                cluster.mentions.append(mention)
                by_token[token.i] = cluster


def _introduced(clusters: list[Cluster]) -> dict[str, Cluster]:
    found: dict[str, Cluster] = {}
    for cluster in clusters:
        for each in cluster.founds:
            short = acronym_after(each)
            if short is not None:
                found.setdefault(short, cluster)
    return found


def acronym_after(found: Found) -> str | None:
    """Give the acronym in brackets right after a name, if its letters fit the name."""
    doc, after = found.head.doc, found.tokens[-1].i + 1
    if after + 2 >= len(doc) or doc[after].text != "(" or doc[after + 2].text != ")":
        return None
    short = str(doc[after + 1].text)
    return short if _abbreviates(short, found.tokens) else None


def _abbreviates(short: str, tokens: "tuple[Token, ...]") -> bool:
    """Say whether capitals can be the initials of a name, in order, some left out."""
    if not 2 <= len(short) <= LONGEST or sum(letter.isupper() for letter in short) < 2:
        return False
    initials = iter(token.text[0].upper() for token in tokens if token.text[:1].isalpha())
    return all(letter in initials for letter in short.upper() if letter.isalpha())


def _in_brackets(token: "Token") -> bool:
    return token.i > 0 and token.doc[token.i - 1].text == "("
