"""What is being made just now: a page, a picture or a sheet. Whoever watches a worker can tell on what it ran away."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

Listener = Callable[[str], None]
STEP = "langkah"
"""The attribute of an exception that says in which step it was raised."""


class _Current:
    """The step of this process, and who wants to hear of it."""

    name = ""
    listener: Listener | None = None


def listen(listener: Listener | None) -> None:
    """From now on, `listener` hears the name of every step; "" means that none is under way."""
    _Current.listener = listener


def current() -> str:
    """The step that is under way; "" when none is."""
    return _Current.name


def go(step: str) -> None:
    """Begin a step, which ends the one before."""
    _Current.name = step
    if _Current.listener is not None:
        _Current.listener(step)


@contextmanager
def at(step: str) -> Iterator[None]:
    """The block is a step. What ends a worker leaves its name standing; an ordinary exception takes it along."""
    before = _Current.name
    go(step)
    try:
        yield
    except MemoryError:
        raise
    except Exception as error:
        getattr(error, "__dict__", {}).setdefault(STEP, step)
        go(before)
        raise
    go(before)
