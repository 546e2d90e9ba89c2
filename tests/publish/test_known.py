"""What is kept of a project follows from its bytes, is found whole or not at all, and runs nothing of anybody's."""

from __future__ import annotations

import dataclasses
import os
import pickle
import re
import shutil
from collections.abc import Callable
from hashlib import blake2b
from pathlib import Path

import pytest

from selebaran.check.run import check_shared
from selebaran.jobs import recalled
from selebaran.jobs.children import discard
from selebaran.model.problem import Problem
from selebaran.model.registry import Registry
from selebaran.publish.inputs import Inputs, inputs_of
from selebaran.publish.known import KnownProject, is_cold
from selebaran.publish.private import folder_of, keep_private, read_private
from selebaran.read.project import read_project
from selebaran.site.theme import CODES, warm
from tests.publish.little import FIRST, SECOND, little

ALL = ["bersama", SECOND, FIRST]
KONTAK = """
kontak:
  bpjs_kantor:
    nama: Klinik Uji
    alamat: Jalan Uji 3
    sumber: Karangan untuk pengujian
    diperiksa_pada: 2026-11-01
persetujuan: {oleh: Pejabat Rekaan, jabatan: Kepala Dinas, tanggal: 2026-11-01, bukti: Surat 1, menguasai_domain: ya}
"""


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "simpanan"))


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return little(tmp_path / "proyek")


class Counting(KnownProject):
    """Tells what had to be read."""

    def __init__(self, root: Path, inputs: Inputs) -> None:
        super().__init__(root, inputs)
        self.new: list[str] = []

    def keep_shared(self, shared: Registry) -> None:
        self.new.append("bersama")
        super().keep_shared(shared)

    def keep_district(self, folder: object) -> None:
        self.new.append(folder.slug)  # type: ignore[attr-defined]
        super().keep_district(folder)  # type: ignore[arg-type]


def read(project: Path) -> tuple[list[str], Registry]:
    """What had to be read of the project, and all of it."""
    known = Counting(project, inputs_of(project))
    registry = read_project(project, known)
    assert known.judged(registry) == check_shared(registry)
    known.finish()
    return known.new, registry


def edited(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")


def test_only_what_has_changed_is_read_again_and_all_is_as_it_was_read(project: Path) -> None:
    assert read(project)[0] == ALL
    new, again = read(project)
    assert (new, again) == ([], read_project(project))
    (project / "districts" / SECOND / "jadwal.yml").write_text("kegiatan: []\n", "utf-8")
    new, again = read(project)
    assert (new, again) == ([SECOND], read_project(project))
    edited(project / "content" / "fakta.yml", "isi: 35000", "isi: 36000")
    new, again = read(project)
    assert (new, again) == (["bersama"], read_project(project))
    edited(project / "content" / "kampanye.yml", "nama:", "# catatan\nnama:")
    assert read(project)[0] == ALL


def test_a_district_with_a_fault_is_read_each_time(project: Path) -> None:
    (project / "districts" / FIRST / "jadwal.yml").write_text("kegiatan: [\n", "utf-8")
    assert read(project)[0] == ["bersama", SECOND]
    new, again = read(project)
    assert new == []
    assert again.district_problems == read_project(project).district_problems
    assert list(again.district_problems) == [FIRST]


def test_a_file_that_becomes_a_link_to_the_same_is_another(project: Path) -> None:
    file, before = project / "districts" / FIRST / "jadwal.yml", inputs_of(project)
    file.write_text("kegiatan: []\n", "utf-8")
    as_file = inputs_of(project)
    file.rename(project / "jadwal.yml")
    file.symlink_to(project / "jadwal.yml")
    as_link = inputs_of(project)
    file.unlink()
    os.link(project / "jadwal.yml", file)
    of_all = {one.districts[FIRST] for one in (before, as_file, as_link, inputs_of(project))}
    assert len(of_all) == 4


def test_what_is_shared_is_judged_again_where_districts_give_reason(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def judge(registry: Registry) -> list[Problem]:
        asked.append(next(iter(registry.districts.values())).district.province)
        return []

    def judged() -> list[str]:
        known = KnownProject(project, inputs_of(project))
        known.judged(read_project(project, known))
        assert known.finish()
        return asked

    monkeypatch.setattr("selebaran.check.run.check_shared", judge)
    file = project / "districts" / SECOND / "daerah.yml"
    assert len(judged()) == 1
    edited(file, "nama: ", "nama:  ")
    assert len(judged()) == 1
    file.write_text(re.sub(r"^provinsi: .*", "provinsi: Aceh", file.read_text("utf-8"), flags=re.M), "utf-8")
    assert len(judged()) == 2
    first = project / "districts" / next(iter(read_project(project).districts)) / "daerah.yml"
    first.write_text(first.read_text("utf-8").partition("kontak:")[0] + KONTAK, "utf-8")
    assert len(judged()) == 3
    assert not read_project(project).district_problems
    edited(first, "nama: Klinik", "nama:  Klinik")
    assert len(judged()) == 3


def test_what_was_saved_meanwhile_is_not_taken_for_what_was_read(project: Path) -> None:
    known = Counting(project, inputs_of(project))
    registry = read_project(project, known)
    known.judged(registry)
    edited(project / "content" / "fakta.yml", "isi: 35000", "isi: 36000")
    assert not known.finish()
    assert read(project)[0] == ALL


def cut(content: bytes) -> bytes:
    return content[: len(content) // 2]


def changed(content: bytes) -> bytes:
    return content[:-9] + bytes([content[-9] ^ 1]) + content[-8:]


@pytest.mark.parametrize("damaged", [cut, changed, lambda content: b""], ids=["cut", "changed", "empty"])
def test_what_is_damaged_is_none_and_made_again(project: Path, damaged: Callable[[bytes], bytes]) -> None:
    read(project)
    files = list((project.parent / "simpanan").glob("selebaran/*/*"))
    assert len(files) >= 2
    for file in files:
        file.write_bytes(damaged(file.read_bytes()))
    assert read(project)[0] == ALL
    assert read(project)[0] == []


def test_it_is_no_one_elses_to_write(tmp_path: Path) -> None:
    path = folder_of("program") / "sesuatu"
    keep_private(path, [1, "dua"])
    assert read_private(path) == [1, "dua"]
    path.chmod(0o666)
    assert read_private(path) is None
    path.chmod(0o600)
    path.parent.chmod(0o777)
    assert read_private(path) is None
    path.parent.chmod(0o700)
    path.rename(tmp_path / "lain")
    path.symlink_to(tmp_path / "lain")
    assert read_private(path) is None


class Runs:
    """What would run a command where a pickle is opened as any other."""

    def __reduce__(self) -> tuple[Callable[[str], int], tuple[str]]:
        return os.system, ("touch dijalankan",)


class RunsOther:
    def __reduce__(self) -> tuple[Callable[[Path], None], tuple[Path]]:
        return shutil.rmtree, (Path("sesuatu"),)


class RunsOwn:
    """The same with a function of the program's own."""

    def __reduce__(self) -> tuple[Callable[[Path], None], tuple[Path]]:
        return discard, (Path("sesuatu"),)


@pytest.mark.parametrize("planted", [Runs(), RunsOther(), RunsOwn()], ids=["system", "rmtree", "own"])
def test_a_planted_pickle_runs_nothing(planted: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "sesuatu").mkdir()
    path = folder_of("program") / "naskah"
    keep_private(path, "apa saja")
    content = pickle.dumps(planted)
    path.write_bytes(blake2b(content, digest_size=16).hexdigest().encode() + b"\n" + content)
    assert read_private(path) is None
    assert not (tmp_path / "dijalankan").exists()
    assert (tmp_path / "sesuatu").is_dir()


def test_of_programs_and_files_the_newest_stay() -> None:
    for program in range(5):
        for number in range(20):
            keep_private(folder_of(f"program{program}") / f"berkas{number}", number)
    folders = sorted(folder_of("x").parent.iterdir())
    assert [folder.name[:8] for folder in folders] == ["program2", "program3", "program4"]
    assert {len(list(folder.iterdir())) for folder in folders} == {18}


def test_what_sites_are_drawn_with_is_kept_apart_and_prepared_also_after_a_check(project: Path) -> None:
    recalled.forget()
    inputs, known = inputs_of(project), KnownProject(project, inputs_of(project))
    theme = read_project(project, known).theme
    assert known.is_unprepared(published=False)  # as `check` asks
    known.finish()
    known.recall(sites=True)
    assert is_cold(theme)
    warm(theme)
    known.finish()
    compiled = len(CODES.known)
    recalled.forget()
    known = KnownProject(project, inputs)
    known.recall()
    assert not CODES.known
    known.recall(sites=True)
    assert len(CODES.known) == compiled > 20
    assert not is_cold(theme)
    assert is_cold(dataclasses.replace(theme, templates={**theme.templates, "lain.html": ""}))
    recalled.forget()
