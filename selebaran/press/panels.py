"""Panels that hold no word of a district are laid out once, on a sheet for none, and stand on every district's sheet.

All that stands on a sheet is placed by itself (`position: absolute`), so what one of its items looks like depends on
that item alone. A district's sheet is laid out with stubs for the items whose source is that of the sheet for none;
then their boxes take the place of the stubs. Where anything is otherwise than it should be for that, the sheet is laid
out whole. This module reads WeasyPrint's private box tree; tests/press/test_panels.py is the canary for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from xml.etree.ElementTree import Element, tostring

from weasyprint.document import Document, Page

from selebaran.press.audit import Audit, PanelReport, Reports
from selebaran.press.foot import lower_feet
from selebaran.press.kept_page import Contexts, KeptPage, MergedPage, Place

ASSET = re.compile(r"asset:[^\"'()\s&;]+")
Attributes = frozenset[tuple[str, str]]
"""Names of attributes, with their values."""
Boxes = dict[Place, list[Any]]
"""The boxes of a sheet's items."""


@dataclass(frozen=True)
class Source:
    """What a sheet is made from: its items, with the panels in each, the files that they show by address, and all that
    is around them; and how many sides it has."""

    items: Mapping[Place, str]
    panels: Mapping[Place, tuple[str, ...]]
    elements: Mapping[Place, Element]
    around: tuple[str, ...]
    files: Mapping[str, bytes]
    sides: int

    @classmethod
    def of(cls, root: Element, files: Mapping[str, bytes]) -> Source | None:
        """The source of a sheet; None where something stands there that isn't known."""
        head, body = root.find("head"), root.find("body")
        if head is None or body is None or not _is_plain(head, body):
            return None
        placed = {(n, j): item for n, sheet in enumerate(body) for j, item in enumerate(sheet)}
        around = tuple(str((one.tag, sorted(one.items()), len(one))) for one in (root, body, *body))
        around += tuple(str((item.tag, sorted(item.items()))) for item in placed.values())
        items = {place: written(item) for place, item in placed.items()}
        panels = {place: _panels_in(item) for place, item in placed.items()}
        return cls(items, panels, placed, around, files, len(body))

    def same(self, other: Source, stylesheets: Iterable[str], otherwise: Attributes) -> frozenset[Place]:
        """The items that look alike on both sheets; none where something around them differs. What has one of the
        attributes of `otherwise` looks otherwise here."""
        differing = self.differing(other, stylesheets)
        if differing is None:
            return frozenset()
        alike = (place for place, item in self.items.items() & other.items.items() if not differing & shown_in(item))
        return frozenset(place for place in alike if not otherwise & _attributes(self.elements[place]))

    def differing(self, other: Source, stylesheets: Iterable[str]) -> set[str] | None:
        """The addresses of files that aren't the same on both sheets; None where something around the items differs."""
        urls = self.files.keys() | other.files.keys()
        found = {url for url in urls if self.files.get(url) != other.files.get(url)}
        return None if self.around != other.around or found & shown_in(" ".join(stylesheets)) else found

    def stub(self, places: Iterable[Place]) -> None:
        """Take out of the tree what stands in these items."""
        for place in places:
            item = self.elements[place]
            item.text = None
            for child in list(item):
                item.remove(child)


@dataclass(frozen=True)
class Shared:
    """A sheet that was laid out: its source, the boxes of its items, and what the audit said of its panels. Those that
    are `kept` are of the sheet for no district, which has these `pages`: their feet are lowered, and were not yet when
    the audit saw them. The others are of the same sheet of the same district, in the setting that was tried first."""

    source: Source
    boxes: Boxes
    reports: Reports
    pages: tuple[KeptPage, ...] = ()
    kept: frozenset[Place] = frozenset()

    @classmethod
    def of(cls, source: Source | None, document: Document, audit: Audit) -> Shared | None:
        """What can be shared of a document that fits; None where it can't be told apart."""
        boxes = boxes_of(document, source) if source and not audit.overflows else None
        if source is None or boxes is None:
            return None
        lower_feet(document)
        contexts = Contexts(source.elements)
        document.pages = [KeptPage(page._page_box, contexts) for page in document.pages]
        return cls(source, boxes, _by_panel(audit), tuple(document.pages), frozenset(boxes))

    def on(self, document: Document, source: Source, places: frozenset[Place]) -> tuple[Document, Boxes] | None:
        """The document with the boxes of these items in place of its own, and all of its boxes; None where that has
        other pages."""
        own = boxes_of(document, source)
        if own is None:
            return None
        found = {place: (self.boxes if place in places else own).get(place, []) for place in own | self.boxes}
        pages = [self._page(page, n, found, places) for n, page in enumerate(document.pages)]
        merged: Document = document.copy(pages)
        merged._html = document._html
        return merged, found

    def _page(self, page: Page, number: int, found: Boxes, places: frozenset[Place]) -> Page:
        """A page with the boxes that were found for it."""
        here = sorted(place for place in found if place[0] == number)
        if self.kept.issuperset(here) and places.issuperset(here):
            return self.pages[number]
        chain = _chain(page)
        assert chain is not None
        box, root, body, sheet = chain
        body = body.copy_with_children([sheet.copy_with_children([one for place in here for one in found[place]])])
        root = root.copy_with_children([body])
        box = box.copy_with_children([root, *box.children[1:]])
        return MergedPage(box, self.pages[number]) if self.pages else Page(box)

    def again(self, source: Source, boxes: Boxes, places: frozenset[Place], audit: Audit) -> Shared:
        """What a document on which items of this one stand shares with the next that is tried."""
        return Shared(source, boxes, _by_panel(audit), self.pages, self.kept & places)

    def known(self, source: Source, places: frozenset[Place]) -> Reports:
        """The reports of those panels of a sheet that fit on the one for no district, from before their feet were
        lowered. A name that another panel has as well tells nothing."""
        kept = places & self.kept
        others = {(n, name) for n, j in source.panels.keys() - kept for name in source.panels[n, j]}
        names = {(n, name) for n, j in kept for name in source.panels[n, j]} - others
        return {key: self.reports[key] for key in names if key in self.reports}


def tried(source: Source, document: Document, audit: Audit) -> Shared | None:
    """What a document that was laid out whole shares with the next that is tried."""
    boxes = boxes_of(document, source)
    return None if boxes is None else Shared(source, boxes, _by_panel(audit))


def _by_panel(audit: Audit) -> dict[tuple[int, str], PanelReport]:
    return {(report.page, report.panel): report for report in audit.panels}


def _is_plain(head: Element, body: Element) -> bool:
    """Whether there are sheets with items and nothing else: no text between them, no style in the head."""
    texts = [body.text, *(text for sheet in body for text in (sheet.text, sheet.tail, *(item.tail for item in sheet)))]
    is_known = {one.tag for one in head} <= {"title", "meta"} and {sheet.tag for sheet in body} == {"section"}
    return is_known and not "".join(text or "" for text in texts).strip()


def written(item: Element) -> str:
    """An element as text, without what follows it."""
    tail, item.tail = item.tail, None
    try:
        return tostring(item, "unicode")
    finally:
        item.tail = tail


def shown_in(text: str) -> set[str]:
    """The addresses of the files that a source names."""
    return set(ASSET.findall(text))


def _attributes(item: Element) -> set[tuple[str, str]]:
    return {one for element in item.iter() for one in element.items()}


def _panels_in(item: Element) -> tuple[str, ...]:
    return tuple(element.get("data-panel", "") for element in item.iter() if element.get("data-panel"))


def boxes_of(document: Document, source: Source) -> Boxes | None:
    """The boxes of each item; None where a page isn't one sheet of boxes that are placed by themselves."""
    where = {id(element): place for place, element in source.elements.items()}
    found: Boxes = {}
    if len(document.pages) != source.sides:
        return None
    for n, page in enumerate(document.pages):
        chain = _chain(page)
        for child in chain[-1].children if chain else ():
            place = where.get(id(getattr(child, "_box", child).element))
            if place is None or place[0] != n or not hasattr(child, "_layout_done"):
                return None
            found.setdefault(place, []).append(child)
        if not chain:
            return None
    return found


def _chain(page: Page) -> tuple[Any, Any, Any, Any] | None:
    """The boxes of a page, its root, its body and its sheet; None where there is more than these."""
    root = page._page_box.children[0]
    if len(root.children) != 1 or len(root.children[0].children) != 1:
        return None
    body = root.children[0]
    return page._page_box, root, body, getattr(body.children[0], "_box", body.children[0])
