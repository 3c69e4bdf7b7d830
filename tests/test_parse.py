"""Parsing: the text is kept, blocks part sentences, limits hold."""

import time

import pytest

from dateline.errors import LimitError, ModelError
from dateline.intake.plain import read_plain
from dateline.limits import MAX_RUN_CHARS, MAX_SENTENCE_TOKENS, MAX_TEXT_CHARS, MAX_WINDOW_TOKENS
from dateline.parse import check_files, load_parser, parse


def test_the_text_of_the_parse_is_the_text_received(nlp) -> None:  # type: ignore[no-untyped-def]
    text = " Title\r\n\r\nOne  line\twith tabs.\x0b And\u2028more 🚁 text.\n\n\n"
    assert parse(read_plain(text), nlp).text == text


def test_a_headline_without_a_full_stop_is_not_glued_to_the_body(nlp) -> None:  # type: ignore[no-untyped-def]
    doc = parse(read_plain("Talks on the river resume\n\nThe ministers met on Monday.\n"), nlp)
    assert [sent.text.strip() for sent in doc.sents] == [
        "Talks on the river resume",
        "The ministers met on Monday.",
    ]


@pytest.mark.parametrize("run", ["(" * 50_000, "a-" * 50_000, "“" * 20_000], ids=["(", "a-", "“"])
def test_a_run_without_white_space_is_kept_and_cheap(nlp, run: str) -> None:  # type: ignore[no-untyped-def]
    text = f"Rain fell.\n\n{run} The river rose."
    started = time.perf_counter()
    doc = parse(read_plain(text), nlp)
    assert time.perf_counter() - started < 5
    assert doc.text == text
    assert max(len(token) for token in doc) <= MAX_RUN_CHARS


def test_an_overlong_sentence_is_cut(nlp) -> None:  # type: ignore[no-untyped-def]
    doc = parse(read_plain("and so on " * 600), nlp)
    assert max(len(sent) for sent in doc.sents) <= MAX_SENTENCE_TOKENS + 1


def test_a_long_report_is_parsed_in_windows_and_keeps_its_text(nlp) -> None:  # type: ignore[no-untyped-def]
    text = "The soldiers left the town on Monday. They met nobody.\n\n" * 900
    doc = parse(read_plain(text), nlp)
    assert len(doc) > MAX_WINDOW_TOKENS
    assert doc.text == text
    assert all(token.text == text[token.idx : token.idx + len(token)] for token in doc)
    assert len({sent.text.strip() for sent in doc.sents}) == 2


def test_a_text_over_the_limit_is_refused_in_one_line(nlp) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(LimitError, match="at most 500,000 characters, found 500,001"):
        parse(read_plain("a " * (MAX_TEXT_CHARS // 2) + "a"), nlp)


def test_a_missing_model_is_named_with_what_to_do() -> None:
    with pytest.raises(ModelError, match="pip install no-such-model"):
        load_parser("no_such_model")


def test_a_changed_model_file_is_refused(tmp_path) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(ModelError, match="to have SHA-256"):
        check_files(tmp_path)
