"""Pages of a text that flows which are the same for all districts: they are laid out once, on the sheet for none.

A page shows what begins where the one before it ended. It is the same on two sheets when all that begins on it and on
the next one has the same source: WeasyPrint looks no further ahead to tell where a page ends. Such a page is left out
when a district's sheet is laid out, and that of the sheet for none stands in its place; the next one goes on where that
ended. This module takes the place of WeasyPrint's `remake_page` meanwhile; tests/press/test_flow.py is the canary for
it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from copy import copy, deepcopy
from dataclasses import dataclass
from typing import Any
from xml.etree.ElementTree import Element

from weasyprint.document import Document
from weasyprint.layout import page as layout

from selebaran.press.kept_page import KeptPage
from selebaran.press.panels import Place, Source

Order = tuple[tuple[Place, ...], ...]
"""The items that have boxes, sheet by sheet."""
_State = tuple[Any, Any, Any, Any]
"""Where a page begins, why the one before it ended, whether it is a right one, and what the counters say."""


@dataclass(frozen=True)
class _Made:
    """A page as it was made: the state before and after it, its size for what is measured by it, and what stands in for
    it on another sheet."""

    before: _State
    after: _State
    sizes: Mapping[str, Any]
    page: Any

    def stand_in(self) -> Any:
        """A page with nothing on it."""
        page = copy(self.page)
        page.children = [copy(child) for child in self.page.children]
        return page


class Recorder:
    """Remembers how the pages of a document are made."""

    def __init__(self) -> None:
        self.made: list[_Made] = []
        self.order: Order | None = None
        self._is_whole = True

    @contextmanager
    def listening(self, source: Source) -> Iterator[None]:
        """Within the block one document is laid out."""

        def remake_page(index: int, context: Any, root: Any, html: Any) -> tuple[Any, Any]:
            if index != len(self.made):  # made twice: the one depends on the other
                self._is_whole = False
            self.order = self.order or _order(root, source.elements)
            before = _state(context, index)
            page, ended = plain(index, context, root, html)
            self._is_whole &= not (page.fixed_boxes or context.broken_out_of_flow or context.reported_footnotes)
            stub = page.copy_with_children([child.copy_with_children([]) for child in page.children])
            sizes = dict(context.style_for.initial_page_sizes)
            self.made.append(_Made(before, _state(context, index + 1), sizes, stub))
            return page, ended

        with _instead(remake_page) as plain:
            yield

    def flow(self, source: Source, document: Document) -> Flow | None:
        """What can be shared of the document that was laid out; None where its pages depend on each other."""
        if not self._is_whole or self.order is None or len(self.made) != len(document.pages):
            return None
        document.pages = [KeptPage(page._page_box) for page in document.pages]
        return Flow(source, self.order, tuple(self.made), tuple(document.pages))


@dataclass(frozen=True)
class Flow:
    """A sheet for no district whose text flows: its source, its items in their order, and how each page was made."""

    source: Source
    order: Order
    made: tuple[_Made, ...]
    pages: tuple[KeptPage, ...]

    def lay_out(self, source: Source, same: frozenset[Place], plainly: Callable[[], Document]) -> Document:
        """A document that `plainly` lays out, with the pages of this one that it has in common."""
        taken: set[int] = set()

        def remake_page(index: int, context: Any, root: Any, html: Any) -> tuple[Any, Any]:
            is_alike = _order(root, source.elements) == self.order
            if not is_alike or not self._can_take(index, _state(context, index), same):
                return plain(index, context, root, html)
            taken.add(index)
            return self.made[index].stand_in(), _go_on(context, index, self.made[index])

        with _instead(remake_page) as plain:
            document = plainly()
        document.pages = [self.pages[n] if n in taken else page for n, page in enumerate(document.pages)]
        return document

    def _can_take(self, index: int, state: _State, same: frozenset[Place]) -> bool:
        if index >= len(self.made) or self.made[index].before != state:
            return False
        every = [place for sheet in self.order for place in sheet]
        first = every.index(self._begins(index))
        last = every.index(self._begins(index + 2)) if index + 2 < len(self.made) else len(every) - 1
        return same.issuperset(every[first : last + 1])

    def _begins(self, index: int) -> Place:
        """The item with which a page begins, or goes on."""
        at: list[int] = []
        below = self.made[index].before[0]
        while below and len(at) < 3:
            (child, below), *_ = below.items()
            at.append(child)
        _, sheet, item = (*at, 0, 0, 0)[:3]
        return self.order[sheet][item]


def _state(context: Any, index: int) -> _State:
    begins, ended, is_right, counters, _ = context.page_maker[index]
    return deepcopy((begins, ended, is_right, counters))


def _go_on(context: Any, index: int, made: _Made) -> Any:
    """Tell the context what it would know if the page had been laid out, and give where the next one begins."""
    if index == 0:
        context.style_for.initial_page_sizes.update(made.sizes)
    begins, ended, is_right, counters = deepcopy(made.after)
    to_do = {"content_changed": begins is not None, "pages_wanted": False, "anchors": [], "content_lookups": []}
    context.page_maker[index + 1 :] = [(begins, ended, is_right, counters, to_do)]
    return begins


def _order(root: Any, elements: Mapping[Place, Element]) -> Order | None:
    """The items of the sheets of a document in the order of their boxes; None where there is anything else."""
    where = {id(element): place for place, element in elements.items()}
    if len(root.children) != 1:
        return None
    found = [tuple(where.get(id(box.element)) for box in sheet.children) for sheet in root.children[0].children]
    return None if not all(found) or any(None in sheet for sheet in found) else tuple(found)  # type: ignore[arg-type]


@contextmanager
def _instead(remake_page: Callable[..., Any]) -> Iterator[Callable[..., Any]]:
    plain = layout.remake_page
    layout.remake_page = remake_page
    try:
        yield plain
    finally:
        layout.remake_page = plain
