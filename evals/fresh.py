"""``make fresh``: what is generated and committed must be what its generator gives today."""

import sys

from dateline.export.record_reference import REFERENCE_FILE, reference_text
from dateline.export.record_schema import SCHEMA_FILE, schema_text
from evals.readme import README, with_transcript
from evals.screenshot import PICTURE_FILE, picture


def main() -> int:
    """Compare each committed file with its generator's output; name those that differ."""
    stale = []
    if SCHEMA_FILE.read_text("utf-8") != schema_text():
        stale.append(f"{SCHEMA_FILE.name}: run make schema")
    if REFERENCE_FILE.read_text("utf-8") != reference_text():
        stale.append(f"{REFERENCE_FILE.name}: run python -m dateline.export.record_reference")
    if PICTURE_FILE.read_text("utf-8") != picture():
        stale.append(f"{PICTURE_FILE.name}: run python -m evals.screenshot")
    readme = README.read_text("utf-8")
    if readme != with_transcript(readme):
        stale.append(f"{README.name}: run python -m evals.readme")
    for line in stale:
        print(f"stale: {line}")
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main())
