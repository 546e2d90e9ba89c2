"""What the press makes of the project's own sheets, once in a run of tests for all modules and processes."""

from __future__ import annotations

import hashlib
import io
import pickle
from pathlib import Path

from selebaran.model.piece import ComposedPiece
from selebaran.press.layout import Press, Printed
from tests.once import Once


class KeptPress(Press):
    """A press that prints the same sheet once. What asks whether it prints the same twice needs the other one."""

    def __init__(self, cache: Path, once: Once) -> None:
        super().__init__(cache)
        self._once = once

    def print(self, piece: ComposedPiece) -> Printed:
        """As `Press.print`."""
        return self._once(f"cetakan-{_digest(piece)}", lambda folder: super(KeptPress, self).print(piece))


def _digest(piece: ComposedPiece) -> str:
    """Of all that it is; equal ones share no parts that pickle would point at instead of writing them."""
    written = io.BytesIO()
    pickler = pickle.Pickler(written)
    pickler.fast = True
    pickler.dump(piece)
    return hashlib.sha256(written.getvalue()).hexdigest()[:32]
