"""Figures as a chart and as a spreadsheet: right, readable on a narrow screen, and without surprises."""

from __future__ import annotations

import csv
import io
import re
import xml.etree.ElementTree as ET
from itertools import pairwise

import pytest

from selebaran.compose.district.bars import COLOURS
from selebaran.compose.district.chart import BYTE_ORDER_MARK, describe_figures, figures_chart, figures_csv
from selebaran.model.campaign import FigureWords
from selebaran.model.district import Figure
from tests.conftest import ROOT

SVG = "{http://www.w3.org/2000/svg}"
PLACE = "Kabupaten Contoh"


WORDS = FigureWords(tentang="Peserta JKN", semua="terdaftar", sebagian="aktif")


def figure(month: str, members: int, active: int, source: str = "Uji") -> Figure:
    typed = {"bulan": month, "peserta": str(members), "aktif": str(active), "sumber": source}
    return Figure.model_validate(typed)


def year(last: int = 12, times: int = 1000) -> list[Figure]:
    return [figure(f"2026-{n:02}", 300 * times, (100 + n) * times) for n in range(1, last + 1)]


def chart(figures: list[Figure], name: str = PLACE) -> ET.Element:
    return ET.fromstring(figures_chart(figures, name, WORDS))


def words(svg: ET.Element) -> list[str]:
    return [text.text or "" for text in svg.iter(f"{SVG}text")]


def bars(svg: ET.Element, kind: str) -> list[dict[str, str]]:
    """The bars of a kind, without the sample in the legend."""
    return [bar.attrib for bar in svg.iter(f"{SVG}rect") if bar.get("class") == kind][1:]


def test_a_chart_has_a_title_and_says_in_words_what_it_shows() -> None:
    figures = [figure("2026-10", 244600, 196385), figure("2026-05", 241120, 187430)]
    svg = chart(figures)
    title, description = svg.find(f"{SVG}title"), svg.find(f"{SVG}desc")
    assert title is not None
    assert description is not None
    assert svg.get("role") == "img"
    assert (svg.get("aria-labelledby") or "").split() == [title.get("id"), description.get("id")]
    assert title.text == "Peserta JKN tiap bulan di Kabupaten Contoh"
    assert description.text == describe_figures(figures, PLACE, WORDS)
    assert description.text == (
        "Peserta JKN di Kabupaten Contoh. Oktober 2026: 196.385 aktif dari 244.600 terdaftar. "
        "Mei 2026: 187.430 aktif dari 241.120."
    )


def test_colours_are_those_of_the_tokens() -> None:
    tokens = (ROOT / "templates" / "tokens.css").read_text("utf-8")
    for name, colour in COLOURS.items():
        assert f"--{name}: {colour};" in tokens
    assert set(re.findall(r"#[0-9a-f]{6}", figures_chart(year(), PLACE, WORDS))) == set(COLOURS.values())


def test_bars_begin_at_zero_and_the_active_stand_within_all() -> None:
    svg = chart([figure("2026-09", 200, 50), figure("2026-10", 200, 100)])
    everyone, active = bars(svg, "semua"), bars(svg, "aktif")
    assert [float(bar["height"]) for bar in active] == [
        float(everyone[0]["height"]) / 4,
        float(everyone[1]["height"]) / 2,
    ]
    assert {float(bar["y"]) + float(bar["height"]) for bar in everyone + active} == {208.0}


def test_a_month_without_a_figure_keeps_its_room() -> None:
    svg = chart([figure("2026-01", 9, 3), figure("2026-02", 9, 3), figure("2026-05", 9, 3)])
    first, second, last = (float(bar["x"]) for bar in bars(svg, "semua"))
    assert last - second == pytest.approx(3 * (second - first), abs=0.2)


def test_only_the_last_twelve_months_are_drawn() -> None:
    svg = chart([figure("2025-12", 9, 3), *year()])
    assert len(bars(svg, "semua")) == 12
    assert words(svg)[:2] == ["Aktif, Desember 2026: 112.000", "Terdaftar: 300.000"]


@pytest.mark.parametrize("figures", [year(), year(1), year(6), year(12, 900_000), [figure("2026-01", 0, 0)]])
def test_words_are_large_enough_and_stay_within_the_chart_and_apart(figures: list[Figure]) -> None:
    svg = chart(figures)
    assert (svg.get("width"), "font:16px") == (
        "328",
        re.findall(r"font:\d+px", figures_chart(figures, PLACE, WORDS))[0],
    )
    lines: dict[str, list[tuple[float, float]]] = {}
    for text in svg.iter(f"{SVG}text"):
        x, wide = float(text.get("x") or 0), len(text.text or "") * 8
        left = {"kanan": x - wide, "tengah": x - wide / 2}.get(text.get("class") or "", x)
        assert left >= 0, text.text
        assert left + wide <= 328, text.text
        lines.setdefault(text.get("y") or "", []).append((left, left + wide))
    for line in lines.values():
        assert all(a[1] <= b[0] for a, b in zip(sorted(line), sorted(line)[1:], strict=False))


def test_a_name_is_only_text() -> None:
    assert "<&>" in (chart(year(), "Kab. <&>").findtext(f"{SVG}title") or "")


def test_the_spreadsheet_has_every_month_in_order_under_the_keys_of_the_file() -> None:
    text = figures_csv([figure("2026-10", 244600, 196385), figure("2025-09", 1000, 7, 'Laporan, "akhir"\nS–D')])
    assert text.startswith(BYTE_ORDER_MARK)
    assert text.encode("utf-8").startswith(b"\xef\xbb\xbf")
    assert list(csv.reader(io.StringIO(text.removeprefix(BYTE_ORDER_MARK), newline=""))) == [
        ["bulan", "peserta", "aktif", "sumber"],
        ["2025-09", "1000", "7", 'Laporan, "akhir"\nS–D'],
        ["2026-10", "244600", "196385", "Uji"],
    ]
    assert text.endswith("\r\n")


@pytest.mark.parametrize("source", ["=HYPERLINK(0)", "+1", "-1", "@x"])
def test_no_cell_is_a_formula(source: str) -> None:
    assert f",'{source}\r\n" in figures_csv([figure("2026-10", 2, 1, source)])


def test_twelve_months_reach_over_a_new_year() -> None:
    months = [f"2025-{n:02}" for n in range(8, 13)] + [f"2026-{n:02}" for n in range(1, 9)]
    svg = chart([figure(name, 9, 3) for name in months])
    assert len(bars(svg, "semua")) == 12
    assert describe_figures([figure(name, 9, 3) for name in months], PLACE, WORDS).endswith(
        " September 2025: 3 aktif dari 9."
    )


def test_months_are_evenly_apart_over_a_new_year() -> None:
    svg = chart([figure(name, 9, 3) for name in ("2025-11", "2025-12", "2026-01", "2026-02")])
    places = [float(bar["x"]) for bar in bars(svg, "semua")]
    assert {round(b - a) for a, b in pairwise(places)} == {60}
