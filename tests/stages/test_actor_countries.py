"""The country of actors whose own words name none, and when it must stay empty."""

import pytest

from dateline.records import Actor

PERU = "LIMA, Peru (Harbour Wire) — "
#: A report about Peru alone.
ABOUT_PERU = PERU + "A fire broke out in Lima on Monday. The mayor of Lima thanked Peru's firemen. "
#: A report about two states, told from one side.
TWO_STATES = (
    "N'DJAMENA, Chad (Harbour Wire) — Chad and Sudan closed their border on Monday."
    " Sudan blamed Chad. Chad blamed Sudan. "
)


def coded(read, text, words):
    """Give the country of the one actor with a mention of exactly these words."""
    found = read(text, upto="find_actors").records(Actor)
    hits = [actor for actor in found if any(m.span.text == words for m in actor.mentions)]
    assert len(hits) == 1, f"{words!r} in {[[m.span.text for m in a.mentions] for a in found]}"
    return hits[0].country


#: text after the opening, words of a mention, why
OF_REPORT = [
    ("Three workers were hurt.", "Three workers", "a group without a name"),
    ("A military official asked for calm.", "A military official", "an unnamed official"),
    ("The governor, Rosa Quispe, resigned.", "Rosa Quispe", "a person presented in an office"),
    (
        "Luis Rojas, a student leader, called for a march.",
        "Luis Rojas",
        "a person presented in a role",
    ),
    ("General Luis Rojas resigned.", "General Luis Rojas", "a person with a rank"),
    ("Labour unions called a strike.", "Labour unions", "bodies without a name"),
    ("The ambulance service asked for petrol.", "The ambulance service", "one body"),
    (
        "The Harbour Safety Authority opened an inquiry.",
        "The Harbour Safety Authority",
        "a named body of state",
    ),
]


@pytest.mark.parametrize(("text", "words", "why"), OF_REPORT)
def test_takes_country_of_report(read, text, words, why):
    country = coded(read, ABOUT_PERU + text, words)
    assert (country.value, country.rule) == ("PER", "actors.country-of-report"), why
    assert country.confidence < 0.8, "less sure than 'the army'"
    assert country.evidence[0].text in ("Lima", "LIMA", "Peru"), why


#: text after the opening, words of a mention, why its country stays empty
NOT_OF_REPORT = [
    ("Diplomats asked for calm.", "Diplomats", "they may be of any state"),
    ("Foreign ministers asked for calm.", "Foreign ministers", "of several states"),
    ("European banks lent money.", "European banks", "a word for a region"),
    ("An analyst doubted the figures.", "An analyst", "experts speak from anywhere"),
    ("Reporters were kept away.", "Reporters", "reporters come from anywhere"),
    ("Luis Rojas asked for calm.", "Luis Rojas", "a name without a role"),
    ("Tourists fled the hotel.", "Tourists", "from elsewhere by definition"),
    (
        "A clerk of the Ambrel Trust was hurt.",
        "A clerk of the Ambrel Trust",
        "of a body that is not understood",
    ),
]


@pytest.mark.parametrize(("text", "words", "why"), NOT_OF_REPORT)
def test_stays_empty(read, text, words, why):
    found = read(ABOUT_PERU + text, upto="find_actors").records(Actor)
    hits = [actor for actor in found if any(m.span.text == words for m in actor.mentions)]
    assert all(actor.country.value is None for actor in hits), why


@pytest.mark.parametrize(
    ("text", "words", "why"),
    [
        ("Forty prisoners were freed.", "Forty prisoners", "of either state"),
        ("Three farmers were killed.", "Three farmers", "of either state"),
        ("Both armies pulled back.", "Both armies", "of both states"),
    ],
)
def test_two_states_leave_it_open(read, text, words, why):
    assert coded(read, TWO_STATES + text, words).value is None, why


def test_armed_people_only_where_no_other_country_is_named(read):
    """Armed groups cross borders; their country is taken from the report only if it names one alone."""
    alone = ABOUT_PERU + "Gunmen shot a fireman."
    assert coded(read, alone, "Gunmen").value == "PER"
    assert coded(read, alone + " Ecuador asked for calm.", "Gunmen").value is None


def test_sentence_elsewhere_is_not_of_the_report(read):
    country = coded(
        read, ABOUT_PERU + "In Quito, Ecuador, three workers were hurt.", "three workers"
    )
    assert country.value is None


@pytest.mark.parametrize(
    ("text", "words", "country", "rule"),
    [
        ("Chad's president warned that the army would answer.", "the army", "TCD", "actors.country-of-speaker"),
        ("The Kenyan police freed him. Their spokeswoman, Ann Okello, denied it.", "Ann Okello", "KEN", "actors.country-of-owner"),
        ("The European Union asked for calm. Its mediator, Ann Okello, flew home.", "Ann Okello", "EUR", "actors.country-of-owner"),
        ("The Kenyan coast guard saved them. Its head, Colonel Ann Okello, thanked the crew.", "Colonel Ann Okello", "KEN", "actors.country-of-owner"),
        ("The governor of Lagos resigned.", "The governor of Lagos", "NGA", "actors.country-in-phrase"),
        ("Two Nairobi policemen were shot.", "Two Nairobi policemen", "KEN", "actors.country-in-phrase"),
    ],
)  # fmt: skip
def test_country_of_what_it_belongs_to(read, text, words, country, rule):
    found = coded(read, text, words)
    assert (found.value, found.rule) == (country, rule)


@pytest.mark.parametrize(
    ("text", "words", "country"),
    [
        ("The European Union asked for calm.", "The European Union", "EUR"),
        ("The United Nations asked for calm.", "The United Nations", "UNO"),
        ("UNICEF asked for calm.", "UNICEF", "UNO"),
        ("The African Union asked for calm.", "The African Union", "IGO"),
        ("Oxfam asked for calm.", "Oxfam", "NGO"),
        ("Islamic State claimed the attack.", "Islamic State", "IMG"),
        ("A UN official asked for calm.", "A UN official", "UNO"),
    ],
)
def test_bodies_of_no_state_have_plover_codes(read, text, words, country):
    assert coded(read, text, words).value == country


def test_enemies_are_not_of_their_enemy(read):
    assert coded(read, "Chad's army named its enemies.", "its enemies").value is None


def test_one_word_for_a_people_does_not_say_where(read):
    """Whose soldiers they are tells nothing of the rebels who attack them."""
    assert coded(read, "Rebels attacked French soldiers.", "Rebels").value is None
