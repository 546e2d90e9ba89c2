"""What is known of a project from before, so that it needn't be read again: the part that all share, and districts."""

from __future__ import annotations

from typing import Protocol

from selebaran.model.registry import DistrictFolder, Registry


class Known(Protocol):
    """What somebody kept of the same bytes. What isn't known is read, and given to be kept."""

    def shared(self) -> Registry | None:
        """A registry without districts."""

    def keep_shared(self, shared: Registry) -> None:
        """Keep one."""

    def district(self, slug: str) -> DistrictFolder | None:
        """A district in which there was no fault."""

    def keep_district(self, folder: DistrictFolder) -> None:
        """Keep one."""


class Nothing:
    """Nothing is known, and nothing is kept."""

    def shared(self) -> None:
        """Not known."""

    def keep_shared(self, shared: Registry) -> None:
        """Not kept."""

    def district(self, slug: str) -> None:
        """Not known."""

    def keep_district(self, folder: DistrictFolder) -> None:
        """Not kept."""
