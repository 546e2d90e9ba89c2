"""Faults put into what the renderer made, one at a time: each is told, with the line that was typed."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.check.proof.kit import HERE, own, told

TYPED = """\
**Iuran kelas III** Rp35.000 sebulan. Tidak ada denda.

## Yang dibawa

- KTP asli
- Kartu Keluarga
  - fotokopi dua lembar

3. Datang pukul 09.00–12.00 WIB.
4. Ambil nomor antrean.
   a. loket satu
   b. loket dua

| Hari | Tempat | Biaya |
|---|---|---|
| Senin | Balai desa | Rp0 |
| Rabu | Pasar & kantor | - |

Suhu -5 sampai +3 derajat, umur >60 tahun, gaji <Rp5.000.000.

Baca [jadwal kami](jadwal.md) atau [cara daftar](daftar.md#cara), buka https://contoh.example/a.
Surat ke [dinas](mailto:dinas@contoh.example). Telepon [(0254) 200123](tel:0254200123).

![Ibu membawa anak ke puskesmas](gambar/lambang.png)

Beliau tidak datang, beliau hadir esok.
"""
HTML = own(TYPED)


def swap(before: str, after: str, count: int = 1) -> Callable[[str], str]:
    def slip(html: str) -> str:
        assert before in html, before
        return html.replace(before, after, count)

    return slip


def line(words: str) -> int:
    """The line of the file that has these words."""
    return HERE.line + TYPED[: TYPED.index(words)].count("\n")


SLIPS: dict[str, tuple[Callable[[str], str], str]] = {
    "a word is dropped": (swap("nomor antrean", "antrean"), "nomor"),
    "tidak is lost": (swap("Beliau tidak datang", "Beliau datang"), "Beliau tidak"),
    "a word stands twice": (swap("Balai desa", "Balai Balai desa"), "Balai"),
    "a sentence stands twice": (swap("Tidak ada denda.", "Tidak ada denda. Tidak ada denda."), "Tidak ada denda"),
    "two words are exchanged": (swap("loket dua", "dua loket"), "loket dua"),
    "a line moves to another place": (
        lambda html: html.replace("<li>KTP asli</li>\n", "", 1).replace("<li>Kartu", "<li>X</li><li>Kartu", 1),
        "KTP asli",
    ),
    "two items are exchanged": (
        lambda html: (
            html.replace("KTP asli", "@").replace("fotokopi dua lembar", "KTP asli").replace("@", "fotokopi dua lembar")
        ),
        "KTP asli",
    ),
    "a paragraph moves to the end": (
        lambda html: html.replace("<p>Suhu", "<!--").replace("Rp5.000.000.</p>", "-->", 1) + "<p>Suhu -5</p>",
        "Suhu",
    ),
    "a cell is dropped": (swap("<td>Balai desa</td>", ""), "Balai"),
    "a cell of one sign is dropped": (swap("<td>-</td>", ""), "Pasar"),
    "a row is dropped": (swap("<td>Senin</td>\n<td>Balai desa</td>\n<td>Rp0</td>", ""), "Senin"),
    "a head of a table is dropped": (swap("<th>Biaya</th>", "<th></th>"), "Biaya"),
    "two cells are one": (swap("Senin</td>\n<td>", "Senin"), "Senin"),
    "a list begins at one": (swap(' start="3"', ""), "3. Datang"),
    "a list begins one later": (swap('start="3"', 'start="4"'), "3. Datang"),
    "an item has another number": (swap("<li>Ambil", '<li value="7">Ambil'), "4. Ambil"),
    "letters become numbers": (swap(' type="a"', ""), "a. loket"),
    "a point is lost": (swap("<li>KTP asli</li>", "<p>KTP asli</p>"), "KTP asli"),
    "points become numbers": (swap("<ul>", "<ol>"), "KTP asli"),
    "a list is one paragraph": (
        lambda html: html.replace("<ul>\n<li>KTP asli</li>\n<li>", "<p>- KTP asli - ", 1),
        "KTP asli",
    ),
    "a list within a list is lost": (swap("fotokopi dua lembar", ""), "fotokopi"),
    "a link leads elsewhere": (swap("../jadwal/", "../iuran/"), "[jadwal"),
    "a part of a page is lost from a link": (swap("../daftar/#d-cara", "../daftar/"), "[cara"),
    "another part of a page is linked": (swap("#d-cara", "#d-biaya"), "[cara"),
    "a link is only words": (swap('<a href="../jadwal/">jadwal kami</a>', "jadwal kami"), "[jadwal"),
    "a bare address is no link": (
        lambda html: html.replace('<a href="https://contoh.example/a" class="utuh">', "<u>", 1),
        "https://contoh",
    ),
    "a bare address leads elsewhere": (
        swap('href="https://contoh.example/a"', 'href="https://contoh.example/b"'),
        "https",
    ),
    "a mail goes to somebody else": (swap("mailto:dinas@", "mailto:desa@"), "[dinas]"),
    "a telephone has another digit": (swap("tel:+62254200123", "tel:+62254200124"), "[(0254)"),
    "two links are exchanged": (
        lambda html: (
            html.replace("../jadwal/", "@").replace("../daftar/#d-cara", "../jadwal/").replace("@", "../daftar/#d-cara")
        ),
        "[jadwal",
    ),
    "a link stands twice": (swap("jadwal kami</a>", 'jadwal kami</a><a href="../jadwal/"></a>'), "[jadwal"),
    "the words of a link are lost": (swap(">jadwal kami<", "><"), "[jadwal"),
    "a link is around other words": (
        swap('<a href="../jadwal/">jadwal kami</a>', 'jadwal <a href="../jadwal/">kami</a>'),
        "[jadwal",
    ),
    "text is hidden in a comment": (swap("Tidak ada denda.", "<!--Tidak ada denda.-->"), "Tidak ada denda"),
    "text is hidden in an attribute": (swap("Tidak ada denda.", '<i title="Tidak ada denda."></i>'), "Tidak ada denda"),
    "an entity is broken": (swap("Pasar &amp; kantor", "Pasar &amp;amp; kantor"), "Pasar"),
    "a sign is lost with its entity": (swap("&gt;60", "60"), ">60"),
    "what is less is lost": (swap("&lt;Rp5", "Rp5"), "<Rp5"),
    "what is less is an element": (swap("&lt;Rp5.000.000.", "<rp5.000.000.>"), "<Rp5"),
    "minus is lost": (swap("Suhu -5", "Suhu 5"), "Suhu"),
    "plus is lost": (swap("+3", "3"), "+3"),
    "plus becomes minus": (swap("+3", "-3"), "+3"),
    "a digit is lost": (swap("Rp35.000", "Rp35.00"), "Rp35"),
    "a digit stands twice": (swap("Rp35.000", "Rp335.000"), "Rp35"),
    "a point in a number moves": (swap("Rp35.000", "Rp3.5000"), "Rp35"),
    "two digits are exchanged": (swap("09.00", "90.00"), "09.00"),
    "the first line is lost": (lambda html: html[html.index("</p>") + 4 :], "**Iuran"),
    "the last line is lost": (swap("<p>Beliau tidak datang, beliau hadir esok.</p>", ""), "Beliau"),
    "two words become one": (swap("Kartu Keluarga", "KartuKeluarga"), "Kartu"),
    "one word becomes two": (swap("antrean", "ant rean"), "antrean"),
    "two lines are joined": (
        lambda html: html.replace("<br>\nSurat", "Surat").replace("\nSurat", "Surat"),
        "https://contoh",
    ),
    "a heading is lost": (swap('<h2 id="d-yang-dibawa">Yang dibawa</h2>', ""), "## Yang"),
    "a heading is joined to its text": (swap("Yang dibawa</h2>\n<ul>\n<li>", "Yang dibawa"), "## Yang"),
    "the words of a picture are lost": (swap('alt="Ibu membawa anak ke puskesmas"', 'alt=""'), "![Ibu"),
    "another picture stands there": (swap("gambar/lambang.png", "gambar/lain.png"), "![Ibu"),
    "a picture is lost": (
        lambda html: html[: html.index("<img")] + html[html.index(">", html.index("<img")) + 1 :],
        "![Ibu",
    ),
    "capital letters are small": (swap("KTP", "ktp"), "KTP asli"),
    "a comma is lost": (swap("datang, beliau", "datang beliau"), "Beliau"),
    "a stop is lost": (swap("esok.", "esok"), "Beliau"),
    "everything is lost": (lambda _: "", "**Iuran"),
    "everything stands twice": (lambda html: html + html, "Beliau"),
}


def test_what_shows_as_it_was_typed_has_no_problem() -> None:
    assert told(TYPED, HTML) == []


@pytest.mark.parametrize("name", SLIPS)
def test_a_fault_of_the_renderer_is_told_with_its_line(name: str) -> None:
    slip, words = SLIPS[name]
    assert slip(HTML) != HTML
    found = told(TYPED, slip(HTML))
    assert {one.code for one in found} == {"teks-hilang"}
    at = (found[0].place.file, found[0].place.line)
    assert at[0] == HERE.file
    assert abs(at[1] - line(words)) <= 1, (at[1], line(words), found[0].values)


def test_there_are_faults_of_every_kind() -> None:
    assert len(SLIPS) >= 30
