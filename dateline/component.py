"""The whole coder as a spaCy component: ``nlp.add_pipe("dateline")`` gives ``doc._.dateline``.

For people who have a pipeline of their own.  The parse is theirs: sentence borders are the ones
their pipeline found, a headline is not known, and the batch may matter.  A text that Dateline does
not take (empty, another language) leaves ``doc._.dateline`` empty and puts the reason into
``doc._.dateline_error``, so that one text never stops a pipe.
"""

from datetime import date
from typing import TYPE_CHECKING

from spacy.tokens import Doc

from dateline import pipeline
from dateline.assembly import assemble
from dateline.document import Document
from dateline.errors import InputError, ModelError
from dateline.intake.read import report_from_text

if TYPE_CHECKING:
    from dateline.records import CoderInfo


class DatelineComponent:
    """Reads a parsed ``Doc`` and sets ``doc._.dateline`` to its ``Record``."""

    def __init__(self, info: "CoderInfo", published: date | None) -> None:
        """Keep what every record needs; see ``spacy_component.make_dateline``."""
        pipeline.check(pipeline.STAGES)
        self._info = info
        self._published = published
        for name in ("dateline", "dateline_error"):
            if not Doc.has_extension(name):
                Doc.set_extension(name, default=None)

    def __call__(self, doc: Doc) -> Doc:
        """Code one Doc; ``doc.user_data["published"]`` (a date) goes before the configured day.

        Raises:
            ModelError: The Doc was not parsed before.
        """
        if not doc.has_annotation("DEP"):
            raise ModelError(
                "expected a parsed Doc, found one without dependencies; add 'dateline' behind the"
                " parser"
            )
        published = doc.user_data.get("published", self._published)
        try:
            report = report_from_text(doc.text, published=published)
        except InputError as error:
            doc._.dateline_error = str(error)
            return doc
        document = Document(report, doc)
        pipeline.run(pipeline.STAGES, document)
        doc._.dateline = assemble(document, self._info)
        return doc
