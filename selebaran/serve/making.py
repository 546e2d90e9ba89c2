"""Makes one thing of one district, in a child with the walls of every build, and hands its files on.

A page is made alone, for somebody is looking at it; a site, with or without all of its sheets, is made as `build` makes
it. What a child says and leaves is looked through as there.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from itertools import count
from pathlib import Path
from typing import NamedTuple

from pydantic import TypeAdapter

from selebaran.jobs.children import Ended, Work, run
from selebaran.jobs.confine import Limits
from selebaran.jobs.inspect import flaw
from selebaran.model.artifact import may_be_in_site
from selebaran.model.edition import Edition
from selebaran.model.problem import Place, ProblemsFound, problem
from selebaran.press.build import print_piece
from selebaran.press.job import PieceJob
from selebaran.press.layout import Press
from selebaran.press.raster import pictures
from selebaran.publish.answers import built_of
from selebaran.publish.believed import NotBelieved, Problems, line_of, value_of
from selebaran.publish.deaths import problem_of, unsound
from selebaran.publish.district import Workshop, printed_before
from selebaran.publish.districts import Making, readable
from selebaran.publish.layout import site_of
from selebaran.publish.swap import write
from selebaran.serve.known import Known, Told
from selebaran.serve.orders import Order
from selebaran.serve.paths import PAGE
from selebaran.site.build import draw_pages

LOOKED_AT = "lihat"
"""The folder beside a site's own files in which the pictures of its sheets come."""
DPI = 80
MOST_TITLES = 500
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


class PieceMaking:
    """The work of a child: the files of one piece of a district, and a picture of each page. `known` as for a page."""

    def __init__(self, workshop: Workshop, piece: str, known: Known) -> None:
        self._workshop, self._piece, self._known = workshop, piece, known

    def __call__(self, slug: str, fresh: Path) -> bytes:
        """Print it, and say what is wrong."""
        with self._known.recalling() as made:
            said = self._said(slug, fresh)
        return line_of(SAID, replace(said, told=made.told()))

    def _said(self, slug: str, fresh: Path) -> Said:
        plan, press = self._workshop.plan, self._workshop.press
        asked = {self._piece: plan.profiles} if self._piece in self._workshop.registry.when_asked else {}
        assert press is not None
        try:
            edition = self._workshop.composer.compose(
                slug, as_of=plan.day_of(slug), profiles=plan.profiles, papers=plan.papers, asked=asked
            )
        except ProblemsFound as found:
            return Said(found.problems, is_whole=False)
        return _printed(press, edition, self._piece, fresh)


def _printed(press: Press, edition: Edition, name: str, fresh: Path) -> Said:
    made = next((outcome.made for outcome in edition.outcomes if outcome.name == name), ())
    if not made:
        return Said(edition.problems, is_there=False)
    printed = print_piece(press, PieceJob(made, edition.frame.names.district))
    content = {file.path: file.content for file in printed.files}
    for path, body in content.items():
        write(fresh, path, body)
    first = {download.profile: content[download.path] for download in reversed(printed.downloads)}
    for profile, pdf in first.items():
        _pictured(pdf, fresh / LOOKED_AT / name, profile)
    return Said((*edition.problems, *printed.problems), is_whole=bool(printed.files))


def _pictured(pdf: bytes, folder: Path, profile: str) -> None:
    """Write a picture of each page."""
    folder.mkdir(parents=True, exist_ok=True)
    for number, picture in enumerate(pictures(pdf, DPI, colour=True), 1):
        picture.save(folder / f"{profile}-{number}.png")


def fulfil(
    order: Order, workshop: Workshop, ready: Path, known: Known | None = None, limits: Limits | None = None
) -> Fulfilled:
    """Make what was ordered of a district; its files come below `ready`, under a name that nothing else has. `known`
    is what this district's children made before."""
    slug, limits, known = order.slug, limits or Limits(), known or Known()
    if stopped := workshop.registry.district_problems.get(slug):
        return Fulfilled(Said(stopped, is_whole=False))
    works: dict[str, Callable[[], Work]] = {
        "halaman": lambda: PageMaking(workshop, order.what, known),
        "lembar": lambda: PieceMaking(workshop, order.what, known),
    }
    work = works.get(order.kind, lambda: Making(workshop))()
    for ended in run(work, [(slug,)], 1, limits, ready, lambda batch: readable(workshop, batch)):
        return _looked_through(ended, order, workshop, ready, limits)
    raise AssertionError("a child that was begun says something")


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
    if is_whole_site:
        there = {path.relative_to(root).as_posix(): path for path in root.rglob("*") if path.is_file()}
        for name in there.keys() - found.keys():
            there[name].unlink()
            changed.add(name)
    return frozenset(changed)


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
