"""Facts that the glossary names."""

from __future__ import annotations

from pathlib import Path

from selebaran.check.glossary import check_glossary
from selebaran.read.project import read_project
from tests.check.kit import said, small_project, write

TERMS = """\
istilah:
  - istilah: Iuran
    arti: Uang yang dibayar setiap bulan.
    fakta: [IUR-01, IUR-10]
  - istilah: Umur
    arti: Lama hidup.
    fakta: [REG-99]
  - istilah: Telepon
    arti: Alat untuk bicara.
    fakta: [XYZ-77]
"""


def test_a_fact_that_is_not_there_or_may_not_be_shown_is_told_at_its_place(tmp_path: Path) -> None:
    root = small_project(tmp_path)
    write(root, "content/istilah.yml", TERMS)
    at = "content/istilah.yml"
    assert said(check_glossary(read_project(root))) == [
        f"{at}:4:21: error[fakta-tidak-dikenal]: fakta 'IUR-10' tidak ada dalam content/fakta.yml\n"
        "  saran: maksudnya 'IUR-01'?",
        f"{at}:7:13: peringatan[fakta-tidak-terbit]: fakta REG-99 tidak boleh tampil untuk umum (terbit: false)\n"
        "  saran: hapus dari sini, atau periksa ulang fakta itu",
        f"{at}:10:13: error[fakta-tidak-dikenal]: fakta 'XYZ-77' tidak ada dalam content/fakta.yml\n"
        "  saran: tambahkan ke content/fakta.yml, dengan sumber dan tanggal",
    ]


def test_without_a_register_nothing_is_said(tmp_path: Path) -> None:
    root = small_project(tmp_path)
    write(root, "content/istilah.yml", TERMS)
    write(root, "content/fakta.yml", "fakta: [")
    assert said(check_glossary(read_project(root))) == []
