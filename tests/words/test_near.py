"""A misspelt name of any kind is answered with the nearest one that there is."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from selebaran.check.run import check_shared
from selebaran.read.project import read_project
from selebaran.words.catalogue import in_indonesian
from tests.conftest import BASE

NEAREST = {
    "key": ("districts/kab-uji/daerah.yml", "telepon:", "telpon:", "telepon"),
    "choice": ("districts/kab-uji/daerah.yml", "zona_waktu: WIB", "zona_waktu: WIBB", "WIB"),
    "file": ("districts/kab-uji/jadwal.yaml", "", "kegiatan: []\n", "jadwal.yml"),
    "slug": ("districts/kab-uj/daerah.yml", "", "nama: x\n", "kab-uji"),
    "fact": ("content/daftar.md", "fakta.iuran_kelas_3", "fakta.iuran_kelas_4", "iuran_kelas_3"),
    "field": ("content/daftar.md", "KTP dan", "{{ daerah.namaa }} KTP dan", "nama"),
    "name": ("content/daftar.md", "fakta.iuran", "fakat.iuran", "fakta"),
    "page": ("content/beranda.md", "daftar.md#", "daftr.md#", "daftar.md"),
    "part": ("content/beranda.md", "#syarat", "#syrat", "syarat"),
    "choice of the home page": ("content/beranda.md", "ke: daftar/", "ke: daftr/", "daftar/"),
    "block": ("content/daftar.md", "syarat: {", "syrat: {", "syarat"),
    "drawing": ("printables/kecil/piece.html", 'seni("garis")', 'seni("gari")', "garis"),
    "theme": ("printables/kecil/piece.html", 'seni("garis")', 'seni("garis", "terangg")', "terang"),
    "template": ("printables/kecil/piece.html", "lembar.html", "lembr.html", "print/lembar.html"),
    "panel": ("printables/kecil/piece.yml", "panel: isi}", "panel: isii}", "isi"),
    "filter": ("content/daftar.md", "KTP dan", "{{ daerah.nama|uper }} KTP dan", "upper"),
    "tag": ("content/daftar.md", "KTP dan", "{% iff daerah.nama %} KTP dan", "if"),
}
"""A file, what stands there (nothing: a new file), what is typed instead, and what was meant."""


@pytest.mark.parametrize("kind", NEAREST)
def test_the_nearest_name_is_offered(kind: str, tmp_path: Path) -> None:
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    name, there, typed, meant = NEAREST[kind]
    path = tmp_path / name
    path.parent.mkdir(parents=True, exist_ok=True)
    text = path.read_text("utf-8") if there else ""
    assert there in text
    path.write_text(text.replace(there, typed, 1) if there else typed, "utf-8")
    registry = read_project(tmp_path)
    found = [*check_shared(registry), *(p for problems in registry.district_problems.values() for p in problems)]
    offers = {dict(problem.values).get("maksud") for problem in found}
    assert meant in offers, found
    assert any(meant in in_indonesian(p)[1] and "maksudnya" in in_indonesian(p)[1] for p in found)
