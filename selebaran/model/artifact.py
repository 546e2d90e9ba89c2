"""Output files: what each was made from, and the printed piece that it may belong to."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Annotated, Literal

from pydantic import Field

from selebaran.model.fitting import GivesWay
from selebaran.model.piece import Derivation
from selebaran.model.sizes import Paper, Profile

Kind = Literal["halaman", "gaya", "skrip", "gambar", "pencarian", "data", "lembar"]
Path = Annotated[str, Field(pattern=r"^[A-Za-z0-9_.][A-Za-z0-9_.@+/-]{0,1000}$")]
Digest = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
Input = Annotated[str, Field(pattern=r"^[A-Za-z0-9_][A-Za-z0-9_.:=/+-]{0,1000}$")]
ENDINGS = frozenset(
    (
        *(".html", ".css", ".js", ".svg", ".png", ".jpg", ".jpeg", ".webp", ".pdf"),
        *(".json", ".xml", ".csv", ".txt", ".ics", ".webmanifest", ".zip"),
    )
)
"""Kinds of files that a site has."""
COMPRESSED = (".gz", ".br")
"""What a name ends in beside its own ending, where the file is compressed."""
SCRIPTS, WORKER = "assets", "sw.js"
"""The folder of a site's scripts, and the one script outside, which has to lie on top."""


def may_be_in_site(path: str) -> bool:
    """Whether a web root may have a file of this path: of a kind that no host takes for an instruction or a program.

    Some hosts run what is called _worker.js, functions/x.js or api/x.js, and obey a vercel.json on top."""
    ending = PurePosixPath(path).suffix
    plain = PurePosixPath(path.removesuffix(ending) if ending in COMPRESSED else path)
    if plain.suffix not in ENDINGS or any(part[0] in "._" for part in plain.parts):
        return False
    if plain.suffix == ".js":
        return plain.parts[0] == SCRIPTS or plain.parts == (WORKER,)
    return plain.suffix != ".json" or len(plain.parts) > 1


@dataclass(frozen=True)
class Artifact:
    """A finished file of a district. `path` is relative to its web root, `digest` SHA-256 in hexadecimal.

    `inputs` are what it was made from: files of the project by their paths there, and libraries, such as
    `tema:mkdocs-material==9.8.1`. When none of them changes, nor the program, nor the day, neither does the file."""

    path: Path
    kind: Kind
    digest: Digest
    inputs: tuple[Input, ...]


@dataclass(frozen=True)
class PrintFile:
    """A finished print file or thumbnail; `path` is relative to the web root that offers it."""

    path: str
    content: bytes


@dataclass(frozen=True)
class Download:
    """A print file as the download page offers it. Paths are relative to the web root, sizes in bytes and pixels.

    `ticket` is the job ticket that goes with it to a print shop.
    For the staff report: how full each panel is (0.72 is 72 %), and the scale at which its text fits. `gone` is what
    gave way so that it does."""

    piece: str
    profile: Profile
    derivation: Derivation | None
    paper: Paper
    path: str
    size: int
    thumbnail: str
    thumbnail_size: tuple[int, int]
    fills: tuple[tuple[str, float], ...] = ()
    scale: float = 1.0
    gone: tuple[GivesWay, ...] = ()
    ticket: str | None = None

    @property
    def layout(self) -> str:
        """The profile, and the paper where it isn't A4: what the report knows a layout by."""
        return f"{self.profile} F4" if self.paper == "f4" else self.profile
