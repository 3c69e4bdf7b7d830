"""Which stretches of the report stand in quotation marks?

Reads curly, straight, German, angle and TeX marks and single marks, with care for apostrophes.
A quotation whose next paragraph opens with a mark again goes on; one that is never closed ends
with its paragraph.  No quotation runs into or out of a headline.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from dateline.document import Document
from dateline.records import Block, BlockKind

#: Marks of double rank by what they can do; `"` and `''` depend on what stands around them.
OPENING = frozenset("“«‹„‟〝")
CLOSING = frozenset("”»›〞")
#: German quotations are closed by the mark that opens English ones.
LOW_OPENING = "„"
EITHER = frozenset('"＂')
SINGLE = frozenset("‘’'‚`´‛")

#: What may stand before an opening and after a closing mark, beside white space.
BEFORE_OPENING = frozenset("([{—–-/:…“\"‘'«")
AFTER_CLOSING = frozenset(".,;:!?)]}—–-/…”\"’'»")

#: Marks after which a quotation is a complete utterance.
UTTERANCE_ENDS = frozenset(".,!?…;—–-")

#: Blocks that may hold quotations; one never goes on from a title into the body.
READ = frozenset({BlockKind.TITLE, BlockKind.BODY})

Turn = Literal["open", "close"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """A stretch in quotation marks: characters ``[start, end)``, marks included.

    ``single`` marks may stand for scare quotes or British speech; ``repaired`` ones lacked a mark.
    """

    start: int
    end: int
    single: bool
    repaired: bool


@dataclass(frozen=True, slots=True)
class Mark:
    """One quotation mark: its characters, and whether it opens or closes."""

    start: int
    end: int
    turn: Turn
    single: bool


def find_quotes(doc: Document) -> tuple[Quote, ...]:
    """Find the outermost quotations of title and body, in text order.

    A quotation inside another is part of it.  One of single marks counts as outermost where no
    double marks surround it.
    """
    blocks = [block for block in doc.report.blocks if block.kind in READ]
    double = list(_double_quotes(doc.text, blocks))
    single = [
        quote
        for block in blocks
        for quote in _single_quotes(doc.text, block)
        if not any(other.start < quote.end and quote.start < other.end for other in double)
    ]
    return tuple(sorted([*double, *single], key=lambda quote: quote.start))


# ---------------------------------------------------------------- double marks


def _double_quotes(text: str, blocks: list[Block]) -> Iterator[Quote]:
    """Pair the double marks, paragraph by paragraph."""
    opened: int | None = None
    following: list[Block | None] = [*blocks[1:], None]
    for block, after in zip(blocks, following):
        marks = list(_double_marks(text, block))
        if opened is not None and marks and marks[0].start == block.start:
            marks = marks[1:]  # the mark that opens a further paragraph of one quotation
        quotes, opened = _pair(text, block, marks, opened)
        yield from quotes
        if opened is not None and not _goes_on(text, opened, block, after):
            end = _inner_end(text, block)
            if end > opened + 1:
                yield Quote(start=opened, end=end, single=False, repaired=True)
            opened = None


def _pair(
    text: str, block: Block, marks: list[Mark], opened: int | None
) -> tuple[list[Quote], int | None]:
    """Pair the marks of one paragraph; give the quotations closed in it and the one left open."""
    found: list[Quote] = []
    free = block.start
    ahead = _surplus(marks)
    depth = 0  # marks that opened less those that closed since ``opened``
    for at, mark in enumerate(marks):
        if mark.turn == "open":
            if opened is not None and ahead[at] <= 0:
                cut = _cut_before(text, opened, mark.start)
                found.append(Quote(start=opened, end=cut, single=False, repaired=True))
                opened = None
            depth = 1 if opened is None else depth + 1
            opened = mark.start if opened is None else opened
        elif opened is not None:
            depth -= 1
            nested = depth > 0 and at + 1 < len(marks) and marks[at + 1].turn == "close"
            if not nested:
                found.append(Quote(start=opened, end=mark.end, single=False, repaired=False))
                free, opened = mark.end, None
        elif mark.start > free and text[mark.start - 1] in UTTERANCE_ENDS:
            start = _first_letter(text, free, mark.start)
            found.append(Quote(start=start, end=mark.end, single=False, repaired=True))
            free = mark.end
    return found, opened


def _surplus(marks: list[Mark]) -> list[int]:
    """Say from each mark on how many more marks close than open: where some do, an opening mark
    inside a quotation opens a nested one."""
    surplus: list[int] = []
    more = 0
    for mark in reversed(marks):
        more += 1 if mark.turn == "close" else -1
        surplus.append(more)
    return surplus[::-1]


def _cut_before(text: str, opened: int, limit: int) -> int:
    """Give where a quotation that lacks its closing mark ends before the next one opens."""
    for at in range(limit - 1, opened, -1):
        if text[at] in ".!?" or (text[at] == "," and text[at + 1 : at + 2].isspace()):
            return at + 1
    return limit


def _first_letter(text: str, start: int, end: int) -> int:
    while start < end and not text[start].isalnum():
        start += 1
    return start


def _inner_end(text: str, block: Block) -> int:
    return block.start + len(text[block.start : block.end].rstrip())


def _goes_on(text: str, opened: int, block: Block, after: Block | None) -> bool:
    """Say whether an open quotation may run on into the next block: body to body, and the next
    paragraph opens with a mark again; words quoted in the middle of a sentence do not run on."""
    if text[opened + 1 : opened + 2].islower():
        return False
    if after is None or block.kind is not BlockKind.BODY or after.kind is not BlockKind.BODY:
        return False
    first = text[after.start : after.start + 1]
    return first in OPENING or first in EITHER or text.startswith(("``", "''"), after.start)


def _double_marks(text: str, block: Block) -> Iterator[Mark]:
    low = False
    at = block.start
    while at < block.end:
        char = text[at]
        size = 2 if text.startswith(("``", "''"), at) and at + 2 <= block.end else 1
        if size == 2 or char in OPENING or char in CLOSING or char in EITHER:
            turn: Turn = _turn(text, at, at + size, low=low)
            if not _is_inch(text, at):
                low = (char == LOW_OPENING) if turn == "open" else False
                yield Mark(at, at + size, turn, single=False)
        at += size


def _is_inch(text: str, at: int) -> bool:
    """Leave out the inch and second sign after a digit with no space: 6'2", 12"."""
    return text[at] == '"' and text[at - 1 : at].isdigit() and text[at + 1 : at + 2].islower()


def _turn(text: str, start: int, end: int, *, low: bool) -> Turn:
    char = text[start]
    before = text[start - 1 : start]
    after = text[end : end + 1]
    opens, closes = _opens(before, after), _closes(before, after)
    if low and char in "“”":
        return "close"
    if char in OPENING or text.startswith("``", start):
        return "close" if closes and not opens else "open"  # “so typed“, »so«
    if char in CLOSING:
        return "open" if opens and not closes else "close"
    return "open" if opens else "close"


def _opens(before: str, after: str) -> bool:
    free = not before or before.isspace() or before in BEFORE_OPENING
    return free and bool(after) and not after.isspace()


def _closes(before: str, after: str) -> bool:
    free = not after or after.isspace() or after in AFTER_CLOSING
    return free and bool(before) and not before.isspace()


# ---------------------------------------------------------------- single marks


def _single_quotes(text: str, block: Block) -> Iterator[Quote]:
    marks = [at for at in range(block.start, block.end) if text[at] in SINGLE]
    used = block.start
    for at in marks:
        if at < used or not _opens_single(text, at, block.start):
            continue
        close = _closing_single(text, at, [mark for mark in marks if mark > at + 1])
        if close is not None:
            used = close + 1
            yield Quote(start=at, end=used, single=True, repaired=False)


def _opens_single(text: str, at: int, floor: int) -> bool:
    before = text[at - 1 : at] if at > floor else ""
    after = text[at + 1 : at + 2]
    if text[at] == "’" or before.isalnum() or text.startswith(("``", "''"), at):
        return False
    return (not before or before.isspace() or before in BEFORE_OPENING) and after.isalnum()


def _closing_single(text: str, opened: int, ahead: list[int]) -> int | None:
    """Find the mark that closes: after a stop if there is one, else the first that is no
    apostrophe ("the workers’ strike" is one when a better mark follows)."""
    weak: int | None = None
    last = opened
    for at in ahead:
        if not _closes(text[at - 1 : at], text[at + 1 : at + 2]) or text[at] == "‘":
            continue
        last = at
        if text[at - 1] in UTTERANCE_ENDS or text[at - 1] != "s":
            return at if weak is None or text[at - 1] in UTTERANCE_ENDS else weak
        weak = weak if weak is not None else at
    return weak if weak is not None else (last if last > opened else None)
