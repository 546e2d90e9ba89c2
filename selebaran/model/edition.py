"""One district, ready: pages, print pieces and the words around them. Pure data."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from selebaran.model.page import ComposedPage
from selebaran.model.piece import ComposedPiece


@dataclass(frozen=True)
class SiteFrame:
    """What stands around every page. `context` is plain data for the page templates (`config.extra.situs`)."""

    name: str
    address: str | None
    context: dict[str, Any]


@dataclass(frozen=True)
class Edition:
    """One district as of one day. `menu` lists (title, source file) in order; `pictures` are bytes by file name."""

    slug: str
    host: str
    as_of: date
    frame: SiteFrame
    pages: tuple[ComposedPage, ...]
    menu: tuple[tuple[str, str], ...]
    pieces: tuple[ComposedPiece, ...]
    drawings: dict[str, str]
    pictures: dict[str, bytes]
