"""What a profile makes of a sheet: the size at which it prints it, and what lies around the trim."""

from __future__ import annotations

from dataclasses import dataclass

from selebaran.model.piece import BLEED_MM
from selebaran.model.sizes import Profile
from selebaran.press.impose import enlarged_mm
from selebaran.press.marks import SLUG_MM


@dataclass(frozen=True)
class Outline:
    """Whether a sheet is enlarged, and the widths of the bleed and of the slug beyond it."""

    is_enlarged: bool = False
    bleed_mm: float = 0.0
    slug_mm: float = 0.0

    @property
    def around_mm(self) -> float:
        """From the edge of the medium to the trim."""
        return self.bleed_mm + self.slug_mm

    def size_mm(self, width_mm: float, height_mm: float) -> tuple[float, float]:
        """The size to which a sheet is cut that is laid out in this size."""
        return enlarged_mm(width_mm, height_mm) if self.is_enlarged else (width_mm, height_mm)


PLAIN = Outline()
OUTLINES: dict[Profile, Outline] = {
    "percetakan": Outline(bleed_mm=BLEED_MM, slug_mm=SLUG_MM),
    "besar": Outline(is_enlarged=True),
}


def outline_of(profile: Profile) -> Outline:
    """The outline of a profile; most print the sheet alone, as large as it is."""
    return OUTLINES.get(profile, PLAIN)
