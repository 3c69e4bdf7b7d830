"""Ctrl+C: stops between two records, not in the middle of one, unless nobody reads."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from types import FrameType

#: Seconds that a record which is being written has to get out after Ctrl+C: a reader that reads
#: takes it at once, and one that does not must not keep us for a second.
GRACE_SECONDS = 0.5


@dataclass(slots=True)
class _State:
    """Whether a record is being written, whether a stop waits for it, whether one was cut."""

    writing: bool = False
    wanted: bool = False
    cut: bool = False


_state = _State()


def stop_between_records() -> None:
    """Take over Ctrl+C, unless whoever started us has switched it off."""
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, _on_interrupt)
        signal.signal(signal.SIGALRM, _on_alarm)


@contextmanager
def whole_record() -> Iterator[None]:
    """Let what is written in this block get out before a Ctrl+C stops us.

    Raises:
        KeyboardInterrupt: Ctrl+C was pressed meanwhile.
    """
    _state.writing = True
    try:
        yield
    finally:
        _state.writing = False
        if _state.wanted:
            signal.setitimer(signal.ITIMER_REAL, 0)
    if _state.wanted:
        raise KeyboardInterrupt


def was_cut() -> bool:
    """Say whether a record did not get out whole before we stopped."""
    return _state.cut


def _on_interrupt(number: int, frame: FrameType | None) -> None:
    del number, frame
    if not _state.writing:
        raise KeyboardInterrupt
    _state.wanted = True
    signal.setitimer(signal.ITIMER_REAL, GRACE_SECONDS)


def _on_alarm(number: int, frame: FrameType | None) -> None:
    del number, frame
    _state.cut = True
    raise KeyboardInterrupt
