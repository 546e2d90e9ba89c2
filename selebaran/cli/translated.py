"""Sheets of translated pages that came back, for `selebaran intake`: each becomes the file of its translation."""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from selebaran.cli.agreed import agreed, difference
from selebaran.cli.checking import Checking
from selebaran.cli.language import Speaker
from selebaran.cli.options import fail
from selebaran.cli.show import print_problems
from selebaran.cli.sound import whole_registry
from selebaran.cli.translated_pages import Original, originals
from selebaran.cli.unwritable import replace_all
from selebaran.desk.apart import said_apart
from selebaran.desk.hostile import MAX_FILE
from selebaran.desk.translation import Returned, source_of
from selebaran.desk.translation_markdown import read_markdown_sheet
from selebaran.desk.translation_taken import taken
from selebaran.desk.translation_word import read_word_sheet
from selebaran.model.problem import Place, Problem, problem
from selebaran.model.registry import Registry
from selebaran.read.project import read_project
from selebaran.words.near import nearest

ENDINGS = (".md", ".docx")
Sheets = dict[Path, Returned | Problem | None]
"""Files, and what each says; None of one that is no sheet of ours."""
NAMED = re.compile(r"\.[a-z]{2,3}\b")
"""What a sheet's name ends with: "daftar.gor", "daftar.gor (1)"."""
SAID: TypeAdapter[Returned | None] = TypeAdapter(Returned | None)


def returned_sheets(files: Sequence[Path]) -> Sheets:
    """What each file says that is a sheet of ours, or called as one is. Any other Word file is something else."""
    read = {path: _read(path) for path in files if path.suffix.lower() in ENDINGS and path.is_file()}
    return {path: back for path, back in read.items() if isinstance(back, Returned) or NAMED.search(path.stem)}


def take_translations(sheets: Sheets, project: Path, say: Speaker, *, dry_run: bool, yes: bool) -> None:
    """Show what the sheets change, write it once that is agreed upon, and check what there is then. Ends with code 1
    and every fault where there is one."""
    texts, slugs = _all_taken(sheets, project, say)
    before = {name: _text(project / name) for name in texts}
    texts = {name: text for name, text in texts.items() if not _same(before[name], text)}
    if not texts:
        print(say("tidak ada yang berubah"))
        return
    print("".join(difference(before[name], text, name) for name, text in texts.items()), end="")
    if dry_run or not (yes or agreed(say("Tulis perubahan itu? ketik ya: "), say)):
        print(say("tidak ada berkas yang diubah"))
        return
    replace_all({project / name: text for name, text in texts.items()}, say)
    for name in texts:
        print(say("ditulis: {berkas}", berkas=name))
    _check(slugs, project, say)


def _all_taken(sheets: Sheets, project: Path, say: Speaker) -> tuple[dict[str, str], set[str]]:
    """The files that the sheets become, and the districts that show them; ends with code 1 and every fault."""
    registry = whole_registry(project, say)
    texts: dict[str, str] = {}
    problems: list[Problem] = []
    slugs: set[str] = set()
    for path, back in sheets.items():
        if isinstance(back, Returned):
            found, faults = _taken(back, path.name, registry, project, say)
            texts |= found
            problems += faults
            slugs |= _districts(back, registry)
        else:
            problems.append(back or problem("terjemahan-bukan-lembar", Place(path.name)))
    print_problems(problems, say, project)
    if any(one.is_error for one in problems):
        fail(say("tidak ada berkas yang diubah"), 1)
    return texts, slugs


def _check(slugs: set[str], project: Path, say: Speaker) -> None:
    """Say what is wrong with these districts now, and end with code 1 where that is an error."""
    found = Checking(project, read_project(project), datetime.now(UTC)).problems(tuple(sorted(slugs)))
    print_problems(found, say, project)
    print(say("{daerah} daerah diperiksa, {masalah} masalah", daerah=len(slugs), masalah=len(found)))
    if any(one.is_error for one in found):
        sys.exit(1)


def _read(path: Path) -> Returned | Problem | None:
    """What a file says. A Word file is read in a child."""
    with path.open("rb") as file:
        raw = file.read(MAX_FILE + 1)
    failed = problem("terjemahan-gagal-dibaca", Place(path.name))
    if len(raw) > MAX_FILE:
        return failed
    try:
        if path.suffix.lower() == ".md":
            return read_markdown_sheet(raw.decode())
        return SAID.validate_json(said_apart(lambda: SAID.dump_json(read_word_sheet(raw)), path.name) or b"")
    except (ValueError, ValidationError):
        return failed


def _taken(
    back: Returned, label: str, registry: Registry, project: Path, say: Speaker
) -> tuple[dict[str, str], list[Problem]]:
    """The file that a sheet becomes, and what is wrong with it."""
    if back.code not in registry.campaign.languages:
        known = ", ".join(registry.campaign.languages)
        meant = nearest(back.code, registry.campaign.languages, 0.5)
        return {}, [problem("bahasa-tidak-dikenal", Place(label), kode=back.code, semua=known, maksud=meant)]
    there: dict[str, Original] = originals(registry, back.district, project, say)
    original = there.get(back.page)
    if original is None:
        meant = nearest(back.page, there)
        return {}, [problem("terjemahan-tanpa-halaman", Place(label), halaman=back.page, maksud=meant)]
    if original.fingerprint != back.original:
        again = f"selebaran translate {back.code} {back.page}{f' --district {back.district}' if back.district else ''}"
        return {}, [problem("terjemahan-naskah-lain", Place(label), halaman=back.page, perintah=again)]
    text, problems = taken(back, original.source, label)
    return ({original.into(back.code): text} if text else {}), problems


def _districts(back: Returned, registry: Registry) -> set[str]:
    """Where the translation shows: in the district, else in those whose sites have the language."""
    if back.district:
        return {back.district}
    return {slug for slug, folder in registry.districts.items() if back.code in folder.district.languages}


def _text(path: Path) -> str:
    return path.read_bytes().decode() if path.is_file() else ""


def _same(before: str, after: str) -> bool:
    """Whether two files of a translation say the same, however their heads are written."""
    old, new = source_of(before), source_of(after)
    return old is not None and new is not None and (old.head, old.body) == (new.head, new.body)
