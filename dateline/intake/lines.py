"""Lines and paragraphs: is a line break the end of a paragraph, or only the edge of a screen?

Offsets are code points into the text.  Nothing here reads words; it looks at lengths, ends,
indents and blank lines.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

#: Everything that ends a line in Unicode, CR LF as one (the set of ``str.splitlines``).
LINE_BREAK = re.compile("\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")

#: Hard-wrapped text is set to 60–80 columns, rarely to 132; a median line longer than this is
#: not wrapped by anybody.
MAX_WRAP_COLUMNS = 140

#: Below this no width can be told from chance: only sentences that visibly run on count.
MIN_WRAP_COLUMNS = 40

#: How far a line may fall short of the widest line, with the next word added, and still count as
#: full: ragged setting and words that are not broken cost up to a long word.
WRAP_SLACK = 12

#: Lines that must reach the edge before a first line is taken for one that was cut by it: a
#: headline alone above long paragraphs is always the widest line that a screen could hold.
MIN_FULL_LINES = 2

_ENDS_SENTENCE = re.compile(r"[.!?…:][\"'”’»)\]]*\Z")
#: Prepositions that are also ends of headlines ("Fighting goes on") are left out.
_BROKEN_OFF = re.compile(
    r"(?:,|\b(?:a|an|the|of|at|to|for|from|by|as|and|or|with))\Z", re.IGNORECASE
)
_BULLET = re.compile(r"(?:[-*•·–—◦▪►‣]|\d{1,2}[.)])\s")


@dataclass(frozen=True, slots=True)
class Line:
    """One line that is not blank; ``[start, end)`` leaves the white space at its edges out.

    ``after_blank``: a blank line, or nothing at all, stands before it.  ``indent`` counts the
    white space characters at its front.
    """

    start: int
    end: int
    indent: int
    after_blank: bool


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One or more lines ``[start, end)`` that belong together."""

    start: int
    end: int


def find_lines(text: str) -> list[Line]:
    """Find the lines of a text that hold anything but white space, in text order."""
    lines: list[Line] = []
    blank = True
    for start, end in _line_extents(text):
        content = text[start:end]
        stripped = content.strip()
        if not stripped:
            blank = True
            continue
        indent = len(content) - len(content.lstrip())
        lines.append(Line(start + indent, start + indent + len(stripped), indent, blank))
        blank = False
    return lines


def _line_extents(text: str) -> Iterator[tuple[int, int]]:
    at = 0
    for match in LINE_BREAK.finditer(text):
        yield at, match.start()
        at = match.end()
    yield at, len(text)


def ends_sentence(text: str) -> bool:
    """Say whether a line ends as sentences end: in a full stop or the like, quotes after it."""
    return _ENDS_SENTENCE.search(text, max(0, len(text) - 8)) is not None


def continues(text: str, line: Line, following: Line) -> bool:
    """Say whether a sentence must run on into the next line.

    It ends no sentence, and either the next line begins with a small letter, or this one ends in a
    comma or in a word that ends no clause ("the", "of", "and").
    """
    words = text[line.start : line.end]
    if following.after_blank or ends_sentence(words):
        return False
    return text[following.start].islower() or _BROKEN_OFF.search(words) is not None


def find_paragraphs(text: str, lines: Sequence[Line]) -> list[Paragraph]:
    """Join the lines of a body into paragraphs.

    A blank line always ends a paragraph.  Where lines are hard-wrapped (``is_wrapped``), the
    lines between blank lines are one paragraph, cut only at an indented line, at a bullet, and
    after a sentence that ends well before the edge.  Otherwise each line is a paragraph, unless
    its sentence visibly runs on into a line that begins with a small letter.
    """
    if not lines:
        return []
    edge = _edge(lines) if is_wrapped(text, lines) else None
    found: list[Paragraph] = []
    start = lines[0].start
    for line, following in pairwise(lines):
        if _parts(text, line, following, edge):
            found.append(Paragraph(start, line.end))
            start = following.start
    found.append(Paragraph(start, lines[-1].end))
    return found


def is_wrapped(text: str, lines: Sequence[Line], *, least_full: int = 1) -> bool:
    """Decide whether line breaks inside paragraphs are the edge of a screen.

    Only lines that are followed by another without a blank between them count.  Each votes
    *wrapped* if its sentence runs on into the next line (``continues``), or if it ends no sentence
    and the next word would not have fitted; it votes *paragraph per line* if the next word would
    have fitted and its sentence does not run on.  The majority decides; a median line over
    ``MAX_WRAP_COLUMNS`` is never wrapped.

    Args:
        text: The report.
        lines: The lines in question.
        least_full: Votes for words that would not have fitted count from this number on.
    """
    inner = [(line, after) for line, after in pairwise(lines) if not after.after_blank]
    if not inner or median(line.end - line.start for line, _ in inner) > MAX_WRAP_COLUMNS:
        return False
    edge = _edge(lines)
    if edge < MIN_WRAP_COLUMNS:
        return any(continues(text, line, following) for line, following in inner)
    running = full = ended = 0
    for line, following in inner:
        if continues(text, line, following):
            running += 1
        elif not _is_full(text, line, following, edge):
            ended += 1
        elif not ends_sentence(text[line.start : line.end]):
            full += 1
    return running + (full if full >= least_full else 0) > ended


def is_cut_by_edge(text: str, lines: Sequence[Line]) -> bool:
    """Say whether the first line ends where it does only because the screen was full."""
    if lines[1].after_blank or not is_wrapped(text, lines, least_full=MIN_FULL_LINES):
        return False
    return _is_full(text, lines[0], lines[1], _edge(lines))


def _edge(lines: Sequence[Line]) -> int:
    """Give the column at which lines were broken: the widest line that a screen could hold."""
    widths = [line.end - line.start + line.indent for line in lines]
    return max((width for width in widths if width <= MAX_WRAP_COLUMNS), default=0)


def _is_full(text: str, line: Line, following: Line, edge: int) -> bool:
    head = text[following.start : min(following.end, following.start + edge + 1)]
    word = len(head.split(None, 1)[0])
    return line.end - line.start + line.indent + 1 + word > edge - WRAP_SLACK


def _parts(text: str, line: Line, following: Line, edge: int | None) -> bool:
    """Say whether a paragraph ends between two lines."""
    if following.after_blank:
        return True
    if continues(text, line, following):
        return False
    if edge is None or _BULLET.match(text, following.start):
        return True
    if not ends_sentence(text[line.start : line.end]):
        return False
    return following.indent > line.indent or not _is_full(text, line, following, edge)
