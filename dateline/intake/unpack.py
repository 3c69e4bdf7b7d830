"""Reading bytes from a file or stream, gzip opened on the way, never more than the limits allow."""

import zlib
from collections.abc import Iterator
from itertools import chain
from typing import BinaryIO

from dateline.errors import DecodeError, LimitError
from dateline.limits import FREE_GROWTH_BYTES, MAX_GROWTH, MAX_INPUT_BYTES, MAX_LINE_BYTES

GZIP_MAGIC = b"\x1f\x8b\x08"

#: Bytes that are read, and that are unpacked, at once.
CHUNK_BYTES = 256 * 1024

#: zlib's name for "gzip header and checksum, largest window".
_GZIP_WINDOW = 31


def read_chunks(stream: BinaryIO) -> Iterator[bytes]:
    """Read a stream in pieces; a stream that begins like gzip comes out unpacked.

    Raises:
        LimitError: What comes out is over ``MAX_GROWTH`` times what went in.
        DecodeError: The gzip data are cut off or damaged.
    """
    pieces = _pieces(stream)
    first = next(pieces, b"")
    whole = chain((first,), pieces)
    return _unpacked(whole) if first.startswith(GZIP_MAGIC) else whole


def join_chunks(chunks: Iterator[bytes], *, limit: int = MAX_INPUT_BYTES) -> bytes:
    """Join the pieces of one input.

    Raises:
        LimitError: There are more bytes than ``limit``.
    """
    joined = bytearray()
    for piece in chunks:
        joined += piece
        if len(joined) > limit:
            raise LimitError(
                f"expected at most {limit // 1024 // 1024} MiB, found more; cut the file into its"
                " reports, or write them as JSON lines, which are read one by one"
            )
    return bytes(joined)


def split_lines(chunks: Iterator[bytes]) -> Iterator[tuple[int, bytes]]:
    r"""Cut pieces into lines at ``\n`` only, numbered from 1; U+2028 and the like cut nothing.

    Raises:
        LimitError: A line is longer than ``MAX_LINE_BYTES``.
    """
    rest = b""
    number = 0
    for piece in chunks:
        lines = (rest + piece).split(b"\n")
        rest = lines.pop()
        for line in lines:
            number += 1
            yield number, line
        if len(rest) > MAX_LINE_BYTES:
            raise LimitError(
                f"expected lines of at most {MAX_LINE_BYTES // 1024 // 1024} MiB, found a longer"
                f" one at line {number + 1}; no line from there on was read"
            )
    if rest:
        yield number + 1, rest


def _pieces(stream: BinaryIO) -> Iterator[bytes]:
    while piece := stream.read(CHUNK_BYTES):
        yield piece


def _unpacked(pieces: Iterator[bytes]) -> Iterator[bytes]:
    """Unpack one or more gzip members; zeros after the last are padding."""
    taken = given = 0
    unpacker = zlib.decompressobj(_GZIP_WINDOW)
    for piece in pieces:
        taken += len(piece)
        waiting = piece
        while waiting:
            if unpacker.eof:
                waiting = waiting.lstrip(b"\0")
                unpacker = zlib.decompressobj(_GZIP_WINDOW) if waiting else unpacker
                continue
            out = _step(unpacker, waiting)
            given += len(out)
            _check_growth(taken, given)
            yield out
            waiting = unpacker.unused_data if unpacker.eof else unpacker.unconsumed_tail
    if not unpacker.eof:
        raise DecodeError(
            "expected a whole gzip file, found one that is cut off; fetch it again and read it anew"
        )


def _step(unpacker: "zlib._Decompress", waiting: bytes) -> bytes:
    try:
        return unpacker.decompress(waiting, CHUNK_BYTES)
    except zlib.error as error:
        raise DecodeError(
            f"expected gzip data, found damaged ones ({error}); fetch the file again"
        ) from error


def _check_growth(taken: int, given: int) -> None:
    if given > FREE_GROWTH_BYTES and given > MAX_GROWTH * taken:
        raise LimitError(
            f"expected compressed text, which grows at most {MAX_GROWTH} times, found a file that"
            f" grows more than that ({given // 1024 // 1024} MiB so far); it was not read on"
        )
