"""The real coder behind the command line: demo, eval, Ctrl+C while it works."""

import json
import re
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from dateline.export.record_schema import record_schema
from tests.cli.conftest import ROOT, environment, within_a_second

SAMPLES = ROOT / "dateline" / "samples"

REPORT = """\
Gunmen kill 12 soldiers near Gao

BAMAKO, March 5, 2024 (Sahel Wire) — Gunmen killed 12 soldiers near Gao on Monday, the army said.
The government said it would send troops to the town.
"""


def dateline(*words: str | Path, **env: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "dateline", *words],
        capture_output=True,
        text=True,
        cwd=ROOT,
        env=environment(**env),
    )


@pytest.fixture(scope="module")
def demo() -> subprocess.CompletedProcess[str]:
    return dateline("demo", "--width", "150")


def test_the_demo_runs_and_names_every_sample(demo: subprocess.CompletedProcess[str]) -> None:
    assert (demo.returncode, demo.stderr) == (0, "")
    heads = re.findall(r"^(\S+\.txt)  \d{4}-\d\d-\d\d  \d+ event", demo.stdout, re.MULTILINE)
    assert heads == sorted(path.name for path in SAMPLES.glob("*.txt"))
    assert re.search(r"^18 reports, \d{2,} events, \d{2,} quotes", demo.stdout, re.MULTILINE)


def test_the_demo_ends_with_what_to_try_next(demo: subprocess.CompletedProcess[str]) -> None:
    *_, closing = demo.stdout.strip().split("\n\n")
    assert closing.startswith("What to try next\n  dateline code ")
    for command in re.findall(r"^  dateline (\w+)", closing, re.MULTILINE):
        assert dateline(command, "--help").returncode == 0


def test_the_demo_keeps_to_its_width(demo: subprocess.CompletedProcess[str]) -> None:
    tables = [line for line in demo.stdout.splitlines() if not line.startswith("   evidence")]
    assert max(map(len, tables)) <= 150


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.txt"
    path.write_text(REPORT, "utf-8")
    return path


def test_a_record_fits_the_schema_that_we_print(report: Path) -> None:
    schema = json.loads(dateline("schema").stdout)
    assert schema == record_schema()
    record = json.loads(dateline("code", report, "--json").stdout)
    jsonschema.Draft202012Validator(schema).validate(record)
    assert record["report"]["published"]["date"] == "2024-03-05"


def test_an_unknown_model_is_one_line(report: Path) -> None:
    done = dateline("code", report, "--model", "en_no_such_model")
    assert (done.returncode, done.stdout) == (1, "")
    assert "expected the spaCy pipeline 'en_no_such_model' to be installed" in done.stderr
    assert len(done.stderr.splitlines()) == 1


def span(words: str) -> dict[str, Any]:
    start = REPORT.index(words)
    return {"start": start, "end": start + len(words), "text": words}


EXPECTED = {
    "report": {"published": "2024-03-05", "language": "en"},
    "times": [
        {"id": "T1", "text": span("Monday"), "start": "2024-03-04", "end": "2024-03-05"},
    ],
    "places": [{"id": "P1", "text": span("Gao"), "country": "MLI"}],
    "must_not": [{"what": "code the dateline as a meeting", "check": "no_event",
                  "span": span("Sahel Wire"), "types": ["CONSULT"]}],
}  # fmt: skip


@pytest.fixture
def expected(report: Path) -> Path:
    path = report.with_name("expected.json")
    path.write_text(json.dumps(EXPECTED), "utf-8")
    return path


def test_eval_says_0_when_all_is_right(expected: Path) -> None:
    done = dateline("eval", "seed", expected)
    assert (done.returncode, done.stderr) == (0, "")
    *facts, last = done.stdout.splitlines()
    assert len(facts) == 5
    assert all(line.startswith("right   ") for line in facts)
    assert last == f"{expected.parent.name}: 4 of 4 facts right, 0 of 1 must_not broken"


def test_eval_says_4_when_too_little_is_right(expected: Path) -> None:
    wrong = {**EXPECTED, "report": {"published": "2024-03-06", "language": "fr"}}
    expected.write_text(json.dumps(wrong), "utf-8")
    done = dateline("eval", "seed", expected, "--faults")
    assert done.returncode == 4
    assert done.stdout.splitlines() == [
        "WRONG   report published: 2024-03-06",
        "          published is '2024-03-05'",
        "WRONG   report language: fr",
        "          language is 'en'",
        f"{expected.parent.name}: 2 of 4 facts right, 0 of 1 must_not broken",
    ]
    assert dateline("eval", "seed", expected, "--least", "0.5").returncode == 0


def test_eval_says_4_when_a_must_not_is_broken(expected: Path) -> None:
    broken = {"must_not": [{"what": "invent Gao", "check": "no_place", "span": span("Gao"),
                            "any_name": []}]}  # fmt: skip
    expected.write_text(json.dumps(broken), "utf-8")
    done = dateline("eval", "seed", expected, "--json")
    assert done.returncode == 4
    (document,) = json.loads(done.stdout)
    assert (document["facts"], document["must_not"], document["broken"]) == (0, 1, 1)
    assert document["list"][0]["verdict"] == "wrong"


def test_eval_says_1_when_the_file_cannot_be_used(expected: Path) -> None:
    expected.write_text(json.dumps({"evnts": []}), "utf-8")
    done = dateline("eval", "seed", expected)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith(f"dateline: {expected}: unknown key 'evnts'")
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize("unbuffered", ["", "1"], ids=["buffered", "unbuffered"])
@pytest.mark.parametrize("after", [0.8, 1.4, 5.0], ids=["start", "loading", "printing"])
def test_ctrl_c_stops_the_real_coder_within_a_second(
    tmp_path: Path, after: float, unbuffered: str
) -> None:
    text = " ".join(path.read_text("utf-8") for path in sorted(SAMPLES.glob("*.txt")))
    for number in range(20):
        (tmp_path / f"{number:02}.txt").write_text(text, "utf-8")

    def attempt() -> float:
        process = subprocess.Popen(
            [sys.executable, "-m", "dateline", "code", tmp_path, "--jsonl"],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            cwd=ROOT,
            env=environment(PYTHONUNBUFFERED=unbuffered),
        )
        time.sleep(after)
        begun = time.monotonic()
        process.send_signal(signal.SIGINT)
        printed, told = process.communicate(timeout=30)
        seconds = time.monotonic() - begun
        assert process.returncode == 130
        assert told == "dateline: stopped; the records that were printed are whole\n"
        assert all(json.loads(line) for line in printed.splitlines())
        assert printed == "" or printed.endswith("\n")
        return seconds

    assert within_a_second(attempt)
