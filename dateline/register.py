"""The register of named actors: states, their people, capitals and offices, groups, organisations.

Names of states come from ``lexicons/countries.tsv``, all other names from
``lexicons/register.tsv``.  ``Phrasebook`` finds the longest known phrase at a place of a text.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Generic, TypeVar

from dateline.lexicons.load import load_table
from dateline.records import ActorKind

T = TypeVar("T")

#: PLOVER's codes in place of a country for bodies of no one state; ``register.tsv`` explains them.
NON_STATES = frozenset({"IGO", "UNO", "EUR", "NGO", "IMG", "MNC"})

#: The run of letters and digits by which phrases are looked up.
_RUN = re.compile(r"[^\W_]+")

#: Signs that are written in several ways, one character for one character.
_SIGNS = str.maketrans(
    {"’": "'", "‘": "'", "ʼ": "'", "`": "'", "‐": "-", "‑": "-", "–": "-", "\u00a0": " ",
     "\n": " ", "\t": " ", "ı": "i", "ø": "o", "ł": "l", "đ": "d"}
)  # fmt: skip


class NameSort(StrEnum):
    """What a known name says of the actor."""

    STATE = "state"  # "Iraq"
    ADJECTIVE = "adjective"  # "Iraqi"
    PEOPLE = "people"  # "Iraqis"
    METONYM = "metonym"  # "Baghdad" for the government
    ACTOR = "actor"  # a row of register.tsv


@dataclass(frozen=True, slots=True)
class Name:
    """One way to name a state (``key`` is its ISO3) or an actor of the register (its id)."""

    sort: NameSort
    key: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisteredActor:
    """A row of ``register.tsv``; years are ``None`` where they are not known or still run.

    ``country`` is ISO3 or one of ``NON_STATES``.
    """

    id: str
    name: str
    aliases: tuple[str, ...]
    kind: ActorKind
    country: str | None
    sectors: tuple[str, ...]
    first_year: int | None
    last_year: int | None
    parent: str | None
    source: str


def fold_in_place(text: str) -> str:
    """Fold case, accents, dashes and apostrophes, one character for one, so that offsets hold."""
    if text.isascii():
        return text.lower().translate(_SIGNS)
    return "".join(map(_fold_character, text)).translate(_SIGNS)


@cache
def _fold_character(character: str) -> str:
    low = unicodedata.normalize("NFD", character)[:1].lower()
    return low if len(low) == 1 else character


class Phrasebook(Generic[T]):
    """Phrases by their first run of letters; a lookup gives the longest first.

    A phrase with more capitals than small letters ("RSF", "IS") or without any capital matches
    only as it is written; the others match in any case.
    """

    def __init__(self, entries: Iterable[tuple[str, T]]) -> None:
        """Take phrases with what they stand for; one phrase may stand for several things."""
        known: dict[tuple[str, str | None], list[T]] = {}
        for phrase, payload in entries:
            exact = phrase if _needs_case(phrase) else None
            values = known.setdefault((fold_in_place(phrase), exact), [])
            if payload not in values:
                values.append(payload)
        self._by_run: dict[str, list[tuple[str, str | None, tuple[T, ...]]]] = {}
        for (folded, exact), values in known.items():
            run = _RUN.search(folded)
            if run is not None:
                self._by_run.setdefault(run[0], []).append((folded, exact, tuple(values)))
        for options in self._by_run.values():
            options.sort(key=lambda option: (-len(option[0]), option[0], option[1] or ""))

    def at(self, text: str, folded: str, offset: int) -> Iterator[tuple[int, tuple[T, ...]]]:
        """Give the ends and meanings of the phrases that begin at ``offset``, longest first."""
        run = _RUN.match(folded, offset)
        if run is None:
            return
        for phrase, exact, values in self._by_run.get(run[0], ()):
            end = offset + len(phrase)
            whole = folded.startswith(phrase, offset) and not folded[end : end + 1].isalnum()
            if whole and (exact is None or text.startswith(exact, offset)):
                yield end, values


def _needs_case(phrase: str) -> bool:
    capitals = sum(letter.isupper() for letter in phrase)
    small = sum(letter.islower() for letter in phrase)
    return capitals > small


@cache
def actors_by_id() -> dict[str, RegisteredActor]:
    """Give the rows of ``register.tsv`` by id."""
    return {row["id"]: _registered(row) for row in load_table("register")}


def _registered(row: dict[str, str]) -> RegisteredActor:
    return RegisteredActor(
        id=row["id"],
        name=row["name"],
        aliases=tuple(filter(None, row["aliases"].split("|"))),
        kind=ActorKind(row["kind"]),
        country=row["country"] or None,
        sectors=tuple(filter(None, row["sectors"].split("|"))),
        first_year=int(row["from"]) if row["from"] else None,
        last_year=int(row["to"]) if row["to"] else None,
        parent=row["parent"] or None,
        source=row["source"],
    )


@cache
def state_names() -> dict[str, str]:
    """Give the English name of each state and territory by ISO3."""
    return {row["iso3"]: row["name"] for row in load_table("countries")}


@cache
def names() -> Phrasebook[Name]:
    """Give the phrasebook of all known names; see ``NameSort``."""
    return Phrasebook([*_names_of_states(), *_names_of_actors()])


def _names_of_actors() -> Iterator[tuple[str, Name]]:
    for actor in actors_by_id().values():
        for text in (actor.name, *actor.aliases):
            yield text, Name(NameSort.ACTOR, actor.id)


def _names_of_states() -> Iterator[tuple[str, Name]]:
    columns = (
        ("name", NameSort.STATE),
        ("aliases", NameSort.STATE),
        ("adjectives", NameSort.ADJECTIVE),
        ("people", NameSort.PEOPLE),
        ("metonyms", NameSort.METONYM),
    )
    for row in load_table("countries"):
        for column, sort in columns:
            for text in row[column].split("|"):
                # "the Kremlin" has a twin without the article; "the States" alone would be "states",
                # and "The Valley" (of Anguilla) is mostly some valley.
                if text and not text.lower().startswith("the "):
                    yield text, Name(sort, row["iso3"])
