"""The same words on other ways: into other formats, onto sheets, through the province, in other languages."""

from __future__ import annotations

from tests.hostile.cases.case import Case, files, page, quoted, value
from tests.hostile.cases.texts import FIELDS, HTML, LINKS
from tests.hostile.folder import OVERRIDE, own_page


def formats() -> list[Case]:
    """Values that end, begin or fold something in another format."""
    words = {
        "jsonld": "</script><script>alert(1)</script>",
        "ics": "Posyandu\r\nATTACH:https://evil.example/x.exe\r\nBEGIN:VALARM",
        "csv-sama": '=HYPERLINK("https://evil.example","klik")',
        "csv-tambah": "+cmd|' /C calc'!A1",
        "csv-at": "@SUM(1)",
        "csv-tab": "\t=1+1",
        "xml": "]]><x>&y;</x><!--",
        "cdata": "<![CDATA[ x ]]>",
    }
    found = []
    for name, text in words.items():
        for where in ("acara", "judul-kabar", "sumber"):
            file, old, key = FIELDS[where]
            code = "huruf-tersembunyi" if "\r" in text else ""
            found.append(
                value(
                    f"format-{name}-{where}",
                    "format",
                    old,
                    key + quoted(text),
                    code,
                    file=file,
                    markup=("<script>alert(1)",),
                )
            )
        found.append(
            value(
                f"format-{name}-capaian",
                "format",
                "aktif: 950, sumber: Sumber capaian",
                f"aktif: 950, sumber: {quoted(text)}",
                code,
                file="capaian.yml",
            )
        )
    found.append(
        value(
            "nama-rumus",
            "format",
            "nama: Puskesmas Uji",
            "nama: '=cmd|calc!A1'",
            "nama-tidak-sah",
            "layanan.yml:3",
            file="layanan.yml",
        )
    )
    return found


ON_SITE = {
    "muat-gambar": "gambar-tidak-terdaftar",
    "muat-data": "gambar-tidak-terdaftar",
    "muat-impor": "tautan-http",
    **dict.fromkeys(("lampiran-lingkungan", "tautan-js", "tautan-berkas", "tautan-md"), "tautan-asing"),
}
"""What the same text as Markdown of a page is refused for; of all others the harmless rest is built."""


def on_paper() -> list[Case]:
    """What would make a sheet load or lead elsewhere."""
    line = FIELDS["baris"]
    loads = {
        "lampiran-berkas": ("lampiran", "<link rel=attachment href=file:///etc/passwd>"),
        "lampiran-lingkungan": ("lampiran", "<a rel=attachment href=file:///proc/self/environ>x</a>"),
        "lampiran-objek": ("lampiran", "<object data=file:///etc/passwd></object>"),
        "muat-gambar": ("pdf-jaringan", "<img src=http://127.0.0.1:9/a.png>"),
        "muat-impor": ("pdf-jaringan", "<style>@import url(http://127.0.0.1:9/a.css)</style>"),
        "muat-latar": ("pdf-jaringan", "<p style=background:url(http://127.0.0.1:9/b)>x"),
        "muat-data": ("pdf-jaringan", "<img src='data:image/svg+xml,<svg/>'>"),
        "tautan-js": ("pdf-tautan", "<a href='javascript:app.alert(1)'>x</a>"),
        "tautan-berkas": ("pdf-tautan", "<a href='file:///etc/passwd'>x</a>"),
        "tautan-md": ("pdf-tautan", "[x](javascript:app.alert(1)) https://evil.example"),
        "gaya-halaman": ("svg-css", "<style>@page{size:1px 1px}</style>"),
        "gaya-peubah": ("svg-css", "<style>:root{--a:x;--b:var(--a) var(--a)}</style>"),
    }
    found = []
    for name, (row, text) in loads.items():
        found.append(
            value(
                f"lembar-{name}",
                row,
                line[1],
                line[2] + quoted(text),
            )
        )
        found.append(page(f"situs-{name}", row, text, ON_SITE.get(name, "")))
    colours = {
        "putih": "#ffffff",
        "impor": "#000;}@import url(//e)",
        "nama": "red",
        "url": "url(x)",
        "pendek": "#fff",
        "peubah": "var(--x)",
    }
    for name, text in colours.items():
        code = "warna-kurang-kontras" if name == "putih" else "warna-tidak-terbaca"
        found.append(
            value(f"warna-{name}", "cetakan", 'warna: "#5b2a4f"', f"warna: {quoted(text)}", code, "daerah.yml:45")
        )
    return found


def layered() -> list[Case]:
    """The same through the province's folder, and in another language."""
    there = "../_provinsi/provinsi-jahat"
    body = HTML["script"] + "\n\n" + HTML["onerror"]
    jv = ("identitas: pasti", "identitas: pasti\nbahasa: [jv]")

    def language(body: str, name: str = "halaman/posko.jv.md") -> object:
        def spoil(folder: object) -> None:
            folder.swap("daerah.yml", *jv)  # type: ignore[attr-defined]
            front = "---\njudul: Cara <b>\nringkas: x {{ 7*7 }}\npeninjau: Ibu Uji\n---\n\n"
            folder.write(name, front + body + "\n")  # type: ignore[attr-defined]

        return spoil

    return [
        files("provinsi-html", "lapisan", {f"{there}/halaman/x.md": own_page(HTML["script"])}),
        files("provinsi-onerror", "lapisan", {f"{there}/halaman/x.md": own_page(body)}, "gambar-tidak-terdaftar", ""),
        files(
            "provinsi-yaml",
            "lapisan",
            {f"{there}/halaman/x.md": "---\njudul: &a [*a]\n---\n"},
            "yaml-fitur-dilarang",
            "",
        ),
        files(
            "provinsi-terlarang",
            "lapisan",
            {f"{there}/timpaan/tentang.md": OVERRIDE, f"{there}/timpaan/tentang.dasar.md": "-"},
            "timpaan-dilarang",
            "",
        ),
        files(
            "provinsi-lain", "lapisan", {"../_provinsi/provinsi-uji-2/halaman/x.md": "rusak"}, "provinsi-tidak-dikenal"
        ),
        Case("bahasa-html", "lapisan", language(HTML["script"] + "\n\n" + HTML["penutup"])),  # type: ignore[arg-type]
        Case("bahasa-js", "lapisan", language(LINKS["js"]), "tautan-asing", absent=("javascript:",)),  # type: ignore[arg-type]
        files(
            "bahasa-tiada",
            "lapisan",
            {"halaman/daftar.xx.md": own_page("a")},
            "bahasa-tidak-dikenal",
            "halaman/daftar.xx.md",
        ),
        value(
            "bahasa-tiada-2",
            "lapisan",
            *jv[:1],
            "identitas: pasti\nbahasa: [../x]",
            "pilihan-tidak-sah",
            "daerah.yml:9",
        ),
    ]


CASES = [*formats(), *on_paper(), *layered()]
