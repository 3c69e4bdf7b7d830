"""What every part of the findings stage gives and names: notes, and lists of names."""

from collections.abc import Iterable
from dataclasses import dataclass

from dateline.records import Span

#: Names that a message lists before "and … more": a line of a screen holds about this many.
NAMES_SHOWN = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A finding in the making: the entry of ``findings.yml``, what fills its message, its spans.

    ``about`` tells apart several findings of one entry (an actor's id).
    """

    what: str
    evidence: tuple[Span, ...]
    count: int = 0
    name: str = ""
    about: str = ""


def listed(names: Iterable[str]) -> str:
    """Join names for a message, each once, in the order given; long lists end in "… more"."""
    once = list(dict.fromkeys(names))
    shown = ", ".join(once[:NAMES_SHOWN])
    return shown if len(once) <= NAMES_SHOWN else f"{shown} and {len(once) - NAMES_SHOWN} more"
