"""`selebaran new`: makes the folder of a district, with all that the table of regions tells of it, to be filled."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import NoReturn

import click

from selebaran.cli.campaign import found_kinds
from selebaran.cli.language import Language, Speaker
from selebaran.cli.options import Command, fail
from selebaran.cli.shared_options import LANG, ROOT, found_root, slugs_of
from selebaran.cli.show import problem_text
from selebaran.cli.unwritable import cannot_write
from selebaran.model.district import ListedDistrict
from selebaran.model.region import Region, folded
from selebaran.read.central_list import with_slug
from selebaran.read.districts import LIST, read_list
from selebaran.read.regions import nearest_region, regions
from selebaran.read.skeleton import MUST, skeletons
from selebaran.words.near import nearest_slug

DISTRICTS = "districts"
PICTURES = "gambar"
KEPT = ".gitkeep"
"""Stands in the empty folder of pictures, which git would forget otherwise."""
MANY = 9
"""As many regions of one name are told."""


@click.command("new", cls=Command, options_metavar="[PILIHAN]")
@click.argument("name", nargs=-1, required=True, metavar="DAERAH", shell_complete=slugs_of)
@LANG
@ROOT
def new_command(name: tuple[str, ...], lang: Language, root: Path | None) -> None:
    """Buat folder daerah baru, dengan penjelasan di setiap isian.

    DAERAH adalah kode Kemendagri, nama, atau slug dari daftar pusat: 36.04, Kabupaten Serang, kab-serang. Berkas yang
    sudah ada tidak diubah."""
    say = Speaker(lang)
    project = found_root(root, say)
    listed, region = _wanted(" ".join(name), _central_list(project / DISTRICTS, say), say)
    below = regions().subdistricts(region.code[:5]) if region else ()
    texts = skeletons(listed.slug, listed.domain, found_kinds(project, say), region, below)
    files = {f"{listed.slug}/{file}": text for file, text in texts.items()}
    files[f"{listed.slug}/{PICTURES}/{KEPT}"] = ""
    _note(project / DISTRICTS / LIST, listed.slug, say)
    made = 0
    for file, text in files.items():
        shown = f"{DISTRICTS}/{file}".removesuffix(KEPT)
        if _write(project / DISTRICTS / file, text, say):
            made += 1
            print(say("dibuat: {berkas}", berkas=shown))
        else:
            print(say("sudah ada, tidak diubah: {berkas}", berkas=shown))
    if not made:
        fail(say("tidak ada yang dibuat: folder '{slug}' sudah lengkap", slug=listed.slug), 2)
    print(_next_step(listed.slug, region, say))


def _next_step(slug: str, region: Region | None, say: Speaker) -> str:
    file = f"{DISTRICTS}/{slug}/daerah.yml"
    if region:
        return say(
            "berikutnya: periksa dan lengkapi {berkas}, lalu jalankan: selebaran check {slug}", berkas=file, slug=slug
        )
    return say(
        "berikutnya: isi baris di bawah tanda {tanda} di {berkas}, lalu jalankan: selebaran check {slug}",
        tanda=MUST,
        berkas=file,
        slug=slug,
    )


def _central_list(folder: Path, say: Speaker) -> tuple[ListedDistrict, ...]:
    """The central list; ends with its faults where it has any."""
    central, _, problems = read_list(folder, DISTRICTS)
    for problem in problems:
        print(problem_text(problem, say), file=sys.stderr)
    if problems:
        sys.exit(1)
    return central.districts


def _wanted(text: str, listed: tuple[ListedDistrict, ...], say: Speaker) -> tuple[ListedDistrict, Region | None]:
    """The district that somebody means, as the central list has it or will have it, and its region; ends with what
    else it may be."""
    table = regions()
    found = next((entry for entry in listed if entry.slug == text), None)
    meant = table.of_slug(text) if found else table.called(text)
    if found:
        return found, meant[0] if len(meant) == 1 else None
    if not meant:
        _unknown(text, listed, say)
    if len(meant) > 1:
        _ambiguous(text, meant, say)
    region = meant[0]
    there = (entry for entry in listed if folded(entry.slug) == folded(region.slug))
    return next(there, ListedDistrict.model_validate({"slug": region.slug})), region


def _unknown(text: str, listed: tuple[ListedDistrict, ...], say: Speaker) -> NoReturn:
    told = say("'{isi}' bukan kode, nama, atau slug daerah", isi=text)
    near = nearest_region(text)
    maksud = nearest_slug(text, [entry.slug for entry in listed])
    if near:
        names_kind = text.lower().startswith(("kab", "kota"))
        maksud = near.slug if "-" in text else near.full_name if names_kind else near.name
    if maksud:
        told += "; " + say("maksudnya '{maksud}'?", maksud=maksud)
    fail(f"{told}\n{say('kode dan nama ada di tabel wilayah; daerah buatan ditambahkan di districts/_daftar.yml')}", 2)


def _ambiguous(text: str, meant: tuple[Region, ...], say: Speaker) -> NoReturn:
    told = [say("'{isi}' nama {banyak} daerah; sebut kodenya:", isi=text, banyak=len(meant))]
    told += [f"  selebaran new {one.code}  {one.full_name}, {one.parent or one.province}" for one in meant[:MANY]]
    fail("\n".join(told), 2)


def _note(path: Path, slug: str, say: Speaker) -> None:
    """Write a slug into the central list, unless it stands there."""
    if any(entry.slug == slug for entry in _central_list(path.parent, say)):
        return
    file = f"{DISTRICTS}/{LIST}"
    longer = with_slug(path.read_bytes().decode("utf-8"), file, slug)
    if longer is None:
        fail(say("tambahkan '- slug: {slug}' ke {berkas}, lalu jalankan lagi", slug=slug, berkas=file), 2)
    try:
        path.write_bytes(longer.encode("utf-8"))
    except OSError as error:
        cannot_write(path, error, say)
    print(say("dicatat: {slug} di {berkas}", slug=slug, berkas=file))


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
