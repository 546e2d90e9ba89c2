"""A project that can be published: the real pages and sheets, a register that somebody "checked", made-up districts.

The real register can't be published honestly, for nobody has checked it; here every fact was checked on `CHECKED`.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from datetime import date, timedelta
from html import unescape
from pathlib import Path
from typing import Any

import pypdfium2
import yaml
import zxingcpp

from selebaran.cli.language import Speaker
from selebaran.cli.show import problem_text
from selebaran.compose.edition import Composer
from selebaran.compose.page.days import shown_now
from selebaran.model.edition import Edition
from selebaran.publish.layout import site_of
from selebaran.read.project import read_project
from selebaran.site.build import build_site
from tests.conftest import ROOT, keep_pieces, run_here
from tests.countersigned import countersign
from tests.project import PROJECT, REGISTER, facts_of, own_facts

CHECKED = date(2026, 11, 20)
PUBLISHES = date(2026, 11, 22)
WITHHOLDS = date(2027, 1, 10)
"""By then the facts that are checked every month are overdue."""
READY, SECOND, UNASKED, UNCLEAR = "kab-uji-satu", "kab-uji-dua", "kab-uji-tiga", "kab-uji-empat"
BY_ITSELF = "kab-uji-lima"
"""It says that it agrees; the centre has countersigned nothing."""
HOSTS = {
    READY: "uji-satu.example",
    SECOND: "uji-dua.example",
    UNASKED: "uji-tiga.example",
    UNCLEAR: "uji-empat.example",
    BY_ITSELF: "uji-lima.example",
}
CONSENT = {
    "oleh": "Pejabat Rekaan",
    "jabatan": "Kepala Dinas Rekaan",
    "tanggal": "2026-11-01",
    "bukti": "Surat rekaan 1",
    "menguasai_domain": "ya",
}


def district(slug: str, number: int, **changes: Any) -> dict[str, Any]:
    """A made-up daerah.yml that may be published."""
    name = slug.removeprefix("kab-").replace("-", " ").title()
    data = {
        "nama": f"Kabupaten {name}",
        "nama_pendek": name,
        "jenis": "kabupaten",
        "provinsi": "Provinsi Uji",
        "kode_kemendagri": f"00.{number:02}",
        "zona_waktu": "WIB",
        "domain": HOSTS[slug],
        "identitas": "pasti",
        "persetujuan": CONSENT,
        "istilah": {"desa": "desa", "kecamatan": "kecamatan", "balai_desa": "balai desa"},
        "penerbit": {"nama": f"Dinas Kesehatan Kabupaten {name}"},
        "kontak": {
            "bpjs_kantor": {
                "nama": "Kantor BPJS Kesehatan (rekaan)",
                "alamat": "Jalan Uji 2",
                "telepon": "0254-202002",
                "sumber": "Karangan untuk pengujian",
                "diperiksa_pada": "2026-11-01",
            }
        },
        "sumber": ["Karangan untuk pengujian"],
    }
    return {key: value for key, value in (data | changes).items() if value is not None}


def checked_register() -> list[dict[str, Any]]:
    """The tests' register as if every fact had been checked on `CHECKED` with a source that paper may rest on."""
    facts = own_facts()
    for fact in facts:
        again = CHECKED + timedelta(days=max(31, int(fact["selang_periksa_hari"])))
        fact |= {"sumber_per": CHECKED.isoformat(), "diperiksa_pada": CHECKED.isoformat()}
        fact |= {"periksa_lagi": again.isoformat(), "keyakinan": "A"}
        fact["sumber"] = ["Karangan untuk pengujian"]
    return facts


def make_project(root: Path) -> Path:
    """Write the project into an empty folder."""
    for name in ("content", "templates", "printables"):
        shutil.copytree(PROJECT / name, root / name)
    shutil.copyfile(ROOT / "mkdocs.yml", root / "mkdocs.yml")
    keep_pieces(root, "leaflet-daftar", "brosur-tidak-aktif", "poster-cukup-ktp", "kartu-darurat")
    (root / ".cache").symlink_to(ROOT / ".cache")
    write_facts(root, checked_register())
    listed = [{"slug": slug, "domain": host} for slug, host in HOSTS.items()]
    dump(root / "districts" / "_daftar.yml", {"daerah": listed})
    for number, slug in enumerate(HOSTS, 1):
        changes = {UNASKED: {"persetujuan": None}, UNCLEAR: {"identitas": "rancu"}}.get(slug, {})
        dump(root / "districts" / slug / "daerah.yml", district(slug, number, **changes))
    countersign(root, READY, SECOND, UNCLEAR)
    return root


def read_facts(root: Path) -> list[dict[str, Any]]:
    """The project's register as plain data, every scalar as text."""
    return facts_of(root / REGISTER)


def write_facts(root: Path, facts: list[dict[str, Any]]) -> None:
    """Replace the project's register."""
    dump(root / REGISTER, {"fakta": facts})


def change_fact(root: Path, fact_id: str, **changes: Any) -> None:
    """Change keys of one fact; a value's name changes what it says."""
    facts = read_facts(root)
    fact = next(fact for fact in facts if fact["id"] == fact_id)
    for key, value in changes.items():
        if key in fact.get("nilai", {}):
            fact["nilai"][key]["isi"] = value
        else:
            fact[key] = value
    write_facts(root, facts)


def dump(path: Path, data: Any) -> None:
    """Write YAML in which every scalar is text."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), "utf-8")


HOST = HOSTS[READY]
LEAFLET = "unduh/leaflet-daftar/leaflet-daftar-kantor.pdf"
POSTER = "unduh/poster-cukup-ktp/poster-cukup-ktp-kantor.pdf"
NOW = date(2026, 12, 1)
"""The day on which the new value holds."""


def publish(project: Path, out: Path, day: date, *slugs: str) -> subprocess.CompletedProcess[str]:
    return run_here(*slugs, "--root", str(project), "--out", str(out), "--publish", "--as-of", day.isoformat())


def publish_pages(project: Path, out: Path, day: date) -> tuple[Edition, str]:
    """Write the pages of a publication, without its sheets. Returns the edition, and what is told of it."""
    edition = Composer(read_project(project)).compose(READY, as_of=day, profiles=("kantor",), published=True)
    assert build_site(edition, (), out) == []
    return edition, "\n".join(problem_text(problem, Speaker()) for problem in edition.problems)


def words(path: Path) -> str:
    """What a page says on the day of its build, without markup, scripts and surplus space."""
    html = re.sub(r"<(script|style)\b.*?</\1>", " ", shown_now(path.read_text("utf-8")), flags=re.S)
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def printed(path: Path) -> str:
    document = pypdfium2.PdfDocument(path.read_bytes())
    try:
        return " ".join(page.get_textpage().get_text_range() for page in document).replace("\r\n", " ")
    finally:
        document.close()


def qr_codes(pdf: bytes) -> set[str]:
    """What the QR codes of a sheet say, read from its raster as a telephone does."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        images = [page.render(scale=150 / 72).to_pil() for page in document]
    finally:
        document.close()
    return {code.text for image in images for code in zxingcpp.read_barcodes(image)}


def ledger_of(project: Path, slug: str = READY) -> list[dict[str, object]]:
    text = (project / "districts" / "_edisi" / f"{slug}.yml").read_text("utf-8")
    entries: list[dict[str, object]] = yaml.load(text, yaml.BaseLoader)["edisi"]
    return entries


def site_words(site: Path) -> str:
    return " ".join(words(path) for path in sorted(site.rglob("*.html")))


class Published:
    """A project, published on the day on which all may go out."""

    def __init__(self, folder: Path) -> None:
        self.project = make_project(folder / "proyek")
        dump(self.project / "districts" / READY / "jadwal.yml", {"kegiatan": [EVENT]})
        self.out = folder / "dist"
        self.done = publish(self.project, self.out, PUBLISHES)

    @property
    def site(self) -> Path:
        return site_of(self.out, HOST)

    def copy(self, folder: Path) -> Published:
        """The same project and output, to be changed."""
        other = Published.__new__(Published)
        other.project, other.out, other.done = folder / "proyek", folder / "dist", self.done
        shutil.copytree(self.project, other.project, symlinks=True)
        shutil.copytree(self.out, other.out, symlinks=True)
        return other

    def change_price(self) -> None:
        change_fact(
            self.project,
            "IUR-01",
            iuran_kelas_3_peserta="42000",
            riwayat=[
                {
                    "tanggal": NOW.isoformat(),
                    "oleh": "Orang Pertama",
                    "disetujui": "Orang Kedua",
                    "sumber": "Karangan",
                    "semula": {"iuran_kelas_3_peserta": "35000"},
                }
            ],
        )


EVENT = {
    "judul": "Penyuluhan rekaan",
    "jenis": "penyuluhan",
    "tanggal": "2027-02-01",
    "mulai": "09.00",
    "tempat": "Balai Desa Rekaan",
}
