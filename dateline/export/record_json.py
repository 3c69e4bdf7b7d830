"""A Record as one JSON object, schema ``dateline/record/1``.

A ``Coded`` field is written as its plain value, and its proof (evidence, rule, reason,
confidence) goes under ``proof`` with the field's name, so that ``event["type"]`` is a word and
``event["proof"]["type"]`` says why.  Everything else is written as it is.
"""

import json
import re
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from typing import Any

from dateline.records import Coded, Event, Record, Report, Span

#: Name and version of the record's shape; the number grows when a field is taken away or changed.
SCHEMA = "dateline/record/1"

#: What ``json.dumps`` leaves as it is although terminals or line readers act on it: DEL, C1
#: controls, line and paragraph separators, marks that turn the direction of writing.
_UNSAFE = re.compile("[\x7f-\x9f\u2028-\u202e\u2066-\u2069]")


def to_json(record: Record) -> dict[str, Any]:
    """Turn a record into plain lists, dicts, texts and numbers, keys in the order of the classes."""
    written: dict[str, Any] = {"schema": SCHEMA, "report": _report(record.report)}
    written["report"]["sentences"] = [_plain(sentence.span) for sentence in record.sentences]
    for name in _names(Record):
        if name not in ("report", "sentences"):
            written[name] = _plain(getattr(record, name))
    return written


def dump_json(record: Record, *, indent: int | None = None) -> str:
    """Write a record as JSON text; the same record gives the same characters.

    Args:
        indent: Blanks per level; ``None`` writes one line.
    """
    return json_text(to_json(record), indent=indent)


def json_text(value: Any, *, indent: int | None = None) -> str:
    """Write plain values as JSON text that is safe to print.

    Controls of a terminal and line separators inside strings are written as escapes, so that
    printing does nothing but print, and one line stays one line.
    """
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    return _UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def _report(report: Report) -> dict[str, Any]:
    """Write a report: title and byline as words beside their spans; no file name, since the same
    report must give the same bytes wherever it lies."""
    written = _plain(report)
    for name in ("title", "byline"):
        span: Span | None = getattr(report, name)
        written[name] = span.text if span else None
        written[f"{name}_span"] = _plain(span)
    del written["received"]["name"]
    return dict(written)


@cache
def _names(kind: Any) -> tuple[str, ...]:
    return tuple(each.name for each in fields(kind))


def _plain(value: Any) -> Any:
    if value is None or isinstance(value, str | int | float) and not isinstance(value, Enum):
        return value
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    if is_dataclass(value) and not isinstance(value, type):
        return _fields(value)
    raise TypeError(f"expected a field of a record, found {value!r}")


def _fields(value: Any) -> dict[str, Any]:
    written: dict[str, Any] = {}
    proof: dict[str, Any] = {}
    for name in _names(value.__class__):
        content = getattr(value, name)
        if isinstance(content, Coded):
            plain = _plain(content.value)
            written[name] = plain
            proof[name] = {
                "evidence": _plain(content.evidence),
                "rule": content.rule,
                "reason": content.reason,
                "confidence": content.confidence,
            }
        else:
            written[name] = _plain(content)
    if isinstance(value, Event):
        written["empty"] = dict(value.empty)
        for name in ("mode", "contexts"):
            written[name] = written[name] or []
    if proof:
        written["proof"] = proof
    return written
