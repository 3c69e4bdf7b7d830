"""Which runs of capitalised words are names of persons?"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dateline.document import Document
from dateline.records import BlockKind, Sentence
from dateline.stages.actor_phrases import is_deed
from dateline.stages.actor_words import NounHit, Words, head_in, name_sense, word_list
from dateline.syntax import first_conjunct

if TYPE_CHECKING:
    from spacy.tokens import Span as Entity
    from spacy.tokens import Token

#: Small words inside a person's name.
PARTICLES = frozenset(
    [
        "al",
        "el",
        "bin",
        "ibn",
        "ben",
        "abu",
        "abd",
        "ul",
        "ur",
        "ud",
        "van",
        "von",
        "der",
        "den",
        "de",
        "da",
        "dos",
        "del",
        "della",
        "di",
        "le",
        "la",
        "du",
        "ter",
        "y",
    ]
)

#: Days that follow a name without a preposition ("Abel Okello Wednesday rejected …").
DAYS = frozenset(
    [
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "today",
        "yesterday",
    ]
)

#: Words of the longest name that is taken for a person's for what stands beside it alone.
LONGEST_APPOSED = 4

#: A capitalised run longer than this is a headline or a list, not a name.
LONGEST_NAME = 12


@dataclass(frozen=True, slots=True)
class PersonName:
    """A person's name at tokens ``[first, last]``, with the word of the title before it, if any."""

    first: int
    last: int
    head: int
    title: int | None
    why: str

    def words(self, token: "Token") -> tuple[str, ...]:
        """Give the parts of the name, without hyphens and apostrophes; ``token`` is any of its."""
        return tuple(
            each.text for each in token.doc[self.first : self.last + 1] if not each.is_punct
        )


def find_person_names(doc: Document, words: Words) -> dict[int, PersonName]:
    """Find names of persons, by main word: after a title, as the parser marks them, and again by
    surname.

    What the gazetteer or the register knows is no person; neither is a single word without a
    title or a verb of speech ("Goma").
    """
    found: dict[int, PersonName] = {}
    for name in _titled(doc, words):
        found.setdefault(name.head, name)
    for entity in doc.parse.ents:
        if entity.label_ == "PERSON":
            name_or_none = _marked(entity, words)
            if name_or_none is not None and not _overlaps(name_or_none, found):
                found[name_or_none.head] = name_or_none
    for name in _speaking(doc, words):
        if not _overlaps(name, found):
            found[name.head] = name
    for name in _bare_speakers(doc, words):
        if not _overlaps(name, found):
            found[name.head] = name
    for name in _apposed(doc, words):
        if not _overlaps(name, found):
            found[name.head] = name
    for name in _again(doc, words, found):
        found.setdefault(name.head, name)
    return found


def _overlaps(name: PersonName, found: dict[int, PersonName]) -> bool:
    return any(name.first <= each.last and each.first <= name.last for each in found.values())


def _is_name_word(token: "Token", words: Words) -> bool:
    i = token.i
    if i in words.names or i in words.places or i in words.nouns:
        return False
    return token.pos_ == "PROPN" and token.text[:1].isupper()


def _run(token: "Token", words: Words) -> int:
    """Give the last token of the name that begins at ``token``."""
    doc, last = token.doc, token.i
    for each in doc[token.i : token.i + LONGEST_NAME]:
        if _is_name_word(each, words):
            last = each.i
        elif each.lower_ not in PARTICLES and each.text not in "-'’‑" or each.is_space:
            break
    return last


def _titled(doc: Document, words: Words) -> Iterator[PersonName]:
    for start, noun in sorted(words.nouns.items()):
        if start != noun.last or not noun.sense.entry.title or noun.last + 1 >= len(doc.parse):
            continue
        after = doc.parse[noun.last + 1]
        begins = _is_name_word(after, words) or (
            after.lower_ in PARTICLES and after.text[:1].isupper()
        )
        if not begins or after.is_sent_start:
            continue
        last = _run(after, words)
        if doc.parse[after.i : last + 1].text.isupper() and last == after.i and len(after) < 4:
            continue  # "President US" in capitals is no name
        head = head_in(list(doc.parse[after.i : last + 1]))
        title = doc.parse[noun.first : noun.last + 1].text
        yield PersonName(after.i, last, head.i, noun.head, f"after the title {title!r}")


def _marked(entity: "Entity", words: Words) -> PersonName | None:
    tokens = [token for token in entity if not token.is_space]
    while tokens and (tokens[0].i in words.nouns or _is_adjective(tokens[0], words)):
        tokens.pop(0)
    while tokens and (
        tokens[-1].is_punct or tokens[-1].dep_ == "case" or tokens[-1].lower_ in DAYS
    ):
        tokens.pop()
    if not tokens or any(t.i in words.names or t.i in words.places for t in tokens):
        return None
    if any(t.i in words.nouns and t.i not in (tokens[-1].i,) for t in tokens):
        return None
    if name_sense(tokens[-1].text) is not None or not any(t.pos_ == "PROPN" for t in tokens):
        return None
    head = head_in(tokens)
    full = [each for each in tokens if each.text.isalpha() and each.lower_ not in PARTICLES]
    if len(full) <= 1 and not speaks(head) and not _does_something(head):
        return None
    if head.dep_ in ("compound", "amod", "nmod") and head.head.pos_ == "NOUN":
        return None
    return PersonName(
        tokens[0].i, tokens[-1].i, head.i, None, "marked as a person by the parser's name finder"
    )


def _speaking(doc: Document, words: Words) -> Iterator[PersonName]:
    """Find names of two or three words that speak and are called a person ("…, a teacher"), though
    the parser's name finder takes them for an organisation."""
    for entity in doc.parse.ents:
        if entity.label_ != "ORG" or not 2 <= len(entity) <= 3:
            continue
        head = head_in(list(entity))
        plain = all(each.is_alpha and _is_name_word(each, words) for each in entity)
        if plain and speaks(head) and any(_is_person_noun(each, words) for each in head.children):
            why = "it speaks and is called a person beside the name"
            yield PersonName(entity.start, entity.end - 1, head.i, None, why)


def _bare_speakers(doc: Document, words: Words) -> Iterator[PersonName]:
    """Find single capitalised words that speak and that the parser's name finder left without a
    label ("Okello says"), and names joined to them."""
    for sent in doc.records(Sentence):
        if sent.block is BlockKind.TITLE:
            continue
        for token in doc.parse[sent.first : sent.last]:
            if token.tag_ != "NNP" or token.ent_type_ not in ("", "PERSON") or token.is_upper:
                continue
            alone = not any(child.dep_ in ("det", "compound", "amod") for child in token.children)
            if alone and _is_name_word(token, words) and _speaks_as_person(token):
                why = "it speaks under a name in capitals"
                yield PersonName(token.i, token.i, token.i, None, why)


def _speaks_as_person(token: "Token") -> bool:
    """Say whether a word speaks as persons do, or is marked as one; "Velmar welcomed" may be a state."""
    if not speaks(token):
        return False
    verb = first_conjunct(token).head
    return token.ent_type_ == "PERSON" or verb.lemma_ in word_list("personal_speech")


def _is_person_noun(token: "Token", words: Words) -> bool:
    noun = words.nouns.get(token.i)
    return (
        token.dep_ == "appos" and noun is not None and not noun.sense.body and not noun.sense.plural
    )


def _apposed(doc: Document, words: Words) -> Iterator[PersonName]:
    """Find names beside what somebody is: "the bloc's mediator, Abel Okello", "Abel Okello, a clerk"."""
    for i, noun in sorted(words.nouns.items()):
        if i != noun.head or not _is_one_person(noun, doc.parse[i]):
            continue
        beside = [each for each in doc.parse[i].children if each.dep_ == "appos" and each.i > i]
        if doc.parse[i].dep_ == "appos":
            beside.append(doc.parse[i].head)
        for token in beside:
            name = _full_name(token, words)
            if name is not None:
                yield PersonName(
                    name[0], name[1], token.i, None, "it stands beside what the person is"
                )


def _is_one_person(noun: NounHit, token: "Token") -> bool:
    entry = noun.sense.entry
    one = not noun.sense.body and not noun.sense.plural and token.tag_ == "NN"
    return one and entry.is_a in ("members", "speaker")


def _full_name(token: "Token", words: Words) -> tuple[int, int] | None:
    """Give the first and last token of a name of two to four words in capitals that ends here."""
    first = token.i
    while (
        first and token.doc[first - 1].head == token and _is_name_word(token.doc[first - 1], words)
    ):
        first -= 1
    whole = all(_is_name_word(each, words) for each in token.doc[first : token.i + 1])
    is_name = whole and 2 <= token.i - first + 1 <= LONGEST_APPOSED
    return (first, token.i) if is_name and name_sense(token.text) is None else None


def _is_adjective(token: "Token", words: Words) -> bool:
    hit = words.names.get(token.i)
    return hit is not None and hit.is_state and hit.last == token.i


def _does_something(token: "Token") -> bool:
    """Say whether a single capitalised word, called a person by the parser, also does something."""
    if token.dep_ == "nsubj":
        return token.head.pos_ == "VERB" and token.head.lemma_ not in word_list("of_place")
    return token.dep_ == "poss" and is_deed(token.head)


def speaks(token: "Token") -> bool:
    """Say whether a word is the subject of a verb of speech, or is told or quoted."""
    head = token.head
    if token.dep_ == "conj":
        return speaks(head)
    if token.dep_ == "nsubj":
        return head.lemma_ in word_list("speech")
    if token.dep_ == "pobj" and head.lower_ == "to":
        return head.head.lower_ == "according"
    return token.dep_ == "pobj" and head.dep_ == "agent" and head.head.lemma_ in word_list("speech")


def _is_place_acting(token: "Token", words: Words) -> bool:
    """Say whether a surname was taken for the place of that name, though it speaks or does something."""
    alone = token.pos_ == "PROPN" and token.i in words.places and token.i not in words.names
    return alone and (speaks(token) or _does_something(token))


def _again(doc: Document, words: Words, found: dict[int, PersonName]) -> Iterator[PersonName]:
    """Find later uses of a part of a full name that the parser's name finder missed."""
    parts = {
        part
        for name in found.values()
        if name.last > name.first
        for part in (doc.parse[name.last].text,)
        if len(part) > 2
    }
    taken = {i for name in found.values() for i in range(name.first, name.last + 1)}
    for sent in doc.records(Sentence):
        for token in doc.parse[sent.first : sent.last]:
            known = token.text in parts and token.i not in taken
            known = known and (_is_name_word(token, words) or _is_place_acting(token, words))
            if known and token.dep_ not in ("compound", "amod"):
                yield PersonName(token.i, token.i, token.i, None, "part of a name given before")
