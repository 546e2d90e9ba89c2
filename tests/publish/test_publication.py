"""Publishing: at a day on which everything may go out, at a later one on which some of it may not."""

from __future__ import annotations

import csv
import gzip
import io
import json
import re
import shutil
from pathlib import Path

import pytest

from selebaran.compose.edition import Composer
from selebaran.compose.page.days import shown_now
from selebaran.publish.layout import PORTAL, hosts_in
from selebaran.read.project import read_project
from tests.conftest import run_here
from tests.publish.terbitan import (
    BY_ITSELF,
    HOST,
    HOSTS,
    LEAFLET,
    POSTER,
    PUBLISHES,
    READY,
    SECOND,
    UNASKED,
    UNCLEAR,
    WITHHOLDS,
    Published,
    change_fact,
    printed,
    publish,
    publish_pages,
    site_words,
    words,
)


def test_what_is_ready_goes_out_and_what_is_not_is_refused_with_its_place_and_cure(published: Published) -> None:
    assert published.done.returncode == 1
    assert set(hosts_in(published.out)) == {HOST, HOSTS[SECOND]}
    said = published.done.stderr
    assert re.search(rf"districts/{UNASKED}/daerah\.yml:\d+:\d+: error\[terbit-tanpa-persetujuan\]", said)
    assert re.search(
        rf"districts/_daftar\.yml:\d+:\d+: error\[terbit-belum-disahkan\]: persetujuan '{BY_ITSELF}'", said
    )
    assert f"selebaran consent sign {BY_ITSELF}" in said
    assert re.search(rf"districts/{UNCLEAR}/daerah\.yml:\d+:\d+: error\[terbit-rancu\]", said)
    assert "isi 'persetujuan': oleh, jabatan, tanggal, bukti, menguasai_domain" in said


def test_a_publication_is_no_preview(published: Published) -> None:
    for page in sorted(published.site.rglob("*.html")):
        assert "PRATINJAU" not in page.read_text("utf-8"), page
    assert "Allow: /" in (published.site / "robots.txt").read_text("utf-8")
    assert '"noindex"' not in (published.site / "daftar/index.html").read_text("utf-8")
    for pdf in sorted(published.site.rglob("*.pdf")):
        assert "PRATINJAU" not in printed(pdf), pdf
    assert "sedang diperiksa ulang" not in site_words(published.site).lower()


def test_later_a_page_replaces_what_is_overdue_and_keeps_the_rest(later: Published) -> None:
    assert later.done.returncode == 0
    page = words(later.site / "iuran/index.html")
    assert "Kelas III" not in page.split("Tidak kami tampilkan")[0].split("Iuran")[-1]
    assert " – –" not in page
    assert "Tidak kami tampilkan sampai dicocokkan lagi: besar iuran mandiri . Pastikan ke Care Center 165" in page
    assert "Dompet digital" in page
    said = site_words(later.site)
    for amount in ("Rp100.000", "Rp150.000"):
        assert amount not in said
    assert re.search(
        r"content/iuran\.md:\d+: peringatan\[fakta-diganti\]: 'iuran#tabel' memakai fakta IUR-01", later.done.stderr
    )
    assert "selebaran facts recheck IUR-01" in later.done.stderr


def test_later_a_sheet_that_needs_an_overdue_fact_is_withheld_and_the_others_go_out(later: Published) -> None:
    assert not (later.site / LEAFLET).exists()
    assert LEAFLET.rsplit("/", 1)[1] not in (later.site / "unduh/index.html").read_text("utf-8")
    page = words(later.site / "unduh/index.html")
    over = page.split("Sudah lewat; jangan dibagikan")[1]
    assert "Daftar JKN: 5 langkah : berlaku sampai 20 Desember 2026" in over
    assert (later.site / POSTER).is_file()
    assert "peringatan[lembar-ditahan]: lembar 'leaflet-daftar' ditahan: fakta IUR-01" in later.done.stderr
    assert "2026-12-21" in later.done.stderr


def test_an_overdue_fact_keeps_no_cancelled_event_and_no_new_telephone_number_from_going_out(later: Published) -> None:
    assert "Dibatalkan" in words(later.site / "jadwal/index.html")
    assert "0254-209999" in words(later.site / "daftar/index.html")
    assert "0254-202002" not in words(later.site / "daftar/index.html")


def test_a_page_is_withheld_whose_fact_must_not_be_shown_overdue(published: Published, tmp_path: Path) -> None:
    project = shutil.copytree(published.project, tmp_path / "proyek", symlinks=True)
    change_fact(project, "LAY-04", bila_lewat="tahan", periksa_lagi="2026-12-01", keselamatan="tidak")
    _, told = publish_pages(project, tmp_path / "situs", WITHHOLDS)
    page = words(tmp_path / "situs/gawat-darurat/index.html")
    assert "Isi halaman ini kami tahan" in page
    assert "IGD rumah sakit mana pun" not in page
    assert "peringatan[halaman-ditahan]: halaman 'gawat-darurat' ditahan: fakta LAY-04" in told


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"keyakinan": "C"}, "lembar-ditahan-keyakinan"),
        ({"keyakinan": "D"}, "lembar-ditahan-keyakinan"),
        ({"terbit": "false"}, "lembar-ditahan-tertutup"),
        ({"berakhir": "2026-11-21"}, "lembar-ditahan-berakhir"),
        ({"periksa_lagi": "2026-11-22"}, "lembar-ditahan"),
    ],
)
def test_a_sheet_is_withheld_for_every_doubt_and_only_the_sheets_that_need_the_fact(
    changes: dict[str, str], code: str, published: Published, tmp_path: Path
) -> None:
    project = shutil.copytree(published.project, tmp_path / "proyek", symlinks=True)
    change_fact(project, "REG-07", **changes)
    edition = Composer(read_project(project)).compose(READY, as_of=PUBLISHES, profiles=("kantor",), published=True)
    needs = {outcome.name for outcome in edition.outcomes if "REG-07" in outcome.usage.facts}
    assert "poster-cukup-ktp" in needs
    made = {outcome.name for outcome in edition.outcomes if "kantor" in outcome.source.spec.profiles}
    assert {piece.name for piece in edition.pieces} == made - needs
    said = {dict(p.values)["lembar"] for p in edition.problems if p.code == code}
    assert said == needs
    assert not any(p.is_error for p in edition.problems)


def test_what_is_not_for_the_public_is_taken_off_its_pages_and_stops_nothing(
    published: Published, tmp_path: Path
) -> None:
    found = published.copy(tmp_path)
    change_fact(found.project, "REG-07", terbit="false")
    done = publish(found.project, found.out, PUBLISHES, READY)
    assert done.returncode == 0
    assert "[fakta-diganti-tertutup]" in done.stderr
    assert "content/cukup-nik.md" in done.stderr
    assert not (found.site / POSTER).exists()
    page = words(found.site / "cukup-nik/index.html")
    assert "Tidak kami tampilkan sampai dicocokkan lagi: cukup KTP atau NIK . Pastikan ke Care Center 165" in page
    assert "tidak perlu fotokopi" not in site_words(found.site).lower()
    assert "REG-07" not in (found.site / "tentang/fakta.csv").read_text("utf-8")


def test_the_portal_of_a_publication_shows_what_is_published(published: Published) -> None:
    portal = words(published.out / PORTAL / "index.html")
    assert "Kabupaten Uji Satu" in portal
    assert "Kabupaten Uji Tiga" not in portal
    assert "PRATINJAU" not in portal


def test_site_and_sheets_are_published_together(published: Published, tmp_path: Path) -> None:
    for option in (["--only", "site"], ["--profil", "layar"]):
        done = run_here("--root", str(published.project), "--out", str(tmp_path), "--publish", *option)
        assert done.returncode == 2
        assert "--publish menerbitkan situs dan semua lembar bersama" in done.stderr


def test_the_report_for_staff_says_what_was_withheld_and_why(later: Published) -> None:
    record = json.loads(gzip.decompress((later.out / "laporan" / f"{READY}.json.gz").read_bytes()))
    assert record["keadaan"] == "terbit"
    leaflet = next(piece for piece in record["lembar"] if piece["lembar"] == "leaflet-daftar")
    assert any(reason.startswith("IUR-01") for reason in leaflet["ditahan"])
    assert {panel["panel"] for panel in leaflet["panel"] if "IUR-01" in panel["fakta"]} == {"iuran"}
    page = next(page for page in record["halaman"] if page["slug"] == "iuran")
    block = next(block for block in page["blok"] if block["blok"] == "tabel")
    assert block["diganti"] == ["IUR-01"]
    assert block["asal"].startswith("content/iuran.md:")
    said = words(later.out / "laporan" / f"{READY}.html")
    for expected in ("IUR-01", "leaflet-daftar"):
        assert expected in said
    assert "21 Desember 2026" in words(later.out / "laporan" / "index.html")
    overview = json.loads((later.out / "laporan" / "index.json").read_text("utf-8"))
    states = {row["slug"]: row["keadaan"] for row in overview["daerah"]}
    assert states == {READY: "terbit", SECOND: "terbit", UNASKED: "ditolak", UNCLEAR: "ditolak", BY_ITSELF: "ditolak"}
    assert "belum ada pejabat yang menyatakan setuju" in words(later.out / "laporan" / "index.html")


def test_the_facts_in_use_are_offered_as_csv_and_json(published: Published) -> None:
    rows = list(csv.DictReader(io.StringIO((published.site / "tentang/fakta.csv").read_text("utf-8-sig"))))
    data = json.loads((published.site / "tentang/fakta.json").read_text("utf-8"))
    assert [row["id"] for row in rows] == [fact["id"] for fact in data["fakta"]]
    fact = next(row for row in rows if row["id"] == "IUR-01")
    assert "iuran_kelas_3_peserta: Rp35.000" in fact["nilai"]
    assert fact["diperiksa_pada"] == "2026-11-20"
    assert "leaflet-daftar" in fact["dipakai_di"].split("; ")
    page = (published.site / "tentang/index.html").read_text("utf-8")
    assert 'href="fakta.csv"' in page
    assert 'href="fakta.json"' in page
    said = words(published.site / "tentang/index.html")
    for row in rows:
        assert row["topik"] in said


def test_what_is_only_to_be_marked_is_shown_with_its_date(published: Published, tmp_path: Path) -> None:
    project = shutil.copytree(published.project, tmp_path / "proyek", symlinks=True)
    change_fact(project, "LAY-08", bila_lewat="tandai", periksa_lagi="2026-11-21", sumber_per="2025-12-31")
    edition = Composer(read_project(project)).compose(READY, as_of=PUBLISHES, profiles=(), published=True)
    page = next(page for page in edition.pages if page.slug == "berobat")
    seen = '<time datetime="2026-11-20">20 November 2026</time>'
    assert f"Kami lihat terakhir {seen}: <b>peserta tidak mengajukan klaim</b>." in page.html
    assert "Tidak kami tampilkan" not in shown_now(page.html)
    assert edition.problems == ()


def test_a_number_that_may_not_be_shown_is_asked_for_nowhere(published: Published, tmp_path: Path) -> None:
    """The Care Center's own number, when nobody vouches for it any more: no page says "ask 165"."""
    project, site = shutil.copytree(published.project, tmp_path / "proyek", symlinks=True), tmp_path / "situs"
    change_fact(project, "REG-02", berakhir="2026-11-21")
    publish_pages(project, site, PUBLISHES)
    assert len(list(site.rglob("*.html"))) > 30
    for path in sorted(site.rglob("*.html")):
        assert "tel:165" not in path.read_text("utf-8"), path
    assert "Pastikan ke puskesmas" in words(site / "daftar/index.html")
