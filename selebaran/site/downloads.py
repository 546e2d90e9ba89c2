"""What the download page says of each print file: one recommended for an office printer, the others below it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import timedelta

from selebaran.compose.template.formats import day
from selebaran.compose.template.views import Values
from selebaran.model.artifact import Download
from selebaran.model.page_meta import OfferedPiece
from selebaran.model.piece import PAPER, Derivation
from selebaran.model.sizes import Paper, Profile

Kind = tuple[Profile, Derivation | None]

NAMES: dict[Kind, str] = {
    ("kantor", "a4"): "Untuk printer kantor, {kertas}",
    ("kantor", "dua"): "Untuk printer kantor: dua pada satu {kertas}",
    ("kantor", "tiga"): "Untuk printer kantor: tiga pada satu {kertas}",
    ("kantor", "empat"): "Untuk printer kantor: empat pada satu {kertas}",
    ("kantor", None): "Untuk printer kantor",
    ("kantor", "ubin"): "Dua lembar {kertas}, disambung menjadi A3",
    ("hemat", "a4"): "Untuk mesin fotokopi, {kertas}",
    ("hemat", "dua"): "Untuk mesin fotokopi: dua pada satu {kertas}",
    ("hemat", "tiga"): "Untuk mesin fotokopi: tiga pada satu {kertas}",
    ("hemat", "empat"): "Untuk mesin fotokopi: empat pada satu {kertas}",
    ("hemat", None): "Untuk mesin fotokopi",
    ("hemat", "ubin"): "Dua lembar {kertas} untuk mesin fotokopi, disambung menjadi A3",
    ("layar", None): "Untuk dibaca di layar",
    ("besar", None): "Huruf besar, satu ukuran kertas di atasnya",
    ("besar", "ubin"): "Huruf besar, empat lembar A4 yang disambung",
    ("percetakan", None): "Untuk percetakan",
}
"""Forms as residents and staff know them. The first one that a piece has is the recommended one."""

LARGE = {"Untuk printer kantor": "Untuk printer A3", "Untuk mesin fotokopi": "Untuk mesin fotokopi A3"}
"""Names of a piece's own size where there is an A4 form beside it."""

ALONE = {
    "Untuk printer kantor": "Satu saja pada satu kertas",
    "Untuk mesin fotokopi": "Satu saja, untuk mesin fotokopi",
}
"""Names of a piece's own size where there is a form with several of it on a sheet."""

PAPERS: dict[Derivation, str] = {
    "a4": "{kertas}, satu sisi",
    "ubin": "2 lembar {kertas}, satu sisi",
    "dua": "{kertas}",
    "tiga": "{kertas}",
    "empat": "{kertas}",
}
OWN_PAPERS = {
    ("besar", None): "Satu ukuran di atasnya",
    ("besar", "ubin"): "4 lembar A4, satu sisi",
    ("layar", None): "",
}


ON_ONE_PAPER: dict[Derivation | None, int] = {"dua": 2, "tiga": 3, "empat": 4}
"""How many copies of a piece are cut from one paper."""
OR = "|"
"""Stands between the occasions of a piece where a script reads them."""
SPOKEN: dict[Paper, str] = {"a4": "A4", "f4": "F4"}
PLACEHOLDER = "{kertas}"
"""Stands in piece.yml, and above, where the paper is named that lies in the printer."""


def offered(pieces: Sequence[OfferedPiece], downloads: Sequence[Download]) -> list[Values]:
    """Each piece's description with its files, sizes and thumbnail, those of a group together behind those of none. A
    piece without files is left out, and so is one past its day."""
    order = list(NAMES)
    made = {piece: [d for d in downloads if d.piece == piece.name] for piece in pieces}
    there = [piece for piece, files in made.items() if files and not piece.is_over]
    return [
        {
            **_offer(piece, sorted(made[piece], key=lambda d: (order.index((d.profile, d.derivation)), d.paper))),
            **_begun(piece, together),
        }
        for together in _groups(there)
        for piece in together
    ]


def _groups(pieces: Iterable[OfferedPiece]) -> list[list[OfferedPiece]]:
    """The pieces by group: first those of none, then each group where its first piece stood."""
    found: dict[str | None, list[OfferedPiece]] = {None: []}
    for piece in pieces:
        found.setdefault(piece.group, []).append(piece)
    return list(found.values())


def _begun(piece: OfferedPiece, together: Sequence[OfferedPiece]) -> Values:
    """The head of a group, with the first piece of it; it goes with the last that goes. `tingkat` is the level of heads
    of pieces."""
    level: Values = {"tingkat": 3 if piece.group else 2}
    if piece.group is None or piece is not together[0]:
        return level
    ends = [one.until for one in together if one.until]
    gone = max(ends) + timedelta(days=1) if len(ends) == len(together) else None
    return {**level, "kelompok": piece.group, "kelompok_sampai": gone.isoformat() if gone else None}


def sorted_out(pieces: Sequence[OfferedPiece], downloads: Sequence[Download]) -> list[Values]:
    """What is said of sheets past their day: of those that are, and of those that will be while the page is read."""
    made = {download.piece for download in downloads}
    return [
        {"lembar": piece.name, "judul": piece.title, "lewat": piece.is_over, **_validity(piece)}
        for piece in pieces
        if piece.until and (piece.is_over or piece.name in made)
    ]


def _offer(piece: OfferedPiece, files: Sequence[Download]) -> Values:
    width, height = files[0].thumbnail_size
    kinds = {file.derivation for file in files}
    names = LARGE if "a4" in kinds else ALONE if kinds & {"dua", "tiga", "empat"} else {}
    entries = [_entry(file, files, piece.instructions.paper, names) for file in files]
    paper = _papers(files)
    return {
        "lembar": piece.name,
        "judul": piece.title,
        "keterangan": piece.about.replace(PLACEHOLDER, paper),
        "kertas": piece.instructions.paper.replace(PLACEHOLDER, paper),
        "cetak": tuple(step.replace(PLACEHOLDER, paper) for step in piece.instructions.printing),
        "lipat": tuple(step.replace(PLACEHOLDER, paper) for step in piece.instructions.folding),
        "gambar_petunjuk": piece.instructions.pictures,
        "gambar": files[0].thumbnail,
        "lebar": width,
        "tinggi": height,
        "utama": entries[0],
        "lain": tuple(entries[1:]),
        "pesanan": next((file.ticket for file in files if file.ticket), None),
        "kesempatan": OR.join(piece.occasions),
        "tiap_pengunjung": f"{piece.copies_per_visitor:g}" if piece.copies_per_visitor else None,
        "muat": ON_ONE_PAPER.get(files[0].derivation, 1),
        **_validity(piece),
    }


def _validity(piece: OfferedPiece) -> Values:
    """Until when its files may be handed out, and the first day on which they may not (also in ISO 8601)."""
    if (until := piece.until) is None:
        return {"berlaku": None, "berlaku_iso": None, "lewat_mulai": None}
    over = until + timedelta(days=1)
    return {"berlaku": day(until), "berlaku_iso": until.isoformat(), "lewat_mulai": over.isoformat()}


def _papers(files: Sequence[Download]) -> str:
    """The papers that an office needs for these files: "A4", "F4", or "A4 atau F4". Where a card or a poster is put on
    them, its own size is none of them."""
    printed = [file for file in files if file.profile in PAPER]
    put = [file for file in printed if file.derivation] or printed
    made: set[Paper] = {file.paper for file in put} or {"a4"}
    return " atau ".join(SPOKEN[paper] for paper in sorted(made))


def _entry(download: Download, files: Sequence[Download], paper: str, names: dict[str, str]) -> dict[str, str]:
    kind, own = (download.profile, download.derivation), SPOKEN[download.paper]
    name = NAMES[kind]
    if download.derivation:
        paper = PAPERS[download.derivation]
    elif names is ALONE:
        paper = ""
    paper = OWN_PAPERS.get(kind, paper)
    has_twin = any((file.profile, file.derivation) == kind and file.paper != download.paper for file in files)
    named = names.get(name, name)
    return {
        "nama": (f"{named}, {own}" if has_twin and PLACEHOLDER not in named else named).replace(PLACEHOLDER, own),
        "url": download.path,
        "ukuran": f"{max(1, round(download.size / 1000))} KB",
        "kertas": paper.replace(PLACEHOLDER, own),
        "dilepas": "; ".join(way.told for way in download.gone),
    }
