"""A folder's halaman/ and timpaan/ -> its own pages and overrides. The text in them is never a template."""

from __future__ import annotations

import re
from typing import TypeVar

from selebaran.model.kinds import Kinds
from selebaran.model.language import split_language
from selebaran.model.own_text import NEWS, Layer, Override, OverrideFront, OwnFront, OwnPage, OwnText
from selebaran.model.problem import Place, Problem, problem
from selebaran.model.record import Record
from selebaran.read.content import head_places, split_front_matter
from selebaran.read.strict_yaml import read_yaml
from selebaran.read.text import shown, text_of
from selebaran.read.validate import sound, validate
from selebaran.read.walk import Tree
from selebaran.words.mended import mended
from selebaran.words.near import nearest

PAGES, OVERRIDES = "halaman", "timpaan"
BASE = ".dasar.md"
"""How the file is named that keeps the shared text beside its override."""
NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
LONGEST_NAME = 80
MOST_PAGES = 100
"""Files of either folder; those that keep the shared text are not counted."""
LARGEST = 64 * 1024
LARGEST_HEAD = 8 * 1024
STAND_INS = {"judul": "Judul", "ringkas": "Ringkasan.", "oleh": "Kantor", "tanggal": "2000-01-01", "alasan": "Alasan"}
"""What a body is judged with whose head lacks them."""

R = TypeVar("R", bound=Record)


def read_own(tree: Tree, layer: Layer, kinds: Kinds | None = None) -> tuple[OwnText, list[Problem]]:
    """All own text of a folder, and every fault in it."""
    pages, problems = _pages(tree, layer, kinds)
    overrides, faults = _overrides(tree, layer)
    return OwnText(tuple(pages), tuple(overrides)), problems + faults


def unknown_language(code: str | None, place: Place, kinds: Kinds | None) -> list[Problem]:
    """A problem for a code of which the campaign knows no language; each passes where there is no campaign."""
    known = kinds.lists["bahasa"] if kinds else {}
    if code is None or code in known or kinds is None:
        return []
    named = {meaning.title.casefold(): key for key, meaning in known.items()}
    meant = named.get(code.casefold()) or nearest(code, known, 0.5)
    return [problem("bahasa-tidak-dikenal", place, kode=shown(code), semua=", ".join(known), maksud=meant)]


def _pages(tree: Tree, layer: Layer, kinds: Kinds | None) -> tuple[list[OwnPage], list[Problem]]:
    pages: list[OwnPage] = []
    files, problems = _files(tree, PAGES)
    for path in files:
        found, faults = _parts(tree, path, OwnFront, kinds)
        slug, language = split_language(_stem(path))
        problems += [*faults, *unknown_language(language, tree.place(path), kinds)]
        if found is None:
            continue
        front, body, place, heads = found
        is_told = bool(faults) and "tanggal" in heads
        if slug.startswith(f"{NEWS}/") and front.day is None and not is_told:
            problems.append(problem("kabar-tanpa-tanggal", Place(place.file, 1)))
        pages.append(OwnPage(slug, front, body, place, layer, language, heads))
    return pages, problems


def _overrides(tree: Tree, layer: Layer) -> tuple[list[Override], list[Problem]]:
    overrides: list[Override] = []
    files, problems = _files(tree, OVERRIDES)
    for path in (path for path in files if not path.endswith(BASE)):
        found, faults = _parts(tree, path, OverrideFront)
        problems += faults
        page, _, block = _stem(path).partition("/")
        base_path = path.removesuffix(".md") + BASE
        if base_path not in {*tree.files, *tree.refused}:
            target = f"{page}#{block}" if block else page
            problems.append(problem("timpaan-tanpa-dasar", tree.place(path), bagian=target))
            continue
        base, faults = _text(tree, base_path)
        problems += faults
        if found is not None and base is not None:
            front, body, place, heads = found
            overrides.append(Override(page, block, front, body, base, place, layer, heads))
    return overrides, problems


def _files(tree: Tree, folder: str) -> tuple[list[str], list[Problem]]:
    """The paths of the Markdown files of a folder and its sub-folders; what else lies there is a fault."""
    files: list[str] = []
    problems: list[Problem] = []
    shut: set[str] = set()
    for path in tree.under(folder):
        if path.rpartition("/")[0] in shut:  # the name of its folder was a fault already
            shut.add(path)
        elif not _may_be_called(path, is_folder=path in tree.folders):
            name, maksud = (
                _within(path),
                "" if path in tree.folders else mended("nama-halaman-tidak-sah", _within(path)),
            )
            problems.append(problem("nama-halaman-tidak-sah", tree.place(path), nama=shown(name), maksud=maksud))
            shut.add(path)
        elif tree.files.get(path, 0) > LARGEST:
            problems.append(problem("berkas-terlalu-besar", tree.place(path), batas=f"{LARGEST >> 10} KB"))
        elif path in tree.files:
            files.append(path)
    if sum(not path.endswith(BASE) for path in files) > MOST_PAGES:
        return [], [*problems, problem("halaman-terlalu-banyak", tree.place(folder), batas=MOST_PAGES)]
    return files, problems


def _may_be_called(path: str, *, is_folder: bool) -> bool:
    """Whether a folder, or a Markdown file in no more than one folder, has a name that an address can have."""
    name = _within(path)
    stem = name if is_folder else split_language(_stem(path))[0]
    parts = stem.split("/")
    if not is_folder and not name.endswith(".md"):
        return False
    is_short = max(map(len, name.split("/"))) <= LONGEST_NAME
    return is_short and len(parts) <= 2 - is_folder and all(NAME.fullmatch(part) for part in parts)


def _within(path: str) -> str:
    """A path as seen from halaman/ or timpaan/."""
    return path.partition("/")[2]


def _stem(path: str) -> str:
    """The name of a file within its folder, without what tells its kind."""
    return _within(path).removesuffix(".md").removesuffix(".dasar")


def _text(tree: Tree, path: str) -> tuple[str | None, list[Problem]]:
    """The text of a file; None, and why, where it can't be read."""
    raw, problems = tree.read(path, LARGEST)
    return (None, problems) if raw is None else text_of(raw, tree.place(path).file)


def _parts(
    tree: Tree, path: str, model: type[R], kinds: Kinds | None = None
) -> tuple[tuple[R, str, Place, dict[str, Place]] | None, list[Problem]]:
    """Head and body of a file, with the place where the body begins and those of the head's keys."""
    name = tree.place(path).file
    text, problems = _text(tree, path)
    if text is None:
        return None, problems
    parts = split_front_matter(text)
    if parts is None:
        return None, [problem("kepala-hilang", Place(name, 1))]
    head, body, offset = parts
    if len(head) > LARGEST_HEAD:
        return None, [problem("kepala-terlalu-panjang", Place(name, 1), batas=f"{LARGEST_HEAD >> 10} KB")]
    source, problems = read_yaml(head.encode(), name, line_offset=1)
    if source is None:
        return None, problems
    front, problems = validate(model, source, kinds=kinds)
    if front is None:
        front, _ = sound(model, source, kinds=kinds, given=STAND_INS)
    if front is None:
        return None, problems
    return (front, body, Place(name, offset + 1), head_places(source, text.split("\n"))), problems
