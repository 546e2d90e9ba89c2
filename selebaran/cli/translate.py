"""`selebaran translate`: pages as sheets for a translator, in Word or Markdown; `selebaran intake` takes them back."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Literal

import click

from selebaran.cli.language import Language, Speaker
from selebaran.cli.options import Command, fail
from selebaran.cli.shared_options import LANG, ROOT, found_root, slugs_of
from selebaran.cli.sound import whole_registry
from selebaran.cli.translated_pages import Original, originals
from selebaran.cli.unwritable import cannot_write
from selebaran.compose.template.formats import fact_value
from selebaran.desk.translation import Sheet, given_in, source_of
from selebaran.desk.translation_markdown import markdown_sheet
from selebaran.desk.translation_word import word_sheet
from selebaran.model.registry import Registry
from selebaran.read.text import read_raw
from selebaran.words.near import nearest


@click.command("translate", cls=Command, options_metavar="[PILIHAN]")
@click.argument("code", metavar="KODE")
@click.argument("names", nargs=-1, required=True, metavar="HALAMAN...")
@click.option(
    "--district", metavar="SLUG", shell_complete=slugs_of, help="Halaman milik daerah ini, bukan halaman bersama."
)
@click.option(
    "--format", "form", type=click.Choice(["docx", "md"]), default="docx", help="Word (docx), atau Markdown (md)."
)
@click.option(
    "--out", type=click.Path(path_type=Path), metavar="FOLDER", help="Tempat lembarnya. Tanpa ini: folder ini."
)
@LANG
@ROOT
def translate_command(
    code: str,
    names: tuple[str, ...],
    district: str | None,
    form: Literal["docx", "md"],
    out: Path | None,
    lang: Language,
    root: Path | None,
) -> None:
    """Buat lembar terjemahan satu halaman atau lebih, untuk Word atau sebagai Markdown. KODE adalah kode bahasanya.

    Sesudah diterjemahkan dan ditinjau: selebaran intake BERKAS"""
    say = Speaker(lang)
    project = found_root(root, say)
    registry = whole_registry(project, say)
    _known_language(code, registry, say)
    there = originals(registry, district or "", project, say)
    _known_pages(names, there, say)
    folder = _folder(out or Path(), say)
    targets = {name: folder / f"{name.replace('/', '-')}.{code}.{form}" for name in names}
    for target in targets.values():
        if target.exists():
            fail(say("{berkas} sudah ada, dan tidak ditimpa", berkas=target), 2)
    values = {name: str(fact_value(value)) for name, (_, value) in registry.facts.by_name.items()}
    for name, target in targets.items():
        sheet = _sheet(there[name], code, district or "", registry, project)
        _write(target, word_sheet(sheet, values) if form == "docx" else markdown_sheet(sheet, values).encode(), say)
    print(say("sesudah diisi: selebaran intake {berkas}", berkas=" ".join(map(str, targets.values()))))


def _folder(out: Path, say: Speaker) -> Path:
    """The folder that was named. Ends with code 2 where it has the name of a file, as for `selebaran workbook`."""
    if out.suffix in (".docx", ".md") and not out.is_dir():
        text = say("'{nama}' nama berkas, padahal di sini --out menyebut folder", nama=out)
        fail(f"{text}\n  {say('saran')}: --out {out.parent}", 2)
    return out


def _write(target: Path, body: bytes, say: Speaker) -> None:
    """Write a sheet and say so; end with code 3 where that can't be."""
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(body)
    except OSError as error:
        cannot_write(target, error, say)
    print(say("ditulis: {berkas}", berkas=target))


def _known_language(code: str, registry: Registry, say: Speaker) -> None:
    """End with code 2 where the campaign has no such language."""
    languages = registry.campaign.languages
    if code in languages:
        return
    named = {one.name.casefold(): key for key, one in languages.items()}
    text = say("bahasa '{kode}' tidak dikenal", kode=code)
    if meant := named.get(code.casefold()) or nearest(code, languages, 0.5):
        text += "; " + say("maksudnya '{maksud}'?", maksud=meant)
    cure = say("tambahkan ke 'bahasa' di content/kampanye.yml; yang dikenal: {semua}", semua=", ".join(languages))
    fail(f"{text}\n  {say('saran')}: {cure}", 2)


def _known_pages(names: tuple[str, ...], there: Mapping[str, Original], say: Speaker) -> None:
    """End with code 2 and every name of a page that isn't there."""
    unknown = [name for name in names if name not in there]
    for name in unknown:
        text = say("tidak ada halaman '{nama}'", nama=name)
        if meant := nearest(name, there):
            text += "; " + say("maksudnya '{maksud}'?", maksud=meant)
        print(text, file=sys.stderr)
    if unknown:
        sys.exit(2)


def _sheet(original: Original, code: str, district: str, registry: Registry, project: Path) -> Sheet:
    """A page's sheet, filled with the translation that there is, where that is built as the page is."""
    path = project / original.into(code)
    other = source_of(read_raw(path).decode()) if path.is_file() else None
    return Sheet(
        original.page.slug,
        str(original.source.head.get("judul", original.page.slug)),
        code,
        registry.campaign.languages[code].name,
        original.fingerprint,
        district,
        original.source.units,
        given_in(original.source, other),
        str(other.head.get("peninjau") or "") if other else "",
    )
