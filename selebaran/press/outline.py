"""What a profile makes of a sheet: how large it prints it, and what lies around the trim."""

from __future__ import annotations

from dataclasses import dataclass

from selebaran.model.piece import BLEED_MM, Profile
from selebaran.press.impose import ENLARGED
from selebaran.press.marks import SLUG_MM


@dataclass(frozen=True)
class Outline:
    """The scale of a sheet, and the widths of the bleed and of the slug beyond it."""

    scale: float = 1.0
    bleed_mm: float = 0.0
    slug_mm: float = 0.0

    @property
    def around_mm(self) -> float:
        """From the edge of the medium to the trim."""
        return self.bleed_mm + self.slug_mm


PLAIN = Outline()
OUTLINES: dict[Profile, Outline] = {
    "percetakan": Outline(bleed_mm=BLEED_MM, slug_mm=SLUG_MM),
    "besar": Outline(scale=ENLARGED),
}


def outline_of(profile: Profile) -> Outline:
    """The outline of a profile; most print the sheet alone, as large as it is."""
    return OUTLINES.get(profile, PLAIN)
