"""A photo from a phone -> the picture that a district can show: turned, small, without place, camera or hour."""

from __future__ import annotations

from selebaran.compose.district.pictures import PictureFault, for_web
from selebaran.desk.offer import Offer, Offers, picture_of
from selebaran.model.problem import Place, problem
from selebaran.read.pictures import MOST_MEGAPIXELS, PIXELS, size_of
from selebaran.words.mended import mended

ENDINGS = {".png": "png", ".webp": "webp", ".jpg": "jpg", ".jpeg": "jpg", ".heic": "jpg", ".heif": "jpg"}
"""What a picture of each ending becomes: browsers don't read what phones keep."""
LARGEST = 20 << 20


def read_photo(raw: bytes, label: str) -> Offers:
    """The picture of a file, or why it can't be shown."""
    place, shown_name = Place(label), label.rpartition("/")[2]
    if len(raw) > LARGEST:
        return [], [problem("gambar-terlalu-besar", place, berkas=shown_name, batas=f"{LARGEST >> 20} MB")]
    size = size_of(raw)
    if size and size[1] * size[2] > MOST_MEGAPIXELS * PIXELS:
        values = {"lebar": size[1], "tinggi": size[2], "batas": MOST_MEGAPIXELS}
        return [], [problem("gambar-terlalu-luas", place, berkas=shown_name, **values)]
    stem, dot, ending = shown_name.rpartition(".")
    kind = ENDINGS[f"{dot}{ending.lower()}"]
    try:
        made = for_web(raw, kind)
    except PictureFault as fault:
        return [], [problem(fault.code, place, berkas=shown_name, **fault.values)]
    name = mended("nama-gambar-tidak-sah", f"{stem[:60]}.{kind}") or f"foto.{kind}"
    return [Offer("gambar", label, place, pictures=(picture_of(name, made, place),))], []
