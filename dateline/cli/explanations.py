"""``--explain``: every coded value with its words, its rule and its reason, and what went unread."""

from collections.abc import Iterator
from dataclasses import fields
from typing import Any

from dateline.cli.terminal import safe
from dateline.export.rows import Names, one_line, range_words, time_words, toll_words
from dateline.records import Coded, Event, Record, Span, Time


def explain(record: Record) -> Iterator[str]:
    """Give the lines of an explanation, in the order in which a reader checks a record."""
    names = Names(record)
    for heading, lines in (
        ("times", _times(record)),
        ("places", _places(record)),
        ("actors", _actors(record, names)),
        ("quotes and reports of speech", _attributions(record, names)),
        ("events", _events(record, names)),
        ("claims of responsibility", _claims(record, names)),
        ("stances", _stances(record, names)),
        ("causes", _causes(record, names)),
        ("trends and tallies", _trends(record, names)),
        ("findings about the report", _findings(record)),
    ):
        found = list(lines)
        if found:
            yield f"== {heading}"
            yield from found


def _words(span: Span) -> str:
    return f"“{safe(one_line(span.text))}” [{span.start}-{span.end}]"


def _why(rule: str, reason: str) -> str:
    return f"      why: {safe(one_line(reason))} ({rule})"


def _said_by(names: Names, attributed_to: str | None) -> str:
    return f"      on whose word: {safe(names.voice(attributed_to))}"


def _times(record: Record) -> Iterator[str]:
    for time in record.times:
        yield f"  {_interval(time)}  {_words(time.span)}"
        yield _why(time.rule, time.reason)


def _interval(time: Time) -> str:
    anchor = f", against {time.anchor}" if time.anchor else ""
    return f"{safe(time_words(time))}, {time.type.value} {time.value or 'without value'}{anchor}"


def _places(record: Record) -> Iterator[str]:
    for place in record.places:
        point = "" if place.latitude is None else f" {place.latitude:.2f},{place.longitude:.2f}"
        where = ", ".join(each for each in (place.admin1, place.country) if each)
        yield f"  {safe(place.name)} ({place.precision}; {safe(where or 'no country')}{point})"
        for mention in place.mentions:
            yield f"      {mention.how}: {_words(mention.span)}"
        yield _why(place.rule, place.reason)


def _actors(record: Record, names: Names) -> Iterator[str]:
    for actor in record.actors:
        yield f"  {safe(actor.name)}"
        for name in ("kind", "country", "sectors", "role"):
            yield from _coded(name, getattr(actor, name), names)
        if actor.member_of:
            yield f"      member of: {safe(names.actor(actor.member_of))}"
        for mention in actor.mentions:
            yield f"      {mention.how}: {_words(mention.span)}"
        yield _why(actor.rule, actor.reason)


def _attributions(record: Record, names: Names) -> Iterator[str]:
    for each in record.attributions:
        cue = ", ".join(_words(span) for span in each.cue)
        yield f"  {each.kind.value}: {safe(names.voice(each.id))} — cue {cue or 'none'}"
        for span in each.content:
            yield f"      {_words(span)}"
        if each.nested_in:
            yield f"      within the words of: {safe(names.voice(each.nested_in))}"
        yield _why(each.rule, each.reason)


def _events(record: Record, names: Names) -> Iterator[str]:
    triggers = {event.id: event.trigger for event in record.events}
    for number, event in enumerate(record.events, start=1):
        yield f"  {number}. {_words(event.evidence[0])}"
        for each in fields(Event):
            coded = getattr(event, each.name)
            if isinstance(coded, Coded):
                yield from _coded(each.name, coded, names)
        yield from _parts(event, names)
        if event.condition:
            yield f"      condition: {_words(event.condition)}"
        yield _said_by(names, event.attributed_to)
        for link in event.link:
            yield f"      {link.relation}: {_words(triggers[link.other])}"
            yield f"  {_why(link.rule, link.reason)}"
        for name, reason in event.empty:
            yield f"      {name}: empty. {safe(one_line(reason))}"


def _parts(event: Event, names: Names) -> Iterator[str]:
    for role, participants in (("actor", event.actors), ("recipient", event.recipients)):
        for part in participants:
            yield f"      {role}: {safe(names.participant(part))} {_words(part.span)}"
            yield f"  {_why(part.rule, part.reason)}"
    for target in event.targets:
        yield f"      target: {target.kind} {_words(target.span)}"
        yield f"  {_why(target.rule, target.reason)}"
    for item in event.instruments:
        yield f"      instrument: {item.kind} {_words(item.span)}"
        yield f"  {_why(item.rule, item.reason)}"
    for toll in event.toll:
        said = safe(names.voice(toll.attributed_to))
        yield f"      toll: {safe(toll_words(toll))}, {said} {' '.join(map(_words, toll.evidence))}"
        yield f"  {_why(toll.rule, toll.reason)}"


def _coded(name: str, coded: Coded[Any], names: Names) -> Iterator[str]:
    if coded.value is None:
        yield f"      {name}: empty. {safe(one_line(coded.reason))}"
        return
    shown = names.value(name, coded.value)
    yield f"      {name}: {safe(shown)} {' '.join(map(_words, coded.evidence))}".rstrip()
    yield f"  {_why(coded.rule, coded.reason)}"


def _claims(record: Record, names: Names) -> Iterator[str]:
    for claim in record.claims:
        who = safe(names.actor(claim.claimant))
        yield f"  {claim.polarity}: {who} ({claim.mode}) {_words(claim.evidence)}"
        yield _said_by(names, claim.attributed_to)
        yield _why(claim.rule, claim.reason)


def _stances(record: Record, names: Names) -> Iterator[str]:
    for each in record.stances:
        holder = safe(names.actor(each.holder))
        yield f"  {holder} {each.polarity} {_words(each.target_span)}; {_words(each.evidence)}"
        yield _said_by(names, each.attributed_to)
        yield _why(each.rule, each.reason)


def _causes(record: Record, names: Names) -> Iterator[str]:
    for each in record.causes:
        yield f"  {_words(each.cause)} →({each.sign}, {each.modality}) {_words(each.effect)}"
        yield _said_by(names, each.attributed_to)
        yield _why(each.rule, each.reason)


def _trends(record: Record, names: Names) -> Iterator[str]:
    for trend in record.trends:
        yield f"  {trend.direction}: {_words(trend.subject)}; {_words(trend.evidence)}"
        yield _said_by(names, trend.attributed_to)
        yield _why(trend.rule, trend.reason)
    for tally in record.tallies:
        yield f"  {range_words(tally.low, tally.best, tally.high)} × {_words(tally.what)}"
        yield _said_by(names, tally.by)
        yield _why(tally.rule, tally.reason)


def _findings(record: Record) -> Iterator[str]:
    for finding in record.findings:
        yield f"  {finding.what}: {safe(one_line(finding.message))} ({finding.rule})"
        for span in finding.evidence:
            yield f"      {_words(span)}"
