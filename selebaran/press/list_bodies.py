"""Puts the text of each item of a list into a body, where WeasyPrint leaves it beside the item's mark.

It does so where the mark stands inside the item, as on pages that are read aloud; ISO 32000-1, 14.8.4.3.3 has /LBody.
This reads pydyf's objects, which are no public interface: test_accessible tells if they change.
"""

from __future__ import annotations

from typing import Any

import pydyf

BODY = "/LBody"
BESIDE = {"/Lbl", BODY}


def give_bodies(_document: Any, pdf: Any) -> None:
    """A finisher for WeasyPrint: all that an item holds beside its mark is its body."""
    found: list[Any] = [item for item in pdf.objects if isinstance(item, dict) and "S" in item]
    elements = {item.reference: item for item in found}
    for item in found:
        if item["S"] == "/LI" and item["K"]:
            kids = [elements[kid] for kid in item["K"]]
            _give_body(pdf, item, kids)
            _take_mark_out(item, kids[0], elements)


def _give_body(pdf: Any, item: Any, kids: list[Any]) -> None:
    marks = [kid for kid in kids if kid["S"] in BESIDE]
    loose = [kid for kid in kids if kid["S"] not in BESIDE]
    if loose and all(mark["S"] != BODY for mark in marks):
        _put_into_body(pdf, item, marks, loose)


def _take_mark_out(item: Any, body: Any, elements: dict[Any, Any]) -> None:
    """The mark of an item with a list in it stands within its first body; it belongs before it."""
    first = elements.get(body["K"][0]) if body["S"] == BODY and isinstance(body["K"][0], bytes) else None
    if first is not None and first["S"] == "/Lbl":
        body["K"] = pydyf.Array(body["K"][1:])
        item["K"] = pydyf.Array([first.reference, *item["K"]])
        first["P"] = item.reference


def _put_into_body(pdf: Any, item: Any, marks: list[Any], loose: list[Any]) -> None:
    body = _body(item, loose)
    pdf.add_object(body)
    item["K"] = pydyf.Array([*(mark.reference for mark in marks), body.reference])
    for kid in loose:
        kid["P"] = body.reference


def _body(item: Any, loose: list[Any]) -> Any:
    kids = pydyf.Array([kid.reference for kid in loose])
    return pydyf.Dictionary({"Type": "/StructElem", "S": BODY, "K": kids, "Pg": item["Pg"], "P": item.reference})
