"""Values of styles, and the sizes that boxes have by them, found the short way.

Most values of a style are nobody's declaration: they are initial, or those of the parent. WeasyPrint asks for each of
them whether it is declared in one of four ways, computed, or a formula. And it works out the same dozen sizes of a box
each time it lays it out, though they follow from the values alone where none is a percentage. A declaration with a
variable it reads anew for each style. What the head of a source says it looks for with selectors, everywhere. This
module takes the place of five functions of WeasyPrint, and goes the short way while a sheet is laid out and written;
tests/press/test_values.py holds them against the ones that they stand for. They take that place once and for all: what
Python knows of a class is gone each time that one of its functions is another.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import wraps
from operator import itemgetter
from typing import Any
from xml.etree.ElementTree import Element

import tinycss2
from weasyprint import css, document
from weasyprint.css import computed_values, properties
from weasyprint.css.functions import check_math
from weasyprint.css.tokens import Pending
from weasyprint.formatting_structure import boxes
from weasyprint.layout import percent

ODD = frozenset(("float", "display", "position", "page", "content", "string_set"))
"""Properties whose value tells something of others, or is told by them."""
SIDES = ("left", "right", "top", "bottom")
SIZES = (
    *(f"margin_{side}" for side in SIDES),
    *(f"padding_{side}" for side in SIDES),
    *("width", "min_width", "max_width", "height", "min_height", "max_height"),
    *(f"border_{side}_width" for side in SIDES),
    *("box_sizing", "border_collapse"),
)
"""What the sizes of a box follow from."""
MOST = 4096
"""So many ways to be sized a few hundred sheets have."""
PICTURES = frozenset(("background-image", "border-image-source", "list-style-image", "mask-border-source"))
"""What WeasyPrint writes into once it is computed."""
MOST_SOLVED = 64
"""So many values of one declaration are kept."""
_Sizes = dict[str, object]
_of_style = itemgetter(*SIZES)
_is_short = False
"""Whether the short way is gone now."""


def _is_simple(key: str) -> bool:
    """Whether a value that isn't declared is the initial one, or that of the parent, and nothing else."""
    is_odd = key in ODD or key.startswith(("text_decoration_", "__"))
    return not is_odd and (key in properties.INHERITED or key not in properties.INITIAL_NOT_COMPUTED)


SIMPLE = {key: value for key, value in properties.INITIAL_VALUES.items() if _is_simple(key) and not check_math(value)}
INHERITED = frozenset(SIMPLE) & properties.INHERITED
INITIAL = {key: value for key, value in SIMPLE.items() if key not in INHERITED}
LOGICAL = frozenset(
    physical(block="ttb", inline=inline)
    for physical in computed_values.PHYSICAL_FUNCTIONS.values()
    for inline in ("ltr", "rtl")
)
"""What may be declared in place of a property that is named by a side of the page."""


def _values(plain: Callable[[Any, str], Any]) -> Callable[[Any, str], Any]:
    """The values of a style that it was not asked for yet."""

    @wraps(plain)
    def missing(self: Any, key: str) -> Any:
        if _is_short and key not in self.cascaded:
            if key in INITIAL:
                if LOGICAL.isdisjoint(self.cascaded):
                    value = self[key] = INITIAL[key]
                    return value
            elif key in INHERITED and self.parent_style is not None and LOGICAL.isdisjoint(self.cascaded):
                value = self[key] = self.parent_style[key]
                return value
        return plain(self, key)

    return missing


def _sizes(plain: Callable[[Any, Any], None]) -> Callable[[Any, Any], None]:
    """The sizes of a box by what contains it."""
    known: dict[Any, _Sizes | None] = {}

    @wraps(plain)
    def resolve(box: Any, containing_block: Any) -> None:
        if not _is_short:
            plain(box, containing_block)
            return
        key = _of_style(box.style)
        try:
            found = known.get(key, known)
        except TypeError:  # a formula
            found = None
        if found is known:
            if len(known) >= MOST:
                known.clear()
            found = known[key] = _fixed(plain, box.style) if _is_fixed(key) else None
        if found is None:
            plain(box, containing_block)
        else:
            box.__dict__.update(found)

    return resolve


def _solving(plain: Callable[[Any, Any, str, Any], Any]) -> Callable[[Any, Any, str, Any], Any]:
    """The value of a declaration, once its variables are known."""

    @wraps(plain)
    def solve(self: Any, tokens: Any, wanted_key: str, base_url: Any) -> Any:
        if not _is_short or wanted_key in PICTURES:
            return plain(self, tokens, wanted_key, base_url)
        known = vars(self).setdefault("solved", {})
        key = wanted_key, tinycss2.serialize(tokens), base_url
        if key not in known:
            value = plain(self, tokens, wanted_key, base_url)  # who raises says each time what is wrong
            if len(known) >= MOST_SOLVED:
                return value
            known[key] = value
        return known[key]

    return solve


class _Sized:
    """A box that has no size yet."""

    def __init__(self, style: Any) -> None:
        self.style = style


def _is_fixed(values: tuple[Any, ...]) -> bool:
    """Whether none of these is a part of what contains the box, and no border that of another box."""
    return values[-1] != "collapse" and not any(
        check_math(value) or getattr(value, "unit", None) == "%" for value in values
    )


def _fixed(plain: Callable[[Any, Any], None], style: Any) -> _Sizes:
    """Sizes that are the same within anything."""
    box = _Sized(style)
    plain(box, (0, 0))
    return {name: value for name, value in vars(box).items() if name != "style"}


def _flowing(plain: Callable[[Any], bool]) -> Callable[[Any], bool]:
    """Whether a box is neither placed nor afloat."""

    @wraps(plain)
    def is_in_normal_flow(self: Any) -> bool:
        style = self.style
        is_usual = _is_short and style["float"] == "none" and style["position"] in ("static", "relative")
        return is_usual or plain(self)

    return is_in_normal_flow


@dataclass(frozen=True)
class _Read:
    """A source of which elements are asked for by their names alone."""

    etree_element: Element
    base_url: str
    url_fetcher: Any

    @property
    def wrapper_element(self) -> _Read:
        """It answers for itself."""
        return self

    def query_all(self, *names: str) -> Iterator[_Read]:
        """The elements of these names, in their order; comments have none."""
        for element in self.etree_element.iter():
            if isinstance(element.tag, str) and element.tag.rpartition("}")[2] in names:
                yield _Read(element, self.base_url, self.url_fetcher)


def _telling(plain: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """What the head of a source says."""
    return lambda html: plain(_Read(html.etree_element, html.base_url, html.url_fetcher) if _is_short else html)


def _take_places() -> None:
    """Stand in for WeasyPrint's functions wherever they are called from."""
    css.ComputedStyle.__missing__ = _values(css.ComputedStyle.__missing__)
    boxes.Box.is_in_normal_flow = _flowing(boxes.Box.is_in_normal_flow)
    document.get_html_metadata = _telling(document.get_html_metadata)
    Pending.solve = _solving(Pending.solve)
    plain = percent.resolve_percentages
    resolve, named = _sizes(plain), "resolve_percentages"
    for name, module in tuple(sys.modules.items()):
        if name.startswith("weasyprint.") and getattr(module, named, None) is plain:
            setattr(module, named, resolve)


@contextmanager
def short_ways() -> Iterator[None]:
    """Within the block WeasyPrint goes them."""
    global _is_short
    before, _is_short = _is_short, True
    try:
        yield
    finally:
        _is_short = before


_take_places()
