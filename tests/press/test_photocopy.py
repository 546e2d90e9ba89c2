"""The photocopier's sheets after three generations: a camera reads the code, and a reader the words.

The parameters of the copier stand in photocopy.py; `make test-full` tries every sheet."""

from __future__ import annotations

import zxingcpp
from PIL import Image

from selebaran.model.piece import QR, ComposedPiece
from selebaran.press.layout import Press
from tests.press import photocopy
from tests.press.kit import small

ENOUGH = 0.98
TEXT = "<p>Bawa KTP dan Kartu Keluarga ke kantor desa pada hari Kamis pagi. Tanyakan kepada petugas puskesmas.</p>" * 3


def share(pdf: bytes) -> float:
    """The share of a PDF's words that are read on its third copy."""
    pages = [(lines, photocopy.copied(copy)) for lines, copy in _pages(pdf)]
    missing = sum(len(photocopy.unread(copy, lines)) for lines, copy in pages)
    return 1 - missing / sum(len(line.words) for lines, _ in pages for line in lines)


def _pages(pdf: bytes) -> list[tuple[list[photocopy.Line], Image.Image]]:
    return list(zip(photocopy.lines_of(pdf), photocopy.pictures(pdf), strict=True))


def survives(piece: ComposedPiece, pdf: bytes) -> None:
    """Three copies of a sheet still say what it says."""
    pages = [(lines, photocopy.copied(copy)) for lines, copy in _pages(pdf)]
    codes = {code.text for _, copy in pages for code in zxingcpp.read_barcodes(copy)}
    assert codes == ({piece.qr_url} if piece.qr_url and QR in piece.html else set()), piece.name
    missing = [photocopy.unread(copy, lines) for lines, copy in pages]
    printed = sum(len(line.words) for lines, _ in pages for line in lines)
    assert 1 - sum(map(len, missing)) / printed >= ENOUGH, (piece.name, missing)


def test_the_copier_takes_grey_type_of_seven_points_and_leaves_black_type_of_ten(press: Press) -> None:
    sizes = {"7pt;color:#888": 0.5, "7pt;color:#777": 0.5, "10pt;color:#000": 1.0}
    for look, wanted in sizes.items():
        found = share(press.print(small(TEXT.replace("<p>", f'<p style="font-size:{look}">'))).pdf)
        assert found < wanted if wanted < 1 else found >= ENOUGH, look


def test_copies_are_the_same_every_time(press: Press) -> None:
    picture = photocopy.pictures(press.print(small(TEXT)).pdf)[0]
    assert photocopy.copied(picture).tobytes() == photocopy.copied(picture).tobytes()
    assert set(photocopy.copied(picture).tobytes()) == {0, 255}


def test_single_digits_and_a_line_on_its_head_are_read_and_what_is_gone_is_not(press: Press) -> None:
    cells = "".join(f'<tr><td style="padding: 1mm 4mm; border: 1px solid">{n}</td></tr>' for n in (3, 7, 9))
    turned = '<p style="transform: rotate(180deg)">Bawa KTP dan Kartu Keluarga ke kantor desa.</p>'
    pdf = press.print(small(f'<table style="border-collapse: collapse">{cells}</table>{turned}')).pdf
    (lines,), (picture,) = photocopy.lines_of(pdf), photocopy.pictures(pdf)
    assert {line.direction for line in lines} == {0, 180}
    assert photocopy.unread(photocopy.copied(picture), lines) == []
    gone = next(frame for line in lines for word, frame in zip(line.words, line.frames, strict=True) if word == "7")
    picture.paste(255, tuple(round(edge * photocopy.DPI / 72) for edge in gone))
    assert photocopy.unread(photocopy.copied(picture), lines) == ["7"]
