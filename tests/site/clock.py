"""A publication that is opened on later days, beside fresh publications of those days: what a reader sees of each."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import yaml
from playwright.sync_api import Browser

from selebaran.compose.edition import Composer
from selebaran.compose.page.portal import compose_portal
from selebaran.compose.template.formats import day
from selebaran.model.artifact import Download
from selebaran.model.edition import Edition, PieceOutcome
from selebaran.model.page import ComposedPage
from selebaran.model.piece import print_path, thumbnail_path
from selebaran.model.registry import Registry
from selebaran.publish.portal import PAGE
from selebaran.read.project import read_project
from selebaran.site.build import build_site
from selebaran.site.clock import clock_values
from selebaran.site.policy import guarded
from tests.publish.terbitan import PUBLISHES, READY, change_fact, dump, make_project

KINDS = (
    "beranda",
    "jadwal",
    "daftar",
    "iuran",
    "gawat-darurat",
    "puskesmas",
    "tanya-jawab",
    "tentang",
    "kabar",
    "kabar/arsip",
    "posko",
    "pekan-jkn",
    "bayi-baru-lahir",
    "jadwal/sekali",
    "jadwal/tiap-pekan",
    "jadwal/kecamatan",
    "jadwal/jenis",
    "jadwal/arsip",
    "jadwal/tempel",
    "puskesmas",
    "k/uji-kota",
    "unduh",
    "jv/cukup-nik",
)
"""A page of each kind: the home page, events, one of them, lists of them, steps, tables, one that may be kept back,
news, their archive, a district's own, one that is there for a time, places and their
hours, sheets, one in another language."""
PORTAL = "portal"
SEEN = """() => { document.querySelectorAll('details').forEach(one => { one.open = true });
  return [document.title, ...document.body.innerText.split(/\\s*\\n\\s*/)].filter(line => line.trim()) }"""
DAYS = re.compile(rf"\b{day(PUBLISHES)}\b")
OTHER = re.compile(
    "dan belum diperbarui sejak itu|lembar yang lebih baru|Pakai lembar yang baru|^Edisi yang baru|^Anda boleh memakai"
    "|^Lembar cetaknya$|^Daftar JKN: 5 langkah$"
)
"""What only an old page says, and what only a new one can know."""


def made_project(root: Path) -> Path:
    """A project in which something changes again and again in two years: events, facts of every kind, own text."""
    make_project(root)
    before = {"tanggal": "2026-11-20", "oleh": "Ibu Rekaan", "sumber": "Karangan", "semula": {"iuran_kelas_1": "99000"}}
    change_fact(root, "IUR-01", bila_lewat="ganti", riwayat=[before])  # shown for 24 months, with a mark
    change_fact(root, "IUR-02", bila_lewat="ganti", keyakinan="C", periksa_lagi="2027-02-01")
    change_fact(root, "DEN-01", berakhir="2027-08-17")
    change_fact(root, "REG-05", bila_lewat="tahan", periksa_lagi="2028-01-10")
    change_fact(root, "LAY-04", bila_lewat="tahan", keselamatan="ya", periksa_lagi="2027-01-05", berakhir="2027-09-01")
    change_fact(root, "REG-07", periksa_lagi="2027-03-01", diperiksa_sejak="2027-04-01")
    folder = root / "districts" / READY
    dump(folder / "jadwal.yml", {"kegiatan": list(events())})
    known = yaml.safe_load((folder / "daerah.yml").read_text("utf-8"))
    dump(folder / "daerah.yml", {**known, "bahasa": ["jv"], "kecamatan": ["Uji Kota", "Uji Desa"]})
    dump(folder / "layanan.yml", {"layanan": list(places())})
    head = "judul: Posko\nringkas: Posko buka tiap pekan.\nkelompok: bantuan\nsampai: 2027-06-30\n"
    write(folder / "halaman" / "posko.md", head, OWN)
    head = "judul: Pekan JKN\nringkas: Ada petugas di balai desa.\nkelompok: jadwal\nmenu: 9\nsampai: 2027-03-01\n"
    write(root / "content" / "pekan-jkn.md", head, "**Datang ke balai desa.** Lihat [jadwal](jadwal.md).")
    for number, ends in enumerate(("", "sampai: 2027-01-31\n", "", "sampai: 2027-09-01\n", "")):
        head = f"judul: Pasar {number}\nringkas: Pos di pasar.\ntanggal: 2026-11-{20 - number}\n{ends}"
        write(folder / "halaman" / "kabar" / f"pasar-{number}.md", head, "Datang saja.")
    return root


HOURS = "Sen–Kam 08.00–15.00 (istirahat 12.00–13.00), Jum 08.00–11.00 WIB"


def places() -> Iterable[dict[str, Any]]:
    """One with its hours that somebody checks in time for a year, and one that was checked eleven months before."""
    told = {
        "jenis": "puskesmas",
        "kecamatan": "Uji Kota",
        "telepon": "0254-202002",
        "sumber": "Karangan untuk pengujian",
    }
    yield {**told, "nama": "Puskesmas Uji Kota", "jam": HOURS, "diperiksa_pada": "2026-11-01"}
    yield {**told, "nama": "Puskesmas Uji Lama", "diperiksa_pada": "2025-12-20"}


OWN = """Bayar {{ fakta.iuran_kelas_3_peserta }} per orang.

- Denda {{ fakta.denda_persen }} dari biaya.
- Tanya dulu."""


def write(path: Path, head: str, body: str) -> None:
    """A text of a district."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"---\n{head}---\n{body}\n", "utf-8")


def events() -> Iterable[dict[str, Any]]:
    """Events once, every week up to a day, every month without an end, and one that is cancelled."""
    common = {"jenis": "penyuluhan", "tempat": "Balai Desa Rekaan", "mulai": "09.00", "selesai": "12.00"}
    for title, on, further in (
        ("Sekali", "2026-12-03", {"kecamatan": "Uji Kota"}),
        ("Batal", "2027-01-14", {"batal": "ya"}),
        ("Hari besar", "2027-06-10", {"acara": ["Pembukaan", "Tanya jawab"]}),
        ("Tiap pekan", "2026-11-24", {"kecamatan": "Uji Desa", "ulang": {"tiap": "pekan", "sampai": "2027-03-30"}}),
        (
            "Tiap bulan",
            "2026-12-09",
            {"jenis": "posyandu", "kecamatan": "Uji Kota", "ulang": {"tiap": "bulan", "kecuali": ["2027-03-10"]}},
        ),
    ):
        yield {**common, "id": title.lower().replace(" ", "-"), "judul": title, "tanggal": on, **further}


@dataclass(frozen=True)
class Built:
    """A site as of a day."""

    root: Path
    on: date

    def address(self, slug: str) -> str:
        """Where a page lies."""
        folder = self.root if slug == "beranda" else self.root / slug
        return f"file://{folder}/index.html"


def downloads(edition: Edition) -> tuple[Download, ...]:
    """The print files of an edition, as if the press had made them."""
    made = [one.name for one in edition.outcomes if one.made]
    return tuple(
        Download(name, "kantor", None, "a4", print_path(name, "kantor"), 1000, thumbnail_path(name), (3, 4))
        for name in made
    )


def offering(page: ComposedPage, printed: Collection[str]) -> ComposedPage:
    """A page that offers these sheets and no others. Of a sheet that shows what comes next a later publication makes
    another one, which an older one can't know."""
    offers = tuple(offer for offer in page.meta.offers if offer.name in printed)
    return dataclasses.replace(page, meta=dataclasses.replace(page.meta, offers=offers))


def tells_of_events(outcome: PieceOutcome) -> bool:
    """Whether a sheet shows the events that come next."""
    return any(field.startswith("daerah.kegiatan") for field in outcome.usage.fields)


class Clock:
    """Builds a publication of `PUBLISHES`, and those of later days, in one folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        registry = read_project(made_project(folder / "proyek"))
        first = self._composed(registry, PUBLISHES)
        place = dataclasses.replace(registry.districts[READY], ledger=first.new)
        self._registry = dataclasses.replace(registry, districts={READY: place})
        self.papers = tuple(f"e/{edition.code}" for edition in first.new)
        self.old = self.built(PUBLISHES)

    def _composed(self, registry: Registry, on: date) -> Edition:
        return Composer(registry).compose(READY, as_of=on, profiles=("kantor",), published=True)

    def built(self, on: date) -> Built:
        """The pages of each kind as of a day, and those of the editions on paper."""
        edition = self._composed(self._registry, on)
        wanted = {*KINDS, "offline"}
        printed = {one.name for one in edition.outcomes if not tells_of_events(one)}
        pages = tuple(offering(page, printed) for page in edition.pages if page.slug in wanted)
        menu = tuple(entry for entry in edition.menu if entry[1] in wanted)
        root = self._folder / on.isoformat()
        assert build_site(dataclasses.replace(edition, pages=pages, menu=menu), downloads(edition), root) == []
        self._write_portal(root / PORTAL, on)
        return Built(root, on)

    def _write_portal(self, folder: Path, on: date) -> None:
        """The page that leads to the districts, as of a day."""
        words, shown = self._registry.campaign.portal, frozenset((READY,))
        assert words is not None
        html = compose_portal(
            self._registry, words, self._registry.portal_files[PAGE], shown, shown, on, clock_values(on, "WIB", {})
        )
        folder.mkdir()
        (folder / PAGE).write_text(guarded(html), "utf-8")


def seen(browser: Browser, site: Built, on: date, slugs: Iterable[str]) -> dict[str, list[str]]:
    """What somebody sees of pages whose clock says noon of a day. The days of builds are no difference; nor is that a
    later publication made another edition of a sheet, which an older one can't know."""
    context = browser.new_context(viewport={"width": 360, "height": 800}, locale="id-ID")
    page = context.new_page()
    page.clock.set_fixed_time(datetime(on.year, on.month, on.day, 5, tzinfo=UTC))
    found = {}
    for slug in slugs:
        page.goto(site.address(slug))
        lines = [DAYS.sub("HARI", line.replace(day(on), "HARI")) for line in page.evaluate(SEEN)]
        found[slug] = [line for line in lines if not OTHER.search(line)]
    context.close()
    return found
