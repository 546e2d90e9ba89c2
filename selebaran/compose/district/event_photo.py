"""The photo of an event, for its poster: one of the district's pictures, written anew as they all are."""

from __future__ import annotations

from selebaran.compose.district.pictures import PictureFault, for_web
from selebaran.compose.template.views import Values
from selebaran.model.event import Event
from selebaran.model.registry import DistrictFolder

PHOTO = "asset:foto.jpg"
"""The address under which the sheets that tell of an event find its photo."""


def photo_of(event: Event, folder: DistrictFolder) -> tuple[bytes, str] | None:
    """The photo and the text that stands for it; None where there is none that can be shown. What is wrong with it, the
    check of all pictures says."""
    alt = next((picture.alt for picture in folder.district.pictures if picture.file == event.picture), None)
    if alt is None or event.picture not in folder.pictures:
        return None
    try:
        return for_web(folder.pictures[event.picture], "jpg"), alt
    except PictureFault:
        return None


def photo_values(photo: tuple[bytes, str] | None) -> Values | None:
    """The photo as templates see it."""
    return {"gambar": PHOTO, "teks": photo[1]} if photo else None
