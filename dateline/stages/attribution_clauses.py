"""Clauses under a cue verb, and the order in which a verb's contents are tried."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dateline.stages.attribution_beside import read_around, read_behind
from dateline.stages.attribution_cues import Cue, Signal, signal_at
from dateline.stages.attribution_forms import (
    form_of,
    has_subject,
    is_finite,
    objects_between,
)
from dateline.stages.attribution_frames import STOPS, Found, Frame, frame_of
from dateline.stages.attribution_objects import read_held, read_phrase
from dateline.stages.attribution_reading import Draft, Reading, trim
from dateline.stages.attribution_sources import SPOKEN, first_cue, source_of
from dateline.syntax import first_conjunct, is_passive, is_verb

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Shares of right links on the development sample of PolNeAR (even half), rounded down to a tenth.
CLAUSE = 0.7
EMBEDDED = 0.5
#: An attribution without a source is right at most this often, whatever its form.
UNSOURCED = 0.5

#: Kinds of cues whose clause is sought behind "that" when the parser hung it elsewhere.
SAYS_THAT = frozenset({"speech", "denial", "belief", "request"})

#: Order of the tries for the content of a verb.
READERS = (read_held, read_around, read_behind)


def verb_drafts(reading: Reading, signal: Signal) -> Iterator[Draft]:
    """Find the attribution, if any, that a cue verb makes.

    Tries in order: the passive without a speaker, direct speech or a clause before the verb, direct
    speech behind it, a finite clause, an infinitive or participle, a phrase.
    """
    verb = signal.token
    if verb.dep_ in ("amod", "compound", "aux", "auxpass"):
        return
    frame = frame_of(reading, signal, source_of(reading, verb))
    if frame is None:
        return
    for reader in (*READERS, read_clause, read_embedded, read_phrase):
        found = reader(frame)
        if found is not None:
            if frame.source is not None or found.unheld or is_passive(verb):
                yield _draft(frame, found)
            return


def _draft(frame: Frame, found: Found) -> Draft:
    source = None if found.unheld else frame.source
    return Draft(
        token=frame.verb.i,
        cue=frame.reading.chars(*found.cue),
        content=found.content,
        source=source,
        entry=found.entry,
        rule=f"cues/{found.entry.id}",
        reason=found.why,
        confidence=found.confidence if source else min(found.confidence, UNSOURCED),
        addressee=_addressee(frame.signal, found.entry),
        stance=found.entry.stance,
        speech=found.speech,
    )


def _addressee(signal: Signal, entry: Cue) -> "Token | None":
    """Give who is told: the object of "told AFP", or "to Reuters", "in an interview with CNN"."""
    for child in signal.token.children:
        if child.i < signal.token.i:
            continue
        if child.dep_ in ("dobj", "dative") and entry.addressee and child.pos_ != "ADP":
            return child
        if child.dep_ in ("prep", "dative") and child.lower_ in (
            "to",
            "with",
            "in",
            "on",
            "during",
        ):
            found = _told_in(child)
            if found is not None:
                return found
    return None


def _told_in(prep: "Token") -> "Token | None":
    """Give the object of "to" or "with", the outlet in "on state television", or the one behind
    "in an interview with"."""
    for obj in prep.children:
        if obj.dep_ != "pobj":
            continue
        if prep.lower_ in ("to", "with", "on"):
            return obj
        for inner in obj.children:
            if inner.dep_ == "prep" and inner.lower_ in ("with", "to", "on"):
                return _told_in(inner)
    return None


# ---------------------------------------------------------------- finite clauses


def read_clause(frame: Frame) -> Found | None:
    """Read a finite clause under the verb, with or without "that", which is left out."""
    entry = frame.signal.taking("clause")
    if entry is None:
        return None
    clause = _finite_clause(frame)
    if clause is None:
        return _that_clause(frame, entry)
    if entry.kind == "perception" and not is_finite(clause):
        return None  # "saw a car stop" tells what happened, not that somebody vouches for it
    reading = frame.reading
    start = max(clause.left_edge.i, frame.group[1])
    while start < clause.i and reading.parse[start].is_space:
        start += 1
    if reading.parse[start].lower_ == "that" and reading.parse[start].dep_ == "mark":
        start += 1
    last = max(start + 1, _clause_end(frame, clause))
    span = trim(reading, reading.parse[start].idx, reading.chars(start, last)[1])
    if span is None:
        return None
    return Found(
        entry=entry,
        content=(span,),
        cue=frame.group,
        why=f"The clause under {frame.verb.text!r} is what the source says or holds.",
        confidence=CLAUSE,
    )


def _finite_clause(frame: Frame) -> "Token | None":
    behind = [child for child in frame.verb.children if child.i >= frame.group[1]]
    for child in behind:
        if child.dep_ == "ccomp":
            return child
    for child in behind:
        marks = {each.lower_ for each in child.children if each.dep_ == "mark"}
        if child.dep_ in ("xcomp", "pcomp") and marks & {"that", "whether", "if"}:
            return child
        if child.dep_ == "advcl" and marks & {"that", "whether"}:
            return child
    return None


def _that_clause(frame: Frame, entry: Cue) -> Found | None:
    """Read the clause behind "that" where the parser hung it elsewhere ("told people in the hall on
    Friday that …"): no other verb and no mark may stand between."""
    if frame.source is None or entry.kind not in SAYS_THAT:
        return None
    reading = frame.reading
    for token in reading.parse[frame.group[1] : frame.high]:
        if token.lower_ == "that" and token.tag_ == "IN" and token.i + 1 < frame.high:
            end = reading.chars(token.i, frame.high)[1]
            span = trim(reading, reading.parse[token.i + 1].idx, end)
            if span is None:
                return None
            return Found(
                entry=entry,
                content=(span,),
                cue=frame.group,
                why=f"The clause behind 'that' is what the source of {frame.verb.text!r} says.",
                confidence=EMBEDDED,
            )
        if is_verb(token) or token.text in STOPS:
            return None
    return None


def _clause_end(frame: Frame, clause: "Token") -> int:
    """Give the token after a clause: its own last word, lengthened by what the parser hung on the
    cue instead, up to the reporter's next words."""
    end = min(clause.right_edge.i + 1, frame.high)
    cut = _second_cue(frame.verb, clause)
    if cut is not None:
        return min(cut, end)
    at = end
    while at < frame.high:
        branch = _branch(frame.reading.parse[at], frame.verb)
        if branch is None or _is_reporter_again(frame.reading, branch, at):
            break
        at = at + 1 if branch.is_punct else max(at + 1, min(branch.right_edge.i + 1, frame.high))
    while at > end and frame.reading.parse[at - 1].is_punct:
        at -= 1
    return max(at, end)


def _second_cue(verb: "Token", clause: "Token") -> int | None:
    """Give the token at which a clause ends because a second cue follows that the parser put under
    it: "conceded that he was there, but denied …", "said it was open, adding …", "said it was open,
    and the mayor added …"."""
    doc = clause.doc
    for token in clause.subtree:
        if token.i <= clause.i:
            continue
        if first_cue(token) == verb or _is_own_sentence(token, verb, clause):
            at = token.left_edge.i
            while at - 1 > clause.i and (doc[at - 1].dep_ == "cc" or doc[at - 1].is_punct):
                at -= 1
            return at
    return None


def _is_own_sentence(token: "Token", verb: "Token", clause: "Token") -> bool:
    """Say whether a cue with a subject of its own, in the tense of the first, is joined to a
    clause: the reporter goes on to the next speaker."""
    if token.dep_ != "conj" or token.tag_ != verb.tag_ or verb.tag_ not in ("VBD", "VBZ"):
        return False
    if first_conjunct(token) != clause or not has_subject(token):
        return False
    signal = signal_at(token)
    return signal is not None and signal.cues[0].kind in SPOKEN


def _branch(token: "Token", verb: "Token") -> "Token | None":
    """Give the dependent of the cue in which a token stands; ``None`` if it stands elsewhere."""
    while token.head != token:
        if token.head == verb:
            return token
        token = token.head
    return None


def _is_reporter_again(reading: Reading, branch: "Token", at: int) -> bool:
    """Say whether a further dependent of the cue is the reporter's own words again."""
    if branch.is_punct:
        return False
    if branch.dep_ == "cc":
        return any(each.dep_ == "conj" and not has_subject(each) for each in branch.head.children)
    if branch.dep_ == "conj":
        return not has_subject(branch)
    if branch.dep_ in ("advcl", "prep", "npadvmod", "advmod", "parataxis"):
        return at > 0 and reading.parse[at - 1].text in (",", "—", "–", ";")
    return branch.dep_ not in ("ccomp", "xcomp", "dobj", "oprd", "mark")


# ---------------------------------------------------------------- infinitives and participles


def read_embedded(frame: Frame) -> Found | None:
    """Read an infinitive, a participle, or a phrase with an infinitive under the verb."""
    reading = frame.reading
    for child in frame.verb.children:
        if child.i < frame.group[1] or child.dep_ not in ("xcomp", "ccomp", "advcl"):
            continue
        form = form_of(child)
        entry = frame.signal.taking(form) if form else None
        if entry is None:
            continue
        edges = [each.left_edge.i for each in objects_between(child)] if form == "object-to" else []
        start = min([child.left_edge.i, *edges])
        last = min(child.right_edge.i + 1, frame.high)
        if not frame.group[1] <= start < last:
            continue
        span = trim(reading, reading.parse[start].idx, reading.chars(start, last)[1])
        if span is not None:
            return Found(
                entry=entry,
                content=(span,),
                cue=frame.group,
                why=f"What follows {frame.verb.text!r} is what the source wants, asks or denies.",
                confidence=EMBEDDED,
            )
    return None
