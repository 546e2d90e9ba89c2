"""Links, ways in and drawings that lead nowhere are told with their place and the nearest that exists."""

from __future__ import annotations

from pathlib import Path

import pytest

from selebaran.check.links import check_links
from selebaran.read.project import read_project
from tests.check.kit import page, said, small_project, write


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return small_project(tmp_path)


def links(root: Path) -> list[str]:
    return said(check_links(read_project(root)))


def test_the_small_project_leads_nowhere_in_vain(root: Path) -> None:
    assert links(root) == []


@pytest.mark.parametrize(
    "link",
    [
        "[a](daftar.md)",
        "[a](daftar.md#syarat)",
        "[a](#sini)",
        "[a](istilah.md)",
        "[a](unduh.md)",
        "[a](https://bpjs-kesehatan.go.id)",
        "[a](tel:165)",
        "[a](/berkas/)",
        "[a]({{ fakta.care_center.tel }})",
        "![Garis](seni/garis.svg)",
    ],
)
def test_a_link_that_leads_somewhere_has_no_fault(link: str, root: Path) -> None:
    page(root, "coba", f"Ini.\n\n## Sini {{#sini}}\n\n{link}")
    assert links(root) == []


ART = "tidak ada di content/seni dan templates/seni"


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        ("[a](dafter.md)", "9:11: error[tautan-putus]: halaman 'dafter.md' tidak ada\n  saran: maksudnya 'daftar.md'?"),
        ("[a](xyz.md)", "9:11: error[tautan-putus]: halaman 'xyz.md' tidak ada\n"
         "  saran: perbaiki atau hapus tautannya"),
        ("[a](daftar)", "9:11: error[tautan-putus]: halaman 'daftar' tidak ada\n"
         "  saran: perbaiki atau hapus tautannya"),
        ("[a](http://[x)", "9:11: error[tautan-putus]: halaman 'http://[x' tidak ada\n"
         "  saran: perbaiki atau hapus tautannya"),
        ("[a](daftar.md#sarat)", "9:11: error[jangkar-putus]: bagian '#sarat' tidak ada di 'daftar.md'\n"
         "  saran: maksudnya '#syarat'?"),
        ("[a](#sinj)", "9:11: error[jangkar-putus]: bagian '#sinj' tidak ada di 'coba.md'\n"
         "  saran: maksudnya '#sini'?"),
        ("![a](seni/gari.svg)", f"9:12: error[seni-tidak-ada]: gambar 'gari' {ART}\n  saran: maksudnya 'garis'?"),
        ("![a](garis.svg)", f"9:12: error[seni-tidak-ada]: gambar 'garis.svg' {ART}\n  saran: maksudnya 'garis'?"),
    ],
)  # fmt: skip
def test_a_link_in_vain_is_told_at_its_place(link: str, expected: str, root: Path) -> None:
    page(root, "coba", f"Ini.\n\n## Sini {{#sini}}\n\nLihat {link}"[:-1] + ").")
    assert links(root) == [f"content/coba.md:{expected}"]


def test_translations_are_read_as_well(root: Path) -> None:
    page(root, "daftar.jv", "[a](dafter.md)", "naskah_asal: abc\n")
    assert links(root) == [
        "content/daftar.jv.md:6:5: error[tautan-putus]: halaman 'dafter.md' tidak ada\n  saran: maksudnya 'daftar.md'?"
    ]


def test_the_ways_in_and_the_piece_are_read_as_well_and_every_fault_is_told(root: Path) -> None:
    home, piece = root / "content" / "beranda.md", root / "printables" / "kecil" / "piece.yml"
    text = home.read_text("utf-8").replace("ke: daftar/", "ke: dafter/").replace("seni: garis", "seni: gari")
    write(root, "content/beranda.md", text)
    text = piece.read_text("utf-8").replace("alamat: daftar", "alamat: dafter")
    write(root, "printables/kecil/piece.yml", text.replace("petunjuk:\n", "petunjuk:\n  gambar: [garis, gariss]\n"))
    assert links(root) == [
        "content/beranda.md:9:9: error[tautan-putus]: halaman 'dafter/' tidak ada\n  saran: maksudnya 'daftar/'?",
        f"content/beranda.md:8:11: error[seni-tidak-ada]: gambar 'gari' {ART}\n  saran: maksudnya 'garis'?",
        "printables/kecil/piece.yml:8:9: error[tautan-putus]: halaman 'dafter' tidak ada\n  saran: maksudnya 'daftar'?",
        f"printables/kecil/piece.yml: error[seni-tidak-ada]: gambar 'gariss' {ART}\n  saran: maksudnya 'garis'?",
    ]


def test_of_a_page_that_cannot_be_read_no_part_is_missed(root: Path) -> None:
    write(root, "content/rusak.md", "---\njudul: [\n---\n")
    page(root, "coba", "[a](rusak.md#apa)")
    assert links(root) == []
