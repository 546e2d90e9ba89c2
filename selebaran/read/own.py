"""A folder's halaman/ and timpaan/ -> its own pages and overrides. The text in them is never a template."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TypeVar

from selebaran.model.language import LANGUAGES, split_language
from selebaran.model.own import NEWS, Layer, Override, OverrideFront, OwnFront, OwnPage, OwnText
from selebaran.model.problem import Place, Problem, problem
from selebaran.model.record import Record
from selebaran.read.content import split_front_matter
from selebaran.read.strict_yaml import read_yaml
from selebaran.read.text import read_text, shown
from selebaran.read.validate import validate

PAGES, OVERRIDES = "halaman", "timpaan"
BASE = ".dasar.md"
"""How the file is named that keeps the shared text beside its override."""
NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
MOST_PAGES = 100
LARGEST = 64 * 1024

R = TypeVar("R", bound=Record)


def read_own(folder: Path, label: str, layer: Layer) -> tuple[OwnText, list[Problem]]:
    """All own text of a folder, and every fault in it."""
    pages, problems = _pages(folder / PAGES, f"{label}/{PAGES}", layer)
    overrides, faults = _overrides(folder / OVERRIDES, f"{label}/{OVERRIDES}", layer)
    return OwnText(tuple(pages), tuple(overrides)), problems + faults


def unknown_language(code: str | None, place: Place) -> list[Problem]:
    """A problem for a code of which no language is known."""
    if code is None or code in LANGUAGES:
        return []
    return [problem("bahasa-tidak-dikenal", place, kode=shown(code), semua=", ".join(LANGUAGES))]


def _pages(folder: Path, label: str, layer: Layer) -> tuple[list[OwnPage], list[Problem]]:
    pages: list[OwnPage] = []
    files, problems = _files(folder, label)
    if len(files) > MOST_PAGES:
        return [], [*problems, problem("halaman-terlalu-banyak", Place(label), batas=MOST_PAGES)]
    for path in files:
        slug = path.relative_to(folder).with_suffix("").as_posix()
        name = f"{label}/{slug}.md"
        found, faults = _parts(path, name, OwnFront)
        slug, language = split_language(slug)
        problems += [*faults, *unknown_language(language, Place(name))]
        if found is None:
            continue
        front, body, place = found
        if slug.startswith(f"{NEWS}/") and front.day is None:
            problems.append(problem("kabar-tanpa-tanggal", Place(name, 1)))
        pages.append(OwnPage(slug, front, body, place, layer, language))
    return pages, problems


def _overrides(folder: Path, label: str, layer: Layer) -> tuple[list[Override], list[Problem]]:
    overrides: list[Override] = []
    files, problems = _files(folder, label)
    for path in (p for p in files if not p.name.endswith(BASE)):
        page, _, block = path.relative_to(folder).with_suffix("").as_posix().partition("/")
        name = f"{label}/{page}/{block}.md" if block else f"{label}/{page}.md"
        found, faults = _parts(path, name, OverrideFront)
        problems += faults
        base_path = path.with_suffix("").with_name(path.stem + BASE)
        target = f"{page}#{block}" if block else page
        if not base_path.is_file():
            problems.append(problem("timpaan-tanpa-dasar", Place(name), bagian=target))
            continue
        base, faults = read_text(base_path, f"{name.removesuffix('.md')}{BASE}")
        problems += faults
        if found is not None and base is not None:
            front, body, place = found
            overrides.append(Override(page, block, front, body, base, place, layer))
    return overrides, problems


def _files(folder: Path, label: str) -> tuple[list[Path], list[Problem]]:
    """The Markdown files of a folder and its sub-folders; what else lies there is a fault."""
    files: list[Path] = []
    problems: list[Problem] = []
    for path in sorted(folder.rglob("*")) if folder.is_dir() else []:
        inside = path.relative_to(folder)
        if path.is_dir() or path.name.startswith("."):
            continue
        stem = split_language(inside.as_posix().removesuffix(".md").removesuffix(".dasar"))[0]
        is_plain = (
            path.suffix == ".md"
            and path.is_file()
            and all(NAME.fullmatch(part) for part in stem.split("/"))
            and len(inside.parts) < 3
        )
        if is_plain and path.stat().st_size <= LARGEST:
            files.append(path)
        elif is_plain:
            place = Place(f"{label}/{inside.as_posix()}")
            problems.append(problem("berkas-terlalu-besar", place, batas=f"{LARGEST >> 10} KB"))
        else:
            name = shown(inside.as_posix())
            problems.append(problem("nama-halaman-tidak-sah", Place(f"{label}/{name}"), nama=name))
    return files, problems


def _parts(path: Path, name: str, model: type[R]) -> tuple[tuple[R, str, Place] | None, list[Problem]]:
    """Head and body of a file, with the place where the body begins."""
    text, problems = read_text(path, name)
    if text is None:
        return None, problems
    parts = split_front_matter(text)
    if parts is None:
        return None, [problem("kepala-hilang", Place(name, 1))]
    head, body, offset = parts
    source, problems = read_yaml(head.encode(), name, line_offset=1)
    if source is None:
        return None, problems
    front, problems = validate(model, source)
    return (None, problems) if front is None else ((front, body, Place(name, offset + 1)), problems)
