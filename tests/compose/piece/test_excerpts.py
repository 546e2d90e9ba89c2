"""Parts of shared pages on paper."""

from __future__ import annotations

from selebaran.compose.district.opening import today_lines
from selebaran.compose.piece.excerpts import for_paper, own_words

WEEK = "Senin–Kamis 08.00–14.00, Jumat 08.00–11.00"


def test_paper_has_the_hours_of_the_week_and_nothing_of_a_readers_day() -> None:
    html = f"<p>{today_lines(WEEK)}{WEEK}.</p>".replace("08.00–14.00", '<span class="utuh">08.00–14.00</span>')
    assert own_words(html) == f"<p>{WEEK}.</p>"


def test_a_drawing_leaves_the_sheet_with_its_caption_and_nothing_else() -> None:
    drawn = "![Ibu dan bidan](seni/periksa.svg){.adegan}\nTanyakan kepada ibu ini.\nJuga malam."
    page = f"Datang ke bidan.\n\n{drawn}\n\nBawa KTP."
    kept = [line for line in for_paper(page).split("\n") if line]
    assert kept == ["Datang ke bidan.", "Bawa KTP."]
    assert for_paper("![Tanda](seni/tanda-bayi.svg) Bayi baru lahir.").strip() == "Bayi baru lahir."
