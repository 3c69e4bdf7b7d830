"""The report as received: its blocks, metadata and sentences."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from dateline.records.proof import Span


class BlockKind(StrEnum):
    """What a stretch of the received text is for."""

    HEADER = "header"  # fields such as " date 2023-10-27 ", "Source: …": no prose, never coded
    TITLE = "title"
    BYLINE = "byline"
    DATELINE = "dateline"  # "BAGHDAD, Oct. 27 (Reuters) —"
    BODY = "body"  # one paragraph
    CREDIT = "credit"  # "(Reporting by …)", "ENDS", copyright lines


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One stretch of the text; blocks do not overlap and are in text order.

    A sentence never runs over the border of a block.
    """

    kind: BlockKind
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """The day of publication and how it was known (``option``, ``header line``, ``metadata`` …)."""

    date: date
    how: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Dateline:
    """The line that opens a report: where and when it was filed and by which agency."""

    span: Span
    place: Span | None
    date: Span | None
    agency: Span | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Received:
    """What arrived: the hash of the bytes, the way they were decoded, and from where."""

    sha256: str
    encoding: str
    encoding_how: str
    replaced: int  # characters that could not be decoded and became U+FFFD
    format: str  # text, html, jsonl, doc (handed over by a program)
    name: str  # file name or "-"; for messages only, never in an export that must repeat


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One report as received; ``text`` is never altered after decoding and extraction.

    ``id`` is the hash of the text.  ``blocks`` cover all that is not white space.
    """

    id: str
    text: str
    title: Span | None
    byline: Span | None
    publisher: str | None
    url: str | None
    published: Published | None
    dateline: Dateline | None
    language: str
    blocks: tuple[Block, ...]
    received: Received


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence; ``index`` counts from 0 in text order, ``first``/``last`` are token numbers
    ``[first, last)`` of the parse."""

    index: int
    span: Span
    block: BlockKind
    paragraph: int
    first: int
    last: int
