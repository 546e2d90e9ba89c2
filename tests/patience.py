"""A bound for what must never hang. It lies far beyond what any machine takes, so that nothing is measured by it."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

LONG_SECONDS = 120


@contextmanager
def must_end(what: str) -> Iterator[None]:
    """Fail, and name it, when the block goes on for ever."""

    def over(number: int, frame: FrameType | None) -> None:
        raise AssertionError(f"{what} doesn't end")

    before = signal.signal(signal.SIGALRM, over)
    signal.alarm(LONG_SECONDS)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)
