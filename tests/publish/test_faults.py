"""Whatever happens in the middle of a publication, each site is one whole edition. tests/full has the counts."""

from __future__ import annotations

import errno
import random
from pathlib import Path

import pytest

from selebaran.cli.language import Speaker
from selebaran.cli.unwritable import told_without_trace
from tests.publish.faults import (
    ACTS,
    begin,
    copied,
    faults_in,
    killed_after,
    publish_for_ever,
    reading,
    try_errors,
    try_kills,
)

SOME = {"a new release": range(1, 200, 11), "one back": range(1, 200, 2), "from folder to link": range(3, 200, 17)}
"""The calls at which each is killed here; tests/full kills at every one."""


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("rilis") / "dist"
    begin(out)
    return out


@pytest.mark.parametrize("act", ACTS)
def test_a_kill_at_a_call_leaves_whole_sites_and_the_next_build_goes_on(act: str, begun: Path, tmp_path: Path) -> None:
    assert try_kills(begun, tmp_path / "dist", ACTS[act], SOME[act]) >= 5


def test_kills_at_any_moment_leave_whole_sites_and_a_reader_sees_nothing_of_them(begun: Path, tmp_path: Path) -> None:
    out, chosen = copied(begun, tmp_path / "dist"), random.Random(24)
    with reading(out) as reader:
        for kill in range(15):
            killed_after(chosen.uniform(0.002, 0.06), lambda out, at=kill: publish_for_ever(out, 10 + at * 7), out)
            assert faults_in(out) == [], kill
    assert reader.bad == []
    assert reader.reads > 10


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO, errno.EACCES, errno.EROFS], ids=errno.errorcode.get)
def test_an_error_at_a_call_is_told_in_a_sentence_and_leaves_whole_sites(
    number: int, begun: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = copied(begun, tmp_path / "dist")
    errors = list(try_errors(out, ACTS["a new release"], number, range(1, 200, 3)))
    assert len(errors) > 5
    for error in errors:
        with pytest.raises(SystemExit) as end, told_without_trace(Speaker(), out):
            raise error
        first, second = capsys.readouterr().err.splitlines()
        assert end.value.code == 3
        assert first.startswith(f"tidak dapat menulis ke '{out}")
        assert second.startswith("  saran: ")
