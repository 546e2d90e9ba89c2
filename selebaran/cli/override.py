"""`selebaran override`: begins an override of shared text, or says yes to a shared text that has changed since."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import click

from selebaran.cli.language import Language, Speaker
from selebaran.cli.options import Command, fail, known_slugs
from selebaran.cli.shared_options import LANG, ROOT, SLUG, found_root
from selebaran.cli.sound import whole_registry
from selebaran.cli.unwritable import cannot_write
from selebaran.compose.page.overrides import original
from selebaran.model.page import HEAD, PageSource
from selebaran.model.registry import Registry
from selebaran.read.own_text import BASE, OVERRIDES
from selebaran.words.near import nearest


@click.command("override", cls=Command, options_metavar="[PILIHAN]")
@SLUG
@click.argument("target", metavar="HALAMAN[#BAGIAN]")
@click.option("--terima", is_flag=True, help="Naskah bersama yang baru sudah dibaca; isi timpaan tetap.")
@LANG
@ROOT
def override_command(slug: str, target: str, terima: bool, lang: Language, root: Path | None) -> None:
    """Mulai menimpa satu bagian naskah bersama untuk satu daerah. Contoh: daftar#syarat."""
    say = Speaker(lang)
    project = found_root(root, say)
    registry = whole_registry(project, say)
    known_slugs((slug,), registry, say)
    name, _, block = target.partition("#")
    source = _page(name, registry, say)
    base = _original(source, block, target, say)
    folder = project / "districts" / slug / OVERRIDES
    path = folder / name / f"{block}.md" if block else folder / f"{name}.md"
    kept = path.with_name(f"{path.stem}{BASE}")
    if path.exists() != terima:
        text = say("timpaan itu sudah ada; untuk menerima naskah baru pakai --terima: {berkas}", berkas=path)
        fail(text if path.exists() else say("timpaan itu belum ada: {berkas}", berkas=path), 2)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        kept.write_text(base, "utf-8")
        if not terima:
            path.write_text(_begun(source, block), "utf-8")
    except OSError as error:
        cannot_write(path, error, say)
    for made in (path, kept):
        print(say("ditulis: {berkas}", berkas=made))
    if not terima:
        print(say("isi 'oleh' dan 'alasan', ubah naskahnya, lalu: selebaran check {slug}", slug=slug))


def _page(name: str, registry: Registry, say: Speaker) -> PageSource:
    pages = {page.slug: page for page in registry.pages}
    if name not in pages:
        text = say("tidak ada halaman atau lembar '{nama}'", nama=name)
        if maksud := nearest(name, pages):
            text += "; " + say("maksudnya '{maksud}'?", maksud=maksud)
        fail(text, 2)
    return pages[name]


def _original(source: PageSource, block: str, target: str, say: Speaker) -> str:
    """The shared text to be kept beside the override; ends with code 2 where there is none, or none to be changed."""
    base = original(source, block)
    if base is None:
        known = [HEAD, *(segment.block for segment in source.segments if segment.block)]
        text = say("halaman '{halaman}' tidak punya bagian '{bagian}'", halaman=source.slug, bagian=block)
        if maksud := nearest(block, known):
            text += "; " + say("maksudnya '{maksud}'?", maksud=maksud)
        fail(text, 2)
    if not source.is_overridable(block):
        allowed = ", ".join(source.overridable_blocks) or "–"
        fail(say("'{bagian}' tidak boleh ditimpa; yang boleh: {boleh}", bagian=target, boleh=allowed), 2)
    return base


def _begun(source: PageSource, block: str) -> str:
    head = ["---", "oleh:", f"tanggal: {datetime.now(UTC).date().isoformat()}", "alasan:"]
    if block in ("", HEAD):
        head += ["# judul:", "# ringkas:"]
    rows = [*head, "---"]
    if block != HEAD:
        rows += [
            "",
            "Tulis di sini. Judul bagiannya tetap. Tanda {{ }} tidak dibaca di sini: tulis kata dan angkanya.",
            "",
        ]
    return "\n".join(rows) + "\n"
