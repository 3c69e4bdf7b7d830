"""The Document: the text as received, its parse, and the records found so far."""

from bisect import bisect_right
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, TypeVar

from dateline.errors import PipelineError
from dateline.records import Report, Sentence, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

R = TypeVar("R")


class Document:
    """One report on its way through the stages.

    ``text`` is ``report.text``; ``parse`` is spaCy's ``Doc`` over exactly that text, so that
    ``token.idx`` is an offset into the report.  Stages read ``records(kind)`` and return records;
    only the pipeline adds them, with ``add``.
    """

    def __init__(self, report: Report, parse: "Doc") -> None:
        """Join a report and its parse.

        Raises:
            PipelineError: The parse is not over the report's text.
        """
        if parse.text != report.text:
            raise PipelineError(
                f"expected a parse of report {report.id}, found a parse of other text"
                f" ({len(parse.text)} against {len(report.text)} characters)"
            )
        self.report = report
        self.parse = parse
        self._found: dict[type, tuple[Any, ...]] = {}
        self._allowed: frozenset[type] | None = None

    @property
    def text(self) -> str:
        """The text as received."""
        return self.report.text

    def records(self, kind: type[R]) -> tuple[R, ...]:
        """Give the records of a kind that earlier stages found, in text order.

        Raises:
            PipelineError: No earlier stage provides the kind, or the running stage did not
                declare that it requires it.
        """
        if self._allowed is not None and kind not in self._allowed:
            raise PipelineError(f"a stage reads {kind.__name__} records without requiring them")
        if kind not in self._found:
            raise PipelineError(f"no stage so far has provided {kind.__name__} records")
        return self._found[kind]

    def add(self, kind: type[R], found: Iterable[R]) -> None:
        """Keep what a stage returned; called by the pipeline only.

        Raises:
            PipelineError: The kind was provided before: no stage edits what an earlier one said.
        """
        if kind in self._found:
            raise PipelineError(f"{kind.__name__} records were provided twice")
        self._found[kind] = tuple(found)

    def allow(self, kinds: frozenset[type] | None) -> None:
        """Restrict ``records`` to the kinds that the running stage declared; ``None`` lifts it."""
        self._allowed = kinds

    def span(self, start: int, end: int) -> Span:
        """Make the span of characters ``[start, end)``."""
        return Span(start=start, end=end, text=self.text[start:end])

    def span_of(self, tokens: "Iterable[Token]") -> Span:
        """Make the smallest span that holds all the tokens (at least one)."""
        parts = list(tokens)
        start = min(token.idx for token in parts)
        end = max(token.idx + len(token) for token in parts)
        return self.span(start, end)

    def sentence_at(self, offset: int) -> Sentence | None:
        """Give the sentence that holds the character at ``offset``; ``None`` in headers and gaps."""
        sentences = self.records(Sentence)
        at = bisect_right(sentences, offset, key=lambda sentence: sentence.span.start) - 1
        if at < 0 or sentences[at].span.end <= offset:
            return None
        return sentences[at]

    def tokens_of(self, span: Span) -> "list[Token]":
        """Give the tokens that overlap a span, white space left out."""
        at = self.parse.char_span(span.start, span.end, alignment_mode="expand")
        return [] if at is None else [token for token in at if not token.is_space]
