"""Where a sheet is cut, and how full a panel is that has nothing in it."""

from __future__ import annotations

import dataclasses
import io

import pikepdf
import pytest

from selebaran.press.gate import check_printed
from selebaran.press.layout import Press
from tests.press.kit import small

MM = 72 / 25.4


@pytest.mark.parametrize("move", [(1, 0), (0, 1)])
def test_a_sheet_that_would_be_cut_beside_its_edge_is_found(press: Press, move: tuple[int, int]) -> None:
    piece = small(profile="percetakan")
    printed = press.print(piece)
    assert "pdf-cacat" not in [fault.code for fault in check_printed(piece, printed, "Kabupaten Uji")]
    with pikepdf.open(io.BytesIO(printed.pdf)) as document:
        page = document.pages[0]
        for name in ("/TrimBox", "/BleedBox"):
            edges = [float(edge) for edge in page.obj[name]]
            page.obj[name] = pikepdf.Array([edge + move[i % 2] * MM for i, edge in enumerate(edges)])
        moved = io.BytesIO()
        document.save(moved)
    beside = dataclasses.replace(printed, pdf=moved.getvalue())
    found = [(fault.code, dict(fault.values)["rinci"]) for fault in check_printed(piece, beside, "Kabupaten Uji")]
    assert ("pdf-cacat", "TrimBox/BleedBox 1") in found


def test_a_panel_without_ink_counts_as_empty(press: Press) -> None:
    piece = small(content="")
    [found] = [f for f in check_printed(piece, press.print(piece), "Kabupaten Uji") if f.code == "panel-longgar"]
    assert dict(found.values)["isi"] == "0"
