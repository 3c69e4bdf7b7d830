"""The Document: spans, sentences, and who may add records."""

import pytest
from spacy.lang.en import English

from dateline.document import Document
from dateline.errors import PipelineError
from dateline.intake.plain import read_plain
from dateline.records import Sentence, Span

TEXT = "Rain fell on the hills 🌧 today.\r\n\r\nThe river rose."


def make(text: str = TEXT) -> Document:
    report = read_plain(text)
    return Document(report, English()(text))


def test_a_span_carries_the_text_found_there() -> None:
    doc = make()
    assert doc.span(5, 9) == Span(start=5, end=9, text="fell")


def test_offsets_count_code_points_behind_an_emoji() -> None:
    doc = make()
    start = TEXT.index("today")
    token = next(token for token in doc.parse if token.text == "today")
    assert doc.span_of([token]) == Span(start=start, end=start + 5, text="today")


def test_a_parse_of_other_text_is_refused() -> None:
    report = read_plain(TEXT)
    with pytest.raises(PipelineError, match="found a parse of other text"):
        Document(report, English()("Something else."))


def test_a_kind_nobody_provided_cannot_be_read() -> None:
    with pytest.raises(PipelineError, match="no stage so far has provided Sentence"):
        make().records(Sentence)


def test_nobody_adds_a_kind_twice() -> None:
    doc = make()
    doc.add(Sentence, ())
    with pytest.raises(PipelineError, match="provided twice"):
        doc.add(Sentence, ())


def test_the_sentence_at_an_offset(read) -> None:  # type: ignore[no-untyped-def]
    doc = read("Flood warning\n\nRain fell on Monday. The river rose.\n", upto="find_sentences")
    found = doc.sentence_at(doc.text.index("river"))
    assert found is not None
    assert found.span.text == "The river rose."
    assert doc.sentence_at(doc.text.index("\n\n") + 1) is None
