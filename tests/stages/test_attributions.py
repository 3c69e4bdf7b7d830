"""Who says what: source, cue and content of attributions, in the exact words."""

import pytest

from dateline.records import Attribution, AttributionKind

#: text, source, cue, contents, why
FOUND = [
    (
        "The mayor said the bridge had been closed.",
        "The mayor", "said", ["the bridge had been closed"],
        "a clause without 'that', the final stop left out",
    ),
    (
        "The mayor has repeatedly said that the bridge is closed.",
        "The mayor", "has repeatedly said", ["the bridge is closed"],
        "the cue keeps its verb group, the content begins behind 'that'",
    ),
    (
        "“We are leaving,” Amina Yusuf said on Friday.",
        "Amina Yusuf", "said", ["“We are leaving,”"],
        "direct speech before the cue, marks kept",
    ),
    (
        "“We are leaving. The road is shut,” said Amina Yusuf, who sells milk there.",
        "Amina Yusuf", "said", ["“We are leaving. The road is shut,”"],
        "one content over two sentences; the relative clause is no part of the source",
    ),
    (
        "Amina Yusuf, the headmistress, said, “We are leaving. The road is shut. Nobody helped.”",
        "Amina Yusuf", "said", ["“We are leaving. The road is shut. Nobody helped.”"],
        "a name is enough, its description stays out; quotation behind the cue",
    ),
    (
        'The army\'s spokesman, Colonel Omar Deng, said: "We hold the town."',
        "The army's spokesman, Colonel Omar Deng", "said", ['"We hold the town."'],
        "a description keeps the name that identifies it; colon and straight marks",
    ),
    (
        "“We hold the town,” the colonel said, “and we shall keep it.”",
        "the colonel", "said", ["“We hold the town,”", "“and we shall keep it.”"],
        "a content cut in two",
    ),
    (
        "“We hold the town,” the colonel said. “Nobody will take it from us.”",
        "the colonel", "said", ["“We hold the town,”", "“Nobody will take it from us.”"],
        "speech that goes on in the next sentence without a new cue",
    ),
    (
        "The truce, the envoy said, will not last.",
        "the envoy", "said", ["The truce", "will not last"],
        "indirect speech cut by the cue",
    ),
    (
        "Four people died in the fire, the fire service said.",
        "the fire service", "said", ["Four people died in the fire"],
        "indirect speech before the cue",
    ),
    (
        "According to the harbour police, two boats sank in the storm.",
        "the harbour police", "According to", ["two boats sank in the storm"],
        "phrase at the head of the sentence",
    ),
    (
        "Two boats sank in the storm, according to the harbour police.",
        "the harbour police", "according to", ["Two boats sank in the storm"],
        "phrase at the end",
    ),
    (
        "The boats, according to the harbour police, sank in the storm.",
        "the harbour police", "according to", ["The boats", "sank in the storm"],
        "phrase in the middle",
    ),
    (
        "In the judge's view, the arrest was unlawful.",
        "the judge", "In the judge's view", ["the arrest was unlawful"],
        "a view named by a phrase",
    ),
    (
        "The group's claim that it shot down a drone was not confirmed.",
        "The group", "claim", ["it shot down a drone"],
        "a noun with a clause, the possessor is the source",
    ),
    (
        "The rebels vowed to fight on.",
        "The rebels", "vowed", ["to fight on"],
        "an intention; the infinitive keeps its 'to'",
    ),
    (
        "The general denied shelling the hospital.",
        "The general", "denied", ["shelling the hospital"],
        "a denial with a participle",
    ),
    (
        "The ministry declined to comment.",
        "The ministry", "declined", ["to comment"],
        "a refusal to speak",
    ),
    (
        "The opposition has called for an inquiry into the deaths.",
        "The opposition", "has called for", ["an inquiry into the deaths"],
        "a request; the preposition belongs to the cue",
    ),
    (
        "The bishop urged both sides to stop the fighting.",
        "The bishop", "urged", ["both sides to stop the fighting"],
        "a request to somebody: the content is what they should do",
    ),
    (
        "The minister described the raid as a crime.",
        "The minister", "described", ["the raid as a crime"],
        "naming a thing",
    ),
    (
        "The minister accused the rebels of burning the granary.",
        "The minister", "accused", ["the rebels of burning the granary"],
        "an accusation keeps the accused",
    ),
    (
        "“Nobody was there,” the captain bristled.",
        "the captain", "bristled", ["“Nobody was there,”"],
        "a verb that the lexicon does not know, beside a quotation",
    ),
    (
        "``We are leaving,'' the teacher said.",
        "the teacher", "said", ["``We are leaving,''"],
        "TeX marks",
    ),
    (
        "„We are leaving“, the teacher said.",
        "the teacher", "said", ["„We are leaving“"],
        "German marks, comma outside",
    ),
    (
        "«We are leaving», the teacher said.",
        "the teacher", "said", ["«We are leaving»"],
        "angle marks",
    ),
    (
        "‘We won’t leave the workers’ houses,’ the teacher said.",
        "the teacher", "said", ["‘We won’t leave the workers’ houses,’"],
        "single marks, with apostrophes inside",
    ),
    (
        "“We will not leave,“ the teacher said.",
        "the teacher", "said", ["“We will not leave,“"],
        "an opening mark used to close",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "source", "cue", "content", "why"), FOUND)
def test_source_cue_and_content(read, text, source, cue, content, why):
    found = read(text, upto="find_attributions").records(Attribution)
    triples = [
        (
            each.source.text if each.source else None,
            " ".join(span.text for span in each.cue),
            [span.text for span in each.content],
        )
        for each in found
    ]
    assert (source, cue, content) in triples, why


#: text, words that must not be a content, why
NOT_FOUND = [
    ("The hostel is the “second home” of the miners.", "“second home”", "scare quotes"),
    ("She starred in “The Long Road” last year.", "“The Long Road”", "a title"),
    ("He spoke the 5'2\" boy's name. A 12\" gun fired.", "boy", "inch marks are no quotation"),
    ("A blog called “Harbour Watch” posted pictures.", "“Harbour Watch”", "a name"),
    ("The army attacked the town.", "the town", "mere action"),
    ("The patient was denied care.", "care", "a denial of things, not of words"),
    ("The farmers tried to save the herd.", "to save the herd", "trying is no saying"),
    ("The road is open. However, it is narrow.", "it is narrow", "the reporter's own voice"),
]


@pytest.mark.parametrize(("text", "words", "why"), NOT_FOUND)
def test_left_alone(read, text, words, why):
    found = read(text, upto="find_attributions").records(Attribution)
    assert words not in [span.text for each in found for span in each.content], why


def test_headline_with_colon(read):
    text = "Former minister: Prices will rise again\n\nThe price of bread has doubled."
    (found,) = read(text, upto="find_attributions").records(Attribution)
    assert found.rule == "attributions.heading"
    assert found.source.text == "Former minister"
    assert found.cue[0].text == ":"
    assert found.content[0].text == "Prices will rise again"


def test_headline_with_speaker_behind(read):
    text = "Blast kills six at bus station - police\n\nA bomb went off at the bus station."
    found = read(text, upto="find_attributions").records(Attribution)
    assert [(each.source.text, each.content[0].text) for each in found] == [
        ("police", "Blast kills six at bus station")
    ]


def test_label_before_colon_is_no_speaker(read):
    text = "Analysis: Prices will rise again\n\nThe price of bread has doubled."
    assert read(text, upto="find_attributions").records(Attribution) == ()


def test_quotation_over_paragraphs_is_one_content(read):
    text = (
        "The elder said, “They came at night. They took the cattle.\n\n"
        "“Then they burned the barns,” and wept."
    )
    (found,) = read(text, upto="find_attributions").records(Attribution)
    assert found.kind is AttributionKind.DIRECT
    assert found.content[0].text.startswith("“They came")
    assert found.content[0].text.endswith("barns,”")


def test_paragraph_of_speech_without_cue_has_the_last_speaker(read):
    text = (
        "“They came at night,” said Moussa Diallo.\n\n“They took the cattle and burned the barns.”"
    )
    first, second = read(text, upto="find_attributions").records(Attribution)
    assert second.rule == "attributions.continued-speech"
    assert second.source == first.source
    assert second.cue == ()


def test_unclosed_quotation_does_not_leave_its_paragraph(read):
    text = "The elder said, “They came at night.\n\nThe army sent a patrol to the village."
    (found,) = read(text, upto="find_attributions").records(Attribution)
    assert found.content[0].text == "“They came at night."


def test_quotation_does_not_leave_the_headline(read):
    text = "Elder: “They came at night\n\nThe army sent a patrol to the village."
    found = read(text, upto="find_attributions").records(Attribution)
    assert all("patrol" not in span.text for each in found for span in each.content)


def test_full_stop_in_quotation_ends_the_sentence(read):
    text = "The mayor called the plan “a farce.” She added that the money was gone."
    found = read(text, upto="find_attributions").records(Attribution)
    added = next(each for each in found if each.cue[0].text == "added")
    assert [span.text for span in added.content] == ["the money was gone"]


def test_nested_attribution_names_the_one_around_it(read):
    text = "The envoy said, “Most villagers believe that the well was poisoned.”"
    outer, inner = read(text, upto="find_attributions").records(Attribution)
    assert outer.nested_in is None
    assert inner.nested_in == outer.id
    assert inner.source.text == "Most villagers"
    assert inner.content[0].text == "the well was poisoned"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("“We are leaving,” she said.", AttributionKind.DIRECT),
        ("She said they were leaving.", AttributionKind.INDIRECT),
        ("She said the plan was “a farce” and left.", AttributionKind.MIXED),
    ],
)
def test_kind_follows_from_the_marks(read, text, kind):
    (found,) = read(text, upto="find_attributions").records(Attribution)
    assert found.kind is kind


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("The mayor said the bridge was closed.", "neutral"),
        ("The mayor insisted the bridge was closed.", "asserts"),
        ("The mayor claimed the bridge was closed.", "claims"),
        ("The mayor admitted the bridge was closed.", "admits"),
        ("The mayor denied the bridge was closed.", "denies"),
        ("The mayor suspected the bridge was closed.", "doubts"),
    ],
)
def test_stance_of_cue(read, text, stance):
    (found,) = read(text, upto="find_attributions").records(Attribution)
    assert found.stance_of_cue == stance


@pytest.mark.parametrize(
    ("text", "anonymous", "ground"),
    [
        ("A senior official, who asked not to be named, said talks had failed.", True,
         "asked not to be named"),
        ("Talks had failed, two diplomats said on condition of anonymity.", True,
         "on condition of anonymity"),
        ("Residents said shells had hit the mosque.", True, None),
        ("The interior ministry said shells had hit the mosque.", False, None),
        ("A spokesman for the ministry said shells had hit the mosque.", False, None),
        ("A farmer, Idris Bako, said shells had hit the mosque.", False, None),
    ],
)  # fmt: skip
def test_anonymous_sources(read, text, anonymous, ground):
    (found,) = read(text, upto="find_attributions").records(Attribution)
    assert found.anonymous is anonymous
    assert (found.ground.text if found.ground else None) == ground


@pytest.mark.parametrize(
    ("text", "via"),
    [
        ("The general told Reuters that the road was open.", "Reuters"),
        ("“The road is open,” the general told AFP.", "AFP"),
        ("The general said in an interview with Al Jazeera that the road was open.", "Al Jazeera"),
        ("The general told his soldiers that the road was open.", None),
    ],
)
def test_outlet_told_is_via_and_no_source(read, text, via):
    (found,) = read(text, upto="find_attributions").records(Attribution)
    assert (found.via.text if found.via else None) == via
    assert "general" in found.source.text


def test_passive_without_speaker_has_no_source(read):
    (found,) = read("The pilot is believed to have fled.", upto="find_attributions").records(
        Attribution
    )
    assert found.source is None
    assert [span.text for span in found.content] == ["The pilot", "to have fled"]


def test_second_cue_after_but_has_the_first_speaker(read):
    text = "The army admitted that a convoy had left but denied that it had fired."
    found = read(text, upto="find_attributions").records(Attribution)
    assert [(each.source.text, each.content[0].text) for each in found] == [
        ("The army", "a convoy had left"),
        ("The army", "it had fired"),
    ]


@pytest.mark.parametrize(
    "text",
    ["", " \n ", '"', "“”", "said", "“" * 50, '"' * 501, "🙂 said 🙂", "مرحبا", "\x00said\x00", "a" * 3000,
     "“A\r\n\r\n“B” said C.", "İ said that İ."],
)  # fmt: skip
def test_strange_text_never_raises_and_spans_hold(read, text):
    for each in read(text, upto="find_attributions").records(Attribution):
        for span in (*each.content, *each.cue):
            assert span.text == text[span.start : span.end]
