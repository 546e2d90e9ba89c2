"""Two revisions of a project -> the same districts made of both, into two outputs, and what the change touches.

Districts whose own folder changed are made; where shared text changed too, some that differ most stand for all. Each
tree is read and made behind the same walls as any build, by the program that runs.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from selebaran.compose.fact.impact import states
from selebaran.compose.piece.editions import values_of
from selebaran.model.problem import Problem
from selebaran.model.registry import DistrictFolder, Registry
from selebaran.publish.build import build
from selebaran.publish.difference.outputs import Edition
from selebaran.publish.difference.touched import Side, Touched, touched_by
from selebaran.publish.outcome import Reporter
from selebaran.publish.plan import Plan
from selebaran.read.git_changes import changes_between, left_at, unpack
from selebaran.read.project import read_project
from selebaran.read.strict_yaml import remembering

PARTS = ("content", "districts", "printables", "templates", "mkdocs.yml")
"""What of a project its sites and sheets are made from."""
DISTRICTS, PROVINCES, EDITIONS = "districts", "_provinsi", "_edisi"
MOST = 10
"""Districts that are made because their own folder changed."""


@dataclass(frozen=True)
class Reach:
    """What a change touches: districts by their own folders, whether shared files too, whether the program itself;
    which of all districts are shown; facts that say something else; papers of any district that state these; the pages
    and sheets that may be others in all districts; and districts that are there no more."""

    own: tuple[str, ...]
    is_shared: bool
    is_program: bool
    districts: int
    shown: tuple[str, ...]
    facts: tuple[str, ...]
    papers: tuple[tuple[str, Edition], ...]
    touched: Touched = field(default_factory=Touched)
    gone: tuple[str, ...] = ()


@dataclass(frozen=True)
class Trees:
    """The project at two commits."""

    before: Registry
    after: Registry
    roots: tuple[Path, Path]


def unpacked(project: Path, base: str, head: str, folder: Path) -> Trees:
    """The project before and after. Raises `GitFailed`."""
    roots = folder / "sebelum", folder / "sesudah"
    for root, commit in zip(roots, left_at(project, base, head), strict=True):
        root.mkdir()
        unpack(project, commit, root, PARTS)
        kept = project / ".cache"
        kept.mkdir(exist_ok=True)
        (root / ".cache").symlink_to(kept.absolute())
    with remembering():  # most files are the same on both sides
        return Trees(read_project(roots[0]), read_project(roots[1]), roots)


def reach_of(project: Path, base: str, head: str, trees: Trees, asked: tuple[str, ...], sample: int) -> Reach:
    """What a change touches, and which districts show it: those that were asked for, else by what it touches."""
    paths = [change.path for change in changes_between(project, base, head)]
    known = trees.after.districts
    folders = set(map(_folder, paths))
    slugs = tuple(dict.fromkeys((*trees.after.slugs, *trees.after.district_problems)))
    own = tuple(slug for slug in slugs if folders & _own(slug, known.get(slug)))
    shared = [path for path in paths if path.split("/")[0] in PARTS and _folder(path)[0] == ""]
    some = _differing(known.values())[:sample] if shared else ()
    facts = _other_facts(trees)
    return Reach(
        own=own,
        is_shared=bool(shared),
        is_program=any(path.split("/")[0] == "selebaran" for path in paths),
        districts=len(slugs),
        shown=asked or tuple(dict.fromkeys((*own[:MOST], *some))),
        facts=facts,
        papers=tuple(_papers(facts, trees.after)),
        gone=_gone(trees, slugs),
        touched=_touched(paths, trees),
    )


def _gone(trees: Trees, slugs: Collection[str]) -> tuple[str, ...]:
    return tuple(slug for slug in trees.before.slugs if slug not in slugs)


def _touched(paths: Iterable[str], trees: Trees) -> Touched:
    before, after = (Side(*side) for side in zip((trees.before, trees.after), trees.roots, strict=True))
    return touched_by(paths, before, after)


def _folder(path: str) -> tuple[str, str]:
    """Whose file a path is: a district's or a province's, by kind and name; ("", "") where it is everybody's."""
    parts = path.split("/")
    if parts[0] != DISTRICTS or len(parts) < 3:
        return "", ""
    if parts[1] == PROVINCES:
        return PROVINCES, parts[2]
    if parts[1] == EDITIONS:
        return DISTRICTS, parts[2].removesuffix(".yml").removesuffix("-kalender").removesuffix("-alamat")
    return DISTRICTS, parts[1]


def _own(slug: str, folder: DistrictFolder | None) -> set[tuple[str, str]]:
    """What below `districts/` is a district's: its own folder, and its province's where that can be read."""
    province = folder.province_file.split("/")[2] if folder and folder.province_file else ""
    return {(DISTRICTS, slug), (PROVINCES, province)}


def _differing(folders: Iterable[DistrictFolder]) -> tuple[str, ...]:
    """Districts in an order in which the first differ most: a made-up one with everything filled in, the one of the
    longest name, the one with the least to say, then the others."""
    by_name = sorted(folders, key=lambda one: (-len(one.district.name), one.slug))
    made_up = [one for one in by_name if one.district.fictional]
    real = [one for one in by_name if not one.district.fictional]
    least = sorted(real, key=lambda one: (len(one.events) + len(one.district.contacts), one.slug))
    return tuple(dict.fromkeys(one.slug for one in (*made_up[:1], *real[:1], *least[:1], *by_name)))


def _other_facts(trees: Trees) -> tuple[str, ...]:
    """The facts that say something else, or that are gone."""
    before, after = trees.before.facts.by_id, trees.after.facts.by_id
    return tuple(
        name for name, fact in before.items() if name not in after or values_of(after[name]) != values_of(fact)
    )


def _papers(facts: tuple[str, ...], registry: Registry) -> Iterable[tuple[str, Edition]]:
    """The papers of all ledgers that state one of these facts."""
    for slug, folder in registry.districts.items():
        for paper in folder.ledger:
            if found := [name for name in facts if states(paper, name, registry.facts)]:
                yield slug, Edition(paper.piece, paper.code, ", ".join(found))


def made(trees: Trees, reach: Reach, outs: tuple[Path, Path], day: date, jobs: int, shows: Reporter) -> list[Problem]:
    """Make the districts that are shown, of both trees; what is wrong with the later one."""
    problems: list[Problem] = []
    for registry, root, out in zip((trees.before, trees.after), trees.roots, outs, strict=True):
        known = {*registry.slugs, *registry.district_problems}
        slugs = tuple(slug for slug in reach.shown if slug in known)
        out.mkdir()
        report = build(Plan(root, out, slugs, day, profiles=("layar",), jobs=jobs), registry, shows)
        problems = [problem for problem in report.problems if problem.is_error]
    return problems
