"""content/sinonim.yml: what an editor can write into it, and what is wrong with it."""

from __future__ import annotations

from pathlib import Path

import pytest

from selebaran.model.registry import Registry
from selebaran.read.search_words import read_search_words

NAME = "content/sinonim.yml"


def problems_of(tmp_path: Path, text: str) -> list[str]:
    (tmp_path / "sinonim.yml").write_text(text, "utf-8")
    found = read_search_words(tmp_path / "sinonim.yml", NAME, None)[2]
    return [f"{p.place.line}:{p.place.column} {p.code} {dict(p.values).get('jalan', '')}".rstrip() for p in found]


def synonyms(*entries: tuple[str, str]) -> str:
    lines = [f"  - kata: [{said}]\n    artinya: [{meaning}]\n" for said, meaning in entries]
    return "sinonim:\n" + "".join(lines)


def test_the_projects_own_file_is_whole(registry: Registry) -> None:
    words = registry.search_words
    assert len(words.synonyms) > 40
    assert {"menular", "tertular"} <= {entry.word for entry in words.exceptions}
    assert "yang" in words.ignored


def test_without_the_file_there_are_no_words(tmp_path: Path) -> None:
    words, _, problems = read_search_words(tmp_path / "sinonim.yml", NAME, None)
    assert (words.synonyms, problems) == ((), [])


def test_meanings_may_lead_on_but_not_back(tmp_path: Path) -> None:
    assert problems_of(tmp_path, synonyms(("a", "b"), ("b", "c"), ("c", "d"))) == []
    assert problems_of(tmp_path, synonyms(("a", "a"))) == ["3:15 sinonim-berputar a → a"]
    assert problems_of(tmp_path, synonyms(("a", "b"), ("b", "A"))) == ["5:15 sinonim-berputar a → b → a"]
    long = synonyms(("a", "x, b"), ("b", "c"), ("c", "y, a"), ("d", "a"))
    assert problems_of(tmp_path, long) == ["7:18 sinonim-berputar a → b → c → a"]
    assert problems_of(tmp_path, synonyms(("a", "b, c"), ("b", "d"), ("c", "a"))) == ["7:15 sinonim-berputar a → c → a"]


def test_one_word_has_one_meaning(tmp_path: Path) -> None:
    assert problems_of(tmp_path, synonyms(("a, b", "c"), ("A", "d"))) == ["4:12 kata-ganda"]
    twice = "akar:\n  - {kata: a, akar: b}\nabaikan: [c, a, c]\n"
    assert problems_of(tmp_path, twice) == ["3:14 kata-ganda", "3:17 kata-ganda"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("sinonim:\n  - kata: []\n    artinya: [a]\n", "daftar-kosong"),
        ("sinonim:\n  - kata: ugd\n    artinya: [a]\n", "bukan-daftar"),
        ("sinonim:\n  - kata: [a]\n", "kunci-hilang"),
        ("sinonim:\n  - kat: [a]\n    artinya: [a]\n", "kunci-tidak-dikenal"),
        (f"abaikan: [{'a' * 81}]\n", "teks-terlalu-panjang"),
        ("sinonim:\n\t- kata: [a]\n", "yaml-tabulator"),
    ],
)
def test_faults_are_told_as_in_any_other_file(tmp_path: Path, text: str, code: str) -> None:
    assert code in " ".join(problems_of(tmp_path, text))
