"""A count of people before it has an event: what all readers of tolls give and share."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dateline.document import Document
from dateline.numbers import Count, is_number_word
from dateline.records import TollKind
from dateline.stages.toll_grammar import ONE_PERSON, TWO
from dateline.stages.toll_parts import parts_behind
from dateline.stages.toll_words import Kind, toll_words
from dateline.syntax import is_verb, phrase

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Objects and subjects that mean nobody under a negated verb ("did not hurt anyone").
ANYBODY = frozenset({"anyone", "anybody", "person"})
NOBODY = frozenset({"nobody", "none"})
#: Words that stand for people whose noun is left out ("30 others", "two of them").
STAND_INS = frozenset({"other", "others", "more", "them", "those", "rest"})
#: Words that stand for people without saying who they are.
NAMELESS = ANYBODY | NOBODY | ONE_PERSON | (TWO - {"couple", "twins"}) | {"one"}
#: Prepositions inside the words for a group ("members of the guard"); others say where or how.
GROUP_ADPS = frozenset({"of", "from", "with"})


@dataclass(frozen=True, slots=True)
class Counted:
    """A count of people with the words that told it, before it has an event.

    ``anchor`` is the word that the count hangs on; ``group`` the words for whom was counted.
    """

    kinds: tuple[TollKind, ...]
    count: Count
    group: "list[Token]"
    words: "list[Token]"
    anchor: "Token"
    rule: str
    reason: str


def kinds_of(kind: Kind) -> tuple[TollKind, ...]:
    """Give the kinds of toll that a kind of word counts; "casualties" counts two."""
    if kind == "casualties":
        return (TollKind.KILLED, TollKind.INJURED)
    return (TollKind(kind),)


def no_year(count: Count) -> Count | None:
    """Refuse a lone four-digit year ("the 2018 victims")."""
    text = count.span.text
    is_year = count.hedge is None and len(text) == 4 and text.isdigit() and text[:2] in ("19", "20")
    return None if is_year else count


def stands_alone(token: "Token") -> bool:
    """Say whether a number stands without its noun ("killed five", "dozens of them")."""
    return is_number_word(token) and token.dep_ not in ("det", "nummod", "compound")


def counted_below(number: "Token") -> "Token | None":
    """Give the noun under "dozens of"."""
    for child in number.children:
        if child.dep_ == "prep" and child.lower_ == "of":
            return next((each for each in child.children if each.dep_ == "pobj"), None)
    return None


def group_of(noun: "Token", count: Count) -> "list[Token]":
    """Give the words for whom was counted, without the number; empty for "others" and "12"."""
    if stands_alone(noun):
        below = counted_below(noun)
        if below is None or below.lower_ in STAND_INS:
            return []
        noun = below
    if noun.lemma_.lower() in STAND_INS or noun.lower_ in NAMELESS:
        return []
    if count.first == noun.i:
        return _before_verbs([each for each in phrase(noun) if each.dep_ != "det"], noun)
    tokens = [each for each in phrase(noun) if each.i >= count.last or each.i < count.first]
    tokens = [each for each in tokens if each.i >= count.last] or (
        [] if count.last > noun.i + 1 else [noun]
    )
    tokens = [each for each in tokens if each.dep_ != "det" or each.i > noun.i]
    while len(tokens) > 1 and tokens[0] != noun and tokens[0].lower_ in toll_words("state"):
        tokens = tokens[1:]  # "63 injured students" are students
    return _before_verbs(tokens, noun)


def _before_verbs(tokens: "list[Token]", noun: "Token") -> "list[Token]":
    """Cut a group before the first verb behind its noun: headlines leave out "were"."""
    for at, token in enumerate(tokens):
        finite = is_verb(token) and token.dep_ not in ("amod", "compound")
        cuts = finite or (token.is_punct and token.text not in "-–‑'’")
        if token.i > noun.i and (cuts or (token.pos_ == "ADP" and token.lower_ not in GROUP_ADPS)):
            tokens = tokens[:at]
            break
    while tokens and tokens[-1].pos_ in ("ADP", "DET", "CCONJ") and tokens[-1].i > noun.i:
        tokens = tokens[:-1]
    return tokens


def parts_of(doc: Document, noun: "Token", whole: Counted) -> Iterator[Counted]:
    """Make tolls of the parts of a toll: "five people, including two children"."""
    if whole.count.high == 0:
        return
    for part in parts_behind(doc, noun):
        group = [each for each in group_of(part.noun, part.count) if each.i > part.word.i + 1]
        yield replace(
            whole, count=part.count, group=group,
            words=[part.word, part.noun],
            reason=f"{part.word.text!r} names a part of those {whole.kinds[0].value} told before it.",
        )  # fmt: skip
