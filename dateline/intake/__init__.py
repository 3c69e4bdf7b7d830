"""From bytes to Reports: decoding, extraction, and the blocks of a report."""
