"""What a file that somebody sent offers a district: pages, events, pictures. It is data, which a child said.

Nothing is written of it before every guess was shown; what it doesn't say is asked for, and never made up.
"""

from __future__ import annotations

import base64
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from selebaran.model.problem import Place, Problem


@dataclass(frozen=True)
class OfferedPicture:
    """A picture, encoded anew, small and without what came with it. `name` is that of its file, `alt` what its author
    wrote for who doesn't see it ("" where nothing), `content` its bytes in base64."""

    name: str
    content: str
    place: Place
    alt: str = ""

    @property
    def raw(self) -> bytes:
        """The bytes of the file."""
        return base64.b64decode(self.content)


@dataclass(frozen=True)
class Said:
    """A text of a file, and where it stands. `is_guess`: another reading is possible. `unsure` is why it is asked for,
    "" where it isn't."""

    text: str
    place: Place
    is_guess: bool = False
    unsure: str = ""


@dataclass(frozen=True)
class Offer:
    """A page, an event, or pictures alone. `says` are the keys that it says; `body` is Markdown, in which `gambar:1`
    stands for the first of its pictures, counted from 1; `name` is what its file is called, without the ending."""

    kind: Literal["halaman", "kegiatan", "gambar"]
    label: str
    place: Place
    name: str = ""
    says: Mapping[str, Said] = field(default_factory=dict)
    body: str = ""
    pictures: tuple[OfferedPicture, ...] = ()


Offers = tuple[list[Offer], list[Problem]]
"""What a file offers, and what is to be said of it."""


def picture_of(name: str, raw: bytes, place: Place, alt: str = "") -> OfferedPicture:
    """A picture of these bytes."""
    return OfferedPicture(name, base64.b64encode(raw).decode(), place, alt)
