"""Pages of a text that flows which are the same for all districts: they are laid out once, on the sheet for none.

A page shows what begins where the one before it ended. It is the same on two sheets when all that begins on it has the
same source, and with it the part that didn't fit any more and those that are to be kept on one page with that:
WeasyPrint looks no further ahead to tell where a page ends. Such a page is left out when a district's sheet is laid
out, and that of the sheet for none stands in its place; the next one goes on where that ended. This module takes the
place of WeasyPrint's `remake_page` meanwhile; tests/press/test_flow.py is the canary for it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from copy import copy, deepcopy
from dataclasses import dataclass
from typing import Any
from xml.etree.ElementTree import Element

from weasyprint.document import Document
from weasyprint.formatting_structure.build import update_counters
from weasyprint.layout import page as layout

from selebaran.press.kept_page import KeptPage
from selebaran.press.panels import Source
from selebaran.press.units import Units, number_of, path_to

_State = tuple[Any, Any, Any, Any]
"""Where a page begins, why the one before it ended, whether it is a right one, and what the counters say."""


@dataclass(frozen=True)
class _Made:
    """A page as it was made: the elements that lead to where it begins, the state before and after it, its size for
    what is measured by it, and what stands in for it on another sheet."""

    begins: tuple[Element, ...]
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
        self._is_whole = True

    @contextmanager
    def listening(self) -> Iterator[None]:
        """Within the block one document is laid out."""

        def remake_page(index: int, context: Any, root: Any, html: Any) -> tuple[Any, Any]:
            if index != len(self.made):  # made twice: the one depends on the other
                self._is_whole = False
            before = _state(context, index)
            page, ended = plain(index, context, root, html)
            self._is_whole &= not (page.fixed_boxes or context.broken_out_of_flow or context.reported_footnotes)
            stub = page.copy_with_children([child.copy_with_children([]) for child in page.children])
            sizes = dict(context.style_for.initial_page_sizes)
            self.made.append(_Made(path_to(root, before[0]), before, _state(context, index + 1), sizes, stub))
            return page, ended

        with _instead(remake_page) as plain:
            yield

    def flow(self, source: Source, document: Document) -> Flow | None:
        """What can be shared of the document that was laid out; None where its pages depend on each other."""
        if not self._is_whole or len(self.made) != len(document.pages):
            return None
        document.pages = [KeptPage(page._page_box) for page in document.pages]
        return Flow(source, tuple(self.made), tuple(document.pages))


@dataclass(frozen=True)
class Flow:
    """A sheet for no district whose text flows: its source, and how each page was made."""

    source: Source
    made: tuple[_Made, ...]
    pages: tuple[KeptPage, ...]

    def lay_out(self, source: Source, differing: set[str], plainly: Callable[[], Document]) -> Document:
        """A document that `plainly` lays out, with the pages of this one that it has in common. `differing` are the
        files that have the same address and aren't the same."""
        taken: dict[int, int] = {}
        known: list[Units] = []

        def remake_page(index: int, context: Any, root: Any, html: Any) -> tuple[Any, Any]:
            if not known:
                known.append(Units.of(self.source, source, differing, context.style_for))
            at = self._like(index, _state(context, index), _may_shift(context))
            if at is None or not self._can_take(at, root, known[0]):
                page, ended = plain(index, context, root, html)
                return page, ended
            taken[index] = at
            return self.made[at].stand_in(), _go_on(context, index, self.made[at])

        with _instead(remake_page) as plain:
            document = plainly()
        document.pages = [self.pages[taken[n]] if n in taken else page for n, page in enumerate(document.pages)]
        return document

    def _like(self, index: int, state: _State, may_shift: bool) -> int | None:
        """The page that begins where one of another sheet does; another one where pages look alike but the first."""
        for at, made in enumerate(self.made):
            if made.before[:2] == state[:2] and (at == index or may_shift):
                return at
        return None

    def _can_take(self, index: int, root: Any, units: Units) -> bool:
        """Whether all that begins on a page is the same, and what the next one begins with, at the same parts."""
        both = self.made[index : index + 2]
        starts = [number_of(made.begins, units.theirs) for made in both]
        ours = [number_of(path_to(root, made.before[0]), units.ours) for made in both]
        is_sure = None not in starts and ours == starts
        return is_sure and units.are_same(starts[0], starts[1] if len(starts) == 2 else None)


def _state(context: Any, index: int) -> _State:
    begins, ended, is_right, counters, _ = context.page_maker[index]
    return deepcopy((begins, ended, is_right, counters))


def _go_on(context: Any, index: int, made: _Made) -> Any:
    """Tell the context what it would know if the page had been laid out, and give where the next one begins."""
    if index == 0:
        context.style_for.initial_page_sizes.update(made.sizes)
    begins, ended, *_ = deepcopy(made.after)
    _, _, is_right, counters = _state(context, index)
    update_counters(counters, made.page.style)
    to_do = {"content_changed": begins is not None, "pages_wanted": False, "anchors": [], "content_lookups": []}
    context.page_maker[index + 1 :] = [(begins, ended, not is_right, counters, to_do)]
    return begins


def _may_shift(context: Any) -> bool:
    """Whether no stylesheet makes pages look otherwise but the first."""
    selectors = [one for sheet, *_ in context.style_for._sheets for rule in sheet.page_rules for one in rule[1]]
    return all(kind.side is kind.index is kind.name is kind.blank is None for *_, kind in selectors)


@contextmanager
def _instead(remake_page: Callable[..., Any]) -> Iterator[Callable[..., Any]]:
    plain = layout.remake_page
    layout.remake_page = remake_page
    try:
        yield plain
    finally:
        layout.remake_page = plain
