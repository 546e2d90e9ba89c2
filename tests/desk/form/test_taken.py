"""What forms sent becomes what a district's files say: added, changed, taken away, or refused at its line."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from selebaran.desk.district_files import District, district_of
from selebaran.desk.form_intake import proposed
from selebaran.desk.form_page import form_page
from selebaran.desk.form_text import sum_of
from selebaran.model.problem import Problem
from selebaran.read.project import read_project
from tests.conftest import BASE

SLUG = "kab-uji"
NEW = ["judul: Pos di pasar", "jenis: penyuluhan", "tanggal: 2027-06-10", "mulai: 09.00", "tempat: Pasar Pagi"]
SERIES = ["ulang.tiap: 2 pekan", "ulang.pindah.1.dari: 2027-06-24", "ulang.pindah.1.ke: 2027-06-25"]
NEWS = [
    "judul: Pos pindah",
    "ringkas: Pos pindah ke timur.",
    "tanggal: 2027-06-01",
    "| ## Tempat",
    "|",
    "| Pintu timur.",
]
PLACE = ["jenis: puskesmas", "nama: Puskesmas Uji Baru", "sumber: Surat dinas", "diperiksa_pada: 2026-11-20"]


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("formulir") / "proyek"
    shutil.copytree(BASE, root)
    return root


@pytest.fixture(scope="module")
def there(root: Path) -> District:
    return district_of(SLUG, read_project(root), root)


def text_of(kind: str, lines: list[str], slug: str = SLUG) -> bytes:
    foot = sum_of(lines)
    return "\n".join([f"SELEBARAN {kind} {slug} 1/1 {foot}", *lines, f"AKHIR 1/1 {foot}"]).encode()


def taken(there: District, **texts: list[str]) -> tuple[dict[str, str], list[Problem]]:
    return proposed(there, {f"{kind}.txt": text_of(kind, lines) for kind, lines in texts.items()})


def after(there: District, texts: dict[str, str], tmp_path: Path) -> District:
    """The district once these texts were written."""
    shutil.copytree(BASE, tmp_path / "lagi")
    for name, text in texts.items():
        (tmp_path / "lagi" / "districts" / SLUG / name).write_text(text, "utf-8")
    return district_of(SLUG, read_project(tmp_path / "lagi"), tmp_path / "lagi")


def test_an_event_comes_in_with_all_that_it_says_and_once(there: District, tmp_path: Path) -> None:
    texts, problems = taken(there, kegiatan=[*NEW, *SERIES, "catatan: Menunggu perahu"])
    assert problems == []
    assert list(texts) == ["jadwal.yml"]
    assert texts["jadwal.yml"].startswith(there.text_of("jadwal.yml").rstrip())
    assert "  - id: pos-di-pasar-2027-06-10\n    judul: Pos di pasar\n" in texts["jadwal.yml"]
    assert "        - dari: 2027-06-24\n          ke: 2027-06-25\n" in texts["jadwal.yml"]
    now = after(there, texts, tmp_path)
    assert taken(now, kegiatan=[*NEW, *SERIES]) == ({}, [])
    changed, problems = taken(now, kegiatan=["id: pos-di-pasar-2027-06-10", "catatan:", "batal: ya"])
    assert problems == []
    assert "perahu" not in changed["jadwal.yml"]
    assert "tiap: 2 pekan" in changed["jadwal.yml"]
    assert changed["jadwal.yml"].count("batal: ya") == texts["jadwal.yml"].count("batal: ya") + 1


def test_single_days_leave_how_often_it_comes_as_the_file_says(there: District, tmp_path: Path) -> None:
    texts, problems = taken(there, kegiatan=[*NEW, *SERIES])
    assert problems == []
    now = after(there, texts, tmp_path)
    which = "id: pos-di-pasar-2027-06-10"
    days = ["ulang.pindah:", "ulang.batal.1: 2027-07-08"]
    changed, problems = taken(now, kegiatan=[which, *days])
    assert problems == []
    assert "    ulang:\n      tiap: 2 pekan\n      batal: [2027-07-08]\n" in changed["jadwal.yml"]
    _, problems = taken(now, kegiatan=[which, "ulang.batal.1: 2027-07-09"])
    assert [one.code for one in problems] == ["hari-ulang-lain"]


def test_places_and_offices_are_found_by_their_names(there: District, tmp_path: Path) -> None:
    office = next(iter(there.data["daerah.yml"]["kontak"]))
    texts, problems = taken(there, tempat=PLACE, kontak=[f"kantor: {office}", "alamat: Jalan Baru 9"])
    assert problems == []
    assert set(texts) == {"layanan.yml", "daerah.yml"}
    assert "alamat: Jalan Baru 9" in texts["daerah.yml"]
    now = after(there, texts, tmp_path)
    again, problems = taken(now, tempat=[*PLACE[:2], "telepon: 0254 200134"])
    assert problems == []
    assert again["layanan.yml"].count("Puskesmas Uji Baru") == 1


def test_news_become_a_page(there: District) -> None:
    texts, problems = taken(there, kabar=NEWS)
    assert problems == []
    (page,) = texts.items()
    assert page[0] == "halaman/kabar/pos-pindah.md"
    assert page[1].startswith("---\njudul: Pos pindah\n")
    assert page[1].endswith("---\n\n## Tempat\n\nPintu timur.\n")


def test_a_picture_that_is_none_is_refused_at_its_line(there: District) -> None:
    words = ["gambar.1.teks: Pintu timur", "gambar.1.sumber: Foto dinas"]
    _, problems = taken(there, kabar=[*NEWS, *words, "gambar.1.data: bukan-gambar"])
    assert [(one.code, one.place.line) for one in problems] == [("gambar-tidak-terbaca", 8)]
    _, problems = taken(there, kabar=[*NEWS, *words[:1], "gambar.1.data: AAAA"])
    assert [(one.code, one.place.line, dict(one.values)["kunci"]) for one in problems] == [
        ("formulir-gambar-kurang", 8, "sumber")
    ]


def test_an_event_without_an_address_is_changed_and_gets_one(root: Path, there: District) -> None:
    entry = {"judul": "Pos lama", "jenis": "posyandu", "tanggal": "2027-06-10", "mulai": "09.00", "tempat": "Pasar"}
    data = {**there.data, "jadwal.yml": {"kegiatan": [entry]}}
    lines = "".join(f"    {key}: {value}\n" for key, value in entry.items())
    listed = {**there.texts, "jadwal.yml": f"kegiatan:\n  - {lines.lstrip()}"}
    unnamed = replace(there, data=data, texts=listed)
    shown = json.loads(form_page(unnamed).split('id="data">')[1].split("</script>")[0])["formulir"][0]["ada"]
    texts, problems = taken(unnamed, kegiatan=[f"id: {shown[0]['id']}", "tempat: Balai Desa"])
    assert problems == []
    assert texts["jadwal.yml"].count("judul:") == 1
    assert "tempat: Balai Desa\n" in texts["jadwal.yml"]
    assert "id: pos-lama-2027-06-10\n" in texts["jadwal.yml"]


def test_every_fault_stands_at_the_line_that_was_sent(there: District) -> None:
    _, problems = taken(
        there,
        kegiatan=[NEW[0], "jenis: senam", "tanggal: 2027-02-30", NEW[3], "perhentian.1.tempat: Balai"],
        kabar=[*NEWS[:2], "sampai: besok", *NEWS[3:], "alamat: Pos Baru!"],
        kontak=["nama: Kantor"],
        halaman=NEWS[:2],
    )
    assert {(str(one.place), one.code) for one in problems} == {
        ("kegiatan.txt:3", "pilihan-tidak-sah"),
        ("kegiatan.txt:4", "tanggal-tidak-ada"),
        ("kegiatan.txt:1", "kunci-hilang"),
        ("kegiatan.txt:6", "kunci-hilang"),
        ("kabar.txt:4", "tanggal-tidak-terbaca"),
        ("kabar.txt:1", "kabar-tanpa-tanggal"),
        ("kabar.txt:8", "nama-halaman-tidak-sah"),
        ("kontak.txt:1", "formulir-kantor-hilang"),
        ("halaman.txt:1", "formulir-tanpa-isi"),
    }


@pytest.mark.parametrize("address", ["../../rahasia", "..", "/etc/x", "a/b", "A", "x" * 200, "kabar/../x"])
def test_a_page_can_go_nowhere_else(there: District, address: str) -> None:
    texts, problems = taken(there, halaman=[*NEWS[:2], f"alamat: {address}", "| Isi."])
    assert texts == {}
    assert [one.code for one in problems] == ["nama-halaman-tidak-sah"]


def test_letters_that_nobody_sees_are_refused(there: District) -> None:
    for kind, lines in (("kegiatan", [*NEW, "catatan: a\u200bb"]), ("kabar", ["judul: a\u202eb", *NEWS[1:]])):
        assert [one.code for one in taken(there, **{kind: lines})[1]] == ["huruf-tersembunyi"], kind


def test_what_was_meant_for_another_district_is_refused(there: District) -> None:
    texts, problems = proposed(there, {"x.txt": text_of("kegiatan", NEW, "kab-lain")})
    assert (texts, [one.code for one in problems]) == ({}, ["formulir-daerah-lain"])
