"""A picture that is passed on, described as a print piece: its measures, its panels, and what each takes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from selebaran.model.piece import PieceSpec
from selebaran.model.sharing import (
    BESIDE_LINK,
    PX_PER_MM,
    SIZES,
    DrawingSpec,
    EventPictures,
    PictureSpec,
    Shape,
)
from selebaran.model.sizes import Profile

CODE = "g1"
"""Stands for a code, which no picture has: it bears its days, and where to look whether it still holds."""
SCREEN: Profile = "layar"
WORDS = {"paling_kecil": "0.65", "paling_besar": "1.3", "huruf": "13", "panel": ["muka"]}
FOOT = {"paling_kecil": "0.7", "huruf": "10", "panel": ["kaki"]}
"""On a telephone that shows 108 mm as 67, 13 pt are 8."""
Panels = Sequence[Mapping[str, Any]]


def picture_panels(spec: PictureSpec, shape: Shape) -> Panels:
    """What stands in each panel. Beside a link there is room for the heading alone."""
    words = () if shape == BESIDE_LINK else spec.parts
    told = [{"dari": spec.heading, "bentuk": "pesan"}, *({"dari": part, "bentuk": "isi"} for part in words)]
    return _panels(told, spec, shape)


def event_panels(about: EventPictures, shape: Shape) -> Panels:
    """The same of an event, whose words the template takes from it."""
    return _panels(["@acara_ringkas" if shape == BESIDE_LINK else "@acara"], about, shape)


def _panels(told: Sequence[Any], drawn: DrawingSpec, shape: Shape) -> Panels:
    """The drawing stands below the words, and leaves where these need its room; in a lying picture beside them."""
    drawing = [{"gambar": drawn.drawing, "kotak": drawn.crop, "teks": drawn.alternative}]
    beside = [_panel("gambar", drawing)] if shape == BESIDE_LINK else []
    below = [] if shape == BESIDE_LINK else drawing
    return [{**_panel("muka", told), "kaki": below}, *beside, _panel("kaki", ["@kaki"])]


def _panel(name: str, parts: Sequence[Any]) -> dict[str, Any]:
    return {"nama": name, "x": "0", "lebar": "100", "isi": parts}


def card_spec(title: str, shape: Shape, panels: Panels, page: str) -> PieceSpec:
    """The piece. It is about an event in so far as it makes no edition; `page` is what it leads to."""
    size = SIZES[shape]
    described: dict[str, object] = {
        "kode": CODE,
        "judul": title,
        "keterangan": title,
        "acara": "ya",
        "format": shape,
        "lipatan": "tanpa-lipatan",
        "lebar": str(size.width_px / PX_PER_MM),
        "tinggi": str(size.height_px / PX_PER_MM),
        "alamat": page,
        "sampul": {"lembar": "1", "panel": "muka"},
        "petunjuk": {"kertas": SCREEN, "cetak": []},
        "lembar": [{"sisi": "depan", "panel": panels}],
        "profil": [SCREEN],
        "pas": [WORDS, FOOT],
        "boleh_lepas": [{"tanda": "gambar", "sebutan": "gambarnya"}],
    }
    return PieceSpec.model_validate(described)
