"""Does the clause around a time look back or ahead?  Decides "on Friday", "in May", "the 18th"."""

from typing import TYPE_CHECKING

from dateline.records import BlockKind
from dateline.stages.times_context import beside
from dateline.stages.times_resolved import Tense

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Modal and other auxiliaries that place a verb after the time of speaking.
AHEAD_AUXILIARIES = frozenset(
    {"will", "'ll", "’ll", "shall", "may", "might", "should", "would", "must"}
)


#: Verbs above the time that are climbed at most, so that odd parses end.
LONGEST_CLIMB = 12


def tense_at(token: "Token", block: BlockKind) -> Tense:
    """Say whether the clause of a token looks back or ahead.

    A headline tells past events in the present tense; elsewhere the simple present with a date
    ("the talks begin on Friday") looks ahead, except with verbs of speech.
    """
    verb = governing_verb(token)
    if verb is None:
        return "unknown"
    tense = tense_of(verb, block)
    within_noun = token.dep_ in ("compound", "nmod", "amod", "poss") or token.head.dep_ == "poss"
    plain = verb.tag_ in ("VBZ", "VBP") and tense == "future"
    return "unknown" if within_noun and plain else tense  # "faces questions after Sunday's crash"


def tense_of(verb: "Token", block: BlockKind) -> Tense:
    """Say whether a verb looks back or ahead; infinitives follow the word above them."""
    auxiliaries = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    if not AHEAD_AUXILIARIES.isdisjoint(auxiliaries) or _can_still(verb, auxiliaries):
        return "past" if "have" in auxiliaries else "future"
    if _is_scheduled(verb):
        return "future"
    if "to" in auxiliaries or verb.tag_ in ("VB", "VBG"):
        return _under(verb, auxiliaries, block)
    if verb.tag_ in ("VBD", "VBN"):
        return "past"
    return "past" if not auxiliaries.isdisjoint(PAST_AUXILIARIES) else _present(verb, block)


PAST_AUXILIARIES = frozenset({"had", "has", "have", "was", "were", "did"})


def _can_still(verb: "Token", auxiliaries: set[str]) -> bool:
    """Take "could be added in June" to look ahead, "could not be reached on Monday" not."""
    denied = any(child.dep_ == "neg" for child in verb.children)
    return not denied and not auxiliaries.isdisjoint(("could", "can"))


def is_pluperfect(token: "Token") -> bool:
    """Say whether the clause of a token goes back before the story told ("had attacked")."""
    verb = governing_verb(token)
    return verb is not None and any(
        child.dep_ == "aux" and child.lower_ == "had" for child in verb.children
    )


def _present(verb: "Token", block: BlockKind) -> Tense:
    if verb.tag_ not in ("VBZ", "VBP") or verb.lemma_ in beside("speech"):
        return "past" if verb.lemma_ in beside("speech") else "unknown"
    if block is BlockKind.TITLE or verb.lemma_ in ("be", "have", "remain", "mark"):
        return "unknown"
    return "future"


#: Places in which a verb heads no clause.
NO_CLAUSE = frozenset({"aux", "auxpass", "amod", "compound"})
#: Places in which an infinitive or participle stands under the word above it.
SUBORDINATE = frozenset({"xcomp", "ccomp", "advcl", "acl", "pcomp", "relcl", "conj"})


def governing_verb(token: "Token") -> "Token | None":
    """Climb from a word to the verb of its clause; ``None`` in a phrase without verb."""
    for _ in range(LONGEST_CLIMB):
        if token.pos_ in ("VERB", "AUX") and token.dep_ not in NO_CLAUSE:
            return token
        if token.head.i == token.i:
            return None
        token = token.head
    return None


def _under(verb: "Token", auxiliaries: set[str], block: BlockKind) -> Tense:
    """Place an infinitive or participle by the word above it: "plans to", "is to", "would have to"."""
    above = verb.head
    if "have" in auxiliaries and "to" in auxiliaries:
        return "past"
    if above.i == verb.i or verb.dep_ not in SUBORDINATE:
        return "future" if "to" in auxiliaries else "unknown"
    if "to" in auxiliaries:
        looks_ahead = above.lemma_.lower() in beside("looks ahead") or above.lower_ in beside(
            "looks ahead"
        )
        if looks_ahead or (above.lemma_ == "be" and above.tag_ in ("VBZ", "VBP")):
            return "future"
    return tense_of(above, block) if above.pos_ in ("VERB", "AUX") else "unknown"


def _is_scheduled(verb: "Token") -> bool:
    """Say whether the verb itself schedules: "a hearing was scheduled for Friday"."""
    if verb.lemma_ not in ("schedule", "plan", "set", "expect", "slate", "fix", "postpone", "due"):
        return False
    return any(child.dep_ == "auxpass" for child in verb.children) or verb.tag_ == "VBN"
