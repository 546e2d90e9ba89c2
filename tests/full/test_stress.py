"""Odd districts, and panels with too much in them, each in one way of four; the letters lost without a word: 0."""

from __future__ import annotations

from collections.abc import Iterator

from selebaran.model.piece import ComposedPiece
from selebaran.model.registry import Registry
from selebaran.press.layout import Press
from tests.press.stress import SWOLLEN, cases, lost_in_silence, refusable


def tried(registry: Registry) -> Iterator[tuple[str, ComposedPiece]]:
    """All odd districts; of panels, which come in all ways one after the other, one way each."""
    panels = 0
    for name, piece in cases(("kantor",), registry):
        panels += name.startswith(SWOLLEN[0])
        if not name.startswith(SWOLLEN) or name.startswith(SWOLLEN[panels % len(SWOLLEN)]):
            yield name, piece


def test_no_case_loses_a_letter(registry: Registry, press: Press) -> None:
    whole, refused, lost, otherwise = 0, 0, {}, {}
    for name, piece in tried(registry):
        missing, found = lost_in_silence(press, piece)
        if other := {fault.code for fault in found} - refusable(name):
            otherwise[name] = other
        assert all(dict(fault.values)["mm"] for fault in found if fault.code == "teks-tidak-muat")
        whole, refused = whole + (not found), refused + bool(found)
        if missing:
            lost[name] = missing
    assert otherwise == {}
    assert lost == {}
    assert whole + refused >= 100
    assert whole >= 30
    assert refused >= 30
