"""Districts that no designer thought of, and sheets with too much in every panel.

Each case prints whole or is refused with a reason; letters that are lost without a word are counted."""

from __future__ import annotations

import dataclasses
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pypdfium2

from selebaran.compose.edition import Composer
from selebaran.model.piece import ComposedPiece
from selebaran.model.problem import Problem
from selebaran.model.registry import Registry
from selebaran.model.sizes import Profile
from selebaran.press.audit import letters
from selebaran.press.build import forms_of
from selebaran.press.gate import check_form, check_printed
from selebaran.press.layout import Press, Printed
from tests.conftest import DAY, DEMO
from tests.press.kit import everything

LONG_NAME = "Kabupaten Kepulauan Pegunungan Seberang Sungai Utara Tenggara"
LONG_WORD = "Pertanggungjawabankepesertaanjaminankesehatannasionalkeluargapenerimabantuaniurandaerah"
assert len(LONG_NAME) == 61
assert len(LONG_WORD) > 80
FLEX = ".panel { display: flex; flex-direction: column }"
GRID = ".panel { display: grid }"
REFUSED = {"teks-tidak-muat", "isian-tidak-muat", "huruf-hilang", "tepi-tercetak", "huruf-kecil", "qr-salah"}
COVERED = {"kata-bertumpuk", "kata-terpotong", "kata-tidak-terlihat", "kata-pudar"}
"""What a sheet may be refused for; and one with too much in a panel, where words run over each other, over a code or
beyond a box of a fixed height: where WeasyPrint lets them, only ink tells that."""
SWOLLEN = ("block:", "flex:", "grid:", "long word:")
BLOCK = re.compile(r"<(p|li|td|h2)\b([^>]*)>([^<]{12,})")


def districts(registry: Registry) -> dict[str, Registry]:
    """The demonstration district, changed in ways that editors will come up with."""
    folder = registry.districts[DEMO]
    plain = folder.district.model_copy(update={"printing": None})
    contacts = plain.contacts
    assert "bpjs_kantor" in contacts

    def offices(**changes: Any) -> dict[str, Any]:
        kinds = ("bpjs_kantor", "dinas_sosial", "dinkes")
        changed = {kind: contacts[kind].model_copy(update=changes) for kind in kinds if kind in contacts}
        return {"contacts": {**contacts, **changed}}

    health_centres = [f for f in folder.facilities if f.kind == "puskesmas"]
    many = tuple(
        health_centres[0].model_copy(update={"name": f"Puskesmas Rekaan {number:02d}"}) for number in range(1, 41)
    )
    changes: dict[str, dict[str, Any]] = {
        "usual": {},
        "long name": {"name": LONG_NAME},
        "long offices": offices(name=LONG_NAME),
        "long addresses": offices(address="Jalan Raya Contoh Rekaan nomor 12, " * 4),
        "long hours": offices(hours="Senin sampai Jumat pukul 08.00 sampai 15.00, Sabtu pukul 08.00 sampai 11.00"),
        "one word": offices(address=LONG_WORD),
        "no contacts": {"contacts": {}},
        "no address of a site": {"domain": None},
        "long site": {"domain": "dinkes-kepulauan-pegunungan-seberang-sungai-utara-tenggara.example"},
        "office alone": {"contacts": {k: v for k, v in contacts.items() if k not in ("dinas_sosial", "dinkes")}},
    }
    found = {}
    for name, update in changes.items():
        district = plain.model_copy(update=update)
        found[name] = _with(registry, dataclasses.replace(folder, district=district))
    found["40 puskesmas"] = _with(registry, dataclasses.replace(folder, district=plain, facilities=many))
    empty = dataclasses.replace(folder, district=plain.model_copy(update={"contacts": {}}), facilities=(), events=())
    found["empty"] = _with(registry, empty)
    return found


def _with(registry: Registry, folder: Any) -> Registry:
    return dataclasses.replace(registry, districts={DEMO: folder})


def pieces(registry: Registry, profiles: tuple[Profile, ...], *, every: bool = False) -> tuple[ComposedPiece, ...]:
    """The pieces of the one district of a registry; `every`: also those that are made only when asked for."""
    asked = everything(registry, *profiles) if every else {}
    return Composer(registry).compose(DEMO, as_of=DAY, profiles=profiles, asked=asked).pieces


def swollen(piece: ComposedPiece, panel: str, css: str | None) -> ComposedPiece:
    """The piece with 30 % more words in the paragraphs of one panel, set as `css` says; without it: one long word."""
    start = piece.html.index(f'data-panel="{panel}"')
    following = [m.start() for m in re.finditer('data-panel="|</section>', piece.html) if m.start() > start]
    end = min(following, default=len(piece.html))
    part = piece.html[start:end]
    longer = BLOCK.sub(_word, part, count=1) if css is None else BLOCK.sub(_third_more, part)
    return dataclasses.replace(
        piece, html=piece.html[:start] + longer + piece.html[end:], stylesheets=(*piece.stylesheets, css or "")
    )


def refusable(name: str) -> set[str]:
    """What a case may be refused for."""
    return REFUSED | COVERED if name.startswith(SWOLLEN) else REFUSED


def _third_more(found: re.Match[str]) -> str:
    words = found[3].split(" ")
    return f"<{found[1]}{found[2]}>{found[3]} {' '.join(words[: max(1, round(len(words) * 0.3))])} "


def _word(found: re.Match[str]) -> str:
    return f"<{found[1]}{found[2]}>{found[3]} {LONG_WORD} "


def lost_in_silence(press: Press, piece: ComposedPiece) -> tuple[int, list[Problem]]:
    """Letters that a piece that passed has lost on paper, as the PDF itself tells; and why it didn't pass."""
    printed = press.print(piece)
    found = [fault for fault in check_printed(piece, printed, "x") if fault.is_error]
    if not found:
        found = [f for kind, pdf in forms_of(piece, printed.pdf) for f in check_form(piece, kind, pdf, "x")]
    return (0 if found else missing(printed)), found


def missing(printed: Printed) -> int:
    """Letters of the source that can't be read out of the written PDF."""
    document = pypdfium2.PdfDocument(printed.pdf)
    try:
        text = "".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()
    wanted, there = Counter(printed.audit.letters_in), Counter(letters(text))
    return (wanted - there).total()


def cases(profiles: tuple[Profile, ...], registry: Registry, every: int = 1) -> Iterator[tuple[str, ComposedPiece]]:
    """Every case, or one of so many: district by district, then panel by panel."""
    number = 0
    for name, changed in districts(registry).items():
        wanted = [source for n, source in enumerate(registry.pieces, number) if n % every == 0]
        number += len(registry.pieces)
        if wanted:
            for piece in pieces(dataclasses.replace(changed, pieces=tuple(wanted)), profiles, every=every == 1):
                yield f"{name}: {piece.name} ({piece.profile})", piece
    for piece in pieces(districts(registry)["usual"], profiles, every=every == 1):
        for panel in piece.panels:
            for kind, css in (("block", ""), ("flex", FLEX), ("grid", GRID), ("long word", None)):
                number += 1
                if number % every == 0:
                    yield f"{kind}: {piece.name} ({piece.profile}) {panel}", swollen(piece, panel, css)
