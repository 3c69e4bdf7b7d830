"""The shipped gazetteer: places that conflict reports name, folding, matching, countries."""

import pytest

from dateline.gazetteer.lookup import (
    Feature,
    Gazetteer,
    GazetteerRow,
    NameMatch,
    fold_name,
    load_gazetteer,
)
from dateline.lexicons.load import load_table

#: A quarter of a degree: 28 km, the size of a large city.
NEAR = 0.25


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return load_gazetteer()


def first(gazetteer: Gazetteer, name: str) -> GazetteerRow:
    found = gazetteer.candidates(name)
    assert found, f"{name!r} is not in the gazetteer"
    return found[0]


@pytest.mark.parametrize(
    ("name", "country", "feature", "latitude", "longitude"),
    [
        ("Goma", "COD", "city", -1.68, 29.23),
        ("Gao", "MLI", "city", 16.27, -0.04),
        ("Rafah", "PSE", "city", 31.29, 34.25),
        ("Avdiivka", "UKR", "city", 48.14, 37.75),
        ("Khan Younis", "PSE", "city", 31.34, 34.31),
        ("Hasakah", "SYR", "city", 36.50, 40.75),
        ("al-Hasakah", "SYR", "city", 36.50, 40.75),
        ("Ain al-Asad", "IRQ", "airbase", 33.79, 42.44),
        ("Al Asad air base", "IRQ", "airbase", 33.79, 42.44),
        ("al-Asad airbase", "IRQ", "airbase", 33.79, 42.44),
        ("Tikrit", "IRQ", "city", 34.61, 43.68),
        ("Timbuktu", "MLI", "city", 16.77, -3.01),
        ("Jenin", "PSE", "city", 32.46, 35.30),
        ("Tanf", "SYR", "base", 33.51, 38.62),
        ("Bashiqa", "IRQ", "city", 36.45, 43.35),
        ("Tinzaouaten", "MLI", "city", 19.96, 2.96),
        ("Ain Issa", "SYR", "city", 36.39, 38.86),
        ("Taji", "IRQ", "city", 33.52, 44.26),
        ("Bethlehem", "PSE", "city", 31.70, 35.20),
        ("Palmyra", "SYR", "city", 34.56, 38.28),
        ("Zaporizhzhia", "UKR", "city", 47.85, 35.12),
        ("Basra", "IRQ", "city", 30.51, 47.78),
        ("Donetsk", "UKR", "city", 48.02, 37.80),
        ("Kabul", "AFG", "capital", 34.53, 69.17),
        ("Sana'a", "YEM", "capital", 15.35, 44.21),
        ("Kyiv", "UKR", "capital", 50.45, 30.52),
        ("Washington", "USA", "capital", 38.90, -77.04),
        ("Pristina", "XKX", "capital", 42.67, 21.17),
        ("Deir ez-Zor", "SYR", "city", 35.34, 40.14),
        ("Hodeidah", "YEM", "city", 14.80, 42.95),
        ("Dohuk", "IRQ", "city", 36.87, 42.99),
        ("Nabatieh", "LBN", "city", 33.38, 35.48),
        ("Rafah crossing", "PSE", "site", 31.25, 34.26),
    ],
)
def test_points(
    gazetteer: Gazetteer, name: str, country: str, feature: str, latitude: float, longitude: float
) -> None:
    row = first(gazetteer, name)
    assert (row.country, row.feature) == (country, feature)
    assert row.latitude == pytest.approx(latitude, abs=NEAR)
    assert row.longitude == pytest.approx(longitude, abs=NEAR)
    assert row.is_point


@pytest.mark.parametrize(
    ("name", "country", "feature"),
    [
        ("Anbar", "IRQ", "admin1"),
        ("Anbar province", "IRQ", "admin1"),
        ("Gao region", "MLI", "admin1"),
        ("Rakhine", "MMR", "admin1"),
        ("Rakhine state", "MMR", "admin1"),
        ("Donetsk region", "UKR", "admin1"),
        ("Helmand", "AFG", "admin1"),
        ("Tigray", "ETH", "admin1"),
        ("West Bank", "PSE", "region"),
        ("Gaza Strip", "PSE", "region"),
        ("Crimea", "UKR", "disputed"),
        ("Golan Heights", "SYR", "disputed"),
        ("Sinai", "EGY", "region"),
        ("Darfur", "SDN", "region"),
        ("Red Sea", None, "sea"),
        ("Strait of Hormuz", None, "sea"),
        ("Middle East", None, "region"),
        ("Litani River", "LBN", "river"),
    ],
)
def test_areas_are_no_points(
    gazetteer: Gazetteer, name: str, country: str | None, feature: str
) -> None:
    row = first(gazetteer, name)
    assert (row.country, row.feature) == (country, feature)
    assert not row.is_point


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("US", "USA"),
        ("U.S.", "USA"),
        ("U.S.A.", "USA"),
        ("United States", "USA"),
        ("America", "USA"),
        ("Britain", "GBR"),
        ("UK", "GBR"),
        ("Palestine", "PSE"),
        ("Kosovo", "XKX"),
        ("Taiwan", "TWN"),
        ("Western Sahara", "ESH"),
        ("Ivory Coast", "CIV"),
        ("Côte d’Ivoire", "CIV"),
        ("DR Congo", "COD"),
        ("Burma", "MMR"),
        ("Turkey", "TUR"),
        ("Türkiye", "TUR"),
        ("Georgia", "GEO"),
        ("Jordan", "JOR"),
        ("Chad", "TCD"),
        ("Niger", "NER"),
    ],
)
def test_country_names(gazetteer: Gazetteer, name: str, country: str) -> None:
    row = first(gazetteer, name)
    assert (row.country, row.feature) == (country, Feature.COUNTRY)
    assert not row.is_point


def test_one_word_for_two_states_gives_both(gazetteer: Gazetteer) -> None:
    assert {row.country for row in gazetteer.candidates("Congo")[:2]} == {"COD", "COG"}
    assert {row.country for row in gazetteer.candidates("Korea")[:2]} == {"KOR", "PRK"}


def test_homonyms_stay_among_the_candidates(gazetteer: Gazetteer) -> None:
    assert {"PSE", "POL"} <= {row.country for row in gazetteer.candidates("Jenin")}
    assert {"USA", "GEO"} <= {row.country for row in gazetteer.candidates("Georgia")}
    assert {"LBY", "LBN"} <= {row.country for row in gazetteer.candidates("Tripoli")}


def test_rows_carry_their_admin_chain(gazetteer: Gazetteer) -> None:
    assert first(gazetteer, "Ramadi").admin_chain[:2] == ("IRQ", "Anbar")
    assert first(gazetteer, "Khan Younis").admin1 == "Gaza Strip"
    assert first(gazetteer, "Jenin").admin1 == "West Bank"
    assert first(gazetteer, "Ain al-Asad").admin1 == "Anbar"


def test_match_tells_own_names_from_foreign_ones(gazetteer: Gazetteer) -> None:
    matches = {row.country: row.match for row in reversed(gazetteer.candidates("Bethlehem"))}
    assert matches["PSE"] is NameMatch.OWN
    assert matches["BRA"] is NameMatch.OTHER


@pytest.mark.parametrize("name", ["", "  ", "'", "Qwertzuiopville", "anbar provinces of old"])
def test_unknown_names_have_no_candidates(gazetteer: Gazetteer, name: str) -> None:
    assert gazetteer.candidates(name) == ()
    assert not gazetteer.has_name(name)


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("Al Ḩasakah", "al hasakah"),
        ("Ain al-Asad", "ain al asad"),
        ("Sana’a", "sanaa"),
        ("Sana'a", "sanaa"),
        ("Ma‘arrat", "maarrat"),
        ("U.S.", "us"),
        ("Washington, D.C.", "washington dc"),
        ("St. Petersburg", "saint petersburg"),
        ("Main St", "main st"),
        ("Mt. Hermon", "mount hermon"),
        ("Diyarbakır", "diyarbakir"),
        ("İstanbul", "istanbul"),
        ("Łódź", "lodz"),
        ("Tórshavn", "torshavn"),
        ("Gießen", "giessen"),
        ("N’Djamena", "ndjamena"),
        ("Trinidad & Tobago", "trinidad and tobago"),
        ("  Khan \n Younis ", "khan younis"),
        ("Arbil/Erbil", "arbil erbil"),
    ],
)
def test_folding(name: str, folded: str) -> None:
    assert fold_name(name) == folded
    assert fold_name(folded) == folded


@pytest.mark.parametrize(
    ("tokens", "start", "taken"),
    [
        (["in ", "Khan ", "Younis ", "on "], 1, 2),
        (["near ", "al", "-", "Asad ", "air ", "base ", "in "], 1, 5),
        (["Deir ", "ez", "-", "Zor ", "province "], 0, 5),
        (["St. ", "Petersburg, "], 0, 2),
        (["United ", "States"], 0, 2),
        (["Gao."], 0, 1),
        (["xyzzy "], 0, 0),
        (["a ", "b"], 2, 0),
    ],
)
def test_longest_match(gazetteer: Gazetteer, tokens: list[str], start: int, taken: int) -> None:
    assert gazetteer.longest_match(tokens, start) == taken


def test_first_words(gazetteer: Gazetteer) -> None:
    assert gazetteer.has_first_word("Khan")
    assert gazetteer.has_first_word("St.")
    assert gazetteer.has_first_word("DEIR")
    assert not gazetteer.has_first_word("xyzzy")
    assert not gazetteer.has_first_word("")
    assert gazetteer.longest_name_words > 2


def test_loading_twice_gives_the_same_object(gazetteer: Gazetteer) -> None:
    assert load_gazetteer() is gazetteer
    assert len(gazetteer) > 250_000
    assert gazetteer.name_count > 500_000
    assert len(gazetteer.fingerprint) == 64


COUNTRIES = {row["iso3"]: row for row in load_table("countries")}


@pytest.mark.parametrize(
    ("iso3", "column", "values"),
    [
        ("IRQ", "adjectives", ["Iraqi"]),
        ("IRQ", "people", ["Iraqi", "Iraqis"]),
        ("GBR", "adjectives", ["British"]),
        ("GBR", "people", ["Briton", "Britons"]),
        ("GBR", "metonyms", ["Downing Street", "London"]),
        ("USA", "aliases", ["US", "U.S.", "USA", "America"]),
        ("USA", "metonyms", ["White House", "Washington"]),
        ("RUS", "metonyms", ["Kremlin", "Moscow"]),
        ("FRA", "metonyms", ["Elysee", "Paris"]),
        ("NER", "people", ["Nigerien", "Nigeriens"]),
        ("NGA", "people", ["Nigerian", "Nigerians"]),
        ("PHL", "people", ["Filipino", "Filipinos"]),
        ("DNK", "people", ["Dane", "Danes"]),
        ("PSE", "adjectives", ["Palestinian"]),
        ("XKX", "adjectives", ["Kosovar"]),
        ("TWN", "adjectives", ["Taiwanese"]),
        ("ESH", "people", ["Sahrawi", "Sahrawis"]),
        ("IRQ", "neighbours", ["IRN", "SYR", "TUR", "JOR", "SAU", "KWT"]),
    ],
)
def test_country_table(iso3: str, column: str, values: list[str]) -> None:
    assert set(values) <= set(COUNTRIES[iso3][column].split("|"))


def test_country_codes() -> None:
    assert (COUNTRIES["YEM"]["cow"], COUNTRIES["YEM"]["gw"]) == ("679", "678")
    assert (COUNTRIES["CHN"]["fips"], COUNTRIES["CHE"]["fips"]) == ("CH", "SZ")
    assert COUNTRIES["XKX"]["plover"] == "KOS"


def test_neighbours_are_mutual_and_known() -> None:
    for iso3, row in COUNTRIES.items():
        for other in filter(None, row["neighbours"].split("|")):
            assert iso3 in COUNTRIES[other]["neighbours"].split("|"), (iso3, other)


def test_every_state_has_demonyms_capital_and_point() -> None:
    for iso3, row in COUNTRIES.items():
        assert -90 <= float(row["latitude"]) <= 90
        assert -180 <= float(row["longitude"]) <= 180
        if row["gw"]:
            assert row["adjectives"] and row["people"] and row["capital"], iso3


def test_tables_name_known_countries() -> None:
    for row in load_table("regions"):
        for iso3 in filter(None, (row["countries"] + "|" + row["claimed_by"]).split("|")):
            assert iso3 in COUNTRIES, row["name"]
    for row in load_table("places_extra"):
        assert row["country"] in COUNTRIES, row["name"]


def test_own_places_name_known_regions(gazetteer: Gazetteer) -> None:
    for row in load_table("places_extra"):
        for place in gazetteer.candidates(row["name"]):
            if (
                place.country == row["country"]
                and row["admin1"]
                and place.feature == row["feature"]
            ):
                assert place.admin1, row["name"]


def test_us_states() -> None:
    states = {row["name"]: row for row in load_table("us_states")}
    assert states["California"]["ap"] == "Calif."
    assert states["New York"]["ap"] == "N.Y."
    assert states["District of Columbia"]["ap"] == "D.C."
    assert len({row["postal"] for row in states.values()}) == len(states) == 56
