"""The lexicon of weapons, and the words of a report that name one."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from dateline.lexicons.load import Entry, load_lexicon
from dateline.word_classes import lemma_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

#: Parts of speech that a noun may get from the parser, headlines and model names included.
NOUNS = frozenset({"NOUN", "PROPN", "NUM", "X", "ADJ"})

#: Marks between the parts of a name ("rocket-propelled").
HYPHENS = frozenset("-–‑")

#: Words before a noun that belong to its phrase.
BEFORE_NOUN = frozenset({"det", "amod", "nummod", "compound", "nmod", "quantmod", "advmod"})

#: Determiners that say nothing about the weapon's owner or place.
ARTICLES = frozenset({"a", "an", "the", "some", "several", "two"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Weapon(Entry):
    """An entry of ``weapons.yml``; its head comment explains the keys."""

    nouns: tuple[str, ...]
    modes: tuple[str, ...]
    family: str
    gtd: str | None = None
    acled: str | None = None
    weak: bool = False
    rams: bool = False
    not_after: tuple[str, ...] = ()

    @property
    def rule(self) -> str:
        """The name by which records cite the entry."""
        return f"weapons/{self.id}"


@dataclass(frozen=True, slots=True)
class Naming:
    """Words that name a weapon: ``head`` is the last of them, ``first`` the token number of the
    first."""

    weapon: Weapon
    head: "Token"
    first: int


@cache
def weapons_by_last_word() -> dict[str, tuple[tuple[tuple[str, ...], Weapon], ...]]:
    """Map the last word of each noun to (the words before it, the weapon), longest first."""
    found: dict[str, list[tuple[tuple[str, ...], Weapon]]] = {}
    for weapon in load_lexicon("weapons", Weapon):
        for noun in weapon.nouns:
            *before, last = noun.split()
            found.setdefault(last, []).append((tuple(before), weapon))
    return {
        last: tuple(sorted(options, key=lambda option: (-len(option[0]), option[0])))
        for last, options in found.items()
    }


@cache
def weapon_of(kind: str) -> Weapon:
    """Give the entry with an id of ``weapons.yml``."""
    return next(each for each in load_lexicon("weapons", Weapon) if each.id == kind)


def namings(doc: "Doc", first: int, last: int) -> Iterator[Naming]:
    """Find the words of tokens ``[first, last)`` that name weapons, from the last to the first.

    Going backwards, a word inside a longer name ("car" in "car bomb") is met after it and skipped.
    """
    table = weapons_by_last_word()
    at = last - 1
    while at >= first:
        token = doc[at]
        found = None
        if token.pos_ in NOUNS and token.ent_type_ != "PERSON":
            options = table.get(lemma_of(token)) or table.get(token.lower_)
            found = _match(token, options, first) if options else None
        if found is not None:
            yield found
            at = found.first
        at -= 1


def _match(
    token: "Token", options: tuple[tuple[tuple[str, ...], Weapon], ...], floor: int
) -> Naming | None:
    for before, weapon in options:
        start = _start_of(token, before, floor)
        if start is not None and not _other_thing(token, start, weapon):
            return Naming(weapon, token, start)
    return None


def _start_of(token: "Token", before: tuple[str, ...], floor: int) -> int | None:
    """Give where a name begins whose last word is ``token``; ``None`` if its words do not match."""
    at = token.i
    for word in reversed(before):
        at -= 1
        if at > floor and token.doc[at].lower_ in HYPHENS:
            at -= 1
        if at < floor or word not in (token.doc[at].lower_, lemma_of(token.doc[at])):
            return None
    return at


def _other_thing(token: "Token", start: int, weapon: Weapon) -> bool:
    """Say whether the word before makes it another thing: "coal mine", "hers and mine"."""
    if token.tag_ in ("PRP", "PRP$"):
        return True
    return start > token.sent.start and token.doc[start - 1].lower_ in weapon.not_after


def words_of(naming: Naming) -> "list[Token]":
    """Give the tokens of the phrase that names a weapon: "a car bomb", "two drones".

    Before another noun ("drone attack") only the name itself is taken.
    """
    doc, head = naming.head.doc, naming.head
    first = naming.first
    if head.dep_ not in ("compound", "amod", "nmod", "npadvmod"):
        own = {
            child.i for child in head.children
            if child.i < head.i and child.dep_ in BEFORE_NOUN
            and (child.dep_ != "det" or child.lower_ in ARTICLES)
        }  # fmt: skip
        while first - 1 in own:
            first -= 1
    return list(doc[first : head.i + 1])
