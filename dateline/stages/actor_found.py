"""A phrase that names an actor, before it is known which one."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from dateline.register import NameSort
from dateline.stages.actor_body_names import BodyName
from dateline.stages.actor_names import PersonName
from dateline.stages.actor_words import NameHit, NounHit, Words

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Dependencies of a word that says what sort of thing the next noun is.
MODIFIERS = frozenset({"compound", "amod", "nmod", "npadvmod"})

#: Prepositions between an office or a member and the body it belongs to.
OF_BODY = frozenset({"of", "for", "from", "to", "at", "with", "in"})

#: Sectors whose bodies are also buildings: a bombed school is a target, not an actor.
HOUSED = frozenset({"EDU", "MED", "REL"})

#: Words for those who stand against or over against somebody: "the army's enemies" are not of the army.
OPPOSED = frozenset({"enemy", "rival", "opponent", "adversary", "critic", "detractor", "foe", "victim",
                     "counterpart"})  # fmt: skip

STATE_OBJECTS = frozenset({"action", "step", "measure", "decision"})


#: Nouns after a name that add nothing to it ("the Hamas movement").
SAME_AS_NAME = frozenset(
    {"group", "movement", "organisation", "organization", "network", "faction", "party", "forces"}
)

#: Verbs that give a name to the noun they hang on.
NAMING = frozenset({"call", "name", "know", "dub", "title", "style"})


class Form(StrEnum):
    """In what manner a phrase names an actor."""

    STATE = "state"  # "Iraq", "the Danish side", "Moscow said"
    PEOPLE = "people"  # "Iraqis"
    REGISTERED = "registered"  # "Hamas"
    PERSON = "person"  # "Abel Okello"
    NOUN = "noun"  # "two policemen", "the foreign ministry"
    BODY = "body"  # "the Green Valley Brigade"
    COUNTRY = "country"  # "the country", for a state


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A phrase that names an actor, before it is known which one.

    ``core`` is the word that says what it is ("civilians" in "dozens of civilians"), ``owner`` what
    it belongs to, ``same_as`` the main word of the phrase that it stands in apposition to.
    """

    head: "Token"
    core: "Token"
    tokens: "tuple[Token, ...]"
    form: Form
    how: str
    rule: str
    reason: str
    name: NameHit | None = None
    noun: NounHit | None = None
    person: PersonName | None = None
    body: BodyName | None = None
    determiner: str = ""
    plural: bool = False
    counted: bool = False
    owner: "Token | None" = None
    same_as: int | None = None


@dataclass(frozen=True, slots=True)
class Reader:
    """What the readers of phrases look up."""

    words: Words
    persons: dict[int, PersonName]
    bodies: dict[int, BodyName]

    def names_actor(self, token: "Token") -> bool:
        """Say whether a noun is, as far as its word goes, one for an actor."""
        i = token.i
        if i in self.persons or i in self.bodies:
            return True
        noun = self.words.nouns.get(i)
        if noun is not None:
            return noun.sense.entry.is_a not in ("past", "honorific")
        name = self.words.names.get(i)
        if (
            name is not None
            and name.is_state
            and not name.sorts & {NameSort.STATE, NameSort.PEOPLE}
        ):
            return False  # a capital or an adjective
        return name is not None and token.pos_ in ("PROPN", "NOUN") and token.i == name.head


def text_of(token: "Token", first: int, last: int) -> str:
    """Give the text of tokens ``[first, last]`` of the parse that ``token`` is of."""
    return str(token.doc[first : last + 1].text)


def apposed_to(token: "Token", reader: Reader) -> int | None:
    """Give the main word of the phrase that this one stands in apposition to."""
    other = token.head if token.dep_ == "appos" else named_by(token)
    if other is not None and not reader.names_actor(other) and other.dep_ == "pobj":
        other = other.head.head  # "its coordinator in Nairobi, Abel Okello"
    return other.i if other is not None and reader.names_actor(other) else None


def named_by(token: "Token") -> "Token | None":
    """Give what is named in "a faction calling itself X", "a group known as X"."""
    doc, first = token.doc, min(each.i for each in token.subtree)
    if first > 1 and doc[first - 1].lower_ in ("itself", "themselves", "himself"):
        naming = doc[first - 2]  # however X itself was attached
        return naming.head if naming.lemma_ in NAMING and naming.dep_ in ("acl", "relcl") else None
    verb = token.head.head if token.dep_ == "pobj" and token.head.lower_ == "as" else token.head
    if verb.lemma_ in NAMING and verb.dep_ in ("acl", "relcl"):
        return verb.head
    return None


def stands_for_name(noun: NounHit, token: "Token") -> bool:
    """Say whether a noun after a name only says what the name is ("Houthi rebels", "Hamas group")."""
    armed = noun.sense.entry.kind == "armed group" or noun.sense.rule == "group_nouns/gunmen"
    return armed or token.lower_ in SAME_AS_NAME
