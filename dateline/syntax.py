"""General English grammar over spaCy's dependency parse: who fills which place of a predicate.

Works on tokens and knows no lexicon of events.  Places are *logical*: the subject of "was hit by
drones" is "drones", its object what was hit.  Labels are those of spaCy's English pipelines
(CLEAR style: nsubj, nsubjpass, dobj, agent, pobj, relcl, acl …).
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dateline.predicates import (
    NEGATORS,
    SUPPORT_VERBS,
    UNDERGO_VERBS,
    conjuncts,
    first_conjunct,
    is_passive,
    is_relative,
    is_verb,
    negation_of,
    predicate_of,
    support_verb,
    verb_lemma,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = [
    "Argument",
    "Arguments",
    "arguments_of",
    "clause",
    "phrase",
    "NEGATORS",
    "SUPPORT_VERBS",
    "UNDERGO_VERBS",
    "conjuncts",
    "first_conjunct",
    "is_passive",
    "is_relative",
    "is_verb",
    "negation_of",
    "predicate_of",
    "support_verb",
    "verb_lemma",
]

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
CLAUSES = frozenset({"ccomp", "xcomp", "advcl", "relcl", "acl", "pcomp", "csubj", "csubjpass"})

#: Prepositions under which a passive's actor stands in news English.
AGENT_PREPOSITIONS = frozenset({"by"})

#: Verbs whose subject also is the subject of the infinitive below them in spite of an object
#: ("promised him to leave"); with any other verb the object controls ("ordered him to leave").
SUBJECT_CONTROL = frozenset({"promise", "threaten", "vow", "swear", "pledge"})


@dataclass(frozen=True, slots=True)
class Argument:
    """A phrase's main word, the place it fills, and how it came to fill it."""

    token: "Token"
    place: str
    how: str


@dataclass(frozen=True, slots=True)
class Arguments:
    """The phrases around one predicate by logical place.

    Places: ``subject``, ``object``, ``indirect``, ``complement`` (a clause's head), ``compound``
    and ``modifier`` (words before a noun), and any preposition by its own word (``on``, ``of``).
    """

    head: "Token"
    passive: bool
    all: tuple[Argument, ...] = field(default=())

    def at(self, *places: str) -> tuple[Argument, ...]:
        """Give the arguments at any of the places, in the order of ``places``, then of the text."""
        return tuple(arg for place in places for arg in self.all if arg.place == place)


def arguments_of(head: "Token") -> Arguments:
    """Find the phrases around a verb or a noun of action by their logical place.

    Handles passives, relative clauses, participles after a noun, control ("ordered them to
    leave"), joined verbs sharing a subject, nouns with of/by/on/against, possessors, and nouns
    that borrow their subject from a support verb ("carried out an attack on").
    """
    passive = is_verb(head) and is_passive(head)
    found = list(_verb_arguments(head, passive) if is_verb(head) else _noun_arguments(head))
    spread: list[Argument] = []
    seen: set[tuple[int, str]] = set()
    for arg in found:
        joined = conjuncts(arg.token) if arg.place != "complement" else [arg.token]
        for token in joined:
            if (token.i, arg.place) not in seen and not token.is_punct:
                seen.add((token.i, arg.place))
                spread.append(Argument(token, arg.place, arg.how))
    return Arguments(head, passive, tuple(spread))


def _verb_arguments(verb: "Token", passive: bool) -> Iterator[Argument]:
    name = f"{verb.text!r}"
    has_subject = has_object = False
    for child in verb.children:
        dep = child.dep_
        if dep == "nsubj" and not is_relative(child):
            has_subject = True
            yield Argument(child, "subject", f"subject of {name}")
        elif dep == "nsubjpass" and not is_relative(child):
            has_object = True
            yield Argument(child, "object", f"subject of passive {name}")
        elif dep == "dobj" and not is_relative(child):
            has_object = True
            yield Argument(child, "object", f"object of {name}")
        elif dep == "dative":
            target = next((c for c in child.children if c.dep_ == "pobj"), child)
            yield Argument(target, "indirect", f"indirect object of {name}")
        elif dep == "agent":
            has_subject = True
            for obj in child.children:
                if obj.dep_ in ("pobj", "pcomp"):
                    yield Argument(obj, "subject", f"'by' with passive {name}")
        elif dep in ("prep", "prt"):
            yield from _prepositional(child, name)
        elif dep in ("ccomp", "xcomp"):
            yield Argument(child, "complement", f"clause under {name}")
        elif dep in ("attr", "oprd", "acomp"):
            yield Argument(child, "attribute", f"complement of {name}")
    yield from _shared(verb, passive, has_subject=has_subject, has_object=has_object)


def _shared(
    verb: "Token", passive: bool, *, has_subject: bool, has_object: bool
) -> Iterator[Argument]:
    """Find the subject or object that a verb shares with the clause above it."""
    wanted = "object" if passive else "subject"
    if (passive and has_object) or (not passive and has_subject):
        wanted = ""
    name = f"{verb.text!r}"
    if verb.dep_ == "relcl":
        gap = _relative_gap(verb, has_subject=has_subject, has_object=has_object, passive=passive)
        if gap:
            yield Argument(verb.head, gap, f"{gap} of {name} through a relative clause")
        return
    if not wanted:
        return
    if verb.dep_ == "acl":
        if verb.tag_ == "VBN" or verb.tag_ == "VBG":
            yield Argument(verb.head, wanted, f"{wanted} of participle {name}")
        elif verb.tag_ == "VBD" and verb.head.dep_ == "ROOT":
            # "Russia, which has a base there, called": the parser hangs the verb on its subject
            yield Argument(verb.head, wanted, f"{wanted} of {name}")
        else:
            yield from _controller(verb, wanted)
    elif verb.dep_ == "amod":
        yield Argument(verb.head, wanted, f"{wanted} of participle {name}")
    elif verb.dep_ == "conj" and is_verb(verb.head):
        above = arguments_of(verb.head)
        place = "object" if above.passive else "subject"
        for arg in above.at(place):
            yield Argument(arg.token, wanted, f"{arg.how}, shared with {name}")
    elif verb.dep_ in ("xcomp", "advcl", "ccomp", "pcomp"):
        yield from _controller(verb, wanted)


def _relative_gap(
    verb: "Token", *, has_subject: bool, has_object: bool, passive: bool
) -> str | None:
    """Say which place of a relative clause its antecedent fills."""
    for child in verb.children:
        if is_relative(child):
            if child.dep_ in ("nsubjpass", "dobj"):
                return "object"
            if child.dep_ == "nsubj":
                return "subject"
        if child.dep_ == "prep" and any(is_relative(each) for each in child.children):
            return child.lower_
    if passive:
        return None if has_object else "object"
    if not has_subject:
        return "subject"
    return None if has_object else "object"


def _controller(verb: "Token", wanted: str) -> Iterator[Argument]:
    """Find who is meant to do an infinitive or participle: "ordered the staff to leave"."""
    above = verb.head
    if above.dep_ in ("prep", "acomp", "oprd") and above.head != above:
        above = above.head
    if not is_verb(above):
        if verb.dep_ in ("acl", "pcomp"):
            for arg in _noun_arguments(above):
                if arg.place in ("subject", "poss"):
                    yield Argument(arg.token, wanted, f"{arg.how}, who is to {verb.text!r}")
        return
    if verb.dep_ == "ccomp" and verb.tag_ not in ("VB", "VBG"):
        return
    args = arguments_of(above)
    objects = args.at("object", "indirect")
    if verb.dep_ in ("xcomp", "ccomp") and objects and above.lemma_ not in SUBJECT_CONTROL:
        chosen = objects
    else:
        chosen = args.at("object" if args.passive else "subject")
    for arg in chosen:
        yield Argument(arg.token, wanted, f"{arg.how}, who is to {verb.text!r}")


def _prepositional(prep: "Token", name: str) -> Iterator[Argument]:
    place = prep.lower_
    for child in prep.children:
        if child.dep_ == "pobj":
            yield Argument(child, place, f"object of {place!r} after {name}")
        elif child.dep_ == "pcomp":
            yield Argument(child, place, f"clause after {place!r} with {name}")
        elif child.dep_ == "prep":
            for obj in child.children:
                if obj.dep_ == "pobj":
                    both = f"{place} {child.lower_}"
                    yield Argument(obj, both, f"object of {both!r} after {name}")
                    yield Argument(obj, child.lower_, f"object of {both!r} after {name}")


def _noun_arguments(noun: "Token") -> Iterator[Argument]:
    name = f"{noun.text!r}"
    for child in noun.children:
        if child.dep_ in ("prep", "agent"):
            place = "subject" if child.lower_ in AGENT_PREPOSITIONS else None
            for arg in _prepositional(child, name):
                yield Argument(arg.token, place or arg.place, arg.how)
        elif child.dep_ == "poss":
            yield Argument(child, "poss", f"possessor of {name}")
        elif child.dep_ in ("compound", "nmod"):
            yield Argument(child, "compound", f"word before {name}")
        elif child.dep_ == "amod":
            yield Argument(child, "modifier", f"adjective of {name}")
        elif child.dep_ in ("xcomp", "ccomp") or (child.dep_ == "acl" and _is_content(child)):
            yield Argument(child, "complement", f"clause under {name}")
        elif child.dep_ in ("acl", "relcl") and support_of(child):
            yield from _lent(child, noun)
    yield from _support(noun)


def support_of(verb: "Token") -> bool:
    """Say whether a participle or relative clause carries the noun above it: "the attack that the
    rebels carried out", "sanctions imposed by the bloc"."""
    return verb_lemma(verb) in SUPPORT_VERBS


def _is_content(verb: "Token") -> bool:
    """Say whether a clause after a noun is what the noun is about: "the demand to leave", "their
    demand that he resign"."""
    return any(child.tag_ == "TO" or child.dep_ == "mark" for child in verb.children)


def _lent(verb: "Token", noun: "Token") -> Iterator[Argument]:
    """Find what a participle or relative clause lends to the noun that it is about.

    Reads the verb's own dependents only: what it shares may lead back to the noun.
    """
    how = f"{verb.text!r}, which carries {noun.text!r}"
    if not _is_about_object(verb):
        return
    for child in verb.children:
        if child.dep_ == "agent":
            for obj in child.children:
                if obj.dep_ == "pobj":
                    yield Argument(obj, "subject", f"'by' with passive {how}")
        elif child.dep_ == "nsubj" and not is_relative(child):
            yield Argument(child, "subject", f"subject of {how}")
        elif child.dep_ == "prep":
            yield from _prepositional(child, how)


def _is_about_object(verb: "Token") -> bool:
    """Say whether the noun above a participle or relative clause is its logical object."""
    if verb.dep_ == "acl":
        return verb.tag_ == "VBN" and not any(child.dep_ == "dobj" for child in verb.children)
    if is_passive(verb):
        return True
    return any(
        child.dep_ == "nsubj" and not is_relative(child) for child in verb.children
    ) and not any(child.dep_ == "dobj" and not is_relative(child) for child in verb.children)


def _support(noun: "Token") -> Iterator[Argument]:
    """Find what a support verb lends to a noun of action."""
    verb = support_verb(noun)
    if verb is None:
        return
    name = f"{verb.text!r} … {noun.text!r}"
    args = arguments_of(verb)
    undergone = verb.lemma_ in UNDERGO_VERBS
    for arg in args.at("subject"):
        if arg.token != noun:
            yield Argument(arg.token, "object" if undergone else "subject", f"subject of {name}")
    prepositions = ("on", "against", "at", "to", "with", "from", "in", "for", "over", "near")
    for arg in args.at(*prepositions):
        if arg.token != noun:
            yield Argument(arg.token, arg.place, arg.how)


#: Marks that belong to a phrase when they stand inside it; at its edges they are cut off.
INNER_MARKS = frozenset("-–‑/“”\"'‘’`.") | {"``", "''"}

#: Dependents that are left out of the compact form of a noun phrase.
LOOSE_DEPENDENTS = frozenset({"relcl", "appos", "punct", "cc", "conj", "advcl", "parataxis"})


def phrase(token: "Token", *, compact: bool = True) -> "list[Token]":
    """Give the tokens of the noun phrase around its main word, in text order, without gaps.

    Args:
        compact: Leave out relative clauses, appositions and joined phrases; the full form keeps
            the whole subtree.
    """
    keep = {token.i}
    stack = [token]
    while stack:
        for child in stack.pop().children:
            if compact and child.dep_ in LOOSE_DEPENDENTS and not _inside_name(child):
                continue
            keep.add(child.i)
            stack.append(child)
    first = last = token.i
    while first - 1 in keep:
        first -= 1
    while last + 1 in keep:
        last += 1
    tokens = [each for each in token.doc[first : last + 1] if not each.is_space]
    while len(tokens) > 1 and tokens[-1].is_punct and tokens[-1].i > token.i:
        tokens.pop()
    while len(tokens) > 1 and tokens[0].is_punct and tokens[0].i < token.i:
        tokens.pop(0)
    return tokens


def _inside_name(child: "Token") -> bool:
    """Keep hyphens, quotation marks and slashes that stand inside a phrase ("Abdul-Karim")."""
    return child.dep_ == "punct" and child.text in INNER_MARKS


def clause(head: "Token") -> "list[Token]":
    """Give the tokens of the clause that a predicate heads, without clauses joined to it, without
    a leading connective and without edge punctuation."""
    left_out: set[int] = set()
    for child in head.children:
        if child.dep_ in ("conj", "parataxis") and is_verb(child):
            left_out.update(each.i for each in child.subtree)
        elif child.dep_ == "cc" or (child.dep_ == "punct" and child.i > head.i):
            left_out.add(child.i)
    keep = {each.i for each in head.subtree} - left_out
    first = last = head.i
    while first - 1 in keep:
        first -= 1
    while last + 1 in keep:
        last += 1
    tokens = [each for each in head.doc[first : last + 1] if not each.is_space]
    while len(tokens) > 1 and (tokens[0].is_punct or tokens[0].dep_ in ("cc", "mark")):
        tokens.pop(0)
    while len(tokens) > 1 and tokens[-1].is_punct:
        tokens.pop()
    return tokens
