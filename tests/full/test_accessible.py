"""The sheets for the screen that are made only when asked for, before the checkers of PDF/UA-1 that the others pass."""

from __future__ import annotations

from pathlib import Path

import outloud
import pytest

from selebaran.compose.edition import Composer
from selebaran.model.registry import Registry
from selebaran.press.layout import Press
from tests.conftest import DAY, DEMO, LONGEST, SHORT
from tests.press import test_accessible as every_day
from tests.press.kit import everything

GUESSES = {
    "TBL-012": (
        "betulkan-daftar",
        "daftar-hadir",
        "daftar-layanan",
        "hitung-survei",
        "laporan-bulanan",
        "lembar-hitung",
        "periksa-data",
        "survei-acara",
    ),
    "TBL-014": ("kartu-peran", "laporan-bulanan"),
    "PAG-001": ("betulkan-daftar", "lembar-balik", "tanda-meja", "tanda-pintu"),
}
"""Where the checker takes one thing for another, by its rules: tables to fill in, which are tables though most cells
are empty; frames around cards, and lines to write on, which are none; and the foot of pages that hang or are handed on
each for itself, where it is no running foot; of a list of several pages each may come back alone."""


@pytest.mark.parametrize("slug", [DEMO, SHORT, LONGEST])
def test_a_sheet_that_was_asked_for_is_heard_as_all_others(
    slug: str, composer: Composer, registry: Registry, press: Press, tmp_path: Path
) -> None:
    usual = ("layar",) if slug == SHORT else ()  # those of the others are heard each day
    edition = composer.compose(slug, as_of=DAY, profiles=usual, asked=everything(registry, "layar"))
    sheets = [tmp_path / f"{piece.name}-layar.pdf" for piece in edition.pieces]
    for path, piece in zip(sheets, edition.pieces, strict=True):
        path.write_bytes(press.print(piece).pdf)
    assert {path.name for path in sheets} >= {"surat-keluhan-layar.pdf", "lembar-hamil-layar.pdf"}
    every_day.test_every_rule_of_the_checker_is_kept(sheets)
    for path in sheets:
        result = outloud.check(str(path))
        assert result.error is None, path.name
        found = {(f.rule, f.message) for f in result.findings if f.severity != "info"}
        name = path.name.removesuffix("-layar.pdf")
        assert {(rule, said) for rule, said in found if name not in GUESSES.get(rule, ())} == set(), path.name
    every_day.test_every_sheet_is_heard_whole_with_each_link_once(sheets)
    every_day.test_no_head_skips_a_level(sheets)
