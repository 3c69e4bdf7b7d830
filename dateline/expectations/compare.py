"""Compare a record with an expectation file, fact by fact."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from dateline.expectations import happened, named, said, told
from dateline.expectations.facts import Entry, Fact, Known
from dateline.expectations.must_not import must_not_fact
from dateline.records import Record

#: Lists of an expectation file in the order in which they are compared: an entry may refer to
#: the ids of lists before its own.
LISTS: tuple[tuple[str, Callable[[Record, Entry, Known], Fact]], ...] = (
    ("times", named.time_fact),
    ("places", named.place_fact),
    ("actors", named.actor_fact),
    ("attributions", said.attribution_fact),
    ("not_attributions", said.not_attribution_fact),
    ("events", happened.event_fact),
    ("claims", said.claim_fact),
    ("stances", said.stance_fact),
    ("causes", told.cause_fact),
    ("trends", told.trend_fact),
    ("tallies", told.tally_fact),
    ("findings", told.finding_fact),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """The facts of an expectation file with their verdicts, and the ``must_not`` checks."""

    facts: tuple[Fact, ...]
    must_not: tuple[Fact, ...]

    @property
    def right(self) -> int:
        """How many facts the record has right."""
        return sum(fact.verdict == "right" for fact in self.facts)

    @property
    def broken(self) -> int:
        """How many ``must_not`` entries the record breaks."""
        return sum(fact.verdict != "right" for fact in self.must_not)


def compare(record: Record, expected: Mapping[str, Any]) -> Comparison:
    """Compare a record with what was expected of its report.

    Args:
        expected: As ``load.load_expectation`` gives it.

    Raises:
        ExpectationError: A ``must_not`` entry names a check that we do not have.
    """
    known = Known()
    facts = list(named.report_facts(record, expected.get("report", {})))
    for name, fact in LISTS:
        facts.extend(fact(record, entry, known) for entry in expected.get(name, ()))
    kept = [
        must_not_fact(record, number, entry)
        for number, entry in enumerate(expected.get("must_not", ()), start=1)
    ]
    return Comparison(facts=tuple(facts), must_not=tuple(kept))
