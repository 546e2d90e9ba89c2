"""A project folder -> Registry: everything that was read, and every fault in all of it, in one go."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from selebaran.model.language import split_language
from selebaran.model.page import PageSource
from selebaran.model.piece import PieceSource
from selebaran.model.problem import Place, Problem, problem
from selebaran.model.registry import DistrictFolder, Registry
from selebaran.read.content import read_facts, read_page
from selebaran.read.districts import read_district, read_list, unlisted
from selebaran.read.own_text import unknown_language
from selebaran.read.pieces import read_piece
from selebaran.read.province import unknown_provinces
from selebaran.read.search_words import read_search_words
from selebaran.read.text import read_text
from selebaran.read.wordlists import read_campaign, read_glossary, read_words
from selebaran.words.near import nearest

DRAWING = re.compile(r"seni/([a-z0-9-]+)\.svg")


def read_project(root: Path) -> Registry:
    """The registry of the project at `root`. Nothing is raised for faults in its files: they lie in the registry."""
    facts, fact_places, shared = read_facts(root / "content" / "fakta.yml", "content/fakta.yml")
    campaign, campaign_places, faults = read_campaign(root / "content" / "kampanye.yml", "content/kampanye.yml")
    shared += faults
    words, faults = read_words(root / "content" / "bahasa.yml", "content/bahasa.yml")
    shared += faults
    glossary, glossary_places, faults = read_glossary(root / "content" / "istilah.yml", "content/istilah.yml")
    shared += faults
    search_words, search_places, faults = read_search_words(root / "content" / "sinonim.yml", "content/sinonim.yml")
    shared += faults
    pages, translations, faults = _pages(root)
    shared += faults
    drawings, own_drawings, faults = _drawings(root)
    shared += faults
    print_files, faults = _texts(root, "templates/print", "*.*")
    shared += faults
    pieces, faults = _pieces(root)
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
        campaign=campaign,
        campaign_places=campaign_places,
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
        drawings=drawings,
        own_drawings=own_drawings,
        theme_drawings=_theme_drawings(root / "templates" / "site") & drawings.keys(),
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


def _pieces(root: Path) -> tuple[list[PieceSource], list[Problem]]:
    """The print pieces, and every fault in their own files."""
    pieces: list[PieceSource] = []
    problems: list[Problem] = []
    for folder in sorted(p for p in (root / "printables").glob("*") if p.is_dir()):
        piece, faults = read_piece(folder)
        problems += faults
        if piece is not None:
            pieces.append(piece)
    return pieces, problems


def _drawings(root: Path) -> tuple[dict[str, str], frozenset[str], list[Problem]]:
    """All drawings by their names, in order; which of them are the campaign's own; and every fault in them."""
    ours, problems = _texts(root, "templates/seni", "*.svg")
    own, faults = _texts(root, "content/seni", "*.svg")
    named = {Path(file).stem: text for file, text in (ours | own).items()}
    return dict(sorted(named.items())), frozenset(Path(file).stem for file in own), [*problems, *faults]


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
