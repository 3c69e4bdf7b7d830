"""Expectation files: ours load, and each kind of slip is one clear line."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from dateline.errors import ExpectationError
from dateline.expectations.load import ENTRY_KEYS, load_expectation

TESTS = Path(__file__).parent.parent
OURS = sorted([*TESTS.glob("reports/*/expected.json"), *TESTS.glob("held_reports/*/expected.json")])

TEXT = "Rain 🌧 fell on Gao."
GAO = {"start": 15, "end": 18, "text": "Gao"}
RAIN = {"start": 0, "end": 4, "text": "Rain"}

Write = Callable[..., Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def make(content: Any, *, report: bytes | None = TEXT.encode()) -> Path:
        path = tmp_path / "expected.json"
        path.write_text(content if isinstance(content, str) else json.dumps(content), "utf-8")
        if report is not None:
            path.with_name("report.txt").write_bytes(report)
        return path

    return make


def test_there_are_files_of_ours() -> None:
    assert len(OURS) >= 17


@pytest.mark.parametrize("path", OURS, ids=[path.parent.name for path in OURS])
def test_our_files_load(path: Path) -> None:
    assert load_expectation(path)["report"]["language"] == "en"


def test_a_right_file_is_given_as_it_is(write: Write) -> None:
    content = {
        "report": {"language": "en"},
        "places": [{"id": "P1", "text": GAO, "note": "behind an emoji"}],
        "events": [{"id": "E1", "types": ["AID"], "evidence": RAIN, "place": "P1"}],
        "must_not": [
            {"what": "w", "check": "no_event", "span": RAIN, "types": ["AID"]},
            "invent a toll: there is none",
        ],
    }
    assert load_expectation(write(content)) == content


def test_a_byte_order_mark_is_no_character_of_the_report(write: Write) -> None:
    report = b"\xef\xbb\xbf" + TEXT.encode()
    assert load_expectation(write({"places": [{"id": "P1", "text": GAO}]}, report=report))


EVENT = {"id": "E1", "types": ["AID"], "evidence": RAIN}

SLIPS: list[tuple[str, Any, str]] = [
    ("no JSON", "{", "expected JSON, found: Expecting property name"),
    ("a list", [], "expected an object, found list"),
    ("unknown list", {"evnts": []}, "unknown key 'evnts'; expected report, times,"),
    ("no list", {"events": {}}, "events: expected a list, found dict"),
    ("no entry", {"events": ["E1"]}, "events 1: expected an object, found str"),
    ("report", {"report": {"date": "x"}}, "report: unknown key 'date'; expected language, publ"),
    ("report list", {"report": []}, "report: expected an object, found list"),
    (
        "unknown key",
        {"events": [{**EVENT, "actor": []}]},
        "events E1: unknown key 'actor'; expected actors, ",
    ),
    ("missing key", {"events": [{"id": "E1"}]}, "events E1: key 'evidence' is missing"),
    (
        "wrong span",
        {"places": [{"id": "P1", "text": {**GAO, "start": 14, "end": 17}}]},
        "places P1: text: expected 'Gao' at [14, 17), found ' Ga'; mend the offsets",
    ),
    (
        "no span",
        {"places": [{"id": "P1", "text": "Gao"}]},
        "places P1: text: expected an object, found str",
    ),
    (
        "half a span",
        {"places": [{"id": "P1", "text": {"start": 15, "end": 18}}]},
        "places P1: text: key 'text' is missing",
    ),
    (
        "empty span",
        {"not_attributions": [{"start": 5, "end": 5, "text": ""}]},
        "not_attributions 1: expected 0 <= start < end, found [5, 5)",
    ),
    (
        "text as offset",
        {"not_attributions": [{"start": "0", "end": 4, "text": "Rain"}]},
        "not_attributions 1: expected whole numbers as start and end, found '0' and 4",
    ),
    ("id twice", {"events": [EVENT, EVENT]}, "events E1: the id stands twice"),
    (
        "unknown id",
        {"events": [{**EVENT, "actors": ["A9"]}]},
        "events E1: actors 'A9' is no id of actors",
    ),
    (
        "unknown id in a toll",
        {"events": [{**EVENT, "toll": [{"kind": "killed", "attributed_to": "Q1"}]}]},
        "events E1: toll: attributed_to 'Q1' is no id of attributions",
    ),
    (
        "unknown key in a toll",
        {"events": [{**EVENT, "toll": [{"kind": "killed", "lowest": 1}]}]},
        "events E1: toll: unknown key 'lowest'",
    ),
    (
        "unknown key in a count",
        {"tallies": [{"id": "Y1", "count": {"most": 1}, "evidence": RAIN}]},
        "tallies Y1: count: unknown key 'most'",
    ),
    (
        "unknown check",
        {"must_not": [{"what": "w", "check": "no_rain"}]},
        "must_not 1: unknown check 'no_rain'; expected one of no_event, ",
    ),
    ("no check", {"must_not": [{"what": "w"}]}, "must_not 1: unknown check None"),
    (
        "check without its span",
        {"must_not": [{"what": "w", "check": "no_attribution"}]},
        "must_not 1: key 'span' is missing",
    ),
    (
        "check with a wrong span",
        {"must_not": [{"what": "w", "check": "no_attribution", "span": {**RAIN, "end": 3}}]},
        "must_not 1: span: expected 'Rain' at [0, 3), found 'Rai'; mend the offsets",
    ),
    (
        "sentence nobody reads",
        {"must_not": ["confuse rain and snow"]},
        "must_not 1: no check reads the sentence 'confuse rain and snow'; write it as",
    ),
    ("neither", {"must_not": [7]}, "must_not 1: expected an object or a sentence, found int"),
]


@pytest.mark.parametrize(("content", "message"), [s[1:] for s in SLIPS], ids=[s[0] for s in SLIPS])
def test_a_slip_is_one_clear_line(write: Write, content: Any, message: str) -> None:
    path = write(content)
    with pytest.raises(ExpectationError, match=re.escape(message)) as caught:
        load_expectation(path)
    assert str(caught.value).startswith(f"{path}: ")
    assert "\n" not in str(caught.value)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(ExpectationError, match=r"expected an expectation file at .*none\.json"):
        load_expectation(tmp_path / "none.json")


def test_a_missing_report_is_named(write: Write) -> None:
    with pytest.raises(ExpectationError, match=r"expected the report at .*report\.txt, found: No"):
        load_expectation(write({}, report=None))


def test_a_report_in_another_encoding_is_refused(write: Write) -> None:
    with pytest.raises(ExpectationError, match=r"report\.txt: expected UTF-8"):
        load_expectation(write({}, report="Río".encode("latin-1")))


def test_every_list_has_a_comparison() -> None:
    from dateline.expectations.compare import LISTS

    assert [name for name, _ in LISTS] == list(ENTRY_KEYS)
