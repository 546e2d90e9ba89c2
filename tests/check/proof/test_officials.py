"""Texts made of what officials type, in any order: what the renderer shows of them is what was typed."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.check.proof.kit import own, shared, told

WORDS = st.sampled_from(
    (
        *(
            "KTP",
            "Kartu",
            "Keluarga",
            "bawa",
            "tidak",
            "gratis",
            "H.",
            "Ahmad",
            "a.",
            "Yani",
            "M.",
            "Nur",
            "Hj.",
            "dr.",
        ),
        *("Sitti", "Rp35.000", "2026.", "165", "165.", "09.00-12.00", "09.00–12.00", "WIB", "10%", "s.d.", "selesai"),
        *("-5", "+3", "+62", ">60", "<Rp5.000.000", "5*2*3", "=", "&", "R&D", "Ma'rang", "“kutip”", "'Aisyiyah", "!"),
        *("*tebal*", "_miring_", "~coret~", "**tebal", "sekali**", "`kode`", "~~dulu~~", "==penting==", ":warning:"),
        *(
            "<spasi>",
            "<nama",
            "lengkap>",
            "(lihat",
            "bawah)",
            "[catatan]",
            "(1)",
            "1)",
            "No.",
            "12/2020",
            "#sehat",
            "…",
        ),
        *("0254-200123", "(0254)", "200123", "0812-3456-7890", "dinas@contoh.example", "www.contoh.example", "–", "-"),
        *(
            "https://contoh.example/a?b=1&c=2",
            "[jadwal](jadwal.md)",
            "[cara\u00a0ini](daftar.md)",
            "Puskesmas,",
            "Desa;",
        ),
        "[ ]",
        "[x]",
        "[ ]KTP",
        "\U0001f468\u200d\U0001f469\u200d\U0001f467",
        *(
            "✅",
            "👉",
            "☐",
            "•",
            "السلام",
            "ꦱꦸꦒꦼꦁ",
            "诊所",
            "é",
            "H₂O",
            "m²",
            "½",
            "Rp.",
            "Jl.",
            "RT.02/RW.03",
            "a/n",
            "@dinkes",
        ),
    )
)
LINES = st.lists(WORDS, min_size=1, max_size=9).map(" ".join)
PARAGRAPHS = st.lists(LINES, min_size=1, max_size=4).map("\n".join)
MARKS = st.sampled_from(
    ["- ", "* ", "• ", "•", "-", "– ", "+ ", "✅ ", "👉", "1. ", "1) ", "1.", "a. ", "a) ", "o\t", "- [ ] ", "-\u00a0"]
)
INDENTS = st.sampled_from(["", "", " ", "  ", "   ", "    ", "\t", "\u00a0\u00a0"])


@st.composite
def lists(draw: st.DrawFn) -> str:
    """A list with a mark, in which numbers and letters go on; perhaps with a list within it."""
    mark, count, first = draw(MARKS), draw(st.integers(1, 5)), draw(st.sampled_from([1, 1, 2, 3, 7, 12]))
    lines = []
    for number in range(first, first + count):
        shown = mark.replace("1", str(number)).replace("a", chr(ord("a") + number - 1))
        lines.append(f"{shown}{draw(LINES)}")
        if draw(st.integers(0, 4)) == 0:
            lines.append(f"{draw(st.sampled_from(['  ', '   ', '    ']))}{draw(MARKS)}{draw(LINES)}")
        if draw(st.integers(0, 6)) == 0:
            lines += ["", f"   {draw(LINES)}", ""]
    return "\n".join(lines)


@st.composite
def tables(draw: st.DrawFn) -> str:
    """A table with bars or tabs, with a rule or without, in which rows have more cells or fewer."""
    bar = draw(st.sampled_from([" | ", "|", "\t"]))
    rows = [draw(st.lists(LINES, min_size=2, max_size=4)) for _ in range(draw(st.integers(2, 4)))]
    lines = [bar.join(row) if bar == "\t" else f"|{bar.join(row)}|" for row in rows]
    if bar != "\t" and draw(st.booleans()):
        lines.insert(1, "|" + "---|" * len(rows[0]))
    return "\n".join(lines)


HEADINGS = st.tuples(st.sampled_from(["# ", "## ", "### ", "##"]), LINES).map("".join)
QUOTES = PARAGRAPHS.map(lambda text: "\n".join(f"> {line}" for line in text.split("\n")))
INDENTED = st.tuples(INDENTS, PARAGRAPHS).map("".join)
OTHERS = st.sampled_from(
    ["---", "=====", "~~~~~~", "Salam,\n\n(Kepala Dinas)", '!!! warning "Awas"\n    Jangan beri OTP.']
)
PARTS = st.one_of(PARAGRAPHS, INDENTED, lists(), lists(), tables(), HEADINGS, QUOTES, OTHERS)
TEXTS = st.lists(st.tuples(PARTS, st.sampled_from(["\n", "\n\n", "\n\n\n"])).map("".join), min_size=1, max_size=5).map(
    "".join
)
OFTEN = settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True)


@OFTEN
@given(TEXTS)
def test_what_officials_type_shows_on_a_page_of_a_district(text: str) -> None:
    found = told(text, own(text))
    assert found == [], (text, found[0].values)


@OFTEN
@given(TEXTS)
def test_what_officials_type_shows_on_a_shared_page(text: str) -> None:
    text = text.replace("~~~~~~", "---")  # there it would begin a code
    found = told(text, shared(text), is_own=False)
    assert found == [], (text, found[0].values)


def test_a_number_that_is_linked_where_it_was_typed_plainly_is_no_fault() -> None:
    text = "Telepon 0254-200123 atau [0254-200123](tel:0254200123), 0254-200123. Baca [jadwal](jadwal.md)."
    assert own(text).count("tel:") == 3
    assert told(text, own(text)) == []
    assert told(text, own(text).replace("../jadwal/", "../iuran/")) != []


@pytest.mark.parametrize(
    "text",
    [
        "[ ] Bawa KTP\n[x] Datang\n  [ ] Antre",
        "1. [ ] Bawa KTP\n2. [X] Datang\n- [ ]Antre",
        "## [ ] Bawa\n\n> [x] Datang",
        "| [ ] | Bawa |\n| [x] KK | [ ] Datang |",
        "1. > Bawa kata beliau\n2. >60 tahun\n\n- > > Datang",
        "`Bawa &#46; &amp; Datang`\n\n```\nBawa &#46;\n```",
        "\U0001f468\u200d\U0001f469\u200d\U0001f467 Bawa",
        "Bawa<div>KTP</div>",
        "Bawa KTP\n*\n",
        "Bawa KTP\n*\nDatang pagi",
        "1. Bawa KTP\n   *\n",
        "> Bawa KTP\n> *\n",
        "- Bawa KTP\n*\n- Datang",
        "*\nDatang",
        "Baca [daftar [lihat [bawah]]](daftar.md).",
    ],
)
def test_a_star_that_was_left_behind_and_brackets_within_brackets_are_no_fault(text: str) -> None:
    assert told(text, own(text)) == []
    assert told(text, shared(text), is_own=False) == []
    assert told(text, own(text).replace("a", "", 1).replace("B", "", 1).replace("D", "", 1)) != []


@pytest.mark.parametrize(
    "name", ["warning", "one", "tm", "left_right_arrow", "copyright", "flag_id", "family", "nama_yang_tidak_dikenal"]
)
def test_a_picture_by_name_may_touch_the_words_beside_it(name: str) -> None:
    text = f"-:{name}:\nKTP:{name}: dan A:{name}:B."
    assert told(text, own(text)) == []
