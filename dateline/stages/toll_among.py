"""Counts of a part told by a sentence of its own: "seven soldiers were among the dead".

The other way round too: "among the wounded were two nurses", "the dead include a judge".
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dateline.document import Document
from dateline.numbers import Count, count_before, read_count
from dateline.records import TollKind
from dateline.stages.toll_counted import Counted, group_of, kinds_of, stands_alone
from dateline.stages.toll_grammar import uncounted
from dateline.stages.toll_words import TollWord, is_no_people, toll_words
from dateline.syntax import is_verb, negation_of

if TYPE_CHECKING:
    from spacy.tokens import Token

AMONG = frozenset({"among", "amongst"})
#: Verbs whose subject is the whole and whose object is the part.
HOLDING = frozenset({"include", "comprise", "number"})
#: Words that stand for people before what befell them ("those killed").
THOSE = frozenset({"those", "people", "ones"})
#: A part and its verb stand at most so many tokens behind "among".
REACH = 12


def counts_among(doc: Document, token: "Token") -> Iterator[Counted]:
    """Read the parts that "among the dead" and "the dead include" name at a word."""
    if token.lower_ in AMONG:
        whole = next((child for child in token.children if child.dep_ in ("pobj", "pcomp")), None)
        parts = _subjects(token)
    elif token.lemma_.lower() in HOLDING and is_verb(token):
        whole = next((child for child in token.children if child.dep_ == "nsubj"), None)
        parts = [child for child in token.children if child.dep_ in ("dobj", "attr")]
    else:
        return
    told = None if whole is None or negation_of(token.head) is not None else _befell(whole)
    if told is None:
        return
    word, kinds, rule = told
    for part in _joined(parts):
        count = _count(doc, part)
        if count is not None:
            yield Counted(
                kinds, count, group_of(part, count), [token, part], word, rule,
                f"{token.text!r} makes it a part of those {kinds[0].value}.",
            )  # fmt: skip


def _subjects(among: "Token") -> "list[Token]":
    """Find who is among them: the subject of "were", before or behind it."""
    verb = among.head
    if verb.lemma_ != "be":
        return []
    return [c for c in verb.children if c.dep_ in ("nsubj", "attr") and c.pos_ != "PRON"][:1]


def _joined(parts: "list[Token]") -> "Iterator[Token]":
    for part in parts:
        yield part
        yield from _joined([child for child in part.children if child.dep_ == "conj"])


def _befell(whole: "Token") -> "tuple[Token, tuple[TollKind, ...], str] | None":
    """Give the word that says what befell the whole: "the dead", "those killed", "the hostages"."""
    if whole.lower_ in THOSE:
        for child in whole.children:
            entry = _entry("object", child.lemma_.lower()) if child.tag_ == "VBN" else None
            entry = entry or _entry("state", child.lower_)
            if entry is not None:
                return child, kinds_of(entry.kind), entry.rule
        return None
    entry = _entry("state", whole.lower_) or _entry("noun", whole.lemma_.lower())
    if entry is None or entry.kind == "casualties":
        return None
    definite = any(child.dep_ == "det" and child.lower_ != "no" for child in whole.children)
    return (whole, kinds_of(entry.kind), entry.rule) if definite else None


def _entry(form: str, word: str) -> TollWord | None:
    options = toll_words(form).get(word)
    return next((entry for words, entry in options or () if len(words) == 1), None)


def _count(doc: Document, part: "Token") -> Count | None:
    if is_no_people(part):
        return None
    number = read_count(doc, part) if stands_alone(part) else count_before(doc, part)
    return number or uncounted(doc, part)
