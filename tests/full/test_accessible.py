"""The sheets for the screen that are made only when asked for, before the checkers of PDF/UA-1 that the others pass."""

from __future__ import annotations

from pathlib import Path

import pytest

from selebaran.compose.edition import Composer
from selebaran.model.registry import Registry
from selebaran.press.layout import Press
from tests.conftest import DAY, DEMO, LONGEST, SHORT
from tests.press import test_accessible as every_day
from tests.press.kit import everything


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
    every_day.test_the_other_checker_finds_neither_error_nor_warning(sheets)
    every_day.test_every_sheet_is_heard_whole_with_each_link_once(sheets)
    every_day.test_no_head_skips_a_level(sheets)
