"""Parts of a toll told beside the whole: "five people, including two children, four of them girls".

Read from the words behind the noun, because parsers hang such parts on almost anything.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dateline.document import Document
from dateline.numbers import Count, count_before, is_number_word, read_count
from dateline.stages.toll_words import is_no_people

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Words after which a part is named.
PART_WORDS = frozenset({"including", "among", "amongst"})
#: Words that take up the whole again ("among them", "two of whom").
WHOLE_AGAIN = frozenset({"them", "whom", "these", "those"})
#: A part begins at most this many tokens behind its whole.
REACH = 14
#: Words of one part, from the part word to its noun ("including the two younger children").
PART_REACH = 7


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a counted group: its noun, its number, and the word that makes it a part."""

    noun: "Token"
    count: Count
    word: "Token"


def parts_behind(doc: Document, noun: "Token") -> Iterator[Part]:
    """Find the parts of the people that ``noun`` names, up to the next verb of the sentence."""
    last = min(noun.sent.end, noun.i + REACH)
    for token in doc.parse[noun.i + 1 : last]:
        if token.pos_ == "VERB" and token.lower_ != "including":
            return
        if token.lower_ in PART_WORDS:
            yield from _named(doc, token, _after_whole(token))
            return
        if token.lower_ == "of" and _of_whole(token) and is_number_word(token.nbor(-1)):
            yield from _portion(doc, token)
            return


def _after_whole(word: "Token") -> int:
    """Give where the part begins: behind "among them"."""
    at = word.i + 1
    return at + 1 if at < word.sent.end and word.doc[at].lower_ in WHOLE_AGAIN else at


def _of_whole(of: "Token") -> bool:
    return of.i + 1 < of.sent.end and of.nbor(1).lower_ in WHOLE_AGAIN


def _named(doc: Document, word: "Token", first: int) -> Iterator[Part]:
    """Read "including two children and a nurse"."""
    last = min(word.sent.end, first + PART_REACH)
    for token in doc.parse[first:last]:
        if token.pos_ in ("NOUN", "PROPN") and token.dep_ not in ("compound", "nmod", "poss"):
            for each in [token, *(c for c in token.children if c.dep_ == "conj")]:
                count = None if is_no_people(each) else count_before(doc, each)
                if count is not None and count.first >= first:
                    yield Part(each, count, word)
            return


def _portion(doc: Document, of: "Token") -> Iterator[Part]:
    """Read "four of them children", "two of whom were soldiers"."""
    count = read_count(doc, of.nbor(-1))
    last = min(of.sent.end, of.i + 2 + PART_REACH)
    if count is None:
        return
    if of.i + 2 < last and of.doc[of.i + 2].pos_ in ("ADP", "ADJ", "ADV"):
        yield Part(of.nbor(1), count, of)  # "two of them in hospital": no word for who they are
        return
    for token in doc.parse[of.i + 2 : last]:
        if token.pos_ == "NOUN" and token.dep_ not in ("compound", "nmod"):
            if not is_no_people(token):
                yield Part(token, count, of)
            return
        if token.is_punct or token.pos_ == "VERB":
            return
