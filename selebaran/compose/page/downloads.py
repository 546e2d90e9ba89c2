"""The page that offers a district's print files. The files themselves, with sizes, are added when the site is built."""

from __future__ import annotations

from collections.abc import Sequence

from selebaran.compose.fact.policy import FactPolicy
from selebaran.model.edition import PieceOutcome
from selebaran.model.page import ComposedPage
from selebaran.model.page_meta import OfferedPiece, PageMeta
from selebaran.model.usage import Usage

DOWNLOADS = "unduh"


def downloads_page(outcomes: Sequence[PieceOutcome], description: str, policy: FactPolicy) -> ComposedPage:
    """The page that offers the print files of these pieces; `description` says what they are. In a publication, what
    was good until a day before is sorted out; a sheet of a preview has no last day, for it isn't handed out."""
    meta = PageMeta(
        title="Lembar cetak",
        description=description,
        slug=DOWNLOADS,
        template="unduh.html",
        offers=tuple(_offered(outcome, policy) for outcome in outcomes),
    )
    drawn = frozenset(name for o in outcomes for name in o.source.spec.instructions.pictures)
    return ComposedPage(DOWNLOADS, "", meta, Usage(drawings=drawn))


def _offered(outcome: PieceOutcome, policy: FactPolicy) -> OfferedPiece:
    spec, until = outcome.source.spec, outcome.until if policy.published else None
    is_over = policy.published and outcome.is_past(policy.as_of)
    return OfferedPiece(
        outcome.name,
        spec.title,
        spec.about,
        spec.instructions,
        until,
        is_over,
        spec.group,
        spec.occasions,
        spec.copies_per_visitor,
    )
