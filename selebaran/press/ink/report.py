"""What the proof found, as problems: one for all words of a panel that have the same fault by the same rule."""

from __future__ import annotations

from collections.abc import Iterator

from selebaran.jobs.stages import staged
from selebaran.model.piece import ComposedPiece
from selebaran.model.problem import Problem, problem
from selebaran.press.heard import hear
from selebaran.press.impose import ENLARGED
from selebaran.press.ink.expected import Asked
from selebaran.press.ink.finding import Fault, Finding, Sheet
from selebaran.press.ink.proof import prove
from selebaran.press.ink.rule import Rule, Stylesheets
from selebaran.press.opened import opened
from selebaran.press.pdf import learn_sound
from selebaran.press.raster import look, pages_seen
from selebaran.press.thumbnail import thumbnail_of
from selebaran.read.text import shown

CODES: dict[Fault, str] = {
    "unseen": "kata-tidak-terlihat",
    "cut": "kata-terpotong",
    "faint": "kata-pudar",
    "uncopied": "kata-hilang-disalin",
    "small": "kata-kecil",
    "outside": "kata-di-luar-kertas",
    "fold": "kata-di-lipatan",
    "stacked": "kata-bertumpuk",
    "turned": "kata-terputar",
    "crammed": "kata-berdempet",
}
POINT = 72 / 25.4
EXCERPT = 60
NO_PANEL = "-"
COLOURED = ("layar", "percetakan")
"""Profiles that aren't printed in black alone."""
Same = tuple[str, int, str, Rule | None]


@staged("tinta")
def unreadable(piece: ComposedPiece, asked: tuple[Asked, ...], pdf: bytes, label: str, district: str) -> list[Problem]:
    """Each thing that keeps words of a written sheet from being read."""
    found = prove(_sheet(piece, asked), pdf, pages_seen(pdf, colour=piece.profile in COLOURED))
    if not found:
        return []
    root = next((page.root for page in asked), None)
    style = (f"templates/print/{piece.style}.css",) if piece.style else ()
    styles = Stylesheets(piece.stylesheets, (*style, piece.place.file.replace("piece.html", "piece.css")), root)
    groups: dict[Same, list[Finding]] = {}
    for one in found:
        panel = one.line.panel if one.line else ""
        groups.setdefault((CODES[one.fault], one.page, panel, styles.blamed(one)), []).append(one)
    return list(_problems(groups, piece, {"lembar": label, "daerah": district}))


def learn(piece: ComposedPiece, asked: tuple[Asked, ...], pdf: bytes, *, pictured: bool) -> None:
    """Keep what is found out of the pages of a sheet for no district: that they passed, what is seen and what is heard,
    and the thumbnail where it is `pictured`. Nothing is told."""
    unreadable(piece, asked, pdf, piece.label, "")
    learn_sound(pdf, opened(pdf).signed)
    look(pdf, colour=piece.profile in COLOURED)
    if piece.profile == "layar":
        hear(pdf)
    if pictured and opened(pdf).signed.get(piece.cover.sheet):
        thumbnail_of(piece, pdf)


def _sheet(piece: ComposedPiece, asked: tuple[Asked, ...]) -> Sheet:
    scale = ENLARGED if piece.profile == "besar" else 1.0
    on_paper = piece.profile != "layar"
    folds = tuple(tuple(fold * POINT * scale for fold in page) for page in piece.folds_mm) if on_paper else ()
    return Sheet(asked, scale, folds, copied=piece.profile == "hemat")


def _problems(groups: dict[Same, list[Finding]], piece: ComposedPiece, about: dict[str, str]) -> Iterator[Problem]:
    for (code, page, panel, rule), found in groups.items():
        first = found[0]
        x, y = first.place_mm
        values = {
            "kata": _quoted(found),
            "banyak": len(found),
            "panel": panel or NO_PANEL,
            "nomor": page,
            "x": round(x),
            "y": round(y),
            "ukuran": f"{min(one.value for one in found):.1f}".replace(".", ","),
            "aturan": shown(rule.text) if rule else "",
        }
        yield problem(code, rule.place if rule else piece.place, **about, **values)


def _quoted(found: list[Finding]) -> str:
    words = " ".join(shown(one.text) for one in found)
    return words if len(words) <= EXCERPT else words[:EXCERPT].rsplit(" ", 1)[0] + " …"
