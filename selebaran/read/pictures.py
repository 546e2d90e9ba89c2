"""The pictures that a district lists: their bytes, as far as a look at the head of each file can tell.

Nothing is decoded here, where one process reads all districts: that is `compose.pictures`' work, in the limited worker
of the district. Its form and size are told from the first bytes alone, in plain Python, so that a small file that
claims to be huge gets no further.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import Literal

from selebaran.model.district import Picture
from selebaran.model.places import Places
from selebaran.model.problem import Place, Problem, problem, warning
from selebaran.model.record import PICTURE
from selebaran.read.text import shown
from selebaran.read.walk import Tree
from selebaran.words.mended import mended
from selebaran.words.near import nearest

PICTURES = "gambar"
"""The folder of pictures."""
LARGEST = 10 << 20
"""Bytes of one picture."""
LARGEST_IN_ALL = 60 << 20
MOST = 40
"""Pictures of one district."""
MOST_MEGAPIXELS = 40
PIXELS = 1_000_000
LONGEST_NAME = 80
NAME = re.compile(PICTURE.pattern)

MOST_TIMES = 5
"""How much longer than the other a side may be: beyond, a picture that fits on a screen can't be read."""
SHOWN_PX = 1600
"""The longer side of a picture on a site; what is shorter stays as it is."""

Kind = Literal["PNG", "JPEG", "WebP", "HEIC"]
ENDINGS: dict[Kind, tuple[str, ...]] = {
    "PNG": ("png",),
    "JPEG": ("jpg", "jpeg"),
    "WebP": ("webp",),
    "HEIC": ("heic", "heif", "jpg", "jpeg"),  # phones send it under these names, too
}
HEIC_BRANDS = frozenset((b"heic", b"heix", b"heim", b"heis", b"mif1", b"msf1"))
HEAD = 1 << 18
"""Bytes in which the sizes of a HEIC's parts stand."""
FRAMES = frozenset((*range(0xC0, 0xC4), *range(0xC5, 0xC8), *range(0xC9, 0xCC), *range(0xCD, 0xD0)))
"""The markers of a JPEG that say how large it is."""
ALONE = frozenset((0x01, *range(0xD0, 0xD9)))
"""Those that have no length after them."""


def read_pictures(tree: Tree, listed: Sequence[Picture], places: Places) -> tuple[dict[str, bytes], list[Problem]]:
    """The listed pictures of a folder by their name, and what is wrong with them as far as their heads tell."""
    if len(listed) > MOST or sum(tree.files.get(f"{PICTURES}/{p.file}", 0) for p in listed) > LARGEST_IN_ALL:
        limits = {"jumlah": MOST, "batas": f"{LARGEST_IN_ALL >> 20} MB"}
        return {}, [problem("gambar-terlalu-banyak", places.of("gambar", key=True), **limits)]
    pictures: dict[str, bytes] = {}
    problems: list[Problem] = []
    for index, picture in enumerate(listed):
        place = places.of("gambar", index, "berkas")
        raw, faults = tree.read(f"{PICTURES}/{picture.file}", LARGEST)
        if raw is None:
            problems += faults or _missing(tree, picture.file, {one.file for one in listed}, place)
        else:
            pictures[picture.file] = raw
            problems += _faults(raw, picture.file, place)
    return pictures, problems


def _missing(tree: Tree, name: str, listed: Collection[str], place: Place) -> list[Problem]:
    """That a picture isn't there; nothing where what has its name was told to be no picture. What is `listed` under its
    own name wasn't meant."""
    if f"{PICTURES}/{name}" in {*tree.refused, *tree.folders}:
        return []
    there = [path.removeprefix(f"{PICTURES}/") for path in tree.files if path.startswith(f"{PICTURES}/")]
    meant = nearest(name, (file for file in there if file not in listed))
    return [problem("gambar-hilang", place, berkas=name, maksud=meant)]


def size_of(raw: bytes) -> tuple[Kind, int, int] | None:
    """The form of a picture, its width and its height, as its head has it; None for what has no such head."""
    if raw.startswith(b"\x89PNG\r\n\x1a\n") and raw[12:16] == b"IHDR" and len(raw) >= 24:
        return "PNG", int.from_bytes(raw[16:20], "big"), int.from_bytes(raw[20:24], "big")
    if raw.startswith(b"\xff\xd8\xff"):
        return _jpeg(raw)
    if raw[4:8] == b"ftyp":
        return _heic(raw)
    return _webp(raw) if raw[:4] == b"RIFF" and raw[8:12] == b"WEBP" and len(raw) >= 30 else None


def _jpeg(raw: bytes) -> tuple[Kind, int, int] | None:
    """The size that the first frame of a JPEG names, found by stepping from marker to marker."""
    at = 2
    while at + 9 <= len(raw) and raw[at] == 0xFF:
        marker = raw[at + 1]
        if marker in FRAMES:
            return "JPEG", int.from_bytes(raw[at + 7 : at + 9], "big"), int.from_bytes(raw[at + 5 : at + 7], "big")
        if marker == 0xFF:  # one of any number of bytes that fill up
            at += 1
        elif marker in ALONE:
            at += 2
        else:
            at += 2 + int.from_bytes(raw[at + 2 : at + 4], "big")
    return None


def _webp(raw: bytes) -> tuple[Kind, int, int] | None:
    form = raw[12:16]
    if form == b"VP8X":
        return "WebP", 1 + int.from_bytes(raw[24:27], "little"), 1 + int.from_bytes(raw[27:30], "little")
    if form == b"VP8L":
        bits = int.from_bytes(raw[21:25], "little")
        return "WebP", 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
    if form == b"VP8 ":
        width, height = (int.from_bytes(raw[at : at + 2], "little") & 0x3FFF for at in (26, 28))
        return "WebP", width, height
    return None


def _heic(raw: bytes) -> tuple[Kind, int, int] | None:
    """The largest size that is told within a phone's file: it holds tiles of the picture and small copies as well."""
    brands = raw[8 : int.from_bytes(raw[:4], "big")]
    named = {brands[at : at + 4] for at in range(0, min(len(brands), 80), 4)}
    if not named & HEIC_BRANDS or b"avif" in named:
        return None
    told = [found.end() for found in re.finditer(b"ispe", raw[:HEAD])]
    sizes = [(int.from_bytes(raw[at + 4 : at + 8], "big"), int.from_bytes(raw[at + 8 : at + 12], "big")) for at in told]
    return ("HEIC", *max(sizes, key=lambda size: size[0] * size[1])) if sizes else None


def _faults(raw: bytes, name: str, place: Place) -> list[Problem]:
    """What the head of a listed file, and its length, tell against it."""
    if len(raw) > LARGEST:
        return [problem("gambar-terlalu-besar", place, berkas=name, batas=f"{LARGEST >> 20} MB")]
    found = size_of(raw)
    if found is None or not found[1] or not found[2]:
        return [problem("gambar-tidak-terbaca", place, berkas=name)]
    kind, width, height = found
    stem, _, ending = name.rpartition(".")
    if ending not in ENDINGS[kind]:
        better = f"{stem}.{ENDINGS[kind][0]}"
        return [problem("gambar-salah-akhiran", place, berkas=name, jenis=kind, maksud=better)]
    if width * height > MOST_MEGAPIXELS * PIXELS:
        size = {"lebar": width, "tinggi": height, "batas": MOST_MEGAPIXELS}
        return [problem("gambar-terlalu-luas", place, berkas=name, **size)]
    return _too_long(name, width, height, place)


def _too_long(name: str, width: int, height: int, place: Place) -> list[Problem]:
    """That a picture of this size becomes too narrow, or too low, to be read when it is made to fit."""
    longer, shorter = max(width, height), min(width, height)
    if longer <= SHOWN_PX or longer <= MOST_TIMES * shorter:
        return []
    left = max(1, round(shorter * SHOWN_PX / longer))
    small = (left, SHOWN_PX) if height > width else (SHOWN_PX, left)
    figures = {"lebar": width, "tinggi": height, "kecil": f"{small[0]} × {small[1]}", "kali": MOST_TIMES}
    return [problem("gambar-terlalu-panjang", place, berkas=name, **figures)]


def odd_pictures(tree: Tree) -> tuple[list[Problem], list[Problem]]:
    """What lies in the folder of pictures and can't be one, listed or not; and warnings of pictures that have another
    name: they are shown nowhere, and nothing needs them, so they stop no district."""
    problems, notices = [], []
    for path in tree.under(PICTURES):
        name = path.removeprefix(f"{PICTURES}/")
        if path in tree.folders:
            problems.append(problem("berkas-berupa-folder", tree.place(path), nama=shown(name)))
        elif "/" not in name and (not NAME.fullmatch(name) or len(name) > LONGEST_NAME):
            values = {"isi": shown(name), "maksud": mended("nama-gambar-tidak-sah", name)}
            if values["maksud"] and name[0] != ".":
                notices.append(warning("nama-gambar-tidak-sah", tree.place(path), **values))
            else:
                problems.append(problem("nama-gambar-tidak-sah", tree.place(path), **values))
    return problems, notices
