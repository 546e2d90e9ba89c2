"""The figures of the dialect in the documents are those that the script counts."""

from __future__ import annotations

import pytest

from scripts.dialect import HEAD, beside, in_project
from tests.conftest import ROOT

DOCUMENT = (ROOT / "docs" / "engineering" / "own-text.md").read_text("utf-8")
SHARED = ROOT.parent / "shared"


def test_the_documents_give_the_figures_of_today() -> None:
    assert HEAD in DOCUMENT
    for figure in in_project():
        assert figure.row() in DOCUMENT
        assert figure.wrong.total() == 0


def test_a_name_that_a_rule_would_take_for_a_list_is_counted() -> None:
    from scripts.dialect import words

    assert words("x", ["- Nama"]).wrong["daftar"] > 0
    assert words("x", ["*Nama*"]).wrong["tebal"] > 0


@pytest.mark.skipif(not (SHARED / "sources").is_dir(), reason="texts that are not part of the project")
def test_so_are_those_of_texts_beside_the_project() -> None:
    for figure in beside(SHARED):
        assert figure.row() in DOCUMENT
