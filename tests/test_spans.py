"""On any text whatever: no error, and every span quotes the report."""

import json
import os
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.coder import Coder, load_coder
from dateline.errors import InputError
from dateline.export.record_json import to_json
from dateline.intake.read import report_from_text
from evals.benches import BENCH_ROOT
from evals.spans import faults_of, texts

#: Pieces of news that meet arbitrary characters: the stages read them, so that their spans count.
PIECES = (
    "Gunmen attacked a convoy near Gao on Monday, killing at least 12 soldiers",
    "“We did not do it,” the spokesman, Ali Musa, said",
    "The Lions Brigade claimed responsibility for the attack",
    "Thousands marched through the capital because prices had risen",
    "By Jane Doe",
    "GAO, Mali, 14 March 2024 (Sahel Wire) —",
    "🚁🚁 e\u0301 \u202eabc\u202c",
    "\r\n\r\n",
    "\n",
)

#: One bench text of this many is coded in the tests; ``python -m evals.spans`` codes all.
EVERY = 150


@pytest.fixture(scope="module")
def coder() -> Coder:
    return load_coder()


def written(coder: Coder, text: str) -> dict[str, Any] | None:
    try:
        report = report_from_text(text)
    except InputError:
        return None
    return dict(json.loads(json.dumps(to_json(coder.code(report)))))


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=40), min_size=1, max_size=8))
def test_any_mixture_of_news_and_characters(coder: Coder, pieces: list[str]) -> None:
    record = written(coder, " ".join(pieces))
    assert record is None or list(faults_of(record)) == []


def test_faults_are_seen(coder: Coder) -> None:
    record = written(coder, PIECES[0] + ".")
    assert record is not None
    assert list(faults_of(record)) == []
    record["events"][0]["trigger"]["text"] += "!"
    record["events"][0]["actors"][0]["actor"] = "act-nobody"
    assert len(list(faults_of(record))) == 2


@pytest.mark.skipif(
    not BENCH_ROOT.exists() and not os.environ.get("CI"), reason="the gold is not at hand"
)
def test_a_sample_of_the_development_gold(coder: Coder) -> None:
    checked = 0
    for text in texts(EVERY):
        record = written(coder, text)
        if record is not None:
            checked += 1
            assert list(faults_of(record)) == [], text[:80]
    assert checked > 50
