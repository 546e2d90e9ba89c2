"""`selebaran intake`: what somebody filled in becomes files of a district, once its difference was seen."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import click

from selebaran.cli.agreed import agreed, difference, refuse_layout
from selebaran.cli.checking import Checking
from selebaran.cli.district_files import found_district
from selebaran.cli.language import Language, Speaker
from selebaran.cli.options import Command, fail
from selebaran.cli.received import note_received
from selebaran.cli.shared_options import LANG, ROOT, found_root, slugs_of
from selebaran.cli.show import print_problems
from selebaran.cli.translated import Sheets, returned_sheets, take_translations
from selebaran.cli.unwritable import replace_all
from selebaran.desk.answered import Answers
from selebaran.desk.changes import changes
from selebaran.desk.changes import told as in_order
from selebaran.desk.district_files import District
from selebaran.desk.form_file import forms_among
from selebaran.desk.form_pictures import with_pictures
from selebaran.desk.form_text import sent_in, slugs_in
from selebaran.desk.intake import Intake
from selebaran.desk.sent import (
    KNOWN,
    LARGEST,
    PARCELS,
    TABLES,
    Handed,
    Setting,
    as_table,
    read_sent,
    read_table,
    unpacked,
)
from selebaran.desk.tables import Tables
from selebaran.model.problem import Problem
from selebaran.model.zone import tz_of
from selebaran.read.project import read_project
from selebaran.read.splice import UnusualLayout

SAVED_AS = ".xlsx, .ods, .csv, .docx, .txt, .ics, .jpg, .zip"
"""What is offered to who has something else."""
STDIN, PASTED = "-", "tempelan.txt"
"""What was pasted, as it is asked for and as messages name it."""


@click.command("intake", cls=Command, options_metavar="[PILIHAN]")
@click.argument("files", nargs=-1, required=True, metavar="BERKAS...", type=click.Path(path_type=Path, allow_dash=True))
@click.option(
    "--district", metavar="SLUG", shell_complete=slugs_of, help="Daerahnya, bila tidak tertulis di lembar kerja."
)
@click.option(
    "--set",
    "answers",
    multiple=True,
    metavar="KUNCI=TEKS",
    help="Yang tidak tertulis di berkasnya, atau yang salah ditebak. Boleh lebih dari satu.",
)
@click.option("--dry-run", is_flag=True, help="Tunjukkan saja apa yang berubah.")
@click.option("--yes", is_flag=True, help="Tulis tanpa bertanya lagi.")
@LANG
@ROOT
def intake_command(
    files: tuple[Path, ...],
    district: str | None,
    answers: tuple[str, ...],
    dry_run: bool,
    yes: bool,
    lang: Language,
    root: Path | None,
) -> None:
    """Masukkan kiriman kantor ke berkas daerah: tabel, berkas Word, pesan, kalender, foto, atau ZIP dan surelnya.

    Lembar dari selebaran translate (.docx, .md) menjadi terjemahan halamannya.

    Tiap tebakan dan tiap perubahan ditunjukkan lebih dahulu. Yang tidak disebut di dalamnya tidak berubah."""
    say = Speaker(lang)
    project = found_root(root, say)
    if sheets := returned_sheets(files):
        take_translations(_only(sheets, files, say), project, say, dry_run=dry_run, yes=yes)
        return
    given = _answers(answers, say)
    received, told = _handed(files, say)
    forms, handed = forms_among(received)
    slug = district or _named(handed, forms, say)
    there = found_district(slug, project, say)
    taken = _taken(handed, told, there, given, say)
    note = partial(note_received, project, slug, () if dry_run else received, say=say)
    changed = _changed(there, taken.with_forms(*with_pictures(*sent_in(forms))), project, say, note)
    print("".join(_shown(there, name, content) for name, content in changed.items()), end="")
    if not changed:
        print(say("tidak ada yang berubah"))
        note([say("tidak ada yang berubah")])
        return
    if dry_run or not (yes or agreed(say("Tulis perubahan itu? ketik ya: "), say)):
        print(say("tidak ada berkas yang diubah"))
        return
    _write(there, changed, project, say)
    note([there.label(name) for name in changed])
    _check(slug, project, say)


def _write(there: District, changed: Mapping[str, str | bytes], project: Path, say: Speaker) -> None:
    """Write the files, and say which."""
    replace_all({project / there.label(name): content for name, content in changed.items()}, say)
    for name in changed:
        print(say("ditulis: {berkas}", berkas=there.label(name)))


def _only(sheets: Sheets, files: Sequence[Path], say: Speaker) -> Sheets:
    """The sheets of translations; ends with code 2 where other files stand beside them."""
    if others := [path for path in files if path not in sheets]:
        fail(say("'{berkas}' bukan lembar terjemahan; masukkan tersendiri", berkas=others[0]), 2)
    return sheets


def _answers(typed: tuple[str, ...], say: Speaker) -> Answers:
    """What was said beside the files; ends with code 2 for what is no answer."""
    pairs = [text.partition("=") for text in typed]
    for text, (key, equals, value) in zip(typed, pairs, strict=True):
        if not (equals and key.strip() and value.strip()):
            fail(say("'{isi}' bukan KUNCI=TEKS", isi=text), 2)
    return Answers({key.strip(): " ".join(value.split()) for key, _, value in pairs})


def _shown(there: District, name: str, content: str | bytes) -> str:
    """What changes in a file, line by line; of a picture, that it comes and how large it is."""
    if isinstance(content, bytes):
        return f"+++ {there.label(name)} ({len(content) // 1024 + 1} kB)\n"
    return difference(there.texts.get(name, ""), content, there.label(name))


def _handed(paths: Iterable[Path], say: Speaker) -> tuple[list[Handed], list[Problem]]:
    """The files, those within others too. Each is named by its name, where no other has the same."""
    names = Counter(path.name for path in paths)
    files = [Handed(_label(path, names), _bytes(path, say)) for path in paths]
    return unpacked(files)


def _label(path: Path, names: Mapping[str, int]) -> str:
    if str(path) == STDIN:
        return PASTED
    return path.name if names[path.name] == 1 else str(path)


def _bytes(path: Path, say: Speaker) -> bytes:
    """The bytes of a file, one more than is taken at most; ends with code 2 where there is no such file."""
    if str(path) == STDIN:
        return sys.stdin.buffer.read(LARGEST + 1)
    if path.suffix.lower() not in {*KNOWN, *PARCELS}:
        text = say("'{berkas}' bukan jenis berkas yang dapat dibaca", berkas=str(path))
        fail(f"{text}\n  {say('saran')}: {say('simpan sebagai {semua}', semua=SAVED_AS)}", 2)
    try:
        with path.open("rb") as file:
            return file.read(LARGEST + 1)
    except OSError:
        fail(say("berkas '{berkas}' tidak ada, atau tidak dapat dibaca", berkas=str(path)), 2)


def _named(files: Iterable[Handed], forms: Mapping[str, bytes], say: Speaker) -> str:
    """The district that tables and forms name; ends with code 2 where they name none, or several."""
    tables = {slug for one in files if one.ending in TABLES and (slug := read_table(one, ()).slug)}
    found = sorted(tables.union(*(slugs_in(raw) for raw in forms.values())))
    if not found:
        fail(say("sebut daerahnya: --district SLUG"), 2)
    if len(found) > 1:
        fail(say("berkas-berkas ini dari beberapa daerah: {daerah}", daerah=", ".join(found)), 2)
    return found[0]


def _tables(files: Iterable[Handed], there: District, say: Speaker) -> list[Tables]:
    found = []
    for file in (one for one in files if one.ending in TABLES):
        table = read_table(file, there.kinds)
        if table.slug and table.slug != there.slug:
            values = {"berkas": file.label, "lain": table.slug, "daerah": there.slug}
            fail(say("'{berkas}' lembar kerja {lain}, bukan {daerah}", **values), 2)
        found.append(table)
    return found


def _taken(files: Iterable[Handed], told: Sequence[Problem], there: District, answers: Answers, say: Speaker) -> Intake:
    """All that was handed in, read."""
    events = next(kind for kind in there.kinds if kind.key == "kegiatan")
    setting = Setting(events, tz_of(there.zone))
    sorted_files = [as_table(one, there.kinds) for one in files]
    others = [read_sent(one, setting) for one in sorted_files if one.ending not in TABLES]
    return Intake(_tables(sorted_files, there, say), others, answers, told)


def _changed(
    there: District, taken: Intake, project: Path, say: Speaker, note: Callable[[Sequence[str]], None]
) -> dict[str, str | bytes]:
    """The texts and pictures that change; ends with code 1 and every fault in what was handed in, which is
    noted."""
    problems = taken.problems
    found, pictures = taken.into(there)
    problems += found.problems
    try:
        texts, faults = changes(there.texts, there.data, found, taken.context(there))
    except UnusualLayout as fault:
        print_problems(problems, say, project)
        refuse_layout(fault, f"districts/{there.slug}", say)
    problems = in_order([*problems, *faults])
    print_problems(problems, say, project)
    if any(problem.is_error for problem in problems):
        note([say("ditolak")])
        fail(say("tidak ada berkas yang diubah"), 1)
    return {**pictures, **texts}


def _check(slug: str, project: Path, say: Speaker) -> None:
    """Say what is wrong with the district now, and end with code 1 where that is an error."""
    problems = Checking(project, read_project(project), datetime.now(UTC)).problems((slug,))
    print_problems(problems, say, project)
    print(say("{daerah} daerah diperiksa, {masalah} masalah", daerah=1, masalah=len(problems)))
    if any(problem.is_error for problem in problems):
        sys.exit(1)
