"""Which place does a name mean?  Each choice keeps its losers and a reason.

A name means one place throughout a report.  Its candidates get points; the reasons for the points
are the reason of the record.  Weights: see ``docs/places.md``; they were set by hand in the order
of what a reader would trust and are measured by ``make eval``.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import asin, cos, log10, radians, sin, sqrt

from dateline.gazetteer.lookup import (
    Feature,
    GazetteerRow,
    NameMatch,
)
from dateline.stages.place_names import PlaceName
from dateline.stages.place_words import feature_words

#: Points for each kind of support, strongest first: a name that follows ("Gao, Mali") settles it,
#: a feature word nearly does, context tips the scales, size decides among equals.  A state
#: goes before towns of its name even where their country is named ten times.
POINTS_CHAIN = 12.0
POINTS_FEATURE = 6.0
POINTS_COUNTRY = 3.0
POINTS_REGION = 3.0
POINTS_NEAR = 2.0
POINTS_STATE = 5.0
POINTS_ORDER = 1.0
POINTS_AREA = 5.0
POINTS_MATCH = {NameMatch.OWN: 3.0, NameMatch.SPELLING: 2.0, NameMatch.OTHER: 0.0}

#: Kilometres within which two places of one report support each other.
NEAR_KM = 300.0

#: Radius of the earth in kilometres.
EARTH_KM = 6371.0

#: From this place in the gazetteer's order on, candidates are equally unlikely.
LAST_ORDER = 6

#: Inhabitants from which the size is worth telling as a reason.
WORTH_TELLING = 10_000

#: Candidates that lost and are kept in the record.
KEPT_LOSERS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Sense:
    """The place that a name was taken for, what it lost against, and why."""

    row: GazetteerRow
    score: float
    losers: tuple[tuple[GazetteerRow, float], ...]
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What the report says around its names: countries by how often they are named, the places
    that have only one likely reading, and the provinces that it names."""

    countries: Counter[str]
    anchors: tuple[GazetteerRow, ...]
    regions: frozenset[tuple[str | None, str]]


def context_of(names: Sequence[PlaceName], demonym_countries: Counter[str]) -> Context:
    """Gather the countries and sure places of a report.

    Args:
        demonym_countries: ISO3 codes of the demonyms and state names in the text, counted.
    """
    countries = Counter(demonym_countries)
    anchors = []
    regions: set[tuple[str | None, str]] = set()
    for name in names:
        if not name.rows:
            continue
        top = name.rows[0]
        if top.feature in (Feature.COUNTRY, Feature.CAPITAL) and top.country:
            countries[top.country] += 1
        if top.feature is Feature.ADMIN1 and top.match is NameMatch.OWN:
            regions.add((top.country, top.name))
        sure = len(name.rows) == 1 or top.feature is Feature.CAPITAL
        if sure and top.is_point:
            anchors.append(top)
    return Context(countries=countries, anchors=tuple(anchors), regions=frozenset(regions))


@dataclass(frozen=True, slots=True, kw_only=True)
class Clues:
    """What the report says about one name.

    ``outer`` are the rows of names that follow it after a comma ("Gao, Mali"), ``inner`` those of
    names before it ("Atlanta, Georgia").
    """

    mentions: tuple[PlaceName, ...]
    outer: tuple[GazetteerRow, ...]
    inner: tuple[GazetteerRow, ...]
    context: Context


def choose(clues: Clues) -> Sense:
    """Choose the place that a name means: the candidate with the most points.

    Every function of ``FEATURES`` gives a candidate points and says why; equal points are decided
    by the order of the gazetteer, which is by feature and size.
    """
    scored: list[tuple[float, int, list[str]]] = []
    rows = clues.mentions[0].rows
    for order, row in enumerate(rows):
        judged = [feature(row, order, clues) for feature in FEATURES]
        points = sum(each[0] for each in judged)
        scored.append((points, order, [each[1] for each in judged if each[1]]))
    scored.sort(key=lambda each: (-each[0], each[1]))
    points, order, why = scored[0]
    among = f"Of {len(scored)} places with this name" if len(scored) > 1 else "The only one"
    return Sense(
        row=rows[order],
        score=round(points, 2),
        losers=tuple(
            (rows[lost], round(score, 2)) for score, lost, _ in scored[1 : KEPT_LOSERS + 1]
        ),
        reason=f"{among}: {', '.join(why) or 'the gazetteer ranks it first'}.",
    )


def _by_rank(row: GazetteerRow, order: int, clues: Clues) -> tuple[float, str]:
    """Trust the gazetteer's order, and names that the place really has."""
    del clues
    state = POINTS_STATE if row.feature is Feature.COUNTRY else 0.0
    return POINTS_MATCH[row.match] + state - POINTS_ORDER * min(order, LAST_ORDER), ""


def _by_size(row: GazetteerRow, order: int, clues: Clues) -> tuple[float, str]:
    """Prefer large towns; the people of an area say nothing about its name."""
    del order, clues
    if not row.is_point:
        return POINTS_AREA, ""
    words = f"about {row.population:,} people" if row.population >= WORTH_TELLING else ""
    return log10(row.population) if row.population else 0.0, words


def _by_chain(row: GazetteerRow, order: int, clues: Clues) -> tuple[float, str]:
    """A place that lies in the one named after it, or holds the one named before it."""
    del order
    for outer in clues.outer:
        if _lies_in(row, outer):
            return POINTS_CHAIN, f"{outer.name} follows the name"
    for inner in clues.inner:
        if inner.match is NameMatch.OWN and _lies_in(inner, row):
            return POINTS_CHAIN, f"{inner.name} before it lies there"
    return 0.0, ""


def _by_word(row: GazetteerRow, order: int, clues: Clues) -> tuple[float, str]:
    """The noun beside the name: "Anbar province"."""
    del order
    for mention in clues.mentions:
        word = mention.feature_word
        if word and row.feature.value in feature_words()[word]:
            return POINTS_FEATURE, f"the text calls it “{word}”"
    return 0.0, ""


def _by_country(row: GazetteerRow, order: int, clues: Clues) -> tuple[float, str]:
    """Its country is named in the report, by name or by an adjective of origin."""
    del order
    countries = clues.context.countries
    if row.feature is Feature.COUNTRY or not row.country or not countries[row.country]:
        return 0.0, ""
    share = countries[row.country] / countries.total()
    return POINTS_COUNTRY * (0.5 + share / 2), f"the report names {row.country}"


def _by_region(row: GazetteerRow, order: int, clues: Clues) -> tuple[float, str]:
    """It lies in a province or state that the report names."""
    del order
    if row.admin1 and (row.country, row.admin1) in clues.context.regions:
        return POINTS_REGION, f"the report names {row.admin1}"
    return 0.0, ""


def _by_distance(row: GazetteerRow, order: int, clues: Clues) -> tuple[float, str]:
    """A sure place of the report is near."""
    del order
    if not row.is_point:
        return 0.0, ""
    for anchor in clues.context.anchors:
        if anchor.row != row.row and distance_km(row, anchor) <= NEAR_KM:
            return POINTS_NEAR, f"{anchor.name} is near"
    return 0.0, ""


#: What speaks for a candidate; the reasons stand in the record in this order.
FEATURES: tuple[Callable[[GazetteerRow, int, Clues], tuple[float, str]], ...] = (
    _by_chain,
    _by_word,
    _by_country,
    _by_region,
    _by_distance,
    _by_size,
    _by_rank,
)


def _lies_in(inner: GazetteerRow, outer: GazetteerRow) -> bool:
    if outer.country is None or inner.country != outer.country:
        return False
    if outer.feature is Feature.COUNTRY:
        return inner.feature is not Feature.COUNTRY
    return outer.feature is Feature.ADMIN1 and inner.admin1 == outer.name


def distance_km(one: GazetteerRow, other: GazetteerRow) -> float:
    """Give the great-circle distance of two places in kilometres."""
    lat1, lon1, lat2, lon2 = map(
        radians, (one.latitude, one.longitude, other.latitude, other.longitude)
    )
    half = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin((lon2 - lon1) / 2) ** 2
    return 2 * EARTH_KM * asin(sqrt(half))
