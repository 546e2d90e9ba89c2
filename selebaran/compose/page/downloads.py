"""The page that offers a district's print files. The files themselves, with sizes, are added when the site is built."""

from __future__ import annotations

from collections.abc import Sequence

from selebaran.model.page import ComposedPage
from selebaran.model.page_meta import OfferedPiece, PageMeta
from selebaran.model.piece import PieceSource
from selebaran.model.usage import Usage

DOWNLOADS = "unduh"


def downloads_page(sources: Sequence[PieceSource], description: str) -> ComposedPage:
    """The page that offers the print files of these pieces; `description` says what they are."""
    meta = PageMeta(
        title="Lembar cetak",
        description=description,
        slug=DOWNLOADS,
        template="unduh.html",
        offers=tuple(OfferedPiece(p.name, p.spec.title, p.spec.about, p.spec.instructions) for p in sources),
    )
    drawn = frozenset(name for piece in sources for name in piece.spec.instructions.pictures)
    return ComposedPage(DOWNLOADS, "", meta, Usage(drawings=drawn))
