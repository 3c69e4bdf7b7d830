"""Facts about the report, its times, places and actors."""

import re
from collections.abc import Iterator

from dateline.expectations.facts import (
    Entry,
    Fact,
    Known,
    common,
    is_exactly,
    judged,
    missing,
    names,
    nearest,
    overlap,
    span_of,
    value,
)
from dateline.gazetteer.folding import fold_name
from dateline.records import Actor, Place, Record, Time, TimexType

#: Precisions with which a time still names its day.
PARTS_OF_DAY = ("hour", "part of day")

#: What a record may say for a precision of the expectation file: "place" is finer than a town,
#: and a region with borders is a region too.
FINER = {"place": ("point", "site"), "region": ("admin1", "admin2")}


def report_facts(record: Record, entries: Entry) -> Iterator[Fact]:
    """Compare publication day, title and language; each is one fact."""
    report = record.report
    found = {
        "published": report.published.date.isoformat() if report.published else None,
        "title": report.title.text if report.title else None,
        "language": report.language,
    }
    for name, expected in entries.items():
        same = found[name] == expected
        yield judged(
            "report",
            {"id": name},
            expected=str(expected),
            found=str(found[name]),
            faults=() if same else [f"{name} is {found[name]!r}"],
        )


def time_fact(record: Record, entry: Entry, known: Known) -> Fact:
    """Compare one time: interval, precision, duration."""
    span = span_of(entry["text"])
    matches = [time for time in record.times if common(span, time.span)]
    best = nearest(
        matches,
        lambda time: _time_faults(entry, time),
        lambda time: overlap(span, time.span),
    )
    if best is None:
        return missing("times", entry, entry["text"]["text"])
    time, faults = best
    known.ids[entry["id"]] = frozenset(
        {time.id, *(each.id for each in matches if _same(each, time))}
    )
    return judged(
        "times", entry, expected=entry["text"]["text"], found=time.span.text, faults=faults
    )


def _same(one: Time, other: Time) -> bool:
    return (one.type, one.start, one.end) == (other.type, other.start, other.end)


def _time_faults(entry: Entry, time: Time) -> Iterator[str]:
    if "duration" in entry:
        duration = time.value if time.type is TimexType.DURATION else None
        if _hours(duration) != _hours(entry["duration"]):
            yield f"value is {time.type.value} {time.value}, expected {entry['duration']}"
        return
    for name in ("start", "end"):
        found = getattr(time, name)
        written = found.isoformat() if found else None
        if name in entry and written != entry[name]:
            yield f"{name} is {written}, expected {entry[name]}"
    precision = time.precision.value if time.precision else None
    finer = entry.get("precision") == "day" and precision in PARTS_OF_DAY
    if "precision" in entry and precision != entry["precision"] and not finer:
        yield f"precision is {precision}, expected {entry['precision']}"


#: Hours in the units in which one duration is written in several ways.
_UNIT_HOURS = {"D": 24, "W": 7 * 24}


def _hours(duration: str | None) -> str | None:
    """Write one week, 7 days and 168 hours alike."""
    match = re.fullmatch(r"P(\d+)([DW])", duration or "")
    return f"PT{int(match[1]) * _UNIT_HOURS[match[2]]}H" if match else duration


def place_fact(record: Record, entry: Entry, known: Known) -> Fact:
    """Compare one place: country, precision, name."""
    span = span_of(entry["text"])
    best = nearest(
        (place for place in record.places if _nearness(place, span)),
        lambda place: _place_faults(entry, place),
        lambda place: _nearness(place, span),
    )
    if best is None:
        return missing("places", entry, entry["text"]["text"])
    place, faults = best
    known.ids[entry["id"]] = frozenset({place.id})
    return judged("places", entry, expected=entry["text"]["text"], found=place.name, faults=faults)


def _nearness(place: Place, span: tuple[int, int]) -> float:
    return max(overlap(span, mention.span) for mention in place.mentions)


def _place_faults(entry: Entry, place: Place) -> Iterator[str]:
    if "country" in entry and place.country != entry["country"]:
        yield f"country is {place.country}, expected {entry['country']}"
    wanted = entry.get("precision", place.precision)
    if place.precision != wanted and place.precision not in FINER.get(wanted, ()):
        yield f"precision is {place.precision}, expected {wanted}"
    spellings = {fold_name(place.name), *(fold_name(each.span.text) for each in place.mentions)}
    if "name" in entry and fold_name(entry["name"]) not in spellings:
        yield f"name is {place.name!r}"


def actor_fact(record: Record, entry: Entry, known: Known) -> Fact:
    """Compare one actor: all its wordings in one actor, country, kind, sectors, name."""
    wordings = entry["any_text"]
    words = " = ".join(wordings)
    best = max(record.actors, key=lambda actor: _fit(actor, entry), default=None)
    if best is None or not any(names(best, wording) for wording in wordings):
        return missing("actors", entry, words)
    known.ids[entry["id"]] = frozenset({best.id})
    faults = (*_actor_faults(best, entry), *_wording_faults(record, best, wordings))
    return judged("actors", entry, expected=words, found=best.name, faults=faults)


def _fit(actor: Actor, entry: Entry) -> tuple[int, int, int]:
    """Rank the candidates: named exactly, then alike, then without faults."""
    wordings = entry["any_text"]
    return (
        sum(is_exactly(actor, wording) for wording in wordings),
        sum(names(actor, wording) for wording in wordings),
        -len(list(_actor_faults(actor, entry))),
    )


def _wording_faults(record: Record, best: Actor, wordings: list[str]) -> Iterator[str]:
    """List the wordings that are not this actor's, or that another actor has more exactly."""
    for wording in wordings:
        stolen = not is_exactly(best, wording) and any(
            is_exactly(actor, wording) for actor in record.actors
        )
        if stolen or not names(best, wording):
            yield f"{wording!r} is not this actor"


def _actor_faults(actor: Actor, entry: Entry) -> Iterator[str]:
    if "country" in entry and value(actor.country) != entry["country"]:
        yield f"country is {value(actor.country)}, expected {entry['country']}"
    if "kind" in entry:
        expected = entry["kind"].split("(")[0].strip()
        if value(actor.kind) != expected:
            yield f"kind is {value(actor.kind)}, expected {expected}"
    if "sector_any" in entry:
        sectors = actor.sectors.value or ()
        if not set(sectors) & set(entry["sector_any"]):
            yield f"sectors are {', '.join(sectors) or 'empty'}, expected one of {entry['sector_any']}"
    if "name" in entry and fold_name(actor.name) != fold_name(entry["name"]):
        yield f"name is {actor.name!r}"
