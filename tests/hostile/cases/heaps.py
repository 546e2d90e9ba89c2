"""Hostile heaps: pages, nests and calendars that take time or memory."""

from __future__ import annotations

from tests.hostile.cases.case import Case, files, in_file, page, value
from tests.hostile.folder import FIGURES, SCHEDULE, own_page

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
    "html-atribut": "<a " + 'b="' * 9000,
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
    "naskah-bertingkat": "blockquote b-i tabel kutipan daftar bintang garis garis-4000 kutip-dalam jorok md-in-html",
    "naskah-rumit": "div-3000 kurung rujukan garis-bawah bintang-a bintang-ganda petik "
    "petik-naik tabel-lebar catatan-kaki "
    "balik-miring pagar tebal campur",
    "berkas-terlalu-besar": "atribut baris judul judul-sama judul-id definisi daftar-bernomor kode setext",
    "jangkar-putus": "atribut-panjang",
    "sel-gabungan": "colspan rowspan",
    "tanda-markdown": "atribut-daftar toc",
    "sisa-git": "kutip-baris",
}
"""What they are refused for; all others are built."""
CODE_OF = {name: code for code, names in REFUSED.items() for name in names.split()}


def nested() -> list[Case]:
    """What a parser has to descend into, and what a scanner goes over again and again."""
    found = [
        page(f"sarang-{name}", "bersarang", text, CODE_OF.get(name, ""), "halaman/uji.md")
        for name, text in NESTS.items()
    ]
    found += [
        page(f"tekan-{name}", "markdown", text, CODE_OF.get(name, ""), "halaman/uji.md")
        for name, text in STRESS.items()
    ]
    found.append(page("terlalu-besar", "markdown", "kata " * 14_000, "berkas-terlalu-besar", "halaman/uji.md"))
    found.append(
        value(
            "sarang-timpaan",
            "bersarang",
            "Di sini iurannya",
            "<span>" * 500,
            file="timpaan/ikut/besar.md",
        )
    )
    return found


EVENT = SCHEDULE.split("kegiatan:\n")[1]
AGAIN = "    ulang: {{tiap: {}, sampai: {}}}\n"
UNREAD, ENDLESS = "rrule-tidak-terbaca", "ulang-terlalu-lama"
RULES = {
    "detik": ("FREQ=SECONDLY", UNREAD),
    "nol": ("FREQ=DAILY;INTERVAL=0", UNREAD),
    "banyak": ("FREQ=DAILY;COUNT=999999999", UNREAD),
    "jauh": ("FREQ=DAILY;UNTIL=99991231", ENDLESS),
    "tanpa-akhir": ("FREQ=DAILY", ""),
    "suntik": ("FREQ=WEEKLY;COUNT=3\\r\\nATTACH:x", "huruf-tersembunyi"),
    "langka": ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;COUNT=9", "rrule-lain-hari"),
    "kuat": ("A=" * 90, UNREAD),
}
EVENTS = {
    "acara-900": ("kegiatan:\n" + EVENT * 900, "yaml-terlalu-banyak", ":7692"),
    "acara-9999": (SCHEDULE.replace("2026-11-26", "9999-12-31"), "", ""),
    "acara-0001": (SCHEDULE.replace("2026-11-26", "0001-01-01"), "", ""),
    "acara-0000": (SCHEDULE.replace("2026-11-26", "0000-01-01"), "tanggal-tidak-ada", ":4"),
    "acara-30-feb": (SCHEDULE.replace("2026-11-26", "2026-02-30"), "tanggal-tidak-ada", ":4"),
    "ulang-pekan-9999": (SCHEDULE + AGAIN.format("pekan", "9999-12-31"), ENDLESS, ":12"),
    "ulang-bulan-9999": (SCHEDULE + AGAIN.format("bulan", "9999-12-31"), ENDLESS, ":12"),
    "ulang-dari-0001": (
        SCHEDULE.replace("2026-11-26", "0001-01-01") + AGAIN.format("pekan", "2027-01-01"),
        ENDLESS,
        ":12",
    ),
    "ulang-tanpa-akhir-dari-0001": (
        SCHEDULE.replace("2026-11-26", "0001-01-01") + "    ulang: {rrule: FREQ=DAILY}\n",
        "",
        "",
    ),
    "ulang-hari": (SCHEDULE + AGAIN.format("hari", "2027-01-01"), "pilihan-tidak-sah", ":12"),
    "ulang-terbalik": (SCHEDULE + AGAIN.format("pekan", "2020-01-01"), "ulang-terbalik", ":12"),
    **{
        f"rrule-{name}": (SCHEDULE + f'    ulang: {{rrule: "{rule}"}}\n', code, ":12" if code else "")
        for name, (rule, code) in RULES.items()
    },
}
MONTHS = [f"{year:04}-{month:02}" for year in range(1, 200) for month in range(1, 13)]
COUNTS = {
    "angka-raksasa": (FIGURES.replace("1100", "9" * 5000), "angka-terlalu-besar", ":3"),
    "angka-besar": (FIGURES.replace("1100", "9" * 400), "angka-terlalu-besar", ":3"),
    "angka-negatif": (FIGURES.replace("900", "-5"), "angka-di-luar-batas", ":2"),
    "angka-e": (FIGURES.replace("1100", "1e999"), "bukan-angka", ":3"),
    "capaian-ribu": (
        "capaian:\n" + "".join(f"  - {{bulan: {month}, peserta: 9, aktif: 1, sumber: x}}\n" for month in MONTHS),
        "yaml-terlalu-banyak",
        ":2001",
    ),
}
PLACE = "  - {jenis: puskesmas, nama: P, sumber: x, diperiksa_pada: 2026-11-01}\n"
DATED = own_page("a").replace("---\n\n", "tanggal: 2026-11-01\n---\n\n")
TOO_MANY = "halaman-terlalu-banyak"
CROWDS = {
    "halaman-101": ({f"halaman/p{n}.md": own_page("a") for n in range(101)}, TOO_MANY, "halaman"),
    "halaman-3000": ({f"halaman/p{n}.md": own_page("a") for n in range(3000)}, "berkas-terlalu-banyak", ""),
    "kabar-95": ({f"halaman/kabar/p{n}.md": DATED for n in range(95)}, "", ""),
    "timpaan-300": ({f"timpaan/ikut/p{n}.md": "x" for n in range(300)}, TOO_MANY, "timpaan"),
}


def many() -> list[Case]:
    """Pages, events and figures without end."""
    found = [files(name, "halaman-banyak", *about) for name, about in CROWDS.items()]
    for file, table in (("jadwal.yml", EVENTS), ("capaian.yml", COUNTS)):
        for name, (content, code, line) in table.items():
            found.append(in_file(name, "acara", file, content, code, file + line if code else ""))
    found.append(in_file("layanan-900", "acara", "layanan.yml", "layanan:\n" + PLACE * 900))
    return found


CASES = [*nested(), *many()]
