"""Where: every place that the report names, resolved, with vague parts kept vague."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from dateline.document import Document
from dateline.gazetteer.lookup import (
    Feature,
    Gazetteer,
    GazetteerRow,
    fold_name,
    load_gazetteer,
)
from dateline.lexicons.load import load_table
from dateline.records import Mention, Place, PlaceCandidate, Sentence, Span, key
from dateline.stages.place_names import PlaceName, find_place_names
from dateline.stages.place_senses import Clues, Context, Sense, choose, context_of
from dateline.stages.place_words import anaphors, directions, settlements, sites

if TYPE_CHECKING:
    from spacy.tokens import Token

#: The finest part of the world that each feature names.
PRECISION = {
    Feature.COUNTRY: "country",
    Feature.CAPITAL: "city",
    Feature.CONTINENT: "region",
    Feature.SEA: "region",
    Feature.RIVER: "region",
    Feature.DISPUTED: "region",
    Feature.REGION: "region",
    Feature.BASE: "point",
    Feature.AIRBASE: "point",
    Feature.ADMIN1: "admin1",
    Feature.CITY: "city",
    Feature.SITE: "point",
    Feature.ADMIN2: "admin2",
    Feature.AIRPORT: "point",
}


def find_places(doc: Document) -> tuple[Place, ...]:
    """Find the places that the report names, each once, in the order of their first mention.

    A name means one place throughout the report.  "Northern Iraq" is a place of its own with
    precision ``region`` and no coordinates; a country or province never has coordinates, since
    its middle is not where anything happened.  "The country", "the city" are further mentions of
    the place named last that they agree with.

    Args:
        doc: Must hold sentences and times.
    Source: gazetteer (GeoNames and others, ``gazetteer/NOTICE.md``), ``lexicons/place_words.tsv``.
    """
    gazetteer = load_gazetteer()
    names = list(find_place_names(doc, gazetteer))
    demonyms = _demonym_hints(doc)
    context = context_of(names, Counter(iso3 for _, iso3 in demonyms))
    senses = _senses(doc, names, context)
    found: dict[_Meant, list[Mention]] = {}
    for name in names:
        part = _direction(doc, name)
        span = doc.span_of(doc.parse[name.first if part is None else part.i : name.last])
        found.setdefault(_meant(name, part, senses), []).append(_name_mention(span, name))
    _add_anaphors(doc, found, gazetteer)
    hints = _country_hints(doc, demonyms, names, senses)
    by_row = {sense.row.row: sense for sense in senses.values()}
    places = [
        _listed(doc, meant, mentions, by_row.get(meant.row), gazetteer.row(meant.row))
        if meant.row is not None
        else _unlisted(doc, meant, mentions, hints)
        for meant, mentions in found.items()
    ]
    return tuple(sorted(places, key=lambda place: place.mentions[0].span.start))


@dataclass(frozen=True, slots=True)
class _Meant:
    """What a mention stands for: a row of the gazetteer or an unlisted name, whole or in part."""

    part: str
    row: int | None
    name: str = ""
    noun: str = ""


def _meant(name: PlaceName, part: "Token | None", senses: dict[str, Sense]) -> _Meant:
    if not name.rows:
        return _Meant("", None, fold_name(name.name), name.feature_word or "")
    direction = directions()[part.lower_][0] if part is not None else ""
    return _Meant(direction, senses[fold_name(name.name)].row.row)


def _senses(doc: Document, names: Sequence[PlaceName], context: Context) -> dict[str, Sense]:
    """Choose the meaning of each different name."""
    by_name: dict[str, list[PlaceName]] = {}
    outer: dict[str, list[GazetteerRow]] = {}
    inner: dict[str, list[GazetteerRow]] = {}
    for name in names:
        if name.rows:
            by_name.setdefault(fold_name(name.name), []).append(name)
    for name, following in pairwise(names):
        if following.first == name.last + 1 and doc.parse[name.last].text == ",":
            outer.setdefault(fold_name(name.name), []).extend(following.rows)
            inner.setdefault(fold_name(following.name), []).extend(name.rows)
    return {
        folded: choose(
            Clues(
                mentions=tuple(mentions),
                outer=tuple(outer.get(folded, ())),
                inner=tuple(inner.get(folded, ())),
                context=context,
            )
        )
        for folded, mentions in by_name.items()
    }


@cache
def _countries_by_demonym() -> dict[str, str]:
    found: dict[str, str] = {}
    for row in load_table("countries"):
        for column in ("adjectives", "people"):
            for word in row[column].split("|"):
                found.setdefault(word.lower(), row["iso3"])
    return found


def _demonym_hints(doc: Document) -> list[tuple[int, str]]:
    """Give offset and country of each adjective and noun of origin."""
    known = _countries_by_demonym()
    return [
        (token.idx, known[token.lower_])
        for token in doc.parse
        if token.text[:1].isupper() and token.lower_ in known
    ]


def _direction(doc: Document, name: PlaceName) -> "Token | None":
    """Give the word before a name that narrows it to a part: "northern" Iraq."""
    if name.first == 0:
        return None
    before = doc.parse[name.first - 1]
    if before.lower_ not in directions():
        return None
    owned = before.i and (doc.parse[before.i - 1].dep_ == "poss" or before.nbor(-1).tag_ == "POS")
    # "its southern Batken region" says where the whole region lies.
    return None if owned and name.feature_word else before


def _name_mention(span: Span, name: PlaceName) -> Mention:
    return Mention(
        span=span,
        how="name",
        rule="places.name",
        reason=f"{name.name} is in the gazetteer and {name.sign}.",
    )


def _add_anaphors(doc: Document, found: dict[_Meant, list[Mention]], gazetteer: Gazetteer) -> None:
    """Give "the country", "the city" to the last place named before that they agree with."""
    named = sorted(
        (mention.span.start, meant.row)
        for meant, mentions in found.items()
        if meant.row is not None
        for mention in mentions
    )
    for token, features in _anaphoric(doc):
        row = _capital_of(token, gazetteer) or _antecedent(token.idx, features, named, gazetteer)
        if row is None:
            continue
        words = [child for child in token.children if child.dep_ in ("det", "amod")]
        span = doc.span_of([*words, token])
        found.setdefault(_Meant("", row), []).append(
            Mention(
                span=span,
                how="anaphor",
                rule="places.anaphor",
                reason=f"“{span.text}” stands for {gazetteer.row(row).name}, the place of that kind"
                " named last.",
            )
        )


def _anaphoric(doc: Document) -> "Iterator[tuple[Token, tuple[str, ...]]]":
    words = anaphors()
    for sentence in doc.records(Sentence):
        for token in doc.parse[sentence.first : sentence.last]:
            if token.lower_ not in words:
                continue
            children = [child for child in token.children if child.dep_ in MODIFIERS]
            known = [child for child in children if child.lower_ in _countries_by_demonym()]
            others = [child for child in children if child not in known]
            others = [child for child in others if child.lower_ != "same"]
            if len(others) != 1 or others[0].lower_ not in ("the", "this", "that"):
                continue
            if not known or token.lower_ == "capital":
                yield token, words[token.lower_]


#: What may stand with a noun that would then name another place than the one told before.
MODIFIERS = frozenset({"det", "amod", "compound", "nmod", "poss", "nummod", "prep", "relcl", "acl"})


def _capital_of(token: "Token", gazetteer: Gazetteer) -> int | None:
    """Give the capital of the state in "the Colombian capital"."""
    for child in token.children:
        iso3 = _countries_by_demonym().get(child.lower_)
        if iso3 and token.lower_ == "capital":
            return _capital_row(iso3, gazetteer)
    return None


@cache
def _capital_row(iso3: str, gazetteer: Gazetteer) -> int | None:
    names = next(row["capital"] for row in load_table("countries") if row["iso3"] == iso3)
    for row in gazetteer.candidates(names.split("|")[0]):
        if row.feature is Feature.CAPITAL and row.country == iso3:
            return row.row
    return None


def _antecedent(
    before: int, features: tuple[str, ...], named: list[tuple[int, int]], gazetteer: Gazetteer
) -> int | None:
    """Give the row of the last place before an offset that has one of the features.

    For "the country" a place inside a country will do: its country is meant.
    """
    for start, number in reversed(named):
        if start >= before:
            continue
        row = gazetteer.row(number)
        if row.feature.value in features:
            return number
        if "country" in features and row.country:
            country = _country_row(row.country, gazetteer)
            if country is not None:
                return country.row
    return None


@cache
def _country_names() -> dict[str, str]:
    return {row["iso3"]: row["name"] for row in load_table("countries")}


def _country_row(iso3: str, gazetteer: Gazetteer) -> GazetteerRow | None:
    for row in gazetteer.candidates(_country_names().get(iso3, "")):
        if row.feature is Feature.COUNTRY and row.country == iso3:
            return row
    return None


def _listed(
    doc: Document,
    meant: _Meant,
    mentions: list[Mention],
    sense: Sense | None,
    row: GazetteerRow,
) -> Place:
    mentions = sorted(mentions, key=lambda mention: mention.span.start)
    first = mentions[0].span
    part = meant.part
    area = _area_around(row, mentions, doc)
    point = row.is_point and not part and area is None
    reason = sense.reason if sense else f"It is the place that {first.text!r} stands for."
    if area:
        reason += f" The text means the {area} around the town, which has no point."
    if part:
        reason += f" Only its part “{part}” is meant, so it has no point."
    return Place(
        id=key("plc", doc.report.id, first.start, first.end),
        name=_name_of(part, mentions, row),
        mentions=tuple(mentions),
        geonames_id=None if part else row.geonames_id,
        latitude=round(row.latitude, 5) if point else None,
        longitude=round(row.longitude, 5) if point else None,
        country=row.country,
        admin1=row.admin1,
        feature=row.feature.value,
        precision="region" if part else "admin2" if area else PRECISION[row.feature],
        candidates=tuple(
            _candidate(each, score) for each, score in (sense.losers if sense else ())
        ),
        rule="places.part" if part else "places.sense",
        reason=reason,
    )


def _area_around(row: GazetteerRow, mentions: list[Mention], doc: Document) -> str | None:
    """Give the noun that makes a town's name the name of its district: "the district of X"."""
    if row.feature is not Feature.CITY:
        return None
    for mention in mentions:
        before = doc.text[: mention.span.start].split()[-2:]
        behind = doc.text[mention.span.end :].split(maxsplit=1)[:1]
        for word in ([before[0]] if before[1:] == ["of"] else []) + behind:
            if settlements().get(word.strip(".,;").lower()) == ("region",):
                return word.strip(".,;").lower()
    return None


def _unlisted(
    doc: Document, meant: _Meant, mentions: list[Mention], hints: list[tuple[int, str]]
) -> Place:
    """Make the place of a name that no gazetteer lists, in the country that its sentence names."""
    first = mentions[0].span
    country = _country_near(doc, first.start, hints)
    told = f" The words around it are about {country}." if country else ""
    return Place(
        id=key("plc", doc.report.id, first.start, first.end),
        name=" ".join(first.text.split()),
        mentions=tuple(mentions),
        geonames_id=None,
        latitude=None,
        longitude=None,
        country=country,
        admin1=None,
        feature=meant.noun,
        precision="point" if meant.noun in sites() else settlements()[meant.noun][0],
        candidates=(),
        rule="places.unlisted",
        reason=f"“{meant.noun}” presents the name as a place; the gazetteer has none such.{told}",
    )


def _country_near(doc: Document, offset: int, hints: list[tuple[int, str]]) -> str | None:
    """Give the country named last before in the same sentence, else the next one named in it, else
    the one named last in the sentences before."""
    sentence = doc.sentence_at(offset)
    if sentence is not None:
        inside = [
            (at > offset, abs(at - offset), iso3)
            for at, iso3 in hints
            if sentence.span.start <= at < sentence.span.end
        ]
        if inside:
            return min(inside)[2]
    before = [iso3 for at, iso3 in hints if at < offset]
    return before[-1] if before else None


def _country_hints(
    doc: Document,
    demonyms: list[tuple[int, str]],
    names: Sequence[PlaceName],
    senses: dict[str, Sense],
) -> list[tuple[int, str]]:
    """Give the words that bring up one country, by offset: resolved names and demonyms."""
    hints = list(demonyms)
    for name in names:
        country = senses[fold_name(name.name)].row.country if name.rows else None
        if country:
            hints.append((doc.parse[name.first].idx, country))
    return sorted(hints)


def _name_of(part: str, mentions: list[Mention], row: GazetteerRow) -> str:
    """Give the report's own name of the place; the gazetteer's if only "the country" stands there."""
    names = [mention.span.text for mention in mentions if mention.how == "name"]
    if not names:
        return row.name
    name = " ".join(names[0].split())
    return name[0].lower() + name[1:] if part else name


def _candidate(row: GazetteerRow, score: float) -> PlaceCandidate:
    return PlaceCandidate(
        name=row.name,
        country=row.country,
        admin1=row.admin1,
        feature=row.feature.value,
        geonames_id=row.geonames_id,
        score=score,
    )
