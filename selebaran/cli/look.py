"""`selebaran check`: what is wrong with all that there is. Nothing is built."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path

import click

from selebaran.cli.annotations import HOSTS, Host, print_annotations
from selebaran.cli.checking import Checking
from selebaran.cli.language import Language, Speaker
from selebaran.cli.options import Command, fail, known_slugs
from selebaran.cli.shared_options import AS_OF, LANG, ROOT, SLUGS, day_asked, found_root
from selebaran.cli.show import left_out_text, print_problems
from selebaran.compose.piece.left_out import left_out_of
from selebaran.jobs.collecting import uncollected
from selebaran.model.registry import Registry
from selebaran.publish.checked import KeptVerdicts
from selebaran.publish.inputs import inputs_of
from selebaran.publish.known import KnownProject
from selebaran.read.project import read_project


@click.command("check", cls=Command, options_metavar="[PILIHAN]")
@SLUGS
@AS_OF
@click.option("--json", "as_json", is_flag=True, help="Cetak masalah sebagai baris JSON.")
@click.option(
    "--format",
    "host",
    type=click.Choice(HOSTS),
    help="Cetak masalah supaya tampil di samping barisnya, di GitHub atau GitLab.",
)
@click.option(
    "--cetak/--lewati-cetak",
    "lays_out",
    default=None,
    help="Tata juga lembar cetaknya, dan sebut yang tidak muat. Tanpa ini: ya, bila daerahnya disebut.",
)
@click.option("--fix", "fixes", is_flag=True, help="Betulkan yang hanya dapat berarti satu, sesudah ditunjukkan.")
@click.option("--dry-run", is_flag=True, help="Dengan --fix: tunjukkan saja apa yang berubah.")
@click.option("--yes", is_flag=True, help="Dengan --fix: tulis tanpa bertanya lagi.")
@click.option(
    "--fresh", is_flag=True, help="Periksa semua dari awal, juga yang tidak berubah sejak pemeriksaan yang lalu."
)
@LANG
@ROOT
def check_command(
    slug: tuple[str, ...],
    as_of: str | None,
    as_json: bool,
    host: Host | None,
    lays_out: bool | None,
    fixes: bool,
    dry_run: bool,
    yes: bool,
    fresh: bool,
    lang: Language,
    root: Path | None,
) -> None:
    """Periksa semua naskah, fakta, dan folder daerah tanpa membuat apa pun."""
    say = Speaker(lang)
    day = day_asked(as_of, say)
    project = found_root(root, say)
    _fix(project, slug, say, fixes=fixes, dry_run=dry_run, yes=yes)
    inputs = inputs_of(project)
    known = KnownProject(project, inputs, fresh=fresh)
    with uncollected():
        registry = read_project(project, known)
    slugs = known_slugs(slug, registry, say)
    with_sheets = bool(slug) if lays_out is None else lays_out
    kept = KeptVerdicts(project, inputs, "lembar" if with_sheets else "naskah", fresh=fresh)
    asked = Checking(project, registry, day or datetime.now(UTC), with_sheets=with_sheets, known=known, kept=kept)
    problems = asked.problems(slugs)
    if host:
        print_annotations(problems, host, say)
    else:
        print_problems(problems, say, project, as_json=as_json)
    if not (as_json or host):
        print(say("{daerah} daerah diperiksa, {masalah} masalah", daerah=len(slugs), masalah=len(problems)))
        _tell_left_out(slug, registry, say)
    sys.exit(1 if any(p.is_error for p in problems) else 0)


def _fix(project: Path, slug: tuple[str, ...], say: Speaker, *, fixes: bool, dry_run: bool, yes: bool) -> None:
    """Mend what has one reading, where that is asked for; ends with code 2 for its options without it."""
    if not fixes and (dry_run or yes):
        fail(say("--dry-run dan --yes hanya bersama --fix"), 2)
    if not fixes:
        return
    from selebaran.cli.fix import fix

    registry = read_project(project)
    slugs = known_slugs(slug, registry, say)
    fix(
        project,
        registry,
        Checking(project, registry, datetime.now(UTC)).problems(slugs),
        slugs,
        say,
        dry=dry_run,
        yes=yes,
    )


def _tell_left_out(slugs: tuple[str, ...], registry: Registry, say: Speaker) -> None:
    """Say which sheets the districts that were named don't make."""
    if slugs and (told := left_out_text(left_out_of(slugs, registry), say)):
        print(told)
