"""`selebaran check`: what is wrong with all that there is. Nothing is built."""

from __future__ import annotations

import sys
from datetime import UTC, date, datetime
from pathlib import Path

import click

from selebaran.check.edition import CheckedComposer
from selebaran.check.event_ids import unnamed_events
from selebaran.check.run import check_shared
from selebaran.cli.language import Language, Speaker
from selebaran.cli.options import Command, known_slugs
from selebaran.cli.shared_options import AS_OF, LANG, ROOT, SLUGS, day_given, found_root
from selebaran.cli.show import print_problems
from selebaran.model.problem import Problem, ProblemsFound
from selebaran.model.registry import Registry
from selebaran.publish.answers import PROBLEMS
from selebaran.publish.plan import PROFILES
from selebaran.publish.survey import survey
from selebaran.read.project import read_project


@click.command("check", cls=Command, options_metavar="[PILIHAN]")
@SLUGS
@AS_OF
@click.option("--json", "as_json", is_flag=True, help="Cetak masalah sebagai baris JSON.")
@LANG
@ROOT
def check_command(slug: tuple[str, ...], as_of: str | None, as_json: bool, lang: Language, root: Path | None) -> None:
    """Periksa semua naskah, fakta, dan folder daerah tanpa membuat apa pun."""
    say = Speaker(lang)
    day = day_given(as_of, say) if as_of else None
    registry = _registry(root, say)
    slugs = known_slugs(slug, registry, say)
    project = found_root(root, say)
    problems = _problems(project, registry, slugs, day)
    print_problems(problems, say, project, as_json=as_json)
    if not as_json:
        print(say("{daerah} daerah diperiksa, {masalah} masalah", daerah=len(slugs), masalah=len(problems)))
    sys.exit(1 if any(p.is_error for p in problems) else 0)


def _registry(root: Path | None, say: Speaker) -> Registry:
    return read_project(found_root(root, say))


def _problems(root: Path, registry: Registry, slugs: tuple[str, ...], day: date | None) -> list[Problem]:
    """Faults of what is shared, of the folders, and of every page and piece when it is composed: as of a day, or of
    today in each district."""
    shared = check_shared(registry)
    found = dict.fromkeys(shared)
    for slug in slugs:
        found |= dict.fromkeys(registry.district_problems.get(slug, ()))
        if slug in registry.districts:
            found |= dict.fromkeys(unnamed_events(registry.districts[slug]))
    if not any(p.is_error for p in shared):
        composer, now = CheckedComposer(registry), datetime.now(UTC)
        there = tuple(slug for slug in slugs if slug in registry.districts)
        for _, answer in survey(root, there, lambda slug: _composed(slug, registry, composer, day or now), PROBLEMS):
            found |= dict.fromkeys((answer,) if isinstance(answer, Problem) else answer)
    return list(found)


def _composed(slug: str, registry: Registry, composer: CheckedComposer, when: date) -> tuple[Problem, ...]:
    """What is wrong with one district's own text, and with composing it. A moment is a day where the district lies."""
    zone = registry.districts[slug].district.tz
    day = when.astimezone(zone).date() if isinstance(when, datetime) else when
    try:
        return composer.compose(slug, as_of=day, profiles=PROFILES).problems
    except ProblemsFound as faults:
        return faults.problems
