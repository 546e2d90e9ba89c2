"""The one switch between the two ways in which everything is made: the fast one and the plain one.

The fast way keeps what was made of the same before, makes what many have in common once, and joins pages and sheets
that differ by values only. The plain way does none of it: each text is read, each page drawn and each sheet laid out by
itself. What says nothing of a district is made ready, plainly as well (`readied` in `jobs/recalled.py`): templates are
compiled once, and what a theme sends to all is worked out once. Both ways give the same bytes; `build --prove` makes
some districts both ways and compares. Whoever adds a fast way asks here, and leaves the plain one beside it.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import ClassVar


class _Switch:
    is_on: ClassVar[bool] = False


def is_plain() -> bool:
    """Whether everything is to be made the plain way."""
    return _Switch.is_on


@contextmanager
def plainly() -> Iterator[None]:
    """Within, everything is made the plain way, in this process."""
    before, _Switch.is_on = _Switch.is_on, True
    try:
        yield
    finally:
        _Switch.is_on = before
