"""Every broken tree: what `check --fix` mends has no error any more, and what it doesn't is as it was."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from selebaran.cli.checking import Checking
from selebaran.cli.fix import fix
from selebaran.cli.language import Speaker
from selebaran.model.registry import Registry
from selebaran.read.project import read_project
from tests.conftest import TREES
from tests.desk.test_mend import check_untouched
from tests.full.test_round_trip import SLUGS
from tests.read.test_rusak import DAY, break_with

MENDED = {
    *("bukan-angka", "bulan-tidak-terbaca", "domain-tidak-sah", "gambar-salah-akhiran", "huruf-tersembunyi"),
    *("id-kegiatan-tidak-sah", "kode-area-tidak-sah", "koordinat-tidak-terbaca", "nama-halaman-tidak-sah"),
    *("pilihan-tidak-sah", "tanggal-tidak-terbaca", "tautan-asing", "tautan-http", "waktu-tidak-terbaca"),
    *("yaml-awal-isi", "yaml-butir", "yaml-garis-miring", "yaml-koma", "yaml-kutip-word", "yaml-menjorok"),
    *("yaml-setelah-isi", "yaml-tabulator", "yaml-tanpa-titik-dua", "yaml-titik-dua"),
}
CODES = sorted(path.name for path in TREES.iterdir() if path.name != "_dasar")


def bytes_of(project: Path) -> dict[str, bytes]:
    return {str(path.relative_to(project)): path.read_bytes() for path in project.rglob("*") if path.is_file()}


@pytest.mark.parametrize("code", CODES)
def test_a_tree_is_mended_or_left(code: str, tmp_path: Path) -> None:
    project = tmp_path / "proyek"
    shutil.copytree(TREES / "_dasar", project)
    break_with(project, code)
    registry = read_project(project)
    slugs = tuple(dict.fromkeys([*registry.slugs, *registry.district_problems]))
    told, before = Checking(project, registry, DAY).problems(slugs), bytes_of(project)
    was_written = fix(project, registry, told, slugs, Speaker(), dry=False, yes=True)
    if code not in MENDED:
        assert not was_written
        assert bytes_of(project) == before
        return
    assert was_written
    again = Checking(project, read_project(project), DAY).problems(slugs)
    assert [one for one in again if one.is_error or one.code == code] == []


@pytest.mark.parametrize("slug", SLUGS)
def test_a_district_without_a_slip_stays_byte_for_byte(slug: str, registry: Registry) -> None:
    check_untouched(slug, registry)
