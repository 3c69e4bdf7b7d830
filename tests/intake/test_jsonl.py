"""JSON lines and whole JSON files, in the keys that crawlers write."""

import json
from collections.abc import Iterable
from datetime import date

import pytest

from dateline.intake.read import Failure, IntakeOptions, read_one, read_reports
from dateline.records import Report

BODY = "Gunmen attacked the village on Monday, the army said."

NEWS_PLEASE = {
    "authors": ["Awa Keita", "Bakary Sow"],
    "date_download": "2024-06-01 10:00:00",
    "date_modify": "None",
    "date_publish": "2024-05-02 08:15:00",
    "language": "en",
    "maintext": BODY,
    "source_domain": "sahel.example",
    "text": "None",
    "title": "Gunmen attack village",
    "title_page": None,
    "url": "https://sahel.example/a",
}
TRAFILATURA = {
    "title": "Gunmen attack village",
    "author": "Awa Keita",
    "source": "https://sahel.example/a",
    "hostname": "sahel.example",
    "source-hostname": "Sahel Wire",
    "date": "2024-05-02",
    "text": BODY,
    "raw_text": "menu",
    "comments": "",
}
NEWSPAPER = {
    "title": "Gunmen attack village",
    "text": BODY,
    "authors": [],
    "publish_date": "2024-05-02T00:00:00",
    "url": "https://sahel.example/a",
}
NGEC = {
    "id": "7",
    "date": "2024-05-02",
    "event_text": BODY,
    "publisher": "Sahel Wire",
    "headline": "Gunmen attack village",
    "pub_date": "0000-00-00",
}
NEWS_API = {
    "source": {"id": None, "name": "Sahel Wire"},
    "author": None,
    "title": "Gunmen attack village",
    "url": "https://sahel.example/a",
    "publishedAt": "2024-05-02T08:15:00Z",
    "content": BODY,
}

# fmt: off
SHAPES = [
    (NEWS_PLEASE, "sahel.example", "https://sahel.example/a", "Awa Keita, Bakary Sow"),
    (TRAFILATURA, "Sahel Wire", "https://sahel.example/a", "Awa Keita"),
    (NEWSPAPER, None, "https://sahel.example/a", None),
    (NGEC, "Sahel Wire", None, None),
    (NEWS_API, "Sahel Wire", "https://sahel.example/a", None),
]
# fmt: on


def lines(*records: object) -> bytes:
    return "".join(json.dumps(record) + "\n" for record in records).encode()


def texts(found: Iterable[Report | Failure]) -> list[str]:
    return [str(each) if isinstance(each, Failure) else each.text for each in found]


@pytest.mark.parametrize(("record", "publisher", "url", "author"), SHAPES)
def test_shapes(
    record: dict[str, object], publisher: str | None, url: str | None, author: str | None
) -> None:
    report = read_one(lines(record))
    assert report.text == "\n\n".join(filter(None, ["Gunmen attack village", author, BODY]))
    assert report.title is not None and report.title.text == "Gunmen attack village"
    assert (report.publisher, report.url) == (publisher, url)
    assert report.published is not None and report.published.date == date(2024, 5, 2)
    assert (report.byline.text if report.byline else None) == author


def test_a_record_without_headline_is_its_text() -> None:
    assert read_one(lines({"text": BODY, "title": "None"})).text == BODY


def test_a_headline_that_opens_the_text_is_not_repeated() -> None:
    text = f"Gunmen attack village\n\n{BODY}"
    report = read_one(lines({"text": text, "title": "Gunmen attack village"}))
    assert report.text == text
    assert report.title is not None


@pytest.mark.parametrize("day", ["01 Jan 0000", "None", "0001-01-01", 20240230, "10/11/2023"])
def test_a_strange_date_is_unknown(day: object) -> None:
    assert read_one(lines({"text": BODY, "date": day})).published is None


def test_the_first_date_that_can_be_read_counts() -> None:
    report = read_one(lines({"text": BODY, "pub_date": "None", "date": "2 May 2024"}))
    assert report.published is not None
    assert (report.published.date, report.published.how) == (date(2024, 5, 2), "metadata (date)")


def test_the_day_of_download_is_no_day_of_publication() -> None:
    assert read_one(lines({"text": BODY, "date_download": "2024-06-01"})).published is None


def test_a_bad_line_does_not_stop_the_rest() -> None:
    data = lines(NGEC) + b"{bad\n\n[1]\n{}\n" + lines({"text": None}) + lines(NEWSPAPER)
    found = list(read_reports(data))
    assert [isinstance(each, Report) for each in found] == [True, False, False, False, False, True]
    failures = [each for each in found if isinstance(each, Failure)]
    assert [each.line for each in failures] == [2, 4, 5, 6]
    assert str(failures[0]).startswith("-:2: expected JSON, found ")
    assert str(failures[1]).startswith("-:4: expected a JSON object with a report, found a number")


def test_another_language_is_a_failure_of_its_line() -> None:
    french = "Des hommes armés ont attaqué un village du nord du Mali, selon l'armée."
    found = list(read_reports(lines({"text": french}, {"text": BODY})))
    assert isinstance(found[0], Failure)
    assert "-:1: expected English, found fr (French)" in str(found[0])
    assert isinstance(found[1], Report)


def test_lines_end_at_line_feeds_only() -> None:
    text = "Gunmen attacked\u2028the village\x85on Monday, the army said."
    raw = json.dumps({"text": text}, ensure_ascii=False).encode() + b"\r\n" + lines(NGEC)
    assert texts(read_reports(raw))[0] == text


def test_whole_files() -> None:
    for value in ([NGEC, NEWSPAPER], {"articles": [NGEC, NEWSPAPER]}):
        for indent in (None, 2):
            found = list(read_reports(json.dumps(value, indent=indent).encode()))
            assert [type(each) for each in found] == [Report, Report]
    assert read_one(json.dumps(NGEC, indent=2).encode()).publisher == "Sahel Wire"


def test_a_bad_record_of_a_list_is_named_by_its_number() -> None:
    found = list(read_reports(json.dumps([NGEC, 5, NGEC]).encode()))
    assert str(found[1]).startswith("-:2: ")


def test_markup_in_a_text_is_read_as_a_page() -> None:
    markup = f"<p>{BODY}</p><p>At least 12<sup>3</sup> soldiers were killed there.</p>"
    assert read_one(lines({"content": markup})).text == (
        f"{BODY}\n\nAt least 12 soldiers were killed there."
    )


def test_lone_surrogates_are_replaced_and_counted() -> None:
    report = read_one(b'{"text": "Gunmen \\ud800 attacked the village.", "publisher": "A\\udc00"}')
    assert report.text == "Gunmen \ufffd attacked the village."
    assert report.received.replaced == 1
    assert report.publisher == "A\ufffd"


def test_options_come_before_the_record() -> None:
    options = IntakeOptions(published=date(2024, 5, 9), url="https://mirror.example/")
    report = read_one(lines(NEWS_PLEASE), options=options)
    assert report.published is not None and report.published.how == "option"
    assert report.url == "https://mirror.example/"
