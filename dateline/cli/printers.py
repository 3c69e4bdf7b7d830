"""How ``dateline code`` prints records: a table, tab-separated rows, JSON, JSON lines."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from enum import StrEnum
from typing import TYPE_CHECKING

from dateline.cli.terminal import out, safe, talk

if TYPE_CHECKING:
    from dateline.records import Record


class Shape(StrEnum):
    """How records are printed."""

    TABLE = "table"
    ROWS = "rows"
    EXPLANATION = "explanation"
    JSON = "json"
    JSONL = "jsonl"


class Printer(ABC):
    """Prints records one by one; ``end`` is called after the last."""

    @abstractmethod
    def one(self, name: str, record: "Record") -> None:
        """Print one record; ``name`` is its file."""

    def end(self) -> None:  # noqa: B027 (most printers have nothing to say at the end)
        """Print what comes after the last record."""


class Tables(Printer):
    """A table for each record, and what is odd about the report on stderr."""

    def __init__(self, *, colour: bool, quiet: bool) -> None:
        """Keep the wishes of the person."""
        self._colour = colour
        self._quiet = quiet
        self._between = False

    def one(self, name: str, record: "Record") -> None:
        """Print the table, then the findings as notes."""
        from dateline.cli.tables import table_text

        if self._between:
            out()
        self._between = True
        out(table_text(name, record, colour=self._colour))
        for line in () if self._quiet else remarks(record):
            talk(line)


class Explanations(Printer):
    """Each value of each record with its words, its rule and its reason."""

    def one(self, name: str, record: "Record") -> None:
        """Print the head line and the explanation."""
        from dateline.cli.explanations import explain
        from dateline.cli.tables import head_line

        out(head_line(name, record))
        for line in explain(record):
            out(line)


class Rows(Printer):
    """One tab-separated line for each event under one head line."""

    def __init__(self) -> None:
        """Print the head line before the first record only."""
        self._head = False

    def one(self, name: str, record: "Record") -> None:
        """Print the rows of one record."""
        from dateline.cli.tables import row_lines, row_names

        if not self._head:
            out(row_names())
            self._head = True
        for line in row_lines(name, record):
            out(line)


class JsonLines(Printer):
    """One record a line."""

    def one(self, name: str, record: "Record") -> None:
        """Print one line."""
        from dateline.export.record_json import dump_json

        out(dump_json(record))


class Json(Printer):
    """One record as an object, several as a list; the list is begun when the second comes."""

    def __init__(self) -> None:
        """Nothing is printed before the second record or the end."""
        self._waiting: str | None = None
        self._several = False

    def one(self, name: str, record: "Record") -> None:
        """Print the record before this one; keep this one."""
        from dateline.export.record_json import dump_json

        if self._waiting is not None:
            out(f"{'' if self._several else '['}{self._waiting},")
            self._several = True
        self._waiting = dump_json(record, indent=1)

    def end(self) -> None:
        """Print the last record and close the list."""
        if self._waiting is not None:
            out(f"{self._waiting}{']' if self._several else ''}")


def printer_of(shape: Shape, *, colour: bool, quiet: bool) -> Printer:
    """Make the printer of a shape."""
    makers: dict[Shape, Callable[[], Printer]] = {
        Shape.TABLE: lambda: Tables(colour=colour, quiet=quiet),
        Shape.ROWS: Rows,
        Shape.EXPLANATION: Explanations,
        Shape.JSON: Json,
        Shape.JSONL: JsonLines,
    }
    return makers[shape]()


def remarks(record: "Record") -> Iterator[str]:
    """Give the findings about the report, one line each."""
    for finding in record.findings:
        where = "".join(f" [{each.start}-{each.end}]" for each in finding.evidence[:1])
        yield f"   note: {safe(finding.message)}{where}"
