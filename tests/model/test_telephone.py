"""One typed number: what it can mean, and how it is written."""

from __future__ import annotations

import pytest

from selebaran.model.telephone import Dialling, Number, area_of, readings, tidy, written

HERE = Dialling("0254", frozenset(["112"]))


@pytest.mark.parametrize(
    ("text", "dials"),
    [
        ("0254 200123", ["+62254200123"]),
        ("200123", ["+62254200123"]),
        ("112", ["112"]),
        ("1500567", ["1500567"]),
        ("0062 254 200123", ["+62254200123"]),
        ("0254 20", []),
        ("00002001", []),
    ],
)
def test_each_reading_of_a_number_can_be_dialled(text: str, dials: list[str]) -> None:
    assert [number.dial for number in readings(text, HERE)] == dials


def test_a_number_is_shown_as_typed_unless_its_digits_run_together() -> None:
    shown = [readings(text, HERE)[0].shown for text in ("0254-200.123", "0254200123", "+62254 200123", "81200001234")]
    assert shown == ["0254-200.123", "0254 200123", "+62254 200123", "0812-0000-1234"]


def test_an_area_code_belongs_to_land_lines_alone() -> None:
    dials = ("+62254200123", "+622171234567", "+6281200001234", "112", "00002001")
    assert [area_of(Number(dial, dial)) for dial in dials] == ["0254", "021", "", "", "0000"]


def test_digits_of_other_keyboards_and_dashes_of_word_become_ordinary() -> None:
    assert tidy("０２５４\u00a0٢٠٠‑123") == "0254 200-123"


def test_numbers_are_written_as_indonesians_write_them() -> None:
    assert [written(text) for text in ("254200123", "81200001234", "8001234567")] == [
        "0254 200123",
        "0812-0000-1234",
        "0800 1234567",
    ]
