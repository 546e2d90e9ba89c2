"""A page of a district of marks is taken for another that says the same wherever the page asks, and for no other."""

from __future__ import annotations

from dataclasses import replace

import pytest

from selebaran.compose.fact.policy import FactPolicy
from selebaran.compose.page.shared import PageComposer
from selebaran.compose.template.views import Values
from selebaran.model.registry import Registry
from tests.conftest import DAY

TERMS: Values = {"desa": "desa", "kecamatan": "kecamatan"}


@pytest.mark.parametrize(
    ("other", "said", "is_taken"),
    [
        ({"nama": "Ambang", "istilah": TERMS, "domain": "ambang.example"}, "desa di Ambang", True),
        ({"nama": "Ambang", "istilah": {**TERMS, "desa": "nagari"}, "domain": None}, "nagari di Ambang", False),
        ({"nama": "Bukit", "istilah": TERMS, "domain": None}, "desa di Bukit", False),
    ],
)
def test_a_page_is_kept_by_what_it_read(registry: Registry, other: Values, said: str, is_taken: bool) -> None:
    [page, *_] = registry.pages
    text = "Kantor {{ daerah.istilah.desa }} di {{ daerah.nama }}.\n"
    source = replace(page, segments=(replace(page.segments[0], text=text),))
    composer = PageComposer(registry.facts, of_marks=True)
    policy = FactPolicy(registry.facts, DAY, registry.campaign.ask, published=False)
    first = composer.compose(source, {"nama": "Ambang", "istilah": TERMS, "domain": None}, policy)
    again = composer.compose(source, other, policy)
    assert said in again.html
    assert (again is first) == is_taken
