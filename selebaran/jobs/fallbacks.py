"""What was to be made once for many and failed, so that each is made by itself, the plain way. Whoever reads the output
doesn't notice; who asks where the time went is told, and so is a test."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager

LOG = logging.getLogger(__name__)
LOG.setLevel(logging.INFO)
LOG.propagate = False
LOG.addHandler(logging.NullHandler())
"""Nothing of it is shown unless somebody listens."""


@contextmanager
def falling_back(what: str, *, but: type[Exception] | tuple[()] = ()) -> Iterator[None]:
    """What fails within the block is left to the plain way, which tells of each what is wrong. `what` names it; errors
    of the kind `but` are raised."""
    try:
        yield
    except but:
        raise
    except Exception as error:
        LOG.info(what, exc_info=error)


class Heard(logging.Handler):
    """Listens as long as it is a context: what fell back, with the error."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one line of it."""
        error = record.exc_info[1] if record.exc_info else None
        self.lines.append(f"{record.getMessage()}: {type(error).__name__}: {error}")

    def __enter__(self) -> Heard:
        LOG.addHandler(self)
        return self

    def __exit__(self, *_: object) -> None:
        LOG.removeHandler(self)
