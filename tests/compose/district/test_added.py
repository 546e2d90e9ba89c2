"""Who is new in each month, by kecamatan: the table makes up all, the chart says the same, and nobody is invented."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import replace

import pytest
from pydantic import ValidationError

from selebaran.compose.district.added import added_csv, added_files, counts_of, present_added
from selebaran.compose.district.chart import BYTE_ORDER_MARK
from selebaran.compose.district.subdistricts import subdistricts_of
from selebaran.model.added import Added
from selebaran.model.campaign import FigureWords
from selebaran.model.registry import Registry
from tests.conftest import DEMO

OTHERS = FigureWords(tentang="Anak", semua="terdaftar", sebagian="sudah minum")


def added(month: str, people: int, **more: object) -> Added:
    return Added.model_validate({"bulan": month, "jumlah": people, "sumber": "Uji", **more})


def test_the_table_has_a_row_for_each_kecamatan_that_together_make_up_the_month() -> None:
    told = added("2026-10", 17, kecamatan={"-Maju": 10, "Hulu": 5}, lain=2)
    table = added_csv([told, added("2026-09", 9)]).removeprefix(BYTE_ORDER_MARK)
    assert list(csv.reader(io.StringIO(table, newline=""))) == [
        ["bulan", "kecamatan", "jumlah", "sumber"],
        ["2026-09", "", "9", "Uji"],
        ["2026-10", "'-Maju", "10", "Uji"],
        ["2026-10", "Hulu", "5", "Uji"],
        ["2026-10", "", "2", "Uji"],
    ]


@pytest.mark.parametrize("more", [{"kecamatan": {"Maju": 10}}, {"lain": 3}, {"kecamatan": {"Maju": -1}, "lain": 18}])
def test_kecamatan_that_dont_make_up_the_month_are_refused(more: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        added("2026-10", 17, **more)


def test_the_demonstration_shows_its_newest_month_by_kecamatan_and_each_kecamatan_its_months(
    registry: Registry,
) -> None:
    folder = registry.districts[DEMO]
    shown = present_added(folder, registry.campaign.figures)
    assert shown["capaian_baru_bulan"] == "Oktober 2026"
    last = max(folder.added, key=lambda one: one.month)
    rows = shown["capaian_baru_kecamatan"]
    assert isinstance(rows, tuple)
    assert len(rows) == len(last.by_subdistrict) == len(subdistricts_of(folder.district))
    island = next(one for one in subdistricts_of(folder.district) if one.slug == "pulau-rekaan")
    assert counts_of(island, folder.added)[0] == ("Oktober 2026", str(last.by_subdistrict["Pulau Rekaan"]))
    chart = added_files(folder, registry.campaign.figures, "tentang")["assets/capaian-baru.svg"].decode()
    assert f'<desc id="uraian">{shown["capaian_baru_grafik"]}</desc>' in chart
    assert chart.count('class="aktif"') == len(folder.added) + 1


def test_the_chart_by_kecamatan_has_each_with_its_count_the_greatest_first_and_who_is_of_none_last(
    registry: Registry,
) -> None:
    told = added("2026-10", 117, kecamatan={"Kecil & Jauh": 5, "Kecamatan Maju": 100, "Hulu": 5}, lain=7)
    folder = replace(registry.districts[DEMO], added=(told, added("2026-09", 1, kecamatan={"Lama": 1})))
    words = registry.campaign.figures
    chart = added_files(folder, words, "tentang")["assets/capaian-baru-kecamatan.svg"].decode()
    texts = re.findall(r"<text[^>]*>([^<]*)</text>", chart)
    assert texts == ["Maju", "100", "Hulu", "5", "Kecil &amp; Jauh", "5", "Belum dicatat", "7"]
    widths = [float(width) for width in re.findall(r'<rect class="(?:aktif|semua)"[^>]* width="([\d.]+)"', chart)]
    assert [round(width / widths[0], 2) for width in widths] == [1, 0.05, 0.05, 0.07]
    assert chart.count('class="semua"') == 1
    said = present_added(folder, words)["capaian_baru_kecamatan_grafik"]
    assert "Oktober 2026. Terbanyak Maju: 100. Paling sedikit Kecil & Jauh: 5." in str(said)
    of_all = replace(folder, added=(added("2026-11", 3),))
    assert "assets/capaian-baru-kecamatan.svg" not in added_files(of_all, words, "tentang")


def test_nothing_shows_of_them_where_a_campaign_has_no_word_for_them(registry: Registry) -> None:
    folder = registry.districts[DEMO]
    assert added_files(folder, OTHERS, "tentang") == {}
    assert not any(present_added(folder, OTHERS).values())
