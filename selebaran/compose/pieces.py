"""A print piece x a district x a profile -> a whole HTML document and the bytes that it may ask for."""

from __future__ import annotations

import io
from datetime import date
from functools import lru_cache
from typing import Any

import segno

from selebaran.compose.drawings import coloured, themes
from selebaran.compose.templates import TemplateFault, Templates
from selebaran.compose.views import Absent, FactsView, ReadFault, Recorder, View
from selebaran.compose.words import day
from selebaran.model.names import nearest
from selebaran.model.piece import PAPER, ComposedPiece, CoverArea, PieceSource, PieceSpec, Profile
from selebaran.model.problem import ProblemsFound
from selebaran.model.registry import Registry

SCHEME = "asset:"
"""Everything that a sheet may load has a URL of this scheme; nothing else is ever fetched."""


class PieceComposer:
    """Fills print pieces in for one district after the other."""

    def __init__(self, registry: Registry) -> None:
        self._registry = registry
        sources = {f"print/{name}": text for name, text in registry.print_files.items() if name.endswith(".html")}
        self._html = Templates("html", sources)
        self._plain = Templates("plain", {})
        self._art: dict[tuple[str, str, str | None], bytes] = {}
        self._themes = themes(registry.print_files["tokens.css"])

    def _coloured(self, name: str, theme: str, crop: str | None) -> bytes:
        key = (name, theme, crop)
        if key not in self._art:
            self._art[key] = coloured(self._registry.drawings[name], self._themes[theme], crop).encode()
        return self._art[key]

    def compose(
        self, source: PieceSource, profile: Profile, values: dict[str, Any], frame: dict[str, Any], as_of: date
    ) -> ComposedPiece:
        """The piece for the district that `values` present. `frame` is the site's context.

        Raises `ProblemsFound`."""
        recorder = Recorder()
        assets: dict[str, bytes] = {}

        def drawing(nama: str, tema: str = "terang", kotak: str | None = None) -> str:
            if nama not in self._registry.drawings or tema not in self._themes:
                known = list(self._registry.drawings)
                raise ReadFault("seni-tidak-ada", nama=nama, maksud=nearest(nama, known))
            recorder.drawings.add(nama)
            url = f"{SCHEME}seni/{tema}/{nama}{'-' + kotak.replace(' ', '_') if kotak else ''}.svg"
            assets[url] = self._coloured(nama, tema, kotak)
            return url

        address = f"{values['domain']}/{source.spec.target}" if values["domain"] else None
        target_url = f"https://{address}/" if address else None
        if target_url:
            assets[f"{SCHEME}qr.svg"] = qr_svg(target_url)
        facts = FactsView(self._registry.facts, recorder, as_of)
        context = {
            "daerah": View(values, "daerah", recorder),
            "fakta": facts,
            "sebut": facts.mention,
            "seni": drawing,
            "qr": f"{SCHEME}qr.svg" if address else Absent("qr"),
            "situs": View({**frame, "alamat": address}, "situs", Recorder()),
            "profil": profile,
            "tanggal": day(as_of),
        }
        try:
            html = self._html.render(source.html, source.place, context)
            title = self._plain.render(source.spec.title, source.place, context)
        except TemplateFault as fault:
            raise ProblemsFound((fault.problem,)) from fault
        styles = (self._registry.print_files["tokens.css"], self._registry.print_files["print.css"], source.css)
        return ComposedPiece(
            name=source.name,
            profile=profile,
            title=title,
            width_mm=source.spec.width_mm,
            height_mm=source.spec.height_mm,
            sheets=len(source.spec.sheets),
            panels=tuple(panel.name for sheet in source.spec.sheets for panel in sheet.panels),
            cover=_cover(source.spec),
            html=html,
            stylesheets=styles,
            assets=assets,
            usage=recorder.usage(),
            place=source.place,
            target_url=target_url,
            imposition=source.spec.imposition if profile in PAPER else None,
            derived=source.spec.derived if profile in PAPER else (),
        )


def _cover(spec: PieceSpec) -> CoverArea:
    sheet = spec.sheets[spec.cover.sheet - 1]
    panel = next(p for p in sheet.panels if p.name == spec.cover.panel)
    return CoverArea(spec.cover.sheet - 1, panel.x_mm, panel.width_mm)


@lru_cache(maxsize=16)
def qr_svg(url: str) -> bytes:
    """A QR code as SVG with its quiet zone of four modules, black on white (ISO/IEC 18004, level M)."""
    stream = io.BytesIO()
    segno.make(url, error="m", micro=False).save(stream, kind="svg", border=4, dark="#000", light="#fff", xmldecl=False)
    return stream.getvalue()
