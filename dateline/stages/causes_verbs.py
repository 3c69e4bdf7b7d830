"""Causal verbs ("led to", "was sparked by", ", further fuelling …") and causal nouns."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dateline.extent import trim, wide_clause, wide_phrase
from dateline.stages.causes_cues import CausalCue, Pattern, patterns
from dateline.stages.causes_sides import (
    Link,
    Modality,
    governing_clause,
    is_denied,
    modality_of,
    side,
)
from dateline.stages.toll_words import is_people
from dateline.syntax import Argument, arguments_of, is_relative

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Subjects that take up the whole sentence before: "This led to …".
DEMONSTRATIVES = frozenset({"this", "that", "these"})
#: Subjects that say nothing of what the cause is.
EMPTY_SUBJECTS = frozenset({"it", "there", "who", "what", "we", "i", "you"})
#: Entity labels of those who act on purpose; with them "reduce" or "stop" is a deed.
AGENT_LABELS = frozenset({"PERSON", "ORG", "NORP", "GPE"})
#: People under a noun of number one ("a crowd blocked the bridge").
CROWDS = frozenset({"crowd", "mob", "group", "gang", "union", "ship", "party", "side", "team"})
AGENT_PRONOUNS = frozenset({"he", "she", "they", "we", "i", "you", "who", "him", "her", "them"})
#: Words that may stand between the comma and a result participle: ", further fuelling anger".
PARTICIPLE_ADVERBS = frozenset(
    {
        "further", "thus", "thereby", "hence", "also", "again", "so", "eventually", "reportedly",
        "allegedly", "only", "seriously", "instantly", "in", "turn", "and", "even", "greatly",
    }
)  # fmt: skip


def verb_links(token: "Token", agents: frozenset[int]) -> Iterator[Link]:
    """Read the causal statements that a verb makes.

    Args:
        token: A verb.
        agents: Token numbers of the main words of actor mentions.
    Yields:
        Links; where the subject is "this", a link whose cause is empty, to be filled with the
        sentence before.
    """
    for pattern in patterns("verb").get(token.lemma_.lower(), ()):
        matched = _match(token, pattern)
        if matched is None:
            continue
        cue, slot = matched
        link = _verb_link(token, cue, slot, pattern.cue, agents)
        if link is not None:
            yield link
            return


def _match(verb: "Token", pattern: Pattern) -> "tuple[list[Token], Token | None] | None":
    """Find the words of a pattern below its verb; give them and the last preposition, if any."""
    cue, at, slot = [verb], [verb], None
    for word in pattern.words[1:]:
        found = next(
            (
                child
                for above in at
                for child in above.children
                if child.i > verb.i
                and (
                    child.lower_ == word
                    or (child.dep_ in ("dobj", "oprd") and child.lemma_ == word)
                )
            ),
            None,
        )
        if found is None:
            return None
        cue.append(found)
        at.append(found)
        slot = found if found.dep_ in ("prep", "agent", "dative", "aux", "prt") else None
    return cue, slot


def _verb_link(
    verb: "Token",
    cue: "list[Token]",
    slot: "Token | None",
    entry: CausalCue,
    agents: frozenset[int],
) -> Link | None:
    if is_denied(verb):
        return None
    args = arguments_of(verb)
    subject = next(iter(args.at("subject")), None)
    thing = _object(verb, args.at("object"), slot)
    if is_result_participle(verb):
        first = [verb] if slot is None or len(cue) == 1 else cue
        return _participle_link(verb, first, thing, entry)
    if thing is None or subject is None or subject.token == thing:
        return None
    if entry.id in ("leave-result", "make-result") and not _has_outcome(verb, thing):
        return None
    if not _fits(subject, thing, entry, agents):
        return None
    cause = _subject_side(subject.token, verb)
    effect = _object_side(verb, thing)
    if entry.gives == "effect":
        cause, effect = effect, cause
    return Link(
        cause, effect, _with_auxiliaries(cue), entry.sign, _at_most(modality_of(verb), entry),
        entry.rule, f"{verb.text!r} says that its subject {entry.sense}.",
    )  # fmt: skip


def _has_outcome(verb: "Token", thing: "Token") -> bool:
    """Say whether "leave" or "make" tells how the object is then: "left families homeless", not
    "left the town"."""
    for child in verb.children:
        if child.i > verb.i and child.dep_ in ("oprd", "xcomp", "ccomp", "acomp"):
            return True
        if child.dep_ == "prep" and child.lower_ in ("without", "with") and child.i > thing.i:
            return True
    return any(
        child.dep_ in ("acl", "amod", "prep") and child.i > thing.i and child.lower_ != "of"
        for child in thing.children
    )


def _at_most(modality: Modality, entry: CausalCue) -> Modality:
    """Take the modality of the entry where the clause has none of its own."""
    return modality if modality != "asserted" else entry.modality


def _fits(subject: Argument, thing: "Token", entry: CausalCue, agents: frozenset[int]) -> bool:
    """Refuse deeds of people where the verb only is causal for things that happen."""
    if subject.token.lower_ in EMPTY_SUBJECTS:
        return False
    if entry.id == "lead-to" and subject.token.lemma_.lower() in WAYS:
        return False
    if entry.needs == "event":
        return not (is_agent(subject.token, agents) or subject.token.pos_ == "PROPN")
    return True


#: What leads to a place, not to an outcome.
WAYS = frozenset(
    {"road", "path", "street", "door", "gate", "stair", "tunnel", "bridge", "track", "route"}
)


def is_agent(token: "Token", agents: frozenset[int]) -> bool:
    """Say whether a word names somebody who acts on purpose."""
    if token.lower_ in AGENT_PRONOUNS or token.i in agents:
        return True
    if is_people(token) or token.lemma_.lower() in CROWDS:
        return True
    return token.ent_type_ in AGENT_LABELS and token.pos_ == "PROPN"


def _object(verb: "Token", objects: tuple[Argument, ...], slot: "Token | None") -> "Token | None":
    """Find the head of the other side: below the last preposition, else the object."""
    if slot is not None and slot.dep_ != "prt":
        below = next((each for each in slot.children if each.dep_ in ("pobj", "pcomp")), None)
        if below is not None:
            return below
        if slot.dep_ == "aux":
            return slot.head
    found = next((each.token for each in objects if not is_relative(each.token)), None)
    if found is not None:
        return found
    return next((each for each in verb.children if each.dep_ == "ccomp" and each.i > verb.i), None)


def _subject_side(subject: "Token", verb: "Token") -> "list[Token]":
    if subject.lower_ in DEMONSTRATIVES and not list(subject.children):
        return []
    return side(subject, without=[*_path_below(subject, verb)])


def _path_below(above: "Token", below: "Token") -> "list[Token]":
    """Give the tokens from ``below`` up to, not with, ``above``; empty if it is not above it."""
    path = [below]
    while path[-1].head != path[-1]:
        if path[-1].head == above:
            return path
        path.append(path[-1].head)
    return []


def _object_side(verb: "Token", thing: "Token") -> "list[Token]":
    """Give the affected phrase, with what it is made to do: "forced residents to flee"."""
    tokens = side(thing, without=_path_below(thing, verb))
    if thing.head != verb or thing.dep_ in ("ccomp", "nsubjpass"):
        return tokens
    made = next(
        (
            each for each in verb.children
            if each.i > thing.i and (each.dep_ in ("xcomp", "ccomp", "oprd", "acomp") or
                (each.dep_ == "prep" and each.lower_ == "from"))
        ),
        None,
    )  # fmt: skip
    if made is None:
        return tokens
    last = max(each.i for each in made.subtree)
    whole = verb.doc[tokens[0].i : last + 1]
    return trim([each for each in whole if not each.is_space], thing)


def _with_auxiliaries(cue: "list[Token]") -> "list[Token]":
    """Add "has", "was" and the "by" of a passive to the cue words."""
    verb = cue[0]
    more = [
        child for child in verb.children
        if child.dep_ in ("aux", "auxpass", "agent") and child not in cue
    ]  # fmt: skip
    return sorted([*cue, *more], key=lambda token: token.i)


# ---------------------------------------------------------------- result participles


def is_result_participle(verb: "Token") -> bool:
    """Say whether an "-ing" form stands behind a comma and takes up the clause before it.

    Reads the words, not the parse, which often takes ", further fuelling anger" for a noun phrase.
    """
    if verb.tag_ != "VBG" or any(child.dep_ in ("aux", "nsubj", "mark") for child in verb.children):
        return False
    at = verb.i - 1
    first = verb.sent.start
    while at > first and verb.doc[at].lower_ in PARTICIPLE_ADVERBS:
        at -= 1
    return at > first and verb.doc[at].text in (",", "—", "–")


def _participle_link(
    verb: "Token", cue: "list[Token]", thing: "Token | None", entry: CausalCue
) -> Link | None:
    main = participle_anchor(verb)
    if main is None:
        return None
    effect = _participle_effect(verb, cue, thing)
    cause = wide_clause(main, without=_cut(main, verb))
    cause = trim([each for each in cause if each.i < verb.i], main)
    if not effect or not cause or cause[-1].i >= verb.i:
        return None
    if entry.gives == "effect":
        cause, effect = effect, cause
    return Link(
        cause, effect, cue, entry.sign, _at_most(modality_of(main), entry), entry.rule,
        f"', … {verb.text}' says what the clause before it brings about.",
    )  # fmt: skip


def participle_anchor(verb: "Token") -> "Token | None":
    """Find the predicate of the clause that a result participle takes up."""
    at = verb.head if verb.head != verb else None
    while at is not None and at.i > verb.i and at.head != at:
        at = at.head
    if at is None or at.i >= verb.i:
        return None
    return governing_clause(at)


def _cut(main: "Token", verb: "Token") -> "list[Token]":
    """Cut the participle's own branch off the main clause, at the first word right of the comma."""
    return [each for each in _path_below(main, verb) if each.i >= verb.i]


def _participle_effect(verb: "Token", cue: "list[Token]", thing: "Token | None") -> "list[Token]":
    if verb.dep_ == "amod" and verb.head.i > verb.i:
        whole = wide_phrase(verb.head)
        return [each for each in whole if each.i > verb.i]
    if thing is None or thing.i < verb.i:
        return []
    return _object_side(verb, thing)


# ---------------------------------------------------------------- causal nouns


def noun_links(noun: "Token") -> Iterator[Link]:
    """Read "X was the cause of Y", "the reason for Y was X", "the impact of X on Y"."""
    for pattern in patterns("noun").get(noun.lemma_.lower(), ()):
        places = [_below(noun, word) for word in pattern.words[1:]]
        if len(places) == 2:
            first = places[0] or next((each for each in noun.children if each.dep_ == "poss"), None)
            pair = (first, places[1])
        else:
            pair = (_other_side(noun), places[0])
        one, other = pair
        if one is None or other is None or is_denied(noun) or is_denied(noun.head):
            continue
        if one.lower_ in EMPTY_SUBJECTS:
            continue
        cause, effect = side(one), side(other)
        if pattern.cue.gives == "effect":
            cause, effect = effect, cause
        modality = modality_of(noun.head) if noun.dep_ in ("attr", "nsubj") else "asserted"
        yield Link(
            cause, effect, [noun], pattern.cue.sign, modality, pattern.cue.rule,
            f"The noun {noun.text!r} names the one side as what {pattern.cue.sense}.",
        )  # fmt: skip
        return


def _below(noun: "Token", word: str) -> "Token | None":
    for child in noun.children:
        if child.dep_ == "prep" and child.lower_ == word:
            return next((each for each in child.children if each.dep_ in ("pobj", "pcomp")), None)
    return None


def _other_side(noun: "Token") -> "Token | None":
    """Find what a copula equates with the noun."""
    verb = noun.head
    if verb.lemma_ not in ("be", "become", "remain"):
        return None
    if noun.dep_ == "attr":
        return next((each for each in verb.children if each.dep_ in ("nsubj", "csubj")), None)
    if noun.dep_ == "nsubj":
        return next((each for each in verb.children if each.dep_ in ("attr", "ccomp")), None)
    return None
