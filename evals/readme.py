"""``python -m evals.readme [--check]``: put the transcript of the demo into the README.

The transcript is what ``dateline demo`` prints for the reports named in ``SHOWN``; with
``--check`` nothing is written and a README that differs ends with exit code 1.
"""

import argparse
import re
import sys
from pathlib import Path

from dateline.cli.tables import table_text
from dateline.coder import load_coder
from dateline.samples import load_samples

README = Path(__file__).parent.parent / "README.md"

#: The sample whose table stands in the README, and its width.
SHOWN, WIDTH = "11-teachers-abducted-in-northwest.txt", 118


def transcript() -> str:
    """Give the table of the shown sample as it is printed."""
    report = next(report for name, report in load_samples() if name == SHOWN)
    printed = table_text(SHOWN, load_coder().code(report), colour=False, width=WIDTH)
    lines = [line.rstrip() for line in printed.rstrip().split("\n")]
    return "\n".join(["```", "$ dateline demo", "…", *lines, "…", "```"])


def with_transcript(readme: str) -> str:
    """Replace what stands between the transcript's marks."""
    wanted = f"<!-- transcript -->\n{transcript()}\n<!-- end -->"
    pattern = r"<!-- transcript -->\n.*?<!-- end -->"
    return re.sub(pattern, lambda _: wanted, readme, count=1, flags=re.DOTALL)


def main() -> int:
    """Write the README anew, or say that it is stale."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="only say whether it is stale")
    found = README.read_text("utf-8")
    wanted = with_transcript(found)
    if parser.parse_args().check:
        return 0 if found == wanted else 1
    README.write_text(wanted, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
