"""`selebaran facts call`: the script for an hour on the telephone, and the table that is filled in with it."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from selebaran.cli.language import Language, Speaker
from selebaran.cli.options import Command
from selebaran.cli.script import PAGES, script_pdf
from selebaran.cli.shared_options import AS_OF, LANG, ROOT, day_given, found_root
from selebaran.cli.show import print_problems
from selebaran.cli.sound import sound_facts
from selebaran.cli.unwritable import cannot_write
from selebaran.compose.template.engine import TemplateFault
from selebaran.desk.answer_file import answer_text
from selebaran.desk.call import Call, call_of
from selebaran.desk.workbook import workbook_bytes
from selebaran.press.pdf import read_pdf
from selebaran.publish.report.record import FOLDER

CALLS = "telepon"
STEM = "jam-petugas"


@click.command("call", cls=Command, options_metavar="[PILIHAN]")
@click.option("--out", type=click.Path(path_type=Path), metavar="FOLDER", help="Tempat naskah. Biasanya dist/laporan/.")
@click.option(
    "--pdf",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="BERKAS",
    help="Nama naskahnya; tabelnya di sebelahnya.",
)
@click.option("--semua", is_flag=True, help="Tanyakan semua fakta, juga yang belum waktunya.")
@AS_OF
@LANG
@ROOT
def call_command(
    out: Path | None, pdf: Path | None, semua: bool, as_of: str | None, lang: Language, root: Path | None
) -> None:
    """Buat naskah telepon dua halaman untuk fakta yang harus diperiksa, dan tabel untuk jawabannya.

    Isi tabelnya (.xlsx atau .yml), lalu: selebaran facts recheck --from TABEL"""
    say = Speaker(lang)
    project = found_root(root, say)
    registry = sound_facts(project, say)
    call = call_of(registry, day_given(as_of, say), every=semua)
    if not call.count:
        print(say("tidak ada fakta yang harus ditanyakan"))
        return
    try:
        script = script_pdf(call, registry, project / ".cache")
    except TemplateFault as fault:
        print_problems((fault.problem,), say, project)
        sys.exit(1)
    target = pdf or (out or project / "dist" / FOLDER) / CALLS / f"{STEM}-{call.day.isoformat()}.pdf"
    _write(target, script, call, say)
    told = {group.name: len(group.questions) for group in call.groups}
    for name, count in told.items():
        print(f"  {name}: {count}")
    pages = len(read_pdf(script).trims)
    print(say("{fakta} fakta di {halaman} halaman", fakta=call.count, halaman=pages))
    if pages > PAGES:
        print(say("lebih dari {batas} halaman: terlalu banyak fakta untuk satu naskah", batas=PAGES), file=sys.stderr)


def _write(target: Path, script: bytes, call: Call, say: Speaker) -> None:
    """The script and both tables, side by side; a table that is there already may be filled in, and stays. Ends with
    code 3 where they can't be written."""
    tables = {
        target.with_suffix(".xlsx"): workbook_bytes(call),
        target.with_suffix(".yml"): answer_text(call).encode(),
    }
    kept = [path for path in tables if path.exists()]
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(script)
        for path in tables.keys() - set(kept):
            path.write_bytes(tables[path])
    except OSError as error:
        cannot_write(target, error, say)
    print(say("naskah: {berkas}", berkas=target))
    for path in tables:
        print(say("tabel: {berkas}", berkas=path))
    for path in kept:
        print(say("{berkas} sudah ada, dan tidak ditimpa", berkas=path), file=sys.stderr)
