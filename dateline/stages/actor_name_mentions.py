"""Mentions by name: states, their people, registered actors, persons, bodies."""

from typing import TYPE_CHECKING

from dateline.register import NameSort
from dateline.stages.actor_body_names import BodyName
from dateline.stages.actor_found import (
    MODIFIERS,
    OF_BODY,
    OPPOSED,
    STATE_OBJECTS,
    Form,
    Found,
    Reader,
    apposed_to,
    named_by,
    stands_for_name,
    text_of,
)
from dateline.stages.actor_names import PersonName
from dateline.stages.actor_phrases import (
    belongs_to,
    determiner_of,
    has_number,
    is_deed,
    is_plural,
    phrase_of,
)
from dateline.stages.actor_positions import (
    is_body_acting,
    is_capital_acting,
    is_possessor_acting,
    is_state_acting,
)
from dateline.stages.actor_unknown_names import stands_for_actor
from dateline.stages.actor_words import NameHit, word_list
from dateline.syntax import first_conjunct

if TYPE_CHECKING:
    from spacy.tokens import Token


def read_person(token: "Token", reader: Reader) -> Found | None:
    """Read a person's name with the title before it; a name before a thing is none ("Okello bill")."""
    name = reader.persons[token.i]
    if token.dep_ in ("compound", "nmod") and token.head.pos_ == "NOUN" and not is_deed(token.head):
        return None
    tokens = phrase_of(token, reader.words, after=False)
    tokens = _without_possessor(tokens, token)
    title = reader.words.nouns.get(name.title) if name.title is not None else None
    address = title is not None and title.sense.entry.is_a == "honorific"
    return Found(
        head=token,
        core=token,
        tokens=tuple(tokens),
        form=Form.PERSON,
        how="name",
        rule=title.sense.rule if title is not None and address else "actors.person-name",
        reason=f"{text_of(token, name.first, name.last)!r} is a person's name: {name.why}.",
        person=name,
        owner=_owner_of_title(token, name, reader),
        same_as=apposed_to(token, reader),
    )


def _owner_of_title(token: "Token", name: PersonName, reader: Reader) -> "Token | None":
    """Give what the title before a name belongs to ("army chief Abel Okello")."""
    doc = token.doc
    if name.title is not None and doc[name.title].lemma_.lower() in OPPOSED:
        return None
    for child in token.children:
        if child.dep_ == "poss":
            return child
    if name.title is not None and doc[name.title].i != token.i:
        return belongs_to(doc[name.title], prepositions=OF_BODY, after=name.title)
    return None


def _without_possessor(tokens: "list[Token]", head: "Token") -> "list[Token]":
    """Leave "the army's" out of "the army's General Okello": it names another actor."""
    own = [each.i for child in head.children if child.dep_ == "poss" for each in child.subtree]
    return [each for each in tokens if each.i not in own] or [head]


def read_body(token: "Token", reader: Reader) -> Found | None:
    """Read a capitalised name of a body that no list knows."""
    name = reader.bodies[token.i]
    if name.unknown is not None:
        return _unknown(token, name, reader)
    if token.dep_ in MODIFIERS and not is_deed(token.head) and not reader.names_actor(token.head):
        return None
    if not is_body_acting(token, strict=False) and named_by(token) is None:
        return None
    first = name.first
    article = token.doc[first - 1] if first else None
    if article is not None and article.lower_ == "the" and token.is_ancestor(article):
        first -= 1
    return Found(
        head=token,
        core=token,
        tokens=tuple(token.doc[first : name.last + 1]),
        form=Form.BODY,
        how="name",
        rule=name.sense.rule if name.sense else "actors.acting-name",
        reason=f"{text_of(token, name.first, name.last)!r} names a body: {name.why}.",
        body=name,
        plural=False,
        same_as=apposed_to(token, reader),
    )


def _unknown(token: "Token", name: BodyName, reader: Reader) -> Found | None:
    """Read a name that no list knows and that was seen to act somewhere in the report."""
    owned = token.head if token.dep_ in MODIFIERS | {"poss"} else None
    if not stands_for_actor(
        name, token, before_actor=owned is not None and reader.names_actor(owned)
    ):
        return None
    text = text_of(token, name.first, name.last)
    return Found(
        head=token,
        core=token,
        tokens=tuple(token.doc[name.first : name.last + 1]),
        form=Form.BODY,
        how="name" if text == name.unknown else "demonym",
        rule="actors.unknown-name",
        reason=f"{text!r} is a name that no list knows: {name.why}.",
        body=name,
        plural=False,
        same_as=apposed_to(token, reader) or _noun_right_before(name, reader),
    )


def _noun_right_before(name: BodyName, reader: Reader) -> int | None:
    """Give the noun in "the news agency WFN", which says what the name is."""
    noun = reader.words.nouns.get(name.first - 1)
    beside = noun is not None and noun.sense.body and not noun.sense.plural
    return noun.head if noun is not None and beside and noun.last == name.first - 1 else None


def read_named(token: "Token", name: NameHit, reader: Reader) -> Found | None:
    """Read a known name: of the register, a people, or a state where it is more than a place."""
    if not name.is_state:
        return _registered(token, name, reader)
    if NameSort.PEOPLE in name.sorts and is_people(token, name):
        return read_people(token, name, reader)
    if first_conjunct(token).dep_ in MODIFIERS:
        return _modifier(token, name, reader)
    if NameSort.STATE in name.sorts:
        acts = is_possessor_acting(token) if token.dep_ == "poss" else is_state_acting(token)
        if token.dep_ == "poss" and reader.names_actor(token.head):
            acts = False
        if (
            token.dep_ == "pobj"
            and token.head.lower_ in ("of", "for")
            and reader.names_actor(token.head.head)
        ):
            acts = False
        how = "acronym" if text_of(token, name.first, name.last).isupper() else "name"
        return (
            _state(
                token,
                name,
                how,
                "actors.state",
                "The name of a state, where it acts, is acted upon or owns.",
            )
            if acts
            else None
        )
    if NameSort.METONYM in name.sorts and is_capital_acting(token):
        return _state(
            token,
            name,
            "metonym",
            "actors.metonym",
            "The seat of a government stands for the state where it acts.",
        )
    return None


def is_people(token: "Token", name: NameHit) -> bool:
    """Say whether a word of nationality is used as a noun ("two Iraqis", "the British")."""
    if first_conjunct(token).dep_ in MODIFIERS:
        return False
    if token.tag_ in ("NNS", "NNPS"):
        return True
    if NameSort.STATE in name.sorts:
        return False
    return determiner_of(token) != "" or token.tag_ in ("NN", "NNP") or has_number(token)


def read_people(token: "Token", name: NameHit, reader: Reader) -> Found:
    """Read a noun for a people: the people, some of them, one of them, or the state in its deeds."""
    tokens = tuple(phrase_of(token, reader.words, after=False))
    bare = len([each for each in tokens if each.lower_ != "the"]) == name.last - name.first + 1
    if bare and _does_state_deed(token):
        return _state(token, name, "demonym", "actors.people-for-state",
                      f"A people as the subject of {token.head.text!r}, which only states do, stands for the state.")  # fmt: skip
    plural = is_plural(token) or determiner_of(token) == "the"
    return Found(
        head=token,
        core=token,
        tokens=tokens,
        form=Form.PEOPLE,
        how="demonym",
        rule="actors.people",
        reason="A noun for the people of a state, not for the state itself.",
        name=name,
        determiner=determiner_of(token),
        plural=plural,
        counted=has_number(token) or not plural,
        same_as=apposed_to(token, reader),
    )


def _does_state_deed(token: "Token") -> bool:
    verb = token.head
    if token.dep_ != "nsubj":
        return False
    if verb.lemma_ in word_list("state_deeds"):
        return True
    if verb.lemma_ != "take":
        return False
    return any(child.dep_ == "dobj" and child.lemma_ in STATE_OBJECTS for child in verb.children)


def _modifier(token: "Token", name: NameHit, reader: Reader) -> Found | None:
    """Read "Israeli" in "Israeli air strikes": a state before a noun for what it does or owns."""
    noun = first_conjunct(token).head
    organ = reader.words.nouns.get(name.last + 1)
    if organ is not None and organ.head != noun.i and organ.sense.rule.startswith("organs/"):
        return None  # "Israeli army raids": the army raids
    while noun.dep_ in ("compound", "amod", "nmod") and noun.head.i > noun.i:
        noun = noun.head
    if noun.lower_ == "side" and NameSort.METONYM not in name.sorts:
        return read_side(noun, name, reader)
    if reader.names_actor(noun) or not is_deed(noun):
        return None
    if name.sorts <= {NameSort.METONYM} and NameSort.STATE not in name.sorts:
        return None
    return _state(token, name, "demonym" if NameSort.STATE not in name.sorts else "name",
                  "actors.state-before-deed", f"The state named before {noun.text!r} is the one that does or has it.")  # fmt: skip


def read_side(noun: "Token", name: NameHit, reader: Reader) -> Found:
    """Read "the Danish side": the state as a party."""
    return Found(
        head=noun,
        core=noun,
        tokens=tuple(phrase_of(noun, reader.words, after=False)),
        form=Form.STATE,
        how="description",
        rule="actors.state-side",
        reason="'side' after the name of a state means the state as a party.",
        name=name,
        determiner=determiner_of(noun),
    )


def _state(token: "Token", name: NameHit, how: str, rule: str, reason: str) -> Found:
    doc, first = token.doc, name.first
    if first and doc[first - 1].dep_ == "det" and doc[first - 1].head.i == token.i:
        first -= 1
    return Found(
        head=token,
        core=token,
        tokens=tuple(doc[first : name.last + 1]),
        form=Form.STATE,
        how=how,
        rule=rule,
        reason=reason,
        name=name,
    )


def _registered(token: "Token", name: NameHit, reader: Reader) -> Found | None:
    if token.dep_ in MODIFIERS:
        noun = reader.words.nouns.get(token.head.i)
        if noun is not None and stands_for_name(noun, token.head):
            return None  # "Houthi rebels" is one phrase; the noun carries it
        if not is_deed(token.head) and not reader.names_actor(token.head):
            return None
        tokens = list(token.doc[name.first : name.last + 1])
    else:
        if not is_body_acting(token, strict=False):
            return None
        tokens = phrase_of(token, reader.words, after=False)
    text = text_of(token, name.first, name.last)
    return Found(
        head=token,
        core=token,
        tokens=tuple(tokens),
        form=Form.REGISTERED,
        how="acronym" if text.isupper() and " " not in text else "name",
        rule=f"register/{name.key}",
        reason=f"{text!r} is a name in the register of actors.",
        name=name,
        same_as=apposed_to(token, reader),
    )
