"""Does a trigger tell an event, or does it only mention one that is told elsewhere or taken as known?

"Gunmen attacked the base" tells; "condemned the attack on the base" takes the attack as known and
tells the condemnation.  Mentions are triggers all the same: they may tell more of an event that is
told in another sentence, and ``same_event`` joins them.
"""

from typing import TYPE_CHECKING

from dateline.syntax import first_conjunct, is_verb, support_verb

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Verbs whose subject, as a noun of action, happens or has an effect: "the attack killed nine".
EFFECTS = frozenset(
    {
        "kill", "wound", "injure", "leave", "claim", "hit", "strike", "destroy", "damage", "happen",
        "occur", "take", "erupt", "break", "begin", "start", "continue", "end", "resume", "follow",
        "come", "target", "rock", "cause", "displace", "force", "open", "last", "unfold", "bring",
        "turn", "draw", "disrupt", "block", "paralyse", "paralyze", "shake", "go", "spread", "rage",
        "intensify", "escalate", "prompt", "trigger", "spark", "send", "hurt", "set", "halt", "be",
        "enter", "collapse", "fail", "succeed", "maim", "empty", "devastate", "shatter", "persist",
    }
)  # fmt: skip

#: Verbs of harm whose "in an attack" tells the attack.
HARMS = frozenset({"kill", "die", "wound", "injure", "hurt", "perish", "lose", "damage", "destroy"})


def is_told(head: "Token") -> bool:
    """Say whether a trigger's main word tells its event.

    Args:
        head: ``doc.parse[trigger.head]``.
    Returns:
        True for verbs, for nouns with a support verb ("carried out an attack"), for nouns that
        happen or have an effect ("the attack killed nine", "died in an attack"), and for nouns that
        head a headline; false for nouns that stand as an argument of something else.
    """
    if is_verb(head) or head.tag_.startswith("VB") or support_verb(head) is not None:
        return True
    first = first_conjunct(head)
    above = first.head
    if first.dep_ == "ROOT":
        return True
    if first.dep_ in ("nsubj", "nsubjpass"):
        return above.lemma_ in EFFECTS
    if first.dep_ == "attr":
        return any(child.dep_ == "expl" for child in above.children)
    if first.dep_ == "pobj" and above.lower_ in ("in", "during", "by", "after"):
        return above.head.lemma_ in HARMS
    return False
