"""Reading an expectation file, strictly: a slip in it must not look like a fault of the coder.

Every key, span, id and check is looked at; the first slip is one ``ExpectationError`` line.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dateline.errors import ExpectationError
from dateline.expectations.must_not import CHECKS
from dateline.expectations.must_not_sentences import read_sentence

#: The report beside an expectation file.
REPORT_FILE = "report.txt"


@dataclass(frozen=True, slots=True)
class Keys:
    """The keys that an entry must have, and those that it may have besides ``note``."""

    must: frozenset[str]
    may: frozenset[str]


def _keys(must: str, may: str = "") -> Keys:
    return Keys(frozenset(must.split()), frozenset(may.split()) | {"note"})


#: Keys of ``report``; each is a fact.
REPORT_KEYS = frozenset({"published", "title", "language"})

#: Keys of the entries of each list.
ENTRY_KEYS: dict[str, Keys] = {
    "times": _keys("id text", "start end precision duration"),
    "places": _keys("id text", "name country precision"),
    "actors": _keys("id any_text", "name country kind sector_any"),
    "attributions": _keys("id content", "kind source cue speaker source_actor nested_in"),
    "not_attributions": _keys("start end text"),
    "events": _keys(
        "id types evidence",
        "actors recipients actors_via_claim actors_country recipients_country any_party_country"
        " targets instruments place time toll status status_any series attributed_to",
    ),
    "claims": _keys("id claimant events evidence", "polarity"),
    "stances": _keys("id holder polarity target evidence", "attributed_to"),
    "causes": _keys("id cause effect sign", "cue modality attributed_to"),
    "trends": _keys("id subject direction evidence", "since attributed_to"),
    "tallies": _keys("id count evidence", "what since as_of by"),
    "findings": _keys("id what"),
}

#: Keys of the objects inside entries.
SPAN_KEYS = _keys("start end text")
TOLL_KEYS = _keys("kind", "group low best high attributed_to")
COUNT_KEYS = _keys("", "low best high")

#: Keys whose value is a span of the report.
SPANS = frozenset({"text", "content", "source", "evidence", "span"})

#: Keys whose value is an id, or a list of ids, with the list in which it must stand.  The ids of
#: a trend's ``since`` are words of the text, so that it is left out there.
REFERENCES = {
    "speaker": "actors", "source_actor": "actors", "claimant": "actors", "holder": "actors",
    "by": "actors", "actors": "actors", "recipients": "actors", "actors_via_claim": "actors",
    "place": "places", "time": "times", "since": "times", "as_of": "times",
    "events": "events", "attributed_to": "attributions", "nested_in": "attributions",
}  # fmt: skip


def load_expectation(path: Path) -> dict[str, Any]:
    """Read an expectation file and check it against the report beside it (``report.txt``).

    Raises:
        ExpectationError: The file or the report cannot be read, a key is unknown or lacking, a
            span does not match the report, an id is unknown or given twice, a ``must_not`` entry
            names no check that we know.
    """
    found = _read_json(path)
    text = _read_report(path.with_name(REPORT_FILE))
    for problem in _problems(found, text):
        raise ExpectationError(f"{path}: {problem}")
    return found


def _read_json(path: Path) -> dict[str, Any]:
    try:
        found = json.loads(path.read_text("utf-8"))
    except OSError as error:
        raise ExpectationError(
            f"expected an expectation file at {path}, found: {error.strerror}; check the path"
        ) from error
    except ValueError as error:
        raise ExpectationError(f"{path}: expected JSON, found: {error}; mend the file") from error
    if not isinstance(found, dict):
        raise ExpectationError(f"{path}: expected an object, found {_kind(found)}; see the docs")
    return found


def _read_report(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise ExpectationError(
            f"expected the report at {path}, found: {error.strerror}; put it there"
        ) from error
    except UnicodeDecodeError as error:
        raise ExpectationError(f"{path}: expected UTF-8, found: {error}; convert it") from error


def _problems(found: Mapping[str, Any], text: str) -> Iterator[str]:
    """Give what is wrong with the file, in its order."""
    lists = {**ENTRY_KEYS, "must_not": None}
    for name, entries in found.items():
        if name == "report":
            yield from _report_problems(entries)
        elif name not in lists:
            yield f"unknown key {name!r}; expected {', '.join(['report', *lists])}"
        elif not isinstance(entries, list):
            yield f"{name}: expected a list, found {_kind(entries)}"
        else:
            for number, entry in enumerate(entries, start=1):
                where = f"{name} {_label(entry, number)}"
                check = _must_not_problems if name == "must_not" else _entry_problems(name)
                yield from (f"{where}: {problem}" for problem in check(entry, text))
    yield from _id_problems(found)


def _kind(value: object) -> str:
    return type(value).__name__


def _label(entry: object, number: int) -> str:
    return str(entry.get("id", number)) if isinstance(entry, Mapping) else str(number)


def _report_problems(entries: object) -> Iterator[str]:
    if not isinstance(entries, Mapping):
        yield f"report: expected an object, found {_kind(entries)}"
        return
    for name in entries:
        if name not in REPORT_KEYS:
            yield f"report: unknown key {name!r}; expected {', '.join(sorted(REPORT_KEYS))}"


def _entry_problems(name: str) -> Any:
    keys = ENTRY_KEYS[name]

    def check(entry: object, text: str) -> Iterator[str]:
        yield from _key_problems(entry, keys)
        if not isinstance(entry, Mapping):
            return
        if name == "not_attributions":
            yield from _span_problems(entry, text)
            return
        for key, value in entry.items():
            if key in SPANS:
                yield from (f"{key}: {problem}" for problem in _span_problems(value, text))
        if "count" in entry:
            yield from (f"count: {each}" for each in _key_problems(entry["count"], COUNT_KEYS))
        for toll in entry.get("toll", ()):
            yield from (f"toll: {problem}" for problem in _key_problems(toll, TOLL_KEYS))

    return check


def _key_problems(entry: object, keys: Keys) -> Iterator[str]:
    if not isinstance(entry, Mapping):
        yield f"expected an object, found {_kind(entry)}"
        return
    for name in sorted(set(entry) - keys.must - keys.may):
        yield f"unknown key {name!r}; expected {', '.join(sorted(keys.must | keys.may))}"
    for name in sorted(keys.must - set(entry)):
        yield f"key {name!r} is missing"


def _span_problems(span: object, text: str) -> Iterator[str]:
    problems = list(_key_problems(span, SPAN_KEYS))
    if problems or not isinstance(span, Mapping):
        yield from problems
        return
    start, end, words = span["start"], span["end"], span["text"]
    if not isinstance(start, int) or not isinstance(end, int):
        yield f"expected whole numbers as start and end, found {start!r} and {end!r}"
    elif not 0 <= start < end:
        yield f"expected 0 <= start < end, found [{start}, {end})"
    elif text[start:end] != words:
        yield f"expected {words!r} at [{start}, {end}), found {text[start:end]!r}; mend the offsets"


def _must_not_problems(entry: object, text: str) -> Iterator[str]:
    if isinstance(entry, str):
        if not list(read_sentence(entry, text)):
            yield f"no check reads the sentence {entry!r}; write it as an object with 'check'"
        return
    if not isinstance(entry, Mapping):
        yield f"expected an object or a sentence, found {_kind(entry)}"
        return
    check = CHECKS.get(entry.get("check", ""))
    if check is None:
        yield f"unknown check {entry.get('check')!r}; expected one of {', '.join(CHECKS)}"
        return
    must = frozenset({"what", "check", *check.needs})
    yield from _key_problems(entry, Keys(must, frozenset({"note"})))
    if "span" in entry:
        yield from (f"span: {problem}" for problem in _span_problems(entry["span"], text))


def _id_problems(found: Mapping[str, Any]) -> Iterator[str]:
    given: dict[str, set[str]] = {}
    for name in ENTRY_KEYS:
        for entry in found.get(name, ()):
            ids = given.setdefault(name, set())
            id_ = entry.get("id")
            if id_ is not None and any(id_ in each for each in given.values()):
                yield f"{name} {id_}: the id stands twice"
            ids.add(id_)
    for name in ENTRY_KEYS:
        for entry in found.get(name, ()):
            yield from _reference_problems(name, entry, given)


def _reference_problems(name: str, entry: Mapping[str, Any], given: dict[str, set[str]]) -> Any:
    tolls = [(f"{name} {entry.get('id')}: toll", toll) for toll in entry.get("toll", ())]
    for where, each in ((f"{name} {entry.get('id')}", entry), *tolls):
        for key, value in each.items():
            if key not in REFERENCES or (name, key) == ("trends", "since"):
                continue
            for id_ in value if isinstance(value, list) else [value]:
                if id_ is not None and id_ not in given.get(REFERENCES[key], ()):
                    yield f"{where}: {key} {id_!r} is no id of {REFERENCES[key]}"
