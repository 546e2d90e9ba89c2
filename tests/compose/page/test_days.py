"""Days in a page's HTML: they come to what they are of, and what isn't due yet is hidden."""

from __future__ import annotations

from selebaran.compose.page.days import shown_now, with_days

FIRST = 'data-mulai="2026-12-03T08:30+07:00" data-selesai="2026-12-03T13:00+07:00" data-kegiatan="1"'
LATER = 'data-mulai="2026-12-10T08:30+07:00" data-selesai="2026-12-10T13:00+07:00" data-kegiatan="1"'
OTHER = 'data-mulai="2026-12-11T08:30+07:00" data-selesai="2026-12-11T13:00+07:00" data-kegiatan="2"'


def test_an_item_carries_the_moments_of_its_event() -> None:
    html = f'<ul>\n<li><time datetime="2026-12-03" {FIRST}><strong>Kamis</strong></time> <a href="a">x</a></li>\n</ul>'
    assert with_days(html) == (
        f'<ul>\n<li {FIRST}><time datetime="2026-12-03"><strong>Kamis</strong></time> <a href="a">x</a></li>\n</ul>'
    )


def test_a_row_carries_them_not_its_cell() -> None:
    html = f'<table><tr><td><time datetime="2026-12-03" {FIRST}>Kamis<br>3</time></td><td>Pos</td></tr></table>'
    assert f'<tr {FIRST}><td><time datetime="2026-12-03">Kamis<br>3</time></td>' in with_days(html)


def test_a_list_shows_as_many_as_it_says() -> None:
    html = f'<div data-acara="1"><p {FIRST}>a</p><p {OTHER}>b</p></div>'
    assert with_days(html) == f'<div data-acara="1"><p {FIRST}>a</p><p {OTHER} hidden>b</p></div>'


def test_an_event_that_comes_again_stands_on_its_next_day_and_a_month_without_a_day_is_hidden() -> None:
    html = (
        f'<div data-acara="" data-sekali><div data-bulan><p {FIRST}>a</p></div>'
        f"<div data-bulan><p {LATER}>a</p></div><div data-bulan><p {OTHER}>b</p></div></div>"
    )
    assert shown_now(with_days(html)) == (
        f'<div data-acara="" data-sekali><div data-bulan><p {FIRST}>a</p></div>'
        f"<div data-bulan><p {OTHER}>b</p></div></div>"
    )


def test_a_statement_in_an_item_hands_its_last_day_to_the_item() -> None:
    html = '<ul><li><span data-sampai="2027-01-01"></span><strong>Bayar</strong> Rp35.000</li></ul>'
    assert with_days(html) == '<ul><li data-sampai="2027-01-01"><strong>Bayar</strong> Rp35.000</li></ul>'


def test_a_cell_keeps_its_place_and_only_its_words_have_a_last_day() -> None:
    html = (
        '<tr><td><span data-sampai="2027-01-01">Rp35.000</span><span data-dari="2027-01-01" hidden>–</span></td></tr>'
    )
    assert with_days(html) == html


def test_html_without_days_stays_as_it_is() -> None:
    html = '<p>a < b</p><div data-x="1"><br><img src="a" alt=""></p><li>x'
    assert with_days(html) == html
