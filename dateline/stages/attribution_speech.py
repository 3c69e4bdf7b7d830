"""Direct speech that goes on without a new cue: in the next sentence or the next paragraph."""

from collections.abc import Iterator
from dataclasses import replace

from dateline.stages.actor_words import word_list
from dateline.stages.attribution_quotes import Quote
from dateline.stages.attribution_reading import Draft, Reading, Source
from dateline.stages.attribution_sources import phrase_source

#: Share of right links on the development sample (see ``attribution_clauses``).
CONTINUED = 0.5

#: A quotation that goes on has at least this many words; shorter ones are names and single terms.
MIN_WORDS = 4

#: Fewest words of a quotation whose cue the lexicon does not know; titles have one or two.
MIN_SPOKEN = 3

#: Longest name that signs a quotation, in words.
MAX_NAME = 5
DASHES = frozenset({"—", "–", "―", "-", "--"})

#: Marks at the end of a sentence inside of quotation marks.
ENDS = frozenset(".!?…—–-,")


def with_continued(reading: Reading, drafts: list[Draft]) -> list[Draft]:
    """Give the drafts with the quotations that no cue of their own claims.

    In the paragraph of the last speaker's cue, such a quotation is a further part of that content;
    alone in the next paragraph it is an attribution of its own, to the same speaker, without cue.
    """
    found = sorted(drafts, key=_cue_token)
    for quote in _unclaimed(reading, found):
        first = reading.token_at(quote.start)
        at = _last_before(reading, found, first)
        if at is None:
            continue
        draft = found[at]
        if reading.paragraph(draft.token) == reading.paragraph(first):
            if draft.content[-1][1] <= quote.start and _may_take(draft):
                found[at] = replace(draft, content=(*draft.content, (quote.start, quote.end)))
        elif draft.speech and _stands_alone(reading, quote):
            found.insert(at + 1, _further(draft, quote, first))
    return found


def without_cue(reading: Reading, drafts: list[Draft]) -> Iterator[Draft]:
    """Find the speakers of quotations beside which no known cue stands.

    Reads "“…,” the captain bristled" (any verb between a closing mark and its subject will do) and
    "“…” — Ali Musa" (a name behind a dash at the end of the paragraph).
    """
    for quote in list(_unclaimed(reading, drafts, whole=False)):
        last = reading.token_at(quote.end - 1)
        after = reading.skip_space(last + 1)
        low, high = reading.stretch(last)
        if after >= high and reading.paragraph(
            min(after, len(reading.parse) - 1)
        ) != reading.paragraph(last):
            continue
        draft = _any_verb(reading, quote, after) or _signature(reading, quote, after)
        if draft is not None:
            yield draft


def _any_verb(reading: Reading, quote: Quote, after: int) -> Draft | None:
    """Read a finite verb with its subject right behind a quotation that ends in a comma."""
    opened = reading.token_at(quote.start)
    words = len(reading.doc.text[quote.start : quote.end].split())
    comma = _ends_in(reading, quote, ",")
    if words < MIN_SPOKEN or not (comma or _ends_in(reading, quote, "?!")):
        return None
    if reading.stretch(opened)[0] != opened:
        return None  # a title or a term in the middle of a sentence
    _, high = reading.stretch(after)
    for token in reading.parse[after:high]:
        if token.is_punct:
            return None
        if token.tag_ not in ("VBD", "VBZ", "VBP"):
            continue
        if not comma and token.lemma_ not in word_list("speech"):
            return None
        subject = next((each for each in token.children if each.dep_ == "nsubj"), None)
        if subject is None or min(subject.left_edge.i, token.i) > after or subject.i < after:
            return None
        return Draft(
            token=token.i,
            cue=(token.idx, token.idx + len(token)),
            content=((quote.start, quote.end),),
            source=phrase_source(reading, subject, around=token),
            entry=None,
            rule="attributions.verb-beside-speech",
            reason=f"The quotation ends in a comma, question or exclamation right before {token.text!r}.",
            confidence=CONTINUED,
            stance="neutral",
            speech=True,
        )
    return None


def _ends_in(reading: Reading, quote: Quote, marks: str) -> bool:
    """Say whether one of some marks stands last in a quotation or right behind it."""
    text = reading.doc.text
    last = text[quote.start : quote.end].rstrip("”\"'’»“")[-1:]
    return bool(last and last in marks) or text[quote.end : quote.end + 1] in tuple(marks)


def _signature(reading: Reading, quote: Quote, after: int) -> Draft | None:
    """Read "“…” — Ali Musa", the name ending the paragraph."""
    if after >= len(reading.parse) or reading.parse[after].text not in DASHES:
        return None
    named = []
    begin = reading.skip_space(after + 1)  # a dash may be followed by a hard space
    for token in reading.parse[begin : begin + 1 + MAX_NAME]:
        if token.is_space or token.text == ",":
            break
        named.append(token)
    if not named or len(named) > MAX_NAME or any(token.pos_ != "PROPN" for token in named):
        return None
    return Draft(
        token=named[-1].i,
        cue=(reading.parse[after].idx, reading.parse[after].idx + len(reading.parse[after])),
        content=((quote.start, quote.end),),
        source=Source(first=named[0].i, last=named[-1].i + 1, head=named[-1].i, known=named[-1].i),
        entry=None,
        rule="attributions.signature",
        reason="A name behind a dash signs the quotation.",
        confidence=CONTINUED,
        stance="neutral",
    )


def _cue_token(draft: Draft) -> int:
    return draft.token


def _may_take(draft: Draft) -> bool:
    """Say whether a quotation may follow this attribution: only one of speech by somebody."""
    kind = draft.entry.kind if draft.entry is not None else "speech"
    return draft.source is not None and kind not in ("stance", "intention", "decree", "report")


def _unclaimed(reading: Reading, drafts: list[Draft], *, whole: bool = True) -> Iterator[Quote]:
    """Give the quotations that lie in no content; ``whole``: that are sentences by themselves."""
    for number, quote in enumerate(reading.quotes):
        contents = [
            part
            for draft in drafts
            if draft.cue is None
            or reading.inside[draft.token] != number  # told inside of the speech
            for part in draft.content
        ]
        if any(start < quote.end and quote.start < end for start, end in contents):
            continue
        if not whole or _is_sentence(reading, quote):
            yield quote


def _is_sentence(reading: Reading, quote: Quote) -> bool:
    """Say whether a quotation fills its stretch: it opens and ends one and is long enough."""
    first, last = reading.token_at(quote.start), reading.token_at(quote.end - 1)
    start, _ = reading.stretch(first)
    _, end = reading.stretch(last)
    inner = reading.doc.text[quote.start : quote.end].strip("“”\"'‘’«»„`")
    return (
        reading.skip_space(start) == first
        and end - last <= 2
        and inner[-1:] in ENDS
        and len(inner.split()) >= MIN_WORDS
    )


def _last_before(reading: Reading, drafts: list[Draft], first: int) -> int | None:
    """Give the last top attribution whose cue stands before a token, in this or the last paragraph."""
    best: int | None = None
    for at, draft in enumerate(drafts):
        if draft.token < first and reading.inside[draft.token] < 0 and _may_take(draft):
            best = at
    if best is None:
        return None
    here, there = reading.paragraph(first), reading.paragraph(drafts[best].token)
    return best if here - there <= 1 else None


def _stands_alone(reading: Reading, quote: Quote) -> bool:
    """Say whether a quotation opens its paragraph."""
    first = reading.token_at(quote.start)
    before = reading.skip_space(first - 1, back=True)
    return before < 0 or reading.paragraph(before) != reading.paragraph(first)


def _further(draft: Draft, quote: Quote, token: int) -> Draft:
    return replace(
        draft,
        token=token,
        cue=None,
        content=((quote.start, quote.end),),
        entry=draft.entry,
        rule="attributions.continued-speech",
        reason="A paragraph that is only a quotation goes on with the words of the last speaker.",
        confidence=CONTINUED,
        addressee=None,
        stance="neutral",
    )
