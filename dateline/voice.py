"""On whose word does a stretch of text stand?"""

from collections.abc import Iterable

from dateline.records import Attribution, Span

#: Classes of cues whose source does not vouch for the content: that Kyiv *ordered* an evacuation
#: or *condemned* a raid stands on the reporter's word, and so does what the content tells.
NOT_VOUCHED = frozenset({"intention", "request", "decree", "stance"})


def voice_of(span: Span, attributions: Iterable[Attribution]) -> str | None:
    """Give the id of the innermost attribution whose content holds the span.

    ``None`` is the reporter's own voice.  A span that only partly lies in a content is held by it
    when its middle does: evidence clauses may begin before an opening quotation mark.  A span that
    holds the cue in front of its content ("most people believe that …") tells the believing
    itself, and is not held by it.
    """
    middle = (span.start + span.end) // 2
    best: tuple[int, str] | None = None
    for attribution in attributions:
        if attribution.cue_class in NOT_VOUCHED or _tells_cue(span, attribution):
            continue
        for content in attribution.content:
            if content.start <= middle < content.end:
                size = (content.end - content.start, attribution.id)
                if best is None or size < best:
                    best = size
    return best[1] if best else None


def _tells_cue(span: Span, attribution: Attribution) -> bool:
    """Say whether a span holds the cue of an attribution whose content begins behind the cue."""
    return any(
        span.start <= cue.start and cue.end <= span.end and cue.end <= attribution.content[0].start
        for cue in attribution.cue
    )
