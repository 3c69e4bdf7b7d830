"""Which stretches of the report are sentences?  A headline is a sentence of its own."""

from bisect import bisect_right
from collections.abc import Iterator

from dateline.document import Document
from dateline.records import Block, BlockKind, Sentence

#: Blocks that hold no prose: they are never coded.
NOT_PROSE = frozenset({BlockKind.HEADER, BlockKind.BYLINE, BlockKind.DATELINE, BlockKind.CREDIT})


def find_sentences(doc: Document) -> tuple[Sentence, ...]:
    """Find the sentences of title and body, in text order.

    Headers, bylines, datelines and credit lines are no sentences.  White space at the edges is
    left out; a sentence never runs over the border of a block.
    """
    found: list[Sentence] = []
    for block, paragraph, first, last in _pieces(doc):
        tokens = [token for token in doc.parse[first:last] if not token.is_space]
        if not tokens:
            continue
        found.append(
            Sentence(
                index=len(found),
                span=doc.span_of(tokens),
                block=block.kind,
                paragraph=paragraph,
                first=tokens[0].i,
                last=tokens[-1].i + 1,
            )
        )
    return tuple(found)


def _pieces(doc: Document) -> Iterator[tuple[Block, int, int, int]]:
    """Cut the parser's sentences at block borders; give block, paragraph number and tokens."""
    blocks = doc.report.blocks
    starts = [block.start for block in blocks]
    for sent in doc.parse.sents:
        first = sent.start
        while first < sent.end:
            at = bisect_right(starts, doc.parse[first].idx) - 1
            last = first + 1
            while last < sent.end and bisect_right(starts, doc.parse[last].idx) - 1 == at:
                last += 1
            if at >= 0 and blocks[at].kind not in NOT_PROSE:
                yield blocks[at], at, first, last
            first = last
