"""Two triggers of one deed by its weapon or by whom it hit.

"A mine planted by rebels destroyed a lorry": the weapon's own participle and the verb that it is
the subject of tell one deed.  "Tajikistan denied shelling the villages": a deed that somebody is
said to have done, denies or admits is the one told before on the same definite thing.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dateline.document import Document
from dateline.records import EventToll, EventType, Role, Slot, Toll, Trigger
from dateline.stages.means_words import namings
from dateline.stages.same_event_kinship import is_harm, kins_of, named_word
from dateline.syntax import is_verb

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Verbs above a deed that was told before: "denied shelling the villages".
ABOUT_DEEDS = frozenset(
    {
        "deny", "accuse", "blame", "admit", "confess", "claim", "reject", "suspect", "acknowledge",
        "charge", "disclaim", "dispute",
    }
)  # fmt: skip
#: A deed that is denied was told at most so many sentences before.
MAX_SENTENCES_BACK = 4
#: A rival figure is given at most so many sentences behind the first.
RIVALS_BACK = 3
POINTERS = frozenset({"the", "this", "that", "these", "those", "its", "their"})
#: Kins of firing and exploding from afar: what one calls shells another calls a strike.
FROM_AFAR = frozenset({"aerial", "explosive"})


def by_weapon(
    doc: Document, by_head: "dict[int, Trigger]", later: Trigger
) -> list[tuple[Trigger, str, str]]:
    """Give the trigger in the weapon's own words that tells the same deed as its verb."""
    verb = doc.parse[later.head]
    if later.type is not EventType.ASSAULT or not is_verb(verb):
        return []
    for subject in verb.children:
        if subject.dep_ not in ("nsubj", "nsubjpass"):
            continue
        for part in [subject, *(c for c in subject.children if c.dep_ in ("acl", "relcl"))]:
            earlier = by_head.get(part.i)
            fits = earlier is not None and earlier.type is later.type and earlier.id != later.id
            if fits and earlier is not None and _is_weapon(doc, subject):
                reason = (
                    f"{subject.text!r} is the weapon of {earlier.span.text!r} and {verb.text!r}."
                )
                return [(earlier, "same_event.weapon", reason)]
    return []


def _is_weapon(doc: Document, noun: "Token") -> bool:
    first = max(noun.sent.start, noun.i - 2)
    return any(each.head.i == noun.i for each in namings(doc.parse, first, noun.i + 1))


def spoken_of(
    doc: Document, triggers: Sequence[Trigger], later: Trigger
) -> list[tuple[Trigger, str, str]]:
    """Give the earlier deed that is denied, admitted or laid at somebody's door here.

    Both must hit things of one name, the later ones definite ("the villages"), by kindred words.
    """
    deed = doc.parse[later.head]
    if later.type is not EventType.ASSAULT or not _is_spoken_of(deed):
        return []
    hit = {_name(doc, slot) for slot in _hits(later) if _is_definite(doc.parse[slot.head])}
    if not hit:
        return []
    found = []
    for earlier in triggers:
        gap = later.sentence - earlier.sentence
        if earlier.type is not later.type or not 0 < gap <= MAX_SENTENCES_BACK:
            continue
        shared = hit & {_name(doc, slot) for slot in _hits(earlier)}
        if shared and _kindred(named_word(doc, earlier), deed):
            reason = f"{deed.text!r} is said of the things hit by {earlier.span.text!r}."
            found.append((earlier, "same_event.spoken-of", reason))
    return found[-1:]


def _is_spoken_of(deed: "Token") -> bool:
    """Say whether a deed stands under a verb of denial, admission or blame."""
    at = deed
    for _ in range(3):
        if at.dep_ not in ("xcomp", "ccomp", "pcomp", "pobj", "prep", "dobj", "conj"):
            return False
        at = at.head
        if at.lemma_.lower() in ABOUT_DEEDS:
            return True
    return False


def rival_figure(
    doc: Document, triggers: Sequence[Trigger], later: Trigger
) -> list[tuple[Trigger, str, str]]:
    """Give the earlier deed of which somebody else gives his own figures: "said they had killed 20
    soldiers", where soldiers were said to be killed before.

    Only a harm in the past perfect under a verb of saying is taken; time and place are checked by
    the caller.
    """
    deed = doc.parse[later.head]
    if later.type is not EventType.ASSAULT or not is_harm(deed) or not _was_said_before(deed):
        return []
    hit = {_name(doc, slot) for slot in _hits(later)}
    tolls = {each.event: each.tolls for each in doc.records(EventToll)}
    for earlier in reversed(triggers):
        gap = later.sentence - earlier.sentence
        told = earlier.type is later.type and 0 < gap <= RIVALS_BACK
        if told and any(_last_word(doc, toll) in hit for toll in tolls.get(earlier.id, ())):
            reason = f"{deed.text!r} gives another figure for those hit by {earlier.span.text!r}."
            return [(earlier, "same_event.rival-figure", reason)]
    return []


def _was_said_before(deed: "Token") -> bool:
    """Say whether a verb is the past perfect content of a verb of saying."""
    perfect = any(child.dep_ == "aux" and child.lower_ in ("had", "'d") for child in deed.children)
    return perfect and deed.dep_ == "ccomp" and is_verb(deed.head)


def _last_word(doc: Document, toll: Toll) -> str | None:
    return None if toll.group is None else doc.tokens_of(toll.group)[-1].lemma_.lower()


def _hits(trigger: Trigger) -> list[Slot]:
    return [slot for slot in trigger.slots if slot.role in (Role.TARGET, Role.RECIPIENT)]


def _name(doc: Document, slot: Slot) -> str:
    return doc.parse[slot.head].lemma_.lower()


def _is_definite(noun: "Token") -> bool:
    if noun.pos_ == "PROPN":
        return True
    return any(child.i < noun.i and child.lower_ in POINTERS for child in noun.children)


def _kindred(one: "Token", other: "Token") -> bool:
    first, second = kins_of(one), kins_of(other)
    return bool(first & second) or bool(first & FROM_AFAR and second & FROM_AFAR)
