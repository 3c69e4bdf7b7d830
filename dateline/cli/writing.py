"""``--output``: results go to a temporary file that takes the place of the named one at the end."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout
from pathlib import Path

from dateline.errors import InputError

#: The name that stands for standard output.
STDOUT = "-"


@contextmanager
def written_to(path: str | None) -> Iterator[None]:
    """Send what is printed to a file.

    The file appears, or changes, only when the block ends without an exception; before, and
    after a failure, the old file stands as it was and nothing lies beside it.

    Args:
        path: ``None`` or ``"-"`` leaves stdout alone.
    Raises:
        InputError: The file cannot be written.
    """
    if path is None or path == STDOUT:
        yield
        return
    target = Path(path).resolve()
    if target.exists() and not target.is_file():
        yield from _written_through(target)
        return
    waiting = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        stream = waiting.open("w", encoding="utf-8", newline="\n")
    except OSError as error:
        raise _unwritable(path, error) from error
    try:
        with stream, redirect_stdout(stream):
            yield
        os.replace(waiting, target)
    finally:
        waiting.unlink(missing_ok=True)


def _written_through(target: Path) -> Iterator[None]:
    """Write to what is no plain file (``/dev/null``, a named pipe): it must not be replaced."""
    try:
        stream = target.open("w", encoding="utf-8", newline="\n")
    except OSError as error:
        raise _unwritable(str(target), error) from error
    with stream, redirect_stdout(stream):
        yield


def _unwritable(path: str, error: OSError) -> InputError:
    return InputError(
        f"expected a file that can be written at {path}, found: {error.strerror}; check the path"
    )
