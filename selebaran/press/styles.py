"""Computed styles that are kept: what a stylesheet makes of a panel is worked out once, not once for each district.

A style follows from what is declared for its element and from the style that it inherits; WeasyPrint itself shares one
among the elements of a document of which both are the same. Here sheets that are laid out with the same stylesheets
share them as well, from the sheet for no district on. This module takes the place of WeasyPrint's `StyleFor` while a
sheet is laid out; tests/press/test_styles.py is the canary for it.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any

import tinycss2
from weasyprint import css

OUTERMOST = ("html", "body")
TYPED = {"style", "lang", "id", "href", "name", "width", "height"}
"""Attributes that declare something: its value is another object on every sheet."""


class KeptStyles:
    """The styles of a document by what they follow from. It learns from the first document, and from no other: what a
    district's sheet says of its own isn't kept."""

    def __init__(self) -> None:
        self._by_key: dict[Any, Any] = {}
        self._known = {id(None)}
        self._is_learning = True

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

    @contextmanager
    def in_use(self) -> Iterator[None]:
        """Within the block WeasyPrint takes styles from here. Nothing else may lay out meanwhile."""
        plain = css.StyleFor
        css.StyleFor = partial(_StyleFor, self)
        try:
            yield
        finally:
            css.StyleFor, self._is_learning = plain, False


class _StyleFor(css.StyleFor):  # type: ignore[misc]  # weasyprint has no types
    """The styles of one document."""

    def __init__(self, kept: KeptStyles, *given: Any) -> None:
        self._kept = kept
        super().__init__(*given)

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
            return id(inherited), pseudo_type, tuple([(name, id(said[0]), said[1]) for name, said in declared.items()])
        signs = frozenset(
            (name, _sign(name, value), rank, layer, tuple(specificity))
            for name, (value, (rank, layer, specificity)) in declared.items()
        )
        return id(inherited), pseudo_type, signs


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
