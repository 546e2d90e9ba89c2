"""A folder for what isn't finished goes, whenever somebody asks the program to end."""

from __future__ import annotations

import os
import signal
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest

from selebaran.jobs import unfinished as module
from selebaran.jobs.unfinished import unfinished


def interrupted(function: Callable[..., str | None], *, first: bool) -> Callable[..., str | None]:
    """A function beside which Ctrl-C is pressed, before it or after it."""

    def both(*arguments: object, **more: object) -> str | None:
        if first:
            os.kill(os.getpid(), signal.SIGINT)
        result = function(*arguments, **more)
        os.kill(os.getpid(), signal.SIGINT)
        return result

    return both


def test_what_was_made_in_it_is_put_elsewhere_or_gone(tmp_path: Path) -> None:
    with unfinished(tmp_path) as folder:
        (folder / "halaman.html").write_text("baru", "utf-8")
        (folder / "halaman.html").rename(tmp_path / "halaman.html")
    assert [path.name for path in tmp_path.iterdir()] == ["halaman.html"]


@pytest.mark.parametrize("first", [True, False], ids=["sebelum", "sesudah"])
@pytest.mark.parametrize("where", [(tempfile, "mkdtemp"), (module, "discard")], ids=["saat dibuat", "saat dibuang"])
def test_ctrl_c_leaves_nothing(
    where: tuple[object, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, first: bool
) -> None:
    monkeypatch.setattr(*where, interrupted(getattr(*where), first=first))
    with pytest.raises(KeyboardInterrupt), unfinished(tmp_path) as folder:
        assert folder.is_dir()
    assert list(tmp_path.iterdir()) == []
