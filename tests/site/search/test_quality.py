"""What residents type finds the right pages: the measure, in a real browser."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser

from tests.site.search.conftest import queries
from tests.site.search.measure import asked, figures, ranks

FILES = ("queries.yml", "queries_held_out.yml")
UNSEEN = "queries_unseen.yml"
"""Queries by kind, of which nothing is known but their sums."""
SPOKEN, KINDS, TYPED = "queries_spoken.yml", "queries_kinds.yml", "queries_typed.yml"
FRESH, LAST = "queries_fresh.yml", "queries_last.yml"
"""Queries as they are said, by kind, and as they are typed, by which the search was tuned."""
ONCE = "queries_once.yml"
"""Such as it never was."""
AT_LEAST = {
    SPOKEN: (0.95, 0.85),
    KINDS: (0.95, 0.85),
    TYPED: (0.95, 0.83),
    FRESH: (0.92, 0.80),
    LAST: (0.95, 0.80),
    ONCE: (0.95, 0.80),
}
"""The recall in the first three and in the first alone: it may not fare worse."""
FIRST_ALONE = 0.80
GROUPS = ("exact", "affixed", "typo", "synonym", "question")
RECALL, GROUP_RECALL, MRR = 0.95, 0.90, 0.85


@pytest.fixture(scope="module")
def rank_of(browser: Browser, address: str) -> dict[str, int]:
    """The rank of the first right page of every query."""
    page = browser.new_page()
    page.goto(address)
    joined = {
        f"{name} {group}": entries for name in (*FILES, UNSEEN, *AT_LEAST) for group, entries in queries(name).items()
    }

    def search(texts: list[str]) -> list[list[str]]:
        return [[items[0]["location"] for items in pages] for pages in asked(page, texts)]

    found = ranks(joined, search)
    page.close()
    return found


def test_there_are_enough_queries_of_each_kind_and_a_third_is_held_out() -> None:
    tuned, held = (queries(name) for name in FILES)
    counts = [sum(len(group) for group in each.values()) for each in (tuned, held)]
    assert sum(counts) >= 120
    assert counts[1] * 3 >= sum(counts) - 2
    assert tuple(tuned) == tuple(held) == GROUPS
    texts = [entry["q"] for each in (tuned, held) for group in each.values() for entry in group]
    assert len(set(texts)) == len(texts)


def test_the_right_page_is_among_the_first_three(
    rank_of: dict[str, int], record_property: Callable[[str, object], None]
) -> None:
    groups = {group: [entry for name in FILES for entry in queries(name)[group]] for group in GROUPS}
    found = figures(groups, rank_of)
    for name in FILES:
        alone = figures(queries(name), rank_of)["all"]
        record_property("angka", f"search, {name}: recall@3 {alone.recall:.3f}, MRR {alone.mrr:.3f} ({alone.count})")
    for name, one in found.items():
        record_property("angka", f"search, {name}: recall@3 {one.recall:.3f}, MRR {one.mrr:.3f} ({one.count})")
    missed = [text for text, rank in rank_of.items() if not 0 < rank <= 3]
    assert found["all"].recall >= RECALL, missed
    assert found["all"].mrr >= MRR
    assert all(one.recall >= GROUP_RECALL for one in found.values()), found


def test_the_held_out_queries_alone_do_as_well(rank_of: dict[str, int]) -> None:
    alone = figures(queries("queries_held_out.yml"), rank_of)["all"]
    assert alone.recall >= RECALL
    assert alone.mrr >= MRR


def test_queries_of_all_kinds_that_nothing_was_tuned_by_do_as_well(
    rank_of: dict[str, int], record_property: Callable[[str, object], None]
) -> None:
    found = figures(queries(UNSEEN), rank_of)
    for name, one in found.items():
        record_property("angka", f"search, unseen {name}: recall@3 {one.recall:.3f}, MRR {one.mrr:.3f} ({one.count})")
    ranks = [rank_of[entry["q"]] for group in queries(UNSEEN).values() for entry in group]
    assert found["all"].recall >= RECALL
    assert sum(rank == 1 for rank in ranks) / len(ranks) >= FIRST_ALONE


@pytest.mark.parametrize("name", AT_LEAST)
def test_queries_of_other_kinds_find_their_pages(
    rank_of: dict[str, int], record_property: Callable[[str, object], None], name: str
) -> None:
    recall, first = AT_LEAST[name]
    one = figures(queries(name), rank_of)["all"]
    ranks = [rank_of[entry["q"]] for group in queries(name).values() for entry in group]
    alone = sum(rank == 1 for rank in ranks) / len(ranks)
    record_property("angka", f"search, {name}: recall@3 {one.recall:.3f}, first {alone:.3f} ({one.count})")
    assert one.recall >= recall
    assert alone >= first


def test_every_page_that_is_expected_exists(rank_of: dict[str, int], address: str, browser: Browser) -> None:
    page = browser.new_page()
    page.goto(address)
    expected = sorted(
        {
            slug
            for name in (*FILES, *AT_LEAST)
            for group in queries(name).values()
            for entry in group
            for slug in entry["pages"]
        }
    )
    missing = page.evaluate(
        "async (slugs) => (await Promise.all(slugs.map(async (s) => [s, (await fetch(s + '/')).ok])))"
        ".filter(([, ok]) => !ok).map(([s]) => s)",
        expected,
    )
    page.close()
    assert missing == []
