"""Which runs of capitalised words are names of bodies that no list knows?"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dateline.document import Document
from dateline.records import ActorKind, BlockKind, Sentence
from dateline.stages.actor_names import LONGEST_NAME, PersonName, speaks
from dateline.stages.actor_words import NounHit, NounSense, Words, head_in, name_heads, name_sense

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Small words inside the name of a body ("Sons of the Marshes Brigade").
LINKS = frozenset({"of", "for", "the", "&"})


@dataclass(frozen=True, slots=True)
class BodyName:
    """A capitalised name at tokens ``[first, last]``; ``sense`` by its main word, if that tells any.

    ``what`` is its kind where there is no such word.  ``unknown`` is the plain name of somebody of
    whom the place in the sentence alone tells that he acts ("Velmar" also for "Velmarian").
    """

    first: int
    last: int
    head: int
    sense: NounSense | None
    why: str
    what: ActorKind | None = ActorKind.ORGANISATION
    unknown: str | None = None


def find_body_names(
    doc: Document, words: Words, persons: dict[int, PersonName]
) -> dict[int, BodyName]:
    """Find capitalised names of bodies that no list knows, by main word.

    Taken are names with a main word such as "Brigade" or "Party", and what the parser's name finder
    calls an organisation when it speaks or acts.  Titles are left out: all words may be
    capitalised there.
    """
    taken = {i for name in persons.values() for i in range(name.first, name.last + 1)}
    found: dict[int, BodyName] = {}
    for sent in doc.records(Sentence):
        if sent.block is BlockKind.TITLE:
            continue
        at = sent.first
        while at < sent.last:
            name = _body_at(doc, words, at, taken)
            if name is not None:
                found[name.head] = name
            at = name.last + 1 if name is not None else at + 1
    return found


def _body_at(doc: Document, words: Words, at: int, taken: set[int]) -> BodyName | None:
    token = doc.parse[at]
    if not _may_begin(token, words, taken):
        return None
    last = _capital_run(token, words, taken)
    tokens = list(doc.parse[at : last + 1])
    head = head_in(tokens)
    sense = name_sense(doc.parse[at : last + 1].text) or name_sense(head.text)
    beside = None if sense is not None else _sense_beside(head, words)
    if _is_plain_organ(tokens, words):
        return None
    known = tokens if sense is None and beside is None else tokens[-1:]
    if any(each.i in words.places for each in known):
        return None
    if sense is not None and last > at and head.pos_ in ("PROPN", "NOUN"):
        return BodyName(at, last, head.i, sense, f"its main word is {tokens[-1].text!r}")
    if beside is not None and head.pos_ == "PROPN":
        return BodyName(
            at,
            last,
            head.i,
            beside.sense,
            f"{doc.parse[beside.head].text!r} beside it says what it is",
        )
    several = last > at or head.is_upper  # a bare single word may as well be a state's name
    if several and head.ent_type_ == "ORG" and head.pos_ == "PROPN" and _acts(head):
        return BodyName(at, last, head.i, None, "it speaks or acts under a name in capitals")
    return None


def _sense_beside(head: "Token", words: Words) -> NounHit | None:
    """Give the noun for a body beside a name: "the Ambrel Hawks, a rebel group", "the bank Ambrel"."""
    others = [child for child in head.children if child.dep_ == "appos" and child.i > head.i]
    if head.dep_ == "appos":
        others.append(head.head)
    for other in others:
        noun = words.nouns.get(other.i)
        if noun is not None and noun.head == other.i and noun.sense.body and not noun.sense.plural:
            return noun
    return None


def _is_plain_organ(tokens: "list[Token]", words: Words) -> bool:
    """Say whether a run is a known noun, alone or after the name of a state ("Iraqi Army")."""
    noun = words.nouns.get(tokens[-1].i)
    if noun is None or noun.last != tokens[-1].i:
        return False
    before = [each for each in tokens if each.i < noun.first]
    return all(each.i in words.names for each in before) and (
        bool(before) or noun.first == tokens[0].i
    )


def _may_begin(token: "Token", words: Words, taken: set[int]) -> bool:
    if (
        not token.text[:1].isupper()
        or token.pos_ not in ("PROPN", "NOUN", "ADJ")
        or token.i in taken
    ):
        return False
    hit = words.names.get(token.i)
    if hit is not None:
        return hit.is_state and token.i == hit.first
    return token.i not in words.nouns or words.nouns[token.i].first == token.i


def _capital_run(token: "Token", words: Words, taken: set[int]) -> int:
    doc, last = token.doc, token.i
    for each in doc[token.i : token.i + LONGEST_NAME]:
        if each.i in taken or (each.is_sent_start and each.i > token.i):
            break
        hit = words.names.get(each.i)
        if hit is not None and not hit.is_state:
            break
        if each.text[:1].isupper() and each.pos_ in ("PROPN", "NOUN", "ADJ"):
            last = each.i
        elif each.lower_ == "and" and _may_join(doc[last], words):
            continue
        elif each.text not in ("-", "'s", "’s", "'", "’") and each.lower_ not in LINKS:
            break
    return last


def _may_join(token: "Token", words: Words) -> bool:
    """Say whether "and" may stand inside a name after a word: "Intelligence and Security Agency", but
    not "the Interior Ministry and the Army", nor after a date."""
    known = token.text in name_heads() or token.i in words.nouns or token.i in words.names
    return not known and token.ent_type_ not in ("DATE", "PERSON", "GPE")


def _acts(token: "Token") -> bool:
    if speaks(token):
        return True
    if token.dep_ == "nsubj":
        return token.head.pos_ == "VERB"
    return token.dep_ == "pobj" and token.head.dep_ == "agent"
