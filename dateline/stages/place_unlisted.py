"""Named places that no gazetteer lists: a square, a crossing, a village presented as one.

They keep their name and the precision that the noun beside them gives; they have no coordinates.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dateline.gazetteer.lookup import Gazetteer
from dateline.stages.place_words import locatives, settlements, sites

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Small words inside names of squares and streets: "Plaza de Bolívar".
INNER = frozenset({"de", "del", "da", "di", "el", "al", "la", "of", "the", "des", "du", "-"})

#: How many words a name of a site has at the most; longer runs of capitals are titles.
LONGEST = 6


def unlisted_sites(tokens: "list[Token]", gazetteer: Gazetteer) -> Iterator[tuple[int, int, str]]:
    """Find names of sites after a preposition of place ("at the Plaza de Bolívar"), that the
    parser's name finder takes for a facility, or that begin with their noun ("Plaza de …").

    Returns:
        Positions ``[start, end)`` in ``tokens`` and the noun that makes the name a site.
    """
    for at, token in enumerate(tokens):
        if token.lower_ not in sites() or not token.text[0].isupper():
            continue
        start, end = _run(tokens, at)
        if end - start < 2 or end - start > LONGEST:
            continue
        joined = start == at and tokens[at + 1].lower_ in INNER
        if not (joined or _after_locative(tokens, start) or token.ent_type_ == "FAC"):
            continue
        name = "".join(each.text_with_ws for each in tokens[start:end]).strip()
        if not gazetteer.has_name(name):
            yield start, end, str(token.lower_)


def presented_names(tokens: "list[Token]") -> Iterator[tuple[int, int, str]]:
    """Find names presented as a place: "the village of Ak-Sai", "the crossing at Kyzyl-Bel".

    Returns:
        Positions ``[start, end)`` in ``tokens`` and the noun that presents the name; joined names
        ("the villages of X and Y") one by one.
    """
    nouns = settlements().keys() | sites().keys()
    for at, token in enumerate(tokens[:-2]):
        noun = str(token.lemma_).lower()
        if noun not in nouns or token.text[0].isupper():
            continue
        if tokens[at + 1].lower_ not in ("of", "at"):
            continue
        if tokens[at + 1].lower_ != "of" and noun in settlements():
            continue
        start = at + 2
        while start < len(tokens) and _is_name(tokens[start]):
            end = _name_end(tokens, start)
            yield start, end, noun
            if end + 1 < len(tokens) and tokens[end].lower_ in ("and", ","):
                start = end + 1
            else:
                break


def _is_name(token: "Token") -> bool:
    return bool(token.text[0].isupper()) and token.pos_ in ("PROPN", "NOUN", "ADJ", "X")


def _name_end(tokens: "list[Token]", start: int) -> int:
    end = start
    while end < len(tokens) and (
        _is_name(tokens[end])
        or (tokens[end].text == "-" and end + 1 < len(tokens) and _is_name(tokens[end + 1]))
    ):
        end += 1
    return end


def _run(tokens: "list[Token]", at: int) -> tuple[int, int]:
    """Stretch from a site's noun over the capitalised words around it."""
    start, end = at, at + 1
    while start > 0 and tokens[start - 1].text[0].isupper() and tokens[start - 1].pos_ == "PROPN":
        start -= 1
    inner = end
    while inner < len(tokens) and (tokens[inner].lower_ in INNER or _is_name(tokens[inner])):
        inner += 1
        if _is_name(tokens[inner - 1]):
            end = inner
    return start, end


def _after_locative(tokens: "list[Token]", start: int) -> bool:
    before = start - 1
    if before >= 0 and tokens[before].lower_ in ("the", "its", "a"):
        before -= 1
    return before >= 0 and tokens[before].lower_ in locatives() and tokens[before].lower_ != "of"
