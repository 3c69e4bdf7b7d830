"""The benchmarks by name: where their development gold lies, who scores it, which adapter."""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from dateline.document import Document
from dateline.records import Record
from evals.adapters import events, layers

Row = Mapping[str, Any]
Adapter = Callable[[Row, Document, Record], dict[str, Any]]

#: The development gold lies beside the repository, never in it.
BENCH_ROOT = Path(__file__).parent.parent.parent / "shared" / "bench"

#: Which part of a set a row belongs to: one to look at, one to measure on.
Half = Literal["look", "measure"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bench:
    """One benchmark; ``family`` is the scorer's folder, ``group`` the field whose rows stay in
    one half together (sentences of one document)."""

    name: str
    family: Literal["events", "layers"]
    adapt: Adapter
    group: str = "id"

    @property
    def gold(self) -> Path:
        """The file of development gold."""
        return BENCH_ROOT / self.family / "dev" / f"{self.name}.jsonl"

    @property
    def scorer(self) -> Path:
        """The scorer's script."""
        return BENCH_ROOT / self.family / "score.py"


BENCHES = {
    bench.name: bench
    for bench in (
        Bench(name="plv", family="events", adapt=events.plv),
        Bench(name="plover_gsr", family="events", adapt=events.sentence),
        Bench(name="muc4", family="events", adapt=events.muc4),
        Bench(name="ipe", family="events", adapt=events.ipe, group="doc"),
        Bench(name="petr_dyads", family="events", adapt=events.sentence),
        Bench(name="neutral", family="events", adapt=events.sentence),
        Bench(name="attribution", family="layers", adapt=layers.attribution),
        Bench(name="causal", family="layers", adapt=layers.causal),
        Bench(name="geoparse", family="layers", adapt=layers.geoparse),
        Bench(name="time", family="layers", adapt=layers.time),
        Bench(name="factuality", family="layers", adapt=layers.factuality),
    )
}


def half_of(group: str) -> Half:
    """Say which half a row belongs to, by the hash of its id (or of its document's)."""
    digest = int(hashlib.sha256(group.encode()).hexdigest(), 16)
    return "look" if digest % 2 == 0 else "measure"
