"""Groups of triggers that tell one event, as they are joined pair by pair."""

from collections.abc import Sequence

from dateline.records import SameEvent, Trigger


class Groups:
    """Groups of triggers by the id of the first, with why they were joined."""

    def __init__(self, triggers: Sequence[Trigger]) -> None:
        """Put every trigger into a group of its own."""
        self._order = {each.id: at for at, each in enumerate(triggers)}
        self._first = {each.id: each.id for each in triggers}
        self._why: dict[str, tuple[str, str]] = {}

    def first(self, trigger: str) -> str:
        """Give the id of the first trigger of a trigger's group, which is the event's id."""
        return self._first[trigger]

    def join(self, one: str, other: str, rule: str, reason: str) -> None:
        """Make one group of two; the first reason that joined a group is kept."""
        first, second = sorted((self._first[one], self._first[other]), key=self._order.__getitem__)
        if first == second:
            return
        for each, head in self._first.items():
            if head == second:
                self._first[each] = first
        self._why.setdefault(first, (rule, reason))

    def records(self) -> tuple[SameEvent, ...]:
        """Give the groups in the order of their first triggers."""
        members: dict[str, list[str]] = {}
        for each, head in self._first.items():
            members.setdefault(head, []).append(each)
        alone = ("same_event.alone", "No other trigger of the report tells this event.")
        return tuple(
            SameEvent(triggers=tuple(ids), rule=why[0], reason=why[1])
            for head, ids in members.items()
            for why in [self._why.get(head, alone)]
        )
