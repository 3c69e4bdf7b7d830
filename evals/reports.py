"""``make eval``: the worked example and our own reports against their expectation files.

Floors lie in ``floors.json``; a figure below its floor, or a broken ``must_not`` where the floor
forbids it, ends with exit code 4.  The worked example lies outside the repository
(``../shared/seed``); where it is missing it is left out, but in CI (``CI=true``) that is a fault.
"""

import json
import os
import sys
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


def main() -> int:
    """Print one row for each expectation file, with its floor and the verdict."""
    floors: dict[str, dict[str, float]] = json.loads(FLOORS.read_text("utf-8"))["reports"]
    coder = load_coder()
    good = True
    if not SEED.exists() and os.environ.get("CI"):
        print(f"seed\texpected at {SEED}, found no file")
        good = False
    print("report\tfacts\tright\tshare\tfloor\tbroken\tverdict")
    for name, path in expectation_files().items():
        comparison = compare_file(coder, path)
        floor = floors.get(name, floors["default"])
        share = comparison.right / len(comparison.facts)
        kept = share >= floor["share"] and comparison.broken <= floor["broken"]
        good = good and kept
        print(
            f"{name}\t{len(comparison.facts)}\t{comparison.right}\t{share:.3f}\t{floor['share']}"
            f"\t{comparison.broken}\t{'ok' if kept else 'BELOW'}"
        )
    return 0 if good else 4


if __name__ == "__main__":
    sys.exit(main())
