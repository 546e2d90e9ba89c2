"""Leaves out of what is heard what says nothing, and lets heads go down one level at a time.

A sheet to fill in has lines to write on, which are no paragraphs to whoever hears it; and a list of sections from a
page begins at the level that it has there, while on the sheet they stand right under its title (ISO 14289-1, 7.4.2: no
level is skipped). This reads pydyf's objects, which are no public interface: test_tidy_tags tells if they change.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pydyf


def tidy_tags(_document: Any, pdf: Any) -> None:
    """A finisher for WeasyPrint: no empty paragraph, no head that skips a level."""
    found: list[Any] = [item for item in pdf.objects if isinstance(item, dict) and "S" in item]
    elements = {item.reference: item for item in found}
    for item in [item for item in found if item["S"] == "/P" and not item["K"]]:
        _drop(item, elements)
    _level(_heard(found, elements))


def _heard(found: list[Any], elements: dict[Any, Any]) -> list[Any]:
    """All elements in reading order."""
    roots = [item for item in found if item and item["P"] not in elements]
    return [item for root in roots for item in _in_order(root, elements)]


def _drop(item: Any, elements: dict[Any, Any]) -> None:
    above = elements[item["P"]]
    above["K"] = pydyf.Array(kid for kid in above["K"] if kid != item.reference)
    item.clear()


def _in_order(element: Any, elements: dict[Any, Any]) -> Iterator[Any]:
    yield element
    for kid in element.get("K", ()):
        if isinstance(kid, bytes) and kid in elements:
            yield from _in_order(elements[kid], elements)


def _level(heard: list[Any]) -> None:
    """A head stands one level below the nearest one before it that is above it."""
    above: list[str] = []
    for item in heard:
        if re.fullmatch("/H[1-6]", item["S"]):
            while above and above[-1] >= item["S"]:
                above.pop()
            above.append(item["S"])
            item["S"] = f"/H{len(above)}"
