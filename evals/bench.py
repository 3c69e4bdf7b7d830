"""``make bench``: coding speed beside bare spaCy, memory over 2,000 reports, cold start.

Machines are noisy, so that speed is a ratio: both sides read the same texts in the same run, in
turns, one report at a time.  Bare spaCy in batches of 16 is timed too.  Texts are the sample
reports, each repeated with other numbers and names so that the vocabulary keeps growing.
"""

import argparse
import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import date

from dateline.coder import Coder, coder_info
from dateline.intake.read import report_from_text
from dateline.parse import DEFAULT_MODEL, load_parser
from dateline.records import Report
from dateline.samples import load_samples

#: Rounds in which the sides take turns; the first is a warm-up and is not counted.
ROUNDS = 6

#: Reports of a round.
ROUND_SIZE = 54

#: Reports of the memory run, and how many stand for its first part.
MEMORY_REPORTS = 2_000


def varied(count: int) -> Iterator[Report]:
    """Give reports, no two the same: the samples, signed with a made-up name and number."""
    samples = [report for _, report in load_samples()]
    for number in range(count):
        text = samples[number % len(samples)].text
        name = f"{chr(65 + number % 26)}ar{chr(97 + number // 26 % 26)}ndo{number}"
        signed = f"{text}\n\nWitness {name} said that {number + 2} houses were damaged.\n"
        yield report_from_text(signed, published=date(2024, 3, 14))


def speed() -> dict[str, float]:
    """Time bare spaCy and the whole chain over the same texts in turns.

    Returns:
        Tokens per second of bare spaCy one by one, of bare spaCy in batches of 16 and of the
        whole chain, and the ratios of the chain to both.
    """
    nlp = load_parser()
    coder = Coder(nlp, coder_info(nlp))
    reports = list(varied(ROUND_SIZE * ROUNDS))
    sides: dict[str, Callable[[list[Report]], int]] = {
        "spacy": lambda several: _bare(nlp, several, batch=1),
        "spacy_batch_16": lambda several: _bare(nlp, several, batch=16),
        "chain": lambda several: _chain(coder, several),
    }
    seconds = dict.fromkeys(sides, 0.0)
    tokens = 0
    for turn in range(ROUNDS):
        several = reports[turn * ROUND_SIZE : (turn + 1) * ROUND_SIZE]
        for name, run in sides.items():
            started = time.perf_counter()
            counted = run(several)
            if turn:
                seconds[name] += time.perf_counter() - started
                tokens += counted  # only the first side counts, so that each token counts once
    rates = {name: tokens / each for name, each in seconds.items()}
    return {
        **{f"{name}_tokens_per_second": round(rate) for name, rate in rates.items()},
        "chain_to_spacy": round(rates["chain"] / rates["spacy"], 3),
        "chain_to_spacy_batch_16": round(rates["chain"] / rates["spacy_batch_16"], 3),
    }


def _bare(nlp, reports: list[Report], *, batch: int) -> int:  # type: ignore[no-untyped-def]
    with nlp.memory_zone():
        if batch == 1:
            return sum(len(nlp(report.text)) for report in reports)
        list(nlp.pipe((report.text for report in reports), batch_size=batch))
    return 0


def _chain(coder: Coder, reports: list[Report]) -> int:
    for _ in coder.code_many(reports):
        pass
    return 0


def memory() -> dict[str, float]:
    """Code many reports in this process and watch its resident memory (MiB)."""
    from dateline.coder import load_coder

    coder = load_coder()
    peaks: list[float] = []
    for number, _ in enumerate(coder.code_many(varied(MEMORY_REPORTS)), start=1):
        if number % (MEMORY_REPORTS // 4) == 0:
            peaks.append(resident())
    return {
        "after_500": peaks[0],
        "after_1000": peaks[1],
        "after_2000": peaks[3],
        "growth_second_half": round(peaks[3] / peaks[1] - 1, 3),
        "peak": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, 1),
    }


def resident() -> float:
    """Give the resident memory of this process now, in MiB (Linux)."""
    with open("/proc/self/status", encoding="ascii") as status:
        line = next(line for line in status if line.startswith("VmRSS"))
    return round(int(line.split()[1]) / 1024, 1)


def cold_start() -> dict[str, float]:
    """Time whole processes: the help text, one report, and a bare load of the spaCy model."""
    report = next(report for _, report in load_samples()).text
    commands = {
        "help": ["-c", "from dateline.cli.main import main; main(['--help'])"],
        "one_report": ["-c", "from dateline.cli.main import main; main(['code', '-', '--json'])"],
        "bare_spacy_load": ["-c", f"import spacy; spacy.load('{DEFAULT_MODEL}')"],
    }
    found = {}
    for name, words in commands.items():
        runs = []
        for _ in range(3):
            started = time.perf_counter()
            subprocess.run(
                [sys.executable, *words],
                input=report.encode(),
                stdout=subprocess.DEVNULL,
                check=True,
            )
            runs.append(time.perf_counter() - started)
        found[f"{name}_seconds"] = round(min(runs), 2)
    return found


PARTS: dict[str, Callable[[], dict[str, float]]] = {
    "speed": speed,
    "memory": memory,
    "cold_start": cold_start,
}


def main() -> None:
    """Run each part in a process of its own and print its figures as JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("part", nargs="?", choices=PARTS)
    part = parser.parse_args().part
    if part:
        print(json.dumps(PARTS[part]()))
        return
    for name in PARTS:
        done = subprocess.run(
            [sys.executable, "-m", "evals.bench", name], capture_output=True, check=True, text=True
        )
        print(f"{name}: {done.stdout.strip()}", flush=True)


if __name__ == "__main__":
    main()
