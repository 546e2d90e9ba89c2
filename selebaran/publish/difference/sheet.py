"""Changes -> one HTML file that opens from the disk: no script, nothing loaded, at most ten megabytes.

It is for people who decide about a change: what each page and sheet said and says, with pictures, and which papers out
there are no longer true.
"""

from __future__ import annotations

import base64
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html import escape
from pathlib import Path

from PIL.Image import Image

from selebaran.publish.difference.outputs import Changed, Edition, FactChange, SiteChange
from selebaran.publish.difference.pictures import cut, packed, picture_of_page, picture_of_sheet
from selebaran.publish.difference.revisions import Reach
from selebaran.publish.difference.touched import Touched
from selebaran.publish.layout import root_of
from selebaran.publish.provenance import FactSeen

MOST_BYTES = 7_000_000
"""Bytes of pictures; written as text they take a third more."""
PICTURED = 6
"""Pages of a site that are drawn; of the others the text is shown."""
OPEN_LINES = 40
HIDDEN = "Di gambar terlihat sama: yang berubah ada di bagian yang tertutup, atau jauh di bawah."
STYLE = """
body{font:16px/1.5 system-ui,sans-serif;color:#14161b;background:#fff;max-width:76rem;margin:0 auto;padding:1rem}
h1{font-size:1.6rem}h2{font-size:1.3rem;border-top:2px solid #14161b;padding-top:.6rem;margin-top:2.4rem}
h3{font-size:1.05rem;margin:1.6rem 0 .3rem}code{font-size:.95em}
table{border-collapse:collapse}td,th{border:1px solid #b9bec9;padding:.25rem .6rem;text-align:left;vertical-align:top}
.beda{font-family:ui-monospace,monospace;font-size:.9rem;border:1px solid #b9bec9;overflow-wrap:anywhere}
.beda div{padding:.1rem .5rem}.lama{background:#fde8e6}.baru{background:#e3f4e5}.sama{color:#5b6270}
.lama::before{content:"− "}.baru::before{content:"+ "}.sama::before{content:"  "}
.dua{display:flex;gap:1rem;margin:.6rem 0}.dua figure{margin:0;flex:1 1 0;min-width:0}
.dua img{max-width:100%;border:1px solid #b9bec9}figcaption{font-size:.85rem;color:#5b6270}
.boleh{white-space:pre-line;border-left:4px solid #14161b;padding-left:.8rem;overflow-wrap:anywhere}
.ket{color:#5b6270;font-size:.9rem}
@media print{.dua{break-inside:avoid}}
"""


@dataclass(frozen=True)
class Sides:
    """The two outputs, what they are called, and how pages are drawn."""

    before: Path
    after: Path
    called: tuple[str, str]
    browser: str | None


class DifferenceFile:
    """Writes the file."""

    def __init__(self, sides: Sides, step: Callable[[str], None]) -> None:
        self._sides = sides
        self._step = step
        self._bytes = 0
        self.undrawn = 0
        """Pages and sheets of which no picture is shown, for want of room, time, or a browser."""

    def text(
        self, changes: tuple[SiteChange, ...], others: tuple[str, ...], reach: Reach | None, may: tuple[str, ...] = ()
    ) -> str:
        """The whole file. `others` are sites that differ, too, and aren't shown; `may` says whether who asks for the
        change may make it."""
        told = "".join(f'<p class="boleh">{escape(line)}</p>' for line in may)
        head = self._head(changes, others, reach)
        body = "".join((told, *head, *(part for one in changes for part in self._site(one))))
        title = f"Sebelum dan sesudah: {escape(' → '.join(self._sides.called))}"
        left = "" if not self.undrawn else f'<p class="ket">{self.undrawn} halaman atau lembar tanpa gambar.</p>'
        return (
            '<!doctype html><html lang="id"><head><meta charset="utf-8">'
            '<meta name="viewport" content="width=device-width,initial-scale=1">'
            '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; img-src data:; '
            "style-src 'unsafe-inline'\">"
            f"<title>{title}</title><style>{STYLE}</style></head><body><h1>{title}</h1>{body}{left}</body></html>\n"
        )

    def _head(self, changes: tuple[SiteChange, ...], others: tuple[str, ...], reach: Reach | None) -> Iterator[str]:
        yield from (f"<p>{escape(line)}</p>" for line in told_of(reach))
        rows = [
            f"<tr><td><a href='#{escape(one.slug)}'>{escape(one.slug)}</a></td><td>{len(one.pages)}</td>"
            f"<td>{len(one.sheets)}</td><td>{len(one.old_paper)}</td></tr>"
            for one in changes
        ]
        if rows:
            head = (
                "<tr><th>Daerah</th><th>Halaman</th><th>Lembar</th><th>Kertas beredar yang tidak benar lagi</th></tr>"
            )
            yield f"<table>{head}{''.join(rows)}</table>"
        else:
            yield "<p>Tidak ada halaman atau lembar yang berubah.</p>"
        if others:
            yield f"<p>Juga berubah, tidak ditunjukkan: {escape(', '.join(others))}.</p>"
        if reach and reach.papers:
            yield f"<h3>Edisi di kertas yang menyebut fakta yang berubah ({len(reach.papers)})</h3>"
            yield _papers(tuple(reach.papers))
        if self._sides.browser is None:
            yield '<p class="ket">Komputer ini tidak punya Chromium: halaman ditunjukkan teksnya saja.</p>'

    def _site(self, change: SiteChange) -> Iterator[str]:
        yield f'<h2 id="{escape(change.slug)}">{escape(change.slug)} <code>{escape(change.host)}</code></h2>'
        yield from _tables(change)
        changed = frozenset(fact.name for fact in change.facts)
        for sheet in change.sheets:
            yield from self._changed(sheet, self._sheet(sheet), "Lembar", changed)
        read = [page for page in change.pages if page.lines]
        for number, page in enumerate(sorted(read, key=lambda one: ("/" in one.path.strip("/"), one.path))):
            pictures = self._page(change.host, page) if number < PICTURED else None
            yield from self._changed(page, pictures, "Halaman", changed)
        yield _silent([page.path or "/" for page in change.pages if not page.lines])

    def _changed(self, one: Changed, pictures: str | None, kind: str, facts: frozenset[str]) -> Iterator[str]:
        self._step(one.path)
        state = " (baru)" if one.before is None else " (tidak ada lagi)" if one.after is None else ""
        yield f"<h3>{kind} <code>/{escape(one.path)}</code>{state}</h3>"
        if one.files > 1:
            yield f'<p class="ket">Berubah dalam {one.files} bentuk.</p>'
        if told := facts & one.facts:
            yield f'<p class="ket">Fakta yang berubah: {escape(", ".join(sorted(told)))}</p>'
        marks = {"-": "lama", "+": "baru", " ": "sama"}
        lines = "".join(f'<div class="{marks[line.mark]}">{escape(line.text)}</div>' for line in one.lines)
        if lines and len(one.lines) > OPEN_LINES:
            yield f"<details><summary>{len(one.lines)} baris</summary><div class=beda>{lines}</div></details>"
        elif lines:
            yield f"<div class=beda>{lines}</div>"
        if pictures is None:
            self.undrawn += 1
        else:
            yield pictures

    def _page(self, host: str, page: Changed) -> str | None:
        """Pictures of a page before and after; None where there are none."""
        browser, sides = self._sides.browser, self._sides
        if browser is None or self._bytes > MOST_BYTES:
            return None
        there = ((sides.before, page.before), (sides.after, page.after))
        drawn = [picture_of_page(browser, root_of(out, host), page.path) if path else None for out, path in there]
        return self._beside(drawn[0], drawn[1]) if any(drawn) else None

    def _sheet(self, sheet: Changed) -> str | None:
        if self._bytes > MOST_BYTES:
            return None
        drawn = [picture_of_sheet(path.read_bytes()) if path else None for path in (sheet.before, sheet.after)]
        return self._beside(drawn[0], drawn[1])

    def _beside(self, before: Image | None, after: Image | None) -> str:
        """Two pictures beside each other, cut to where they differ; one alone where the other is none."""
        if before and after:
            found = cut(before, after)
            if found is None:
                return f'<p class="ket">{HIDDEN}</p>'
            before, after = found
        shown = ((before, "Sebelum"), (after, "Sesudah"))
        figures = "".join(self._figure(picture, called) for picture, called in shown if picture)
        return f"<div class=dua>{figures}</div>"

    def _figure(self, picture: Image, called: str) -> str:
        content = packed(picture)
        self._bytes += len(content)
        data = base64.b64encode(content).decode()
        image = f'<img alt="{called}" src="data:image/webp;base64,{data}">'
        return f"<figure>{image}<figcaption>{called}</figcaption></figure>"


def told_of(reach: Reach | None) -> list[str]:
    """What a change touches, in sentences."""
    if reach is None:
        return []
    found = []
    if reach.own:
        found.append(f"Folder {len(reach.own)} daerah berubah: {', '.join(reach.own)}.")
    if reach.gone:
        found.append(
            f"Daerah yang tidak ada lagi: {', '.join(reach.gone)}. Yang berganti nama tampil sebagai daerah baru."
        )
    if reach.is_shared:
        found.append(f"Yang dipakai bersama berubah, jadi semua {reach.districts} daerah dapat berubah.")
        found += _listed(reach.touched)
    if reach.is_program:
        found.append("Program juga berubah. Kedua sisi dibuat dengan program yang terpasang di sini.")
    if reach.facts:
        found.append(f"Fakta yang isinya berubah: {', '.join(reach.facts)}.")
    shown = ", ".join(reach.shown) or "tidak ada, sebab isinya tidak berubah"
    found.append(
        f"Ditunjukkan dengan gambar, mewakili yang lain: {shown}." if reach.is_shared else f"Ditunjukkan: {shown}."
    )
    return found


def _listed(touched: Touched) -> Iterator[str]:
    """What may be another in all districts."""
    for kind, every, names in (
        ("Halaman", touched.every_page, touched.pages),
        ("Lembar", touched.every_sheet, touched.sheets),
    ):
        if every:
            yield f"{kind} yang dapat berubah di tiap daerah: semuanya."
        elif names:
            yield f"{kind} yang dapat berubah di tiap daerah ({len(names)}): {', '.join(names)}."
    if touched.own:
        files = ", ".join(file for _, file in touched.own)
        yield f"Naskah {len({slug for slug, _ in touched.own})} daerah sendiri yang juga menyebutnya: {files}."


def _tables(change: SiteChange) -> Iterator[str]:
    """Facts, codes, and papers that are no longer true, where there are any."""
    if change.facts:
        yield "<h3>Fakta</h3><table><tr><th>Fakta</th><th>Sebelum</th><th>Sesudah</th></tr>"
        yield f"{''.join(map(_fact, change.facts))}</table>"
    if change.editions:
        yield "<h3>Kode edisi</h3><table><tr><th>Lembar</th><th>Sebelum</th><th>Sesudah</th></tr>"
        rows = ((edition.piece, edition.before or "–", edition.after or "–") for edition in change.editions)
        yield f"{''.join(map(_row, rows))}</table>"
    if change.old_paper:
        yield f"<h3>Kertas beredar yang tidak benar lagi ({len(change.old_paper)})</h3>"
        yield _papers(tuple((change.slug, edition) for edition in change.old_paper))


def _row(cells: tuple[str, ...]) -> str:
    return f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in cells)}</tr>"


def _silent(pages: list[str]) -> str:
    """What is said of pages that read as they did."""
    some = escape(", ".join(pages[:5]))
    told = f"Teksnya tetap, kodenya berubah: {len(pages)} halaman, misalnya {some}."
    return f'<p class="ket">{told}</p>' if pages else ""


def _papers(papers: tuple[tuple[str, Edition], ...]) -> str:
    rows = "".join(
        f"<tr><td>{escape(slug)}</td><td>{escape(edition.piece)}</td><td><code>{escape(edition.before)}</code></td>"
        f"<td>{escape(edition.after)}</td></tr>"
        for slug, edition in papers
    )
    return f"<table><tr><th>Daerah</th><th>Lembar</th><th>Kode</th><th>Yang berubah</th></tr>{rows}</table>"


def _fact(change: FactChange) -> str:
    sides = (change.before, change.after)
    return f"<tr><td>{escape(change.name)}</td>{''.join(f'<td>{_seen(side)}</td>' for side in sides)}</tr>"


def _seen(seen: FactSeen | None) -> str:
    if seen is None:
        return "–"
    stated = "<br>".join(f"{escape(name)}: {escape(value)}" for name, value in seen.stated.items())
    days = f"sumber {seen.as_of or '–'}, diperiksa {seen.checked_on or '–'}, periksa lagi {seen.check_again or '–'}"
    return f'{stated}<br><span class="ket">{days}</span>'
