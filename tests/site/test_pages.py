"""The web root as a server would hand it out."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urldefrag, urljoin, urlsplit

import pytest

from selebaran.compose.district.subdistricts import subdistricts_of
from selebaran.model.registry import Registry
from selebaran.publish.layout import site_of
from tests.conftest import DEMO, LONGEST, SHORT
from tests.site.search.reading import found_titles

PAGES = (
    *("", "daftar/", "iuran/", "pbi-tidak-aktif/", "gawat-darurat/", "tentang/", "unduh/"),
    *("apa-itu-jkn/", "dokumen/", "masa-tunggu/", "tunggakan/", "cukup-nik/", "berobat/", "bayi-baru-lahir/"),
    *("jadwal/", "puskesmas/", "pengaduan/", "mengapa-ikut/", "segmen/", "tidak-mampu/", "cek-status/", "rujukan/"),
    *("pindah-faskes/", "jaminan/", "ibu-anak/", "cek-kesehatan-gratis/", "mitos-fakta/", "tanya-jawab/", "kader/"),
    "istilah/",
)
FOR_STAFF = ("siapkan-acara/",)
"""Pages that no search engine lists."""
LIVES = (
    *("aplikasi/", "berhenti-kerja/", "ganti-jenis/", "hamil/", "kebutuhan/"),
    *("kesehatan-jiwa/", "lansia-difabel/", "menikah-cerai/", "meninggal/", "merantau/"),
    *("pekerja/", "skck/", "skrining/", "tanpa-nik/"),
)
"""Pages for lives and needs."""
OFFICE = ("dibacakan/", "pelajaran/", "pesan-bulanan/", "sekolah/", "siaran/")
"""Pages for those who teach and tell."""
OWN = (
    "antar-warga/",
    "jv/antar-warga/",
    "jv/cukup-nik/",
    "kabar/",
    "kabar/forum-desember/",
    "kabar/pos-pasar-pindah/",
    "posko-provinsi/",
)
"""What the demonstration district and its province wrote themselves."""


@pytest.fixture(params=(DEMO, SHORT, LONGEST))
def site(request: pytest.FixtureRequest, dist: Path, hosts: dict[str, str]) -> Path:
    return site_of(dist, hosts[request.param])


class _Links(HTMLParser):
    """All addresses that a page refers to, and all ids that it has."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, str]] = []
        self.ids: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name in ("href", "src", "action", "srcset", "poster") and value is not None:
                self.found.append((tag, value))
            if name == "id" and value:
                self.ids.add(value)


def parsed(path: Path) -> _Links:
    parser = _Links()
    parser.feed(path.read_text("utf-8"))
    return parser


def pages_of(site: Path) -> Iterator[tuple[str, Path]]:
    for name in PAGES:
        yield name, site / name / "index.html"


def test_all_pages_are_there_with_title_description_and_canonical_address(site: Path) -> None:
    for name, path in pages_of(site):
        text = path.read_text("utf-8")
        assert re.search(r"<html[^>]* lang=\"id\"", text)
        assert re.search(r"<title>[^<]*JKN[^<]*</title>", text), name
        assert re.search(r'<meta name="description" content="[^"]{20,}"', text), name
        assert f'<link rel="canonical" href="https://{site.name}/{name}"' in text


def test_name_and_publisher_stand_in_head_and_foot(site: Path) -> None:
    expected = "Dinas Kesehatan Kabupaten Contoh" if "contoh" in site.name else "Penerbit belum dikonfirmasi"
    for _, path in pages_of(site):
        text = html.unescape(path.read_text("utf-8"))
        header, footer = text.split("</header>")[0], text[text.index("<footer") :]
        assert "JKN Kab." in header
        assert expected in footer
        assert ("Dinas Kesehatan" if "contoh" in site.name else expected) in header


def test_a_preview_says_so_and_asks_not_to_be_indexed(site: Path) -> None:
    for path in [*(p for _, p in pages_of(site)), site / "404.html"]:
        text = path.read_text("utf-8")
        assert "PRATINJAU" in text
        assert re.search(r'<meta name="robots" content="noindex', text)
    robots = (site / "robots.txt").read_text("utf-8")
    assert "Disallow: /\n" in robots
    assert f"Sitemap: https://{site.name}/sitemap.xml" in robots


def test_only_the_made_up_district_says_that_it_is_made_up(site: Path) -> None:
    for _, path in pages_of(site):
        assert ("rekaan" in path.read_text("utf-8")) == ("contoh" in site.name)


def test_sitemap_lists_every_page(site: Path, registry: Registry, hosts: dict[str, str]) -> None:
    slug = next(slug for slug, host in hosts.items() if host == site.name)
    listed = re.findall(r"<loc>([^<]+)</loc>", (site / "sitemap.xml").read_text("utf-8"))
    subdistricts = [f"k/{one.slug}/" for one in subdistricts_of(registry.districts[slug].district)]
    events = [f"jadwal/{path.name}/" for path in (site / "jadwal").iterdir() if path.is_dir()]
    pages = (*PAGES, *LIVES, *OFFICE, "cari/", "k/", *subdistricts, *((*OWN, *events) if slug == DEMO else ()))
    assert len(subdistricts) > 5
    assert sorted(listed) == sorted(f"https://{site.name}/{name}" for name in pages)


def test_the_404_page_offers_the_care_center(site: Path) -> None:
    text = (site / "404.html").read_text("utf-8")
    assert 'href="tel:165"' in text
    assert 'href="/"' in text


def test_no_page_names_a_foreign_host_to_load_from(site: Path) -> None:
    for path in site.rglob("*.html"):
        text = path.read_text("utf-8")
        loaded = re.findall(r'<(?:script|img|iframe|source|video)[^>]+src="([^"]+)"', text)
        loaded += re.findall(r'<link[^>]+rel="(?:stylesheet|icon|preload|preconnect)"[^>]+href="([^"]+)"', text)
        assert loaded
        assert [url for url in loaded if urlsplit(url).netloc] == []
    for path in site.rglob("*.css"):
        assert not re.search(r"(url\(|@import)\s*['\"]?(https?:)?//", path.read_text("utf-8"))


def test_theme_files_that_no_page_needs_are_not_shipped(site: Path) -> None:
    names = [str(p.relative_to(site)) for p in site.rglob("*") if p.is_file()]
    assert [n for n in names if n.endswith(".map") or "lunr" in n or "palette" in n or "favicon.png" in n] == []
    theme = [n for n in names if n.startswith("assets/") and "/seni/" not in n]
    assert sum((site / n).stat().st_size for n in theme) < 400_000


def test_every_link_picture_and_download_leads_somewhere(site: Path) -> None:
    ids = {path: parsed(path).ids for path in site.rglob("*.html")}
    broken = []
    for path in site.rglob("*.html"):
        base = "/" + str(path.relative_to(site)).replace("index.html", "")
        for tag, address in parsed(path).found:
            target, fragment = urldefrag(urljoin(base, address))
            if tag == "link" and address.startswith(f"https://{site.name}/"):
                target = target.removeprefix(f"https://{site.name}")
            if urlsplit(target).scheme:
                assert urlsplit(target).scheme in ("tel", "https", "geo"), address
                continue
            found = site / target.split("?")[0].lstrip("/")
            found = found / "index.html" if found.is_dir() else found
            if not found.is_file() or (fragment and found in ids and fragment not in ids[found]):
                broken.append((str(path.relative_to(site)), address))
    assert broken == []


def test_downloads_show_thumbnail_format_and_true_size(site: Path) -> None:
    text = (site / "unduh" / "index.html").read_text("utf-8")
    assert "leaflet-daftar.png" in text
    for profile, name in (("kantor", "Untuk printer kantor"), ("layar", "Untuk dibaca di layar")):
        path = site / f"unduh/leaflet-daftar/leaflet-daftar-{profile}.pdf"
        entry = re.search(rf'href="[^"]*leaflet-daftar-{profile}\.pdf".*?</li>', text, re.S)
        assert entry
        assert name in entry[0]
        assert f"PDF, {round(path.stat().st_size / 1000)} KB" in entry[0]
    assert "balik pada sisi pendek" in text


def test_pages_show_register_values_and_the_day_that_their_sources_speak_of(site: Path) -> None:
    text = html.unescape(re.sub(r"</?time\b[^>]*>", "", (site / "iuran" / "index.html").read_text("utf-8")))
    for expected in ("Rp35.000", "Rp100.000", "Rp150.000", "Perlu diperiksa ulang"):
        assert expected in text
    assert 'href="../tentang/#fakta-iur-01"' in text.lower()
    about = html.unescape(re.sub(r"</?time\b[^>]*>", "", (site / "tentang" / "index.html").read_text("utf-8")))
    told = about[about.lower().index('id="fakta-iur-01"') :][:1500]
    for expected in ("10 Februari 2026", "Perpres 64/2020", "13 Maret 2026"):
        assert expected in told


def test_a_block_without_district_data_says_where_to_ask(dist: Path, hosts: dict[str, str]) -> None:
    text = (site_of(dist, hosts[SHORT]) / "pbi-tidak-aktif" / "index.html").read_text("utf-8")
    block = text[text.index('id="dinas-sosial"') :][:600]
    assert "Care Center" in block
    assert 'href="tel:165"' in block
    demo = (site_of(dist, hosts[DEMO]) / "pbi-tidak-aktif" / "index.html").read_text("utf-8")
    assert "Jalan Contoh" in demo[demo.index('id="dinas-sosial"') :][:900]


def test_real_districts_show_no_data_of_the_made_up_one(dist: Path, hosts: dict[str, str]) -> None:
    for slug in (SHORT, LONGEST):
        for path in (site_of(dist, hosts[slug])).rglob("*.html"):
            assert not re.search(r"Rekaan|Jalan Contoh|0000-", path.read_text("utf-8"))


def test_search_index_knows_all_pages(site: Path) -> None:
    assert {name for name in PAGES if name} <= found_titles(site).keys()
