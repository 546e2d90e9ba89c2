"""Names the files that pages, their blocks and the frame around them came from, once the pages are whole."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Mapping, Sequence

from selebaran.compose.district.files import SCHEDULE, all_files, district_files, files_of
from selebaran.compose.page.news import ARCHIVE
from selebaran.model.edition import SiteFrame
from selebaran.model.own_text import NEWS
from selebaran.model.page import HEAD, HOME, ComposedPage
from selebaran.model.piece import PieceSource
from selebaran.model.registry import DistrictFolder
from selebaran.model.usage import Usage


def with_files(
    pages: Sequence[ComposedPage],
    frame: SiteFrame,
    folder: DistrictFolder,
    pieces: Iterable[PieceSource],
    drawing_file: Callable[[str], str],
) -> tuple[tuple[ComposedPage, ...], SiteFrame]:
    """The pages with the files of each, and the frame with its own: the district's, and those of all pages, which its
    lists name. `pieces` are those that the page of print files describes; `drawing_file` names a drawing's file."""
    described = frozenset(f"printables/{piece.name}/piece.yml" for piece in pieces)
    files = files_of(frame.usage, folder) | all_files(folder) | {file for page in pages for file in _texts(page)}
    framed = dataclasses.replace(frame, usage=frame.usage | Usage(files=files))
    others = {page.slug: _texts(page) for page in pages}
    made = (_page(page, folder, described, drawing_file) for page in pages)
    return tuple(_with_translations(page, folder.district.languages, others) for page in made), framed


def _with_translations(page: ComposedPage, codes: Iterable[str], others: Mapping[str, frozenset[str]]) -> ComposedPage:
    """Which translations there are, every page says."""
    files = frozenset().union(*(others.get(f"{code}/{page.meta.slug}", frozenset()) for code in codes))
    return dataclasses.replace(page, usage=page.usage | Usage(files=files)) if files else page


def _page(
    page: ComposedPage, folder: DistrictFolder, described: frozenset[str], drawing_file: Callable[[str], str]
) -> ComposedPage:
    blocks = {name: _with(used, _block(page, name, used, folder)) for name, used in page.blocks.items()}
    files = _texts(page) | files_of(page.usage, folder) | frozenset().union(*(used.files for used in blocks.values()))
    files |= {drawing_file(name) for name in page.usage.drawings}
    files |= _listed(page, folder, described)
    return dataclasses.replace(page, usage=_with(page.usage, files), blocks=blocks)


def _with(used: Usage, files: frozenset[str]) -> Usage:
    """What used these files as well."""
    return dataclasses.replace(used, files=used.files | files)


def _listed(page: ComposedPage, folder: DistrictFolder, described: frozenset[str]) -> frozenset[str]:
    """The files of what a page lists: the next event, news, sheets, changes."""
    files: set[str] = set()
    if page.slug.rpartition("/")[2] == HOME:  # it shows the next event
        files |= district_files(folder, (SCHEDULE,)) | {folder.province_file}
    if page.slug in (NEWS, ARCHIVE):
        files |= {own.place.file for own in folder.own.pages if own.is_news or own.front.last_day}
    if page.meta.offers:
        files |= described
    if page.meta.changes:
        files |= {f"districts/_edisi/{folder.slug}{which}.yml" for which in ("", "-kalender")}
    return frozenset(files)


def _block(page: ComposedPage, name: str, used: Usage, folder: DistrictFolder) -> frozenset[str]:
    """The files of one block: its text's, what stands in its place, and those of the values in it."""
    found = set(files_of(used, folder))
    if name in page.origins and "." in page.origins[name].file:
        found.add(page.origins[name].file)
    own = page.overridden.get(name) or page.overridden.get("")
    return frozenset(found | ({own.place.file} if own else set()))


def _texts(page: ComposedPage) -> frozenset[str]:
    """The files in which a page's words stand."""
    found = {place.file for place in page.origins.values() if "." in place.file}  # a list of news stands in a folder
    found |= {own.place.file for own in page.overridden.values()}
    if HEAD in page.overridden or "" in page.overridden:  # the shared page's frame stays
        found.add(f"content/{page.meta.slug}.md")
    return frozenset(found)
