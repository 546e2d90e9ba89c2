"""What a build was asked for on the command line. Nothing heavy is loaded for it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from selebaran.cli.language import Language


@dataclass(frozen=True)
class Asked:
    """The options of a build, as click gives them."""

    slug: tuple[str, ...] = ()
    out: Path | None = None
    only: str | None = None
    profil: tuple[str, ...] = ()
    kertas: str | None = None
    lembar: tuple[str, ...] = ()
    kecamatan: str | None = None
    icc: Path | None = None
    jobs: int | None = None
    as_of: str | None = None
    publish: bool = False
    as_json: bool = False
    quiet: bool = False
    lang: Language = "id"
    root: Path | None = None
    bagikan: bool = False
    layout: str | None = None
    without_walls: bool = False
    fresh: bool = False
    one_line: bool = False
    cluster: str | None = None
    cluster_certs: Path | None = None
    timings: Path | None = None
    prove: int | None = None
    seed: int | None = None

    @property
    def is_silent(self) -> bool:
        """Whether neither progress nor a report is shown."""
        return self.quiet or self.as_json or self.one_line

    def out_of(self, project: Path) -> Path:
        """Where the result goes."""
        return self.out or project / "dist"
