"""The two guides that lead from nothing to a printed poster are followed once as they are written."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pypdfium2
import pytest

from tests.conftest import ROOT

STEP = re.compile(r"(?:`([\w-]+/[\w./-]+)`:?\n\n)?^```(\w+)\n(.*?)^```$", re.M | re.S)
"""A block of code, and the name of the file that stands before it, where it is one."""


class Follower:
    """Does what a guide says, in its order: writes files, runs commands, and compares what these print."""

    def __init__(self, folder: Path) -> None:
        self.at = folder
        self.said = ""

    def follow(self, text: str) -> None:
        for file, language, block in STEP.findall(text):
            if language == "sh":
                self.said = "".join(map(self.run, block.splitlines()))
            elif language == "text":
                assert re.fullmatch(re.escape(block).replace("…", ".+"), self.said), self.said
            else:
                assert file, block
                (self.at / file).parent.mkdir(parents=True, exist_ok=True)
                (self.at / file).write_text(block, "utf-8")

    def run(self, command: str) -> str:
        if command.startswith("cd "):
            self.at /= command.removeprefix("cd ")
            (self.at / ".cache").symlink_to(ROOT / ".cache")
            return ""
        path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
        done = subprocess.run(
            ["sh", "-c", command],
            cwd=self.at,
            env={**os.environ, "PATH": path},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def poster(self, name: str) -> str:
        """The text of the poster that the guide names; it is one page of A4."""
        with pypdfium2.PdfDocument(self.at / name) as poster:
            assert [[round(side / 72 * 25.4) for side in page.get_size()] for page in poster] == [[210, 297]]
            return " ".join(poster[0].get_textpage().get_text_bounded().split())


@pytest.fixture
def follower(tmp_path: Path) -> Follower:
    (ROOT / ".cache").mkdir(exist_ok=True)
    return Follower(tmp_path)


def named_poster(text: str) -> str:
    [name] = set(re.findall(r"`(dist/\S+\.pdf)`", text))
    return str(name)


def test_staff_come_from_nothing_to_a_printed_poster(follower: Follower) -> None:
    guide = (ROOT / "docs" / "panduan" / "kampanye.md").read_text("utf-8")
    text = guide[guide.index("\n## Kampanye baru\n") : guide.index("\n## Isi kampanye.yml\n")]
    follower.follow(text)
    printed = follower.poster(named_poster(text))
    assert "Ulangi tiap 7 hari." in printed
    assert "Kuras bak mandi. Sikat juga dindingnya." in printed
    assert "sabun" not in " ".join(path.read_text("utf-8") for path in follower.at.glob("content/*.md"))


def test_an_engineer_comes_from_an_empty_folder_to_a_printed_poster(follower: Follower) -> None:
    text = (ROOT / "docs" / "engineering" / "another-campaign.md").read_text("utf-8")
    (follower.at / ".cache").symlink_to(ROOT / ".cache")
    follower.follow(text)
    assert "Telepon 0000-0200. Posko memberi tahu jadwalnya." in follower.poster(named_poster(text))
