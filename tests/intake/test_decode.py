"""Bytes become text in one fixed order, and nothing is repaired."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.errors import DecodeError
from dateline.intake.decode import decode, replace_surrogates

QUOTED = "The army’s spokesman said “no” to Zoë’s question about the twelve men in the village."
RUSSIAN = "Армия заявила во вторник, что боевики напали на деревню и захватили заложников."
PAGE = "<html><head><meta charset={}></head><body><p>{}</p></body></html>"

# fmt: off
CASES = [
    (QUOTED.encode(), QUOTED, "utf-8", "valid UTF-8", "the common case"),
    (codecs.BOM_UTF8 + QUOTED.encode(), QUOTED, "utf-8", "byte order mark", "the mark is no text"),
    (codecs.BOM_UTF16_LE + QUOTED.encode("utf-16-le"), QUOTED, "utf-16-le", "byte order mark", ""),
    (codecs.BOM_UTF16_BE + QUOTED.encode("utf-16-be"), QUOTED, "utf-16-be", "byte order mark", ""),
    (codecs.BOM_UTF32_LE + QUOTED.encode("utf-32-le"), QUOTED, "utf-32-le", "byte order mark",
     "begins with the mark of UTF-16, which must not win"),
    (QUOTED.encode("utf-16-le"), QUOTED, "utf-16-le", "zero bytes of UTF-16", "Windows, no mark"),
    (QUOTED.encode("utf-16-be"), QUOTED, "utf-16-be", "zero bytes of UTF-16", ""),
    (QUOTED.encode("cp1252"), QUOTED, "cp1252", "few bytes outside ASCII, not UTF-8", "Windows"),
    (RUSSIAN.encode("cp1251"), RUSSIAN, "cp1251", "charset-normalizer", "guessed from its letters"),
    (PAGE.format("windows-1251", RUSSIAN).encode("cp1251"), PAGE.format("windows-1251", RUSSIAN),
     "cp1251", "declared as windows-1251", "the page says so"),
    (PAGE.format("iso-8859-1", QUOTED).encode("cp1252"), PAGE.format("iso-8859-1", QUOTED),
     "cp1252", "declared as iso-8859-1", "as browsers do: Latin-1 is Windows-1252"),
    (PAGE.format("iso-8859-1", QUOTED).encode(), PAGE.format("iso-8859-1", QUOTED),
     "utf-8", "valid UTF-8", "a crawler saved UTF-8 and left the old declaration in"),
    (PAGE.format("hex", QUOTED).encode(), PAGE.format("hex", QUOTED), "utf-8", "valid UTF-8",
     "a codec that is no charset"),
    (b'<?xml version="1.0" encoding="koi8-r"?><html>' + RUSSIAN.encode("koi8-r"),
     '<?xml version="1.0" encoding="koi8-r"?><html>' + RUSSIAN, "koi8-r", "declared as koi8-r", ""),
    ("Itâ€™s mojibake".encode(), "Itâ€™s mojibake", "utf-8", "valid UTF-8", "kept as it is"),
    ("a\u00adb\u200bc\u202ed".encode(), "a\u00adb\u200bc\u202ed", "utf-8", "valid UTF-8",
     "soft hyphen, zero width, bidi mark are kept"),
]
# fmt: on


@pytest.mark.parametrize(("data", "text", "encoding", "how", "why"), CASES)
def test_decode(data: bytes, text: str, encoding: str, how: str, why: str) -> None:
    found = decode(data)
    assert (found.text, found.encoding.lower(), found.how, found.replaced) == (
        text,
        encoding,
        how,
        0,
    ), why


def test_a_charset_that_came_beside_the_bytes_decides() -> None:
    found = decode(RUSSIAN.encode("koi8-r"), declared="koi8-r")
    assert (found.text, found.how) == (RUSSIAN, "declared as koi8-r")


# fmt: off
FAULTS = [
    (b"The army \xed\xa0\x80 said.", "The army \ufffd said.", 1, "a lone surrogate in three bytes"),
    (b"\xed\xa0\xbd\xed\xb8\x80", "\ufffd\ufffd", 2, "a pair of them is not joined either"),
    ("été été été ".encode() + b"\xff" + b" fin", "été été été \ufffd fin", 1,
     "mostly sound UTF-8"),
    ("été\ufffdété ".encode() + b"\xe2\x80", "été\ufffdété \ufffd", 1,
     "cut off in a character; one that was there before does not count"),
    (codecs.BOM_UTF16_LE + "ab".encode("utf-16-le") + b"\x00\xd8", "ab\ufffd", 1,
     "lone surrogate in UTF-16"),
]
# fmt: on


@pytest.mark.parametrize(("data", "text", "replaced", "why"), FAULTS)
def test_what_cannot_be_decoded_is_replaced_and_counted(
    data: bytes, text: str, replaced: int, why: str
) -> None:
    found = decode(data)
    assert (found.text, found.replaced) == (text, replaced), why


BINARIES = [
    (b"%PDF-1.7 x", "PDF"),
    (b"PK\x03\x04abc", "ZIP"),
    (b"Gunmen\0attacked", "zero byte at byte 6"),
    (bytes(range(1, 32)) * 20, "control characters"),
    (codecs.BOM_UTF8 + b"a\0b", "zero character"),
    (b"\0" * 5_000, "zero byte"),
]


@pytest.mark.parametrize(("data", "words"), BINARIES)
def test_binary_files_are_refused_in_one_line(data: bytes, words: str) -> None:
    with pytest.raises(DecodeError, match=words) as caught:
        decode(data)
    assert "\n" not in str(caught.value)


def test_lone_surrogates_are_replaced_and_counted() -> None:
    assert replace_surrogates("a\ud800b\udfff") == ("a\ufffdb\ufffd", 2)


@given(st.binary(max_size=300))
def test_any_bytes_are_text_or_one_error(data: bytes) -> None:
    try:
        found = decode(data)
    except DecodeError:
        return
    found.text.encode("utf-8")
    assert "\0" not in found.text
    assert decode(data) == found


@given(st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=200))
def test_utf8_comes_back_as_it_was(text: str) -> None:
    data = codecs.BOM_UTF8 + text.encode("utf-8")
    assert decode(data).text == text
