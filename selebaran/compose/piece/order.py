"""A piece of a district -> what a print shop is told of it: beside each sheet, and on its job ticket."""

from __future__ import annotations

from selebaran.compose.page.frame import FICTIONAL
from selebaran.model.edition import SiteFrame
from selebaran.model.order import Hem, Order
from selebaran.model.paper import PaperEdition
from selebaran.model.piece import PieceSource, PieceSpec
from selebaran.model.sizes import NO_FOLD

PREVIEW = "PRATINJAU: belum untuk dibagikan"


def marks_of(frame: SiteFrame) -> tuple[str, ...]:
    """What every page says of a sheet that isn't to be handed out as it is."""
    return (*((PREVIEW,) if frame.is_preview else ()), *((FICTIONAL,) if frame.is_fictional else ()))


def order_of(spec: PieceSpec, title: str, edition: PaperEdition | None, frame: SiteFrame) -> Order:
    """What the job ticket of a piece says."""
    shop = spec.shop
    return Order(
        title=title,
        edition=edition.code if edition else None,
        publisher=frame.names.publisher,
        finished_mm=_finished(spec),
        scale=spec.scale,
        fold=None if spec.fold == NO_FOLD else spec.fold.replace("-", " "),
        stock=shop.stock if shop else None,
        hem=Hem(shop.hem_mm, shop.eyelets_mm) if shop and shop.hem_mm else None,
        copies_per_visitor=spec.copies_per_visitor,
        marks=marks_of(frame),
    )


def slug_line(source: PieceSource, edition: PaperEdition | None, slug: str) -> str:
    """What a print shop reads beside a sheet: which piece of which district it is, and its finished size."""
    spec = source.spec
    size = f"{spec.width_mm:g} × {spec.height_mm:g} mm".replace(".", ",")
    parts = [source.name, edition.code if edition else slug, size]
    if spec.scale:
        finished = " × ".join(f"{edge / 10:g}" for edge in _finished(spec)).replace(".", ",")
        parts.append(f"skala {spec.scale}, ukuran jadi {finished} cm")
    if spec.shop and spec.shop.hem_mm:
        parts.append("garis putus-putus: kelim" + (", lingkaran: mata ayam" if spec.shop.eyelets_mm else ""))
    return " · ".join(parts)


def _finished(spec: PieceSpec) -> tuple[float, float]:
    """Width and height as it will hang, or be cut."""
    times = int(spec.scale.split(":")[1]) if spec.scale else 1
    return spec.width_mm * times, spec.height_mm * times
