"""Who acts, is acted upon or speaks: kinds, countries, sectors, and which mentions are one actor."""

import pytest

from dateline.lexicons.load import load_lexicon
from dateline.mentions import actors_by_head
from dateline.records import Actor
from dateline.stages.actor_words import NOUN_FILES, ActorNoun


def actors(read, text):
    return read(text, upto="find_actors").records(Actor)


def by_words(found, words):
    """Give the one actor that has a mention of exactly these words."""
    hits = [actor for actor in found if any(m.span.text == words for m in actor.mentions)]
    assert len(hits) == 1, f"{words!r} in {[[m.span.text for m in a.mentions] for a in found]}"
    return hits[0]


def words_of(found):
    return {mention.span.text for actor in found for mention in actor.mentions}


#: text, words of a mention, kind, country, sectors, why
TYPED = [
    ("Peru closed the border.", "Peru", "state", "PER", None, "a state that acts"),
    ("Peruvian troops left the valley.", "Peruvian troops", "armed forces", "PER", ("MIL",), "troops of a state"),
    ("Peru's army left the valley.", "Peru's army", "armed forces", "PER", ("MIL",), "a state as possessor"),
    ("The army of Peru left the valley.", "The army of Peru", "armed forces", "PER", ("MIL",), "of-phrase"),
    ("The Peruvian foreign ministry denied it.", "The Peruvian foreign ministry", "government", "PER", ("GOV",), "ministry"),
    ("Two Peruvian policemen were shot.", "Two Peruvian policemen", "police", "PER", ("COP",), "members of the police"),
    ("A Peruvian policeman was shot.", "A Peruvian policeman", "person", "PER", ("COP",), "one of them is a person"),
    ("Peru's parliament rejected the bill.", "Peru's parliament", "government", "PER", ("LEG",), "parliament"),
    ("A Peruvian court freed the men.", "A Peruvian court", "organisation", "PER", ("JUD",), "court"),
    ("Peru's intelligence service warned the mayor.", "Peru's intelligence service", "organisation", "PER", ("SPY",), "intelligence"),
    ("Peruvian militias attacked the port.", "Peruvian militias", "armed group", "PER", ("UAF",), "never the state's army"),
    ("Rebels in southern Chad attacked the port.", "Rebels in southern Chad", "armed group", "TCD", ("REB",), "where a group is tells its country"),
    ("Danish troops in Mali were shelled.", "Danish troops in Mali", "armed forces", "DNK", ("MIL",), "where troops stand does not"),
    ("Foreign troops in Mali were shelled.", "Foreign troops in Mali", "armed forces", None, ("MIL",), "foreign says no country"),
    ("The Danish embassy in Mali was evacuated.", "The Danish embassy in Mali", "government", "DNK", ("GOV",), "an embassy is of its sender"),
    ("Gunmen killed a farmer.", "Gunmen", "unnamed group", None, ("UAF",), "no side told"),
    ("Protesters blocked the bridge.", "Protesters", "unnamed group", None, ("CVL",), "people in the street"),
    ("Students and teachers marched.", "Students", "unnamed group", None, ("EDU",), "joined nouns are two"),
    ("Students and teachers marched.", "teachers", "unnamed group", None, ("EDU",), "joined nouns are two"),
    ("Journalists were beaten.", "Journalists", "unnamed group", None, ("JRN",), "people of the press are no media house"),
    ("Peruvians fear a new war.", "Peruvians", "population", "PER", ("CVL",), "a people"),
    ("Many Peruvians fear a new war.", "Many Peruvians", "population", "PER", ("CVL",), "with its quantifier"),
    ("The Russians bombed the bridge.", "The Russians", "state", "RUS", None, "only states bomb"),
    ("Hezbollah fired rockets.", "Hezbollah", "armed group", "LBN", ("REB",), "register"),
    ("The World Bank lent 3 million dollars.", "The World Bank", "international organisation", "IGO", ("BUS",), "register"),
    ("Arab countries condemned the raid.", "Arab countries", "group of states", None, None, "several states"),
    ("The Green Valley Brigade took the pass.", "The Green Valley Brigade", "armed group", None, ("UAF",), "main word of a name"),
    ("A former minister was arrested.", "A former minister", "person", None, ("ELI",), "office of the past"),
    ("A former general was arrested.", "A former general", "person", None, ("ELI", "MIL"), "office of the past, armed"),
    ("The Kenyan side asked for a delay.", "The Kenyan side", "state", "KEN", None, "side of a state is the state"),
    ("Dozens of civilians were killed.", "Dozens of civilians", "unnamed group", None, ("CVL",), "quantity before of"),
    ("A spokesman for the Kenyan army denied it.", "A spokesman for the Kenyan army", "person", "KEN", ("MIL",), "speaks for the army"),
    ("Kenyan President Abel Okello resigned.", "Kenyan President Abel Okello", "person", "KEN", ("GOV",), "title and country before a name"),
    ("Okello says the dam will burst.", "Okello", "person", None, None, "a capitalised word that speaks"),
    ("Pro-Iranian gunmen attacked the port.", "Pro-Iranian gunmen", "unnamed group", None, ("UAF",), "whose side, not which country"),
    ("US and British troops left the base.", "US and British troops", "armed forces", None, ("MIL",), "several countries give none"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "kind", "country", "sectors", "why"), TYPED)
def test_types(read, text, words, kind, country, sectors, why):
    actor = by_words(actors(read, text), words)
    assert (actor.kind.value, actor.country.value, actor.sectors.value) == (
        kind,
        country,
        sectors,
    ), why


#: text, words that must not be a mention of any actor, why
REFUSED = [
    ("Three men drowned in Peru.", "Peru", "only a place"),
    ("Thousands fled Chad.", "Chad", "a place that is left"),
    ("They crossed the north of Mali.", "Mali", "a place after a noun of place"),
    ("Syrian militias attacked the port.", "Syrian", "an adjective of origin names no actor"),
    ("The base housed a Danish radar.", "Danish", "an adjective before a thing"),
    ("Rockets hit two military bases.", "two military bases", "things are no actors"),
    ("A shell hit the hospital.", "the hospital", "a building that is hit"),
    ("He was tried in court.", "court", "an organ after a preposition of place"),
    ("It was seen as a victim of fashion.", "a victim of fashion", "after 'as' it only says what something is"),
    ("Shells fell on Kyiv.", "Kyiv", "a capital as a city"),
    ("Kyiv burned for two days.", "Kyiv", "a capital as the subject of what befalls a city"),
    ("Goma fell on Monday.", "Goma", "a place that the parser takes for a person"),
    ("Opposition to the dam is growing.", "Opposition to the dam", "an attitude, not a party"),
    ("It is likely that the soldiers will leave.", "It", "an empty 'it'"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "why"), REFUSED)
def test_refused(read, text, words, why):
    assert words not in words_of(actors(read, text)), why


#: text, all words of one actor in text order, why
TOGETHER = [
    (
        "The United States condemned the raid. Washington said it would act. US officials met.",
        ["The United States", "Washington", "it"],
        "a state by name, by its capital and by a pronoun; its officials are somebody else",
    ),
    (
        "Kenyan militias attacked the port. Several militias in northern Kenya fled. Various Kenyan militia groups signed.",
        ["Kenyan militias", "Several militias in northern Kenya", "Various Kenyan militia groups"],
        "groups without a name, of one sort and one country",
    ),
    (
        "A spokesman for the defence ministry denied it. Abel Okello, the spokesman, said the road was open."
        " Okello added that he had been there.",
        ["A spokesman for the defence ministry", "Abel Okello", "the spokesman", "Okello", "he"],
        "an office without a name, the name with the office apposed, the surname, the pronoun",
    ),
    (
        "The Valley Workers' Congress (VWC) called a strike. The VWC said it would last.",
        ["The Valley Workers' Congress", "VWC", "The VWC", "it"],
        "an acronym introduced in brackets",
    ),
    (
        "Two officials confirmed the ban. The officials spoke in Lima. They asked not to be named.",
        ["Two officials", "The officials", "They"],
        "the definite plural takes up the counted one",
    ),
    (
        "Houthi rebels seized a ship. The Houthis released it later.",
        ["Houthi rebels", "The Houthis"],
        "the noun after a registered name only explains it",
    ),
    (
        "Hamas rejected the offer. The group said its men would fight on.",
        ["Hamas", "The group", "its"],
        "the group, and its possessive",
    ),
    (
        "Kenya's army retook the town. Its spokesman, Colonel Abel Okello, praised the troops.",
        ["Its spokesman", "Colonel Abel Okello"],
        "an office with a possessive pronoun, and the name in apposition",
    ),
    (
        "The government counted the Danish troops and asked for their withdrawal.",
        ["the Danish troops", "their"],
        "a real plural is likelier for 'their' than a body that is the subject",
    ),
    (
        "Peruvian police arrested a woman. She denied the charge.",
        ["a woman", "She"],
        "gender tells the woman from the police",
    ),
    (
        "A faction calling itself the Green Valley Brigade took the pass.",
        ["A faction", "itself", "the Green Valley Brigade"],
        "a name given by 'calling itself'",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "why"), TOGETHER)
def test_together(read, text, words, why):
    found = actors(read, text)
    assert words in [[m.span.text for m in actor.mentions] for actor in found], why


#: text, words of one actor, words of another that must not be the same, why
APART = [
    ("US troops left. The US thanked Chad.", "US troops", "The US", "an army is not its state"),
    ("Syria's army met Syrian militias.", "Syria's army", "Syrian militias", "a militia is not the army"),
    ("Three soldiers died. Two soldiers fled.", "Three soldiers", "Two soldiers", "counted people are their own"),
    ("A man fell. Another man ran.", "A man", "Another man", "another is another"),
    ("The army shelled rebels. Foreign military forces watched.", "The army", "Foreign military forces", "foreign forces are not the army"),
    ("The group's nominee met the president's nominee.", "The group's nominee", "the president's nominee", "the same word with two owners"),
    ("The government fell. The regional government stayed.", "The government", "The regional government", "a word singles it out"),
    ("Abel Okello met Ruth Okello.", "Abel Okello", "Ruth Okello", "one surname, two persons"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "one", "other", "why"), APART)
def test_apart(read, text, one, other, why):
    found = actors(read, text)
    assert by_words(found, one).id != by_words(found, other).id, why


def test_owner_gives_country_and_sector(read):
    """He speaks for a former commander, so he is elite, of that country, and not the army."""
    text = "An aide to the former commander of the Kenyan army, Abel Okello, was jailed."
    actor = by_words(actors(read, text), "Abel Okello")
    assert actor.country.value == "KEN"
    assert actor.sectors.value == ("ELI", "MIL")
    assert actor.role.value == "aide to the former commander of the Kenyan army"
    assert actor.member_of is not None


def test_quoted_we_is_the_speaker(read):
    text = 'Abel Okello, a farmer, said: "We lost our cows. I will not go back."'
    actor = by_words(actors(read, text), "Abel Okello")
    assert [m.span.text for m in actor.mentions if m.how == "pronoun"] == ["We", "our", "I"]


def test_unquoted_we_is_nobody(read):
    assert "we" not in words_of(actors(read, "Abel Okello said that we lost."))


@pytest.mark.parametrize(
    ("text", "words", "country"),
    [
        ("Israeli air strikes hit the port.", "Israeli", "ISR"),
        ("The Chadian military presence in Sudan worries farmers.", "Chadian", "TCD"),
        ("Talks between Moscow and Washington broke off.", "Moscow", "RUS"),
        ("Beijing criticised the visit.", "Beijing", "CHN"),
        ("They blamed Iran for the raid.", "Iran", "IRN"),
    ],
)
def test_states_that_act(read, text, words, country):
    actor = by_words(actors(read, text), words)
    assert (actor.kind.value, actor.country.value) == ("state", country)


def test_the_country_is_the_state_named_before(read):
    found = actors(read, "Floods hit Chad. The country asked for help.")
    actor = by_words(found, "The country")
    assert (actor.kind.value, actor.country.value, actor.name) == ("state", "TCD", "Chad")


def test_double_name_is_settled_by_the_report(read):
    """RSF is a force in Sudan and a body of the press: the full name, then the country, decides."""
    sudan = by_words(actors(read, "The RSF took a town in Sudan. Sudan's army fled."), "The RSF")
    assert sudan.register_id == "rsf_sudan"
    press = actors(
        read, "Reporters Without Borders condemned the arrest. RSF asked for his release."
    )
    assert by_words(press, "RSF").register_id == "rsf_press"


def test_every_value_is_proven_or_explained(read):
    text = "Gunmen killed three policemen in Goma. The army said Abel Okello, a rebel, had fled."
    found = actors(read, text)
    assert found
    for actor in found:
        for coded in (actor.kind, actor.country, actor.sectors, actor.role):
            assert coded.reason
            assert (coded.value is not None) == bool(coded.evidence), coded
            assert all(text[s.start : s.end] == s.text for s in coded.evidence)
        for mention in actor.mentions:
            assert text[mention.span.start : mention.span.end] == mention.span.text
            assert mention.reason.endswith(".") and mention.rule


def test_ids_differ_and_order_is_of_the_text(read):
    found = actors(read, "Gunmen killed three policemen. Police arrested a man. The man denied it.")
    assert len({actor.id for actor in found}) == len(found)
    starts = [actor.mentions[0].span.start for actor in found]
    assert starts == sorted(starts)


def test_other_stages_find_actors_by_main_word(read):
    doc = read("Dozens of civilians fled when US troops shelled the town.", upto="find_actors")
    heads = {doc.parse[i].text for i in actors_by_head(doc)}
    assert {"Dozens", "troops"} <= heads


@pytest.mark.parametrize(
    "text",
    ["", " \n\t ", "?!… — ()", "🙂🚀 🙂", "\r\n\r\nPeru\r\nsaid.\r\n", "قال الجيش إن جنديا قتل.", "\x00\x07 army \x1b[0m",
     "x" * 1000 + " said.", "(" * 300, "US" * 400, "Mr", "The", "of of of of", '"We', "the the army army of of Peru's"],
)  # fmt: skip
def test_strange_input_never_raises(read, text):
    actors(read, text)


@pytest.mark.parametrize(
    ("file", "entry"),
    [(file, entry) for file in NOUN_FILES for entry in load_lexicon(file, ActorNoun)],
    ids=lambda value: value if isinstance(value, str) else value.id,
)
def test_lexicon_examples(read, file, entry):
    name = f"{file}/{entry.id}"
    assert name in rules(actors(read, entry.yes)), entry.yes
    assert name not in rules(actors(read, entry.no)), entry.no


def rules(found):
    coded = [c.rule for a in found for c in (a.kind, a.country, a.sectors, a.role)]
    return {*coded, *(a.rule for a in found), *(m.rule for a in found for m in a.mentions)}


#: text, words of one mention, name, why
NAMED = [
    ("The Pakistani Taliban denied it.", "The Pakistani Taliban", "Pakistani Taliban", "the report's own name, not the register's"),
    ("The Red Cross sent tents.", "The Red Cross", "Red Cross", "the same, without the article"),
    ("The EU met. The European Union voted.", "The EU", "European Union", "the fullest of the report's names"),
    ("The harbour chief, Captain Abel Okello, left.", "Captain Abel Okello", "Abel Okello", "no title, no rank"),
    ("The bloc's mediator, Ann Strandberg, left.", "Ann Strandberg", "Ann Strandberg", "a name beside what she is"),
    ("The Ambrel Valley Tigers, a separatist group, fled.", "The Ambrel Valley Tigers", "Ambrel Valley Tigers", "an unknown group"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "name", "why"), NAMED)
def test_names(read, text, words, name, why):
    assert by_words(actors(read, text), words).name == name, why


#: text, words that are one actor, why
ONE_ACTOR = [
    ("The mayor's spokesman, Abel Okello, left. The spokesman wept.", ("Abel Okello", "The spokesman"), "role before the name"),
    ("Ann Strandberg, the bloc's mediator, left.", ("Ann Strandberg", "the bloc's mediator"), "role after the name"),
    ("Rebels of the Green Valley Front said so. The Houthis denied it. Its spokesman said that the group was calm.",
     ("The Houthis", "the group"), "'the group' is the nearest one"),
    ("The Peruvian border service counted the lorries. Nine were stolen, it said.",
     ("The Peruvian border service", "it"), "the organ that speaks"),
    ("The Houthis claimed the raid in a message. The message said that it was over.",
     ("The Houthis", "The message"), "a message speaks for who sent it"),
    ("Russia, which has a port there, called for calm. Moscow offered to mediate.", ("Russia", "Moscow"), "the capital of the state that acts"),
    ("Ann Lincoln, a nurse, fled. Lincoln said that she was well.", ("Ann Lincoln", "Lincoln"), "a surname that is also a city"),
    ("The Permanent Valley Forum, an alliance of clans, met. The alliance wants peace.",
     ("The Permanent Valley Forum", "The alliance"), "taken up by the noun beside the name"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "why"), ONE_ACTOR)
def test_one_actor(read, text, words, why):
    found = actors(read, text)
    assert {by_words(found, each).id for each in words} == {by_words(found, words[0]).id}, why


#: text, words that are two actors, why
TWO_ACTORS = [
    ("The police accused the Houthis of helping the bombers.", ("the Houthis", "the bombers"), "places of one verb and the clause below it"),
    ("Tuareg rebels hold the town. The attackers fled.", ("Tuareg rebels", "The attackers"), "who the culprits are only the text may say"),
    ("Twelve officers were hurt. General Abel Okello praised his officers.", ("Twelve officers", "his officers"), "a count is not all of them"),
    ("Dozens of people were hurt. Dozens of people fled.", None, "two counts are two groups"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "why"), TWO_ACTORS)
def test_two_actors(read, text, words, why):
    found = actors(read, text)
    if words is None:
        assert len([actor for actor in found if "people" in actor.name]) == 2, why
    else:
        assert by_words(found, words[0]).id != by_words(found, words[1]).id, why


def test_office_wins_over_rank(read):
    """A general who commands the police is of the police; his role is the office."""
    chief = by_words(
        actors(read, "She wrote to the police commander, General Abel Okello."),
        "General Abel Okello",
    )
    assert chief.sectors.value == ("COP",)
    assert chief.role.value == "police commander"


def test_former_office_stays_former_before_a_name(read):
    found = actors(read, "A court sentenced the former farm minister Abel Okello to two years.")
    assert next(a for a in found if a.name == "Abel Okello").sectors.value == ("ELI",)


def test_common_noun_in_capitals_is_of_the_country_told_of(read):
    """ "Congress" is that of the United States only where the report tells of them."""
    peru = by_words(
        actors(read, "BOGOTA, Colombia — Congress rejected the bill on Monday."), "Congress"
    )
    assert (peru.country.value, peru.register_id) == ("COL", None)
    usa = by_words(
        actors(read, "The United States waited. Congress rejected the bill."), "Congress"
    )
    assert usa.register_id == "us_congress"


def test_quotation_speaks_for_the_nearest_speaker(read):
    text = 'Chad denied the raid. "We have no guns," Sudan\'s foreign ministry said in a statement.'
    assert "We" in {
        m.span.text for m in by_words(actors(read, text), "Sudan's foreign ministry").mentions
    }
