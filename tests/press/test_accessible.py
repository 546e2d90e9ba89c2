"""The sheets for the screen, before two checkers of PDF/UA-1 (ISO 14289-1) that are not ours, and before our own."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import outloud
import pdfua
import pikepdf
import pytest

from selebaran.model.piece import ComposedPiece
from selebaran.press.heard import hear
from selebaran.press.hearing import check_heard
from selebaran.press.layout import Press, Printed
from selebaran.publish.layout import site_of
from tests.conftest import DEMO, LONGEST
from tests.press.kit import faults, small

UNREAD = "UA-14-001"
"""A rule of pdfua 0.1.3 that stops at a number of pikepdf 10: heads must not skip a level. It is checked here."""


@pytest.fixture(params=(DEMO, LONGEST))
def sheets(request: pytest.FixtureRequest, dist: Path, hosts: dict[str, str]) -> list[Path]:
    found = sorted((site_of(dist, hosts[request.param]) / "unduh").glob("*/*-layar.pdf"))
    assert len(found) >= 4
    return found


def test_every_rule_of_the_checker_is_kept(sheets: list[Path]) -> None:
    for path in sheets:
        report = pdfua.validate(str(path))
        assert [(finding.rule_id, finding.message) for finding in report.findings] == [], path.name
        assert {outcome.rule_id for outcome in report.outcomes if outcome.skipped} <= {UNREAD}, path.name
        assert len(report.outcomes) >= 12


def test_the_checker_finds_what_is_missing(sheets: list[Path], tmp_path: Path) -> None:
    with pikepdf.open(sheets[0]) as document:
        del document.Root.Lang
        document.save(tmp_path / "bisu.pdf")
    assert pdfua.validate(str(tmp_path / "bisu.pdf")).findings


def test_the_other_checker_finds_neither_error_nor_warning(sheets: list[Path]) -> None:
    for path in sheets:
        result = outloud.check(str(path))
        assert result.error is None, path.name
        assert [(f.rule, f.message) for f in result.findings if f.severity != "info"] == [], path.name


def test_the_other_checker_finds_a_link_outside_of_its_element(sheets: list[Path], tmp_path: Path) -> None:
    (tmp_path / "pindah.pdf").write_bytes(_changed(sheets[0].read_bytes(), _move_link_out))
    assert "LNK-001" in [finding.rule for finding in outloud.check(str(tmp_path / "pindah.pdf")).findings]


def test_every_sheet_is_heard_whole_with_each_link_once(sheets: list[Path]) -> None:
    for path in sheets:
        heard = hear(path.read_bytes())
        assert (heard.links, heard.missing) == ((), ()), path.name
        assert "".join(heard.pieces).strip(), path.name


def test_a_printed_address_is_one_link_with_words_for_it(sheets: list[Path]) -> None:
    with pikepdf.open(next(path for path in sheets if path.name.startswith("leaflet-daftar"))) as document:
        notes = [note for page in document.pages for note in page.obj.get("/Annots", [])]
        said = [str(note.Contents) for note in notes]
        pages = [text for text in said if text.startswith("Halaman ") and text.endswith("/daftar")]
        assert "Telepon 165" in said
        assert len(pages) <= 1
        assert all(int(note.F) == 4 for note in notes)


def _move_link_out(document: pikepdf.Pdf) -> None:
    link = _first(document, "/Link")
    link.S = pikepdf.Name.Span


def _drop_reference(document: pikepdf.Pdf) -> None:
    link = _first(document, "/Link")
    link.K = pikepdf.Array([kid for kid in link.K if isinstance(kid, int) or kid.get("/Type") != "/OBJR"])


def _drop_words(document: pikepdf.Pdf) -> None:
    link = _first(document, "/Link")
    link.K = pikepdf.Array([kid for kid in link.K if not isinstance(kid, int) and kid.get("/Type") == "/OBJR"])


def _double(document: pikepdf.Pdf) -> None:
    page = next(page for page in document.pages if "/Annots" in page.obj)
    again = document.make_indirect(pikepdf.Dictionary(page.obj.Annots[0]))
    page.obj.Annots.append(again)


def _set(key: str, value: Any) -> Callable[[pikepdf.Pdf], None]:
    def change(document: pikepdf.Pdf) -> None:
        note = next(page for page in document.pages if "/Annots" in page.obj).obj.Annots[0]
        note[key] = value

    return change


def _swap(document: pikepdf.Pdf) -> None:
    """Two paragraphs change places in the tree, not on the page."""
    panel = next(e for e in elements(document.Root.StructTreeRoot) if _kinds_below(e).count("/P") > 1)
    first, second = [number for number, kid in enumerate(panel.K) if kid.get("/S") == "/P"][:2]
    panel.K[first], panel.K[second] = panel.K[second], panel.K[first]


def _forget_paragraph(document: pikepdf.Pdf) -> None:
    panel = next(e for e in elements(document.Root.StructTreeRoot) if "/P" in _kinds_below(e))
    del panel.K[next(number for number, kid in enumerate(panel.K) if kid.get("/S") == "/P")]


def _lose_tabs(document: pikepdf.Pdf) -> None:
    for page in document.pages:
        del page.obj.Tabs


def _delete(*keys: str) -> Callable[[pikepdf.Pdf], None]:
    def change(document: pikepdf.Pdf) -> None:
        for key in keys:
            del document.Root[key]

    return change


def _lose_title(document: pikepdf.Pdf) -> None:
    document.docinfo["/Title"] = ""


TEXT = (
    '<h1>Uji</h1><p>Bawa KTP ke <b>kantor</b> desa.</p><p>Halaman <b><a href="https://desa.example/daftar/">desa<wbr>.example'
    '<wbr>/<wbr><span>daftar</span></a></b>, telepon <a href="tel:165">165</a>.</p>'
)
EMPTY = '<p><a href="tel:165"></a></p>'
LINK, WHOLE, ORDER = "tautan-tak-terdengar", "layar-tanpa-tanda", "layar-urutan"
MUTATIONS: dict[str, tuple[Callable[[pikepdf.Pdf], None], str]] = {
    "a link outside of /Link": (_move_link_out, LINK),
    "an annotation that no element holds": (_drop_reference, LINK),
    "a link without words": (_drop_words, LINK),
    "an address that is two links": (_double, LINK),
    "no flag for paper": (_set("/F", 0), LINK),
    "a hidden link": (_set("/F", 6), LINK),
    "a link without a description": (_set("/Contents", ""), LINK),
    "a link whose parent is another": (_set("/StructParent", 99), LINK),
    "paragraphs that changed places": (_swap, ORDER),
    "a paragraph that isn't heard": (_forget_paragraph, ORDER),
    "no language": (_delete("/Lang"), WHOLE),
    "no title": (_lose_title, WHOLE),
    "a title that doesn't show": (_delete("/ViewerPreferences"), WHOLE),
    "no order of tabs": (_lose_tabs, WHOLE),
    "no tags": (_delete("/StructTreeRoot"), WHOLE),
    "not marked as tagged": (_delete("/MarkInfo"), WHOLE),
}


@pytest.mark.parametrize("name", sorted(MUTATIONS))
def test_what_is_taken_from_those_who_hear_is_found(name: str, press: Press) -> None:
    change, code = MUTATIONS[name]
    piece = small(TEXT, profile="layar")
    printed = press.print(piece)
    found = codes(piece, printed, _changed(printed.pdf, change))
    assert codes(piece, printed, printed.pdf) == []
    assert code in found


def test_a_sheet_for_paper_is_not_asked_for_tags(press: Press) -> None:
    assert LINK in faults(press, small(TEXT + EMPTY, profile="layar"))
    assert LINK not in faults(press, small(TEXT + EMPTY))


def codes(piece: ComposedPiece, printed: Printed, pdf: bytes) -> list[str]:
    """What is said of a file for those who hear it."""
    return [found.code for found in check_heard(piece, pdf, printed.audit, "Kabupaten Uji")]


def _changed(pdf: bytes, change: Callable[[pikepdf.Pdf], None]) -> bytes:
    stream = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as document:
        change(document)
        document.save(stream)
    return stream.getvalue()


def _first(document: pikepdf.Pdf, kind: str) -> Any:
    return next(element for element in elements(document.Root.StructTreeRoot) if element.get("/S") == kind)


def _kinds_below(element: Any) -> list[str]:
    below = element.get("/K", [])
    return [str(kid.S) for kid in below if isinstance(kid, pikepdf.Dictionary) and "/S" in kid]


def test_no_head_skips_a_level(sheets: list[Path]) -> None:
    for path in sheets:
        with pikepdf.open(path) as document:
            levels = [int(kind[2:]) for kind in kinds(document.Root.StructTreeRoot) if re.fullmatch("/H[1-6]", kind)]
        assert levels[:1] == [1], path.name
        assert [deeper for above, deeper in pairwise(levels) if deeper > above + 1] == [], path.name


def test_each_head_of_a_table_says_of_what(sheets: list[Path]) -> None:
    scopes = set()
    for path in sheets:
        with pikepdf.open(path) as document:
            scopes |= {str(head.A.Scope) for head in elements(document.Root.StructTreeRoot) if head.get("/S") == "/TH"}
    assert "/Column" in scopes
    assert scopes <= {"/Column", "/Row"}


def kinds(element: Any) -> list[str]:
    """What the elements of a structure are, in reading order."""
    return [str(found.get("/S", "")) for found in elements(element)]


def elements(element: Any) -> Iterator[Any]:
    """A structure element and all below it, in reading order."""
    yield element
    below = element.get("/K", [])
    for child in below if isinstance(below, pikepdf.Array) else [below]:
        if isinstance(child, pikepdf.Dictionary) and "/S" in child:
            yield from elements(child)
