"""``python -m evals.spans [--every N]``: code all texts of the development gold and check them.

Every span of every record must quote its report, and every id that is referred to must exist.
"""

import argparse
import hashlib
import json
import sys
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from multiprocessing import get_context
from typing import Any

from dateline.coder import Coder, load_coder
from dateline.errors import InputError
from dateline.export.record_json import to_json
from dateline.intake.read import report_from_text
from evals.benches import BENCH_ROOT
from evals.predict import WORKERS, read_rows

#: Texts that one process codes at a time.
CHUNK = 100


def texts(every: int) -> Iterator[str]:
    """Give each different text of the development gold; of ``every`` texts one, by hash."""
    seen: set[str] = set()
    for path in sorted(BENCH_ROOT.glob("*/dev/*.jsonl")):
        for row in read_rows(path):
            digest = hashlib.sha256(row["text"].encode()).hexdigest()
            if digest not in seen and int(digest, 16) % every == 0:
                seen.add(digest)
                yield row["text"]


def faults_of(written: dict[str, Any]) -> Iterator[str]:
    """Give what is wrong in a record written as JSON: spans that misquote, ids that lead nowhere."""
    text = written["report"]["text"]
    for span in _spans(written):
        if text[span["start"] : span["end"]] != span["text"]:
            yield f"[{span['start']}, {span['end']}) is not {span['text']!r}"
    known = {each["id"] for name in LISTS for each in written[name]}
    for event in written["events"]:
        used = {part["actor"] for part in event["actors"] + event["recipients"]}
        used |= {event[name] for name in ("place", "time", "attributed_to") if event[name]}
        for id_ in sorted(used - known):
            yield f"event {event['id']} refers to {id_}, which is not there"
    for each in written["attributions"]:
        for id_ in (each["speaker"], each["nested_in"]):
            if id_ and id_ not in known:
                yield f"attribution {each['id']} refers to {id_}, which is not there"


#: Lists of a record whose entries have ids.
LISTS = ("times", "places", "actors", "events", "attributions", "claims", "stances", "causes",
         "trends", "tallies")  # fmt: skip


def _spans(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        if set(value) == {"start", "end", "text"}:
            yield value
        for each in value.values():
            yield from _spans(each)
    elif isinstance(value, list):
        for each in value:
            yield from _spans(each)


@cache
def _coder() -> Coder:
    return load_coder()


def _check(chunk: list[str]) -> list[str]:
    faults: list[str] = []
    for text in chunk:
        try:
            record = _coder().code(report_from_text(text))
        except InputError:
            continue  # a clear refusal: another language, no letters
        except Exception as error:  # noqa: BLE001 (any error at all is a fault to be listed)
            faults.append(f"{text[:200]!r}: {error!r}")
            continue
        written = json.loads(json.dumps(to_json(record)))
        faults.extend(f"{text[:60]!r}: {fault}" for fault in faults_of(written))
    return faults


def main() -> int:
    """Code the texts in two processes and print each fault."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--every", type=int, default=1, help="take one text of N")
    all_texts = list(texts(parser.parse_args().every))
    chunks = [all_texts[at : at + CHUNK] for at in range(0, len(all_texts), CHUNK)]
    count = 0
    with ProcessPoolExecutor(WORKERS, mp_context=get_context("spawn")) as pool:
        for faults in pool.map(_check, chunks):
            count += len(faults)
            for fault in faults:
                print(fault)
    print(f"{len(all_texts)} texts, {count} faults")
    return 1 if count else 0


if __name__ == "__main__":
    sys.exit(main())
