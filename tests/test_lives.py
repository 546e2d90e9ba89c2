"""Pages of a life or a need: each rests on facts, and its ways end at blocks that are told elsewhere already."""

from __future__ import annotations

import re

import pytest

from selebaran.model.page import PageSource
from selebaran.model.registry import Registry
from tests.conftest import ROOT
from tests.test_content import LIVES


@pytest.fixture(scope="module")
def texts(registry: Registry) -> dict[str, str]:
    """The source of each shared page, as it is typed."""
    return {page.slug: "\n".join(segment.text for segment in page.segments) for page in registry.pages}


def blocks_of(pages: tuple[PageSource, ...]) -> set[str]:
    """The parts that a link may lead to, as pages and lists name them: daftar#syarat."""
    return {f"{page.slug}#{segment.block}" for page in pages for segment in page.segments}


@pytest.mark.parametrize("slug", LIVES)
def test_a_page_of_a_life_rests_on_facts_of_the_register(slug: str, texts: dict[str, str], registry: Registry) -> None:
    named = re.findall(r"\{ fakta\.(\w+)", texts[slug])
    said = {*re.findall(r'"([A-Z]{3,4}-\d\d)"', texts[slug]), *(registry.facts.by_name[name][0].id for name in named)}
    assert len(said) >= 4


@pytest.mark.parametrize("slug", LIVES)
def test_the_ways_of_a_life_end_at_what_other_pages_tell(slug: str, texts: dict[str, str], registry: Registry) -> None:
    leaves = {f"{page}#{block}" for page, block in re.findall(r"\]\(([\w-]+)\.md#([\w-]+)\)", texts[slug])}
    assert len(leaves) >= 3
    assert leaves <= blocks_of(registry.pages)


def test_all_47_elements_of_outreach_have_a_place_or_a_reason(registry: Registry) -> None:
    text = (ROOT / "docs" / "engineering" / "coverage.md").read_text("utf-8")
    rows = [row.split(" | ") for row in re.findall(r"^\| (\d+ \| .+) \|$", text, re.M)]
    assert [int(row[0]) for row in rows] == list(range(1, 48))
    assert all(len(row) == 4 and len(row[2] + row[3]) > 5 for row in rows)
    assert set(re.findall(r"`([\w-]+#[\w-]+)`", text)) <= blocks_of(registry.pages)
    assert all((ROOT / named).is_dir() for named in re.findall(r"`(printables/[\w-]+)`", text))
    assert all(f"`{slug}#" in text for slug in LIVES)
    assert re.findall(r"\bopen\b", text.split("## Elements")[1]) == []


def test_what_is_not_done_stands_with_its_reason_in_readme_too(registry: Registry) -> None:
    text, readme = ((ROOT / name).read_text("utf-8") for name in ("docs/engineering/coverage.md", "README.md"))
    refused = [named.split(", ") for named in re.findall(r"not done: ([\w, ]+) \(", text)]
    assert len(refused) == 3
    assert [one for several in refused for one in several if one not in readme] == []
    rows = [row for row in re.findall(r"^\|.+\|$", text, re.M) if "not wanted: " in row]
    assert [row for row in rows if row.split("not wanted: ")[1].rstrip(" |") not in " ".join(readme.split())] == []


@pytest.mark.parametrize("slug", LIVES)
def test_a_page_of_a_life_is_read_in_three_minutes(slug: str, texts: dict[str, str]) -> None:
    """At 180 words a minute, as somebody reads who reads seldom. What templates and links are made of isn't read."""
    read = re.sub(r"{{.*?}}|{%.*?%}|{#.*?}|\]\(.*?\)", " ", texts[slug])
    assert 200 < len(re.findall(r"\w+", read)) <= 3 * 180


def test_every_life_has_a_sheet_or_a_reason(registry: Registry) -> None:
    text = (ROOT / "docs" / "engineering" / "coverage.md").read_text("utf-8")
    table = text.split("## Lives and needs")[1].split("What these pages")[0]
    rows = [row.split(" | ") for row in re.findall(r"^\| (.+) \|$", table, re.M)][1:]
    targets = {piece.name: piece.spec.target for piece in registry.pieces}
    for _, where, sheet in rows:
        pages = set(re.findall(r"`([\w-]+)#", where))
        named = re.findall(r"`printables/([\w-]+)`", sheet)
        assert re.match(r"none: \w", sheet) or {targets[name] for name in named} & pages, where
