"""Inputs that broke straightforward code in this stack: a right record or one clear line each.

Each runs as a person would run it, in a process of its own, under ten seconds and one gigabyte.
"""

import gzip
import json
import resource
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

SECONDS = 10.0
BYTES = 1 << 30
NEWS = "Gunmen attacked a convoy near Gao on Monday, killing 12 soldiers."


def run(tmp_path: Path, name: str, data: bytes) -> "subprocess.CompletedProcess[str]":
    file = tmp_path / name
    file.write_bytes(data)
    started = time.monotonic()
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "dateline",
            "code",
            str(file),
            "--json",
            "--published",
            "2024-03-14",
        ],
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (3 * BYTES, 3 * BYTES)),
    )
    assert time.monotonic() - started < SECONDS, f"{name} took too long"
    assert "Traceback" not in done.stderr, done.stderr
    return done


def record(done: "subprocess.CompletedProcess[str]") -> dict[str, Any]:
    assert done.returncode == 0, done.stderr
    return dict(json.loads(done.stdout))


@pytest.mark.parametrize(
    "run_of", ["(" * 50_000, "“" * 50_000, "a-" * 50_000, "\u0301" * 50_000, "9" * 50_000],
    ids=["brackets", "quotes", "hyphens", "accents", "digits"],
)  # fmt: skip
def test_runs_without_white_space(tmp_path: Path, run_of: str) -> None:
    found = record(run(tmp_path, "a.txt", f"{NEWS} {run_of} The army said so.".encode()))
    assert [event["type"] for event in found["events"]] == ["ASSAULT"]
    assert "not-language" in {finding["what"] for finding in found["findings"]}


def test_a_sentence_without_end(tmp_path: Path) -> None:
    found = record(run(tmp_path, "a.txt", f"{NEWS} {'and so on ' * 2_000}".encode()))
    assert found["events"][0]["type"] == "ASSAULT"


@pytest.mark.parametrize("number", ["9" * 5_000, "²", str(2**63), "1,2,3,4", "٣", "-0"])
def test_strange_numbers_are_no_toll(tmp_path: Path, number: str) -> None:
    found = record(
        run(
            tmp_path,
            "a.txt",
            f"Gunmen attacked a convoy near Gao, killing {number} soldiers.".encode(),
        )
    )
    for event in found["events"]:
        for toll in event["toll"]:
            assert all(toll[name] is None or toll[name] < 10**9 for name in ("low", "best", "high"))


def test_a_lone_surrogate_in_json(tmp_path: Path) -> None:
    data = b'{"title": "Attack \\ud800 near Gao", "text": "' + NEWS.encode() + b'"}\n'
    found = record(run(tmp_path, "a.jsonl", data))
    assert "\ufffd" in found["report"]["text"]


def test_a_lone_surrogate_in_bytes(tmp_path: Path) -> None:
    done = run(tmp_path, "a.txt", NEWS.encode() + b" \xed\xa0\x80 The army said so.")
    assert done.returncode == 0
    assert record(done)["events"][0]["type"] == "ASSAULT"


@pytest.mark.parametrize(
    "bomb", [b"<a " * 20_000, b"<![" * 3_000, b"<div>" * 50_000, b"<!DOCTYPE x [" * 500],
    ids=["tags", "marked", "deep", "doctype"],
)  # fmt: skip
def test_html_bombs(tmp_path: Path, bomb: bytes) -> None:
    page = b"<html><body><p>" + NEWS.encode() + b"</p>" + bomb + b"</body></html>"
    done = run(tmp_path, "a.html", page)
    assert done.returncode in (0, 1)
    assert done.returncode == 0 or done.stderr.count("\n") == 1


def test_a_superscript_is_no_digit(tmp_path: Path) -> None:
    page = "<html><head><title>Attack near Gao</title></head><body><article><p>{}</p></article></body></html>"
    body = "Gunmen attacked a convoy near Gao on Monday, killing 12<sup>3</sup> soldiers. " * 3
    found = record(run(tmp_path, "a.html", page.format(body).encode()))
    counts = {toll["best"] for event in found["events"] for toll in event["toll"]}
    assert counts == {12}


def test_hidden_text_is_no_event(tmp_path: Path) -> None:
    hidden = "Rebels bombed the palace in Accra."
    page = f"""<html><head><title>Quiet day in Accra</title></head><body><article>
    <p>The president met the envoy of Togo in Accra on Monday to talk about trade between them.</p>
    <p hidden>{hidden}</p><template><p>{hidden}</p></template><p style="display:none">{hidden}</p>
    <p>They agreed to meet again in May, the presidency said in a statement on Monday.</p>
    </article></body></html>"""
    found = record(run(tmp_path, "a.html", page.encode()))
    assert hidden not in found["report"]["text"]
    assert "ASSAULT" not in {event["type"] for event in found["events"]}


def test_a_gzip_bomb(tmp_path: Path) -> None:
    done = run(tmp_path, "a.txt.gz", gzip.compress(b"a " * (200 << 20), mtime=0))
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1


def test_line_separators_inside_a_json_line(tmp_path: Path) -> None:
    text = NEWS.replace(" on", "\u2028on").replace(" near", "\u0085near")
    found = record(
        run(tmp_path, "a.jsonl", json.dumps({"text": text}, ensure_ascii=False).encode())
    )
    assert found["report"]["text"].count("\u2028") == 1


def test_a_date_in_the_year_nought_is_unknown(tmp_path: Path) -> None:
    line = json.dumps({"text": NEWS, "date": "01 Jan 0000"})
    file = tmp_path / "a.jsonl"
    file.write_text(line)
    done = subprocess.run(
        [sys.executable, "-m", "dateline", "code", str(file), "--json"],
        capture_output=True,
        text=True,
    )
    assert json.loads(done.stdout)["report"]["published"] is None


def test_an_entity_bomb_is_refused(tmp_path: Path) -> None:
    bomb = b'<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol "lol">]><lolz>&lol;</lolz>'
    done = run(tmp_path, "a.xml", bomb)
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1


def test_memory_of_the_worst_input(tmp_path: Path) -> None:
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    run(tmp_path, "a.txt", ("a-" * 50_000).encode() + NEWS.encode())
    after = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    assert max(before, after) * 1024 < BYTES
