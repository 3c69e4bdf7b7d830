"""What all comparisons share: one fact of an expectation file is right, wrong or missing.

``docs/expectations.md`` describes the rules for people.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, TypeVar

from dateline.records import Actor, Coded, Mention, Record, Span

T = TypeVar("T")

#: An entry of an expectation file; ``load.load_expectation`` has checked its keys.
Entry = Mapping[str, Any]

Verdict = Literal["right", "wrong", "missing"]

#: Words before a noun that do not change whom it names.
DETERMINERS = frozenset({"a", "an", "the", "this", "these", "that", "those", "several", "various"})

#: Words behind which another noun begins: "embassy" and not "Iraq" is who acts in "embassy in Iraq".
LINKS = frozenset(
    {"of", "in", "for", "from", "at", "on", "with", "near", "to", "by", "who", "which", "whose"}
)

#: Words with which an apposition begins: "Omar, the governor".
ARTICLES = frozenset({"a", "an", "the"})

#: Share of the shorter phrase's words that two subjects, targets or things counted must have in
#: common: the file repeats the head and the words beside it, the report may say more.
SAME_WORDS = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """The verdict on one entry of the expectation file.

    ``expected`` and ``found`` are words for the person; ``faults`` lists what differs.
    """

    list: str
    id: str
    verdict: Verdict
    expected: str
    found: str
    faults: tuple[str, ...] = ()


@dataclass(slots=True)
class Known:
    """The record's ids that stand for the expectation's ids, filled as facts are compared."""

    ids: dict[str, frozenset[str]] = field(default_factory=dict)

    def same(self, expected: str, found: str | None) -> bool:
        """Say whether a record's id stands for an expected id."""
        return found is not None and found in self.ids.get(expected, frozenset())

    def faults(self, name: str, entry: Entry, found: str | None) -> Iterator[str]:
        """Compare a field that holds an id: absent is not checked, ``null`` must be empty."""
        if name not in entry:
            return
        expected = entry[name]
        if expected is None and found is not None:
            yield f"{name} is given, expected none"
        if expected is not None and not self.same(expected, found):
            yield f"{name} is not {expected}"


def span_of(entry: Entry) -> tuple[int, int]:
    """Give ``(start, end)`` of a span in an expectation file."""
    return int(entry["start"]), int(entry["end"])


def common(one: tuple[int, int], other: Span | None) -> int:
    """Count the characters that two spans have in common."""
    return 0 if other is None else max(0, min(one[1], other.end) - max(one[0], other.start))


def overlap(one: tuple[int, int], other: Span) -> float:
    """Give the common characters of two spans as a share of all that either covers."""
    shared = common(one, other)
    return shared / (one[1] - one[0] + other.end - other.start - shared) if shared else 0.0


def lies_in(span: Span, passage: tuple[int, int]) -> bool:
    """Say whether a span lies within a passage."""
    return passage[0] <= span.start and span.end <= passage[1]


def nearest(
    candidates: Iterable[T], faults: Callable[[T], Iterable[str]], size: Callable[[T], float]
) -> tuple[T, tuple[str, ...]] | None:
    """Choose what stands for an entry: fewest faults, then the largest overlap, then the first.

    Returns:
        The chosen one with its faults; ``None`` if there is no candidate.
    """
    judged = [(each, tuple(faults(each))) for each in candidates]
    return min(judged, key=lambda pair: (len(pair[1]), -size(pair[0])), default=None)


_PLAIN = str.maketrans({"’": "'", "‘": "'", ",": " "})


def fold(words: str) -> tuple[str, ...]:
    """Fold a name for comparison: lower case, no leading determiners, straight apostrophes, no
    commas."""
    folded = words.casefold().translate(_PLAIN).split()
    while len(folded) > 1 and folded[0] in DETERMINERS:
        folded.pop(0)
    return tuple(folded)


def same_head(one: str, other: str) -> bool:
    """Say whether two phrases are the same, or one is the other with words around its head.

    "Khalid Omar" and "Minister of Defence Khalid Omar" are, "spokesman" and "spokesman for the
    army" are; "US" and "US troops" are not, nor are "Iraq" and "the embassy in Iraq".
    """
    short, long = sorted((fold(one), fold(other)), key=len)
    more = len(long) - len(short)
    if not more:
        return short == long
    if long[more:] == short:
        return long[more - 1] not in LINKS
    return long[: len(short)] == short and long[len(short)] in LINKS | ARTICLES


def names(actor: Actor, wording: str) -> bool:
    """Say whether a mention of an actor is a wording, or a longer or shorter form of it."""
    return any(same_head(wording, mention.span.text) for mention in _named(actor))


def is_exactly(actor: Actor, wording: str) -> bool:
    """Say whether a mention of an actor is the wording itself."""
    return any(fold(mention.span.text) == fold(wording) for mention in _named(actor))


def _named(actor: Actor) -> Iterator[Mention]:
    return (mention for mention in actor.mentions if mention.how != "pronoun")


def share_words(one: str, other: str) -> bool:
    """Say whether two phrases share enough of the shorter one's words; see ``SAME_WORDS``."""
    first, second = (set(fold(each)) - DETERMINERS for each in (one, other))
    return bool(first & second) and len(first & second) >= SAME_WORDS * min(len(first), len(second))


def value(coded: Coded[Any]) -> Any:
    """Give the plain value of a coded field, enums as their words."""
    return getattr(coded.value, "value", coded.value)


def judged(kind: str, entry: Entry, *, expected: str, found: str, faults: Iterable[str]) -> Fact:
    """Make a fact from the list of its faults: none is right, any is wrong."""
    faults = tuple(faults)
    return Fact(
        list=kind,
        id=str(entry["id"]),
        verdict="wrong" if faults else "right",
        expected=expected,
        found=found,
        faults=faults,
    )


def missing(kind: str, entry: Entry, expected: str) -> Fact:
    """Make the fact of an entry to which nothing in the record corresponds."""
    return Fact(list=kind, id=str(entry["id"]), verdict="missing", expected=expected, found="–")


def actor_of(record: Record, id_: str | None) -> Actor | None:
    """Give the actor of an id."""
    return next((actor for actor in record.actors if actor.id == id_), None)


#: Bounds may differ by one: "more than 50" can be read as 50 or 51, an upper bound in or out.
BOUND_SLACK = 1


def count_faults(expected: Entry, found: Any) -> Iterator[str]:
    """Compare ``low``, ``best`` and ``high``, as far as they are stated, with a toll or tally."""
    for name in ("low", "best", "high"):
        if name not in expected:
            continue
        number, there = expected[name], getattr(found, name)
        slack = 0 if name == "best" else BOUND_SLACK
        same = number is there if None in (number, there) else abs(number - there) <= slack
        if not same:
            yield f"{name} is {there}, expected {number}"
