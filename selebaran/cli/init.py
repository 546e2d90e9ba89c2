"""`selebaran init`: makes the folder of a new campaign, which builds as it is."""

from __future__ import annotations

import os
import re
import shlex
from pathlib import Path

import click

from selebaran.cli.language import Language, Speaker
from selebaran.cli.options import Command, fail
from selebaran.cli.schema import schema_command
from selebaran.cli.shared_options import LANG, day_given
from selebaran.cli.unwritable import cannot_write, write_new
from selebaran.read.starter import DISTRICT, NAME, starter

SPEAKABLE = re.compile(r"[^\W_][\w .,'’()/&-]{0,39}")
"""A name that needs no quotes, wherever it stands: in YAML, on a page, on paper."""


@click.command("init", cls=Command, options_metavar="[PILIHAN]")
@click.argument("folder", metavar="FOLDER", type=click.Path(path_type=Path))
@click.option("--nama", default=NAME, metavar="NAMA", help=f"Nama kampanye. Tanpa ini: {NAME}.")
@LANG
@click.pass_context
def init_command(context: click.Context, folder: Path, nama: str, lang: Language) -> None:
    """Mulai kampanye baru: folder dengan satu contoh kecil yang langsung dapat dibangun.

    FOLDER harus belum ada, atau kosong. Tidak ada berkas yang ditimpa."""
    say = Speaker(lang)
    name = _name(nama, say)
    _refuse_used(folder, say)
    files = starter(name, day_given(None, say))
    for place, text in files.items():
        write_new(folder / place, text, say)
    print(
        say("kampanye '{nama}' dibuat di {folder}: {banyak} berkas", nama=name, folder=str(folder), banyak=len(files))
    )
    context.invoke(schema_command, out=None, lang=lang, root=folder)
    print(say("berikutnya, lihat hasilnya:"))
    print(f"  cd {shlex.quote(str(folder))}\n  selebaran serve {DISTRICT}")
    print(say("lalu baca {berkas}: tiga langkah berikutnya", berkas=str(folder / "BACA-SAYA.md")))


def _name(given: str, say: Speaker) -> str:
    """The campaign's name; ends with code 2 where it can't be one."""
    name = " ".join(given.split())
    if not SPEAKABLE.fullmatch(name):
        fault = say("nama kampanye '{nama}' tidak dapat dipakai", nama=given)
        cure = say(
            "pakai huruf, angka, dan spasi, paling banyak 40 huruf; contoh: --nama {contoh}", contoh='"Cegah DBD"'
        )
        fail(f"{fault}\n  {say('saran')}: {cure}", 2)
    return name


def _refuse_used(folder: Path, say: Speaker) -> None:
    """Ends with code 2 where something is in the folder already, or in its place."""
    try:
        used = os.path.lexists(folder) and (not folder.is_dir() or any(folder.iterdir()))
    except OSError as error:
        cannot_write(folder, error, say)
    if used:
        fault = say("tidak ada yang dibuat: '{folder}' sudah ada dan tidak kosong", folder=str(folder))
        fail(f"{fault}\n  {say('saran')}: {say('sebut folder baru; isi folder ini tidak diubah')}", 2)
