"""The sheets for the screen, before a checker of PDF/UA-1 (ISO 14289-1) that is not ours."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pdfua
import pikepdf
import pytest

from tests.conftest import DEMO, LONGEST, SHORT

UNREAD = "UA-14-001"
"""A rule of pdfua 0.1.3 that stops at a number of pikepdf 10: heads must not skip a level. It is checked here."""


@pytest.fixture(params=(DEMO, SHORT, LONGEST))
def sheets(request: pytest.FixtureRequest, dist: Path, hosts: dict[str, str]) -> list[Path]:
    found = sorted((dist / hosts[request.param] / "unduh").glob("*/*-layar.pdf"))
    assert len(found) >= 4
    return found


def test_every_rule_of_the_checker_is_kept(sheets: list[Path]) -> None:
    for path in sheets:
        report = pdfua.validate(str(path))
        assert [(finding.rule_id, finding.message) for finding in report.findings] == [], path.name
        assert {outcome.rule_id for outcome in report.outcomes if outcome.skipped} <= {UNREAD}, path.name
        assert len(report.outcomes) >= 12


def test_the_checker_finds_what_is_missing(sheets: list[Path], tmp_path: Path) -> None:
    with pikepdf.open(sheets[0]) as document:
        del document.Root.Lang
        document.save(tmp_path / "bisu.pdf")
    assert pdfua.validate(str(tmp_path / "bisu.pdf")).findings


def test_no_head_skips_a_level(sheets: list[Path]) -> None:
    for path in sheets:
        with pikepdf.open(path) as document:
            levels = [int(kind[2:]) for kind in kinds(document.Root.StructTreeRoot) if re.fullmatch("/H[1-6]", kind)]
        assert levels[:1] == [1], path.name
        assert [deeper for above, deeper in pairwise(levels) if deeper > above + 1] == [], path.name


def test_each_head_of_a_table_says_of_what(sheets: list[Path]) -> None:
    scopes = set()
    for path in sheets:
        with pikepdf.open(path) as document:
            scopes |= {str(head.A.Scope) for head in elements(document.Root.StructTreeRoot) if head.get("/S") == "/TH"}
    assert "/Column" in scopes
    assert scopes <= {"/Column", "/Row"}


def kinds(element: Any) -> list[str]:
    """What the elements of a structure are, in reading order."""
    return [str(found.get("/S", "")) for found in elements(element)]


def elements(element: Any) -> Iterator[Any]:
    """A structure element and all below it, in reading order."""
    yield element
    below = element.get("/K", [])
    for child in below if isinstance(below, pikepdf.Array) else [below]:
        if isinstance(child, pikepdf.Dictionary) and "/S" in child:
            yield from elements(child)
