"""Which language is the report in, and can we read it?

English is told by its commonest words, which takes microseconds.  Only where these are missing is
the identifier of py3langid asked, whose model takes half a second to load.
"""

import re
from functools import cache
from typing import Any

from dateline.errors import LanguageError
from dateline.intake.words import word_list
from dateline.lexicons.load import load_table

#: What the readers support.
SUPPORTED = frozenset({"en"})

#: Letters below which no language can be told; such a text is taken as English if it is Latin.
MIN_LETTERS = 40

#: Code points that are looked at: a report does not change its language after two screens.
SAMPLE_CHARS = 3_000

#: Share of common English words (``intake_words.tsv``) among all words from which a text is English without further question.  English
#: news has 0.15 and more, headlines 0.05; lists of names in other languages stay under 0.02.
CLEAR_SHARE = 0.08

#: Share from which a text is English although the identifier prefers another language: English
#: that is full of foreign names.
ENOUGH_SHARE = 0.05

#: Probability from which the identifier is believed.  On a line of names it gives its best guess
#: 0.2 to 0.4, on one sentence of any language that we tried 0.5 (Indonesian, which it cannot tell
#: from Malay) to 1.0.
MIN_PROBABILITY = 0.45

_WORD = re.compile(r"[^\W\d_]+")


def find_language(text: str) -> str:
    """Identify the language of a report.

    Returns:
        An ISO 639 code of ``lexicons/languages.tsv``.  A text with under ``MIN_LETTERS`` letters
        is "en" if most of them are Latin or there are none, and so is a text that is in no
        language recognisably (a list of names).
    """
    words = _WORD.findall(text[:SAMPLE_CHARS].lower())
    letters = sum(map(len, words))
    english = word_list("english")
    share = sum(word in english for word in words) / len(words) if words else 0.0
    if share >= CLEAR_SHARE:
        return "en"
    if letters < MIN_LETTERS and _is_latin(words):
        return "en"
    if share >= ENOUGH_SHARE and _is_latin(words):
        return "en"
    found, probability = _identifier().classify(text[:SAMPLE_CHARS])
    return str(found) if probability >= MIN_PROBABILITY else "en"


def check_language(text: str) -> str:
    """Identify the language of a report and refuse what no reader supports.

    Raises:
        LanguageError: The report is in another language than English.
    """
    code = find_language(text)
    if code not in SUPPORTED:
        raise LanguageError(
            f"expected English, found {code} ({language_name(code)}); leave the report out, or"
            " give a translation"
        )
    return code


@cache
def language_name(code: str) -> str:
    """Give the English name of a language, or its code again where we do not know one."""
    return next((row["name"] for row in load_table("languages") if row["code"] == code), code)


def _is_latin(words: list[str]) -> bool:
    letters = "".join(words)
    latin = sum(letter < "\u0250" or "\u1e00" <= letter < "\u1f00" for letter in letters)
    return 2 * latin >= len(letters)


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    listed = {row["code"] for row in load_table("languages")}
    identifier.set_languages(sorted(listed.intersection(identifier.labels)))
    return identifier
