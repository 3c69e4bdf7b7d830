"""Files, folders, streams and programs' texts; one bad input never stops the rest."""

import gzip
import io
import os
import sys
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.errors import DecodeError, InputError, LanguageError, LimitError
from dateline.intake.read import (
    Failure,
    Format,
    IntakeOptions,
    list_inputs,
    read_one,
    read_reports,
    report_from_text,
)
from dateline.limits import MAX_TEXT_CHARS
from dateline.records import Report
from tests.intake.blocks import check_blocks

BODY = "Gunmen attacked the village on Monday, the army said."
PAGE = f"<html><body><article><p>{BODY}</p></article></body></html>"
LINE = f'{{"text": "{BODY}"}}\n'

# fmt: off
FILES = [
    ("a.txt", BODY.encode(), "text"), ("a.TXT.gz", gzip.compress(BODY.encode(), mtime=0), "text"),
    ("a.html", PAGE.encode(), "html"), ("a.htm.gz", gzip.compress(PAGE.encode(), mtime=0), "html"),
    ("a.jsonl", LINE.encode(), "jsonl"), ("a.ndjson.gz", gzip.compress(LINE.encode(), mtime=0), "jsonl"),
    ("a.json", LINE.encode(), "jsonl"), ("a.json", f"[{LINE}]".encode(), "json"),
    ("a", BODY.encode(), "text"), ("a", PAGE.encode(), "html"), ("a.dat", LINE.encode(), "jsonl"),
    ("a", f"[{LINE}]".encode(), "json"), ("a", gzip.compress(PAGE.encode(), mtime=0), "html"),
]
# fmt: on


@pytest.mark.parametrize(("name", "data", "form"), FILES)
def test_formats(tmp_path: Path, name: str, data: bytes, form: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    report = read_one(path)
    assert report.text == BODY
    assert report.received.format == form
    assert report.received.name.startswith(str(path))


def test_a_text_in_brackets_is_no_json() -> None:
    assert read_one(b"[TEXT] The army left the town.").received.format == "text"
    assert read_one(b"{The army} left the town.").received.format == "text"


def test_the_format_can_be_given() -> None:
    report = read_one(LINE.encode(), options=IntakeOptions(format=Format.TEXT))
    assert report.text == LINE


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    class Stdin:
        buffer = io.BytesIO(BODY.encode())

    monkeypatch.setattr(sys, "stdin", Stdin())
    assert read_one("-").received.name == "-"


FAILURES = [
    (b"", "found nothing but white space"),
    (b" \n\xef\xbb\xbf\n", "found nothing but white space"),
    (b"\xef\xbb\xbf", "found nothing but white space"),
    (b"\n" * 700_000, "found nothing but white space"),
    (b"[]", "found an empty list"),
    (b"%PDF-1.7", "a PDF file"),
    (b"\x1f\x8b\x08junk", "damaged"),
    (gzip.compress(BODY.encode(), mtime=0)[:-9], "cut off"),
    (gzip.compress(BODY.encode(), mtime=0)[:-9] + b"\0" * 9, "damaged"),
    (b"<?xml version='1.0'?><news/>", "found XML"),
    ("Des hommes armés ont attaqué un village du nord du Mali.".encode(), "fr (French)"),
]


@pytest.mark.parametrize(("data", "words"), FAILURES)
def test_failures_are_one_line(data: bytes, words: str) -> None:
    (found,) = read_reports(data)
    assert isinstance(found, Failure)
    assert isinstance(found.error, InputError)
    assert words in str(found)
    assert "\n" not in str(found)


def test_missing_and_unreadable_paths(tmp_path: Path) -> None:
    for path in (tmp_path / "nowhere.txt", tmp_path):
        (found,) = read_reports(path)
        assert isinstance(found, Failure)
        assert str(found).startswith(f"{path}: expected a file that can be read, found: ")


def test_read_one_raises_what_is_wrong() -> None:
    with pytest.raises(DecodeError, match="^-: expected text"):
        read_one(b"%PDF-1.7")
    with pytest.raises(InputError, match="expected one report, found 2"):
        read_one((LINE * 2).encode())


def test_another_language_option_is_refused() -> None:
    (found,) = read_reports(BODY.encode(), options=IntakeOptions(language="fr"))
    assert isinstance(found, Failure)
    assert "found 'fr' (French)" in str(found)


def test_the_language_option_switches_the_check_off() -> None:
    french = "Des hommes armés ont attaqué un village du nord du Mali."
    assert read_one(french.encode(), options=IntakeOptions(language="en")).language == "en"


def test_json_lines_are_read_one_by_one() -> None:
    class Endless(io.RawIOBase):
        def read(self, size: int = -1) -> bytes:
            return LINE.encode() * 10

    reports = read_reports(Endless(), options=IntakeOptions(format=Format.JSONL))  # type: ignore[arg-type]
    assert [isinstance(next(reports), Report) for _ in range(50)] == [True] * 50


def test_folders_are_expanded_in_order(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.html", "a/c.jsonl.gz", ".hidden.txt", ".git/x.txt", "no.pdf"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(BODY)
    expected = [
        os.path.join(tmp_path, *name.split("/")) for name in ("a/c.jsonl.gz", "a/z.html", "b.txt")
    ]
    named = str(tmp_path / "no.pdf")
    assert list_inputs([str(tmp_path), "-", named, expected[2]]) == [*expected, "-", named]


def test_a_folder_without_reports_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="expected files ending in"):
        list_inputs([str(tmp_path)])


def test_report_from_text() -> None:
    report = report_from_text(
        BODY,
        title="Gunmen attack village",
        published=date(2024, 5, 2),
        publisher="Sahel Wire",
        url="https://sahel.example/a",
    )
    assert report.text == f"Gunmen attack village\n\n{BODY}"
    assert report.title is not None
    assert report.published is not None and report.published.how == "option"
    assert (report.publisher, report.url, report.language) == (
        "Sahel Wire",
        "https://sahel.example/a",
        "en",
    )


def test_a_text_of_a_program_is_not_altered() -> None:
    text = f"  {BODY}\r\n\u200b\n"
    assert report_from_text(text).text == text


TEXTS = [
    ("", InputError),
    ("Gunmen\0attacked", DecodeError),
    ("a " * (MAX_TEXT_CHARS // 2 + 1), LimitError),
    ("Des hommes armés ont attaqué un village du nord du Mali.", LanguageError),
]


@pytest.mark.parametrize(("text", "error"), TEXTS)
def test_texts_that_are_refused(text: str, error: type[InputError]) -> None:
    with pytest.raises(error):
        report_from_text(text)


STARTS = st.sampled_from(
    [
        b"",
        b"<html><body>",
        b"{",
        b'{"text": "',
        b"[",
        b"[{",
        b"\x1f\x8b\x08",
        b"<?xml",
        b"<p>",
        b"\xff\xfe",
    ]
)


@settings(max_examples=150, deadline=None)
@given(STARTS, st.one_of(st.binary(max_size=200), st.text(max_size=200).map(str.encode)))
def test_no_bytes_raise(start: bytes, rest: bytes) -> None:
    for found in read_reports(start + rest):
        assert isinstance(found, Report | Failure)
        if isinstance(found, Failure):
            assert "\n" not in str(found)
        else:
            check_blocks(found)
