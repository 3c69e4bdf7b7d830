"""Phrases under a cue verb that are content ("called for an inquiry", "described it as a crime"),
and the passive that names nobody ("is believed to have fled")."""

from typing import TYPE_CHECKING

from dateline.stages.attribution_cues import Cue
from dateline.stages.attribution_forms import form_of
from dateline.stages.attribution_frames import Found, Frame
from dateline.stages.attribution_reading import trim
from dateline.stages.attribution_sources import phrase_source
from dateline.syntax import is_passive

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Shares of right links on the development sample of PolNeAR (even half), rounded down to a tenth.
PHRASE = 0.5
HELD = 0.5


def read_phrase(frame: Frame) -> Found | None:
    """Read a noun phrase or a preposition's object under the verb as content."""
    if frame.source is None or (frame.verb.dep_ == "acl" and frame.verb.tag_ == "VBN"):
        return None  # "a blog called …", "a man described as …": a name or a description
    for cue in frame.signal.cues:
        parts = _parts(frame.verb, cue)
        found = _found(frame, cue, parts) if parts else None
        if found is not None:
            return found
    return None


def _found(frame: Frame, cue: Cue, parts: "list[Token]") -> Found | None:
    reading = frame.reading
    first = min(part.left_edge.i for part in parts)
    last = min(max(part.right_edge.i for part in parts) + 1, frame.high)
    group = frame.group
    if parts[0].dep_ in ("pobj", "pcomp") and parts[0].head.i == group[1]:
        group = (group[0], group[1] + 1)
    if not group[1] <= first < last:
        return None
    span = trim(reading, reading.parse[first].idx, reading.chars(first, last)[1])
    if span is None:
        return None
    word = reading.parse[group[1] - 1].text
    return Found(
        entry=cue,
        content=(span,),
        cue=group,
        why=f"The phrase after {word!r} is what the source speaks of, asks for or stands for.",
        confidence=PHRASE,
    )


def _parts(verb: "Token", cue: Cue) -> "list[Token]":
    """Give the dependents that make up a phrase content; none if the entry's form is not there."""
    passive = is_passive(verb)
    behind = [child for child in verb.children if child.i > verb.i]
    # "was denied care": what a passive keeps as its object is no content
    objects = [] if passive else [child for child in behind if child.dep_ == "dobj"]
    if cue.kind == "stance" and any(_is_bare_name(each) for each in objects):
        return []
    preps = [
        child
        for child in behind
        if child.dep_ in ("prep", "agent", "dative") and child.lower_ in cue.prepositions
    ]
    if "object-as" in cue.takes:
        called = _called(behind, objects, passive=passive)
        if called:
            return called
    if cue.with_object:
        return [*objects, *preps] if objects and (preps or _hold(objects, cue)) else []
    if "object" in cue.takes and objects:
        return [*objects, *preps]
    return [] if passive else _under_prepositions(behind, preps, cue)


def _called(behind: "list[Token]", objects: "list[Token]", *, passive: bool) -> "list[Token]":
    """Give what is called something and what it is called: "called it a crime", "saw it as"."""
    names = [
        child
        for child in behind
        if child.dep_ in ("oprd", "xcomp", "ccomp", "acomp")
        or (child.dep_ == "prep" and child.lower_ == "as")
    ]
    if names and (objects or passive or names[0].dep_ != "prep"):
        return [*objects, *names]
    for each in objects:
        # "called the marchers “thugs”" and "described it as", read as one phrase by the parser
        if any(token.is_quote for token in each.subtree) or any(
            child.dep_ == "prep" and child.lower_ == "as" for child in each.children
        ):
            return [each]
    return []


def _under_prepositions(behind: "list[Token]", preps: "list[Token]", cue: Cue) -> "list[Token]":
    """Give the objects of an entry's prepositions, with the infinitive if it needs one ("called on
    them to leave")."""
    inner = [each for prep in preps for each in prep.children if each.dep_ in ("pobj", "pcomp")]
    if not inner or not cue.needs_infinitive:
        return inner
    infinitives = [
        each
        for each in behind
        if each.dep_ in ("xcomp", "advcl", "ccomp")
        and each.i > preps[0].i
        and form_of(each) in ("to", "object-to")
    ]
    return [*inner, *infinitives] if infinitives else []


def _hold(objects: "list[Token]", cue: Cue) -> bool:
    """Say whether the parser hung the preposition of "accused the rebels *of*" on the object."""
    return any(
        child.dep_ == "prep" and child.lower_ in cue.prepositions
        for each in objects
        for child in each.children
    )


def _is_bare_name(token: "Token") -> bool:
    """Say whether an object only names somebody: who backs "her" or "Kyiv" holds a stance, which
    has no content that anybody said."""
    return token.pos_ in ("PRON", "PROPN")


def read_held(frame: Frame) -> Found | None:
    """Read "is believed to have fled": subject and infinitive are the content, and nobody is named
    who believes it."""
    verb = frame.verb
    entry = frame.signal.taking("held")
    if entry is None or not is_passive(verb) or frame.source is not None:
        return None
    subject = next((each for each in verb.children if each.dep_ == "nsubjpass"), None)
    below = next((each for each in verb.children if _is_below(each, verb)), None)
    if subject is None or below is None:
        return None
    reading = frame.reading
    named = phrase_source(reading, subject, around=verb)
    last = min(below.right_edge.i + 1, frame.high)
    if below.left_edge.i >= last:
        return None
    first = trim(reading, *reading.chars(named.first, named.last))
    second = trim(reading, *reading.chars(below.left_edge.i, last))
    if first is None or second is None or first[1] > second[0]:
        return None
    return Found(
        entry=entry,
        content=(first, second),
        cue=frame.group,
        why=f"The passive {verb.text!r} names nobody who says or holds this.",
        confidence=HELD,
        unheld=True,
    )


def _is_below(token: "Token", verb: "Token") -> bool:
    return (
        token.dep_ in ("xcomp", "ccomp", "oprd") and token.i > verb.i and form_of(token) is not None
    )
