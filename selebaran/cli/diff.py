"""`selebaran diff`: what a change does to pages and sheets, before and after, in one file."""

from __future__ import annotations

import os
import sys
import tempfile
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import click

from selebaran.cli.changes import cannot_ask, verdict_line, verdict_on
from selebaran.cli.language import Language, Speaker
from selebaran.cli.options import Command, fail, known_slugs
from selebaran.cli.progress import reporter
from selebaran.cli.progress_bar import Bar
from selebaran.cli.quiet import Quiet
from selebaran.cli.shared_options import AS_OF, LANG, ROOT, day_given, found_root
from selebaran.cli.show import print_problems, problem_text, shown
from selebaran.cli.unwritable import cannot_write
from selebaran.model.problem import Problem
from selebaran.publish.difference.outputs import SiteChange, changed_hosts, site_change
from selebaran.publish.difference.pictures import browser_here
from selebaran.publish.difference.revisions import PARTS, Reach, made, reach_of, unpacked
from selebaran.publish.difference.sheet import DifferenceFile, Sides, told_of
from selebaran.publish.layout import SITES
from selebaran.publish.report.record import FOLDER
from selebaran.publish.swap import put
from selebaran.read.git_changes import GitFailed, has_uncommitted
from selebaran.words.visible import visible

FILE = "beda.html"
SAMPLE = 3
TOLD = 20
"""Files that an account may not change which are named; there may be thousands."""


@dataclass(frozen=True)
class _Asked:
    """What is compared, and how."""

    project: Path
    base: str
    head: str
    districts: tuple[str, ...]
    sample: int
    day: date
    pictures: bool
    quiet: bool
    accounts: tuple[str, ...]


@click.command("diff", cls=Command, options_metavar="[PILIHAN]")
@click.argument("base", metavar="BASE")
@click.argument("head", metavar="HEAD")
@click.option("--out", type=click.Path(path_type=Path), metavar="FILE", help="Tempat berkas HTML-nya.")
@click.option("--districts", metavar="NAMA", help="Daerah yang ditunjukkan, dipisah koma.")
@click.option(
    "--sample",
    type=click.IntRange(1, 20),
    default=SAMPLE,
    metavar="N",
    help="Berapa daerah mewakili semua bila yang dipakai bersama berubah. Tanpa ini: 3.",
)
@click.option("--pictures/--no-pictures", default=True, help="Dengan gambar, atau teksnya saja.")
@click.option("--akun", multiple=True, metavar="NAMA", help="Sebut juga apakah akun ini boleh membuat perubahan itu.")
@click.option("--quiet", is_flag=True, help="Jangan tampilkan kemajuan.")
@AS_OF
@LANG
@ROOT
def diff_command(
    base: str,
    head: str,
    out: Path | None,
    districts: str | None,
    sample: int,
    pictures: bool,
    akun: tuple[str, ...],
    quiet: bool,
    as_of: str | None,
    lang: Language,
    root: Path | None,
) -> None:
    """Tunjukkan halaman dan lembar yang berubah dari BASE ke HEAD, sebelum dan sesudah, dalam satu berkas HTML.

    BASE dan HEAD: dua revisi git proyek ini, atau dua folder hasil. Kode keluar: 0 jadi, 1 HEAD bermasalah, 3 git
    tidak dapat menjawab."""
    say = Speaker(lang)
    project = found_root(root, say)
    accounts = tuple(dict.fromkeys(name.strip().removeprefix("@") for name in akun))
    asked = _Asked(project, base, head, _named(districts), sample, day_given(as_of, say), pictures, quiet, accounts)
    path = out or project / "dist" / FOLDER / FILE
    if _is_output(Path(base)) and _is_output(Path(head)):
        if accounts:
            fail(say("--akun hanya untuk dua revisi git: folder hasil tidak menyebut siapa yang mengubah"), 2)
        _show(asked, (Path(base), Path(head)), None, (), path, say)
        return
    if _is_output(Path(base)) or _is_output(Path(head)):
        text = say("'{a}' dan '{b}': yang satu folder hasil, yang lain bukan", a=base, b=head)
        fail(f"{text}\n  {say('saran')}: {say('beri dua revisi git, atau dua folder hasil')}", 2)
    with tempfile.TemporaryDirectory(prefix="selebaran-beda-") as name:
        problems = _of_revisions(asked, Path(name), path, say)
    print_problems(problems, say, project)
    sys.exit(1 if problems else 0)


def _named(districts: str | None) -> tuple[str, ...]:
    """The districts of a list that is parted by commas."""
    return tuple(name.strip() for name in districts.split(",")) if districts else ()


def _is_output(folder: Path) -> bool:
    return (folder / SITES).is_dir()


def _of_revisions(asked: _Asked, folder: Path, path: Path, say: Speaker) -> list[Problem]:
    """Make both sides and show them; what is wrong with the later one."""
    try:
        may = [line for account in asked.accounts for line in _may(asked, account, say)]
        trees = unpacked(asked.project, asked.base, asked.head, folder)
        known_slugs(asked.districts, trees.after, say)
        reach = reach_of(asked.project, asked.base, asked.head, trees, asked.districts, asked.sample)
        if has_uncommitted(asked.project, PARTS):
            print(say("yang belum di-commit di folder kerja tidak ikut dibandingkan"), file=sys.stderr)
    except GitFailed as fault:
        cannot_ask(fault, say)
    outs = folder / "lama", folder / "baru"
    with reporter(say, quiet=asked.quiet) as shows:
        problems = made(trees, reach, outs, asked.day, os.cpu_count() or 1, shows)
    _show(asked, outs, reach, tuple(may), path, say)
    return problems


def _may(asked: _Asked, account: str, asks: Speaker) -> list[str]:
    """What `changes` says of an account, in the language of the file: the sentence, then each file that it may not
    change. Raises `GitFailed`."""
    verdict, say = verdict_on(asked.project, asked.base, asked.head, account, asks), Speaker("id")
    left = len(verdict.refused) - TOLD
    more = [say("dan {banyak} berkas lagi", banyak=left)] if left > 0 else []
    told = [problem_text(problem, say) for problem in verdict.refused[:TOLD]]
    return [verdict_line(verdict, account, say), *told, *more]


def _show(
    asked: _Asked, outs: tuple[Path, Path], reach: Reach | None, may: tuple[str, ...], path: Path, say: Speaker
) -> None:
    hosts = changed_hosts(*outs)
    changes = _chosen(asked, outs, hosts, reach)
    others = () if reach else tuple(host for host in hosts if host not in {one.host for one in changes})
    with _bar(changes, say, quiet=asked.quiet) as shows:
        sides = Sides(*outs, (asked.base, asked.head), browser_here() if asked.pictures else None)
        text = DifferenceFile(sides, lambda name: shows.finished(name, built=True)).text(changes, others, reach, may)
    try:
        put(path, text)
    except OSError as error:
        cannot_write(path, error, say)
    for line in may if say.language == "id" else ():
        print(visible(line))
    _tell(changes, reach, path, say)


def _bar(changes: tuple[SiteChange, ...], say: Speaker, *, quiet: bool) -> Quiet:
    """What shows how many of the changed pages and sheets are drawn."""
    total = sum(len(one.sheets) + sum(bool(page.lines) for page in one.pages) for one in changes)
    shows = Bar(say, say("Membandingkan")) if sys.stderr.isatty() and not quiet and total else Quiet()
    shows.started(total)
    return shows


def _chosen(
    asked: _Asked, outs: tuple[Path, Path], hosts: tuple[str, ...], reach: Reach | None
) -> tuple[SiteChange, ...]:
    """The sites that are shown: those that were asked for, or made; of two outputs as many as a sample has."""
    some = hosts if asked.districts or reach else hosts[: asked.sample]
    found = [change for change in (site_change(*outs, host) for host in some) if _is_shown(change, asked)]
    order = {slug: number for number, slug in enumerate(reach.shown)} if reach else {}
    return tuple(sorted(found, key=lambda one: order.get(one.slug, 0)))


def _is_shown(change: SiteChange, asked: _Asked) -> bool:
    return not change.is_empty and (not asked.districts or change.slug in asked.districts)


def _tell(changes: tuple[SiteChange, ...], reach: Reach | None, path: Path, say: Speaker) -> None:
    for line in told_of(reach) if say.language == "id" else ():
        print(visible(line))
    for one in changes:
        counts = {"halaman": len(one.pages), "lembar": len(one.sheets)}
        print(say("{daerah}: {halaman} halaman dan {lembar} lembar berubah", daerah=one.slug, **counts))
    if not changes:
        print(say("tidak ada halaman atau lembar yang berubah"))
    papers = {edition.before for one in changes for edition in one.old_paper}
    papers |= {edition.before for _, edition in reach.papers} if reach else set()
    if papers:
        print(say("{edisi} edisi di kertas menyebut yang berubah", edisi=len(papers)))
    print(say("sebelum dan sesudah: {berkas}", berkas=shown(path).rstrip("/")))
