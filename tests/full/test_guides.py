"""Every command of the guides and front pages is run once, in the order in which it is read, and says what is shown."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.guides.follow import Follower
from tests.guides.office import BEFORE, PREPARED
from tests.guides.pages import blocks
from tests.guides.project import laid
from tests.test_docs import FRONT, GUIDES

COMMANDS = [path for path in (*FRONT, *GUIDES) if any(block.language == "sh" for block in blocks(path))]


@pytest.mark.parametrize("path", COMMANDS, ids=lambda path: path.name)
def test_a_document_is_followed_from_top_to_bottom(path: Path, tmp_path: Path) -> None:
    project = tmp_path / "proyek"
    project.mkdir()
    follower = Follower(laid(project), BEFORE.get(path.name, {}))
    PREPARED.get(path.name, lambda project: None)(project)
    shown = list(blocks(path))
    follower.lay(shown)
    for block in shown:
        follower.follow(block)
    if follower.done["written"]:
        assert "error[" not in follower.run("selebaran check || true", shown[-1])
    print(dict(follower.done))
