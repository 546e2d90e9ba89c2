"""Own pages, and overrides at each depth: what shows, what is said of it, and who is not touched."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from selebaran.compose.edition import Composer
from selebaran.compose.fact.impact import impact_of
from selebaran.read.project import read_project
from tests.compose.page.own.kit import PROVINCE, SLUG, edition, faults, override, own_page, pages, run
from tests.conftest import DAY

OTHER = "kab-sehat"


def explained(root: Path, page: str) -> dict[str, tuple[str, dict[str, str] | None]]:
    """Where `explain` says that each block came from, and its override."""
    done = run(root, "explain", SLUG, page, "--json")
    assert done.exit_code == 0, done.output
    return {part["bagian"]: (part["asal"], part["timpaan"]) for part in json.loads(done.stdout)["bagian"]}


def test_a_field_is_the_districts(root: Path) -> None:
    before = pages(root)["beranda"].meta.description
    path = root / "districts" / SLUG / "daerah.yml"
    path.write_text(path.read_text("utf-8").replace("nama: Kabupaten Uji", "nama: Kabupaten Coba", 1), "utf-8")
    assert pages(root)["beranda"].meta.description == before.replace("Uji", "Coba")


def test_a_block_keeps_its_heading_and_all_around_it(root: Path) -> None:
    before = pages(root)["daftar"].html
    override(root, "daftar#syarat", "KTP dan **surat dari desa**.")
    after = pages(root)["daftar"].html
    assert '<h2 id="syarat">Yang dibawa</h2>' in after
    assert "<strong>surat dari desa</strong>" in after
    assert "KTP dan Kartu Keluarga." not in after
    assert after.split('id="biaya"')[1] == before.split('id="biaya"')[1]


def test_a_block_takes_the_deeper_ones_with_it_but_not_their_addresses(root: Path) -> None:
    override(root, "ikut#besar", "Baca [mendaftar](daftar.md#biaya).")
    page = pages(root)["ikut"]
    assert "Yang kecil</h3>" not in page.html
    assert '<span id="kecil"></span>' in page.html
    assert '<a href="../daftar/#biaya">' in page.html
    assert set(page.blocks) == {"", "besar", "kotak", "akhir"}
    assert set(explained(root, "ikut")) == {"", "besar", "kotak", "akhir"}


def test_title_and_summary(root: Path) -> None:
    override(
        root, "ikut#kepala", "", head="judul: Nelayan ikut\nringkas: Ikut, {{ tiada }} {% raw %} & <b>sehat</b>.\n"
    )
    page = pages(root)["ikut"]
    assert page.meta.title == "Nelayan ikut"
    assert page.meta.description == "Ikut, {{ tiada }} {% raw %} & <b>sehat</b>."
    assert "Yang besar" in page.html


def test_only_the_title(root: Path) -> None:
    override(root, "ikut#kepala", "", head="judul: '{% endraw %}{{ 7 * 7 }}{'\n")
    page = pages(root)["ikut"]
    assert page.meta.title == "{% endraw %}{{ 7 * 7 }}{"
    assert page.meta.description == "Ikut selagi sehat."


def test_a_whole_page(root: Path) -> None:
    override(root, "ikut", "## Cerita {#cerita}\n\nKami *nelayan*.", head="judul: Nelayan ikut\n")
    page = pages(root)["ikut"]
    assert page.meta.title == "Nelayan ikut"
    assert page.html.startswith("<p>Ikut selagi sehat.</p>\n")
    assert '<h2 id="d-cerita">Cerita</h2>' in page.html
    assert "Yang besar" not in page.html
    assert [f'<span id="{block}"></span>' in page.html for block in ("besar", "kecil", "kotak", "akhir")] == [True] * 4
    assert page.usage.facts == frozenset()


def test_the_province_stands_between_the_shared_text_and_the_district(root: Path) -> None:
    override(root, "daftar#syarat", "Kata provinsi.", layer=PROVINCE)
    override(root, "ikut#kotak", "Kata provinsi.", layer=PROVINCE)
    override(root, "ikut#kotak", "Kata daerah.")
    own_page(root, "posko", "Posko provinsi.", layer=PROVINCE)
    own_page(root, "layanan", "Layanan provinsi.", layer=PROVINCE)
    own_page(root, "layanan", "Layanan daerah.")
    here, there = pages(root), pages(root, OTHER)
    assert "Kata provinsi." in here["daftar"].html
    assert "Kata daerah." in here["ikut"].html
    assert "Posko provinsi." in here["posko"].html
    assert "Layanan daerah." in here["layanan"].html
    assert "Kata provinsi." in there["ikut"].html
    assert "Layanan provinsi." in there["layanan"].html
    assert explained(root, "posko")[""][0].startswith(f"districts/{PROVINCE}/halaman/posko.md")
    layers = {page: explained(root, page) for page in ("daftar", "ikut")}
    assert (layers["daftar"]["syarat"][1] or {})["lapis"] == "provinsi"
    assert (layers["ikut"]["kotak"][1] or {})["lapis"] == "daerah"


def test_another_province_shares_nothing(root: Path) -> None:
    path = root / "districts" / OTHER / "daerah.yml"
    path.write_text(path.read_text("utf-8").replace("provinsi: Provinsi Uji", "provinsi: Provinsi Lain"), "utf-8")
    before = edition(root, OTHER)
    override(root, "daftar#syarat", "Kata provinsi.", layer=PROVINCE)
    own_page(root, "posko", "Posko provinsi.", layer=PROVINCE)
    assert edition(root, OTHER) == before


def test_own_pages_stand_in_the_navigation_where_they_say(root: Path) -> None:
    own_page(root, "posko", "Posko.", head="kelompok: bantuan\nurutan: 2\n", title="Posko")
    own_page(root, "antar", "Antar.", head="kelompok: bantuan\nurutan: 1\n", title="Antar warga")
    own_page(root, "ambulans", "Ambulans.", head="kelompok: bantuan\n", title="Ambulans desa")
    own_page(root, "pulau/perahu", "Perahu.", head="kelompok: belum-punya\n", title="Perahu")
    own_page(root, "sunyi", "Tanpa kelompok.", title="Sunyi")
    own_page(root, "kabar/pindah", "Pindah.", head="tanggal: 2026-11-20\n", title="Pindah")
    campaign = root / "content" / "kampanye.yml"
    more = "kelompok:\n  jadwal: Jadwal\n  bantuan: Bantuan\n"
    campaign.write_text(campaign.read_text("utf-8").replace("kelompok:\n", more, 1), "utf-8")
    told = root / "content" / "daftar.md"
    told.write_text(told.read_text("utf-8").replace("menu: 1\n", "menu: 1\nkelompok: jadwal\n"), "utf-8")
    groups = {group.title: [link.title for link in group.links] for group in edition(root).frame.groups}
    assert groups["Bantuan"][-3:] == ["Antar warga", "Posko", "Ambulans desa"]
    assert groups["Belum punya JKN"][-1] == "Perahu"
    assert groups["Jadwal"][-1] == "Kabar"
    assert not any("Sunyi" in titles or "Pindah" in titles for titles in groups.values())


def test_an_own_page_leads_to_others_from_any_depth(root: Path) -> None:
    body = "## A {#a}\n\n[a](daftar.md#biaya) [b](posko.md#a) [c](beranda.md) [d](#a) [e](kabar.md) [f](unduh.md)"
    own_page(root, "posko", body)
    own_page(root, "pulau/perahu", body)
    own_page(root, "kabar/pindah", "Pindah.", head="tanggal: 2026-11-20\n")
    override(root, "daftar#syarat", "[a](posko.md#a) [b](#biaya) [c](kabar.md)\n\n### B\n\n[d](#b)")
    found = pages(root)
    links = '"{0}daftar/#biaya" "{0}posko/#d-a" "{0}" "#d-a" "{0}kabar/" "{0}unduh/"'
    posko = links.format("../").replace('"../posko/#d-a"', '"#d-a"').split()
    for slug, targets in (("posko", posko), ("pulau/perahu", links.format("../../").split())):
        assert [f"href={target}" in found[slug].html for target in targets] == [True] * 6
    for target in ("../posko/#d-a", "#biaya", "../kabar/", "#d-syarat-b"):
        assert f'href="{target}"' in found["daftar"].html


def test_explain_tells_the_truth_of_each(root: Path) -> None:
    own_page(root, "posko", "Posko.")
    override(root, "daftar#syarat", "KTP.")
    override(root, "ikut", "Semua.")
    override(root, "ikut#kepala", "", head="judul: Nelayan\n")
    timpaan = f"districts/{SLUG}/timpaan"
    made = {"lapis": "daerah", "oleh": "Dinas Uji", "tanggal": "2026-11-20", "alasan": "Di sini lain."}
    daftar = explained(root, "daftar")
    assert daftar["syarat"] == (f"{timpaan}/daftar/syarat.md:6", {**made, "menggantikan": "content/daftar.md:8"})
    assert daftar["biaya"] == ("content/daftar.md:12", None)
    assert explained(root, "ikut") == {
        "kepala": (f"{timpaan}/ikut/kepala.md:7", {**made, "menggantikan": "content/ikut.md"}),
        "": (f"{timpaan}/ikut.md:6", {**made, "menggantikan": "content/ikut.md"}),
    }
    assert explained(root, "posko") == {"": (f"districts/{SLUG}/halaman/posko.md:1", None)}
    done = run(root, "explain", SLUG, "posko")
    assert "tulisan daerah" in done.stdout
    assert "naskah bersama" not in done.stdout


def test_a_fact_no_longer_touches_what_was_overridden(root: Path) -> None:
    def touched(slug: str) -> dict[str, set[str]]:
        registry = read_project(root)
        edition = Composer(registry).compose(slug, as_of=DAY, profiles=())
        return impact_of("iuran_kelas_3", [edition], registry).pages

    assert touched(SLUG)["ikut"] == {"besar"}
    override(root, "ikut#besar", "Tanpa angka.")
    assert "ikut" not in touched(SLUG)
    assert touched(OTHER)["ikut"] == {"besar"}


def test_neighbours_do_not_notice(root: Path) -> None:
    before = edition(root, OTHER)
    own_page(root, "posko", "<script>alert(1)</script>")
    override(root, "daftar#syarat", "KTP.")
    override(root, "ikut", "Semua.", head="judul: Lain\n")
    assert edition(root) != before
    assert edition(root, OTHER) == before


@pytest.mark.parametrize("target", ["daftar#syarat", "ikut#kepala", "ikut"])
def test_the_command_begins_what_then_holds(target: str, root: Path) -> None:
    done = run(root, "override", SLUG, target)
    assert done.exit_code == 0, done.output
    page, _, block = target.partition("#")
    path = root / "districts" / SLUG / "timpaan" / (f"{page}/{block}.md" if block else f"{page}.md")
    text = path.read_text("utf-8").replace("oleh:", "oleh: Dinas Uji").replace("alasan:", "alasan: Lain")
    path.write_text(text.replace("# judul:", "judul: Lain"), "utf-8")
    assert faults(root) == []
    assert target.partition("#")[2] in pages(root)[page].overridden


def test_a_title_and_a_text_are_no_templates(root: Path) -> None:
    own_page(root, "posko", "{{ daerah.nama }}", title="'{{ daerah.nama }}'", head="kelompok: belum-punya\n")
    found = edition(root)
    page = next(page for page in found.pages if page.slug == "posko")
    assert page.meta.title == "{{ daerah.nama }}"
    assert "{{ daerah.nama }}" in page.html
