"""Lists as officials type them, in letters, chats, minutes and sheets."""

from __future__ import annotations

import pytest

from selebaran.compose.markup.render import render
from tests.compose.markup.kit import own, shared


@pytest.mark.parametrize("read", [own, shared])
@pytest.mark.parametrize(
    ("typed", "seen"),
    [
        ("Bawa:\n- KTP\n- KK", "Bawa: ⏎ • KTP ⏎ • KK"),
        ("Bawa:\n\n- KTP\n- KK", "Bawa: ⏎ • KTP ⏎ • KK"),
        ("Jam:\n1. Senin\n2. Rabu", "Jam: ⏎ 1. Senin ⏎ 2. Rabu"),
        ("**Catatan:**\n* gratis\n* mudah", "**Catatan:** ⏎ • gratis ⏎ • mudah"),
        ("Bawa\n• KTP\n•KK", "Bawa ⏎ • KTP ⏎ • KK"),
        ("Bawa\n● KTP\n▪ KK", "Bawa ⏎ • KTP ⏎ • KK"),
        ("Bawa:\n– KTP\n– KK", "Bawa: ⏎ • KTP ⏎ • KK"),
        ("Bawa:\n+ KTP\n+ KK", "Bawa: ⏎ • KTP ⏎ • KK"),
        ("Bawa:\n-KTP\n-KK", "Bawa: ⏎ • KTP ⏎ • KK"),
        ("Langkah\n1.Datang\n2.Duduk", "Langkah ⏎ 1. Datang ⏎ 2. Duduk"),
        ("Langkah\n1) Datang\n2) Duduk", "Langkah ⏎ 1) Datang ⏎ 2) Duduk"),
        ("Langkah\na. datang\nb. duduk", "Langkah ⏎ a. datang ⏎ b. duduk"),
        ("Langkah\na) Datang\nb) Duduk", "Langkah ⏎ a) Datang ⏎ b) Duduk"),
        ("i. satu\nii. dua\niii. tiga", "i. satu ⏎ ii. dua ⏎ iii. tiga"),
        ("Bawa\n✅ KTP\n✅ KK", "Bawa ⏎ ✅ KTP ⏎ ✅ KK"),
        ("❌ titip\n❌ wakil", "❌ titip ⏎ ❌ wakil"),
        ("- [ ] KTP\n- [x] KK", "• ☐ KTP ⏎ • ☑ KK"),
        ("1.\u00a0KTP\n2.\u00a0KK", "1. KTP ⏎ 2. KK"),
        ("1.\tKTP\n2.\tKK", "1. KTP ⏎ 2. KK"),
        ("1.       KTP\n2.       KK", "1. KTP ⏎ 2. KK"),
    ],
)
def test_whatever_an_official_begins_its_items_with_it_is_a_list(read: object, typed: str, seen: str) -> None:
    assert read(typed) == seen  # type: ignore[operator]


@pytest.mark.parametrize(
    "words",
    [
        "H. Ahmad memimpin rapat.",
        "A. Yani nama jalannya.\nB. Jalan lain ada.",
        "M. Nur hadir.",
        "a. yani nama jalannya.",
        "a. yani hadir.\nc. tiga hadir.",
        "2026. Tahun itu.",
        "165. Telepon nomor itu.",
        "Kami catat tahun\n2026. Lalu kami pergi.",
        "Telepon\n165. Gratis.",
        "– Bupati Rekaan",
        "Kata beliau.\n— Bupati Rekaan",
        "1.500 orang datang.",
        "08.00 pintu dibuka.",
        "#JKNuntukSemua",
        "-5 derajat\n-7 derajat",
        "*PENGUMUMAN*",
        "+ 62 adalah kode negara.",
    ],
)
def test_words_that_only_look_like_marks_stay_words(words: str) -> None:
    seen = own(words)
    assert not set("•") & set(seen)
    assert " ".join(seen.replace("⏎", "").replace("**", "*").split()) == " ".join(words.split())


@pytest.mark.parametrize("numbers", [(3, 4), (7, 8, 9), (1, 1, 1), (2, 4, 6), (9, 10, 11), (98, 99, 100), (10, 9, 8)])
@pytest.mark.parametrize("mark", [".", ")"])
def test_numbers_stay_as_they_are_typed(numbers: tuple[int, ...], mark: str) -> None:
    items = [f"{number}{mark} Langkah" for number in numbers]
    assert own("\n".join(items)) == " ⏎ ".join(items)


def test_a_list_that_a_paragraph_parts_goes_on_with_its_number() -> None:
    assert own("1. a\n2. b\n\nTunggu.\n\n3. c\n4. d") == "1. a ⏎ 2. b ⏎ Tunggu. ⏎ 3. c ⏎ 4. d"
    assert own("4. d\n\nTunggu.\n\n5. e") == "4. d ⏎ Tunggu. ⏎ 5. e"
    assert own("b. dua\nc. tiga") == "b. dua ⏎ c. tiga"


@pytest.mark.parametrize("indent", ["  ", "   ", "    ", "\t"])
@pytest.mark.parametrize("mark", ["-", "1.", "10.", "a."])
@pytest.mark.parametrize("below", ["- ", "• ", "1. ", "1) "])
def test_a_list_within_an_item_stands_two_spaces_in_or_more(indent: str, mark: str, below: str) -> None:
    next_ = {"-": "-", "1.": "2.", "10.": "11.", "a.": "b."}[mark]
    seen = own(f"{mark} Daftar\n{indent}{below}lewat HP\n{next_} Cek")
    inner = "•" if below[0] in "-•" else below.strip()
    assert seen == f"{mark.replace('-', '•')} Daftar ⏎ → {inner} lewat HP ⏎ {next_.replace('-', '•')} Cek"


@pytest.mark.parametrize("indent", ["  ", "   ", "    "])
def test_an_explanation_under_a_step_belongs_to_it(indent: str) -> None:
    text = f"1. Datang\n\n{indent}Bawa KTP.\n\n2. Duduk"
    assert own(text) == "1. Datang ⏎ Bawa KTP. ⏎ 2. Duduk"
    from selebaran.compose.markup.render import render

    assert render(text, own=True).html.count("<ol>") == 1


@pytest.mark.parametrize("indent", ["    ", "\t", "      ", "\u00a0\u00a0\u00a0\u00a0"])
def test_a_list_that_word_sets_further_in_below_a_line_is_a_list(indent: str) -> None:
    assert own(f"Bawa\n{indent}- KTP\n{indent}- KK") == "Bawa ⏎ • KTP ⏎ • KK"
    assert own(f"Bawa:\n{indent}1.\tKTP\n{indent}2.\tKK") == "Bawa: ⏎ 1. KTP ⏎ 2. KK"
    assert own(f"- Foto\n  {indent}* baru") == "• Foto ⏎ → • baru"


def test_lists_go_three_deep_and_come_back() -> None:
    text = "- a\n  - b\n    - c\n  - d\n- e"
    assert own(text) == "• a ⏎ → • b ⏎ → → • c ⏎ → • d ⏎ • e"


def test_lists_stand_in_quotations_and_boxes() -> None:
    assert own("> Bawa:\n> - KTP\n> - KK") == "❝ Bawa: ⏎ • KTP ⏎ • KK"


@pytest.mark.parametrize(("text", "is_list"), [("99. KTP", True), ("100. KTP", False)])
def test_a_large_number_begins_no_list_alone(text: str, is_list: bool) -> None:
    assert ("<ol" in render(text, own=True).html) is is_list


@pytest.mark.parametrize(
    ("typed", "shown"),
    [("✅", "✅"), ("✅ KTP\n✅", "✅ KTP ⏎ ✅"), ("✅\n\n  - KTP", "✅ ⏎ • KTP"), ("👉 - KTP", "👉 ⏎ → • KTP")],
)
def test_a_sign_without_words_of_its_own_stays(typed: str, shown: str) -> None:
    assert own(typed) == shown
