"""A project with made-up translations into Javanese, on copies of the real pages; nobody real has reviewed a word."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

from selebaran.compose.edition import Composer
from selebaran.compose.page.languages import fingerprint_of
from selebaran.model.edition import Edition
from selebaran.model.page import ComposedPage
from selebaran.model.registry import Registry
from selebaran.read.project import read_project
from selebaran.site.build import build_site
from tests.conftest import ROOT
from tests.publish.terbitan import HOST, PUBLISHES, READY, district, dump, make_project

ADDRESS = f"https://{HOST}/"
REVIEWER = "Ibu Peninjau Rekaan"
NOT_THERE = "Halaman ini belum ada dalam bahasa Jawa. Yang tampil bahasa Indonesia."
NOT_REVIEWED = "Terjemahan ini belum ditinjau penutur bahasa Jawa."
DAFTAR = """---
judul: Carane ndaftar JKN (rekaan)
ringkas: Cawisake KTP lan KK. Telpon {{ fakta.care_center }}.
peninjau: Ibu Peninjau Rekaan
---
{{ sebut("ORG-02", "REG-05") }}
**Ndaftar sadurunge lara.** Maca [iuran](iuran.md) utawa [tentang](tentang.md#salah).

## Lakonana iki {#lakukan}

{{ sebut("REG-01", "REG-05") }}
1. **Cawisake KTP.** Maca [sing dicawisake](#syarat), banjur [cithakan](unduh.md).

![KTP](seni/dokumen.svg){.adegan}

## Sing dicawisake {#syarat}

{{ sebut("REG-04") }}
- KTP lan KK

## Puskesmas {#puskesmas}

Pilih puskesmas sing cedhak.
"""
BERANDA = """---
judul: Berobat nganggo JKN, wiwitan saka kene.
ringkas: Carane ndaftar ing {{ daerah.nama }}.
peninjau: Ibu Peninjau Rekaan
pilihan:
  - judul: Aku durung duwe JKN
    teks: Carane ndaftar.
    seni: kader-ibu
    ke: daftar/
  - judul: Kertuku ora aktif
    teks: Iuran mandheg.
    seni: telepon-165
    ke: pbi-tidak-aktif/
  - judul: Aku arep berobat
    teks: Wiwitan saka puskesmas.
    seni: periksa
    ke: berobat/
---
{{ sebut("LAY-01", "REG-07") }}
Pilih kahananmu.

[Carane ndaftar](daftar.md)
"""
IURAN = """---
judul: Pira iurane (rekaan)
ringkas: Iuran kelas 3 {{ fakta.iuran_kelas_3 }}.
---
Iurane {{ fakta.iuran_kelas_3 }}.
"""
DARURAT = """---
judul: Gawat darurat (basa Jawa, rekaan)
ringkas: Menyang rumah sakit.
peninjau: Ibu Peninjau Rekaan
---
Menyang rumah sakit.
"""
OWN = {
    "pos-rekaan.md": """---
judul: Pos JKN rekaan
ringkas: Pos JKN di pasar rekaan.
kelompok: bantuan
---
Datang hari Sabtu. Baca [cara mendaftar](daftar.md#syarat), [pos lain](pos-lain.md), atau [tempatnya](#tempat).

## Tempatnya {#tempat}

![Pasar](gambar/pasar.png)
""",
    "pos-rekaan.jv.md": """---
judul: Pos JKN ing pasar (rekaan)
ringkas: Pos JKN ing pasar rekaan.
peninjau: Bapak Peninjau Rekaan
---
Teka dina Setu. Maca [carane ndaftar](daftar.md#syarat), [pos liya](pos-lain.md), utawa [cithakan](unduh.md).

![Pasar](gambar/pasar.png)
""",
    "pos-lain.md": """---
judul: Pos lain rekaan
ringkas: Pos JKN di tempat lain.
kelompok: bantuan
---
Kembali ke [pos di pasar](pos-rekaan.md#tempat) atau ke [beranda](beranda.md).
""",
    "kabar/pos-buka.md": """---
judul: Pos dibuka (rekaan)
ringkas: Pos JKN di pasar sudah buka.
tanggal: 2026-11-20
---
Lihat [posnya](pos-rekaan.md).
""",
    "kabar/pos-buka.jv.md": """---
judul: Pos wis bukak (rekaan)
ringkas: Pos JKN ing pasar wis bukak.
tanggal: 2026-11-20
peninjau: Bapak Peninjau Rekaan
---
Delengen [pose](pos-rekaan.md).
""",
}
OVERRIDE = """---
oleh: Pejabat Rekaan
tanggal: 2026-11-20
alasan: Untuk pengujian.
---
Pilih [puskesmas](puskesmas.md) di pulau Anda. Lihat [posnya](pos-rekaan.md).
"""
PICTURE = {"berkas": "pasar.png", "teks": "Pasar rekaan", "sumber": "Karangan untuk pengujian"}


def make(folder: Path, *, codes: tuple[str, ...] = ("jv",)) -> Path:
    """The project: five translated pages, one of them unreviewed, and an overridden block."""
    root = make_project(folder / "proyek")
    offer(root, *codes)
    for slug, text in (("daftar", DAFTAR), ("beranda", BERANDA), ("iuran", IURAN), ("gawat-darurat", DARURAT)):
        translate(root, slug, text)
    home = root / "districts" / READY
    for name, text in OWN.items():
        put(home / "halaman" / name, text)
    base = next(page for page in read_project(root).pages if page.slug == "daftar").text_of("puskesmas")
    put(home / "timpaan" / "daftar" / "puskesmas.md", OVERRIDE)
    put(home / "timpaan" / "daftar" / "puskesmas.dasar.md", base or "")
    (home / "gambar").mkdir(exist_ok=True)
    picture = next(ROOT.glob("districts/kab-contoh/gambar/penyuluhan-rekaan.png"))
    (home / "gambar" / "pasar.png").write_bytes(picture.read_bytes())
    return current(root)


def current(root: Path) -> Path:
    """The project, in which every translation is of the Indonesian text as it stands now."""
    read_current(root)
    return root


def read_current(root: Path) -> Registry:
    """What is read of it then."""
    registry, is_changed = read_project(root), False
    prints = {f"content/{page.slug}": fingerprint_of(page) for page in registry.pages}
    own = registry.districts[READY].own.pages
    prints |= {f"districts/{READY}/halaman/{page.slug}": fingerprint_of(page) for page in own if page.language is None}
    for file in (*root.glob("content/*.*.md"), *root.glob(f"districts/{READY}/halaman/**/*.*.md")):
        original = prints.get(file.relative_to(root).as_posix().rsplit(".", 2)[0])
        before = file.read_text("utf-8")
        text = re.sub("^naskah_asal: .*\n", "", before, flags=re.M)
        text = text.replace("---\n", f"---\nnaskah_asal: {original}\n", 1)
        if text != before:  # the project that all tests share is only read
            file.write_text(text, "utf-8")
            is_changed = True
    return read_project(root) if is_changed else registry


def offer(root: Path, *codes: str) -> None:
    """Set the languages of the district."""
    data = district(READY, 1, gambar=[PICTURE], bahasa=list(codes) or None)
    dump(root / "districts" / READY / "daerah.yml", data)


def put(path: Path, text: str) -> None:
    """Write a file with the folders that it needs."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def translate(root: Path, slug: str, text: str, code: str = "jv") -> None:
    """Write a translation of a shared page."""
    put(root / "content" / f"{slug}.{code}.md", text)


def compose_outdated(root: Path, *, published: bool = True) -> Edition:
    """The district's edition, without prints, with the translations as they are."""
    return Composer(read_project(root)).compose(READY, as_of=PUBLISHES, profiles=(), published=published)


def compose(root: Path, *, published: bool = True, day: date = PUBLISHES) -> Edition:
    """The district's edition, without prints."""
    return Composer(read_current(root)).compose(READY, as_of=day, profiles=(), published=published)


def page_of(edition: Edition, slug: str) -> ComposedPage:
    """One page of it."""
    return next(page for page in edition.pages if page.slug == slug)


def built(root: Path, edition: Edition, out: Path) -> Path:
    """The web root; MkDocs has no complaint."""
    assert build_site(edition, (), out) == []
    return out
