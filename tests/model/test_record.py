"""Each kind of text in a YAML file: what it is read as, and what is said of one that can't be read."""

from __future__ import annotations

from datetime import date, time
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from selebaran.model import record


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        (record.Date, "2026-11-28", date(2026, 11, 28)),
        (record.Month, "2026-11", date(2026, 11, 1)),
        (record.Time, "8.05", time(8, 5)),
        (record.Time, "23:59", time(23, 59)),
        (record.YesNo, "ya", True),
        (record.YesNo, "true", True),
        (record.YesNo, "tidak", False),
        (record.YesNo, "false", False),
        (record.Phone, "+62 (254) 200-123", "+62 (254) 200-123"),
        (record.Host, "dinkes.kab-uji.go.id", "dinkes.kab-uji.go.id"),
        (record.Slug, "kab-uji-2", "kab-uji-2"),
        (record.Name, "Kab. Uji, RT 1/2 (baru) & d’Arc", "Kab. Uji, RT 1/2 (baru) & d’Arc"),
        (record.PictureName, "lambang-2.png", "lambang-2.png"),
        (record.Colour, "#00A3ff", "#00a3ff"),
    ],
)
def test_a_text_is_read_as_what_it_means(kind: Any, text: str, value: object) -> None:
    assert TypeAdapter(kind).validate_python(text) == value


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (record.Date, date(2026, 11, 28)),
        (record.Month, date(2026, 11, 1)),
        (record.Time, time(8, 5)),
        (record.YesNo, True),
        (record.YesNo, False),
    ],
)
def test_what_is_read_already_stays(kind: Any, value: object) -> None:
    assert TypeAdapter(kind).validate_python(value) is value


@pytest.mark.parametrize(
    ("kind", "text", "code", "more"),
    [
        (record.Date, "28/11/2026", "tanggal-tidak-terbaca", {}),
        (record.Date, "20261128", "tanggal-tidak-terbaca", {}),
        (record.Date, "2026-02-30", "tanggal-tidak-ada", {"bulan": "2026-02", "hari": "28"}),
        (record.Month, "2026-13", "bulan-tidak-terbaca", {}),
        (record.Month, "November 2026", "bulan-tidak-terbaca", {}),
        (record.Time, "24.00", "waktu-tidak-terbaca", {}),
        (record.Time, "8", "waktu-tidak-terbaca", {}),
        (record.YesNo, "Ya", "pilihan-tidak-sah", {"pilihan": "ya, tidak"}),
        (record.Phone, "hubungi 165", "telepon-tidak-terbaca", {}),
        (record.AreaCode, "254", "kode-area-tidak-sah", {"maksud": "0254"}),
        (record.ShortCode, "12", "nomor-pendek-tidak-sah", {}),
        (record.Host, "https://uji.go.id", "domain-tidak-sah", {}),
        (record.Host, "xn--uji.go.id", "domain-tidak-sah", {}),
        (record.Host, "indeks.html", "domain-tidak-sah", {}),
        (record.Slug, "Kab-Uji", "slug-tidak-sah", {}),
        (record.Slug, "prov-uji", "slug-tidak-sah", {}),
        (record.Name, "Uji <b>", "nama-tidak-sah", {"huruf": "<"}),
        (record.PictureName, "Lambang.png", "nama-gambar-tidak-sah", {}),
        (record.PictureName, "lambang.gif", "nama-gambar-tidak-sah", {}),
        (record.Colour, "biru", "warna-tidak-terbaca", {}),
        (record.Colour, "#00a3f", "warna-tidak-terbaca", {}),
    ],
)
def test_what_cannot_be_read_is_told_as_it_was_typed(kind: Any, text: str, code: str, more: dict[str, str]) -> None:
    with pytest.raises(ValidationError) as stopped:
        TypeAdapter(kind).validate_python(text)
    (fault,) = stopped.value.errors()
    assert (fault["type"], fault["ctx"]) == (code, {"isi": text, **more})
