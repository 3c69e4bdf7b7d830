"""The list of stages: needs are met, and a stage reads only what it declared."""

from dataclasses import dataclass

import pytest
from spacy.lang.en import English

from dateline import pipeline
from dateline.document import Document
from dateline.errors import PipelineError
from dateline.intake.plain import read_plain


@dataclass(frozen=True)
class Egg:
    name: str


@dataclass(frozen=True)
class Hen:
    name: str


def lay(doc: Document) -> tuple[Egg, ...]:
    return (Egg("first"), Egg("second"))


def hatch(doc: Document) -> tuple[Hen, ...]:
    return tuple(Hen(egg.name) for egg in doc.records(Egg))


def wrong(doc: Document) -> tuple[object, ...]:
    return (Hen("unannounced"),)


LAY = pipeline.stage(lay, provides=[Egg])
HATCH = pipeline.stage(hatch, requires=[Egg], provides=[Hen])


def empty_document() -> Document:
    report = read_plain("Rain fell.")
    return Document(report, English()(report.text))


def test_the_real_list_has_no_unmet_need() -> None:
    pipeline.check(pipeline.STAGES)


def test_records_travel_from_stage_to_stage_in_order() -> None:
    doc = empty_document()
    pipeline.run([LAY, HATCH], doc)
    assert doc.records(Hen) == (Hen("first"), Hen("second"))


def test_an_unmet_need_is_refused_before_anything_runs() -> None:
    with pytest.raises(PipelineError, match="stage hatch requires Egg"):
        pipeline.check([HATCH, LAY])


def test_a_kind_may_be_provided_once() -> None:
    with pytest.raises(PipelineError, match="provides Egg a second time"):
        pipeline.check([LAY, LAY])


def test_a_stage_may_not_read_what_it_did_not_declare() -> None:
    sly = pipeline.stage(hatch, provides=[Hen])
    with pytest.raises(PipelineError, match="reads Egg records without requiring them"):
        pipeline.run([LAY, sly], empty_document())


def test_a_stage_may_not_return_what_it_did_not_declare() -> None:
    with pytest.raises(PipelineError, match="stage wrong returned a Hen"):
        pipeline.run([pipeline.stage(wrong, provides=[Egg])], empty_document())
