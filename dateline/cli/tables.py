"""One record as people read it: a head line, the table of events, and the evidence of each."""

import shutil
from collections.abc import Iterator
from io import StringIO
from typing import TYPE_CHECKING

from dateline.cli.terminal import is_human, safe, use_colour
from dateline.export.rows import COLUMNS, EventRow, cells, event_rows, one_line
from dateline.records import Record

if TYPE_CHECKING:
    from rich.console import Console

#: Columns of a table that goes to no terminal: what most lines of a report's table need.
PLAIN_WIDTH = 120

#: Columns below which a word of the closed lists, or a date, would be cut in two.
LEAST_WIDTHS = {"what": 13, "when": 10, "status": 8}

#: Characters of an evidence sentence that are printed; the record holds the rest.
EVIDENCE_WIDTH = 160


def head_line(name: str, record: Record) -> str:
    """Give the line over a table: name, date, and how many of each kind were found."""
    published = record.report.published
    day = published.date.isoformat() if published else "(no date)"
    counts = (
        _count(len(record.events), "event"),
        _count(len(record.attributions), "quote"),
        _count(len(record.claims), "claim"),
        _count(len(record.stances), "stance"),
        _count(len(record.causes), "cause"),
        _count(len(record.trends), "trend"),
    )
    return "  ".join((safe(one_line(name)), day, *counts))


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def row_lines(name: str, record: Record) -> Iterator[str]:
    """Give a tab-separated line for each event: file, the columns, evidence, start, end."""
    for row in event_rows(record):
        span = row.evidence
        fields = (name, *cells(row), span.text, str(span.start), str(span.end))
        yield "\t".join(safe(one_line(field)) for field in fields)


def row_names() -> str:
    """Give the head line of ``row_lines``."""
    return "\t".join(("report", *COLUMNS, "evidence", "start", "end"))


def table_text(name: str, record: Record, *, colour: bool = True, width: int | None = None) -> str:
    """Write a record for people.

    Args:
        colour: May be coloured, if the terminal and the environment allow it.
        width: Columns of the table; without it the terminal's own, or ``PLAIN_WIDTH``.
    """
    from rich.console import Console

    coloured = use_colour(wanted=colour)
    console = Console(
        file=StringIO(),
        no_color=not coloured,
        force_terminal=coloured,
        highlight=False,
        markup=False,
        emoji=False,
        width=width or _width(),
        legacy_windows=False,
    )
    console.print(head_line(name, record), style=_style("bold", coloured), soft_wrap=True)
    rows = event_rows(record)
    if rows:
        _print_events(console, rows, coloured)
    else:
        console.print("  no event was coded (--explain says what was read)", soft_wrap=True)
    written = console.file
    assert isinstance(written, StringIO)
    return written.getvalue().rstrip("\n")


def _width() -> int:
    return shutil.get_terminal_size((PLAIN_WIDTH, 24)).columns if is_human() else PLAIN_WIDTH


def _style(style: str, coloured: bool) -> str:
    return style if coloured else ""


def _print_events(console: "Console", rows: tuple[EventRow, ...], coloured: bool) -> None:
    from rich.table import Table

    style = _style("dim", coloured)
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style=style)
    for column in COLUMNS:
        table.add_column(
            column, overflow="fold", vertical="top", min_width=LEAST_WIDTHS.get(column)
        )
    for row in rows:
        table.add_row(*(safe(cell) for cell in cells(row)))
    console.print(table)
    for row in rows:
        console.print(_evidence(row), style=style, soft_wrap=True)


def _evidence(row: EventRow) -> str:
    span = row.evidence
    words = one_line(span.text)
    if len(words) > EVIDENCE_WIDTH:
        words = words[: EVIDENCE_WIDTH - 1] + "…"
    return f"   evidence {row.number}: “{safe(words)}” [{span.start}-{span.end}]"
