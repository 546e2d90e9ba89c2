"""Which sheets a district's workbook has, and which columns: made of the records, so that none can be forgotten.

A sheet is a list of one file. What a cell can't hold (a list of stops, of days that moved) has no column, and stays as
it is in the file.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from selebaran.desk.page_files import BODY, FOLDER
from selebaran.model.added import Added
from selebaran.model.district import Contact, District, Facility, Figure, Figures
from selebaran.model.event import Event
from selebaran.model.kinds import Kinds
from selebaran.model.own_text import NEWS
from selebaran.model.proposal import STATE
from selebaran.model.record import SHARED, Form, Record
from selebaran.read.shape import Key, Kind, keys_of
from selebaran.words.help import HELP

Typing = Literal["teks", "tanggal", "bulan", "jam", "telepon", "ya", "daftar", "angka", "titik", "jam buka", "naskah"]
FORMS: Mapping[str, Typing] = {
    "tanggal-tidak-terbaca": "tanggal",
    "bulan-tidak-terbaca": "bulan",
    "waktu-tidak-terbaca": "jam",
    "telepon-tidak-terbaca": "telepon",
    "koordinat-tidak-terbaca": "titik",
    "jam-buka-tidak-terbaca": "jam buka",
}
"""How a text is typed, by the problem of one that isn't."""
Path = tuple[str, ...]
NAME: Path = ("·",)
"""The key under which an entry stands, where a sheet is of a mapping."""
STATUS: Path = ("keadaan",)
"""Whether somebody compared a place with what is there."""
COMPARED = "sudah cocok"
IDENTITY = (
    *("nama", "nama_pendek", "jenis", "provinsi", "kode_kemendagri", "zona_waktu", "kode_area", "istilah"),
    *("penerbit", "kertas"),
)
"""What an officer may say of who the district is. Consent, domain and what is made up are the centre's."""
IF_OTHER = "{} (bila lain)"
WHERE = ("kecamatan",)


@dataclass(frozen=True)
class Column:
    """A column: the key that it fills, by the way to it; `choices` are what is offered, by what stands in the file.
    `free`: another text may stand there too."""

    path: Path
    title: str
    hint: str
    typing: Typing
    must: bool = False
    choices: Mapping[str, str] = field(default_factory=dict)
    free: bool = False


OF_NEWS = (
    Column(
        ("id",), "Nama alamat", "Nama berkasnya, huruf kecil dengan tanda hubung. Kosongkan untuk kabar baru", "teks"
    ),
    Column(("judul",), "Judul", "Judul kabar. Contoh: Pos bantuan pindah", "teks", must=True),
    Column(("ringkas",), "Ringkas", "Isinya dalam satu atau dua kalimat", "teks", must=True),
    Column(("tanggal",), "Tanggal", "Hari kabar ini. Contoh: 2026-12-03", "tanggal", must=True),
    Column(("tayang",), "Tayang mulai", "Hari mulai tampil, bila bukan tanggalnya. Contoh: 2026-12-07", "tanggal"),
    Column(("sampai",), "Berlaku sampai", "Hari terakhir berlakunya. Contoh: 2027-01-05", "tanggal"),
    Column((BODY,), "Isi kabar", "Paragraf dipisahkan satu baris kosong (Alt+Enter dua kali)", "naskah", must=True),
)
"""What a news item says. A page of news is no list of one file, so its columns are made here."""


@dataclass(frozen=True)
class SheetKind:
    """A sheet: its name, the file and the key of the list, and the columns. Entries are told apart by the columns of
    `known_by`. `shared` is said once on top of it. `is_form`: one entry, a key on each line."""

    name: str
    file: str
    key: str
    columns: tuple[Column, ...]
    known_by: tuple[Path, ...] = ()
    shared: tuple[str, ...] = ()
    is_form: bool = False

    def column(self, path: Path) -> Column | None:
        """The column of a key."""
        return next((column for column in self.columns if column.path == path), None)


def sheet_kinds(kinds: Kinds | None, subdistricts: tuple[str, ...]) -> tuple[SheetKind, ...]:
    """All sheets, with the keys of the campaign and the names of the kecamatan as choices."""
    there = {name: name for name in subdistricts}
    contacts = _offices(kinds)
    office = Column(NAME, "Kantor", "Kantor yang dimaksud. Pilih dari daftar", "teks", must=True, choices=contacts)
    identity = tuple(column for column in _columns(District, kinds, {}) if column.path[0] in IDENTITY)
    by_area = tuple(
        Column(("kecamatan", name), name, f"Jumlah dari {name}. Contoh: 12", "angka") for name in subdistricts
    )
    state = Column(
        STATUS,
        "Keadaan",
        f"Usulan dari daftar lama: tulis '{COMPARED}' sesudah dicocokkan. Tempat baru: kosongkan",
        "teks",
        choices={STATE: STATE, COMPARED: COMPARED},
    )
    added = Figures.model_fields["added"].alias or ""
    found = (
        SheetKind("Jati diri", "daerah.yml", "", identity, is_form=True),
        SheetKind("Kontak", "daerah.yml", "kontak", (office, *_columns(Contact, kinds, there)), (NAME,), SHARED),
        SheetKind("Kegiatan", "jadwal.yml", "kegiatan", tuple(_columns(Event, kinds, there)), (("id",),)),
        SheetKind(
            "Tempat layanan",
            "layanan.yml",
            "layanan",
            (state, *_columns(Facility, kinds, there)),
            (("jenis",), ("nama",)),
            SHARED,
        ),
        SheetKind("Capaian", "capaian.yml", "capaian", tuple(_columns(Figure, kinds, {})), (("bulan",),), SHARED[:1]),
        SheetKind(
            HELP[Figures][added].title[:31],
            "capaian.yml",
            added,
            (*_columns(Added, kinds, {}), *by_area),
            (("bulan",),),
            SHARED[:1],
        ),
        SheetKind("Kabar", FOLDER, NEWS, OF_NEWS, (("id",),)),
    )
    return tuple(kind for kind in found if kind.key != "kontak" or contacts)


def _offices(kinds: Kinds | None) -> dict[str, str]:
    """What the campaign calls its offices, by their keys."""
    return {key: one.title for key, one in kinds.lists["kontak"].items()} if kinds else {}


def _columns(record: type[Record], kinds: Kinds | None, places: Mapping[str, str]) -> Iterator[Column]:
    for key in keys_of(record):
        if key.kind.record:
            for inner in keys_of(key.kind.record):
                if not (_is_deep(inner.kind) or inner.kind.record):
                    yield _column((key.name, inner.name), inner, kinds, f"{key.help.title}: {inner.help.title}")
        elif not _is_deep(key.kind):
            title = IF_OTHER.format(key.help.title) if key.name in SHARED else key.help.title
            found = _column((key.name,), key, kinds, title)
            yield found if found.path != WHERE or not places else _offered(found, places)


def _offered(column: Column, places: Mapping[str, str]) -> Column:
    return Column(column.path, column.title, column.hint, column.typing, column.must, places, free=True)


def _is_deep(kind: Kind) -> bool:
    """Whether a cell can't hold it: a list of records, or a mapping."""
    return bool(kind.names or (kind.items and kind.items.record))


def _column(path: Path, key: Key, kinds: Kinds | None, title: str) -> Column:
    example = f". Contoh: {_bare(key.help.example)}" if key.help.example else ""
    must = key.must and path[-1] not in SHARED and len(path) == 1
    choices = {one: one for one in key.kind.choices} or {
        one: meaning.title for one, meaning in key.kind.meanings(kinds).items()
    }
    return Column(path, title, f"{key.help.text}{example}", typing_of(key.kind), must, choices)


def _bare(example: str) -> str:
    """An example without the brackets of YAML."""
    return example.strip("[]\"'") if example[:1] in "[\"'" else example


def typing_of(kind: Kind) -> Typing:
    """How what stands there is typed."""
    if kind.items:
        return "daftar"
    if kind.type is bool:
        return "ya"
    if kind.type is int:
        return "angka"
    forms = (FORMS[said.code] for said in kind.said if isinstance(said, Form) and said.code in FORMS)
    return next(forms, "teks")


def titles_of(columns: Iterable[Column]) -> dict[str, Column]:
    """Columns by their headings."""
    return {column.title: column for column in columns}
