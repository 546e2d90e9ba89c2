"""What the proof by ink says of sheets that are sound: all that it finds there is a false alarm."""

from __future__ import annotations

from typing import get_args

from selebaran.model.piece import ComposedPiece
from selebaran.model.problem import Problem
from selebaran.model.sizes import Profile
from selebaran.press.gate import check_printed
from selebaran.press.ink.report import CODES
from selebaran.press.layout import Press

PROFILES: tuple[Profile, ...] = get_args(Profile)


def false_alarms(press: Press, piece: ComposedPiece) -> list[Problem]:
    """What the proof says against a sheet that the rest of the gate lets pass."""
    found = check_printed(piece, press.print(piece), "Kabupaten Uji")
    return [one for one in found if one.code in CODES.values()]
