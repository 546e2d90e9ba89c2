"""A change of what all districts share -> the pages and sheets that it may make others in any of them.

Nothing is made for it: files that changed, and those that name a fact that did, lead to their pages and sheets. So it
names a page, too, of which a district takes another branch; it is to forget none.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from selebaran.compose.page.downloads import DOWNLOADS
from selebaran.compose.page.glossary import SLUG as GLOSSARY_PAGE
from selebaran.compose.page.parts import NoPart, find_part
from selebaran.model.facts import Fact
from selebaran.model.language import split_language
from selebaran.model.page import PageSource
from selebaran.model.piece import PieceSource
from selebaran.model.registry import Registry

FACTS = "content/fakta.yml"
LIST = "districts/_daftar.yml"
PART = re.compile(r"""["']([a-z][\w-]*)(?:#([\w-]+))?""")
"""How the name of a part begins in a template."""
TEXTS = frozenset((".md", ".yml", ".html", ".css", ".svg", ".xml", ".txt", ".js"))
DRAWINGS = ("content/seni/", "templates/seni/")
PAGES_ALONE = ("templates/site/", "mkdocs.yml")
SHEETS_ALONE = ("templates/print/",)
NEITHER = (
    "templates/laporan/",
    "templates/portal/",
    "content/sinonim.yml",
    "content/bahasa.yml",
    "content/harga-cetak.yml",
)
"""Reports of staff and the portal are no district's; of the others there is nothing on any page: a search answers with
one."""
GLOSSARY = "content/istilah.yml"


@dataclass(frozen=True)
class Touched:
    """What may be another in all districts: pages by slug and sheets by name, or each of them; and the own text of
    districts that names what changed, as slugs and files."""

    every_page: bool = False
    every_sheet: bool = False
    pages: tuple[str, ...] = ()
    sheets: tuple[str, ...] = ()
    own: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Side:
    """The project at one commit."""

    registry: Registry
    root: Path


def touched_by(paths: Iterable[str], before: Side, after: Side) -> Touched:
    """What a change of these files of the project may make another."""
    sides = before, after
    changed = frozenset(path for path in paths if path != FACTS and _is_shared(path))
    facts = _other_facts(before.registry, after.registry)
    names = facts | _drawings(changed)
    naming = frozenset(path for side in sides for path in _naming(side.root, names))
    files = changed | naming
    every_page, every_sheet = _every(files)
    sheets = _sheets(files) | _taking_parts(before.registry, after.registry, _naming_any(names))
    pages = _pages(files, sides, with_facts=bool(facts)) | ({DOWNLOADS} if sheets or every_sheet else set())
    every_page |= _heads(before.registry) != _heads(after.registry)
    return Touched(every_page, every_sheet, tuple(sorted(pages)), tuple(sorted(sheets)), _own(naming))


def _every(files: Iterable[str]) -> tuple[bool, bool]:
    """Whether every page, and every sheet, may be another for these files."""
    whole = [path for path in files if _is_everybodys(path)]
    pages, sheets = (not all(path.startswith(alone) for path in whole) for alone in (SHEETS_ALONE, PAGES_ALONE))
    return pages, sheets


def _is_shared(path: str) -> bool:
    return path == LIST or not path.startswith("districts/")


def _drawings(files: Iterable[str]) -> set[str]:
    return {Path(path).stem for path in files if path.startswith(DRAWINGS)}


def _sheets(files: Iterable[str]) -> set[str]:
    return {path.split("/")[1] for path in files if path.startswith("printables/")}


def _own(files: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """Districts, or folders of provinces, with their files."""
    return tuple(sorted((path.split("/")[1], path) for path in files if path.startswith("districts/")))


def _pages(files: Iterable[str], sides: Iterable[Side], *, with_facts: bool) -> set[str]:
    """The pages that files are the text of; that of all words, and that of all facts, where these are others."""
    found = {page for path in files if (page := _page_of(path))}
    found |= {GLOSSARY_PAGE} if GLOSSARY in files else set()
    return found | {page for side in sides if with_facts and (page := _about(side.registry))}


def _other_facts(before: Registry, after: Registry) -> set[str]:
    """The names of facts that are others now, and of their values that are: of all where the fact itself is, its days
    or its sentence."""
    old, new = before.facts.by_id, after.facts.by_id
    other = {name for name in {*old, *new} if old.get(name) != new.get(name)}
    return other | {value for name in other for value in _other_values(old.get(name), new.get(name))}


def _other_values(old: Fact | None, new: Fact | None) -> set[str]:
    if old is None or new is None or _itself(old) != _itself(new):
        return {name for fact in (old, new) if fact for name in fact.values}
    return {name for name in {*old.values, *new.values} if old.values.get(name) != new.values.get(name)}


def _itself(fact: Fact) -> Fact:
    return fact.model_copy(update={"values": {}})


def _about(registry: Registry) -> str | None:
    """The page that lists all facts."""
    return registry.campaign.pages.about if registry.campaign.pages else None


def _naming_any(names: Iterable[str]) -> Callable[[str], bool]:
    """Whether a text has one of these names in it, in whatever way."""
    found = sorted(map(re.escape, names))
    pattern = re.compile(rf"(?<![\w-])(?:{'|'.join(found)})(?![\w-])") if found else None
    return lambda text: bool(pattern and pattern.search(text))


def _naming(root: Path, names: Collection[str]) -> Iterator[str]:
    """The files of a tree, but for the register and ledgers, whose text has one of these names in it."""
    if not names:
        return
    is_named = _naming_any(names)
    for top in ("content", "printables", "templates", "districts"):
        for path in (root / top).rglob("*"):
            file = path.relative_to(root).as_posix()
            is_read = path.suffix in TEXTS and file != FACTS and not file.startswith("districts/_edisi/")
            if is_read and path.is_file() and is_named(path.read_text("utf-8", "replace")):
                yield file


def _page_of(path: str) -> str | None:
    """The shared page that a file is the text of."""
    folder, _, name = path.rpartition("/")
    return split_language(name.removesuffix(".md"))[0] if folder == "content" and name.endswith(".md") else None


def _is_everybodys(path: str) -> bool:
    """Whether a file has to do with more than a page or a sheet of its own."""
    is_own = _page_of(path) or path.startswith(("printables/", GLOSSARY, *DRAWINGS, *NEITHER))
    return not is_own and _is_shared(path)


def _heads(registry: Registry) -> dict[tuple[str, str], object]:
    """What menus and lists of pages show of each page."""
    translated = ((code, page) for code, pages in registry.translations.items() for page in pages.values())
    return {(code, page.slug): page.front for code, page in (*(("", page) for page in registry.pages), *translated)}


def _taking_parts(before: Registry, after: Registry, is_named: Callable[[str], bool]) -> set[str]:
    """The sheets that take a part of a page which is another, or names what is."""
    old, new = _parts(before), _parts(after)
    return {
        name
        for name in {*old, *new}
        if old.get(name) != new.get(name) or any(map(is_named, (*old.get(name, ()), *new.get(name, ()))))
    }


def _parts(registry: Registry) -> dict[str, tuple[str, ...]]:
    """By piece, the texts of pages that it takes."""
    pages = {page.slug: page for page in registry.pages}
    return {piece.name: (*_described(piece, pages), *_drawn(piece, pages)) for piece in registry.pieces}


def _described(piece: PieceSource, pages: dict[str, PageSource]) -> Iterator[str]:
    """Those that its description names."""
    for name in piece.spec.part_names:
        with contextlib.suppress(NoPart):
            found = find_part(pages, name)
            yield f"{found.heading}\n{found.text}"


def _drawn(piece: PieceSource, pages: dict[str, PageSource]) -> Iterator[str]:
    """Whole blocks, or pages, of which its template may take something: it makes names of others there."""
    for slug, block in PART.findall(piece.html):
        if slug in pages:
            yield pages[slug].text_of(block) or pages[slug].text_of("") or ""
            yield pages[slug].front.title
