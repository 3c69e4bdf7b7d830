"""``dateline``: the commands, their exit codes, and the one place where errors become lines."""

import os
import sys
from types import TracebackType
from typing import Annotated, NoReturn

import typer

from dateline.cli.completion import COMPLETE_VARIABLE
from dateline.cli.stopping import stop_between_records, was_cut
from dateline.cli.terminal import (
    Exit,
    defect_line,
    discard_output,
    flush_output,
    out,
    prepare_streams,
    safe,
    talk,
)
from dateline.errors import DatelineError

app = typer.Typer(
    name="dateline",
    help="Read news reports and write a sourced record of events.",
    no_args_is_help=True,
    add_completion=False,
    # Plain help and plain errors: they come in half the time, and can be searched and copied.
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(wanted: bool) -> None:
    if wanted:
        from importlib import metadata

        out(f"dateline {metadata.version('dateline')}")
        raise typer.Exit


@app.callback()
def options(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")
    ] = False,
    debug: Annotated[
        bool, typer.Option("--debug", help="Show the traceback of an error (in any place).")
    ] = False,
) -> None:
    """Read news reports and write a sourced record of events."""


def main(words: list[str] | None = None) -> NoReturn:
    """Run the command line and leave with its exit code.

    An expected failure is one line on stderr; so is a defect of ours, unless ``--debug`` is
    among the words.
    """
    words, debug = _take_debug(sys.argv[1:] if words is None else words)
    prepare_streams()
    stop_between_records()
    if not debug:
        sys.excepthook = _tell_defect
    try:
        code = _run(words)
        flush_output()
    except KeyboardInterrupt:
        code = Exit.INTERRUPTED
    except (DatelineError, OSError) as error:
        if debug:
            raise
        talk(f"dateline: {safe(_message(error))}")
        code = Exit.FAILED
    if code == Exit.INTERRUPTED:
        _tell_stop()
    sys.exit(code)


def _message(error: DatelineError | OSError) -> str:
    if isinstance(error, DatelineError):
        return str(error)
    name = f": {error.filename}" if error.filename else ""
    return f"{error.strerror}{name}"


def _tell_stop() -> None:
    """Say in what state a stopped run leaves its output; nobody waits for what is left of it."""
    if was_cut():
        discard_output()
        talk("dateline: stopped; the last record is cut, since nobody read it")
    else:
        talk("dateline: stopped; the records that were printed are whole")


def _run(words: list[str]) -> int:
    from dateline.cli import register

    register.all_commands(app)
    if COMPLETE_VARIABLE in os.environ:
        from typer._completion_classes import completion_init

        completion_init()
    stdout = sys.stdout
    try:
        typer.main.get_command(app).main(
            words, prog_name="dateline", complete_var=COMPLETE_VARIABLE
        )
    except SystemExit as end:
        if sys.stdout is not stdout:
            # Typer wraps stdout and says 1 when the reader of a help text has gone.
            return Exit.DONE
        return int(end.code or 0)
    return Exit.DONE


def _take_debug(words: list[str]) -> tuple[list[str], bool]:
    """Take ``--debug`` out of the words, wherever it stands before ``--``."""
    cut = words.index("--") if "--" in words else len(words)
    kept = [word for word in words[:cut] if word != "--debug"]
    return [*kept, *words[cut:]], len(kept) < cut


def _tell_defect(
    kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:
    """Print a defect of ours as one line."""
    del trace
    talk(f"dateline: {defect_line(kind, error)}")
