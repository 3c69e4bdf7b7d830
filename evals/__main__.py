"""``python -m evals``: predictions and figures on the development gold.

python -m evals predict BENCH IN.jsonl -o OUT.jsonl
python -m evals table [BENCH …] [--half look|measure]
"""

import argparse
import json
from pathlib import Path

from evals.benches import BENCHES
from evals.predict import predict, read_rows
from evals.table import main as table


def main() -> None:
    """Parse the words and run."""
    parser = argparse.ArgumentParser(prog="python -m evals", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    one = commands.add_parser("predict", help="write predictions for a file of a benchmark's shape")
    one.add_argument("bench", choices=BENCHES)
    one.add_argument("rows", type=Path)
    one.add_argument("-o", "--output", type=Path, required=True)
    all_ = commands.add_parser("table", help="figures on one half of the development gold")
    all_.add_argument("bench", nargs="*", choices=[*BENCHES, []])
    all_.add_argument("--half", choices=["look", "measure"], default="measure")
    words = parser.parse_args()
    if words.command == "table":
        table(words.bench, words.half)
        return
    with words.output.open("w", encoding="utf-8") as out:
        for each in predict(words.bench, read_rows(words.rows)):
            out.write(json.dumps(each) + "\n")


if __name__ == "__main__":
    main()
