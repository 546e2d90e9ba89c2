"""What is seen of a form on which pages are placed is what its whole picture shows, though only its edges and what lies
around its codes are drawn."""

from __future__ import annotations

import io
from collections.abc import Callable

import pikepdf
import pytest

from selebaran.model.piece import Derivation
from selebaran.press import raster
from selebaran.press.impose import derived
from selebaran.press.layout import Press
from selebaran.press.qr import qr_svg
from selebaran.press.raster import look, look_at_placed
from tests.press.test_impose import sheets

URL = "https://dinkesuji.example/e/p1-0001-abcdef/"
CODE = '<img src="asset:kode.svg" style="position:absolute; left:30mm; top:60mm; width:{}mm">'
FRONT = '<p style="left:20mm;top:20mm">Depan</p>'
FORMS: list[tuple[float, float, Derivation]] = [
    (297, 420, "a4"),
    (297, 420, "ubin"),
    (420, 594, "ubin"),
    (148, 210, "dua"),
    (99, 210, "tiga"),
    (105, 148, "empat"),
]


def both(press: Press, width: float, height: float, kind: Derivation, mm: float = 30) -> tuple[bytes, bytes]:
    """A sheet with a code on its second page, and a form of it."""
    pdf = sheets(press, width, height, [FRONT, CODE.format(mm)], kode=qr_svg(URL))
    return pdf, derived(pdf, kind)


@pytest.mark.parametrize(("width", "height", "kind"), FORMS, ids=[f"{kind}-{width}" for width, _, kind in FORMS])
def test_what_is_seen_of_a_form_is_what_all_of_it_shows(
    press: Press, monkeypatch: pytest.MonkeyPatch, width: float, height: float, kind: Derivation
) -> None:
    pdf, form = both(press, width, height, kind)
    seen, whole = look(pdf), look(form)
    monkeypatch.setattr(raster, "look", None)  # nothing is drawn whole any more
    found = look_at_placed(form, seen)
    assert {*found.codes} == {*whole.codes} == {URL}
    assert found.near_edge == whole.near_edge == ()


def covered(page: pikepdf.Page) -> None:
    page.contents_add(b"q 1 1 1 rg 60 60 480 740 re f Q")


def edged(page: pikepdf.Page) -> None:
    page.contents_add(b"q 0 g 0 300 6 6 re f Q")


def moved(page: pikepdf.Page) -> None:
    page.contents_add(b"1 0 0 1 40 -90 cm", prepend=True)


def spoilt(form: bytes, spoil: Callable[[pikepdf.Page], None]) -> bytes:
    with pikepdf.open(io.BytesIO(form)) as document:
        for page in document.pages:
            spoil(page)
        stream = io.BytesIO()
        document.save(stream)
    return stream.getvalue()


@pytest.mark.parametrize("spoil", [covered, edged, moved], ids=lambda one: one.__name__)
def test_what_is_otherwise_on_a_form_is_seen(press: Press, spoil: Callable[[pikepdf.Page], None]) -> None:
    pdf, form = both(press, 148, 210, "dua")
    form = spoilt(form, spoil)
    found, whole = look_at_placed(form, look(pdf)), look(form)
    assert {*found.codes} == {*whole.codes} == ({URL} if spoil is not covered else set())
    assert found.near_edge == whole.near_edge
    assert bool(found.near_edge) == (spoil is edged)


def test_a_code_that_is_too_small_on_a_form_is_not_read_there(press: Press) -> None:
    pdf, form = both(press, 594, 841, "a4", mm=11)
    assert look(pdf).codes == (URL,)
    assert look_at_placed(form, look(pdf)).codes == look(form).codes == ()
