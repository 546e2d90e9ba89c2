"""What content/kampanye.yml names must be there; what it leaves out is absent."""

from __future__ import annotations

from dataclasses import replace as replaced
from pathlib import Path

import pytest

from selebaran.check.campaign import check_campaign
from selebaran.cli.language import Speaker
from selebaran.cli.show import problem_text
from selebaran.model.campaign import Campaign
from selebaran.model.registry import Registry
from selebaran.read.project import read_project
from tests.read import test_rusak
from tests.read.test_rusak import replace

cache, project = test_rusak.cache, test_rusak.project
"""The small project of the broken trees."""
FILE = "content/kampanye.yml"
SMALLEST = """\
nama: Cacingan
situs: {nama: Bebas cacing, nama_pendek: Bebas cacing}
kaki: Situs ini tidak meminta uang.
lembar_cetak: Lembar untuk dicetak.
tanya: {tempat: puskesmas terdekat}
"""


def said(project: Path) -> str:
    """What is said of the campaign, by the reader and by the check."""
    registry = read_project(project)
    found = [fault for fault in registry.shared_problems if fault.place.file == FILE]
    return "\n".join(problem_text(fault, Speaker()) for fault in (*found, *check_campaign(registry)))


def test_the_campaign_of_the_project_names_nothing_in_vain(registry: Registry) -> None:
    assert list(check_campaign(registry)) == []
    campaign = registry.campaign
    assert campaign.name
    assert campaign.groups
    assert campaign.contacts["psc119"].told_at == "gawat-darurat#ambulans"
    assert campaign.portal
    assert campaign.portal.scenes[0].crop == "2 4 234 162.3"


def test_a_campaign_may_leave_out_everything_but_its_names_and_a_place_to_ask(project: Path) -> None:
    (project / FILE).write_text(SMALLEST, "utf-8")
    assert said(project) == ""
    campaign = read_project(project).campaign
    left = (campaign.emergency, campaign.pages, campaign.events, campaign.glossary, campaign.figures, campaign.portal)
    assert left == (None,) * 6
    assert (campaign.ask.phone, campaign.ask.message, campaign.help_desks_at) == (None,) * 3
    assert (campaign.groups, campaign.contacts, campaign.services) == ({}, {}, {})


@pytest.mark.parametrize("key", ["nama", "situs", "kaki", "lembar_cetak", "tanya"])
def test_what_every_site_shows_must_be_there(key: str, project: Path) -> None:
    lines = [line for line in SMALLEST.splitlines() if not line.startswith(f"{key}:")]
    (project / FILE).write_text("\n".join(lines) + "\n", "utf-8")
    assert said(project) == f"{FILE}:1:1: error[kunci-hilang]: '{key}' wajib ada\n  saran: tambahkan baris '{key}: …'"


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("nilai: care_center", "nilai: care_centre",
         "7:20: error[fakta-tidak-dikenal]: fakta 'care_centre' tidak ada dalam content/fakta.yml\n"
         "  saran: maksudnya 'care_center'?"),
        ("tampil_di: daftar#syarat\n  jenis", "tampil_di: dafter#syarat\n  jenis",
         "12:14: error[tautan-putus]: halaman 'dafter' tidak ada\n  saran: maksudnya 'daftar'?"),
        ("tampil_di: daftar#syarat\n  jenis", "tampil_di: daftar#syarta\n  jenis",
         "12:14: error[jangkar-putus]: bagian '#syarta' tidak ada di 'daftar'\n  saran: maksudnya '#syarat'?"),
        ("ringkas: Arti", "kelompok: belum-puny\n  ringkas: Arti",
         "23:13: error[pilihan-tidak-sah]: 'belum-puny' bukan pilihan untuk 'istilah.kelompok'\n"
         "  saran: maksudnya 'belum-punya'? Pilihan: belum-punya"),
        ("  ringkas: Arti", "  lanjut: [{judul: Biaya, ke: biayanya}]\n  ringkas: Arti",
         "23:31: error[tautan-putus]: halaman 'biayanya' tidak ada\n  saran: perbaiki atau hapus tautannya"),
        ("JKN {daerah}", "JKN {dareah}",
         "2:15: error[isian-tidak-dikenal]: isian '{dareah}' tidak ada\n  saran: maksudnya '{daerah}'?"),
        ("  dinkes:", "  posko desa: {sebutan: posko}\n  dinkes:",
         "15:3: error[pola-tidak-cocok]: 'posko desa' bukan bentuk yang benar untuk 'kontak'\n"
         "  saran: tulis seperti posko_desa"),
        ("{sebutan: Dinas Kesehatan, tampil_di: daftar}", "{sebutan: Dinas Kesehatan, tampil: daftar}",
         "15:38: error[kunci-tidak-dikenal]: 'kontak.dinkes.tampil' tidak dikenal\n  saran: maksudnya 'tampil_di'?"),
        ("istilah:", "darurat: {halaman: gawat, pita: Darurat}\nistilah:",
         "21:20: error[tautan-putus]: halaman 'gawat' tidak ada\n  saran: perbaiki atau hapus tautannya"),
        ("istilah:", "halaman: {tentang: daftar, tanya_jawab: tanya}\nistilah:",
         "21:41: error[tautan-putus]: halaman 'tanya' tidak ada\n  saran: perbaiki atau hapus tautannya"),
        ("istilah:",
         "portal: {judul: a, merek: b, ringkas: c, pembuka: d, tentang: [e], gambar: [{seni: grais, kotak: 0 0 9 9}]}\n"
         "istilah:",
         "21:84: error[seni-tidak-ada]: gambar 'grais' tidak ada di content/seni dan templates/seni\n"
         "  saran: maksudnya 'garis'?"),
        ("istilah:", "seni_provinsi: [{seni: garsi, menggantikan: garis, provinsi: [Bali]}]\nistilah:",
         "21:24: error[seni-tidak-ada]: gambar 'garsi' tidak ada di content/seni dan templates/seni\n"
         "  saran: maksudnya 'garis'?"),
    ],
)  # fmt: skip
def test_a_name_in_vain_is_told_with_its_place_and_the_nearest(
    old: str, new: str, expected: str, project: Path
) -> None:
    replace(project / FILE, old, new)
    assert said(project) == f"{FILE}:{expected}"


def test_a_drawing_is_for_provinces_that_there_are(project: Path) -> None:
    replace(
        project / FILE, "istilah:", "seni_provinsi: [{seni: garis, menggantikan: garis, provinsi: [Pupua]}]\nistilah:"
    )
    assert "'Pupua' bukan pilihan untuk 'seni_provinsi.provinsi'\n  saran: maksudnya 'Papua'? Pilihan: Aceh, " in said(
        project
    )
    replace(project / FILE, "Pupua", "Papua")
    assert said(project) == ""


def test_a_number_that_is_not_for_the_public_is_a_warning(project: Path) -> None:
    replace(project / "content" / "fakta.yml", "terbit: ya", "terbit: tidak")
    assert said(project).startswith(f"{FILE}:7:20: peringatan[fakta-tidak-terbit]: fakta TEL-01 tidak boleh tampil")


@pytest.mark.parametrize("file", ["content/fakta.yml", "content/daftar.md"])
def test_of_what_a_faulty_file_holds_nothing_is_said(file: str, project: Path) -> None:
    (project / file).write_text("{", "utf-8")
    assert said(project) == ""


def test_a_project_without_a_campaign_is_told_so(project: Path) -> None:
    (project / FILE).unlink()
    assert said(project).startswith(f"{FILE}: error[berkas-hilang]: berkas ini tidak ada")
    assert read_project(project).campaign == Campaign.unread()


@pytest.mark.parametrize("key", ["tentang", "tanya_jawab"])
@pytest.mark.parametrize("page", ["beranda", "unduh", "istilah"])
def test_a_page_that_the_engine_forms_has_no_second_work(key: str, page: str, project: Path) -> None:
    file = project / FILE
    file.write_text(file.read_text("utf-8") + f"halaman: {{{key}: {page}}}\n", "utf-8")
    assert f"'{page}' tidak dapat menjadi 'halaman.{key}'" in said(project)
    file.write_text(file.read_text("utf-8").replace(f"{key}: {page}", f"{key}: daftar"), "utf-8")
    assert said(project) == ""


def test_occasions_are_told_of_kinds_of_events_that_there_are(registry: Registry) -> None:
    events = registry.campaign.events
    assert events is not None
    told = {"posyandu": ("posyandu",), "posyando": ("bidan",)}
    slipped = registry.campaign.model_copy(update={"events": events.model_copy(update={"occasions": told})})
    found = [problem_text(fault, Speaker()) for fault in check_campaign(replaced(registry, campaign=slipped))]
    assert len(found) == 1
    assert all("pilihan-tidak-sah" in text and "maksudnya 'posyandu'" in text for text in found)
