"""The code of an edition on paper, and the seal that chains a ledger."""

from __future__ import annotations

from datetime import date

import pytest

from selebaran.model.paper import LENGTH, LETTERS, PaperEdition, code_of, digest_of

STATED = {"IUR-01": {"iuran": "Rp35.000"}}
DIGEST = digest_of("leaflet", "kab-uji", "Bawa KTP", STATED)
EDITION = PaperEdition.model_validate(
    {
        "kode": code_of("p1", "36.04", DIGEST),
        "lembar": "leaflet",
        "judul": "Cara mendaftar",
        "alamat": "daftar",
        "terbit": "2026-11-20",
        "sidik": DIGEST,
        "fakta": STATED,
    }
)


def test_a_code_names_piece_district_and_content_in_letters_that_a_photocopy_keeps() -> None:
    piece, district, content = EDITION.code.split("-")
    assert (piece, district, len(content)) == ("p1", "3604", LENGTH)
    assert set(content) <= set(LETTERS)
    assert not set("01ilo") & set(LETTERS)
    assert code_of("p1", "36.04", "0" * 64) == "p1-3604-222222"
    assert code_of("p1", "36.04", f"{len(LETTERS):064x}") == "p1-3604-232222"
    assert EDITION.address == f"e/{EDITION.code}/"


@pytest.mark.parametrize(
    "other",
    [
        ("poster", "kab-uji", "Bawa KTP", STATED),
        ("leaflet", "kab-lain", "Bawa KTP", STATED),
        ("leaflet", "kab-uji", "Bawa KK", STATED),
        ("leaflet", "kab-uji", "Bawa KTP", {"IUR-01": {"iuran": "Rp42.000"}}),
    ],
)
def test_whatever_a_sheet_says_is_in_its_digest(other: tuple[str, str, str, dict[str, dict[str, str]]]) -> None:
    assert digest_of(*other) != DIGEST


def test_a_digest_does_not_hang_on_the_order_in_which_facts_were_read() -> None:
    one, other = {"A-01": {"a": "1", "b": "2"}, "B-01": {"c": "3"}}, {"B-01": {"c": "3"}, "A-01": {"b": "2", "a": "1"}}
    assert digest_of("l", "k", "w", one) == digest_of("l", "k", "w", other)


def test_a_seal_hangs_on_the_entry_and_on_all_before_it() -> None:
    first = EDITION.sealed("")
    assert first.seal == first.sealed("").seal != "-"
    assert EDITION.sealed(first.seal).seal != first.seal
    assert EDITION.model_copy(update={"title": "Lain"}).sealed("").seal != first.seal


def test_the_seal_of_an_edition_in_a_ledger_stays_what_it_was() -> None:
    """Ledgers are kept for years: the same entry, with letters beyond ASCII, must have the same seal then."""
    edition = EDITION.model_copy(update={"title": "Cara mendaftar – “baru”"})
    seals = (edition.sealed("").seal, edition.sealed("0123456789abcdef").seal)
    assert seals == ("611c7485b22c0a06", "a08bfb4ea24b59f1")


def test_the_last_day_that_is_printed_is_sealed_too() -> None:
    dated = EDITION.model_copy(update={"until": date(2027, 5, 1)})
    later = EDITION.model_copy(update={"until": date(2027, 8, 1)})
    assert len({edition.sealed("").seal for edition in (EDITION, dated, later)}) == 3
    assert dated.code == later.code


def test_a_sheet_that_says_the_same_keeps_its_code() -> None:
    assert EDITION.code == "p1-3604-j4brrw"
    assert digest_of("l", "k", "–", {})[:16] == "ee595270085efe08"
