"""A page gives what it shows of its report, and what it says about it."""

from datetime import date

import pytest

from dateline.errors import InputError
from dateline.intake.read import Failure, IntakeOptions, read_one, read_reports

LEAD = (
    "Gunmen attacked a village in the north of the country on Monday, the army said in a statement."
)
NEXT = "The attackers came on motorcycles and burned down the market, residents told a reporter."


def page(body: str, head: str = "") -> bytes:
    return f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>".encode()


def text_of(body: str) -> str:
    return read_one(page(f"<article><p>{LEAD}</p>{body}<p>{NEXT}</p></article>")).text


# fmt: off
SHOWN = [
    ("<p>At least 12<sup>3</sup> soldiers of the unit were killed, he said.</p>",
     "At least 12 soldiers of the unit were killed, he said.", "a footnote is no digit"),
    ("<p>Some 12<sup><a href='#n'>[3]</a></sup>, all of them of the unit, were killed.</p>",
     "Some 12, all of them of the unit, were killed.", "a linked footnote before a comma"),
    ("<p>The 5<sup>th</sup> brigade held the bridge until the evening.</p>",
     "The 5th brigade held the bridge until the evening.", "an ordinal stays"),
    ("<p>Some 30 km<sup>2</sup> of the forest were lost to the fire.</p>",
     "Some 30 km² of the forest were lost to the fire.", "square kilometres"),
    ("<p>At least <del>12</del>15 people died in the attack on the village.</p>",
     "At least 15 people died in the attack on the village.", "a figure that was withdrawn"),
    ("<p>They said <q>no</q> to the governor of the region on Friday.</p>",
     "They said “no” to the governor of the region on Friday.", "a browser shows the marks"),
    ("<p>The men had come <br>across the river before dawn, he said.</p>",
     "across the river before dawn, he said.", "a line end inside a sentence"),
    ("<p aria-hidden='true'>A modal box was open when this page was saved, he said.</p>",
     "A modal box was open when this page was saved, he said.", "shown on the screen"),
]
HIDDEN = [
    ("<p hidden>{}</p>", "attribute"),
    ("<template><p>{}</p></template>", "template"),
    ("<noscript><p>{}</p></noscript>", "noscript"),
    ("<p style='color:red; display : none'>{}</p>", "style"),
    ("<div style='visibility:hidden'><p>{}</p></div>", "style of what it stands in"),
    ("<!-- <p>{}</p> -->", "comment"),
    ("<style>.gone, #other {{ display:none }}</style><p class='big gone'>{}</p>", "class of a style sheet"),
    ("<style>#gone{{display:none}}</style><p id=gone>{}</p>", "id of a style sheet"),
    ("<dialog><p>{}</p></dialog>", "a dialog that is not open"),
]
# fmt: on


@pytest.mark.parametrize(("body", "text", "why"), SHOWN)
def test_what_is_shown_is_read(body: str, text: str, why: str) -> None:
    assert text in text_of(body), why


@pytest.mark.parametrize(("body", "why"), HIDDEN)
def test_what_is_hidden_is_not_read(body: str, why: str) -> None:
    secret = "Militants killed ninety soldiers in the secret valley yesterday, he said."
    text = text_of(body.format(secret))
    assert "ninety" not in text, why
    assert LEAD in text and NEXT in text


def test_a_print_style_hides_nothing() -> None:
    style = "<style>@media print { .noprint { display:none } }</style>"
    shown = "The governor said that order had been restored by the evening."
    assert shown in text_of(f"{style}<p class=noprint>{shown}</p>")


HEAD = """<meta property="og:title" content="Gunmen attack village">
<meta property="og:site_name" content="Sahel Wire">
<link rel="canonical" href="https://sahel.example/gunmen">
<script type="application/ld+json">{"@context": "https://schema.org",
"@type": "NewsArticle", "headline": "Gunmen attack village",
"datePublished": "2024-05-02T23:30:00-05:00", "author": {"@type": "Person", "name": "Awa Keita"}}
</script>"""


def test_metadata() -> None:
    report = read_one(page(f"<article><h1>Gunmen attack village</h1><p>{LEAD}</p></article>", HEAD))
    assert report.text == f"Gunmen attack village\n\nAwa Keita\n\n{LEAD}"
    assert report.title is not None and report.title.text == "Gunmen attack village"
    assert report.byline is not None and report.byline.text == "Awa Keita"
    assert (report.publisher, report.url) == ("Sahel Wire", "https://sahel.example/gunmen")
    assert report.published is not None
    assert report.published.date == date(2024, 5, 2)
    assert report.published.how == "page metadata (JSON-LD)"
    assert report.received.format == "html"


def test_options_come_before_metadata() -> None:
    options = IntakeOptions(published=date(2024, 5, 9), publisher="Mirror")
    report = read_one(page(f"<article><p>{LEAD}</p></article>", HEAD), options=options)
    assert report.published is not None
    assert (report.published.date, report.published.how) == (date(2024, 5, 9), "option")
    assert report.publisher == "Mirror"


def test_the_day_of_the_address() -> None:
    options = IntakeOptions(url="https://sahel.example/2024/5/2/gunmen")
    report = read_one(page(f"<article><p>{LEAD}</p></article>"), options=options)
    assert report.published is not None
    assert report.published.date == date(2024, 5, 2)


def test_a_page_without_text_is_an_error() -> None:
    with pytest.raises(InputError, match="found none that it shows"):
        read_one(page("<p hidden>Gone.</p>"))


def test_entity_declarations_are_refused() -> None:
    bomb = b'<!DOCTYPE html [ <!ENTITY x SYSTEM "file:///etc/hostname"> ]><html><p>&x;</p></html>'
    (found,) = read_reports(bomb)
    assert isinstance(found, Failure)
    assert "internal subset" in str(found)


def test_the_dateline_of_a_page() -> None:
    report = read_one(
        page(f"<article><p>GAO, Mali, 2 May 2024 (Sahel Wire) — {LEAD}</p></article>")
    )
    assert report.dateline is not None
    assert report.dateline.place is not None and report.dateline.place.text == "GAO, Mali"
