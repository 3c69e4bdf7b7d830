"""Which stretch of a plain text is header, headline, byline, dateline, body, credit?"""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.intake.plain import Known, compose, read_plain, report_id
from dateline.records import BlockKind
from tests.intake.blocks import check_blocks

BODY = "Gunmen attacked a village on Monday."
MORE = "The governor said that order had been restored."


def blocks(text: str, **known: object) -> list[tuple[str, str]]:
    report = read_plain(text, **known)  # type: ignore[arg-type]
    return [(block.kind.value, text[block.start : block.end]) for block in report.blocks]


# fmt: off
LAYOUTS = [
    (f"{BODY}", [("body", BODY)], "one sentence is a body, not a headline"),
    ("Gunmen attack village", [("body", "Gunmen attack village")],
     "one line without a full stop is still all that there is"),
    (f"Gunmen attack village\n\n{BODY}", [("title", "Gunmen attack village"), ("body", BODY)],
     "a line without a full stop above a paragraph"),
    (f"Gunmen attack village\n{BODY}\n{MORE}",
     [("title", "Gunmen attack village"), ("body", BODY), ("body", MORE)],
     "no blank line: one paragraph a line"),
    (f"{BODY}\n\n{MORE}", [("body", BODY), ("body", MORE)], "a full sentence is no headline"),
    (f"VILLAGE ATTACKED, TWELVE DEAD\n\n{BODY}",
     [("title", "VILLAGE ATTACKED, TWELVE DEAD"), ("body", BODY)], "capitals"),
    (f"Who fired on the market?\n\n{BODY}",
     [("title", "Who fired on the market?"), ("body", BODY)], "a short question stands alone"),
    (f"Army Says Village Attack Was Repelled.\n\n{BODY}",
     [("title", "Army Says Village Attack Was Repelled."), ("body", BODY)],
     "title case outweighs the full stop"),
    (f"Army says attack on the village\nwas repelled after an hour\n\n{BODY}",
     [("title", "Army says attack on the village\nwas repelled after an hour"), ("body", BODY)],
     "a headline over two lines is one block"),
    (f" date 2024-05-02 Gunmen attack village\n\n{BODY}",
     [("header", "date 2024-05-02"), ("title", "Gunmen attack village"), ("body", BODY)],
     "a stray field shares the line with the headline"),
    (f"date: 2024-05-02\nGunmen attack village\n\n{BODY}",
     [("header", "date: 2024-05-02"), ("title", "Gunmen attack village"), ("body", BODY)],
     "the same as a line of its own"),
    (f"date 2024-05-02 {BODY}", [("header", "date 2024-05-02"), ("body", BODY)],
     "a sentence after the field is no headline"),
    (f"Gunmen attack village\nBy Awa Keita\n\n{BODY}",
     [("title", "Gunmen attack village"), ("byline", "By Awa Keita"), ("body", BODY)], "byline"),
    (f"By AFP\nGunmen attack village\n\n{BODY}",
     [("byline", "By AFP"), ("title", "Gunmen attack village"), ("body", BODY)],
     "byline above the headline"),
    (f"Gunmen attack village\nBy Awa Keita in Gao and Jan de Wit, Sahel Wire\n\n{BODY}",
     [("title", "Gunmen attack village"),
      ("byline", "By Awa Keita in Gao and Jan de Wit, Sahel Wire"), ("body", BODY)],
     "small words of a byline"),
    (f"Gunmen attack village\n\nBy Monday the town had fallen\n\n{BODY}",
     [("title", "Gunmen attack village"), ("body", "By Monday the town had fallen"),
      ("body", BODY)], "'By' and a day is prose"),
    (f"URL: https://sahel.example/a\nTitle: Gunmen attack village\nPublished: 2 May 2024\n"
     f"Source: Sahel Wire\n\n{BODY}",
     [("header", "URL: https://sahel.example/a"), ("header", "Title:"),
      ("title", "Gunmen attack village"), ("header", "Published: 2 May 2024"),
      ("header", "Source: Sahel Wire"), ("body", BODY)], "fields in any order"),
    (f"Gunmen attack village\n2 May 2024 | Updated 9:15 am EDT\n\n{BODY}",
     [("title", "Gunmen attack village"), ("header", "2 May 2024 | Updated 9:15 am EDT"),
      ("body", BODY)], "a line of day and time is no prose"),
    (f"Gunmen attack village\nThe fourth raid in as many weeks leaves the region in fear.\n"
     f"By Awa Keita\n\n{BODY}",
     [("title", "Gunmen attack village"),
      ("body", "The fourth raid in as many weeks leaves the region in fear."),
      ("byline", "By Awa Keita"), ("body", BODY)], "a standfirst above the byline is prose"),
    (f"BREAKING NEWS\n\nGunmen attack village\n\nBy Awa Keita, Sahel Wire | 2 May 2024\n\n{BODY}",
     [("header", "BREAKING NEWS"), ("title", "Gunmen attack village"),
      ("byline", "By Awa Keita, Sahel Wire | 2 May 2024"), ("body", BODY)],
     "a label above, a day in the byline"),
    (f"Gunmen attack village - Sahel Wire\nhttps://sahel.example/a\n\n{BODY}",
     [("title", "Gunmen attack village - Sahel Wire"), ("header", "https://sahel.example/a"),
      ("body", BODY)], "the address on a line of its own"),
    (f"Reuters\nGunmen attack village\n\n{BODY}",
     [("byline", "Reuters"), ("title", "Gunmen attack village"), ("body", BODY)],
     "a listed agency above the headline"),
    (f"Rebels seize post\n\n{BODY}", [("title", "Rebels seize post"), ("body", BODY)],
     "a headline with a word of outlets in it"),
    (f"Gunmen attack village market\nBy Awa Keita\n\n{BODY * 5}\n\n{MORE * 5}",
     [("title", "Gunmen attack village market"), ("byline", "By Awa Keita"), ("body", BODY * 5),
      ("body", MORE * 5)], "a headline above long paragraphs is not cut by the edge of a screen"),
    (f"Source: army to leave the town within a week\n\n{BODY}",
     [("title", "Source: army to leave the town within a week"), ("body", BODY)],
     "a headline that begins like a field"),
    (f"Gunmen attack village\n\n{BODY}\n\n{MORE}\n\n(Reporting by A. Keita; Editing by B. Sow)",
     [("title", "Gunmen attack village"), ("body", BODY), ("body", MORE),
      ("credit", "(Reporting by A. Keita; Editing by B. Sow)")], "credits of the desk"),
    (f"{BODY}\n\n{MORE} (Additional reporting by C. Ba in Gao)\n\nENDS\n\n© 2024 Sahel Wire",
     [("body", BODY), ("body", MORE), ("credit", "(Additional reporting by C. Ba in Gao)"),
      ("credit", "ENDS"), ("credit", "© 2024 Sahel Wire")],
     "a credit on the line of the last sentence is cut off it"),
    (f"{BODY}\n\n{MORE}\n\n— AFP", [("body", BODY), ("body", MORE), ("credit", "— AFP")],
     "signature of an agency"),
    (f"{BODY}\n\nThis story has been updated with comment from the army.",
     [("body", BODY), ("credit", "This story has been updated with comment from the army.")],
     "a note about the report"),
    (f"{BODY}\n\nCopyright was claimed by nobody.\n\n{MORE}",
     [("body", BODY), ("body", "Copyright was claimed by nobody."), ("body", MORE)],
     "only at the end is it a credit"),
    ("ENDS", [("body", "ENDS")], "a report has a body"),
    (f"Gunmen attack village\r\n\r\n{BODY}\r\n{MORE}\r\n",
     [("title", "Gunmen attack village"), ("body", BODY), ("body", MORE)], "CR LF"),
    (f"Gunmen attack village\u2029{BODY}\u2028{MORE}",
     [("title", "Gunmen attack village"), ("body", BODY), ("body", MORE)], "U+2028, U+2029"),
    (f"Gunmen attack village\n\n\n\n\n{BODY}\f\n \t\n{MORE}\n\n\n",
     [("title", "Gunmen attack village"), ("body", BODY), ("body", MORE)],
     "many blank lines, form feed"),
    ("", [], "nothing"),
    (" \n\t\u2028", [], "white space only"),
]
# fmt: on


@pytest.mark.parametrize(("text", "expected", "why"), LAYOUTS)
def test_blocks(text: str, expected: list[tuple[str, str]], why: str) -> None:
    assert blocks(text) == expected, why


# fmt: off
DATELINES = [
    ("BAGHDAD, Oct. 27 (Reuters) — ", "BAGHDAD", "Oct. 27", "Reuters", "the plain form"),
    ("GAO, Mali, 14 March 2024 (Sahel Wire) — ", "GAO, Mali", "14 March 2024", "Sahel Wire",
     "country, and an agency that nobody listed"),
    ("KUALA LUMPUR, April 1, 1997 (AFP) ", "KUALA LUMPUR", "April 1, 1997", "AFP",
     "no mark after the agency"),
    ("(AFP) – ", None, None, "AFP", "agency alone"),
    ("SAN MIGUEL, 3 JAN 90 (ACAN-EFE) -- ", "SAN MIGUEL", "3 JAN 90", "ACAN-EFE", "year of two"),
    ("MANAGUA (NICARAGUA), 13 DEC 89 (DOMESTIC SERVICE) -- ", "MANAGUA (NICARAGUA)", "13 DEC 89",
     "DOMESTIC SERVICE", "country in brackets"),
    ("PARIS — ", "PARIS", None, None, "place alone"),
    ("PARIS--", "PARIS", None, None, "no blanks at the dash"),
    ("MYRTLE BEACH, S.C. - ", "MYRTLE BEACH, S.C.", None, None, "state with full stops"),
    ("ST. LOUIS (AP) \x97 ", "ST. LOUIS", None, "AP", "a dash of Windows read as Latin-1"),
    ("PORT-AU-PRINCE, Haiti, Oct. 4 (UPI) — ", "PORT-AU-PRINCE, Haiti", "Oct. 4", "UPI", "hyphens"),
    ("N'DJAMENA/GENEVA, Oct 27 (Reuters) - ", "N'DJAMENA/GENEVA", "Oct 27", "Reuters", "two places"),
    ("ADRÉ, Chad, 12 March 2024 — ", "ADRÉ, Chad", "12 March 2024", None, "accent, no agency"),
    ("MOSCOW, October 27. /TASS/. ", "MOSCOW", "October 27", "TASS", "agency between slashes"),
    ("MOSCOW. Oct 27 (Interfax) - ", "MOSCOW", "Oct 27", "Interfax", "full stop after the place"),
    ("Tehran, IRNA – ", "Tehran", None, "IRNA", "agency after a comma"),
    ("Gaza City (Palestinian Territories) (AFP) – ", "Gaza City (Palestinian Territories)", None,
     "AFP", "two brackets"),
    ("New Delhi [India], October 27 (ANI): ", "New Delhi [India]", "October 27", "ANI", "colon"),
    ("New Delhi, Oct 27 (PTI) ", "New Delhi", "Oct 27", "PTI", "small letters, no mark"),
    ("RAMALLAH, Friday, October 27, 2023 (WAFA) - ", "RAMALLAH", "Friday, October 27, 2023", "WAFA",
     "weekday"),
    ("JERUSALEM, Oct 27, 2023 (BSS/AFP) - ", "JERUSALEM", "Oct 27, 2023", "BSS/AFP", "two agencies"),
    ("DENVER, Colo.--(BUSINESS WIRE)--", "DENVER, Colo.", None, "BUSINESS WIRE", "press release"),
    ("Mannheim, Germany (Sports Network) - ", "Mannheim, Germany", None, "Sports Network",
     "small letters, country and an unknown agency"),
    ("ISLAMABAD: ", "ISLAMABAD", None, None, "the papers of Pakistan and India"),
    ("OSLO — ", "OSLO", None, None, "as short as an acronym, but a place of the gazetteer"),
]
NO_DATELINES = [
    ("Islamic State (IS) — which holds the town — attacked.", "a name with its acronym"),
    ("FBI — The bureau said so.", "an acronym"),
    ("Paul Keita — the nominee — spoke.", "a person and a dash"),
    ("POLLS NOT NECESSARILY WRONG, JUST TOO EARLY - Keita said.", "a headline inside the text"),
    ("Late Sunday, Oct 27 - the day the war began - they met.", "a time"),
    ("On May 5 – a Tuesday – it rained.", "a time with a preposition"),
    ("BREAKING: Gunmen attacked a village.", "a label"),
    ("LIKELY FOE: The winner meets Keita.", "capitals that are no place"),
    ("THE FRONT -- THE LARGEST OF THE GROUPS -- ATTACKED.", "all in capitals: they prove nothing"),
    ("The army (FAMa) - the main force - attacked.", "an article"),
]
# fmt: on


@pytest.mark.parametrize(("opening", "place", "day", "agency", "why"), DATELINES)
def test_dateline(
    opening: str, place: str | None, day: str | None, agency: str | None, why: str
) -> None:
    text = f"Gunmen attack village\n\n{opening}{BODY}\n\n{MORE}"
    report = read_plain(text)
    found = report.dateline
    assert found is not None, why
    spans = (found.place, found.date, found.agency)
    assert tuple(span.text if span else None for span in spans) == (place, day, agency), why
    for span in (found.span, *spans):
        assert span is None or text[span.start : span.end] == span.text
    kinds = [(block.kind.value, text[block.start : block.end]) for block in report.blocks]
    assert kinds[1:] == [("dateline", opening.strip()), ("body", BODY), ("body", MORE)], why


@pytest.mark.parametrize(("opening", "why"), NO_DATELINES)
def test_no_dateline(opening: str, why: str) -> None:
    assert read_plain(f"Gunmen attack village\n\n{opening}\n\n{MORE}").dateline is None, why


def test_a_dateline_on_a_line_of_its_own() -> None:
    text = f"Gunmen attack village\n\nBamako (CNN)\n{BODY}"
    report = read_plain(text)
    assert report.dateline is not None
    assert report.dateline.span.text == "Bamako (CNN)"
    assert [block.kind for block in report.blocks] == [
        BlockKind.TITLE,
        BlockKind.DATELINE,
        BlockKind.BODY,
    ]


def test_labels_after_a_dateline_are_no_prose() -> None:
    text = "   SAN MIGUEL, 3 JAN 90 (RADIO LUZ) -- [REPORT] [TEXT] THE ARMY\nLEFT THE TOWN TODAY."
    assert blocks(text) == [
        ("dateline", "SAN MIGUEL, 3 JAN 90 (RADIO LUZ) --"),
        ("header", "[REPORT] [TEXT]"),
        ("body", "THE ARMY\nLEFT THE TOWN TODAY."),
    ]


def test_speakers_of_a_transcript_are_no_places() -> None:
    text = "HAVANA: We were there.\n\nKEITA: So were we.\n\nHAVANA: Nobody saw you."
    assert read_plain(text).dateline is None


WRAPPED = """\
Gunmen on motorcycles attacked a market in the north of the country on
Monday and killed at least twelve people, the governor of the region said
on Tuesday.
   The attackers came from the forest at noon. They burned stalls and took
cattle with them, traders in the town told a reporter by telephone."""


def test_hard_wrapped_lines_are_one_paragraph() -> None:
    first = WRAPPED[: WRAPPED.index("   The")].rstrip()
    second = WRAPPED[WRAPPED.index("The attackers") :]
    assert blocks(WRAPPED) == [("body", first), ("body", second)]


def test_wrapped_paragraphs_under_a_headline() -> None:
    text = f"Gunmen attack village market\n\n{WRAPPED.replace('   The', chr(10) + 'The')}"
    kinds = [kind for kind, _ in blocks(text)]
    assert kinds == ["title", "body", "body"]


def test_one_sentence_a_line_is_not_wrapped() -> None:
    text = (
        f"{BODY}\n{MORE}\nNobody claimed the attack, which was the third since Friday.\nIt rained."
    )
    assert [kind for kind, _ in blocks(text)] == ["body"] * 4


def test_a_single_very_long_line_is_one_paragraph() -> None:
    text = " ".join([BODY, MORE] * 2_000)
    assert blocks(text) == [("body", text)]


# fmt: off
DAYS = [
    (" date 2024-05-02 Gunmen attack village\n\n" + BODY, date(2024, 5, 2), "header line"),
    ("Published: Thu, 02 May 2024 10:00:00 GMT\n\n" + BODY, date(2024, 5, 2), "header field"),
    ("Gunmen attack village\nMay 2, 2024\n" + BODY, date(2024, 5, 2), "date line"),
    ("Gunmen attack village\nPosted on May 2nd, 2024 at 5:19 pm\n" + BODY, date(2024, 5, 2),
     "date line"),
    ("Updated: 3 May 2024\nPublished: 2 May 2024\n\n" + BODY, date(2024, 5, 2), "header field"),
    ("Gunmen attack village\nBy Awa Keita | May 2, 2024 10:15 am\n" + BODY, date(2024, 5, 2),
     "date line"),
    ("Updated: 3 May 2024\n\n" + BODY, date(2024, 5, 3), "header field, updated"),
    ("GAO, Mali, 2 May 2024 (Sahel Wire) — " + BODY, date(2024, 5, 2), "dateline"),
    ("Published: 2024-05-03\n\nGAO, Mali, 2 May 2024 (Sahel Wire) — " + BODY, date(2024, 5, 3),
     "header field"),
    ("SAN MIGUEL, 3 JAN 90 (EFE) -- " + BODY, date(1990, 1, 3), "dateline"),
]
NO_DAYS = [
    ("GAO, Mali, 2 May (Sahel Wire) — " + BODY, "no year: not guessed"),
    ("date 0000-00-00 Gunmen attack village\n\n" + BODY, "no such day"),
    ("Published: 10/11/2023\n\n" + BODY, "day or month first?"),
    ("Gunmen attack village\n11/28/05\n\n" + BODY, "a century is missing"),
    (BODY, "nothing is said"),
]
# fmt: on


@pytest.mark.parametrize(("text", "day", "how"), DAYS)
def test_published(text: str, day: date, how: str) -> None:
    published = read_plain(text).published
    assert published is not None
    assert (published.date, published.how) == (day, how)


@pytest.mark.parametrize(("text", "why"), NO_DAYS)
def test_unknown_day(text: str, why: str) -> None:
    assert read_plain(text).published is None, why


def test_an_option_comes_before_what_the_text_says() -> None:
    report = read_plain("Published: 2 May 2024\n\n" + BODY, published=date(2024, 5, 9))
    assert report.published is not None
    assert (report.published.date, report.published.how) == (date(2024, 5, 9), "option")


def test_header_fields_are_taken_over() -> None:
    report = read_plain(
        "Source: Sahel Wire\nURL: https://sahel.example/a\nAuthor: Awa Keita\n"
        f"Dateline: GAO, Mali\n\n{BODY}"
    )
    assert (report.publisher, report.url) == ("Sahel Wire", "https://sahel.example/a")
    assert report.byline is not None
    assert report.byline.text == "Author: Awa Keita"
    assert report.dateline is not None
    assert report.dateline.place is not None
    assert report.dateline.place.text == "GAO, Mali"


def test_compose_marks_headline_and_author() -> None:
    text, title, byline = compose(BODY, title=" Gunmen attack\nvillage ", byline="Awa Keita")
    report = read_plain(text, known=Known(title=title, byline=byline))
    assert text == f"Gunmen attack village\n\nAwa Keita\n\n{BODY}"
    assert report.title is not None and report.title.text == "Gunmen attack village"
    assert report.byline is not None and report.byline.text == "Awa Keita"


def test_compose_does_not_repeat_what_is_there() -> None:
    text = f"Gunmen attack village\nBy Awa Keita\n\n{BODY}"
    assert compose(text, title="Gunmen attack village", byline="Awa Keita") == (text, 0, 0)


def test_the_id_is_the_hash_of_the_text() -> None:
    assert read_plain(BODY).id == report_id(BODY) == report_id(BODY)
    assert len(report_id(BODY)) == 16
    assert report_id(BODY) != report_id(BODY + " ")


PIECES = st.one_of(
    st.text(max_size=40),
    st.sampled_from(
        [
            "\n", "\n\n", " date 2024-05-02 ", "By Awa Keita", "Published: 2 May 2024", "Title: ",
            "GAO, Mali, 2 May 2024 (AFP) — ", "[TEXT] ", "(Reporting by A. B.)", "ENDS", "\r\n",
            "\u2028", "\f", BODY, "GUNMEN ATTACK", "Source:", ":", "—", "(", ")", "\u200b", "\u0301",
        ]
    ),
)  # fmt: skip


@settings(max_examples=400, deadline=None)
@given(st.lists(PIECES, max_size=12).map("".join))
def test_any_text_is_covered_by_blocks(text: str) -> None:
    report = read_plain(text)
    assert report.text == text
    check_blocks(report)
