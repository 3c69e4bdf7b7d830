"""Numbers are read as the words support them: exact, hedged, vague, or not at all."""

import pytest

from dateline.numbers import count_before, read_count

CASES = [
    # text, a word of the number, (low, best, high), hedge, why
    ("Twelve people died.", "Twelve", (12, 12, 12), None, "a word is a number"),
    ("1,234 people died.", "1,234", (1234, 1234, 1234), None, "separators do not count"),
    ("Twenty-five people died.", "five", (25, 25, 25), None, "a hyphen joins tens and units"),
    ("A hundred and five men died.", "five", (105, 105, 105), None, "the article is the one"),
    ("Two hundred and fifty thousand men fled.", "fifty", (250_000,) * 3, None, "before a scale"),
    ("1.5 million people fled.", "1.5", (1_500_000,) * 3, None, "a decimal before a scale"),
    ("Half a million people fled.", "million", (500_000,) * 3, None, "a share of a scale"),
    ("At least six men died.", "six", (6, 6, None), "At least", "the lowest that is certain"),
    ("More than two dozen men died.", "dozen", (25, 25, None), "More than", "24 is left out"),
    ("Up to 20 men died.", "20", (None, None, 20), "Up to", "only the highest is given"),
    ("Fewer than 20 men died.", "20", (None, None, 19), "Fewer than", "20 is left out"),
    ("Some 200 men died.", "200", (180, 200, 220), "Some", "rounded: one part in ten"),
    ("Nearly 50 men died.", "50", (45, 50, 50), "Nearly", "rounded up, never above"),
    ("20 or more men died.", "20", (20, 20, None), "or more", "a hedge may follow"),
    ("10 to 15 men died.", "10", (10, None, 15), None, "a range has no best value"),
    ("Between 10 and 15 men died.", "15", (10, None, 15), None, "between … and is a range"),
    ("Two or three men died.", "three", (2, None, 3), None, "or is a range"),
    ("Dozens of men died.", "Dozens", (24, None, 99), "Dozens", "two dozen up to a hundred"),
    ("Tens of thousands of men fled.", "thousands", (20_000, None, 99_999),
     "Tens of thousands", "a multiple of a scale"),
    ("Several thousand men fled.", "thousand", (3_000, None, 9_999), "Several thousand",
     "a vague word before a scale is a multiple of it"),
    ("A few hundred men fled.", "hundred", (200, None, 999), "A few hundred", "likewise"),
    ("No men died.", "No", (0, 0, 0), "No", "none is a number"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "word", "ends", "hedge", "why"), CASES)
def test_reads_the_number(read, text, word, ends, hedge, why):
    doc = read(text, upto="find_sentences")
    token = next(each for each in doc.parse if each.text == word)
    count = read_count(doc, token)
    assert count is not None, why
    assert (count.low, count.best, count.high) == ends, why
    assert (count.hedge.text if count.hedge else None) == hedge, why
    assert count.span.text == text[count.span.start : count.span.end]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("5.5 people", "half a person does not exist"),
        ("² people", "superscripts are digits to Python, not to us"),
        ("٣ people", "only ASCII digits are read"),
        ("9" * 5000, "a run of digits is no count"),
        ("12345678901 people", "more digits than any count has"),
        ("million", "a scale alone is no number"),
        ("people", "no number at all"),
    ],
)
def test_reads_no_number(read, text, why):
    doc = read(text, upto="find_sentences")
    assert [read_count(doc, token) for token in doc.parse[:1]] == [None], why


@pytest.mark.parametrize(
    ("text", "noun", "best", "why"),
    [
        ("Gunmen killed a policeman.", "policeman", 1, "an article is one"),
        ("Gunmen killed three of the men.", "men", 3, "the number stands above"),
        ("Gunmen killed men.", "men", None, "a bare plural has no number"),
        ("Gunmen killed the men.", "men", None, "nor has a definite one"),
    ],
)
def test_counts_what_a_noun_names(read, text, noun, best, why):
    doc = read(text, upto="find_sentences")
    count = count_before(doc, next(each for each in doc.parse if each.text == noun))
    assert (count.best if count else None) == best, why


def test_falling_ends_are_no_range(read):
    doc = read("The vote was 4 to 3.", upto="find_sentences")
    counts = [read_count(doc, each) for each in doc.parse if each.text in ("4", "3")]
    assert [each.best for each in counts] == [4, 3], "a score is two numbers"
