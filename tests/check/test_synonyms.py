"""What a synonym means must be found in a shared page or in the glossary."""

from __future__ import annotations

from pathlib import Path

from selebaran.check.synonyms import check_synonyms
from selebaran.read.project import read_project
from tests.check.kit import said, small_project, write

VAIN = "tidak ada di halaman bersama mana pun, jadi tidak menemukan apa-apa"


def synonyms(folder: Path, *lines: str) -> list[str]:
    root = small_project(folder)
    write(root, "content/sinonim.yml", "sinonim:\n" + "".join(f"  - {line}\n" for line in lines))
    return said(check_synonyms(read_project(root)))


def test_words_of_titles_summaries_texts_and_the_glossary_are_found(tmp_path: Path) -> None:
    found = ["mulai", "biayanya", "kartu keluarga", "IURAN", "jaminan kesehatan nasional", "uang", "daft"]
    assert synonyms(tmp_path, f"{{kata: [premi], artinya: [{', '.join(found)}]}}") == []


def test_a_word_in_vain_is_told_at_its_place_with_the_nearest(tmp_path: Path) -> None:
    at = "content/sinonim.yml"
    assert synonyms(
        tmp_path, "{kata: [premi], artinya: [iuran, iurran]}", "{kata: [a], artinya: [Kartu Qqqq, zzz]}"
    ) == [
        f"{at}:2:38: error[sinonim-tanpa-tujuan]: kata 'iurran' {VAIN}\n  saran: maksudnya 'iuran'?",
        f"{at}:3:27: error[sinonim-tanpa-tujuan]: kata 'qqqq' {VAIN}\n  saran: pakai kata yang ada di halaman",
        f"{at}:3:39: error[sinonim-tanpa-tujuan]: kata 'zzz' {VAIN}\n  saran: pakai kata yang ada di halaman",
    ]


def test_a_meaning_may_lead_on_to_another_synonym(tmp_path: Path) -> None:
    assert synonyms(tmp_path, "{kata: [ongkos], artinya: [Premi]}", "{kata: [premi], artinya: [iuran]}") == []


def test_without_pages_nothing_is_said(tmp_path: Path) -> None:
    root = small_project(tmp_path)
    write(root, "content/sinonim.yml", "sinonim:\n  - {kata: [premi], artinya: [iurran]}\n")
    for path in (root / "content").glob("*.md"):
        path.unlink()
    assert list(check_synonyms(read_project(root))) == []
