"""Which stretches of the text are names of places?

The gazetteer proposes; the text decides.  A name that is a common word, a part of a longer name or
somebody's surname is refused unless something beside it says that a place is meant.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from dateline.document import Document
from dateline.gazetteer.lookup import Feature, Gazetteer, GazetteerRow, NameMatch
from dateline.lexicons.load import load_table
from dateline.records import BlockKind, Dateline, Sentence, Time
from dateline.stages.place_unlisted import presented_names, unlisted_sites
from dateline.stages.place_words import CONNECTIVES, feature_words, locatives, sites
from dateline.word_classes import classes_by_word

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Features that a bare name stands for without further signs.
STRONG = frozenset(
    {
        Feature.COUNTRY, Feature.CAPITAL, Feature.CONTINENT, Feature.SEA, Feature.RIVER,
        Feature.DISPUTED, Feature.REGION, Feature.BASE, Feature.AIRBASE, Feature.ADMIN1,
    }
)  # fmt: skip

#: A town of this size is known by its bare name; a smaller one needs a sign beside it.  The size
#: leaves out most surnames and common words that are also names of towns.
KNOWN_POPULATION = 100_000

#: Labels under which spaCy's NER proposes places.
PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})

#: Titles before a person's name, with which a following place name is a surname.
TITLES = frozenset(
    {
        "mr", "mrs", "ms", "miss", "dr", "sir", "lord", "lady", "president", "minister", "senator",
        "general", "gen", "col", "colonel", "capt", "captain", "lt", "sgt", "prof", "judge",
        "justice", "king", "queen", "prince", "princess", "sheikh", "sen", "rep", "gov",
    }
)  # fmt: skip


#: Words that are capitalised before a place's name without changing what it is.
DIRECTION_NAMES = frozenset(
    {
        "northern", "southern", "eastern", "western", "central", "greater", "downtown", "north",
        "south", "east", "west", "upper", "lower",
    }
)  # fmt: skip

#: Months and days are also names of towns; no report means those.
CALENDAR = frozenset(
    {
        "January", "February", "March", "April", "May", "June", "July", "August", "September",
        "October", "November", "December", "Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep",
        "Sept", "Oct", "Nov", "Dec", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday",
        "Saturday", "Sunday", "Easter", "Christmas", "Ramadan",
    }
)  # fmt: skip

#: Abbreviations that before a noun say whose it is, not where: "US troops".
ABBREVIATED_STATES = frozenset({"US", "U.S.", "U.S", "UK", "U.K.", "UN", "EU"})

#: Classes of common nouns that capitals make the name of a body, not of a town: "Congress".
BODIES = frozenset({"org", "person", "people", "armed", "police"})

#: A name of up to three letters that is not in capitals is mostly some other word ("Us", "Of").
SHORT_NAME = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceName:
    """A name in the text with the places it can mean.

    ``first``/``last`` are token numbers ``[first, last)``; ``feature_word`` is the noun beside it
    that says what it is ("province"), if any; ``sign`` says in words why it is taken for a place.
    """

    first: int
    last: int
    name: str
    rows: tuple[GazetteerRow, ...]
    feature_word: str | None
    sign: str


def find_place_names(doc: Document, gazetteer: Gazetteer) -> Iterator[PlaceName]:
    """Find the names of places in titles, body and dateline, in text order."""
    timed = {token.i for time in doc.records(Time) for token in doc.tokens_of(time.span)}
    surnames = _surnames(doc)
    for first, last, shouting in _stretches(doc):
        tokens = list(doc.parse[first:last])
        unlisted = _unlisted(tokens, gazetteer)
        words = [token.text_with_ws for token in tokens]
        at = 0
        while at < len(tokens):
            if at in unlisted:
                yield unlisted[at]
                at = unlisted[at].last - first
                continue
            taken = 0
            if tokens[at].i not in timed and tokens[at].text not in surnames:
                taken = _match(tokens, words, at, gazetteer)
            name = _accept(_Spotted(tokens, at, taken, shouting), gazetteer) if taken else None
            if name:
                yield name
            at += max(taken if name else 1, 1)


def _surnames(doc: Document) -> frozenset[str]:
    """Give the last words of persons' full names: the town of Morand is not meant where Claire
    Morand was introduced."""
    return frozenset(
        entity[-1].text
        for entity in doc.parse.ents
        if entity.label_ == "PERSON" and len(entity) > 1
    )


def _unlisted(tokens: "list[Token]", gazetteer: Gazetteer) -> dict[int, PlaceName]:
    """Give the names that the gazetteer lacks, or lacks in the sense that the text presents, by
    the position of their first token."""
    found: dict[int, PlaceName] = {}
    for start, end, noun in unlisted_sites(tokens, gazetteer):
        found[start] = _unlisted_name(tokens[start:end], noun)
    for start, end, noun in presented_names(tokens):
        name = _unlisted_name(tokens[start:end], noun)
        wanted = set(feature_words().get(noun, ()))
        rows = gazetteer.candidates(name.name)
        agrees = any(row.feature.value in wanted for row in rows)
        if not rows or (noun in sites() and not agrees):
            found[start] = name
    return found


def _unlisted_name(tokens: "list[Token]", noun: str) -> PlaceName:
    text = "".join(token.text_with_ws for token in tokens).strip()
    return PlaceName(
        first=tokens[0].i,
        last=tokens[-1].i + 1,
        name=text,
        rows=(),
        feature_word=noun,
        sign=f"“{noun}” presents it as a place",
    )


def _stretches(doc: Document) -> Iterator[tuple[int, int, bool]]:
    """Give token stretches to read and whether they are written in capitals throughout."""
    dateline: Dateline | None = doc.report.dateline
    if dateline is not None and dateline.place is not None:
        tokens = doc.tokens_of(dateline.place)
        if tokens:
            yield tokens[0].i, tokens[-1].i + 1, True
    for sentence in doc.records(Sentence):
        words = [token for token in doc.parse[sentence.first : sentence.last] if token.is_alpha]
        capitals = sum(token.text[0].isupper() for token in words)
        heading = sentence.block is BlockKind.TITLE and capitals > len(words) / 2
        yield sentence.first, sentence.last, heading or capitals == len(words)


def _match(tokens: "list[Token]", words: list[str], at: int, gazetteer: Gazetteer) -> int:
    """Count the tokens of the longest name that begins here and is written like a name."""
    token = tokens[at]
    if not (token.text[0].isupper() or token.lower_ in ("al", "el", "ar", "as", "ad")):
        return 0
    if not token.text[0].isalpha() or token.lower_ in CONNECTIVES:
        return 0
    taken = gazetteer.longest_match(words, at)
    while taken > 0:
        last = tokens[at + taken - 1]
        whole = last.text[0].isupper() or last.is_digit
        if whole and any(t.text[0].isupper() for t in tokens[at : at + taken]):
            name = "".join(words[at : at + taken]).rstrip()
            if gazetteer.has_name(name) and "\n" not in name and "," not in name:
                return taken
        taken -= 1
    return 0


@dataclass(frozen=True, slots=True)
class _Spotted:
    """A stretch that is written like a name, with the tokens around it."""

    tokens: "list[Token]"
    at: int
    taken: int
    shouting: bool

    @property
    def name(self) -> "list[Token]":
        return self.tokens[self.at : self.at + self.taken]

    @property
    def before(self) -> "Token | None":
        return self.tokens[self.at - 1] if self.at else None

    @property
    def after(self) -> "Token | None":
        end = self.at + self.taken
        return self.tokens[end] if end < len(self.tokens) else None


def _accept(spotted: _Spotted, gazetteer: Gazetteer) -> PlaceName | None:
    span = spotted.name
    name = "".join(token.text_with_ws for token in span).rstrip()
    rows = gazetteer.candidates(name)
    if len(name) <= SHORT_NAME and not name.isupper():
        rows = tuple(row for row in rows if row.match is NameMatch.OWN and row.is_point)
    if not rows or _is_other_name(spotted):
        return None
    feature = _feature_word(spotted)
    sign = _sign(spotted, rows, feature)
    if sign is None:
        return None
    return PlaceName(
        first=span[0].i, last=span[-1].i + 1, name=name, rows=rows, feature_word=feature, sign=sign
    )


def _is_other_name(spotted: _Spotted) -> bool:
    """Say whether the words are a demonym, a date, a modifier or a part of a longer name."""
    first, before = spotted.name[0], spotted.before
    if spotted.taken == 1 and (first.lower_ in demonyms() or first.text in CALENDAR):
        return True
    after = spotted.after
    if spotted.taken == 1 and first.text in ABBREVIATED_STATES:
        return after is not None and after.pos_ in ("NOUN", "PROPN", "ADJ")
    if spotted.taken == 1 and classes_by_word().get(first.lower_, frozenset()) & BODIES:
        return _feature_word(spotted) is None
    if before is not None and before.lower_.rstrip(".") in TITLES and before.text[0].isupper():
        return True
    if spotted.shouting:
        return False
    return _continues(before, first, left=True) or _continues(
        spotted.name[-1], spotted.after, left=False
    )


def _continues(one: "Token | None", two: "Token | None", *, left: bool) -> bool:
    """Say whether a proper noun goes on beyond the border between two tokens."""
    outer = one if left else two
    if outer is None or not outer.is_alpha or not outer.text[0].isupper():
        return False
    if outer.lower_ in feature_words() or outer.lower_ in demonyms():
        return False
    if outer.lower_ in DIRECTION_NAMES or outer.text in CALENDAR:
        return False
    if left:
        return outer.pos_ == "PROPN"
    return outer.pos_ in ("PROPN", "NOUN", "ADJ")


def _feature_word(spotted: _Spotted) -> str | None:
    """Give the noun that says what the name is: "Anbar province", "the town of Sake"."""
    words, at, name = feature_words(), spotted.at, spotted.name
    after, before = spotted.after, spotted.before
    if after is not None and after.lemma_.lower() in words:
        return str(after.lemma_.lower())
    if spotted.taken > 1 and name[-1].lemma_.lower() in words:
        return str(name[-1].lemma_.lower())
    if before is not None and before.lower_ == "of" and at > 1:
        before = spotted.tokens[at - 2]
    if before is not None and before.lemma_.lower() in words:
        return str(before.lemma_.lower())
    return None


def _sign(spotted: _Spotted, rows: tuple[GazetteerRow, ...], feature: str | None) -> str | None:
    """Say why the words are taken for a place; ``None`` if nothing does."""
    if feature is not None:
        return f"“{feature}” stands beside it"
    name, before = spotted.name, spotted.before
    common = spotted.taken == 1 and name[0].pos_ not in ("PROPN", "X")
    own = [row for row in rows if row.match is not NameMatch.OTHER]
    if not common and any(row.feature in STRONG for row in own):
        return "it names a country, region, capital or base"
    if any(token.ent_type_ in PLACE_LABELS for token in name) and own:
        return "the parser's name finder takes it for a place"
    if common and not spotted.shouting:
        return None
    if before is not None and before.lower_ in locatives() and before.lower_ != "of":
        return f"“{before.text}” stands before it"
    if any(row.population >= KNOWN_POPULATION for row in own) and not common:
        return "it names a large town"
    return None


@cache
def demonyms() -> frozenset[str]:
    """Give adjectives and nouns of origin, lower case, without those that name the state too."""
    found: set[str] = set()
    names: set[str] = set()
    for row in load_table("countries"):
        for column in ("adjectives", "people"):
            found.update(word.lower() for word in row[column].split("|") if word)
        names.update(word.lower() for word in [row["name"], *row["aliases"].split("|")])
    return frozenset(found - names)
