"""Reading reports from files, standard input, bytes or a program's own text.

``read_reports`` is the one way in: it recognises what it is given (plain text, HTML, JSON, JSON
lines, any of them gzipped) and gives Reports and Failures, one bad input never stopping the rest.
"""

import hashlib
import os
import sys
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from io import BytesIO
from itertools import chain
from pathlib import Path
from typing import Any, BinaryIO

from dateline.errors import InputError, LanguageError, LimitError
from dateline.intake.decode import Decoded, decode, refuse_zeros, replace_surrogates
from dateline.intake.formats import ENDINGS, Format, format_by_ending, recognise_format
from dateline.intake.jsonl import find_records, parse_json, read_record
from dateline.intake.language import SUPPORTED, check_language, language_name
from dateline.intake.page import read_page, refuse_entities
from dateline.intake.plain import NOTHING, Known, compose, read_plain
from dateline.intake.unpack import join_chunks, read_chunks, split_lines
from dateline.limits import MAX_FOLDER_FILES, MAX_TEXT_CHARS
from dateline.records import BlockKind, Published, Received, Report

#: The name that stands for standard input.
STDIN = "-"


@dataclass(frozen=True, slots=True, kw_only=True)
class IntakeOptions:
    """What the user says of the reports; each comes before what a report says of itself.

    ``published`` is the day of publication; ``format`` is recognised if not given; ``language``
    (ISO 639-1) switches the identification off.
    """

    published: date | None = None
    publisher: str | None = None
    url: str | None = None
    format: Format | None = None
    language: str | None = None


NO_OPTIONS = IntakeOptions()


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """An input, or one line of it, that could not be read.

    ``where`` is the file name (``-`` for standard input), ``line`` the line of a JSON lines file
    or the number of the record in a JSON list, from 1.  ``str(failure)`` is the one line to print.
    """

    where: str
    line: int | None
    error: InputError

    def __str__(self) -> str:
        """Give ``file:line: what was expected, what was found, what to do``."""
        place = self.where if self.line is None else f"{self.where}:{self.line}"
        return f"{place}: {self.error}"


def read_reports(
    source: str | Path | bytes | BinaryIO, *, options: IntakeOptions = NO_OPTIONS
) -> Iterator[Report | Failure]:
    """Read the reports of one input, one by one, in its order.

    Args:
        source: A path; ``"-"`` for standard input; the bytes themselves; or an open binary file.
        options: What the user says of them.

    Yields:
        A Report for each report, a Failure for each that could not be read: a file that is
        missing, empty, binary, too large or damaged; a line that is no JSON or has no text; a
        report in a language that no reader supports.  Nothing is raised for what is in an input.
    """
    name = source if isinstance(source, str) else str(source) if isinstance(source, Path) else STDIN
    try:
        yield from _read(source, name, options)
    except InputError as error:
        yield Failure(where=name, line=None, error=error)
    except OSError as error:
        problem = (
            f"expected a file that can be read, found: {error.strerror or error}; check the path"
        )
        yield Failure(where=name, line=None, error=InputError(problem))


def read_one(source: str | Path | bytes, *, options: IntakeOptions = NO_OPTIONS) -> Report:
    """Read the one report of an input.

    Raises:
        InputError: It cannot be read, or holds none or several.
    """
    found = list(read_reports(source, options=options))
    if len(found) == 1 and isinstance(found[0], Report):
        return found[0]
    for each in found:
        if isinstance(each, Failure):
            raise type(each.error)(str(each)) from each.error
    raise InputError(f"expected one report, found {len(found)}; read it with read_reports")


def report_from_text(
    text: str,
    *,
    title: str | None = None,
    published: date | None = None,
    publisher: str | None = None,
    url: str | None = None,
) -> Report:
    """Make a report from a text that a program holds.

    Args:
        text: The report; headline, byline and dateline in it are recognised.
        title: A headline that is kept apart from the text; it is put in front of it with a blank
            line, unless the text begins with it.
        published: The day of publication.
        publisher: Who published it.
        url: Where.

    Raises:
        InputError: There is nothing but white space.
        DecodeError: The text holds U+0000.
        LimitError: It is longer than ``MAX_TEXT_CHARS``.
        LanguageError: It is in a language that no reader supports.
    """
    composed, length, _ = compose(text, title=title)
    composed, replaced = replace_surrogates(composed)
    refuse_zeros(composed)
    digest = hashlib.sha256(composed.encode("utf-8")).hexdigest()
    report = read_plain(
        composed,
        published=published,
        known=Known(publisher=publisher, url=url, title=length),
        received=Received(
            sha256=digest,
            encoding="",
            encoding_how="",
            replaced=replaced,
            format="doc",
            name=STDIN,
        ),
    )
    return _finished(report, NO_OPTIONS)


def list_inputs(paths: Iterable[str]) -> list[str]:
    """Expand the folders among paths to the files in them that we can read.

    Files of a folder and of the folders in it are taken by their ending (``ENDINGS``, with or
    without ``.gz``), in the order of their names; hidden ones and links to folders are left out.
    A file that is named is taken whatever its ending, and a missing one too: reading it will say
    what is wrong.  Each path is given once.

    Raises:
        InputError: A folder holds no file that we can read.
        LimitError: A folder holds more than ``MAX_FOLDER_FILES``.
    """
    found: dict[str, None] = {}
    for path in paths:
        if path != STDIN and os.path.isdir(path):
            found.update(dict.fromkeys(_files_of(path)))
        else:
            found[path] = None
    return list(found)


def _files_of(folder: str) -> list[str]:
    files: list[str] = []
    for here, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        usable = [name for name in names if not name.startswith(".") and format_by_ending(name)]
        files.extend(os.path.join(here, name) for name in usable)
        if len(files) > MAX_FOLDER_FILES:
            raise LimitError(
                f"expected a folder of at most {MAX_FOLDER_FILES:,} files, found more in {folder};"
                " name its folders one by one"
            )
    if not files:
        endings = ", ".join(ENDINGS)
        raise InputError(f"expected files ending in {endings} in {folder}, found none; name them")
    return sorted(files)


def _read(
    source: str | Path | bytes | BinaryIO, name: str, options: IntakeOptions
) -> Iterator[Report | Failure]:
    if options.language is not None and options.language not in SUPPORTED:
        raise LanguageError(
            f"expected one of the languages {', '.join(sorted(SUPPORTED))}, found"
            f" {options.language!r} ({language_name(options.language)}); give another"
        )
    if isinstance(source, bytes):
        yield from _read_stream(BytesIO(source), name, options)
    elif not isinstance(source, str | Path):
        yield from _read_stream(source, name, options)
    elif name == STDIN:
        yield from _read_stream(sys.stdin.buffer, name, options)
    else:
        with open(source, "rb") as stream:
            yield from _read_stream(stream, name, options)


def _read_stream(stream: BinaryIO, name: str, options: IntakeOptions) -> Iterator[Report | Failure]:
    chunks = read_chunks(stream)
    first = b""
    for piece in chunks:
        first += piece
        if first.strip():
            break
    form = options.format or recognise_format(first, name)
    chunks = chain((first,), chunks)
    if form is Format.JSONL:
        yield from _read_lines(chunks, name, options)
    else:
        yield from _read_whole(join_chunks(chunks), form, name, options)


def _read_lines(
    chunks: Iterator[bytes], name: str, options: IntakeOptions
) -> Iterator[Report | Failure]:
    empty = True
    for number, line in split_lines(chunks):
        if not line.strip():
            continue
        empty = False
        try:
            decoded = decode(line)
            received = _received(line, decoded, "jsonl", f"{name}:{number}")
            records = _parse_records(decoded.text)
        except InputError as error:
            yield Failure(where=name, line=number, error=error)
            continue
        for record in records:
            yield _read_record(record, received, options, Place(name, number))
    if empty:
        raise _nothing()


def _parse_records(text: str) -> list[Any]:
    records = list(find_records(parse_json(text)))
    if not records:
        raise InputError("expected a JSON object with a report, found an empty list; leave it out")
    return records


@dataclass(frozen=True, slots=True)
class Place:
    """Where a record stands, for the message if it cannot be read."""

    where: str
    line: int | None


def _read_record(
    record: Any, received: Received, options: IntakeOptions, place: Place
) -> Report | Failure:
    try:
        return _finished(read_record(record, known=_known(options), received=received), options)
    except InputError as error:
        return Failure(where=place.where, line=place.line, error=error)


def _read_whole(
    data: bytes, form: Format, name: str, options: IntakeOptions
) -> Iterator[Report | Failure]:
    if not data.strip():
        raise _nothing()
    decoded = decode(data)
    if form is Format.JSON:
        yield from _read_json(data, decoded, name, options)
        return
    if form is Format.HTML:
        received = _received(data, decoded, "html", name)
        report = read_page(decoded.text, known=_known(options), received=received)
    else:
        _refuse_xml(decoded.text)
        received = _received(data, decoded, "text", name)
        report = read_plain(decoded.text, known=_known(options), received=received)
    yield _finished(report, options)


def _read_json(
    data: bytes, decoded: Decoded, name: str, options: IntakeOptions
) -> Iterator[Report | Failure]:
    records = _parse_records(decoded.text)
    received = _received(data, decoded, "json", name)
    for number, record in enumerate(records, start=1):
        place = Place(name, number if len(records) > 1 else None)
        yield _read_record(record, received, options, place)


def _finished(report: Report, options: IntakeOptions) -> Report:
    """Check what holds for every report, however it came in."""
    if not any(_is_visible(character) for character in report.text):
        raise _nothing()
    if len(report.text) > MAX_TEXT_CHARS:
        raise LimitError(
            f"expected a report of at most {MAX_TEXT_CHARS:,} characters, found"
            f" {len(report.text):,}; cut it into its reports"
        )
    return replace(report, language=options.language or check_language(_prose(report)))


def _is_visible(character: str) -> bool:
    """Say whether a character shows: no white space, no control or format character."""
    return not character.isspace() and unicodedata.category(character)[0] != "C"


def _prose(report: Report) -> str:
    """Give the text whose language counts: all but header lines and credits."""
    kept = (BlockKind.TITLE, BlockKind.BODY)
    blocks = [report.text[each.start : each.end] for each in report.blocks if each.kind in kept]
    return "\n".join(blocks) or report.text


def _known(options: IntakeOptions) -> Known:
    published = options.published
    return replace(
        NOTHING,
        published=Published(date=published, how="option") if published else None,
        publisher=options.publisher,
        url=options.url,
    )


def _received(data: bytes, decoded: Decoded, form: str, name: str) -> Received:
    return Received(
        sha256=hashlib.sha256(data).hexdigest(),
        encoding=decoded.encoding,
        encoding_how=decoded.how,
        replaced=decoded.replaced,
        format=form,
        name=name,
    )


def _refuse_xml(text: str) -> None:
    if text.lstrip()[:5].lower() == "<?xml":
        refuse_entities(text)
        raise InputError(
            "expected text, HTML or JSON, found XML; save the report's text as plain text"
        )


def _nothing() -> InputError:
    return InputError("expected a report, found nothing but white space; check the file")
