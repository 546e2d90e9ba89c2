"""What districts may not write, each refused with its place and the nearest name."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from selebaran.model.page import PageSource
from selebaran.model.registry import Registry
from selebaran.read.own_text import LARGEST, MOST_PAGES
from tests.compose.page.own.kit import PROVINCE, SLUG, faults, override, own_page, pages, run, told
from tests.conftest import ROOT

AT = f"districts/{SLUG}"


@pytest.mark.parametrize("target", ["daftar#biaya", "ikut#kecil", "ikut#akhir", "daftar", "daftar#kepala", "beranda"])
def test_what_the_shared_page_does_not_allow(target: str, root: Path) -> None:
    path = override(root, target, "Lain.")
    assert [(p.code, p.place.file) for p in faults(root)] == [("timpaan-dilarang", path.relative_to(root).as_posix())]
    path.unlink()
    path.with_name(f"{path.stem}.dasar.md").unlink()
    done = run(root, "override", SLUG, target)
    assert done.exit_code != 0
    assert f"'{target}' tidak boleh ditimpa" in done.stderr
    assert not path.exists()


def test_what_is_critical_to_health_or_purse_is_never_allowed(registry: Registry) -> None:
    """Emergencies, costs, deadlines and benefits are the same for all; so is where to call."""
    critical = re.compile(r"darurat|biaya|iuran|tarif|tabel|denda|tunggak|igd|bahaya|lanjut|lakukan|waspada|mendadak")
    for page in registry.pages:
        allowed = {block for block in page.overridable_blocks if not page.slug.startswith("kader")}
        assert {block for block in allowed if critical.search(block)} == set(), page.slug
        for block, rule in page.front.blocks.items():
            assert not (rule.form in ("darurat", "lakukan") and rule.overridable), (page.slug, block)
    assert {page.slug for page in registry.pages if page.front.overridable} == {"mengapa-ikut"}
    assert heads(registry.pages) == {"jadwal", "kader", "puskesmas"}


def heads(found: tuple[PageSource, ...]) -> set[str]:
    return {page.slug for page in found if page.is_overridable("kepala")}


def test_the_command_names_the_nearest(root: Path) -> None:
    for target, near in (("dafter#syarat", "daftar"), ("daftar#sarat", "syarat"), ("ikut#kepla", "kepala")):
        done = run(root, "override", SLUG, target)
        assert done.exit_code != 0
        assert f"maksudnya '{near}'?" in done.stderr


@pytest.mark.parametrize(
    "name",
    [
        *(
            "daftar",
            "beranda",
            "istilah",
            "unduh",
            "offline",
            "kabar",
            "e/p1",
            "gambar/x",
            "assets/x",
            "search/x",
            "404",
        ),
        *("index", "pulau/index", "daftar/index", "kabar/index", "laporan", "templates/x", "jv/daftar", "gor"),
    ],
)
def test_addresses_that_are_not_a_districts_to_give(name: str, root: Path) -> None:
    own_page(root, name, "Posko.", head="tanggal: 2026-11-20\n")
    assert told(root) == [
        f"{AT}/halaman/{name}.md: error[alamat-dipakai]: alamat '{name}' "
        "sudah dipakai halaman bersama atau bagian situs\n"
        "  saran: pakai nama berkas lain; untuk mengubah halaman bersama: selebaran override"
    ]


@pytest.mark.parametrize(
    "name",
    [
        *(
            "Daftar.md",
            "posko.txt",
            "posko bersama.md",
            "posko_bersama.md",
            "a/b/c.md",
            "-posko.md",
            "posko",
            "pos.ko/a.md",
        ),
        *("póskó.md", "Kabar/x.md", "posko\nbersama.md", "posko.html"),
    ],
)
@pytest.mark.parametrize("folder", ["halaman", "timpaan"])
def test_names_of_files(name: str, folder: str, root: Path) -> None:
    path = root / "districts" / SLUG / folder / name
    path.parent.mkdir(parents=True)
    path.write_text("---\njudul: x\nringkas: y\n---\nz\n", "utf-8")
    assert [p.code for p in faults(root)] == ["nama-halaman-tidak-sah"]
    assert "\n" not in faults(root)[0].place.file


def test_no_link_of_the_file_system_stops_the_reader(root: Path) -> None:
    folder = root / "districts" / SLUG / "halaman"
    folder.mkdir()
    (folder / "tiada.md").symlink_to(folder / "tidak-ada.md")
    (folder / "lingkar.md").symlink_to(folder / "lingkar.md")
    (folder / "folder.md").mkdir()
    assert [(p.code, p.place.file.rpartition("/")[2]) for p in faults(root)] == [
        ("nama-halaman-tidak-sah", "folder.md"),
        ("berkas-bukan-biasa", "lingkar.md"),
        ("berkas-bukan-biasa", "tiada.md"),
    ]


def test_too_many_pages(root: Path) -> None:
    for number in range(MOST_PAGES):
        own_page(root, f"posko-{number}", "Posko.")
    assert faults(root) == []
    own_page(root, "satu-lagi", "Posko.")
    assert told(root) == [
        f"{AT}/halaman: error[halaman-terlalu-banyak]: ada lebih dari {MOST_PAGES} halaman di sini\n"
        "  saran: gabungkan atau hapus sebagian"
    ]


@pytest.mark.parametrize(("size", "is_fine"), [(LARGEST // 2, True), (LARGEST, False)])
def test_too_large_a_page(size: int, is_fine: bool, root: Path) -> None:
    own_page(root, "posko", "kata " * (size // 5))
    override(root, "daftar#syarat", "kata " * (size // 5))
    assert {p.code for p in faults(root)} == (set() if is_fine else {"berkas-terlalu-besar"})


@pytest.mark.parametrize(
    "body",
    [
        *("[" * 10_000, "![" * 10_000, "[a](" * 10_000, "[" * 10_000 + "]" * 10_000, "<a " * 10_000, "<!--" * 10_000),
        *("|" * 10_000, "|" * 21 + "\n" + "-|" * 21 + "\n" + "|\n" * 10_000, "- [ ] \n" * 5000),
    ],
)
def test_text_that_would_take_minutes_to_read(body: str, root: Path) -> None:
    own_page(root, "posko", body)
    override(root, "daftar#syarat", body)
    found = faults(root)
    assert [p.code for p in found] == ["naskah-rumit"] * 2
    assert {p.place.file for p in found} == {f"{AT}/halaman/posko.md", f"{AT}/timpaan/daftar/syarat.md"}


@pytest.mark.parametrize(
    "body",
    [
        *("(" * 10_000, "*" * 10_000, "*a " * 10_000, "_" * 10_000, "`a " * 10_000, ">" * 10_000, "- " * 10_000),
        *("{: a=" * 10_000, "&" * 10_000, "#" * 10_000, "\\" * 10_000, "a\n:   b\n\n" * 5000, "]" * 10_000),
        *("".join("    " * depth + "- a\n" for depth in range(150)), "**a*" * 10_000, "<b>" * 1900, "\n" * 10_000),
    ],
)
def test_other_heaps_are_read_or_refused_at_once(body: str, root: Path) -> None:
    own_page(root, "posko", body)
    assert {p.code for p in faults(root)} <= {"naskah-rumit", "naskah-bertingkat", "berkas-terlalu-besar"}


def test_links_that_lead_nowhere(root: Path) -> None:
    body = (
        "[a](dafter.md) dan [b](dafter.md)\n[c](daftar.md#biay)\n[d](#tujan)\n[e](../daftar/)\n"
        "[f](http://contoh.id)\n[g](dafter.md)\n\n## Tujuan {#tujuan}\n"
    )
    own_page(root, "posko", body)
    file = f"{AT}/halaman/posko.md"
    assert [(str(p.place), p.code, dict(p.values).get("maksud", "")) for p in faults(root)] == [
        (f"{file}:6:5", "tautan-putus", "daftar.md"),
        (f"{file}:6:24", "tautan-putus", "daftar.md"),
        (f"{file}:7:5", "jangkar-putus", "biaya"),
        (f"{file}:8:5", "jangkar-putus", "tujuan"),
        (f"{file}:9:5", "tautan-putus", "daftar.md"),
        (f"{file}:10:5", "tautan-http", ""),
        (f"{file}:11:5", "tautan-putus", "daftar.md"),
    ]


def test_pictures_that_are_not_listed(root: Path) -> None:
    path = root / "districts" / SLUG / "daerah.yml"
    listed = "gambar:\n  - berkas: kader.png\n    teks: Kader\n    sumber: Uji\n"
    path.write_text(path.read_text("utf-8") + listed, "utf-8")
    picture = root / "districts" / SLUG / "gambar" / "kader.png"
    picture.parent.mkdir(exist_ok=True)
    picture.write_bytes((ROOT / "districts/kab-contoh/gambar/puskesmas-rekaan.png").read_bytes())
    override(root, "daftar#syarat", "![a](gambar/kader.png)\n\n![b](gambar/kadr.png)\n\n![c](https://contoh.id/a.png)")
    file = f"{AT}/timpaan/daftar/syarat.md"
    assert [(str(p.place), p.code, dict(p.values)["maksud"]) for p in faults(root)] == [
        (f"{file}:9:6", "gambar-tidak-terdaftar", "kader.png"),
        (f"{file}:11:6", "gambar-tidak-terdaftar", ""),
    ]


def test_faults_of_the_province_stop_its_districts_only(root: Path) -> None:
    path = root / "districts" / "kab-sehat" / "daerah.yml"
    path.write_text(path.read_text("utf-8").replace("provinsi: Provinsi Uji", "provinsi: Provinsi Lain"), "utf-8")
    own_page(root, "posko", "[a](dafter.md)", layer=PROVINCE)
    override(root, "daftar#biaya", "Lain.", layer=PROVINCE)
    assert {p.code for p in faults(root)} == {"tautan-putus", "timpaan-dilarang"}
    assert all(p.place.file.startswith(f"districts/{PROVINCE}/") for p in faults(root))
    assert faults(root, "kab-sehat") == []
    assert pages(root, "kab-sehat")


def test_a_head_has_its_keys(root: Path) -> None:
    path = own_page(root, "posko", "Posko.", head="kelompok: bantan\nurutan: satu\nwarna: biru\n")
    assert {(p.code, p.place.line) for p in faults(root)} == {
        ("pilihan-tidak-sah", 4),
        ("bukan-angka", 5),
        ("kunci-tidak-dikenal", 6),
    }
    path.write_text("Posko tanpa kepala.\n", "utf-8")
    assert [(p.code, p.place.line) for p in faults(root)] == [("kepala-hilang", 1)]
    path.unlink()
    path = override(root, "daftar#syarat", "KTP.")
    path.write_text("---\noleh: Dinas Uji\n---\nKTP.\n", "utf-8")
    assert {p.code for p in faults(root)} == {"kunci-hilang"}
