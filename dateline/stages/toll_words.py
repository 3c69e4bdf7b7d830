"""The lexicon of tolls, indexed for one pass over the tokens, and which nouns are people."""

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Literal

from dateline.lexicons.load import Entry, by_first_word, load_lexicon, load_table

if TYPE_CHECKING:
    from spacy.tokens import Token

Kind = Literal[
    "killed",
    "injured",
    "missing",
    "abducted",
    "arrested",
    "displaced",
    "participants",
    "casualties",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class TollWord(Entry):
    """An entry of ``toll_words.yml``; its head comment explains the keys."""

    kind: Kind
    form: Literal["object", "subject", "state", "noun", "total", "gathering"]
    words: tuple[str, ...]
    people_only: bool = False

    @property
    def rule(self) -> str:
        """The name by which records cite the entry."""
        return f"toll_words/{self.id}"


@cache
def toll_words(form: str) -> dict[str, tuple[tuple[tuple[str, ...], TollWord], ...]]:
    """Map the first word of each wording of a form to its words and entry, longest first."""
    return by_first_word(
        (wording, entry)
        for entry in load_lexicon("toll_words", TollWord)
        if entry.form == form
        for wording in entry.words
    )


@cache
def _sorts() -> dict[str, str]:
    return {row["word"]: row["what"] for row in load_table("toll_people")}


def is_people(noun: "Token") -> bool:
    """Say whether a noun names people without doubt ("villagers")."""
    return _sorts().get(noun.lemma_.lower()) == "people"


def is_no_people(noun: "Token") -> bool:
    """Say whether a noun certainly is no person: a measure, an animal, a thing."""
    if noun.ent_type_ in (
        "MONEY",
        "DATE",
        "TIME",
        "PERCENT",
        "QUANTITY",
        "ORDINAL",
    ) and not is_people(noun):
        return noun.pos_ != "NUM"
    return _sorts().get(noun.lemma_.lower()) in ("unit", "other")
