r"""Reports as JSON: lines of a crawler's output, or a whole file with one object or a list.

Keys are those of news-please, trafilatura, newspaper4k, NGEC and of feeds and APIs in general
(``TEXT_KEYS`` and so on; the first that holds something decides).  Lines are cut at ``\n`` only: a
raw U+2028 inside a text is legal JSON.  The received text is **headline, authors and text, joined by
blank lines**; headline or author that already open the text are not repeated, and a record with
neither is its text.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from dateline.errors import InputError
from dateline.intake.dates import read_date
from dateline.intake.decode import refuse_zeros, replace_surrogates
from dateline.intake.page import read_page
from dateline.intake.plain import Known, compose, read_plain
from dateline.records import Published, Received, Report

TEXT_KEYS = (
    "maintext",
    "event_text",
    "text",
    "body",
    "content",
    "body_text",
    "articleBody",
    "article_body",
    "article_text",
    "full_text",
    "fulltext",
    "article",
    "story",
    "raw_text",
)
TITLE_KEYS = ("title", "headline", "hed", "title_page", "title_rss")
DATE_KEYS = (
    "date_publish",
    "date_published",
    "datePublished",
    "pub_date",
    "pubDate",
    "publish_date",
    "publication_date",
    "publicationDate",
    "published",
    "published_at",
    "publishedAt",
    "published_date",
    "date",
    "versioncreated",
    "versionCreated",
)
PUBLISHER_KEYS = (
    "publisher",
    "source-hostname",
    "sitename",
    "source_name",
    "outlet",
    "newspaper",
    "source",
    "source_domain",
    "hostname",
    "domain",
)
URL_KEYS = ("url", "link", "canonical_url", "source", "uri")
AUTHOR_KEYS = ("byline", "authors", "author", "by", "creator")

#: Keys under which an object wraps a list of reports.
LIST_KEYS = ("articles", "reports", "documents", "docs", "items", "results", "news", "data")

#: Ways in which programs write that a value is missing.
MISSING = frozenset(("", "none", "null", "nan", "nat", "n/a", "na", "undefined", "[]"))

#: Digits of a JSON number that is read as one; a longer one is kept as text, because Python
#: refuses numbers of over 4,300 digits.
MAX_NUMBER_DIGITS = 18


def parse_json(text: str) -> Any:
    """Parse JSON.

    Raises:
        InputError: It is no JSON, or is nested too deeply.
    """
    try:
        return json.loads(text, parse_int=_read_int)
    except json.JSONDecodeError as error:
        raise InputError(
            f"expected JSON, found {error.msg} at line {error.lineno}, column {error.colno}; mend"
            " the record"
        ) from error
    except RecursionError as error:
        raise InputError("expected a report, found JSON nested too deeply; leave it out") from error


def _read_int(digits: str) -> int | str:
    return int(digits) if len(digits) <= MAX_NUMBER_DIGITS else digits


def find_records(value: Any) -> Iterator[Any]:
    """Give the records of a JSON value: of a list, of a wrapping object, or the object itself."""
    if isinstance(value, dict) and not any(_told(value, key) for key in TEXT_KEYS):
        lists = [value[key] for key in LIST_KEYS if isinstance(value.get(key), list)]
        if len(lists) == 1:
            value = lists[0]
    if isinstance(value, list):
        yield from value
    else:
        yield value


def read_record(record: Any, *, known: Known, received: Received) -> Report:
    """Read one JSON object as a report.

    A date that is no whole, possible date counts as missing: it is never guessed.

    Args:
        record: The parsed object.
        known: What is known from options; comes before what the record says.
        received: How the record arrived.

    Raises:
        InputError: It is no object, or has no text.
        DecodeError: Its text holds U+0000.
    """
    if not isinstance(record, dict):
        raise InputError(
            f"expected a JSON object with a report, found {_kind(record)}; write one object a line"
        )
    text = _first(record, TEXT_KEYS)
    if text is None:
        raise InputError(
            f"expected an object with one of the keys {', '.join(TEXT_KEYS[:5])} …, found"
            f" {_shown(record)}; rename the key of the text"
        )
    refuse_zeros(text)
    known = _known(record, known)
    if _is_markup(text):
        return read_page(
            f"<html><body><article>{text}</article></body></html>", known=known, received=received
        )
    composed, title, byline = compose(
        text, title=_first(record, TITLE_KEYS), byline=_authors(record)
    )
    composed, replaced = replace_surrogates(composed)
    return read_plain(
        composed,
        known=replace(known, title=title, byline=byline),
        received=replace(received, replaced=received.replaced + replaced),
    )


def _known(record: Mapping[str, Any], known: Known) -> Known:
    return replace(
        known,
        published=known.published or _published(record),
        publisher=known.publisher or _clean(_publisher(record)),
        url=known.url or _clean(_url(record)),
    )


def _published(record: Mapping[str, Any]) -> Published | None:
    for key in DATE_KEYS:
        value = _told(record, key)
        day = read_date(value) if value else None
        if day:
            return Published(date=day, how=f"metadata ({key})")
    return None


def _publisher(record: Mapping[str, Any]) -> str | None:
    for key in PUBLISHER_KEYS:
        value = _told(record, key)
        if value and not _is_url(value):
            return value
    return None


def _url(record: Mapping[str, Any]) -> str | None:
    return next((value for key in URL_KEYS if _is_url(value := _told(record, key) or "")), None)


def _authors(record: Mapping[str, Any]) -> str | None:
    value = _first(record, AUTHOR_KEYS)
    return None if value is None or _is_url(value) else value


def _first(record: Mapping[str, Any], keys: tuple[str, ...]) -> str | None:
    return next((value for key in keys if (value := _told(record, key))), None)


def _told(record: Mapping[str, Any], key: str) -> str | None:
    """Give a value as text; lists of names are joined, objects give their name."""
    value = record.get(key)
    if isinstance(value, list):
        value = ", ".join(each for each in map(_name, value) if each)
    else:
        value = _name(value)
    return None if value is None or value.strip().casefold() in MISSING else value


def _name(value: Any) -> str | None:
    if isinstance(value, dict):
        value = value.get("name") or value.get("title")
    if isinstance(value, bool) or not isinstance(value, str | int):
        return None
    return str(value)


def _clean(value: str | None) -> str | None:
    """Take lone surrogates and zero characters out of metadata, which is no evidence."""
    return None if value is None else replace_surrogates(value)[0].replace("\0", "\ufffd")


def _is_url(value: str) -> bool:
    return value.startswith(("http://", "https://"))


def _is_markup(text: str) -> bool:
    start = text.lstrip()[:1]
    return start == "<" and "</" in text


def _kind(value: Any) -> str:
    if value is None:
        return "null"
    if isinstance(value, list):
        return "a list"
    return "a text" if isinstance(value, str) else "a number or a truth value"


def _shown(record: Mapping[str, Any]) -> str:
    """Show the first keys of a record, for a message."""
    keys = ", ".join(repr(str(key)[:40]) for key in list(record)[:6])
    return f"the keys {keys}" if keys else "no keys"
