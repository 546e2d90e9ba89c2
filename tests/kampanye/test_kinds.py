"""Groups, events, contacts, places and states are called as the campaign says, and no file may name any other."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from selebaran.check.run import check_shared
from selebaran.cli.language import Speaker
from selebaran.cli.show import problem_text
from selebaran.compose.district.values import present_district
from selebaran.compose.edition import Composer
from selebaran.model.edition import Edition
from selebaran.read.project import read_project
from tests.conftest import BASE, DAY, ROOT
from tests.kampanye.test_dbd import DBD

SLUG, DENGUE = "kab-uji", "kab-lestari"
OFFICE = "{nama: Posko Cacing, alamat: Jalan Uji 1, sumber: Karangan, diperiksa_pada: 2026-11-01}"
SEEN = "sumber: Karangan, diperiksa_pada: 2026-11-01"
WORMS = """\
nama: Cacingan
situs: {nama: Bebas cacing, nama_pendek: Bebas cacing}
kaki: Situs ini tidak meminta uang.
lembar_cetak: Lembar untuk dicetak.
tanya: {tempat: puskesmas terdekat}
kelompok: {obat: Minum obat, rumah: Di rumah}
kegiatan: {tampil_di: daftar#syarat, jenis: {minum_obat: Minum obat cacing}}
kontak: {posko_cacing: {sebutan: posko cacing, tampil_di: daftar#biaya}}
layanan: {sekolah: {sebutan: Sekolah, tampil_di: daftar#syarat}}
keadaan: {bebas: Bebas cacingan, belum: Belum bebas}
kunci_lama: {posko: posko_cacing, obat_cacing: minum_obat, status_cacing: keadaan}
"""
"""A campaign of which nothing is called as in the first one."""


def write(root: Path, **files: str) -> None:
    """Write YAML files of the district, each by its name."""
    for name, text in files.items():
        (root / "districts" / SLUG / f"{name}.yml").write_text(text, "utf-8")


@pytest.fixture
def worms(tmp_path: Path) -> Path:
    """A small project about worms, with something of each kind."""
    root = tmp_path / "proyek"
    shutil.copytree(BASE, root)
    (root / "content" / "kampanye.yml").write_text(WORMS, "utf-8")
    identity = (root / "districts" / SLUG / "daerah.yml").read_text("utf-8").split("kontak:")[0]
    write(
        root,
        daerah=f"{identity}kontak:\n  posko_cacing: {OFFICE}\n"
        "keadaan: {status: bebas, per_tanggal: 2026-10-01, sumber: Karangan}\n",
        jadwal="kegiatan:\n  - {judul: Minum, jenis: minum_obat, tanggal: 2026-12-01, mulai: 08.00, tempat: Balai}\n",
        layanan=f"layanan:\n  - {{jenis: sekolah, nama: SD Dua, igd: ya, {SEEN}}}\n"
        f"  - {{jenis: sekolah, nama: SD Satu, kecamatan: Uji, {SEEN}}}\n",
    )
    (root / "content" / "rumah.md").write_text(
        "---\njudul: Di rumah\nringkas: Cuci tangan.\nkelompok: rumah\n---\nCuci tangan.\n", "utf-8"
    )
    return root


@pytest.fixture(scope="module")
def dengue(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The second campaign, with the engine's templates."""
    root = tmp_path_factory.mktemp("dbd") / "proyek"
    shutil.copytree(DBD, root)
    shutil.copytree(ROOT / "templates", root / "templates")
    return root


@pytest.fixture(scope="module")
def edition(dengue: Path) -> Edition:
    registry = replace(read_project(dengue), pieces=())
    return Composer(registry).compose(DENGUE, as_of=DAY, profiles=())


def said(root: Path) -> list[str]:
    """Every fault that reading the project finds, as an editor sees it."""
    registry = read_project(root)
    stopped = [fault for faults in registry.district_problems.values() for fault in faults]
    return [problem_text(fault, Speaker()) for fault in (*registry.shared_problems, *stopped)]


def test_the_second_campaigns_groups_events_contacts_and_places_are_read(dengue: Path) -> None:
    registry = read_project(dengue)
    assert said(dengue) == []
    folder = registry.districts[DENGUE]
    assert {event.kind for event in folder.events} == {"pengasapan", "kerja_bakti"}
    assert set(folder.district.contacts) == {"dinkes", "posko_dbd"}
    told = {fault.place.file for fault in check_shared(registry)}
    assert not {file for file in told if not file.startswith("templates/print/")}


def test_the_second_campaigns_kinds_stand_on_its_pages_in_its_words(edition: Edition) -> None:
    page = next(page.html for page in edition.pages if page.slug == "lapor")
    assert "Posko DBD Lestari" in page
    assert "Puskesmas Lestari" in page
    assert "Pengasapan Kampung Rekaan Indah" in page
    assert [group.title for group in edition.frame.groups] == ["Ada yang demam", "Cegah di rumah", "Lapor dan bantuan"]
    assert {"Posko DBD Lestari (rekaan)", "Rumah Sakit Lestari (rekaan)"} <= {
        place.title for place in edition.findables
    }


def test_no_page_of_the_second_campaign_shows_a_key(edition: Edition) -> None:
    for page in edition.pages:
        assert not [key for key in ("kerja_bakti", "posko_dbd", "rumah_sakit") if key in page.html], page.slug


def test_what_belongs_to_another_campaign_is_refused_with_all_its_places(dengue: Path, tmp_path: Path) -> None:
    root = tmp_path / "proyek"
    shutil.copytree(dengue, root)
    folder = root / "districts" / DENGUE
    for name, old, new in (("jadwal", "pengasapan", "posyandu"), ("daerah", "posko_dbd", "bpjs_kantor")):
        path = folder / f"{name}.yml"
        path.write_text(path.read_text("utf-8").replace(f" {old}", f" {new}", 1), "utf-8")
    page = root / "content" / "lapor.md"
    page.write_text(page.read_text("utf-8").replace("kelompok: lapor", "kelompok: bantuan"), "utf-8")
    page_fault, contact, kind = said(root)
    assert "error[pilihan-tidak-sah]: 'bantuan' bukan pilihan untuk 'kelompok'" in page_fault
    assert "daerah.yml:" in contact
    assert "error[kunci-tidak-dikenal]: 'kontak.bpjs_kantor' tidak dikenal" in contact
    assert "yang dikenal: dinkes, posko_dbd" in contact
    assert "error[pilihan-tidak-sah]: 'posyandu' bukan pilihan untuk 'kegiatan.1.jenis'" in kind


def test_a_project_about_worms_has_no_fault(worms: Path) -> None:
    assert said(worms) == []


def test_templates_find_what_a_campaign_named_under_its_own_names(worms: Path) -> None:
    registry = read_project(worms)
    values = present_district(registry.districts[SLUG], DAY, registry.campaign)
    assert values["kontak"]["posko_cacing"]["nama"] == "Posko Cacing"
    assert [place["nama"] for place in values["sekolah"]] == ["SD Dua", "SD Satu"]
    assert [place["nama"] for place in values["sekolah_igd"]] == ["SD Dua"]
    assert [(group["nama"], len(group["sekolah"])) for group in values["sekolah_per_kecamatan"]] == [
        ("Uji", 1),
        (None, 1),
    ]
    assert values["kegiatan"][0]["jenis"] == "Minum obat cacing"
    assert values["keadaan"]["sebutan"] == "Bebas cacingan"
    assert not {"puskesmas", "rumah_sakit", "kantor"} & values.keys()
    assert values["kontak"].keys() == {"posko_cacing"}


@pytest.mark.parametrize(
    ("file", "old", "new", "expected"),
    [
        ("content/rumah.md", "kelompok: rumah", "kelompok: rumha",
         "4:11: error[pilihan-tidak-sah]: 'rumha' bukan pilihan untuk 'kelompok'\n"
         "  saran: maksudnya 'rumah'? Pilihan: obat, rumah"),
        ("districts/kab-uji/jadwal.yml", "jenis: minum_obat", "jenis: minum_obta",
         "2:27: error[pilihan-tidak-sah]: 'minum_obta' bukan pilihan untuk 'kegiatan.1.jenis'\n"
         "  saran: maksudnya 'minum_obat'? Pilihan: minum_obat"),
        ("districts/kab-uji/jadwal.yml", "jenis: minum_obat", "jenis: obat_cacing",
         "2:27: error[pilihan-tidak-sah]: 'obat_cacing' bukan pilihan untuk 'kegiatan.1.jenis'\n"
         "  saran: maksudnya 'minum_obat'? Pilihan: minum_obat"),
        ("districts/kab-uji/layanan.yml", "jenis: sekolah, nama: SD Dua", "jenis: puskesmas, nama: SD Dua",
         "2:13: error[pilihan-tidak-sah]: 'puskesmas' bukan pilihan untuk 'layanan.1.jenis'\n"
         "  saran: pilih salah satu: sekolah"),
        ("districts/kab-uji/daerah.yml", "  posko_cacing:", "  posko_cacng:",
         "13:3: error[kunci-tidak-dikenal]: 'kontak.posko_cacng' tidak dikenal\n  saran: maksudnya 'posko_cacing'?"),
        ("districts/kab-uji/daerah.yml", "  posko_cacing:", "  posko:",
         "13:3: error[kunci-tidak-dikenal]: 'kontak.posko' tidak dikenal\n  saran: maksudnya 'posko_cacing'?"),
        ("districts/kab-uji/daerah.yml", "status: bebas", "status: uhc",
         "14:19: error[pilihan-tidak-sah]: 'uhc' bukan pilihan untuk 'keadaan.status'\n"
         "  saran: pilih salah satu: bebas, belum"),
        ("districts/kab-uji/daerah.yml", "keadaan: {", "status_cacing: {",
         "14:1: error[kunci-tidak-dikenal]: 'status_cacing' tidak dikenal\n  saran: maksudnya 'keadaan'?"),
        ("content/kampanye.yml", "kontak: {posko_cacing: {sebutan: posko cacing, tampil_di: daftar#biaya}}\n", "",
         "13:3: error[kampanye-tanpa-macam]: 'posko_cacing' tidak dikenal: kampanye ini tidak punya 'kontak'\n"
         "  saran: hapus isian ini, atau minta penjaga pusat menambahkan 'kontak' di content/kampanye.yml"),
    ],
)  # fmt: skip
def test_a_key_that_the_campaign_has_not_got_is_told_at_its_place(
    file: str, old: str, new: str, expected: str, worms: Path
) -> None:
    path = worms / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    told_in = "districts/kab-uji/daerah.yml" if file == "content/kampanye.yml" else file
    assert said(worms) == [f"{told_in}:{expected}"]


def test_a_provinces_contacts_and_events_are_held_to_the_campaign_too(worms: Path) -> None:
    file = worms / "districts" / "_provinsi" / "provinsi-uji" / "provinsi.yml"
    file.parent.mkdir(parents=True)
    file.write_text(f"kontak:\n  dinkes: {OFFICE}\n  posko_cacing: {OFFICE}\n", "utf-8")
    [fault, *again] = said(worms)
    assert "provinsi.yml:2:3: error[kunci-tidak-dikenal]: 'kontak.dinkes' tidak dikenal" in fault
    assert set(again) <= {fault}


def test_of_a_campaign_that_cannot_be_read_only_its_own_fault_is_told(worms: Path) -> None:
    (worms / "content" / "kampanye.yml").write_text(WORMS.replace("kaki:", "kakiku:"), "utf-8")
    assert {text.split(":")[0] for text in said(worms)} == {"content/kampanye.yml"}


def test_a_kind_of_places_may_not_take_the_name_of_a_field(worms: Path) -> None:
    path = worms / "content" / "kampanye.yml"
    path.write_text(path.read_text("utf-8").replace("{sekolah:", "{kegiatan:"), "utf-8")
    shutil.rmtree(worms / "districts" / SLUG)
    [fault] = [fault for fault in check_shared(read_project(worms)) if fault.code == "macam-bernama-isian"]
    assert dict(fault.values) == {"kunci": "kegiatan", "contoh": "tempat_kegiatan"}
