"""Word lists of the intake, from ``lexicons/intake_words.tsv``."""

from functools import cache

from dateline.lexicons.load import load_table


@cache
def word_list(name: str) -> frozenset[str]:
    """Give the words of one list, casefolded; ``_`` in the file is a blank.

    Raises:
        KeyError: There is no list of that name.
    """
    lists = {row["list"]: row["words"] for row in load_table("intake_words")}
    return frozenset(word.replace("_", " ") for word in lists[name].split())
