"""Copyfitting: the largest text that fits, within its bounds, and one district alone."""

from __future__ import annotations

import dataclasses

import pytest

from selebaran.model.piece import Fit
from selebaran.press.gate import check_printed
from selebaran.press.layout import Press
from tests.press.kit import SENTENCE, faults, small

CSS = ".panel { --pas: 1; font-size: calc(14pt * var(--pas)) }"
FIT = Fit(paling_kecil=0.8, huruf=12, panel=("isi",))
FLEX, GRID = ".panel{display:flex;flex-direction:column}", ".panel{display:grid}"


def longest(press: Press, size: float) -> int:
    """How many sentences fit at a size."""
    count = 1
    while not press.print(small(SENTENCE * (count + 1), f".panel{{font-size:{size}pt}}")).audit.overflows:
        count += 1
    return count


@pytest.mark.parametrize("layout", ["", FLEX, GRID])
def test_text_that_is_a_little_too_long_becomes_a_little_smaller(press: Press, layout: str) -> None:
    roomy, tight = longest(press, 14), longest(press, 12.1)
    assert tight > roomy
    printed = press.print(small(SENTENCE * tight, CSS + layout, fit=FIT))
    assert not printed.audit.overflows
    assert 12 / 14 <= printed.scale < 1
    assert 12 <= printed.audit.panels[0].body_pt < 14
    assert faults(press, small(SENTENCE * tight, CSS + layout, fit=FIT)) == []
    # One step larger and it wouldn't fit.
    larger = f".panel {{ font-size: calc(14pt * {printed.scale + 0.02}) }}"
    assert press.print(small(SENTENCE * tight, CSS + layout + larger)).audit.overflows


def test_text_never_shrinks_below_what_can_be_read(press: Press) -> None:
    piece = small(SENTENCE * (longest(press, 12) + 3), CSS, fit=FIT)
    printed = press.print(piece)
    found = [fault for fault in check_printed(piece, printed, "Kabupaten Uji") if fault.is_error]
    assert [fault.code for fault in found] == ["teks-tidak-muat"]
    assert printed.audit.panels[0].body_pt >= 12
    assert not printed.audit.lost


def test_an_outlier_fails_alone(press: Press) -> None:
    usual = small(SENTENCE * longest(press, 14), CSS, fit=FIT)
    before = press.print(usual)
    assert before.scale == 1
    assert press.print(small(SENTENCE * 40, CSS, fit=FIT)).audit.overflows
    after = press.print(usual)
    assert (after.scale, after.pdf) == (1, before.pdf)


def test_all_panels_of_a_piece_have_one_scale(press: Press) -> None:
    other = f'</div><div class="panel" data-panel="dua" style="top:200mm">{SENTENCE}'
    piece = small(SENTENCE * longest(press, 12.1) + other, CSS, fit=fit_of("isi", "dua"), panels=("isi", "dua"))
    printed = press.print(dataclasses.replace(piece, height_mm=300))
    assert printed.scale < 1
    sizes = {report.panel: report.body_pt for report in printed.audit.panels}
    assert sizes["isi"] == sizes["dua"]


def fit_of(*panels: str) -> Fit:
    return Fit(paling_kecil=0.8, huruf=12, panel=panels)


def test_a_panel_that_may_not_shrink_is_left_alone(press: Press) -> None:
    printed = press.print(small(SENTENCE * 40, CSS, fit=fit_of("lain")))
    assert printed.scale == 1
    assert printed.audit.overflows
