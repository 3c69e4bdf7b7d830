"""What many tests share: one parser, and Documents made from plain text."""

from collections.abc import Callable
from datetime import date

import pytest

from dateline import pipeline
from dateline.document import Document
from dateline.intake.plain import read_plain
from dateline.parse import load_parser, parse

ReadText = Callable[..., Document]


@pytest.fixture(scope="session")
def nlp():
    """The default parser, loaded once."""
    return load_parser()


@pytest.fixture(scope="session")
def read(nlp) -> ReadText:
    """Make a Document from plain text and run the stages up to (and with) one named function.

    ``read(text, published=date(2023, 10, 27), upto="find_times")``; without ``upto`` all run.
    """

    def make(
        text: str, *, published: date | None = date(2023, 10, 27), upto: str | None = None
    ) -> Document:
        report = read_plain(text, published=published)
        doc = Document(report, parse(report, nlp))
        stages = []
        for each in pipeline.STAGES:
            stages.append(each)
            if each.name == upto:
                break
        pipeline.run(stages, doc)
        return doc

    return make
