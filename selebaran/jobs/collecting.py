"""Python's collector of what nobody has any more, and when it is worth its while."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Within, nothing is collected, and what is there at the end is never looked through again: libraries, and what was
    read of a project, stay for as long as a command runs."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if was_on:
            gc.enable()


def settled() -> None:
    """What is there now stays: it isn't looked through again."""
    gc.collect()
    gc.freeze()
