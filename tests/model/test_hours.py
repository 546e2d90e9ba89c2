"""Opening hours as officials write them: what is read, what stays a text, and what is refused."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selebaran.model.hours import DAYS, HoursFault, Week, read_hours, spans_words, week_of

SPELT = "Senin–Kamis 08.00–14.00, Jumat 08.00–11.00"


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("Senin–Sabtu, 08.00–12.00 WIB", "Senin–Sabtu, 08.00–12.00 WIB"),
        ("Sen–Kam 08.00–14.00, Jum 08.00–11.00", SPELT),
        ("Senin - Kamis 8.00-14.00; Jum'at 8:00-11:00", SPELT),
        ("SENIN s.d. KAMIS pukul 08.00 s/d 14.00 Jumat 08.00 sampai 11.00", SPELT),
        ("Setiap hari, 07.00–21.00 WIT", "Setiap hari, 07.00–21.00 WIT"),
        ("tiap hari 8-14", "setiap hari, 08.00–14.00"),
        ("tiap hari 24 jam", "tiap hari 24 jam"),
        ("24 jam", "24 jam"),
        ("Sen-Jum 08.00-12.00, 13.00-15.00", "Senin–Jumat, 08.00–12.00 dan 13.00–15.00"),
        ("Sen-Jum 08.00-15.00 (istirahat 12.00-13.00)", "Senin–Jumat, 08.00–12.00 dan 13.00–15.00"),
        ("Senin, Rabu & Jumat: 08.00-11.00", "Senin, Rabu dan Jumat, 08.00–11.00"),
        ("Sabtu–Senin 09.00–10.00", "Senin dan Sabtu–Minggu, 09.00–10.00"),
        ("Sen–Jum 08.00–14.00, Minggu libur", "Senin–Jumat 08.00–14.00, Minggu tutup"),
        ("Senin–Jumat 08.00–14.00 (daftar sampai 11.00)", "Senin–Jumat, 08.00–14.00 (daftar sampai 11.00)"),
    ],
)
def test_hours_are_read_however_they_are_written_and_told_in_words(typed: str, words: str) -> None:
    assert read_hours(typed).words == words
    assert week_of(words) == week_of(typed) is not None


def test_each_day_has_its_own_hours() -> None:
    week = week_of("Sen–Kam 08.00–15.00 istirahat 12.00–13.00, Jum 08.00–11.00")
    assert week is not None
    assert [spans_words(spans) for spans in week] == [
        *["08.00–12.00 dan 13.00–15.00"] * 4,
        "08.00–11.00",
        *["", ""],
    ]


@pytest.mark.parametrize(
    "typed",
    ["Pagi", "setiap hari, siang dan malam", "Menurut jadwal dokter", "IGD 24 jam, poli tanya dulu", "Lantai 2"],
)
def test_what_names_no_time_of_day_stays_a_text(typed: str) -> None:
    assert (read_hours(typed).words, week_of(typed)) == (typed, None)


@pytest.mark.parametrize(
    ("typed", "code", "part"),
    [
        ("08.00–14.00", "jam-buka-tidak-terbaca", "08.00"),
        ("Hari kerja 08.00–14.00", "jam-buka-tidak-terbaca", "kerja"),
        ("Sen–Kam 08.00", "jam-buka-tidak-terbaca", "08.00"),
        ("Sen–Kam 08.00–25.00", "jam-buka-tidak-terbaca", "25.00"),
        ("Sen–Kam 08.00–12.00, istirahat 12.00–13.00", "jam-buka-tidak-terbaca", "istirahat 12.00–13.00"),
        ("Sen–Kam 14.00–08.00", "jam-terbalik", "08.00"),
        ("Sen–Kam 08.00–14.00, Kam 08.00–11.00", "jam-buka-bertentangan", "Kamis"),
        ("Sen–Ming 08.00–14.00", "jam-buka-tidak-terbaca", "ming"),
        ("Sen–Min 08.00–14.00, Minggu tutup", "jam-buka-bertentangan", "Minggu"),
    ],
)
def test_hours_that_cannot_be_meant_are_refused_with_the_part_that_is_wrong(typed: str, code: str, part: str) -> None:
    with pytest.raises(HoursFault) as fault:
        read_hours(typed)
    assert fault.value.code == code
    assert part in fault.value.values.values()


SPANS = st.lists(st.integers(0, 24 * 60), min_size=2, max_size=4, unique=True).map(
    lambda ends: tuple(zip(*[iter(sorted(ends)[: len(ends) // 2 * 2])] * 2, strict=True))
)


@given(st.lists(st.one_of(st.just(()), SPANS), min_size=7, max_size=7).map(tuple).filter(any))
def test_every_week_is_told_so_that_it_reads_as_the_same_week(week: Week) -> None:
    typed = ", ".join(f"{day} {spans_words(spans)}" for day, spans in zip(DAYS, week, strict=True) if spans)
    assert week_of(read_hours(typed).words) == week_of(typed) == week


@given(st.text(alphabet="Senin-Kam 08.14,–()dtuplibr", max_size=60))
def test_nothing_that_is_typed_breaks_the_reader(typed: str) -> None:
    try:
        words = read_hours(typed).words
    except HoursFault as fault:
        assert "" not in fault.values.values()
    else:
        assert week_of(words) == week_of(typed)
