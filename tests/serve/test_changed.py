"""Which files changed decides whose pages are old."""

from __future__ import annotations

import pytest

from selebaran.serve.changed import Concerned, concerned

EVERY = Concerned(every=True)
ANEW = Concerned(every=True, by_which_all_are_read=True)


@pytest.mark.parametrize(
    ("path", "whom"),
    [
        ("districts/kab-serang/jadwal.yml", Concerned(frozenset(("kab-serang",)))),
        ("districts/kab-serang/halaman/kabar/a.md", Concerned(frozenset(("kab-serang",)))),
        ("districts/kab-serang", Concerned(frozenset(("kab-serang",)))),
        ("districts/_edisi/kab-serang-kalender.yml", Concerned(frozenset(("kab-serang",)))),
        ("districts/_edisi/kab-serang.yml", Concerned(frozenset(("kab-serang",)))),
        ("districts/_provinsi/banten/provinsi.yml", ANEW),
        ("districts/_daftar.yml", ANEW),
        ("content/kampanye.yml", ANEW),
        ("content", ANEW),
        ("districts", ANEW),
        ("content/iuran.md", EVERY),
        ("content/fakta.yml", EVERY),
        ("templates/site/main.html", EVERY),
        ("printables/leaflet-daftar/piece.yml", EVERY),
        ("mkdocs.yml", EVERY),
    ],
)
def test_a_file_concerns_its_district_or_every_one(path: str, whom: Concerned) -> None:
    assert concerned([path]) == whom


@pytest.mark.parametrize(
    "path",
    [
        "dist/situs/x/index.html",
        ".git/index",
        "README.md",
        "content/.iuran.md.swp",
        "districts/kab-serang/~$jadwal.yml",
    ],
)
def test_what_is_not_read_concerns_nobody(path: str) -> None:
    assert not concerned([path])


def test_a_renamed_folder_concerns_its_old_and_its_new_name() -> None:
    assert concerned(["districts/kab-a", "districts/kab-b"]).of(["kab-a", "kab-b", "kab-c"]) == {"kab-a", "kab-b"}
    assert EVERY.of(["kab-a"]) == {"kab-a"}
