"""Mentions by noun: "two policemen", "the foreign ministry", "dozens of civilians"."""

from typing import TYPE_CHECKING

from dateline.stages.actor_found import (
    HOUSED,
    MODIFIERS,
    OF_BODY,
    OPPOSED,
    Form,
    Found,
    Reader,
    apposed_to,
    stands_for_name,
)
from dateline.stages.actor_name_mentions import is_people, read_people, read_side
from dateline.stages.actor_phrases import (
    PLURAL_WORDS,
    before,
    belongs_to,
    determiner_of,
    has_number,
    is_deed,
    is_led,
    is_plural,
    part_core,
    phrase_of,
)
from dateline.stages.actor_positions import (
    is_body_acting,
    is_people_complement,
    is_possessor_acting,
    is_state_acting,
)
from dateline.stages.actor_words import NameHit, NounHit

if TYPE_CHECKING:
    from spacy.tokens import Token


def read_noun(token: "Token", noun: NounHit, reader: Reader) -> Found | None:
    """Read a noun for an actor, where it stands for one."""
    entry = noun.sense.entry
    if (
        entry.is_a in ("past", "honorific")
        or determiner_of(token) == "no"
        or not _noun_stands(token, noun, reader)
    ):
        return None
    side = _side_name(token, reader) if token.lower_ == "side" else None
    if side is not None:
        return read_side(token, side, reader)
    return _noun_found(token, token, noun, reader)


def _side_name(token: "Token", reader: Reader) -> NameHit | None:
    """Give the state in "the Danish side"."""
    for each in before(token):
        hit = reader.words.names.get(each.i)
        if hit is not None and hit.is_state:
            return hit
    return None


def _noun_stands(token: "Token", noun: NounHit, reader: Reader) -> bool:
    """Say whether a noun for an actor names one where it stands."""
    entry, body = noun.sense.entry, noun.sense.body and not _one_of_people(noun)
    if any(child.dep_ == "prep" and child.lower_ in entry.unless for child in token.children):
        return False
    if noun.first and token.doc[noun.first - 1].lower_ in entry.not_after:
        return False
    first = token
    if first.dep_ in MODIFIERS or (first.dep_ == "conj" and first.head.dep_ in MODIFIERS):
        above = first.head
        if noun.sense.rule.startswith("person_roles/"):
            return False
        if reader.names_actor(above):
            return noun.sense.rule.startswith("organs/") and above.i not in reader.persons
        return is_deed(above) and token.pos_ in ("NOUN", "PROPN")
    if not body:
        return not is_people_complement(token)
    return is_body_acting(token, strict=_is_often_a_thing(token, noun))


def _is_often_a_thing(token: "Token", noun: NounHit) -> bool:
    """Say whether a noun for a body is as often one for a thing: schools, hospitals and churches are
    buildings, bare "media" is a means, "a group" or "a front" may be of anything."""
    entry, rule = noun.sense.entry, noun.sense.rule
    if rule.startswith("organs/"):
        return False
    if HOUSED & set(entry.sectors):
        return True
    several = (token.tag_ == "NNS" or noun.sense.plural) and token.lower_ not in PLURAL_WORDS
    if determiner_of(token) == "" and not several and entry.is_a == "members":
        return True
    return rule == "group_nouns/group" and determiner_of(token) in ("", "a", "an")


def _one_of_people(noun: NounHit) -> bool:
    return noun.sense.entry.is_a == "members" and not noun.sense.body


def _noun_found(head: "Token", core: "Token", noun: NounHit, reader: Reader) -> Found:
    tokens = tuple(phrase_of(head, reader.words, after=True))
    if head.dep_ in MODIFIERS:
        tokens = tuple(core.doc[noun.first : noun.last + 1])
    entry = noun.sense.entry
    name = _name_before(core, noun, reader)
    what = core.doc[noun.first : noun.last + 1].text
    return Found(
        head=head,
        core=core,
        tokens=tokens,
        form=Form.REGISTERED if name is not None else Form.NOUN,
        name=name,
        how="office" if noun.sense.rule.startswith("person_roles/") else "description",
        rule=noun.sense.rule,
        reason=f"{what!r} is a noun for an actor ({entry.sense}).",
        noun=noun,
        determiner=determiner_of(head),
        plural=is_plural(core) or (noun.sense.plural and not noun.sense.body),
        counted=has_number(head) or head != core,
        owner=_owner(core, reader),
        same_as=apposed_to(head, reader),
    )


def _name_before(core: "Token", noun: NounHit, reader: Reader) -> NameHit | None:
    """Give the registered name that the noun only explains ("Houthi rebels")."""
    if not stands_for_name(noun, core):
        return None
    for each in before(core):
        hit = reader.words.names.get(each.i)
        if hit is not None and not hit.is_state and not is_led(each):
            return hit
    return None


#: Prepositions that mostly tell where a body is, not of whom ("the UN mission in Mali").
WHERE = frozenset({"in", "at", "to"})


def _owner(token: "Token", reader: Reader) -> "Token | None":
    noun_here = reader.words.nouns.get(token.i)
    last = noun_here.last if noun_here is not None else token.i
    inner = belongs_to(token, prepositions=OF_BODY, after=last)
    if token.lemma_.lower() in OPPOSED:
        return None
    if inner is not None and (inner.head.dep_ != "prep" or inner.head.lower_ not in WHERE):
        core = part_core(inner)
        return core if core is not None and inner.i not in reader.words.nouns else inner
    for each in before(token):
        name = reader.words.names.get(each.i)
        if name is not None and not name.is_state and name.head == each.i:
            return each
        if each.i in reader.bodies and reader.bodies[each.i].unknown is not None:
            return each
        noun = reader.words.nouns.get(each.i)
        if noun is not None and noun.sense.rule.startswith("organs/") and noun.head == each.i:
            return each
    return inner


def read_part(token: "Token", core: "Token", reader: Reader) -> Found | None:
    """Read "dozens of civilians", "two of the soldiers", "a group of gunmen"."""
    if is_people_complement(token) or token.dep_ in MODIFIERS:
        return None
    noun = reader.words.nouns.get(core.i)
    if noun is not None and noun.head == core.i and noun.sense.entry.is_a in ("members", "speaker"):
        return _noun_found(token, core, noun, reader)
    name = reader.words.names.get(core.i)
    if name is not None and name.head == core.i and name.is_state and is_people(core, name):
        found = read_people(core, name, reader)
        return Found(
            head=token, core=core, tokens=tuple(phrase_of(token, reader.words, after=True)),
            form=found.form, how=found.how, rule="actors.people",
            reason="A noun for the people of a state, with how many of them.",
            name=name, determiner=determiner_of(token), plural=True, counted=token.pos_ == "NUM",
        )  # fmt: skip
    return None


def read_country(token: "Token", reader: Reader) -> Found | None:
    """Read "the country" where it acts, is acted upon or owns."""
    if determiner_of(token) not in ("the", "this", "that") or is_deed(token):
        return None
    owner = token.dep_ == "poss"
    if before(token) or not (is_possessor_acting(token) if owner else is_state_acting(token)):
        return None
    return Found(
        head=token,
        core=token,
        tokens=tuple(phrase_of(token, reader.words, after=False)),
        form=Form.COUNTRY,
        how="description",
        rule="actors.the-country",
        reason="'the country' stands for the state named before.",
        determiner="the",
    )
