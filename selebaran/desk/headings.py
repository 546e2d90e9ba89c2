"""Headings as offices write them -> the column that is meant; whether it was called so, or that was guessed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from selebaran.desk.columns import Column, SheetKind
from selebaran.desk.grid import GridRow
from selebaran.desk.page_files import BODY
from selebaran.model.own_text import NEWS
from selebaran.words.near import nearest

LIKE = 0.82
"""How like a heading must be to one that is known."""
NUMBERING = {"no", "nomor urut", "urut", "no urut", "nomor"}
"""The column of numbers that offices put before each table; it says nothing."""
OTHER_NAMES: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "": {
        "telepon": ("no telp", "no telepon", "nomor telepon", "telp", "tlp", "no hp", "hp", "no kontak", "kontak"),
        "wa": ("no wa", "nomor wa", "wa", "nomor whatsapp", "no whatsapp"),
        "kecamatan": ("kec", "distrik", "wilayah", "wilayah kerja"),
        "koordinat": ("titik koordinat", "lat long", "latitude longitude", "titik"),
        "catatan": ("keterangan", "ket"),
        "alamat": ("alamat lengkap", "lokasi"),
    },
    "kegiatan": {
        "judul": ("kegiatan", "nama kegiatan", "nama acara", "uraian kegiatan", "uraian", "judul kegiatan"),
        "jenis": ("jenis kegiatan", "macam", "macam kegiatan", "kategori"),
        "tanggal": ("hari tanggal", "tgl", "hari", "tanggal kegiatan", "tanggal pelaksanaan", "hari dan tanggal"),
        "mulai": ("jam", "pukul", "waktu", "jam mulai", "jam pelaksanaan", "mulai pukul"),
        "selesai": ("jam selesai", "berakhir", "sampai pukul", "sampai"),
        "tempat": ("lokasi", "tempat kegiatan", "tempat acara", "lokasi kegiatan", "tempat pelaksanaan"),
        "penyelenggara": ("pelaksana", "penanggung jawab"),
        "bawa": ("yang harus dibawa", "persyaratan", "syarat", "dokumen"),
    },
    "layanan": {
        "nama": ("nama tempat", "nama puskesmas", "puskesmas", "fasilitas", "nama fasilitas", "tempat"),
        "jenis": ("jenis tempat", "jenis fasilitas", "macam", "tipe", "kategori"),
        "jam": ("jam pelayanan", "jam layanan", "waktu pelayanan", "jam operasional", "jadwal buka", "jam kerja"),
        "akses": ("akses", "cara ke sana"),
    },
    "kontak": {"nama": ("nama instansi", "instansi"), "jam": ("jam pelayanan", "jam layanan", "jam kerja")},
    NEWS: {
        "judul": ("judul kabar", "judul berita", "berita"),
        "ringkas": ("ringkasan",),
        "tanggal": ("tgl", "tanggal berita", "hari tanggal"),
        "isi": ("isi berita", "isi", "teks", "naskah", "uraian"),
    },
    "capaian": {"bulan": ("periode",), "peserta": ("jumlah peserta",), "aktif": ("peserta aktif", "jumlah aktif")},
}
"""What else columns are called, by the key of the list and the last step to their own."""


@dataclass(frozen=True)
class Found:
    """A column that was found: where, counted from 0, how it is called there, whether that isn't its own heading, and
    whether it is only like one that is known."""

    column: Column
    at: int
    title: str
    is_guess: bool = False
    is_like: bool = False


@dataclass(frozen=True)
class Headings:
    """A row of headings: its sheet's kind, the columns that were found, those that two have, and what is unknown."""

    kind: SheetKind
    row: GridRow
    found: tuple[Found, ...]
    twice: tuple[Found, ...] = ()
    unknown: tuple[tuple[int, str], ...] = ()

    @property
    def own(self) -> int:
        """How many columns are called as in our own workbook: of two kinds that are as likely, it is that one."""
        return sum(plain(one.title) == plain(one.column.title) for one in self.found)

    @property
    def score(self) -> int:
        """How many columns are known for sure; none where the one is missing that tells entries apart."""
        paths = {one.column.path for one in self.found}
        needed = (("judul",), ("id",)) if ("id",) in self.kind.known_by else self.kind.known_by[-1:]
        if self.kind.key == NEWS:  # an event has a title and a day, too
            needed = ((BODY,), ("ringkas",))
        return sum(not one.is_like for one in self.found) if paths & {*needed} else 0


def plain(text: str) -> str:
    """A heading without marks, in small letters."""
    return " ".join(re.sub(r"[^\w]+", " ", text.casefold()).split())


def headings_of(row: GridRow, kinds: Iterable[SheetKind]) -> Headings | None:
    """The headings that a row is, of the kind of sheet of which it has most; None where it is none."""
    texts = [plain(cell.text) for cell in row.cells]
    tried = [_read(row, texts, kind) for kind in kinds if not kind.is_form]
    best = max(tried, key=lambda one: (one.score, one.own), default=None)
    filled = sum(bool(text) for text in texts)
    if best is None or best.score < 2 or best.score * 2 < filled - 1:
        return None
    return best if sum((one.score, one.own) == (best.score, best.own) for one in tried) == 1 else None


def _read(row: GridRow, texts: list[str], kind: SheetKind) -> Headings:
    names = names_of(kind)
    found: dict[tuple[str, ...], Found] = {}
    twice: list[Found] = []
    unknown: list[tuple[int, str]] = []
    for at, text in enumerate(texts):
        column, is_like = names.get(text), False
        if column is None and text and text not in NUMBERING:
            near = nearest(text, names, LIKE)
            column, is_like = names.get(near), True
        if column is None:
            unknown += [(at, row.cells[at].text)] if text and text not in NUMBERING else []
            continue
        one = Found(column, at, row.cells[at].text, text != plain(column.title), is_like)
        if column.path in found:
            twice.append(one)
        else:
            found[column.path] = one
    return Headings(kind, row, tuple(found.values()), tuple(twice), tuple(unknown))


def names_of(kind: SheetKind) -> dict[str, Column]:
    """Every name of every column; its own comes before another's other names."""
    names: dict[str, Column] = {}
    for table in (OTHER_NAMES[""], OTHER_NAMES.get(kind.key, {})):
        for column in kind.columns:
            if len(column.path) == 1:
                names |= dict.fromkeys(table.get(column.path[0], ()), column)
    names |= {plain(column.path[-1]): column for column in kind.columns if len(column.path) == 1}
    return names | {plain(column.title): column for column in kind.columns}


def is_form_head(row: GridRow, titles: tuple[str, str]) -> bool:
    """Whether a row is the head of a sheet with a key on each line."""
    return [plain(cell.text) for cell in row.cells[:2]] == [plain(title) for title in titles]
