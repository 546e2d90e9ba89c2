"""What the press is asked for, and what it gives: without the press, which takes a second to load."""

from __future__ import annotations

from dataclasses import dataclass

from selebaran.model.artifact import Download, PrintFile
from selebaran.model.piece import ComposedPiece
from selebaran.model.problem import Problem


@dataclass(frozen=True)
class PieceJob:
    """Everything that the files of one piece are made from: the piece in each profile, and the district's name, which
    none of them may lose. (And the fonts, which a press has.)"""

    made: tuple[ComposedPiece, ...]
    district: str


@dataclass(frozen=True)
class PiecePrinted:
    """The files of a piece, what the download page says of them, and why there aren't more."""

    files: tuple[PrintFile, ...] = ()
    downloads: tuple[Download, ...] = ()
    problems: tuple[Problem, ...] = ()
