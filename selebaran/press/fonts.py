"""The fonts that sheets may use: static instances made once from the variable fonts in the fontpkg wheels.

A variable font costs WeasyPrint twice the time, because it is instanced on every write. No system font takes part:
a private fontconfig file names no folder, so that a sheet looks the same on every machine.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

WEIGHTS = {400: "Regular", 500: "Medium", 600: "SemiBold", 700: "Bold", 800: "ExtraBold"}


@dataclass(frozen=True)
class Family:
    """A family, the wheel that it comes from, and the weights that sheets use."""

    name: str
    module: str
    package: str
    weights: tuple[int, ...]

    @property
    def stem(self) -> str:
        """The family's name as it stands in file and PostScript names."""
        return self.name.replace(" ", "")


FAMILIES = (
    Family("Plus Jakarta Sans", "fontpkg_plus_jakarta_sans", "fontpkg-plus-jakarta-sans", (500, 700, 800)),
    Family("Public Sans", "fontpkg_public_sans", "fontpkg-public-sans", (400, 600, 700)),
)

SEALED = "fonts.conf"
FONTCONFIG = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig><cachedir>{cache}</cachedir></fontconfig>
"""


def kept_name() -> str:
    """What the folder of the static fonts is called: other releases of the families have others."""
    return "-".join(["huruf", *(f"{family.stem}{version(family.package)}" for family in FAMILIES)])


def font_files(cache: Path) -> dict[str, bytes]:
    """The static fonts as {"PublicSans-Regular.ttf": bytes, …}; made below `cache` on the first call."""
    made = cache / kept_name()
    if not made.is_dir():
        cache.mkdir(parents=True, exist_ok=True)
        stage = Path(tempfile.mkdtemp(dir=cache))
        for family in FAMILIES:
            source = Path(str(files(family.module))) / "files" / f"{family.stem}[wght].ttf"
            for weight in family.weights:
                _instance(source, family, weight, stage / f"{family.stem}-{WEIGHTS[weight]}.ttf")
        try:
            stage.rename(made)
        except OSError:  # another process was quicker; its files are the same
            if not made.is_dir():
                raise
    return {path.name: path.read_bytes() for path in sorted(made.glob("*.ttf"))}


def are_there(cache: Path) -> bool:
    """Whether nothing is to be written below `cache` before fonts are used."""
    return (cache / kept_name()).is_dir() and _is_sealed(cache)


@contextmanager
def sealed_fontconfig(cache: Path) -> Iterator[None]:
    """Within the block, a new `FontConfiguration` knows no system font.

    The variable is put back afterwards: a program started by this process has a right to its fonts."""
    cache.mkdir(parents=True, exist_ok=True)
    path = cache / SEALED
    if not _is_sealed(cache):
        path.write_text(_sealed(cache), "utf-8")
    before = os.environ.get("FONTCONFIG_FILE")
    os.environ["FONTCONFIG_FILE"] = str(path)
    try:
        yield
    finally:
        if before is None:
            del os.environ["FONTCONFIG_FILE"]
        else:
            os.environ["FONTCONFIG_FILE"] = before


def _is_sealed(cache: Path) -> bool:
    path = cache / SEALED
    return path.is_file() and path.read_text("utf-8") == _sealed(cache)


def _sealed(cache: Path) -> str:
    return FONTCONFIG.format(cache=cache.resolve() / "fontconfig")


def _instance(source: Path, family: Family, weight: int, target: Path) -> None:
    """One weight as a static font with names of its own, so that a PDF's font list tells which weight was used."""
    from fontTools.ttLib import TTFont  # late: once they are made, nobody needs what makes them
    from fontTools.varLib import instancer

    font = instancer.instantiateVariableFont(TTFont(source, recalcTimestamp=False), {"wght": weight})
    style = WEIGHTS[weight]
    names = font["name"]
    for name_id in (16, 17, 21, 22, 25):
        names.removeNames(nameID=name_id)
    plain = weight in (400, 700)
    for platform in ((3, 1, 0x409), (1, 0, 0)):
        names.setName(family.name if plain else f"{family.name} {style}", 1, *platform)
        names.setName("Bold" if weight == 700 else "Regular", 2, *platform)
        names.setName(f"{family.name} {style}", 4, *platform)
        names.setName(f"{family.stem}-{style}", 6, *platform)
        names.setName(family.name, 16, *platform)
        names.setName(style, 17, *platform)
    font["OS/2"].usWeightClass = weight
    if "STAT" in font:
        del font["STAT"]
    font.save(target)
