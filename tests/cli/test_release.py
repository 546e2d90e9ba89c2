"""`selebaran release`: what there is, back to an older one, whether all is whole, and what nobody needs."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple, get_args

import pytest

from selebaran.cli.main import main
from selebaran.cli.shared_options import LAYOUTS
from selebaran.publish.layout import site_of, store_of
from selebaran.publish.releases import Layout, current
from tests.conftest import BASE
from tests.publish.small import files_of, publish

HOST = "dinkesuji.example"


class Done(NamedTuple):
    code: int
    out: str
    err: str


class Command:
    """`selebaran release …` on an output with two releases of kab-uji."""

    def __init__(self, out: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.out, self._capsys = out, capsys
        self.made = [publish(out, {"index.html": f"nomor {number}"}, HOST) for number in range(2)]

    def __call__(self, *arguments: str) -> Done:
        code = 0
        try:
            main(["release", *arguments, "--root", str(BASE), "--out", str(self.out)])
        except SystemExit as end:
            code = int(end.code or 0)
        return Done(code, *self._capsys.readouterr())


@pytest.fixture
def release(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Command:
    return Command(tmp_path, capsys)


def test_the_list_has_the_current_one_first_with_a_mark(release: Command) -> None:
    rows = [line.split() for line in release("list").out.splitlines()]
    assert [(row[0], row[1], row[-1]) for row in rows] == [
        (HOST, f"{release.made[1][:8]}*", "terbit"),
        (HOST, release.made[0][:8], "terbit"),
    ]


def test_going_back_by_slug_and_by_host(release: Command) -> None:
    done = release("rollback", "kab-uji")
    assert (done.code, done.out) == (0, f"terpasang: {HOST} {release.made[0][:8]}\n")
    assert files_of(site_of(release.out, HOST)) == {"index.html": "nomor 0"}
    assert release("rollback", HOST, release.made[1]).code == 0
    assert current(release.out, HOST) == release.made[1]


def test_what_is_not_there_ends_with_code_2_and_says_what_may_be_meant(release: Command) -> None:
    assert "lihat yang ada: selebaran release list kab-uji" in release("rollback", "kab-uji", "0000").err
    wrong = release("rollback", "kab-ujii")
    assert (wrong.code, wrong.err) == (2, "tidak ada rilis dari 'kab-ujii'; maksudnya 'kab-uji'?\n")


def test_damage_is_told_line_by_line_and_ends_with_code_1(release: Command) -> None:
    assert release("verify") == Done(0, "utuh: 1 situs\n", "")
    (site_of(release.out, HOST) / "index.html").unlink()
    done = release("verify")
    assert done.code == 1
    assert f".rilis/{HOST}/{release.made[1]}/index.html: hilang\n" in done.err
    assert "saran: bangun lagi daerahnya" in done.err


def test_an_older_release_that_is_damaged_is_not_made_current(release: Command) -> None:
    (store_of(release.out) / HOST / release.made[0] / "index.html").unlink()
    done = release("rollback", "kab-uji")
    assert done.code == 1
    assert "rilis itu rusak, jadi tidak dipasang" in done.err
    assert current(release.out, HOST) == release.made[1]


def test_what_nobody_needs_is_counted(release: Command) -> None:
    stray = store_of(release.out) / ".gudang" / "ab" / ("c" * 62)
    stray.parent.mkdir(exist_ok=True)
    stray.write_bytes(bytes(1_500_000))
    assert release("gc").out == "dibuang: 0 rilis, 1 berkas, 1,5 MB\n"
    assert release("gc", "--lang", "en").out == "removed: 0 releases, 0 files, 0.0 MB\n"


def test_without_an_output_every_command_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for command in (["list"], ["verify"], ["gc"], ["rollback", "kab-uji"]):
        with pytest.raises(SystemExit) as end:
            main(["release", *command, "--root", str(BASE), "--out", str(tmp_path / "tiada")])
        assert end.value.code == 3
        assert "bangun dulu" in capsys.readouterr().err


def test_the_layouts_that_can_be_asked_for_are_those_that_there_are() -> None:
    assert get_args(Layout) == LAYOUTS
