"""`selebaran new`: makes the folder of a district that the central list knows, to be filled."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from selebaran.cli.campaign import found_kinds
from selebaran.cli.language import Language, Speaker
from selebaran.cli.options import Command, fail
from selebaran.cli.shared_options import LANG, ROOT, SLUG, found_root
from selebaran.cli.show import problem_text
from selebaran.cli.unwritable import cannot_write
from selebaran.model.district import ListedDistrict
from selebaran.read.districts import read_list
from selebaran.read.skeleton import MUST, skeletons
from selebaran.words.near import nearest

DISTRICTS = "districts"
PICTURES = "gambar"
KEPT = ".gitkeep"
"""Stands in the empty folder of pictures, which git would forget otherwise."""


@click.command("new", cls=Command, options_metavar="[PILIHAN]")
@SLUG
@LANG
@ROOT
def new_command(slug: str, lang: Language, root: Path | None) -> None:
    """Buat folder daerah baru, dengan penjelasan di setiap isian.

    SLUG harus ada dalam daftar pusat. Berkas yang sudah ada tidak diubah."""
    say = Speaker(lang)
    project = found_root(root, say)
    listed = _listed(slug, project / DISTRICTS, say)
    texts = skeletons(listed.slug, listed.domain, found_kinds(project, say))
    files = {f"{listed.slug}/{name}": text for name, text in texts.items()}
    files[f"{listed.slug}/{PICTURES}/{KEPT}"] = ""
    made = 0
    for name, text in files.items():
        shown = f"{DISTRICTS}/{name}".removesuffix(KEPT)
        if _write(project / DISTRICTS / name, text, say):
            made += 1
            print(say("dibuat: {berkas}", berkas=shown))
        else:
            print(say("sudah ada, tidak diubah: {berkas}", berkas=shown))
    if not made:
        fail(say("tidak ada yang dibuat: folder '{slug}' sudah lengkap", slug=listed.slug), 2)
    print(
        say(
            "berikutnya: isi baris di bawah tanda {tanda} di {berkas}, lalu jalankan: selebaran check {slug}",
            tanda=MUST,
            berkas=f"{DISTRICTS}/{listed.slug}/daerah.yml",
            slug=listed.slug,
        )
    )


def _listed(slug: str, folder: Path, say: Speaker) -> ListedDistrict:
    """The district's line in the central list; ends with the reason where there is none."""
    listed, _, problems = read_list(folder, DISTRICTS)
    for problem in problems:
        print(problem_text(problem, say), file=sys.stderr)
    if problems:
        sys.exit(1)
    found = next((entry for entry in listed if entry.slug == slug), None)
    if found is None:
        text = say("'{slug}' tidak ada dalam daftar pusat", slug=slug)
        if maksud := nearest(slug, [entry.slug for entry in listed]):
            text += "; " + say("maksudnya '{maksud}'?", maksud=maksud)
        fail(f"{text}\n{say('daerah baru ditambahkan oleh penjaga pusat, di districts/_daftar.yml')}", 2)
    return found


def _write(path: Path, text: str, say: Speaker) -> bool:
    """Write a new file; False where something has its name already, which stays as it is."""
    if os.path.lexists(path.parent if path.name == KEPT else path):
        return False
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        return False
    except OSError as error:
        cannot_write(path, error, say)
    return True
