"""What is claimed of how clear the pages are: all are scored, scores add up, and quotations stand in the pages."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest

from selebaran.compose.edition import Composer
from selebaran.model.own_text import OwnText
from selebaran.model.page import ComposedPage
from selebaran.model.registry import Registry
from tests.as_typed import as_typed
from tests.conftest import ROOT
from tests.test_content import ADDRESSES, FOR_STAFF, FULL, LIVES, OFFICE

SCORED = {*ADDRESSES, *OFFICE, "k"}
KEY = {"gawat-darurat", "daftar", "berobat", "bayi-baru-lahir", "iuran", "pbi-tidak-aktif", "tunggakan"}
KEY |= {"segmen", "tidak-mampu", "cek-status"}
"""The ten pages on which most depends."""
SCORES = ROOT / "docs" / "engineering" / "clear-communication.md"


@pytest.fixture(scope="module")
def shared(registry: Registry) -> dict[str, ComposedPage]:
    """The pages with a district's data that nobody overrides."""
    folder = replace(registry.districts[FULL], own=OwnText())
    edition = Composer(replace(registry, districts={**registry.districts, FULL: folder})).compose(
        FULL, as_of=date(2026, 11, 22), profiles=()
    )
    return {page.slug: page for page in edition.pages}


@pytest.mark.parametrize(
    "table", ["CDC Clear Communication Index", "PEMAT-P: understandability", "PEMAT-P: actionability"]
)
def test_the_scores_of_all_pages_add_up(table: str) -> None:
    text = SCORES.read_text("utf-8").split(f"## {table}\n")[1].split("\n## ")[0]
    rows = [[cell.strip() for cell in row.split("|")[1:-1]] for row in re.findall(r"^\|.+\|$", text, re.M)]
    scores = {row[0]: row[1:] for row in rows if row[0] in SCORED}
    # nobody has scored these by PEMAT, as the text says
    unread = {"k", *LIVES, *OFFICE, *FOR_STAFF} if "PEMAT" in table else set()
    assert scores.keys() == SCORED - unread
    for slug, (*marks, percent) in scores.items():
        assert set(marks) <= {"y", "n", "–"}, slug
        assert percent == f"{100 * marks.count('y') / (len(marks) - marks.count('–')):.0f}", slug


def test_every_no_has_a_reason() -> None:
    text = SCORES.read_text("utf-8")
    noes = set()
    for table in text.split("\n## ")[1:]:
        rows = [[cell.strip() for cell in row.split("|")[1:-1]] for row in re.findall(r"^\|.+\|$", table, re.M)]
        heads = next((row for row in rows if row[0] == "page"), [])
        for row in rows:
            if row[0] in SCORED and len(row) == len(heads):
                noes |= {(row[0], head) for head, mark in zip(heads, row, strict=True) if mark == "n"}
    reasons = re.findall(r"^- \*\*([\w, -]+)\*\* \(([CP\d, ]+)\): .+", text, re.M)
    given = {(slug, item) for slugs, items in reasons for slug in slugs.split(", ") for item in items.split(", ")}
    assert noes == given


def test_every_quoted_sentence_stands_in_its_page(shared: dict[str, ComposedPage]) -> None:
    quoted = 0
    for slug, chapter in readings().items():
        plain = " ".join(re.sub(r"\*\*|\[([^]]*)\]\([^)]*\)", r"\1", as_typed(shared[slug].html)).split())
        for sentence in re.findall(r"^\| C\d+ (?:\| [yn] )+\| (?![yn] \|)([^(].*) \|$", chapter, re.M):
            assert [one for one in sentence.split(" · ") if one not in plain] == [], slug
            quoted += 1
    assert quoted > 500


def readings() -> dict[str, str]:
    """Each page's answers to the Index, with their sentences."""
    text = SCORES.with_name("cdc-index.md").read_text("utf-8")
    return {chapter.split(":")[0]: chapter for chapter in text.split("\n## ")[1:]}


def test_every_page_is_read_and_its_score_is_that_of_the_lower_answers() -> None:
    found, short = readings(), []
    assert found.keys() == SCORED
    table = dict(re.findall(r"^\| ([\w-]+) \|.+\| (\d+) \|$", SCORES.read_text("utf-8").split("\n## PEMAT")[0], re.M))
    for slug, chapter in found.items():
        answers = re.findall(r"^\| C\d+ ((?:\| [yn] )+)\|", chapter, re.M)
        score = f"{100 * sum('n' not in answer for answer in answers) / len(answers):.0f}"
        assert [chapter.split("\n")[0], table[slug]] == [f"{slug}: {score}", score]
        short += [slug] if int(score) < (90 if slug in KEY else 85) else []
    assert short == []
