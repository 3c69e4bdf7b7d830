"""Nouns and adjectives that carry a content: "his claim that …", "is confident that …"."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dateline.stages.attribution_cues import Cue, Signal
from dateline.stages.attribution_frames import verb_group
from dateline.stages.attribution_reading import Draft, Reading, Source, trim
from dateline.stages.attribution_sources import phrase_source
from dateline.syntax import arguments_of, is_verb

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Share of right links on the development sample (see ``attribution_clauses``).
NOUN = 0.6
UNHELD = 0.4
ADJECTIVE = 0.7

#: Verbs that lend a noun its source: "made a promise", "voiced concern".
LENDING = frozenset(
    {
        "make", "give", "issue", "have", "express", "voice", "repeat", "renew", "raise", "release",
        "offer", "take", "reach", "deliver", "put", "hold", "announce", "publish", "post", "share",
        "reiterate", "send", "win", "draw", "show", "declare", "come", "set", "feel", "harbour",
        "harbor", "throw", "find", "cast", "lend", "level", "speak", "abandon", "drop", "retract",
    }
)  # fmt: skip

#: Prepositions under which the holder of a noun stands ("fears among residents").
HOLDER = frozenset({"by", "from", "among", "of"})

#: Verbs that tie an adjective to its subject.
COPULAS = frozenset(
    {"be", "feel", "seem", "remain", "become", "appear", "sound", "look", "grow", "get", "stay"}
)


def noun_drafts(reading: Reading, signal: Signal) -> Iterator[Draft]:
    """Find the attribution that a noun with a clause, an infinitive or a preposition makes."""
    noun = signal.token
    for cue in signal.cues:
        content = _noun_content(reading, noun, cue)
        if content is None:
            continue
        token, span = content
        source = _holder(reading, noun, token)
        if source is None and (cue.stance != "claims" or token.dep_ == "prep"):
            continue  # "rumours that …" say that somebody talks; "a plan to …" says nothing
        yield Draft(
            token=noun.i,
            cue=reading.chars(*_noun_group(reading, noun, token)),
            content=(span,),
            source=source,
            entry=cue,
            rule=f"cues/{cue.id}",
            reason=f"What follows {noun.text!r} is its content.",
            confidence=NOUN if source is not None else UNHELD,
            stance=cue.stance,
        )
        return


def _noun_content(
    reading: Reading, noun: "Token", cue: Cue
) -> "tuple[Token, tuple[int, int]] | None":
    """Give the head of the content and its characters."""
    for child in noun.children:
        if child.i < noun.i:
            continue
        start = child.left_edge.i
        if child.dep_ in ("acl", "ccomp", "relcl", "xcomp"):
            form = _noun_form(child)
            if form not in cue.takes:
                continue
            start += reading.parse[start].lower_ == "that"
        elif child.dep_ == "prep" and child.lower_ in cue.prepositions:
            inner = next((each for each in child.children if each.dep_ in ("pobj", "pcomp")), None)
            if inner is None:
                continue
            start = child.i + 1
        else:
            continue
        _, high = reading.bounds(noun.i)
        last = min(child.right_edge.i + 1, high)
        span = trim(
            reading, reading.parse[start].idx, reading.chars(start, max(last, start + 1))[1]
        )
        if span is not None:
            return child, span
    return None


def _noun_form(child: "Token") -> str:
    """Name the form of a clause behind a noun; a relative clause has none."""
    for each in child.children:
        if each.dep_ == "mark" and each.lower_ in ("that", "whether"):
            return "clause"
        if each.lower_ == "to" and each.dep_ == "aux":
            return "to"
        if each.lower_ == "that" and each.dep_ not in ("nsubj", "nsubjpass", "dobj", "pobj"):
            return "clause"
    return ""


def _holder(reading: Reading, noun: "Token", content: "Token") -> Source | None:
    """Find whose claim, fear or plan it is: possessor, "by" or "among", or the subject of the verb
    that carries the noun."""
    for child in noun.children:
        if child.dep_ == "poss":
            return phrase_source(reading, child)
        if child.dep_ in ("prep", "agent") and child != content and child.lower_ in HOLDER:
            for each in child.children:
                if each.dep_ == "pobj":
                    return phrase_source(reading, each)
    verb = noun.head
    if noun.dep_ == "pobj" and not is_verb(verb):
        verb = verb.head
    if noun.dep_ in ("dobj", "pobj", "attr") and is_verb(verb) and verb.lemma_ in LENDING:
        for arg in arguments_of(verb).at("subject"):
            if arg.token != noun:
                return phrase_source(reading, arg.token, around=verb)
    return None


def _noun_group(reading: Reading, noun: "Token", content: "Token") -> tuple[int, int]:
    """Give the cue's tokens: the noun with its adjectives and the verb that carries it, where they
    stand unbroken, and the linking preposition."""
    first = noun.i
    while (
        first > 0
        and reading.parse[first - 1].head == noun
        and reading.parse[first - 1].dep_
        in (
            "det",
            "amod",
            "compound",
        )
    ):
        first -= 1
    verb = noun.head
    if noun.dep_ == "dobj" and verb.i == first - 1 and verb.lemma_ in LENDING:
        first = verb_group(verb)[0]
    elif reading.parse[first].dep_ == "det":
        first += 1
    last = noun.i + 1
    if content.dep_ == "prep" and content.i == last:
        last += 1
    return min(first, noun.i), last


def adjective_drafts(reading: Reading, signal: Signal) -> Iterator[Draft]:
    """Find the attribution that an adjective behind a copula makes: "is confident that …"."""
    word = signal.token
    copula = word.head
    if word.dep_ not in ("acomp", "attr", "oprd", "ROOT", "conj") or not is_verb(copula):
        return
    if word.dep_ != "ROOT" and copula.lemma_ not in COPULAS:
        return
    subject = next((arg.token for arg in arguments_of(copula).at("subject")), None)
    if subject is None or subject.lower_ in ("it", "there", "this", "that"):
        return
    for cue in signal.cues:
        found = _adjective_content(reading, word, copula, cue)
        if found is None:
            continue
        group, span = found
        yield Draft(
            token=word.i,
            cue=reading.chars(*group),
            content=(span,),
            source=phrase_source(reading, subject, around=copula),
            entry=cue,
            rule=f"cues/{cue.id}",
            reason=f"What follows {word.text!r} is what the subject holds.",
            confidence=ADJECTIVE,
            stance=cue.stance,
        )
        return


def _adjective_content(
    reading: Reading, word: "Token", copula: "Token", cue: Cue
) -> tuple[tuple[int, int], tuple[int, int]] | None:
    first = verb_group(copula)[0] if copula.i < word.i else word.i
    if word.i - copula.i > 4:
        first = word.i
    _, high = reading.bounds(word.i)
    for child in [*word.children, *copula.children]:
        if child.i <= word.i:
            continue
        start, last = child.left_edge.i, word.i + 1
        if child.dep_ in ("ccomp", "xcomp", "advcl"):
            form = _adjective_form(child)
            if form not in cue.takes:
                continue
            start += reading.parse[start].lower_ == "that"
        elif child.dep_ == "prep" and child.lower_ in cue.prepositions and child.head == word:
            start, last = child.i + 1, child.i + 1 if child.i == last else last
            if start > child.right_edge.i:
                continue
        else:
            continue
        end = min(child.right_edge.i + 1, high)
        span = trim(reading, reading.parse[start].idx, reading.chars(start, max(end, start + 1))[1])
        if span is not None and start >= last:
            return (first, last), span
    return None


def _adjective_form(child: "Token") -> str:
    if any(each.lower_ == "to" and each.dep_ == "aux" for each in child.children):
        return "to"
    finite = child.tag_ in ("VBD", "VBZ", "VBP", "MD") or any(
        each.dep_ in ("aux", "auxpass") and each.lower_ != "to" for each in child.children
    )
    marks = [each.lower_ for each in child.children if each.dep_ == "mark"]
    if finite and (child.dep_ != "advcl" or "that" in marks) and not set(marks) & {"because", "as"}:
        return "clause"
    return ""
