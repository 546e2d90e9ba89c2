"""What a district typed that may stand on a sheet: whatever of it is too long is told at its own line."""

from __future__ import annotations

from pathlib import Path

import pytest

from selebaran.compose.piece.filled import filled_by
from selebaran.read.project import read_project
from tests.check.kit import small_project, write

EVENT = """\
kegiatan:
  - judul: Penyuluhan rekaan
    jenis: penyuluhan
    tanggal: 2026-11-26
    mulai: 08.00
    tempat: Balai Desa Rekaan
    kecamatan: Maju
    penyelenggara: Puskesmas Rekaan
    bawa:
      - KTP
      - Surat keterangan dari desa
    acara: [Pembukaan, Tanya jawab]
    catatan: Parkir di lapangan
"""
REACH = "jangkauan_rs: {lama: Dua hari naik perahu, sumber: Karangan, diperiksa_pada: 2026-11-01}\n"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Penyuluhan rekaan", 2),
        ("Balai Desa Rekaan", 6),
        ("Maju", 7),
        ("Puskesmas Rekaan", 8),
        ("Surat keterangan dari desa", 11),
        ("Tanya jawab", 12),
        ("Parkir di lapangan", 13),
    ],
)
def test_what_an_event_says_is_told_at_its_line(text: str, line: int, tmp_path: Path) -> None:
    root = small_project(tmp_path)
    write(root, "districts/kab-uji/jadwal.yml", EVENT)
    registry = read_project(root)
    assert registry.district_problems == {}
    places = {one.text: one.place for one in filled_by(registry.districts["kab-uji"], {}, {}, "kecil")}
    assert (places[text].file, places[text].line) == ("districts/kab-uji/jadwal.yml", line)


def test_the_way_to_the_hospital_is_told_at_its_line(tmp_path: Path) -> None:
    root = small_project(tmp_path)
    path = root / "districts/kab-uji/daerah.yml"
    path.write_text(path.read_text("utf-8") + REACH, "utf-8")
    found = filled_by(read_project(root).districts["kab-uji"], {}, {}, "kecil")
    (place,) = (one.place for one in found if one.text == "Dua hari naik perahu")
    assert place.line == path.read_text("utf-8").count("\n")
