"""Records as rows of short texts, for tables on a screen and for tab-separated output.

Nothing is decided here: ids are replaced by the names that the record gives them.
"""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from dateline.records import (
    Attribution,
    Basis,
    Event,
    Participant,
    Record,
    Span,
    Time,
    TimexType,
    Toll,
)

#: Stands in a cell whose field is empty.
NOTHING = "–"

#: How a participant's ground is written behind its name.
BASIS_WORDS = {
    Basis.STATED: "",
    Basis.CLAIMED: " (as claimed)",
    Basis.ACCUSED: " (as accused)",
    Basis.POSSIBLE: " (suspected)",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class EventRow:
    """One event as the columns of the table; ``evidence`` is the span that proves it."""

    number: str
    what: str
    who: str
    to_whom: str
    where: str
    when: str
    toll: str
    status: str
    on_whose_word: str
    evidence: Span


#: Head words of the columns, in order; the evidence is printed apart.
COLUMNS = ("#", "what", "who", "to whom", "where", "when", "toll", "status", "on whose word")


def event_rows(record: Record) -> tuple[EventRow, ...]:
    """Give one row for each event, in text order, numbered from 1."""
    names = Names(record)
    return tuple(_row(number, event, names) for number, event in enumerate(record.events, start=1))


def cells(row: EventRow) -> tuple[str, ...]:
    """Give the cells of a row in the order of ``COLUMNS``."""
    return (
        row.number, row.what, row.who, row.to_whom, row.where, row.when, row.toll, row.status,
        row.on_whose_word,
    )  # fmt: skip


class Names:
    """Looks up the names of a record's actors, places, times and speakers by id."""

    def __init__(self, record: Record) -> None:
        """Index one record."""
        self._actors = {actor.id: actor.name for actor in record.actors}
        self._places = {place.id: place.name for place in record.places}
        self._times = {time.id: time for time in record.times}
        self._attributions = {each.id: each for each in record.attributions}

    def actor(self, id_: str | None) -> str:
        """Name an actor."""
        return self._actors[id_] if id_ else NOTHING

    def participant(self, part: Participant) -> str:
        """Name a participant with the ground on which it is given."""
        return self.actor(part.actor) + BASIS_WORDS[part.basis]

    def place(self, id_: str | None) -> str:
        """Name a place."""
        return self._places[id_] if id_ else NOTHING

    def time(self, id_: str | None) -> str:
        """Write a time with its precision; see ``time_words``."""
        return time_words(self._times[id_]) if id_ else NOTHING

    def voice(self, id_: str | None) -> str:
        """Name the speaker of an attribution, its source words if the speaker is unknown, or
        "reporter" for the reporter's own voice."""
        if id_ is None:
            return "reporter"
        attribution: Attribution = self._attributions[id_]
        if attribution.speaker:
            return self.actor(attribution.speaker)
        return one_line(attribution.source.text) if attribution.source else "source not named"

    def value(self, field: str, value: Any) -> str:
        """Write the value of a coded field: the name of a place, a time, or its plain words."""
        if field == "place":
            return self.place(value)
        if field == "time":
            return self.time(value)
        if isinstance(value, tuple):
            return ", ".join(map(str, value)) or NOTHING
        if isinstance(value, bool):
            return "yes" if value else "no"
        return str(value)


def time_words(time: Time) -> str:
    """Write a time for people: ``2024-03-03 (day)``, ``since 2023-10-18 (day)``, first and last
    day of a longer stretch (``2024-03-02–2024-03-05 (day)``) or, unresolved, as its words."""
    if time.type is TimexType.DURATION or (time.start is None and time.end is None):
        return f"“{one_line(time.span.text)}”"
    mod = "" if time.open_start or time.open_end else (time.mod or "").lower().replace("_", " ")
    details = [time.precision.value if time.precision else "", mod]
    precision = ", ".join(filter(None, details))
    return _interval(time) + (f" ({precision})" if precision else "")


def _interval(time: Time) -> str:
    if time.start is None:
        return f"before {time.end}"
    if time.end is None:
        return f"since {time.start}"
    start = time.start.isoformat()
    if time.value and "/" not in time.value and time.value[:4] == start[:4]:
        return _value_words(time.value)
    last = (time.end - timedelta(days=1)).isoformat()
    return start if last <= start else f"{start}–{last}"


#: TIMEX3 codes at the end of a value, in words.
CODES = {
    "TMO": " morning", "TMI": " midday", "TAF": " afternoon", "TEV": " evening", "TNI": " night",
    "TDT": " daytime", "-SP": " spring", "-SU": " summer", "-FA": " autumn", "-WI": " winter",
    "-WE": " weekend",
}  # fmt: skip


def _value_words(value: str) -> str:
    """Write a TIMEX3 value for people: ``2024-03-02TEV`` is "2024-03-02 evening"."""
    code = value[-3:]
    if code in CODES:
        return value[:-3] + CODES[code]
    return value.replace("T", " ", 1)


def toll_words(toll: Toll) -> str:
    """Write a toll as ``12 killed``, ``≥6 injured``, ``24–99 killed (civilians)``."""
    group = f" ({one_line(toll.group.text)})" if toll.group else ""
    return f"{range_words(toll.low, toll.best, toll.high)} {toll.kind.value}{group}"


def range_words(low: int | None, best: int | None, high: int | None) -> str:
    """Write a count with its range: an open side as ≥ or ≤, a figure without bounds ("some 2,000")
    as ~."""
    if best is not None and low == high == best:
        return f"{best:,}"
    if low is not None and high is None:
        return f"≥{low:,}"
    if low is None and high is not None:
        return f"≤{high:,}"
    if low is not None and high is not None:
        return f"{low:,}–{high:,}"
    return f"~{best:,}" if best is not None else "?"


def one_line(text: str) -> str:
    """Fold white space, so that a cell never breaks a line or a column."""
    return " ".join(text.split())


def _joined(words: list[str]) -> str:
    """Join the entries of a cell, or give the sign for nothing."""
    return ", ".join(words) if words else NOTHING


def _row(number: int, event: Event, names: Names) -> EventRow:
    mode = f" {','.join(event.mode.value)}" if event.mode.value else ""
    whom = [names.participant(each) for each in event.recipients]
    whom += [one_line(each.span.text) for each in event.targets]
    status = event.status.value.value if event.status.value else NOTHING
    return EventRow(
        number=str(number),
        what=f"{event.type.value.value if event.type.value else NOTHING}{mode}"
        + (" (series)" if event.series.value else ""),
        who=_joined([names.participant(each) for each in event.actors]),
        to_whom=_joined(whom),
        where=names.place(event.place.value),
        when=names.time(event.time.value),
        toll=_joined([toll_words(each) for each in event.toll]),
        status=status,
        on_whose_word=names.voice(event.attributed_to),
        evidence=event.evidence[0],
    )
