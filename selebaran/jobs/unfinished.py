"""A place for what isn't finished."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from selebaran.jobs.children import STAGE, discard
from selebaran.jobs.interrupts import held_back


@contextmanager
def unfinished(folder: Path) -> Iterator[Path]:
    """A folder in which something is made before it is put somewhere. It is gone afterwards, also when somebody ends
    the program while it comes or goes."""
    stage = None
    try:
        with held_back():
            stage = Path(tempfile.mkdtemp(prefix=STAGE, dir=folder)).absolute()
        yield stage
    finally:
        if stage is not None:
            with held_back():
                discard(stage)
