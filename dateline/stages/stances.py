"""Who is for or against whom or what, by the report's words?

Four readings: verbs of taking sides ("opposes the plan"), nouns ("dissatisfaction with the army"),
verdicts given by a verb of opinion ("view the army as an enemy"), and verdicts that a speaker
gives inside what he says ("the presence has become a nightmare").  The reporter's own adjectives
are no stance of anybody.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from dateline.document import Document
from dateline.extent import wide_phrase
from dateline.records import (
    Attribution,
    AttributionKind,
    Sentence,
    Span,
    Stance,
    key,
)
from dateline.stages.stances_found import (
    FIRST_PERSON,
    SOFT_MODALS,
    Found,
    Reading,
    between,
    issuer,
    may_be_target,
)
from dateline.stages.stances_verdicts import COPULAS, judged, viewed
from dateline.stages.stances_words import (
    Polarity,
    StanceWord,
    Strength,
    evaluations,
    stance_patterns,
)
from dateline.syntax import arguments_of, is_relative, is_verb, negation_of, phrase
from dateline.voice import voice_of

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Verbs that lend a noun of stance its holder ("voiced opposition to").
VOICING = frozenset(
    {
        "voice", "express", "have", "show", "declare", "reiterate", "announce", "pledge", "offer",
        "repeat", "state", "convey", "share", "give", "signal", "reaffirm", "affirm", "withdraw",
        "raise", "register", "maintain", "feel",
    }
)  # fmt: skip
#: Holders that name nobody unless they were resolved to an actor.
UNRESOLVED = frozenset(
    {"its", "it", "he", "she", "they", "his", "her", "their", "this", "that", "which"}
)


def find_stances(doc: Document) -> tuple[Stance, ...]:
    """Find who supports, opposes, or expressly takes no side on whom or what.

    A verdict inside an attribution belongs to its speaker; "we" and "I" are the speaker around
    them.  ``attributed_to`` is on whose word we know it: the speaker himself where he is quoted, the
    outer speaker where he reports what others think, ``None`` for the reporter.

    Args:
        doc: Must hold sentences, actors and attributions.
    Returns:
        One Stance per holder, target and clause, in text order.
    """
    reading = Reading(doc)
    found: dict[tuple[int, int, str], Stance] = {}
    for sentence in doc.records(Sentence):
        for token in doc.parse[sentence.first : sentence.last]:
            for each in _stances(token, reading):
                record = _record(reading, each)
                if record is not None:
                    place = (record.target_span.start, record.target_span.end, record.polarity)
                    earlier = found.get(place)
                    found[place] = record if earlier is None else _joined(doc, earlier, record)
    return tuple(sorted(found.values(), key=lambda each: (each.evidence.start, each.evidence.end)))


STRENGTHS = ("weak", "plain", "strong")


def _joined(doc: Document, earlier: Stance, later: Stance) -> Stance:
    """Join two verdicts on one target in one breath: "is illegal and lacks legitimacy"."""
    end = max(earlier.evidence.end, later.evidence.end)
    stronger = max(earlier.strength, later.strength, key=STRENGTHS.index)
    return replace(earlier, evidence=doc.span(earlier.evidence.start, end), strength=stronger)


def _stances(token: "Token", reading: Reading) -> Iterator[Found]:
    lemma = token.lemma_.lower()
    if is_verb(token):
        if lemma in stance_patterns("view"):
            verdict = viewed(token)
            if verdict is not None:
                yield verdict
                return
        if lemma in stance_patterns("verb"):
            yield from _of_verb(token)
        if lemma in COPULAS or lemma == "lack" or lemma in evaluations("verb"):
            yield from judged(token, reading)
    elif token.pos_ == "NOUN" and lemma in stance_patterns("noun"):
        yield from _of_noun(token)


# ---------------------------------------------------------------- verbs and nouns


def _of_verb(verb: "Token") -> Iterator[Found]:
    """Read "Norway opposes the plan", "a statement rejecting the plan"."""
    if _is_wanted(verb):
        return
    args = arguments_of(verb)
    for words, entry in stance_patterns("verb")[verb.lemma_.lower()]:
        if any(word not in {child.lower_ for child in verb.subtree} for word in words[1:-1]):
            continue
        places = (" ".join(words[1:]), words[-1]) if len(words) > 1 else ("object",)
        target = next((arg.token for arg in args.at(*places) if may_be_target(arg.token)), None)
        if target is None and entry.id == "criticise" and words[-1] == "on":
            target = _blamed_on(verb)
        if target is None or (verb.dep_ == "relcl" and target == verb.head):
            continue
        holder = next((arg.token for arg in args.at("subject") if not is_relative(arg.token)), None)
        verdict = _polarity(verb, entry)
        if verdict is None or holder is None:
            return
        holder = issuer(holder)
        evidence = between(holder, verb, target)
        if holder is not None and verb.dep_ == "acl":
            evidence = between(None, verb, target)
        yield Found(
            holder, target, verdict[0], verdict[1], evidence, entry.rule,
            f"The subject of {verb.text!r} {entry.sense}.",
        )  # fmt: skip
        return


#: Verbs whose infinitive is the subject's own stance ("vowed to support"); under others ("urged them
#: to accept") it is what somebody wants of others.
OWN_INFINITIVE = frozenset(
    {
        "continue", "vow", "pledge", "promise", "begin", "decide", "agree", "refuse", "decline",
        "appear", "seem", "want", "plan", "intend", "claim", "fail", "swear", "start", "choose",
    }
)  # fmt: skip


def _blamed_on(verb: "Token") -> "Token | None":
    """Find who is blamed in "blamed the raids on the rebels", where "on" may hang on the raids."""
    for thing in verb.children:
        for prep in thing.children if thing.dep_ == "dobj" else ():
            if prep.dep_ == "prep" and prep.lower_ == "on":
                return next((each for each in prep.children if each.dep_ == "pobj"), None)
    return None


#: Acts whose purpose is the actor's own stance ("marched to protest against the tax").
GATHERING = frozenset(
    {
        "march", "rally", "gather", "strike", "demonstrate", "walk", "assemble", "take", "meet",
        "converge", "parade", "protest", "join", "turn", "come", "descend", "block", "write", "sign",
        "stage", "hold", "speak", "vote", "resign", "occupy", "pour",
    }
)  # fmt: skip


def _is_wanted(verb: "Token") -> bool:
    """Say whether an infinitive only tells what somebody is to do."""
    infinitive = any(child.tag_ == "TO" for child in verb.children)
    if verb.dep_ == "advcl" and verb.head.lemma_.lower() in GATHERING:
        return False
    return infinitive and verb.head.lemma_.lower() not in OWN_INFINITIVE


def _polarity(verb: "Token", entry: StanceWord) -> tuple[Polarity, Strength] | None:
    """Read polarity and strength with negation and "would" taken in."""
    if negation_of(verb) is not None:
        return None if entry.denied is None else (entry.denied, "weak")
    soft = any(child.dep_ == "aux" and child.lower_ in SOFT_MODALS for child in verb.children)
    if verb.dep_ == "xcomp" and verb.head.lemma_ in ("refuse", "decline", "fail"):
        return None if entry.denied is None else (entry.denied, "plain")
    return entry.polarity, "weak" if soft else entry.strength


def _of_noun(noun: "Token") -> Iterator[Found]:
    """Read "dissatisfaction with the army"; the holder may not be said."""
    for words, entry in stance_patterns("noun")[noun.lemma_.lower()]:
        prep = next((c for c in noun.children if c.dep_ == "prep" and c.lower_ == words[1]), None)
        if prep is None:
            continue
        target = next((c for c in prep.children if c.dep_ in ("pobj", "pcomp")), None)
        if target is None or not may_be_target(target):
            continue
        if any(child.dep_ == "det" and child.lower_ == "no" for child in noun.children):
            return
        yield Found(
            _holder_of_noun(noun), target, entry.polarity, entry.strength,
            between(None, noun, target), entry.rule,
            f"The noun {noun.text!r} names {entry.sense}.",
        )  # fmt: skip
        return


def _holder_of_noun(noun: "Token") -> "Token | None":
    for child in noun.children:
        if child.dep_ == "poss":
            return child
        if child.dep_ == "prep" and child.lower_ in ("among", "from", "by"):
            return next((each for each in child.children if each.dep_ == "pobj"), None)
    verb = noun.head
    if noun.dep_ == "dobj" and verb.lemma_ in VOICING:
        return next((arg.token for arg in arguments_of(verb).at("subject")), None)
    return None


# ---------------------------------------------------------------- records


def _record(reading: Reading, found: Found) -> Stance | None:
    doc = reading.doc
    verdict = [c for c in found.target.children if c.dep_ == "prep" and c.lower_ == "as"]
    target = doc.span_of(wide_phrase(found.target, without=verdict))
    target_actor = _actor_at(reading, found.target)
    evidence = doc.span_of(found.evidence)
    if found.by is not None:
        holder, holder_span, voice = _speaker(reading, found.by)
        if found.by.kind is AttributionKind.INDIRECT and found.by.source is not None:
            evidence = _with_source(doc, found.by.source, evidence)
    else:
        holder, holder_span, voice = _named(reading, found, evidence)
    if holder is not None and holder == target_actor:
        return None
    if holder is None and holder_span is not None and holder_span.text.lower() in UNRESOLVED:
        return None
    return Stance(
        id=key("sta", doc.report.id, target.start, target.end, evidence.start, evidence.end),
        holder=holder,
        holder_span=holder_span,
        target=target_actor,
        target_span=target,
        polarity=found.polarity,
        strength=found.strength,
        evidence=evidence,
        attributed_to=voice,
        rule=found.rule,
        reason=found.reason,
    )


def _with_source(doc: Document, source: Span, evidence: Span) -> Span:
    """Add "Most farmers believe that" where it stands in the sentence of the verdict."""
    sentence = doc.sentence_at(evidence.start)
    near = sentence is not None and sentence.span.start <= source.start < evidence.start
    return doc.span(source.start, evidence.end) if near else evidence


def _speaker(reading: Reading, by: Attribution) -> tuple[str | None, Span | None, str | None]:
    """Give holder, its words, and on whose word, for a verdict inside an attribution."""
    outer = reading.by_id.get(by.nested_in) if by.nested_in else None
    first_person = by.source is not None and by.source.text.lower() in FIRST_PERSON
    if first_person and outer is not None:
        return outer.speaker or by.speaker, outer.source, outer.id
    voice = by.id if by.kind is not AttributionKind.INDIRECT else by.nested_in
    return by.speaker, by.source, voice


def _named(
    reading: Reading, found: Found, evidence: Span
) -> tuple[str | None, Span | None, str | None]:
    """Give holder, its words, and on whose word, for a holder that the clause names."""
    holder = found.holder
    voice = voice_of(evidence, reading.attributions)
    if holder is None:
        return None, None, voice
    if holder.lower_ in FIRST_PERSON and voice is not None:
        by = reading.by_id[voice]
        own = by.source is not None and by.source.start <= holder.idx < by.source.end
        chosen = reading.by_id.get(by.nested_in or "", by) if own else by
        return chosen.speaker, reading.doc.span_of([holder]), chosen.id
    if voice is not None:
        by = reading.by_id[voice]
        if by.source is not None and by.source.start <= holder.idx < by.source.end:
            voice = by.nested_in
    return _actor_at(reading, holder), reading.doc.span_of(phrase(holder)), voice


def _actor_at(reading: Reading, token: "Token") -> str | None:
    found = reading.actors.get(token.i)
    return None if found is None else found[0].id
