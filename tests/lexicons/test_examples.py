"""Every lexicon entry is used in its ``yes`` sentence and not used in its ``no`` sentence."""

from dataclasses import fields, is_dataclass
from datetime import date
from functools import cache
from importlib import resources
from typing import Any

import pytest
import yaml

from dateline import pipeline
from dateline.document import Document
from dateline.intake.plain import read_plain
from dateline.parse import load_parser, parse

#: Reads every value as text: "yes" and "no" are keys here, not truth values.
BASE_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


def _files() -> list[str]:
    folder = resources.files("dateline").joinpath("lexicons")
    found = [each.name for each in folder.iterdir() if each.name.endswith(".yml")]
    for each in folder.iterdir():
        if each.is_dir():
            found += [
                f"{each.name}/{file.name}" for file in each.iterdir() if file.name.endswith(".yml")
            ]
    return sorted(name.removesuffix(".yml") for name in found)


def _entries() -> list[Any]:
    cases = []
    for name in _files():
        text = resources.files("dateline").joinpath(f"lexicons/{name}.yml").read_text("utf-8")
        for entry in yaml.load(text, Loader=BASE_LOADER)["entries"]:
            cases.append(pytest.param(name, entry, id=f"{name}/{entry['id']}"))
    return cases


@cache
def _nlp() -> Any:
    return load_parser()


@cache
def rules_used(text: str, dated: bool) -> frozenset[str]:
    """Code a sentence with the whole chain and collect every rule that any record names."""
    report = read_plain(text, published=date(2023, 10, 27) if dated else None)
    doc = Document(report, parse(report, _nlp()))
    pipeline.run(pipeline.STAGES, doc)
    found: set[str] = set()
    for stage in pipeline.STAGES:
        for kind in stage.provides:
            for record in doc.records(kind):
                _collect(record, found)
    return frozenset(found)


def _collect(value: Any, found: set[str]) -> None:
    if isinstance(value, tuple):
        for each in value:
            _collect(each, found)
    elif is_dataclass(value):
        for each in fields(value):
            inner = getattr(value, each.name)
            if each.name == "rule":
                found.add(inner)
            else:
                _collect(inner, found)


@pytest.mark.parametrize(("name", "entry"), _entries())
def test_examples(name: str, entry: dict[str, str]) -> None:
    rule = f"{name}/{entry['id']}"
    dated = entry.get("dated") != "false"
    assert rule in rules_used(entry["yes"], dated), f"{rule} is not used in {entry['yes']!r}"
    assert rule not in rules_used(entry["no"], dated), f"{rule} is used in {entry['no']!r}"
