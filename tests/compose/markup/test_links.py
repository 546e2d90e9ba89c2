"""Addresses, telephones and times in running text."""

from __future__ import annotations

import pytest

from selebaran.compose.markup.render import render
from selebaran.compose.template.engine import escape_markdown
from selebaran.model.telephone import Dialling
from tests.compose.markup.kit import own, shared


@pytest.mark.parametrize("read", [own, shared])
@pytest.mark.parametrize(
    ("typed", "seen"),
    [
        ("Buka https://a.example/b?c=1&d=2.", "Buka [https://a.example/b?c=1&d=2](https://a.example/b?c=1&d=2)."),
        ("Buka Https://a.example/B", "Buka [Https://a.example/B](https://a.example/B)"),
        ("(https://a.example/b_(c))", "([https://a.example/b_(c)](https://a.example/b_(c)))"),
        ("www.a.example, ya", "[www.a.example](https://www.a.example), ya"),
        ("dinkes.serangkab.go.id/ppid", "[dinkes.serangkab.go.id/ppid](https://dinkes.serangkab.go.id/ppid)"),
        ("wa.me/6281200000000", "[wa.me/6281200000000](https://wa.me/6281200000000)"),
        ("tulis ke dinkes@contoh.example.", "tulis ke [dinkes@contoh.example](mailto:dinkes@contoh.example)."),
        ("[Peta (desa)](https://a.example/p_(b)_d)", "[Peta (desa)](https://a.example/p_(b)_d)"),
        ("[Formulir](https://a.example/f baru.pdf)", "[Formulir](https://a.example/f%20baru.pdf)"),
        ("[Formulir] (https://a.example/f)", "[Formulir](https://a.example/f)"),
        ("[a [b]](https://a.example)", "[a [b]](https://a.example)"),
        ("`https://a.example`", "`https://a.example`"),
        ("[https://a.example](daftar.md)", "[https://a.example](daftar.md)"),
        ("Telepon 0254-200123.", "Telepon [0254-200123](tel:+62254200123)."),
        ("WA 0812-3456-7890", "WA [0812-3456-7890](tel:+6281234567890)"),
    ],
)
def test_what_leads_somewhere_is_a_link(read: object, typed: str, seen: str) -> None:
    assert read(typed) == seen  # type: ignore[operator]


@pytest.mark.parametrize(
    "words",
    [
        *(
            "NIK 3201234567890123",
            "SK 440/123/2026",
            "Rp1.500.000",
            "pukul 08.00",
            "tanggal 26-11-2026",
            "Kode pos 42111",
        ),
        *("dr. Siti, M.Kes.", "S.Kom.I", "a.n. Kepala Dinas", "s.d. selesai", "No. 7/2026", "09.30", "1.234.567 jiwa"),
        *("Kode pos 42111", "rasio 3:1", "https:", "http dan https", "@dinkes", "a@b", "Ayat 12:34", "golongan III.a"),
    ],
)
def test_what_leads_nowhere_is_none(words: str) -> None:
    assert own(words) == words
    assert "<a" not in render(words, own=True).html


@pytest.mark.parametrize(
    ("typed", "whole"),
    [
        ("buka 09.00–12.00 tiap hari", "09.00–12.00"),
        ("buka 09.00 - 12.00 WIB", "09.00 - 12.00 WIB"),
        ("buka 08:00-11:00", "08:00-11:00"),
        ("pukul 09.00 s.d. selesai", "09.00 s.d. selesai"),
        ("pukul 13.00 WITA", "13.00 WITA"),
        ("pukul 09.00 WIB s.d. selesai", "09.00 WIB s.d. selesai"),
        ("[buka 09.00–12.00](jadwal.md)", "09.00–12.00"),
    ],
)
def test_a_time_stays_on_one_line(typed: str, whole: str) -> None:
    assert f'<span class="utuh">{whole}</span>' in render(typed, own=True).html


def test_a_time_that_a_page_keeps_on_one_line_itself_is_marked_once() -> None:
    marked = '<span class="utuh">09.00–12.00 WIB</span>'
    assert render(f"Buka {marked}, lalu 13.00 WIB", own=False).html.count('class="utuh"') == 2
    value = escape_markdown("09.00–12.00 WIB")
    assert render(f'Buka <span class="utuh">{value}</span>.', own=False).html == f"<p>Buka {marked}.</p>\n"


def test_numbers_and_short_addresses_stay_on_one_line() -> None:
    html = render("0254-200123 dan a@b.example dan https://a.example/" + "x" * 60, own=True).html
    assert '<a href="tel:+62254200123" class="utuh">' in html
    assert '<a href="mailto:a@b.example" class="utuh">' in html
    assert html.count("utuh") == 2


def test_numbers_of_a_made_up_district_are_dialled_there_alone() -> None:
    text = "Telepon 0000-200134."
    assert "tel:" in render(text, own=True, where=Dialling(is_made_up=True)).html
    assert "tel:" not in render(text, own=True).html


@pytest.mark.parametrize("scheme", ["Mailto:a@b.example", "Tel:165", "HTTPS://a.example"])
def test_a_phones_keyboard_begins_with_a_capital_letter(scheme: str) -> None:
    assert f'href="{scheme}"' in render(f"[x]({scheme})", own=True).html


def test_a_name_of_an_address_is_one_only_where_it_leads_somewhere_and_is_used() -> None:
    assert own("Lihat [peta].\n\n[peta]: https://a.example") == "Lihat [peta](https://a.example)."
    assert own("[Catatan]: penting") == "[Catatan]: penting"
    assert own("[peta]: https://a.example") == "[peta]: [https://a.example](https://a.example)"
