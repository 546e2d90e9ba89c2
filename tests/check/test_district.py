"""A district's own text has the rules of shared text: warnings with line and cure, in `check` and in `build` alike."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from selebaran.check.district import MOST
from selebaran.check.edition import CheckedComposer
from selebaran.cli.language import Speaker
from selebaran.cli.show import problem_text
from selebaran.model.problem import Problem, ProblemsFound
from selebaran.read.project import read_project
from tests.compose.page.own.kit import PROVINCE, SLUG, override, own_page, project_at, run
from tests.conftest import DAY

AT = f"districts/{SLUG}"
TYPED = "Iuran kelas 3 Rp35.000, disebut juga premi. Telepon 165. {{ daerah.nama }}"
LONG = " ".join(["kata"] * 30) + "."


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return project_at(tmp_path)


def problems(root: Path, slug: str = SLUG) -> tuple[Problem, ...]:
    try:
        return CheckedComposer(read_project(root)).compose(slug, as_of=DAY, profiles=()).problems
    except ProblemsFound as stopped:
        return stopped.problems


def told(root: Path) -> list[tuple[str, str]]:
    return [(problem.code, str(problem.place)) for problem in problems(root)]


def test_typed_numbers_phrases_and_marks_are_warnings_in_every_kind_of_own_text(root: Path) -> None:
    with (root / AT / "daerah.yml").open("a", encoding="utf-8") as file:
        file.write("bahasa: [jv]\n")
    own_page(root, "posko", TYPED)
    own_page(root, "kabar/posko", TYPED, head="tanggal: 2026-11-20\n")
    own_page(root, "posko.jv", TYPED)
    override(root, "daftar#syarat", TYPED)
    own_page(root, "provinsi", TYPED, layer=PROVINCE)
    found = [(code, place) for code, place in told(root) if code != "terjemahan-tanpa-sidik"]
    expected = [("angka-diketik", 15), ("frasa-dihindari", 38), ("angka-diketik", 53), ("tanda-tampil", 58)]
    files = (f"{AT}/halaman/kabar/posko.md:7", f"{AT}/halaman/posko.jv.md:6", f"{AT}/halaman/posko.md:6")
    files += (f"{AT}/timpaan/daftar/syarat.md:7", f"districts/{PROVINCE}/halaman/provinsi.md:6")
    assert sorted(found) == sorted((code, f"{file}:{column}") for file in files for code, column in expected)
    assert not any(problem.is_error for problem in problems(root))


def test_each_says_what_to_write_instead(root: Path) -> None:
    own_page(root, "posko", "Rp35.000")
    (found,) = problems(root)
    assert problem_text(found, Speaker()) == (
        f"{AT}/halaman/posko.md:6:1: peringatan[angka-diketik]: 'Rp35.000' diketik di sini, "
        "padahal ada di daftar fakta (IUR-01)\n  saran: tulis {{ fakta.iuran_kelas_3 }}"
    )


def test_title_and_summary_are_read_as_well(root: Path) -> None:
    path = own_page(root, "posko", "Posko.", title="Premi {{ fakta.care_center }}")
    path.write_text(path.read_text("utf-8").replace("bertanya.", "bertanya ke 165."), "utf-8")
    assert told(root) == [
        ("frasa-dihindari", f"{AT}/halaman/posko.md:2:8"),
        ("tanda-tampil", f"{AT}/halaman/posko.md:2:14"),
        ("angka-diketik", f"{AT}/halaman/posko.md:3:29"),
    ]


def test_rules_about_sentences_are_those_of_indonesian(root: Path) -> None:
    with (root / AT / "daerah.yml").open("a", encoding="utf-8") as file:
        file.write("bahasa: [jv]\n")
    own_page(root, "posko", LONG)
    own_page(root, "posko.jv", LONG, head="naskah_asal: abc\n")
    long = [place for code, place in told(root) if code == "kalimat-panjang"]
    assert long == [f"{AT}/halaman/posko.md:6:1"]


def test_marks_of_templates_are_no_words_and_hide_none(root: Path) -> None:
    """{% if %} is text in a district's page: what stands in both branches is read."""
    own_page(root, "posko", "{% if x %}\npremi\n{% else %}\npremi\n{% endif %}\n")
    codes = [code for code, _ in told(root)]
    assert codes.count("frasa-dihindari") == 2
    assert codes.count("tanda-tampil") == 3


def test_a_fact_that_may_not_be_shown_is_told_where_it_is_named(root: Path) -> None:
    own_page(root, "posko", "Umur {{ fakta.batas_umur }} tahun.")
    assert told(root) == [("fakta-tidak-terbit", f"{AT}/halaman/posko.md:6:15")]


def test_in_a_file_with_errors_those_come_first(root: Path) -> None:
    own_page(root, "posko", "Premi. [a](tiada.md)")
    assert [code for code, _ in told(root)] == ["tautan-putus"]


def test_check_tells_each_warning_once_also_what_a_province_wrote(root: Path) -> None:
    """That a build does so too, tests/rusak/tanda-tampil shows."""
    own_page(root, "posko", "Premi.")
    own_page(root, "provinsi", "Premi.", layer=PROVINCE)
    done = run(root, "check")
    assert done.stderr.count("peringatan[frasa-dihindari]") == 2
    assert "2 daerah diperiksa, 2 masalah" in done.output


HEAPS = (
    *("." * 60_000, "?! " * 20_000, "premi " * 10_000, "Rp35.000 " * 7000, "1 " * 30_000, "{{ x }}" * 400),
    *("{%" * 30_000, "](" * 30_000, "{: " * 20_000, "165 " * 15_000, "A." * 30_000, "“" * 20_000, "&a;" * 20_000),
    *("tanggal " + " " * 60_000, "Rp" + " " * 60_000, "a\n" * 1900, "- a\n" * 1900, "(1)" * 20_000, "|" * 60_000),
    *("{{ fakta.care_center }} " * 499, "{% if a %}" * 5000, "wa.me/" * 10_000, "tel:" + "1-" * 30_000),
)


def test_no_heap_keeps_a_child_busy_until_its_limit(root: Path) -> None:
    for index, body in enumerate(HEAPS):
        own_page(root, f"heap-{index}", body)
    done = run(root, "check", SLUG)
    told = set(re.findall(r"(?:error|peringatan)\[([\w-]+)\]", done.stderr))
    assert "frasa-dihindari" in told
    assert not {code for code in told if code.startswith(("langkah-", "daerah-"))}


def test_only_so_many_warnings_of_a_district_are_told(root: Path) -> None:
    own_page(root, "posko", "premi\n\n" * (MOST + 1))
    assert len(problems(root)) == MOST
