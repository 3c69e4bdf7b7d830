"""What a stance is made of before it is a record, and what its readers share."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dateline.document import Document
from dateline.extent import wide_phrase
from dateline.mentions import actors_by_head
from dateline.records import Actor, Attribution, Mention
from dateline.stages.stances_words import Polarity, Strength
from dateline.syntax import arguments_of, is_verb, phrase
from dateline.voice import voice_of

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Nouns that speak for whoever issued them: the holder is the issuer.
TELLING_NOUNS = frozenset(
    {
        "statement", "letter", "petition", "resolution", "declaration", "report", "message",
        "speech", "tweet", "post", "communique", "communiqué", "banner", "placard", "slogan",
        "motion", "comment", "remark", "article", "video", "editorial", "interview", "chant",
    }
)  # fmt: skip
FIRST_PERSON = frozenset({"we", "i", "us", "our", "my"})
NO_TARGET = frozenset(
    {"it", "there", "this", "that", "what", "who", "which", "one", "i", "we", "you"}
)
SOFT_MODALS = frozenset({"may", "might", "could", "would"})


@dataclass(frozen=True, slots=True)
class Found:
    """A stance as tokens; ``by`` is the attribution whose speaker holds it, else ``holder`` does."""

    holder: "Token | None"
    target: "Token"
    polarity: Polarity
    strength: Strength
    evidence: "list[Token]"
    rule: str
    reason: str
    by: Attribution | None = None


class Reading:
    """What one run needs again and again: actors by main word, attributions by place."""

    def __init__(self, doc: Document) -> None:
        """Index actors and attributions."""
        self.doc = doc
        self.actors: dict[int, tuple[Actor, Mention]] = actors_by_head(doc)
        self.attributions = doc.records(Attribution)
        self.by_id = {each.id: each for each in self.attributions}

    def voice(self, token: "Token") -> Attribution | None:
        """Give the innermost attribution that a word stands in."""
        found = voice_of(self.doc.span_of([token]), self.attributions)
        return None if found is None else self.by_id[found]


def may_be_target(token: "Token") -> bool:
    """Say whether a word can be what a stance is towards."""
    return token.pos_ in ("NOUN", "PROPN", "PRON", "VERB") and token.lower_ not in NO_TARGET


def issuer(noun: "Token") -> "Token":
    """Go from a statement to who issued it: "militias issued statements rejecting …"."""
    if noun.lemma_.lower() not in TELLING_NOUNS:
        return noun
    for child in noun.children:
        if child.dep_ == "poss":
            return child
        if child.dep_ in ("prep", "agent") and child.lower_ in ("by", "from", "of"):
            return next((each for each in child.children if each.dep_ == "pobj"), noun)
    verb = noun.head
    if noun.dep_ == "dobj" or (noun.dep_ == "pobj" and is_verb(noun.head.head)):
        verb = noun.head if noun.dep_ == "dobj" else noun.head.head
        for arg in arguments_of(verb).at("subject"):
            return arg.token
    return noun


def between(first: "Token | None", verb: "Token", last: "Token") -> "list[Token]":
    """Give the run of tokens from the holder's or target's phrase to the end of the other."""
    ends = [verb, *wide_phrase(last)]
    if first is not None:
        ends += phrase(first)
    start, end = min(each.i for each in ends), max(each.i for each in ends)
    return [each for each in verb.doc[start : end + 1] if not each.is_space]
