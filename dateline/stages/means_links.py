"""From a weapon's name up the parse to the words that it is the means of."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dateline.stages.means_words import Naming
from dateline.syntax import first_conjunct, is_verb, negation_of
from dateline.word_classes import classes_of, is_portion, lemma_of

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Verbs whose object is the means: what is fired, thrown, set off or used.
USES = frozenset(
    {
        "fire", "launch", "throw", "hurl", "lob", "toss", "fling", "pelt", "rain", "drop", "release",
        "detonate", "explode", "plant", "lay", "place", "use", "employ", "deploy", "wield",
        "brandish", "swing", "unleash", "set", "shoot", "spray", "pump", "discharge", "direct",
        "trigger", "activate", "hide", "conceal", "carry", "bear", "attach", "strap", "bring",
        "open", "aim", "point", "train", "send", "dispatch", "loose", "raise", "wear",
        "draw", "pull", "hold", "squirt", "apply", "administer", "blow", "operate", "drive",
        "fly", "load", "leave", "exchange",
    }
)  # fmt: skip

#: Uses that also fit everyday things; the others ("left a car", "carried bottles") do not say that
#: the thing was a means.
THROWS = frozenset(
    {
        "throw", "hurl", "lob", "toss", "fling", "pelt", "rain", "use", "wield", "brandish", "swing",
        "fire", "shoot", "employ", "spray", "aim", "exchange", "drop",
    }
)  # fmt: skip

#: Verbs by which a vehicle is the means.
RAMS = frozenset({"ram", "plow", "plough", "crash", "mow", "slam", "run", "drive", "smash"})

#: Participles by which somebody or something bears the means: "armed with", "packed with".
BEARING = frozenset(
    {
        "arm", "equip", "pack", "load", "fill", "laden", "lade", "rig", "fit", "strap", "stuff", "wire",
        "mount", "cram", "booby", "outfit", "attach",
    }
)  # fmt: skip

#: Prepositions of means.
BY_MEANS = frozenset({"with", "by", "using", "from", "via", "through", "under", "amid", "to"})
#: Of these, the ones that make an everyday thing a means.
WITH = frozenset({"with", "using", "by"})
#: Prepositions between what befell people and the deed with the weapon ("killed in a drone strike").
IN_DEED = frozenset({"in", "by", "from", "during", "after", "with", "under", "following"})

#: Nouns for what is done with a weapon, whether or not they tell an event here.
DEEDS = frozenset(
    {
        "attack", "assault", "strike", "fire", "raid", "blast", "explosion", "bombardment", "barrage",
        "salvo", "volley", "shelling", "bombing", "ambush", "offensive", "shooting", "launch",
        "firing", "hit", "detonation", "hail", "burst", "wave", "swarm", "shower", "use", "throwing",
        "killing", "stabbing", "onslaught", "campaign", "exchange", "rampage", "round", "shot",
        "charge", "duel", "wound", "injury", "bomber",
    }
)  # fmt: skip
#: Deeds before which an everyday thing is the means ("stone throwing", "acid attack").
PLAIN_DEEDS = frozenset({"attack", "assault", "throwing", "killing", "rampage", "wound"})

#: Verbs of what befalls people; they share the means of the deed that they hang on.
HARMS = frozenset(
    {
        "kill", "wound", "injure", "die", "hurt", "maim", "slay", "perish", "murder", "assassinate",
        "massacre", "damage", "destroy",
    }
)  # fmt: skip

#: Other verbs whose object may seem to have the weapon.
BEATS = frozenset({"attack", "beat", "stab", "hack", "assault", "injure", "strike", "hit", "slash"})

#: Verbs that share the means of a deed told beside them.
SHARES = HARMS | {"attack", "storm", "assault", "disperse", "ambush", "raid"}

#: No path of news English from a weapon to its event is longer.
MAX_STEPS = 8


@dataclass(frozen=True, slots=True)
class Link:
    """A word that a weapon may be the means of, and how the weapon hangs on it."""

    token: "Token"
    how: str


def links_of(naming: Naming) -> Iterator[Link]:
    """Give the words that a weapon is the means of, the nearest first.

    A weapon that is hit, seized, sought or spoken of is nobody's means: its path ends at once.
    """
    at, how = first_conjunct(naming.head), ""
    if at.dep_ == "appos":
        at = at.head
    if not naming.weapon.weak:
        yield Link(naming.head, f"{naming.head.text!r} itself tells what was done")
    bearer = False
    for _ in range(MAX_STEPS):
        step = _from_bearer(at) if bearer else _up(at, naming)
        if step is None:
            return
        at, how, bearer = step.token, step.how or how, step.bearer
        if step.reached:
            yield Link(at, how)
        if is_verb(at):
            yield from _beside(at, how)


@dataclass(frozen=True, slots=True)
class _Step:
    """Where the path goes on; ``reached`` if the word may tell the event, ``bearer`` if it is
    somebody who has the weapon."""

    token: "Token"
    how: str
    reached: bool
    bearer: bool = False


def _up(at: "Token", naming: Naming) -> _Step | None:
    if at.head == at:
        return None
    if is_verb(at):
        return _from_verb(at)
    if at.dep_ == "conj" and not is_verb(at.head):
        return _Step(at.head, "", lemma_of(at.head) in DEEDS)
    if at.dep_ == "pobj":
        return _from_preposition(at, at.head, naming)
    if is_verb(at.head):
        return _from_argument(at, at.head, naming)
    return _from_modifier(at, at.head, naming)


def _from_modifier(at: "Token", noun: "Token", naming: Naming) -> _Step | None:
    """Climb from a word before a noun: "drone attack", "stone-throwing youths"."""
    if at.dep_ not in ("compound", "amod", "nmod", "npadvmod", "nsubj"):
        return None
    if noun.lower_ in BEARING and noun.dep_ == "amod":
        return _Step(noun.head, f"borne, {noun.text!r} with", False, _is_people(noun.head))
    if naming.weapon.rams or (naming.weapon.weak and lemma_of(noun) not in PLAIN_DEEDS):
        return None
    if lemma_of(noun) not in DEEDS:
        return None
    return _Step(noun, f"word before {noun.text!r}", True)


def _from_argument(at: "Token", verb: "Token", naming: Naming) -> _Step | None:
    """Climb from a weapon to its verb: what strikes or goes off, what is fired or used."""
    weapon, lemma = naming.weapon, verb.lemma_.lower()
    if at.dep_ == "nsubj" and not weapon.weak:
        return _Step(verb, f"subject of {verb.text!r}", True)
    if at.dep_ in ("nsubj", "dobj", "nsubjpass") and weapon.rams:
        return _Step(verb, f"driven, {verb.text!r}", True) if lemma in RAMS else None
    if at.dep_ in ("dobj", "nsubjpass") and lemma in (THROWS if weapon.weak else USES):
        if any(child.dep_ == "prt" and child.lower_ == "down" for child in verb.children):
            return None
        return _Step(verb, f"what was {_passive_name(verb)}", True)
    if at.dep_ in ("dobj", "nsubj") and lemma in BEARING:
        return _Step(verb, f"subject of {verb.text!r}", False)
    return None


def _passive_name(verb: "Token") -> str:
    return "used" if verb.lemma_ == "use" else f"object of {verb.text!r}"


def _from_preposition(at: "Token", prep: "Token", naming: Naming) -> _Step | None:
    word, above = prep.lower_, prep.head
    if word == "of":
        portion = is_portion(above) or lemma_of(above) in DEEDS
        return _Step(above, "", lemma_of(above) in DEEDS) if portion else None
    if at != first_conjunct(naming.head) and lemma_of(at) in DEEDS:
        how = f"named by {at.text!r}, {word!r} which it befell"
        return _Step(above, how, True) if word in IN_DEED | BY_MEANS else None
    if word not in (WITH if naming.weapon.weak else BY_MEANS):
        return None
    if naming.weapon.rams and word == "by":
        return None
    if word == "to" and above.lemma_ not in ("lose", "fall", "succumb"):
        return None
    if above.lemma_.lower() in BEARING or above.lower_ in BEARING:
        return _Step(above, f"borne, {above.text!r} with", True)
    if above.pos_ in ("NOUN", "PRON") and word == "with" and _is_people(above):
        return _Step(above, f"in the hands of {above.text!r}", False, bearer=True)
    return _Step(above, f"object of {word!r} after {above.text!r}", True)


def _is_people(noun: "Token") -> bool:
    return bool(classes_of(noun) & {"armed", "person", "people", "police"})


def _from_bearer(noun: "Token") -> _Step | None:
    """Climb from those who have a weapon to what they do with it.

    "Killed villagers with machetes" hangs the machetes on the villagers in most parses; readers
    take them for the means of the killing.
    """
    noun = first_conjunct(noun)
    above = noun.head
    if noun.dep_ == "nsubj" or (noun.dep_ == "dobj" and above.lemma_.lower() in HARMS | BEATS):
        return _Step(above, "", True)
    if noun.dep_ == "pobj" and above.lower_ == "by":
        return _Step(above.head, "", True)
    return None


def _from_verb(verb: "Token") -> _Step | None:
    """Climb from a verb with the weapon to the clause or the noun above it."""
    above = verb.head
    lemma = verb.lemma_.lower()
    bears = lemma in BEARING or lemma in USES
    if verb.dep_ in ("advcl", "xcomp", "dep", "pcomp", "prep"):
        if above.dep_ in ("prep", "agent") and above.head != above:
            above = above.head
        if bears or above.lemma_.lower() in HARMS:
            return _Step(above, "", True)
        return None
    if verb.dep_ in ("acl", "amod", "relcl") and bears and not negation_of(verb):
        bearer = _is_people(above)
        return _Step(above, f"borne by {above.text!r}", lemma_of(above) in DEEDS, bearer)
    return None


def _beside(verb: "Token", how: str) -> Iterator[Link]:
    """Give what the use of the weapon is said to do: "used tear gas to disperse the crowd", "a bomb
    went off, killing five"."""
    purpose = verb.lemma_.lower() in USES
    for child in verb.children:
        if child.dep_ not in ("advcl", "xcomp", "conj") or not is_verb(child):
            continue
        if child.lemma_.lower() in SHARES or (purpose and child.dep_ != "conj"):
            yield Link(child, how)
