"""Inputs that people of the trade reported, each beside two others of its kind, on a page of a district."""

from __future__ import annotations

import pytest

from selebaran.compose.page.html import Surroundings, render
from selebaran.model.problem import Place
from tests.compose.markup.kit import seen

HERE = Place("districts/kab-uji/halaman/posko.md", 5)
AROUND = Surroundings("posko", {"posko": None, "jadwal": [], "iuran": []}, ("lambang.png",))
KINDS = {
    "a list goes on with its number": [
        (
            "1. Meja.\n2. Poster.\n\nTunggu.\n\n3. Catat.\n4. Kirim.",
            "1. Meja. ⏎ 2. Poster. ⏎ Tunggu. ⏎ 3. Catat. ⏎ 4. Kirim.",
        ),
        ("Lanjutkan langkah 7.\n\n7) Buku.\n8) Salin.", "Lanjutkan langkah 7. ⏎ 7) Buku. ⏎ 8) Salin."),
        ("Bagian dua:\nc. meja\nd. kursi", "Bagian dua: ⏎ c. meja ⏎ d. kursi"),
    ],
    "a list right below its line": [
        ("Bawa:\n- KTP\n- KK\n\n**Catatan:**\n* gratis", "Bawa: ⏎ • KTP ⏎ • KK ⏎ **Catatan:** ⏎ • gratis"),
        ("Jam layanan:\n1. Senin 08.00\n2. Rabu 09.00", "Jam layanan: ⏎ 1. Senin 08.00 ⏎ 2. Rabu 09.00"),
        ("Peserta rapat\n1.Camat\n2.Lurah", "Peserta rapat ⏎ 1. Camat ⏎ 2. Lurah"),
    ],
    "an announcement of a chat": [
        (
            "*PENGUMUMAN*\nBesok _gratis_\n\nHari : Kamis\nJam : 09.00",
            "**PENGUMUMAN** ⏎ Besok *gratis* ⏎ Hari : Kamis ⏎ Jam : 09.00",
        ),
        ("Yang dibawa\n• KTP\n✅ HP\n\n1) Datang\n2) Antre", "Yang dibawa ⏎ • KTP ⏎ ✅ HP ⏎ 1) Datang ⏎ 2) Antre"),
        ("~Batal~ *Jadi!*\n👉 Balai desa\n👉 Gratis", "~~Batal~~ **Jadi!** ⏎ 👉 Balai desa ⏎ 👉 Gratis"),
    ],
    "a letter of Word": [
        (
            "    Mengundang Bapak dan Ibu, bawa **KTP**.\n\n\tDemikian.",
            "Mengundang Bapak dan Ibu, bawa **KTP**. ⏎ Demikian.",
        ),
        ("\u00a0\u00a0\u00a0\u00a0Mengundang.\n\u00a0\u00a0- KTP\n\u00a0\u00a0- KK", "Mengundang. ⏎ • KTP ⏎ • KK"),
        (
            "1.\tDasar\n\ta.\tUndang-Undang\n\tb.\tPeraturan\n2.\tTujuan",
            "1. Dasar ⏎ → a. Undang-Undang ⏎ → b. Peraturan ⏎ 2. Tujuan",
        ),
    ],
    "lists within lists": [
        ("- Mandiri\n  - bank\n- PBI", "• Mandiri ⏎ → • bank ⏎ • PBI"),
        (
            "1. Daftar\n   - HP\n2. Bayar\n   a. bank\n   b. toko\n3. Cek",
            "1. Daftar ⏎ → • HP ⏎ 2. Bayar ⏎ → a. bank ⏎ → b. toko ⏎ 3. Cek",
        ),
        ("10. Daftar\n  1) HP\n  2) kantor\n11. Cek", "10. Daftar ⏎ → 1) HP ⏎ → 2) kantor ⏎ 11. Cek"),
    ],
    "a heading of the first level": [
        ("# Posko\n\n# Cara {#cara}\n\n[cara](#cara)", "## Posko ⏎ ## Cara ⏎ [cara](#d-cara)"),
        ("# Posko\n\n## Jam", "## Posko ⏎ ### Jam"),
        ("Posko\n=====\n\nIsi.", "## Posko ⏎ Isi."),
    ],
    "words between angle brackets": [
        ("Gaji <Rp5.000.000 dan >Rp1.000.000 sebulan.", "Gaji <Rp5.000.000 dan >Rp1.000.000 sebulan."),
        ("Ketik: DAFTAR <spasi> NIK.\n\nIsi <nama lengkap>.", "Ketik: DAFTAR <spasi> NIK. ⏎ Isi <nama lengkap>."),
        ("| Usia |\n|---|\n| <usia sekolah |\n| >60 |", "Usia ⏎ <usia sekolah ⏎ >60"),
    ],
    "a comment that nobody closed": [
        ("Buka.\n\n<!-- Jumat\n\nTutup.", "Buka. ⏎ <!-- Jumat ⏎ Tutup."),
        ("Buka <!-- Jumat\n\n## Alamat", "Buka <!-- Jumat ⏎ ## Alamat"),
        ("- Buka\n- <!-- Jumat\n- Tutup", "• Buka ⏎ • <!-- Jumat ⏎ • Tutup"),
    ],
    "marks of other dialects": [
        ("Iuran.[^1] ~~Dulu~~ ==kini==.\n\n[^1]: Aturan.", "Iuran.1 ~~Dulu~~ ==kini==. ⏎ 1. Aturan."),
        ('!!! warning "Awas"\n    OTP.\n\n- [ ] KTP\n- [x] KK', "❝ **Awas** ⏎ OTP. ⏎ • ☐ KTP ⏎ • ☑ KK"),
        ('=== "Mandiri"\n    Bayar.\n\n??? info "Buka"\n    Isi.', "❝ **Mandiri** ⏎ Bayar. ⏎ Buka ⏎ Isi."),
    ],
    "addresses as they are typed": [
        (
            "Buka https://a.example/f?a=1&b=2 atau www.a.example",
            "Buka [https://a.example/f?a=1&b=2](https://a.example/f?a=1&b=2) atau [www.a.example](https://www.a.example)",
        ),
        (
            "[F](https://a.example/f baru.pdf), a@b.example",
            "[F](https://a.example/f%20baru.pdf), [a@b.example](mailto:a@b.example)",
        ),
        ("[peta (desa)](https://a.example/p_(b)_d)", "[peta (desa)](https://a.example/p_(b)_d)"),
    ],
    "tables as they are pasted": [
        ("Jadwal:\n| Hari | Biaya |\n|:---|---:|\n| Senin | 42.000 |", "Jadwal: ⏎ Hari ┃ Biaya ⏎ Senin ┃ 42.000"),
        ("Hari\tJam\nSenin\t08.00\nSelasa\t09.00", "Hari ┃ Jam ⏎ Senin ┃ 08.00 ⏎ Selasa ┃ 09.00"),
        (
            "| N | T |\n|---|---|\n| a | [x|y](iuran.md) |\n| b | c | d |",
            "N ┃ T ┃ ⏎ a ┃ [x|y](../iuran/) ┃ ⏎ b ┃ c ┃ d",
        ),
    ],
    "other scripts": [
        ("السلام عليكم\n\n诊所 🏥", "السلام عليكم ⏎ 诊所 🏥"),
        ("## السلام\n\n## السلام", "## السلام ⏎ ## السلام"),
        ("ꦱꦸꦒꦼꦁ ꦫꦮꦸꦃ\n\n- بسم الله", "ꦱꦸꦒꦼꦁ ꦫꦮꦸꦃ ⏎ • بسم الله"),
    ],
    "schemes of a phone's keyboard": [
        ("[Grup](Https://contoh.example/grup)", "[Grup](https://contoh.example/grup)"),
        ("[surat](Mailto:a@b.example)", "[surat](mailto:a@b.example)"),
        ("HTTPS://contoh.example", "[HTTPS://contoh.example](https://contoh.example)"),
    ],
}


@pytest.mark.parametrize(("typed", "shown"), [pair for pairs in KINDS.values() for pair in pairs])
def test_what_was_typed_is_what_shows(typed: str, shown: str) -> None:
    html, problems = render(typed, HERE, AROUND)
    assert problems == []
    assert seen(html) == shown


def test_each_kind_has_its_report_and_two_more() -> None:
    assert {len(pairs) for pairs in KINDS.values()} == {3}


def test_right_to_left_is_kept_by_the_cleaner() -> None:
    html, _ = render("السلام عليكم", HERE, AROUND)
    assert '<p dir="rtl">' in html
