"""Running the command line as people do: in a process of its own, piped or on a terminal."""

import os
import pty
import select
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
STUB = Path(__file__).with_name("stub.py")

#: Seconds after which a command that hangs is ended.
TIMEOUT = 60

#: Width of the terminal that ``on_terminal`` gives.
COLUMNS = "160"


@dataclass(frozen=True)
class Done:
    """What a command did."""

    code: int
    out: str
    err: str


Run = Callable[..., Done]


def environment(**more: str) -> dict[str, str]:
    kept = {name: word for name, word in os.environ.items() if name not in ("NO_COLOR", "TERM")}
    return {**kept, "TERM": "xterm-256color", "COLUMNS": COLUMNS, **more}


@pytest.fixture
def run() -> Run:
    """Run ``dateline WORDS`` with the stub coder and pipes; ``given`` is its stdin."""

    def make(*words: str, given: bytes = b"", cwd: Path = ROOT, **env: str) -> Done:
        done = subprocess.run(
            [sys.executable, STUB, *words],
            input=given,
            capture_output=True,
            timeout=TIMEOUT,
            cwd=cwd,
            env=environment(**env),
        )
        return Done(done.returncode, done.stdout.decode(), done.stderr.decode())

    return make


@pytest.fixture
def on_terminal() -> Run:
    """Run ``dateline WORDS`` with the stub coder on a terminal of its own; out and err are one."""

    def make(*words: str, **env: str) -> Done:
        leader, follower = pty.openpty()
        process = subprocess.Popen(
            [sys.executable, STUB, *words],
            stdin=follower,
            stdout=follower,
            stderr=follower,
            env=environment(**env),
        )
        os.close(follower)
        shown = read_all(leader)
        return Done(process.wait(TIMEOUT), shown.decode().replace("\r\n", "\n"), "")

    return make


def read_all(leader: int) -> bytes:
    shown = b""
    end = time.monotonic() + TIMEOUT
    while time.monotonic() < end:
        if not select.select([leader], [], [], 1)[0]:
            continue
        try:
            piece = os.read(leader, 65536)
        except OSError:  # Linux says EIO when the other side has gone
            break
        if not piece:
            break
        shown += piece
    os.close(leader)
    return shown


def within_a_second(attempt: Callable[[], float]) -> bool:
    """Say whether what takes ``attempt`` seconds can be done in one: on a busy machine the best
    of three counts."""
    return any(attempt() < 1 for _ in range(3))


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.txt"
    path.write_text("Gunmen attacked a convoy near Gao\n\nNobody was hurt in the attack.\n")
    return path
