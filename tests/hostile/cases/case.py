"""What a hostile case is, and the rows of the table of attacks that the cases belong to."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from tests.hostile.folder import own_page
from tests.hostile.kit import Folder

ROWS = {
    "tebakan": "0361123456, 021500454, 36.10, 08.00, 10:30, off: every scalar is text until the schema converts it",
    "kunci-ganda": "duplicate key: refused, with line",
    "bom-yaml": "alias bomb; 700,000 items; 100,000 deep: no aliases, tags, merge keys; caps on size, nodes, depth",
    "pengodean": "tab, NUL, Latin-1, UTF-16, empty file, list as root: refused, place and cure; BOM and CRLF are fine",
    "tersembunyi": "bidi override, zero width, control characters in a name: refused; text normalised to NFC",
    "templat": "Jinja in district Markdown or YAML: district text is never a template",
    "bayangan": "a district's file shadowing a shared template: the loader sees shared templates only",
    "baris-baru": "newline in a name that goes into a generated mkdocs.yml: districts never supply configuration",
    "putaran": "endless loop, 9**9**9, 'a'*3e9 in a template: limits on the worker; here not even text to run",
    "kurawal": "prose such as 50{% khusus in a district page: literal text",
    "salah-ketik": "misspelt key: StrictUndefined and schema",
    "html": "script, onerror, iframe, form, style, meta, javascript:, data:, attr_list onclick: allow-list cleaner",
    "isian": "the same in title, description, site name, file name: every metadata field is escaped",
    "format": "JSON-LD </script>, ICS CRLF, CSV =: real encoders",
    "bukan-berkas": "symlink, hardlink, FIFO, /dev/zero in a district folder: lstat walk; only plain files",
    "cuplikan": "{% include %} or snippets with ../: snippets off",
    "nama-domain": "domain ../x, slug ../../.., another's domain, Cyrillic look-alike: only from the central list",
    "jenis": "_redirects, _headers, CNAME, sw.js, .exe in a district folder: allow-list of types and names",
    "timpaan": "overriding a shared health page: the shared page says whether a district may override it",
    "tabrakan": "b.md and b/index.md; case; NFC and NFD; 404, sitemap.xml, assets/: collisions and reserved names",
    "lampiran": "PDF rel=attachment to file:///…: a sealed URL fetcher",
    "pdf-jaringan": "PDF http, redirect, @import, image inside SVG; slow drip; gzip bomb: the same fetcher",
    "pdf-tautan": "PDF javascript: and file: links: scheme allow-list; check the written PDF",
    "svg-css": "SVG use bomb, CSS variable bomb, 1 px page: no district SVG or CSS; worker limits",
    "bersarang": "500 nested spans, colspan 10⁸: caps on depth and attributes, before nh3",
    "piksel": "PNG of 169 Mpx in 20 KB: pixel cap before decoding; re-encode; formats PNG, JPEG, WebP",
    "gambar": "broken image; EXIF position: refused with its name; stripped",
    "qr": "QR to a foreign host: QR only to the district's own host",
    "halaman-banyak": "3,000 pages: a cap",
    "markdown": "Markdown that hangs or crashes: a time limit a page, in the worker; the page is named",
    "banyak-daerah": "500 districts, one broken: the others are byte-identical to a run without it",
    "keluaran": "log lines and terminal output: no escape sequence reaches the terminal",
    "acara": "events, recurrences, figures without end: bounded by the schema and the day of the build",
    "cetakan": "prints, emblem, colour, lines: what a sheet can't hold is refused before it is made",
    "lapisan": "the province's folder and other languages: the same rules as in the district's own",
}
"""Each row's words, the attack before the colon and what is needed behind it. The last five are the issue's own."""


@dataclass(frozen=True)
class Case:
    """One hostile folder: how a healthy one is spoilt, and what must come of it.

    `code` is the refusal ("" when the site is built), `at` the file and line that it names; `present` must be read
    on a page, `absent` must stand in no file at all, and `markup` in none that a browser or reader of feeds reads as
    markup. `worker` is for what shows only when a sheet is laid out."""

    name: str
    row: str
    spoil: Callable[[Folder], object]
    code: str = ""
    at: str = ""
    present: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    markup: tuple[str, ...] = ()
    worker: bool = False


def quoted(value: str) -> str:
    """A value as YAML in double quotes."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\x7f")


def in_file(name: str, row: str, file: str, content: str | bytes, code: str = "", at: str = "", **more: object) -> Case:
    """A file of the folder is another one."""
    return Case(name, row, lambda f: f.write(file, content), code, at, **more)  # type: ignore[arg-type]


def value(name: str, row: str, old: str, new: str, code: str = "", at: str = "", **more: object) -> Case:
    """Other words in daerah.yml; for another file, `file=`."""
    file = str(more.pop("file", "daerah.yml"))
    return Case(name, row, lambda f: f.swap(file, old, new), code, at, **more)  # type: ignore[arg-type]


def page(name: str, row: str, body: str, code: str = "", at: str = "", **more: object) -> Case:
    """A page of the district's own with this body, which begins on line 7."""
    return Case(name, row, lambda f: f.write("halaman/uji.md", own_page(body)), code, at, **more)  # type: ignore[arg-type]


def files(
    name: str, row: str, content: Mapping[str, str | bytes], code: str = "", at: str = "", **more: object
) -> Case:
    """Some more files."""

    def spoil(folder: Folder) -> None:
        for path, data in content.items():
            folder.write(path, data)

    return Case(name, row, spoil, code, at, **more)  # type: ignore[arg-type]
