"""How two spellings of a place name are made equal."""

import re
import unicodedata

#: Apostrophes, ayn, hamza and grave marks: "Sana'a", "Sana’a", "Ṣanʿāʾ" are one name without them.
_REMOVED = "'’‘‛`´′ʹʺʻʼʽʾʿˈˊˋʰ\"“”.\u00ad\u200b\u200c\u200d"

#: Dashes and marks that stand between words: "Al-Asad" and "Al Asad", "Arbil/Erbil".
_BLANKS = "-‐‑‒–—―−_/\\,;:()[]·•"

#: Letters that Unicode does not split into a base letter and an accent.
_LETTERS = {
    "ø": "o", "đ": "d", "ł": "l", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d",
    "ħ": "h", "ə": "a", "ǝ": "a", "ŋ": "ng", "ɓ": "b", "ɗ": "d", "ƙ": "k", "ƴ": "y", "ŧ": "t",
    "ɛ": "e", "ɔ": "o", "&": " and ",
}  # fmt: skip

_TABLE = str.maketrans(dict.fromkeys(_REMOVED, "") | dict.fromkeys(_BLANKS, " ") | _LETTERS)

#: Abbreviations that are written out when a word follows: "St. Petersburg", "Mt Hermon".
_ABBREVIATIONS = {"st": "saint", "ste": "sainte", "mt": "mount", "ft": "fort"}

_MARKS = re.compile(
    "[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]"
)


def fold_name(name: str) -> str:
    """Fold a name so that its usual spellings meet.

    In this order: accents are stripped (NFKD), case is folded, letters without a decomposition are
    replaced ("ø" → "o", "ı" → "i", "ß" → "ss"), apostrophes of every kind and full stops are
    removed, hyphens, dashes, commas, slashes and brackets become blanks, "&" becomes "and",
    "St.", "Ste.", "Mt.", "Ft." are written out when a word follows, and runs of white space
    become one blank.  The result can be empty.

    Case is lost: "US" and "us" fold to the same name.  Who scans running text looks at the case
    first.
    """
    words = _fold_words(name)
    last = len(words) - 1
    return " ".join(
        _ABBREVIATIONS.get(word, word) if place < last else word for place, word in enumerate(words)
    )


def fold_beginning(text: str) -> str:
    """Fold the beginning of a longer name: as ``fold_name``, with abbreviations written out."""
    return " ".join(_ABBREVIATIONS.get(word, word) for word in _fold_words(text))


def _fold_words(text: str) -> list[str]:
    if not text.isascii():
        text = _MARKS.sub("", unicodedata.normalize("NFKD", text))
    text = text.casefold()
    if not text.isascii():
        text = _MARKS.sub("", unicodedata.normalize("NFKD", text))
    return text.translate(_TABLE).split()
