"""Build the shipped gazetteer: ``python -m dateline.gazetteer.build [FILE]``.

Needs the extra ``gazetteer`` (pinned packages; see ``NOTICE.md``) and no network.  The same
packages and tables give the same bytes: everything is sorted, nothing depends on the clock.
"""

import math
import sys
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from dateline.gazetteer.folding import fold_name
from dateline.gazetteer.lookup import (
    FEATURE_RANKS,
    GAZETTEER_FILE,
    MATCH_WEIGHTS,
    Feature,
    NameMatch,
)
from dateline.gazetteer.naming import bare_names, english_name, graded_names
from dateline.gazetteer.sources import (
    SourcePlace,
    add_own_names,
    add_own_places,
    read_airfields,
    read_cities,
    read_countries,
    read_regions_of_states,
    read_wide_regions,
)
from dateline.gazetteer.store import DEGREE, Tables, pack_tables
from dateline.lexicons.load import load_table

#: A town with at least this share of the inhabitants of its region's towns is what the shared bare
#: name means: Gao town has a third of Gao region; no town called Anbar comes near it.
NAMESAKE_SHARE = 0.1

#: What a place of our own tables counts with at least when candidates are ranked: it was entered
#: because reports name it often, whatever its size.
HAND_ENTERED_POPULATION = 100_000

#: GeoNames ids have up to eight digits; padded with zeros they sort as numbers do.
KEY_WIDTH = 12

#: A row that has a name, and how near the name is to what the place is called.
Posting = tuple[int, NameMatch]

#: Features whose names keep a district or air base from taking the bare name.
_TOWN_FEATURES = frozenset({Feature.CITY, Feature.CAPITAL, Feature.ADMIN1})


@dataclass(frozen=True, slots=True, kw_only=True)
class Build:
    """A packed gazetteer and what went into it.

    ``without_point`` counts regions that were left out because no town lies in them.
    """

    packed: bytes
    places: int
    names: int
    without_point: int


def build_gazetteer(places: Iterable[SourcePlace]) -> Build:
    """Turn source places into the shipped file.

    Args:
        places: In any order; keys must be unique.
    Returns:
        The packed file; the same places in another order give the same bytes.
    """
    located = _with_points(sorted(places, key=lambda place: place.key))
    named = _with_regions([_in_english(place) for place in located])
    rows = sorted(
        (place for place in named if place.latitude is not None),
        key=lambda place: (fold_name(place.name), place.country or "", place.key),
    )
    postings = _postings(rows)
    return Build(
        packed=pack_tables(_tables(rows, postings)),
        places=len(rows),
        names=len(postings),
        without_point=len(located) - len(rows),
    )


def read_sources() -> tuple[SourcePlace, ...]:
    """Read every source and our own tables; see ``sources``."""
    iso3 = {row["iso2"]: row["iso3"] for row in load_table("countries")}
    known = {
        place.key: place
        for read in (read_cities, read_regions_of_states, read_airfields)
        for place in read(iso3)
    }
    known |= {place.key: place for place in (*read_countries(), *read_wide_regions())}
    return tuple(add_own_places(add_own_names(known)).values())


def _in_english(place: SourcePlace) -> SourcePlace:
    name = english_name(place)
    if name == place.name:
        return place
    return replace(place, name=name, own_aliases=(place.name, *place.own_aliases))


def _with_points(places: Sequence[SourcePlace]) -> list[SourcePlace]:
    """Give each region the middle of its towns as point and the sum of their inhabitants."""
    towns: defaultdict[str, list[SourcePlace]] = defaultdict(list)
    for place in places:
        if place.feature in (Feature.CITY, Feature.CAPITAL):
            for code in (place.admin1, place.admin2):
                if code:
                    towns[code].append(place)
    return [_located(place, towns[place.code]) if place.code else place for place in places]


def _with_regions(places: Sequence[SourcePlace]) -> list[SourcePlace]:
    """Find the region that a source or table only names; without one the place keeps none."""
    codes = {
        (place.country, name): place.code
        for place in places
        if place.feature is Feature.ADMIN1
        for name in graded_names(place)
    }
    return [
        replace(place, admin1=codes.get((place.country, fold_name(place.admin1_name))))
        if place.admin1_name
        else place
        for place in places
    ]


def _located(region: SourcePlace, towns: Sequence[SourcePlace]) -> SourcePlace:
    population = sum(town.population for town in towns)
    if region.latitude is not None or not towns:
        return replace(region, population=population)
    latitude, longitude = _middle([(town.latitude or 0.0, town.longitude or 0.0) for town in towns])
    return replace(region, latitude=latitude, longitude=longitude, population=population)


def _middle(points: Sequence[tuple[float, float]]) -> tuple[float, float]:
    """Mean of points on the sphere, in degrees, so that Chukotka does not land on Greenwich.

    Two decimals (1 km): the point is representative, and sums differ in the last digits
    between machines.
    """
    x = y = z = 0.0
    for latitude, longitude in points:
        phi, theta = math.radians(latitude), math.radians(longitude)
        x += math.cos(phi) * math.cos(theta)
        y += math.cos(phi) * math.sin(theta)
        z += math.sin(phi)
    latitude = math.degrees(math.atan2(z, math.hypot(x, y)))
    return round(latitude, 2), round(math.degrees(math.atan2(y, x)), 2)


def _postings(rows: Sequence[SourcePlace]) -> dict[str, list[Posting]]:
    """Folded name → the rows that have it, best candidate first."""
    found: defaultdict[str, list[Posting]] = defaultdict(list)
    taken: set[tuple[str | None, str]] = set()
    for index, place in enumerate(rows):
        for name, match in graded_names(place).items():
            found[name].append((index, match))
            if place.feature in _TOWN_FEATURES:
                taken.add((place.country, name))
    for index, place in enumerate(rows):
        for name in bare_names(place):
            if (place.country, name) not in taken and index not in dict(found[name]):
                found[name].append((index, NameMatch.OWN))
    return {name: _ranked(found[name], rows) for name in sorted(found, key=str.encode)}


def _ranked(postings: Sequence[Posting], rows: Sequence[SourcePlace]) -> list[Posting]:
    if len(postings) == 1:
        return list(postings)
    regions = {
        rows[index].code: (rows[index], _weight(rows[index], match))
        for index, match in postings
        if rows[index].feature is Feature.ADMIN1
    }
    return sorted(postings, key=lambda posting: _rank(rows[posting[0]], posting[1], regions))


def _rank(
    place: SourcePlace, match: NameMatch, regions: Mapping[str | None, tuple[SourcePlace, int]]
) -> tuple[int, int, int, str]:
    """Sort key among candidates of one name.

    A town that the region around it is named after (``_is_namesake``) counts as much as that
    region and goes before it.
    """
    weight, namesake = _weight(place, match), 1
    if place.feature is Feature.CITY and place.admin1 in regions:
        region, region_weight = regions[place.admin1]
        if _is_namesake(place, match, region):
            weight, namesake = max(weight, region_weight), 0
    return FEATURE_RANKS[place.feature], -weight, namesake, place.key.zfill(KEY_WIDTH)


def _is_namesake(town: SourcePlace, match: NameMatch, region: SourcePlace) -> bool:
    """Whether a town shares its region's name for good, and is a good part of it.

    For a former name or nickname the town's own name must be one of the region's too: "Hodeidah" is
    a town of that name (Al Ḩudaydah), "Samangan" is not Aībak.
    """
    if town.population < NAMESAKE_SHARE * region.population:
        return False
    return match is not NameMatch.OTHER or fold_name(town.name) in graded_names(region)


def _weight(place: SourcePlace, match: NameMatch) -> int:
    floor = HAND_ENTERED_POPULATION if place.by_hand else 0
    return max(place.population, floor) * MATCH_WEIGHTS[match]


def _tables(rows: Sequence[SourcePlace], postings: Mapping[str, Sequence[Posting]]) -> Tables:
    countries = sorted({place.country or "" for place in rows})
    features = [str(each) for each in Feature]
    matches = list(NameMatch)
    regions = {place.code: index + 1 for index, place in enumerate(rows) if place.code}
    names = [name.encode() for name in postings]
    row_names = [place.name.encode() for place in rows]
    return Tables(
        countries=tuple(countries),
        features=tuple(features),
        longest_name_words=max(name.count(" ") + 1 for name in postings),
        texts={"name_text": b"".join(names), "row_name": b"".join(row_names)},
        numbers={
            "name_length": [len(name) for name in names],
            "name_postings": [len(each) for each in postings.values()],
            "posting": [index for each in postings.values() for index, _ in each],
            "posting_match": [
                matches.index(kind) for each in postings.values() for _, kind in each
            ],
            "row_name_length": [len(name) for name in row_names],
            "geonames_id": [place.geonames_id or 0 for place in rows],
            "latitude": [round((place.latitude or 0.0) * DEGREE) for place in rows],
            "longitude": [round((place.longitude or 0.0) * DEGREE) for place in rows],
            "population": [place.population for place in rows],
            "country": [countries.index(place.country or "") for place in rows],
            "feature": [features.index(place.feature) for place in rows],
            "admin1": [regions.get(place.admin1 or "", 0) for place in rows],
            "admin2": [regions.get(place.admin2 or "", 0) for place in rows],
        },
        fingerprint="",
    )


def main(arguments: Sequence[str]) -> int:
    """Build from the installed sources and write the file; returns the exit code."""
    target = Path(arguments[0]) if arguments else Path(__file__).with_name(GAZETTEER_FILE)
    build = build_gazetteer(read_sources())
    target.write_bytes(build.packed)
    sys.stdout.write(
        f"{target}: {build.places} places, {build.names} names, {len(build.packed)} bytes; "
        f"{build.without_point} regions without a town left out\n"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
