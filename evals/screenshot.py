"""``python -m evals.screenshot``: draw the table of one sample report as ``docs/demo.svg``.

The words are what ``dateline code`` prints; only the frame is drawn.
"""

import io
from pathlib import Path

from rich.console import Console
from rich.text import Text

from dateline.cli.tables import table_text
from dateline.coder import load_coder
from dateline.samples import load_samples

#: The sample that is shown, and the columns of the picture.
SAMPLE, WIDTH = "01-drone-attack-on-airbase.txt", 132

#: Where the picture lies.
PICTURE_FILE = Path(__file__).parent.parent / "docs" / "demo.svg"

#: A frame without fonts or scripts from elsewhere.
FRAME = """<svg xmlns="http://www.w3.org/2000/svg" xml:space="preserve" viewBox="0 0 {width} {height}" role="img"
 aria-label="dateline code, printed on a terminal">
<style>{styles} .{unique_id}-matrix {{ font: {char_height}px ui-monospace, monospace; white-space: pre; }}</style>
<rect width="100%" height="100%" fill="#111418" rx="8"/>
<g transform="translate(9, 12)" class="{unique_id}-matrix">{backgrounds}{matrix}</g>
<defs>{lines}</defs></svg>
"""


def picture() -> str:
    """Give the picture as SVG text; the same record gives the same text."""
    report = next(report for name, report in load_samples() if name == SAMPLE)
    printed = table_text(SAMPLE, load_coder().code(report), colour=False, width=WIDTH)
    console = Console(record=True, width=WIDTH, file=io.StringIO())
    console.print(Text(f"$ dateline code {SAMPLE}\n{printed.rstrip()}"))
    return console.export_svg(title="dateline code", code_format=FRAME, unique_id="dateline")


if __name__ == "__main__":
    PICTURE_FILE.write_text(picture(), "utf-8")
