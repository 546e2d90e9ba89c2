"""`selebaran check`: what is wrong with all that there is. Nothing is built."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path

import click

from selebaran.check.edition import CheckedComposer
from selebaran.check.event_ids import unnamed_events
from selebaran.check.run import check_shared
from selebaran.cli.annotations import HOSTS, Host, print_annotations
from selebaran.cli.language import Language, Speaker
from selebaran.cli.options import Command, fail, known_slugs
from selebaran.cli.shared_options import AS_OF, LANG, ROOT, SLUGS, day_given, found_root
from selebaran.cli.show import left_out_text, print_problems
from selebaran.compose.piece.left_out import left_out_of
from selebaran.model.edition import Edition
from selebaran.model.problem import Problem, ProblemsFound
from selebaran.model.registry import Registry
from selebaran.publish.believed import PROBLEMS
from selebaran.publish.plan import PROFILES
from selebaran.publish.survey import survey
from selebaran.read.project import read_project

Judge = Callable[[Edition], Iterable[Problem]]
"""What is still to be said of an edition that was composed."""


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
    lang: Language,
    root: Path | None,
) -> None:
    """Periksa semua naskah, fakta, dan folder daerah tanpa membuat apa pun."""
    say = Speaker(lang)
    day = day_given(as_of, say) if as_of else None
    registry = _registry(root, say)
    slugs = known_slugs(slug, registry, say)
    project = found_root(root, say)
    registry = _after_fix(project, registry, slugs, say, (fixes, dry_run, yes))
    judge = _press(project) if lays_out or (lays_out is None and slug) else _nothing
    problems = problems_of(project, registry, slugs, day, judge)
    if host:
        print_annotations(problems, host, say)
    else:
        print_problems(problems, say, project, as_json=as_json)
    if not (as_json or host):
        print(say("{daerah} daerah diperiksa, {masalah} masalah", daerah=len(slugs), masalah=len(problems)))
        _tell_left_out(slug, registry, say)
    sys.exit(1 if any(p.is_error for p in problems) else 0)


def _after_fix(
    project: Path, registry: Registry, slugs: tuple[str, ...], say: Speaker, asked: tuple[bool, bool, bool]
) -> Registry:
    """The project once what has one reading is mended, where that is asked for: --fix, --dry-run, --yes."""
    fixes, dry_run, yes = asked
    if not fixes:
        if dry_run or yes:
            fail(say("--dry-run dan --yes hanya bersama --fix"), 2)
        return registry
    from selebaran.cli.fix import fix

    told = problems_of(project, registry, slugs)
    return read_project(project) if fix(project, registry, told, slugs, say, dry=dry_run, yes=yes) else registry


def _tell_left_out(slugs: tuple[str, ...], registry: Registry, say: Speaker) -> None:
    """Say which sheets the districts that were named don't make."""
    if slugs and (told := left_out_text(left_out_of(slugs, registry), say)):
        print(told)


def _registry(root: Path | None, say: Speaker) -> Registry:
    return read_project(found_root(root, say))


def _press(root: Path) -> Judge:
    """What the press says of an edition's sheets. To load it takes as long as to check some districts, so only those do
    who ask for it."""
    from selebaran.press.build import print_edition
    from selebaran.press.layout import Press

    press = Press(root / ".cache")
    return lambda edition: print_edition(press, edition)[2]


def _nothing(edition: Edition) -> Iterable[Problem]:
    return ()


def problems_of(
    root: Path, registry: Registry, slugs: tuple[str, ...], day: date | None = None, judge: Judge = _nothing
) -> list[Problem]:
    """Faults of what is shared, of the folders, and of every page and piece when it is composed, and judged: as of a
    day, or of today in each district."""
    shared = check_shared(registry)
    found = dict.fromkeys(shared)
    for slug in slugs:
        found |= dict.fromkeys(registry.district_problems.get(slug, ()))
        if slug in registry.districts:
            found |= dict.fromkeys(unnamed_events(registry.districts[slug]))
    if not any(p.is_error for p in shared):
        composer, now = CheckedComposer(registry), datetime.now(UTC)
        there = tuple(slug for slug in slugs if slug in registry.districts)
        ask = partial(_composed, registry=registry, composer=composer, when=day or now, judge=judge)
        for _, answer in survey(root, there, ask, PROBLEMS):
            found |= dict.fromkeys((answer,) if isinstance(answer, Problem) else answer)
    return list(found)


def _composed(
    slug: str, registry: Registry, composer: CheckedComposer, when: date, judge: Judge
) -> tuple[Problem, ...]:
    """What is wrong with one district's own text, with composing it, and with its sheets. A moment is a day where the
    district lies."""
    zone = registry.districts[slug].district.tz
    day = when.astimezone(zone).date() if isinstance(when, datetime) else when
    try:
        edition = composer.compose(slug, as_of=day, profiles=PROFILES, asked=dict.fromkeys(registry.when_asked, ()))
        return (*edition.problems, *judge(edition))
    except ProblemsFound as faults:
        return faults.problems
