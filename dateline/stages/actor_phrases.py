"""The noun phrase of a mention: its span, its determiner, its number, and what it belongs to."""

from typing import TYPE_CHECKING

from dateline.stages.actor_words import Words, deed_nouns, word_list
from dateline.syntax import first_conjunct

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Dependents of a noun that stand before it and belong to its phrase.
BEFORE = frozenset({"det", "amod", "compound", "nmod", "poss", "nummod", "quantmod", "case", "predet",
                    "advmod", "npadvmod", "neg", "punct", "conj", "cc", "dep", "preconj"})  # fmt: skip

#: Prepositions whose phrase says which one is meant ("spokesman for the army").
TELLING = frozenset({"of", "for", "from", "to", "in", "at"})

#: Words before a phrase that only stress it ("even the president", "both Hamas and …").
FOCUS = frozenset({"even", "only", "also", "just", "especially", "particularly", "not", "mainly"})

DEFINITE = frozenset({"the", "this", "that", "these", "those"})
INDEFINITE = frozenset({"a", "an", "another", "some", "any", "no", "every", "each"})


def part_core(token: "Token") -> "Token | None":
    """Give the noun behind a word of quantity: "civilians" for "dozens" in "dozens of civilians"."""
    if token.lower_ not in word_list("parts") and token.pos_ != "NUM":
        return None
    for child in token.children:
        if child.dep_ == "prep" and child.lower_ in ("of", "among"):
            return next((each for each in child.children if each.dep_ == "pobj"), None)
    return None


def phrase_of(token: "Token", words: Words, *, after: bool) -> "list[Token]":
    """Give the compact phrase around a main word, in text order and without gaps.

    Args:
        after: Keep the phrases with "of", "for", "in" … that say which one is meant; a phrase that
            tells a time is left out.
    """
    keep = {token.i}
    noun = words.nouns.get(token.i)
    if noun is not None and noun.head == token.i:
        keep.update(range(noun.first, noun.last + 1))
    name = words.names.get(token.i)
    if name is not None:
        keep.update(range(name.first, name.last + 1))
    for child in token.children:
        if child.i < token.i and child.dep_ in BEFORE:
            keep.update(each.i for each in child.subtree)
        elif after and child.i > token.i and _tells(child, token, words):
            keep.update(_telling_tokens(child, words))
    first, last = token.i, token.i
    while first - 1 in keep:
        first -= 1
    while last + 1 in keep:
        last += 1
    first = max(first, _after_stray(token, words, first))
    return trim([each for each in token.doc[first : last + 1] if not each.is_space], token)


def _after_stray(token: "Token", words: Words, first: int) -> int:
    """Find where a phrase begins that swallowed a participle: a common noun cannot stand before an
    adjective of nationality ("camps hosting Danish troops" read as "hosting-troops")."""
    for child in token.children:
        name = words.names.get(child.i)
        if child.i < token.i and name is not None and name.is_state and name.first > first:
            before_it = token.doc[name.first - 1]
            if before_it.dep_ == "compound" and before_it.pos_ in ("NOUN", "VERB"):
                return name.first
    return first


def trim(tokens: "list[Token]", head: "Token") -> "list[Token]":
    """Drop punctuation and connectives at the edges of a phrase."""
    while (
        len(tokens) > 1 and tokens[0].i < head.i and (tokens[0].is_punct or tokens[0].dep_ == "cc")
    ):
        tokens = tokens[1:]
    while len(tokens) > 1 and tokens[0].i < head.i and tokens[0].lower_ in FOCUS:
        tokens = tokens[1:]
    opened = next(
        (at for at, each in enumerate(tokens) if each.text == "(" and each.i > head.i), None
    )
    if opened and not any(each.text == ")" for each in tokens[opened:]):
        tokens = tokens[:opened]
    while len(tokens) > 1 and tokens[-1].i > head.i and tokens[-1].is_punct:
        tokens = tokens[:-1]
    return tokens


def _tells(prep: "Token", head: "Token", words: Words) -> bool:
    if prep.dep_ != "prep" or prep.lower_ not in TELLING:
        return False
    inner = object_of(prep)
    if inner is None or inner.ent_type_ in ("DATE", "TIME"):
        return False
    if prep.lower_ in ("of", "for"):
        return True
    if prep.lower_ == "in":
        named = words.country_at(inner) is not None
        named = named or (inner.tag_ == "NNP" and not inner.is_upper)
        return named or inner.lower_ in ("country", "region")
    return prep.lower_ == "from" or head.i in words.nouns


def _telling_tokens(prep: "Token", words: Words) -> set[int]:
    inner = object_of(prep)
    if inner is None:
        return set()
    kept = {prep.i, *(each.i for each in phrase_of(inner, words, after=True))}
    for child in inner.children:
        if child.dep_ in ("cc", "conj"):
            kept.update(each.i for each in child.subtree)
    return kept


def object_of(prep: "Token") -> "Token | None":
    """Give the noun under a preposition."""
    return next((each for each in prep.children if each.dep_ == "pobj"), None)


def determiner_of(token: "Token") -> str:
    """Give the word that determines a noun: "the", "a", "poss", "number" or "" for none."""
    found = ""
    for child in token.children:
        if child.i > token.i:
            break
        if child.dep_ == "det":
            return child.lower_
        if child.dep_ == "poss":
            return "poss"
        if child.dep_ == "nummod":
            found = "number"
    return found


def has_number(token: "Token") -> bool:
    """Say whether a noun is counted ("14 soldiers", "two dozen men")."""
    return any(child.dep_ == "nummod" for child in token.children)


#: Nouns that look singular and mean several, or may be spoken of as "they".
PLURAL_WORDS = frozenset({"people", "personnel", "staff", "clergy", "media", "youth", "crew"})


def is_plural(token: "Token") -> bool:
    """Say whether a noun or number means several."""
    return (
        token.tag_ in ("NNS", "NNPS")
        or token.lower_ in PLURAL_WORDS
        or (token.pos_ == "NUM" and token.lower_ not in ("one", "1"))
        or token.lower_
        in ("dozens", "hundreds", "thousands", "most", "many", "some", "several", "both")
    )


def before(token: "Token") -> "list[Token]":
    """Give the words before a noun that say what sort it is, in text order ("US", "armed")."""
    found: list[Token] = []
    for child in token.children:
        if child.i < token.i and child.dep_ in ("amod", "compound", "nmod"):
            if not is_led(child):
                found.append(child)
            found.extend(before(child))
            found.extend(
                each for each in child.children if each.dep_ == "conj" and each.i < token.i
            )
    return sorted(set(found), key=lambda each: each.i)


def is_led(token: "Token") -> bool:
    """Say whether a word only says whose side: "US-led", "Iran-backed", "pro-Iranian"."""
    doc = token.doc
    if (
        token.i > 1
        and doc[token.i - 1].text in "-–‑"
        and doc[token.i - 2].lower_ in ("pro", "anti", "non")
    ):
        return True
    after = token.i + 1
    if after + 1 < len(doc) and doc[after].text in "-–‑" and not doc[after].whitespace_:
        return (
            doc[after + 1].tag_ in ("VBN", "VBD", "JJ", "VBG") and not doc[after + 1].text.istitle()
        )
    return False


def belongs_to(token: "Token", *, prepositions: frozenset[str], after: int) -> "Token | None":
    """Give what a person or group is of: "the army's spokesman", "spokesman for X".

    Args:
        prepositions: Those that join a body to its people.
        after: The last token of the noun itself ("commander-in-chief" has a preposition inside).
    """
    for child in token.children:
        if child.dep_ == "poss":
            return child
    for child in token.children:
        if child.dep_ == "prep" and child.i > after and child.lower_ in prepositions:
            inner = object_of(child)
            if inner is not None:
                return inner
    return None


def is_deed(token: "Token") -> bool:
    """Say whether a noun is one for what a state or group does, has or sends."""
    return token.lower_ in deed_nouns()


def governor(token: "Token") -> "Token":
    """Give the word above a preposition's object: "sent" in "sent aid to Iraq"."""
    above = first_conjunct(token).head
    return (
        first_conjunct(above.head) if above.dep_ == "prep" and above.head != above else above.head
    )
