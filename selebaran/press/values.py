"""Values of styles, and the sizes that boxes have by them, found the short way.

Most values of a style are nobody's declaration: they are initial, or those of the parent. WeasyPrint asks for each of
them whether it is declared in one of four ways, computed, or a formula. And it works out the same dozen sizes of a box
each time it lays it out, though they follow from the values alone where none is a percentage. A declaration with a
variable it reads anew for each style. What the head of a source says it looks for with selectors, everywhere. This
module takes the place of five functions of WeasyPrint while a sheet is laid out and written;
tests/press/test_values.py holds them against the ones that they stand for.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
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

    def missing(self: Any, key: str) -> Any:
        if key not in self.cascaded:
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

    def resolve(box: Any, containing_block: Any) -> None:
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

    def solve(self: Any, tokens: Any, wanted_key: str, base_url: Any) -> Any:
        if wanted_key in PICTURES:
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

    def is_in_normal_flow(self: Any) -> bool:
        style = self.style
        if style["float"] == "none" and style["position"] in ("static", "relative"):
            return True
        return plain(self)

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
    return lambda html: plain(_Read(html.etree_element, html.base_url, html.url_fetcher))


@cache
def _users_of_sizes() -> tuple[Any, ...]:
    """The modules that took `resolve_percentages` from where it stands."""
    plain, named = percent.resolve_percentages, "resolve_percentages"
    return tuple(
        module
        for name, module in sys.modules.items()
        if name.startswith("weasyprint.") and getattr(module, named, None) is plain
    )


@contextmanager
def short_ways() -> Iterator[None]:
    """Within the block WeasyPrint goes them."""
    users = _users_of_sizes()
    plain = css.ComputedStyle.__missing__, boxes.Box.is_in_normal_flow, document.get_html_metadata
    sizes, solve = percent.resolve_percentages, Pending.solve
    Pending.solve = SOLVED
    css.ComputedStyle.__missing__, boxes.Box.is_in_normal_flow, document.get_html_metadata = VALUES, FLOWING, TOLD
    for module in users:
        module.resolve_percentages = RESOLVED
    try:
        yield
    finally:
        css.ComputedStyle.__missing__, boxes.Box.is_in_normal_flow, document.get_html_metadata = plain
        Pending.solve = solve
        for module in users:
            module.resolve_percentages = sizes


VALUES = _values(css.ComputedStyle.__missing__)
RESOLVED = _sizes(percent.resolve_percentages)
FLOWING = _flowing(boxes.Box.is_in_normal_flow)
TOLD = _telling(document.get_html_metadata)
SOLVED = _solving(Pending.solve)
