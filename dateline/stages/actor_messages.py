"""Messages that stand for who sent them: "X claimed the raid in a message … the message said"."""

from bisect import bisect_right
from typing import TYPE_CHECKING

from dateline.document import Document
from dateline.records import Mention, Sentence
from dateline.stages.actor_clusters import Cluster
from dateline.stages.actor_phrases import DEFINITE, determiner_of, object_of, phrase_of
from dateline.stages.actor_words import Words, word_list

if TYPE_CHECKING:
    from spacy.tokens import Token

#: How many sentences back the sender of "the message" may stand: a quotation may lie between.
REACH = 5


def link_messages(doc: Document, words: Words, by_token: dict[int, Cluster]) -> None:
    """Add "the message", as subject of a verb of speech, to the mentions of its sender.

    The sender is named with the message ("the statement by the army"), or is the subject of the
    verb under which a message was last spoken of ("the army said in a statement").
    """
    sentences = doc.records(Sentence)
    messages: list[tuple[int, Token, Cluster]] = []
    for sent in sentences:
        for token in doc.parse[sent.first : sent.last]:
            if token.lemma_.lower() not in word_list("said_things") or token.i in by_token:
                continue
            sender = _sender(token, by_token)
            if sender is None and _is_taken_up(token):
                at = bisect_right(sentences, token.i, key=lambda each: each.first) - 1
                near = [each for each in messages if each[0] >= at - REACH]
                sender = near[-1][2] if near else None
            if sender is None:
                continue
            messages.append((sent.index, token, sender))
            if _is_taken_up(token):
                _add(doc, words, token, sender)
                by_token[token.i] = sender


def _is_taken_up(token: "Token") -> bool:
    """Say whether a message speaks: "the message said"."""
    speaks = token.dep_ == "nsubj" and token.head.lemma_ in word_list("speech")
    return speaks and determiner_of(token) in DEFINITE | {"poss"}


def _sender(token: "Token", by_token: dict[int, Cluster]) -> Cluster | None:
    """Give who is said to send a message: "a letter from X", "X's letter", "X said in a letter"."""
    for child in token.children:
        inner = object_of(child) if child.lower_ in ("by", "from", "of") else child
        if inner is not None and (inner != child or child.dep_ == "poss") and inner.i in by_token:
            return by_token[inner.i]
    verb = token.head.head if token.dep_ == "pobj" else token.head
    if token.dep_ not in ("pobj", "dobj") or verb.pos_ == "ADP":
        return None
    while verb.dep_ in ("xcomp", "conj", "pobj", "dobj", "prep") and verb.head != verb:
        if any(child.dep_ == "nsubj" for child in verb.children):
            break
        verb = verb.head
    subject = next((child for child in verb.children if child.dep_ == "nsubj"), None)
    return by_token.get(subject.i) if subject is not None else None


def _add(doc: Document, words: Words, token: "Token", sender: Cluster) -> None:
    span = doc.span_of(phrase_of(token, words, after=False))
    reason = f"{span.text!r} speaks for {sender.mentions[0].span.text!r}, who sent it."
    sender.mentions.append(
        Mention(span=span, how="metonym", rule="actors.message-of-sender", reason=reason)
    )
