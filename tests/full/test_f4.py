"""Sheets on F4 of the district that has filled in everything."""

from __future__ import annotations

from selebaran.compose.edition import Composer
from selebaran.press.layout import Press
from tests.conftest import DEMO
from tests.press import test_f4


def test_every_file_for_an_f4_printer_is_on_f4(composer: Composer, press: Press) -> None:
    made = test_f4.files_on_f4(DEMO, composer, press)
    test_f4.test_every_file_for_an_f4_printer_is_on_f4(made)
    test_f4.test_two_leaflets_for_a_baby_fill_a_sheet_of_f4(made)
