"""The record as JSON: schema, spans, sameness."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from dateline.coder import Coder, load_coder
from dateline.export.record_json import dump_json, to_json
from dateline.export.record_schema import SCHEMA_FILE, record_schema, schema_text
from dateline.intake.read import report_from_text
from dateline.records import Record
from dateline.samples import load_samples


@pytest.fixture(scope="module")
def coder() -> Coder:
    return load_coder()


@pytest.fixture(scope="module")
def records(coder: Coder) -> list[Record]:
    return list(coder.code_many(report for _, report in load_samples()))


def spans_of(value: Any) -> list[dict[str, Any]]:
    found = []
    if isinstance(value, dict):
        if set(value) == {"start", "end", "text"}:
            found.append(value)
        for each in value.values():
            found += spans_of(each)
    elif isinstance(value, list):
        for each in value:
            found += spans_of(each)
    return found


def test_the_committed_schema_is_fresh() -> None:
    assert SCHEMA_FILE.read_text("utf-8") == schema_text()


def test_every_sample_record_fits_the_schema(records: list[Record]) -> None:
    validator = jsonschema.Draft202012Validator(record_schema())
    for record in records:
        validator.validate(to_json(record))


def test_every_span_quotes_the_report(records: list[Record]) -> None:
    for record in records:
        written = to_json(record)
        found = spans_of(written)
        assert len(found) > 50
        for span in found:
            assert written["report"]["text"][span["start"] : span["end"]] == span["text"]


def test_every_id_that_is_referred_to_exists(records: list[Record]) -> None:
    for record in records:
        actors = {actor.id for actor in record.actors}
        attributions = {each.id for each in record.attributions}
        for event in record.events:
            assert {part.actor for part in (*event.actors, *event.recipients)} <= actors
            assert event.attributed_to is None or event.attributed_to in attributions
        for each in record.attributions:
            assert each.speaker is None or each.speaker in actors
            assert each.nested_in is None or each.nested_in in attributions
        for claim in record.claims:
            assert set(claim.events) <= {event.id for event in record.events}


def test_ids_are_unique(records: list[Record]) -> None:
    for record in records:
        ids = [
            each.id
            for name in ("times", "places", "actors", "events", "attributions", "claims", "stances")
            for each in getattr(record, name)
        ]
        assert len(ids) == len(set(ids))


def test_an_empty_field_says_why(records: list[Record]) -> None:
    for record in records:
        for event in record.events:
            for name in ("place", "time", "contexts", "mode"):
                coded = getattr(event, name)
                assert coded.value is not None or (coded.reason and not coded.evidence)


def test_batch_size_does_not_change_a_byte(coder: Coder) -> None:
    reports = [report for _, report in load_samples()]
    one_by_one = [dump_json(coder.code(report)) for report in reports]
    in_batches = [dump_json(each) for each in coder.code_many(reports, batch=64)]
    backwards = [dump_json(each) for each in coder.code_many(reversed(reports), batch=7)]
    assert one_by_one == in_batches == backwards[::-1]


def test_a_file_name_is_no_part_of_a_record(coder: Coder) -> None:
    report = report_from_text("Troops left the town.", published=date(2024, 1, 2))
    written = json.loads(dump_json(coder.code(report)))
    assert "name" not in written["report"]["received"]
    assert str(Path.cwd()) not in json.dumps(written)
