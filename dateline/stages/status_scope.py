"""Under which word does a predicate stand, and does that word's status reach down to it?"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dateline.stages.status_words import Operator, operators
from dateline.syntax import is_verb

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Places that a clause or phrase can fill under a governor, as in ``status.yml``.
INFINITIVE, GERUND, CLAUSE, OBJECT, SUBJECT = (
    "infinitive", "gerund", "clause", "object", "subject"
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Above:
    """The word above a predicate and the place that the predicate fills there.

    ``place`` is one of the places of ``status.yml``, a preposition, "mark:…" for an adverbial
    clause, or empty where the word above is only the frame ("it was an attack").
    """

    word: "Token"
    place: str


def above(token: "Token") -> Above | None:
    """Find the word under which a predicate stands; ``None`` for the top of a sentence, relative
    clauses and participles after a noun, which stand on their own."""
    dep, head = token.dep_, token.head
    if head.i == token.i:
        return None
    if dep == "conj":
        return above(_first(token))
    if dep in ("pobj", "pcomp"):
        return _through_preposition(token)
    if dep == "acl":
        return _under_noun(token)
    place = _place(token, dep)
    return None if place is None else Above(head, place)


#: Places by dependency label; labels not listed and not handled in code stand on their own.
PLACES = {
    "dobj": OBJECT, "nsubjpass": OBJECT, "dative": OBJECT,
    "nsubj": SUBJECT, "csubj": SUBJECT, "csubjpass": SUBJECT, "expl": SUBJECT,
    "compound": "of", "attr": "", "auxpass": "", "appos": "",
}  # fmt: skip


def _place(token: "Token", dep: str) -> str | None:
    if dep in ("ccomp", "xcomp", "acomp", "oprd"):
        return clause_place(token)
    if dep == "advcl":
        return f"mark:{mark_of(token)}"
    return PLACES.get(dep)


def _first(token: "Token") -> "Token":
    while token.dep_ == "conj" and token.head.i != token.i:
        token = token.head
    return token


def clause_place(token: "Token") -> str:
    """Say whether a complement is an infinitive, a gerund or a full clause."""
    if has_to(token):
        return INFINITIVE
    subject = any(child.dep_ in ("nsubj", "nsubjpass", "expl") for child in token.children)
    if token.tag_ == "VBG" and not any(child.dep_ == "aux" for child in token.children):
        return GERUND
    if token.tag_ == "VB" and not any(child.dep_ == "aux" for child in token.children):
        return CLAUSE if subject and mark_of(token) == "that" else INFINITIVE
    if token.tag_ == "VBN" and not subject:
        return OBJECT
    return CLAUSE


def has_to(token: "Token") -> bool:
    """Say whether a verb is an infinitive with "to"."""
    return any(child.dep_ == "aux" and child.tag_ == "TO" for child in token.children)


def _through_preposition(token: "Token") -> Above | None:
    prep = token.head
    if prep.dep_ == "prep" and prep.head.dep_ == "prep":  # "out of", "because of"
        return Above(prep.head.head, prep.lower_)
    if prep.head.i == prep.i:
        return None
    return Above(prep.head, prep.lower_)


def _under_noun(token: "Token") -> Above | None:
    if has_to(token):
        return Above(token.head, INFINITIVE)
    if mark_of(token) == "that":
        return Above(token.head, CLAUSE)
    return None


def mark_of(token: "Token") -> str:
    """Give the words that open an adverbial or that-clause: "if", "so that", "in case"; "to" for a
    bare purpose clause, "" for a participle."""
    marks = [
        child.lower_
        for child in token.children
        if child.i < token.i and (child.dep_ == "mark" or _is_adverbial_mark(child))
    ]
    if not marks:
        return "to" if has_to(token) else _inverted(token)
    first = marks[0]
    if first == "for" and has_to(token):  # "for the army to attack"
        return "to"
    before = token.doc[_index_of(token, first) - 1].lower_ if _index_of(token, first) else ""
    pair = f"{before} {first}" if before in ("in", "so", "as") else first
    return pair if pair in operators("mark") else first


def _is_adverbial_mark(child: "Token") -> bool:
    return child.dep_ == "advmod" and child.lower_ in ("when", "once", "while", "whenever", "where")


def _index_of(token: "Token", mark: str) -> int:
    return next(child.i for child in token.children if child.lower_ == mark)


def _inverted(token: "Token") -> str:
    """Give the auxiliary that opens an inverted condition: "should talks fail", "had they gone"."""
    for child in token.children:
        if child.dep_ == "aux" and child.lower_ in ("should", "had", "were"):
            subject = next((each.i for each in token.children if each.dep_ == "nsubj"), -1)
            return child.lower_ if subject > child.i else ""
    return ""


def governor(place: Above) -> Operator | None:
    """Give the operator that the word above is for what fills a place of it."""
    known = operators("governor")
    word = place.word
    for name in (word.lemma_.lower(), word.lower_):
        for entry in known.get(name, ()):
            if place.place in entry.over and _fits(entry, word, place.place):
                return entry
    return None


def _fits(entry: Operator, word: "Token", place: str) -> bool:
    """Keep words of two classes apart: "is to attack" needs "be", a support verb a noun."""
    if entry.id == "have-to" and word.lemma_ == "have" and word.tag_ in ("VBD", "VBN"):
        return False  # "had to leave": they left
    if entry.id == "going-to":
        return word.tag_ == "VBG"
    if entry.id == "used-to":
        return word.tag_ == "VBD" and not any(child.dep_ == "dobj" for child in word.children)
    if entry.id == "be-to":
        return place == INFINITIVE and word.tag_ in ("VBZ", "VBP", "VBD")
    return True


def is_definite(token: "Token") -> bool:
    """Say whether a noun phrase speaks of an event taken as known: "the attack", "their attack"."""
    return any(
        (child.dep_ == "det" and child.lower_ in ("the", "this", "that", "these", "those"))
        or child.dep_ == "poss"
        for child in token.children
    )


def is_question(token: "Token") -> bool:
    """Say whether a clause asks whether something is so; "why did they …" takes it as a fact."""
    if token.dep_ not in ("ROOT", "ccomp", "parataxis") or not is_verb(token):
        return False
    last = next((each for each in reversed(list(token.sent)) if not each.is_space), token)
    if not any(each.text == "?" for each in (last, *_after(token))):
        return False
    asked = any(
        each.tag_ in ("WRB", "WP", "WDT") and each.i < token.i
        for child in token.children
        for each in (child, *child.children)
    )
    return not asked


def _after(token: "Token") -> list["Token"]:
    return [child for child in token.children if child.is_punct and child.i > token.i]
