"""`facts due`: what has to be checked, and the sheets to check it with."""

from __future__ import annotations

import io
import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from playwright.sync_api import Browser

from tests.cli.facts.kit import DAY, LATE, REGISTER, Ran, change, fact, register, rewrite
from tests.project import PROJECT


def sheets(project: Path) -> dict[str, str]:
    return {p.stem: p.read_text("utf-8") for p in (project / "dist" / "laporan" / "periksa").glob("*.html")}


def test_something_overdue_gives_code_1_and_a_sheet_for_each_owner(run: Callable[..., Ran], project: Path) -> None:
    change(project, "IUR-01", penanggung_jawab="Bu Ani, Kepesertaan", cara_periksa="Tanya Bu Rina: berapa iurannya?")
    change(project, "TEL-01", penanggung_jawab="Humas")
    done = run("facts", "due", "--as-of", LATE)
    assert done.code == 1
    assert done.out.endswith("1 fakta harus diperiksa sekarang, 2 dalam 30 hari\n")
    assert done.out.count("lembar periksa: ") == 3
    found = sheets(project)
    assert sorted(found) == ["belum-ditunjuk", "bu-ani-kepesertaan", "humas"]
    sheet = found["bu-ani-kepesertaan"]
    for text in ("Iuran kelas III adalah Rp35.000.", "Karangan untuk pengujian", "Tanya Bu Rina: berapa iurannya?"):
        assert text in sheet
    assert "2 halaman, 1 lembar, 2 daerah" in sheet
    assert "selebaran facts recheck IUR-01 --tanggal" in sheet
    assert "TEL-01" not in sheet
    assert "TEL-01" in found["humas"]


def test_what_is_due_soon_gives_a_sheet_and_code_0(run: Callable[..., Ran], project: Path) -> None:
    change(project, "IUR-01", periksa_lagi="2028-01-01")
    done = run("facts", "due", "--as-of", LATE)
    assert (done.code, list(sheets(project))) == (0, ["belum-ditunjuk"])
    assert "0 fakta harus diperiksa sekarang, 2 dalam 30 hari" in done.out


def test_the_day_decides(run: Callable[..., Ran]) -> None:
    assert run("facts", "due", "--as-of", "2027-05-01").code == 0
    assert run("facts", "due", "--as-of", "2027-05-02").code == 1


def test_what_has_ended_has_to_be_looked_at_too(run: Callable[..., Ran], project: Path) -> None:
    change(project, "TEL-01", berakhir=DAY)
    assert run("facts", "due", "--as-of", DAY).code == 1
    assert "TEL-01" in sheets(project)["belum-ditunjuk"]


def test_nothing_due_leaves_no_old_sheet_and_no_other_file_goes(run: Callable[..., Ran], project: Path) -> None:
    run("facts", "due", "--as-of", LATE)
    mine = project / "dist" / "laporan" / "periksa" / "catatan.html"
    mine.write_text("<p>Catatan saya", "utf-8")
    assert run("facts", "due", "--as-of", DAY) == Ran(0, "0 fakta harus diperiksa sekarang, 0 dalam 30 hari\n", "")
    assert list(sheets(project)) == ["catatan"]


def test_owners_whose_names_make_the_same_file_name_have_a_sheet_each(run: Callable[..., Ran], project: Path) -> None:
    for name, owner in (("IUR-01", "Bu Ani"), ("TEL-01", "Bu-Ani"), ("TEL-02", "Bu  Ani")):
        change(project, name, penanggung_jawab=owner)
    run("facts", "due", "--as-of", LATE)
    found = sheets(project)
    assert sorted(found) == ["bu-ani", "bu-ani-ke-2"]
    assert [name for name in ("IUR-01", "TEL-01", "TEL-02") if f">{name}<" in found["bu-ani"]] == ["IUR-01", "TEL-02"]


def test_sheets_go_where_they_are_asked_for(run: Callable[..., Ran], project: Path, tmp_path: Path) -> None:
    assert run("facts", "due", "--as-of", LATE, "--out", str(tmp_path / "meja")).code == 1
    assert [p.name for p in (tmp_path / "meja" / "periksa").iterdir()] == ["belum-ditunjuk.html"]
    (tmp_path / "berkas").write_text("", "utf-8")
    done = run("facts", "due", "--as-of", LATE, "--out", str(tmp_path / "berkas"))
    assert done.code == 3
    assert done.err.startswith("tidak dapat menulis ke ")


def test_a_sheet_without_its_template_is_not_written(run: Callable[..., Ran], project: Path) -> None:
    (project / "templates" / "laporan" / "periksa.html").unlink()
    done = run("facts", "due", "--as-of", LATE)
    assert (done.code, sheets(project)) == (1, {})
    assert "templates/laporan/periksa.html: error[berkas-hilang]" in done.err


def pages_of(browser: Browser, sheet: str) -> int:
    page = browser.new_page()
    page.set_content(sheet)
    with pikepdf.open(io.BytesIO(page.pdf(format="A4", prefer_css_page_size=True, print_background=True))) as pdf:
        found = len(pdf.pages)
    page.close()
    return found


@pytest.mark.parametrize("letters", [40, 700])
def test_six_facts_of_any_length_are_printed_on_one_page_a_sheet(
    run: Callable[..., Ran], project: Path, browser: Browser, letters: int
) -> None:
    text = ("Peserta yang terdaftar lebih dari tiga bulan membayar iurannya di bank. " * 30)[:letters].strip()
    long = {"kalimat": text, "sumber": [text[: letters // 2], "Surat kedua"], "cara_periksa": text[: letters // 2]}
    base = {**fact(project, "IUR-01"), **long, "penanggung_jawab": "Bidang Kepesertaan dan Penjaminan"}
    base["nilai"] = {"iuran_kelas_3": {"jenis": "rupiah", "isi": "35000"}}
    spare = [{**base, "id": f"XTR-0{n}", "nilai": {f"nilai_{n}": {"jenis": "angka", "isi": "5"}}} for n in range(1, 6)]
    others = [entry for entry in register(project) if entry["id"] != "IUR-01"]
    rewrite(project, json.loads(json.dumps([*others, base, *spare])))  # YAML would name lists that stand there twice
    done = run("facts", "due", "--as-of", "2027-06-01")
    assert done.out, done.err
    found = sheets(project)
    assert sum(sheet.count('class="butir"') for sheet in found.values()) == 6
    assert len(found) == 1 or letters > 40
    assert {pages_of(browser, sheet) for sheet in found.values()} == {1}


def test_every_sheet_of_a_whole_register_is_one_page(run: Callable[..., Ran], project: Path, browser: Browser) -> None:
    shutil.copy(PROJECT / REGISTER, project / REGISTER)
    run("facts", "due", "--as-of", "2028-01-01")
    found = sheets(project)
    assert {name: pages_of(browser, sheet) for name, sheet in found.items()} == dict.fromkeys(found, 1)
