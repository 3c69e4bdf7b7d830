"""What must stand around a match before it is taken for a time ("May", "2019", "3:30", "fall").

Each test gets a ``Site`` and says yes or no; ``times.yml`` names them under ``needs``.  The tests
lean on word order and spelling; the parser's tags only break ties, because reports are also
printed in capitals or all in lower case.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

from dateline.lexicons.load import load_table
from dateline.stages.times_meaning import Meaning
from dateline.stages.times_words import Word


@dataclass(frozen=True, slots=True)
class Site:
    """A match: words ``[start, end)`` of a sentence, and the meaning built from them."""

    words: Sequence[Word]
    start: int
    end: int
    meaning: Meaning

    def before(self, back: int = 1) -> Word | None:
        """Give the word so many before the match."""
        at = self.start - back
        return self.words[at] if at >= 0 else None

    @property
    def inside(self) -> Sequence[Word]:
        """The words of the match."""
        return self.words[self.start : self.end]

    def after(self) -> Word | None:
        """Give the word after the match."""
        return self.words[self.end] if self.end < len(self.words) else None


def lower_of(word: Word | None) -> str:
    """Give a word in lower case; empty text for none."""
    return word.lower if word else ""


@cache
def beside(name: str) -> frozenset[str]:
    """Give a set of words of ``times_context.tsv``."""
    rows = {row["set"]: row["words"] for row in load_table("times_context")}
    return frozenset(rows[name].split())


#: Bare figures below this are seldom years in the news; they need "in" or "of".
EARLIEST_BARE_YEAR = 1700


def is_noun(word: Word | None) -> bool:
    """Say whether a word is a noun in small letters."""
    return word is not None and word.token.pos_ in ("NOUN", "PROPN") and word.text.islower()


def _bare_year(site: Site) -> bool:
    """Take a figure for a year after a preposition, in brackets or before what a year names."""
    before, after = site.before(), site.after()
    if lower_of(before) in beside("before figures") or lower_of(after) in beside("measures"):
        return False
    if lower_of(before) == "-" and "INT" in _atoms(site.before(2)):
        return "YEAR" in _atoms(site.before(2))  # a telephone number, unless "2011-2013"
    if _year_in(site.meaning) < EARLIEST_BARE_YEAR:
        return lower_of(before) in ("in", "since", "of", "from") and after is not None
    if before and before.glued and lower_of(before) in (".", ",") and before.lower != ",":
        return False
    if after is not None and after.token.tag_ == "NNS" and after.lower not in beside("year nouns"):
        return lower_of(before) in ("of", "in", "since") and _names_a_year(before, after)
    if lower_of(before) in beside("year signals") or before is None:
        return not (before and before.lower == "and" and _is_count(after))
    return _names_a_year(before, after)


def _atoms(word: Word | None) -> dict[str, str]:
    return word.atoms if word else {}


def _year_in(meaning: Meaning) -> int:
    year = getattr(meaning, "year", None)
    return year if isinstance(year, int) else EARLIEST_BARE_YEAR


def _is_count(after: Word | None) -> bool:
    return after is not None and after.token.tag_ == "NNS"


def _names_a_year(before: Word | None, after: Word | None) -> bool:
    if after is None:
        return before is not None and before.token.pos_ in ("NOUN", "PROPN", "ADV")
    if after.lower in beside("year nouns"):
        return True
    noun = after.token.pos_ in ("NOUN", "PROPN", "ADJ")
    if lower_of(before) in beside("determiners"):
        return noun
    if before is not None and before.token.pos_ == "PROPN":
        return after.lower in (")", ",", ".", ";", ":") or noun
    return noun and after.token.tag_ != "NNS"


def _real_month(site: Site) -> bool:
    """Take "May", "March", "April" … for months only where they can be nothing else."""
    word = site.words[site.end - 1]
    lower = word.lower.rstrip(".")
    if word.text.islower() and lower in ("may", "march", "mar", "sun", "sat", "sep", "jan", "dec"):
        return site.end - site.start > 1 and lower != "mar"
    if word.token.ent_type_ == "PERSON" and lower_of(site.before()) not in beside("month signals"):
        return False
    if lower == "dec" or lower == "sep" or lower == "mar":
        return word.lower.endswith(".")
    if lower not in beside("doubtful months"):
        return True
    return site.end - site.start > 1 or _month_stands_here(site, word)


def _month_stands_here(site: Site, word: Word) -> bool:
    before, after = site.before(), site.after()
    if lower_of(before) in beside("month signals"):
        return after is None or after.token.pos_ not in ("PROPN",) or after.lower in ("and", "to")
    if word.token.pos_ in ("AUX", "VERB"):
        return False
    return word.token.ent_type_ == "DATE" and lower_of(before) not in ("the", "a")


def _capital_month(site: Site) -> bool:
    """Take "4 NOV 91" for a date, "4 November 91 officers" not: the short style is in capitals."""
    return any(word.text.isupper() and "MONTH" in word.atoms for word in site.inside) or any(
        "SHORTYEAR" in word.atoms for word in site.inside
    )


def _day_number(site: Site) -> bool:
    """Refuse "may 3" as a verb with a figure, "19 April Movement", "March 3%"."""
    after = site.after()
    if lower_of(after) in beside("named after days"):
        return False
    if after is not None and after.glued and after.lower in ("%", ":"):
        return False
    for word in site.inside:
        if word.lower in ("may", "march") and word.text.islower():
            return word.token.pos_ not in ("AUX", "VERB") or word.token.head.like_num
    return True


def _lone_ordinal(site: Site) -> bool:
    """Take "the 18th" for a day after a preposition, unless it counts what follows."""
    before, after = site.before(), site.after()
    if lower_of(before) not in beside("day signals"):
        return False
    if after is None or after.lower == "local":
        return True
    return after.lower in beside("after days") or after.token.pos_ in (
        "VERB",
        "AUX",
        "ADP",
        "PUNCT",
        "PRON",
    )


def _real_weekday(site: Site) -> bool:
    """Refuse "Bloody Sunday", "the Sunday Times" and people called Sunday or Friday."""
    before, after = site.before(), site.after()
    if lower_of(before) in beside("named days") or lower_of(after) in beside("papers"):
        return False
    if lower_of(before) in ("mail", "mirror") or (lower_of(site.before(2)) == "mail"):
        return False
    word = site.words[site.end - 1]
    if site.end - site.start > 1 or after is None or not after.text.istitle():
        return True
    named = word.token.ent_type_ == "PERSON" or word.token.dep_ == "compound"
    return not (named and after.token.pos_ == "PROPN") or lower_of(before) in beside(
        "weekday signals"
    )


def _real_deictic(site: Site) -> bool:
    """Refuse "USA Today", "Russia Today"."""
    before, word = site.before(), site.words[site.start]
    titled = word.text.istitle() and before is not None and before.token.pos_ == "PROPN"
    return not (titled and before is not None and not word.text.isupper() and before.text != ".")


def _not_a_name(site: Site) -> bool:
    """Refuse "Christmas Island", "Easter Parade"."""
    after = site.after()
    return after is None or not (after.text[:1].isupper() and after.token.pos_ == "PROPN")


def _real_decade(site: Site) -> bool:
    """Refuse ages: "in his 80s", "women in their thirties"; number words need "the"."""
    if lower_of(site.before()) in ("his", "her", "their", "my", "our", "your"):
        return False
    word = site.words[site.end - 1]
    figures = word.lower[:1].isdigit() and len(word.lower) == 5
    if figures or site.words[site.start].lower == "the":
        return True
    return lower_of(site.before()) in beside("decade signals")


def _real_season(site: Site) -> bool:
    """Take "spring" or "fall" for a season only beside words of time."""
    inside = site.inside
    if len(inside) > 1 and inside[0].lower != "the":
        return True
    word, before, after = inside[-1], site.before(), site.after()
    if word.token.pos_ not in ("NOUN", "PROPN"):
        return False
    if word.lower == "fall" and lower_of(after) in ("of", "in"):
        return False
    if inside[0].lower == "the":
        return lower_of(before) in beside("season signals") and lower_of(after) != "of"
    if word.lower in ("fall", "spring"):
        return lower_of(before) in ("in", "this", "by", "since", "until", "last", "next", "during")
    if after is not None and after.token.pos_ in ("NOUN", "PROPN"):
        return lower_of(before) in ("in", "since", "until", "during", "the")
    return lower_of(before) in beside("season signals") or word.token.dep_ in ("npadvmod", "nsubj")


def _numbered_quarter(site: Site) -> bool:
    """Refuse "the last quarter" of a match or a moon; "first quarter" alone is a time."""
    after = site.after()
    if after is not None and after.lower in ("final", "finals", "mile", "back"):
        return False
    return lower_of(after) != "of" or len(site.inside) > 3


def _calendar_turn(site: Site) -> bool:
    """Refuse "this second", "last minutes"; "this time" is no unit."""
    return lower_of(site.after()) not in ("of",) or lower_of(site.before()) in ("", ",", "(")


#: Parts of speech that begin a noun phrase or clause governed by "before" or "after".
GOVERNED = frozenset({"DET", "NOUN", "PROPN", "PRON", "NUM", "ADJ", "VERB", "AUX"})


def _nothing_governed(site: Site) -> bool:
    """Take "two days before" as told from before only if nothing follows that it governs."""
    last, after = site.words[site.end - 1], site.after()
    if last.lower not in ("before", "after"):
        return lower_of(after) != "than"
    if after is None or after.token.is_punct or after.lower in ("in", "at", "on", "and", "when"):
        return not any(child.dep_ in ("pobj", "pcomp") for child in last.token.children)
    return after.token.pos_ not in GOVERNED


def _temporal_now(site: Site) -> bool:
    """Refuse "current" as a noun, "today's" before nothing, "now" in "now that"."""
    first = site.words[site.start]
    if site.words[site.end - 1].lower == "present" and first.lower == "the":
        return lower_of(site.before()) in beside("present signals")
    if first.lower == "today" or lower_of(site.after()) == "-":
        return False
    if first.lower == "now":
        return lower_of(site.after()) not in ("that", "-") and lower_of(site.before()) != "until"
    return True


def _temporal_past(site: Site) -> bool:
    """Refuse "a previously unknown group": the word belongs to the adjective, not to a clause."""
    after, last = site.after(), site.words[site.end - 1]
    if last.lower == "past":
        return not is_noun(after)
    if last.lower not in ("previously", "formerly", "recently", "lately"):
        return True
    before_adjective = after is not None and after.token.pos_ == "ADJ"
    return not before_adjective and last.token.head.dep_ != "amod"


def _temporal_future(site: Site) -> bool:
    """Refuse "shortly after", "as soon as", "coming days" as verbs."""
    if (
        lower_of(site.before()) in ("as", "too", "very", "how", "the")
        and site.end - site.start == 1
    ):
        return False
    if lower_of(site.after()) in ("after", "before", "as"):
        return False
    last = site.words[site.end - 1]
    if last.lower == "future":
        return not is_noun(site.after())
    return last.lower != "term" or lower_of(site.after()) != "of"


#: The tests of this module by the names that ``times.yml`` uses.
DATE_NEEDS: dict[str, Callable[[Site], bool]] = {
    "bare_year": _bare_year,
    "real_month": _real_month,
    "capital_month": _capital_month,
    "day_number": _day_number,
    "lone_ordinal": _lone_ordinal,
    "real_weekday": _real_weekday,
    "not_a_name": _not_a_name,
    "real_deictic": _real_deictic,
    "real_decade": _real_decade,
    "real_season": _real_season,
    "numbered_quarter": _numbered_quarter,
    "calendar_turn": _calendar_turn,
    "nothing_governed": _nothing_governed,
    "temporal_now": _temporal_now,
    "temporal_past": _temporal_past,
    "temporal_future": _temporal_future,
}
