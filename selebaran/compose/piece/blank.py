"""The files of a new print piece in a format: panels with words of shared pages, as many as should fit.

What fits is a guess by the number of letters; the press measures. A panel for which there are too few words is left for
notes.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from selebaran.compose.page.parts import find_part
from selebaran.compose.piece.excerpts import for_paper
from selebaran.compose.piece.formats import Format
from selebaran.model.page import HOME, PageSource, Segment
from selebaran.model.sizes import NO_FOLD

POINT_MM = 25.4 / 72
LINE, LETTER = 1.32, 0.52
"""Of the size of a text: the height of its lines, the mean width of its letters."""
FULL, ENOUGH = 0.85, 0.66
"""How full a panel is made, and how full it must be."""
FOOT_MM = 34
SMALLEST = 0.85
LEAST_LETTERS = 30
MOST_LINKS = 2
"""A block with more links to other pages is a list of them, which is of no use on paper."""
TITLE_PT, TALLEST_PT = 0.27, 0.19
"""The size of the title for each millimetre of its panel's width; at most so much for each of its height."""
NOTE_LINES, LEAST_NOTE_MM = 4, 7.0
MARKS = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{[:#.].*?\}|\]\([^)]*\)|[*_\[\]#]")
NOTES, TITLE, FOOT = "@catatan", "@muka", "@kaki"


@dataclass(frozen=True)
class BlankPiece:
    """What is known of a new piece: its name, title and code, the page that it is about, its format, the drawings of
    how it is printed, and whether it is made only when asked for."""

    name: str
    title: str
    code: str
    page: str
    format: Format
    pictures: tuple[str, ...] = ()
    when_asked: bool = False


@dataclass(frozen=True)
class _Panel:
    """A panel as it will stand in piece.yml; `note_mm` is the height of a line for notes, 0 where it has none."""

    name: str
    side: int
    x_mm: float
    width_mm: float
    parts: tuple[str, ...]
    has_foot: bool
    note_mm: float


def blank_piece(piece: BlankPiece, pages: Sequence[PageSource]) -> dict[str, str]:
    """The three files by name."""
    panels = tuple(_panels(piece, pages))
    return {"piece.yml": _yml(piece, panels), "piece.html": _html(piece), "piece.css": _css(piece.format, panels)}


def has_parts(page: PageSource) -> bool:
    """Whether a page has a block that a panel can take."""
    return next(_parts(page.slug, (page,)), None) is not None


def _panels(piece: BlankPiece, pages: Sequence[PageSource]) -> Iterator[_Panel]:
    """The panels, each with the parts that should fill it."""
    chosen, left = piece.format, list(_parts(piece.page, pages))
    room = chosen.height_mm - chosen.top_mm - chosen.edge_mm
    places = [(n, x, width) for n, (_, side) in enumerate(chosen.sides) for x, width in side]
    for number, (side, x, width) in enumerate(places):
        has_foot = number == _foot_of(chosen)
        height = (_title_mm(piece.title, chosen) if number == 0 else 0) + (FOOT_MM if has_foot else 0)
        taken, height = _filled(left, height, room, width, chosen)
        left = [part for part in left if part[0] not in taken]
        note = _note_mm(ENOUGH * room - height, chosen)
        parts = (*([TITLE] if number == 0 else []), *taken, *([NOTES] if note else []))
        yield _Panel(_panel_name(chosen, number), side, x, width, parts, has_foot, note)


def _filled(
    left: list[tuple[str, str]], height: float, room: float, width_mm: float, chosen: Format
) -> tuple[list[str], float]:
    """The parts that fit into what is left of a panel, and how high they stand then."""
    taken = []
    for name, text in left:
        more = _height_mm(text, width_mm - 2 * chosen.edge_mm, chosen.body_pt)
        if height < ENOUGH * room and height + more <= FULL * room:
            taken.append(name)
            height += more
    return taken, height


def _foot_of(chosen: Format) -> int:
    """The number of the panel at whose foot publisher, edition and code stand: the last one; of a folded sheet, the
    last one outside."""
    first = len(chosen.sides[0][1])
    return first - 1 if first > 1 else len(chosen.sides) - 1


def _panel_name(chosen: Format, number: int) -> str:
    if chosen.fold == NO_FOLD:
        return chosen.sides[number][0]
    return f"{'halaman' if chosen.is_booklet else 'panel'}-{number + 1}"


def _parts(first: str, pages: Sequence[PageSource]) -> Iterator[tuple[str, str]]:
    """Blocks that a panel can take, as they are named in piece.yml, with their words; those of one page first."""
    known = {page.slug: page for page in pages}
    others = sorted((page for page in pages if page.slug != HOME), key=lambda page: page.slug != first)
    for page in others:
        for segment in filter(_is_block, page.segments):
            part = find_part(known, f"{page.slug}#{segment.block}")
            words = MARKS.sub("", for_paper(part.text)).strip()
            if len(words) >= LEAST_LETTERS and _is_plain(part.text):
                yield f"{page.slug}#{segment.block}", f"{part.heading}\n{words}"


def _is_block(segment: Segment) -> bool:
    return bool(segment.block) and segment.level == 2


def _is_plain(text: str) -> bool:
    """Whether a text is the same in all districts, has no table, and doesn't only lead to other pages."""
    return "{%" not in text and "\n|" not in text and text.count(".md") <= MOST_LINKS


def _height_mm(text: str, width_mm: float, body_pt: float) -> float:
    """About how high a text stands, with its heading."""
    letters = width_mm / (LETTER * body_pt * POINT_MM)
    lines = sum(math.ceil(len(line) / letters) for line in text.split("\n") if line.strip())
    return (lines + 1.5) * LINE * body_pt * POINT_MM


def _title_pt(chosen: Format) -> int:
    """The size of the title: as the first panel is wide, and high enough for a few words."""
    return round(min(TITLE_PT * chosen.sides[0][1][0][1], TALLEST_PT * chosen.height_mm))


def _title_mm(title: str, chosen: Format) -> float:
    """About how high the title stands."""
    size, width = _title_pt(chosen) * POINT_MM, chosen.sides[0][1][0][1] - 2 * chosen.edge_mm
    return (math.ceil(len(title) * 0.56 * size / width) + 0.2) * 1.08 * size


def _note_mm(room_mm: float, chosen: Format) -> float:
    """How far apart the lines for notes stand that fill this room below their heading; 0 where there is too little."""
    apart = (room_mm - 2 * LINE * chosen.body_pt * POINT_MM) / NOTE_LINES
    return round(apart, 1) if apart >= LEAST_NOTE_MM else 0


def _yml(piece: BlankPiece, panels: tuple[_Panel, ...]) -> str:
    chosen = piece.format
    names = ", ".join(panel.name for panel in panels)
    rows = [
        "# Lembar baru. Ukuran dalam milimeter. Kata-katanya diambil dari halaman; di piece.html hanya yang digambar.",
        "## kode: awal nomor edisi di kertas. Tidak dipakai lagi untuk lembar lain.",
        f"kode: {piece.code}",
        *_asking(piece),
        f'judul: "{piece.title}"',
        f'keterangan: "{piece.title}: untuk dicetak dan dibagikan."',
        *_measures(chosen),
        "## profil: layar, kantor (printer kantor), hemat (mesin fotokopi), percetakan, besar.",
        "profil: [layar, kantor, hemat]",
        *([f"turunan: [{', '.join(chosen.derived)}]"] if chosen.derived else []),
        "## alamat: halaman yang dibuka oleh kode QR. sampul: panel untuk gambar kecil di halaman unduhan.",
        f"alamat: {piece.page}",
        "kesempatan: [meja pendaftaran]",
        f"sampul: {{lembar: 1, panel: {panels[0].name}}}",
        "## pas: huruf di panel ini boleh mengecil bila teksnya panjang, paling kecil sampai bagian ini.",
        f"pas: {{paling_kecil: {SMALLEST}, huruf: {int(chosen.body_pt * SMALLEST)}, panel: [{names}]}}",
        "",
        "## isi: dari atas ke bawah. halaman#bagian: naskah halaman itu. @nama: digambar di piece.html atau umum.html.",
        "## kaki: berdiri di tepi bawah panel, dengan sendirinya. Ganti semuanya dengan bagian yang Anda perlukan.",
        "lembar:",
        *_sides(chosen, panels),
        "",
        *_instructions(piece),
    ]
    return "\n".join(rows) + "\n"


def _asking(piece: BlankPiece) -> Iterator[str]:
    """What a piece says that is in no build which doesn't name it."""
    if piece.when_asked:
        yield f"## bila_diminta: hanya dibuat dengan: selebaran build DAERAH --lembar {piece.name}"
        yield "bila_diminta: ya"
        yield "## kelompok: judul di halaman unduhan, di bawah lembar yang selalu dibuat."
        yield "kelompok: Lembar lain"


def _measures(chosen: Format) -> Iterator[str]:
    yield f"format: {chosen.paper}"
    yield f"lebar: {chosen.width_mm:g}"
    yield f"tinggi: {chosen.height_mm:g}"
    yield f"lipatan: {chosen.fold}"
    if chosen.is_booklet:
        yield "imposisi: buku     # dua halaman berdampingan pada satu muka kertas"


def _sides(chosen: Format, panels: tuple[_Panel, ...]) -> Iterator[str]:
    for number, (name, _) in enumerate(chosen.sides):
        yield f"  - sisi: {name}"
        yield "    panel:"
        for panel in panels:
            if panel.side == number:
                yield from _panel(panel)


def _panel(panel: _Panel) -> Iterator[str]:
    yield f"      - nama: {panel.name}"
    yield f"        x: {panel.x_mm:g}"
    yield f"        lebar: {panel.width_mm:g}"
    if panel.parts:
        yield "        isi:"
    yield from (f'          - "{part}"' if part.startswith("@") else f"          - {part}" for part in panel.parts)
    if panel.has_foot:
        yield f'        kaki: ["{FOOT}"]'


def _instructions(piece: BlankPiece) -> Iterator[str]:
    chosen = piece.format
    yield "petunjuk:"
    if piece.pictures:
        yield f"  gambar: [{', '.join(piece.pictures)}]"
    paper = chosen.paper.split()[0] if chosen.is_large else "A4"
    yield f"  kertas: {paper}, {'bolak-balik' if len(chosen.sides) > 1 else 'satu sisi'}."
    yield "  cetak:"
    if chosen.derived and not chosen.is_large:
        yield "    - Pilih berkas yang berisi beberapa salinan pada satu A4, lalu potong dari garis kecil di tepi."
    yield "    - Pilih ukuran 100% atau “ukuran sebenarnya”."
    yield "    - Cetak satu lembar dulu, lalu periksa."
    if chosen.fold != NO_FOLD:
        yield "  lipat:"
        yield "    - Lipat pada garis kecil di tepi kertas."


def _html(piece: BlankPiece) -> str:
    return f"""{{#- Yang digambar di lembar ini: judulnya, dan garis untuk catatan. Kata lain datang dari halaman. -#}}
{{% extends "print/umum.html" %}}
{{% block judul %}}{piece.title} ({{{{ daerah.nama }}}}){{% endblock %}}
{{#- Namanya di samping kode QR: "Lembar ini masih benar?" -#}}
{{% block benda %}}{"Poster" if piece.format.is_large else "Lembar"}{{% endblock %}}
{{% block muka %}}<h1>{piece.title}</h1>{{% endblock %}}
{{% block catatan %}}
<h2>Catatan</h2>
{{% for baris in range({NOTE_LINES}) %}}<p class="isian"></p>{{% endfor %}}
{{% endblock %}}
"""


def _css(chosen: Format, panels: tuple[_Panel, ...]) -> str:
    title, body = _title_pt(chosen), chosen.body_pt
    size = f"{chosen.width_mm:g} × {chosen.height_mm:g}"
    notes = [f".panel-{panel.name} .isian {{ height: {panel.note_mm:g}mm }}\n" for panel in panels if panel.note_mm]
    return f"""/* {chosen.paper}: {size} mm. Dimuat sesudah print.css. Yang boleh mengecil dikalikan var(--pas). */
:root {{
  --lembar-lebar: {chosen.width_mm:g}mm; --lembar-tinggi: {chosen.height_mm:g}mm;
  --panel-atas: {chosen.top_mm:g}mm; --panel-sisi: {chosen.edge_mm:g}mm; --panel-bawah: {chosen.edge_mm:g}mm;
}}
.panel {{ font-size: calc({body}pt * var(--pas)); line-height: {LINE} }}
h1 {{ font-size: calc({title}pt * var(--pas)); line-height: 1.08; margin-bottom: 4mm }}
.panel h2 {{ font-size: calc({round(body * 1.3)}pt * var(--pas)) }}
.isian {{ border-bottom: var(--garis-halus) solid var(--rule) }}
{"".join(notes)}.kaki-umum {{ border-top: var(--garis) solid var(--text); padding-top: 2mm }}
.tanda-halaman {{ height: {chosen.top_mm - chosen.edge_mm:g}mm; top: {chosen.edge_mm:g}mm; font-size: 9pt }}
.tanda-halaman p {{ white-space: normal }}

/* hemat: judul lebih kecil, supaya sedikit tinta */
[data-profil="hemat"] h1 {{ font-size: calc({round(title * 0.85)}pt * var(--pas)) }}
"""
