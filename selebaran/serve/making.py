"""Makes one thing of one district, in a child with the walls of every build, and hands its files on.

A page is made alone, for somebody is looking at it; a site, with or without all of its sheets, is made as `build` makes
it. What a child says and leaves is looked through as there.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain, count
from pathlib import Path
from typing import NamedTuple

from pydantic import TypeAdapter

from selebaran.jobs.children import Ended, Work, run
from selebaran.jobs.confine import Limits
from selebaran.jobs.inspect import flaw
from selebaran.model.artifact import may_be_in_site
from selebaran.model.problem import Place, ProblemsFound, problem
from selebaran.model.sizes import Profile
from selebaran.press.build import print_piece
from selebaran.press.job import PieceJob, PiecePrinted
from selebaran.press.late import set_up
from selebaran.press.raster import pictures
from selebaran.publish.answers import built_of
from selebaran.publish.believed import NotBelieved, Problems, line_of, value_of
from selebaran.publish.deaths import problem_of, unsound
from selebaran.publish.district import Workshop
from selebaran.publish.districts import Making, readable
from selebaran.publish.layout import site_of
from selebaran.publish.old_sheets import printed_before
from selebaran.publish.swap import write
from selebaran.serve.known import Known, Told
from selebaran.serve.orders import Order
from selebaran.serve.paths import PAGE
from selebaran.site.build import draw_pages

LOOKED_AT = "lihat"
"""The folder beside a site's own files in which the pictures of its sheets come."""
DPI = 80
PACKED = 3
"""How hard a picture is packed that goes no further than this machine: in two thirds of the usual time."""
MOST_TITLES = 500
AND = "+"
"""Between profiles that one child makes."""
SITES = ("situs", "semua-lembar")
"""Orders of a whole site."""


@dataclass(frozen=True)
class Said:
    """What a child says of a page or a piece: all that is wrong, whether it is there, which pieces there are, and the
    texts and pictures that it made."""

    problems: Problems
    is_there: bool = True
    is_whole: bool = True
    sheets: tuple[tuple[str, str], ...] = ()
    told: Told = field(default_factory=Told)


SAID = TypeAdapter(Said)


class Fulfilled(NamedTuple):
    """What came of an order: what was said, and the folder with the files, if any were made."""

    said: Said
    folder: Path | None = None


class PageMaking:
    """The work of a child: one page of a district. The address is that of its file; `known` is what earlier children of
    this district made."""

    def __init__(self, workshop: Workshop, file: str, known: Known) -> None:
        self._workshop, self._file, self._known = workshop, file, known

    def __call__(self, slug: str, fresh: Path) -> bytes:
        """Draw it with what it loads, and say what is wrong."""
        with self._known.recalling() as made:
            said = self._said(slug, fresh)
        return line_of(SAID, replace(said, told=made.told()))

    def _said(self, slug: str, fresh: Path) -> Said:
        shop = self._workshop
        try:
            edition = shop.composer.compose(slug, as_of=shop.plan.day_of(slug), profiles=())
        except ProblemsFound as found:
            return Said(found.problems, is_whole=False)
        _, downloads = printed_before(site_of(shop.plan.out, edition.host), edition)
        draw_pages(edition, tuple(downloads), fresh, {self._file.removesuffix(PAGE)}, shop.roots)
        sheets = tuple((one.name, one.title) for one in edition.outcomes)[:MOST_TITLES]
        return Said(edition.problems, (fresh / self._file).is_file(), sheets=sheets)


class Composing:
    """The work of a child: all that is to be said of a district before any of it is made."""

    def __init__(self, workshop: Workshop, known: Known) -> None:
        self._workshop, self._known = workshop, known

    def __call__(self, slug: str, fresh: Path) -> bytes:
        """Compose it, and say what is wrong."""
        shop = self._workshop
        with self._known.recalling() as made:
            try:
                profiles = shop.plan.profiles
                edition = shop.composer.compose(slug, as_of=shop.plan.day_of(slug), profiles=profiles)
                said = Said(edition.problems)
            except ProblemsFound as found:
                said = Said(found.problems, is_whole=False)
        return line_of(SAID, replace(said, told=made.told()))


class PieceMaking:
    """The work of a child: the files of one piece of a district in some profiles, which are the job's name, and a
    picture of each page. `known` as for a page."""

    def __init__(self, workshop: Workshop, slug: str, piece: str, known: Known) -> None:
        self._workshop, self._slug, self._piece, self._known = workshop, slug, piece, known

    def __call__(self, profiles: str, fresh: Path) -> bytes:
        """Print it, and say what is wrong."""
        with self._known.recalling() as made:
            said = self._said(tuple(p for p in self._workshop.plan.profiles if p in profiles.split(AND)), fresh)
        return line_of(SAID, replace(said, told=made.told()))

    def _said(self, profiles: tuple[Profile, ...], fresh: Path) -> Said:
        shop, plan = self._workshop, self._workshop.plan
        day = plan.day_of(self._slug)
        try:
            outcome, said = shop.composer.sheet(
                self._slug, self._piece, as_of=day, profiles=profiles, papers=plan.papers
            )
        except ProblemsFound as found:
            return Said(found.problems, is_whole=False)
        if outcome is None or not outcome.made:
            return Said(said, is_there=False)
        assert shop.press is not None
        name = shop.registry.districts[self._slug].district.name
        printed = print_piece(set_up(shop.press), PieceJob(outcome.made, name))
        _write(printed, fresh, self._piece)
        return Said((*said, *printed.problems), is_whole=bool(printed.files))


def _write(printed: PiecePrinted, fresh: Path, name: str) -> None:
    """Write the files of a piece, and of each profile a picture of each page."""
    content = {file.path: file.content for file in printed.files}
    for path, body in content.items():
        write(fresh, path, body)
    first = {download.profile: content[download.path] for download in reversed(printed.downloads)}
    for profile, pdf in first.items():
        _pictured(pdf, fresh / LOOKED_AT / name, profile)


def _pictured(pdf: bytes, folder: Path, profile: str) -> None:
    """Write a picture of each page."""
    folder.mkdir(parents=True, exist_ok=True)
    for number, picture in enumerate(pictures(pdf, DPI, colour=True), 1):
        picture.save(folder / f"{profile}-{number}.png", compress_level=PACKED)


def fulfil(
    order: Order, workshop: Workshop, ready: Path, known: Known | None = None, limits: Limits | None = None
) -> Fulfilled:
    """Make what was ordered of a district; its files come below `ready`, under a name that nothing else has. `known`
    is what this district's children made before."""
    slug, limits, known = order.slug, limits or Limits(), known or Known()
    if stopped := workshop.registry.district_problems.get(slug):
        return Fulfilled(Said(stopped, is_whole=False))
    if order.kind == "lembar":
        return _sheet(order, workshop, ready, known, limits)
    works: dict[str, Callable[[], Work]] = {
        "halaman": lambda: PageMaking(workshop, order.what, known),
        "susun": lambda: Composing(workshop, known),
    }
    work = works.get(order.kind, lambda: Making(workshop))()
    for ended in run(work, [(slug,)], 1, limits, ready, lambda batch: readable(workshop, batch)):
        return _looked_through(ended, order, workshop, ready, limits)
    raise AssertionError("a child that was begun says something")


def _sheet(order: Order, workshop: Workshop, ready: Path, known: Known, limits: Limits) -> Fulfilled:
    """The files of a piece, made by as many children as it has halves."""
    work = PieceMaking(workshop, order.slug, order.what, known)
    halves = [(AND.join(half),) for half in _halves(workshop, order.what)]
    found: dict[str, Fulfilled] = {}
    for ended in run(work, halves, len(halves), limits, ready, lambda _: readable(workshop, (order.slug,))):
        found[ended.name] = _looked_through(ended, order, workshop, ready, limits)
    return _joined([found[name] for (name,) in halves])


def _halves(workshop: Workshop, name: str) -> list[tuple[Profile, ...]]:
    """The profiles of a piece that are made side by side, in its order: the first one is often tagged, and takes about
    as long as two others."""
    there = (piece.spec.profiles for piece in workshop.registry.pieces if piece.name == name)
    wanted = tuple(one for one in next(there, ()) if one in workshop.plan.profiles)
    if len(wanted) < 2 or (os.cpu_count() or 1) < 2:
        return [wanted or workshop.plan.profiles]
    return [wanted[:1], wanted[1:]]


def _joined(halves: Sequence[Fulfilled]) -> Fulfilled:
    """What came of the halves of a sheet, as if one child had made it. What each makes, its thumbnail, is that of the
    first that made any."""
    said = [half.said for half in halves]
    folders = [half.folder for half in halves if half.folder]
    for other in folders[1:]:
        _moved_into(folders[0], other)
    joined = Said(
        tuple(dict.fromkeys(chain.from_iterable(one.problems for one in said))),
        is_there=any(one.is_there for one in said),
        is_whole=any(one.is_whole for one in said),
        told=Told(
            tuple(chain.from_iterable(one.told.texts for one in said)),
            tuple(chain.from_iterable(one.told.pictures for one in said)),
        ),
    )
    return Fulfilled(joined, next(iter(folders), None))


def _moved_into(folder: Path, other: Path) -> None:
    """Move what only the other folder has."""
    for path in [path for path in other.rglob("*") if path.is_file()]:
        target = folder / path.relative_to(other)
        if not target.exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            path.rename(target)
    shutil.rmtree(other)


def _looked_through(ended: Ended, order: Order, workshop: Workshop, ready: Path, limits: Limits) -> Fulfilled:
    slug = order.slug
    if ended.said is None:
        assert ended.death is not None
        return Fulfilled(Said((problem_of(slug, ended.death, limits, ready),), is_whole=False))
    try:
        said = _of_site(ended.said, workshop, slug) if order.kind in SITES else value_of(SAID, ended.said)
    except NotBelieved as error:
        at = Place(f"districts/{slug}")
        found = problem("daerah-gagal", at, slug=slug, kode=0, langkah=at.file, rinci=str(error))
        return Fulfilled(Said((found,), is_whole=False))
    if not said.is_whole:
        return Fulfilled(said)
    if wrong := flaw(ended.folder, limits, may_be_in_site):
        return Fulfilled(Said((unsound(slug, *wrong),), is_whole=False))
    folder = _taken_out(ended.folder, ready)
    return Fulfilled(said, folder)


def _of_site(line: bytes, workshop: Workshop, slug: str) -> Said:
    """What a child says that made a site as `build` does."""
    built = built_of(line, slug, workshop.host_of(slug), published=False)
    return Said(built.problems, is_whole=built.host is not None)


def _taken_out(folder: Path, ready: Path) -> Path:
    """The folder under a name of its own, before that of the child goes."""
    target = next(path for number in count() if not (path := ready / f"{os.getpid()}-{number}").exists())
    folder.rename(target)
    return target


def take_in(folder: Path, root: Path, looked_at: Path, *, is_whole_site: bool) -> frozenset[str]:
    """Move the files of a folder to where they are shown, and say which are others than before. Where it is a whole
    site, what is there beyond it goes."""
    found = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
    changed = {name for name, path in found.items() if _moved(path, _target(name, root, looked_at))}
    for name in _fewer(found, looked_at):
        _target(name, root, looked_at).unlink()
        changed.add(name)
    if is_whole_site:
        there = {path.relative_to(root).as_posix(): path for path in root.rglob("*") if path.is_file()}
        for name in there.keys() - found.keys():
            there[name].unlink()
            changed.add(name)
    return frozenset(changed)


def _fewer(found: Collection[str], looked_at: Path) -> Iterator[str]:
    """The pictures of pages that a sheet had before and has no more, of the profiles that were made."""
    made = {name.rpartition("-")[0] for name in found if name.startswith(f"{LOOKED_AT}/")}
    for profile in sorted(made):
        for path in looked_at.glob(f"{profile.removeprefix(f'{LOOKED_AT}/')}-*.png"):
            name = f"{LOOKED_AT}/{path.relative_to(looked_at).as_posix()}"
            if name not in found:
                yield name


def _target(name: str, root: Path, looked_at: Path) -> Path:
    rest = name.removeprefix(f"{LOOKED_AT}/")
    return root / name if rest == name else looked_at / rest


def _moved(path: Path, target: Path) -> bool:
    """Put a file in its place; whether another one or none was there."""
    if target.is_file() and target.read_bytes() == path.read_bytes():
        return False
    target.parent.mkdir(parents=True, exist_ok=True)
    path.replace(target)
    return True
