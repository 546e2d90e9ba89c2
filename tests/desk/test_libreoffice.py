"""Files that LibreOffice 7.4 itself wrote come in as its cells and its page say; nothing here needs LibreOffice."""

from __future__ import annotations

from pathlib import Path

from selebaran.desk.district_files import district_of
from selebaran.desk.word.read import read_word
from selebaran.model.registry import Registry
from tests.conftest import DEMO
from tests.desk.test_messy import taken
from tests.project import PROJECT

WRITTEN = Path(__file__).parent / "libreoffice-7.4"
PAGE = """## Jadwal

| Hari | Jam | Tempat |
|---|---|---|
| Senin | 08.00 | Balai Desa |
| Selasa | 09.00 | Balai Desa |

## Bawa

- KTP
- Kartu keluarga
   - asli

1. Daftar
2. Tunggu

"""


def test_days_that_are_dates_in_its_cells_are_read_as_days(registry: Registry) -> None:
    raw = (WRITTEN / "kegiatan.ods").read_bytes()
    found, _, told = taken(raw, "kegiatan.ods", district_of(DEMO, registry, PROJECT))
    assert {one.code for one in told} == {"kolom-ditebak"}
    said = found.wanted["jadwal.yml"]["kegiatan"][-2:]
    assert [(one["judul"], one["tanggal"], one["mulai"], one["tempat"]) for one in said] == [
        ("Posyandu Melati", "2027-06-10", "08:00", "Balai Desa"),
        ("Pos bantuan", "2027-06-12", "09:30", "Pasar Pagi"),
    ]


def test_a_page_with_a_table_lists_and_a_picture_keeps_them_all() -> None:
    (offer,), problems = read_word((WRITTEN / "pengobatan.docx").read_bytes(), "pengobatan.docx")
    assert [one.code for one in problems if one.is_error] == []
    assert offer.body.startswith(PAGE)
    assert "![](gambar:1)" in offer.body
    assert [one.alt for one in offer.pictures] == ["Warga antre di balai desa"]
