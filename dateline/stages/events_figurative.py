"""Is the force only a figure of speech?  "A bombardment of questions", "an offensive of charm", a bill
that "has become a battlefield on which allies shoot at each other"."""

from typing import TYPE_CHECKING

from dateline.records import EventType
from dateline.stages.events_matching import Match
from dateline.syntax import first_conjunct, is_verb
from dateline.word_classes import classes_of, lemma_of

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Types told by words of force that news English also uses of talk, noise and feelings.
FORCEFUL = frozenset({EventType.ASSAULT, EventType.MOBILIZE, EventType.COERCE})

#: Places in which a harmless thing shows that the word of force is a figure of speech.
TELLING_PLACES = frozenset({"of", "with", "compound", "subject"})

#: Verbs that say of one thing that it is another.
EQUATING = frozenset({"be", "become", "remain", "resemble", "turn"})

#: Classes of things that may really be a scene of battle.
REAL_SCENES = frozenset({"territory", "state", "thing"})

#: Entity labels of places.
PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})


def is_figurative(found: Match, kind: EventType) -> bool:
    """Say whether a match of a type of force is a figure of speech.

    It is when what is used or what the deed consists of is harmless by its nature (class
    ``harmless`` of ``word_classes.tsv``), or when it happens on a scene of battle that the text
    only equates with something that is no place.
    """
    if kind not in FORCEFUL:
        return False
    return _is_of_harmless(found) or _is_on_equated_scene(found.support or found.head)


def _is_of_harmless(found: Match) -> bool:
    fillers = [
        arg for arg in found.args
        if arg.place in TELLING_PLACES and not (found.verbal and arg.place in ("of", "compound"))
    ]  # fmt: skip
    classes = [classes_of(arg.token) for arg in fillers]
    if any("weapon" in each for each in classes):
        return False
    return any("harmless" in each for each in classes)


def _is_on_equated_scene(verb: "Token") -> bool:
    """Say whether a clause describes a scene of battle that something else is said to be."""
    clause = first_conjunct(verb)
    if clause.dep_ != "relcl" or "scene" not in classes_of(clause.head):
        return False
    scene = clause.head
    above = scene.head
    if scene.dep_ == "pobj" and above.lower_ in ("into", "as", "like", "to"):
        above = above.head
    elif scene.dep_ not in ("attr", "oprd", "dobj"):
        return False
    if not is_verb(above) or lemma_of(above) not in EQUATING:
        return False
    subjects = [each for each in above.children if each.dep_ in ("nsubj", "nsubjpass")]
    return bool(subjects) and not any(_is_place(each) for each in subjects)


def _is_place(token: "Token") -> bool:
    """Say whether a word may name a place: any name may."""
    named = token.pos_ == "PROPN" or token.ent_type_ in PLACE_LABELS
    return named or bool(classes_of(token) & REAL_SCENES)
