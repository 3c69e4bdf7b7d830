"""Who was told, and why a source has no name: ``via``, ``anonymous`` and ``ground``."""

from functools import cache
from typing import TYPE_CHECKING

from dateline.lexicons.load import load_table
from dateline.records import Actor, ActorKind, Mention, Span
from dateline.stages.attribution_reading import Draft, Reading, Source
from dateline.stages.attribution_sources import phrase_source

if TYPE_CHECKING:
    from spacy.tokens import Token

Actors = dict[int, tuple[Actor, Mention]]

#: Nouns for outlets that a report does not name ("told state television").
OUTLET_NOUNS = frozenset(
    {
        "television", "tv", "radio", "newspaper", "agency", "channel", "broadcaster", "magazine",
        "daily", "weekly", "wire", "outlet", "network", "station", "paper", "website", "podcast",
    }
)  # fmt: skip

#: Ways of naming an actor that give a name.
NAMING = frozenset({"name", "acronym"})


def via_of(reading: Reading, addressee: "Token | None", actors: Actors) -> Span | None:
    """Give the outlet that was told; ``None`` if the addressee is no outlet."""
    if addressee is None:
        return None
    source = phrase_source(reading, addressee)
    span = reading.doc.span(*reading.chars(source.first, source.last))
    known = actors.get(addressee.i)
    if known is not None and known[0].kind.value is ActorKind.MEDIA:
        return span
    return span if is_outlet(span.text) or addressee.lemma_.lower() in OUTLET_NOUNS else None


def is_outlet(name: str) -> bool:
    """Say whether a name, with or without "the" and "news agency", is that of an outlet."""
    plain = name.casefold().removesuffix(" news agency").removesuffix(" news")
    bare = plain.removeprefix("the ")
    return not _outlets().isdisjoint({name.casefold(), plain, bare})


@cache
def _outlets() -> frozenset[str]:
    agencies = {row["name"] for row in load_table("agencies") if row["kind"] == "agency"}
    return frozenset(agencies | {row["name"] for row in load_table("outlets")})


@cache
def _unnamed_people() -> frozenset[str]:
    return frozenset(row["noun"] for row in load_table("unnamed_sources"))


@cache
def _grounds() -> tuple[str, ...]:
    """Give the phrases for why a source is not named, longest first."""
    phrases = (row["phrase"] for row in load_table("anonymity"))
    return tuple(sorted(phrases, key=lambda phrase: (-len(phrase), phrase)))


def anonymity(reading: Reading, draft: Draft, actors: Actors) -> tuple[bool, Span | None]:
    """Say whether the source is a person without a name, and give the stated ground.

    A body, an office or a spokesman is not anonymous: it is known who speaks.
    """
    source = draft.source
    if source is None:
        return False, None
    head = reading.parse[source.known]
    if head.pos_ == "PROPN" or _is_named(reading, source, actors):
        return False, None
    unnamed = _is_unnamed(reading, source, actors)
    ground = _ground(reading, draft) if unnamed or head.pos_ in ("NOUN", "PRON") else None
    return unnamed or ground is not None, ground


def _is_unnamed(reading: Reading, source: Source, actors: Actors) -> bool:
    head = reading.parse[source.known]
    if head.pos_ != "PRON":
        return head.lemma_.lower() in _unnamed_people()
    known = actors.get(source.known)
    if known is None:
        return False
    last_words = (each.span.text.split()[-1:] for each in known[0].mentions)
    return any(
        word[0].lower().removesuffix("s") in _unnamed_people() for word in last_words if word
    )


def _is_named(reading: Reading, source: Source, actors: Actors) -> bool:
    """Say whether a name stands in the phrase behind its main word, or the actor has one."""
    if any(
        token.pos_ == "PROPN"
        for token in reading.parse[source.head + 1 : source.last]
        if token.dep_ in ("appos", "compound") and token.i > source.head
    ):
        return True
    known = actors.get(source.known) or actors.get(source.head)
    if known is None or known[0].kind.value is not ActorKind.PERSON:
        return False
    return any(mention.how in NAMING for mention in known[0].mentions)


def _ground(reading: Reading, draft: Draft) -> Span | None:
    first, last = reading.stretch(draft.token)
    if first >= last:
        return None
    start, end = reading.chars(first, last)
    text = reading.doc.text[start:end].lower()
    if len(text) != end - start:
        return None  # a letter whose small form has another length: offsets would not fit
    for phrase in _grounds():
        at = text.find(phrase)
        if at >= 0 and not _inside_content(draft, start + at):
            return reading.doc.span(start + at, start + at + len(phrase))
    return None


def _inside_content(draft: Draft, at: int) -> bool:
    return any(start <= at < end for start, end in draft.content)
