"""What can't be shown leaves the text, and nothing else does: a cell, an item, a paragraph, a block."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from selebaran.compose.fact.policy import FactPolicy
from selebaran.compose.fact.removal import Mark, removed, rewrite, without_sentences
from selebaran.compose.page.shared import PageComposer
from selebaran.model.facts import Fact, FactRegister
from selebaran.model.page import PageSource
from selebaran.read.content import read_page
from tests.asked import ASK

STAND_IN, CELL = "<b>GANTI</b>", "<i>ganti</i>"
VALUE, MENTION = "§", "¶"
"""Where a value begins in the texts below, and where a fact is only mentioned."""


def marked(text: str) -> tuple[str, list[Mark]]:
    """The text as it was rendered, and the marks that it had."""
    out, marks = "", []
    for letter in text:
        if letter in (VALUE, MENTION):
            marks.append(Mark(len(out), "IUR-01", letter == MENTION))
        else:
            out += letter
    return out, marks


def rewritten(text: str) -> tuple[str, bool]:
    plain, marks = marked(text)
    return rewrite(plain, marks, STAND_IN, CELL)


KEPT = {
    **{
        f"an item that begins with {first}": (
            f"Bawa:\n{first}KTP\n{second}Bayar §35.000\n  tiap bulan\n{third}KK\n",
            f"Bawa:\n{first}KTP\n{second.strip()} {STAND_IN}\n{third}KK\n",
        )
        for first, second, third in (
            ("• ", "• ", "• "),
            ("1) ", "2) ", "3) "),
            ("a. ", "b. ", "c. "),
            ("– ", "– ", "– "),
            ("✅ ", "✅ ", "✅ "),
            ("-", "-", "-"),
            ("i. ", "ii. ", "iii. "),
        )
    },
    "a paragraph with a line that only looks like an item": (
        "Menurut dr.\na. Yani iuran §35.000.\nLalu tunggu.\n",
        f"{STAND_IN}\n",
    ),
    "a paragraph": ("Satu.\n\nBayar §35.000.\nLalu tunggu.\n\nTiga.\n", f"Satu.\n\n{STAND_IN}\n\nTiga.\n"),
    "a paragraph below the heading": (
        "## Biaya {#biaya}\n\nBayar §35.000.\n\nDua.\n",
        f"## Biaya {{#biaya}}\n\n{STAND_IN}\n\nDua.\n",
    ),
    "a paragraph that touches the heading": (
        "## Biaya {#biaya}\nBayar §35.000.\n\nDua.\n",
        f"## Biaya {{#biaya}}\n{STAND_IN}\n\nDua.\n",
    ),
    "a paragraph before a deeper heading": (
        "Bayar §35.000.\n### Cara\nDi bank.\n",
        f"{STAND_IN}\n### Cara\nDi bank.\n",
    ),
    "three values in one paragraph": ("A §1\nB §2\nC\nD §3\n\nDua.", f"{STAND_IN}\n\nDua."),
    "neighbours in a long paragraph": ("A\nB\nC §1\nD §2\n\nDua.", f"{STAND_IN}\n\nDua."),
    "a mention within a paragraph": ("Satu.\n\n¶Bayar tiap bulan.\n\nTiga.", f"Satu.\n\n{STAND_IN}\n\nTiga."),
    "a value at the very end": ("Satu.\n\nBayar §35.000", f"Satu.\n\n{STAND_IN}"),
    "a value at the very beginning": ("§35.000 sebulan.\n\nDua.", f"{STAND_IN}\n\nDua."),
    "an item of a list": ("- satu\n- bayar §35.000\n- tiga\n", f"- satu\n- {STAND_IN}\n- tiga\n"),
    "an item of two lines": ("* satu\n* bayar\n  §35.000\n* tiga\n", f"* satu\n* {STAND_IN}\n* tiga\n"),
    "an item of an ordered list": (
        "1. satu\n2. bayar §35.000\n   di bank\n3. tiga\n",
        f"1. satu\n2. {STAND_IN}\n3. tiga\n",
    ),
    "an item of two lines at the very end": ("- satu\n- bayar §35.000\n  di bank", f"- satu\n- {STAND_IN}"),
    "an open last cell of one letter": ("| a | b |\n|---|---|\n| x |§5", f"| a | b |\n|---|---|\n| x | {CELL}"),
    "a value of which nothing is seen at the end of a cell": (
        "| a | b |\n|---|---|\n| satu §| dua |",
        f"| a | b |\n|---|---|\n| {CELL} | dua |",
    ),
    "a cell with an escaped backslash and an escaped line": (
        "| a | b |\n|---|---|\n| x \\\\\\| §1 | y |",
        f"| a | b |\n|---|---|\n| {CELL} | y |",
    ),
    "a cell that ends with an escaped backslash": (
        "| a | b |\n|---|---|\n| x \\\\| §1 |",
        f"| a | b |\n|---|---|\n| x \\\\| {CELL} |",
    ),
    "an item with a bracket": ("1) satu\n2) §35.000\n", f"1) satu\n2) {STAND_IN}\n"),
    "an item within an item": (
        "- satu\n    - bayar §35.000\n    - dua\n- tiga",
        f"- satu\n    - {STAND_IN}\n    - dua\n- tiga",
    ),
    "items that follow each other": ("- satu\n- §1\n- §2\n- empat\n", f"- satu\n- {STAND_IN}\n- empat\n"),
    "items that don't": ("- §1\n- dua\n- §3\n", f"- {STAND_IN}\n- dua\n- {STAND_IN}\n"),
    "a second paragraph of an item": (
        "1. satu\n\n    Bayar §35.000.\n\n2. dua\n",
        f"1. satu\n\n    {STAND_IN}\n\n2. dua\n",
    ),
    "paragraphs that follow each other": ("A §1\n\nB §2\n\nTiga.\n", f"{STAND_IN}\n\nTiga.\n"),
    "a cell": (
        "| Kelas | Iuran |\n|---|---|\n| III | §35.000 |\n| II | 100.000 |\n",
        f"| Kelas | Iuran |\n|---|---|\n| III | {CELL} |\n| II | 100.000 |\n",
    ),
    "the first cell": ("| a | b |\n|---|---|\n| §1 | dua |", f"| a | b |\n|---|---|\n| {CELL} | dua |"),
    "a mention within a cell": ("| a | b |\n|---|---|\n| satu | ¶dua |", f"| a | b |\n|---|---|\n| satu | {CELL} |"),
    "a mention before a row": ("| a | b |\n|---|---|\n¶| satu | dua |", f"| a | b |\n|---|---|\n| {CELL} | |"),
    "two values in one cell": ("| a | b |\n|---|---|\n| §1 §2 | c |", f"| a | b |\n|---|---|\n| {CELL} | c |"),
    "two cells of one row": ("|a|b|c|\n|---|---|---|\n|§1|x|§2|", f"|a|b|c|\n|---|---|---|\n| {CELL} |x| {CELL} |"),
    "a cell with an escaped bar": (
        "| a | b | c |\n|---|---|---|\n| x \\| §1 | y | z |",
        f"| a | b | c |\n|---|---|---|\n| {CELL} | y | z |",
    ),
    "a cell after one with an escaped bar": (
        "| a | b |\n|---|---|\n| x \\| y | §1 |",
        f"| a | b |\n|---|---|\n| x \\| y | {CELL} |",
    ),
    "a cell of a row that isn't closed": ("| a | b\n|---|---\n| x | §1", f"| a | b\n|---|---\n| x | {CELL}"),
    "a cell of a table within an item": (
        "- a\n\n    | a | b |\n    |---|---|\n    | x | §1 |",
        f"- a\n\n    | a | b |\n    |---|---|\n    | x | {CELL} |",
    ),
    "a definition": (
        "Bank\n:   Bayar §35.000.\n\nKantor\n:   Datang.\n",
        f"Bank\n:   {STAND_IN}\n\nKantor\n:   Datang.\n",
    ),
    "a definition of two lines": ("Bank\n:   Bayar\n    §35.000.\n\nDua", f"Bank\n:   {STAND_IN}\n\nDua"),
    "a definition below an empty line": ("Bank\n\n:   Bayar §35.000.\n\nDua", f"Bank\n\n:   {STAND_IN}\n\nDua"),
    "one of two definitions": ("Bank\n:   Tunai.\n:   Bayar §1.\n", f"Bank\n:   Tunai.\n:   {STAND_IN}\n"),
    "a mention before a term": ("¶Bank\n:   Bayar.\n\nDua\n:   2", f"Bank\n:   {STAND_IN}\n\nDua\n:   2"),
    "a term that states it": ("Kelas §3\n:   Bayar.\n\nDua\n:   2", f"{STAND_IN}\n\nDua\n:   2"),
    "definitions of two terms": ("A\n:   §1\n\nB\n:   §2\n", f"A\n:   {STAND_IN}\n\nB\n:   {STAND_IN}\n"),
    "a quotation": ("> Satu.\n>\n> Bayar §1.\n>\n> Tiga.", f"> Satu.\n>\n> {STAND_IN}\n>\n> Tiga."),
    "spaces and signs around it": ("  \n\tA  \n\n§1\n\n\n\n#tag  \n", f"  \n\tA  \n\n{STAND_IN}\n\n\n\n#tag  \n"),
}


@pytest.mark.parametrize("name", KEPT)
def test_only_the_statement_goes_and_all_else_stays_letter_for_letter(name: str) -> None:
    text, expected = KEPT[name]
    assert rewritten(text) == (expected, False)


GONE = {
    "a mention on its own line": ("¶\n- Bank\n- Minimarket\n\nSetelah itu tunggu.\n", f"{STAND_IN}\n"),
    "a mention below the heading": ("## Biaya {#biaya}\n\n¶\nBayar.\n", f"## Biaya {{#biaya}}\n\n{STAND_IN}\n"),
    "a mention on its own line further down": ("Satu.\n\n¶\n\nDua.", f"{STAND_IN}\n"),
    "a mention in the heading": ("## ¶Biaya {#biaya}\n\nBayar.\n", f"## Biaya {{#biaya}}\n\n{STAND_IN}\n"),
    "a mention before a table": ("## B {#b}\n\n¶| a | b |\n|---|---|\n| 1 | 2 |", f"## B {{#b}}\n\n{STAND_IN}\n"),
    "a value in the heading": (
        "### Dalam §28 hari {#batas}\n\nDaftarkan.\n",
        f"### Tanyakan dulu {{#batas}}\n\n{STAND_IN}\n",
    ),
    "a mention at the end": ("Satu.\n\nDua.\n¶", f"{STAND_IN}\n"),
}


@pytest.mark.parametrize("name", GONE)
def test_what_speaks_for_the_block_takes_the_whole_block(name: str) -> None:
    text, expected = GONE[name]
    assert rewritten(text) == (expected, True)


@pytest.mark.parametrize("name", [*KEPT, *GONE])
def test_what_is_withheld_is_never_left_over(name: str) -> None:
    text, _ = {**KEPT, **GONE}[name]
    plain, marks = marked(text.replace(VALUE, f"{VALUE}RAHASIA"))
    assert "RAHASIA" not in rewrite(plain, marks, STAND_IN, CELL)[0]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Satu. Bayar §35.000. Tiga.", "Satu. Tiga."),
        ("§1 satu. Dua.", "Dua."),
        ("Satu. Dua §2", "Satu."),
        ("Satu. §2? Tiga! Empat §4.", "Satu. Tiga!"),
        ("Satu.§ Dua. Tiga.", "Satu. Tiga."),
        ("Satu.\nDua §2.", "Satu."),
        ("Satu.§", ""),
        ("Satu. ¶Dua.", ""),
    ],
)
def test_a_plain_text_loses_the_sentences_that_state_it(text: str, expected: str) -> None:
    plain, marks = marked(text)
    assert without_sentences(plain, marks) == expected


TAKEN = {
    "an item with what hangs on it": ("- satu\n- bayar §3\n  - tunai\n\n  atau nanti\n- tiga", "- satu\n- tiga"),
    "a step, and the others are counted on": ("1. satu §3\n2. dua\n3. tiga", "1. dua\n3. tiga"),
    "a term with its only definition": ("Bank\n:   §3\n\nKantor\n:   Datang.", "\nKantor\n:   Datang."),
    "one of two definitions": ("Bank\n:   Tunai.\n:   §1\n", "Bank\n:   Tunai.\n"),
    "two values of a cell": ("| a | b |\n|---|---|\n| §1 dan §2 | c |", "| a | b |\n|---|---|\n| – | c |"),
}


@pytest.mark.parametrize("name", TAKEN)
def test_a_statement_leaves_no_hole(name: str) -> None:
    text, expected = TAKEN[name]
    assert removed(*marked(text))[0] == expected


SECRET = "98765"
PAGE = """---
judul: Berapa {{ fakta.batas }} hari?
ringkas: Kalimat biasa. Batasnya {{ fakta.batas }} hari.
menu: 1
---
Awal tanpa fakta.

## Satu {#satu}

| Nama | Hari |
|---|---|
| batas | {{ fakta.batas }} |
| lain | 1 |

### Lebih dalam {#dalam}

1. Buka.
2. Tunggu {{ fakta.batas }} hari.
3. Tutup.

## Dua {#dua}

{{ sebut("REG-01") }}
Kira-kira sebulan.

## Tiga {#tiga}

Tidak ada yang berubah *di sini*.

- Biasa
- {% if fakta.batas %}Batas umur.{% endif %}
"""


@pytest.fixture
def source(tmp_path: Path) -> PageSource:
    (tmp_path / "uji.md").write_text(PAGE, "utf-8")
    page, problems = read_page(tmp_path / "uji.md", "content/uji.md")
    assert page is not None, problems
    return page


def fact(**changed: object) -> Fact:
    return Fact.model_validate(
        {
            "id": "REG-01",
            "topik": "Batas",
            "kalimat": "Batasnya.",
            "nilai": {"batas": {"jenis": "teks", "isi": SECRET}},
            "sumber": ["Karangan"],
            "selang_periksa_hari": "30",
            "periksa_lagi": "2026-12-01",
            "bila_lewat": "ganti",
            "terbit": "ya",
            "keyakinan": "C",
            **changed,
        }
    )


def test_a_page_with_sections_keeps_all_that_does_not_state_the_fact(source: PageSource) -> None:
    register = FactRegister((fact(),))
    page = PageComposer(register).compose(source, {}, FactPolicy(register, date(2026, 12, 1), ASK, published=True))
    policy = FactPolicy(register, date(2026, 12, 1), ASK, published=True)
    note = f'<p class="fakta-lewat">{policy.note([], ["REG-01"])}</p>'
    assert SECRET not in page.html
    assert SECRET not in str(page.meta)
    assert (
        page.html
        == f"""<p>Awal tanpa fakta.</p>
<h2 id="satu">Satu</h2>
<table>
<thead>
<tr>
<th>Nama</th>
<th>Hari</th>
</tr>
</thead>
<tbody>
<tr>
<td>batas</td>
<td>–</td>
</tr>
<tr>
<td>lain</td>
<td>1</td>
</tr>
</tbody>
</table>
{note}
<h3 id="dalam">Lebih dalam</h3>
<ol>
<li>Buka.</li>
<li>Tutup.</li>
</ol>
{note}
<h2 id="dua">Dua</h2>
{note}
<h2 id="tiga">Tiga</h2>
<p>Tidak ada yang berubah <em>di sini</em>.</p>
<ul>
<li>Biasa</li>
</ul>
{note}
"""
    )
    assert page.meta.description.startswith("Kalimat biasa. Sebagian tidak kami tampilkan")
    assert page.meta.title == "Uji"


def test_the_day_before_the_page_reads_as_it_was_written(source: PageSource) -> None:
    register = FactRegister((fact(),))
    page = PageComposer(register).compose(source, {}, FactPolicy(register, date(2026, 11, 30), ASK, published=True))
    assert page.html.count(SECRET) == 2
    assert "Kira-kira sebulan." in page.html
    assert page.treated == {}


def test_an_overdue_fact_is_dated_once_on_a_page_below_what_is_left_out_in_its_block(tmp_path: Path) -> None:
    other = {
        "id": "REG-02",
        "topik": "Umur",
        "nilai": {"umur": {"jenis": "angka", "isi": "21"}},
        "bila_lewat": "tandai",
    }
    register = FactRegister((fact(), fact(**other)))
    gone = '## Satu {#satu}\n\n{{ sebut("REG-01") }}\nUmur {{ fakta.umur }}.\n'
    shown = "## Dua {#dua}\n\nUmur {{ fakta.umur }}.\n\n## Tiga {#tiga}\n\nUmur {{ fakta.umur }}.\n"
    (tmp_path / "uji.md").write_text(f"---\njudul: Uji\nringkas: Uji.\n---\nAwal.\n\n{gone}\n{shown}", "utf-8")
    source, problems = read_page(tmp_path / "uji.md", "content/uji.md")
    assert source is not None, problems
    policy = FactPolicy(register, date(2026, 12, 1), ASK, published=True)
    page = PageComposer(register).compose(source, {}, policy)
    one, two, three = page.html.split("<h2 ")[1:]
    assert policy.note(["REG-02"], ["REG-01"]) in one
    assert "fakta-lewat" not in two + three
    assert "21" not in one
    assert [sorted(page.treated[block]) for block in ("satu", "dua")] == [["REG-01", "REG-02"], ["REG-02"]]
