"""The lines below a report: who reported and edited it, ENDS, copyright, where to read on.

They are found from the end upwards, so that "Copyright" in the middle of a report stays prose.
"""

import re
from collections.abc import Sequence

from dateline.intake.dateline import is_agency
from dateline.intake.head_lines import find_field
from dateline.intake.lines import Line, Paragraph

#: Credit paragraphs at the end of one report: agency, desk, copyright, contact and follow-us
#: lines together stay below this.
MAX_CREDITS = 12

#: Longest credit paragraph; legal notices reach 600 characters.
MAX_CREDIT_CHARS = 700

#: Longest line that only tells to follow, subscribe or read on.
MAX_PROMPT_CHARS = 160

_DESK = (
    r"(?:additional |further |compiled |with )?(?:reporting|writing|editing|translation|research"
    r"|photography|graphics|reported|written|edited|compiled|translated)"
)
_CREDITED = re.compile(
    rf"[\s(\[—–*-]*(?:{_DESK}(?: and {_DESK})?,? (?:by|with|from)\b|{_DESK}: |with (?:inputs|reports|additional))",
    re.IGNORECASE,
)
_INLINE = re.compile(
    rf"\s(\({_DESK}(?: and {_DESK})? by [^()]*(?:\([^()]*\)[^()]*)*\))\W*\Z", re.IGNORECASE
)
_MARK = re.compile(
    r"[-#*_=~• ]*(?:ends?|30|more|end of (?:document|text|article))?[-#*_=~•. ]*\Z", re.IGNORECASE
)
_RIGHTS = re.compile(
    r"[\s(]*(?:©|\(c\)\s|copyright\b)|(?:[^.]{0,80}\. )?all rights reserved\b"
    r"|[^.]{0,80}\bmay not be (?:published|reproduced|broadcast)\b"
    r"|our standards: |this material may not be\b",
    re.IGNORECASE,
)
_ABOUT_REPORT = re.compile(
    r"[\s(*—–-]*(?:this|an earlier version of this|a previous version of this)"
    r" (?:story|article|report|piece|post)\b.{0,80}?"
    r"\b(?:updated|corrected|amended|published|appeared|misstated|said|stated|produced|supplied)\b",
    re.IGNORECASE,
)
_CONTRIBUTED = re.compile(
    r"[\s(*—–-]*[^.]{2,160} contributed (?:to|from|reporting)\b[^.]{0,80}\.?[\s)]*\Z", re.IGNORECASE
)
_PROMPT = re.compile(
    r"[\s(\[*>—–-]*(?:follow\b[^.]{0,60}\bon (?:twitter|facebook|x|telegram|instagram)\b|subscribe to"
    r"|sign up (?:for|to)|click here|read (?:more|the rest|also|next|the full)\b|related:|see also:"
    r"|for (?:more information|comments|media inquiries)|contact (?:us|the (?:author|writer|reporter))"
    r"|share this|send (?:us|comments)|email us|e-mail:|the views expressed)",
    re.IGNORECASE,
)
_SIGNED = re.compile(r"[\s(\[—–-]*([^()\[\]]{2,40}?)[\s)\].]*\Z")


def count_credits(text: str, paragraphs: Sequence[Paragraph]) -> int:
    """Count the paragraphs at the end that are credits, notices and signatures.

    The first paragraph is never one: a report has a body.
    """
    count = 0
    for paragraph in reversed(paragraphs[1:]):
        if count >= MAX_CREDITS or not is_credit(text, paragraph):
            break
        count += 1
    return count


def is_credit(text: str, paragraph: Paragraph) -> bool:
    """Say whether a paragraph at the end of a report is no part of what it reports."""
    length = paragraph.end - paragraph.start
    if length > MAX_CREDIT_CHARS:
        return False
    words = text[paragraph.start : paragraph.end]
    patterns = [_CREDITED, _MARK, _RIGHTS, _ABOUT_REPORT, _CONTRIBUTED]
    if length <= MAX_PROMPT_CHARS:
        patterns.append(_PROMPT)
    return any(pattern.match(words) for pattern in patterns) or _is_signature(text, paragraph)


def find_inline_credit(text: str, paragraph: Paragraph) -> int | None:
    """Find where "(Reporting by …; Editing by …)" begins at the end of a paragraph of prose."""
    start = max(paragraph.start, paragraph.end - MAX_CREDIT_CHARS)
    match = _INLINE.search(text, start, paragraph.end)
    return match.start(1) if match else None


def _is_signature(text: str, paragraph: Paragraph) -> bool:
    """Read a last line such as ``— AFP``, ``(Reuters)``, ``Source: Sahel Wire``."""
    words = text[paragraph.start : paragraph.end]
    if "\n" in words or len(words) > MAX_PROMPT_CHARS:
        return False
    found = find_field(text, Line(paragraph.start, paragraph.end, 0, True))
    if found is not None and found[0] != "label":
        return True
    match = _SIGNED.match(words)
    return (
        match is not None
        and len(match[1].split()) <= 4
        and is_agency(match[1])
        and (not words[0].isalnum() or words == words.strip(".") and match[1][0].isupper())
    )
