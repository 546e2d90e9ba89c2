"""Computed styles that are kept: what a stylesheet makes of a panel is worked out once, not once for each district.

A style follows from what is declared for its element and from the style that it inherits; WeasyPrint itself shares one
among the elements of a document of which both are the same. Here sheets that are laid out with the same stylesheets
share them as well, from the sheet for no district on. This module takes the place of WeasyPrint's `StyleFor` while a
sheet is laid out; tests/press/test_styles.py is the canary for it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from itertools import islice
from math import inf
from types import MappingProxyType
from typing import Any
from xml.etree.ElementTree import Element

import tinycss2
from weasyprint import css

from selebaran.press.counterparts import Counterparts, First, Rules, Styles

OUTERMOST = ("html", "body")
TYPED = {"style", "lang", "id", "href", "name", "width", "height"}
"""Attributes that declare something: its value is another object on every sheet."""
HIDDEN: Mapping[str, Any] = MappingProxyType({"display": ("none",), "anchor": None})
"""The style of what has no box on a sheet: as much of it as is asked for."""
NOTHING: Collection[Element] = ()

_Found = tuple[Any, str, Any, tuple[Any, ...]]
"""A rule that applies to an element: its stylesheet, where that comes from, its weight, and what was found there."""
_Declared = dict[str, tuple[Any, Any]]
"""Values with their weights, by names of properties."""
_Cascaded = dict[Any, _Declared]
"""What is declared for an element (None) and for its pseudo-elements."""


class KeptStyles:
    """The styles of a document by what they follow from. It learns from the first document, and from no other: what a
    district's sheet says of its own isn't kept."""

    def __init__(self, stylesheets: Iterable[str] = ()) -> None:
        self._rules = Rules.of(stylesheets)
        self._by_key: dict[Any, Any] = {}
        self._known = {id(None)}
        self._is_learning = True
        self._merged: dict[Any, tuple[_Cascaded, Any]] = {}
        self.first: First | None = None

    def __len__(self) -> int:
        return len(self._by_key)

    def find(self, key: Any) -> Any | None:
        """A style that follows from the same."""
        return self._by_key.get(key)

    def learn(self, key: Any, style: Any) -> None:
        """Keep a style. It holds on to its parent and to what was declared, so that both can be told by identity."""
        if self._is_learning:
            self._by_key[key] = style
            self._known.add(id(style))

    def knows(self, style: Any) -> bool:
        """Whether it is one of those kept; the parent of the first one is None."""
        return id(style) in self._known

    def learn_all(self, root: Element, sheets: Iterable[Any], styles: Mapping[Any, Any]) -> None:
        """Keep the first document with its styles by elements and pseudo-elements."""
        if not self._is_learning:
            return
        by_element: dict[Element, Styles] = {}
        for (element, pseudo_type), style in styles.items():
            by_element[element] = (*by_element.get(element, ()), (pseudo_type, style))
        self.first = First(root, tuple(sheets), by_element, self._rules)

    def merged(self, found: list[_Found]) -> _Cascaded:
        """What some rules declare together, for an element and for its pseudo-elements: worked out once for the same
        rules. It holds on to these, so that they can be told by identity."""
        key = tuple([(id(sheet), rule[0], id(rule[3])) for sheet, _, _, rule in found])
        if key not in self._merged:
            self._merged[key] = _merge({}, found), found
        return self._merged[key][0]

    @contextmanager
    def in_use(self, hidden: Collection[Element] = NOTHING) -> Iterator[None]:
        """Within the block WeasyPrint takes styles from here; what is `hidden` has no box. Nothing else may lay out
        meanwhile."""
        plain = css.StyleFor
        css.StyleFor = partial(_StyleFor, self, frozenset(hidden))
        try:
            yield
        finally:
            css.StyleFor, self._is_learning = plain, False


@dataclass(frozen=True)
class _Alone:
    """An element without those in it."""

    element: Element

    def iter(self) -> tuple[Element, ...]:
        """As that of an element."""
        return (self.element,)


class _StyleFor(css.StyleFor):  # type: ignore[misc]  # weasyprint has no types
    """The styles of one document."""

    def __init__(
        self,
        kept: KeptStyles,
        hidden: frozenset[Element],
        html: Any,
        sheets: Any,
        presentational_hints: bool,
        font_config: Any,
        collector: Any,
    ) -> None:
        """As WeasyPrint's, but for rules that are merged once for all elements that they apply to, and for elements
        that stand where those of the first document do."""
        self._kept, self._hidden, self._collector = kept, hidden, collector
        self._cascaded_styles: dict[Any, Any] = {}
        self._computed_styles: dict[Any, Any] = {}
        self.initial_page_sizes = {"box": None, "area": None}
        self._sheets, self.font_config = sheets, font_config
        about = {"root": html.etree_element, "base_url": html.base_url, "target_collector": collector}
        like = kept.first.counterparts(html.etree_element, sheets, hidden) if kept.first else Counterparts()
        shared: dict[Any, Any] = {}
        for wrapped in self._others(html.wrapper_element, like):
            element, parent = wrapped.etree_element, wrapped.parent.etree_element if wrapped.parent else None
            inherited = id(self._computed_styles[parent, None]) if wrapped.parent else None
            typed = self._typed(element, html.base_url, presentational_hints)
            key = inherited, typed, self._declare(wrapped, is_typed=typed is not None)
            if key in shared:
                self._computed_styles[element, None] = shared[key]
            else:
                self.set_computed_styles(element, parent, **about)
                shared[key] = self._computed_styles[element, None]
        for element, pseudo_type in self._cascaded_styles:
            if pseudo_type:
                self.set_computed_styles(element, element, pseudo_type=pseudo_type, **about)
        self._cascaded_styles.clear()
        kept.learn_all(html.etree_element, sheets, self._computed_styles)

    def _others(self, wrapped: Any, like: Counterparts) -> Iterator[Any]:
        """The elements whose style isn't known from the first document or from its not being there, in their order."""
        element = wrapped.etree_element
        if element in self._hidden:
            self._computed_styles[element, None] = HIDDEN
            return
        if not (element in like.same and self._takes(element, wrapped.parent, like)):
            yield wrapped
        elif element in like.whole:  # what its counterpart inherits, all in it do
            for child in islice(element.iter(), 1, None):
                self._take(child, like)
            return
        for child in wrapped.iter_children():
            yield from self._others(child, like)

    def _takes(self, element: Element, parent: Any, like: Counterparts) -> bool:
        """Whether an element inherits what its counterpart does; then it has the style of that."""
        assert self._kept.first
        styles, above = self._kept.first.styles, parent and like.theirs.get(parent.etree_element)
        if above is None or self._computed_styles[parent.etree_element, None] is not styles[above][0][1]:
            return False
        self._take(element, like)
        return True

    def _take(self, element: Element, like: Counterparts) -> None:
        """Give an element the style of its counterpart."""
        assert self._kept.first
        for pseudo_type, style in self._kept.first.styles[like.theirs[element]]:
            self._computed_styles[element, pseudo_type] = style
            if self._collector and style["anchor"]:
                self._collector.collect_anchor(style["anchor"])

    def _declare(self, wrapped: Any, *, is_typed: bool) -> int:
        """Take down what is declared for an element, and for its pseudo-elements. Gives what tells the rules that apply
        from those of others."""
        found = [(*sheet, rule) for sheet in self._sheets for rule in sheet[0].matcher.match(wrapped)]
        element, merged = wrapped.etree_element, self._kept.merged(found)
        for pseudo_type, declared in merged.items():
            if pseudo_type or not is_typed:
                self._cascaded_styles[element, pseudo_type] = declared
        if is_typed:
            _merge({None: self._cascaded_styles[element, None]}, [one for one in found if not one[3][2]])
        return id(merged)

    def _typed(self, element: Element, base_url: str, presentational_hints: bool) -> tuple[Any, ...] | None:
        """What attributes of an element declare; None where they declare nothing."""
        typed: tuple[Any, ...] | None = None
        for specificity, _, declarations, base in css.find_style_attributes(
            _Alone(element), presentational_hints, base_url
        ):
            typed = tuple(declarations)
            style = self._cascaded_styles.setdefault((element, None), {})
            _add(style, css.preprocess_declarations(base, declarations), "author", inf, specificity)
        return typed

    def set_computed_styles(
        self,
        element: Any,
        parent: Any,
        root: Any = None,
        pseudo_type: str | None = None,
        base_url: str | None = None,
        target_collector: Any = None,
    ) -> None:
        """As WeasyPrint's."""
        key = self._key(element, parent, pseudo_type)
        style = self._kept.find(key) if key else None
        if style is None:
            super().set_computed_styles(element, parent, root, pseudo_type, base_url, target_collector)
            if key:
                self._kept.learn(key, self._computed_styles[element, pseudo_type])
            return
        self._computed_styles[element, pseudo_type] = style
        if target_collector and style["anchor"]:
            target_collector.collect_anchor(style["anchor"])

    def _key(self, element: Any, parent: Any, pseudo_type: str | None) -> Any | None:
        """What a style follows from; None where it can't be shared. WeasyPrint takes `overflow` away from the outermost
        boxes: another sheet wouldn't find it there."""
        inherited = None if parent is None else self._computed_styles[parent, None]
        declared = self._cascaded_styles.get((element, pseudo_type), {})
        is_outermost = getattr(element, "tag", None) in OUTERMOST
        if not self._kept.knows(inherited) or (is_outermost and "overflow" in declared):
            return None
        if (pseudo_type and hasattr(element, "attrib")) or not _declares(element):
            return id(inherited), pseudo_type, id(declared) if declared else None
        signs = frozenset(
            (name, _sign(name, value), rank, layer, tuple(specificity))
            for name, (value, (rank, layer, specificity)) in declared.items()
        )
        return id(inherited), pseudo_type, signs


def _merge(own: _Cascaded, found: list[_Found]) -> _Cascaded:
    """Add what rules declare to what is declared already."""
    for sheet, origin, sheet_specificity, (specificity, _, pseudo_type, (declarations, layer)) in found:
        order = inf if layer is None else sheet.layers.index(layer)
        _add(own.setdefault(pseudo_type, {}), declarations, origin, order, sheet_specificity or specificity)
    return own


def _add(style: _Declared, declarations: Any, origin: str, order: float, specificity: Any) -> None:
    """Add declarations to a style where nothing of more weight is declared (css-cascade-5, 6.1)."""
    for name, values, importance in declarations:
        weight = css.declaration_precedence(origin, importance), order, specificity
        if name not in style or style[name][1] <= weight:
            style[name] = values, weight


def _declares(element: Any) -> bool:
    """Whether an element's own attributes declare something; of a page it isn't known."""
    return not hasattr(element, "attrib") or not TYPED.isdisjoint(element.attrib)


def _sign(name: str, value: Any) -> Any:
    """What tells a declared value from another. That of a stylesheet is the same object for every sheet; one of an
    attribute is another each time, and may be equal. Those of `--x: 97mm` are tokens."""
    if name.startswith("__") and isinstance(value, (list, tuple)):
        return tinycss2.serialize(value)
    try:
        hash(value)
    except TypeError:
        return id(value)
    return value
