"""Whom do pronouns stand for?  By number, gender, kind, grammatical role and nearness."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dateline.document import Document
from dateline.records import ActorKind, Mention, Sentence
from dateline.stages.actor_clusters import Cluster
from dateline.stages.actor_found import Form
from dateline.stages.actor_words import word_list

if TYPE_CHECKING:
    from spacy.tokens import Token

HE = frozenset({"he", "him", "his", "himself"})
SHE = frozenset({"she", "her", "hers", "herself"})
THEY = frozenset({"they", "them", "their", "theirs", "themselves"})
IT = frozenset({"it", "its", "itself"})
SPEAKER = frozenset({"i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves"})
PRONOUNS = HE | SHE | THEY | IT | SPEAKER

#: How many sentences back an antecedent may stand.  "it" is mostly a thing unless it stands close.
REACH = {"he": 3, "she": 3, "they": 2, "it": 1}

OPENING, CLOSING, EITHER = frozenset("“«„"), frozenset("”»"), frozenset('"')

#: Kinds that one speaks of as "they" though the noun is singular ("the police … they").
COLLECTIVE = frozenset({ActorKind.POLICE, ActorKind.ARMED_GROUP, ActorKind.ARMED_FORCES, ActorKind.GOVERNMENT,
                        ActorKind.PARTY, ActorKind.ORGANISATION, ActorKind.COMPANY, ActorKind.POPULATION,
                        ActorKind.UNNAMED_GROUP, ActorKind.STATES})  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A noun before a pronoun: the actor that it names, or ``None`` if it is a thing."""

    token: "Token"
    cluster: Cluster | None
    sentence: int


@dataclass(slots=True)
class _Text:
    """What pronouns are looked up in: the nouns so far by sentence, and what is quoted."""

    doc: Document
    by_token: dict[int, Cluster]
    quoted: frozenset[int]
    candidates: list[_Candidate]


def link_pronouns(doc: Document, by_token: dict[int, Cluster]) -> None:
    """Add each pronoun whose antecedent grammar settles to the antecedent's cluster, as a mention.

    Within quotation marks "I" and "we" are the speaker.  A pronoun that may as well stand for a thing
    is left out.
    """
    text = _Text(doc, by_token, quoted_tokens(doc), [])
    later: list[Token] = []
    for sent in doc.records(Sentence):
        for token in doc.parse[sent.first : sent.last]:
            if token.pos_ == "PRON" and token.lower_ in PRONOUNS:
                if token.lower_ in SPEAKER:
                    later.append(token)
                    continue
                _link_third(token, sent.index, text)
            elif token.i in by_token or _is_thing(token):
                text.candidates.append(_Candidate(token, by_token.get(token.i), sent.index))
    for token in later:
        _link_speaker(token, text)


def quoted_tokens(doc: Document) -> frozenset[int]:
    """Give the numbers of the tokens between quotation marks; a paragraph closes what it opened."""
    found: set[int] = set()
    open_mark, paragraph = False, -1
    for sent in doc.records(Sentence):
        if sent.paragraph != paragraph:
            open_mark, paragraph = False, sent.paragraph
        for token in doc.parse[sent.first : sent.last]:
            if token.text in EITHER:
                open_mark = not open_mark
            elif token.text in OPENING:
                open_mark = True
            elif token.text in CLOSING:
                open_mark = False
            elif open_mark:
                found.add(token.i)
    return frozenset(found)


def _is_thing(token: "Token") -> bool:
    return token.pos_ in ("NOUN", "PROPN") and token.dep_ in ("nsubj", "nsubjpass", "dobj")


def _link_third(token: "Token", sentence: int, text: _Text) -> None:
    word = token.lower_
    name = "he" if word in HE else "she" if word in SHE else "they" if word in THEY else "it"
    if name == "it" and _is_empty(token):
        return
    best = _best(token, name, sentence, text)
    if best is None or best.cluster is None:
        return
    if name in ("he", "she") and best.cluster.gender is None:
        best.cluster.gender = "m" if name == "he" else "f"
    role = "subject" if _rank(best.token) == 0 else "noun"
    where = "of the same sentence" if best.sentence == sentence else "before it"
    reason = f"{token.text!r} takes up {best.token.text!r}, the nearest {role} {where} that fits in number and kind."
    _add(token, best.cluster, reason, "actors.pronoun", text)
    if token.dep_ in ("nsubj", "nsubjpass"):
        text.candidates.append(_Candidate(token, best.cluster, sentence))


def _is_empty(token: "Token") -> bool:
    """Say whether "it" stands for nothing ("it is likely that", "it rained")."""
    if token.dep_ == "expl":
        return True
    if token.dep_ not in ("nsubj", "nsubjpass") or token.lower_ != "it":
        return False
    verb = token.head
    clause = any(
        child.dep_ in ("ccomp", "xcomp", "csubj", "advcl") and child.i > verb.i
        for child in verb.children
    )
    judged = any(child.dep_ in ("acomp", "attr") for child in verb.children)
    passive = token.dep_ == "nsubjpass" and clause
    return (
        (verb.lemma_ == "be" and (clause or judged))
        or passive
        or verb.lemma_ in ("rain", "seem", "appear", "happen")
    )


def _best(token: "Token", name: str, sentence: int, text: _Text) -> _Candidate | None:
    scored: list[tuple[tuple[bool, int, int, int], _Candidate]] = []
    for candidate in reversed(text.candidates):
        away = sentence - candidate.sentence
        if away > REACH[name]:
            break
        if candidate.token.i < token.i and _fits(token, name, candidate, text):
            order = (
                _collective(name, candidate),
                away,
                _rank(candidate.token),
                token.i - candidate.token.i,
            )
            scored.append((order, candidate))
    return min(scored, key=lambda pair: pair[0])[1] if scored else None


def _collective(name: str, candidate: _Candidate) -> bool:
    """Say whether "they" would be a body: a real plural before it is likelier."""
    cluster = candidate.cluster
    if name != "they" or cluster is None:
        return False
    return not any(each.plural for each in cluster.founds if each.head.i == candidate.token.i)


def _rank(token: "Token") -> int:
    while token.dep_ == "conj" and token.head != token:
        token = token.head
    if token.dep_ in ("nsubj", "nsubjpass", "agent") or (
        token.dep_ == "pobj" and token.head.dep_ == "agent"
    ):
        return 0
    return 1 if token.dep_ in ("dobj", "dative") else 2


def _fits(token: "Token", name: str, candidate: _Candidate, text: _Text) -> bool:
    other, cluster = candidate.token, candidate.cluster
    if _argue_together(token, other) or _holds(other, token):
        return False
    if other.i in text.quoted and token.i not in text.quoted:
        return False
    if cluster is None:
        plural = other.tag_ in ("NNS", "NNPS")
        return (name == "they" and plural) or (name == "it" and not plural)
    if (token.i in text.quoted) != (other.i in text.quoted) and _speaks_of_self(token, other, text):
        return False
    return _fits_kind(name, other, cluster)


def _fits_kind(name: str, other: "Token", cluster: Cluster) -> bool:
    found = next((each for each in cluster.founds if each.head.i == other.i), cluster.founds[0])
    one_person = cluster.is_person and not found.plural
    if name in ("he", "she"):
        return one_person and cluster.gender in (None, "m" if name == "he" else "f")
    if name == "they":
        return found.plural or (
            not one_person and cluster.kind in COLLECTIVE and found.form is not Form.STATE
        )
    return not one_person and not found.plural and found.form is not Form.PEOPLE


def _argue_together(token: "Token", other: "Token") -> bool:
    """Say whether both are arguments of one verb: then they are not the same ("X accused him")."""
    return (
        token.head == other.head
        and token.dep_ != "poss"
        and not token.lower_.endswith(("self", "selves"))
    )


def _holds(other: "Token", token: "Token") -> bool:
    """Say whether the pronoun stands inside the phrase ("the army and its allies" is no antecedent)."""
    at = token
    while at.head != at and at.pos_ not in ("VERB", "AUX"):
        at = at.head
        if at == other:
            return at.i > token.i or token.dep_ != "poss"
    return False


def _speaks_of_self(token: "Token", other: "Token", text: _Text) -> bool:
    """Say whether the quoted pronoun would name its own speaker, who says "I" of himself."""
    return (
        token.i in text.quoted
        and other.dep_ == "nsubj"
        and other.head.lemma_ in word_list("speech")
    )


def _link_speaker(token: "Token", text: _Text) -> None:
    if token.i not in text.quoted:
        return
    speaker = _speaker_of(token, text)
    if speaker is None:
        return
    verb = speaker.head.text
    reason = f"In a quotation {token.text!r} is the speaker's side: {speaker.text!r}, subject of {verb!r}."
    _add(token, text.by_token[speaker.i], reason, "actors.speaker-pronoun", text)


def _speaker_of(token: "Token", text: _Text) -> "Token | None":
    """Find the subject of the verb of speech nearest to the quotation, in its paragraph, else before."""
    sentences = text.doc.records(Sentence)
    at = bisect_right(sentences, token.i, key=lambda sent: sent.first) - 1
    if at < 0:
        return None
    here = sentences[at].paragraph
    for wanted in (here, here - 1):
        found = [
            each
            for sent in sentences[max(0, at - 12) : at + 4]
            if sent.paragraph == wanted
            for each in _speakers(sent, text)
        ]
        if found:
            first, last = _quotation(token, text)
            return min(found, key=lambda each: (max(first - each.i, each.i - last), each.i))
    return None


def _quotation(token: "Token", text: _Text) -> tuple[int, int]:
    """Give the first and last token of the quotation around a token."""
    first = last = token.i
    while first - 1 in text.quoted:
        first -= 1
    while last + 1 in text.quoted:
        last += 1
    return first, last


def _speakers(sent: Sentence, text: _Text) -> Iterator["Token"]:
    for token in text.doc.parse[sent.first : sent.last]:
        named = token.i in text.by_token and token.i not in text.quoted
        if named and token.dep_ == "nsubj" and token.head.lemma_ in word_list("speech"):
            yield token


def _add(token: "Token", cluster: Cluster, reason: str, rule: str, text: _Text) -> None:
    mention = Mention(span=text.doc.span_of([token]), how="pronoun", rule=rule, reason=reason)
    cluster.mentions.append(mention)
    text.by_token[token.i] = cluster
