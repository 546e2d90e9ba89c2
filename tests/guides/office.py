"""What an office has and does where it follows a document: files that were sent, a publication, a table filled in."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import pillow_heif
from docx import Document
from openpyxl import load_workbook
from PIL import Image

from scripts.hour_files import LETTER, write
from tests.guides.project import agreed, countersigned, emptied, in_git, published, with_few_sheets, without
from tests.project import lay_register
from tests.publish.terbitan import change_fact

HEAD = {"yang_bertanya": "Sari", "hari_bertanya": "2026-11-28"}
Does = Callable[[Path], None]


def _hour(project: Path) -> None:
    """The officer's hour begins with a district without places and events."""
    emptied(project)
    write(project)


def _sent(project: Path) -> None:
    """A Word file, and a photo as a telephone takes it."""
    write(project)
    (project / LETTER).rename(project / "surat.docx")
    photo = Image.linear_gradient("L").resize((2000, 900)).convert("RGB")
    pillow_heif.from_pillow(photo).save(project / "IMG_2041.HEIC")


def _table(project: Path) -> None:
    """An office's own table of places."""
    (project / "puskesmas.csv").write_text(
        "Jenis;Nama;No. Telp;Sumber;Diperiksa pada\nPuskesmas;Puskesmas Rekaan Baru;0000-2099;Karangan;2026-11-21\n",
        "utf-8",
    )


def _typed(project: Path) -> None:
    """A page on which a district has typed an amount."""
    with_few_sheets(project)
    page = project / "districts" / "kab-maju" / "halaman" / "posko.md"
    page.write_text(
        "---\njudul: Posko\nringkas: Tempat bertanya.\n---\n\n**Datang.**\n\n\nIurannya Rp35.000.\n", "utf-8"
    )


def _not_yet(project: Path) -> None:
    """Districts that have not yet replaced the block that a guide replaces; one has the picture that its page shows."""
    for slug in ("kab-contoh", "kab-maju"):
        for file in (project / "districts" / slug / "timpaan" / "daftar").glob("puskesmas*.md"):
            file.unlink()
    home = project / "districts" / "kab-maju"
    shutil.copy(home / "gambar" / "penyuluhan-rekaan.png", home / "gambar" / "kader-antar.png")
    text = (home / "daerah.yml").read_text("utf-8")
    shown = "  - berkas: kader-antar.png\n    teks: Kader menjemput warga (rekaan)\n    sumber: untuk uji\n"
    (home / "daerah.yml").write_text(text.replace("\ngambar:\n", f"\ngambar:\n{shown}"), "utf-8")


def _called(project: Path) -> None:
    """The table of a call: the first office was asked, and said that all is as we have it."""
    (file,) = (project / "dist" / "laporan" / "telepon").glob("*.xlsx")
    book = load_workbook(file)
    offices = 0
    for row in (row for sheet in book for row in sheet.iter_rows(min_col=1, max_col=9)):
        name = str(row[0].value or "")
        offices += name.startswith("kelompok ")
        if name in HEAD:
            row[4].value = HEAD[name]
        elif offices == 1 and name.startswith("kelompok "):
            row[7].value, row[8].value = "Wati", "Kepala"
        elif offices == 1 and re.fullmatch(r"[A-Z]{3}-\d\d", name):
            row[4].value = "tetap"
    book.save(file)


def _translated(project: Path) -> None:
    """Each sheet that went out, with its own Indonesian text as translation, and a reviewer."""
    for file in project.glob("*.gor.docx"):
        document = Document(str(file))
        for row in (row for table in document.tables for row in table.rows):
            if row.cells[0].text == "Peninjau":
                row.cells[1].text = "Penutur Rekaan"
            elif row.cells[0].text.isdecimal():
                row.cells[2].text = row.cells[1].text
        document.save(str(file))


def _asks(project: Path) -> None:
    """A district that has agreed, in a repository; the centre has countersigned nothing, and knows accounts."""
    agreed(project, "kab-maju")
    listed = project / "districts" / "_daftar.yml"
    text = listed.read_text("utf-8").replace("  domain: dinkesmaju", "  akun: [akun-dinkes-maju]\n  domain: dinkesmaju")
    listed.write_text(f"penjaga: [akun-pusat, akun-wakil]\n{text}", "utf-8")
    in_git(project)


def _shares(project: Path) -> None:
    """A district that has agreed, and a campaign with two pictures of each group and of two months."""
    with_few_sheets(project)
    file = project / "content" / "kampanye.yml"
    before, begin, text = file.read_text("utf-8").partition("\nbagikan:\n")
    shared, end, after = text.partition("\n# ")
    groups = [re.split(r"(?m)^(?=        - nama: )", group) for group in re.split(r"(?m)^(?=    - judul: )", shared)]
    file.write_text(f"{before}{begin}{''.join(''.join(group[:3]) for group in groups)}\n{end}{after}", "utf-8")
    countersigned(project, "kab-serang")


def _the_two_agreed(project: Path) -> None:
    countersigned(project, "kab-serang", "kab-anda")


def _served(project: Path) -> None:
    """A publication, to be served."""
    with_few_sheets(project)
    published(project, "kab-maju", "2026-11-28")


def _published(project: Path) -> None:
    """A district was published a week ago."""
    with_few_sheets(project)
    without(project, "kota-bitung", "kab-maju")
    _the_two_agreed(project)
    published(project, "kab-serang", "2026-11-21")


def _task(project: Path) -> None:
    """The reader's own district: an event at the market, and a publication of last week."""
    schedule = project / "districts" / "kab-anda" / "jadwal.yml"
    schedule.write_text(schedule.read_text("utf-8").replace("pos-pasar-rekaan", "pos-pasar"), "utf-8")
    without(project, "kota-bitung", "kab-maju")
    _the_two_agreed(project)
    published(project, "kab-anda", "2026-11-21")


def _proposed(project: Path) -> None:
    """A repository with a change."""
    with_few_sheets(project)
    in_git(project)


def _price(project: Path) -> None:
    """A fact has changed since sheets with it were published."""
    check = {"tanggal": "2026-11-28", "oleh": "Orang Pertama", "disetujui": "Orang Kedua", "sumber": "Karangan"}
    history = [{**check, "semula": {"iuran_kelas_3_peserta": "35000"}}]
    change_fact(project, "IUR-01", iuran_kelas_3_peserta="42000", riwayat=history)


PREPARED: Mapping[str, Does] = {
    "bagikan.md": _shares,
    "fakta.md": _typed,
    "keaslian.md": _served,
    "kiriman.md": _sent,
    "lembar-kerja.md": _table,
    "milik-daerah.md": _not_yet,
    "penjaga.md": _asks,
    "penyajian.md": _served,
    "satu-jam-petugas.md": _hour,
    "terbit.md": _published,
    "tugas.md": _task,
    "usulan.md": _proposed,
}
"""What there is before a document is followed, by its name."""
BEFORE: Mapping[str, Mapping[str, Does]] = {
    "fakta.md": {".venv/bin/selebaran facts recheck --from": _called},
    "terbit.md": {".venv/bin/selebaran facts withdraw IUR-01": _price},
    "terjemahan.md": {".venv/bin/selebaran intake": _translated},
    "tugas.md": {
        ".venv/bin/selebaran facts due": lay_register,
        "python3 build.py --publish": _the_two_agreed,
        ".venv/bin/selebaran facts recheck --from": _called,
        ".venv/bin/selebaran facts withdraw": _price,
    },
}
"""What somebody does before a command that begins so."""
