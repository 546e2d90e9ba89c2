"""What an office has in the hour that docs/panduan/satu-jam-petugas.md tells: two tables and a Word file, made up."""

from __future__ import annotations

import io
from pathlib import Path

from docx import Document
from openpyxl import Workbook
from PIL import Image, ImageDraw

AREAS = (
    *("Contoh Kota", "Contoh Utara", "Contoh Selatan", "Contoh Timur", "Contoh Barat", "Contoh Pesisir"),
    *("Rekaan Hilir", "Rekaan Hulu", "Rekaan Tengah", "Pulau Rekaan", "Bukit Rekaan", "Lembah Rekaan"),
)
FLOWERS = (
    *("Melati", "Mawar", "Kenanga", "Anggrek", "Cempaka", "Flamboyan", "Dahlia", "Seroja", "Kamboja", "Teratai"),
    *("Tanjung", "Sedap Malam", "Bakung", "Lavender", "Matahari", "Asoka", "Wijaya", "Bugenvil", "Kemuning", "Krisan"),
)
PLACES, EVENTS, LETTER = "puskesmas.xlsx", "kegiatan.xlsx", "pengumuman.docx"


def write(folder: Path) -> None:
    """Write the three files into a folder."""
    (folder / PLACES).write_bytes(_table("DAFTAR PUSKESMAS KABUPATEN CONTOH (REKAAN)", _places()))
    (folder / EVENTS).write_bytes(_table("RENCANA KEGIATAN (REKAAN)", _events()))
    (folder / LETTER).write_bytes(_letter())


def _places() -> list[tuple[str, ...]]:
    head = (
        "No",
        "Jenis",
        "Nama",
        "Kecamatan",
        "Alamat",
        "No. Telp",
        "Jam Pelayanan",
        "Buka 24 jam",
        "Sumber",
        "Diperiksa pada",
    )
    rows = [
        (
            str(number),
            "Puskesmas",
            f"Puskesmas Rekaan {flower}",
            AREAS[(number - 1) % len(AREAS)],
            f"Jalan Contoh {10 + number}",
            f"0000-2{number:03}",
            "Senin–Sabtu, 08.00–12.00 WIB",
            "ya" if number <= len(AREAS) / 2 else "",
            "Karangan untuk peragaan",
            "2026-11-21",
        )
        for number, flower in enumerate(FLOWERS, 1)
    ]
    return [head, *rows]


def _events() -> list[tuple[str, ...]]:
    head = (
        "Kegiatan",
        "Jenis",
        "Hari/Tanggal",
        "Pukul",
        "Lokasi",
        "Kecamatan",
        "Kegiatan berulang: Tiap",
        "Batal",
        "Catatan",
    )
    hall = ("Balai Desa Rekaan Jaya", "Contoh Utara", "2 pekan", "", "")
    market = ("Pasar Rekaan Pagi", "Contoh Kota", "", "ya", "Pasar diperbaiki. Hari pengganti menyusul.")
    return [
        head,
        ("Tanya jawab di balai desa", "Penyuluhan", "Selasa, 8 Desember 2026", "09.00-11.00", *hall),
        ("Pos tanya jawab di pasar", "Penyuluhan", "Kamis, 10 Desember 2026", "08.00-10.00", *market),
    ]


def _table(title: str, rows: list[tuple[str, ...]]) -> bytes:
    """A sheet as offices keep them: a title above, then the headings."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append([title])
    sheet.append([])
    for row in rows:
        sheet.append(row)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _letter() -> bytes:
    """An announcement with a list, a table and a picture."""
    made = Document()
    made.add_heading("Loket pindah ke gedung lama", 0)
    made.add_paragraph("Selama Desember, loket tanya jawab ada di gedung lama. Bawa KTP dan Kartu Keluarga.")
    made.add_heading("Jam loket", 1)
    hours = (("Hari", "Jam"), ("Senin sampai Kamis", "08.00 sampai 14.00"), ("Jumat", "08.00 sampai 11.00"))
    table = made.add_table(len(hours), 2, style="Table Grid")
    for row, texts in zip(table.rows, hours, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    made.add_heading("Yang dibawa", 1)
    for text in ("KTP", "Kartu Keluarga"):
        made.add_paragraph(text, style="List Bullet")
    made.add_picture(io.BytesIO(_picture()))
    file = io.BytesIO()
    made.save(file)
    return file.getvalue()


def _picture() -> bytes:
    """A drawn house, so that no place and no person is shown."""
    image = Image.new("RGB", (1200, 800), "#dce8f4")
    pen = ImageDraw.Draw(image)
    pen.rectangle((0, 600, 1200, 800), fill="#9cbf8a")
    pen.rectangle((350, 330, 850, 680), fill="#f4e6c8", outline="#5a4632", width=8)
    pen.polygon(((310, 330), (600, 140), (890, 330)), fill="#a8322d")
    pen.rectangle((540, 480, 660, 680), fill="#5a4632")
    file = io.BytesIO()
    image.save(file, "JPEG", quality=85)
    return file.getvalue()
