"""What must come to an end: a text that makes a pattern go back over itself would keep a machine busy for hours."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager

BUSY_S = 30.0
"""Seconds of a processor after which a piece of work counts as one that doesn't end. A sound one takes far less, on a
slow machine too; how much less is for `make bench`."""


@contextmanager
def comes_to_an_end() -> Iterator[None]:
    """Fail when what is done here keeps the processor busy without end."""

    def give_up(*_: object) -> None:
        raise AssertionError(f"still busy after {BUSY_S:g} seconds of a processor")

    before = signal.signal(signal.SIGVTALRM, give_up)
    signal.setitimer(signal.ITIMER_VIRTUAL, BUSY_S)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
