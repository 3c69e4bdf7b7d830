"""Connectives: "because", "due to", "as a result of", "in order to", "As a result, …"."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dateline.document import Document
from dateline.extent import OPEN_QUOTES, trim, wide_clause, wide_phrase
from dateline.stages.causes_cues import CausalCue, Pattern, patterns
from dateline.stages.causes_sides import (
    SPEECH,
    Link,
    Modality,
    governing_clause,
    is_denied,
    modality_of,
    moved,
    said_in,
    side,
)
from dateline.stages.causes_verbs import is_agent, participle_anchor
from dateline.stages.movement import words as words_of_movement
from dateline.syntax import is_passive, is_relative, is_verb

if TYPE_CHECKING:
    from spacy.tokens import Token

#: "Since" is of time where the clause above it is perfect: "has been shut since the war began".
TIME_SINCE = frozenset({"have", "has", "had", "'ve", "’ve"})
#: What stands under these is what the act is about: an issue, not somebody.
ISSUES = frozenset({"over-issue", "against-issue", "at-issue"})
#: With these a negated clause tells that nothing came of it; "did not go because …" has a cause.
UNDENIED = frozenset({"harmed-in", "by-doing", "for-reason"})
SPANS_OF_TIME = frozenset({"minute", "hour", "day", "week", "month", "year"})
COPULAS = frozenset({"be", "become", "remain"})


def link_links(token: "Token", agents: frozenset[int]) -> Iterator[Link]:
    """Read the causal statement of a connective that begins at a token.

    ``agents`` are the token numbers of the main words of actor mentions: a protest against somebody
    tells no cause, one against something does.
    """
    for pattern in patterns("link").get(token.lower_, ()):
        words = _words(token, pattern)
        if words is None:
            continue
        link = _connect(words, pattern.cue, agents)
        if link is not None:
            yield link
            return


def _words(token: "Token", pattern: Pattern) -> "list[Token] | None":
    """Match the surface words of a pattern from a token on."""
    doc, first = token.doc, token.i
    if first + len(pattern.words) > len(doc):
        return None
    # The words are compared one by one first: asking a token for its sentence is slow.
    for at, word in enumerate(pattern.words[1:], start=first + 1):
        if doc[at].lower_ != word:
            return None
    last = first + len(pattern.words)
    return list(doc[first:last]) if last <= token.sent.end else None


def _connect(words: "list[Token]", cue: CausalCue, agents: frozenset[int]) -> Link | None:
    below = _below(words)
    if below is None or not _fits_below(words, below, cue):
        return None
    if cue.id in ISSUES and is_agent(below, agents):
        return None
    above = _above(words, below)
    if above is None or above == below or not _fits_above(above, cue):
        return None
    return _linked(words, above, below, cue)


def _below(words: "list[Token]") -> "Token | None":
    """Find the head of what stands under a connective: the clause it marks, or its object."""
    last = words[-1]
    if last.dep_ in ("mark", "aux") and last.head.i > last.i:
        return last.head
    for word in reversed(words):
        for child in word.children:
            if child.i > last.i and child.dep_ in ("pobj", "pcomp", "ccomp", "advcl"):
                return child
    first = words[0]
    if first.dep_ in ("mark", "advmod") and first.head.i > last.i:
        return first.head
    return None


def _above(words: "list[Token]", below: "Token") -> "Token | None":
    """Climb out of the connective to the word that it hangs on."""
    numbers = {word.i for word in words}
    at = below.head
    while at.i in numbers and at.head != at:
        at = at.head
    return None if at.i in numbers or at == below else at


def _fits_below(words: "list[Token]", below: "Token", cue: CausalCue) -> bool:
    if below.ent_type_ in ("DATE", "TIME") and not is_verb(below):
        return False
    if cue.id == "as" and below.lemma_ == "do":
        return False  # "as we do" compares
    if cue.id == "after-event" and _only_order(words[0], below):
        return False
    if cue.needs == "clause":
        infinitive = any(child.tag_ == "TO" for child in below.children)
        return is_verb(below) and below.tag_ != "VBG" and not infinitive
    if cue.needs == "phrase":
        return not is_verb(below) and below.pos_ in ("NOUN", "PROPN", "PRON")
    if cue.needs == "gerund":
        return below.tag_ == "VBG" or (below.dep_ == "pobj" and words[-1].nbor().tag_ == "VBG")
    if cue.needs == "event":
        return below.pos_ == "NOUN" and below.lemma_.lower() in happenings()
    return True


def _only_order(after: "Token", below: "Token") -> bool:
    """Say whether "after" only tells an order of time: "a day after the raid", "after visiting"."""
    span = after.i > 0 and after.nbor(-1).lemma_.lower() in SPANS_OF_TIME
    return span or (below.tag_ == "VBG" and not is_passive(below))


def _fits_above(above: "Token", cue: CausalCue) -> bool:
    moving = above.pos_ == "NOUN" and above.lemma_.lower() in words_of_movement("noun")
    if moving and not cue.under:
        return False  # "an increase in support of": the preposition belongs to the increase
    if cue.under and above.lemma_.lower() not in cue.under:
        return False
    if cue.id == "since":
        verb = governing_clause(above)
        return not any(child.lower_ in TIME_SINCE for child in verb.children if child.dep_ == "aux")
    return not (cue.id == "as" and not is_verb(above))


def _linked(words: "list[Token]", above: "Token", below: "Token", cue: CausalCue) -> Link | None:
    """Make the link: what is under the connective, and the clause or phrase that it hangs on."""
    hang = _branch(above, below, words)
    head = above
    if not is_verb(above) and (cue.scope == "clause") and _closes_clause(above):
        head = governing_clause(above)
        hang = [*hang, *words]
    elif cue.modality == "conditional" and said_in(above) != above:
        head = said_in(above)
    elif is_verb(above):
        head = governing_clause(above) if above.dep_ in ("xcomp", "aux") else above
        if cue.id in ISSUES and _is_purpose(above):
            head = above.head  # "marched to protest against the tax": the tax made them march
            hang = [*hang, above]
    if is_denied(head) and cue.id in UNDENIED:
        return None
    under = side(below, without=[])
    under = [each for each in under if each.i > words[-1].i] or [below]
    sign: str = cue.sign
    main = _main_side(head, words, hang, under)
    if main is None:
        return None
    if cue.kind == "link" and cue.gives == "cause" and (shift := moved(head, sign=sign)):
        subject, sign = shift
        main = wide_phrase(subject)
    cause, effect = (under, main) if cue.gives == "cause" else (main, under)
    return Link(
        cause, effect, words, sign, _modality(head, cue), cue.rule,
        f"{' '.join(word.text for word in words)!r} introduces what {cue.sense}.",
    )  # fmt: skip


def _is_purpose(verb: "Token") -> bool:
    infinitive = any(child.tag_ == "TO" for child in verb.children)
    return verb.dep_ == "advcl" and infinitive and is_verb(verb.head)


def _modality(head: "Token", cue: CausalCue) -> Modality:
    return cue.modality if cue.modality != "asserted" else modality_of(head)


def _branch(above: "Token", below: "Token", words: "list[Token]") -> "list[Token]":
    """Give the child of ``above`` under which connective and clause hang."""
    at = below
    for _ in range(8):
        if at.head == above or at.head == at:
            break
        at = at.head
    return [at, *words]


def _closes_clause(noun: "Token") -> bool:
    """Say whether a noun stands behind its verb, so that what follows may speak of the clause."""
    return noun.dep_ in ("dobj", "pobj", "attr", "acomp", "conj", "appos", "npadvmod")


def _main_side(
    head: "Token", words: "list[Token]", hang: "list[Token]", under: "list[Token]"
) -> "list[Token] | None":
    """Give the side that the connective hangs on, less the connective's own branch."""
    if head.lemma_ in COPULAS:
        others = [
            c for c in head.children
            if c.dep_ in ("attr", "acomp", "oprd", "prep") and c not in words and c not in hang
        ]  # fmt: skip
        subject = next((c for c in head.children if c.dep_ in ("nsubj", "csubj")), None)
        if not others and subject is not None:
            return side(subject)
    if head.lemma_ in SPEECH and head.i < words[0].i:
        hang = [*hang, *(c for c in head.children if c.dep_ == "ccomp" and c.i < head.i)]
    tokens = side(head, without=hang)
    first, last = words[0].i, under[-1].i
    kept = [each for each in tokens if each.i < first or each.i > last]
    before = [each for each in kept if each.i < first]
    after = [each for each in kept if each.i > last]
    chosen = before if head.i < first else after
    chosen = trim(chosen, head) if chosen else []
    if chosen and head.dep_ == "relcl" and is_relative(chosen[0]) and head.head.i < chosen[0].i:
        before = wide_phrase(head.head, without=[head])
        chosen = [*before, *chosen]
    return chosen or None


# ---------------------------------------------------------------- participles and infinitives


def participle_links(token: "Token") -> Iterator[Link]:
    """Read "marched …, demanding X" (the reason) and "…, killing five" (the result)."""
    pattern = next(iter(patterns("participle").get(token.lower_, ())), None)
    if pattern is None or token.tag_ != "VBG":
        return
    cue = pattern.cue
    if any(child.dep_ in ("aux", "nsubj", "det", "mark") for child in token.children):
        return
    if token.dep_ not in ("advcl", "acl", "conj", "ccomp", "xcomp", "dep", "appos", "prep"):
        return
    main = _participle_main(token, cue)
    if main is None:
        return
    under = wide_clause(token)
    under = [each for each in under if each.i >= token.i]
    above = [each for each in side(main, without=[token]) if each.i < token.i]
    above = trim(above, main) if above else []
    if not above or len(under) < 2:
        return
    cause, effect = (under, above) if cue.gives == "cause" else (above, under)
    yield Link(
        cause, effect, [token], cue.sign, modality_of(main) if is_verb(main) else "asserted",
        cue.rule, f"The participle {token.text!r} tells what {cue.sense}.",
    )  # fmt: skip


def _participle_main(token: "Token", cue: CausalCue) -> "Token | None":
    """Find what a participle speaks of: the clause before it, or the noun it stands at."""
    if token.dep_ == "conj" or (token.dep_ == "acl" and token.head.lemma_ in TELLING_NOUNS):
        return None
    comma = token.i > 0 and token.nbor(-1).text == ","
    if cue.gives == "effect" and token.dep_ == "acl" and not comma:
        return token.head
    return participle_anchor(token)


#: Nouns whose participle is what they say, no reason: "issued a statement rejecting the plan".
TELLING_NOUNS = frozenset(
    {
        "statement", "letter", "petition", "resolution", "declaration", "report", "message", "note",
        "banner", "placard", "slogan", "call", "communique", "communiqué", "text", "speech", "tweet",
        "post", "leaflet", "sign", "bill", "motion", "comment", "remark", "article", "video", "word",
    }
)  # fmt: skip


def infinitive_links(token: "Token") -> Iterator[Link]:
    """Read the purpose in "marched to the palace to demand his resignation"."""
    pattern = next(iter(patterns("infinitive").get(token.lower_, ())), None)
    verb = token.head
    if pattern is None or token.dep_ != "aux" or verb.dep_ != "advcl" or verb.tag_ != "VB":
        return
    if token.i and token.nbor(-1).lower_ in ("order", "as", "bid", "effort", "attempt", "enough"):
        return
    main = verb.head
    if not is_verb(main) or main.lemma_ in NO_PURPOSE:
        return
    under = [token, *[each for each in wide_clause(verb) if each.i > token.i]]
    kept = side(governing_clause(main), without=[verb])
    above = [each for each in kept if (each.i < token.i) == (main.i < token.i)]
    above = trim(above, main) if above else []
    if not above:
        return
    cue = pattern.cue
    yield Link(
        under, above, [token], cue.sign, modality_of(main), cue.rule,
        f"The infinitive after 'to' tells what {cue.sense}.",
    )  # fmt: skip


#: Verbs whose infinitive is no purpose: what is wanted, said, or comes by chance.
NO_PURPOSE = frozenset(
    {
        "want", "expect", "agree", "decide", "refuse", "be", "have", "continue", "begin", "go",
        "seem", "appear", "plan", "hope", "fail", "vow", "manage", "rise", "fall", "increase",
    }
)  # fmt: skip


# ---------------------------------------------------------------- from sentence to sentence


def opener_links(doc: Document, first: "Token", previous: "list[Token] | None") -> Iterator[Link]:
    """Read "As a result, …" at the head of a sentence: its cause is the sentence before.

    Args:
        doc: The report.
        first: First token of the sentence.
        previous: The main clause of the sentence before, or ``None``.
    """
    if previous is None:
        return
    while first.text in OPEN_QUOTES or first.lower_ in ("and", "but"):
        if first.i + 1 >= first.sent.end:
            return
        first = first.nbor()
    for pattern in patterns("opener").get(first.lower_, ()):
        words = _words(first, pattern)
        if words is None:
            continue
        root = said_in(first.sent.root)
        effect = [each for each in wide_clause(root, without=words) if each.i > words[-1].i]
        if root.i <= words[-1].i:
            effect = list(first.doc[words[-1].i + 1 : first.sent.end])
        if effect:
            yield Link(
                previous, trim(effect), words, pattern.cue.sign, modality_of(root),
                pattern.cue.rule,
                f"{' '.join(word.text for word in words)!r} makes the sentence before the cause.",
            )  # fmt: skip
        return


def inner_links(token: "Token") -> Iterator[Link]:
    """Read "…, and therefore …": the joined clause is the effect of the one before it."""
    pattern = next((p for p in patterns("opener").get(token.lower_, ()) if len(p.words) == 1), None)
    verb = token.head
    if pattern is None or token.dep_ != "advmod" or verb.dep_ != "conj" or token.i > verb.i:
        return
    main = verb.head
    if not is_verb(main) or main.i > token.i:
        return
    cause = [each for each in wide_clause(main, without=[verb]) if each.i < token.i]
    effect = [each for each in wide_clause(verb) if each.i > token.i]
    if cause and effect:
        yield Link(
            trim(cause, main), trim(effect, verb), [token], pattern.cue.sign, modality_of(verb),
            pattern.cue.rule, f"{token.text!r} makes the clause before it the cause.",
        )  # fmt: skip


def happenings() -> frozenset[str]:
    """Nouns of violence and mishap in which people come to harm ("killed in a blast")."""
    return HAPPENINGS


HAPPENINGS = frozenset(
    {
        "attack", "blast", "explosion", "bombing", "ambush", "raid", "strike", "airstrike",
        "shelling", "shooting", "clash", "fire", "firing", "crash", "accident", "collision",
        "operation", "encounter", "battle", "fight", "fighting", "gunfight", "shootout", "riot",
        "stampede", "earthquake", "flood", "landslide", "storm", "collapse", "crossfire",
        "violence", "protest", "unrest", "crackdown", "incident", "assault", "bombardment",
        "firefight", "skirmish", "scuffle", "melee", "lynching", "massacre", "war", "offensive",
        "gunfire", "gunbattle", "exchange",
    }
)  # fmt: skip
