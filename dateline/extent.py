"""From a main word to the stretch of text that it heads: how far a phrase or a clause reaches.

``syntax.phrase`` and ``syntax.clause`` give the compact forms that name an actor or tell an event.
Causes, trends and stances need the wider ones: a phrase with what is joined to it and with the
relative clause that narrows it, and a clause less the parts that another record speaks of.
"""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from dateline.syntax import is_relative, is_verb

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Words at the head of a clause that join it to what came before and say nothing themselves.
CONNECTIVES = frozenset(
    {
        "however", "but", "and", "or", "meanwhile", "moreover", "furthermore", "also", "yet",
        "nevertheless", "nonetheless", "besides", "still", "instead", "then", "so", "therefore",
        "thus", "hence", "consequently", "accordingly", "now", "for", "that", "nor", "indeed",
    }
)  # fmt: skip

OPEN_QUOTES = frozenset("“‘\"'«„")
CLOSE_QUOTES = frozenset("”’\"'»")


def wide_phrase(noun: "Token", *, without: Iterable["Token"] = ()) -> "list[Token]":
    """Give the tokens of a noun phrase with joined phrases and narrowing relative clauses.

    Left out: everything under ``without``, and relative clauses, appositions and participles that
    stand behind a comma.  The result has no gaps, no edge punctuation, and holds ``noun``.
    """
    return _run(noun, without=without, stop=_after_comma)


def wide_clause(head: "Token", *, without: Iterable["Token"] = ()) -> "list[Token]":
    """Give the tokens of the clause that a predicate heads, without the parts under ``without``.

    A leading connective ("However,"), a marker ("that", "because") and edge punctuation are left
    out; clauses joined by "and" with a subject of their own are left out too.
    """
    tokens = _run(head, without=without, stop=_other_clause)
    while len(tokens) > 1 and (_is_connective(tokens[0], head) or tokens[0].is_punct):
        tokens.pop(0)
    return tokens


def _run(
    head: "Token", *, without: Iterable["Token"], stop: "Callable[[Token, Token], bool]"
) -> "list[Token]":
    """Give the gapless run of tokens around ``head`` inside its subtree, less what is stopped."""
    banned = {token.i for token in without}
    keep = {head.i}
    stack = [head]
    while stack:
        above = stack.pop()
        for child in above.children:
            if child.i in banned or stop(child, head):
                continue
            keep.add(child.i)
            stack.append(child)
    first = last = head.i
    while first - 1 in keep:
        first -= 1
    while last + 1 in keep:
        last += 1
    return trim([token for token in head.doc[first : last + 1] if not token.is_space], head)


def trim(tokens: "list[Token]", head: "Token | None" = None) -> "list[Token]":
    """Drop punctuation and dangling "and" from both ends, but never the main word; a quotation mark
    stays where its partner is inside."""
    texts = [token.text for token in tokens]
    while len(tokens) > 1 and tokens[-1] != head and _loose(tokens[-1], texts):
        tokens = tokens[:-1]
        texts.pop()
    while len(tokens) > 1 and tokens[0] != head and _loose(tokens[0], texts):
        tokens = tokens[1:]
        texts.pop(0)
    return tokens


def _loose(token: "Token", texts: list[str]) -> bool:
    if token.dep_ == "cc":
        return True
    if token.text == '"':
        return texts.count('"') % 2 == 1
    if not token.is_punct or token.text in "%$€£":
        return False
    if token.text in CLOSE_QUOTES:
        return sum(text in OPEN_QUOTES for text in texts) != sum(
            text in CLOSE_QUOTES for text in texts
        )
    return True


def _after_comma(child: "Token", head: "Token") -> bool:
    """Leave out what only adds: a relative clause, apposition or participle behind a comma."""
    if child.dep_ in ("relcl", "appos", "acl", "advcl", "parataxis"):
        first = child.left_edge
        return first.i > 0 and first.nbor(-1).text in (",", "(", "—", "–", "-") and first.i > head.i
    return child.dep_ == "conj" and is_verb(child) and any(
        each.dep_ in ("nsubj", "nsubjpass") for each in child.children
    )  # fmt: skip


def _other_clause(child: "Token", head: "Token") -> bool:
    if child.dep_ == "parataxis":
        return True
    if child.dep_ != "conj" or child.head != head:
        return False
    return any(each.dep_ in ("nsubj", "nsubjpass", "expl") for each in child.children)


def _is_connective(token: "Token", head: "Token") -> bool:
    if token.i >= head.i:
        return False
    if token.dep_ in ("cc", "mark"):
        return True
    return token.lower_ in CONNECTIVES and token.head == head and not is_relative(token)
