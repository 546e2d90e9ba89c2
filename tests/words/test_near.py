"""A misspelt name of any kind is answered with the nearest one that there is."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from selebaran.check.run import check_shared
from selebaran.model.problem import Problem
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
APART = {
    "slug of another district": ("districts/kab-maju/daerah.yml", "daerah-tidak-terdaftar"),
    "slug of another kind": ("districts/kota-uji/daerah.yml", "daerah-tidak-terdaftar"),
    "table beside a file of values": ("districts/kab-uji/layanan.csv", "berkas-untuk-intake"),
    "note beside a file of values": ("districts/kab-uji/jadwal.docx", "berkas-untuk-intake"),
    "file that is like a folder": ("districts/kab-uji/gambar.zip", "berkas-untuk-intake"),
    "folder that is like a file": ("districts/kab-uji/jadwal/a.yml", "berkas-tidak-dikenal"),
}
"""What is near in letters alone."""
HOME = {
    "page": ("districts/kab-uji/posko.md", "halaman/"),
    "page like daerah.yml": ("districts/kab-uji/daerah.md", "halaman/"),
    "news": ("districts/kab-uji/kabar/pos.md", "halaman/kabar/"),
    "picture": ("districts/kab-uji/Foto Pos.JPG", "gambar/"),
    "page of a province": ("districts/_provinsi/provinsi-uji/posko.md", "halaman/"),
}
"""A file that lies in the wrong folder, and where it belongs."""


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


@pytest.mark.parametrize("name", APART)
def test_no_name_is_offered_that_is_near_in_letters_alone(name: str, tmp_path: Path) -> None:
    file, code = APART[name]
    assert {dict(p.values).get("maksud", "") for p in problems_with(tmp_path, file) if p.code == code} == {""}


@pytest.mark.parametrize("name", HOME)
def test_a_file_in_the_wrong_folder_is_sent_to_its_own(name: str, tmp_path: Path) -> None:
    file, home = HOME[name]
    found = problems_with(tmp_path, file)
    assert {p.code for p in found} == {"berkas-salah-tempat"}
    assert {in_indonesian(p)[1] for p in found} == {f"pindahkan ke {home}"}


def test_a_folder_with_a_slip_in_its_name_is_to_be_renamed(tmp_path: Path) -> None:
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    (tmp_path / "districts/kab-uji").rename(tmp_path / "districts/kab-ujii")
    found = read_project(tmp_path).district_problems
    assert [in_indonesian(p)[1] for p in found["kab-uji"]] == ["ganti nama folder 'kab-ujii' menjadi 'kab-uji'"]
    assert [in_indonesian(p)[1] for p in found["kab-ujii"]] == ["maksudnya 'kab-uji'?"]


def problems_with(root: Path, file: str) -> list[Problem]:
    """What is said of the base project when a file is laid into it."""
    shutil.copytree(BASE, root, dirs_exist_ok=True)
    (root / file).parent.mkdir(parents=True, exist_ok=True)
    (root / file).write_text("nama: x\n", "utf-8")
    return [p for problems in read_project(root).district_problems.values() for p in problems]
