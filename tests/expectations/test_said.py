"""Facts about attributions, claims of responsibility and stances: right, wrong, missing."""

from typing import Any

import pytest

from dateline.expectations.facts import Fact, Known
from dateline.expectations.said import (
    attribution_fact,
    claim_fact,
    not_attribution_fact,
    stance_fact,
    voice_faults,
)
from dateline.records import AttributionKind
from tests.by_hand import Made

TEXT = (
    "The mayor said the dam had burst and that two villages were under water."
    " The valley lost its “jewel”. The River Guard said it had blown up the dam."
    " Farmers reject the new dam."
)
CONTENT = "the dam had burst and that two villages were under water"


@pytest.fixture
def made() -> Made:
    return Made(TEXT)


def known(**ids: str) -> Known:
    return Known(ids={name: frozenset({id_}) for name, id_ in ids.items()})


def attribution_of(made: Made, ids: Known | None = None, /, **entry: Any) -> Fact:
    content = made.entry(entry.pop("words", CONTENT))
    return attribution_fact(
        made.record(), {"id": "Q1", "content": content, **entry}, ids or Known()
    )


def test_an_attribution_with_all_that_is_stated_is_right(made: Made) -> None:
    made.attribution(CONTENT, source="The mayor", cue=["said"], speaker="act-mayor")
    fact = attribution_of(
        made,
        known(A1="act-mayor"),
        source=made.entry("mayor"),
        cue="said",
        speaker="A1",
        kind="indirect",
    )
    assert fact.verdict == "right"


def test_each_part_of_an_attribution_is_compared(made: Made) -> None:
    made.attribution(CONTENT, source="The mayor", cue=["said"], kind=AttributionKind.MIXED)
    fact = attribution_of(
        made,
        known(A1="act-mayor"),
        source=made.entry("The River Guard"),
        cue="warned",
        speaker="A1",
        kind="direct",
        nested_in="Q0",
    )
    assert fact.faults == (
        "kind is mixed, expected direct",
        "source is 'The mayor'",
        "cue is 'said'",
        "speaker is not A1",
        "nested_in is not Q0",
    )


def test_a_content_that_stops_early_is_missing(made: Made) -> None:
    made.attribution("the dam had burst")
    assert attribution_of(made).verdict == "missing"


def test_a_content_may_go_on_to_the_end_of_its_sentence(made: Made) -> None:
    made.sentence(TEXT.split(". ")[0] + ".")
    made.attribution(CONTENT)
    assert attribution_of(made, words="the dam had burst").verdict == "right"


def test_a_content_that_runs_into_the_next_sentence_is_missing(made: Made) -> None:
    made.sentence(TEXT.split(". ")[0] + ".")
    made.attribution(CONTENT + ". The valley lost its")
    assert attribution_of(made, words="the dam had burst").verdict == "missing"


def test_of_two_contents_the_one_without_faults_counts(made: Made) -> None:
    made.attribution(CONTENT, speaker="act-guard")
    made.attribution(CONTENT + ".", speaker="act-mayor")
    assert attribution_of(made, known(A1="act-mayor"), speaker="A1").verdict == "right"


def test_scare_quotes_that_nobody_took_for_speech_are_right(made: Made) -> None:
    made.attribution(CONTENT)
    fact = not_attribution_fact(made.record(), made.entry("“jewel”"), Known())
    assert fact.verdict == "right"


def test_scare_quotes_taken_for_speech_are_wrong(made: Made) -> None:
    made.attribution("jewel", source="The valley")
    fact = not_attribution_fact(made.record(), made.entry("“jewel”"), Known())
    assert fact.faults == ("it is taken for speech of 'The valley'",)


def test_on_whose_word() -> None:
    ids = known(Q1="att-1")
    assert list(voice_faults({}, "att-9", ids)) == []
    assert list(voice_faults({"attributed_to": None}, None, ids)) == []
    assert list(voice_faults({"attributed_to": "Q1"}, "att-1", ids)) == []
    assert list(voice_faults({"attributed_to": "Q1"}, None, ids)) == ["is not attributed to Q1"]
    assert list(voice_faults({"attributed_to": None}, "att-1", ids)) == [
        "is put into somebody's mouth, expected the reporter's own voice"
    ]


def claim_of(made: Made, **entry: Any) -> Fact:
    evidence = made.entry("The River Guard said it had blown up the dam")
    ids = known(A1="act-guard", E1="evt-blast")
    whole = {"id": "C1", "claimant": "A1", "events": ["E1"], "evidence": evidence, **entry}
    return claim_fact(made.record(), whole, ids)


def test_a_claim_of_responsibility_is_right(made: Made) -> None:
    made.claim("said it had blown up the dam", claimant="act-guard", events=("evt-blast",))
    assert claim_of(made).verdict == "right"


def test_a_claim_by_another_of_another_event_is_wrong(made: Made) -> None:
    made.claim("said it had blown up the dam", claimant="act-mayor", events=("evt-flood",))
    assert claim_of(made).faults == ("claimant is not A1", "is not about E1")


def test_a_claim_is_no_denial(made: Made) -> None:
    made.claim("said it had blown up the dam", claimant="act-guard", events=("evt-blast",))
    assert claim_of(made, polarity="denies").faults == ("polarity is claims, expected denies",)


def test_no_claim_is_missing(made: Made) -> None:
    assert claim_of(made).verdict == "missing"


def stance_of(made: Made, **entry: Any) -> Fact:
    evidence = made.entry("Farmers reject the new dam")
    whole = {"id": "S1", "holder": "A1", "polarity": "oppose", "target": "the dam", **entry}
    return stance_fact(made.record(), {**whole, "evidence": evidence}, known(A1="act-farmers"))


def test_a_stance_is_right(made: Made) -> None:
    made.stance("reject the new dam", "the new dam", holder="act-farmers")
    assert stance_of(made).verdict == "right"
    assert stance_of(made, target="the valley / the new dam").verdict == "right"


def test_each_part_of_a_stance_is_compared(made: Made) -> None:
    made.stance("reject the new dam", "the new dam", polarity="supports", attributed_to="att-1")
    fact = stance_of(made, target="the tax", attributed_to=None)
    assert fact.faults == (
        "holder is not A1",
        "polarity is supports, expected oppose",
        "target is 'the new dam'",
        "is put into somebody's mouth, expected the reporter's own voice",
    )


def test_no_stance_is_missing(made: Made) -> None:
    made.stance("its “jewel”", "jewel")
    assert stance_of(made).verdict == "missing"
