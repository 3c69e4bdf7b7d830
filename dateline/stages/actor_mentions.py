"""Which noun phrases name actors?"""

from typing import TYPE_CHECKING

from dateline.document import Document
from dateline.records import Sentence
from dateline.stages.actor_body_names import BodyName, find_body_names
from dateline.stages.actor_found import (
    Found,
    Reader,
)
from dateline.stages.actor_name_mentions import read_body, read_named, read_person
from dateline.stages.actor_names import PersonName, find_person_names
from dateline.stages.actor_noun_mentions import read_country, read_noun, read_part
from dateline.stages.actor_phrases import determiner_of, part_core
from dateline.stages.actor_unknown_names import find_unknown_names
from dateline.stages.actor_words import Words

if TYPE_CHECKING:
    from spacy.tokens import Token


def find_mentions(doc: Document, words: Words) -> dict[int, Found]:
    """Find the phrases that name actors, by the token number of their main word, in text order.

    Pronouns are not among them.  Things (bases, convoys) and mere places are no actors.
    """
    persons = find_person_names(doc, words)
    bodies = find_body_names(doc, words, persons)
    bodies |= find_unknown_names(doc, words, persons, bodies)
    reader = Reader(words, persons, bodies)
    inside = _inside_names(reader)
    found: dict[int, Found] = {}
    counted: set[int] = set()  # "people" in "dozens of people" is no further mention
    for sent in doc.records(Sentence):
        for token in doc.parse[sent.first : sent.last]:
            if token.pos_ in ("PUNCT", "SPACE", "ADP", "CCONJ", "SCONJ", "PART", "AUX"):
                continue
            if inside.get(token.i, token.i) != token.i or token.i in counted:
                continue
            each = _read(token, reader)
            if each is not None:
                found[token.i] = each
                if each.core != each.head and not determiner_of(each.core):
                    counted.add(each.core.i)
    return found


def _inside_names(reader: Reader) -> dict[int, int]:
    """Map the tokens of names of persons and bodies to the main word of the name."""
    names: list[PersonName | BodyName] = [*reader.bodies.values(), *reader.persons.values()]
    return {i: name.head for name in names for i in range(name.first, name.last + 1)}


def _read(token: "Token", reader: Reader) -> Found | None:
    if token.i in reader.persons:
        return read_person(token, reader)
    if token.i in reader.bodies:
        return read_body(token, reader)
    name = reader.words.names.get(token.i)
    if name is not None:
        return read_named(token, name, reader) if name.head == token.i else None
    noun = reader.words.nouns.get(token.i)
    if noun is not None:
        core = part_core(token)
        if core is not None and noun.sense.rule == "group_nouns/group":
            return read_part(token, core, reader) or read_noun(token, noun, reader)
        return read_noun(token, noun, reader) if noun.head == token.i else None
    if token.lower_ == "country" and token.tag_ == "NN":
        return read_country(token, reader)
    if token.lower_ == "side" and token.pos_ == "NOUN":
        return None
    core = part_core(token)
    return read_part(token, core, reader) if core is not None else None
