"""What an input is: plain text, a page, JSON or JSON lines."""

import json
import os
from enum import StrEnum


class Format(StrEnum):
    """What an input is."""

    TEXT = "text"
    HTML = "html"
    JSON = "json"  # one object, or a list of them
    JSONL = "jsonl"  # one object a line


#: File endings, without ``.gz``, and what they promise.
ENDINGS = {
    ".txt": Format.TEXT,
    ".text": Format.TEXT,
    ".html": Format.HTML,
    ".htm": Format.HTML,
    ".xhtml": Format.HTML,
    ".json": Format.JSON,
    ".jsonl": Format.JSONL,
    ".ndjson": Format.JSONL,
}

#: How a page begins, lower case, after white space.
PAGE_STARTS = ("<!doctype html", "<html", "<head", "<body", "<article", "<!--", "<div", "<p>")

#: Bytes in which a file shows what it is.
HEAD_BYTES = 4_096


def format_by_ending(name: str) -> Format | None:
    """Tell the format by the ending of a file name, ``.gz`` left aside; ``None`` if it is unknown."""
    stem = name.lower().removesuffix(".gz")
    return ENDINGS.get(os.path.splitext(stem)[1])


def recognise_format(first: bytes, name: str) -> Format:
    """Tell the format of an input.

    The endings of plain text and HTML decide; those of JSON only that it is JSON, because files
    called ``.json`` hold lines and files called ``.jsonl`` hold lists.  Without a known ending the
    content decides: what begins like a page, or like a JSON object or a list of them; all else is
    plain text.

    Args:
        first: The beginning of the input, unpacked; at least its first bytes that are not blank.
        name: The file name, or anything for a stream.
    """
    ending = format_by_ending(name)
    if ending in (Format.TEXT, Format.HTML):
        return ending
    head = first.removeprefix(b"\xef\xbb\xbf").lstrip()[:HEAD_BYTES]
    if head.startswith(b"{"):
        opens_record = head[1:].lstrip().startswith((b'"', b"}"))
        if ending is not None or opens_record:
            return Format.JSONL if _is_line_of_json(first) else ending or Format.JSON
    if head.startswith(b"["):
        opens_list = head[1:].lstrip().startswith((b"{", b"]"))
        return Format.JSON if opens_list or ending is not None else Format.TEXT
    if ending is not None:
        return ending
    text = head.decode("utf-8", "replace").replace("\0", "").lower()
    is_xml_page = text.startswith("<?xml") and "<html" in text
    return Format.HTML if text.startswith(PAGE_STARTS) or is_xml_page else Format.TEXT


def _is_line_of_json(first: bytes) -> bool:
    """Say whether the first line is an object by itself; a line that is cut here must be."""
    line, newline, _ = first.lstrip().removeprefix(b"\xef\xbb\xbf").partition(b"\n")
    if not newline:
        return True
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False
