"""What went to a cluster and came back."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Moved:
    """How many jobs were done at once at most, and the bytes that went to workers and came back."""

    workers: int = 0
    sent: int = 0
    returned: int = 0
