"""A page that many sheets have is written as it would be drawn on each, whatever stands before it; and it is proved
once, unless the file at hand shows it otherwise. Also the canary for WeasyPrint's `Stream` and `Font`."""

from __future__ import annotations

import dataclasses
import io
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pikepdf
import pypdfium2
import pytest
from weasyprint import document, draw

from selebaran.model.piece import ComposedPiece
from selebaran.press.ink import proof
from selebaran.press.ink.alone import is_alone, letters_alone
from selebaran.press.ink.report import unreadable
from selebaran.press.layout import Press, Printed
from tests.conftest import ROOT
from tests.press.test_panels import SHARED, sheet

BACK = SHARED.format('<p style="font-size: 9.5pt; letter-spacing: .01em">Wafat, pindah, atau lahir: lapor ke 165.</p>')


def two_sides(front: str) -> ComposedPiece:
    """A sheet with a side of the district's own and one that all have."""
    made = sheet(front, "", ".sheet + .sheet { break-before: page }")
    html = made.html.replace("</section>", f'</section><section class="sheet">{BACK}</section>')
    return dataclasses.replace(made, html=html, sheets=2)


@pytest.fixture(scope="module")
def press() -> Press:
    made = Press(ROOT / ".cache")
    made.prepare([two_sides("<p>Kabupaten</p>")])
    return made


@contextmanager
def drawing(name: str) -> Iterator[list[tuple[object, ...]]]:
    """What one of WeasyPrint's functions is asked for within the block."""
    where = document if name == "draw_page" else draw
    plain, asked = getattr(where, name), list[tuple[object, ...]]()

    def counted(*given: object) -> None:
        asked.append(given)
        plain(*given)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(where, name, counted)
        yield asked


@pytest.mark.parametrize(
    ("front", "drawn"),
    [
        ("<p>Kabupaten</p>", 0),
        ("<p>Batu Kapen</p>", 1),
        ("<p>Uji</p>", 2),
        ('<p style="font-size: 7.3pt">Wafat, pindah, atau lahir: lapor ke 165.</p>', 2),
        ('<p style="font-size: 31.7pt">Jkwfi</p><p style="font-size: 6pt">Pidah, tru 165</p>', 2),
    ],
    ids=["sama", "huruf sama", "huruf lain", "huruf kecil", "huruf besar"],
)
def test_a_page_is_written_as_it_would_be_drawn(press: Press, front: str, drawn: int) -> None:
    with drawing("draw_page") as pages:
        printed = press.print(two_sides(front))
    assert printed.pdf == press.print(two_sides(front), whole=True).pdf
    assert len(pages) <= drawn


GROUND = {
    "asset:pita.svg": b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="9" height="2"/></svg>'
}
GROUNDS = ".sheet + .sheet .panel { background: url(asset:pita.svg) no-repeat, url(asset:pita.svg) 4mm 5mm no-repeat }"


@pytest.mark.parametrize(
    "front", ["<p>Kabupaten</p>", '<p style="background: url(asset:pita.svg) no-repeat">Kabupaten Uji</p>']
)
def test_a_page_with_drawings_on_its_grounds_is_written_as_it_would_be_drawn(front: str) -> None:
    def made(front: str) -> ComposedPiece:
        piece = two_sides(front)
        return dataclasses.replace(piece, stylesheets=(*piece.stylesheets, GROUNDS), assets=GROUND)

    press = Press(ROOT / ".cache")
    press.prepare([made("<p>Kabupaten</p>")])
    with drawing("draw_page") as pages:
        printed = press.print(made(front))
    assert printed.pdf == press.print(made(front), whole=True).pdf
    assert len(pages) == ("Uji" in front)  # that of the district alone


@pytest.mark.parametrize(
    ("own", "drawn"),
    [
        ("<p>Kabupaten Uji</p>", 1),
        ('<p>Kabupaten <b style="position: relative; z-index: -1">Uji</b></p>', 2),
        ('<p style="opacity: .5">Kabupaten Uji</p>', 1),
        ("<p>Uji Wfkz</p>", 3),
        ('<p style="font-size: 31.7pt">Kabupaten</p><p style="font-size: 6pt">Wafat, pindah, tru 165</p>', 4),
    ],
    ids=["sama", "di bawah", "tembus", "huruf lain", "lebar lain"],
)
def test_beside_a_districts_own_panel_that_of_all_is_written_as_it_would_be_drawn(own: str, drawn: int) -> None:
    press = Press(ROOT / ".cache")
    press.prepare([sheet("<p>Kabupaten</p>")])
    with drawing("draw_text") as lines:
        printed = press.print(sheet(own))
    assert len(lines) <= drawn
    assert printed.pdf == press.print(sheet(own), whole=True).pdf


def covered(page: pikepdf.Page) -> None:
    page.contents_add(b"q 1 1 1 rg 0 0 999 999 re f Q")


def emptied(page: pikepdf.Page) -> None:
    written = re.sub(rb"(?m)^.*TJ$", b"", page.Contents.read_bytes(), count=1)
    page.Contents.write(written)


def moved(page: pikepdf.Page) -> None:
    page.Contents.write(b"1 0 0 1 400 0 cm\n" + page.Contents.read_bytes())


def meaning_another(page: pikepdf.Page) -> None:
    for font in dict(page.obj.Resources.Font).values():
        font.ToUnicode.write(re.sub(rb"<0061>", b"<0062>", font.ToUnicode.read_bytes()))


def see_through(page: pikepdf.Page) -> None:
    for state in dict(page.obj.Resources.ExtGState).values():
        state.ca = 0


FAULTS = [covered, emptied, moved, meaning_another, see_through]


@pytest.mark.parametrize("spoil", FAULTS, ids=[one.__name__ for one in FAULTS])
def test_a_page_that_was_proved_before_is_proved_again_where_a_file_has_it_otherwise(
    press: Press, spoil: Callable[[pikepdf.Page], None]
) -> None:
    made = two_sides("<p>Batu Kapen</p>")
    printed = press.print(made)
    assert pages_proved(made, printed) == ([0], 0)
    with pikepdf.open(io.BytesIO(printed.pdf)) as pdf:
        spoil(pdf.pages[1])
        stream = io.BytesIO()
        pdf.save(stream)
    numbers, found = pages_proved(made, dataclasses.replace(printed, pdf=stream.getvalue()))
    assert 1 in numbers
    assert found


def pages_proved(made: ComposedPiece, printed: Printed) -> tuple[list[int], int]:
    """Which pages were proved, and how many problems were found."""
    wanted: list[int] = []

    def alone(pdf: bytes, pages: tuple[int, ...], instead: dict[int, bytes]) -> bytes:
        wanted.extend(pages)
        return letters_alone(pdf, pages, instead)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(proof, "letters_alone", alone)
        found = unreadable(made, printed.asked, printed.pdf, "uji", "Uji")
    return wanted, len(found)


OWN, SHARED_PART = (0, 110), (110, 170)
"""Points from the upper edge: where the panel of the district's own stands, and that of all."""


def covering(part: tuple[int, int], colour: bytes = b"1 1 1") -> Callable[[pikepdf.Page], None]:
    low, high = part
    return lambda page: page.contents_add(b"q %b rg 0 %d 999 %d re f Q" % (colour, low, high - low))


def without_text(last: int) -> Callable[[pikepdf.Page], None]:
    """A page that lost the letters of its first or of its last line."""

    def spoil(page: pikepdf.Page) -> None:
        lines = page.Contents.read_bytes().split(b"\n")
        shown = [n for n, line in enumerate(lines) if line.endswith(b"TJ")]
        del lines[shown[last]]
        page.Contents.write(b"\n".join(lines))

    return spoil


def in_white(last: int) -> Callable[[pikepdf.Page], None]:
    """A page whose first or last line is white."""

    def spoil(page: pikepdf.Page) -> None:
        lines = page.Contents.read_bytes().split(b"\n")
        shown = [n for n, line in enumerate(lines) if line.endswith(b"TJ")]
        lines.insert(shown[last], b"1 1 1 rg")
        page.Contents.write(b"\n".join(lines))

    return spoil


def clipped(part: tuple[int, int]) -> Callable[[pikepdf.Page], None]:
    """A page on which no more than the upper sixth of a panel can be seen."""
    low, high = part

    def spoil(page: pikepdf.Page) -> None:
        measure, _, rest = page.Contents.read_bytes().partition(b" cm\n")
        clip = b"0 0 999 %d re 0 %d 999 999 re W n\n" % (low + (high - low) // 6, high)
        page.Contents.write(measure + b" cm\n" + clip + rest)

    return spoil


def stacked(page: pikepdf.Page) -> None:
    """A page on which the first line stands where the last one is."""
    lines = page.Contents.read_bytes().split(b"\n")
    placed = [n for n, line in enumerate(lines) if line.endswith(b" Tm")]
    lines[placed[0]] = lines[placed[-1]]
    page.Contents.write(b"\n".join(lines))


def meaning_w_another(page: pikepdf.Page) -> None:
    for font in dict(page.obj.Resources.Font).values():
        font.ToUnicode.write(font.ToUnicode.read_bytes().replace(b"<0057>", b"<0058>"))


IN_PARTS = {
    "a white cover over its own": covering(OWN),
    "a white cover over that of all": covering(SHARED_PART),
    "a black cover over that of all": covering(SHARED_PART, b"0 0 0"),
    "no letters of its own": without_text(0),
    "no letters of all": without_text(-1),
    "its own in white": in_white(0),
    "that of all in white": in_white(-1),
    "its own cut": clipped(OWN),
    "that of all cut": clipped(SHARED_PART),
    "its own on that of all": stacked,
    "moved": moved,
    "other letters": meaning_another,
    "a letter of all that means another": meaning_w_another,
}


@pytest.fixture(scope="module")
def one_sided() -> Press:
    made = Press(ROOT / ".cache")
    made.prepare([sheet("<p>Kabupaten</p>", BACK)])
    return made


@pytest.mark.parametrize("spoil", [None, *IN_PARTS.values()], ids=["sound", *IN_PARTS])
def test_a_part_that_was_proved_before_is_proved_again_where_a_file_has_it_otherwise(
    one_sided: Press, spoil: Callable[[pikepdf.Page], None] | None
) -> None:
    made = sheet("<p>Batu Kapen</p>", BACK)
    printed = one_sided.print(made)
    with pikepdf.open(io.BytesIO(printed.pdf)) as pdf:
        if spoil:
            spoil(pdf.pages[0])
        stream = io.BytesIO()
        pdf.save(stream)
    with drawing_parts() as passed_over:
        found = unreadable(made, printed.asked, stream.getvalue(), "uji", "Uji")
    assert bool(found) == bool(spoil)
    assert passed_over or spoil


@contextmanager
def drawing_parts() -> Iterator[list[int]]:
    """The numbers of the pages of which parts were passed over within the block."""
    passed: list[int] = []

    def alone(pdf: bytes, pages: tuple[int, ...], instead: dict[int, bytes]) -> bytes:
        passed.extend(instead)
        return letters_alone(pdf, pages, instead)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(proof, "letters_alone", alone)
        yield passed


@pytest.mark.parametrize("ground", ["#a3262a", "url(asset:gambar.svg) no-repeat #a3262a"])
def test_the_letters_alone_are_black_on_white_and_stand_behind_the_file(press: Press, ground: str) -> None:
    circle = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle r="9" fill="#28a326"/></svg>'
    own = f'<p style="background: {ground}; color: #fff">Batu Kapen</p>'
    pdf = press.print(sheet(own, gambar=circle)).pdf
    alone = letters_alone(pdf)
    assert alone.startswith(pdf)
    whole, letters = pypdfium2.PdfDocument(pdf), pypdfium2.PdfDocument(alone)
    assert (is_alone(whole), is_alone(letters)) == (False, True)
    shown, left = (one[0].render(scale=1).to_pil() for one in (whole, letters))
    assert shown.convert("L").tobytes() != shown.getchannel(0).tobytes()
    assert left.convert("L").tobytes() == left.getchannel(0).tobytes()
    assert left.convert("L").getextrema()[0] < 20
