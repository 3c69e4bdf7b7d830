"""An HTML page → Report: what the page shows of its article, and what it says about it.

Extraction makes a new text, which is the received text of the report: **headline, author line and
paragraphs, joined by blank lines**.  Headline and author come from the page's metadata; an author
who is not named there, or who opens the article anyway, gives no line.  Offsets refer to this text;
the hash kept is that of the page's bytes.
"""

import json
import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from dateline.errors import InputError, LimitError
from dateline.intake.dates import read_date
from dateline.intake.lines import ends_sentence
from dateline.intake.plain import Known, compose, read_plain
from dateline.intake.visible import keep_visible
from dateline.limits import MAX_PAGE_BYTES, MAX_PAGE_ELEMENTS
from dateline.records import Published, Received, Report

#: Characters in which a DOCTYPE must be over; real ones have under 200.
DOCTYPE_CHARS = 4_000

#: Longest list of authors.
MAX_AUTHOR_CHARS = 200

#: Names of ``<meta>`` fields that tell the day of publication, the most trusted first.
DATE_METAS = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "date.published",
    "article.published",
    "pubdate",
    "publishdate",
    "publish-date",
    "publication_date",
    "parsely-pub-date",
    "sailthru.date",
    "dcterms.created",
    "dc.date.issued",
    "dc.date",
    "dcterms.date",
    "date",
)

#: Types of schema.org that are a report, besides all that end in "Article".
ARTICLE_TYPES = ("Report", "BlogPosting", "LiveBlogPosting", "ReportageNewsArticle")

#: Parsers and extractors that write to the log, where one line of ours is enough.
_CHATTY = ("trafilatura", "htmldate", "courlan", "readability", "justext")

_DOCTYPE = re.compile(r"<!doctype", re.IGNORECASE)
_URL_DAY = re.compile(r"/((?:19|20)\d\d)/([01]?\d)/([0-3]?\d)(?:/|\Z)")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Page:
    """What was taken from a page."""

    paragraphs: str
    title: str | None
    author: str | None
    publisher: str | None
    url: str | None
    published: Published | None


def read_page(html: str, *, known: Known, received: Received) -> Report:
    """Read the report that a page holds.

    Args:
        html: The page, decoded.
        known: What is known from options; comes before what the page says.
        received: How the page arrived.

    Raises:
        LimitError: The page is larger than ``MAX_PAGE_BYTES`` or has more elements than
            ``MAX_PAGE_ELEMENTS``.
        InputError: The page declares entities, or shows no text of a report.
    """
    if len(html) > MAX_PAGE_BYTES:
        raise LimitError(
            f"expected a page of at most {MAX_PAGE_BYTES // 1024 // 1024} MiB, found"
            f" {len(html) // 1024 // 1024} MiB; save its text as plain text"
        )
    refuse_entities(html)
    page = _take(_parse(html), known.url)
    text, title, byline = compose(page.paragraphs, title=page.title, byline=page.author)
    return read_plain(
        text,
        known=replace(
            known,
            published=known.published or page.published,
            publisher=known.publisher or page.publisher,
            url=known.url or page.url,
            title=title,
            byline=byline,
        ),
        received=received,
    )


def refuse_entities(markup: str) -> None:
    """Refuse a DOCTYPE with an internal subset: it can declare entities that read files or explode.

    Raises:
        InputError: There is one.
    """
    for match in _DOCTYPE.finditer(markup):
        head = markup[match.end() : match.end() + DOCTYPE_CHARS]
        if "[" in head.partition(">")[0]:
            raise InputError(
                "expected a page without entity declarations, found a DOCTYPE with an internal"
                " subset; remove the part between [ and ]"
            )


def _parse(html: str) -> Any:
    from lxml import etree
    from lxml import html as lxml_html

    parser = lxml_html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        tree = lxml_html.document_fromstring(html.encode("utf-8"), parser=parser)
    except etree.ParserError as error:
        raise InputError("expected a page, found no element in it; save it again") from error
    count = sum(1 for _ in tree.iter())
    if count > MAX_PAGE_ELEMENTS:
        raise LimitError(
            f"expected a page of at most {MAX_PAGE_ELEMENTS:,} elements, found {count:,}; save its"
            " text as plain text"
        )
    return tree


def _take(tree: Any, url: str | None) -> _Page:
    """Take metadata, then the visible text, out of a parsed page."""
    from trafilatura import bare_extraction
    from trafilatura.metadata import extract_metadata

    for name in _CHATTY:
        logging.getLogger(name).addHandler(logging.NullHandler())
    metadata = extract_metadata(tree, default_url=url, extensive=False)
    published = _published(tree, metadata.date, url or metadata.url)
    keep_visible(tree)
    found = bare_extraction(
        tree, include_comments=False, include_tables=True, deduplicate=False, with_metadata=False
    )
    extracted = str(getattr(found, "text", None) or "")
    paragraphs = _paragraphs(extracted, metadata.title)
    if not paragraphs:
        raise InputError(
            "expected a page with the text of a report, found none that it shows; save the report's"
            " text as plain text"
        )
    return _Page(
        paragraphs=_join(paragraphs),
        title=metadata.title,
        author=_short(metadata.author),
        publisher=metadata.sitename,
        url=metadata.url,
        published=published,
    )


def _short(author: str | None) -> str | None:
    """Drop what is too long for a list of authors: a page's menu that was taken for one."""
    return author if author and len(author) <= MAX_AUTHOR_CHARS else None


def _paragraphs(extracted: str, title: str | None) -> list[str]:
    """Cut the extracted text at line ends, which are its paragraph ends; a repeated headline goes."""
    found = [line.strip() for line in extracted.split("\n") if line.strip()]
    if found and title and found[0] == " ".join(title.split()):
        del found[0]
    return found


def _join(paragraphs: list[str]) -> str:
    """Join paragraphs by blank lines; a ``<br>`` inside a sentence stays one line end."""
    joined = paragraphs[:1]
    for before, paragraph in pairwise(paragraphs):
        runs_on = paragraph[0].islower() and not ends_sentence(before)
        joined.append(("\n" if runs_on else "\n\n") + paragraph)
    return "".join(joined)


def _published(tree: Any, guessed: str | None, url: str | None) -> Published | None:
    """Find the day of publication where pages state it; the extractor's finding comes last."""
    for value, how in _stated_days(tree, url):
        day = read_date(value)
        if day is not None:
            return Published(date=day, how=how)
    day = read_date(guessed or "")
    return Published(date=day, how="page metadata (htmldate)") if day else None


def _stated_days(tree: Any, url: str | None) -> Iterator[tuple[str, str]]:
    for script in tree.iter("script"):
        if script.get("type", "").lower().startswith("application/ld+json"):
            for value in _json_days(script.text or ""):
                yield value, "page metadata (JSON-LD)"
    metas: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        metas.setdefault(name.lower(), meta.get("content", ""))
    for name in DATE_METAS:
        if name in metas:
            yield metas[name], "page metadata"
    for time in tree.iter("time"):
        if time.get("itemprop") == "datePublished" or "pubdate" in time.attrib:
            yield time.get("datetime", ""), "page metadata (time)"
    if match := _URL_DAY.search(url or ""):
        yield "-".join((match[1], match[2].zfill(2), match[3].zfill(2))), "page address"


def _json_days(text: str) -> Iterator[str]:
    """Find ``datePublished`` of the articles in a JSON-LD block, in the order of the block."""
    try:
        waiting = [json.loads(text)]
    except (ValueError, RecursionError):
        return
    while waiting:
        node = waiting.pop(0)
        if isinstance(node, list):
            waiting.extend(node)
        elif isinstance(node, dict):
            kinds = node.get("@type", "")
            kinds = kinds if isinstance(kinds, list) else [kinds]
            if any(str(kind).endswith("Article") or kind in ARTICLE_TYPES for kind in kinds):
                yield str(node.get("datePublished", ""))
            waiting.extend(value for key, value in node.items() if key in ("@graph", "mainEntity"))
