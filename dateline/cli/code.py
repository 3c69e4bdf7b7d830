"""``dateline code``: reports in, records out; no database is needed."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.cli.printers import Printer, Shape, printer_of
from dateline.cli.terminal import (
    Exit,
    defect_line,
    is_debugging,
    is_human,
    safe,
    talk,
    telling,
    with_progress,
)
from dateline.cli.writing import STDOUT, written_to

if TYPE_CHECKING:
    from dateline.coder import Coder
    from dateline.intake.read import IntakeOptions
    from dateline.records import Record


@dataclass(slots=True)
class Outcome:
    """How many reports were coded and how many inputs failed."""

    coded: int = 0
    failed: int = 0

    def exit_code(self) -> Exit:
        """0 if all went well, 1 if nothing did, 3 if some inputs failed."""
        if not self.failed:
            return Exit.DONE
        return Exit.PARTLY if self.coded else Exit.FAILED


@dataclass(frozen=True, slots=True)
class Failed:
    """An input without a record, with the line that says why."""

    message: str


def code(  # noqa: PLR0913 (Typer reads the options from the signature)
    paths: Annotated[
        list[str], typer.Argument(help="Files or folders: text, HTML, JSON lines; - for stdin.")
    ],
    as_json: Annotated[
        bool, typer.Option("--json", help="One JSON document: a record, or a list of them.")
    ] = False,
    as_jsonl: Annotated[bool, typer.Option("--jsonl", help="One record a line.")] = False,
    explain: Annotated[
        bool, typer.Option("--explain", help="Words, rule and reason of every value.")
    ] = False,
    published: Annotated[
        datetime | None,
        typer.Option(
            formats=["%Y-%m-%d"],
            metavar="YYYY-MM-DD",
            help="Day of publication; goes before what the report says.",
        ),
    ] = None,
    publisher: Annotated[str | None, typer.Option(help="Who published it.")] = None,
    url: Annotated[str | None, typer.Option(help="Where it was published.")] = None,
    output: Annotated[
        str | None, typer.Option("--output", "-o", help="Write to this file, not to stdout.")
    ] = None,
    model: Annotated[
        str | None, typer.Option(help="Another installed English spaCy model.")
    ] = None,
    colour: Annotated[
        bool, typer.Option("--color/--no-color", help="Colour on a terminal.")
    ] = True,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress, no notes.")] = False,
) -> None:
    """Code reports: who did what to whom, on whose word.

    Print who did what to whom, where, when, at what toll, with what status, and on whose word:
    a table on a terminal, tab-separated rows into a pipe or a file.

    Example: dateline code report.txt
    """
    from dateline.intake.read import IntakeOptions

    wanted = [shape for shape, on in _choices(as_json, as_jsonl, explain) if on]
    if len(wanted) > 1:
        raise typer.BadParameter("expected one of --json, --jsonl and --explain, found several")
    to_person = is_human() and output in (None, STDOUT)
    shape = wanted[0] if wanted else Shape.TABLE if to_person else Shape.ROWS
    options = IntakeOptions(
        published=published.date() if published else None, publisher=publisher, url=url
    )
    printer = printer_of(shape, colour=colour, quiet=quiet)
    with written_to(output):
        results = _results(paths, options, _coder_on_demand(model, quiet=quiet))
        outcome = _print_all(with_progress(results, noun="reports", quiet=quiet), printer)
        if outcome.exit_code() is Exit.FAILED:
            raise typer.Exit(Exit.FAILED)
    raise typer.Exit(outcome.exit_code())


def _choices(as_json: bool, as_jsonl: bool, explain: bool) -> tuple[tuple[Shape, bool], ...]:
    return (Shape.JSON, as_json), (Shape.JSONL, as_jsonl), (Shape.EXPLANATION, explain)


def _coder_on_demand(model: str | None, *, quiet: bool) -> "Callable[[], Coder]":
    """Load the coder when the first report asks for it: a misspelt path is told at once."""

    @cache
    def load() -> "Coder":
        with telling("loading the parser", quiet=quiet):
            from dateline.coder import load_coder
            from dateline.parse import DEFAULT_MODEL

            return load_coder(model or DEFAULT_MODEL)

    return load


def _print_all(results: "Iterator[tuple[str, Record | Failed]]", printer: Printer) -> Outcome:
    outcome = Outcome()
    for name, result in results:
        if isinstance(result, Failed):
            outcome.failed += 1
            talk(f"dateline: {safe(result.message)}")
        else:
            outcome.coded += 1
            printer.one(name, result)
    printer.end()
    return outcome


def _results(
    paths: list[str], options: "IntakeOptions", coder: "Callable[[], Coder]"
) -> "Iterator[tuple[str, Record | Failed]]":
    """Give each report's record, or why there is none, under the name of its file."""
    from dateline.errors import InputError
    from dateline.intake.read import Failure, read_reports

    for path, problem in _inputs(paths):
        if problem is not None:
            yield path, problem
            continue
        for read in read_reports(path, options=options):
            if isinstance(read, Failure):
                yield path, Failed(str(read))
                continue
            try:
                record = coder().code(read)
            except InputError as error:
                yield path, Failed(f"{path}: {error}")
                continue
            except Exception as error:
                if is_debugging():
                    raise
                yield path, Failed(f"{path}: {defect_line(type(error), error)}")
                continue
            yield path, record


def _inputs(paths: list[str]) -> Iterator[tuple[str, Failed | None]]:
    """Expand folders, each file once; a folder that cannot be used is one failed input."""
    from dateline.errors import InputError
    from dateline.intake.read import list_inputs

    given: set[str] = set()
    for path in paths:
        try:
            found = list_inputs([path])
        except InputError as error:
            yield path, Failed(str(error))
            continue
        for each in found:
            if each not in given:
                given.add(each)
                yield each, None
