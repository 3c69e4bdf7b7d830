"""Which counts of people are read, with which range, for whom, and for which event?"""

import pytest

from dateline.records import Attribution, EventToll, Toll, TollKind, Trigger
from dateline.stages.toll import find_tolls

SHORT = {
    "k": TollKind.KILLED, "i": TollKind.INJURED, "m": TollKind.MISSING, "a": TollKind.ABDUCTED,
    "r": TollKind.ARRESTED, "d": TollKind.DISPLACED, "p": TollKind.PARTICIPANTS,
}  # fmt: skip


def tolls(read, text: str) -> list[Toll]:
    """Give all tolls of a text, event by event."""
    doc = read(text, upto="find_tolls")
    return [toll for each in doc.records(EventToll) for toll in each.tolls]


def facts(read, text: str) -> list[tuple[str, str | None, int | None, int | None, int | None]]:
    """Give (kind, group, low, best, high) of each toll, in text order within an event."""
    short = {kind: letter for letter, kind in SHORT.items()}
    return [
        (short[toll.kind], toll.group.text if toll.group else None, toll.low, toll.best, toll.high)
        for toll in tolls(read, text)
    ]


COUNTED = [
    pytest.param("The attack killed six traders.", [("k", "traders", 6, 6, 6)], id="object"),
    pytest.param("Six traders died in the attack.", [("k", "traders", 6, 6, 6)], id="subject"),
    pytest.param("Six traders were killed in the raid.", [("k", "traders", 6, 6, 6)], id="passive"),
    pytest.param(
        "The attack killed six people, including two girls.",
        [("k", "people", 6, 6, 6), ("k", "girls", 2, 2, 2)],
        id="the whole and its part are two tolls",
    ),
    pytest.param(
        "The raid killed nine people, four of them girls.",
        [("k", "people", 9, 9, 9), ("k", "girls", 4, 4, 4)],
        id="part behind 'of them'",
    ),
    pytest.param(
        "The attack left at least 14 dead and 31 wounded.",
        [("k", None, 14, 14, None), ("i", None, 31, 31, 31)],
        id="states behind bare numbers, hedge only on the first",
    ),
    pytest.param(
        "Gunmen killed three guards, two drivers and a cook.",
        [("k", "guards", 3, 3, 3), ("k", "drivers", 2, 2, 2), ("k", "cook", 1, 1, 1)],
        id="a list counts one by one",
    ),
    pytest.param(
        "Dozens were hurt in clashes in the capital.", [("i", None, 24, None, 99)], id="vague"
    ),
    pytest.param(
        "Shelling displaced 3,000 families.",
        [("d", "families", 3000, 3000, 3000)],
        id="families are counted as families, not turned into people",
    ),
    pytest.param("Police arrested 14 activists.", [("r", "activists", 14, 14, 14)], id="arrested"),
    pytest.param(
        "The protest drew thousands of nurses.",
        [("p", "nurses", 2000, None, 9999)],
        id="what a protest draws takes part",
    ),
    pytest.param("The attack left two men missing.", [("m", "men", 2, 2, 2)], id="missing"),
    pytest.param(
        "Police condemned the killing of two nurses.",
        [("k", "nurses", 2, 2, 2)],
        id="behind a noun of harm and 'of'",
    ),
    pytest.param(
        "Between 20 and 30 rebels were killed in the raid.",
        [("k", "rebels", 20, None, 30)],
        id="a range has no best value",
    ),
    pytest.param(
        "Up to 30 rebels were killed in the raid.", [("k", "rebels", None, None, 30)], id="up to"
    ),
]


@pytest.mark.parametrize(("text", "expected"), COUNTED)
def test_counted(read, text, expected):
    assert facts(read, text) == expected


BY_GRAMMAR = [
    pytest.param("The raid killed a soldier.", [("k", "soldier", 1, 1, 1)], id="article"),
    pytest.param("Police arrested the mayor.", [("r", "mayor", 1, 1, 1)], id="definite singular"),
    pytest.param("Gunmen shot two brothers. Both were wounded.", [("i", None, 2, 2, 2)], id="both"),
    pytest.param("The raid killed soldiers.", [("k", "soldiers", 2, None, None)], id="bare plural"),
    pytest.param(
        "The attack killed Omar Daud, 45, and his wife.",
        [("k", "Omar Daud", 1, 1, 1), ("k", "his wife", 1, 1, 1)],
        id="a name is one; the age is no count",
    ),
]


@pytest.mark.parametrize(("text", "expected"), BY_GRAMMAR)
def test_counts_by_grammar(read, text, expected):
    assert facts(read, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "No casualties were reported in the attack.",
        "The attack did not cause any casualties.",
        "Rebels attacked the camp without causing casualties.",
    ],
)
def test_denied_casualties_are_zero_of_both_kinds(read, text):
    assert facts(read, text) == [("k", None, 0, 0, 0), ("i", None, 0, 0, 0)]


def test_denied_toll_shows_the_word_that_denies(read):
    (toll, _) = tolls(read, "The attack did not cause any casualties.")
    assert toll.evidence[0].text == "not cause any casualties"


NO_TOLL = [
    pytest.param("A 34-year-old building was hit in the attack.", id="age"),
    pytest.param("The attack in 2019 caused damage of $5 million.", id="year and money"),
    pytest.param("The 5th Brigade attacked the village, 20 km from the city.", id="unit, distance"),
    pytest.param("Ten percent of the village was destroyed in the attack.", id="percentage"),
    pytest.param("The gunmen killed three cows.", id="animals"),
    pytest.param("Police raided the school and seized eight telephones.", id="things are seized"),
    pytest.param("Gunmen fired 7.62 mm rounds at the post.", id="caliber"),
    pytest.param("Five people drowned on Monday.", id="no event at all"),
    pytest.param("Casualties were reported in the attack.", id="some, but no number"),
]


@pytest.mark.parametrize("text", NO_TOLL)
def test_what_is_no_toll(read, text):
    assert facts(read, text) == []


PARTS_AND_WHOLES = [
    pytest.param(
        "A bomb hit the bus. Seven soldiers were among the dead.",
        [("k", "soldiers", 7, 7, 7)],
        id="a part told by a sentence of its own",
    ),
    pytest.param(
        "A bomb hit the bus. Among the wounded were two nurses and a driver.",
        [("i", "nurses", 2, 2, 2), ("i", "driver", 1, 1, 1)],
        id="the part behind its verb, one by one",
    ),
    pytest.param(
        "A bomb hit the bus. The dead included a judge.",
        [("k", "judge", 1, 1, 1)],
        id="the dead include somebody",
    ),
    pytest.param(
        "A bomb hit the bus. Those killed include three policemen.",
        [("k", "policemen", 3, 3, 3)],
        id="those and a participle",
    ),
    pytest.param(
        "A bomb hit the bus. Two clerks were among those injured.",
        [("i", "clerks", 2, 2, 2)],
        id="among those and a participle",
    ),
    pytest.param(
        "A bomb hit the bus. Two clerks were among the guests.", [], id="guests are no victims"
    ),
    pytest.param(
        "A bomb hit the bus. The dead did not include any clerks.", [], id="a denied part is none"
    ),
    pytest.param(
        "A bomb hit the bus. A clinic counted 63 injured clerks, two of them in danger.",
        [("i", "clerks", 63, 63, 63), ("i", None, 2, 2, 2)],
        id="'injured' is no part of the group; 'in danger' is no word for people",
    ),
    pytest.param(
        "A bomb hit the bus. A clinic spoke of “more than thirty” dead.",
        [("k", None, 31, 31, None)],
        id="a number in quotation marks",
    ),
    pytest.param(
        "A bomb hit the bus. The mayor spoke of one death.",
        [("k", None, 1, 1, 1)],
        id="one death is a count",
    ),
    pytest.param(
        "A bomb hit the bus. The mayor spoke of a death foretold.", [], id="a death is none"
    ),
    pytest.param(
        "Several hundred clerks marched through Oslo.",
        [("p", "clerks", 300, None, 999)],
        id="a vague word before a scale",
    ),
    pytest.param(
        "Clerks marched through Oslo. Police arrested 40 protesters.",
        [("r", "protesters", 40, 40, 40)],
        id="protesters who are held do not tell how many took part",
    ),
    pytest.param(
        "Clerks marched through Oslo. Nine protesters were injured.",
        [("i", "protesters", 9, 9, 9)],
        id="nor do those who are hurt",
    ),
    pytest.param(
        "A bomb hit the bus. The number of the dead was put at 20.",
        [("k", None, 20, 20, 20)],
        id="the number of the dead",
    ),
]


@pytest.mark.parametrize(("text", "expected"), PARTS_AND_WHOLES)
def test_parts_and_wholes(read, text, expected):
    assert facts(read, text) == expected


NOT_THIS_EVENT = [
    pytest.param(
        "A bomb hit the market on Monday. In 2019, 40 people were killed in the town.",
        id="a sentence with an old date of its own",
    ),
    pytest.param(
        "A bomb hit the market on Monday. Five people died in a bus crash.", id="an accident"
    ),
    pytest.param(
        "A bomb hit the market on Monday. The storm left 30 families homeless.", id="a storm"
    ),
    pytest.param("The rebels threatened to attack the town. Five people died.", id="no deed yet"),
    pytest.param(
        "The army denied that nine clerks had been killed in the attack.",
        id="the speaker denies it",
    ),
]


@pytest.mark.parametrize("text", NOT_THIS_EVENT)
def test_toll_of_something_else_is_left_out(read, text):
    assert facts(read, text) == []


def test_another_gathering_keeps_its_own_crowd(read):
    text = "Clerks marched through Oslo. About 300 people took part in a march in Bergen."
    assert [words for words, _ in told_of(read, text)] != ["marched through"]


def told_of(read, text: str) -> list[tuple[str, int | None]]:
    """Give (trigger words, best) of each toll."""
    doc = read(text, upto="find_tolls")
    words = {each.id: each.span.text for each in doc.records(Trigger)}
    return [
        (words[each.event], toll.best) for each in doc.records(EventToll) for toll in each.tolls
    ]


PLACED = [
    pytest.param(
        "Gunmen attacked a village on Monday. Five people were killed, police said.",
        [("attacked", 5)],
        id="a toll told after its event goes back to it",
    ),
    pytest.param(
        "In 2019 rebels attacked the town, killing 40 people. On Friday gunmen raided the town.",
        [("killing", 40)],
        id="a historic toll stays with the historic event",
    ),
    pytest.param(
        "Rebels attacked the camp. The death toll rose to 45.",
        [("attacked", 45)],
        id="a total belongs to the event before it",
    ),
    pytest.param(
        "The raid on Monday killed two men. The ambush on Friday killed seven.",
        [("killed", 2), ("killed", 7)],
        id="each to the verb of its own sentence",
    ),
    pytest.param(
        "The army sent a battalion to the border after gunmen attacked a village. Three clerks"
        " were killed and eleven were wounded.",
        [("attacked", 3), ("attacked", 11)],
        id="the violence of the sentence before, not what else it tells",
    ),
    pytest.param(
        "Gunmen attacked a village. Police arrested two men. Nobody was hurt.",
        [("attacked", 0), ("arrested", 2)],
        id="harm goes past an arrest to the violence of the paragraph",
    ),
    pytest.param(
        "Gunmen attacked a camp near Gao, which rebels had shelled in May. Five clerks died.",
        [("attacked", 5)],
        id="what a relative clause tells in passing comes last",
    ),
    pytest.param(
        "Gunmen attacked a camp. A woman spoke. A man spoke. A boy spoke. The death toll is 12.",
        [("attacked", 12)],
        id="a total goes further back than a count",
    ),
]


@pytest.mark.parametrize(("text", "expected"), PLACED)
def test_toll_goes_to_its_event(read, text, expected):
    assert told_of(read, text) == expected


def test_toll_says_who_gives_the_figure(read):
    doc = read("Six traders were killed in the raid, police said.", upto="find_tolls")
    (event,) = doc.records(EventToll)
    (attribution,) = doc.records(Attribution)
    assert event.tolls[0].attributed_to == attribution.id


RIVALS = [
    pytest.param(
        "A bomb hit the bus. Nine clerks died, police said. A doctor said 12 clerks had died.",
        [(9, "police"), (12, "A doctor")],
        id="two speakers, two figures, one event",
    ),
    pytest.param(
        "A bomb hit the bus. The mayor said nine clerks had died, while the rebels spoke of one"
        " death.",
        [(9, "The mayor"), (1, "the rebels")],
        id="both in one sentence",
    ),
    pytest.param(
        "A bomb hit the bus, killing nine clerks. Seven guards were among the dead, according to a"
        " doctor.",
        [(9, None), (7, "a doctor")],
        id="the part has its own speaker",
    ),
]


@pytest.mark.parametrize(("text", "expected"), RIVALS)
def test_rival_figures_keep_their_speakers(read, text, expected):
    doc = read(text, upto="find_tolls")
    sources = {
        each.id: each.source.text for each in doc.records(Attribution) if each.source is not None
    }
    found = [toll for each in doc.records(EventToll) for toll in each.tolls]
    assert [(toll.best, sources.get(toll.attributed_to)) for toll in found] == expected


def test_rule_is_the_entry_that_set_the_range(read):
    (exact,) = tolls(read, "The attack killed six traders.")
    (hedged,) = tolls(read, "The attack killed at least six traders.")
    assert (exact.rule, exact.hedge) == ("toll_words/kill", None)
    assert (hedged.rule, hedged.hedge.text) == ("vague_numbers/at-least", "at least")


def test_evidence_skips_the_other_counts_of_a_list(read):
    found = tolls(read, "Gunmen killed three guards and two drivers.")
    assert [[span.text for span in toll.evidence] for toll in found] == [
        ["killed three guards"], ["killed", "two drivers"],
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["", "!!!", "killed 5 " * 30, "🙂 5 dead", "قتل 5", "9" * 1000])
def test_strange_input_does_not_raise(read, text):
    doc = read(text or " ", upto="find_tolls")
    for each in doc.records(EventToll):
        for toll in each.tolls:
            for span in toll.evidence:
                assert doc.text[span.start : span.end] == span.text


def test_same_text_gives_same_tolls(read):
    doc = read("Gunmen killed three guards and wounded dozens.", upto="find_tolls")
    assert find_tolls(doc) == doc.records(EventToll)
