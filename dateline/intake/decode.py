"""Bytes → text, in one fixed order that is written down.

1. A **byte order mark** (UTF-8, UTF-16, UTF-32) decides.
2. A **declared charset** (HTML ``<meta>``, XML declaration, ``Content-Type:`` line, or handed over)
   decides, if the bytes decode strictly.  One exception: bytes that are valid UTF-8 with at least
   one character outside ASCII are UTF-8 even where a single-byte charset is declared, because
   crawlers save pages as UTF-8 and leave the old declaration in, and no text of a single-byte
   charset is valid UTF-8 by chance.
3. **UTF-16 without a mark**, if zero bytes stand where Latin text in UTF-16 has them.
4. Any other zero byte, and the signatures of other file formats, are refused: no text.
5. **UTF-8**, strictly.
6. **UTF-8 with faults**: lone surrogates (``ED A0 80``), or more sound characters outside ASCII
   than unsound bytes.  The unsound become U+FFFD, counted.
7. **Windows-1252**, if bytes outside ASCII are few, as in English; its quotes and dashes are free.
8. What **charset-normalizer** takes it for, out of ``GUESSES``; else Windows-1252 with what it
   lacks as U+FFFD, counted.

Nothing is repaired: mojibake, soft hyphens and bidirectional marks stay what they are.
"""

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass

from dateline.errors import DecodeError

REPLACEMENT = "\ufffd"

#: Byte order marks, the longer before the shorter that they begin with.
MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

#: How files of other formats begin, with what to do about them.
SIGNATURES = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a ZIP archive or an Office document (DOCX, XLSX, ODT)"),
    (b"\xd0\xcf\x11\xe0", "an old Office document (DOC, XLS)"),
    (b"{\\rtf", "an RTF document"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard archive"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"SQLite format 3", "an SQLite database"),
    (b"PAR1", "a Parquet file"),
)

#: Charsets that charset-normalizer may choose from: those in which newsrooms and their archives
#: have written.  EBCDIC, Mac and DOS pages are left out: they fit anything.
# fmt: off
GUESSES = (
    "cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp1258",
    "koi8_r", "koi8_u", "iso8859_2", "iso8859_5", "iso8859_6", "iso8859_7", "iso8859_8",
    "iso8859_9", "gb18030", "big5", "shift_jis", "euc_jp", "euc_kr",
)
# fmt: on

#: Bytes of head and tail that charset-normalizer sees: its cost grows with the length, its answer
#: does not change after some thousand letters.
GUESS_BYTES = 32 * 1024

#: Where a page declares its charset: browsers look at 1,024 bytes, generators put long comments
#: in front.
DECLARATION_BYTES = 4096

#: Share of bytes outside ASCII below which single-byte text is taken for English with typographic
#: quotes, dashes and names, which is Windows-1252.  English news has under 3 %, Polish, Turkish
#: and Czech text 6 % and more.
ENGLISH_SHARE = 0.05

#: Share of zero bytes at every second place that makes a text UTF-16, and the most that may stand
#: at the other places.
UTF16_SHARE, UTF16_STRAY = 0.7, 0.02

#: Share of control characters above which a file is no text.
CONTROL_SHARE = 0.02

#: Charsets that fit any or nearly any bytes, so that fitting proves nothing.
_SINGLE_BYTE = re.compile(r"(?:windows-?|cp-?)125\d|iso-?8859-?\d+|latin-?\d|us-ascii|ascii", re.I)

#: Codecs that a page may declare; Python knows others (hex, zip, rot13, utf-7) that are no charsets
#: of pages, or are a way to smuggle text past filters.
# fmt: off
_TEXT_CODECS = frozenset((
    "utf-8", "ascii", "cp1250", "cp1251", "cp1252", "cp1253", "cp1254", "cp1255", "cp1256",
    "cp1257", "cp1258", "cp866", "cp874", "cp949", "koi8-r", "koi8-u", "mac-roman", "gb2312",
    "gbk", "gb18030", "big5", "big5hkscs", "shift_jis", "cp932", "euc_jp", "euc_kr", "iso2022_jp",
    "tis-620", "iso8859-1", "iso8859-2", "iso8859-3", "iso8859-4", "iso8859-5", "iso8859-6",
    "iso8859-7", "iso8859-8", "iso8859-9", "iso8859-10", "iso8859-13", "iso8859-14", "iso8859-15",
    "iso8859-16",
))
# fmt: on

_DECLARED = (
    re.compile(rb"<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]{1,40})", re.I),
    re.compile(rb"<meta[^>]{0,400}?charset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.I),
    re.compile(rb"^content-type:[^\r\n]{0,200}?charset\s*=\s*[\"']?([\w.:-]{1,40})", re.I | re.M),
)
_SURROGATE = re.compile("[\ud800-\udfff]")
#: A surrogate written in three bytes as if it were a character; ED never continues another one.
_SURROGATE_BYTES = re.compile(rb"\xed[\xa0-\xbf][\x80-\xbf]")
_REPLACEMENT_BYTES = REPLACEMENT.encode()
_ASCII = bytes(range(128))
#: Ellipsis, quotes, bullet, dashes and no-break space of Windows-1252.
_TYPOGRAPHIC = re.compile(rb"[\x85\x91-\x97\xa0]")
_CONTROL = re.compile(rb"[\x01-\x08\x0e-\x1a\x1c-\x1f\x7f]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """A text with the way in which it was decoded.

    ``encoding`` is Python's name of the charset, ``how`` the step that decided, ``replaced`` the
    number of characters that became U+FFFD.
    """

    text: str
    encoding: str
    how: str
    replaced: int = 0


def decode(data: bytes, *, declared: str | None = None) -> Decoded:
    """Decode the bytes of a report in the order that this module documents.

    Args:
        data: The bytes as they arrived, already uncompressed.
        declared: A charset that came beside the bytes, as in an HTTP header.

    Raises:
        DecodeError: The bytes are no text: another file format, or zero bytes.
    """
    for attempt in (_by_mark(data), _by_declaration(data, declared), _by_zeros(data)):
        if attempt is not None:
            return _checked(attempt)
    _refuse_binary(data)
    return next(_by_content(data))


def replace_surrogates(text: str) -> tuple[str, int]:
    """Replace lone surrogates by U+FFFD; give the text and how many there were.

    ``"\\ud800"`` in JSON makes such text, which can neither be parsed nor stored.
    """
    return _SURROGATE.subn(REPLACEMENT, text)


def _by_mark(data: bytes) -> Decoded | None:
    for mark, encoding in MARKS:
        if data.startswith(mark):
            body = data[len(mark) :]
            text, replaced = _replacing(body, encoding)
            return Decoded(text=text, encoding=encoding, how="byte order mark", replaced=replaced)
    return None


def _by_declaration(data: bytes, declared: str | None) -> Decoded | None:
    name = declared or find_declaration(data)
    if name is None:
        return None
    encoding = _known_encoding(name)
    if encoding is None:
        return None
    if _SINGLE_BYTE.fullmatch(name) and not data.isascii() and _strictly(data, "utf-8") is not None:
        return None
    text = _strictly(data, encoding)
    return (
        None if text is None else Decoded(text=text, encoding=encoding, how=f"declared as {name}")
    )


def find_declaration(data: bytes) -> str | None:
    """Find the charset that a page, XML file or saved HTTP answer declares for itself."""
    head = data[:DECLARATION_BYTES]
    for pattern in _DECLARED:
        if match := pattern.search(head):
            return match[1].decode("ascii", "replace")
    return None


def _known_encoding(name: str) -> str | None:
    """Give Python's codec for a declared charset.

    As browsers do, Latin-1 and ASCII are read as Windows-1252, and UTF-16 in a declaration that
    was readable as ASCII as UTF-8.
    """
    folded = name.lower().replace("_", "-")
    if folded in ("iso-8859-1", "latin-1", "latin1", "us-ascii", "ascii"):
        return "cp1252"
    if folded.startswith(("utf-16", "utf-32", "utf16", "ucs-2")):
        return "utf-8"
    try:
        found = codecs.lookup(folded)
    except LookupError:
        return None
    return found.name if found.name in _TEXT_CODECS else None


def _by_zeros(data: bytes) -> Decoded | None:
    """Recognise UTF-16 without a mark by its zero bytes."""
    if len(data) < 4 or len(data) % 2 or b"\0" not in data[:DECLARATION_BYTES]:
        return None
    head = data[:DECLARATION_BYTES]
    half = len(head) / 2
    even, odd = head[0::2].count(0) / half, head[1::2].count(0) / half
    for encoding, zeros, stray in (("utf-16-le", odd, even), ("utf-16-be", even, odd)):
        if zeros >= UTF16_SHARE and stray <= UTF16_STRAY:
            text = _strictly(data, encoding)
            if text is not None:
                return Decoded(text=text, encoding=encoding, how="zero bytes of UTF-16")
    return None


def _refuse_binary(data: bytes) -> None:
    for signature, name in SIGNATURES:
        if data.startswith(signature):
            raise DecodeError(f"expected text, found {name}; save it as plain text or HTML")
    at = data.find(b"\0")
    if at >= 0:
        raise DecodeError(
            f"expected text, found a zero byte at byte {at}: this is a binary file; save it as"
            " plain text or HTML"
        )
    controls = len(_CONTROL.findall(data[: GUESS_BYTES * 2]))
    if controls > CONTROL_SHARE * min(len(data), GUESS_BYTES * 2):
        raise DecodeError(
            f"expected text, found {controls} control characters at its beginning: this is a"
            " binary file; save it as plain text or HTML"
        )


def _by_content(data: bytes) -> Iterator[Decoded]:
    text = _strictly(data, "utf-8")
    if text is not None:
        yield Decoded(text=text, encoding="utf-8", how="valid UTF-8")
    faulty = _faulty_utf8(data)
    if faulty is not None:
        yield faulty
    if (
        _share_outside_ascii(data) < ENGLISH_SHARE
        and (text := _strictly(data, "cp1252")) is not None
    ):
        yield Decoded(text=text, encoding="cp1252", how="few bytes outside ASCII, not UTF-8")
    guessed = _guess(data)
    if guessed is not None:
        yield guessed
    text, replaced = _replacing(data, "cp1252")
    yield Decoded(text=text, encoding="cp1252", how="nothing else fitted", replaced=replaced)


def _faulty_utf8(data: bytes) -> Decoded | None:
    """Read UTF-8 with faults, if there is more sound than unsound in it."""
    text, surrogates, faults = _utf8_replacing(data)
    sound = sum(1 for character in text if character > "\x7f") - faults
    if faults > surrogates and sound < faults:
        return None
    return Decoded(text=text, encoding="utf-8", how="UTF-8 with faults", replaced=faults)


def _utf8_replacing(data: bytes) -> tuple[str, int, int]:
    """Decode UTF-8 with U+FFFD for each lone surrogate and each other fault; count both, and all.

    U+FFFD that were in the text already do not count.
    """
    already = data.count(_REPLACEMENT_BYTES)
    mended, surrogates = _SURROGATE_BYTES.subn(_REPLACEMENT_BYTES, data)
    text = mended.decode("utf-8", "replace")
    return text, surrogates, text.count(REPLACEMENT) - already


def _share_outside_ascii(data: bytes) -> float:
    """Give the share of bytes outside ASCII, the typographic marks of Windows-1252 not counted."""
    others = len(data.translate(None, _ASCII)) - len(_TYPOGRAPHIC.findall(data))
    return others / len(data) if data else 0.0


def _guess(data: bytes) -> Decoded | None:
    from charset_normalizer import from_bytes

    sample = data if len(data) <= 2 * GUESS_BYTES else data[:GUESS_BYTES] + data[-GUESS_BYTES:]
    for match in from_bytes(sample, cp_isolation=list(GUESSES)):
        text = _strictly(data, match.encoding)
        if text is not None:
            return Decoded(text=text, encoding=match.encoding, how="charset-normalizer")
    return None


def _strictly(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _replacing(data: bytes, encoding: str) -> tuple[str, int]:
    """Decode with U+FFFD for what is unsound; give the text and how many there were."""
    text = _strictly(data, encoding)
    if text is not None:
        return text, 0
    if encoding == "utf-8":
        text, _, faults = _utf8_replacing(data)
        return text, faults
    text = data.decode(encoding, "replace")
    return text, text.count(REPLACEMENT)


def _checked(decoded: Decoded) -> Decoded:
    """Refuse a text with zero characters, whatever it was decoded from."""
    refuse_zeros(decoded.text)
    return decoded


def refuse_zeros(text: str) -> None:
    """Refuse a text with U+0000 in it: it came from a binary file, or is made to cut strings short.

    Raises:
        DecodeError: The text holds U+0000.
    """
    at = text.find("\0")
    if at >= 0:
        raise DecodeError(
            f"expected text, found a zero character at character {at}; remove it or save the file"
            " as plain text"
        )
