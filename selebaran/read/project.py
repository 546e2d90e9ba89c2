"""A project folder -> Registry: everything that was read, and every fault in all of it, in one go."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import replace
from pathlib import Path

from selebaran.jobs.stages import staged
from selebaran.model.kinds import Kinds
from selebaran.model.language import split_language
from selebaran.model.page import PageSource
from selebaran.model.piece import PieceSource
from selebaran.model.problem import Place, Problem, problem
from selebaran.model.registry import DistrictFolder, Registry
from selebaran.read.content import read_facts, read_page
from selebaran.read.districts import read_district, read_list, unlisted
from selebaran.read.engine import folder_with
from selebaran.read.known import Known, Nothing
from selebaran.read.own_text import unknown_language
from selebaran.read.pieces import read_piece
from selebaran.read.province import Provinces, unknown_provinces
from selebaran.read.search_words import read_search_words
from selebaran.read.text import read_text
from selebaran.read.theme import drawn_by, read_theme
from selebaran.read.unique import taken_twice
from selebaran.read.wordlists import CAMPAIGN, read_campaign, read_glossary, read_prices, read_words
from selebaran.words.near import nearest

SYNONYMS = "content/sinonim.yml"
Folders = dict[str, DistrictFolder]
TEMPLATES = {"seni": "*.svg", "print": "*.*", "laporan": "*.*", "portal": "*.*"}
"""Folders of templates/ and what is read of each; `read_theme` reads the site's."""


@staged("baca")
def read_project(root: Path, known: Known | None = None) -> Registry:
    """The registry of the project at `root`. Nothing is raised for faults in its files: they lie in the registry. What
    is `known` of the same bytes isn't read."""
    known = known or Nothing()
    shared = known.shared()
    if shared is None:
        known.keep_shared(shared := _shared(root))
    districts, stopped, faulty = _districts(root, shared, known)
    return replace(shared, districts=districts, district_problems=stopped, faulty=faulty)


def _shared(root: Path) -> Registry:
    """What all districts share, without one of them."""
    campaign, campaign_places, shared = read_campaign(root / CAMPAIGN, CAMPAIGN)
    facts, fact_places, faults = read_facts(root / "content" / "fakta.yml", "content/fakta.yml", campaign.kinds)
    shared += faults
    words, faults = read_words(root / "content" / "bahasa.yml", "content/bahasa.yml")
    shared += faults
    glossary, glossary_places, faults = read_glossary(root / "content" / "istilah.yml", "content/istilah.yml")
    shared += faults
    search_words, search_places, faults = read_search_words(root / SYNONYMS, SYNONYMS, campaign.kinds)
    shared += faults
    prices, unpriced = read_prices(root / "content" / "harga-cetak.yml", "content/harga-cetak.yml")
    pages, translations, faults = _pages(root, campaign.kinds)
    shared += (*unpriced, *faults)
    drawn = folder_with("templates", root)
    texts, faults = _templates(drawn)
    shared += faults
    own, unread = _texts(root, "content/seni", "*.svg")
    print_files = texts["print"]
    drawings = {Path(name).stem: text for name, text in sorted((texts["seni"] | own).items())}
    pieces, faults = _pieces(root)
    shared += (*unread, *faults)
    for file in _print_css(pieces):
        text, faults = read_text(drawn / file, file)
        shared += [fault for fault in faults if fault not in shared]
        print_files[Path(file).name] = text or ""
    theme, faults = read_theme(root, print_files["tokens.css"])
    central, list_places, more = read_list(root / "districts", "districts")
    shared += [*faults, *more]
    closed = _closed(pages)
    return Registry(
        listed=central.districts,
        portal=central.portal,
        campaign=campaign,
        campaign_places=campaign_places,
        facts=facts,
        fact_places=fact_places,
        words=words,
        glossary=glossary,
        glossary_places=glossary_places,
        search_words=search_words,
        search_places=search_places,
        pages=tuple(page for page in pages if page.slug not in closed),
        closed=tuple(closed.values()),
        translations=translations,
        pieces=tuple(pieces),
        drawings=drawings,
        own_drawings=frozenset(Path(name).stem for name in own),
        theme_drawings=drawn_by(theme) & drawings.keys(),
        print_files=print_files,
        theme=theme,
        report_files=texts["laporan"],
        portal_files=texts["portal"],
        districts={},
        shared_problems=tuple(shared),
        district_problems={},
        prices=prices,
        list_places=list_places,
    )


def _print_css(pieces: Iterable[PieceSource]) -> tuple[str, ...]:
    """The stylesheets without which no sheet can be made."""
    styles = sorted({f"templates/print/{piece.spec.style}.css" for piece in pieces if piece.spec.style})
    return ("templates/print/print.css", *styles, "templates/tokens.css")


def _districts(root: Path, shared: Registry, known: Known) -> tuple[Folders, dict[str, tuple[Problem, ...]], Folders]:
    """The districts of the central list by slug, the faults of those that can't be read, and what is sound of these."""
    listed = shared.listed
    stopped = unlisted(root / "districts", "districts", listed) if listed else {}
    districts, faults, faulty = _listed_districts(root, shared, known, tuple(stopped))
    twice = taken_twice(districts)
    stopped |= faults | twice
    districts = {slug: folder for slug, folder in districts.items() if slug not in twice}
    named = (folder.district.province for folder in districts.values())
    if not stopped:  # a district that can't be read may be the one that names a province
        stopped |= unknown_provinces(root / "districts", "districts", named)
    return districts, stopped, faulty


def _listed_districts(
    root: Path, shared: Registry, known: Known, strays: tuple[str, ...]
) -> tuple[Folders, dict[str, tuple[Problem, ...]], Folders]:
    """Each that is listed, as it is known or read; the faults of those that have some, and what is sound of them."""
    listed = shared.listed
    stopped: dict[str, tuple[Problem, ...]] = {}
    districts: Folders = {}
    faulty: Folders = {}
    provinces = Provinces(root / "districts", "districts", shared.campaign.kinds)
    times = Counter(entry.slug for entry in listed)
    for index, entry in enumerate(listed):
        if there := known.district(entry.slug):
            districts[entry.slug] = there
            continue
        at = shared.list_places.of("daerah", index, "slug")
        folder, faults = read_district(
            root / "districts",
            "districts",
            entry,
            at,
            shared.campaign,
            keep_sound=True,
            strays=strays,
            provinces=provinces,
        )
        if folder is None or faults:
            stopped[entry.slug] = tuple(faults)
            faulty |= {entry.slug: folder} if folder else {}
        else:
            districts[entry.slug] = folder
            if times[entry.slug] == 1:  # else one folder is read by two entries
                known.keep_district(folder)
    return districts, stopped, faulty


def _pages(root: Path, kinds: Kinds | None) -> tuple[list[PageSource], dict[str, dict[str, PageSource]], list[Problem]]:
    """The shared pages, their translations by language and slug, and every fault in them."""
    pages: list[PageSource] = []
    translations: dict[str, dict[str, PageSource]] = {}
    problems: list[Problem] = []
    paths = sorted((root / "content").glob("*.md"))
    for path in paths:
        page, language, faults = _page(path, kinds)
        problems += faults
        if page is None:
            continue
        if language is None:
            pages.append(page)
        else:
            translations.setdefault(language, {})[page.slug] = page
    known = {page.slug: page for page in pages}
    there = {path.stem for path in paths}
    closed = _closed(pages)
    for found in translations.values():
        problems += [_without_original(found.pop(slug), known) for slug in sorted(found.keys() - there)]
        found |= {slug: _formed_like(known[slug], page) for slug, page in found.items() if slug in known}
    translations = _without(translations, closed)
    return pages, translations, problems


def _closed(pages: Iterable[PageSource]) -> dict[str, PageSource]:
    """The pages that only say what to read in their place, by slug."""
    return {page.slug: page for page in pages if page.front.closed}


def _without(
    translations: dict[str, dict[str, PageSource]], closed: Collection[str]
) -> dict[str, dict[str, PageSource]]:
    """The translations of pages that are still there."""
    return {code: {s: page for s, page in found.items() if s not in closed} for code, found in translations.items()}


def _page(path: Path, kinds: Kinds | None) -> tuple[PageSource | None, str | None, list[Problem]]:
    """A shared page or a translation of one, the language that its name tells, and every fault in it."""
    name = f"content/{path.name}"
    page, problems = read_page(path, name, kinds)
    slug, language = split_language(path.stem)
    problems = [*problems, *unknown_language(language, Place(name), kinds)]
    if slug == "index":  # the address of the home page
        problems.append(problem("alamat-dipakai", Place(name), alamat=slug, maksud=""))
    return page and replace(page, slug=slug), language, problems


def _without_original(page: PageSource, known: Iterable[str]) -> Problem:
    """That a page is said to be a translation of one that isn't there."""
    return problem("terjemahan-tanpa-asal", page.place, halaman=page.slug, maksud=nearest(page.slug, known))


def _formed_like(page: PageSource, translation: PageSource) -> PageSource:
    """A translation with what isn't words from its page: template, days, the ways in, and the forms of blocks."""
    there = {segment.block for segment in translation.segments}
    given: dict[str, object] = {"template": page.front.template}
    given |= {"shows_from": page.front.shows_from, "last_day": page.front.last_day}
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


def _templates(root: Path) -> tuple[dict[str, dict[str, str]], list[Problem]]:
    """Drawings, and the templates of sheets, report and portal: texts by name, under the name of their folder."""
    texts: dict[str, dict[str, str]] = {}
    problems: list[Problem] = []
    for folder, pattern in TEMPLATES.items():
        texts[folder], faults = _texts(root, f"templates/{folder}", pattern)
        problems += faults
    return texts, problems


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
