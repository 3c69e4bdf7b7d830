"""Spans, coded values with their proof, and keys."""

import hashlib
import json
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")

#: Hex digits kept of a key: 48 bits, so that a billion records of one kind in one report
#: collide less often than once in a hundred thousand years of news.
KEY_DIGITS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """Characters ``[start, end)`` of the report, with the text found there."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Coded(Generic[T]):
    """One value with its proof.

    ``value`` is ``None`` when nothing supports one; ``reason`` then says why it is empty, and
    ``evidence`` is empty.  ``rule`` names the lexicon entry (``file/id``) or the code rule
    (``stage.rule``) that decided.  ``confidence`` is a share of 1: how often the rule is right.
    """

    value: T | None
    evidence: tuple[Span, ...] = ()
    rule: str
    reason: str
    confidence: float = 1.0

    @property
    def raw(self) -> str:
        """The words that support the value, joined by an ellipsis where they are apart."""
        return " … ".join(span.text for span in self.evidence)


def key(kind: str, report_id: str, *facts: str | int) -> str:
    """Make the id of a record from raw, stable facts.

    Args:
        kind: Short prefix that readers recognise: ``evt``, ``act``, ``att`` …
        report_id: ``Report.id``.
        facts: Usually the anchor span's start and end; never a position in a list.
    """
    digest = hashlib.sha256(json.dumps([report_id, kind, *facts]).encode()).hexdigest()
    return f"{kind}-{digest[:KEY_DIGITS]}"
