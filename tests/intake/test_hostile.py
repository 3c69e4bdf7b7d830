"""Inputs that broke straightforward code: each is read or refused in one line, in time."""

import gzip
import json
import time
from collections.abc import Iterator

import pytest

from dateline.intake.plain import read_plain
from dateline.intake.read import Failure, read_reports
from dateline.limits import MAX_PAGE_BYTES
from dateline.parse import parse
from dateline.records import Report

#: Seconds that any of these may take, on two shared cores.
LIMIT = 10.0

BODY = "Gunmen attacked the village on Monday, the army said."


@pytest.fixture(autouse=True)
def _in_time() -> Iterator[None]:
    start = time.perf_counter()
    yield
    assert time.perf_counter() - start < LIMIT


# fmt: off
PARSED = [
    ("(" * 50_000, "brackets: the tokenizer is quadratic in them"),
    ("“" * 50_000, "curly quotes"),
    ("a-" * 50_000, "100,000 tokens in one word"),
    ("x" * 400_000, "one word"),
    ("12 " * 8_000, "numbers only"),
    ("9" * 5_000 + " people were killed.", "a number of 5,000 digits"),
    ("²³ people, ½ and ٣, were killed.", "digits that int() does not read"),
    ("\u202eevil\u202c \u200b\u2066 \U000e0041 \ufeff", "bidi, zero width and tag characters"),
]
# fmt: on


@pytest.mark.parametrize(("text", "why"), PARSED)
def test_texts_that_are_hard_to_parse(nlp, text: str, why: str) -> None:  # type: ignore[no-untyped-def]
    for found in read_reports(text.encode()):
        assert isinstance(found, Report), why
        with nlp.memory_zone():
            assert parse(found, nlp).text == found.text


# fmt: off
LAYOUTS = [
    "\n" * 400_000, "a\n" * 200_000, "A: b\n" * 80_000, "By A\n" * 80_000, " \u2028" * 200_000,
    "date " * 80_000, "1 May 2024\n" * 40_000, "(" * 400_000, "PARIS, " * 60_000, "[TEXT] " * 60_000,
    "PARIS (" * 60_000, "(Reporting by " * 30_000, "© " * 200_000, "GAO/" * 100_000 + " — X",
    "A.B." * 100_000, ("A " * 40 + "\n") * 5_000, "Source: " * 50_000, "MAY " * 100_000,
    "\u0301" * 400_000, "PARIS" + "\u0301" * 100_000 + " — X", "https://" * 50_000,
]
# fmt: on


@pytest.mark.parametrize("text", LAYOUTS, ids=lambda text: repr(text[:12]))
def test_layouts_take_linear_time(text: str) -> None:
    start = time.perf_counter()
    read_plain(text)
    assert time.perf_counter() - start < 3


# fmt: off
PAGES = [
    ("<a " * 20_000, "tags that never end"), ("<![" * 3_000, "marked sections"),
    ("<div>" * 100_000 + BODY, "depth"), ("<p>x</p>" * 200_000, "number"),
    ("<b " * 300_000, "attributes"), ("<table><tr><td>" * 20_000, "tables"),
    ("&#x41;" * 500_000, "references"), ("<p>1<sup>1</sup>" * 30_000, "raised digits"),
    ("<style>" + ".a{" * 100_000 + "</style>", "braces"), ("<!--" * 100_000, "comments"),
    ("<style>" + "/*" * 90_000 + "</style>", "comments of a style sheet"),
    ("<script type='application/ld+json'>" + "[" * 100_000 + "</script>", "nested JSON-LD"),
    ("<p style='" + "display:" * 50_000 + "'>x", "long style"),
    ("<!DOCTYPE " * 50_000, "doctypes"), ("<q>" * 50_000, "quotations"),
    ("<del>a</del>" * 30_000, "struck out"),
]
# fmt: on


@pytest.mark.parametrize(("body", "why"), PAGES, ids=[why for _, why in PAGES])
def test_pages_that_are_hard_to_read(body: str, why: str) -> None:
    page = f"<html><body>{body}<p>{BODY}</p></body></html>".encode()
    (found,) = read_reports(page)
    assert isinstance(found, Report | Failure)
    assert "\n" not in str(found) if isinstance(found, Failure) else True


def test_a_page_over_the_limit_is_refused() -> None:
    page = b"<html>" + b"<p>x</p>" * (MAX_PAGE_BYTES // 8 + 1)
    (found,) = read_reports(page)
    assert "expected a page of at most 20 MiB" in str(found)


def test_a_gzip_bomb_is_refused() -> None:
    bomb = gzip.compress(bytes(64 * 1024 * 1024), 9, mtime=0) * 16
    assert len(bomb) < 1_100_000
    start = time.perf_counter()
    (found,) = read_reports(bomb)
    assert time.perf_counter() - start < 2
    assert isinstance(found, Failure)
    assert "grows more than that" in str(found)


def test_many_empty_gzip_members_are_refused_or_read() -> None:
    (found,) = read_reports(gzip.compress(b"", mtime=0) * 50_000)
    assert isinstance(found, Failure)


# fmt: off
LINES = [
    (b'{"text": "Gunmen \\ud800 attacked the village."}', Report, "lone surrogate"),
    (b'{"text": "Gunmen \xed\xa0\x80 attacked the village."}', Report, "the same as bytes"),
    ('{"text": "Gunmen attacked\u2028the\x85village."}'.encode(), Report, "line marks in a text"),
    (b'{"text": "Gunmen attacked the village.", "n": ' + b"9" * 5_000 + b"}", Report, "long number"),
    (b'{"text": "Gunmen attacked the village.", "date": "01 Jan 0000"}', Report, "year 0000"),
    (b'{"text": "Gunmen attacked the village.", "n": NaN}', Report, "not a number"),
    (b'{"text": ' + b"[" * 100_000, Failure, "nested lists"),
    (b'{"a":' * 100_000, Failure, "nested objects"),
    (b'{"text": "' + b"a" * 600_000 + b'"}', Failure, "a text over the limit"),
    (b'{"text": "\\u0000"}', Failure, "zero character"),
    (b'{"text": true}', Failure, "no text"),
    (b'{"text": {"name": "Gunmen attacked the village."}}', Report, "an object with a name"),
    (b'{"text": "Gunmen attacked.", "authors": [null, [1], {"name": [2]}, 5]}', Report, "authors"),
]
# fmt: on


@pytest.mark.parametrize(("line", "kind", "why"), LINES, ids=[why for *_, why in LINES])
def test_lines_of_json(line: bytes, kind: type, why: str) -> None:
    good = json.dumps({"text": BODY}).encode()
    found = list(read_reports(good + b"\n" + line + b"\n" + good))
    assert [type(each) for each in found] == [Report, kind, Report]
    for each in found:
        if isinstance(each, Report):
            each.text.encode("utf-8")


XML = [
    b"<?xml version='1.0'?><!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><a>&x;</a>",
    b"<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b 'b'><!ENTITY c '&b;&b;'>]><html>&c;</html>",
    b"<!DOCTYPE html [<!ENTITY x 'x'>]><html><body><p>&x; were killed.</p></body></html>",
]


@pytest.mark.parametrize("data", XML)
def test_entity_declarations_are_refused(data: bytes) -> None:
    (found,) = read_reports(data)
    assert isinstance(found, Failure)
    assert "internal subset" in str(found)
