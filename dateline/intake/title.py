"""Is the first line a headline, or already the report?

A headline is a line of its own that is not a full sentence.  A text of one paragraph has none,
and a first line that ends in a full stop is prose unless it is set in title case.  A missed
headline costs little (its words are still read as a sentence); a false one would take a sentence
out of the body, so in doubt the line is body.
"""

import re
from collections.abc import Sequence

from dateline.intake.dateline import find_dateline
from dateline.intake.lines import Line, continues, ends_sentence, is_cut_by_edge

#: Longest headline, in code points and in words; the longest of the development corpora has
#: 32 words, which is a double deck.
MAX_TITLE_CHARS, MAX_TITLE_WORDS = 240, 35

#: Longest question or exclamation that is taken for a headline.
MAX_EXCLAIMED_WORDS = 16

#: A headline may be set over this many lines.
MAX_TITLE_LINES = 3

#: Share of the longer words that begin with a capital in title case, and how many there must be.
TITLE_CASE_SHARE, TITLE_CASE_WORDS = 0.8, 4

_FULL_STOP = re.compile(r"[.;:…]\Z|[.!?][\"'”’»)\]]+\Z")
_EXCLAIMED = re.compile(r"[!?]\Z")
_BROKEN_OFF = re.compile(
    r"(?:[,;–—-]|\b(?:a|an|the|of|in|on|at|to|for|by|as|and|or|with|after|over|from|amid|near))\Z",
    re.IGNORECASE,
)


def count_title_lines(text: str, lines: Sequence[Line]) -> int:
    """Count the lines at the front of ``lines`` that are the headline; 0 if there is none.

    ``lines`` begins at the first line that is neither header nor byline.
    """
    if len(lines) < 2 or not _is_title(text, lines):
        return 0
    count = 1
    while (
        count < min(MAX_TITLE_LINES, len(lines) - 1)
        and not lines[count].after_blank
        and lines[count + 1].after_blank
        and _is_second_title_line(text, lines[count - 1], lines[count])
    ):
        count += 1
    return count


def is_title_text(title: str) -> bool:
    """Say whether words that stand after a header on one line are a headline, not a sentence."""
    return (
        len(title) <= MAX_TITLE_CHARS
        and len(title.split()) <= MAX_TITLE_WORDS
        and (not _FULL_STOP.search(title) or _is_title_case(title))
    )


def _is_title(text: str, lines: Sequence[Line]) -> bool:
    line, following = lines[0], lines[1]
    title = text[line.start : line.end]
    if not is_title_text(title) or find_dateline(text, line.start, line.end):
        return False
    alone = following.after_blank
    if continues(text, line, following):
        return (
            len(lines) > 2 and lines[2].after_blank and _is_second_title_line(text, line, following)
        )
    if _EXCLAIMED.search(title):
        return alone and len(title.split()) <= MAX_EXCLAIMED_WORDS
    if _FULL_STOP.search(title):
        return alone
    return alone or not (_begins_small(title) or is_cut_by_edge(text, lines))


def _is_second_title_line(text: str, line: Line, following: Line) -> bool:
    """Say whether a headline goes on: broken off, or small letters after it, and no full stop."""
    first = text[line.start : line.end]
    second = text[following.start : following.end]
    if not is_title_text(second) or ends_sentence(second):
        return False
    same_capitals = first.isupper() and second.isupper()
    return same_capitals or second[0].islower() or _BROKEN_OFF.search(first) is not None


def _begins_small(title: str) -> bool:
    letters = [character for character in title if character.isalpha()]
    return bool(letters) and letters[0].islower()


def _is_title_case(title: str) -> bool:
    words = [word for word in title.split() if sum(map(str.isalpha, word)) >= 4]
    capitals = [word for word in words if word.lstrip("\"'“‘(")[:1].isupper()]
    return len(words) >= TITLE_CASE_WORDS and len(capitals) >= TITLE_CASE_SHARE * len(words)
