"""Plain text → Report: which stretch is header, headline, byline, dateline, body, credit?

The text is taken as it is: no character is changed, and the blocks cover all that is not white
space.  Order of reading: header lines, headline and byline from the top (``head``); the rest into
paragraphs (``lines``); credits from the end (``credit``); the dateline in the first paragraphs of
what is left (``dateline``).
"""

import hashlib
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dateline.intake.credit import count_credits, find_inline_credit
from dateline.intake.dateline import FoundDateline, find_dateline
from dateline.intake.head import Head, read_head
from dateline.intake.lines import Line, Paragraph, find_lines, find_paragraphs
from dateline.records import (
    Block,
    BlockKind,
    Dateline,
    Published,
    Received,
    Report,
    Span,
)

#: Hex digits of a report's id: 64 bits, so that two of a billion reports share one less often
#: than once in thirty archives of that size.
ID_DIGITS = 16

#: The dateline stands in the first paragraph, or after a standfirst and the points of a summary.
DATELINE_PARAGRAPHS = 5

_SPEAKER = re.compile(r"^[^\S\n]*[A-Z][A-Z .'’-]{2,40}:", re.MULTILINE)

#: More lines than this that begin with capitals and a colon make a transcript.
MAX_COLON_DATELINES = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What is known of a report beside its text, from options or from the file it came in.

    ``title`` and ``byline`` are the lengths of a headline and an author line that open the text,
    parted from it and from each other by a blank line (``compose``); 0 where there is none.
    """

    published: Published | None = None
    publisher: str | None = None
    url: str | None = None
    language: str = "en"
    title: int = 0
    byline: int = 0


NOTHING = Known()


def read_plain(
    text: str,
    *,
    published: date | None = None,
    known: Known = NOTHING,
    received: Received | None = None,
) -> Report:
    """Read a report from its text.

    The day of publication is, in this order: ``published`` (how: "option"), what the file said
    (``known.published``), a header field or date line of the text, the date of an update, the date
    of the dateline if that has a year (how: "dateline").  Publisher and URL of ``known`` come
    before those of header fields.  The language is taken over, not checked.

    Args:
        text: The text as received, decoded; never altered.  Lone surrogates must have been
            replaced (``decode.replace_surrogates``): the parser cannot read them.
        published: The day of publication, if the caller knows it.
        known: What else is known.
        received: How the text arrived; made from the text itself if missing.

    Returns:
        The report.  Its id is the first 16 hex digits of the SHA-256 of ``json.dumps([text])``.
        No text raises: an empty one gives a report without blocks.
    """
    layout = _lay_out(text, known)
    head, found = layout.head, layout.dateline
    title = layout.title or head.title
    byline = layout.byline or head.byline
    return Report(
        id=report_id(text),
        text=text,
        title=_span(text, title),
        byline=_span(text, byline),
        publisher=known.publisher or head.publisher,
        url=known.url or head.url,
        published=_published(published, known, head, found),
        dateline=found.dateline if found else _header_dateline(text, head),
        language=known.language,
        blocks=layout.blocks,
        received=received or _handed_over(text),
    )


def report_id(text: str) -> str:
    """Give the id of a report: 16 hex digits of the SHA-256 of the JSON list ``[text]`` in ASCII."""
    return hashlib.sha256(json.dumps([text]).encode("ascii")).hexdigest()[:ID_DIGITS]


@dataclass(frozen=True, slots=True)
class _Layout:
    blocks: tuple[Block, ...]
    head: Head
    title: tuple[int, int] | None
    byline: tuple[int, int] | None
    dateline: FoundDateline | None


def _lay_out(text: str, known: Known) -> _Layout:
    blocks: list[Block] = []
    title, byline, start = _composed(text, known)
    for kind, extent in ((BlockKind.TITLE, title), (BlockKind.BYLINE, byline)):
        if extent:
            blocks.append(Block(kind=kind, start=extent[0], end=extent[1]))
    lines = [line for line in find_lines(text) if line.start >= start]
    head, rest = _read_head(text, lines, titled=title is not None)
    blocks.extend(head.blocks)
    body, dateline = _read_body(text, rest)
    blocks.extend(body)
    return _Layout(tuple(blocks), head, title, byline, dateline)


def _composed(
    text: str, known: Known
) -> tuple[tuple[int, int] | None, tuple[int, int] | None, int]:
    """Find headline and author line that ``compose`` put in front, and where the rest begins."""
    at = 0
    extents: list[tuple[int, int] | None] = []
    for length in (known.title, known.byline):
        extents.append((at, at + length) if length else None)
        if length:
            at += length + len(PART)
    return extents[0], extents[1], at


#: What ``compose`` puts between headline, author line and text.
PART = "\n\n"


def compose(text: str, *, title: str | None, byline: str | None = None) -> tuple[str, int, int]:
    """Join headline, author and text that came apart into one text to be read.

    White space inside headline and author becomes single blanks.  A headline or author that
    already opens the text is not repeated.

    Returns:
        The text, and the lengths of the headline and of the author line in front of it.
    """
    front = " ".join((title or "").split())
    opening = " ".join(text[: 2 * len(front) + 200].split())
    if front and opening.startswith(front):
        return text, 0, 0
    author = " ".join((byline or "").split())
    if author and author in opening:
        author = ""
    parts = [part for part in (front, author) if part]
    return PART.join([*parts, text]), len(front), len(author)


def _read_head(text: str, lines: Sequence[Line], *, titled: bool) -> tuple[Head, list[Line]]:
    """Read the head; a head that would leave no body at all is none, unless it says so itself."""
    head, rest = read_head(text, lines, titled=titled)
    if rest or len(lines) > 1 or any(block.kind is not BlockKind.TITLE for block in head.blocks):
        return head, rest
    return Head(), list(lines)


def _read_body(text: str, lines: Sequence[Line]) -> tuple[list[Block], FoundDateline | None]:
    paragraphs = find_paragraphs(text, lines)
    credits = count_credits(text, paragraphs)
    prose = paragraphs[: len(paragraphs) - credits]
    dateline = _search_dateline(text, prose)
    blocks: list[Block] = []
    for paragraph in prose:
        blocks.extend(_prose_blocks(text, paragraph, dateline, last=paragraph is prose[-1]))
    for paragraph in paragraphs[len(prose) :]:
        blocks.append(Block(kind=BlockKind.CREDIT, start=paragraph.start, end=paragraph.end))
    return blocks, dateline


def _search_dateline(text: str, prose: Sequence[Paragraph]) -> FoundDateline | None:
    colon_allowed = len(_SPEAKER.findall(text)) <= MAX_COLON_DATELINES
    for paragraph in prose[:DATELINE_PARAGRAPHS]:
        found = find_dateline(text, paragraph.start, paragraph.end, colon_allowed=colon_allowed)
        if found:
            return found
    return None


def _prose_blocks(
    text: str, paragraph: Paragraph, dateline: FoundDateline | None, *, last: bool
) -> list[Block]:
    """Cut a dateline off the front and a credit off the end of a paragraph."""
    blocks: list[Block] = []
    start, end = paragraph.start, paragraph.end
    if dateline and dateline.dateline.span.start == start:
        span = dateline.dateline.span
        blocks.append(Block(kind=BlockKind.DATELINE, start=span.start, end=span.end))
        if dateline.labels:
            first, after = dateline.labels
            blocks.append(Block(kind=BlockKind.HEADER, start=first, end=after))
        start = dateline.end
    cut = find_inline_credit(text, paragraph) if last else None
    if cut is not None and cut > start:
        body_end = cut - (len(text[start:cut]) - len(text[start:cut].rstrip()))
        blocks.extend(_body(start, body_end))
        blocks.append(Block(kind=BlockKind.CREDIT, start=cut, end=end))
    else:
        blocks.extend(_body(start, end))
    return blocks


def _body(start: int, end: int) -> list[Block]:
    return [Block(kind=BlockKind.BODY, start=start, end=end)] if start < end else []


def _span(text: str, extent: tuple[int, int] | None) -> Span | None:
    if extent is None:
        return None
    return Span(start=extent[0], end=extent[1], text=text[extent[0] : extent[1]])


def _header_dateline(text: str, head: Head) -> Dateline | None:
    """Read the value of a ``Dateline:`` field, which is often a bare place."""
    if head.dateline is None:
        return None
    found = find_dateline(text, *head.dateline)
    if found:
        return found.dateline
    value = _span(text, head.dateline)
    return None if value is None else Dateline(span=value, place=value, date=None, agency=None)


def _published(
    option: date | None, known: Known, head: Head, dateline: FoundDateline | None
) -> Published | None:
    if option:
        return Published(date=option, how="option")
    if known.published:
        return known.published
    told = head.best_day()
    if told:
        return Published(date=told[0], how=told[1])
    if dateline and dateline.day:
        return Published(date=dateline.day, how="dateline")
    return None


def _handed_over(text: str) -> Received:
    """Describe a text that a program handed over: it has no bytes, so its UTF-8 form is hashed."""
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return Received(sha256=digest, encoding="", encoding_how="", replaced=0, format="doc", name="-")
