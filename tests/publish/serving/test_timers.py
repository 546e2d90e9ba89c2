"""The daily and the weekly script, let loose on a small repository; units and the table of cron."""

from __future__ import annotations

import configparser
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from selebaran.publish.serving.timers import DAILY, WEEKLY, Machine, cron_files, systemd_files
from selebaran.publish.serving.where import NotWritable

PROGRAM = """#!/bin/sh
case "$*" in
*"--one-line"*) [ -f rusak ] && { echo "penyimpanan penuh" >&2; echo "  saran: kosongkan" >&2; exit 3; }
    mkdir -p districts/_edisi; date +%N > districts/_edisi/kab-uji.yml; echo "Selebaran 2026-11-29: 1 situs terbit." ;;
*"facts due"*) echo "lembar periksa: a.html"; echo "2 fakta harus diperiksa sekarang, 1 dalam 30 hari"; exit 1 ;;
esac
"""
"""In the place of Python: what the scripts call, without the minutes that it takes."""


class Place:
    """A project in git, with the repository that it comes from."""

    def __init__(self, folder: Path) -> None:
        self.project, self.origin = folder / "proyek 'kami'", folder / "asal.git"
        self.git(folder, "init", "--quiet", "--bare", "--initial-branch", "main", str(self.origin))
        self.git(folder, "clone", "--quiet", str(self.origin), str(self.project))
        (self.project / "districts").mkdir()
        (self.project / "districts" / "_daftar.yml").write_text("daerah: []\n", "utf-8")
        self.git(self.project, "add", ".")
        self.git(self.project, "commit", "--quiet", "--message", "awal")
        self.git(self.project, "push", "--quiet", "--set-upstream", "origin", "HEAD:main")
        python = folder / "python"
        python.write_text(PROGRAM, "utf-8")
        python.chmod(0o755)
        out = self.project / "dist"
        self.machine = Machine(
            str(self.project),
            str(out),
            str(out / "laporan"),
            str(python),
            "petugas",
            str(folder),
            str(folder / "kirim.sh"),
        )
        self.folder = folder

    def git(self, at: Path, *arguments: str) -> str:
        who = ("-c", "user.name=Uji", "-c", "user.email=uji@example.org")
        return subprocess.run(["git", *who, *arguments], cwd=at, check=True, capture_output=True, text=True).stdout

    def run(self, name: str) -> subprocess.CompletedProcess[str]:
        who = {
            f"GIT_{role}_{key}": value
            for role in ("AUTHOR", "COMMITTER")
            for key, value in (("NAME", "Uji"), ("EMAIL", "u@e"))
        }
        text = systemd_files(self.machine)[name]
        environment = {"PATH": "/usr/bin:/bin", "HOME": str(self.folder), **who}
        return subprocess.run(["sh", "-c", text], env=environment, capture_output=True, text=True, check=False)


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return Place(tmp_path)


def test_the_daily_script_prints_one_line_and_saves_the_ledger(place: Place) -> None:
    done = place.run(DAILY)
    assert (done.returncode, done.stdout, done.stderr) == (0, "Selebaran 2026-11-29: 1 situs terbit.\n", "")
    assert "Edisi yang terbit" in place.git(place.origin, "log", "--format=%s", "main")


def test_a_build_that_cannot_begin_is_told_in_one_line_too(place: Place) -> None:
    (place.project / "rusak").touch()
    done = place.run(DAILY)
    assert (done.returncode, done.stdout) == (3, "Selebaran: tidak ada yang diterbitkan. penyimpanan penuh\n")


def test_what_git_does_not_take_is_said_behind_it(place: Place) -> None:
    place.origin.rename(place.origin.with_name("hilang"))
    assert place.run(DAILY).stdout == (
        "Selebaran 2026-11-29: 1 situs terbit. Perubahan terbaru tidak terambil dari git. "
        "Catatan edisi belum tersimpan ke git.\n"
    )


def test_what_does_not_reach_the_server_is_said_and_ends_with_a_code(place: Place) -> None:
    Path(place.machine.sender).write_text("exit 12\n", "utf-8")
    done = place.run(DAILY)
    assert (done.returncode, done.stdout) == (3, "Selebaran 2026-11-29: 1 situs terbit. Belum terkirim ke server.\n")


def test_the_weekly_script_says_how_many_facts_are_due(place: Place) -> None:
    done = place.run(WEEKLY)
    assert (done.returncode, done.stdout) == (1, "Selebaran: 2 fakta harus diperiksa sekarang, 1 dalam 30 hari\n")


def test_units_name_the_scripts_and_times_in_jakarta(place: Place) -> None:
    files = systemd_files(replace(place.machine, folder="/srv/situs kami"))
    for name, script in (("harian", DAILY), ("mingguan", WEEKLY)):
        service, timer = (configparser.RawConfigParser(strict=True) for _ in range(2))
        service.read_string(files[f"selebaran-{name}.service"])
        timer.read_string(files[f"selebaran-{name}.timer"])
        assert service["Service"]["ExecStart"] == f'/bin/sh "/srv/situs kami/{script}"'
        assert service["Service"]["User"] == "petugas"
        assert timer["Timer"]["OnCalendar"].endswith("Asia/Jakarta")


def test_cron_gets_a_line_for_each_script(place: Place) -> None:
    lines = [
        line
        for line in cron_files(replace(place.machine, folder="/srv/a b"))["selebaran"].splitlines()
        if "sh" in line and line[0].isdigit()
    ]
    assert lines == [
        "17 0 * * * petugas /bin/sh '/srv/a b/harian.sh'",
        "23 6 * * 1 petugas /bin/sh '/srv/a b/mingguan.sh'",
    ]


@pytest.mark.parametrize("write", [systemd_files, cron_files])
def test_a_folder_that_they_would_read_otherwise_is_refused(write: type, place: Place) -> None:
    with pytest.raises(NotWritable):
        write(replace(place.machine, folder="/srv/100%"))
