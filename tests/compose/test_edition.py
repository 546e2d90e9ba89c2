"""What is made before any district, for all of them, changes none of them and takes nothing from one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

import pytest

from selebaran.compose.edition import Composer
from selebaran.model.registry import DistrictFolder, Registry
from selebaran.publish.plan import PROFILES
from tests.conftest import DAY, DEMO, LONGEST


class Closed(Mapping[str, DistrictFolder]):
    """Districts that nobody may look at."""

    def __getitem__(self, slug: str) -> DistrictFolder:
        pytest.fail(f"{slug} was looked at")

    def __iter__(self) -> Iterator[str]:
        pytest.fail("districts were listed")

    def __len__(self) -> int:
        pytest.fail("districts were counted")


def test_what_was_prepared_for_none_changes_no_district(registry: Registry, composer: Composer) -> None:
    prepared = Composer(registry)
    prepared.prepare(DAY, published=False)
    made = prepared.compose(LONGEST, as_of=DAY, profiles=())
    assert made == composer.compose(LONGEST, as_of=DAY, profiles=())


def test_what_is_prepared_for_all_takes_nothing_from_a_district(registry: Registry) -> None:
    pages = Composer(replace(registry, districts=Closed())).prepare(DAY, published=False)
    assert {page.slug for page in pages} >= {page.slug for page in registry.pages}


def test_pages_that_read_nothing_of_their_district_are_composed_once(registry: Registry) -> None:
    composer = Composer(registry)
    kept = [page for page in composer.prepare(DAY, published=False) if not page.usage.fields]
    there = {page.slug: page for page in composer.compose(LONGEST, as_of=DAY, profiles=()).pages}
    same = [page for page in kept if there[page.slug].html is page.html]
    assert len(same) > len(kept) / 2  # some show a drawing of the province


def test_a_piece_composed_alone_is_the_one_of_the_whole_edition(registry: Registry, composer: Composer) -> None:
    asked = dict.fromkeys(registry.when_asked, PROFILES)
    whole = composer.compose(DEMO, as_of=DAY, profiles=PROFILES, asked=asked)
    for there in whole.outcomes[::6]:  # the text that all have in common is the same
        alone, _ = composer.sheet(DEMO, there.name, as_of=DAY, profiles=PROFILES, asked=asked)
        assert alone is not None
        assert (alone.made, alone.edition, alone.until) == (there.made, there.edition, there.until)
    assert composer.sheet(DEMO, "lembar-lupa", as_of=DAY, profiles=PROFILES)[0] is None
