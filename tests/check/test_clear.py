"""How a page is built: what is missing is told at its place, in words that say how to mend it."""

from __future__ import annotations

from pathlib import Path

import pytest

from selebaran.check.clear import check_clear
from selebaran.read.project import read_project
from tests.check.kit import page, said, small_project, write

SHAPE = """\
susunan:
  kalimat_pembuka: 2
  kata_sebagian: 10
  butir_sedaftar: 3
  kata_sehalaman: 30
  kata_perintah: [bawa, telepon]
"""
OPENING = "**Bawa KTP.** Datang saja. Sudah punya?"
STEPS = "## Langkah {#lakukan}\n\n1. **Bawa** KTP.\n2. Ragu? Tanya dulu.\n3. Telepon dulu."
PART = "## Isi {#isi}\n\nKTP dan KK."
NEXT = "## Lalu {#lanjut}\n\n**Lalu datang.** Telepon {{ fakta.care_center }}."
SOUND = "\n\n".join((OPENING, STEPS, PART, NEXT))
"""A sound page: its opening is on line 5 of the file, its steps on 7, the part on 13, the ending on 17."""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project of one page, whose shape is asked for."""
    folder = small_project(tmp_path)
    (folder / "content" / "beranda.md").unlink()
    (folder / "content" / "daftar.md").unlink()
    write(folder, "content/bahasa.yml", (folder / "content" / "bahasa.yml").read_text("utf-8") + SHAPE)
    return folder


def clear(root: Path) -> list[str]:
    """Place, code and message of each warning, without its cure."""
    found = [fault.split("\n")[0].replace("peringatan", "") for fault in said(check_clear(read_project(root)))]
    return [fault.removeprefix("content/coba.md:") for fault in found]


def told(root: Path, body: str, head: str = "") -> list[str]:
    page(root, "coba", body, head)
    return clear(root)


def test_a_sound_page_has_no_fault(root: Path) -> None:
    assert told(root, SOUND) == []


NO_MESSAGE = "[pesan-utama-hilang]: halaman ini tidak dibuka dengan pesan utama"


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (OPENING, "Bawa KTP.", f"5:1: {NO_MESSAGE}"),
        (OPENING, "- **Bawa KTP.**", f"5: {NO_MESSAGE}"),
        (OPENING + "\n\n", "", f"5: {NO_MESSAGE}"),
        (OPENING, "**Bawa KTP.** Datang saja. Di kantor.",
         "5:3: [pembuka-panjang]: paragraf pembuka ini 3 kalimat, paling banyak 2"),
        (STEPS + "\n\n", "", "1: [langkah-hilang]: langkah-langkahnya tidak langsung sesudah pembuka"),
        (f"{STEPS}\n\n{PART}", f"{PART}\n\n{STEPS}",
         "11: [langkah-hilang]: langkah-langkahnya tidak langsung sesudah pembuka"),
        (STEPS, STEPS.replace("1.", "-").replace("2.", "-").replace("3.", "-"),
         "7: [langkah-tanpa-nomor]: bagian 'lakukan' tidak punya langkah bernomor"),
        ("3. Telepon", "3. Petugas",
         "11:4: [langkah-bukan-perintah]: langkah ini tidak mulai dengan kata perintah: 'Petugas'"),
        ("KTP dan KK.", "KTP dan KK dan satu dua tiga empat lima enam.",
         "13: [bagian-panjang]: bagian ini 11 kata, paling banyak 10"),
        ("KTP dan KK.", "- a\n- b\n- c\n- d", "15:3: [butir-banyak]: daftar ini 4 butir, paling banyak 3"),
        (NEXT, "## Lalu {#lalu}\n\nDatang.", "17: [lanjut-hilang]: halaman ini tidak berakhir dengan bagian 'lanjut'"),
        ("**Lalu datang.**", "Lalu datang.",
         "17: [lanjut-tanpa-arah]: bagian 'lanjut' tidak menyebut langkah berikutnya dan tempat bertanya"),
        ("{{ fakta.care_center }}", "saja",
         "17: [lanjut-tanpa-arah]: bagian 'lanjut' tidak menyebut langkah berikutnya dan tempat bertanya"),
    ],
)  # fmt: skip
def test_what_a_page_lacks_is_told_at_its_place(old: str, new: str, expected: str, root: Path) -> None:
    assert old in SOUND
    assert told(root, SOUND.replace(old, new)) == [expected]


def test_somebody_of_the_district_may_be_asked(root: Path) -> None:
    assert told(root, SOUND.replace("{{ fakta.care_center }}", "{{ daerah.kontak.dinkes.telepon }}")) == []
    assert told(root, SOUND.replace("fakta.care_center", "fakta.pandawa")) == []


def test_whom_to_ask_may_be_the_campaigns_place_for_that(root: Path) -> None:
    assert told(root, SOUND.replace("Telepon {{ fakta.care_center }}", "Tanya puskesmas terdekat")) == []
    assert told(root, SOUND.replace("Telepon {{ fakta.care_center }}", "Tanya orang terdekat")) != []


def test_a_long_page_is_told_without_counting_its_ending(root: Path) -> None:
    parts = "".join(f"\n\n## Isi {{#isi-{number}}}\n\nKTP dan KK saja." for number in range(4))
    long = SOUND.replace("\n\n" + PART, parts)
    warned = told(root, long)
    assert [fault.split(", paling")[0] for fault in warned] == ["1: [halaman-panjang]: halaman ini 34 kata"]
    assert told(root, long, "acuan: ya\n") == []


def test_a_reference_needs_no_steps(root: Path) -> None:
    assert told(root, SOUND.replace(STEPS + "\n\n", ""), "acuan: ya\n") == []


def test_a_page_that_names_a_page_which_does_not_name_it_is_told(root: Path) -> None:
    page(root, "lain", SOUND)
    assert told(root, f"{SOUND}\n\n- [Lain](lain.md)\n- [Lain lagi](lain.md)\n- [Tiada](tiada.md)") == [
        "21:10: [tautan-searah]: lain.md disebut di sini, tetapi tidak menyebut coba.md"
    ]
    (cure,) = (fault.split("\n")[1] for fault in said(check_clear(read_project(root))))
    assert cure == "  saran: tambahkan coba.md di bagian 'lanjut' lain.md, atau hapus dari sini"
    page(root, "lain", f"{SOUND}\n\n- [Coba](coba.md)")
    assert clear(root) == []


def test_where_no_shape_is_asked_for_nothing_is_said(root: Path) -> None:
    write(root, "content/bahasa.yml", (root / "content" / "bahasa.yml").read_text("utf-8").replace(SHAPE, ""))
    assert told(root, "Apa saja.") == []


def test_of_files_with_errors_nothing_is_said(root: Path) -> None:
    page(root, "coba", "Apa saja.")
    registry = read_project(root)
    assert check_clear(registry)
    assert check_clear(registry, {"content/coba.md"}) == []
    assert check_clear(registry, {"content/bahasa.yml"}) == []
