"""In which country does the report play, and in which each of its sentences?"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dateline.document import Document
from dateline.records import BlockKind, Place, Sentence, Span
from dateline.stages.actor_words import Words

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Share of the words for places and states from which on one country dominates a report: with two
#: thirds every other country together is named half as often.
DOMINANT_SHARE = 2 / 3

#: A report without a dateline must name its country this often, once at least as where something is.
FEWEST = 2

#: How often another country may be named for each time that the country of the dateline is: a dateline
#: may only be where the talks were held, and a report from one side of a war is about both.
RIVAL_SHARE = 1 / 2


@dataclass(frozen=True, slots=True)
class Home:
    """The country that the report or a sentence plays in, with the words that tell it.

    ``dominant`` is the one country that the report is about, ``dateline`` merely where it was
    filed, ``often`` how many times each country is named.
    """

    by_sentence: dict[int, tuple[str, Span]]
    dominant: tuple[str, Span] | None
    dateline: tuple[str, Span] | None
    often: dict[str, int]

    def only(self) -> bool:
        """Say whether the report names the dominant country alone."""
        return self.dominant is not None and set(self.often) == {self.dominant[0]}


def find_home(doc: Document, words: Words) -> Home:
    """Find the country that each sentence plays in (that all its places lie in) and the one that the
    whole report is about; see ``DOMINANT_SHARE`` and ``RIVAL_SHARE``."""
    told: dict[int, tuple[str, Span, bool]] = {}
    first: dict[str, Span] = {}
    often: Counter[str] = Counter()
    for sent in doc.records(Sentence):
        seen: list[tuple[str, Span, bool]] = []
        for country, token, is_place in _countries(doc, sent, words):
            span = doc.span_of([token])
            first.setdefault(country, span)
            often[country] += 1
            if is_place:
                seen.append((country, span, token.i in words.names))
        if len({country for country, _, _ in seen}) == 1:
            told[sent.index] = seen[0]
    dateline = _dateline(doc)
    if dateline is not None:
        often[dateline[0]] += 1
        first[dateline[0]] = dateline[1]
    placed = {country for country, _, _ in told.values()}
    dominant = _dominant(often, first, dateline, placed)
    by_sentence = {}
    for index, (country, span, by_name) in told.items():
        # A place in a country named nowhere else may be of the same name as one at home.
        doubtful = dominant is not None and often[country] <= 1 and not by_name
        by_sentence[index] = dominant if dominant is not None and doubtful else (country, span)
    return Home(by_sentence, dominant, dateline, dict(often))


def _countries(doc: Document, sent: Sentence, words: Words) -> Iterator[tuple[str, "Token", bool]]:
    """Give each word for a place or a state once, with its country and whether it is a place here."""
    last: int | None = None
    for token in doc.parse[sent.first : sent.last]:
        hit = words.names.get(token.i)
        if hit is not None and hit.is_state:
            if token.i == hit.head:
                yield hit.key, token, token.i in words.places or _is_place_name(token)
            continue
        country = words.places.get(token.i)
        if country is not None and last != token.i - 1:
            yield country, token, True
        last = token.i if country is not None else last


def _is_place_name(token: "Token") -> bool:
    where = ("in", "across", "near", "inside")
    return token.dep_ == "pobj" and token.head.lower_ in where


def _dominant(
    often: Counter[str],
    first: dict[str, Span],
    dateline: tuple[str, Span] | None,
    placed: set[str],
) -> tuple[str, Span] | None:
    country = max(sorted(often), key=often.__getitem__, default=None)
    if country is None:
        return None
    rivals = max((count for other, count in often.items() if other != country), default=0)
    at_home = dateline is not None and dateline[0] == country
    if at_home and rivals <= often[country] * RIVAL_SHARE:
        return country, first[country]
    if often[country] < FEWEST or country not in placed:  # "French soldiers" does not say where
        return None
    return (country, first[country]) if often[country] >= often.total() * DOMINANT_SHARE else None


def _dateline(doc: Document) -> tuple[str, Span] | None:
    for place in doc.records(Place):
        for mention in place.mentions:
            block = next(
                (b for b in doc.report.blocks if b.start <= mention.span.start < b.end), None
            )
            if block is not None and block.kind is BlockKind.DATELINE and place.country:
                return place.country, mention.span
    return None
