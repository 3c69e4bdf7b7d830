"""Same input, same bytes: whatever the hash seed, time zone, locale or number of threads."""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

SAMPLES = Path(__file__).parent.parent / "dateline" / "samples"

ENVIRONMENTS = [
    {"PYTHONHASHSEED": "0", "TZ": "UTC", "LC_ALL": "C", "OMP_NUM_THREADS": "1"},
    {"PYTHONHASHSEED": "1", "TZ": "Asia/Kathmandu", "LC_ALL": "C.UTF-8", "OMP_NUM_THREADS": "2"},
    {"PYTHONHASHSEED": "random", "TZ": "America/St_Johns", "LC_ALL": "POSIX"},
]


def digest(environment: dict[str, str]) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "dateline", "code", str(SAMPLES), "--jsonl", "-q"],
        env={**os.environ, **environment},
        capture_output=True,
        check=True,
    )
    assert done.stdout.count(b"\n") >= 15
    return hashlib.sha256(done.stdout).hexdigest()


@pytest.mark.parametrize("environment", ENVIRONMENTS[1:], ids=["kathmandu", "random"])
def test_the_environment_does_not_change_a_byte(environment: dict[str, str]) -> None:
    assert digest(environment) == digest(ENVIRONMENTS[0])
