"""Districts that have nothing but names are joined from one that was drawn with marks: the same as the plain way, and
none that has a word of its own."""

from __future__ import annotations

import gzip
import re
import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from selebaran.compose.district import marks
from selebaran.compose.page.bare import bare_filling, breaks_alike, is_bare
from selebaran.compose.template.slots import Values
from selebaran.model.registry import DistrictFolder, Registry
from selebaran.publish import joining
from selebaran.publish.district import Workshop
from selebaran.publish.plan import Plan
from selebaran.read.project import read_project
from tests.conftest import DAY
from tests.publish.little import build, edit, little, problems
from tests.publish.test_prove import CAMPAIGN, DISTRICT, PAGE, slug_of, told

NAMES = ("Ambang", "Bukit", "Cemara")
AREAS = {"Ambang": "Atas, Bawah", "Bukit": "Batu O'o, Hulu (Kota), Mage'abume", "Cemara": "Sendiri"}
SLUGS = tuple(map(slug_of, NAMES))


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three districts without an address that differ by their names and kecamatan."""
    found = little(tmp_path_factory.mktemp("sambung") / "proyek")
    for number, (name, slug) in enumerate(zip(NAMES, SLUGS, strict=True), 3):
        folder = found / "districts" / slug
        folder.mkdir()
        text = DISTRICT.format(name=name, slug=slug, code=f"00.{number:02}")
        (folder / "daerah.yml").write_text(text, "utf-8")
        edit(folder / "daerah.yml", f"domain: {slug}.example\n", "")
        edit(folder / "daerah.yml", f"[Atas, Bawah, Tengah, Ujung {name}]", f"[{AREAS[name]}]")
    listed = "".join(f"  - slug: {slug}\n    domain:\n" for slug in SLUGS)
    edit(found / "districts" / "_daftar.yml", "daerah:\n", f"daerah:\n{listed}")
    edit(found / "content" / "kampanye.yml", "kontak:\n", CAMPAIGN)
    (found / "content" / "k.md").write_text(PAGE, "utf-8")
    return found


@pytest.fixture(scope="module")
def registry(project: Path) -> Registry:
    return read_project(project)


def joined(registry: Registry, project: Path, **other: object) -> tuple[str, ...]:
    plan = Plan(project, project / "dist", SLUGS, DAY, only="site")
    workshop = Workshop(replace(plan, **other), registry)  # type: ignore[arg-type]
    workshop.prepare()
    return workshop.prepare_joined()


def with_folder(registry: Registry, **other: object) -> Registry:
    changed = replace(registry.districts[SLUGS[0]], **other)  # type: ignore[arg-type]
    return replace(registry, districts={**registry.districts, SLUGS[0]: changed})


def of_district(registry: Registry, **other: object) -> Registry:
    return with_folder(registry, district=registry.districts[SLUGS[0]].district.model_copy(update=other))


def test_what_is_joined_is_the_same_as_what_is_made_the_plain_way(
    project: Path, registry: Registry, tmp_path: Path
) -> None:
    assert joined(registry, project) == SLUGS
    done = build(project, *SLUGS, "--prove", "4", "--benih", "1", "--without-walls", out=str(tmp_path / "dist"))
    assert (done.returncode, problems(done)) == (0, ["Membandingkan dengan cara biasa"]), done.stderr
    assert told(done).endswith("sama dengan cara biasa (4 daerah, --benih 1)")
    page = (tmp_path / "dist" / "situs" / SLUGS[1] / "k" / "hulu-kota" / "index.html").read_text("utf-8")
    assert "Kecamatan Hulu (Kota)" in page
    assert "Kabupaten Bukit" in page


def test_an_address_and_proposed_places_are_joined_and_the_earlier_preview_goes(project: Path, tmp_path: Path) -> None:
    places = {
        SLUGS[0]: "Tempat Satu, Atas, -7.10000, 110.20000; Tempat (Dua), Atas, ; Tempat Lepas, , ",
        SLUGS[2]: "Lain Sekali, Sendiri, ; Lain Lepas, , -7.30000, 110.40000",
    }
    with_more = shutil.copytree(project, tmp_path / "proyek", ignore=shutil.ignore_patterns("dist"))
    for slug, rows in places.items():
        folder = with_more / "districts" / slug
        edit(folder / "daerah.yml", "zona_waktu:", f"domain: dinkes{slug[4:]}.example\nzona_waktu:")
        edit(
            folder.parent / "_daftar.yml",
            f"slug: {slug}\n    domain:",
            f"slug: {slug}\n    domain: dinkes{slug[4:]}.example",
        )
        told = "keadaan: belum dicocokkan\nsumber: Daftar rekaan (lama)\ntahun: 2019\njenis: puskesmas\nusulan:\n"
        for row in rows.split("; "):
            name, area, *spot = row.split(", ", 2)
            told += f"  - nama: {name}\n    kecamatan: {area}\n    koordinat: {''.join(spot)}\n"
        (folder / "layanan-usulan.yml").write_text(told, "utf-8")
    out = tmp_path / "dist"
    (out / "situs" / SLUGS[0]).mkdir(parents=True)
    assert joined(read_project(with_more), with_more) == (SLUGS[0], SLUGS[2])
    done = build(with_more, *SLUGS, "--prove", "4", "--without-walls", out=str(out))
    assert (done.returncode, problems(done)) == (0, ["Membandingkan dengan cara biasa"]), done.stderr
    assert {path.name for path in (out / "situs").iterdir()} == {
        "dinkesambang.example",
        SLUGS[1],
        "dinkescemara.example",
    }
    areas = out / "situs" / "dinkesambang.example" / "k"
    found = {
        path.parent.name: re.findall("Tempat (?:Satu|.Dua.)|Lain Sekali", path.read_text("utf-8"))
        for path in areas.glob("*/index.html")
    }
    assert found == {"atas": ["Tempat Satu", "Tempat (Dua)"], "bawah": []}
    assert "Tempat Lepas" in (areas / "index.html").read_text("utf-8")


def test_a_fault_in_joining_is_found_and_put_right(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    filling = joining.bare_filling
    monkeypatch.setattr(joining, "bare_filling", lambda *of: filling(*of) | {marks.PROVINCE: "Provinsi Lain"})
    done = build(project, *SLUGS, "--prove", "4", "--without-walls", out=str(tmp_path / "dist"))
    assert done.returncode == 1
    assert f"districts/{SLUGS[0]}: error[hasil-berbeda]: '{SLUGS[0]}'" in done.stderr
    assert told(done).startswith("Bukti")
    lies = {gzip.decompress(path.read_bytes()) for path in (tmp_path / "dist" / "laporan").glob("kab-*.json.gz")}
    assert lies
    assert not any(b"Provinsi Lain" in text for text in lies)


@pytest.mark.falls_back
def test_a_district_whose_joining_fails_is_made_in_a_child(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    filling, failed = joining.bare_filling, []

    def failing(of: marks.Class, folder: DistrictFolder) -> Values:
        if folder.slug == SLUGS[0]:
            failed.append(folder.slug)
            raise KeyError(folder.slug)
        return filling(of, folder)

    monkeypatch.setattr(joining, "bare_filling", failing)
    told = tmp_path / "waktu.txt"
    done = build(project, *SLUGS, "--without-walls", "--timings", str(told), out=str(tmp_path / "dist"))
    assert (done.returncode, failed) == (0, [SLUGS[0]]), done.stderr
    assert f"dibuat satu per satu: {SLUGS[0]}: KeyError: '{SLUGS[0]}'\n" in told.read_text("utf-8")
    for name, slug in zip(NAMES, SLUGS, strict=True):
        assert f"Kabupaten {name}" in (tmp_path / "dist" / "situs" / slug / "k" / "index.html").read_text("utf-8")


@pytest.mark.parametrize(
    "other",
    [{"note": "catatan"}, {"domain": "uji.example"}, {"agents": ("x",)}, {"paper": "f4"}, {"name": "Kabupaten <b>"}],
    ids=lambda other: next(iter(other)),
)
def test_a_district_that_says_more_is_made_in_a_child(
    project: Path, registry: Registry, other: dict[str, object]
) -> None:
    assert joined(of_district(registry, **other), project) == SLUGS[1:]


@pytest.mark.parametrize(
    "areas", [("Atas", "Bawah", "<script>"), ("Kecamatan 2",), ("Bulan_Purnama_",), ("Nagari", "Na Zed", "Naa")]
)
def test_a_kecamatan_whose_name_could_read_otherwise_is_made_in_a_child(
    project: Path, registry: Registry, areas: tuple[str, ...]
) -> None:
    assert joined(of_district(registry, subdistricts=areas), project) == SLUGS[1:]


def test_an_address_on_a_sheet_breaks_after_the_words_of_a_name(registry: Registry) -> None:
    folder = of_district(registry, domain="dinkesambang.example").districts[SLUGS[0]]
    of = marks.Class(folder.district.zone, is_long=False, has_areas=True, has_domain=True)
    assert bare_filling(of, folder)["qz-d-zq .example"] == "dinkes ambang .example"
    assert breaks_alike(folder, ("daftar", "k/atas"))
    assert not breaks_alike(folder, ("daftar", "ambang-kita"))


def test_a_folder_that_holds_more_is_made_in_a_child(registry: Registry) -> None:
    folder = registry.districts[SLUGS[0]]
    assert is_bare(folder)
    others: dict[str, object] = {
        "events": ("x",),
        "facilities": ("x",),
        "pictures": {"a.jpg": b""},
        "own": replace(folder.own, pages=("x",)),  # type: ignore[arg-type]
        "ledger": ("x",),
        "notices": ("x",),
        "addresses": ("x",),
        "contacts_of_province": frozenset("x"),
        "paid_until": date(2027, 1, 1),
    }
    for name, value in others.items():
        more: DistrictFolder = replace(folder, **{name: value})  # type: ignore[arg-type]
        assert not is_bare(more), name


def test_a_publication_joins_nothing(project: Path, registry: Registry) -> None:
    assert joined(registry, project, publish=True) == ()


def test_sheets_of_an_earlier_build_are_still_offered(project: Path, registry: Registry, tmp_path: Path) -> None:
    (tmp_path / "situs" / SLUGS[0] / "unduh" / "poster").mkdir(parents=True)
    assert joined(registry, project, out=tmp_path) == SLUGS[1:]


def test_a_name_that_changed_shows_and_changes_no_other_site(project: Path, tmp_path: Path) -> None:
    out, file = tmp_path / "dist", project / "districts" / SLUGS[0] / "daerah.yml"
    assert build(project, *SLUGS, "--without-walls", out=str(out)).returncode == 0
    before = (out / "situs" / SLUGS[1] / "k" / "index.html").resolve()
    edit(file, "nama: Kabupaten Ambang\n", "nama: Kabupaten Ambang Baru\n")
    try:
        done = build(project, *SLUGS, "--without-walls", out=str(out))
    finally:
        edit(file, "nama: Kabupaten Ambang Baru\n", "nama: Kabupaten Ambang\n")
    assert done.returncode == 0, done.stderr
    assert "Kabupaten Ambang Baru" in (out / "situs" / SLUGS[0] / "k" / "index.html").read_text("utf-8")
    assert (out / "situs" / SLUGS[1] / "k" / "index.html").resolve() == before


def test_what_was_built_before_is_joined_again(project: Path, registry: Registry, tmp_path: Path) -> None:
    done = build(project, *SLUGS, "--without-walls", out=str(tmp_path))
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "situs" / registry.districts[SLUGS[0]].host / "unduh" / "index.html").is_file()
    assert joined(registry, project, out=tmp_path) == SLUGS
