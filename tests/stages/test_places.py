"""Places: what is a place's name, which place it is, and how exactly the text says so."""

import pytest

from dateline.records import Place


@pytest.fixture
def places(read):  # type: ignore[no-untyped-def]
    def find(text: str) -> dict[str, Place]:
        doc = read(text, upto="find_places")
        found = doc.records(Place)
        for place in found:
            for mention in place.mentions:
                span = mention.span
                assert doc.text[span.start : span.end] == span.text
        return {place.name: place for place in found}

    return find


@pytest.mark.parametrize(
    ("text", "name", "country", "precision", "why"),
    [
        ("Fighting went on in Goma.", "Goma", "COD", "city", "the statistical tagger says person"),
        ("Gunmen shot at a bus near Gao, Mali.", "Gao", "MLI", "city", "Burkina Faso has one too"),
        ("Rebels left Timbuktu on Monday.", "Timbuktu", "MLI", "city", "no preposition before it"),
        ("Drones hit the Ain al-Asad airbase in Iraq.", "Ain al-Asad", "IRQ", "point", "base"),
        ("Police in Kasserine province, Tunisia, said so.", "Kasserine", "TUN", "admin1", "feature word"),
        ("Georgia and Armenia signed the treaty.", "Georgia", "GEO", "country", "not the US state"),
        ("A storm hit Atlanta, Georgia.", "Georgia", "USA", "admin1", "the US state, by Atlanta"),
        ("Talks were held in Tripoli, Lebanon.", "Tripoli", "LBN", "city", "not the capital of Libya"),
        ("Ships were attacked in the Red Sea.", "Red Sea", None, "region", "a sea has no country"),
    ],
)  # fmt: skip
def test_a_name_is_found_and_resolved(places, text, name, country, precision, why) -> None:  # type: ignore[no-untyped-def]
    found = places(text)
    assert name in found, f"{why}: {sorted(found)}"
    assert (found[name].country, found[name].precision) == (country, precision), why


@pytest.mark.parametrize(
    ("text", "word", "why"),
    [
        ("Michael Jordan spoke.", "Jordan", "a surname"),
        ("The Washington Post reported it.", "Washington", "a part of a newspaper's name"),
        ("Police fired in the air.", "Police", "a town in Poland, but a common word"),
        ("May Day protests filled the square in May.", "May", "a month"),
        ("Iraqi troops advanced.", "Iraqi", "an adjective of origin"),
        ("US troops advanced.", "US", "whose troops, not where"),
        ("Most people stayed at home.", "Most", "a town in Czechia, but a common word"),
        ("President Lincoln was shot.", "Lincoln", "a person after a title"),
    ],
)
def test_what_is_no_place_is_refused(places, text, word, why) -> None:  # type: ignore[no-untyped-def]
    assert word not in places(text), why


def test_a_vague_part_stays_vague(places) -> None:  # type: ignore[no-untyped-def]
    part = places("Clashes broke out in northern Mali.")["northern Mali"]
    assert (part.country, part.precision, part.latitude) == ("MLI", "region", None)


def test_a_country_is_never_a_point(places) -> None:  # type: ignore[no-untyped-def]
    chad = places("Refugees crossed into Chad.")["Chad"]
    assert (chad.latitude, chad.longitude, chad.precision) == (None, None, "country")


def test_the_country_stands_for_the_country_named_last(places) -> None:  # type: ignore[no-untyped-def]
    found = places("Protests spread in Kenya. Doctors across the country joined.")
    assert [mention.span.text for mention in found["Kenya"].mentions] == ["Kenya", "the country"]
    assert found["Kenya"].mentions[1].how == "anaphor"


def test_the_country_of_a_town_is_meant_when_only_the_town_was_named(places) -> None:  # type: ignore[no-untyped-def]
    found = places("Protests began in Mombasa. They spread through the country.")
    assert found["Kenya"].mentions[0].span.text == "the country"


def test_the_country_with_a_name_behind_it_is_no_anaphor(places) -> None:  # type: ignore[no-untyped-def]
    found = places("In Mali, the state of the roads is bad.")
    assert [mention.how for mention in found["Mali"].mentions] == ["name"]


def test_losers_are_kept_with_their_points(places) -> None:  # type: ignore[no-untyped-def]
    tripoli = places("Talks were held in Tripoli, Lebanon.")["Tripoli"]
    assert "LBY" in {candidate.country for candidate in tripoli.candidates}
    assert "follows the name" in tripoli.reason


@pytest.mark.parametrize(
    "text", ["", " ", "…", "🚁🚁", "\r\n\r\n", "مرحبا", "\x00\x07", "I\u0307z"]
)
def test_strange_text_gives_no_place_and_no_error(places, text) -> None:  # type: ignore[no-untyped-def]
    assert places(text) == {}
