"""Sample reports of our own, for the demo and for trying things out."""

from collections.abc import Iterator
from datetime import date
from importlib import resources

from dateline.intake.read import report_from_text
from dateline.records import Report


def load_samples() -> Iterator[tuple[str, Report]]:
    """Give name and report of each sample, in the order of ``index.tsv``."""
    folder = resources.files(__name__)
    lines = folder.joinpath("index.tsv").read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    for name, published, publisher, *_ in rows[1:]:
        text = folder.joinpath(name).read_text("utf-8")
        day = date.fromisoformat(published)
        yield name, report_from_text(text, published=day, publisher=publisher)
