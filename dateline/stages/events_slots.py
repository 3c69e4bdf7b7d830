"""Who and what stands around a trigger: slots by role, from the frame's places."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from dateline.document import Document
from dateline.records import EventType, Role, Slot
from dateline.stages.events_matching import Match
from dateline.stages.events_operators import Reading
from dateline.syntax import Argument, arguments_of, is_verb, phrase
from dateline.word_classes import classes_of

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Types in which a physical thing may be hit, seized or blocked; elsewhere it stands for its owner.
HITS_THINGS = frozenset(
    {EventType.ASSAULT, EventType.COERCE, EventType.PROTEST, EventType.THREATEN}
)

#: Classes of fillers that act.
AGENTS = frozenset({"person", "people", "armed", "police", "org", "state", "party"})

#: Places in which a weapon is the means.
MEANS_PLACES = frozenset({"subject", "with", "from", "by", "using", "compound", "modifier", "in"})

#: Modes that strike whatever stands where they happen.
STRIKES_ALL = frozenset({"explosives", "suicide-attack", "heavy-weapons", "aerial", "drone"})

#: Prepositions under which what was struck is named beside the people in it.
STRUCK_AT = frozenset({"at", "in", "inside", "on"})

#: Classes of weapons and the PLOVER modes that they give an assault.
MODE_OF_WEAPON = {
    "drone": "drone",
    "explosive": "explosives",
    "suicide": "suicide-attack",
    "firearm": "firearms",
    "warplane": "aerial",
    "artillery": "heavy-weapons",
    "blade": "primitive",
    "riot-gear": "crowd-control",
    "chemical": "unconventional",
}

#: Prepositions of place.
PLACE_PREPOSITIONS = frozenset(
    {
        "in", "at", "near", "on", "outside", "inside", "around", "across", "throughout",
        "along", "off", "within", "into", "over",
    }
)  # fmt: skip


def slots_of(doc: Document, found: Match, reading: Reading) -> tuple[Slot, ...]:
    """Give the slots of a trigger in text order of their main words."""
    slots: dict[tuple[Role, int], Slot] = {}
    for role, arg in _roles(found, reading):
        if (role, arg.token.i) not in slots:
            span = doc.span_of(phrase(arg.token))
            slots[role, arg.token.i] = Slot(role=role, span=span, head=arg.token.i, how=arg.how)
    return tuple(sorted(slots.values(), key=lambda slot: (slot.head, slot.role)))


def _roles(found: Match, reading: Reading) -> Iterator[tuple[Role, Argument]]:
    actors = tuple(_actors(found))
    yield from ((Role.ACTOR, arg) for arg in actors)
    taken = {arg.token.i for arg in actors}
    for arg in _recipients(found, reading):
        if arg.token.i not in taken:
            yield _thing_or_party(arg, reading.type), arg
    yield from ((Role.INSTRUMENT, arg) for arg in _means(found, reading))
    yield from ((Role.TARGET, arg) for arg in _struck(found, reading))
    yield from ((Role.PLACE, arg) for arg in _places(found))
    if reading.content_head is not None:
        how = f"what {found.head.text!r} is about"
        yield Role.TOPIC, Argument(reading.content_head, "topic", how)
    else:
        yield from ((Role.TOPIC, arg) for arg in found.at(found.pattern.frame.topic))


def _thing_or_party(arg: Argument, kind: EventType) -> Role:
    classes = classes_of(arg.token)
    if kind in HITS_THINGS and "thing" in classes and not classes & {"people", "person", "armed"}:
        return Role.TARGET
    return Role.RECIPIENT


# ---------------------------------------------------------------- actors


def _actors(found: Match) -> Iterator[Argument]:
    frame = found.pattern.frame
    places = frame.actor if found.verbal else frame.noun_actor
    for place in places:
        fillers = [arg for arg in found.args if arg.place == place]
        acting = [each for arg in fillers for each in acting_part(arg)]
        if not found.verbal and place not in ("subject", "poss"):
            acting = [arg for arg in acting if _may_act(arg.token)]
        if acting:
            yield from acting
            break
    if frame.reciprocal:
        for arg in found.args:
            if arg.place in ("with", "between", "among", "object", "and"):
                yield from acting_part(arg)


def _may_act(token: "Token") -> bool:
    owner = token.dep_ == "poss" and token.pos_ == "PRON"  # "its jets bombed"
    return owner or bool(classes_of(token) & AGENTS) or token.pos_ == "PROPN"


def acting_part(arg: Argument) -> Iterator[Argument]:
    """Give who acts where a weapon, a document or a deed stands as the subject.

    "Israeli jets bombed": the jets are the means, the actor is the word before them; "a statement
    from the ministry condemned": the actor is the ministry.
    """
    classes = classes_of(arg.token)
    if classes & AGENTS or not classes & {"weapon", "message", "deed"}:
        yield arg
        return
    around = arguments_of(arg.token)
    for place in ("subject", "poss", "by", "from", "compound", "modifier", "of"):
        inner = [each for each in around.at(place) if _may_act(each.token)]
        if inner:
            for each in inner:
                yield Argument(each.token, arg.place, f"{each.how}, {arg.how}")
            return
    if "message" in classes and arg.token.dep_ == "dobj":
        for each in arguments_of(arg.token.head).at("subject"):
            yield Argument(each.token, arg.place, f"{each.how}, who put out {arg.token.text!r}")


# ---------------------------------------------------------------- recipients


def _recipients(found: Match, reading: Reading) -> tuple[Argument, ...]:
    frame = found.pattern.frame
    places = frame.recipient if found.verbal else frame.noun_recipient
    direct = tuple(
        arg for arg in found.at(places)
        if not frame.reciprocal or arg.place not in ("with", "between", "among", "object")
    )  # fmt: skip
    if found.pattern.type is EventType.AID and not direct:
        return _from_purpose(found)
    if found.pattern.type is not None:
        return direct
    direct = tuple(arg for arg in direct if classes_of(arg.token) & AGENTS or _named(arg.token))
    return direct or _from_content(found, reading)


def _from_purpose(found: Match) -> tuple[Argument, ...]:
    """Find whom an act is for in its purpose: "sent doctors to help the islanders"."""
    for child in found.head.children:
        if _is_purpose(child, found.head):
            inner = arguments_of(child).at("object", "to")
            return tuple(each for each in inner if classes_of(each.token) & AGENTS)
    return ()


def _is_purpose(token: "Token", verb: "Token") -> bool:
    return (
        token.head == verb
        and token.dep_ in ("advcl", "xcomp")
        and any(child.tag_ == "TO" for child in token.children)
    )


def _named(token: "Token") -> bool:
    return token.pos_ == "PROPN"


def _from_content(found: Match, reading: Reading) -> tuple[Argument, ...]:
    """Find whom an operator aims at in the event below it: who is to do it in a request, whom it
    would befall in all else."""
    content, head = reading.content, reading.content_head
    own = {arg.token.i for arg in found.at(found.pattern.frame.actor)}
    if content is None:
        args = arguments_of(head).all if head is not None else ()
        frame_actor: Iterable[str] = ("subject", "poss", "by", "from")
        frame_recipient: Iterable[str] = ("object", "indirect", "to", "on", "against", "with", "of")
    else:
        args = content.args
        frame = content.pattern.frame
        frame_actor = frame.actor if content.verbal else frame.noun_actor
        frame_recipient = frame.recipient if content.verbal else frame.noun_recipient
    doers = _first_filled(args, frame_actor, own)
    done_to = _first_filled(args, frame_recipient, own)
    if reading.type is EventType.REQUEST:
        return doers or done_to
    if reading.type is EventType.THREATEN:
        return done_to  # the doer is the one who threatens
    return done_to or doers


def _first_filled(
    args: tuple[Argument, ...], places: Iterable[str], own: set[int]
) -> tuple[Argument, ...]:
    for place in places:
        found = tuple(arg for arg in args if arg.place == place and arg.token.i not in own)
        if found:
            return found
    return ()


# ---------------------------------------------------------------- means and places


def _means(found: Match, reading: Reading) -> Iterator[Argument]:
    if reading.type is not EventType.ASSAULT:
        return
    fires = found.verbal and "object" not in found.pattern.frame.recipient
    for arg in found.args:
        is_means = arg.place in MEANS_PLACES or (fires and arg.place == "object")
        if is_means and "weapon" in classes_of(arg.token):
            yield arg
    yield from _used(found.support or found.head)


def _struck(found: Match, reading: Reading) -> Iterator[Argument]:
    """Find the building or vehicle in which a blast or raid took place: it was hit as well as the
    people ("killed nine at a *market*"); where shots are fired, it is only the place."""
    if reading.type is not EventType.ASSAULT or not STRIKES_ALL & _modes_of(found, reading):
        return
    for arg in found.args:
        if arg.place in STRUCK_AT and "thing" in classes_of(arg.token):
            yield arg


def _modes_of(found: Match, reading: Reading) -> set[str]:
    """Give the modes of the frame and those that the named weapons would give."""
    classes = {name for arg in _means(found, reading) for name in classes_of(arg.token)}
    return {*reading.modes, *(MODE_OF_WEAPON[name] for name in classes if name in MODE_OF_WEAPON)}


def _used(verb: "Token") -> Iterator[Argument]:
    """Find what is used in a participle: "attacked the post using mortars"."""
    for child in verb.children:
        if is_verb(child) and child.lemma_ in ("use", "employ", "fire", "wield", "detonate"):
            for arg in arguments_of(child).at("object"):
                if "weapon" in classes_of(arg.token):
                    yield arg


def _places(found: Match) -> Iterator[Argument]:
    around = list(found.args)
    if found.support is not None:
        around.extend(arguments_of(found.support).all)
    for arg in around:
        if arg.place in PLACE_PREPOSITIONS and arg.token.ent_type_ in ("GPE", "LOC", "FAC"):
            yield arg
