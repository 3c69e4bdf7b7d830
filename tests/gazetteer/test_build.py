"""Building: determinism, ranking, names and regions, on a small slice made by hand."""

from dataclasses import replace

import pytest

from dateline.gazetteer.build import build_gazetteer
from dateline.gazetteer.lookup import Feature, Gazetteer, NameMatch
from dateline.gazetteer.naming import english_name, graded_names
from dateline.gazetteer.sources import (
    SourcePlace,
    add_own_places,
    is_usable_alias,
    read_wide_regions,
    split_list,
)
from dateline.gazetteer.store import MAGIC, SECTIONS, pack_tables, unpack_tables

TOWN = SourcePlace(
    key="170063",
    geonames_id=170063,
    name="Aleppo",
    aliases=("Ḩalab", "Halep"),
    latitude=36.2,
    longitude=37.16,
    country="SYR",
    feature=Feature.CITY,
    population=2_000_000,
    admin1="SY.09",
)
REGION = SourcePlace(
    key="170062",
    geonames_id=170062,
    name="Ḩalab",
    aliases=("Aleppo", "Aleppo Governorate"),
    latitude=None,
    longitude=None,
    country="SYR",
    feature=Feature.ADMIN1,
    code="SY.09",
    kind="Province",
)
VILLAGE = replace(
    TOWN, key="1", geonames_id=1, name="Tall Rif‘at", aliases=(), latitude=36.4, population=20_000
)
EMPTY_REGION = replace(REGION, key="2", geonames_id=2, name="Nowhere", aliases=(), code="SY.99")
BASE = SourcePlace(
    key="OSKU",
    geonames_id=None,
    name="Kuweires Air Base",
    aliases=(),
    latitude=36.19,
    longitude=37.58,
    country="SYR",
    feature=Feature.AIRBASE,
    admin1_name="Aleppo",
)
ELSEWHERE = replace(
    TOWN,
    key="3",
    geonames_id=3,
    name="Aleppo",
    aliases=(),
    country="USA",
    population=2_500,
    admin1=None,
)
PLACES = (TOWN, REGION, VILLAGE, EMPTY_REGION, BASE, ELSEWHERE)


@pytest.fixture(scope="module")
def slice_() -> Gazetteer:
    return Gazetteer(unpack_tables(build_gazetteer(PLACES).packed))


def test_same_places_give_same_bytes_in_any_order() -> None:
    assert build_gazetteer(PLACES).packed == build_gazetteer(tuple(reversed(PLACES))).packed


def test_counts_tell_what_was_left_out() -> None:
    build = build_gazetteer(PLACES)
    assert build.places == len(PLACES) - 1
    assert build.without_point == 1


def test_town_goes_before_the_region_it_names(slice_: Gazetteer) -> None:
    found = slice_.candidates("Aleppo")
    assert [(row.feature, row.country) for row in found] == [
        (Feature.CITY, "SYR"),
        (Feature.ADMIN1, "SYR"),
        (Feature.CITY, "USA"),
    ]


def test_region_word_means_the_region(slice_: Gazetteer) -> None:
    assert [row.feature for row in slice_.candidates("Aleppo province")] == [Feature.ADMIN1]


def test_official_spelling_stays_a_name(slice_: Gazetteer) -> None:
    assert [row.name for row in slice_.candidates("Ḩalab province")] == ["Aleppo"]


def test_region_gets_middle_and_sum_of_its_towns(slice_: Gazetteer) -> None:
    (region,) = slice_.candidates("Aleppo governorate")
    assert (region.latitude, region.longitude) == (36.3, 37.16)
    assert region.population == TOWN.population + VILLAGE.population
    assert not region.is_point


def test_rows_know_their_region(slice_: Gazetteer) -> None:
    (village,) = slice_.candidates("Tall Rifat")
    assert village.admin_chain == ("SYR", "Aleppo")
    (base,) = slice_.candidates("Kuweires airbase")
    assert base.admin1 == "Aleppo"


def test_bare_name_of_base_only_where_no_town_has_it() -> None:
    town = replace(TOWN, key="9", geonames_id=9, name="Kuweires", aliases=())
    alone = Gazetteer(unpack_tables(build_gazetteer([BASE]).packed))
    beside = Gazetteer(unpack_tables(build_gazetteer([BASE, town]).packed))
    assert [row.feature for row in alone.candidates("Kuweires")] == [Feature.AIRBASE]
    assert [row.feature for row in beside.candidates("Kuweires")] == [Feature.CITY]


def test_names_are_graded() -> None:
    graded = graded_names(replace(TOWN, name="Janīn", aliases=("Jenin", "Ganim"), country="PSE"))
    assert graded["janin"] is NameMatch.OWN
    assert graded["jenin"] is NameMatch.SPELLING
    belem = graded_names(replace(TOWN, name="Belém", aliases=("Bethlehem",), country="BRA"))
    assert belem["bethlehem"] is NameMatch.OTHER


def test_arabic_article_has_variants() -> None:
    names = graded_names(replace(TOWN, name="Ar Ramādī", aliases=(), country="IRQ"))
    assert {"ar ramadi", "al ramadi", "ramadi"} <= names.keys()
    assert "ramadi" not in graded_names(replace(TOWN, name="Ar Ramādī", aliases=(), country="TUR"))


@pytest.mark.parametrize(
    ("name", "usable", "why"),
    [
        ("Al-Hasakah", True, "transliteration with capitals"),
        ("al-Bab", True, "article in small letters"),
        ("alhskt", False, "letter-by-letter transliteration"),
        ("XTM", False, "UN/LOCODE"),
        ("الرمادي", False, "other script"),
        ("Хасака", False, "other script"),
    ],
)
def test_alternate_names_are_sifted(name: str, usable: bool, why: str) -> None:
    assert is_usable_alias(name) is usable, why


def test_english_name_of_region() -> None:
    assert english_name(REGION) == "Aleppo"
    assert english_name(replace(REGION, aliases=())) == "Ḩalab"


def test_own_places_apply_to_known_ones() -> None:
    keys = {row.key: row for row in _amended_sources()}
    merged = add_own_places(keys)
    assert merged["ORAA"].name == "Ain al-Asad air base"
    assert "Ain al-Asad" in merged["ORAA"].own_aliases
    assert merged["places_extra/Tanf/SYR/base"].feature is Feature.BASE


def test_wide_regions_have_known_features() -> None:
    found = {row.name: row for row in read_wide_regions()}
    assert found["Red Sea"].feature is Feature.SEA
    assert found["West Bank"].country == found["Gaza Strip"].country == "PSE"
    assert found["Kashmir"].country is None


def test_layout_survives_a_round_trip() -> None:
    packed = build_gazetteer(PLACES).packed
    tables = unpack_tables(packed)
    assert pack_tables(tables) == packed
    assert set(tables.texts) | set(tables.numbers) == set(SECTIONS)


def test_other_bytes_are_refused() -> None:
    import zlib

    with pytest.raises(ValueError, match=MAGIC.decode()):
        unpack_tables(zlib.compress(b"something else"))


def _amended_sources() -> list[SourcePlace]:
    """Stand-ins for every source row that ``places_extra.tsv`` amends."""
    from dateline.lexicons.load import load_table

    return [
        replace(TOWN, key=row["amends"], name="?", aliases=split_list(row["aliases"]))
        for row in load_table("places_extra")
        if row["amends"]
    ]
