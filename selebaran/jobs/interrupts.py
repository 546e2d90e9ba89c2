"""Signals that ask a build to end: Ctrl-C, and what a shutdown, a timer or a closed window sends. All end it alike.

They become `KeyboardInterrupt`, so whatever was begun is cleaned up; what must not be left half done holds them back.
"""

from __future__ import annotations

import contextlib
import signal
import threading
from collections.abc import Callable, Iterator
from types import FrameType

Answer = Callable[[int, FrameType | None], object]
ENDING = tuple(one for one in signal.Signals if one.name in ("SIGINT", "SIGTERM", "SIGHUP"))
MASKS = hasattr(signal, "pthread_sigmask")
"""Whether signals can be kept waiting; on plain Windows only those of this thread are answered later."""


def end(number: int, frame: FrameType | None) -> None:
    """Answer a signal as Python answers Ctrl-C."""
    raise KeyboardInterrupt


@contextlib.contextmanager
def ending() -> Iterator[None]:
    """Let each of these signals interrupt as Ctrl-C does. One that is ignored (`nohup`) or answered stays so."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    taken = [number for number in ENDING if signal.getsignal(number) is signal.SIG_DFL]
    for number in taken:
        signal.signal(number, end)
    try:
        yield
    finally:
        for number in taken:
            signal.signal(number, signal.SIG_DFL)


@contextlib.contextmanager
def held_back() -> Iterator[None]:
    """Keep these signals waiting while something must not be left half done. A child that is begun within keeps them
    so. A mask holds them back from one thread alone; where there are others, they are answered afterwards."""
    came: list[int] = []
    answers = _answers()
    for number in answers:
        signal.signal(number, lambda number, frame: came.append(number))
    if MASKS:
        signal.pthread_sigmask(signal.SIG_BLOCK, ENDING)
    try:
        yield
    finally:
        if MASKS:
            signal.pthread_sigmask(signal.SIG_UNBLOCK, ENDING)
        for number, answer in answers.items():
            signal.signal(number, answer)
        if came:
            answers[signal.Signals(came[0])](came[0], None)


def taken_up() -> None:
    """In a child that was begun while these signals were held back: they end it from here on, also those that came."""
    for number in _answers():
        signal.signal(number, end)
    signal.signal(signal.SIGTERM, end)
    if MASKS:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, ENDING)


def _answers() -> dict[signal.Signals, Answer]:
    """What answers these signals now; only the main thread can know and change it."""
    if threading.current_thread() is not threading.main_thread():
        return {}
    found = {number: signal.getsignal(number) for number in ENDING}
    return {number: answer for number, answer in found.items() if callable(answer)}


class Interrupts:
    """A signal can come while Python can't raise, in a finalizer; what it asks for is then done a little later."""

    def __init__(self) -> None:
        self._asked = False
        self._before: dict[signal.Signals, object] = {}
        if threading.current_thread() is threading.main_thread():
            self._before = {n: now for n in ENDING if (now := signal.getsignal(n)) in (signal.default_int_handler, end)}
        for number in self._before:
            signal.signal(number, self._note)

    def _note(self, number: int, frame: FrameType | None) -> None:
        self._asked = True
        raise KeyboardInterrupt

    def check(self) -> None:
        """Raise what was asked for and got lost."""
        if self._asked:
            raise KeyboardInterrupt

    def forget(self) -> None:
        """Let the signals mean what they did before."""
        for number, before in self._before.items():
            signal.signal(number, before)  # type: ignore[arg-type]
