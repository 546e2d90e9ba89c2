"""A district's pictures, decoded and written anew, so that nothing but what can be seen gets out.

A photo from a phone says where it was taken, a file may be a picture and a program at once, and a small one may fill
the memory. So each is decoded within bounds, turned the way it was held, made small enough for cheap telephones, and
encoded again without anything that came with it. This runs where the district is made, in its limited worker.
"""

from __future__ import annotations

import io
import struct
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from hashlib import sha256

from PIL import Image, ImageChops, ImageFile, ImageOps

from selebaran.compose.district.ground import on_ground
from selebaran.compose.district.srgb import in_srgb
from selebaran.jobs.recalled import Recalled, remembered
from selebaran.jobs.step import at
from selebaran.model.problem import Problem, problem
from selebaran.model.registry import DistrictFolder
from selebaran.read.pictures import MOST_MEGAPIXELS, PIXELS, SHOWN_PX

FORMATS = ("PNG", "JPEG", "WEBP")
HEIF_AT, HEIF_MARK = 4, b"ftyp"
"""Where, and by what, the forms are known of which HEIF is one."""
ONE_OF_MORE = ("MPO", "HEIF")
"""Forms in which a phone keeps more beside the picture: a second one for bright screens, the distance of each point."""
LONGEST_PX, SHORTEST_LONG_PX = SHOWN_PX, 640
"""The longer side of a picture on a site; the other bound is how far it shrinks to be light."""
READABLE_PX = 320
"""The shorter side doesn't shrink below it: a telephone is as wide, and a screen shot on it can be read."""
LIGHT = 200_000
"""Bytes that a picture should not exceed: four seconds at 400 kbit/s."""
MARGIN = 0.95
"""How much smaller a picture is made than its weight would ask for: less of it weighs more for its size."""
QUALITY = 78
SIXTEEN_BITS = 256
"""By how much the levels of a picture in 16 bits are finer than those of 8."""
BROKEN = (
    OSError,
    SyntaxError,
    ValueError,
    EOFError,
    LookupError,
    TypeError,
    ArithmeticError,
    AttributeError,
    struct.error,
    Image.DecompressionBombError,
)
"""What Pillow raises for a file that is no picture, or only the beginning of one."""

PICTURES: Recalled[tuple[str, str], tuple[bytes, ...]] = Recalled(0)
"""By the digest of a district's file and what was made of it: for who composes one district after each change of it."""


def _formats(raw: bytes) -> tuple[str, ...]:
    """The forms that a file may have. The library for HEIF is loaded for the first one that begins as one."""
    if raw.find(HEIF_MARK, HEIF_AT, HEIF_AT + len(HEIF_MARK)) != HEIF_AT:
        return FORMATS
    _load_heif()
    return (*FORMATS, "HEIF")


@lru_cache(maxsize=1)
def _load_heif() -> None:
    import pillow_heif

    pillow_heif.register_heif_opener(thumbnails=False, depth_images=False, aux_images=False, decode_threads=1)


class PictureFault(Exception):
    """The file can't be shown: `code` and `values` are those of a problem."""

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(code)
        self.code = code
        self.values = values


def decoded(raw: bytes, longest: int = 0) -> Image.Image:
    """The picture in a file, upright, as L, LA, RGB or RGBA. Raises `PictureFault`.

    With `longest`, a JPEG may come out smaller than it is, but not smaller than that on its longer side."""
    try:
        with _strict(), Image.open(io.BytesIO(raw), formats=_formats(raw)) as image:
            if image.width * image.height > MOST_MEGAPIXELS * PIXELS:  # its head may say one thing, Pillow find another
                size = {"lebar": image.width, "tinggi": image.height, "batas": MOST_MEGAPIXELS}
                raise PictureFault("gambar-terlalu-luas", **size)
            if image.format not in ONE_OF_MORE and getattr(image, "n_frames", 1) > 1:
                raise PictureFault("gambar-bergerak")
            if longest:
                image.draft(None, (longest, longest))
            image.load()
            return _plain(in_srgb(_upright(image)))
    except BROKEN as error:
        raise PictureFault("gambar-tidak-terbaca") from error


def web_pictures(folder: DistrictFolder) -> tuple[dict[str, bytes], list[Problem]]:
    """All pictures of a district as they go onto its site, by file name, and why others can't."""
    made: dict[str, bytes] = {}
    problems = []
    for index, picture in enumerate(folder.district.pictures):
        if picture.served in made or picture.file not in folder.pictures:
            continue
        try:
            with at(f"districts/{folder.slug}/gambar/{picture.file}"):
                made[picture.served] = for_web(folder.pictures[picture.file], picture.served.rpartition(".")[2])
        except PictureFault as fault:
            place = folder.places["daerah.yml"].of("gambar", index, "berkas")
            problems.append(problem(fault.code, place, berkas=picture.file, **fault.values))
    return made, problems


def digest_of(raw: bytes) -> str:
    """What a picture's file is recalled by."""
    return sha256(raw).hexdigest()


def for_web(raw: bytes, ending: str) -> bytes:
    """The picture in a file, encoded anew in the form that its ending names. Raises `PictureFault`."""
    return PICTURES.of((digest_of(raw), ending), lambda: (_for_web(raw, ending),))[0]


@remembered(8)
def _for_web(raw: bytes, ending: str) -> bytes:
    image = decoded(raw, LONGEST_PX * 2)
    image.thumbnail((LONGEST_PX, LONGEST_PX), Image.Resampling.LANCZOS)
    image = on_ground(image)
    made, shortest = _encoded(image, ending), _shortest(image)
    if len(made) > LIGHT and max(image.size) > shortest:
        fitting = int(max(image.size) * MARGIN * (LIGHT / len(made)) ** 0.5)
        made = _encoded(image, ending, max(shortest, fitting))
        if len(made) > LIGHT and fitting > shortest:
            made = _encoded(image, ending, shortest)
    return made


def _shortest(image: Image.Image) -> int:
    """How short the longer side of a picture may become, so that the shorter one is still to be read."""
    return max(SHORTEST_LONG_PX, READABLE_PX * max(image.size) // min(image.size))


def _encoded(image: Image.Image, ending: str, longest: int = LONGEST_PX) -> bytes:
    drawn = image.copy()
    drawn.thumbnail((longest, longest), Image.Resampling.LANCZOS)
    stream = io.BytesIO()
    if ending == "png":
        few, is_drawing = _few_colours(drawn)
        few.save(stream, "PNG", optimize=is_drawing)
    elif ending == "webp":
        drawn.save(stream, "WEBP", quality=QUALITY, method=4)
    else:
        _on_white(drawn).save(stream, "JPEG", quality=QUALITY, optimize=True, progressive=True)
    return stream.getvalue()


def _few_colours(image: Image.Image) -> tuple[Image.Image, bool]:
    """The picture with a palette, and whether it is a drawing: that keeps its colours, a photo gets 256 of them."""
    method = Image.Quantize.FASTOCTREE if "A" in image.mode else Image.Quantize.MEDIANCUT
    source = image if image.mode in ("RGB", "RGBA") else image.convert("RGBA" if "A" in image.mode else "RGB")
    if source.getcolors(256) is None:
        return source.quantize(256, method=method), False
    few = source.quantize(256, method=method, dither=Image.Dither.NONE)
    is_same = ImageChops.difference(few.convert(source.mode), source).getbbox(alpha_only=False) is None
    return few if is_same else source, True


def _upright(image: Image.Image) -> Image.Image:
    """The picture as it was held. One whose note of that is broken stays as it is."""
    try:
        return ImageOps.exif_transpose(image)
    except BROKEN:
        return image


def _plain(image: Image.Image) -> Image.Image:
    """The picture in 8 bits a colour, without anything that came with it."""
    if image.mode.startswith("I"):
        image = image.convert("I").point(lambda level: level * (1 / SIXTEEN_BITS)).convert("L")
    has_alpha = "A" in image.getbands() or "a" in image.getbands() or "transparency" in image.info
    grey = image.mode in ("1", "L", "LA") and "transparency" not in image.info
    mode = ("LA" if has_alpha else "L") if grey else "RGBA" if has_alpha else "RGB"
    plain = image.convert(mode) if image.mode != mode else image
    plain.info.clear()
    return plain


def _on_white(image: Image.Image) -> Image.Image:
    if "A" not in image.mode:
        return image
    paper = Image.new("RGBA", image.size, "white")
    paper.alpha_composite(image.convert("RGBA"))
    return paper.convert("RGB")


@contextmanager
def _strict() -> Iterator[None]:
    """Within the block, half a picture is an error: WeasyPrint, once imported, lets Pillow make up the rest.

    Pillow's own bound on pixels is put aside: ours is lower, and says how large the picture is."""
    before = ImageFile.LOAD_TRUNCATED_IMAGES, Image.MAX_IMAGE_PIXELS
    ImageFile.LOAD_TRUNCATED_IMAGES, Image.MAX_IMAGE_PIXELS = False, None
    try:
        with warnings.catch_warnings(action="ignore"):
            yield
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES, Image.MAX_IMAGE_PIXELS = before
