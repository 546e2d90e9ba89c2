"""A project folder -> Registry: everything that was read, and every fault in all of it, in one go."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from selebaran.model.language import split_language
from selebaran.model.names import nearest
from selebaran.model.page import PageSource
from selebaran.model.piece import PieceSource, PieceSpec
from selebaran.model.problem import Place, Problem, problem
from selebaran.model.registry import DistrictFolder, Places, Registry
from selebaran.read.content import read_facts, read_page
from selebaran.read.districts import read_district, read_list, unlisted
from selebaran.read.own import unknown_language
from selebaran.read.pieces import piece_shape
from selebaran.read.province import unknown_provinces
from selebaran.read.search_words import read_search_words
from selebaran.read.strict_yaml import read_yaml
from selebaran.read.text import read_raw, read_text, shown
from selebaran.read.validate import validate
from selebaran.read.wordlists import read_glossary, read_words

DRAWING = re.compile(r"seni/([a-z0-9-]+)\.svg")


def read_project(root: Path) -> Registry:
    """The registry of the project at `root`. Nothing is raised for faults in its files: they lie in the registry."""
    facts, fact_places, shared = read_facts(root / "content" / "fakta.yml", "content/fakta.yml")
    words, faults = read_words(root / "content" / "bahasa.yml", "content/bahasa.yml")
    shared += faults
    glossary, glossary_places, faults = read_glossary(root / "content" / "istilah.yml", "content/istilah.yml")
    shared += faults
    search_words, search_places, faults = read_search_words(root / "content" / "sinonim.yml", "content/sinonim.yml")
    shared += faults
    pages, translations, faults = _pages(root)
    shared += faults
    pieces: list[PieceSource] = []
    for folder in sorted(p for p in (root / "printables").glob("*") if p.is_dir()):
        piece, faults = _piece(folder)
        shared += faults
        if piece is not None:
            shared += _same_code(piece, pieces)
            pieces.append(piece)
    drawings, faults = _texts(root, "templates/seni", "*.svg")
    shared += faults
    print_files, faults = _texts(root, "templates/print", "*.*")
    shared += faults
    for file in ("templates/print/print.css", "templates/tokens.css"):
        text, faults = read_text(root / file, file)
        shared += [fault for fault in faults if fault not in shared]
        print_files[Path(file).name] = text or ""
    listed, list_places, faults = read_list(root / "districts", "districts")
    shared += faults
    stopped = unlisted(root / "districts", "districts", listed) if listed else {}
    districts: dict[str, DistrictFolder] = {}
    for index, entry in enumerate(listed):
        listed_at = list_places.of("daerah", index, "slug")
        folder_read, faults = read_district(root / "districts", "districts", entry, listed_at)
        if folder_read is None:
            stopped[entry.slug] = tuple(faults)
        else:
            districts[entry.slug] = folder_read
    provinces = (folder_read.district.province for folder_read in districts.values())
    if not stopped:  # a district that can't be read may be the one that names a province
        stopped |= unknown_provinces(root / "districts", "districts", provinces)
    return Registry(
        listed=listed,
        facts=facts,
        fact_places=fact_places,
        words=words,
        glossary=glossary,
        glossary_places=glossary_places,
        search_words=search_words,
        search_places=search_places,
        pages=tuple(pages),
        translations=translations,
        pieces=tuple(pieces),
        drawings={Path(name).stem: text for name, text in drawings.items()},
        theme_drawings=_theme_drawings(root / "templates" / "site") & {Path(name).stem for name in drawings},
        print_files=print_files,
        districts=districts,
        shared_problems=tuple(shared),
        district_problems=stopped,
    )


def _pages(root: Path) -> tuple[list[PageSource], dict[str, dict[str, PageSource]], list[Problem]]:
    """The shared pages, their translations by language and slug, and every fault in them."""
    pages: list[PageSource] = []
    translations: dict[str, dict[str, PageSource]] = {}
    problems: list[Problem] = []
    paths = sorted((root / "content").glob("*.md"))
    for path in paths:
        name = f"content/{path.name}"
        page, faults = read_page(path, name)
        slug, language = split_language(path.stem)
        problems += [*faults, *unknown_language(language, Place(name))]
        if slug == "index":  # the address of the home page
            problems.append(problem("alamat-dipakai", Place(name), alamat=slug, maksud=""))
        if page is None:
            continue
        if language is None:
            pages.append(page)
        else:
            translations.setdefault(language, {})[slug] = replace(page, slug=slug)
    known = {page.slug: page for page in pages}
    for found in translations.values():
        for slug in sorted(found.keys() - {path.stem for path in paths}):
            place = found.pop(slug).place
            problems.append(problem("terjemahan-tanpa-asal", place, halaman=slug, maksud=nearest(slug, known)))
        found |= {slug: _formed_like(known[slug], page) for slug, page in found.items() if slug in known}
    return pages, translations, problems


def _formed_like(page: PageSource, translation: PageSource) -> PageSource:
    """A translation with what isn't words from its page: the template, the ways in, and the forms of blocks."""
    there = {segment.block for segment in translation.segments}
    given: dict[str, object] = {"template": page.front.template}
    if not translation.front.choices:
        given["choices"] = page.front.choices
    given["blocks"] = {name: rule for name, rule in page.front.blocks.items() if name in there}
    return replace(translation, front=translation.front.model_copy(update=given))


def _texts(root: Path, folder: str, pattern: str) -> tuple[dict[str, str], list[Problem]]:
    """The readable files of a folder under their names, and why others aren't."""
    texts: dict[str, str] = {}
    problems: list[Problem] = []
    for path in sorted((root / folder).glob(pattern)):
        text, faults = read_text(path, f"{folder}/{path.name}")
        problems += faults
        if text is not None:
            texts[path.name] = text
    return texts, problems


def _theme_drawings(folder: Path) -> frozenset[str]:
    texts = [p.read_text("utf-8") for p in sorted(folder.rglob("*")) if p.suffix in (".html", ".css", ".js")]
    return frozenset(name for text in texts for name in DRAWING.findall(text))


def _piece(folder: Path) -> tuple[PieceSource | None, list[Problem]]:
    label = f"printables/{folder.name}"
    html, problems = read_text(folder / "piece.html", f"{label}/piece.html")
    css, faults = read_text(folder / "piece.css", f"{label}/piece.css")
    problems += faults
    if not (folder / "piece.yml").is_file():
        return None, [*problems, problem("berkas-hilang", Place(f"{label}/piece.yml"))]
    source, faults = read_yaml(read_raw(folder / "piece.yml"), f"{label}/piece.yml")
    problems += faults
    if source is None:
        return None, problems
    spec, faults = validate(PieceSpec, source)
    problems += faults
    if spec is not None:
        problems += [*_cover(spec, source.places), *_line_room(spec, source.places), *piece_shape(spec, source.places)]
    if problems or spec is None or html is None or css is None:
        return None, problems
    return PieceSource(folder.name, spec, html, css, Place(f"{label}/piece.html")), []


def _same_code(piece: PieceSource, others: list[PieceSource]) -> list[Problem]:
    """Two pieces with one code would have editions that can't be told apart."""
    taken = next((other.name for other in others if other.spec.code == piece.spec.code), None)
    place = Place(piece.place.file.replace("piece.html", "piece.yml"))
    return [problem("kode-lembar-ganda", place, kode=piece.spec.code, lembar=taken)] if taken else []


def _cover(spec: PieceSpec, places: Places) -> list[Problem]:
    """The panel that stands for the piece must be on the sheet that it is said to be on."""
    number, name = spec.cover.sheet, spec.cover.panel
    panels = [panel.name for sheet in spec.sheets[number - 1 : number] for panel in sheet.panels]
    if name in panels:
        return []
    place = places.of("sampul", "panel" if panels else "lembar")
    return [problem("sampul-tidak-ada", place, panel=shown(name), nomor=number, maksud=nearest(name, panels))]


def _line_room(spec: PieceSpec, places: Places) -> list[Problem]:
    """The panel that has room for a district's own line must be one of the piece's."""
    panels = [panel.name for sheet in spec.sheets for panel in sheet.panels]
    if spec.line_room is None or spec.line_room.panel in panels:
        return []
    name = spec.line_room.panel
    place = places.of("ruang_baris", "panel")
    return [problem("panel-tidak-dikenal", place, panel=shown(name), maksud=nearest(name, panels))]
