"""One district's folder to be spoilt, and what is then said of it."""

from __future__ import annotations

from pathlib import Path

from selebaran.cli.language import Speaker
from selebaran.cli.show import problem_text
from selebaran.model.campaign import Campaign
from selebaran.model.district import ListedDistrict
from selebaran.model.problem import Place, Problem
from selebaran.read.districts import read_district
from tests.patience import must_end

AT = "districts/kab-uji"
HOST = "dinkesuji.example"
COPY = "hapus dari folder ini, lalu taruh salinan berkas aslinya"
PAGE = "---\njudul: Posko\nringkas: Tempat bertanya.\n---\nPosko.\n"


def read(root: Path) -> list[Problem]:
    """What is wrong with the folder. It is told, whatever lies there: nothing is waited for."""
    with must_end("reading the folder"):
        listed = ListedDistrict(slug="kab-uji", domain=HOST)
        found = read_district(root / "districts", "districts", listed, Place("x"), Campaign.unread())
    assert (found[0] is None) == bool(found[1])
    return found[1]


def told(root: Path) -> list[str]:
    return [problem_text(found, Speaker()) for found in read(root)]


def codes(root: Path) -> list[tuple[str, str]]:
    return [(found.code, found.place.file.removeprefix(f"{AT}/")) for found in read(root)]


def odd(name: str, kind: str) -> str:
    short = name.rpartition("/")[2]
    return f"{AT}/{name}: error[berkas-bukan-biasa]: '{short}' bukan berkas atau folder biasa ({kind})\n  saran: {COPY}"


def put(folder: Path, name: str, text: str = PAGE) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path
