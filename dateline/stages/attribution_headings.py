"""Sources before or behind a colon or dash: headlines ("Minister: Truce will hold") and
transcripts ("WALLACE: Let us begin.")."""

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from dateline.records import Actor, BlockKind, Place, Sentence
from dateline.stages.attribution_reading import Draft, Reading, Source, trim

if TYPE_CHECKING:
    from spacy.tokens import Span as Words
    from spacy.tokens import Token

#: Share of right links on the development sample (see ``attribution_clauses``).
HEADING = 0.9
TRANSCRIPT = 0.5

#: Longest source before a colon, in words: headlines name people in up to this many.
MAX_SOURCE_WORDS = 8
#: Longest source behind a colon or dash ("Blast kills six - police").
MAX_TAIL_WORDS = 4

#: Labels before a colon that name a form of text, not a speaker.
LABELS = frozenset(
    {
        "analysis", "exclusive", "update", "video", "photo", "photos", "watch", "breaking",
        "opinion", "editorial", "explainer", "factbox", "timeline", "live", "interview", "feature",
        "comment", "correction", "insight", "alert", "audio", "gallery", "pictures", "review",
        "obituary", "profile", "listen", "read", "note", "source", "related", "more", "background",
        "in pictures", "q&a", "q", "a", "highlights", "summary", "fact check", "fact-check",
        "urgent", "flash", "brief", "graphic", "map", "chronology", "key points", "what we know",
    }
)  # fmt: skip

#: Nouns that speak when they stand alone behind the content of a headline, or before a colon.
SPEAKERS = frozenset(
    {
        "police", "army", "official", "officials", "minister", "ministry", "spokesman",
        "spokeswoman", "spokesperson", "source", "sources", "report", "reports", "poll", "survey",
        "study", "witness", "witnesses", "monitor", "monitors", "government", "president",
        "military", "un", "media", "activists", "residents", "court", "prosecutor", "prosecutors",
        "governor", "mayor", "doctors", "medics", "ngo", "agency", "group", "expert", "experts",
        "analyst", "analysts", "envoy", "general", "commander", "lawyer", "family", "diplomat",
        "diplomats", "senator", "chief", "leader", "editorial", "watchdog", "rebels", "hospital",
    }
)  # fmt: skip

COLONS = frozenset({":"})
DASHES = frozenset({"-", "–", "—", "--"})


def heading_drafts(reading: Reading) -> Iterator[Draft]:
    """Find headline and transcript attributions, in text order."""
    places = {
        mention.span.start for place in reading.doc.records(Place) for mention in place.mentions
    }
    for sentence in reading.doc.records(Sentence):
        words = reading.parse[sentence.first : sentence.last]
        if _opens_paragraph(reading, sentence):
            draft = _before_colon(reading, sentence, words, places)
            if draft is not None:
                yield draft
                continue
        if sentence.block is BlockKind.TITLE:
            draft = _behind_mark(reading, sentence, words)
            if draft is not None:
                yield draft


def _opens_paragraph(reading: Reading, sentence: Sentence) -> bool:
    return sentence.first == 0 or reading.paragraph(sentence.first - 1) != sentence.paragraph


def _before_colon(
    reading: Reading, sentence: Sentence, words: "Words", places: set[int]
) -> Draft | None:
    colon = next((token.i for token in words[: MAX_SOURCE_WORDS + 2] if token.text in COLONS), None)
    if colon is None:
        return None
    named = [
        token
        for token in reading.parse[sentence.first : colon]
        if not token.is_space and not token.is_quote
    ]
    shouted = all(token.is_upper or not token.is_alpha for token in named)
    titled = sentence.block is BlockKind.TITLE
    if (
        not named
        or not _may_speak(reading, named, places)
        or not (titled or shouted or _full_name(named))
    ):
        return None
    block = reading.doc.report.blocks[sentence.paragraph]
    end = reading.chars(colon, sentence.last)[1] if titled else block.end
    span = trim(reading, reading.chars(colon, colon + 1)[1], end)
    if span is None:
        return None
    return _heading(named, reading.chars(colon, colon + 1), span, titled=titled)


def _heading(
    named: "list[Token]", cue: tuple[int, int], span: tuple[int, int], *, titled: bool
) -> Draft:
    head = _head(named)
    return Draft(
        token=named[-1].i,
        cue=cue,
        content=(span,),
        source=Source(first=named[0].i, last=named[-1].i + 1, head=head.i, known=head.i),
        entry=None,
        rule="attributions.heading" if titled else "attributions.transcript",
        reason="The colon or dash parts a speaker from what he or she says.",
        confidence=HEADING if titled else TRANSCRIPT,
        stance="neutral",
    )


def _head(named: "list[Token]") -> "Token":
    inside = {token.i for token in named}
    return next(
        (token for token in named if token.head.i not in inside or token.head == token), named[-1]
    )


def _full_name(named: "list[Token]") -> bool:
    """Say whether the words before a colon are just a name, as in a transcript."""
    return len(named) <= 4 and all(token.pos_ == "PROPN" for token in named)


def _may_speak(reading: Reading, named: "list[Token]", places: set[int]) -> bool:
    """Say whether the words before a colon name somebody who can speak."""
    text = " ".join(token.lower_ for token in named)
    if text in LABELS or any(token.pos_ in ("VERB", "AUX") for token in named):
        return False
    if any(token.like_num or token.lower_ in LABELS for token in named):
        return False
    actors = {
        mention.span.start for actor in reading.doc.records(Actor) for mention in actor.mentions
    }
    if named[0].idx in places and named[0].idx not in actors:
        return False
    if any(token.lower_ in SPEAKERS for token in named) or named[0].idx in actors:
        return True
    kinds = {token.ent_type_ for token in named}
    if kinds & {"PERSON", "ORG", "NORP"}:
        return True
    return named[-1].is_upper and named[-1].pos_ == "PROPN" and not kinds & {"GPE", "LOC", "DATE"}


def _behind_mark(reading: Reading, sentence: Sentence, words: "Words") -> Draft | None:
    """Read "Blast kills six: police" and "Blast kills six - army spokesman"."""
    marks = [token.i for token in words if token.text in COLONS | DASHES and _stands_free(token)]
    if not marks:
        return None
    mark = marks[-1]
    tail = [token for token in reading.parse[mark + 1 : sentence.last] if not token.is_space]
    if not tail or len(tail) > MAX_TAIL_WORDS or tail[-1].lower_ not in SPEAKERS:
        return None
    if any(second.i - first.i > 1 for first, second in pairwise(tail)):
        return None
    span = trim(reading, reading.parse[sentence.first].idx, reading.parse[mark].idx)
    if span is None:
        return None
    return _heading(tail, reading.chars(mark, mark + 1), span, titled=True)


def _stands_free(token: "Token") -> bool:
    """Say whether a mark parts words: a colon, or a dash with a blank on both sides."""
    before = token.i > 0 and bool(token.nbor(-1).whitespace_)
    return token.text in COLONS or (before and bool(token.whitespace_))
