"""Addresses live on: what two pages claim, what leads nowhere, what would get lost, and who still names an old one."""

from __future__ import annotations

from pathlib import Path

import pytest

from selebaran.check.edition import CheckedComposer
from selebaran.check.run import check_shared
from selebaran.cli.language import Speaker
from selebaran.cli.show import problem_text
from selebaran.compose.page.parts import NoPart, find_part
from selebaran.model.problem import ProblemsFound
from selebaran.read.project import read_project
from tests.compose.page.own.kit import SLUG, override, own_page, project_at, replace
from tests.conftest import DAY

LEDGER = f"districts/_edisi/{SLUG}-alamat.yml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return project_at(tmp_path)


def said_of_shared(root: Path) -> list[str]:
    return [problem_text(found, Speaker()) for found in check_shared(read_project(root)) if found.is_error]


def said_of_district(root: Path) -> list[str]:
    try:
        found = CheckedComposer(read_project(root)).compose(SLUG, as_of=DAY, profiles=()).problems
    except ProblemsFound as stopped:
        found = stopped.problems
    return [problem_text(one, Speaker()) for one in found if one.is_error]


def told(root: Path, *addresses: tuple[str, str]) -> None:
    """Write down addresses with their files as a publication does."""
    entries = "".join(f"- alamat: {a}\n  berkas: {file}\n  terbit: '2026-01-05'\n" for a, file in addresses)
    (root / "districts" / "_edisi").mkdir(exist_ok=True)
    (root / LEDGER).write_text(f"alamat:\n{entries}", "utf-8")


def test_a_published_address_is_not_lost_silently(root: Path) -> None:
    told(root, ("ikut", "content/ikut.md"), ("ajakan", "content/ajakan.md"))
    (line,) = said_of_district(root)
    assert line.startswith("content/ajakan.md: error[alamat-hilang]")
    assert "dahulu: [ajakan]" in line


@pytest.mark.parametrize("kept", ["dahulu", "ditutup"])
def test_a_published_address_lives_on_by_either_word(kept: str, root: Path) -> None:
    told(root, ("ajakan", "content/ajakan.md"))
    if kept == "dahulu":
        replace(root, "content/ikut.md", "kelompok:", "dahulu: [ajakan]\nkelompok:")
    else:
        text = "---\njudul: Ajakan\nringkas: Dulu di sini.\nditutup: ikut\n---\nSudah selesai.\n"
        (root / "content" / "ajakan.md").write_text(text, "utf-8")
    assert said_of_shared(root) == []
    assert said_of_district(root) == []


def test_two_pages_of_different_owners_cannot_have_one_old_address(root: Path) -> None:
    replace(root, "content/ikut.md", "kelompok:", "dahulu: [ajakan]\nkelompok:")
    own_page(root, "posko", "Buka.", head="dahulu: [ajakan, daftar, unduh]\n")
    lines = said_of_district(root)
    assert [line.split("error[")[1].split("]")[0] for line in lines] == [
        "alamat-lama-ganda",
        *2 * ["alamat-lama-dipakai"],
    ]
    assert all(line.startswith(f"districts/{SLUG}/halaman/posko.md:4:") for line in lines)
    assert "content/ikut.md:4" in lines[0]


def test_a_district_cannot_take_the_old_address_of_a_shared_page(root: Path) -> None:
    replace(root, "content/ikut.md", "kelompok:", "dahulu: [ajakan]\nkelompok:")
    own_page(root, "ajakan", "Buka.")
    (line,) = said_of_district(root)
    assert line.startswith(f"districts/{SLUG}/halaman/ajakan.md: error[alamat-dipakai]")


def test_closed_pages_that_lead_in_a_circle_are_told_and_a_chain_has_its_end_as_cure(root: Path) -> None:
    for name, target in (("satu", "dua"), ("dua", "satu"), ("tiga", "empat"), ("empat", "daftar")):
        own_page(root, name, "Selesai.", head=f"ditutup: {target}\n")
    lines = said_of_district(root)
    assert [line.split(":")[0].rsplit("/")[-1] for line in lines] == ["dua.md", "satu.md", "tiga.md"]
    assert ["maksudnya 'daftar'?" in line for line in lines] == [False, False, True]


def test_all_that_names_a_page_by_its_old_name_is_told_in_one_run_with_the_new_one(root: Path) -> None:
    replace(root, "content/daftar.md", "KTP dan", "[Baca](ajakan.md) KTP dan")
    replace(root, "content/beranda.md", "ke: daftar/", "ke: ajakan/")
    replace(root, "content/kampanye.yml", "tampil_di: daftar}", "tampil_di: ajakan}")
    replace(root, "printables/kecil/piece.yml", "alamat: daftar", "alamat: ajakan")
    replace(root, "content/ikut.md", "kelompok:", "dahulu: [ajakan]\nkelompok:")
    lines = said_of_shared(root)
    assert sorted(line.split(":")[0] for line in lines) == [
        "content/beranda.md",
        "content/daftar.md",
        "content/kampanye.yml",
        "printables/kecil/piece.yml",
    ]
    for line in lines:
        assert line.split(": error")[0].count(":") == 2, line
        assert "maksudnya 'ikut" in line, line


def test_an_override_of_a_page_by_its_old_name_is_told_with_the_new_one(root: Path) -> None:
    replace(root, "content/ikut.md", "kelompok:", "dahulu: [ajakan]\nkelompok:")
    override(root, "ajakan#kotak", "Lain.")
    (line,) = said_of_district(root)
    assert line.startswith(f"districts/{SLUG}/timpaan/ajakan/kotak.md: error[timpaan-halaman-tidak-ada]")
    assert "ikut" in line


def test_a_part_on_a_sheet_is_told_with_the_new_name_of_its_page(root: Path) -> None:
    replace(root, "content/ikut.md", "kelompok:", "dahulu: [ajakan]\nkelompok:")
    pages = {page.slug: page for page in read_project(root).pages}
    with pytest.raises(NoPart) as fault:
        find_part(pages, "ajakan#kotak")
    assert fault.value.values["maksud"] == "ikut#kotak"
