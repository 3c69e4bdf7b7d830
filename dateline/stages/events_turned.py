"""What becomes of an act that is not done but refused or made to depend: "will not meet" is REJECT,
"will close the strait if they attack" is THREATEN."""

from dataclasses import replace
from typing import TYPE_CHECKING

from dateline.frames import outcome_of
from dateline.records import EventType
from dateline.stages.events_matching import Match
from dateline.stages.events_operators import Reading
from dateline.stages.status_scope import mark_of
from dateline.syntax import arguments_of, negation_of
from dateline.word_classes import classes_of

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Rules of turned readings, as ``Trigger.rule`` names them.
REFUSAL, CONDITION = "events.will-not", "events.will-if"

#: Types whose refusal is an event of its own: "will not lift the ban" is REJECT.
REFUSABLE = frozenset(
    {
        EventType.AGREE, EventType.CONSULT, EventType.SUPPORT, EventType.CONCEDE,
        EventType.COOPERATE, EventType.AID, EventType.RETREAT,
    }
)  # fmt: skip

#: Types of which a conditional promise is a threat.
HOSTILE = frozenset(
    {
        EventType.ASSAULT, EventType.COERCE, EventType.SANCTION, EventType.MOBILIZE,
        EventType.PROTEST,
    }
)  # fmt: skip

#: Auxiliaries of the one who says what he is going to do.
WILL = frozenset({"will", "would", "wo", "'ll", "’ll", "shall"})

#: Classes of those who can threaten.
PARTIES = frozenset({"person", "people", "armed", "police", "org", "state"})

#: Subjects of conditions that no party sets: "if it rains".
NOBODY = frozenset({"it", "there"})

#: Words that open a condition.
CONDITIONS = frozenset({"if", "unless", "should"})


def turned(found: Match, reading: Reading) -> Reading:
    """Turn a refused or conditional act into what it is by itself; leave all else as it is."""
    verb = found.support or found.head
    if not any(child.lower_ in WILL for child in verb.children):
        return reading
    if negation_of(verb) is not None:
        return _turn(reading, "refuse", REFUSAL) if reading.type in REFUSABLE else reading
    if reading.type in HOSTILE and _depends_on_others(found, verb):
        return _turn(reading, "threaten", CONDITION)
    return reading


def _turn(reading: Reading, operator: str, rule: str) -> Reading:
    outcome = outcome_of(operator, reading.type.value, reading.modes)
    if outcome is None or outcome.type is None:
        return reading
    return replace(reading, type=outcome.type, modes=outcome.modes, turned=rule)


def _depends_on_others(found: Match, verb: "Token") -> bool:
    """Say whether an act hangs on what another party does: "if they attack, we will …"."""
    doers = found.at(("subject",))
    if not any(classes_of(arg.token) & PARTIES for arg in doers):
        return False
    own = {arg.token.lower_ for arg in doers}
    for child in verb.children:
        if child.dep_ == "advcl" and mark_of(child) in CONDITIONS:
            others = arguments_of(child).at("subject", "object")
            if others and others[0].token.lower_ not in own | NOBODY:
                return True
    return False
