"""Dateline as a component of somebody else's spaCy pipeline."""

from datetime import date

import pytest
import spacy

from dateline.errors import ModelError
from dateline.parse import DEFAULT_MODEL


@pytest.fixture(scope="module")
def pipe():  # type: ignore[no-untyped-def]
    nlp = spacy.load(DEFAULT_MODEL)
    nlp.add_pipe("dateline", config={"published": "2024-03-14"})
    return nlp


def test_a_doc_carries_its_record(pipe) -> None:  # type: ignore[no-untyped-def]
    doc = pipe("Gunmen attacked a convoy near Gao on Monday, killing three soldiers.")
    record = doc._.dateline
    assert [event.type.value for event in record.events] == ["ASSAULT"]
    assert record.times[0].start == date(2024, 3, 11)
    assert record.report.text == doc.text


def test_the_day_of_a_doc_goes_before_the_configured_one(pipe) -> None:  # type: ignore[no-untyped-def]
    doc = pipe.make_doc("Gunmen attacked a convoy near Gao on Monday.")
    doc.user_data["published"] = date(2023, 10, 27)
    assert pipe(doc)._.dateline.times[0].start == date(2023, 10, 23)


@pytest.mark.parametrize(
    "text", ["", "Les soldats ont quitté la ville lundi matin sans combattre."]
)
def test_a_text_that_is_not_taken_never_stops_a_pipe(pipe, text: str) -> None:  # type: ignore[no-untyped-def]
    doc = next(pipe.pipe([text]))
    assert doc._.dateline is None
    assert "expected" in doc._.dateline_error


def test_a_doc_without_a_parse_is_refused() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("dateline")
    with pytest.raises(ModelError, match="add 'dateline' behind the parser"):
        nlp("Gunmen attacked a convoy near Gao on Monday.")
