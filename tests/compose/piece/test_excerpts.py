"""Parts of shared pages on paper."""

from __future__ import annotations

from selebaran.compose.district.opening import today_lines
from selebaran.compose.piece.excerpts import own_words

WEEK = "Senin–Kamis 08.00–14.00, Jumat 08.00–11.00"


def test_paper_has_the_hours_of_the_week_and_nothing_of_a_readers_day() -> None:
    html = f"<p>{today_lines(WEEK)}{WEEK}.</p>".replace("08.00–14.00", '<span class="utuh">08.00–14.00</span>')
    assert own_words(html) == f"<p>{WEEK}.</p>"
