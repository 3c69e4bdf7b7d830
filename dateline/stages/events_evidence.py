"""Which words prove a trigger, which modes it has, and whether it tells one incident or several."""

from typing import TYPE_CHECKING

from dateline.document import Document
from dateline.records import Coded, EventType, Span
from dateline.stages.events_matching import Match
from dateline.stages.events_operators import Reading
from dateline.stages.events_slots import MEANS_PLACES, MODE_OF_WEAPON
from dateline.syntax import is_relative, is_verb, phrase
from dateline.word_classes import classes_of

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Clauses and asides that do not belong to the clause that tells an event.
ASIDES = frozenset({"advcl", "parataxis", "ccomp"})

#: Words that say that there was more than one.
MANY = frozenset(
    {
        "several", "numerous", "many", "various", "multiple", "repeated", "frequent",
        "dozens", "scores", "hundreds", "series", "spate", "wave", "string", "daily",
        "regular", "continued", "further", "successive", "two", "three", "four", "five",
        "six", "seven", "eight", "nine", "ten",
    }
)  # fmt: skip

REPEATEDLY = frozenset(
    {
        "repeatedly", "regularly", "daily", "frequently", "often", "routinely",
        "continuously", "weekly",
    }
)  # fmt: skip


def modes_of(doc: Document, found: Match, reading: Reading) -> Coded[tuple[str, ...]]:
    """Collect the modes of the frame and, for an assault, of the weapons around it."""
    modes = list(reading.modes)
    evidence = [doc.span_of(found.words)] if modes else []
    if reading.type is EventType.ASSAULT:
        for token in _weapons(found):
            for name in sorted(classes_of(token)):
                mode = MODE_OF_WEAPON.get(name)
                if mode and mode not in modes:
                    modes.append(mode)
                    evidence.append(doc.span_of([token]))
    rule = found.pattern.rule
    if not modes:
        reason = f"The words name no mode of {reading.type.value}."
        return Coded(value=None, rule=rule, reason=reason)
    reason = f"{' and '.join(modes)}: from the words that tell the event and the means named."
    return Coded(value=tuple(modes), evidence=tuple(evidence), rule=rule, reason=reason)


def _weapons(found: Match) -> "list[Token]":
    tokens = [
        arg.token for arg in found.args
        if arg.place in MEANS_PLACES or (arg.place == "object" and found.verbal)
    ]  # fmt: skip
    if not found.verbal:
        tokens.append(found.head)
        tokens.extend(found.words)
    verb = found.support or found.head
    for child in verb.children:
        if is_verb(child) and child.lemma_ in ("use", "employ", "detonate", "wield"):
            tokens.extend(each for each in child.children if each.dep_ == "dobj")
    inside = [each for token in tokens for each in token.children if each.dep_ == "compound"]
    return [token for token in (*tokens, *inside) if "weapon" in classes_of(token)]


def series_of(doc: Document, found: Match) -> Coded[bool]:
    """Say whether the words tell several incidents at once.

    They do when the noun of the event is plural, when something is said to be hit "repeatedly", or
    when many things were hit over an open time ("since the 3rd, numerous posts have come under
    fire").
    """
    rule = "events.series"
    head = found.head
    if not found.verbal and head.tag_ in ("NNS", "NNPS"):
        return Coded(
            value=True, evidence=(doc.span_of([head]),), rule=rule,
            reason=f"{head.text!r} is plural: several incidents in one statement.",
        )  # fmt: skip
    verb = found.support or head
    for child in verb.children:
        if child.lower_ in REPEATEDLY:
            return Coded(
                value=True, evidence=(doc.span_of([child]),), rule=rule,
                reason=f"{child.text!r} tells that it happened more than once.",
            )  # fmt: skip
    many = _many(found)
    if many is not None and _is_since(verb):
        return Coded(
            value=True, evidence=(doc.span_of([many]),), rule=rule,
            reason=f"{many.text!r} over an open time since a date: several incidents.",
        )  # fmt: skip
    return Coded(value=False, rule=rule, reason="The words tell one event.")


def _many(found: Match) -> "Token | None":
    for arg in found.args:
        if arg.place in ("object", "subject", "on", "against"):
            for child in arg.token.children:
                if child.lower_ in MANY:
                    return child
    return None


def _is_since(verb: "Token") -> bool:
    return any(
        child.lower_ == "since" and child.dep_ in ("prep", "mark", "advmod")
        for child in verb.children
    )


# ---------------------------------------------------------------- evidence


def evidence_of(doc: Document, found: Match) -> Span:
    """Give the clause that tells the event.

    A relative clause comes with its antecedent; a participle after a noun comes with the clause of
    that noun ("issued statements rejecting"); a noun without a verb of its own gives its phrase.
    Left out: connectives, time phrases set off by a comma with "since", clauses before or behind a
    comma, and clauses joined with "and".
    """
    top = _telling_verb(found)
    if top is None:
        return doc.span_of([*phrase(found.head), *found.words])
    tokens = clause_tokens(top, keep=found.words)
    if top.dep_ == "relcl" and any(is_relative(each) for each in tokens):
        tokens = [*phrase(top.head), *tokens]
    return doc.span_of(tokens)


def _telling_verb(found: Match) -> "Token | None":
    verb = found.support or (found.head if found.verbal else None)
    if verb is None:
        return None
    if verb.dep_ == "acl" and not _is_heavy(verb):
        above = verb.head.head
        if (
            verb.head.dep_ in ("dobj", "nsubjpass")
            and is_verb(above)
            and "message" in classes_of(verb.head)
        ):
            return above
    if verb.dep_ in ("acomp", "amod") and not is_verb(verb):
        return verb.head
    return verb


def _is_heavy(verb: "Token") -> bool:
    return any(child.dep_ in ("nsubj", "nsubjpass") for child in verb.children)


def clause_tokens(verb: "Token", keep: "tuple[Token, ...]" = ()) -> "list[Token]":
    """Give the gapless run of tokens of a clause, without its asides."""
    kept_heads = {each.i for each in keep}
    left_out: set[int] = set()
    for child in verb.children:
        if _is_aside(child, verb) and not kept_heads & {each.i for each in child.subtree}:
            left_out.update(each.i for each in child.subtree)
    inside = {each.i for each in verb.subtree} - left_out
    first = last = verb.i
    while first - 1 in inside:
        first -= 1
    while last + 1 in inside:
        last += 1
    tokens = [each for each in verb.doc[first : last + 1] if not each.is_space]
    return _trimmed(tokens, verb)


def _is_aside(child: "Token", verb: "Token") -> bool:
    if child.dep_ in ("cc", "preconj"):
        joined = [each for each in verb.children if each.dep_ == "conj" and each.i > child.i]
        return not joined or _is_aside(joined[0], verb)
    if child.dep_ in ("mark", "intj"):
        return True
    if child.dep_ == "conj":
        return is_verb(child) and "thing" not in classes_of(child)
    if child.dep_ == "punct":
        return child.text in ",;:—–" and child.i > verb.i and _splits(child, verb)
    if child.dep_ in ASIDES or child.dep_ in ("prep", "advmod", "npadvmod"):
        return _set_off(child, verb)
    return False


def _splits(comma: "Token", verb: "Token") -> bool:
    """Say whether what follows a comma is an aside of the clause."""
    following = [child for child in verb.children if child.i > comma.i and child.dep_ != "punct"]
    return not following or all(_is_aside(child, verb) for child in following[:1])


def _set_off(child: "Token", verb: "Token") -> bool:
    """Say whether a dependent is cut off by a comma (or opens the sentence and says no time)."""
    first, last = child.left_edge.i, child.right_edge.i
    doc = verb.doc
    if child.i > verb.i:
        return first > 0 and doc[first - 1].text in (",", ";", "—", "–")
    if last + 1 < len(doc) and doc[last + 1].text == ",":
        return child.dep_ in ASIDES or not _names_time(child)
    return False


def _names_time(child: "Token") -> bool:
    """Keep "In May," with the event; "Since May," opens an interval and stays outside."""
    if child.lower_ in ("since", "after", "before", "until"):
        return False
    return any(each.ent_type_ in ("DATE", "TIME") for each in child.subtree)


def _trimmed(tokens: "list[Token]", verb: "Token") -> "list[Token]":
    while (
        len(tokens) > 1
        and tokens[0] != verb
        and (tokens[0].is_punct or tokens[0].dep_ in ("cc", "mark"))
    ):
        tokens.pop(0)
    while (
        len(tokens) > 1 and tokens[-1] != verb and (tokens[-1].is_punct or tokens[-1].dep_ == "cc")
    ):
        tokens.pop()
    return tokens
