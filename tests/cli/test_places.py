"""`selebaran places`: lists of an old year to be corrected, and rows that move once somebody compared them."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from selebaran.check.edition import CheckedComposer
from selebaran.cli.main import main
from selebaran.read.project import read_project
from tests.conftest import DAY
from tests.project import PROJECT

SLUG = "kab-serang"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The shared pages with two districts."""
    for name in ("content", "templates", "printables"):
        (tmp_path / name).symlink_to(PROJECT / name)
    for slug in (SLUG, "kab-buru"):
        shutil.copytree(PROJECT / "districts" / slug, tmp_path / "districts" / slug)
    shutil.copy(PROJECT / "mkdocs.yml", tmp_path)
    names = f"daerah:\n  - {{slug: {SLUG}, domain: dinkeskabserang.id}}\n  - {{slug: kab-buru, domain: x.example}}\n"
    (tmp_path / "districts" / "_daftar.yml").write_text(names)
    return tmp_path


def places(project: Path, *arguments: str) -> int:
    try:
        main(["places", *arguments, "--root", str(project)])
    except SystemExit as end:
        return int(end.code or 0)
    return 0


def files(project: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted((project / "districts" / SLUG).iterdir())}


def test_a_list_of_proposals_is_made_once_and_never_written_over(project: Path) -> None:
    path = project / "districts" / SLUG / "layanan-usulan.yml"
    stored = path.read_text("utf-8")
    path.unlink()
    assert places(project, "propose", SLUG) == 0
    assert path.read_text("utf-8") == stored  # the folder has what the command makes
    path.write_text(stored.replace("Puskesmas Ciruas", "Puskesmas Ciruas Baru"), "utf-8")
    assert places(project, "propose", SLUG) == 0
    assert "Puskesmas Ciruas Baru" in path.read_text("utf-8")


def test_nothing_is_written_before_somebody_has_seen_the_difference_and_agreed(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = files(project)
    assert places(project, "confirm", SLUG, "Ciruas", "--oleh", "Seksi Layanan", "--tanggal", str(DAY)) == 0
    assert places(project, "confirm", SLUG, "--oleh", "Seksi Layanan", "--tanggal", str(DAY), "--dry-run") == 0
    shown = capsys.readouterr().out
    assert "-  - nama: Puskesmas Ciruas" in shown
    assert "+    nama: Puskesmas Ciruas" in shown
    assert "--yes" in shown
    assert files(project) == before


def test_a_confirmed_row_is_published_with_the_day_and_a_proposal_never_is(project: Path) -> None:
    given = ("--oleh", "Seksi Layanan", "--tanggal", str(DAY), "--yes")
    assert places(project, "confirm", SLUG, "puskesmas ciruas", *given) == 0
    folder = read_project(project).districts[SLUG]
    (found,) = folder.facilities
    assert (found.name, found.subdistrict, found.checked_on, found.checked_by) == (
        "Puskesmas Ciruas",
        "Ciruas",
        DAY,
        "Seksi Layanan",
    )
    assert found.phone is None
    assert found.hours is None
    assert folder.proposals is not None
    assert "Puskesmas Ciruas" not in {place.name for place in folder.proposals.places}
    assert sorted(path.name for path in (project / "districts" / SLUG).iterdir()) == [
        "daerah.yml",
        "layanan-usulan.yml",
        "layanan.yml",
    ]


@pytest.mark.parametrize(
    ("arguments", "said", "code"),
    [
        (("Ciruass", "--oleh", "A"), "maksudnya 'Puskesmas Ciruas'?", 2),
        (("--oleh", " "), "tulis siapa yang mencocokkan", 2),
        (("--oleh", "A", "--tanggal", "2099-01-01"), "belum tiba", 2),
    ],
)
def test_who_slips_is_told_how_to_mend_it_and_no_file_changes(
    project: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], said: str, code: int
) -> None:
    before = files(project)
    assert places(project, "confirm", SLUG, *arguments, "--yes") == code
    assert said in capsys.readouterr().err
    assert files(project) == before


def test_a_list_in_brackets_is_told_with_its_file_and_stays(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = project / "districts" / SLUG / "layanan-usulan.yml"
    head = path.read_text("utf-8").partition("usulan:")[0]
    path.write_text(f"{head}usulan: [{{nama: Puskesmas Uji}}]\n", "utf-8")
    before = files(project)
    assert places(project, "confirm", SLUG, "--oleh", "A", "--yes") == 1
    assert f"districts/{SLUG}/layanan-usulan.yml" in capsys.readouterr().err
    assert files(project) == before


def test_every_list_in_the_project_is_of_places_by_the_names_of_the_regions(project: Path) -> None:
    registry = read_project(PROJECT)
    lists = [folder.proposals for folder in registry.districts.values() if folder.proposals]
    assert sum(len(one.places) for one in lists if one.year == "2019") == 915
    composer = CheckedComposer(registry)
    assert composer.compose("kab-sukabumi", as_of=DAY, profiles=()).problems == ()
