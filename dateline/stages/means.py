"""With what weapon or other means was each event done?

A weapon counts as a means only where the grammar says so: it strikes or goes off, it is fired,
thrown or used, something is done with it or by it, it names the deed ("drone attack"), or those
who did it bore it ("armed with machetes").  Weapons that are hit, seized or spoken of are none.
"""

from typing import TYPE_CHECKING

from dateline.document import Document
from dateline.records import EventMeans, EventType, Instrument, Role, Sentence, Trigger
from dateline.stages.means_links import BEARING, SHARES, links_of
from dateline.stages.means_words import Naming, Weapon, namings, weapon_of, words_of
from dateline.word_classes import lemma_of

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Types of event that can have an instrument; diplomatic ones have none.
ARMED_TYPES = frozenset(
    {EventType.ASSAULT, EventType.PROTEST, EventType.COERCE, EventType.THREATEN}
)

#: Ways of being held: a weapon beside them is the captive's, not the means.
HELD = frozenset(
    {"arrest", "detain", "capture", "charge", "jail", "seize", "hold", "catch", "convict", "search"}
)

#: Kinds of explosive that turn the vehicle or belt that they are packed into to another kind.
PACKED = frozenset({"bomb", "dynamite", "car-bomb"})


def find_means(doc: Document) -> tuple[EventMeans, ...]:
    """Find the weapons and means of each triggered event.

    Args:
        doc: Must hold sentences and triggers.
    Returns:
        One EventMeans per event that has an instrument, in the order of the triggers; instruments
        in text order.  A verb that implies a means ("bombed", "stabbed") gives none: no word names
        it, and its mode already stands in the event.
    Raises:
        LexiconError: ``weapons.yml`` is not well formed.
    Source: ``lexicons/weapons.yml``.
    """
    found: dict[str, dict[int, Instrument]] = {}
    sentences = doc.records(Sentence)
    for number, triggers in _by_sentence(doc).items():
        sentence = sentences[number]
        words = _words_of_triggers(doc, triggers)
        for naming in namings(doc.parse, sentence.first, sentence.last):
            for trigger, how in _events_of(naming, words, triggers):
                instrument = _instrument(doc, naming, how)
                found.setdefault(trigger.id, {})[instrument.span.start] = instrument
    return tuple(
        EventMeans(
            event=each.id,
            instruments=_without_parts(found[each.id]),
        )
        for each in doc.records(Trigger)
        if each.id in found
    )


def _without_parts(found: dict[int, Instrument]) -> tuple[Instrument, ...]:
    """Put instruments in text order; the lorry inside "a lorry packed with explosives" goes."""
    kept: list[Instrument] = []
    for each in sorted(found.values(), key=lambda item: (item.span.start, -item.span.end)):
        if not kept or each.span.start >= kept[-1].span.end:
            kept.append(each)
    return tuple(kept)


def _by_sentence(doc: Document) -> dict[int, list[Trigger]]:
    found: dict[int, list[Trigger]] = {}
    for trigger in doc.records(Trigger):
        if trigger.type in ARMED_TYPES:
            found.setdefault(trigger.sentence, []).append(trigger)
    return found


def _words_of_triggers(doc: Document, triggers: list[Trigger]) -> dict[int, Trigger]:
    """Map the tokens inside each trigger's words to it; a main word goes before any other."""
    found: dict[int, Trigger] = {}
    for trigger in triggers:
        for token in doc.tokens_of(trigger.span):
            found.setdefault(token.i, trigger)
    found.update((trigger.head, trigger) for trigger in triggers)
    return found


def _events_of(
    naming: Naming, words: dict[int, Trigger], triggers: list[Trigger]
) -> list[tuple[Trigger, str]]:
    """Give the events that a weapon is the means of: the nearest on its path, and after it those
    that say what befell people by it."""
    found: dict[str, tuple[Trigger, str]] = {}
    only_itself = False
    for link in links_of(naming):
        trigger = words.get(link.token.i)
        if trigger is None or (link.token == naming.head and link.token.i != trigger.head):
            continue
        if trigger.type is EventType.COERCE and link.token.lemma_.lower() in HELD:
            continue
        if not found or only_itself or link.token.lemma_.lower() in SHARES:
            only_itself = link.token == naming.head
            found.setdefault(trigger.id, (trigger, link.how))
    if not found and not naming.weapon.weak:
        found.update(_slotted(naming, triggers))
    return list(found.values())


def _slotted(naming: Naming, triggers: list[Trigger]) -> dict[str, tuple[Trigger, str]]:
    """Take over what the frame itself calls an instrument, but not what people were in."""
    if naming.head.dep_ == "pobj" and naming.head.head.lower_ in ("in", "on", "inside"):
        return {}
    return {
        trigger.id: (trigger, slot.how)
        for trigger in triggers
        for slot in trigger.slots
        if slot.role is Role.INSTRUMENT and slot.head == naming.head.i
    }


def _instrument(doc: Document, naming: Naming, how: str) -> Instrument:
    words, weapon = words_of(naming), naming.weapon
    packed = _packed_into(naming)
    if packed is not None:
        carrier, kind = packed
        weapon = kind
        words = [*words, *(each for each in carrier.lefts if each.dep_ in ("det", "compound"))]
        words.append(carrier)
    span = doc.span_of(words)
    return Instrument(
        span=span,
        kind=weapon.id,
        modes=weapon.modes,
        rule=weapon.rule,
        reason=f"{span.text!r} names {weapon.sense}: {how}.",
    )


def _packed_into(naming: Naming) -> "tuple[Token, Weapon] | None":
    """Find the vehicle that explosives are packed into: "a lorry laden with explosives"."""
    if naming.weapon.id not in PACKED:
        return None
    head = naming.head
    above = head.head.head if head.dep_ == "pobj" else head.head
    if above.lemma_.lower() not in BEARING and above.lower_ not in BEARING:
        return None
    carrier = above.head if above.dep_ in ("acl", "amod", "relcl") else None
    if carrier is None or lemma_of(carrier) not in weapon_of("vehicle").nouns:
        return None
    return carrier, weapon_of("car-bomb")
