"""A piece is a function of values: whoever has them, and the fonts, can print it."""

from __future__ import annotations

from pathlib import Path

from selebaran.compose.edition import Composer
from selebaran.press.build import print_piece
from selebaran.press.fonts import font_files
from selebaran.press.job import PieceJob
from selebaran.press.layout import Press
from tests.apart import run_apart
from tests.conftest import DAY, DEMO, ROOT

PIECE = "leaflet-daftar"
CODE = """
from selebaran.press.build import print_piece
from selebaran.press.layout import Press
job, fonts = given
made = print_piece(Press(Path("huruf"), fonts), job)
"""


def test_a_piece_is_printed_elsewhere_from_its_inputs_alone(composer: Composer, press: Press, tmp_path: Path) -> None:
    edition = composer.compose(DEMO, as_of=DAY, profiles=("kantor", "hemat"))
    outcome = next(outcome for outcome in edition.outcomes if outcome.name == PIECE)
    job = PieceJob(outcome.made, edition.frame.names.district)
    here = print_piece(press, job)
    assert [file.path for file in here.files] == [
        f"unduh/{PIECE}/{PIECE}.png",
        f"unduh/{PIECE}/{PIECE}-kantor.pdf",
        f"unduh/{PIECE}/{PIECE}-hemat.pdf",
    ]
    assert run_apart(CODE, (job, font_files(ROOT / ".cache")), tmp_path) == here
