"""``dateline demo``: the sample reports that ship with the package, coded before your eyes."""

from typing import Annotated

import typer

from dateline.cli.terminal import out, telling

#: What a person can do after the demo.
NEXT = """\
What to try next
  dateline code report.txt                    your own report: text, HTML or JSON lines
  dateline code report.txt --explain          each value with its words, its rule and its reason
  dateline code report.txt --json             the whole record (schema: dateline schema)
  dateline code FOLDER --jsonl > records.jsonl"""

#: Narrowest table in which each column keeps room for a word.
LEAST_WIDTH = 80


def demo(
    width: Annotated[
        int | None, typer.Option(min=LEAST_WIDTH, help="Columns of the tables.")
    ] = None,
    colour: Annotated[
        bool, typer.Option("--color/--no-color", help="Colour on a terminal.")
    ] = True,
) -> None:
    """Code the sample reports that come with Dateline.

    Example: dateline demo
    """
    with telling("loading the parser"):
        from dateline.cli.tables import table_text
        from dateline.coder import load_coder
        from dateline.samples import load_samples

        coder = load_coder()
    reports = events = attributions = 0
    for name, report in load_samples():
        record = coder.code(report)
        out(table_text(name, record, colour=colour, width=width))
        out()
        reports += 1
        events += len(record.events)
        attributions += len(record.attributions)
    out(f"{reports} reports, {events} events, {attributions} quotes and reports of speech")
    out()
    out(NEXT)
