"""Which times does the report name, and which days are they?"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from dateline.document import Document
from dateline.records import BlockKind, Sentence, Time, TimexType, key
from dateline.stages.times_grammar import Found, find_expressions, is_worth_reading
from dateline.stages.times_meaning import Length, Meaning, Modified, Open
from dateline.stages.times_resolve import resolve
from dateline.stages.times_resolved import Ground, Resolved, Told
from dateline.stages.times_tense import is_pluperfect, tense_at
from dateline.stages.times_words import Word, read_words

#: A dateline's day is the day of writing if the report came out at most so many days after it: an
#: older one belongs to a text printed again.
LONGEST_DELAY = 7

#: Longest line that can be a date line ("Wednesday, September 27, 2023, 10:30 a.m. EDT").
LONGEST_DATE_LINE = 60


@dataclass(frozen=True, slots=True)
class Region:
    """A stretch of tokens ``[first, last)`` to be read: a sentence, the dateline, a date line."""

    first: int
    last: int
    block: BlockKind
    paragraph: int


def find_times(doc: Document) -> tuple[Time, ...]:
    """Find the time expressions of title, dateline and body, with their TIMEX3 values and days.

    The pattern is an entry of ``lexicons/times.yml`` (``rule``).  Relative times are resolved
    against the day of writing (the dateline's day, else that of publication), or against the time
    told before ("two days later"); ``anchor`` says which.  Without a day of writing they keep a
    value with X and no days, and ``reason`` says what was missing.

    Args:
        doc: Must hold sentences.
    Returns:
        One Time per expression, in text order; none within another.
    Source: TIMEX3 of TimeML (Pustejovsky et al. 2003) for what is marked and how it is valued;
        days are half-open intervals of our own.
    """
    day, source = day_of_writing(doc)
    told: tuple[Told, ...] = ()
    found: list[Time] = []
    for region, words in _readings(doc):
        for each in _expressions(words, region):
            ground = _ground(words, each, region, told, (day, source))
            resolved = resolve(each.meaning, ground)
            found.append(_record(doc, words, each, resolved))
            if _can_be_told(words[each.end - 1], each.meaning, resolved, told):
                told = _tell(told, Told(time=resolved, paragraph=region.paragraph))
    return tuple(found)


def _readings(doc: Document) -> Iterator[tuple[Region, list[Word]]]:
    """Give the regions that can hold a time, each with its words."""
    for region in _regions(doc):
        tokens = doc.parse[region.first : region.last]
        if is_worth_reading(tokens):
            yield region, read_words(doc.text, tokens)


def _expressions(words: list[Word], region: Region) -> list[Found]:
    """Find the times of a region; in a header only a date that opens the line."""
    found = find_expressions(words)
    if region.block is BlockKind.HEADER:
        return [each for each in found if each.start == 0]
    return found


def _regions(doc: Document) -> list[Region]:
    regions = [
        Region(sent.first, sent.last, sent.block, sent.paragraph) for sent in doc.records(Sentence)
    ]
    for block in doc.report.blocks:
        if block.kind is BlockKind.DATELINE or (
            block.kind is BlockKind.HEADER and block.end - block.start <= LONGEST_DATE_LINE
        ):
            tokens = doc.tokens_of(doc.span(block.start, block.end))
            if tokens:
                regions.append(Region(tokens[0].i, tokens[-1].i + 1, block.kind, -1))
    return sorted(regions, key=lambda region: region.first)


def day_of_writing(doc: Document) -> tuple[date | None, str | None]:
    """Give the day against which "today" is read, and how it is known.

    The dateline's day comes before that of publication, unless it lies more than
    ``LONGEST_DELAY`` days before it; a dateline without year takes it from the publication.
    """
    published = doc.report.published
    printed = published.date if published else None
    filed = _dateline_day(doc, printed)
    if filed and (printed is None or 0 <= (printed - filed).days <= LONGEST_DELAY):
        return filed, f"dateline {filed.isoformat()}"
    return (printed, f"published {printed.isoformat()}") if printed else (None, None)


def _dateline_day(doc: Document, printed: date | None) -> date | None:
    dateline = doc.report.dateline
    if dateline is None or dateline.date is None:
        return None
    tokens = doc.tokens_of(dateline.date)
    if not tokens:
        return None
    words = read_words(doc.text, tokens)
    ground = Ground(day=printed, source=None, told_before=(), tense="past", paragraph=-1)
    for each in find_expressions(words):
        resolved = resolve(each.meaning, ground)
        if resolved.interval and resolved.unit == "day":
            return resolved.interval[0]
    return None


def _ground(
    words: list[Word],
    found: Found,
    region: Region,
    told: tuple[Told, ...],
    writing: tuple[date | None, str | None],
) -> Ground:
    main = words[found.end - 1].token
    return Ground(
        day=writing[0],
        source=writing[1],
        told_before=told,
        tense="past" if region.paragraph < 0 else tense_at(main, region.block),
        paragraph=region.paragraph,
    )


def _tell(told: tuple[Told, ...], last: Told) -> tuple[Told, ...]:
    """Put a time last among those told, in place of the one of its unit."""
    return (*(each for each in told if each.time.unit != last.time.unit), last)


def _can_be_told(word: Word, meaning: Meaning, resolved: Resolved, told: tuple[Told, ...]) -> bool:
    """Say whether later words can count from this time.

    It must have a day and be no deadline; a time under "had …" goes back before the story and
    leaves the time told as it was.
    """
    inner = meaning.of if isinstance(meaning, Modified) else meaning
    if isinstance(inner, Length) or resolved.point is None or resolved.vague:
        return False
    if isinstance(inner, Open) and inner.signal in ("before", "until"):
        return False
    return resolved.type in DATED and not (told and is_pluperfect(word.token))


DATED = (TimexType.DATE, TimexType.TIME)


def _record(doc: Document, words: list[Word], found: Found, time: Resolved) -> Time:
    span = doc.span(words[found.start].start, words[found.end - 1].end)
    start, end = time.interval or (None, None)
    return Time(
        id=key("tim", doc.report.id, span.start, span.end),
        span=span,
        type=time.type,
        value=time.value,
        start=None if time.open_start else start,
        end=None if time.open_end else end,
        open_start=time.open_start,
        open_end=time.open_end,
        precision=time.precision,
        anchor=time.anchor,
        mod=time.mod,
        rule=found.rule,
        reason=f"{span.text!r} {time.why}{_against(time)}.",
    )


def _against(time: Resolved) -> str:
    return f" ({time.anchor})" if time.anchor and time.interval else ""
