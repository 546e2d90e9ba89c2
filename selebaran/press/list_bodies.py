"""Puts the text of each item of a list into a body, where WeasyPrint leaves it beside the item's mark.

It does so where the mark stands inside the item, as on pages that are read aloud; ISO 32000-1, 14.8.4.3.3 has /LBody.
This reads pydyf's objects, which are no public interface: test_accessible tells if they change.
"""

from __future__ import annotations

from typing import Any

import pydyf

WITHOUT = {"/Lbl", "/LBody"}


def give_bodies(_document: Any, pdf: Any) -> None:
    """A finisher for WeasyPrint: all that an item holds beside its mark is its body."""
    found: list[Any] = [item for item in pdf.objects if isinstance(item, dict) and "S" in item]
    elements = {item.reference: item for item in found}
    for item in (element for element in found if element["S"] == "/LI"):
        kids = [elements[kid] for kid in item["K"]]
        loose = [kid for kid in kids if kid["S"] not in WITHOUT]
        if loose and all(kid["S"] != "/LBody" for kid in kids):
            body = _body(item, loose)
            pdf.add_object(body)
            item["K"] = pydyf.Array([*(k.reference for k in kids if k["S"] in WITHOUT), body.reference])
            for kid in loose:
                kid["P"] = body.reference


def _body(item: Any, loose: list[Any]) -> Any:
    kids = pydyf.Array([kid.reference for kid in loose])
    return pydyf.Dictionary({"Type": "/StructElem", "S": "/LBody", "K": kids, "Pg": item["Pg"], "P": item.reference})
