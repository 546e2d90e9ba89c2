"""The page that offers a district's print files. The files themselves, with sizes, are added when the site is built."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from selebaran.model.edition import PieceOutcome
from selebaran.model.page import ComposedPage
from selebaran.model.page_meta import OfferedPiece, PageMeta
from selebaran.model.usage import Usage

DOWNLOADS = "unduh"


def downloads_page(outcomes: Sequence[PieceOutcome], description: str, as_of: date, *, published: bool) -> ComposedPage:
    """The page that offers the print files of these pieces; `description` says what they are. In a publication, what
    was good until a day before `as_of` is sorted out; a sheet of a preview has no last day, for it isn't handed out."""
    meta = PageMeta(
        title="Lembar cetak",
        description=description,
        slug=DOWNLOADS,
        template="unduh.html",
        offers=tuple(_offered(outcome, as_of if published else None) for outcome in outcomes),
    )
    drawn = frozenset(name for o in outcomes for name in o.source.spec.instructions.pictures)
    return ComposedPage(DOWNLOADS, "", meta, Usage(drawings=drawn))


def _offered(outcome: PieceOutcome, as_of: date | None) -> OfferedPiece:
    spec, until = outcome.source.spec, outcome.until if as_of else None
    is_over = bool(until and as_of and until < as_of)
    return OfferedPiece(outcome.name, spec.title, spec.about, spec.instructions, until, is_over)
