"""Code the rows of a benchmark file and write predictions in its scorer's shape."""

import json
import re
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from functools import cache
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from dateline import pipeline
from dateline.assembly import assemble
from dateline.coder import coder_info
from dateline.document import Document
from dateline.errors import InputError
from dateline.intake.read import report_from_text
from dateline.parse import load_parser, parse
from evals.benches import BENCHES

#: Rows that one process codes at a time.
CHUNK = 40

#: Processes; figures do not depend on it.
WORKERS = 2


def read_rows(path: Path) -> list[dict[str, Any]]:
    """Read a file of JSON lines."""
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def predict(name: str, rows: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Give the prediction of each row, in order; rows are coded in worker processes."""
    waiting = iter(rows)
    chunks = iter(lambda: list(islice(waiting, CHUNK)), [])
    with ProcessPoolExecutor(WORKERS, mp_context=get_context("spawn")) as pool:
        for done in pool.map(_predict_chunk, ((name, chunk) for chunk in chunks)):
            yield from done


@cache
def _nlp() -> Any:
    return load_parser()


def _predict_chunk(job: tuple[str, list[dict[str, Any]]]) -> list[dict[str, Any]]:
    name, rows = job
    with _nlp().memory_zone():
        return [predict_row(name, row) for row in rows]


def predict_row(name: str, row: dict[str, Any]) -> dict[str, Any]:
    """Code one row; a row that is no report Dateline takes is an empty prediction."""
    try:
        report = report_from_text(row["text"], published=day_of(row))
        doc = Document(report, parse(report, _nlp()))
    except InputError:
        return {"id": row["id"]}
    pipeline.run(pipeline.STAGES, doc)
    record = assemble(doc, _info())
    return BENCHES[name].adapt(row, doc, record)


def day_of(row: dict[str, Any]) -> date | None:
    """Give a row's day of publication where it is an ISO date; other forms are not guessed."""
    day = str(row.get("dct") or row.get("date") or "")
    return date.fromisoformat(day) if re.fullmatch(r"\d{4}-\d\d-\d\d", day) else None


@cache
def _info() -> Any:
    return coder_info(_nlp())
