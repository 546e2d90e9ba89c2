"""`selebaran piece new`: a print piece begins with files that build as they are."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from pathlib import Path

import pytest
from click.shell_completion import ShellComplete

from selebaran.cli.main import commands, main
from selebaran.compose.edition import Composer
from selebaran.compose.piece.formats import formats
from selebaran.model.piece import DRY_EDGE
from selebaran.model.sizes import FOLDS, PAPERS, Profile
from selebaran.press.build import print_edition
from selebaran.press.layout import Press
from selebaran.read.project import read_project
from tests.conftest import BASE, DAY, LONGEST
from tests.press.test_data import bare_project

FILES = {"piece.yml", "piece.html", "piece.css"}


def piece(project: Path, *arguments: str) -> int:
    try:
        main(["piece", "new", *arguments, "--root", str(project)])
    except SystemExit as end:
        return int(end.code or 0)
    return 0


SOME = ("z", "a3-mendatar", "a6")
"""A fold, a poster, a card."""


@pytest.fixture(scope="module")
def some_formats(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with new pieces."""
    return begun(tmp_path_factory.mktemp("lembar"), SOME)


def begun(project: Path, names: Iterable[str]) -> Path:
    """A project with a new piece in each of these formats."""
    bare_project(project)
    for name in names:
        assert piece(project, f"coba-{name}", "--format", name) == 0
    return project


def test_a_new_piece_passes_the_gate(some_formats: Path, press: Press) -> None:
    """`make test-full` makes each format, for another district's photocopier too."""
    assert_passes(some_formats, press, LONGEST, "kantor", SOME)


def assert_passes(project: Path, press: Press, slug: str, profile: Profile, names: Iterable[str]) -> None:
    registry = read_project(project)
    assert registry.shared_problems == ()
    edition = Composer(registry).compose(slug, as_of=DAY, profiles=(profile,))
    _, downloads, problems = print_edition(press, edition)
    assert [(fault.code, fault.values) for fault in problems if fault.is_error] == []
    assert {made.piece for made in downloads} == {f"coba-{name}" for name in names}
    assert {made.profile for made in downloads} <= set(DRY_EDGE)


def test_every_paper_and_fold_of_the_engine_can_be_asked_for() -> None:
    asked = formats()
    assert {form.paper.split()[0] for form in asked.values()} == set(PAPERS)
    assert {form.fold for form in asked.values()} >= set(FOLDS)
    assert {"z", "tiga", "buku", "a4", "a5", "a5-mendatar", "dl"} <= set(asked)


def test_it_takes_the_words_of_the_page_that_is_asked_for_and_says_what_to_do_next(
    some_formats: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert (
        piece(some_formats, "leaflet-iuran", "--format", "dl", "--halaman", "berobat", "--judul", "Mau berobat?") == 0
    )
    said = capsys.readouterr().out
    assert said.startswith("dibuat: printables/leaflet-iuran/piece.yml\n")
    assert "selebaran build" in said
    folder = some_formats / "printables" / "leaflet-iuran"
    assert {path.name for path in folder.iterdir()} == FILES
    text = (folder / "piece.yml").read_text("utf-8")
    assert "alamat: berobat" in text
    assert 'judul: "Mau berobat?"' in text
    assert "- berobat#lakukan" in text
    shutil.rmtree(folder)


def test_a_piece_can_be_begun_that_is_made_only_when_asked_for(
    some_formats: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert piece(some_formats, "surat-baru", "--format", "a4", "--bila-diminta") == 0
    assert "--only print --lembar surat-baru\n" in capsys.readouterr().out
    registry = read_project(some_formats)
    assert (registry.shared_problems, registry.when_asked) == ((), ("surat-baru",))
    shutil.rmtree(some_formats / "printables" / "surat-baru")


def test_a_district_that_chooses_its_pieces_is_named_with_the_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    project = Path(shutil.copytree(BASE, tmp_path / "proyek"))
    with (project / "districts/kab-uji/daerah.yml").open("a", encoding="utf-8") as file:
        file.write("cetak:\n  lembar: [kecil]\n")
    assert piece(project, "lembar-baru", "--format", "a5") == 0
    said = capsys.readouterr().out
    assert "kab-uji memilih lembarnya sendiri: tambahkan 'lembar-baru' di districts/kab-uji/daerah.yml:" in said
    assert "selebaran build kab-sehat --only print" in said


def test_no_two_pieces_get_one_code(some_formats: Path) -> None:
    codes = [one.spec.code for one in read_project(some_formats).pieces]
    assert len(codes) == len(set(codes)) == len(SOME)


def test_what_is_there_is_not_changed(some_formats: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = {path: path.read_bytes() for path in (some_formats / "printables/coba-z").iterdir()}
    assert piece(some_formats, "coba-z", "--format", "a5") == 2
    assert "tidak ada yang dibuat: 'printables/coba-z' sudah ada" in capsys.readouterr().err
    assert before == {path: path.read_bytes() for path in (some_formats / "printables/coba-z").iterdir()}


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("Leaflet Gizi", "--format", "z"), "nama lembar 'Leaflet Gizi' tidak dapat dipakai"),
        (("../keluar", "--format", "z"), "nama lembar '../keluar' tidak dapat dipakai"),
        (("gizi", "--format", "zz"), "isi '--format' tidak sah; pilih: tiga, z, buku, a2"),
        (("gizi", "--format", "z", "--halaman", "dafter"), "maksudnya 'daftar'?"),
        (("gizi", "--format", "z", "--judul", 'Kata "salah"'), "tidak dapat dipakai"),
    ],
)
def test_what_cannot_be_is_told_and_nothing_is_made(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], told: str
) -> None:
    project = Path(shutil.copytree(BASE, tmp_path / "proyek"))
    assert piece(project, *arguments) == 2
    assert told in capsys.readouterr().err
    assert [path.name for path in (project / "printables").iterdir()] == ["kecil"]


def test_the_shell_completes_formats_and_pages(some_formats: Path) -> None:
    def completed(*arguments: str, typed: str) -> list[str]:
        shell = ShellComplete(commands, {}, "selebaran", "_SELEBARAN_COMPLETE")
        return [item.value for item in shell.get_completions(["piece", "new", *arguments], typed)]

    assert completed("--format", typed="a5") == ["a5", "a5-mendatar"]
    root = ("--root", str(some_formats))
    assert completed(*root, "--halaman", typed="daft") == ["daftar"]
