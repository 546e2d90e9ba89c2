"""What WeasyPrint logs instead of failing: a lost image, an unknown property."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def warnings_logged() -> Iterator[list[str]]:
    """The warnings of WeasyPrint within the block. Nobody else hears of them."""
    texts: list[str] = []

    class _Keep(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            texts.append(record.getMessage())

    logger, handler = logging.getLogger("weasyprint"), _Keep(logging.WARNING)
    before = logger.propagate, logger.handlers[:]
    logger.handlers, logger.propagate = [handler], False
    try:
        yield texts
    finally:
        logger.propagate, logger.handlers = before
