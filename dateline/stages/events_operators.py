"""What does "refuse to", "agree to", "call for", "end" make of the event named below it?"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dateline.frames import FrameIndex, outcome_of
from dateline.records import EventType
from dateline.stages.events_matching import MODALS, Match, matches_at
from dateline.syntax import arguments_of, conjuncts, is_verb
from dateline.word_classes import classes_of, lemma_of

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Verbs and nouns that only say in which phase the event below them is: "began to withdraw",
#: "a halt to", "the start of talks", "the right to protest".
TRANSPARENT = frozenset(
    {
        "begin", "start", "continue", "resume", "restart", "launch", "hold", "carry",
        "conduct", "make", "take", "give", "open", "stage", "put", "keep", "impose",
        "undertake", "perform", "resumption", "beginning", "continuation",
        "round", "series", "possibility", "idea", "prospect", "offer", "plan",
        "effort", "campaign", "programme", "program", "new",
    }
)  # fmt: skip

#: Prepositions and clauses under which a transparent word carries its event.
CARRIED = ("complement", "object", "of", "on", "to", "for", "in", "with")

#: How many transparent words may stand above one another ("offer to begin a round of talks").
MAX_DEPTH = 4


@dataclass(frozen=True, slots=True)
class Reading:
    """The code of a match: its type and modes, and the event below it if it is an operator."""

    type: EventType
    modes: tuple[str, ...]
    content: "Match | None" = None
    content_head: "Token | None" = None
    turned: str | None = None  # rule by which a refusal or condition turned the type


def read_match(found: Match, frames: FrameIndex, depth: int = 0) -> Reading | None:
    """Code a match; an operator takes its type from the event below it and ``outcomes.tsv``.

    Returns:
        ``None`` if the operator does not make an event of what is below it ("ended the match").
    """
    frame = found.pattern.frame
    if found.pattern.type is not None:
        return Reading(found.pattern.type, frame.modes)
    operator = frame.operator or ""
    head, content, below = _content(found, frames, depth)
    kind = below.type.value if below else "none"
    outcome = outcome_of(operator, kind, below.modes if below else ())
    if outcome is None or outcome.type is None:
        return None
    if head is None and operator in NEED_CONTENT:
        return None
    if content is None and head is not None and _is_opinion(found, head):
        return None
    if operator == "warn" and not (content and _is_own_act(content)):
        return None
    return Reading(outcome.type, outcome.modes, content, head)


def _is_opinion(found: Match, head: "Token") -> bool:
    """Say whether "said … should" only states how things ought to be: nobody is to do anything
    ("said that rules should be simple")."""
    if not MODALS.intersection(found.pattern.words):
        return False
    subjects = arguments_of(head).at("subject")
    return not any(classes_of(arg.token) & ACTING for arg in subjects)


#: Auxiliaries of what is to come.
AHEAD = frozenset({"will", "would", "'ll", "’ll", "shall"})

#: Forces by which a state or its head speaks of itself: "warned that the army would answer".
OWN_FORCES = frozenset(
    {
        "army", "military", "navy", "force", "troop", "government", "state", "country", "police",
        "ministry", "authority", "union", "party", "movement", "side",
    }
)  # fmt: skip


def _is_own_act(content: Match) -> bool:
    """Say whether what is warned of is the speaker's own act to come: "warned that it would
    strike", "that the army would answer"; not "that rebels would attack"."""
    verb = content.support or content.head
    if not any(child.lower_ in AHEAD for child in verb.children):
        return False
    doers = content.at(content.pattern.frame.actor) if content.verbal else content.at(("subject",))
    if not doers:
        kinds = (EventType.COERCE, EventType.SANCTION)
        return content.pattern.type in kinds
    return any(_is_self(arg.token) for arg in doers)


def _is_self(token: "Token") -> bool:
    if token.pos_ == "PRON":
        return True
    before = {child.dep_: child for child in token.children if child.i < token.i}
    if "poss" in before:
        return before["poss"].pos_ in ("PRON", "DET")
    return set(before) == {"det"} and lemma_of(token) in OWN_FORCES


#: Classes of those of whom something can be demanded.
ACTING = frozenset({"person", "people", "armed", "police", "org", "state"})

#: Operators that say nothing by themselves: without content there is no event.
NEED_CONTENT = frozenset({"agree", "vow", "refuse", "end", "request"})


def _content(
    found: Match, frames: FrameIndex, depth: int
) -> "tuple[Token | None, Match | None, Reading | None]":
    """Find what stands below an operator: the first filler that is an event, else the first."""
    places = found.pattern.frame.topic
    fillers = [arg.token for place in places for arg in found.args if arg.place == place]
    for token in fillers:
        content, reading = event_below(token, frames, depth + 1)
        if content and reading:
            return token, content, reading
    return (fillers[0] if fillers else None), None, None


def event_below(
    token: "Token", frames: FrameIndex, depth: int = 0
) -> tuple[Match | None, Reading | None]:
    """Find the event that a word names, looking through words of phase ("begin", "round of")."""
    if depth > MAX_DEPTH:
        return None, None
    for found in matches_at(token, frames):
        reading = read_match(found, frames, depth)
        if reading:
            return found, reading
    if token.lemma_.lower() not in TRANSPARENT and not _is_copula(token):
        return None, None
    for below in _carried(token):
        content, reading = event_below(below, frames, depth + 1)
        if content:
            return content, reading
    return None, None


def _is_copula(token: "Token") -> bool:
    return is_verb(token) and token.lemma_ in ("be", "have", "do")


def _carried(token: "Token") -> "list[Token]":
    found: list[Token] = []
    for child in token.children:
        if child.dep_ in ("dobj", "xcomp", "ccomp", "attr", "acomp", "acl", "nsubjpass"):
            found.extend(conjuncts(child))
        elif child.dep_ == "prep":
            found.extend(each for each in child.children if each.dep_ in ("pobj", "pcomp"))
    return found
