"""`selebaran consent sign`: the centre sees what it countersigns of a district, and its digest goes into the central
list."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import click

from selebaran.cli.agreed import agreed, difference, refuse_layout
from selebaran.cli.language import Language, Speaker
from selebaran.cli.options import CENTRAL_LIST, Command, Group, fail, help_when_bare, known_slugs
from selebaran.cli.shared_options import LANG, ROOT, SLUG, found_root
from selebaran.cli.show import print_problems
from selebaran.cli.sound import whole_registry
from selebaran.cli.table import table
from selebaran.cli.unwritable import write_whole
from selebaran.compose.fact.notices import refusals
from selebaran.model.district import ListedDistrict
from selebaran.model.registry import DistrictFolder, Registry
from selebaran.model.signed import Signed, changed_since
from selebaran.read.central_list import with_countersignature
from selebaran.read.countersigned import OF_THE_CENTRE, holds, values_of
from selebaran.read.splice import UnusualLayout


@click.group("consent", cls=Group, options_metavar="[PILIHAN]", subcommand_metavar="PERINTAH [ARGUMEN]...")
@LANG
@click.pass_context
def consent_commands(context: click.Context, lang: Language) -> None:
    """Persetujuan daerah: sahkan yang sudah dicocokkan dengan suratnya."""
    help_when_bare(context)


@consent_commands.command("sign", cls=Command, options_metavar="[PILIHAN]")
@SLUG
@click.option("--dry-run", is_flag=True, help="Tunjukkan saja apa yang berubah.")
@click.option("--yes", is_flag=True, help="Tulis tanpa bertanya lagi.")
@LANG
@ROOT
def sign_consent(slug: str, dry_run: bool, yes: bool, lang: Language, root: Path | None) -> None:
    """Sahkan persetujuan, nama, kode, dan domain satu daerah di daftar pusat.

    Semua yang disahkan ditunjukkan lebih dahulu. Bila salah satunya berubah, daerah itu perlu disahkan lagi."""
    say = Speaker(lang)
    project = found_root(root, say)
    folder, listed = _ready(slug, whole_registry(project, say), project, say)
    values = values_of(folder.district, listed)
    print(table(_rows(values, listed, say)))
    if holds(folder):
        print(say("sudah disahkan; tidak ada berkas yang diubah"))
        return
    path = project / CENTRAL_LIST
    before = path.read_bytes().decode()
    after = _signed(before, slug, values, datetime.now(UTC).date(), say)
    print(difference(before, after, CENTRAL_LIST.as_posix()), end="")
    if dry_run or not (yes or agreed(say("Sahkan semua isian itu? ketik ya: "), say)):
        print(say("tidak ada berkas yang diubah"))
        return
    write_whole(path, after, say)
    print(say("ditulis: {berkas}", berkas=path))


def _ready(slug: str, registry: Registry, project: Path, say: Speaker) -> tuple[DistrictFolder, ListedDistrict]:
    """The folder of a district that lacks nothing but the signature; ends with code 1 and what it lacks otherwise."""
    known_slugs((slug,), registry, say)
    folder = registry.districts.get(slug)
    if folder is None or folder.listed is None:
        print_problems(registry.district_problems[slug], say, project)
        fail(say("tidak ada berkas yang diubah"), 1)
    if lacking := [found for found in refusals(folder) if found.code not in OF_THE_CENTRE]:
        print_problems(lacking, say, project)
        fail(say("tidak ada berkas yang diubah"), 1)
    return folder, folder.listed


def _rows(values: Signed, listed: ListedDistrict, say: Speaker) -> list[tuple[str, ...]]:
    """Each value on a line, and whether it is another than the one that was countersigned last."""
    if listed.countersigned is None:
        return [(key, value or "–") for key, value in values]
    changed = changed_since(values, listed.countersigned.parts)
    told = say("berubah sejak {sejak}", sejak=listed.countersigned.on.isoformat())
    return [(key, told if key in changed else "", value or "–") for key, value in values]


def _signed(text: str, slug: str, values: Signed, on: date, say: Speaker) -> str:
    try:
        return with_countersignature(text, CENTRAL_LIST.as_posix(), slug, values, on)
    except UnusualLayout as fault:
        refuse_layout(fault, CENTRAL_LIST.as_posix(), say)
