"""Some districts are made the plain way as well (`--prove`): what is the same is said to be, and faults of a fast way
are found, told and put right. `tests/full` does it with the real content, sheets and all districts."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from selebaran.compose.district import marks
from selebaran.publish import chosen, joining
from selebaran.publish.chosen import HOSTILE, NAME
from selebaran.read.project import read_project
from selebaran.site import frames, joined
from selebaran.site.framed import FramedPage
from tests.publish.little import build, edit, little, problems

NAMES = ("Ambang", "Bukit", "Cemara", "Danau Biru")
DISTRICT = """nama: Kabupaten {name}
nama_pendek: {name}
jenis: kabupaten
provinsi: Provinsi Uji
kode_kemendagri: "{code}"
zona_waktu: WIB
domain: {slug}.example
identitas: pasti
kecamatan: [Atas, Bawah, Tengah, Ujung {name}]
istilah: {{desa: desa, kecamatan: kecamatan, balai_desa: balai desa}}
sumber: [Karangan untuk pengujian]
"""
PAGE = """---
judul: Kecamatan di {{ daerah.nama }}
ringkas: Pilih kecamatan Anda.
---
Pilih kecamatan Anda di {{ daerah.nama }}.

## Siapa yang ditelepon {#tanya}

Care Center {{ fakta.care_center }}, dari {{ daerah.istilah.desa }} mana pun di {{ daerah.nama }}.
"""
CAMPAIGN = "kecamatan:\n  halaman: k\n  bagian: [tanya]\nkontak:\n"


def slug_of(name: str) -> str:
    return f"kab-{name.lower().replace(' ', '-')}"


SLUGS = tuple(map(slug_of, NAMES))
LONGEST = slug_of("Danau Biru")


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Four districts that differ by their names alone, and have pages of kecamatan."""
    found = little(tmp_path_factory.mktemp("bukti") / "proyek")
    for number, (name, slug) in enumerate(zip(NAMES, SLUGS, strict=True), 3):
        folder = found / "districts" / slug
        folder.mkdir()
        text = DISTRICT.format(name=name, slug=slug, code=f"00.{number:02}")
        (folder / "daerah.yml").write_text(text, "utf-8")
    listed = "".join(f"  - slug: {slug}\n    domain: {slug}.example\n" for slug in SLUGS)
    edit(found / "districts" / "_daftar.yml", "daerah:\n", f"daerah:\n{listed}")
    edit(found / "content" / "kampanye.yml", "kontak:\n", CAMPAIGN)
    (found / "content" / "k.md").write_text(PAGE, "utf-8")
    return found


def proved(project: Path, out: Path, count: int = 2, seed: int = 1) -> subprocess.CompletedProcess[str]:
    return build(project, *SLUGS, "--prove", str(count), "--benih", str(seed), "--without-walls", out=str(out))


def page_of(out: Path, slug: str, name: str) -> str:
    return (out / "situs" / f"{slug}.example" / name).read_text("utf-8")


def told(done: subprocess.CompletedProcess[str]) -> str:
    return next(line for line in done.stdout.splitlines() if line.startswith("Bukti"))


def test_what_is_the_same_is_said_to_be(project: Path, tmp_path: Path) -> None:
    done = proved(project, tmp_path / "dist", 2)
    assert (done.returncode, problems(done)) == (0, ["Membandingkan dengan cara biasa"]), done.stderr
    assert told(done).endswith("sama dengan cara biasa (2 daerah, --benih 1)")
    assert f"] {HOSTILE}" in done.stderr


def test_faults_of_the_fast_way_are_found_and_put_right(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cut, filled, first = frames._page, joined._filled, list[joined.Joinable]()

    def forgets(cutter: frames.Cutter, made_from: str | None, text: str, look: frames.Look) -> FramedPage | None:
        """A class that forgets that a name is the district's own."""
        return cut(cutter, made_from, text.replace("Qz&#39;nzq", "Kabupaten Lain"), look)

    def confused(text: str, one: joined.Joinable, slug: str) -> str:
        """A joined page with what is another's."""
        if "zq" not in one.page.slug:
            first.append(one)
        return filled(text, (first or [one])[0], slug)

    monkeypatch.setattr(joining, "is_nearly_bare", lambda folder: False)  # these would be joined whole
    monkeypatch.setattr(frames, "_page", forgets)
    monkeypatch.setattr(joined, "_filled", confused)
    done = proved(project, tmp_path / "dist", 1)
    assert done.returncode == 1
    assert f"districts/{LONGEST}: error[hasil-berbeda]: '{LONGEST}'" in done.stderr
    assert ": index.html (halaman), bita " in done.stderr
    assert ": k/bawah/index.html (halaman k/*), bita " in done.stderr
    assert told(done).endswith("1 daerah berbeda (1 daerah, --benih 1)")
    wrong = {slug for slug in SLUGS if "Kabupaten Lain" in page_of(tmp_path / "dist", slug, "index.html")}
    assert wrong == {*SLUGS} - {LONGEST}
    assert "Kecamatan Bawah" in page_of(tmp_path / "dist", LONGEST, "k/bawah/index.html")
    again = build(project, *SLUGS, "--without-walls", out=str(tmp_path / "dist"))
    assert f"] {LONGEST}\n" in again.stderr, "what was made wrongly counts as unchanged"


def test_districts_that_are_hard_come_first_and_a_seed_chooses_the_same_again(project: Path) -> None:
    registry = read_project(project)
    assert chosen.chosen(registry, SLUGS, 4, 7) == chosen.chosen(registry, SLUGS, 4, 7)
    assert chosen.chosen(registry, SLUGS, 2, 7) == (LONGEST, HOSTILE)
    assert len(set(chosen.chosen(registry, SLUGS, 5, 7))) == 5
    assert {chosen.chosen(registry, SLUGS, 3, seed)[2] for seed in range(20)} == set(SLUGS) - {LONGEST}


def test_a_name_that_would_read_otherwise_has_no_class(project: Path) -> None:
    registry = read_project(project)
    plain = registry.districts[SLUGS[0]].district
    assert marks.class_of(plain, registry.campaign.site)
    for name in (NAME, "Kabupaten O'o", "Kabupaten A & B", "Kabupaten  Dua", "Kabupaten Ä"):
        assert marks.class_of(plain.model_copy(update={"name": name}), registry.campaign.site) is None
