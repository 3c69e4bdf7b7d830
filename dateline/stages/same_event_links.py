"""How are two events of one report related: an answer to the other, or a part of a series?

"Jets bombed the camp in retaliation for an attack on the post" links the bombing to the attack;
"the raid was part of a wave of attacks" and "the latest in a series of raids" link one to many.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dateline.document import Document
from dateline.records import EventLink, Trigger
from dateline.stages.same_event_groups import Groups
from dateline.syntax import is_verb

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Nouns of answering with the prepositions before what is answered.
ANSWERS = {
    "retaliation": ("for", "to", "against"), "response": ("to",), "reprisal": ("for",),
    "revenge": ("for",), "vengeance": ("for",), "retribution": ("for",), "answer": ("to",),
    "reaction": ("to",), "reply": ("to",), "payback": ("for",), "protest": ("at", "against", "over"),
}  # fmt: skip
#: Verbs of answering, likewise.
ANSWERING = {
    "retaliate": ("for", "against", "after", "to"), "respond": ("to",), "avenge": ("",),
    "react": ("to",),
}  # fmt: skip
#: Nouns of a whole made of many deeds, and words that make a deed one of them.
SERIES = frozenset(
    {
        "series", "wave", "string", "spate", "campaign", "offensive", "chain", "flurry", "rash",
        "operation",
    }
)  # fmt: skip
ONE_OF = frozenset(
    {"part", "latest", "last", "first", "second", "third", "fourth", "one", "newest"}
)
#: Steps up from an answer to the deed that answers.
REACH = 5


@dataclass(frozen=True, slots=True)
class Relation:
    """One trigger that answers, or is a part of, what another one tells."""

    one: Trigger
    other: Trigger
    name: str
    reason: str


def relations(doc: Document, triggers: tuple[Trigger, ...]) -> tuple[Relation, ...]:
    """Find which triggers answer or are part of which; two so related never tell one event."""
    by_head = {each.head: each for each in reversed(triggers)}
    found = []
    for other in triggers:
        word = doc.parse[other.head]
        for one, name, reason in (*_answered(word, by_head), *_held(word, by_head)):
            if one.id != other.id:
                found.append(Relation(one, other, name, reason))
    return tuple(found)


def links_of(found: tuple[Relation, ...], groups: Groups) -> tuple[EventLink, ...]:
    """Give the relations as links between events, by the ids of their first triggers."""
    links: dict[tuple[str, str, str], EventLink] = {}
    for each in found:
        event, other = groups.first(each.one.id), groups.first(each.other.id)
        if event != other:
            link = EventLink(
                event=event,
                other=other,
                relation=each.name,
                rule=f"same_event.{each.name.replace('_', '-')}",
                reason=each.reason,
            )
            links.setdefault((event, other, each.name), link)
    return tuple(links.values())


def _answered(word: "Token", by_head: dict[int, Trigger]) -> Iterator[tuple[Trigger, str, str]]:
    """Read from what is answered up to what answers it."""
    prep = word.head
    above = prep.head
    if word.dep_ in ("pobj", "pcomp") and prep.lower_ in ANSWERS.get(above.lemma_.lower(), ()):
        if above.lemma_.lower() == "protest" and above.dep_ != "pobj":
            return  # "a protest against the raid" is told by its own trigger
        one = _deed_above(above, by_head)
    elif word.dep_ in ("pobj", "pcomp") and prep.lower_ in ANSWERING.get(above.lemma_.lower(), ()):
        one = by_head.get(above.i) or _deed_above(above, by_head) or _by_doing(above, by_head)
    elif word.dep_ == "dobj" and word.head.lemma_.lower() == "avenge":
        above = word.head
        one = by_head.get(above.i) or _deed_above(above, by_head)
    else:
        return
    if one is not None:
        yield one, "response_to", f"{above.text!r} makes it an answer to {word.text!r}."


def _by_doing(verb: "Token", by_head: dict[int, Trigger]) -> Trigger | None:
    """Find the deed in "retaliated by shelling the camp"."""
    for prep in verb.children:
        if prep.dep_ == "prep" and prep.lower_ in ("by", "with"):
            for each in prep.children:
                if each.i in by_head:
                    return by_head[each.i]
    return None


def _deed_above(word: "Token", by_head: dict[int, Trigger]) -> Trigger | None:
    """Climb to the deed that an adjunct hangs on, or to the subject of "was a response to"."""
    at = word
    for _ in range(REACH):
        if at.head == at:
            return None
        at = at.head
        if at.i in by_head:
            return by_head[at.i]
        if at.lemma_ == "be":
            subjects = (c for c in at.children if c.dep_ == "nsubj")
            return next((by_head[c.i] for c in subjects if c.i in by_head), None)
        if is_verb(at):
            below = (c for c in at.children if c.dep_ in ("dobj", "nsubj", "nsubjpass"))
            return next((by_head[c.i] for c in below if c.i in by_head), None)
    return None


def _held(word: "Token", by_head: dict[int, Trigger]) -> Iterator[tuple[Trigger, str, str]]:
    """Read "was part of a wave of attacks", "the latest in a series of raids"."""
    whole = word.head.head if word.dep_ == "pobj" and word.head.lower_ == "of" else word
    if whole.lemma_.lower() not in SERIES or whole.dep_ != "pobj":
        return
    part = whole.head.head
    names = {part.lower_, *(child.lower_ for child in part.children)}
    if whole.head.lower_ not in ("of", "in") or not names & ONE_OF:
        return
    one = by_head.get(part.i) or _deed_above(part, by_head)
    if one is None and part.dep_ == "appos":
        one = by_head.get(part.head.i)
    if one is not None:
        yield one, "part_of", f"{part.text!r} makes it one of the {whole.text!r}."
