"""The gate: each thing that keeps a sheet from being handed out is found, and a sound sheet passes."""

from __future__ import annotations

import dataclasses
import io

import pikepdf
import pytest

from selebaran.model.fitting import Elastic, Fit
from selebaran.model.piece import QR, ComposedPiece
from selebaran.press.gate import check_form, check_printed
from selebaran.press.layout import Press, Printed
from selebaran.press.pdf import read_pdf
from selebaran.press.raster import look
from tests.press.kit import SENTENCE, faults, small

ADDRESS = "https://dinkesuji.example/e/p1-0001-k7m2qd/"
CODE = f'{SENTENCE}<img src="{QR}" alt="Kode QR" style="width: 28mm; height: 28mm">'


def test_a_sound_sheet_passes(press: Press) -> None:
    assert faults(press, small()) == []
    assert faults(press, small(CODE, qr_url=ADDRESS)) == []


def test_a_code_that_no_camera_reads_is_found(press: Press) -> None:
    piece = small(CODE.replace("28mm", "4mm") + SENTENCE * 4, qr_url=ADDRESS)
    assert faults(press, piece) == ["qr-salah"]


def test_a_code_with_something_on_top_of_it_is_found(press: Press) -> None:
    stain = '<i style="position:absolute;left:8mm;top:18mm;width:12mm;height:14mm;background:#888"></i>'
    assert faults(press, small(CODE + stain, qr_url=ADDRESS)) == ["qr-salah"]


def test_a_code_that_says_something_else_is_found(press: Press) -> None:
    piece = small(CODE, qr_url=ADDRESS)
    printed = press.print(piece).pdf
    other = dataclasses.replace(piece, qr_url="https://dinkesuji.example/e/p1-0001-zzzzzz/")
    assert [fault.code for fault in check_form(other, None, printed, "x")] == ["qr-salah"]
    without = dataclasses.replace(piece, qr_url=None)
    assert [fault.code for fault in check_form(without, None, printed, "x")] == ["qr-salah"]


@pytest.mark.parametrize(
    ("side", "place"),
    [
        ("kiri", "left:4mm;top:40mm"),
        ("kanan", "right:4mm;top:40mm"),
        ("atas", "left:40mm;top:4mm"),
        ("bawah", "left:40mm;bottom:4mm"),
    ],
)
def test_ink_within_five_millimetres_of_the_edge_is_found_and_measured(press: Press, side: str, place: str) -> None:
    piece = small(beside=f'<i style="position:absolute;{place};width:3mm;height:3mm;background:#000"></i>')
    found = check_form(piece, None, press.print(piece).pdf, "Kabupaten Uji")
    assert [(fault.code, dict(fault.values)["sisi"]) for fault in found] == [("tepi-tercetak", side)]
    assert 3.5 <= float(dict(found[0].values)["mm"].replace(",", ".")) <= 4.5
    assert faults(press, dataclasses.replace(piece, profile="layar")) == []


def test_panels_in_another_order_than_a_hand_opens_them_are_found(press: Press) -> None:
    half = "position:absolute;left:10mm;width:80mm;height:30mm"
    html = "".join(
        f'<div data-panel="{name}" style="{half};top:{top}mm">{SENTENCE * 2}</div>'
        for name, top in (("a", 5), ("b", 40))
    )
    in_order = small(panels=("a", "b"))
    in_order = dataclasses.replace(in_order, html=f'<html lang="id"><title>Uji</title><section class="sheet">{html}')
    assert faults(press, in_order) == []
    assert faults(press, dataclasses.replace(in_order, panels=("b", "a"))) == ["panel-urutan"]


def test_a_panel_that_is_nearly_empty_is_a_warning(press: Press) -> None:
    piece = small(SENTENCE)
    found = check_printed(piece, press.print(piece), "Kabupaten Uji")
    assert [(fault.code, fault.is_error, dict(fault.values)["isi"]) for fault in found] == [
        ("panel-longgar", False, "18")
    ]


def test_text_that_is_too_small_to_read_is_found_but_small_print_may_be_smaller(press: Press) -> None:
    fit = Elastic((Fit(paling_kecil=0.9, huruf=12, panel=("isi",)),))
    assert faults(press, small(SENTENCE * 5, ".panel{font-size:11pt}", elastic=fit)) == ["huruf-kecil"]
    print_small = f'<div data-kaki style="font-size:9pt">{SENTENCE * 5}</div>'
    assert faults(press, small(SENTENCE * 2 + print_small.replace("9pt", "8pt"), elastic=fit)) == []


def test_the_message_names_the_sentence_of_which_a_part_does_not_fit(press: Press) -> None:
    long = "Bawalah KTP dan kartu keluarga, juga surat keterangan lahir anak Anda."
    words = f"Datanglah ke puskesmas. {long} Tidak perlu fotokopi."
    piece = small(f"{SENTENCE * 5}<p>{words}</p>")
    found = check_printed(piece, press.print(piece), "Kabupaten Uji")
    values = dict(found[0].values)
    assert values["kutipan"] == long
    assert (values["lembar"], values["daerah"], values["panel"]) == ("uji (kantor)", "Kabupaten Uji", "isi")
    assert int(values["baris"]) >= 1
    assert 3 <= int(values["kata"]) <= len(words.split())


def test_a_font_that_is_not_in_the_pdf_is_found(press: Press) -> None:
    piece = small()
    printed = press.print(piece)
    with pikepdf.open(io.BytesIO(printed.pdf)) as document:
        for item in document.objects:
            if isinstance(item, pikepdf.Dictionary) and "/FontFile2" in item:
                del item["/FontFile2"]
        stream = io.BytesIO()
        document.save(stream)
    broken = dataclasses.replace(printed, pdf=stream.getvalue())
    assert read_pdf(broken.pdf).loose
    assert [fault.code for fault in check_printed(piece, broken, "x")] == ["pdf-cacat"]


def test_a_damaged_stream_is_found(press: Press) -> None:
    piece = small()
    printed = press.print(piece)
    with pikepdf.open(io.BytesIO(printed.pdf)) as document:
        page = document.pages[0]
        page.Contents = document.make_stream(b"\x00damaged", Filter=pikepdf.Name.FlateDecode)
        page.Contents.write(b"\x00damaged", filter=pikepdf.Name.FlateDecode, decode_parms=None)
        stream = io.BytesIO()
        document.save(stream)
    broken = dataclasses.replace(printed, pdf=stream.getvalue())
    assert "pdf-cacat" in [fault.code for fault in check_printed(piece, broken, "x")]


def with_boxes(printed: Printed, **boxes: tuple[float, float, float, float]) -> Printed:
    """The same print with boxes of its page moved by millimetres: left, bottom, right, top."""
    with pikepdf.open(io.BytesIO(printed.pdf)) as document:
        page = document.pages[0]
        for name, moves in boxes.items():
            edges = zip(page.obj[f"/{name}"], moves, strict=True)
            page.obj[f"/{name}"] = pikepdf.Array([float(edge) + mm * 72 / 25.4 for edge, mm in edges])
        stream = io.BytesIO()
        document.save(stream)
    return dataclasses.replace(printed, pdf=stream.getvalue())


@pytest.fixture(scope="module")
def for_shop(press: Press) -> tuple[ComposedPiece, Printed]:
    piece = small(profile="percetakan")
    return piece, press.print(piece)


@pytest.mark.parametrize("side", range(4))
@pytest.mark.parametrize("mm", [-1.0, 1.0])
def test_a_bleed_that_is_not_three_millimetres_on_each_side_is_found(
    for_shop: tuple[ComposedPiece, Printed], side: int, mm: float
) -> None:
    piece, printed = for_shop
    moves = tuple(mm if number == side else 0.0 for number in range(4))
    found = check_printed(piece, with_boxes(printed, BleedBox=moves), "Kabupaten Uji")
    assert [(fault.code, dict(fault.values)["rinci"]) for fault in found] == [("pdf-cacat", "TrimBox/BleedBox 1")]


def test_a_sheet_without_a_bleed_box_is_found(for_shop: tuple[ComposedPiece, Printed]) -> None:
    piece, printed = for_shop
    with pikepdf.open(io.BytesIO(printed.pdf)) as document:
        del document.pages[0].obj["/BleedBox"]
        stream = io.BytesIO()
        document.save(stream)
    bare = dataclasses.replace(printed, pdf=stream.getvalue())
    assert [fault.code for fault in check_printed(piece, bare, "x")] == ["pdf-cacat"]


def test_a_sheet_that_does_not_lie_amid_its_slug_is_found(for_shop: tuple[ComposedPiece, Printed]) -> None:
    piece, printed = for_shop
    beside = with_boxes(printed, TrimBox=(1, 0, 1, 0), BleedBox=(1, 0, 1, 0))
    assert [fault.code for fault in check_printed(piece, beside, "x")] == ["pdf-cacat"]


@pytest.mark.parametrize(("mm", "codes"), [(0.15, []), (-0.15, []), (0.3, ["ukuran-salah", "pdf-cacat"])])
def test_a_fifth_of_a_millimetre_is_the_size_that_was_asked_for(
    for_shop: tuple[ComposedPiece, Printed], mm: float, codes: list[str]
) -> None:
    piece, printed = for_shop
    larger = with_boxes(printed, TrimBox=(0, 0, mm, 0))
    assert [fault.code for fault in check_printed(piece, larger, "x")] == codes


def test_the_eye_reads_upright_codes_and_knows_how_far_ink_is(press: Press) -> None:
    seen = look(press.print(small(CODE, qr_url=ADDRESS)).pdf)
    assert seen.codes == (ADDRESS,)
    assert seen.near_edge == ()
