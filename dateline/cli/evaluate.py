"""``dateline eval``: a record against what people expect of it."""

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.cli.terminal import Exit, out, safe

if TYPE_CHECKING:
    from dateline.expectations.compare import Comparison
    from dateline.expectations.facts import Fact

evaluation = typer.Typer(
    help="Compare records with what people expect of them.", no_args_is_help=True
)

#: Share of facts that must be right for exit code 0, unless ``--least`` says otherwise: the
#: share that the project promises for its own reports.
LEAST_SHARE = 0.9

#: Signs before the lines of the list.
SIGNS = {"right": "right  ", "wrong": "WRONG  ", "missing": "MISSING"}


@evaluation.callback()
def _group() -> None:
    """Compare records with what people expect of them."""


@evaluation.command()
def seed(
    expected: Annotated[
        list[Path], typer.Argument(help="expected.json files; report.txt lies beside each.")
    ],
    as_json: Annotated[bool, typer.Option("--json", help="One JSON document.")] = False,
    faults: Annotated[bool, typer.Option("--faults", help="Only what is not right.")] = False,
    least: Annotated[
        float, typer.Option(min=0, max=1, help="Share of facts that must be right.")
    ] = LEAST_SHARE,
) -> None:
    """List each expected fact as right, wrong or missing.

    The exit code is 4 if fewer facts than the share are right in one of the files, or if what
    must not be taken was taken.

    Example: dateline eval seed expected.json
    """
    from dateline.coder import load_coder
    from dateline.expectations.compare import compare
    from dateline.expectations.load import load_expectation
    from dateline.export.record_json import json_text
    from dateline.intake.read import read_one

    expectations = [(path, load_expectation(path)) for path in expected]
    coder = load_coder()
    good = True
    documents = []
    for path, wanted in expectations:
        comparison = compare(coder.code(read_one(str(path.with_name("report.txt")))), wanted)
        good = good and _is_good(comparison, least)
        if as_json:
            documents.append(_document(path, comparison))
        else:
            _print(path, comparison, faults=faults)
    if as_json:
        out(json_text(documents, indent=1))
    raise typer.Exit(Exit.DONE if good else Exit.ANSWER_IS_NO)


def _is_good(comparison: "Comparison", least: float) -> bool:
    return not comparison.broken and comparison.right >= least * len(comparison.facts)


def _document(path: Path, comparison: "Comparison") -> dict[str, object]:
    return {
        "expected": path.parent.name,
        "facts": len(comparison.facts),
        "right": comparison.right,
        "must_not": len(comparison.must_not),
        "broken": comparison.broken,
        "list": [asdict(fact) for fact in (*comparison.facts, *comparison.must_not)],
    }


def _print(path: Path, comparison: "Comparison", *, faults: bool) -> None:
    for fact in (*comparison.facts, *comparison.must_not):
        if not faults or fact.verdict != "right":
            _print_fact(fact)
    out(
        f"{path.parent.name}: {comparison.right} of {len(comparison.facts)} facts right,"
        f" {comparison.broken} of {len(comparison.must_not)} must_not broken"
    )


def _print_fact(fact: "Fact") -> None:
    words = safe(" ".join(fact.expected.split()))
    out(f"{SIGNS[fact.verdict]} {fact.list} {fact.id}: {words}")
    for fault in fact.faults:
        out(f"          {safe(fault)}")
