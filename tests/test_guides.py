"""Guides are followed: a short one here, all in tests/full; and what isn't run is told, with a reason."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from tests.guides.follow import Follower
from tests.guides.pages import REASONS, Block, blocks
from tests.guides.project import laid
from tests.test_docs import FRONT, GUIDE, GUIDES


@pytest.fixture
def follower(tmp_path: Path) -> Follower:
    return Follower(laid(tmp_path))


def block(text: str, told: str = "", language: str = "sh") -> Block:
    return Block("contoh.md:1", language, text, told, "")


def test_what_a_form_sends_is_taken_in_as_its_guide_shows(follower: Follower) -> None:
    shown = list(blocks(GUIDE / "formulir.md"))
    follower.lay(shown)
    for one in shown:
        follower.follow(one)
    schedule = (follower.project / "districts" / "kab-contoh" / "jadwal.yml").read_text("utf-8")
    assert "Pos di pasar" in schedule


@pytest.mark.parametrize(
    ("command", "told", "shown"),
    [
        ("selebaran facts tidak-ada", "", ""),
        ("echo 3 fakta", "", "4 fakta"),
        ("false", "keluar 2", ""),
        ("echo satu; echo dua", "", "dua\n…\nsatu"),
    ],
)
def test_a_document_that_promises_what_is_not_so_is_found(
    follower: Follower, command: str, told: str, shown: str
) -> None:
    with pytest.raises(AssertionError):
        follower.follow(block(command, told))
        follower.follow(block(shown, language="text"))


def test_what_is_not_run_has_one_of_few_reasons_and_is_told() -> None:
    left_out = Counter(one.not_run for path in (*FRONT, *GUIDES) for one in blocks(path) if one.not_run)
    run = sum(one.language == "sh" and not one.not_run for path in (*FRONT, *GUIDES) for one in blocks(path))
    print(f"{run} blocks of commands are run; left out: {dict(left_out)}")
    assert set(left_out) == set(REASONS)
    assert sum(left_out.values()) < run / 3
