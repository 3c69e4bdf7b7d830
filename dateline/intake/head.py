"""The lines above a report: header fields, the day, headline and byline, in whatever order."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from dateline.intake.dates import find_date, read_date
from dateline.intake.head_lines import find_field, line_kind
from dateline.intake.lines import Line
from dateline.intake.title import count_title_lines, is_title_text
from dateline.records import Block, BlockKind

#: Lines that are looked at for header fields; library exports have under twenty.
MAX_HEAD_LINES = 40

#: Lines of a standfirst that may stand between the headline and the byline or the day.
MAX_STANDFIRST_LINES = 2

_DATE_LINE = re.compile(r"date[:\s]\s*(\d{4}-\d\d-\d\d)(?=\s|\Z)[^\S\n]*", re.IGNORECASE)


@dataclass(slots=True)
class Head:
    """What the lines above the body tell.

    ``blocks`` are in text order; ``title``, ``byline`` and ``dateline`` are offsets ``[start, end)``;
    ``published`` and ``updated`` hold the days that were told, with how they were known.
    """

    blocks: list[Block] = field(default_factory=list)
    title: tuple[int, int] | None = None
    byline: tuple[int, int] | None = None
    dateline: tuple[int, int] | None = None
    publisher: str | None = None
    url: str | None = None
    published: list[tuple[date, str]] = field(default_factory=list)
    updated: list[tuple[date, str]] = field(default_factory=list)

    def best_day(self) -> tuple[date, str] | None:
        """Give the day of publication; the day of an update only where no other is told."""
        return next(iter((*self.published, *self.updated)), None)


@dataclass(slots=True)
class Reader:
    """Walks down the lines and sorts them into the head until the body begins.

    ``lines`` is a copy: a header that shares its line with the headline shortens that line.
    """

    text: str
    lines: list[Line]
    head: Head
    titled: bool
    at: int = 0

    def add(self, kind: BlockKind, start: int, end: int) -> None:
        """Keep one block of the head."""
        self.head.blocks.append(Block(kind=kind, start=start, end=end))

    def words(self) -> str:
        """Give the line that is looked at."""
        line = self.lines[self.at]
        return self.text[line.start : line.end]


def read_head(text: str, lines: Sequence[Line], *, titled: bool) -> tuple[Head, list[Line]]:
    """Read header lines, date lines, byline and headline from the top.

    Args:
        text: The report.
        lines: Its lines, without those of a headline that is known already.
        titled: The headline is known already: no line is taken for one.

    Returns:
        What the head tells, and the lines of the body.
    """
    reader = Reader(text=text, lines=list(lines), head=Head(), titled=titled)
    _read_date_header(reader)
    while reader.at < min(len(reader.lines), MAX_HEAD_LINES):
        if not (_read_line(reader) or _read_title(reader) or _pass_standfirst(reader)):
            break
    return reader.head, reader.lines[reader.at :]


def _read_date_header(reader: Reader) -> None:
    """Read ``date 2023-10-27 Headline``: the day is a header, what follows on the line is not."""
    if not reader.lines:
        return
    line = reader.lines[0]
    match = _DATE_LINE.match(reader.text, line.start, line.end)
    if not match:
        return
    reader.add(BlockKind.HEADER, line.start, match.end(1))
    _keep_day(reader.head.published, match[1], "header line")
    if match.end() >= line.end:
        reader.at = 1
        return
    reader.lines[0] = Line(match.end(), line.end, 0, True)
    if not reader.titled and is_title_text(reader.text[match.end() : line.end]):
        _take_title(reader, 1)


def _take_title(reader: Reader, count: int) -> None:
    start, end = reader.lines[reader.at].start, reader.lines[reader.at + count - 1].end
    reader.add(BlockKind.TITLE, start, end)
    reader.head.title = (start, end)
    reader.titled = True
    reader.at += count


def _read_title(reader: Reader) -> bool:
    if reader.titled:
        return False
    lines = reader.lines[reader.at :]
    if len(lines) > 1 and line_kind(reader.text, lines[1], titled=True) is not None:
        lines[1] = replace(lines[1], after_blank=True)
    count = count_title_lines(reader.text, lines)
    if count:
        _take_title(reader, count)
    return count > 0


def _read_line(reader: Reader) -> bool:
    """Read one line that is no headline and no prose; ``False`` if it is something else."""
    line, words = reader.lines[reader.at], reader.words()
    kind = line_kind(reader.text, line, titled=reader.titled)
    if kind is None:
        return False
    if kind == "field":
        _read_field(reader, line)
        return True
    if kind == "byline":
        _take_byline(reader, line.start, line.end)
    else:
        reader.add(BlockKind.HEADER, line.start, line.end)
    if kind == "address":
        reader.head.url = reader.head.url or words.strip("<>")
    elif kind in ("day", "byline"):
        _read_day(reader.head, words)
    reader.at += 1
    return True


def _take_byline(reader: Reader, start: int, end: int) -> None:
    reader.add(BlockKind.BYLINE, start, end)
    reader.head.byline = reader.head.byline or (start, end)


def _pass_standfirst(reader: Reader) -> bool:
    """Pass over a standfirst between headline and byline: it is body, the head goes on after it."""
    if not reader.titled:
        return False
    for ahead in range(1, MAX_STANDFIRST_LINES + 1):
        if reader.at + ahead + 1 >= len(reader.lines):
            return False
        line = reader.lines[reader.at + ahead]
        if line_kind(reader.text, line, titled=True) in ("day", "byline"):
            for each in reader.lines[reader.at : reader.at + ahead]:
                reader.add(BlockKind.BODY, each.start, each.end)
            reader.at += ahead
            return True
    return False


def _read_field(reader: Reader, line: Line) -> None:
    found = find_field(reader.text, line)
    if found is None:
        return
    what, value, start = found
    head = reader.head
    if what == "label" and value:
        reader.add(BlockKind.HEADER, line.start, line.start + _key_chars(reader))
        reader.lines[reader.at] = Line(start, line.end, 0, True)
        return
    if value and what == "title" and not reader.titled:
        reader.add(BlockKind.HEADER, line.start, line.start + _key_chars(reader))
        reader.add(BlockKind.TITLE, start, line.end)
        head.title, reader.titled = (start, line.end), True
    elif value and what == "byline":
        _take_byline(reader, line.start, line.end)
    else:
        reader.add(BlockKind.HEADER, line.start, line.end)
        _keep_field(head, what, value, start)
    reader.at += 1


def _key_chars(reader: Reader) -> int:
    """Count the characters of the line's key with its colon."""
    return reader.words().index(":") + 1


def _keep_field(head: Head, what: str, value: str, start: int) -> None:
    if not value:
        return
    if what == "published":
        _keep_day(head.published, value, "header field")
    elif what == "updated":
        _keep_day(head.updated, value, "header field, updated")
    elif what == "publisher":
        head.publisher = head.publisher or value
    elif what == "url" and value.startswith(("http://", "https://")):
        head.url = head.url or value
    elif what == "dateline":
        head.dateline = (start, start + len(value))


def _keep_day(days: list[tuple[date, str]], value: str, how: str) -> None:
    day = read_date(value)
    if day is not None:
        days.append((day, how))


def _read_day(head: Head, words: str) -> None:
    found = find_date(words)
    day = found.day if found else read_date(words)
    if day is None:
        return
    if words.lower().startswith(("updated", "last updated", "edited", "modified")):
        head.updated.append((day, "date line, updated"))
    else:
        head.published.append((day, "date line"))
