"""Fonts for scripts of Indonesian languages. A sheet gets one only when its text has letters of that script: they cost
time, and no sheet of most districts needs them.

A stylesheet of a sheet names no such font. Pango looks for a letter that the named ones don't have in every face that
was loaded, so that it is enough to load them.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from fontTools.ttLib import TTFont

STYLES = {"Regular": 400, "Bold": 700}


@dataclass(frozen=True)
class Script:
    """A script, its font family, and the ranges of its letters in Unicode."""

    family: str
    ranges: tuple[tuple[int, int], ...]

    def is_in(self, text: str) -> bool:
        """Whether a text has a letter of it."""
        return any(first <= ord(letter) <= last for letter in set(text) for first, last in self.ranges)

    @property
    def names(self) -> dict[str, int]:
        """The files of its font, with their weights."""
        return {f"{self.family.replace(' ', '')}-{style}": weight for style, weight in STYLES.items()}

    @property
    def css(self) -> str:
        """What makes the font known to a sheet."""
        return " ".join(
            f'@font-face {{ font-family: "{self.family}"; font-weight: {weight}; src: url("asset:huruf/{name}.ttf") }}'
            for name, weight in self.names.items()
        )


SCRIPTS = (
    Script("Noto Sans Javanese", ((0xA980, 0xA9DF),)),
    Script("Noto Sans Sundanese", ((0x1B80, 0x1BBF), (0x1CC0, 0x1CCF))),
    Script("Noto Sans Balinese", ((0x1B00, 0x1B7F),)),
    Script(
        "Noto Sans Arabic",
        ((0x0600, 0x06FF), (0x0750, 0x077F), (0x08A0, 0x08FF), (0xFB50, 0xFDFF), (0xFE70, 0xFEFF)),
    ),
)


def scripts_of(text: str) -> tuple[Script, ...]:
    """The scripts that a text needs a font for."""
    beyond = "".join(letter for letter in set(text) if ord(letter) > 0x5FF)
    return tuple(script for script in SCRIPTS if beyond and script.is_in(beyond))


@lru_cache(maxsize=len(SCRIPTS))
def script_fonts(script: Script) -> dict[str, bytes]:
    """The files of a script's font, by the addresses under which a sheet asks for them."""
    folder = files("selebaran") / "data" / "huruf"
    return {f"asset:huruf/{name}.ttf": _unpacked((folder / f"{name}.woff").read_bytes()) for name in script.names}


def _unpacked(packed: bytes) -> bytes:
    """A font without the packing for the web. WeasyPrint would do it, and write the time of day into it."""
    out = io.BytesIO()
    font = TTFont(io.BytesIO(packed), recalcTimestamp=False)
    font.flavor = font.flavorData = None
    font.save(out)
    return out.getvalue()
