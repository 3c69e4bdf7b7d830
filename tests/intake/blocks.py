"""What must hold for the blocks of every report."""

from dateline.records import Report


def check_blocks(report: Report) -> None:
    """What holds for every text: blocks in order, apart, and over all that is not white space."""
    at = 0
    for block in report.blocks:
        assert at <= block.start < block.end
        assert not report.text[at : block.start].strip()
        at = block.end
    assert not report.text[at:].strip()
    for span in (report.title, report.byline, report.dateline and report.dateline.span):
        assert span is None or report.text[span.start : span.end] == span.text
