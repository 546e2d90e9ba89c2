"""What the download page says of each print file: one recommended for an office printer, the others below it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from selebaran.compose.template.formats import day
from selebaran.compose.template.views import Values
from selebaran.model.artifact import Download
from selebaran.model.page_meta import OfferedPiece
from selebaran.model.piece import Derivation, Profile

Form = tuple[Profile, Derivation | None]

NAMES: dict[Form, str] = {
    ("kantor", "a4"): "Untuk printer kantor, A4",
    ("kantor", "dua"): "Untuk printer kantor: dua pada satu A4",
    ("kantor", "tiga"): "Untuk printer kantor: tiga pada satu A4",
    ("kantor", "empat"): "Untuk printer kantor: empat pada satu A4",
    ("kantor", None): "Untuk printer kantor",
    ("kantor", "ubin"): "Dua lembar A4, disambung menjadi A3",
    ("hemat", "a4"): "Untuk mesin fotokopi, A4",
    ("hemat", "dua"): "Untuk mesin fotokopi: dua pada satu A4",
    ("hemat", "tiga"): "Untuk mesin fotokopi: tiga pada satu A4",
    ("hemat", "empat"): "Untuk mesin fotokopi: empat pada satu A4",
    ("hemat", None): "Untuk mesin fotokopi",
    ("hemat", "ubin"): "Dua lembar A4 untuk mesin fotokopi, disambung menjadi A3",
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
    "a4": "A4, satu sisi",
    "ubin": "2 lembar A4, satu sisi",
    "dua": "A4",
    "tiga": "A4",
    "empat": "A4",
}
OWN_PAPERS = {
    ("besar", None): "Satu ukuran di atasnya",
    ("besar", "ubin"): "4 lembar A4, satu sisi",
    ("layar", None): "",
}


def offered(pieces: Sequence[OfferedPiece], downloads: Sequence[Download]) -> list[Values]:
    """Each piece's description with its files, sizes and thumbnail. A piece without files is left out, and so is one
    past its day."""
    order = list(NAMES)
    made = {piece: [d for d in downloads if d.piece == piece.name] for piece in pieces}
    return [
        _offer(piece, sorted(files, key=lambda d: order.index((d.profile, d.derivation))))
        for piece, files in made.items()
        if files and not piece.is_over
    ]


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
    entries = [_entry(file, piece.instructions.paper, names) for file in files]
    return {
        "lembar": piece.name,
        "judul": piece.title,
        "keterangan": piece.about,
        "kertas": piece.instructions.paper,
        "cetak": piece.instructions.printing,
        "lipat": piece.instructions.folding,
        "gambar_petunjuk": piece.instructions.pictures,
        "gambar": files[0].thumbnail,
        "lebar": width,
        "tinggi": height,
        "utama": entries[0],
        "lain": tuple(entries[1:]),
        **_validity(piece),
    }


def _validity(piece: OfferedPiece) -> Values:
    """Until when its files may be handed out, and the first day on which they may not (also in ISO 8601)."""
    if (until := piece.until) is None:
        return {"berlaku": None, "berlaku_iso": None, "lewat_mulai": None}
    over = until + timedelta(days=1)
    return {"berlaku": day(until), "berlaku_iso": until.isoformat(), "lewat_mulai": over.isoformat()}


def _entry(download: Download, paper: str, names: dict[str, str]) -> dict[str, str]:
    name = NAMES[download.profile, download.derivation]
    if download.derivation:
        paper = PAPERS[download.derivation]
    elif names is ALONE:
        paper = ""
    paper = OWN_PAPERS.get((download.profile, download.derivation), paper)
    return {
        "nama": names.get(name, name),
        "url": download.path,
        "ukuran": f"{max(1, round(download.size / 1000))} KB",
        "kertas": paper,
        "dilepas": "; ".join(way.told for way in download.gone),
    }
