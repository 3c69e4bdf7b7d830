"""Figures of all benchmarks on one half of the development gold."""

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from evals.benches import BENCHES, Bench, Half, half_of
from evals.predict import predict, read_rows

#: The figures that the project watches: benchmark, path into the scorer's JSON.
FIGURES: tuple[tuple[str, str], ...] = (
    ("plv", "relation_given_pair.root.macro_f1"),
    ("plv", "first_event.whole_event_accuracy"),
    ("plover_gsr", "types.micro.f1"),
    ("muc4", "roles_full_headmatch.micro.f1"),
    ("muc4", "roles_ceaf_ree.micro.f1"),
    ("muc4", "incident_types.micro.f1"),
    ("muc4", "places_finest.f1"),
    ("muc4", "exact_dates.f1"),
    ("ipe", "sentences.macro_f1"),
    ("ipe", "docs.macro_f1"),
    ("petr_dyads", "dyads.f1"),
    ("neutral", "sentences_with_a_material_event"),
    ("attribution", "all.content.exact.F"),
    ("attribution", "all.triple.iou50.F"),
    ("attribution", "all.link.F"),
    ("attribution", "all.quoted_link_recall"),
    ("causal", "all.sentence.F"),
    ("causal", "all.span_fair.F"),
    ("causal", "all.relation.iou50.F"),
    ("geoparse", "all.rec.exact.F"),
    ("geoparse", "all.e2e.F"),
    ("time", "all.value.F"),
    ("time", "all.relaxed.F"),
    ("factuality", "uw.pearson"),
    ("factuality", "all.class4.macro_f1"),
)


def score(bench: Bench, half: Half) -> dict[str, Any]:
    """Code one half of a benchmark and give the scorer's JSON."""
    rows = [row for row in read_rows(bench.gold) if half_of(str(row[bench.group])) == half]
    with tempfile.TemporaryDirectory() as folder:
        gold, pred = Path(folder) / f"{bench.name}.jsonl", Path(folder) / "pred.jsonl"
        gold.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
        with pred.open("w", encoding="utf-8") as out:
            for each in predict(bench.name, rows):
                out.write(json.dumps(each) + "\n")
        return run_scorer(bench, gold, pred)


def run_scorer(bench: Bench, gold: Path, pred: Path) -> dict[str, Any]:
    """Run the benchmark's own scorer on files."""
    if bench.family == "layers":
        words = [str(bench.scorer), bench.name, str(gold), str(pred)]
        done = subprocess.run([sys.executable, *words], capture_output=True, check=True, text=True)
        return dict(json.loads(done.stdout))
    result = pred.with_suffix(".json")
    words = [str(bench.scorer), str(gold), str(pred), "--json", str(result)]
    subprocess.run([sys.executable, *words], capture_output=True, check=True, text=True)
    return dict(json.loads(result.read_text("utf-8")))


def figure(scores: dict[str, Any], path: str) -> float | None:
    """Follow a dotted path into the scorer's JSON."""
    value: Any = scores
    for name in path.split("."):
        if not isinstance(value, dict) or name not in value:
            return None
        value = value[name]
    return float(value)


def main(names: list[str], half: Half) -> None:
    """Print each figure of the named benchmarks (all without names)."""
    for name in names or list(BENCHES):
        scores = score(BENCHES[name], half)
        for bench, path in FIGURES:
            if bench == name:
                value = figure(scores, path)
                shown = "absent" if value is None else f"{100 * value:.1f}"
                print(f"{name}\t{path}\t{half}\t{shown}", flush=True)
