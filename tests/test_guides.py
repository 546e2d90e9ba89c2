"""What follows guides finds what isn't so, and tells what it leaves out; all guides are followed in tests/full."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from tests.guides.follow import Follower
from tests.guides.pages import REASONS, Block, blocks
from tests.test_docs import FRONT, GUIDES


@pytest.fixture
def follower(tmp_path: Path) -> Follower:
    return Follower(tmp_path)


def block(text: str, told: str = "", language: str = "sh") -> Block:
    return Block("contoh.md:1", language, text, told, "")


@pytest.mark.parametrize(
    ("command", "told", "shown"),
    [
        ("false", "", ""),
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
