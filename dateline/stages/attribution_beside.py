"""Content beside a frame: "“…,” he said", "…, he said, …", "he said: “…”"."""

from typing import TYPE_CHECKING

from dateline.stages.attribution_forms import has_infinitive
from dateline.stages.attribution_frames import Found, Frame
from dateline.stages.attribution_quotes import Quote
from dateline.stages.attribution_reading import Reading, is_utterance, trim
from dateline.syntax import is_verb

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Share of right links on the development sample of PolNeAR (even half), rounded down to a tenth.
DIRECT = 0.9
BEHIND = 0.7
AFTER = 0.6

#: Marks that may stand between content and "he said".
BEFORE_FRAME = frozenset({",", "?", "!", "—", "–", "-", "…", "--"})
#: Marks that may stand between "he said" and a quotation, or where the content goes on.
BEFORE_QUOTE = frozenset({",", ":", "—", "–"})

#: Closing marks, to look at what stands before them.
MARKS = "”»›\"'’`“‘"
#: Marks inside a quotation behind which a new sentence may begin.
FIRM = frozenset("?!….")

#: Words behind "…, he said," with which the reporter speaks again.
REPORTER_AGAIN = frozenset({"as", "while", "after", "before", "when", "who", "which", "whose"})


def read_around(frame: Frame) -> Found | None:
    """Read "“…,” he said" and "…, he said", and what goes on behind them."""
    entry = frame.signal.taking("quote")
    if entry is None or frame.source is None or has_infinitive(frame.verb):
        return None
    reading = frame.reading
    before = reading.skip_space(frame.first - 1, back=True)
    quote = _quote_before(reading, before)
    if quote is not None and reading.inside[frame.verb.i] < 0:
        if _ends_firmly(reading, quote) and not _is_postposed(frame):
            return None
        content = _quote_and_more(frame, quote)
        why = f"The quotation stands right before {frame.words!r}."
        spoken, confidence = True, DIRECT
    else:
        content = _clause_and_more(frame, before)
        why = f"The clause before {frame.words!r} is what is said."
        spoken = any(quote.end == content[-1][1] for quote in reading.quotes) if content else False
        confidence = AFTER
    if not content:
        return None
    return Found(
        entry=entry,
        content=content,
        cue=frame.group,
        why=why,
        confidence=confidence,
        speech=spoken,
    )


def _quote_before(reading: Reading, before: int) -> Quote | None:
    """Give the quotation that closes right before a frame, a comma between allowed.

    One that ends in a full stop is a sentence of its own: the frame begins a new one.
    """
    if before < 0:
        return None
    quote = reading.quote_closing_at(before)
    if quote is None and reading.parse[before].text in (",", "—", "–"):
        quote = reading.quote_closing_at(before - 1)
    if quote is None or not is_utterance(reading.doc.text, quote):
        return None
    inner = reading.doc.text[quote.start : quote.end].rstrip(MARKS)
    full_stop = inner.endswith(".") and not inner.endswith("..")
    return None if full_stop else quote


def _ends_firmly(reading: Reading, quote: Quote) -> bool:
    return reading.doc.text[quote.start : quote.end].rstrip(MARKS)[-1:] in FIRM


def _quote_and_more(frame: Frame, quote: Quote) -> tuple[tuple[int, int], ...]:
    """Give a quotation before a frame, with unquoted words that lead into it ("The raid was “a
    disgrace,” he said") and with what goes on behind the frame."""
    reading = frame.reading
    opened = reading.token_at(quote.start)
    start, _ = reading.stretch(opened)
    begin = quote.start
    if start < opened and _leads_in(reading, opened):
        lead = trim(reading, reading.parse[start].idx, quote.start)
        if lead is not None and _is_setting(frame, start, frame.first):
            return ()
        begin = lead[0] if lead is not None else begin
    rest = _goes_on(frame) or _next_quote(frame)
    return ((begin, quote.end), rest) if rest is not None else ((begin, quote.end),)


def _leads_in(reading: Reading, opened: int) -> bool:
    """Say whether the words before a quotation run into it: no colon or stop between."""
    last = reading.parse[reading.skip_space(opened - 1, back=True)]
    return last.text not in (":", ".", "!", "?")


def _clause_and_more(frame: Frame, before: int) -> tuple[tuple[int, int], ...]:
    """Give the unquoted clause before a frame and what goes on behind it."""
    reading = frame.reading
    if before < frame.low or reading.parse[before].text not in BEFORE_FRAME:
        return ()
    if not _is_postposed(frame):
        return ()
    start = _region_start(reading, frame.low, before)
    span = trim(reading, reading.parse[start].idx, reading.parse[before].idx)
    rest = _goes_on(frame)
    if span is None or (_is_setting(frame, start, before) and not _is_cut(frame, start, before)):
        return ()
    return (span, rest) if rest is not None else (span,)


def _is_cut(frame: Frame, first: int, last: int) -> bool:
    """Say whether the words before a frame hang on a verb behind it ("The truce, he said, will not
    last", "In any case, he said, the road is shut")."""
    return any(
        token.head.i >= frame.end and token.head != frame.verb
        for token in frame.reading.parse[first:last]
    )


def _is_postposed(frame: Frame) -> bool:
    """Say whether "he said" stands behind or inside its content: no clause under the verb begins
    right behind it, and a mark or the end follows its modifiers."""
    addresses = any(cue.addressee for cue in frame.signal.cues)
    clauses = ("ccomp", "xcomp") if addresses else ("ccomp", "xcomp", "dobj")
    for child in frame.verb.children:
        if child.dep_ in clauses and frame.last <= child.left_edge.i < frame.end:
            return False
    following = range(frame.end, min(frame.end + 2, frame.high))
    return all(frame.reading.quote_opening_at(token) is None for token in following)


def _region_start(reading: Reading, low: int, before: int) -> int:
    """Give the first token of the content before a frame: after the last semicolon."""
    for at in range(before - 1, low, -1):
        if reading.parse[at].text == ";" and reading.inside[at] == reading.inside[before]:
            return at + 1
    return low


def _is_setting(frame: Frame, first: int, last: int) -> bool:
    """Say whether the words before a frame only give the setting of the speech ("Asked about the
    raid, he said …", "While he agreed, he said …", "In the hall, he said …")."""
    words = frame.reading.parse[first:last]
    if not any(is_verb(token) for token in words):
        return True
    for token in words:
        if token.head == frame.verb and is_verb(token):
            marked = any(child.dep_ == "mark" for child in token.children)
            return token.dep_ == "advcl" and (token.tag_ in ("VBN", "VBG") or marked)
    return False


def _goes_on(frame: Frame) -> tuple[int, int] | None:
    """Give the second part of a content that "he said" cuts in two: "…, he said, …"."""
    reading = frame.reading
    if frame.end >= frame.high or reading.parse[frame.end].text not in (",", "—", "–"):
        return None
    first = reading.skip_space(frame.end + 1)
    if first >= frame.high:
        return None
    quote = reading.quote_opening_at(first)
    if quote is not None:
        return quote.start, quote.end
    token = reading.parse[first]
    if token.lower_ in REPORTER_AGAIN or token.dep_ == "cc" or _hangs_on(token, frame.verb):
        return None
    if any(each.tag_ == "VBG" for each in reading.parse[first : min(first + 3, frame.high)]):
        return None  # "…, he said, not even looking up": the reporter tells how
    return trim(reading, token.idx, reading.chars(first, frame.high)[1])


def _hangs_on(token: "Token", verb: "Token") -> bool:
    """Say whether a word belongs to a participle or joined verb under the cue ("…, adding that")."""
    while token.head != token and token.head != verb:
        token = token.head
    return token.head == verb and token.dep_ in ("advcl", "conj", "prep", "npadvmod", "advmod")


def _next_quote(frame: Frame) -> tuple[int, int] | None:
    """Give the quotation that goes on behind the full stop of "“…,” he said. “…”"."""
    reading = frame.reading
    if frame.end >= len(reading.parse) or reading.parse[frame.end].text not in (".", ";", ":"):
        return None
    first = reading.skip_space(frame.end + 1)
    quote = reading.quote_opening_at(first) if first < len(reading.parse) else None
    if quote is None or _has_own_cue(reading, quote):
        return None
    same = reading.paragraph(first) == reading.paragraph(frame.group[0])
    return (quote.start, quote.end) if same else None


def _has_own_cue(reading: Reading, quote: Quote) -> bool:
    """Say whether words of its own stretch follow a quotation, likely its own cue."""
    last = reading.token_at(quote.end - 1)
    _, high = reading.stretch(last)
    after = reading.skip_space(last + 1)
    return after < high and not reading.parse[after].is_punct


def read_behind(frame: Frame) -> Found | None:
    """Read "he said: “…”": a quotation right behind the frame and its modifiers."""
    entry = frame.signal.taking("quote")
    reading = frame.reading
    if entry is None or reading.inside[frame.verb.i] >= 0:
        return None
    at = frame.end
    while at < frame.high and (
        reading.parse[at].text in BEFORE_QUOTE or reading.parse[at].is_space
    ):
        at += 1
    quote = reading.quote_opening_at(at) if at < frame.high else None
    if quote is None or not is_utterance(reading.doc.text, quote) or _clause_begins(frame):
        return None
    return Found(
        entry=entry,
        content=((quote.start, quote.end),),
        cue=frame.group,
        why=f"The quotation follows {frame.words!r}.",
        confidence=BEHIND,
        speech=True,
    )


def _clause_begins(frame: Frame) -> bool:
    """Say whether a clause under the cue begins between its group and the next mark."""
    return any(
        child.dep_ in ("ccomp", "xcomp") and frame.last <= child.left_edge.i < frame.end
        for child in frame.verb.children
        if child.i > frame.verb.i
    )
