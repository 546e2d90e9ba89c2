"""What is made before any district, for all of them, changes none of them."""

from __future__ import annotations

from selebaran.compose.edition import Composer
from selebaran.model.registry import Registry
from tests.conftest import DAY, LONGEST


def test_what_was_prepared_for_none_changes_no_district(registry: Registry, composer: Composer) -> None:
    prepared = Composer(registry)
    prepared.prepare(DAY, published=False)
    made = prepared.compose(LONGEST, as_of=DAY, profiles=())
    assert made == composer.compose(LONGEST, as_of=DAY, profiles=())
