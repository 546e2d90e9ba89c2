"""`selebaran list` and `selebaran check`: what there is, and what is wrong with it. Nothing is built."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import sys
from collections.abc import Callable, Iterable
from concurrent.futures import ProcessPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

import click

from selebaran.check.run import check_shared
from selebaran.cli.common import found_root
from selebaran.cli.language import Language, Speaker
from selebaran.cli.options import Command, known_slugs
from selebaran.cli.show import print_problems
from selebaran.compose.edition import Composer
from selebaran.compose.notices import refusals
from selebaran.model.problem import Problem, ProblemsFound
from selebaran.model.registry import Registry
from selebaran.publish.plan import PROFILES
from selebaran.read.project import read_project

ROOT = click.option("--root", type=click.Path(path_type=Path), metavar="FOLDER", help="Folder proyek.")
LANG = click.option("--lang", type=click.Choice(["id", "en"]), default="id", help="Bahasa pesan.")

ENOUGH_FOR_A_CHILD = 10
"""Districts below which a child of its own costs more than it saves."""


@click.command("list", cls=Command, options_metavar="[PILIHAN]")
@LANG
@ROOT
def list_command(lang: Language, root: Path | None) -> None:
    """Sebut semua daerah: slug, nama, provinsi, alamat situs, dan keadaannya."""
    registry = _registry(root, Speaker(lang))
    say = Speaker(lang)
    rows = []
    for slug in registry.slugs:
        folder = registry.districts.get(slug)
        if folder is None:
            rows.append((slug, "–", "–", "–", say("bermasalah")))
            continue
        district = folder.district
        state = say("pratinjau") if refusals(folder) else say("dapat diterbitkan")
        if district.fictional:
            state = say("rekaan")
        if district.identity == "rancu":
            state += f", {say('identitas rancu')}"
        rows.append((slug, district.name, district.province, district.domain or "–", state))
    widths = [max(len(row[column]) for row in rows) for column in range(4)] if rows else []
    for row in rows:
        cells = [cell.ljust(width) for cell, width in zip(row, widths, strict=False)]
        print("  ".join([*cells, row[4]]).rstrip())


@click.command("check", cls=Command, options_metavar="[PILIHAN]")
@click.argument("slug", nargs=-1, metavar="[SLUG]...")
@click.option("--json", "as_json", is_flag=True, help="Cetak masalah sebagai baris JSON.")
@LANG
@ROOT
def check_command(slug: tuple[str, ...], as_json: bool, lang: Language, root: Path | None) -> None:
    """Periksa semua naskah, fakta, dan folder daerah tanpa membuat apa pun."""
    say = Speaker(lang)
    registry = _registry(root, say)
    slugs = known_slugs(slug, registry, say)
    problems = _problems(registry, slugs)
    print_problems(problems, say, found_root(root, say), as_json=as_json)
    if not as_json:
        print(say("{daerah} daerah diperiksa, {masalah} masalah", daerah=len(slugs), masalah=len(problems)))
    sys.exit(1 if any(p.is_error for p in problems) else 0)


def _registry(root: Path | None, say: Speaker) -> Registry:
    return read_project(found_root(root, say))


def _problems(registry: Registry, slugs: tuple[str, ...]) -> list[Problem]:
    """Faults of what is shared, of the folders, and of every page and piece when it is composed."""
    shared = check_shared(registry)
    found = dict.fromkeys(shared)
    for slug in slugs:
        found |= dict.fromkeys(registry.district_problems.get(slug, ()))
    if not any(p.is_error for p in shared):
        composer, now = Composer(registry), datetime.now(UTC)
        there = tuple(slug for slug in slugs if slug in registry.districts)
        for problems in _shared_out(there, lambda slug: _composed(slug, registry, composer, now)):
            found |= dict.fromkeys(problems)
    return list(found)


def _composed(slug: str, registry: Registry, composer: Composer, now: datetime) -> tuple[Problem, ...]:
    """What composing one district says."""
    day = now.astimezone(registry.districts[slug].district.tz).date()
    try:
        return composer.compose(slug, as_of=day, profiles=PROFILES).problems
    except ProblemsFound as faults:
        return faults.problems


def _shared_out(slugs: tuple[str, ...], look: Callable[[str], tuple[Problem, ...]]) -> Iterable[tuple[Problem, ...]]:
    """The problems of each district, in the order given; many districts are shared out among the processor's cores.

    Children are forked, so that they hold all that was read; where there is no fork, this process does it all."""
    jobs = min(os.cpu_count() or 1, len(slugs) // ENOUGH_FOR_A_CHILD)
    if jobs < 2 or "fork" not in multiprocessing.get_all_start_methods():
        return map(look, slugs)
    gc.freeze()  # what is shared is neither looked through nor copied by a child's collector
    with ProcessPoolExecutor(jobs, multiprocessing.get_context("fork"), _keep, (look,)) as pool:
        return list(pool.map(_look, slugs, chunksize=-(-len(slugs) // jobs)))


_kept: list[Callable[[str], tuple[Problem, ...]]] = []


def _keep(look: Callable[[str], tuple[Problem, ...]]) -> None:
    """In a child: what it is to do with each district. It came by the fork, for it can't be sent."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to answer
    _kept[:] = [look]


def _look(slug: str) -> tuple[Problem, ...]:
    return _kept[0](slug)
