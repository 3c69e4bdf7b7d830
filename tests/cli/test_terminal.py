"""Streams: colour, escape codes, closed pipes, Ctrl+C, progress."""

import array
import fcntl
import io
import os
import signal
import subprocess
import sys
import termios
import time
from pathlib import Path

import pytest

from dateline.cli import terminal
from dateline.cli.terminal import safe, with_progress
from tests.cli.conftest import STUB, Run, environment, within_a_second

ESCAPE = "\x1b["


def test_colour_on_a_terminal(on_terminal: Run, report: Path) -> None:
    assert ESCAPE + "1m" in on_terminal("code", str(report)).out


@pytest.mark.parametrize(
    ("words", "env"),
    [((), {"NO_COLOR": "1"}), ((), {"TERM": "dumb"}), (("--no-color",), {})],
    ids=["NO_COLOR", "TERM=dumb", "--no-color"],
)
def test_no_colour(
    on_terminal: Run, report: Path, words: tuple[str, ...], env: dict[str, str]
) -> None:
    shown = on_terminal("code", "-q", str(report), *words, **env).out
    assert ESCAPE not in shown
    assert "evidence 1" in shown


def test_an_empty_no_color_means_nothing(on_terminal: Run, report: Path) -> None:
    assert ESCAPE in on_terminal("code", str(report), NO_COLOR="").out


def test_no_colour_when_piped(run: Run, report: Path) -> None:
    for words in ((), ("--explain",), ("--json",)):
        done = run("code", str(report), *words)
        assert ESCAPE not in done.out + done.err


NASTY = (
    "Gunmen \x1b[31mattacked\x1b]0;title\x07 \x9b31m a\x85 con\u202evoy\x7f\x08\x08 near\u2028 Gao"
)
NASTY += "\n" + "The army sent soldiers to the town on the river. " * 40
ACTING = [chr(code) for code in (*range(9), *range(11, 32), *range(127, 160), 0x202E)]


@pytest.mark.parametrize("words", [(), ("--explain",), ("--json",), ("--jsonl",)])
def test_controls_of_a_report_never_reach_the_output(
    run: Run, tmp_path: Path, words: tuple[str, ...]
) -> None:
    path = tmp_path / "nasty.txt"
    path.write_text(NASTY, "utf-8")
    done = run("code", str(path), *words)
    assert done.code == 0
    assert [mark for mark in ACTING if mark in done.out + done.err] == []


def test_controls_of_a_report_never_reach_a_terminal(on_terminal: Run, tmp_path: Path) -> None:
    path = tmp_path / "nasty.txt"
    path.write_text(NASTY, "utf-8")
    shown = on_terminal("code", str(path), NO_COLOR="1", TERM="dumb").out
    assert "attacked" in shown
    assert [mark for mark in ACTING if mark in shown] == []


def test_json_keeps_the_report_exactly(run: Run, tmp_path: Path) -> None:
    import json

    path = tmp_path / "nasty.txt"
    path.write_text(NASTY, "utf-8")
    for words in ("--json", "--jsonl"):
        assert json.loads(run("code", str(path), words).out)["report"]["text"] == NASTY


def test_controls_in_a_file_name_never_reach_the_terminal(run: Run, tmp_path: Path) -> None:
    done = run("code", str(tmp_path / "no\x1b[31m\nsuch.txt"))
    assert "\x1b" not in done.err


def test_a_file_name_that_is_no_utf8(run: Run, tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/r\xe9port.txt"
    with open(path, "wb") as file:
        file.write(b"Gunmen attacked Gao\n")
    done = run("code", os.fsdecode(path))
    assert done.code == 0
    assert "r\ufffdport.txt" in done.out


def test_safe_keeps_tabs_and_lines() -> None:
    assert safe("a\tb\nc\rd\x1be\ud800") == "a\tb\nc\ufffdd\ufffde\ufffd"


def test_output_is_utf8_whatever_the_locale(run: Run, report: Path) -> None:
    done = run("code", str(report), LC_ALL="POSIX", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert done.code == 0
    assert "–" in done.out


def test_a_closed_pipe_is_no_error(tmp_path: Path) -> None:
    for number in range(300):
        (tmp_path / f"{number:03}.txt").write_text(f"Gunmen attacked {'town ' * 200}{number}\n")
    done = subprocess.run(
        ["bash", "-c", '"$@" | head -1; echo "${PIPESTATUS[0]}"', "-", sys.executable, STUB]
        + ["code", "--jsonl", tmp_path],
        capture_output=True,
        env=environment(),
    )
    record, code = done.stdout.decode().splitlines()
    assert record.startswith('{"schema"')
    assert code == "0"
    assert done.stderr == b""


@pytest.mark.parametrize("words", [("--help",), ("schema",), ("completion", "bash")])
def test_a_pipe_closed_at_once_is_no_error(words: tuple[str, ...]) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(
        [sys.executable, STUB, *words], stdout=writer, stderr=subprocess.PIPE, env=environment()
    )
    os.close(writer)
    assert (done.returncode, done.stderr) == (0, b"")


def test_ctrl_c_stops_within_a_second(tmp_path: Path) -> None:
    (tmp_path / "wait.txt").write_text("Gunmen wait\n")
    target = tmp_path / "out.jsonl"
    words = ["code", tmp_path / "wait.txt", "--jsonl", "-o", target]

    def attempt() -> float:
        process = subprocess.Popen(
            [sys.executable, STUB, *words], stderr=subprocess.PIPE, env=environment()
        )
        while not any(tmp_path.glob("*.part")):
            time.sleep(0.01)
        begun = time.monotonic()
        process.send_signal(signal.SIGINT)
        _, told = process.communicate(timeout=30)
        seconds = time.monotonic() - begun
        assert process.returncode == 130
        assert told == b"dateline: stopped; the records that were printed are whole\n"
        assert [path.name for path in tmp_path.iterdir()] == ["wait.txt"]
        return seconds

    assert within_a_second(attempt)


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def clock(monkeypatch: pytest.MonkeyPatch, step: float) -> None:
    ticks = iter(range(1000))
    monkeypatch.setattr(terminal.time, "monotonic", lambda: next(ticks) * step)


def test_progress_is_a_line_a_minute_where_there_is_no_terminal(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    clock(monkeypatch, 20.0)
    assert list(with_progress(range(7), noun="reports", quiet=False)) == list(range(7))
    assert capsys.readouterr().err.splitlines() == [
        "3 reports, 0.1 a second",
        "6 reports, 0.1 a second",
    ]


def test_progress_is_one_moving_line_on_a_terminal(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    clock(monkeypatch, 1.0)
    monkeypatch.setattr(sys, "stderr", shown := Terminal())
    list(with_progress(range(3), noun="reports", quiet=False))
    assert shown.getvalue() == "\r2 reports, 1.0 a second\r3 reports, 1.0 a second\n"


@pytest.mark.parametrize("both", [True, False])
def test_no_progress_if_quiet_or_if_results_are_on_the_terminal(
    monkeypatch: pytest.MonkeyPatch, both: bool
) -> None:
    clock(monkeypatch, 100.0)
    monkeypatch.setattr(sys, "stderr", shown := Terminal())
    if both:
        monkeypatch.setattr(sys, "stdout", Terminal())
    list(with_progress(range(3), noun="reports", quiet=not both))
    assert shown.getvalue() == ""


@pytest.mark.parametrize("reads", [True, False])
def test_ctrl_c_in_the_middle_of_a_record(tmp_path: Path, reads: bool) -> None:
    """The record gets out whole if somebody reads; if nobody does, we stop and say that it is cut."""
    (tmp_path / "long.txt").write_text("Gunmen attacked Gao\n" + "A town. " * 50_000)

    def attempt() -> float:
        reader, writer = os.pipe()
        process = subprocess.Popen(
            [sys.executable, STUB, "code", "--jsonl", tmp_path / "long.txt"],
            stdout=writer,
            stderr=subprocess.PIPE,
            env=environment(),
        )
        os.close(writer)
        wait_until_full(reader)
        begun = time.monotonic()
        process.send_signal(signal.SIGINT)
        with os.fdopen(reader, "rb") as stream:
            printed = stream.read() if reads else b""
            _, told = process.communicate(timeout=30)
        seconds = time.monotonic() - begun
        assert process.returncode == 130
        if reads:
            assert printed.endswith(b"}\n")
            assert b"whole" in told
        else:
            assert told == b"dateline: stopped; the last record is cut, since nobody read it\n"
        return seconds

    assert within_a_second(attempt)


def wait_until_full(reader: int) -> None:
    """Wait until a pipe holds as much as it can, so that whoever writes to it stands still."""
    size = fcntl.fcntl(reader, fcntl.F_GETPIPE_SZ)
    waiting = array.array("i", [0])
    while waiting[0] < size:
        time.sleep(0.01)
        fcntl.ioctl(reader, termios.FIONREAD, waiting)
