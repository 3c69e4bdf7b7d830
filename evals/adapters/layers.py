"""Adapters for the layers: attribution, causal, geoparse, time, factuality."""

from collections.abc import Mapping
from typing import Any

from dateline.document import Document
from dateline.gazetteer.lookup import load_gazetteer
from dateline.records import Attribution, Place, Record, Span, Status
from dateline.stages.status import status_of

Row = Mapping[str, Any]
Prediction = dict[str, Any]


def _pair(span: Span) -> list[int]:
    return [span.start, span.end]


def geoparse(row: Row, doc: Document, record: Record) -> Prediction:
    """Names of places; "northern Iraq" is handed over as "Iraq", anaphors are left out."""
    del doc
    toponyms = []
    for place in record.places:
        for mention in place.mentions:
            if mention.how == "anaphor":
                continue
            span = mention.span
            start = span.start
            if place.precision == "region" and place.feature == "country":
                start = span.end - len(span.text.split(maxsplit=1)[-1])
            lat, lon = representative_point(place, span.text[start - span.start :])
            toponyms.append({"start": start, "end": span.end, "lat": lat, "lon": lon})
    return {"id": row["id"], "toponyms": toponyms}


def representative_point(place: Place, name: str) -> tuple[float | None, float | None]:
    """Give a point for the scorer even where the record rightly gives none: the middle of the
    country or region that the place was resolved to, as the gold does."""
    if place.latitude is not None:
        return place.latitude, place.longitude
    for row in load_gazetteer().candidates(name):
        if row.feature.value == place.feature and row.country == place.country:
            return row.latitude, row.longitude
    return None, None


def time(row: Row, doc: Document, record: Record) -> Prediction:
    """Time expressions; the signal of an open interval ("since") is no part of a TIMEX3."""
    del doc
    signals = ("since ", "until ", "after ", "before ", "from ")
    found = []
    for each in record.times:
        start = each.span.start
        lower = each.span.text.casefold()
        if each.open_end or each.open_start:
            start += next((len(word) for word in signals if lower.startswith(word)), 0)
        found.append(
            {"start": start, "end": each.span.end, "type": each.type.value, "value": each.value}
        )
    return {"id": row["id"], "timexes": found}


def attribution(row: Row, doc: Document, record: Record) -> Prediction:
    """Outermost attributions; "that" and "to" before a content are given to it, as PolNeAR does."""
    del doc
    return {
        "id": row["id"],
        "attributions": [
            {
                "source": [_pair(each.source)] if each.source else [],
                "cue": [_pair(span) for span in each.cue],
                "content": _with_that(each, record.report.text),
            }
            for each in record.attributions
            if each.nested_in is None
        ],
    }


def _with_that(attribution: Attribution, text: str) -> list[list[int]]:
    pieces = [_pair(span) for span in attribution.content]
    if pieces:
        before = text[: pieces[0][0]].rstrip()
        for word in ("that", "to"):
            if before.endswith(f" {word}"):
                pieces[0][0] = len(before) - len(word)
    return pieces


def causal(row: Row, doc: Document, record: Record) -> Prediction:
    """Causes within the sentence, most certain first."""
    del doc
    relations = [
        {
            "cause": _pair(each.cause),
            "effect": _pair(each.effect),
            "signal": [_pair(span) for span in each.cue],
        }
        for each in record.causes
    ]
    return {"id": row["id"], "causal": int(bool(relations)), "relations": relations}


#: Our statuses on FactBank's scale and in MEANTIME's classes.
SCALE = {
    Status.ACTUAL: (3.0, "fact"),
    Status.ONGOING: (3.0, "fact"),
    Status.PLANNED: (1.0, "future"),
    Status.THREATENED: (0.5, "future"),
    Status.DEMANDED: (0.3, "future"),
    Status.POSSIBLE: (1.0, "possible"),
    Status.DENIED: (-3.0, "denied"),
    Status.HYPOTHETICAL: (0.0, "hypothetical"),
    Status.HABITUAL: (2.0, "generic"),
}


def factuality(row: Row, doc: Document, record: Record) -> Prediction:
    """The status of the words at the given positions."""
    del record
    found = []
    for each in row["gold"]["events"]:
        tokens = doc.tokens_of(doc.span(each["start"], each["end"]))
        if not tokens:
            continue
        status = status_of(doc, tokens[0])[0].value or Status.ACTUAL
        value, name = SCALE[status]
        found.append({"start": each["start"], "end": each["end"], "value": value, "class": name})
    return {"id": row["id"], "events": found}
