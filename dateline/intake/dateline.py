"""The dateline that opens a report: place, date and agency before the first sentence.

The forms read are those of the trade: ``BAGHDAD, Oct. 27 (Reuters) —``, ``GAO, Mali, 14 March 2024
(Sahel Wire) —``, ``MOSCOW, October 27. /TASS/.``, ``SAN SALVADOR, 3 JAN 90 (ACAN-EFE) -- [TEXT]``,
``Washington (CNN)`` on a line of its own, ``PARIS —``, ``ISLAMABAD:``, ``(AFP) –``.

What makes a dateline is its parts, not one pattern: the fewer of them are there, the more the
others must show (``_is_dateline``), because "Islamic State (IS) — which holds …" and "FBI — the
bureau" begin sentences.
"""

import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from dateline.gazetteer.lookup import load_gazetteer
from dateline.intake.dates import MONTH, WEEKDAY, WRITTEN_DATE, written
from dateline.intake.words import word_list
from dateline.lexicons.load import load_table
from dateline.records import Dateline, Span

#: The longest dateline that we know of, with two regions, weekday, date and a broadcaster's full
#: name, has about 110 characters.
MAX_DATELINE_CHARS = 160

#: Words in the first part of a place ("SAINT-LOUIS DU SÉNÉGAL" has three) and in all of it.
MAX_CITY_WORDS, MAX_PLACE_WORDS = 4, 7

_LETTER = "[^\\W\\d_\u0300-\u036f][\u0300-\u036f]*"
_WORD = rf"(?:{_LETTER}){{1,30}}(?:[.'’‘`-](?:{_LETTER}){{1,30}}){{0,5}}\.?"
_NOT_DATE = rf"(?!{MONTH}\b\.?\s+\d)(?!{WEEKDAY}\b)(?!no date\b)"
_PART = rf"{_NOT_DATE}{_WORD}(?:[ /&]{_NOT_DATE}{_WORD}){{0,6}}"
_PLACE = re.compile(
    rf"(?P<city>{_PART})(?:\s?[(\[][^()\[\]]{{2,40}}[)\]](?=\s*[,(]))?(?:,\s*{_PART}){{0,3}}",
    re.IGNORECASE,
)
#: "MOSCOW." is a place and a full stop; "Mich.", "S.C." and "Calif." are abbreviations.
_SENTENCE_DOT = re.compile(r"(?:[A-Z]{3}|[a-z]{5})\.\Z")
_BEFORE_DATE = re.compile(r"[,.]?\s*(?:no date\b)?", re.IGNORECASE)
_WEEKDAY = re.compile(rf"{WEEKDAY}\b\.?", re.IGNORECASE)
_AGENCY = re.compile(r"[.,]?\s*(?:--\s*)?(?:\(\s*([^()]{1,60}?)\s*\)|/([^/]{1,40})/)")
_SEPARATOR = re.compile("[.,]?\\s*(?:-{2,3}|[-–—―\x96\x97]|(?P<colon>:)|\\|)\\s*")
_LABELS = re.compile(r"(?:\[[A-Z][A-Z0-9 ,.'-]{1,120}\]\s*)+")


@dataclass(frozen=True, slots=True)
class FoundDateline:
    """A dateline with what follows from it.

    ``end``: where the report's own words begin.  ``labels``: ``[start, end)`` of bracketed labels
    such as ``[TEXT]`` between the two.  ``day``: the date, if it has a year.
    """

    dateline: Dateline
    end: int
    labels: tuple[int, int] | None
    day: date | None


@dataclass(slots=True)
class _Parts:
    """What was read so far; offsets are into the stretch, not into the text."""

    place: tuple[int, int] | None = None
    city: str = ""
    comma: bool = False
    when: tuple[int, int] | None = None
    undated: bool = False
    day: date | None = None
    agency: tuple[int, int] | None = None
    closed: bool = False
    colon: bool = False
    line_end: bool = False
    end: int = 0


def find_dateline(
    text: str, start: int, end: int, *, colon_allowed: bool = True
) -> FoundDateline | None:
    """Read the dateline at the start of the paragraph ``text[start:end]``.

    Args:
        text: The report.
        start: Where the paragraph begins.
        end: Where it ends.
        colon_allowed: False in transcripts, where capitals and a colon name a speaker.

    Returns:
        The dateline with its spans in ``text``, or ``None`` if the paragraph begins otherwise.
    """
    limit = min(end, start + MAX_DATELINE_CHARS)
    stretch = re.sub(r"[^\S ]", " ", text[start:limit])
    parts = _read_parts(text, start, stretch)
    parts.line_end = parts.line_end or start + parts.end >= end
    if not _is_dateline(parts, stretch, colon_allowed=colon_allowed):
        return None
    labels = _LABELS.match(text, start + parts.end, end)
    return FoundDateline(
        dateline=_record(text, start, parts, stretch),
        end=labels.end() if labels else start + parts.end,
        labels=(labels.start(), labels.start() + len(labels[0].rstrip())) if labels else None,
        day=parts.day,
    )


def is_agency(name: str) -> bool:
    """Say whether a name is that of a news agency, broadcaster or paper, listed or by its words."""
    words = _agencies()[1]
    return is_listed_agency(name) or any(
        not words.isdisjoint(each.casefold().split()) for each in name.split("/")
    )


def is_listed_agency(name: str) -> bool:
    """Say whether a name, or a part of a double name such as BSS/AFP, is a listed agency."""
    folded = " ".join(name.casefold().split())
    return any(each.strip() in _agencies()[0] for each in (folded, *folded.split("/")))


@cache
def _agencies() -> tuple[frozenset[str], frozenset[str]]:
    rows = load_table("agencies")
    whole = frozenset(row["name"] for row in rows if row["kind"] == "agency")
    return whole, frozenset(row["name"] for row in rows if row["kind"] == "word")


def _read_parts(text: str, start: int, stretch: str) -> _Parts:
    parts = _Parts()
    if match := _PLACE.match(stretch):
        parts.place, parts.city, parts.end = match.span(), match["city"], match.end()
        _split_agency(parts, stretch)
    if parts.place:
        _read_date(parts, stretch)
    if parts.agency is None and (match := _AGENCY.match(stretch, parts.end)):
        parts.agency = match.span(1 if match[1] else 2)
        parts.end = match.end()
    parts.line_end = text[start + parts.end : start + parts.end + 1] in ("\n", "\r")
    if match := _SEPARATOR.match(stretch, parts.end):
        parts.closed, parts.colon = True, match["colon"] is not None
        parts.end = match.end()
    elif match := re.compile(r"\.?\s*").match(stretch, parts.end):
        parts.end = match.end()
    return parts


def _split_agency(parts: _Parts, stretch: str) -> None:
    """Read ``Tehran, IRNA`` as place and agency."""
    head, comma, tail = stretch[: parts.end].rpartition(",")
    if comma and tail.strip().casefold() in _agencies()[0]:
        parts.agency = (len(head) + 1 + len(tail) - len(tail.lstrip()), parts.end)
        parts.place = (0, len(head))


def _read_date(parts: _Parts, stretch: str) -> None:
    before = _BEFORE_DATE.match(stretch, parts.end)
    at = before.end() if before else parts.end
    match = WRITTEN_DATE.match(stretch, at)
    if match:
        parts.day = written(match).day
    else:
        match = _WEEKDAY.match(stretch, at)
    if match:
        parts.when, parts.comma, parts.end = match.span(), at - parts.end > 1, match.end()
    elif "date" in stretch[parts.end : at].lower():
        parts.undated, parts.comma, parts.end = True, True, at


def _cut(stretch: str, extent: tuple[int, int] | None) -> str:
    return "" if extent is None else stretch[slice(*extent)]


def _is_dateline(parts: _Parts, stretch: str, *, colon_allowed: bool) -> bool:
    """Weigh the parts: what is missing must be made up for by what is there."""
    agency = _cut(stretch, parts.agency)
    known = bool(agency) and is_agency(agency)
    if parts.place is None:
        return known and parts.closed and not parts.colon
    if not _can_be_place(parts, stretch):
        return False
    capitals = parts.city == parts.city.upper() and stretch != stretch.upper()
    if parts.when or parts.undated:
        if agency and (parts.comma or capitals or known):
            return True
        return (capitals or (parts.comma and _begins_anew(stretch, parts.end))) and (
            parts.closed or parts.line_end
        )
    if agency:
        region = "," in _cut(stretch, parts.place) and _begins_anew(stretch, parts.end)
        return (known and parts.line_end) or (parts.closed and (known or capitals or region))
    if parts.closed and _LABELS.match(stretch, parts.end):
        return True
    return capitals and parts.closed and _is_bare(parts, stretch, colon_allowed=colon_allowed)


def _can_be_place(parts: _Parts, stretch: str) -> bool:
    words = re.split(r"[ /&,]+", _cut(stretch, parts.place))
    if len(parts.city.split()) > MAX_CITY_WORDS or len(words) > MAX_PLACE_WORDS:
        return False
    if words[0].rstrip(".").casefold() in word_list("no-places"):
        return False
    particles = word_list("place-particles")
    return words[0][0].isupper() and all(
        not word[:1].islower() or word.split("-")[0] in particles for word in words
    )


def _begins_anew(stretch: str, at: int) -> bool:
    return not stretch[at : at + 1].islower()


def _is_bare(parts: _Parts, stretch: str, *, colon_allowed: bool) -> bool:
    """Accept ``PARIS —`` and ``ISLAMABAD:`` before the beginning of a sentence."""
    if not _begins_anew(stretch, parts.end) or (parts.colon and not colon_allowed):
        return False
    names = [parts.city, *_cut(stretch, parts.place).split(",")[1:]]
    listed = word_list("filing-places")
    return any(
        name.strip().casefold() in listed or load_gazetteer().has_name(name.strip())
        for name in names
    )


def _record(text: str, start: int, parts: _Parts, stretch: str) -> Dateline:
    place = parts.place
    if place and _SENTENCE_DOT.search(stretch, *place):
        place = (place[0], place[1] - 1)

    def span(first: int, last: int) -> Span:
        return Span(start=start + first, end=start + last, text=text[start + first : start + last])

    return Dateline(
        span=span(0, len(stretch[: parts.end].rstrip())),
        place=span(*place) if place else None,
        date=span(*parts.when) if parts.when else None,
        agency=span(*parts.agency) if parts.agency else None,
    )
