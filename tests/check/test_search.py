"""What content/sinonim.yml says of emergencies, answers and regions must lead somewhere."""

from __future__ import annotations

from pathlib import Path

from selebaran.check.search import check_search
from selebaran.read.project import read_project
from tests.check.kit import said, small_project, write

URGENT = 'darurat: {halaman: daftar, pita: "Darurat?"}\n'


def faults(folder: Path, words: str, campaign: str = URGENT) -> list[str]:
    root = small_project(folder)
    kampanye = (root / "content" / "kampanye.yml").read_text("utf-8")
    write(root, "content/kampanye.yml", f"{kampanye.rstrip()}\n{campaign}")
    write(root, "content/sinonim.yml", words)
    return [line.partition("\n")[0] for line in said(check_search(read_project(root)))]


def test_phrases_answers_and_pages_that_lead_somewhere_are_left_alone(tmp_path: Path) -> None:
    words = "darurat:\n  judul: Darurat\n  nilai: care_center\n  kata_kata: [{kata: [kejang], kecuali: [obat]}]\n"
    words += 'jawaban: [{kata: [iuran], kalimat: "Kelas III: {iuran_kelas_3}", tampil_di: daftar#biaya}]\n'
    words += "belakang: [daftar]\n"
    assert faults(tmp_path, words) == []


def test_without_a_page_of_emergencies_no_phrase_leads_anywhere(tmp_path: Path) -> None:
    words = "darurat: {judul: Darurat, kata_kata: [{kata: [kejang, pingsan]}]}\n"
    assert [line.rpartition("kata darurat ")[2] for line in faults(tmp_path, words, "")] == [
        "'kejang' tidak membuka kartu darurat",
        "'pingsan' tidak membuka kartu darurat",
    ]


def test_unknown_values_pages_and_parts_are_told_at_their_places(tmp_path: Path) -> None:
    words = 'jawaban: [{kalimat: "{iuran_kelas_4}", tampil_di: daftar#harga}]\nbelakang: [kadr]\n'
    found = faults(tmp_path, words)
    assert [line.split("error[")[1].split("]")[0] for line in found] == [
        "fakta-tidak-dikenal",
        "jangkar-putus",
        "tautan-putus",
    ]
    assert all(line.startswith("content/sinonim.yml:") for line in found)
