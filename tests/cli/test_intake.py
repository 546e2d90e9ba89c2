"""`selebaran workbook` and `intake`: a table goes out, comes back filled in, and only what somebody saw is written."""

from __future__ import annotations

import csv
import io
import shutil
import sys
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from selebaran.cli.main import main
from tests.conftest import BASE
from tests.desk.word_files import docx, p, photo, picture, relation

SLUG = "kab-uji"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    shutil.copytree(BASE, tmp_path / "proyek")
    return tmp_path / "proyek"


def run(project: Path, *arguments: str) -> int:
    try:
        main([*arguments, "--root", str(project)])
    except SystemExit as end:
        return int(end.code or 0)
    return 0


def workbook(project: Path, **typed: str) -> Path:
    """The district's workbook with cells of its schedule filled in."""
    path = project.parent / "kerja.xlsx"
    assert run(project, "workbook", SLUG, "--out", str(path)) == 0
    book = load_workbook(io.BytesIO(path.read_bytes()))
    sheet: Any = book["Kegiatan"]
    titles = {str(cell.value).rstrip(" *"): cell.column for cell in sheet[6]}
    for title, text in typed.items():
        sheet.cell(sheet.max_row + (1 if title == "Judul" else 0), titles[title]).value = text
    book.save(path)
    return path


EVENT = {"Judul": "Pos di balai", "Jenis": "Penyuluhan", "Tanggal": "Kamis 10 Juni 2027", "Mulai": "9.00-11.00"}
EVENT |= {"Tempat": "Balai Desa Uji"}


def files(project: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted((project / "districts" / SLUG).glob("*.yml"))}


def test_what_was_filled_in_is_shown_and_written_once_somebody_agreed(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before, path = files(project), workbook(project, **EVENT)
    assert run(project, "intake", str(path)) == 0  # nobody is at a terminal
    assert run(project, "intake", str(path), "--dry-run") == 0
    shown = capsys.readouterr()
    assert "+    judul: Pos di balai" in shown.out
    assert "+    selesai: 11.00" in shown.out
    assert "kerja.xlsx[Kegiatan!D" in shown.err  # the guessed day
    assert "--yes" in shown.out
    assert files(project) == before
    assert run(project, "intake", str(path), "--yes") == 0
    after = files(project)
    assert {name: text for name, text in after.items() if name != "jadwal.yml"} == {
        name: text for name, text in before.items() if name != "jadwal.yml"
    }
    assert b"id: pos-di-balai-2027-06-10" in after["jadwal.yml"]
    assert after["jadwal.yml"].startswith(before.get("jadwal.yml", b"#").rstrip())
    capsys.readouterr()
    assert run(project, "intake", str(path), "--yes", "--district", SLUG) == 0  # it is there now
    assert "tidak ada yang berubah" in capsys.readouterr().out


def test_a_fault_names_sheet_row_and_column_and_nothing_is_written(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before, path = files(project), workbook(project, **EVENT, Batal="barangkali", Selesai="besok")
    assert run(project, "intake", str(path), "--yes") == 1
    told = capsys.readouterr().err
    assert "kerja.xlsx[Kegiatan!G" in told
    assert "error[waktu-tidak-terbaca]" in told
    assert "error[pilihan-tidak-sah]" in told
    assert files(project) == before


def test_a_table_of_somebody_else_or_of_no_kind_that_is_read_is_refused(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table = project.parent / "tabel.csv"
    table.write_text("Judul;Tanggal\nPos;2027-06-10\n", "utf-8")
    picture = project.parent / "foto.pdf"
    picture.write_bytes(b"%PDF")
    assert run(project, "intake", str(table)) == 2
    assert "--district" in capsys.readouterr().err
    assert run(project, "intake", str(picture), "--district", SLUG) == 2
    assert ".xlsx" in capsys.readouterr().err
    assert run(project, "intake", str(project.parent / "hilang.csv"), "--district", SLUG) == 2
    there = project.parent / "tabel.xlsx"
    there.write_text("isi", "utf-8")
    assert run(project, "workbook", SLUG, "--out", str(there)) == 2  # what is there is not written over
    assert there.read_text("utf-8") == "isi"


def test_a_word_file_becomes_a_page_with_its_picture_and_asks_for_what_it_does_not_say(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = project.parent / "surat.docx"
    body = (p("Loket pindah", style="Title"), p("Loket ada di balai desa."), p("Bawa KTP."), picture())
    path.write_bytes(
        docx(*body, relations=relation("rId7", "image", "media/a.png"), parts={"word/media/a.png": photo()})
    )
    before, hand_in = files(project), ("intake", str(path), "--district", SLUG, "--yes")
    assert run(project, *hand_in, "--set", "tangal=2026-12-03") == 1
    told = capsys.readouterr().err
    assert "surat.docx[bagian 'Loket pindah', paragraf 2]: error[isian-perlu]" in told  # where the picture stands
    assert "--set 'loket-pindah-1.png=…'" in told
    assert "--set 'sumber=…'" in told
    assert "error[isian-tidak-dipakai]" in told
    assert "maksudnya 'tanggal'?" in told
    assert "peringatan[kiriman-menjadi-halaman]" in told
    assert "peringatan[isian-ditebak]: 'ringkas' dibaca sebagai: Loket ada di balai desa." in told
    assert files(project) == before
    said = (
        "--set",
        "loket-pindah-1.png=Meja loket",
        "--set",
        "sumber=Foto kantor (rekaan)",
        "--set",
        "tanggal=2026-12-03",
    )
    assert run(project, *hand_in, *said) == 0
    shown = capsys.readouterr().out
    assert "gambar/loket-pindah-1.png (" in shown
    assert "+Bawa KTP." in shown
    folder = project / "districts" / SLUG
    assert (
        (folder / "halaman/kabar/loket-pindah.md").read_text("utf-8")
        == """---
judul: Loket pindah
ringkas: Loket ada di balai desa.
tanggal: 2026-12-03
---

Bawa KTP.

![Meja loket](gambar/loket-pindah-1.png)
"""
    )
    assert "teks: Meja loket" in (folder / "daerah.yml").read_text("utf-8")
    assert run(project, *hand_in, "--set", "tanggal=2026-12-03") == 0  # the picture is there, and is asked for no more
    assert "tidak ada yang berubah" in capsys.readouterr().out


def test_what_was_pasted_becomes_an_event(
    project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    pasted = b"*Penyuluhan di balai*\nKamis, 10 Juni 2027 pukul 09.00 di Balai Desa Uji"
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(pasted)))
    assert run(project, "intake", "-", "--district", SLUG, "--yes") == 0
    told = capsys.readouterr()
    assert "tempelan.txt:2: peringatan[isian-ditebak]: 'tempat' dibaca sebagai: Balai Desa Uji" in told.err
    assert b"judul: Penyuluhan di balai" in files(project)["jadwal.yml"]


def test_a_table_that_was_pasted_into_a_message_is_read_as_one(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = project.parent / "obrolan.txt"
    path.write_text(
        "[29/11/26 13.05] Bu Sri: Yth. Bapak, ini jadwalnya, mohon dimuat\n\n"
        "[29/11/26 13.05] Bu Sri: Jenis\tNama Kegiatan\tTanggal\tJam\tTempat\n"
        "Penyuluhan\tPos di pasar\t10/6/2027\t09.00-12.00\tPasar Pagi, kios 3\n"
        'Penyuluhan\tPos di balai\t17/6/2027\t08.00\t"Balai Desa\nSukamaju"\n\nTerima kasih\n',
        "utf-8",
    )
    assert run(project, "intake", str(path), "--district", SLUG, "--yes") == 0
    told = capsys.readouterr().err
    assert "obrolan.txt:1: peringatan[pesan-dilewati]: baris ini tidak dibaca: 'Yth. Bapak, ini jadwalnya" in told
    assert "obrolan.txt:8: peringatan[pesan-dilewati]: baris ini tidak dibaca: 'Terima kasih'" in told
    events = files(project)["jadwal.yml"].decode()
    assert "judul: Pos di pasar\n    jenis: penyuluhan\n    tanggal: 2027-06-10\n    mulai: 09.00\n" in events
    assert "tempat: Pasar Pagi, kios 3\n" in events
    assert "tempat: Balai Desa Sukamaju\n" in events


def test_tabs_in_an_announcement_make_no_table_of_it(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = project.parent / "pesan.txt"
    rundown = "Pukul\tAcara\tOleh\n09.00\tPembukaan\tKepala desa\n"
    path.write_text(
        f"*Penyuluhan di balai*\nKamis, 10 Juni 2027\nPukul: 09.00\nTempat: Balai Uji\n\n{rundown}", "utf-8"
    )
    assert run(project, "intake", str(path), "--district", SLUG, "--yes") == 0
    assert b"judul: Penyuluhan di balai" in files(project)["jadwal.yml"]


def test_a_hostile_table_costs_its_reader_alone(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = workbook(project)
    import zipfile

    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("xl/vbaProject.bin", b"x")
    assert run(project, "intake", str(path), "--district", SLUG, "--yes") == 1
    assert "error[tabel-bermuatan]" in capsys.readouterr().err


def test_what_came_and_what_was_done_is_noted_for_staff(project: Path) -> None:
    path = workbook(project, **EVENT)
    noted = project / "dist" / "laporan" / "kiriman.csv"
    assert run(project, "intake", str(path), "--dry-run") == 0
    assert not noted.exists()
    assert run(project, "intake", str(path), "--yes") == 0
    assert run(project, "intake", str(path), "--yes") == 0
    formula = project.parent / "=1+1.csv"
    formula.write_text("Judul;Jenis;Tanggal;Mulai;Tempat\nPos;Penyuluhan;kapan;09.00;Balai\n", "utf-8")
    assert run(project, "intake", str(formula), "--district", SLUG, "--yes") == 1
    rows = list(csv.DictReader(noted.read_text("utf-8-sig").splitlines(), delimiter=";"))
    assert [(row["daerah"], row["berkas"], row["hasil"]) for row in rows] == [
        (SLUG, "kerja.xlsx", f"districts/{SLUG}/jadwal.yml"),
        (SLUG, "kerja.xlsx", "tidak ada yang berubah"),
        (SLUG, "'=1+1.csv", "ditolak"),
    ]
    assert rows[0]["sidik"] == rows[1]["sidik"] == sha256(path.read_bytes()).hexdigest()[:16]
