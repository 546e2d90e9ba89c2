"""The script that sends releases; tests/full lets it run."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from selebaran.publish.serving.hosts import Hosts, Site
from selebaran.publish.serving.rsync import rsync_files
from selebaran.publish.serving.where import NotWritable
from tests.publish.small import HOST, publish

HOSTS = Hosts((Site(HOST, f"situs/{HOST}"), Site("belum.example", "situs/belum.example")))


def test_nothing_is_removed_before_the_links_are_there(tmp_path: Path) -> None:
    publish(tmp_path, {"index.html": "ada"})
    text = rsync_files(tmp_path, HOSTS, "petugas@server.example:/srv/dist")["kirim.sh"]
    steps = [line for line in text.splitlines() if line.startswith("rsync")]
    assert [("--delete" in step, f"./situs/{HOST}" in step) for step in steps] == [
        (False, False),
        (False, True),
        (True, False),
    ]
    assert "belum.example" not in text


def test_odd_letters_in_places_stay_letters(tmp_path: Path) -> None:
    out = tmp_path / "dist '$(touch celaka)'"
    out.mkdir()
    publish(out, {"index.html": "ada"})
    text = rsync_files(out, HOSTS, "server:/srv/'; touch celaka #")["kirim.sh"]
    places = "".join(line + "\n" for line in text.splitlines() if line.startswith(("cd ", "ke=")))
    done = subprocess.run(
        ["sh", "-c", f'{places}pwd; echo "$ke"'], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines() == [str(out), "server:/srv/'; touch celaka #"]
    assert not (tmp_path / "celaka").exists()


def test_a_place_on_this_computer_is_where_the_command_stands_not_the_output(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(tmp_path / "dist", {"index.html": "ada"})
    monkeypatch.chdir(tmp_path)
    assert f"ke={tmp_path}/web\n" in rsync_files(tmp_path / "dist", HOSTS, "web/")["kirim.sh"]
    with pytest.raises(NotWritable):
        rsync_files(tmp_path / "dist", HOSTS, "-e touch:x")


def test_sites_that_are_plain_folders_have_no_script(tmp_path: Path) -> None:
    publish(tmp_path, {"index.html": "ada"}, layout="copy")
    assert rsync_files(tmp_path, HOSTS, "server:/srv") == {}
