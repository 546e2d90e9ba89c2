"""The two guides that lead from nothing to a printed poster are followed once as they are written."""

from __future__ import annotations

import re
from pathlib import Path

import pypdfium2
import pytest

from tests.conftest import ROOT
from tests.guides.follow import Follower
from tests.guides.pages import blocks_of


def poster(file: Path) -> str:
    """The text of a poster that is one page of A4."""
    with pypdfium2.PdfDocument(file) as document:
        assert [[round(side / 72 * 25.4) for side in page.get_size()] for page in document] == [[210, 297]]
        return " ".join(document[0].get_textpage().get_text_bounded().split())


@pytest.fixture
def follower(tmp_path: Path) -> Follower:
    (ROOT / ".cache").mkdir(exist_ok=True)
    (tmp_path / ".cache").symlink_to(ROOT / ".cache")
    return Follower(tmp_path)


def named_poster(text: str) -> str:
    [name] = set(re.findall(r"`(dist/\S+\.pdf)`", text))
    return str(name)


def test_staff_come_from_nothing_to_a_printed_poster(follower: Follower) -> None:
    guide = (ROOT / "docs" / "panduan" / "kampanye.md").read_text("utf-8")
    text = guide[guide.index("\n## Kampanye baru\n") : guide.index("\n## Isi kampanye.yml\n")]
    for block in blocks_of(text, "kampanye.md"):
        follower.follow(block)
    printed = poster(follower.at / named_poster(text))
    assert "Ulangi tiap 7 hari." in printed
    assert "Kuras bak mandi. Sikat juga dindingnya." in printed
    assert "sabun" not in " ".join(path.read_text("utf-8") for path in follower.at.glob("content/*.md"))


def test_an_engineer_comes_from_an_empty_folder_to_a_printed_poster(follower: Follower) -> None:
    text = (ROOT / "docs" / "engineering" / "another-campaign.md").read_text("utf-8")
    for block in blocks_of(text, "another-campaign.md"):
        follower.follow(block)
    assert "Telepon 0000-0200. Posko memberi tahu jadwalnya." in poster(follower.at / named_poster(text))
