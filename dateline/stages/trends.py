"""Which movements does the report assert: what grows, falls, holds or shifts, and since when?

"Attacks are on the rise", "an increase in opposition", "raids have become more frequent".  A
movement that is only feared, wanted or foreseen is no trend; nor is an updated toll or a market.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from dateline.document import Document
from dateline.extent import trim, wide_phrase
from dateline.mentions import actors_by_head
from dateline.records import Attribution, Sentence, Span, Time, Trend, key
from dateline.stages.causes_verbs import is_agent
from dateline.stages.movement import (
    MEASURES,
    Direction,
    TrendWord,
    direction_of,
    measured,
    movement_of,
    movement_verbs,
    words,
)
from dateline.stages.toll_words import is_people
from dateline.syntax import arguments_of, is_relative, is_verb, negation_of, phrase, predicate_of
from dateline.voice import voice_of

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Modal verbs under which a movement is not asserted.
UNASSERTED = frozenset({"will", "would", "may", "might", "could", "should", "can", "must", "shall"})
#: Verbs and nouns under which a movement is wished, feared or foreseen, not asserted.
NOT_YET = frozenset(
    {
        "call", "demand", "urge", "want", "seek", "request", "ask", "propose", "expect", "fear",
        "hope", "warn", "predict", "forecast", "prevent", "avoid", "avert", "threaten", "plan",
        "promise", "need", "require", "aim", "risk", "anticipate", "foresee", "deny", "advocate",
        "recommend", "worry", "possibility", "plea", "appeal", "prospect", "intend", "vow",
    }
)  # fmt: skip
#: Words of markets, money and sport: their rises are another desk's.
MARKETS = frozenset(
    {
        "price", "share", "stock", "index", "inflation", "currency", "rupee", "dollar", "yield",
        "profit", "revenue", "sale", "gdp", "economy", "wage", "salary",
        "market", "bond", "oil", "gold", "interest", "tax", "rent", "cost", "turnover", "barrel",
        "earnings", "loan", "deficit", "budget", "spending", "rate", "score", "tariff", "euro",
        "temperature", "river", "water", "smoke", "sun", "plane", "shell", "rocket", "missile",
        "bomb", "curtain", "flame", "man", "woman", "person", "people", "soldier", "voice", "flag",
        "building", "body", "eye", "hand", "child", "dust", "tide", "rain", "wall", "government",
        "age", "blood", "tree", "leaf", "step", "salinity", "staff", "pound", "fee", "fare", "premium", "peso", "pension",
    }
)  # fmt: skip
#: Of these, what people live on: with "since" they are a trend of general news.
GOODS = frozenset(
    {
        "price", "inflation", "wage", "salary", "rent", "cost", "economy", "spending", "sale",
        "revenue", "tax", "fare", "fee", "currency", "deficit", "pension",
    }
)  # fmt: skip
#: Subjects whose rise is an updated toll ("the death toll rose to 12").
TOLLS = frozenset({"toll", "death", "casualty", "fatality", "dead", "injury", "tally", "count"})
#: Prepositions behind a noun of movement before what moves.
OF_WHAT = ("in", "of")
COPULAS = frozenset(
    {"be", "become", "remain", "stay", "grow", "get", "keep", "continue", "go", "turn"}
)
GROWING = frozenset({"become", "grow", "get", "turn"})


@dataclass(frozen=True, slots=True)
class _Found:
    subject: "Token"
    evidence: "list[Token]"
    head: "Token"
    direction: Direction
    entry: TrendWord
    reason: str


def find_trends(doc: Document) -> tuple[Trend, ...]:
    """Find asserted movements: subject, direction, since when, and the words that say so.

    Args:
        doc: Must hold sentences, times, actors and attributions.
    Returns:
        One Trend per movement, in text order.  ``since`` is the id of a time introduced by
        "since" in the same sentence.
    """
    agents = frozenset(actors_by_head(doc))
    found: dict[tuple[int, int], Trend] = {}
    for sentence in doc.records(Sentence):
        for token in doc.parse[sentence.first : sentence.last]:
            for each in _movements(token, agents):
                record = _record(doc, each, sentence)
                if record is not None:
                    found.setdefault((record.subject.start, record.subject.end), record)
    return tuple(
        sorted(found.values(), key=lambda trend: (trend.evidence.start, trend.evidence.end))
    )


def _movements(token: "Token", agents: frozenset[int]) -> Iterator[_Found]:
    lemma = token.lemma_.lower()
    if token.pos_ == "VERB" and (lemma in movement_verbs() or lemma in _transitive_firsts()):
        yield from _of_verb(token, agents)
    if token.pos_ == "NOUN" and lemma in words("noun"):
        yield from _of_noun(token)
    lower = token.lower_
    if lower in words("adjective") or lower in ("more", "less"):
        yield from _of_adjective(token)
    if token.lemma_ in COPULAS and is_verb(token):
        yield from _of_copula(token)
    if lower in _more_firsts():
        yield from _of_more(token)


def _of_verb(verb: "Token", agents: frozenset[int]) -> Iterator[_Found]:
    """Read "attacks have increased" and "the army stepped up its raids"."""
    movement = movement_of(verb)
    if movement is not None and verb.dep_ != "amod":
        subject = measured(movement.subject)
        if _is_somebody(movement.subject, agents):
            return
        evidence = verb.doc[wide_phrase(movement.subject)[0].i : verb.i + 1]
        yield _Found(
            subject, list(evidence), verb, movement.direction, movement.entry,
            f"{verb.text!r} says that its subject {movement.entry.sense}.",
        )  # fmt: skip
        return
    particle = next((child for child in verb.children if child.dep_ == "prt"), None)
    name = f"{verb.lemma_.lower()} {particle.lower_}" if particle else verb.lemma_.lower()
    entry = words("transitive").get(name)
    if entry is None:
        return
    for arg in arguments_of(verb).at("object"):
        if arg.token.pos_ == "NOUN" and not is_relative(arg.token) and arg.token != verb.head:
            tokens = wide_phrase(arg.token)
            evidence = verb.doc[min(verb.i, tokens[0].i) : max(verb.i, tokens[-1].i) + 1]
            yield _Found(
                measured(arg.token), list(evidence), verb, direction_of(entry, arg.token), entry,
                f"{verb.text!r} {entry.sense}.",
            )  # fmt: skip
            return


def _is_somebody(subject: "Token", agents: frozenset[int]) -> bool:
    """Say whether a subject is somebody who rises or falls in space, not in number."""
    return is_people(subject) or (is_agent(subject, agents) and bool(subject.ent_type_))


def _of_noun(noun: "Token") -> Iterator[_Found]:
    """Read "an increase in opposition to …"."""
    entry = words("noun")[noun.lemma_.lower()]
    for child in [*noun.children, *_next_word(noun)]:
        if child.dep_ == "prep" and child.lower_ in OF_WHAT:
            subject = next((each for each in child.children if each.dep_ == "pobj"), None)
            if subject is None or not subject.tag_.startswith("NN"):
                continue
            evidence = noun.doc[wide_phrase(noun)[0].i : wide_phrase(subject)[-1].i + 1]
            yield _Found(
                measured(subject), list(evidence), noun, direction_of(entry, subject), entry,
                f"The noun {noun.text!r} names {entry.sense} {child.text} what follows.",
            )  # fmt: skip
            return


def _next_word(noun: "Token") -> "list[Token]":
    """Give the word behind a noun: parsers often hang "a lull in the fighting" on the verb."""
    return [noun.nbor()] if noun.i + 1 < noun.sent.end else []


def _of_adjective(token: "Token") -> Iterator[_Found]:
    """Read "rising dissatisfaction" and "raids have become more frequent"."""
    name, word = token.lower_, token
    if name in ("more", "less") and token.head.pos_ in ("ADJ", "ADV") and token.head.i > token.i:
        name, word = f"{name} {token.head.lower_}", token.head
    entry = words("adjective").get(name)
    if entry is None:
        return
    if word.dep_ == "acomp" and word.head.lemma_ in GROWING:
        verb = word.head
        subject = next((c for c in verb.children if c.dep_ == "nsubj" and not is_relative(c)), None)
        if subject is not None:
            evidence = verb.doc[wide_phrase(subject)[0].i : word.i + 1]
            yield _Found(
                measured(subject), list(evidence), verb, direction_of(entry, subject), entry,
                f"'{verb.text} {name}' says that the subject came to be {entry.sense}.",
            )  # fmt: skip
    elif word.dep_ == "amod" and word.head.i > word.i and word.tag_ in ("VBG", "VBN", "JJ"):
        noun = word.head
        tokens = [each for each in wide_phrase(noun) if each.i > word.i]
        if noun.pos_ == "NOUN" and tokens:
            yield _Found(
                measured(noun), wide_phrase(noun), noun, direction_of(entry, noun), entry,
                f"{word.text!r} describes the noun as one {entry.sense}.",
            )  # fmt: skip


def _of_copula(verb: "Token") -> Iterator[_Found]:
    """Read "attacks are on the rise", "the front remained stable"."""
    subject = next((c for c in verb.children if c.dep_ == "nsubj" and not is_relative(c)), None)
    if subject is None:
        return
    for child in verb.children:
        if child.i < verb.i or child.dep_ not in ("prep", "acomp", "advmod", "oprd"):
            continue
        tokens = [child] if child.dep_ != "prep" else list(child.subtree)
        text = " ".join(each.lower_ for each in tokens)
        entry = words("phrase").get(text)
        if entry is None and child.dep_ == "prep":
            entry = next((e for p, e in words("phrase").items() if text.startswith(f"{p} ")), None)
        if entry is None or (entry.direction == "steady" and verb.lemma_ in ("be", "become")):
            continue
        last = max(tokens, key=lambda each: each.i)
        evidence = verb.doc[wide_phrase(subject)[0].i : last.i + 1]
        yield _Found(
            measured(subject), list(evidence), verb, entry.direction, entry,
            f"{text!r} says that the subject {entry.sense}.",
        )  # fmt: skip
        return


def _of_more(token: "Token") -> Iterator[_Found]:
    """Read "more and more families flee"; the evidence is the whole clause."""
    for phrase_words, entry in _more_firsts()[token.lower_]:
        last = token.i + len(phrase_words)
        if last >= token.sent.end:
            continue
        if [each.lower_ for each in token.doc[token.i : last]] != list(phrase_words):
            continue
        noun = next((each for each in token.doc[last : last + 4] if each.pos_ == "NOUN"), None)
        if noun is None:
            return
        verb = predicate_of(noun)
        evidence = token.doc[token.i : max(noun.i, verb.i) + 1]
        tokens = [each for each in phrase(noun) if each.i >= last]
        yield _Found(
            noun, list(evidence) if len(tokens) else [noun], verb, entry.direction, entry,
            f"{' '.join(phrase_words)!r} says {entry.sense} what follows.",
        )  # fmt: skip
        return


# ---------------------------------------------------------------- what makes it a trend


def _record(doc: Document, found: _Found, sentence: Sentence) -> Trend | None:
    since = _since(doc, sentence)
    if not _is_asserted(found.head) or _is_other_desk(found.subject, dated=since is not None):
        return None
    subject = _unmeasured(_without_movement(wide_phrase(found.subject), found))
    if not subject:
        return None
    evidence = doc.span_of(trim(found.evidence))
    span = doc.span_of(subject)
    return Trend(
        id=key("trd", doc.report.id, span.start, span.end, evidence.start, evidence.end),
        subject=span,
        direction=found.direction,
        since=since,
        evidence=evidence,
        attributed_to=voice_of(evidence, doc.records(Attribution)),
        rule=found.entry.rule,
        reason=found.reason,
    )


def _without_movement(subject: "list[Token]", found: _Found) -> "list[Token]":
    """Leave "rising" out of the subject "rising dissatisfaction"."""
    if found.entry.kind not in ("adjective", "more"):
        return subject
    if found.head != found.subject and found.entry.kind == "adjective":
        return subject
    names = set(found.entry.words)
    for at in range(len(subject)):
        rest = subject[at:]
        if found.subject.i >= rest[0].i and not any(
            each.lower_ in names or each.lower_ in MORE_WORDS
            for each in rest
            if each.i < found.subject.i
        ):
            return rest
    return subject


def _unmeasured(subject: "list[Token]") -> "list[Token]":
    """Leave "the frequency of" out of a subject whose main word the parser took for another."""
    for at, token in enumerate(subject[:4]):
        if (
            token.lemma_.lower() in MEASURES
            and len(subject) > at + 2
            and subject[at + 1].lower_ == "of"
        ):
            return subject[at + 2 :]
    return subject


MORE_WORDS = frozenset(
    {"more", "less", "fewer", "ever", "and", "of", "number", "numbers", "growing"}
)


def _is_asserted(head: "Token") -> bool:
    """Say whether a movement is told as fact: no modal, denial, wish, fear or condition above."""
    if negation_of(head) is not None:
        return False
    at = head
    for _ in range(6):
        if at.lemma_.lower() in NOT_YET and at != head:
            return False
        if is_verb(at):
            if _is_open(at):
                return False
            if at.dep_ not in ("xcomp", "conj", "pcomp", "acl"):
                break
        if at.head == at or at.dep_ in ENDS_SCOPE:
            break
        at = at.head
    return not (is_verb(at) and at.dep_ == "ccomp" and at.head.lemma_.lower() in NOT_YET)


#: Places from which what stands above says nothing about whether the movement is real.
ENDS_SCOPE = frozenset({"ccomp", "relcl", "parataxis", "nsubj", "nsubjpass", "csubj", "appos"})


def _is_open(verb: "Token") -> bool:
    for child in verb.children:
        if child.dep_ == "aux" and (child.lower_ in UNASSERTED or child.lower_ == "to"):
            return True
        if child.dep_ == "mark" and child.lower_ in ("if", "unless", "whether"):
            return True
        if child.dep_ == "neg":
            return True
    return False


def _is_other_desk(subject: "Token", *, dated: bool) -> bool:
    """Say whether the subject is a toll, a market's or a thing that rises in space.

    A price or wage that moves since a named time is a trend; the move of a day is a market's.
    """
    if subject.pos_ in ("PRON", "NUM") or subject.ent_type_ in ("MONEY", "PERSON", "DATE", "TIME"):
        return True
    near = [subject, *(child for child in subject.children if child.dep_ in ("compound", "amod"))]
    named = {subject.lower_} if subject.lower_.endswith("ing") else {subject.lemma_.lower()}
    if dated and named & GOODS:
        return False
    if named & (MARKETS | TOLLS):
        return True
    return not dated and any(
        each.lemma_.lower() in TOLLS | {"oil", "stock", "price", "share"} for each in near[1:]
    )


def _since(doc: Document, sentence: Sentence) -> str | None:
    """Give the time introduced by "since" in the sentence."""
    for time in doc.records(Time):
        if time.span.start < sentence.span.start or time.span.end > sentence.span.end:
            continue
        if _says_since(doc, time.span):
            return time.id
    return None


def _says_since(doc: Document, span: Span) -> bool:
    if span.text.lower().startswith("since "):
        return True
    return doc.text[max(0, span.start - 12) : span.start].lower().split()[-1:] == ["since"]


@cache
def _transitive_firsts() -> frozenset[str]:
    return frozenset(name.split()[0] for name in words("transitive"))


@cache
def _more_firsts() -> dict[str, list[tuple[tuple[str, ...], TrendWord]]]:
    found: dict[str, list[tuple[tuple[str, ...], TrendWord]]] = {}
    for name, entry in words("more").items():
        parts = tuple(name.split())
        found.setdefault(parts[0], []).append((parts, entry))
    return found
