"""Do these words tell a frame?  Patterns against the parse, with the conditions on the fillers."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dateline.frames import FrameIndex, Pattern
from dateline.stages.events_conditions import NOUN_POS, fits
from dateline.syntax import (
    Argument,
    arguments_of,
    conjuncts,
    is_verb,
    support_verb,
    verb_lemma,
)
from dateline.word_classes import classes_of, is_portion, lemma_of

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Dependents among which the further words of a verb pattern may stand.
REACHED = frozenset(
    {
        "prt", "prep", "dobj", "pobj", "advmod", "oprd", "acomp", "attr", "dative",
        "agent", "nsubjpass", "npadvmod", "xcomp", "ccomp", "advcl", "compound", "amod",
        "pcomp", "dep",
    }
)  # fmt: skip

#: Where a noun names no deed of its own but a kind of something else ("attack helicopters").
NAMING = frozenset({"compound", "nmod", "amod", "poss"})

#: Words that make a reported clause a demand: "said that the army must leave".
MODALS = frozenset({"must", "should"})

#: Verbs that a particle does not turn into another verb ("carry out", "hold up"); with any other
#: verb an unmatched particle makes one ("*call* a strike", "*call off* a strike").
LOOSE_PARTICLES = frozenset({"carry", "hand", "send", "step", "round", "bring", "lay"})

#: Classes of those who can be a party to an event.
PARTIES = frozenset({"person", "people"})

#: Entity labels of times, whose prepositions belong to no pattern.
TIME_LABELS = frozenset({"DATE", "TIME"})


@dataclass(frozen=True, slots=True)
class Match:
    """A pattern found in the text: its main word, all its words, and the phrases around it."""

    pattern: Pattern
    head: "Token"
    words: "tuple[Token, ...]"
    args: tuple[Argument, ...]
    verbal: bool
    support: "Token | None" = None

    def at(self, places: Iterable[str]) -> tuple[Argument, ...]:
        """Give the fillers of the first place that is filled."""
        for place in places:
            found = tuple(arg for arg in self.args if arg.place == place)
            if found:
                return found
        return ()


def matches_at(token: "Token", frames: FrameIndex) -> Iterator[Match]:
    """Find the frames that a word tells, the most specific first.

    Ruled out: nouns that only name a kind of thing ("protest movement"), participles that only
    describe ("the occupied zone", "an investigating judge"), and words whose fillers break a
    condition of the frame.
    """
    if token.dep_ != "amod" and (is_verb(token) or _is_participle(token)):
        yield from _match_verbs(token, frames)
    if token.pos_ in NOUN_POS or (token.tag_ == "VBG" and token.dep_ in ("pobj", "dobj")):
        yield from _match_noun(token, frames)


def _is_participle(token: "Token") -> bool:
    return token.tag_ in ("VBN", "VBD", "VBG", "VBZ") or (
        token.pos_ == "ADJ" and token.dep_ in ("acomp", "ROOT", "oprd")
    )


def _match_noun(token: "Token", frames: FrameIndex) -> Iterator[Match]:
    patterns = frames.nouns.get(lemma_of(token))
    if not patterns or token.dep_ in NAMING:
        return
    for pattern in patterns:
        found = _match_noun_pattern(token, pattern)
        if found:
            yield found


def _match_verbs(verb: "Token", frames: FrameIndex) -> Iterator[Match]:
    patterns = frames.verbs.get(verb_lemma(verb), ())
    if not patterns:
        return
    near = {word for each in _dependents([verb]) for word in (str(each.lower_), lemma_of(each))}
    for pattern in patterns:
        if _may_reach(pattern, near):
            found = _match_verb(verb, pattern)
            if found:
                yield found


def _may_reach(pattern: Pattern, near: set[str]) -> bool:
    """Say, cheaply, whether any further word of a pattern depends on the verb itself."""
    rest = pattern.words[1:]
    return not rest or any(word in near or word.startswith("<") for word in rest)


def _match_verb(verb: "Token", pattern: Pattern) -> Match | None:
    words = reach(verb, pattern.words[1:])
    if words is None:
        return None
    found = Match(pattern, verb, words, _around(words), verbal=True)
    return found if fits(found) else None


def _match_noun_pattern(noun: "Token", pattern: Pattern) -> Match | None:
    words = _standing_before(noun, pattern.words[:-1])
    if words is None:
        return None
    support = support_verb(noun)
    if pattern.frame.light and support is None:
        return None
    args = tuple(
        arg for arg in arguments_of(noun).all if arg.token not in words and not is_time(arg.token)
    )
    found = Match(pattern, noun, words, args, verbal=False, support=support)
    return found if fits(found) else None


def reach(verb: "Token", rest: tuple[str, ...]) -> "tuple[Token, ...] | None":
    """Find the further words of a verb pattern among what depends on the words found so far."""
    found = _extended([verb], rest)
    if found is None:
        return None
    if any(child.dep_ == "neg" for word in found[1:] for child in word.children):
        return None
    if any(child.dep_ == "prt" and child not in found for child in verb.children):
        return None if verb_lemma(verb) not in LOOSE_PARTICLES else tuple(found)
    return tuple(found)


def _extended(found: "list[Token]", pending: tuple[str, ...]) -> "list[Token] | None":
    """Add the pending words in any order in which each depends on those before it; a word that
    leads nowhere ("*In* May they took part *in* a march") is tried again elsewhere."""
    if not pending:
        return found
    near = list(_dependents(found))
    for at, word in enumerate(pending):
        rest = (*pending[:at], *pending[at + 1 :])
        for each in near:
            if _is_word(each, word) and each not in found:
                complete = _extended([*found, each], rest)
                if complete is not None:
                    return complete
    return None


def _is_word(token: "Token", word: str) -> bool:
    if word.startswith("<"):
        return word[1:-1] in classes_of(token)
    return token.lower_ == word or lemma_of(token) == word


def _dependents(found: "list[Token]") -> "Iterator[Token]":
    verb = found[0]
    for above in reversed(found):
        for child in above.children:
            yield from _reached(child)
    if verb.dep_ in ("acl", "relcl") and verb.head.pos_ in NOUN_POS and _takes_head(verb):
        yield verb.head
    yield from _stray_complements(verb)


def _reached(child: "Token") -> "Iterator[Token]":
    """Give a dependent that may be a word of a pattern, with what its "of" names ("state of
    siege"); a preposition of time ("met on Monday") is none."""
    if child.dep_ == "ccomp":
        yield from (each for each in child.children if _is_demand(each, child))
        if any(each.tag_ == "TO" for each in child.children):
            yield child
    if child.dep_ not in REACHED or (is_verb(child) and _has_subject(child)):
        return
    if child.dep_ == "prep":
        if any(each.dep_ == "pobj" and each.ent_type_ in TIME_LABELS for each in child.children):
            return
        if child.lower_ == "of":
            yield from (each for each in child.children if each.dep_ == "pobj")
    if is_portion(child):
        yield from _portion_of(child)
    yield from conjuncts(child) if child.pos_ in NOUN_POS else (child,)


def _portion_of(token: "Token") -> "Iterator[Token]":
    """Give what is counted: "*hundreds of* police"."""
    for prep in token.children:
        if prep.dep_ == "prep" and prep.lower_ == "of":
            yield from (each for each in prep.children if each.dep_ == "pobj")


def _is_demand(modal: "Token", verb: "Token") -> bool:
    """Say whether a modal demands something; "should it fail" with the modal first does not."""
    return modal.lower_ in MODALS and any(
        child.dep_ in ("nsubj", "nsubjpass") and child.i < modal.i for child in verb.children
    )


def _has_subject(verb: "Token") -> bool:
    return any(child.dep_ in ("nsubj", "nsubjpass") for child in verb.children)


def _takes_head(verb: "Token") -> bool:
    """Say whether the noun above a participle or relative clause is the verb's object, or stands
    under its preposition ("the treaty from which they withdrew")."""
    return any(
        arg.token == verb.head and arg.place not in ("subject", "complement")
        for arg in arguments_of(verb).all
    )


def _stray_complements(verb: "Token") -> "Iterator[Token]":
    """Find infinitives under a plural noun that the parser took for a verb joined to this one
    ("ordered staff from its embassy and consulates to leave")."""
    for child in verb.children:
        if child.dep_ == "conj" and child.tag_ == "VBZ" and "thing" in classes_of(child):
            yield from (each for each in child.children if each.dep_ in ("xcomp", "ccomp"))


def _standing_before(noun: "Token", words: tuple[str, ...]) -> "tuple[Token, ...] | None":
    found = [noun]
    at = noun.i - 1
    for word in reversed(words):
        while at >= 0 and noun.doc[at].text in ("-", "–", "‑"):
            at -= 1
        if at < 0 or not _is_word(noun.doc[at], word):
            return None
        found.append(noun.doc[at])
        at -= 1
    return tuple(reversed(found))


def _around(words: "tuple[Token, ...]") -> tuple[Argument, ...]:
    """Give the phrases around a verb and around the nouns that are part of its pattern."""
    found = list(arguments_of(words[0]).all)
    for word in words[1:]:
        if word.pos_ in NOUN_POS:
            found.extend(_inside(word))
        elif is_verb(word) or word.pos_ == "ADJ":
            found.extend(arguments_of(word).all)
    seen: set[tuple[int, str]] = set()
    kept: list[Argument] = []
    for arg in found:
        key = (arg.token.i, arg.place)
        if key in seen or not _is_free(arg.token, words):
            continue
        seen.add(key)
        if is_time(arg.token):
            kept.extend(_filling(arg))
        else:
            kept.append(arg)
            if arg.place == "complement" and any(each.tag_ == "TO" for each in arg.token.children):
                kept.append(Argument(arg.token, "infinitive", arg.how))
    return tuple(kept)


def _inside(noun: "Token") -> Iterator[Argument]:
    """Give the phrases inside that of a noun in a verb's pattern; its "by" names somebody else than
    the verb's subject ("cancelled a visit *by the premier*")."""
    inside = {each.i for each in noun.subtree}
    for arg in arguments_of(noun).all:
        if arg.token.i in inside:
            yield Argument(arg.token, "by", arg.how) if arg.place == "subject" else arg


def _filling(arg: Argument) -> Iterator[Argument]:
    """Give what fills a stretch of time: "killed in two days of *fighting*"."""
    for prep in arg.token.children:
        if prep.dep_ == "prep" and prep.lower_ == "of":
            for inner in prep.children:
                if inner.dep_ == "pobj" and not is_time(inner):
                    yield Argument(inner, arg.place, arg.how)


def is_time(token: "Token") -> bool:
    """Say whether a phrase is a time and so fills no role ("met on Monday")."""
    return token.ent_type_ in TIME_LABELS


def _is_free(token: "Token", words: "tuple[Token, ...]") -> bool:
    """Say whether a word may fill a role: no word of the pattern, or people that it names
    ("accepted *refugees*")."""
    if token not in words:
        return True
    return token != words[0] and bool(classes_of(token) & PARTIES) and token.pos_ in NOUN_POS
