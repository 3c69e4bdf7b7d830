"""``make eval``: the worked example and our own reports against their expectation files.

Floors lie in ``floors.json``; a figure below its floor, or a broken ``must_not`` where the floor
forbids it, ends with exit code 4.  The worked example lies outside the repository
(``../shared/seed``); where it is missing it is left out, but in CI (``CI=true``) that is a fault.
"""

import json
import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from dateline.coder import Coder, load_coder
from dateline.expectations.compare import Comparison, compare
from dateline.expectations.load import load_expectation
from dateline.intake.read import read_one

ROOT = Path(__file__).parent.parent
SEED = ROOT.parent / "shared" / "seed" / "expected.json"
FLOORS = Path(__file__).with_name("floors.json")


def expectation_files() -> dict[str, Path]:
    """Give the expectation files by name; the worked example first, where it is at hand."""
    found = {"seed": SEED} if SEED.exists() else {}
    for path in sorted((ROOT / "tests" / "reports").glob("*/expected.json")):
        found[path.parent.name] = path
    return found


def compare_file(coder: Coder, path: Path) -> Comparison:
    """Code the report beside an expectation file and compare the two."""
    expected = load_expectation(path)
    return compare(coder.code(read_one(str(path.with_name("report.txt")))), expected)


@dataclass(frozen=True, slots=True)
class Row:
    """Facts, right facts and broken ``must_not`` of one report or of several together."""

    name: str
    facts: int
    right: int
    broken: int

    def verdict(self, floor: dict[str, float]) -> bool:
        """Say whether the row reaches its floor."""
        return self.right >= floor["share"] * self.facts and self.broken <= floor["broken"]


def rows(coder: Coder) -> Iterator[Row]:
    """Give a row for the worked example and each of our reports, and one for the held reports
    together: nobody looks into those one by one."""
    for name, path in expectation_files().items():
        found = compare_file(coder, path)
        yield Row(name, len(found.facts), found.right, found.broken)
    held = [
        compare_file(coder, path)
        for path in sorted((ROOT / "tests" / "held_reports").glob("*/expected.json"))
    ]
    yield Row(
        "held_reports",
        sum(len(each.facts) for each in held),
        sum(each.right for each in held),
        sum(each.broken for each in held),
    )


def main() -> int:
    """Print the rows with their floors and verdicts."""
    floors: dict[str, dict[str, float]] = json.loads(FLOORS.read_text("utf-8"))["reports"]
    good = True
    if not SEED.exists() and os.environ.get("CI"):
        print(f"seed\texpected at {SEED}, found no file")
        good = False
    print("report\tfacts\tright\tshare\tfloor\tbroken\tverdict")
    for row in rows(load_coder()):
        floor = floors.get(row.name, floors["default"])
        kept = row.verdict(floor)
        good = good and kept
        print(
            f"{row.name}\t{row.facts}\t{row.right}\t{row.right / row.facts:.3f}"
            f"\t{floor['share']}\t{row.broken}\t{'ok' if kept else 'BELOW'}"
        )
    return 0 if good else 4


if __name__ == "__main__":
    sys.exit(main())
