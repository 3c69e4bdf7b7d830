"""Who claims, denies, or is blamed for which event?

"Claimed responsibility for", "said it was behind", "denied involvement in", "said its fighters had
attacked", "blamed X for".  "No group has claimed responsibility" is no claim.  What a claim is
about goes through the groups of triggers that tell one event.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dateline.document import Document
from dateline.mentions import actors_by_head
from dateline.records import (
    Actor,
    Attribution,
    Claim,
    Mention,
    SameEvent,
    Sentence,
    Span,
    Trigger,
    key,
)
from dateline.stages.claims_events import EventFinder
from dateline.stages.claims_words import NOT_SAID, ClaimCue, claim_patterns, mode_in
from dateline.syntax import arguments_of, clause, is_relative, is_verb, negation_of
from dateline.voice import voice_of

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Words by which a speaker means himself or his own people.
OWN = frozenset({"it", "they", "we", "its", "their", "our", "he", "i", "his", "my", "she", "her"})
NOBODY = frozenset({"no", "nobody", "none", "neither"})
#: Verbs of speech that make "said its men had attacked" a claim; "believes" does not.
SAYING = frozenset(
    {
        "say", "claim", "state", "announce", "declare", "confirm", "admit", "report", "add", "boast",
        "write", "tell", "acknowledge", "confess", "assert", "deny",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Found:
    claimant: "Token"
    about: "list[Token]"
    polarity: str
    evidence: "list[Token]"
    cue: ClaimCue
    reason: str


def find_claims(doc: Document) -> tuple[Claim, ...]:
    """Find claims of responsibility, denials of it, and blame laid by others.

    ``events`` are the ids of the groups that the claim is about (see ``SameEvent``): "these attacks"
    means the nearest earlier event that fits.  ``claimant`` is the actor who claims or denies, or
    who is blamed; then ``attributed_to`` is on whose word.

    Args:
        doc: Must hold sentences, actors, attributions, triggers and groups.
    Returns:
        One Claim per claimant, polarity and clause, in text order.
    """
    if not doc.records(Trigger):
        return ()
    actors = actors_by_head(doc)
    finder = EventFinder(doc, doc.records(Trigger), doc.records(SameEvent))
    found: dict[tuple[str | None, str, tuple[str, ...]], Claim] = {}
    for sentence in doc.records(Sentence):
        for token in doc.parse[sentence.first : sentence.last]:
            for each in _claims(token):
                record = _record(doc, each, sentence, actors, finder)
                if record is not None:
                    found.setdefault((record.claimant, record.polarity, record.events), record)
    return tuple(sorted(found.values(), key=lambda each: (each.evidence.start, each.evidence.end)))


def _claims(token: "Token") -> Iterator[_Found]:
    lemma = token.lemma_.lower()
    if lemma == "responsibility":
        yield from _of_responsibility(token)
    if is_verb(token):
        if lemma in claim_patterns("direct"):
            yield from _direct(token)
        if lemma in claim_patterns("accuse"):
            yield from _accusation(token)
        if lemma in claim_patterns("behind"):
            yield from _own_deed(token)
        if lemma == "be":
            yield from _own_behind(token)


def _claimant(verb: "Token") -> "Token | None":
    """Give who claims; ``None`` for "no group" and for a clause without one."""
    for arg in arguments_of(verb).at("subject"):
        token = arg.token
        if is_relative(token):
            continue
        denied = any(child.lower_ in NOBODY for child in token.children)
        return None if denied or token.lower_ in NOBODY else token
    return None


def _of_responsibility(noun: "Token") -> Iterator[_Found]:
    """Read "claimed responsibility for", "responsibility has been claimed by", "claim of"."""
    verb = noun.head
    about = _below(noun, ("for", "over"))
    if is_verb(verb):
        for _words, cue in claim_patterns("responsibility").get(verb.lemma_.lower(), ()):
            claimant = _claimant(verb)
            negated = negation_of(verb) is not None or negation_of(noun) is not None
            about = about or _below(verb, ("for",))
            if claimant is None or negated or claimant == noun or _is_asked(verb):
                return
            yield _Found(
                claimant, about, cue.polarity, clause(verb), cue,
                f"The one who {verb.text!r} responsibility {cue.sense}.",
            )  # fmt: skip
            return
    if noun.dep_ == "pobj" and verb.lower_ == "of" and verb.head.lemma_ == "claim":
        claim = verb.head
        for arg in arguments_of(claim).at("subject", "poss", "from"):
            cue = claim_patterns("responsibility")["claim"][0][1]
            if arg.token != claim:
                yield _Found(
                    arg.token, about or _below(claim, ("for",)), "claims", list(claim.subtree), cue,
                    "A claim of responsibility names who made it.",
                )  # fmt: skip
                return


def _is_asked(verb: "Token") -> bool:
    """Say whether the claim is only a condition or a wish ("if they claim", "refused to claim")."""
    above = verb.head
    if verb.dep_ == "xcomp" and above.lemma_ in ("refuse", "decline", "fail", "stop", "yet"):
        return True
    return any(
        (child.dep_ == "mark" and child.lower_ in ("if", "unless", "whether"))
        or (child.dep_ == "aux" and child.lower_ in ("would", "could", "might", "may"))
        for child in verb.children
    )


def _below(word: "Token", prepositions: tuple[str, ...]) -> "list[Token]":
    """Give the main words under a word's prepositions, with what is joined to them."""
    found: list[Token] = []
    for child in word.children:
        if child.dep_ in ("prep", "dative") and child.lower_ in prepositions:
            for each in child.children:
                if each.dep_ in ("pobj", "pcomp"):
                    found += [each, *(c for c in each.children if c.dep_ == "conj")]
                    found += [c for c in each.children if each.dep_ == "pcomp" and c.dep_ == "dobj"]
    return found


def _direct(verb: "Token") -> Iterator[_Found]:
    """Read "claimed the attack", "took credit for", "denied involvement in", "denied attacking"."""
    for words, cue in claim_patterns("direct")[verb.lemma_.lower()]:
        about = _about(verb, words)
        claimant = _claimant(verb)
        if not about or claimant is None or claimant in about or negation_of(verb) is not None:
            continue
        if _is_asked(verb):
            return
        yield _Found(
            claimant, about, cue.polarity, clause(verb), cue,
            f"The subject of {verb.text!r} {cue.sense}.",
        )  # fmt: skip
        return


def _about(verb: "Token", words: tuple[str, ...]) -> "list[Token]":
    """Find what a verb of claiming is about: its object, a gerund, or under the last preposition."""
    if len(words) == 1:
        objects = [
            arg.token for arg in arguments_of(verb).at("object") if not is_relative(arg.token)
        ]
        gerunds = [
            child for child in verb.children if child.dep_ == "xcomp" and child.tag_ == "VBG"
        ]
        doing = [c for each in gerunds for c in each.children if c.dep_ == "dobj"]
        return [*objects, *gerunds, *doing]
    above = [verb]
    for word in words[1:-1]:
        found = next((c for each in above for c in each.children if c.lemma_.lower() == word
                      or c.lower_ == word), None)  # fmt: skip
        if found is None:
            return []
        above.append(found)
    return [each for word in reversed(above) for each in _below(word, (words[-1],))]


def _accusation(verb: "Token") -> Iterator[_Found]:
    """Read "blamed X for", "accused X of", "blamed the attack on X", "blamed X."."""
    objects = [arg.token for arg in arguments_of(verb).at("object") if not is_relative(arg.token)]
    for words, cue in claim_patterns("accuse")[verb.lemma_.lower()]:
        if not objects or negation_of(verb) is not None:
            return
        under = _below(verb, (words[-1],)) if len(words) > 1 else []
        if len(words) > 1 and not under:
            under = [e for o in objects for e in _below(o, (words[-1],))]
        if len(words) > 1 and not under:
            continue
        if len(words) == 3 and words[1] not in [child.lower_ for child in verb.subtree]:
            continue
        turned = cue.id == "blame-on"
        accused, about = (under[0], objects) if turned else (objects[0], under)
        yield _Found(
            accused, about, cue.polarity, clause(verb), cue,
            f"{accused.text!r} {cue.sense} by somebody else ({verb.text!r}).",
        )  # fmt: skip
        return


def _speaker_of(verb: "Token") -> "Token | None":
    """Give who says a clause, if the clause is the direct content of a verb of speech."""
    above = verb.head
    if verb.dep_ != "ccomp" or above.lemma_.lower() not in SAYING or negation_of(above) is not None:
        return None
    return _claimant(above)


def _own_deed(verb: "Token") -> Iterator[_Found]:
    """Read "the group said its fighters had attacked the base"."""
    speaker = _speaker_of(verb)
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    if speaker is None or subject is None or negation_of(verb) is not None:
        return
    own = subject.lower_ in OWN or any(
        child.dep_ == "poss" and child.lower_ in OWN for child in subject.children
    )
    if not own or any(child.lower_ in ("will", "would", "could") for child in verb.children):
        return
    for words, cue in claim_patterns("behind")[verb.lemma_.lower()]:
        if any(word not in [child.lower_ for child in verb.children] for word in words[1:]):
            continue
        objects = [child for child in verb.children if child.dep_ == "dobj"]
        polarity = "denies" if verb.head.lemma_ == "deny" else cue.polarity
        yield _Found(
            speaker, [verb, *objects], polarity, clause(verb.head), cue,
            f"The speaker {cue.sense} ({subject.text!r} {verb.text!r}).",
        )  # fmt: skip
        return


def _own_behind(verb: "Token") -> Iterator[_Found]:
    """Read "said it was behind the attack", "said they were responsible for"."""
    speaker = _speaker_of(verb)
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    if speaker is None or subject is None or subject.lower_ not in OWN:
        return
    for child in verb.children:
        for _words, cue in claim_patterns("behind").get(child.lower_, ()):
            about = (
                [each for each in child.children if each.dep_ == "pobj"]
                if child.lower_ == "behind"
                else _below(child, ("for",))
            )
            denied = negation_of(verb) is not None or verb.head.lemma_ == "deny"
            yield _Found(
                speaker, about, "denies" if denied else "claims", clause(verb.head), cue,
                f"The speaker says of itself that it was {child.text}.",
            )  # fmt: skip
            return


# ---------------------------------------------------------------- records


def _record(
    doc: Document,
    found: _Found,
    sentence: Sentence,
    actors: dict[int, tuple[Actor, Mention]],
    finder: EventFinder,
) -> Claim | None:
    """Make the record; ``None`` when the words are about no event that the report tells."""
    events = finder.events_of(found.about, before=found.claimant, sentence=sentence)
    if not events:
        return None
    evidence = doc.span_of(found.evidence)
    actor = actors.get(found.claimant.i)
    mode = None
    if found.polarity != "accused by other":
        mode = mode_in(
            [each for each in doc.parse[sentence.first : sentence.last] if not each.is_space]
        )
    return Claim(
        id=key(
            "clm", doc.report.id, evidence.start, evidence.end, found.claimant.i, found.polarity
        ),
        claimant=None if actor is None else actor[0].id,
        events=events,
        mode=NOT_SAID if mode is None else mode.mode or NOT_SAID,
        polarity=found.polarity,
        evidence=evidence,
        attributed_to=_voice(doc, evidence, found.claimant),
        rule=found.cue.rule if mode is None else mode.rule,
        reason=_reason(found, mode),
    )


def _reason(found: _Found, mode: ClaimCue | None) -> str:
    """Say why it is a claim; where the mode's entry is the rule, name the cue's entry too."""
    if mode is None:
        return found.reason
    return f"{found.reason} ({found.cue.rule}; the sentence tells the means: {mode.sense}.)"


def _voice(doc: Document, evidence: Span, claimant: "Token") -> str | None:
    """Give on whose word we know it; what the claimant says himself is the claim, not its source."""
    attributions = doc.records(Attribution)
    voice = voice_of(evidence, attributions)
    for each in attributions:
        own = each.source is not None and each.source.start <= claimant.idx < each.source.end
        if each.id == voice and own:
            return each.nested_in
    return voice
