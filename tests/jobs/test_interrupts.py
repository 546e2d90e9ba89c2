"""What asks a program to end interrupts it, unless it is not to be disturbed."""

from __future__ import annotations

import os
import signal
import threading

import pytest

from selebaran.jobs.interrupts import ENDING, ending, held_back


@pytest.mark.parametrize("number", ENDING)
def test_each_signal_that_asks_for_an_end_interrupts(number: signal.Signals) -> None:
    before = signal.getsignal(number)
    with pytest.raises(KeyboardInterrupt), ending():
        os.kill(os.getpid(), number)
    assert signal.getsignal(number) is before


def test_what_nohup_ignores_stays_ignored() -> None:
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        with ending():
            os.kill(os.getpid(), signal.SIGHUP)
    finally:
        signal.signal(signal.SIGHUP, before)


@pytest.mark.parametrize("number", ENDING)
def test_what_must_not_be_left_half_done_is_done_first(number: signal.Signals) -> None:
    """Also in a program of several threads, of which one that doesn't hold it back gets the signal."""
    done, rest = [], threading.Event()
    other = threading.Thread(target=rest.wait)
    other.start()
    try:
        with pytest.raises(KeyboardInterrupt), ending(), held_back():
            os.kill(os.getpid(), number)
            for _ in range(100_000):
                done.append("whole")
    finally:
        rest.set()
        other.join()
    assert len(done) == 100_000
