"""``dateline`` with a coder that needs no parser: ``python tests/cli/stub.py WORDS``.

It codes the first line of a report as one event told by its first word; a report with "refuse"
in it is refused, one with "break" is a defect, one with "wait" takes half a minute.
"""

import sys
import time
from dataclasses import replace
from pathlib import Path
from types import ModuleType

sys.path.insert(0, str(Path(__file__).parent.parent.parent))

from dateline.cli.main import main
from dateline.errors import LimitError
from dateline.records import Record, Report
from tests.by_hand import Made


class Coder:
    """Stands in for ``dateline.coder.Coder``."""

    def code(self, report: Report) -> Record:
        """Code one report, as the module says."""
        if "refuse" in report.text:
            raise LimitError("expected a shorter report, found a long one; cut it")
        if "break" in report.text:
            raise RuntimeError("the coder\nbroke")
        if "wait" in report.text:
            time.sleep(30)
        return replace(record_of(report.text.strip()), report=report)


def record_of(text: str) -> Record:
    """Make the record; its spans are right if the text has no blanks around it."""
    made = Made(text)
    line = text.split("\n")[0]
    actor = made.actor(line.split()[-1])
    made.event(line.split()[0], line, actors=[actor])
    made.attribution(line, speaker=actor.id, cue=[line.split()[0]])
    made.time(line.split()[0], "2024-03-04", "2024-03-05")
    made.finding("one named source", "All rests on one man.", line.split()[-1])
    return made.record()


def load_coder(model: str = "none") -> Coder:
    """Stand in for ``dateline.coder.load_coder``."""
    return Coder()


def install() -> None:
    """Put the stand-in in the place of ``dateline.coder``."""
    module = ModuleType("dateline.coder")
    module.load_coder = load_coder  # type: ignore[attr-defined]
    sys.modules["dateline.coder"] = module


if __name__ == "__main__":
    install()
    main()
