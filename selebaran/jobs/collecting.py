"""Python's collector of what nobody has any more, and when it is worth its while."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

SELDOM = 50_000
"""New things after which a child looks for those that nobody has any more."""


@contextmanager
def paused() -> Iterator[None]:
    """Within, nothing is collected: what is made is in use."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


@contextmanager
def uncollected() -> Iterator[None]:
    """Within, nothing is collected, and what is there at the end is never looked through again: libraries, and what was
    read of a project, stay for as long as a command runs."""
    with paused():
        try:
            yield
        finally:
            gc.freeze()


@contextmanager
def collected_after() -> Iterator[None]:
    """Within, nothing is collected; at the end what was made within is, if nobody has it."""
    with paused():
        try:
            yield
        finally:
            gc.collect(0)


def settled() -> None:
    """What is there now stays: it isn't looked through again."""
    gc.collect()
    gc.freeze()


def seldom() -> None:
    """Look seldom for what nobody has any more, until this process ends: little of what a child makes is thrown away
    before that."""
    gc.set_threshold(SELDOM)
