"""Where a piece leads: the address that is printed on it, and what its QR code says."""

from __future__ import annotations

from selebaran.compose.piece.setting import Setting
from selebaran.model.page import HOME
from selebaran.model.paper import PaperEdition
from selebaran.model.piece import PieceSpec


def address_of(spec: PieceSpec, setting: Setting) -> str | None:
    """The address of the page that a piece leads to, without the last slash; the home page's is the host."""
    page = setting.area.address if setting.area else spec.target
    return f"{setting.host}/{page}" if setting.host and page != HOME else setting.host


def leads_to(spec: PieceSpec, edition: PaperEdition | None, setting: Setting) -> str | None:
    """What the QR code says: the page of the edition; of a piece that makes none, or that is for one area, the page
    that it leads to, and of one that leads to all events, the page of the event that it tells of."""
    host, event = setting.host, setting.event
    if not host:
        return None
    if edition and not setting.area:
        return f"https://{host}/{edition.address}"
    page = str(event.values["halaman"] or "").removesuffix(".md") if event and spec.about_event else ""
    about = page if page.startswith(f"{spec.target}/") else None
    return f"https://{host}/{about}/" if about else f"https://{address_of(spec, setting)}/"
