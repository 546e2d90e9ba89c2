"""`selebaran intake`: what somebody filled in becomes files of a district, once its difference was seen."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

import click

from selebaran.cli.agreed import agreed, difference, refuse_layout
from selebaran.cli.district_files import found_district
from selebaran.cli.language import Language, Speaker
from selebaran.cli.look import problems_of
from selebaran.cli.options import Command, fail
from selebaran.cli.shared_options import LANG, ROOT, found_root, slugs_of
from selebaran.cli.show import print_problems
from selebaran.cli.unwritable import replace_all, told_without_trace
from selebaran.desk.changes import told
from selebaran.desk.district_files import District
from selebaran.desk.form_intake import proposed
from selebaran.desk.form_text import is_form_text, sent_in, slugs_in
from selebaran.desk.hostile import MAX_FILE
from selebaran.desk.intake import READERS, read_table
from selebaran.desk.tables import Tables
from selebaran.read.project import read_project
from selebaran.read.splice import UnusualLayout


@click.command("intake", cls=Command, options_metavar="[PILIHAN]")
@click.argument("files", nargs=-1, required=True, metavar="BERKAS...", type=click.Path(path_type=Path))
@click.option(
    "--district", metavar="SLUG", shell_complete=slugs_of, help="Daerahnya, bila tidak tertulis di lembar kerja."
)
@click.option("--dry-run", is_flag=True, help="Tunjukkan saja apa yang berubah.")
@click.option("--yes", is_flag=True, help="Tulis tanpa bertanya lagi.")
@LANG
@ROOT
def intake_command(
    files: tuple[Path, ...], district: str | None, dry_run: bool, yes: bool, lang: Language, root: Path | None
) -> None:
    """Masukkan lembar kerja atau tabel yang sudah diisi (.xlsx, .ods, .csv) ke berkas daerah.

    Tiap tebakan dan tiap perubahan ditunjukkan lebih dahulu. Yang tidak disebut di dalamnya tidak berubah."""
    say = Speaker(lang)
    project = found_root(root, say)
    raws, forms = _parted({path: _read(path, say) for path in files})
    slug = district or _named(raws, forms, say)
    there = found_district(slug, project, say)
    texts = _changed(there, _tables(raws, there, say), _labelled(forms), project, say)
    for name, text in texts.items():
        print(difference(there.text_of(name), text, there.label(name)), end="")
    if not texts:
        print(say("tidak ada yang berubah"))
        return
    if dry_run or not (yes or agreed(say("Tulis perubahan itu? ketik ya: "), say)):
        print(say("tidak ada berkas yang diubah"))
        return
    _write({project / there.label(name): text for name, text in texts.items()}, say)
    for name in texts:
        print(say("ditulis: {berkas}", berkas=there.label(name)))
    _check(slug, project, say)


def _parted(raws: Mapping[Path, bytes]) -> tuple[dict[Path, bytes], dict[Path, bytes]]:
    """Tables, and what forms sent."""
    tables = {path: raw for path, raw in raws.items() if path.suffix.lower() in READERS}
    return tables, {path: raw for path, raw in raws.items() if path not in tables}


def _read(path: Path, say: Speaker) -> bytes:
    """The bytes of a file, one more than is taken at most; ends with code 2 where there is no such file."""
    try:
        with path.open("rb") as file:
            raw = file.read(MAX_FILE + 1)
    except OSError:
        fail(say("tabel '{berkas}' tidak ada, atau tidak dapat dibaca", berkas=str(path)), 2)
    if path.suffix.lower() not in READERS and not is_form_text(raw):
        text = say("'{berkas}' bukan tabel yang dapat dibaca", berkas=str(path))
        fail(f"{text}\n  {say('saran')}: {say('simpan sebagai .xlsx, .ods, atau .csv')}", 2)
    return raw


def _named(raws: Mapping[Path, bytes], forms: Mapping[Path, bytes], say: Speaker) -> str:
    """The district that the files name; ends with code 2 where they name none, or several."""
    tables = [read_table(raw, path.name, path.suffix.lower(), ()) for path, raw in raws.items()]
    named = {one.slug for one in tables if one.slug}
    found = sorted(named.union(*(slugs_in(raw) for raw in forms.values())))
    if not found:
        fail(say("sebut daerahnya: --district SLUG"), 2)
    if len(found) > 1:
        fail(say("berkas-berkas ini dari beberapa daerah: {daerah}", daerah=", ".join(found)), 2)
    return found[0]


def _labelled(raws: Mapping[Path, bytes]) -> dict[str, bytes]:
    """Files by how messages name them."""
    names = Counter(path.name for path in raws)
    return {path.name if names[path.name] == 1 else str(path): raw for path, raw in raws.items()}


def _tables(raws: Mapping[Path, bytes], there: District, say: Speaker) -> list[Tables]:
    read = zip(_labelled(raws), raws.items(), strict=True)
    tables = [read_table(raw, label, path.suffix.lower(), there.kinds) for label, (path, raw) in read]
    for path, one in zip(raws, tables, strict=True):
        if one.slug and one.slug != there.slug:
            fail(
                say("'{berkas}' lembar kerja {lain}, bukan {daerah}", berkas=path, lain=one.slug, daerah=there.slug), 2
            )
    return tables


def _changed(
    there: District, tables: Sequence[Tables], forms: Mapping[str, bytes], project: Path, say: Speaker
) -> dict[str, str]:
    """The texts that change; ends with code 1 and every fault in what was filled in."""
    sent, damaged = sent_in(forms)
    problems = [*(problem for one in tables for problem in one.problems), *damaged]
    try:
        texts, faults = proposed(there, [row for one in tables for row in one.rows], sent)
    except UnusualLayout as fault:
        print_problems(problems, say, project)
        refuse_layout(fault, f"districts/{there.slug}", say)
    problems = told([*problems, *faults])
    print_problems(problems, say, project)
    if any(problem.is_error for problem in problems):
        fail(say("tidak ada berkas yang diubah"), 1)
    return texts


def _write(texts: Mapping[Path, str], say: Speaker) -> None:
    for path in texts:
        with told_without_trace(say, path.parent):
            path.parent.mkdir(parents=True, exist_ok=True)
    replace_all(dict(texts), say)


def _check(slug: str, project: Path, say: Speaker) -> None:
    """Say what is wrong with the district now, and end with code 1 where that is an error."""
    problems = problems_of(project, read_project(project), (slug,))
    print_problems(problems, say, project)
    print(say("{daerah} daerah diperiksa, {masalah} masalah", daerah=1, masalah=len(problems)))
    if any(problem.is_error for problem in problems):
        sys.exit(1)
