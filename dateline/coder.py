"""The coder: a parser and the stages, loaded once, that turn reports into records."""

import hashlib
import json
from collections.abc import Iterable, Iterator
from importlib import metadata, resources
from importlib.resources.abc import Traversable
from itertools import islice
from typing import TYPE_CHECKING

from dateline import pipeline
from dateline.assembly import assemble
from dateline.document import Document
from dateline.parse import DEFAULT_MODEL, load_parser, parse
from dateline.records import CoderInfo, Record, Report

if TYPE_CHECKING:
    from spacy.language import Language

#: Version of the codebook that types and modes come from.
CODEBOOK = "PLOVER 2.0 (manual draft)"

#: Reports that are read inside one memory zone; small, so that memory stays flat, and without
#: effect on the records, since each report is parsed by itself.
BATCH = 16

#: Folders of the package whose files decide how a report is coded.
KNOWLEDGE = ("lexicons", "schemes", "gazetteer")


class Coder:
    """Codes reports; made by ``load_coder``."""

    def __init__(self, nlp: "Language", info: CoderInfo) -> None:
        """Join a loaded parser and its description; checks the order of the stages."""
        pipeline.check(pipeline.STAGES)
        self._nlp = nlp
        self.info = info

    def code(self, report: Report) -> Record:
        """Code one report.

        Raises:
            LimitError: The text passes a limit of ``limits.py``.
        """
        with self._nlp.memory_zone():
            return self._record(report)

    def code_many(self, reports: Iterable[Report], *, batch: int = BATCH) -> Iterator[Record]:
        """Code reports one after the other; the records do not depend on ``batch``.

        Raises:
            LimitError: As for ``code``; the reports before the offending one were given.
        """
        waiting = iter(reports)
        while several := list(islice(waiting, batch)):
            done: list[Record] = []
            with self._nlp.memory_zone():
                done.extend(self._record(report) for report in several)
            yield from done

    def _record(self, report: Report) -> Record:
        doc = Document(report, parse(report, self._nlp))
        pipeline.run(pipeline.STAGES, doc)
        return assemble(doc, self.info)


def load_coder(model: str = DEFAULT_MODEL) -> Coder:
    """Load the parser and everything the stages know; takes about two seconds.

    Args:
        model: An installed English spaCy pipeline with tagger, parser and lemmatizer.
    Raises:
        ModelError: The pipeline is missing, incomplete or changed.
        LexiconError: A lexicon file breaks its rules.
    """
    nlp = load_parser(model)
    return Coder(nlp, coder_info(nlp))


def coder_info(nlp: "Language") -> CoderInfo:
    """Describe a coder; its fingerprint changes with anything that can change a record."""
    facts = {
        "version": metadata.version("dateline"),
        "codebook": CODEBOOK,
        "parser": f"{nlp.meta['lang']}_{nlp.meta['name']} {nlp.meta['version']}"
        f" (spaCy {metadata.version('spacy')})",
        "reader": "grammar",
    }
    digest = hashlib.sha256(json.dumps([facts, knowledge_hashes()]).encode()).hexdigest()
    return CoderInfo(**facts, fingerprint=digest[:16])


def knowledge_hashes() -> list[tuple[str, str]]:
    """Hash each file of lexicons, schemes and gazetteer, sorted by name."""
    found: list[tuple[str, str]] = []
    for name in KNOWLEDGE:
        folder = resources.files("dateline").joinpath(name)
        if folder.is_dir():
            found.extend(_hashes(folder, name))
    return sorted(found)


def _hashes(folder: Traversable, name: str) -> Iterator[tuple[str, str]]:
    for each in folder.iterdir():
        if each.is_dir():
            if each.name != "__pycache__":
                yield from _hashes(each, f"{name}/{each.name}")
        elif not each.name.endswith(".py"):
            yield f"{name}/{each.name}", hashlib.sha256(each.read_bytes()).hexdigest()
