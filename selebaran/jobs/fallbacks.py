"""What was to be made once for many and failed, so that each is made by itself, the plain way. Whoever reads the output
doesn't notice; who asks where the time went is told, and so is a test."""

from __future__ import annotations

import logging
from dataclasses import dataclass

LOG = logging.getLogger(__name__)
LOG.setLevel(logging.INFO)
LOG.propagate = False
LOG.addHandler(logging.NullHandler())
"""Nothing of it is shown unless somebody listens."""


@dataclass(frozen=True)
class FallingBack:
    """What fails within the block is left to the plain way, which tells of each what is wrong. `what` names it; errors
    of the kind `but` are raised."""

    what: str
    but: type[Exception] | tuple[()] = ()

    def __enter__(self) -> None:
        """The block begins."""

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> bool:
        """It ends; what failed is noted."""
        if not isinstance(error, Exception) or isinstance(error, self.but):
            return False
        LOG.info(self.what, exc_info=error)
        return True


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
