"""Which words of a report are known names of actors, and which are nouns for actors?"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Literal

from dateline.document import Document
from dateline.lexicons.load import Entry, load_lexicon, load_table
from dateline.records import Place, Sentence
from dateline.register import (
    Name,
    NameSort,
    Phrasebook,
    actors_by_id,
    fold_in_place,
    names,
    state_names,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Files of nouns for actors, in the order in which a shared word is looked for.
NOUN_FILES = ("organs", "person_roles", "group_nouns")


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorNoun(Entry):
    """An entry of ``organs.yml``, ``person_roles.yml`` or ``group_nouns.yml``; keys are explained
    at the head of each file."""

    words: tuple[str, ...]
    bodies: tuple[str, ...] = ()
    kind: str
    sectors: tuple[str, ...]
    is_a: Literal["institution", "members", "speaker", "past", "honorific", "name"]
    title: bool = False
    office: bool = False
    unless: tuple[str, ...] = ()
    not_after: tuple[str, ...] = ()
    gender: str | None = None
    abroad: bool = False


@dataclass(frozen=True, slots=True)
class NounSense:
    """What a noun stands for: the entry, its rule, whether one of it is a body (or a person), and
    whether the form is a plural."""

    entry: ActorNoun
    rule: str
    body: bool
    plural: bool = False


@dataclass(frozen=True, slots=True)
class NounHit:
    """A noun for an actor at tokens ``[first, last]``; ``head`` is its main word."""

    first: int
    last: int
    head: int
    sense: NounSense


@dataclass(frozen=True, slots=True)
class NameHit:
    """A known name at tokens ``[first, last]``: the state (ISO3) or register id that it means."""

    first: int
    last: int
    head: int
    sorts: frozenset[NameSort]
    key: str

    @property
    def is_state(self) -> bool:
        """Say whether the name says a state, its people or its government."""
        return NameSort.ACTOR not in self.sorts


@dataclass(frozen=True, slots=True)
class Words:
    """The known words of a report, each under all its token numbers; places with their country, those
    of one word also by name."""

    names: dict[int, NameHit]
    nouns: dict[int, NounHit]
    places: dict[int, str | None]
    place_names: dict[str, str]

    def country_at(self, token: "Token") -> str | None:
        """Give the country (ISO3) that a word names: as a state, an adjective or a place in it."""
        hit = self.names.get(token.i)
        if hit is not None and hit.is_state:
            return hit.key
        return self.places.get(token.i)


#: Ends of words that the lexicons list as they are and that mean several ("troops", "personnel").
_PLURAL_ENDS = (
    "s",
    "men",
    "people",
    "personnel",
    "staff",
    "crew",
    "children",
    "clergy",
    "the dead",
    "the wounded",
    "the injured",
)


@cache
def deed_nouns() -> frozenset[str]:
    """Give the nouns before which a name says who acts or owns ("Danish naval presence")."""
    return frozenset(row["word"] for row in load_table("deed_nouns"))


@cache
def word_list(name: str) -> frozenset[str]:
    """Give one of the lists of ``actor_grammar.tsv``, by the name in its first column."""
    return frozenset(row["word"] for row in load_table("actor_grammar") if row["list"] == name)


@cache
def name_heads() -> dict[str, NounSense]:
    """Give the words that make a capitalised name the name of a group or body ("Brigade")."""
    return {
        word: NounSense(entry, f"{file}/{entry.id}", True)
        for file, entry in _entries()
        if entry.is_a == "name"
        for word in entry.words
    }


def name_sense(name: str) -> NounSense | None:
    """Give what the last words of a capitalised name make of it: of three, two, then one."""
    words = name.split()
    for count in (3, 2, 1):
        sense = name_heads().get(" ".join(words[-count:]).replace("’", "'"))
        if sense is not None:
            return sense
    return None


def _entries() -> Iterator[tuple[str, ActorNoun]]:
    for file in NOUN_FILES:
        for entry in load_lexicon(file, ActorNoun):
            yield file, entry


@cache
def _nouns() -> Phrasebook[NounSense]:
    return Phrasebook(list(_noun_phrases()))


def _noun_phrases() -> Iterator[tuple[str, NounSense]]:
    for file, entry in _entries():
        if entry.is_a == "name":
            continue
        rule = f"{file}/{entry.id}"
        body = entry.is_a == "institution"
        for word, is_body in (
            *((w, body) for w in entry.words),
            *((w, True) for w in entry.bodies),
        ):
            yield (
                word,
                NounSense(entry, rule, is_body, not is_body and _main(word).endswith(_PLURAL_ENDS)),
            )
            yield plural_of(word), NounSense(entry, rule, is_body, True)


def _main(phrase: str) -> str:
    return re.split(r" of | for |-in-|'s? ", phrase)[0]


def plural_of(phrase: str) -> str:
    """Form the plural of an English noun phrase: of the word before "of", "for", "-in-", or of the
    last one ("ministries of health", "commanders-in-chief", "policemen")."""
    cut = re.search(r" of | for | in |-in-|-by\b|'s? |-to-", phrase)
    main, rest = (phrase[: cut.start()], phrase[cut.start() :]) if cut else (phrase, "")
    if cut and cut[0].startswith("'"):
        main, rest = phrase, ""
    if main.endswith(("child", "Child")):
        return main + "ren" + rest
    if main.endswith("man") and not main.endswith(("human", "Roman")):
        return main[:-2] + "en" + rest
    if main.endswith("y") and main[-2:-1] not in "aeiou":
        return main[:-1] + "ies" + rest
    if main.endswith(("s", "x", "ch", "sh")):
        return main + "es" + rest
    if main.endswith("thief"):
        return main[:-1] + "ves" + rest
    return main + "s" + rest


def find_words(doc: Document) -> Words:
    """Find the known names and nouns in title and body; a longer phrase wins, a name before a noun.

    A name that means several things ("RSF", "Congo") is settled by the other names and the places
    of the report; if they do not settle it, the name is left out.
    """
    places = _places(doc)
    folded = fold_in_place(doc.text)
    found: list[_NameSeen] = []
    nouns: dict[int, NounHit] = {}
    for sent in doc.records(Sentence):
        free = sent.first
        for token in doc.parse[sent.first : sent.last]:
            if token.i < free or token.is_punct or token.is_space:
                continue
            name = _scan_name(doc, folded, token)
            is_place = token.i in places and name is None
            noun = None if is_place else _scan_noun(doc, folded, token)
            if name is not None and (noun is None or noun.last <= name[1]):
                same = noun is not None and noun.last == name[1]
                found.append(_NameSeen(*name, noun if same else None))
                free = name[1] + 1
            elif noun is not None and token.i not in places:
                nouns.update(dict.fromkeys(range(noun.first, noun.last + 1), noun))
                free = noun.last + 1
    hits = _settle(doc, found, places)
    for seen in found:
        if seen.noun is not None and seen.first not in hits:
            nouns.update(dict.fromkeys(range(seen.noun.first, seen.noun.last + 1), seen.noun))
    return Words(hits, nouns, places, _place_names(doc))


@dataclass(frozen=True, slots=True)
class _NameSeen:
    """A known name with all that it may mean; ``noun`` if it may as well be a common noun."""

    first: int
    last: int
    values: tuple[Name, ...]
    noun: NounHit | None


def _place_names(doc: Document) -> dict[str, str]:
    return {
        mention.span.text: place.country
        for place in doc.records(Place)
        for mention in place.mentions
        if place.country is not None
    }


def _places(doc: Document) -> dict[int, str | None]:
    return {
        token.i: place.country
        for place in doc.records(Place)
        for mention in place.mentions
        for token in doc.tokens_of(mention.span)
    }


def _scan_name(
    doc: Document, folded: str, token: "Token"
) -> tuple[int, int, tuple[Name, ...]] | None:
    for end, values in names().at(doc.text, folded, token.idx):
        last = _token_ending(token, end)
        if last is None or not any(letter.isupper() for letter in doc.text[token.idx : end]):
            continue
        if last == token.i and (token.pos_ in ("PRON", "AUX", "VERB") or _ends_longer_name(token)):
            continue
        return token.i, last, values
    return None


def _ends_longer_name(token: "Token") -> bool:
    """Say whether a word such as "Congress" only ends a longer name ("Valley Workers' Congress")."""
    if token.text not in name_heads() or token.is_sent_start:
        return False
    before = token.doc[token.i - 1]
    if before.text in ("'", "’", "'s", "’s") and before.i:
        before = token.doc[before.i - 1]
    return before.pos_ == "PROPN" and before.text[:1].isupper()


def _scan_noun(doc: Document, folded: str, token: "Token") -> NounHit | None:
    for end, senses in _nouns().at(doc.text, folded, token.idx):
        last = _token_ending(token, end)
        if last is None:
            continue
        head = head_in(list(doc.parse[token.i : last + 1]))
        if is_noun(head, senses[0]):
            return NounHit(token.i, last, head.i, senses[0])
    return None


def is_noun(token: "Token", sense: NounSense) -> bool:
    """Say whether a word is used as a noun; "former" and "Mr" may be anything before one."""
    if sense.entry.is_a in ("past", "honorific"):
        return True
    if token.pos_ in ("NOUN", "PROPN"):
        return not (token.lower_ == "people" and token.dep_ == "compound")
    if token.pos_ != "ADJ" or token.dep_ not in ("nsubj", "nsubjpass", "dobj", "pobj"):
        return False
    after = token.doc[token.i + 1 : token.i + 2]  # "the paramilitary Rapid Support Forces"
    return not after or after[0].pos_ not in ("NOUN", "PROPN")


def head_in(tokens: "Sequence[Token]") -> "Token":
    """Give the first of some adjoining tokens whose head lies outside, as ``mentions.head_of``."""
    first, last = tokens[0].i, tokens[-1].i
    for each in tokens:
        if not first <= each.head.i <= last or each.head.i == each.i:
            return each
    return tokens[-1]


def _token_ending(token: "Token", end: int) -> int | None:
    """Give the number of the token that ends at a character, if one does."""
    doc = token.doc
    last = token.i
    while last < len(doc) and doc[last].idx + len(doc[last]) < end:
        last += 1
    if last < len(doc) and doc[last].idx + len(doc[last]) == end:
        return last
    return None


def _settle(
    doc: Document,
    found: list[_NameSeen],
    places: dict[int, str | None],
) -> dict[int, NameHit]:
    plain = {
        seen.values[0].key
        for seen in found
        if seen.noun is None and len({each.key for each in seen.values}) == 1
    }
    rows = actors_by_id()
    countries = plain & state_names().keys()
    doubtful = {seen.first for seen in found if seen.noun is not None}  # "Congress" is also a town
    countries |= {country for i, country in places.items() if country and i not in doubtful}
    hits: dict[int, NameHit] = {}
    for seen in found:
        first, last, values = seen.first, seen.last, seen.values
        kept = _meaning(values, plain, countries)
        if kept is None or (seen.noun is not None and not _is_told_of(kept, plain, countries)):
            continue
        head = head_in(list(doc.parse[first : last + 1]))
        sorts = frozenset(value.sort for value in values if value.key == kept)
        if kept in rows:
            sorts = frozenset((NameSort.ACTOR,))
        hit = NameHit(first, last, head.i, sorts, kept)
        if not _inside_person(doc, hit):
            hits.update(dict.fromkeys(range(first, last + 1), hit))
    return hits


def _meaning(values: tuple[Name, ...], plain: set[str], countries: set[str]) -> str | None:
    rows = actors_by_id()
    keys = sorted({value.key for value in values})
    registered = [key for key in keys if key in rows]
    keys = registered or keys
    if len(keys) == 1:
        return keys[0]
    for test in (
        plain.__contains__,
        lambda key: key in countries,
        lambda key: _home(key) in countries,
    ):
        left = [key for key in keys if test(key)]
        if len(left) == 1:
            return left[0]
    return None


def _is_told_of(key: str, plain: set[str], countries: set[str]) -> bool:
    """Say whether a name that is also a common noun ("Congress") is the one of the register: the
    report must name its country, or the body more fully."""
    row = actors_by_id().get(key)
    return row is None or row.country is None or key in plain or row.country in countries


def _home(key: str) -> str | None:
    row = actors_by_id().get(key)
    return row.country if row else None


def _inside_person(doc: Document, hit: NameHit) -> bool:
    """Say whether the name of a state is part of a person's name ("Michael Jordan")."""
    if not hit.is_state or NameSort.STATE not in hit.sorts:
        return False
    token = doc.parse[hit.last]
    if token.ent_type_ != "PERSON" or doc.parse[hit.first].ent_iob_ != "I":
        return False
    return doc.parse[hit.first - 1].pos_ == "PROPN"
