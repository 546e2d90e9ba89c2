"""Says of each head of a table whether it stands for its row or its column.

WeasyPrint names the heads of each cell (Headers, ISO 32000-1, table 349), which is enough; a reader that looks for
Scope instead, as some do, finds it too. This reads pydyf's objects, which are no public interface: test_accessible
tells if they change.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any


def tell_scopes(_document: Any, pdf: Any) -> None:
    """A finisher for WeasyPrint: heads beside cells are heads of their row, a row of heads alone those of columns."""
    found: list[Any] = [item for item in pdf.objects if isinstance(item, dict) and "S" in item]
    elements = {item.reference: item for item in found}
    for row in _of_kind("/TR", found):
        cells = [elements[reference] for reference in row.get("K", ()) if reference in elements]
        heads = _of_kind("/TH", cells)
        for head in heads:
            head["A"]["Scope"] = "/Column" if len(heads) == len(cells) else "/Row"


def _of_kind(kind: str, elements: Iterable[Any]) -> list[Any]:
    return [element for element in elements if element["S"] == kind]
