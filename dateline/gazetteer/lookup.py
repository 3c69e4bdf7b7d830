"""Which places a name can mean, from the shipped gazetteer.

``load_gazetteer()`` reads ``gazetteer.bin`` once into memory; it writes nothing and needs no
network.  Nothing is read on import.
"""

import zlib
from array import array
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib import resources
from itertools import accumulate
from typing import Final

from dateline.errors import ModelError
from dateline.gazetteer.folding import fold_beginning, fold_name
from dateline.gazetteer.store import DEGREE, Tables, unpack_tables

__all__ = [
    "Feature",
    "Gazetteer",
    "GazetteerRow",
    "NameMatch",
    "fold_name",
    "load_gazetteer",
]

#: The shipped file, beside this module.
GAZETTEER_FILE = "gazetteer.bin"


class Feature(StrEnum):
    """What sort of place a row is.

    ``BASE`` is a garrison or camp without a known airfield, ``SITE`` a crossing, refugee camp,
    plant, dam or prison; ``DISPUTED`` and ``REGION`` are areas of ``lexicons/regions.tsv``.
    """

    COUNTRY = "country"
    CAPITAL = "capital"
    CONTINENT = "continent"
    SEA = "sea"
    RIVER = "river"
    DISPUTED = "disputed"
    REGION = "region"
    BASE = "base"
    AIRBASE = "airbase"
    ADMIN1 = "admin1"
    CITY = "city"
    SITE = "site"
    ADMIN2 = "admin2"
    AIRPORT = "airport"


#: Rank of each feature among candidates of one name; equal ranks are ordered by population.
#: The ranks say what English-language news means by a bare name: the country Georgia before the
#: US state, Kabul the capital before the province, Anbar the province before a village.  One
#: exception, applied when the file is built: a town that is a good part of the admin1 region that
#: it shares its name with goes before that region (Aleppo, Gao, Donetsk).
FEATURE_RANKS: Final = {
    Feature.COUNTRY: 0,
    Feature.CAPITAL: 1,
    Feature.CONTINENT: 2,
    Feature.SEA: 2,
    Feature.RIVER: 2,
    Feature.DISPUTED: 2,
    Feature.REGION: 2,
    Feature.BASE: 3,
    Feature.AIRBASE: 3,
    Feature.ADMIN1: 4,
    Feature.CITY: 4,
    Feature.SITE: 4,
    Feature.ADMIN2: 5,
    Feature.AIRPORT: 6,
}

#: Features whose coordinates name a point that an event can be placed at.
POINT_FEATURES: Final = frozenset(
    {
        Feature.CAPITAL,
        Feature.BASE,
        Feature.AIRBASE,
        Feature.CITY,
        Feature.SITE,
        Feature.AIRPORT,
    }
)


class NameMatch(StrEnum):
    """How near the name that was looked up is to what the place is called.

    ``OWN`` is its official name, a news name that our tables give it, or a variant of these ("Anbar
    province", "Ramadi" for "Ar Ramadi"); ``SPELLING`` an alternate name that looks like it ("Jenin"
    for "Janīn"); ``OTHER`` a former name, a nickname or another language's word ("Bethlehem" for
    Belém in Brazil).
    """

    OWN = "own"
    SPELLING = "spelling"
    OTHER = "other"


#: What a candidate's population is multiplied by before it is compared with those of others of the
#: same rank.  A factor of ten per step keeps "Jenin" (Janīn, 35,000 people) before a Polish village
#: of that very name (1,100) and Bethlehem before Belém (1.5 million, a Portuguese word).
MATCH_WEIGHTS: Final = {NameMatch.OWN: 100, NameMatch.SPELLING: 10, NameMatch.OTHER: 1}


@dataclass(frozen=True, slots=True, kw_only=True)
class GazetteerRow:
    """One place.

    ``latitude`` and ``longitude`` are degrees (WGS84).  Unless ``is_point`` they are only
    representative (the middle of the towns of a province, a mark for a country): never the
    location of an event.  ``country`` is ISO3 (``XKX`` for Kosovo), ``None`` for a sea or a region
    over several states.  ``admin1`` and ``admin2`` are the names of the regions that it lies in.
    ``population`` of an admin region is the sum over its known towns; 0 is unknown.
    ``match`` belongs to the name that it was found by.  ``row`` is its number in this file and changes from one build to the next: never store it.
    """

    row: int
    geonames_id: int | None
    name: str
    latitude: float
    longitude: float
    country: str | None
    admin1: str | None
    admin2: str | None
    feature: Feature
    population: int
    match: NameMatch

    @property
    def is_point(self) -> bool:
        """Whether an event can be placed at the coordinates."""
        return self.feature in POINT_FEATURES

    @property
    def admin_chain(self) -> tuple[str, ...]:
        """Country code and admin regions from the widest to the narrowest, as far as known."""
        return tuple(each for each in (self.country, self.admin1, self.admin2) if each)


class Gazetteer:
    """Looks names up.  Safe to share between threads: nothing changes after loading."""

    def __init__(self, tables: Tables) -> None:
        """Index the tables; see ``load_gazetteer``."""
        self._names = tables.texts["name_text"]
        self._name_ends = _ends(tables.numbers["name_length"])
        self._posting = tables.numbers["posting"]
        self._posting_match = tables.numbers["posting_match"]
        self._posting_ends = _ends(tables.numbers["name_postings"])
        self._row_names = tables.texts["row_name"]
        self._row_name_ends = _ends(tables.numbers["row_name_length"])
        self._numbers = tables.numbers
        self._countries = tables.countries
        self._features = tuple(Feature(each) for each in tables.features)
        #: Number of blank-separated words of the longest folded name.
        self.longest_name_words = tables.longest_name_words
        #: SHA-256 of the unpacked file: part of what decides a record.
        self.fingerprint = tables.fingerprint

    def __len__(self) -> int:
        """Return the number of places."""
        return len(self._row_name_ends) - 1

    @property
    def name_count(self) -> int:
        """Number of different folded names."""
        return len(self._name_ends) - 1

    def candidates(self, name: str) -> tuple[GazetteerRow, ...]:
        """All places that a name can mean.

        Args:
            name: As written; folded here (see ``fold_name``).
        Returns:
            Rows by (rank of the feature, population from large to small, GeoNames id); how near the
            name is weighs the population (``MATCH_WEIGHTS``), and ``FEATURE_RANKS`` explains one
            exception.  Empty if nothing has this name.
        """
        wanted = fold_name(name).encode()
        index = self._first_from(wanted)
        if not wanted or self._name_at(index) != wanted:
            return ()
        ends = self._posting_ends
        return tuple(
            self._row(self._posting[at], _MATCHES[self._posting_match[at]])
            for at in range(ends[index], ends[index + 1])
        )

    def has_name(self, name: str) -> bool:
        """Whether any place has this name."""
        wanted = fold_name(name).encode()
        return bool(wanted) and self._name_at(self._first_from(wanted)) == wanted

    def has_first_word(self, word: str) -> bool:
        """Whether any name begins with this word: a cheap filter before ``longest_match``."""
        return self._has_beginning(fold_beginning(word).encode())

    def longest_match(self, tokens: Sequence[str], start: int) -> int:
        """Find the longest name that begins at a token.

        Args:
            tokens: Words and marks with the white space that follows each (spaCy's
                ``text_with_ws``), so that "al-Asad" is read as in the report.
            start: Index of the first token of the name.
        Returns:
            Number of tokens of the longest name from ``start``; 0 if no name begins there.
        """
        longest = 0
        text = ""
        for taken in range(1, len(tokens) - start + 1):
            text += tokens[start + taken - 1]
            beginning = fold_beginning(text).encode()
            if not self._has_beginning(beginning):
                break
            if self.has_name(text):
                longest = taken
        return longest

    def row(self, index: int) -> GazetteerRow:
        """Return one place by its number in this file, under its own name."""
        return self._row(index, NameMatch.OWN)

    def _row(self, index: int, match: NameMatch) -> GazetteerRow:
        numbers = self._numbers
        country = self._countries[numbers["country"][index]]
        return GazetteerRow(
            row=index,
            geonames_id=numbers["geonames_id"][index] or None,
            name=self._row_name(index),
            latitude=numbers["latitude"][index] / DEGREE,
            longitude=numbers["longitude"][index] / DEGREE,
            country=country or None,
            admin1=self._region_name(numbers["admin1"][index]),
            admin2=self._region_name(numbers["admin2"][index]),
            feature=self._features[numbers["feature"][index]],
            population=numbers["population"][index],
            match=match,
        )

    def _region_name(self, pointer: int) -> str | None:
        return self._row_name(pointer - 1) if pointer else None

    def _row_name(self, index: int) -> str:
        ends = self._row_name_ends
        return self._row_names[ends[index] : ends[index + 1]].decode()

    def _name_at(self, index: int) -> bytes:
        if index >= self.name_count:
            return b""
        return self._names[self._name_ends[index] : self._name_ends[index + 1]]

    def _first_from(self, wanted: bytes) -> int:
        """Index of the first name that is equal to or sorts after the wanted bytes."""
        return bisect_left(range(self.name_count), wanted, key=self._name_at)

    def _has_beginning(self, wanted: bytes) -> bool:
        """Whether a name equals these words or goes on after them.

        A blank sorts before every other character of a folded name, so that a name which goes on
        with a blank is the very next one.
        """
        if not wanted:
            return False
        found = self._name_at(self._first_from(wanted))
        return found == wanted or found.startswith(wanted + b" ")


#: What the numbers in the section ``posting_match`` mean.
_MATCHES: Final = tuple(NameMatch)


@cache
def load_gazetteer() -> Gazetteer:
    """Read the shipped gazetteer; later calls return the same object.

    Raises:
        ModelError: The file is missing or damaged.
    """
    path = resources.files("dateline.gazetteer").joinpath(GAZETTEER_FILE)
    if not path.is_file():
        raise ModelError(
            f"expected the gazetteer at {path}, found none; run: python -m dateline.gazetteer.build"
        )
    try:
        tables = unpack_tables(path.read_bytes())
    except (ValueError, zlib.error) as error:
        raise ModelError(
            f"expected a readable gazetteer at {path}, found {str(error)!r}; install Dateline again"
        ) from error
    return Gazetteer(tables)


def _ends(lengths: Sequence[int]) -> Sequence[int]:
    """Where each piece begins, and after the last one where it ends."""
    return array("I", accumulate(lengths, initial=0))
