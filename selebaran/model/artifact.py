"""One output file, and the printed piece that it may belong to."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from selebaran.model.piece import Derivation, Profile


@dataclass(frozen=True)
class Artifact:
    """A finished file of a district. `path` is relative to its web root, with forward slashes."""

    path: str
    content: bytes

    @property
    def digest(self) -> str:
        """SHA-256 of the content, in hexadecimal."""
        return hashlib.sha256(self.content).hexdigest()


@dataclass(frozen=True)
class Download:
    """A print file as the download page offers it. Paths are relative to the web root, sizes in bytes and pixels.

    For the staff report: how full each panel is (0.72 is 72 %), and the scale at which its text fits."""

    piece: str
    profile: Profile
    derivation: Derivation | None
    path: str
    size: int
    thumbnail: str
    thumbnail_size: tuple[int, int]
    fills: tuple[tuple[str, float], ...] = ()
    scale: float = 1.0
