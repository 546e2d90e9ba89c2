"""`selebaran codeowners`: writes CODEOWNERS from the accounts of the central list."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from selebaran.cli.language import Language, Speaker
from selebaran.cli.options import Command
from selebaran.cli.shared_options import LANG, ROOT, found_root
from selebaran.cli.show import print_problems
from selebaran.cli.unwritable import cannot_write
from selebaran.read.districts import read_list
from selebaran.read.owners import FILE, code_owners


@click.command("codeowners", cls=Command, options_metavar="[PILIHAN]")
@LANG
@ROOT
def codeowners_command(lang: Language, root: Path | None) -> None:
    """Tulis CODEOWNERS: siapa yang diminta memeriksa perubahan, menurut akun dalam daftar pusat."""
    say = Speaker(lang)
    project = found_root(root, say)
    central, _, faults = read_list(project / "districts", "districts")
    if faults:
        print_problems(faults, say, project)
        sys.exit(1)
    path = project / FILE
    try:
        path.write_bytes(code_owners(central).encode())
    except OSError as error:
        cannot_write(path, error, say)
    print(say("ditulis: {berkas}", berkas=path))
    if not central.keepers:
        print(say("belum ada 'penjaga' dalam daftar pusat: berkas bersama belum punya pemilik"))
