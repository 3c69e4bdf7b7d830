"""A small chart parser that finds the time expressions of ``times.yml`` in a sentence.

Top down with a table of what was found at each word, so that nothing is parsed twice; the longest
expression that begins at a word wins, of equally long ones the first in ``FOUND_ALONE``.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any

from dateline.lexicons.load import Entry, load_lexicon, load_table
from dateline.stages.times_build import BUILDERS
from dateline.stages.times_context import Site
from dateline.stages.times_context_length import NEEDS
from dateline.stages.times_counts import read_counts, read_feasts
from dateline.stages.times_meaning import Meaning
from dateline.stages.times_words import Word, nuclei

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Symbols that are a time expression on their own; the order settles ties.
FOUND_ALONE = (
    "Range", "Open", "Modified", "Time", "Hour", "Anyday", "Month", "Year", "Period", "Relative",
    "Recent", "Set", "Vague", "Length",
)  # fmt: skip

#: Symbols that join others.
UNIONS = {
    "Found": FOUND_ALONE,
    "Anyday": ("Day", "Relative"),
    "Date": ("Anyday", "Month", "Year", "Period"),
    "Point": ("Modified", "Time", "Hour", "Date"),
    "Whole": ("Month", "Year", "Period", "Relative"),
}

#: Symbols read by code: how many ways a number can be written is not a matter of patterns.
READ_BY_CODE: dict[str, Callable[[Sequence[Word], int], list[tuple[int, Any]]]] = {
    "Count": read_counts,
    "Feast": read_feasts,
}

#: A time expression has its nucleus within so many words of its first ("between the 4th and the
#: 6th of October" needs 9).
REACH = 9

Parts = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class TimePattern(Entry):
    """An entry of ``times.yml``; see its head comment."""

    gives: str
    pattern: tuple[str, ...]
    build: str
    args: dict[str, str] = field(default_factory=dict)
    needs: str | None = None


@dataclass(frozen=True, slots=True)
class Element:
    """One element of a pattern: any of some words, atoms or symbols.

    What matched is kept under the label; without one an atom or symbol is kept under its own name
    in lower case, a word not at all.
    """

    words: frozenset[str]
    atoms: tuple[str, ...]
    symbols: tuple[str, ...]
    label: str
    optional: bool


@dataclass(frozen=True, slots=True)
class Production:
    """One pattern of a symbol, with the builder of its meaning; ``rule`` is ``times/id``."""

    elements: tuple[Element, ...]
    build: Callable[[Parts], Any]
    needs: Callable[[Site], bool] | None
    rule: str


@dataclass(frozen=True, slots=True)
class Found:
    """An expression: words ``[start, end)``, what it means, and the entry that decided."""

    start: int
    end: int
    meaning: Meaning
    rule: str


def parse_element(text: str) -> Element:
    """Read one element of a pattern: ``label:one|two?``."""
    optional = text.endswith("?") and len(text) > 1
    body = text[:-1] if optional else text
    label, colon, rest = body.partition(":")
    if not colon or not label.isalpha() or not rest:
        label, rest = "", body
    choices = rest.split("|")
    atoms = tuple(each for each in choices if each.isalpha() and each.isupper())
    symbols = tuple(each for each in choices if each[:1].isupper() and each not in atoms)
    words = frozenset(each for each in choices if each not in atoms and each not in symbols)
    return Element(words, atoms, symbols, label, optional)


def parse_pattern(text: str) -> tuple[Element, ...]:
    """Read a pattern: elements parted by blanks."""
    return tuple(parse_element(each) for each in text.split())


@cache
def productions() -> dict[str, tuple[Production, ...]]:
    """Compile ``times.yml`` and ``times_symbols.tsv``: symbol → its patterns, in file order."""
    found: dict[str, list[Production]] = {}
    for entry in load_lexicon("times", TimePattern):
        for pattern in entry.pattern:
            found.setdefault(entry.gives, []).append(_of_entry(entry, pattern))
    for row in load_table("times_symbols"):
        found.setdefault(row["symbol"], []).append(_of_row(row))
    return {symbol: tuple(each) for symbol, each in found.items()}


def _of_entry(entry: TimePattern, pattern: str) -> Production:
    builder, args = BUILDERS[entry.build], entry.args
    needs = NEEDS[entry.needs] if entry.needs else None

    def build(parts: Parts) -> Any:
        return builder({**args, **parts})

    return Production(parse_pattern(pattern), build, needs, f"times/{entry.id}")


def _of_row(row: dict[str, str]) -> Production:
    value = row["value"]
    if value.startswith("="):
        build = BUILDERS[value[1:]]
    else:

        def build(parts: Parts) -> Any:
            return value

    return Production(parse_pattern(row["pattern"]), build, None, "")


@cache
def starts_of(symbol: str) -> tuple[frozenset[str], frozenset[str], bool]:
    """Give the words and atoms that a symbol can begin with, and whether code must be asked."""
    if symbol in READ_BY_CODE:
        return frozenset(), frozenset(), True
    words: set[str] = set()
    atoms: set[str] = set()
    by_code = False
    below = [starts_of(each) for each in UNIONS.get(symbol, ())]
    for production in productions().get(symbol, ()):
        for element in production.elements:
            words |= element.words
            atoms |= set(element.atoms)
            below.extend(starts_of(each) for each in element.symbols)
            if not element.optional:
                break
    for more_words, more_atoms, code in below:
        words |= more_words
        atoms |= more_atoms
        by_code = by_code or code
    return frozenset(words), frozenset(atoms), by_code


#: Classes of words at which a count may begin.
COUNT_CLASSES = frozenset({"NUMBER", "SCALE", "VAGUECOUNT", "INT", "DOT"})


#: A pattern's optional comma or hyphen is only part of it if it stands between two words.
LOOSE_ENDS = frozenset(",-–—")


class Chart:
    """The expressions of one sentence: what each symbol can be at each word."""

    def __init__(self, words: Sequence[Word]) -> None:
        """Make an empty chart over the words of a sentence."""
        self.words = words
        self._known: dict[tuple[str, int], tuple[Found, ...]] = {}

    def at(self, symbol: str, start: int) -> tuple[Found, ...]:
        """Give the ways in which a symbol can begin at a word, at most one per end."""
        known = self._known.get((symbol, start))
        if known is None:
            self._known[symbol, start] = ()  # a symbol that begins with itself finds nothing
            known = tuple(self._all(symbol, start)) if self._can_start(symbol, start) else ()
            self._known[symbol, start] = known
        return known

    def _can_start(self, symbol: str, start: int) -> bool:
        if start >= len(self.words) or self.words[start].lower in LOOSE_ENDS:
            return False
        word = self.words[start]
        words, atoms, by_code = starts_of(symbol)
        if word.lower in words or not atoms.isdisjoint(word.atoms):
            return True
        if not by_code:
            return False
        counted = not COUNT_CLASSES.isdisjoint(word.atoms) or word.lower in ("a", "an")
        return counted or bool(read_counts(self.words, start) or read_feasts(self.words, start))

    def _all(self, symbol: str, start: int) -> Iterator[Found]:
        ends: set[int] = set()
        if symbol in READ_BY_CODE:
            for end, value in READ_BY_CODE[symbol](self.words, start):
                yield Found(start, end, value, "")
            return
        for production in productions().get(symbol, ()):
            for end, parts in self._walk(production.elements, 0, start):
                if end in ends or end == start or self.words[end - 1].lower in LOOSE_ENDS:
                    continue
                found = self._finish(production, start, end, parts)
                if found is not None:
                    ends.add(end)
                    yield found
        for member in UNIONS.get(symbol, ()):
            for found in self.at(member, start):
                if found.end not in ends:
                    ends.add(found.end)
                    yield found

    def _finish(
        self, production: Production, start: int, end: int, parts: tuple[tuple[str, Any], ...]
    ) -> Found | None:
        meaning = production.build(dict(parts))
        if meaning is None:
            return None
        if production.needs and not production.needs(Site(self.words, start, end, meaning)):
            return None
        return Found(start, end, meaning, production.rule)

    def _walk(
        self, elements: tuple[Element, ...], k: int, at: int
    ) -> list[tuple[int, tuple[tuple[str, Any], ...]]]:
        """Give the ends of the elements from ``k`` on, longest first, with the parts they keep."""
        if k == len(elements):
            return [(at, ())]
        element = elements[k]
        found: list[tuple[int, tuple[tuple[str, Any], ...]]] = []
        for end, name, value in self._element(element, at):
            label = element.label or name
            for last, parts in self._walk(elements, k + 1, end):
                found.append((last, ((label, value), *parts) if label else parts))
        if element.optional:
            found.extend(self._walk(elements, k + 1, at))
        found.sort(key=lambda each: -each[0])
        return found

    def _element(self, element: Element, at: int) -> Iterator[tuple[int, str, Any]]:
        """Give the ends of one element with the name and value of what matched."""
        if at >= len(self.words):
            return
        word = self.words[at]
        for atom in element.atoms:
            if atom in word.atoms:
                yield at + 1, atom.lower(), word.atoms[atom]
                break
        else:
            if word.lower in element.words:
                yield at + 1, "", word.lower
        for symbol in element.symbols:
            for found in self.at(symbol, at):
                yield found.end, symbol.lower(), found.meaning


def find_expressions(words: Sequence[Word]) -> list[Found]:
    """Find the time expressions of a sentence, in text order, none within another."""
    near = _near_nucleus(words)
    chart = Chart(words)
    found: list[Found] = []
    at = 0
    while at < len(words):
        candidates = chart.at("Found", at) if near[at] else ()
        best = max(candidates, key=lambda each: each.end, default=None)
        if best is None:
            at += 1
        else:
            found.append(best)
            at = best.end
    return found


def _near_nucleus(words: Sequence[Word]) -> list[bool]:
    """Mark the words at most ``REACH`` words before a nucleus (or at one)."""
    near = [False] * len(words)
    left = -1
    for at in range(len(words) - 1, -1, -1):
        left = REACH if is_nucleus(words[at]) else left - 1
        near[at] = left >= 0
    return near


def is_nucleus(word: Word) -> bool:
    """Say whether a word makes it worth looking for a time: a unit, a weekday, a figure …"""
    return word.lower in nuclei() or word.lower[:1].isdigit() or "SHORTYEAR" in word.atoms


def is_worth_reading(tokens: Iterable["Token"]) -> bool:
    """Say whether any token could be the nucleus of a time; most sentences are left out here."""
    known = nuclei()
    for token in tokens:
        lower = token.lower_
        if lower in known or any(char in DIGITS for char in lower):
            return True
        if "-" in lower and not known.isdisjoint(lower.split("-")):
            return True
    return False


DIGITS = frozenset("0123456789")
