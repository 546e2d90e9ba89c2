"""Hostile sizes: pictures, pages, nests and calendars that take time or memory."""

from __future__ import annotations

import io
import struct
import zlib

from PIL import Image

from tests.hostile.cases.case import Case, files, in_file, page, value
from tests.hostile.folder import FIGURES, SCHEDULE, own_page, picture

PICTURE = "gambar/foto.png"


def chunk(kind: bytes, data: bytes) -> bytes:
    """A chunk of a PNG."""
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def flat_png(width: int, height: int, *more: bytes) -> bytes:
    """A PNG of one colour, one bit a pixel: megapixels in a few kilobytes."""
    packer, row = zlib.compressobj(9), bytes(1 + (width + 7) // 8)
    rows = b"".join(packer.compress(row * min(256, height - at)) for at in range(0, height, 256))
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + b"".join(more) + chunk(b"IDAT", rows + packer.flush()) + chunk(b"IEND", b"")


def lying_png() -> bytes:
    """A PNG that says 60,000 × 60,000 and holds nothing."""
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", 60_000, 60_000, 8, 6, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(b"")) + chunk(b"IEND", b"")


def text_bomb() -> bytes:
    """A PNG whose comment unpacks to 200 MB."""
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(b"A" * (1 << 20)) for _ in range(200)) + packer.flush()
    return flat_png(64, 64, chunk(b"zTXt", b"Comment\0\0" + packed))


def frames() -> bytes:
    """A moving PNG of many frames."""
    images = [Image.new("RGB", (200, 200), (n, n, n)) for n in range(60)]
    file = io.BytesIO()
    images[0].save(file, "PNG", save_all=True, append_images=images[1:])
    return file.getvalue()


def with_place() -> bytes:
    """A photograph that tells where it was taken, and by whom."""
    image, file = Image.new("RGB", (320, 240), "#3a7"), io.BytesIO()
    exif = image.getexif()
    exif[0x013B] = "PEMOTRET-RAHASIA"
    exif.get_ifd(0x8825)[2] = (8.0, 39.0, 0.0)
    image.save(file, "JPEG", exif=exif, comment=b"KOMENTAR-RAHASIA")
    return file.getvalue()


def hidden_after() -> bytes:
    """A picture with a program behind its end."""
    return picture() + b"<script>alert(1)</script>PK\x03\x04EKOR-RAHASIA"


def good_pngs() -> list[bytes]:
    """PNGs of every kind that Pillow writes."""
    found = []
    for mode in ("1", "L", "LA", "P", "RGB", "RGBA", "I;16"):
        file = io.BytesIO()
        Image.new(mode, (33, 17)).save(file, "PNG")
        found.append(file.getvalue())
    return found


BROKEN = {
    "169-mpx": flat_png(13_000, 13_000),
    "400-mpx": flat_png(20_000, 20_000),
    "bohong": lying_png(),
    "lebar": flat_png(100_000, 4),
    "11-mb": picture() + bytes(11 << 20),
    "terpotong": picture()[:200],
    "nol": b"",
    "sampah": bytes(range(256)) * 20,
    "html": b"<html><script>alert(1)</script>",
    "exe": b"MZ" + bytes(500),
    "svg": b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><use href="#a"/></svg>',
    "svg-bom": b'<svg xmlns="http://www.w3.org/2000/svg">' + b'<g id="a"><use href="#a"/></g>' * 900 + b"</svg>",
    "gif": picture(form="GIF"),
    "bmp": picture(form="BMP"),
    "tiff": picture(form="TIFF"),
    "ico": picture(form="ICO"),
    "ppm": picture(form="PPM"),
    "pdf": picture(form="PDF"),
    "eps": b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\nquit\n",
}
NOT_PNG = {"jpeg": picture(form="JPEG"), "webp": picture(form="WEBP")}


PICTURE_FAULTS = {
    **dict.fromkeys(("169-mpx", "400-mpx", "bohong"), "gambar-terlalu-luas"),
    "lebar": "",
    "11-mb": "gambar-terlalu-besar",
    "jpeg-png": "gambar-salah-akhiran",
    "webp-png": "gambar-salah-akhiran",
}
"""Why they are refused; the others can't be read. The one that is only wide is made small."""


def pictures() -> list[Case]:
    """Pictures that are too large, broken, or not what they say."""
    found: list[Case] = []
    at = "daerah.yml:38"
    for name, data in {**BROKEN, **{f"{kind}-png": data for kind, data in NOT_PNG.items()}}.items():
        code, row = PICTURE_FAULTS.get(name, "gambar-tidak-terbaca"), "piksel" if name in PICTURE_FAULTS else "gambar"
        found.append(in_file(f"rupa-{name}", "svg-css" if "svg" in name else row, PICTURE, data, code, at if code else ""))
    found += [
        in_file("komentar-bom", "piksel", PICTURE, text_bomb(), "gambar-tidak-terbaca", at),
        in_file("bingkai", "piksel", PICTURE, frames(), "gambar-bergerak", at),
        in_file("ekor", "gambar", PICTURE, hidden_after(), absent=("EKOR-RAHASIA",)),
        files("gps", "gambar", {"gambar/foto.jpg": with_place()}, absent=("PEMOTRET-RAHASIA", "KOMENTAR-RAHASIA")),
        Case("gps-terdaftar", "gambar", _with_place, absent=("PEMOTRET-RAHASIA", "KOMENTAR-RAHASIA", "Exif")),
        files("gambar-lebih", "piksel", {f"gambar/lebih-{n}.png": picture() for n in range(300)}),
        value("nama-naik", "gambar", "berkas: foto.png", "berkas: ../../kab-subur/gambar/sawah.png", "nama-gambar-tidak-sah", at),
        value("berkas-gambar-tiada", "gambar", "berkas: foto.png", "berkas: tiada.png", "gambar-hilang", at),
        in_file("lambang-pipih", "cetakan", "gambar/lambang.png", flat_png(4000, 8), "lambang-ukuran", "daerah.yml:44"),
        in_file("lambang-kecil", "cetakan", "gambar/lambang.png", picture(8, 8), "lambang-ukuran", "daerah.yml:44"),
        in_file("lambang-besar", "cetakan", "gambar/lambang.png", flat_png(13_000, 13_000), "gambar-terlalu-luas", "daerah.yml:39"),
        value("lambang-tiada", "cetakan", "lambang: lambang.png", "lambang: tiada.png", "lambang-tidak-terdaftar", "daerah.yml:44"),
        value("baris-panjang", "cetakan", "kecil: Kader datang tiap Senin.", f"kecil: {'kata ' * 300}", "baris-terlalu-panjang", "daerah.yml:43"),
        value("baris-tiada", "cetakan", "kecil: Kader datang tiap Senin.", "../../x: a", "lembar-tidak-ada", "daerah.yml:43"),
        value("baris-kata", "cetakan", "Kader datang tiap Senin.", "A" * 79, "*"),
        value("baris-emoji", "cetakan", "Kader datang tiap Senin.", "Kader \U0001f600 datang", "*", ""),
        value("baris-zalgo", "cetakan", "Kader datang tiap Senin.", "K" + "\u0300\u0489" * 38, "*", ""),
        value("alamat-sejauh", "cetakan", "alamat: Jalan Uji 1", f"alamat: {'W' * 120}", "*", ""),
    ]
    return found


def _with_place(folder: object) -> None:
    folder.write("gambar/foto.jpg", with_place())  # type: ignore[attr-defined]
    (folder.path / "gambar" / "foto.png").unlink()  # type: ignore[attr-defined]
    folder.swap("daerah.yml", "berkas: foto.png", "berkas: foto.jpg")  # type: ignore[attr-defined]


NESTS = {
    "span-500": "<span>" * 500 + "x",
    "div-3000": "<div>" * 3000 + "x",
    "div-ditutup": "<div>" * 900 + "x" + "</div>" * 900,
    "div-markdown": '<div markdown="1">\n\n' * 300 + "x",
    "blockquote": "<blockquote>" * 1500 + "x",
    "b-i": "<b><i>" * 900 + "x",
    "tabel": "<table><tr><td>" * 400 + "x",
    "colspan": "<table><tr><td colspan=100000000>x</td></tr></table>",
    "rowspan": "<table><tr><td colspan=1000>x</td></tr></table>\n" * 300,
    "atribut": f"<p {' '.join(f'a{n}=1' for n in range(9000))}>x</p>",
    "atribut-panjang": f"<a title='{'x' * 60_000}' href=#>y</a>",
    "kutipan": "> " * 400 + "a",
    "daftar": "\n".join("  " * n + "- a" for n in range(200)),
    "bintang": "*" * 3000 + "a" + "*" * 3000,
    "entitas": "&amp;" * 12_000,
    "komentar": "<!--" * 500,
    "tutup": "</div>" * 1500,
}
STRESS = {
    "kurung": "[" * 10_000,
    "kurung-tutup": "[a](" * 900,
    "gambar": "![" * 900,
    "rujukan": "[a][b]" * 900,
    "garis": "- " * 500,
    "garis-4000": "- " * 4000,
    "garis-bawah": "_a" * 9000,
    "bintang-a": "*a " * 9000,
    "bintang-ganda": "**a *" * 5000,
    "petik": "`" * 9000,
    "petik-naik": "".join("`" * n + "a" for n in range(1, 200)),
    "pipa": "|a" * 15 + "\n" + "|-" * 15 + "\n" + ("|a" * 15 + "\n") * 900,
    "tabel-lebar": "|" * 10_000 + "\n" + "|-" * 5000 + "\n",
    "surel": "<a@b.c" * 1500,
    "kecil": "<" * 1999,
    "tanda-seru": "<!" * 900,
    "baris": "a\n" * 20_000,
    "kosong": "\n" * 50_000,
    "spasi": " " * 60_000 + "x",
    "kata": "A" * 60_000,
    "judul": "# a\n" * 6000,
    "judul-sama": "## isi\n\n" * 3000,
    "judul-id": "## a {#x}\n\n" * 3000,
    "definisi": "a\n:   b\n\n" * 3000,
    "atribut-daftar": "a {: #b .c d=e }\n\n" * 2000,
    "atribut-kurung": "a {: " * 4000,
    "catatan-kaki": "[^1]: a\n\n" * 3000,
    "rujukan-banyak": "".join(f"[a{n}]: https://a.example\n" for n in range(900)),
    "balik-miring": "\\" * 30_000,
    "html-terbuka": "<p" * 1900,
    "html-atribut": "<a " + "b=\"" * 9000,
    "daftar-bernomor": "".join(f"{n}. a\n" for n in range(6000)),
    "angka-besar": "9" * 30_000 + ". a",
    "kutip-dalam": ">" * 30_000 + "a",
    "kutip-baris": "\n".join(">" * (n % 90) + " a" for n in range(900)),
    "kode": "    a\n" * 9000,
    "pagar": "```\n" * 9000,
    "tebal": "__" * 9000 + "a",
    "setext": "a\n=\n" * 9000,
    "jorok": "\n".join(" " * (4 * n) + "- a" for n in range(120)),
    "campur": "*_`[<&|" * 250,
    "md-in-html": "<div markdown=1><p markdown=1>" * 300,
    "toc": "[TOC]\n\n" * 900,
}
REFUSED = {
    "naskah-bertingkat": "span-500 div-ditutup blockquote b-i tabel kutipan daftar bintang garis garis-4000 kutip-dalam kutip-baris jorok",
    "naskah-rumit": "div-3000 kurung rujukan garis-bawah bintang-a bintang-ganda petik petik-naik tabel-lebar catatan-kaki "
    "balik-miring pagar tebal campur",
    "berkas-terlalu-besar": "atribut baris judul judul-sama judul-id definisi daftar-bernomor kode setext",
    "jangkar-putus": "atribut-panjang",
}
"""What they are refused for; all others are built."""
CODE_OF = {name: code for code, names in REFUSED.items() for name in names.split()}


def nested() -> list[Case]:
    """What a parser has to descend into, and what a scanner goes over again and again."""
    found = [page(f"sarang-{name}", "bersarang", text, CODE_OF.get(name, ""), "halaman/uji.md") for name, text in NESTS.items()]
    found += [page(f"tekan-{name}", "markdown", text, CODE_OF.get(name, ""), "halaman/uji.md") for name, text in STRESS.items()]
    found.append(page("terlalu-besar", "markdown", "kata " * 14_000, "berkas-terlalu-besar", "halaman/uji.md"))
    found.append(value("sarang-timpaan", "bersarang", "Di sini iurannya", "<span>" * 500, file="timpaan/ikut/besar.md", code="naskah-bertingkat", at="timpaan/ikut/besar.md:7"))
    return found


UNREAD, ENDLESS = "rrule-tidak-terbaca", "rrule-tanpa-akhir"
RULES = {
    "detik": ("FREQ=SECONDLY", UNREAD),
    "nol": ("FREQ=DAILY;INTERVAL=0", UNREAD),
    "banyak": ("FREQ=DAILY;COUNT=999999999", UNREAD),
    "jauh": ("FREQ=DAILY;UNTIL=99991231", ENDLESS),
    "tanpa-akhir": ("FREQ=WEEKLY", ENDLESS),
    "suntik": ("FREQ=WEEKLY;COUNT=3\\r\\nATTACH:x", "huruf-tersembunyi"),
    "langka": ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;COUNT=9", UNREAD),
    "kuat": ("A=" * 90, UNREAD),
}


def many() -> list[Case]:
    """Pages, events and figures without end."""
    event = SCHEDULE.split("kegiatan:\n")[1]
    again = "    ulang: {{tiap: {}, sampai: {}}}\n"
    found = [
        files("halaman-101", "halaman-banyak", {f"halaman/p{n}.md": own_page("a") for n in range(101)}, "halaman-terlalu-banyak", "halaman"),
        files("halaman-3000", "halaman-banyak", {f"halaman/p{n}.md": own_page("a") for n in range(3000)}, "berkas-terlalu-banyak", ""),
        files("kabar-95", "halaman-banyak", {f"halaman/kabar/p{n}.md": own_page("a").replace("---\n\n", "tanggal: 2026-11-01\n---\n\n") for n in range(95)}),
        files("timpaan-300", "halaman-banyak", {f"timpaan/ikut/p{n}.md": "x" for n in range(300)}),
        in_file("acara-900", "acara", "jadwal.yml", "kegiatan:\n" + event * 900, "yaml-terlalu-banyak", "jadwal.yml:7692"),
        in_file("acara-9999", "acara", "jadwal.yml", SCHEDULE.replace("2026-11-26", "9999-12-31")),
        in_file("acara-0001", "acara", "jadwal.yml", SCHEDULE.replace("2026-11-26", "0001-01-01")),
        in_file("acara-0000", "acara", "jadwal.yml", SCHEDULE.replace("2026-11-26", "0000-01-01"), "tanggal-tidak-terbaca", "jadwal.yml:4"),
        in_file("acara-30-feb", "acara", "jadwal.yml", SCHEDULE.replace("2026-11-26", "2026-02-30"), "tanggal-tidak-terbaca", "jadwal.yml:4"),
        in_file("ulang-pekan-9999", "acara", "jadwal.yml", SCHEDULE + again.format("pekan", "9999-12-31"), "rrule-tanpa-akhir", "jadwal.yml:12"),
        in_file("ulang-bulan-9999", "acara", "jadwal.yml", SCHEDULE + again.format("bulan", "9999-12-31"), "rrule-tanpa-akhir", "jadwal.yml:12"),
        in_file("ulang-dari-0001", "acara", "jadwal.yml", SCHEDULE.replace("2026-11-26", "0001-01-01") + again.format("pekan", "2027-01-01"), "rrule-tanpa-akhir", "jadwal.yml:12"),
        in_file("ulang-hari", "acara", "jadwal.yml", SCHEDULE + again.format("hari", "2027-01-01"), "pilihan-tidak-sah", "jadwal.yml:12"),
        in_file("ulang-terbalik", "acara", "jadwal.yml", SCHEDULE + again.format("pekan", "2020-01-01"), "ulang-terbalik", "jadwal.yml:12"),
        in_file("angka-raksasa", "acara", "capaian.yml", FIGURES.replace("1100", "9" * 5000), "bukan-angka", "capaian.yml:3"),
        in_file("angka-besar", "acara", "capaian.yml", FIGURES.replace("1100", "9" * 400), "angka-terlalu-besar", "capaian.yml:3"),
        in_file("angka-negatif", "acara", "capaian.yml", FIGURES.replace("900", "-5"), "angka-di-luar-batas", "capaian.yml:2"),
        in_file("angka-e", "acara", "capaian.yml", FIGURES.replace("1100", "1e999"), "bukan-angka", "capaian.yml:3"),
        in_file("capaian-ribu", "acara", "capaian.yml", "capaian:\n" + "".join(f"  - {{bulan: {y:04}-{m:02}, peserta: 9, aktif: 1, sumber: x}}\n" for y in range(1, 200) for m in range(1, 13)), "yaml-terlalu-banyak", "capaian.yml:2001"),
        in_file("layanan-900", "acara", "layanan.yml", "layanan:\n" + "  - {jenis: puskesmas, nama: P, sumber: x, diperiksa_pada: 2026-11-01}\n" * 900),
    ]
    for name, (rule, code) in RULES.items():
        content = SCHEDULE + f'    ulang: {{rrule: "{rule}"}}\n'
        found.append(in_file(f"rrule-{name}", "acara", "jadwal.yml", content, code, "jadwal.yml:12"))
    return found


CASES = [*pictures(), *nested(), *many()]
