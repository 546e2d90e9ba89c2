"""Links that somebody typed to dial a number."""

from __future__ import annotations

import pytest

from selebaran.compose.page.dialled import dialled
from selebaran.compose.page.html import Surroundings, render
from selebaran.model.problem import Place
from selebaran.model.telephone import Dialling

HERE = Dialling("0438", frozenset(["165"]))


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("tel:165", "tel:165"),
        ("tel:0438%2021001", "tel:+6243821001"),
        ("tel:21001", "tel:+6243821001"),
        ("Tel:+6243821001;ext=3", "tel:+6243821001"),
        ("https://wa.me/081200001234", "https://wa.me/6281200001234"),
        ("https://wa.me/6281200001234?text=Halo&x=1", "https://wa.me/6281200001234?text=Halo&x=1"),
        ("https://api.whatsapp.com/send?phone=6281200001234&text=Halo", "https://wa.me/6281200001234?text=Halo"),
        ("https://wa.me/?text=Halo", "https://wa.me/?text=Halo"),
        ("https://contoh.id/tel:1", "https://contoh.id/tel:1"),
    ],
)
def test_a_link_that_dials_leads_to_a_number_that_answers(typed: str, address: str) -> None:
    assert dialled(typed, HERE) == address


@pytest.mark.parametrize(
    ("target", "code"),
    [
        ("tel:043821001043821002", "telepon-tidak-tersambung"),
        ("tel:62438-21001", "telepon-bercabang"),
        ("tel:0438-21001/0438-21002", "telepon-bercabang"),
        ("tel:0000-1234", "telepon-tidak-tersambung"),
        ("https://wa.me/6581200001234", "telepon-tidak-tersambung"),
        ("https://wa.me/165", "telepon-bukan-wa"),
    ],
)
def test_what_cannot_be_dialled_in_own_text_is_told_with_its_line(target: str, code: str) -> None:
    html, problems = render(f"Satu\n\n[Telepon]({target})", Place("x.md", 5), Surroundings("pos", {}, (), where=HERE))
    assert [(found.code, found.place) for found in problems] == [(code, Place("x.md", 7, 11))]
    assert "tel:" not in html
    assert "wa.me" not in html


def test_the_chat_of_a_made_up_number_leads_back_to_itself() -> None:
    address = "https://wa.me/6200010001001"
    assert dialled(address, Dialling(is_made_up=True)) == address
