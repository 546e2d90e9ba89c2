"""Telephones in running text: what becomes a link, and all that looks like one."""

from __future__ import annotations

import pytest

from selebaran.model.telephone import Dialling
from selebaran.read.telephone import find_telephones

HERE = Dialling("0254", frozenset(["165"]))


def found(text: str, where: Dialling = HERE) -> list[tuple[str, str]]:
    """The numbers of a text as they stand in it, and what they dial."""
    return [(text[one.start : one.end], one.number.dial) for one in find_telephones(text, where)]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Hubungi (0254) 200123 atau 200124.", [("(0254) 200123", "+62254200123")]),
        ("Telp.0254-200123/0254-200124", [("0254-200123", "+62254200123"), ("0254-200124", "+62254200124")]),
        ("WA +62 812-3456-7890, ya", [("+62 812-3456-7890", "+6281234567890")]),
        ("WA 6281234567890", [("6281234567890", "+6281234567890")]),
        ("02/08/2026 0812.3456.7890.", [("0812.3456.7890", "+6281234567890")]),
    ],
)  # fmt: skip
def test_a_number_typed_whole_is_found_at_its_place(text: str, numbers: list[tuple[str, str]]) -> None:
    assert found(text) == numbers


@pytest.mark.parametrize(
    "text",
    [
        "NIK 3604012345670001",
        "NIK 0312345678901234",
        "NIK: 0812345678",
        "Rp0812345678 dan Rp 1.500.000",
        "08.00-12.00 WIB, 08.00–12.00",
        "01-02-2026, 02.08.2026, 2026-08-12",
        "SK 440/0812345678/2026",
        "440/123/2026",
        "Kode pos 42111, RT 03 RW 012",
        "rekening BRI 0254200123",
        "0301-01-012345-50-3",
        "Kartu 0001234567890",
        "0254 200123 10 orang",
        "0812345678%",
        "https://contoh.id/0812345678 dan 0812345678@contoh.id",
        "200123, 165, 2171234567",
        "0000-2001",
    ],
)
def test_what_only_looks_like_one_is_left_alone(text: str) -> None:
    assert found(text) == []


def test_in_a_made_up_district_its_made_up_numbers_are_found() -> None:
    assert found("Telepon 0000-2001.", Dialling(is_made_up=True)) == [("0000-2001", "00002001")]
