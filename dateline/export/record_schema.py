"""The JSON Schema of ``record_json``, made from the record classes, so that they cannot differ.

``python -m dateline.export.record_schema`` writes ``dateline/schemes/record.schema.json``.
"""

import json
from dataclasses import fields
from datetime import date
from enum import Enum
from pathlib import Path
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from dateline.export.record_json import SCHEMA
from dateline.records import Coded, Event, Record, Sentence, Span

#: Where the committed copy lies.
SCHEMA_FILE = Path(__file__).parent.parent / "schemes" / "record.schema.json"

#: List fields that are written as ``[]`` when nothing is coded, never as null.
NEVER_NULL = frozenset({"mode", "contexts"})


def record_schema() -> dict[str, Any]:
    """Make the JSON Schema (draft 2020-12) of one record."""
    definitions: dict[str, Any] = {}
    record = _object(Record, definitions)
    record["properties"].pop("sentences")
    record["properties"] = {"schema": {"const": SCHEMA}, **record["properties"]}
    record["required"] = ["schema", *(name for name in record["required"] if name != "sentences")]
    report = definitions["Report"]
    for name in ("title", "byline"):
        report["properties"][f"{name}_span"] = report["properties"][name]
        report["properties"][name] = {"type": ["string", "null"]}
    report["properties"]["sentences"] = {"type": "array", "items": {"$ref": "#/$defs/Span"}}
    report["required"] = list(report["properties"])
    received = definitions["Received"]
    received["properties"].pop("name")
    received["required"].remove("name")
    definitions.pop(Sentence.__name__)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:{SCHEMA.replace('/', ':')}",
        "title": "Dateline record",
        **record,
        "$defs": dict(sorted(definitions.items())),
    }


def _object(kind: type, definitions: dict[str, Any]) -> dict[str, Any]:
    hints = get_type_hints(kind)
    properties: dict[str, Any] = {}
    proof: dict[str, Any] = {}
    for each in fields(kind):
        hint = hints[each.name]
        if get_origin(hint) is Coded:
            value = _type(get_args(hint)[0], definitions)
            nullable = not (kind is Event and each.name in NEVER_NULL)
            properties[each.name] = {"anyOf": [value, {"type": "null"}]} if nullable else value
            proof[each.name] = {"$ref": "#/$defs/Proof"}
        else:
            properties[each.name] = _type(hint, definitions)
    if kind is Event:
        properties["empty"] = {"type": "object", "additionalProperties": {"type": "string"}}
    if proof:
        definitions["Proof"] = _proof(definitions)
        properties["proof"] = {
            "type": "object",
            "properties": proof,
            "required": list(proof),
            "additionalProperties": False,
        }
    return {
        "type": "object",
        "description": " ".join((kind.__doc__ or "").strip().split("\n\n")[0].split()),
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _proof(definitions: dict[str, Any]) -> dict[str, Any]:
    properties = {
        "evidence": {"type": "array", "items": _type(Span, definitions)},
        "rule": {"type": "string"},
        "reason": {"type": "string"},
        "confidence": {"type": "number", "minimum": 0, "maximum": 1},
    }
    return {
        "type": "object",
        "description": "The words that support a value, the rule that read them, and why.",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


#: JSON types of plain values.
PLAIN = {str: "string", int: "integer", float: "number", bool: "boolean"}


def _type(hint: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    origin = get_origin(hint)
    if origin in (Union, UnionType):
        return {"anyOf": [_type(each, definitions) for each in get_args(hint)]}
    if hint is type(None):
        return {"type": "null"}
    if origin is tuple:
        return {"type": "array", "items": _type(get_args(hint)[0], definitions)}
    if hint in PLAIN:
        return {"type": PLAIN[hint]}
    if hint is date:
        return {"type": "string", "format": "date"}
    if issubclass(hint, Enum):
        return {"enum": [member.value for member in hint]}
    name = hint.__name__
    if name not in definitions:
        definitions[name] = {}
        definitions[name] = _object(hint, definitions)
    return {"$ref": f"#/$defs/{name}"}


def schema_text() -> str:
    """Give the schema as it is committed."""
    return json.dumps(record_schema(), indent=1, ensure_ascii=False, sort_keys=False) + "\n"


if __name__ == "__main__":
    SCHEMA_FILE.write_text(schema_text(), "utf-8")
