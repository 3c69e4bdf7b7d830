"""The one visible, ordered list of stages, and the loop that runs it.

Data flows one way: a stage reads the Document and returns records; ``run`` adds them; no stage
edits what an earlier one said.  ``check`` refuses a list in which a need is unmet.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from dateline.document import Document
from dateline.errors import PipelineError
from dateline.records import (
    Actor,
    Attribution,
    Cause,
    Claim,
    EventContexts,
    EventLink,
    EventMeans,
    EventStatus,
    EventToll,
    Finding,
    Participants,
    Place,
    SameEvent,
    Sentence,
    Stance,
    Tally,
    Time,
    Trend,
    Trigger,
)
from dateline.stages.actors import find_actors
from dateline.stages.attributions import find_attributions
from dateline.stages.causes import find_causes
from dateline.stages.claims import find_claims
from dateline.stages.contexts import find_contexts
from dateline.stages.events import find_triggers
from dateline.stages.findings import find_findings
from dateline.stages.means import find_means
from dateline.stages.participants import find_participants
from dateline.stages.places import find_places
from dateline.stages.same_event import find_same_events
from dateline.stages.sentences import find_sentences
from dateline.stages.stances import find_stances
from dateline.stages.status import find_status
from dateline.stages.tallies import find_tallies
from dateline.stages.times import find_times
from dateline.stages.toll import find_tolls
from dateline.stages.trends import find_trends


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """A plain function with the kinds of record that it reads and the kinds that it gives.

    ``run`` returns one tuple of records, of the kinds in ``provides`` in any order.
    """

    name: str
    requires: frozenset[type]
    provides: frozenset[type]
    run: Callable[[Document], tuple[Any, ...]]


def stage(
    run: Callable[[Document], tuple[Any, ...]],
    *,
    requires: Iterable[type] = (),
    provides: Iterable[type],
) -> Stage:
    """Declare a stage; its name is the function's."""
    return Stage(
        name=run.__name__,
        requires=frozenset(requires),
        provides=frozenset(provides),
        run=run,
    )


def check(stages: Iterable[Stage]) -> None:
    """Refuse a list of stages in which one reads what none before it provides.

    Raises:
        PipelineError: A need is unmet, or a kind is provided twice.
    """
    provided: set[type] = set()
    for each in stages:
        unmet = sorted(kind.__name__ for kind in each.requires - provided)
        if unmet:
            raise PipelineError(
                f"stage {each.name} requires {', '.join(unmet)}, which no stage before it provides;"
                " move it down or add the stage that provides them"
            )
        again = sorted(kind.__name__ for kind in each.provides & provided)
        if again:
            raise PipelineError(f"stage {each.name} provides {', '.join(again)} a second time")
        provided |= each.provides


def run(stages: Iterable[Stage], doc: Document) -> None:
    """Run the stages in order over one Document.

    Raises:
        PipelineError: A stage returned a kind of record that it did not declare.
    """
    for each in stages:
        doc.allow(each.requires)
        try:
            found = each.run(doc)
        finally:
            doc.allow(None)
        by_kind: dict[type, list[Any]] = {kind: [] for kind in each.provides}
        for record in found:
            if type(record) not in by_kind:
                raise PipelineError(
                    f"stage {each.name} returned a {type(record).__name__}, which it does not declare"
                )
            by_kind[type(record)].append(record)
        for kind, records in by_kind.items():
            doc.add(kind, records)


#: Who, where and when is named, and on whose word.
_NAMED = (Sentence, Time, Place, Actor, Attribution)
#: What is told of each event.
_TOLD = (*_NAMED, Trigger, Participants, EventStatus)

#: The stages in the order in which they run.
STAGES = (
    stage(find_sentences, provides=[Sentence]),
    stage(find_times, requires=[Sentence], provides=[Time]),
    stage(find_places, requires=[Sentence, Time], provides=[Place]),
    stage(find_actors, requires=[Sentence, Time, Place], provides=[Actor]),
    stage(find_attributions, requires=[Sentence, Time, Place, Actor], provides=[Attribution]),
    stage(find_triggers, requires=_NAMED, provides=[Trigger]),
    stage(find_participants, requires=[*_NAMED, Trigger], provides=[Participants]),
    stage(find_status, requires=[*_NAMED, Trigger, Participants], provides=[EventStatus]),
    stage(find_tolls, requires=_TOLD, provides=[EventToll]),
    stage(find_means, requires=_TOLD, provides=[EventMeans]),
    stage(find_contexts, requires=_TOLD, provides=[EventContexts]),
    stage(
        find_same_events,
        requires=[*_TOLD, EventToll, EventMeans],
        provides=[SameEvent, EventLink],
    ),
    stage(find_claims, requires=[*_TOLD, SameEvent], provides=[Claim]),
    stage(find_stances, requires=_TOLD, provides=[Stance]),
    stage(find_causes, requires=_TOLD, provides=[Cause]),
    stage(find_trends, requires=_TOLD, provides=[Trend]),
    stage(find_tallies, requires=_TOLD, provides=[Tally]),
    stage(
        find_findings,
        requires=[*_TOLD, SameEvent, Claim, Stance, Cause, Trend, Tally],
        provides=[Finding],
    ),
)
