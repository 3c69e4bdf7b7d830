"""The words of ``lexicons/place_words.tsv`` by their use."""

from functools import cache

from dateline.lexicons.load import load_table

#: Words inside names that never begin one.
CONNECTIVES = frozenset({"the", "of", "a", "an", "and", "in", "on", "at", "de", "la", "le", "i"})


@cache
def _words(use: str) -> dict[str, tuple[str, ...]]:
    return {
        row["word"]: tuple(row["value"].split("|"))
        for row in load_table("place_words")
        if row["use"] == use
    }


def feature_words() -> dict[str, tuple[str, ...]]:
    """Map nouns such as "province" to the features they agree with."""
    return _words("feature")


def anaphors() -> dict[str, tuple[str, ...]]:
    """Map nouns such as "country" to the features of the places that they can stand for."""
    return _words("anaphor")


def directions() -> dict[str, tuple[str, ...]]:
    """Map words such as "northern" to the part of a place that they name."""
    return _words("direction")


def locatives() -> dict[str, tuple[str, ...]]:
    """Map prepositions such as "near" to what they say of a place."""
    return _words("locative")


def sites() -> dict[str, tuple[str, ...]]:
    """Give nouns such as "square" and "crossing" that make a name beside them a spot."""
    return _words("site")


def settlements() -> dict[str, tuple[str, ...]]:
    """Map nouns that present a name as a place ("the village of …") to its precision."""
    return _words("settlement")
