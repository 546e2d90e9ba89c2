"""Says of each head of a table whether it stands for its row or its column, also where the table goes on overleaf.

WeasyPrint makes a table of each page's rows, of which only the first has heads: they become one again.

WeasyPrint names the heads of each cell (Headers, ISO 32000-1, table 349), which is enough; a reader that looks for
Scope instead, as some do, finds it too. This reads pydyf's objects, which are no public interface: test_accessible
tells if they change.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pydyf


def tell_scopes(_document: Any, pdf: Any) -> None:
    """A finisher for WeasyPrint: heads beside cells are heads of their row, a row of heads alone those of columns."""
    found: list[Any] = [item for item in pdf.objects if isinstance(item, dict) and "S" in item]
    elements = {item.reference: item for item in found}
    _join_parts(found, elements)
    for row in _of_kind("/TR", (item for item in found if item)):
        _tell_scopes_of(row, elements)


def _tell_scopes_of(row: Any, elements: dict[Any, Any]) -> None:
    cells = [elements[reference] for reference in row.get("K", ()) if reference in elements]
    heads = _of_kind("/TH", cells)
    for head in heads:
        head["A"]["Scope"] = "/Column" if len(heads) == len(cells) else "/Row"


def _join_parts(found: list[Any], elements: dict[Any, Any]) -> None:
    """Make one table of each that goes on overleaf without heads."""
    for table in _of_kind("/Table", found):
        begun = _before(table, elements)
        if begun is not None and not _below(table, "/TH", elements):
            _join(begun, table, elements)


def _before(table: Any, elements: dict[Any, Any]) -> Any | None:
    """The table of an earlier page with nothing between it and this one."""
    item = table
    while (above := elements.get(item["P"])) is not None:
        place = above["K"].index(item.reference)
        if place > 0:
            return _last(elements.get(above["K"][place - 1]), table["Pg"], elements)
        item = above
    return None


def _last(element: Any | None, page: Any, elements: dict[Any, Any]) -> Any | None:
    """The table that ends an element, if it is on another page."""
    while element is not None and element["S"] != "/Table":
        kids = element.get("K") or [None]
        element = elements.get(kids[-1]) if isinstance(kids[-1], bytes) else None
    return element if element is not None and element["Pg"] != page else None


def _join(begun: Any, table: Any, elements: dict[Any, Any]) -> None:
    """Give the rows of a table to the one that it goes on, and take away what held nothing else."""
    heads = [cell["A"].get("Headers") for cell in _cells(begun, elements)[-1]]
    for row in _cells(table, elements):
        for cell, of_column in zip(row, heads, strict=False):
            if of_column is not None:
                cell["A"]["Headers"] = of_column
    for kid in table["K"]:
        elements[kid]["P"] = begun.reference
    begun["K"] = pydyf.Array([*begun["K"], *table["K"]])
    item = table
    while (above := elements.get(item["P"])) is not None:
        above["K"] = pydyf.Array(kid for kid in above["K"] if kid != item.reference)
        item.clear()
        if above["K"]:
            break
        item = above


def _cells(table: Any, elements: dict[Any, Any]) -> list[list[Any]]:
    """The cells of data of each row."""
    return [_below(row, "/TD", elements) for row in _below(table, "/TR", elements)]


def _below(element: Any, kind: str, elements: dict[Any, Any]) -> list[Any]:
    """Elements of a kind within another, in reading order."""
    kids = [elements[kid] for kid in element.get("K", ()) if kid in elements]
    return [found for kid in kids for found in ([kid] if kid["S"] == kind else _below(kid, kind, elements))]


def _of_kind(kind: str, elements: Iterable[Any]) -> list[Any]:
    return [element for element in elements if element["S"] == kind]
