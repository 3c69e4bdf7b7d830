"""What all commands share on the terminal: streams, colour, safe text, progress, exit codes."""

import os
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from enum import IntEnum
from io import BufferedWriter, FileIO, TextIOWrapper
from typing import TextIO, TypeVar

import typer

from dateline.cli.stopping import whole_record

T = TypeVar("T")

#: Seconds between lines of progress where no terminal shows a moving line.
PROGRESS_SECONDS = 60.0

#: Seconds between two states of the moving line.
LIVE_SECONDS = 0.5

#: Characters that must not reach a terminal: C0 but for tab and line feed, DEL, C1; marks that
#: turn the direction of what follows, cells and our own words included; lone surrogates, which
#: stand for undecodable bytes in file names and cannot be written at all.
CONTROLS = dict.fromkeys(
    (
        *range(9),
        *range(11, 32),
        *range(127, 160),
        *range(0x202A, 0x202F),
        *range(0x2066, 0x206A),
        *range(0xD800, 0xE000),
    ),
    "\ufffd",
)


class Exit(IntEnum):
    """Exit codes of all commands."""

    DONE = 0
    FAILED = 1
    USAGE = 2
    PARTLY = 3
    ANSWER_IS_NO = 4
    INTERRUPTED = 130


def safe(text: str) -> str:
    """Take escape codes and other controls out of text that came from a report or a file name."""
    return text.translate(CONTROLS)


def out(text: str = "") -> None:
    """Print a line of results, in one piece, so that a stopped run leaves whole records.

    Raises:
        typer.Exit: The reader of our output has gone (``| head``), which is no error.
    """
    try:
        with whole_record():
            sys.stdout.write(f"{text}\n")
            sys.stdout.flush()
    except BrokenPipeError:
        discard_output()
        raise typer.Exit(Exit.DONE) from None


def talk(text: str) -> None:
    """Print a line for the person, apart from the results."""
    print(text, file=sys.stderr)


def is_human(stream: TextIO | None = None) -> bool:
    """Say whether results (or another stream) go to a terminal."""
    return (stream or sys.stdout).isatty()


def use_colour(*, wanted: bool = True) -> bool:
    """Say whether to colour: a terminal, not ``TERM=dumb``, no ``NO_COLOR``, not switched off."""
    dumb = os.environ.get("TERM") == "dumb" or bool(os.environ.get("NO_COLOR"))
    return wanted and not dumb and is_human()


def prepare_streams() -> None:
    """Write UTF-8 to files and pipes; on a terminal, show ``?`` for what it cannot show.

    Without a buffer (``PYTHONUNBUFFERED``), a signal in the middle of a long write would lose the
    rest of a record: stdout gets one, and ``out`` empties it after each line.
    """
    if isinstance(sys.stdout, TextIOWrapper) and isinstance(sys.stdout.buffer, FileIO):
        buffered = BufferedWriter(FileIO(sys.stdout.fileno(), "w", closefd=False))
        sys.stdout = TextIOWrapper(buffered, encoding=sys.stdout.encoding)
    for stream in (sys.stdout, sys.stderr):
        if not isinstance(stream, TextIOWrapper):
            continue
        if stream.isatty():
            stream.reconfigure(errors="replace")
        else:
            stream.reconfigure(encoding="utf-8")


def flush_output() -> None:
    """Write what waits; a reader that has gone is no error.

    Raises:
        KeyboardInterrupt: Ctrl+C was pressed meanwhile.
    """
    try:
        with whole_record():
            sys.stdout.flush()
    except BrokenPipeError:
        discard_output()


def discard_output() -> None:
    """Let the rest of our output go nowhere, or Python complains again when it ends."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)


@contextmanager
def telling(words: str, *, quiet: bool = False) -> Iterator[None]:
    """Show on the terminal what is being waited for, and take it away when it is there."""
    if quiet or not is_human(sys.stderr) or os.environ.get("TERM") == "dumb":
        yield
        return
    print(f"{words} …", file=sys.stderr, end="", flush=True)
    try:
        yield
    finally:
        print("\r\033[K", file=sys.stderr, end="", flush=True)


def with_progress(items: Iterable[T], *, noun: str, quiet: bool) -> Iterator[T]:
    """Pass items through, telling on stderr how many there were: a moving line on a terminal
    (unless the results are shown there too), else one line a minute."""
    live = is_human(sys.stderr)
    if quiet or (live and is_human()):
        yield from items
        return
    pause = LIVE_SECONDS if live else PROGRESS_SECONDS
    begun = told = time.monotonic()
    shown = False
    for count, item in enumerate(items, start=1):
        yield item
        now = time.monotonic()
        if now - told < pause or count == 1:
            continue
        told = now
        shown = live
        line = f"{count:,} {noun}, {count / (now - begun):.1f} a second"
        print(f"\r{line}" if live else line, file=sys.stderr, end="" if live else "\n", flush=True)
    if shown:
        print(file=sys.stderr)


def is_debugging() -> bool:
    """Say whether defects of ours are shown as tracebacks (``--debug``)."""
    return sys.excepthook is sys.__excepthook__


def defect_line(kind: type[BaseException], error: BaseException) -> str:
    """Write a defect of ours as one line."""
    found = safe(" ".join(f"{kind.__name__}: {error}".split()))
    return f"a defect in Dateline: {found}; --debug shows where: please report it"
