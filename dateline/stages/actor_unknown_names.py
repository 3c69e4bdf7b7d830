"""Which names in capitals, known to no list and of no telling word, stand for somebody who acts?

"Velmar signed an accord with Ostany": a name is taken where its place in the sentence shows an
actor, and then wherever it returns in the report.  What it is stays open unless the text says it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dateline.document import Document
from dateline.records import ActorKind, BlockKind, Sentence, Time
from dateline.stages.actor_body_names import BodyName
from dateline.stages.actor_found import MODIFIERS
from dateline.stages.actor_names import PersonName
from dateline.stages.actor_phrases import governor, has_number, is_deed
from dateline.stages.actor_positions import (
    HANDING,
    is_body_acting,
    is_possessor_acting,
    is_state_acting,
)
from dateline.stages.actor_words import Words, word_list
from dateline.syntax import first_conjunct

if TYPE_CHECKING:
    from spacy.tokens import Token

#: What the parser's name finder may call a name of an actor; "" is a name that it left out.
LABELS = frozenset({"", "ORG", "GPE", "NORP", "PERSON"})

#: Labels that it also gives to names it does not know, when nothing else is in the sentence.
DOUBTFUL = frozenset({"FAC", "WORK_OF_ART", "LOC"})

#: Labels under which a name may be an actor where a thing could stand as well.
SURE = frozenset({"GPE", "NORP", "ORG"})

#: Organs and offices that only states have: a name right before one is the name of a state.
OF_STATES = frozenset(
    {"organs/embassy", "organs/navy", "organs/air_force", "organs/foreign_ministry",
     "organs/defence_ministry", "organs/interior_ministry", "person_roles/prime_minister",
     "person_roles/foreign_minister", "person_roles/defence_minister",
     "person_roles/interior_minister"}
)  # fmt: skip

#: Nouns beside a name that call it a state ("Velmar, a landlocked country").
STATE_NOUNS = frozenset({"state", "country", "nation", "republic", "kingdom", "emirate"})

#: Ends that make a word for the people or the things of a state from its name, longest first.
ENDS = ("ians", "ian", "eans", "ean", "ese", "ish", "ans", "an", "is", "i", "ns", "n")

#: Shortest name taken; shorter ones are abbreviations and initials.
SHORTEST = 3


@dataclass(frozen=True, slots=True)
class _Run:
    """A run of words in capitals at tokens ``[first, last]`` with the word that heads it."""

    first: int
    last: int
    head: "Token"

    @property
    def text(self) -> str:
        return str(self.head.doc[self.first : self.last + 1].text)


def find_unknown_names(
    doc: Document, words: Words, persons: dict[int, PersonName], bodies: dict[int, BodyName]
) -> dict[int, BodyName]:
    """Find names that no list knows where they act, are dealt with or own, by main word.

    A place that shows an actor beyond doubt (subject of a deed, party to talks) proves the name;
    then it is taken as well where a state would be ("aid to Velmar").  Titles are left out, as
    are names of things that often stand as subjects ("Ramadan", list ``no_actors``).
    """
    runs = list(_runs(doc, words, persons, bodies))
    states = {_base_of(run, runs) or run.text for run in runs if _is_of_state(run, words)}
    proven = states | {run.text for run in runs if _shows_actor(run, words)}
    proven |= _joined(runs, proven)
    found = {}
    for run in runs:
        name = _base_of(run, runs) or (run.text if run.text in proven else None)
        if name is not None and (name in proven or _is_of_state(run, words)):
            what = _kind(run, name, name in states or _is_of_state(run, words), runs)
            found[run.head.i] = BodyName(
                run.first, run.last, run.head.i, None, _why(run, name), what, name
            )
    return found


def _why(run: _Run, name: str) -> str:
    if run.text != name:
        return f"a word made from the name {name!r}, which acts in this report"
    return "it stands in capitals where somebody acts or is dealt with"


# ---------------------------------------------------------------- candidates


def _runs(
    doc: Document, words: Words, persons: dict[int, PersonName], bodies: dict[int, BodyName]
) -> Iterator[_Run]:
    taken = {i for name in persons.values() for i in range(name.first, name.last + 1)}
    taken |= {i for name in bodies.values() for i in range(name.first, name.last + 1)}
    taken |= {token.i for time in doc.records(Time) for token in doc.tokens_of(time.span)}
    taken |= words.names.keys() | words.nouns.keys() | words.places.keys()
    not_names = {part for i, name in persons.items() for part in name.words(doc.parse[i])}
    not_names |= {each.text.capitalize() for each in doc.parse if each.is_lower}
    for sent in doc.records(Sentence):
        if sent.block is BlockKind.TITLE or _is_shouted(sent.span.text):
            continue
        at = sent.first
        while at < sent.last:
            last = at
            while last < sent.last and last not in taken and _is_name_word(doc.parse[last]):
                last += 1
            if last > at and not _goes_on(doc, words, at, last):
                run = _run(doc.parse[at:last])
                if run is not None and run.text not in not_names:
                    yield run
            at = max(last, at + 1)


def _is_shouted(text: str) -> bool:
    """Say whether a sentence is written in capitals, where a capital tells no name."""
    capitals = sum(letter.isupper() for letter in text)
    return capitals > sum(letter.islower() for letter in text)


def _goes_on(doc: Document, words: Words, first: int, end: int) -> bool:
    """Say whether a run is only a part of something: of "Niger River Post", of "Ab-Cd"."""
    before = doc.parse[first - 1] if first else None
    after = doc.parse[end] if end < len(doc.parse) else None
    if any(
        each is not None and each.text in ("-", "–", "&", "/", "@", "#") for each in (before, after)
    ):
        return True
    known = words.places.keys() | words.names.keys()
    if after is not None and after.i in known and after.tag_ == "NNP":
        return True
    if before is None or not before.text[:1].isupper() or doc.parse[first].is_sent_start:
        return False
    if before.i in words.places:
        return True
    return before.pos_ == "PROPN" and before.tag_ != "JJ" and before.head.i in range(first, end)


def _is_name_word(token: "Token") -> bool:
    if not token.text[:1].isupper():
        return False
    if token.tag_ in ("NNP", "NNPS"):
        return True
    if token.tag_ == "JJ":
        return not token.is_sent_start
    return _is_misread(token)


def _is_misread(token: "Token") -> bool:
    """Say whether a capital at the start of a sentence is a name read as a noun: it is joined to a
    name and has nothing beside it ("Velmar and Ostany agreed")."""
    if token.tag_ != "NN" or not token.is_sent_start:
        return False
    own = {child.dep_ for child in token.children} - {"cc", "conj", "punct"}
    joined = [child for child in token.children if child.dep_ == "conj"]
    return not own and bool(joined) and all(each.tag_ == "NNP" for each in joined)


def _run(tokens: "Iterable[Token]") -> _Run | None:
    """Take a run of capitals as one name if its words hang together and may name somebody."""
    run = list(tokens)
    heads = [each for each in run if not run[0].i <= each.head.i <= run[-1].i or each.head == each]
    if len(heads) != 1 or not all(each.text.replace("-", "").isalpha() for each in run):
        return None
    head = heads[0]
    if len(head) < SHORTEST or any(each.lower_ in word_list("no_actors") for each in run):
        return None
    if head.ent_type_ not in LABELS | DOUBTFUL:
        return None
    if len(run) > 1 and head.ent_type_ not in SURE:
        return None
    return _Run(run[0].i, run[-1].i, head)


# ---------------------------------------------------------------- proof


def _shows_actor(run: _Run, words: Words) -> bool:
    """Say whether a name stands where only somebody who acts does."""
    token, first = run.head, first_conjunct(run.head)
    doubtful = token.ent_type_ in DOUBTFUL and _has_article(token)
    if token.tag_ == "JJ" or doubtful or is_deed(token) or has_number(token):
        return False
    if first != token and first.pos_ != "PROPN" and not _is_misread(first):
        return False
    if first.dep_ == "nsubj":
        return not _has_article(token) and _does_deed(first)
    if first.dep_ == "pobj":
        return _is_party(first) and not _is_with_places(first, words)
    if first.dep_ == "dobj":
        return _is_addressed(first)
    sure = token.ent_type_ in SURE and token.tag_ == "NNP"
    return sure and first.dep_ in {"poss"} | MODIFIERS and is_deed(first.head)


def _has_article(token: "Token") -> bool:
    return any(child.dep_ == "det" for child in token.children)


def _does_deed(subject: "Token") -> bool:
    """Say whether a subject does something: not where places and things stand as well ("fell")."""
    verb = subject.head
    if verb.lemma_ == "be":  # "is about to restore", "is likely to sign"
        return any(
            inner.dep_ in ("xcomp", "pcomp") and inner.pos_ == "VERB"
            for child in verb.children
            if child.dep_ in ("acomp", "prep")
            for inner in child.children
        )
    idle = word_list("of_place") | word_list("stative")
    return verb.pos_ == "VERB" and verb.lemma_ not in idle


def _is_party(token: "Token") -> bool:
    """Say whether the object of a preposition is a party to a deed: "ties with Velmar"."""
    prep, above = token.head.lower_, governor(token)
    if prep in ("with", "between", "by", "against"):
        if is_deed(above):
            return True
        dealt = word_list("addressing") | word_list("speech") | word_list("dealing")
        return above.lemma_ in dealt or (prep == "by" and token.head.dep_ == "agent")
    if prep not in ("to", "from"):
        return False
    if is_deed(above):
        return above.lemma_.lower() not in word_list("motion")
    return prep == "to" and _is_given(above)


def _is_with_places(first: "Token", words: Words) -> bool:
    """Say whether a name is joined to a mere place ("attacks between Seyna and Mbari")."""
    joined = (first, *(child for child in first.children if child.dep_ == "conj"))
    return any(each.i in words.places and each.i not in words.names for each in joined)


def _is_given(verb: "Token") -> bool:
    """Say whether a verb hands its object over: "will contribute a million to Velmar"."""
    gives = verb.lemma_ in word_list("giving") | HANDING
    return gives and any(child.dep_ == "dobj" for child in verb.children)


def _is_addressed(token: "Token") -> bool:
    verb = token.head
    if verb.lemma_ in word_list("addressing") | word_list("speech"):
        return True
    supplied = any(child.dep_ == "prep" and child.lower_ == "with" for child in verb.children)
    return verb.lemma_ in ("supply", "provide") and supplied


def _is_of_state(run: _Run, words: Words) -> bool:
    """Say whether a name stands right before an organ or office that only states have."""
    noun = words.nouns.get(run.last + 1)
    if noun is None or run.head.ent_type_ == "PERSON":
        return False
    return noun.first == run.last + 1 and noun.sense.rule in OF_STATES


def _joined(runs: list[_Run], proven: set[str]) -> set[str]:
    """Give the names that are joined to a proven one ("Velmar and Ostany")."""
    first = {first_conjunct(run.head).i for run in runs if run.text in proven}
    return {run.text for run in runs if run.head.tag_ != "JJ" and run.head.dep_ == "conj"
            and first_conjunct(run.head).i in first and _is_name_word(first_conjunct(run.head))}  # fmt: skip


# ---------------------------------------------------------------- what it is


def _base_of(run: _Run, runs: list[_Run]) -> str | None:
    """Give the name that a word is made from: "Velmar" for "Velmarian" before what it owns."""
    if run.first != run.last or (run.head.tag_ != "JJ" and run.head.dep_ not in MODIFIERS):
        return None
    for other in runs:
        if other.text != run.text and other.head.tag_ == "NNP" and _made_from(run.text, other.text):
            return other.text
    return None


def _made_from(word: str, name: str) -> bool:
    stems = (name, name[:-1]) if name[-1] in "aeiouy" and len(name) > SHORTEST + 1 else (name,)
    return any(word == stem + end for stem in stems for end in ENDS)


def _kind(run: _Run, name: str, is_state: bool, runs: list[_Run]) -> ActorKind | None:
    if is_state:
        return ActorKind.STATE
    for other in runs:
        if other.text == name and any(
            child.dep_ == "appos" and child.lower_ in STATE_NOUNS for child in other.head.children
        ):
            return ActorKind.STATE
    if run.head.ent_type_ == "ORG" and run.text.isupper():
        return ActorKind.ORGANISATION
    if run.head.ent_type_ == "NORP" and run.head.tag_ == "NNPS":
        return ActorKind.POPULATION
    return None


def stands_for_actor(name: BodyName, token: "Token", *, before_actor: bool) -> bool:
    """Say whether an unknown name, proven elsewhere in the report, is an actor where it stands.

    Args:
        before_actor: It stands before a noun for an actor ("Velmar soldiers"): whose they are.
    """
    first = first_conjunct(token)
    if first.dep_ in MODIFIERS:
        return before_actor or is_deed(first.head)
    if first.dep_ == "poss":
        return before_actor or is_possessor_acting(first)
    if first.dep_ == "pobj" and first.head.lower_ in ("of", "from"):
        return is_body_acting(token, strict=False)
    return name.first <= token.i and is_state_acting(token)
