"""What somebody types into a field for telephones: the links that come of it, or why none does."""

from __future__ import annotations

import pickle
from typing import Any

import phonenumbers
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from selebaran.model.telephone import Dialling, TelephoneFault, is_area
from selebaran.model.telephone_field import read_chat, read_telephone

SHORT = frozenset(["110", "112", "119", "165"])
BITUNG = Dialling("0438", SHORT)
JAKARTA = Dialling("021", SHORT)
NOWHERE = Dialling("", SHORT)
MADE_UP = Dialling("", SHORT, is_made_up=True)


@pytest.mark.parametrize(
    ("typed", "shown", "links"),
    [
        ("0438 21001 / 0438 21002", "0438 21001 / 0438 21002", "+6243821001 +6243821002"),
        ("0438 21001 / 21002", "0438 21001 / 0438 21002", "+6243821001 +6243821002"),
        ("0438 21001 dan 0438 21002", "0438 21001 / 0438 21002", "+6243821001 +6243821002"),
        ("0438-21001, 0438-21002 atau 0438-21003", "0438-21001 / 0438-21002 / 0438-21003", None),
        ("0438 21001 0438 21002", "0438 21001 / 0438 21002", "+6243821001 +6243821002"),
        ("0438 21001 – 21002", "0438 21001 / 0438 21002", "+6243821001 +6243821002"),
        ("0254 200134/35", "0254 200134 / 0254 200135", "+62254200134 +62254200135"),
        ("0254 200134/135/6", "0254 200134 / 0254 200135 / 0254 200136", None),
        ("0438/21001", "0438 21001", "+6243821001"),
        ("43821003", "0438 21003", "+6243821003"),
        ("43821003.0", "0438 21003", "+6243821003"),
        ("6021597", "0438 6021597", "+624386021597"),
        ("81200001234", "0812-0000-1234", "+6281200001234"),
        ("081200001234", "0812-0000-1234", "+6281200001234"),
        ("2171234567", "021 71234567", "+622171234567"),
        ("6281200001234", "0812-0000-1234", "+6281200001234"),
        ("+62 (0)438 21001", "0438 21001", "+6243821001"),
        ("+62 812-0000-1234", "+62 812-0000-1234", "+6281200001234"),
        ("(0438) 21001", "(0438) 21001", "+6243821001"),
        ("0438.21.001", "0438.21.001", "+6243821001"),
        ("０４３８\u00a0２１００１", "0438 21001", "+6243821001"),
        ("0812‑0000‑1234", "0812-0000-1234", "+6281200001234"),
        ("Telp. 0438 21001, WA 0812 0000 1234", "0438 21001 / WA 0812 0000 1234", "+6243821001 +6281200001234"),
        ("HP/WA: 0812 0000 1234", "WA 0812 0000 1234", "+6281200001234"),
        ("0438 21001 ext. 12", "0438 21001 pesawat 12", "+6243821001"),
        ("0438 21001, pesawat 12", "0438 21001 pesawat 12", "+6243821001"),
        ("0438 21001 ext 12, 13", "0438 21001 pesawat 12/13", "+6243821001"),
        ("0438 21001 psw. 101 dan 102 / 0438 21002", "0438 21001 pesawat 101/102 / 0438 21002", None),
        ("0438 21001 ext. 12, 21002", "0438 21001 pesawat 12 / 0438 21002", "+6243821001 +6243821002"),
        ("Telp/Fax. 0438 21001", "0438 21001", "+6243821001"),
        ("Fax/Telp: (0438) 21001 (hunting)", "(0438) 21001", "+6243821001"),
        ("Telp. 0438 21001 HP. 0812-0000-1234", "0438 21001 / 0812-0000-1234", "+6243821001 +6281200001234"),
        ("0438 21001 WA 0812-0000-1234", "0438 21001 / WA 0812-0000-1234", "+6243821001 +6281200001234"),
        ("“0438 21001”.", "0438 21001", "+6243821001"),
        ("'0438 21001", "0438 21001", "+6243821001"),
        ("wa.me/6281200001234?text=Halo%20Admin", "WA 0812-0000-1234", "+6281200001234"),
        ("Call Center 119", "119", "119"),
        ("119", "119", "119"),
        ("119 / 112", "119 / 112", "119 112"),
        ("1500-567", "1500-567", "1500567"),
    ],
)
def test_what_has_one_reading_is_taken_so(typed: str, shown: str, links: str | None) -> None:
    found = read_telephone(typed, BITUNG)
    assert found == shown
    if links:
        assert [number.tel for number in found.numbers] == [f"tel:{link}" for link in links.split()]


@pytest.mark.parametrize(
    ("typed", "where", "code", "told"),
    [
        ("62438 21001", BITUNG, "telepon-bercabang", "0438 21001; 0624 3821001"),
        ("71234567", JAKARTA, "telepon-bercabang", "0712 34567; 021 71234567"),
        ("0254 200134-35", BITUNG, "telepon-bercabang", "0254 200134-35; 0254 200134 / 0254 200135"),
        ("0438 21001 – 0438 21003", BITUNG, "telepon-bercabang",
         "0438 21001 / 0438 21003; 0438 21001 / 0438 21002 / 0438 21003"),
        ("0438 21001 s.d. 21003", BITUNG, "telepon-bercabang",
         "0438 21001 / 0438 21003; 0438 21001 / 0438 21002 / 0438 21003"),
        ("0438 21110/112", BITUNG, "telepon-bercabang", "112; 0438 21112"),
        ("6021597", NOWHERE, "telepon-tanpa-kode-area", "6021597"),
        ("43821003", NOWHERE, "telepon-tanpa-kode-area", "43821003"),
        ("0438 2100", BITUNG, "telepon-tidak-tersambung", "0438 2100"),
        ("12", BITUNG, "telepon-tidak-tersambung", "12"),
        ("115", BITUNG, "telepon-tidak-tersambung", "115"),
        ("0000-2001", BITUNG, "telepon-tidak-tersambung", "0000-2001"),
        ("+65 6123 4567", BITUNG, "telepon-tidak-tersambung", "+65 6123 4567"),
        ("3604012345670001", BITUNG, "telepon-tidak-tersambung", "3604012345670001"),
        ("8.12E+10", BITUNG, "telepon-terpotong", "8.12E+10"),
        ("0438 21001 (Bu Ani)", BITUNG, "telepon-tidak-terbaca", "0438 21001 (Bu Ani)"),
        ("Fax 0438 21001", BITUNG, "telepon-tidak-terbaca", "Fax 0438 21001"),
        ("Telp.", BITUNG, "telepon-tidak-terbaca", "Telp."),
        ("1" * 81, BITUNG, "teks-terlalu-panjang", "80"),
    ],
)  # fmt: skip
def test_what_has_none_or_several_is_refused_with_its_readings(
    typed: str, where: Dialling, code: str, told: str
) -> None:
    with pytest.raises(TelephoneFault) as refused:
        read_telephone(typed, where)
    assert (refused.value.code, [*refused.value.values.values()][-1]) == (code, told)


@pytest.mark.parametrize(
    ("typed", "links"),
    [
        ("0000-2001 / 0000-2002", ["tel:00002001", "tel:00002002"]),
        ("0000-200134/35", ["tel:0000200134", "tel:0000200135"]),
        ("0000-3001/0000-3002", ["tel:00003001", "tel:00003002"]),
        ("+62 (0)000 1234", ["tel:00001234"]),
        ("81200001234", ["tel:+6281200001234"]),
        ("021.0000.1234", ["tel:+622100001234"]),
    ],
)
def test_in_a_made_up_district_numbers_of_0000_count_as_dialable(typed: str, links: list[str]) -> None:
    assert [number.tel for number in read_telephone(typed, MADE_UP).numbers] == links


def test_a_whatsapp_field_takes_whatsapps_own_address_and_no_number_without_chats() -> None:
    for typed in (
        "0812 0000 1234",
        "https://wa.me/6281200001234",
        "wa.me/081200001234",
        "https://wa.me/+6281200001234?text=Halo",
        "WA: 0812 0000 1234",
    ):
        assert read_chat(typed, BITUNG).numbers[0].wa == "https://wa.me/6281200001234"
    with pytest.raises(TelephoneFault) as refused:
        read_chat("119", BITUNG)
    assert refused.value.code == "telepon-bukan-wa"


def test_an_area_code_is_one_that_land_lines_have() -> None:
    codes = ("0438", "021", "024", "0254", "0999", "0812", "438", "0000", "04388")
    assert [code for code in codes if is_area(code, is_made_up=False)] == ["0438", "021", "024", "0254"]
    assert is_area("0000", is_made_up=True)


def test_numbers_travel_to_another_process_whole() -> None:
    typed = read_telephone("0438 21001 / 21002 pesawat 3", BITUNG)
    assert pickle.loads(pickle.dumps(typed)).numbers == typed.numbers


DIGITS = st.text("0123456789", min_size=1, max_size=9)
GAPS = st.sampled_from(
    ["", " ", "-", "–", ".", " / ", "/", ", ", " dan ", "(", ")", "+", "+62 ", "(0)", "0", "08", " ext. ", "０"]
)


@settings(max_examples=600, deadline=None)
@given(st.lists(st.tuples(GAPS, DIGITS), min_size=1, max_size=5), st.sampled_from([BITUNG, JAKARTA, NOWHERE]))
def test_whatever_digits_are_typed_each_link_is_a_valid_number_or_a_listed_short_code(
    parts: list[tuple[str, str]], where: Dialling
) -> None:
    try:
        found = read_telephone("".join(gap + digits for gap, digits in parts), where)
    except TelephoneFault:
        return
    assert all(answers(number) for number in found.numbers), found


def answers(number: Any) -> bool:
    """Whether somebody may answer the link, as the library itself sees it."""
    scheme, _, dial = number.tel.partition(":")
    valid = phonenumbers.is_valid_number_for_region(phonenumbers.parse(dial, "ID"), "ID") if len(dial) > 2 else False
    return scheme == "tel" and (dial in SHORT or valid) and dial.lstrip("+").isdigit()
