"""The photocopier's sheets after three generations: a camera reads the code, and a reader the words.

The parameters of the copier stand in photocopy.py; `make test-full` tries every sheet."""

from __future__ import annotations

import zxingcpp

from selebaran.model.piece import QR, ComposedPiece
from selebaran.press.layout import Press
from tests.press import photocopy
from tests.press.kit import small

ENOUGH = 0.98
TEXT = "<p>Bawa KTP dan Kartu Keluarga ke kantor desa pada hari Kamis pagi. Tanyakan kepada petugas puskesmas.</p>" * 3


def share(pdf: bytes) -> float:
    """The share of a PDF's words that are read on its third copy."""
    printed, missing = 0, 0
    for words, picture in zip(photocopy.words_of(pdf), photocopy.pictures(pdf), strict=True):
        seen = photocopy.read(photocopy.copied(picture), words)
        printed, missing = printed + len(words), missing + len(photocopy.unread(words, seen))
    return 1 - missing / printed


def survives(piece: ComposedPiece, pdf: bytes) -> None:
    """Three copies of a sheet still say what it says."""
    copies = [photocopy.copied(picture) for picture in photocopy.pictures(pdf)]
    codes = {code.text for copy in copies for code in zxingcpp.read_barcodes(copy)}
    assert codes == ({piece.qr_url} if piece.qr_url and QR in piece.html else set()), piece.name
    printed = photocopy.words_of(pdf)
    missing = [photocopy.unread(w, photocopy.read(c, w)) for w, c in zip(printed, copies, strict=True)]
    lost = sum(map(len, missing)) / sum(map(len, printed))
    assert 1 - lost >= ENOUGH, (piece.name, missing)


def test_the_copier_takes_grey_type_of_seven_points_and_leaves_black_type_of_ten(press: Press) -> None:
    sizes = {"7pt;color:#888": 0.5, "7pt;color:#777": 0.5, "10pt;color:#000": 1.0}
    for look, wanted in sizes.items():
        found = share(press.print(small(TEXT.replace("<p>", f'<p style="font-size:{look}">'))).pdf)
        assert found < wanted if wanted < 1 else found >= ENOUGH, look


def test_copies_are_the_same_every_time(press: Press) -> None:
    picture = photocopy.pictures(press.print(small(TEXT)).pdf)[0]
    assert photocopy.copied(picture).tobytes() == photocopy.copied(picture).tobytes()
    assert set(photocopy.copied(picture).tobytes()) == {0, 255}
