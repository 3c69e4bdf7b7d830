"""Who and what takes part in each event, and where and when it took place."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dateline.document import Document
from dateline.mentions import actors_by_head
from dateline.records import (
    Actor,
    Basis,
    EventType,
    Mention,
    Participant,
    Participants,
    Role,
    Slot,
    Target,
    Trigger,
)
from dateline.stages.event_places import PlaceFinder
from dateline.stages.event_times import TimeFinder
from dateline.syntax import arguments_of, conjuncts, is_verb, phrase
from dateline.word_classes import is_portion, lemma_of, target_kind_of

if TYPE_CHECKING:
    from spacy.tokens import Token

Named = dict[int, tuple[Actor, Mention]]

#: Types whose object may be a physical thing that is hit, seized or blocked.
HITS_THINGS = frozenset({EventType.ASSAULT, EventType.COERCE, EventType.PROTEST})

#: Verbs that say who is inside or behind a thing: "bases housing troops", "a bus carrying pupils".
HOLDS = frozenset(
    {
        "house", "host", "carry", "transport", "shelter", "accommodate", "hold", "use", "contain",
        "belong", "own", "operate", "run", "guard", "occupy", "serve", "escort", "ferry", "bring",
    }
)  # fmt: skip

#: Participles behind a thing that say who is in it, however the parser reads them.
HOLDING = frozenset(
    {"housing", "hosting", "carrying", "sheltering", "holding", "transporting", "ferrying"}
)

#: Words whose "of" names who is meant: "members of the union", "a group of gunmen".
MEMBERS = frozenset(
    {
        "member", "leader", "fighter", "group", "number", "band", "unit", "convoy", "team",
        "crowd", "column", "gang", "cell", "supporter", "follower", "representative", "part",
        "official", "majority", "hundred", "thousand", "dozen", "score", "one", "some", "many",
        "none", "half", "side", "array", "range", "handful", "rest", "remainder",
    }
)  # fmt: skip


#: How a word that names whose thing or deed it is hangs on that thing or deed.
INSIDE = frozenset({"poss", "compound", "nmod", "amod", "pobj", "appos"})

#: How many steps down such a word may stand ("the leader of the party of the president").
INSIDE_DEPTH = 3


def find_participants(doc: Document) -> tuple[Participants, ...]:
    """Find, for each trigger, its actors, recipients and targets, its place and its time.

    Actors and recipients are actors of the report; a phrase that names none of them is left out.
    A thing is a target; who is said to be in it or to own it is a recipient ("bases housing
    troops").  Place and time are the ones of the trigger's own clause before those of its
    sentence; a field that nothing in the text fills stays empty with the reason.

    Args:
        doc: Must hold sentences, times, places, actors, attributions and triggers.
    Returns:
        One ``Participants`` for each Trigger, in their order.
    """
    named = actors_by_head(doc)
    places = PlaceFinder(doc)
    times = TimeFinder(doc)
    found = []
    for trigger in doc.records(Trigger):
        actors = tuple(_parties(doc, trigger, Role.ACTOR, named))
        acting = {part.actor for part in actors}
        targets = tuple(_targets(doc, trigger))
        recipients = [
            part
            for part in (
                *_parties(doc, trigger, Role.RECIPIENT, named),
                *_inside_targets(doc, trigger, named),
            )
            if part.actor not in acting
        ]
        found.append(
            Participants(
                event=trigger.id,
                actors=actors,
                recipients=_each_once(recipients),
                targets=targets,
                place=places.place_of(trigger),
                time=times.time_of(trigger),
            )
        )
    return tuple(found)


def _parties(doc: Document, trigger: Trigger, role: Role, named: Named) -> Iterator[Participant]:
    """Give the actors that fill a role, each once, in text order."""
    seen = set()
    for slot in trigger.slots:
        if slot.role is not role:
            continue
        for actor, mention, how in _named_by(doc, slot, named):
            if actor.id not in seen:
                seen.add(actor.id)
                yield _participant(actor, mention, f"{mention.span.text!r} is {how}.")


def _participant(actor: Actor, mention: Mention, reason: str) -> Participant:
    return Participant(
        actor=actor.id,
        span=mention.span,
        basis=Basis.STATED,
        rule="participants.slot",
        reason=reason,
    )


def _named_by(doc: Document, slot: Slot, named: Named) -> Iterator[tuple[Actor, Mention, str]]:
    """Give the actors that a slot's phrase names: by its main word, or by what its "of" names."""
    token = doc.parse[slot.head]
    if token.i in named:
        actor, mention = named[token.i]
        yield actor, mention, slot.how
        return
    for inner, how in _stands_for(token):
        if inner.i in named:
            actor, mention = named[inner.i]
            yield actor, mention, f"{how} {slot.how}"
            return
    if slot.role is Role.RECIPIENT:
        for inner in _inside(token, named):
            actor, mention = named[inner.i]
            yield actor, mention, f"named in {slot.span.text!r}, {slot.how}"


def _inside(token: "Token", named: Named) -> "list[Token]":
    """Give the nearest named words inside a phrase that names a thing or deed of theirs ("the
    decision of the *council*", "the ties with *Chad*"), with what is joined to them."""
    level = [token]
    for _ in range(INSIDE_DEPTH):
        level = [
            inner
            for above in level
            for child in above.children
            for inner in ((child,) if child.dep_ != "prep" else child.children)
            if inner.dep_ in INSIDE
        ]
        found = [each for each in level if each.i in named]
        if found:
            return [each for each in conjuncts(found[0]) if each.i in named]
    return []


def _stands_for(token: "Token") -> "Iterator[tuple[Token, str]]":
    """Give words that say who is meant by a phrase whose main word names nobody."""
    if lemma_of(token) in MEMBERS or is_portion(token):
        for child in token.children:
            if child.dep_ == "prep" and child.lower_ in ("of", "from", "among"):
                for inner in child.children:
                    if inner.dep_ == "pobj":
                        yield inner, f"those of whom {token.text!r} are"
    for child in token.children:
        if child.dep_ == "appos":
            yield child, "the one named beside"
    for child in token.children:
        if child.dep_ in ("poss", "compound", "nmod") and child.pos_ == "PROPN":
            yield child, f"the one before {token.text!r} in"


# ---------------------------------------------------------------- targets


def _targets(doc: Document, trigger: Trigger) -> Iterator[Target]:
    for slot in trigger.slots:
        if slot.role not in (Role.TARGET, Role.RECIPIENT):
            continue
        token = doc.parse[slot.head]
        kind = target_kind_of(token)
        if kind is None or (slot.role is Role.RECIPIENT and trigger.type not in HITS_THINGS):
            continue
        yield Target(
            span=doc.span_of(_thing_phrase(token)),
            kind=kind,
            rule=f"targets/{kind}",
            reason=f"{token.text!r} is {slot.how} and names a physical thing.",
        )


def _thing_phrase(thing: "Token") -> "list[Token]":
    """Give the words that name a thing, with a participle that narrows it ("bases housing foreign
    troops")."""
    tokens = phrase(thing)
    for child in thing.children:
        if child.dep_ == "acl" and child.i == tokens[-1].i + 1 and not _has_comma(child):
            return [*tokens, *(each for each in child.subtree if not each.is_punct)]
    held = _misread_held(thing)
    return tokens if held is None else list(thing.doc[tokens[0].i : held.i + 1])


def _misread_held(thing: "Token") -> "Token | None":
    """Find who is held in a thing where the parser took the participle behind it for something
    else: a part of the next noun, or a clause of the verb above."""
    end = phrase(thing)[-1].i + 1
    if end >= len(thing.doc) or thing.doc[end].lower_ not in HOLDING:
        return None
    participle = thing.doc[end]
    if participle.head.i == thing.i:
        return None
    for child in participle.children:
        if child.dep_ == "dobj":
            return child
    return participle.head if participle.head.i > participle.i else None


def _has_comma(verb: "Token") -> bool:
    return any(each.text == "," for each in verb.subtree)


def _inside_targets(doc: Document, trigger: Trigger, named: Named) -> Iterator[Participant]:
    """Give who is in, behind or the owner of the things that are hit."""
    threat = trigger.type is EventType.THREATEN
    if trigger.type not in HITS_THINGS and not threat:
        return
    for slot in trigger.slots:
        if slot.role not in (Role.TARGET, Role.RECIPIENT):
            continue
        token = doc.parse[slot.head]
        if target_kind_of(token) is None:
            continue
        if threat:
            yield from _land_of(doc, token)
        for inner, how in _people_of(token):
            if inner.i in named:
                actor, mention = named[inner.i]
                yield _participant(actor, mention, f"{mention.span.text!r} {how}.")
        if token.i in named:
            actor, mention = named[token.i]
            yield _participant(actor, mention, f"{mention.span.text!r} is what was hit.")


def _land_of(doc: Document, thing: "Token") -> Iterator[Participant]:
    """Give the state on whose land a thing stands, where the report names it as an actor too: who
    threatens to strike the thing threatens the state."""
    inside = [
        inner
        for prep in thing.children
        if prep.dep_ == "prep" and prep.lower_ in ("in", "inside", "across")
        for inner in prep.children
        if inner.dep_ == "pobj" and inner.ent_type_ == "GPE"
    ]
    for inner in inside:
        for actor in doc.records(Actor):
            if actor.name == inner.text:
                yield Participant(
                    actor=actor.id,
                    span=doc.span_of([inner]),
                    basis=Basis.STATED,
                    rule="participants.land",
                    reason=f"{thing.text!r}, which is threatened, is in {inner.text!r}.",
                )


def _people_of(thing: "Token") -> "Iterator[tuple[Token, str]]":
    """Give words inside a thing's phrase that may name people: "bases housing troops"."""
    held = _misread_held(thing)
    if held is not None:
        yield held, f"is said to be in or at {thing.text!r}"
    for child in thing.children:
        if child.dep_ in ("acl", "relcl") and is_verb(child) and lemma_of(child) in HOLDS:
            for arg in arguments_of(child).at("object", "subject", "by", "to"):
                if arg.token.i != thing.i:
                    yield arg.token, f"is said to be in or at {thing.text!r}"
        elif child.dep_ == "prep" and child.lower_ in ("of", "with", "for"):
            for inner in child.children:
                if inner.dep_ == "pobj":
                    for each in conjuncts(inner):
                        yield each, f"is whose {thing.text!r} it is"
        elif child.dep_ in ("poss", "compound", "nmod"):
            yield child, f"is whose {thing.text!r} it is"


def _each_once(parts: list[Participant]) -> tuple[Participant, ...]:
    kept: dict[str, Participant] = {}
    for part in parts:
        kept.setdefault(part.actor, part)
    return tuple(kept.values())
