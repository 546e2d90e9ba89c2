"""The page that offers a district's print files. The files themselves, with sizes, are added when the site is built."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from selebaran.model.page import ComposedPage
from selebaran.model.piece import PieceSource
from selebaran.model.usage import Usage

DOWNLOADS = "unduh"


def downloads_page(sources: Iterable[PieceSource]) -> ComposedPage:
    """The page that offers the print files of these pieces."""
    sources = tuple(sources)
    pieces: list[dict[str, Any]] = [
        {
            "lembar": piece.name,
            "judul": piece.spec.title,
            "keterangan": piece.spec.about,
            "kertas": piece.spec.instructions.paper,
            "cetak": list(piece.spec.instructions.printing),
            "lipat": list(piece.spec.instructions.folding),
            "gambar_petunjuk": list(piece.spec.instructions.pictures),
        }
        for piece in sources
    ]
    meta = {
        "title": "Lembar cetak",
        "description": "Selebaran, poster, dan brosur JKN untuk dicetak dan dibagikan.",
        "slug": DOWNLOADS,
        "template": "unduh.html",
        "fakta": [],
        "unduh": pieces,
    }
    drawn = frozenset(name for piece in sources for name in piece.spec.instructions.pictures)
    return ComposedPage(DOWNLOADS, "", meta, Usage(drawings=drawn))
