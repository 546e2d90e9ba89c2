"""Tries a hostile folder and holds what came of it against what must come of it."""

from __future__ import annotations

import html
import shutil
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from selebaran.publish.layout import SITES, STORE, site_of
from tests.hostile.cases import CASES, Case
from tests.hostile.folder import HOST, PROVINCE, SLUG
from tests.hostile.kit import (
    HEALTHY,
    TALLY,
    Found,
    apart,
    build_into,
    is_well_told,
    lay_out,
    plant,
    read_and_compose,
    trees_of,
    uproot,
)
from tests.hostile.tree import DATA, faults_of_tree, scripts_of, without_data
from tests.hostile.warm import warm_up

BESIDE = frozenset(("laporan", "portal", SITES, STORE))
"""What a build of all districts writes beside their web roots."""
OF_A_SHEET = frozenset(("isian-tidak-muat", "teks-tidak-muat", "huruf-tanpa-rupa"))
"""What refuses one sheet, and not the site."""


@dataclass(frozen=True)
class Ground:
    """The project, what its healthy districts are without anything beside them, and the scripts of their pages."""

    root: Path
    out: Path
    trees: dict[str, dict[str, str]]
    scripts: frozenset[str]


def ground(folder: Path) -> Ground:
    """Lay the project out and build its healthy districts alone."""
    root = lay_out(folder)
    warm_up(root, next(iter(HEALTHY)))
    build_into(root, folder / "hangat")
    plain = folder / "polos"
    found = apart(lambda: build_into(root, plain))
    assert (found.crash, found.codes) == ("", set()), found
    assert set(found.hosts) == set(HEALTHY.values())
    pages = [p for host in HEALTHY.values() for p in site_of(plain, host).rglob("*.html")]
    scripts = frozenset().union(*(scripts_of(page.read_text("utf-8")) for page in pages))
    return Ground(root, folder / "dist", trees_of(plain), scripts)


def missed(case: Case, found: Found, *, slug: str = SLUG) -> list[str]:
    """What of the expectation was not met."""
    errors = [p for p in found.problems if p.is_error]
    codes = {p.code for p in errors}
    wrong = [told for p in found.problems if (told := is_well_told(p))]
    if found.crash:
        wrong.append(f"failed: {found.crash[-600:]}")
    if not case.code and codes:
        wrong.append(f"refused: {sorted(map(str, errors))[:3]}")
    if case.code not in ("", "*"):
        if codes != set(case.code.split("|")):
            wrong.append(f"wanted {case.code}, was {sorted(codes)}")
        start = f"districts/{slug}/{case.at}"
        if case.at and not any(str(p.place).startswith(start) for p in errors):
            wrong.append(f"wanted {start}, was {[str(p.place) for p in errors][:5]}")
    return wrong


def try_reading(root: Path, case: Case) -> tuple[Found, list[str]]:
    """Read and compose the hostile folder, without a worker and its limits."""
    plant(root, case.spoil)
    try:
        found = apart(lambda: read_and_compose(root), 30)
        return found, missed(case, found)
    finally:
        uproot(root)


def try_building(where: Ground, case: Case) -> tuple[Found, list[str]]:
    """Build it beside the healthy districts, and look at every byte of theirs, and at all that it made itself."""
    shutil.rmtree(where.out, ignore_errors=True)
    plant(where.root, case.spoil)
    try:
        found = apart(lambda: build_into(where.root, where.out))
    finally:
        uproot(where.root)
    wrong = missed(case, found)
    after = trees_of(where.out)
    changed = [
        f"{slug} changed: {differing(tree, after[slug])}" for slug, tree in where.trees.items() if after[slug] != tree
    ]
    TALLY.add(cases=1, unchanged=len(HEALTHY) - len(changed), neighbours=len(HEALTHY))
    TALLY.most(case.name, seconds=found.seconds, megabytes=found.megabytes)
    made = site_of(where.out, HOST)
    own = (f"districts/{SLUG}/", f"districts/{PROVINCE}/", "printables/", "districts/_daftar.yml/")
    errors = (p for p in found.problems if p.is_error and p.code not in OF_A_SHEET)
    is_refused = any(f"{p.place.file}/".startswith(own) for p in errors)
    TALLY.add(refused=int(is_refused), built=int(not is_refused))
    if is_refused == made.exists():
        wrong.append(f"built: {made.exists()}, refused: {is_refused}")
    if made.exists():
        wrong += [*faults_of_tree(made, where.scripts), *texts_missed(case, made)]
    strangers = names_beside(where.out) - {*HEALTHY.values(), HOST, *BESIDE}
    if strangers:
        wrong.append(f"written beside: {sorted(strangers)}")
    return found, wrong + changed


def first_of_each_kind(cases: Iterable[Case]) -> tuple[list[Case], list[Case]]:
    """The first case of a row that is refused and the first that isn't, with those that need a worker of their own; and
    all others."""
    every = list(cases)
    first = {(case.row, bool(case.code)): case for case in reversed(every)}
    alone = [case for case in every if case.worker or first[case.row, bool(case.code)] is case]
    return alone, [case for case in every if case not in alone]


def keeps_to_its_folder(root: Path, case: Case) -> bool:
    """Whether a case spoils nothing but its own folder, so that others can stand beside it."""
    plant(root)
    before = _around(root)
    uproot(root)
    plant(root, case.spoil)
    try:
        return _around(root) == before
    finally:
        uproot(root)


def _around(root: Path) -> dict[str, bytes]:
    """What stands in the folder of districts, without what is in the hostile one's."""
    own = root / "districts" / SLUG
    paths = [own, *(root / "districts").rglob("*")]
    return {
        str(path): b"" if path.is_symlink() or not path.is_file() else path.read_bytes()
        for path in paths
        if own not in path.parents and (path != own or own.is_dir())
    }


def try_together(where: Ground, cases: Iterable[Case]) -> dict[str, list[str]]:
    """Build several beside the healthy districts and one without fault: what of each was not met, by its name."""
    shutil.rmtree(where.out, ignore_errors=True)
    plant(where.root)  # without any fault: it must be built
    planted: list[tuple[Case, str, str]] = []
    for number, case in enumerate(cases):
        slug, host = f"{SLUG}-{number}", f"dinkesjahat{number}.example"
        planted.append((case, slug, host))
        plant(where.root, case.spoil, slug, host)
    try:
        found = apart(lambda: build_into(where.root, where.out))
    finally:
        uproot(where.root)
    after = trees_of(where.out)
    changed = {slug: differing(tree, after[slug]) for slug, tree in where.trees.items() if after[slug] != tree}
    told = [wrong for p in found.problems if (wrong := is_well_told(p))]
    made = {host for host in (HOST, *(host for _, _, host in planted)) if site_of(where.out, host).exists()}
    strangers = names_beside(where.out) - {*made, *HEALTHY.values(), *BESIDE}
    TALLY.add(
        cases=len(planted),
        refused=len(planted) + 1 - len(made),
        built=len(made) - 1,
        neighbours=len(HEALTHY),
        unchanged=len(HEALTHY) - len(changed),
    )
    TALLY.most(f"{planted[0][0].name} and {len(planted) - 1} more", seconds=found.seconds, megabytes=found.megabytes)
    healthy = {
        "crash": [found.crash] if found.crash else [],
        "told": told,
        "written beside": sorted(strangers),
        "the one without fault": faults_of_tree(site_of(where.out, HOST), where.scripts) if HOST in made else ["none"],
        **changed,
    }
    own = {case.name: missed_of_many(case, found, slug, host, where) for case, slug, host in planted}
    return {name: wrong for name, wrong in {**own, **healthy}.items() if wrong}


def missed_of_many(case: Case, found: Found, slug: str, host: str, where: Ground) -> list[str]:
    """What came of one of many folders, and must not have."""
    problems = tuple(p for p in found.problems if f"{p.place.file}/".startswith(f"districts/{slug}/"))
    wrong = missed(case, replace(found, problems=problems, crash=""), slug=slug)
    made = site_of(where.out, host)
    is_refused = any(p.is_error and p.code not in OF_A_SHEET for p in problems)
    if is_refused == made.exists():
        wrong.append(f"built: {made.exists()}, refused: {is_refused}")
    if made.exists():
        wrong += [*faults_of_tree(made, where.scripts), *texts_missed(case, made)]
    return wrong


def names_beside(out: Path) -> set[str]:
    """The names in an output folder, and those of its sites."""
    return {path.name for folder in (out, out / SITES) for path in folder.iterdir()}


def differing(before: dict[str, str], after: dict[str, str]) -> list[str]:
    """The files that are not the same, or not there."""
    return sorted(name for name in before.keys() | after.keys() if before.get(name) != after.get(name))[:5]


def texts_missed(case: Case, made: Path) -> list[str]:
    """What must be read on the pages that were made and isn't, and what must not be there and is."""
    content = {p: p.read_bytes() for p in made.rglob("*") if p.is_file()}
    absent = [f"found {text!r}" for text in case.absent if any(text.encode() in data for data in content.values())]
    markup = [without_data(data.decode("utf-8", "ignore")) for path, data in content.items() if path.suffix not in DATA]
    acting = [f"found {text!r} as markup" for text in case.markup if any(text in one for one in markup)]
    seen = " ".join(
        html.unescape(data.decode("utf-8", "ignore"))
        for data in content.values()
        if b"<!doctype html" in data[:40].lower()
    )
    return absent + acting + [f"not found {text!r}" for text in case.present if text not in seen]


def of_row(row: str) -> list[Case]:
    """Of a row, the first case of each refusal that no earlier case has, one that is built, and one in any event."""
    cases = [case for case in CASES.values() if not case.worker]
    first = {case.code or case.row: case for case in reversed(cases)}
    mine = [case for case in first.values() if case.row == row]
    return mine or [next(case for case in cases if case.row == row)]
