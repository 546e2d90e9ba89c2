"""A worker that a district has taken over reaches nothing."""

from __future__ import annotations

import ctypes
import json
import os
import signal
import socket
import stat
import subprocess
import sys
import time
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest

from selebaran.jobs import confine, kernel
from selebaran.jobs.confine import barriers
from selebaran.jobs.escapes import ESCAPES, Tried, try_escapes
from selebaran.publish.layout import SITES, site_of
from tests.conftest import ROOT
from tests.hostile.probe import (
    LIMITS,
    SLUGS,
    made,
    read,
    refused,
    seen,
)


def held_walls(tried: Iterable[Tried]) -> dict[str, bool]:
    """Walls through which no attempt got."""
    found = dict.fromkeys(confine.WALLS, True)
    for one in tried:
        if one.wall:
            found[one.wall] &= one.held
    return found


def test_every_escape_is_held_back_as_this_machine_says(tmp_path: Path) -> None:
    tried = try_escapes(tmp_path)
    assert {one.name for one in tried if not one.held} <= {e.name for e in ESCAPES if e.wall in barriers().missing}
    assert {one.name for one in tried if one.wall is None and not one.held} == set()
    if sys.platform != "linux" or kernel.MACHINE is None:
        assert not barriers().processes


@pytest.mark.parametrize(("landlock", "seccomp"), [(0, False), (2, False), (3, False), (0, True), (2, True)])
def test_what_is_said_of_an_older_kernel_is_what_holds_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, landlock: int, seccomp: bool
) -> None:
    """Landlock 2 (Linux 6.1) lets anybody empty a file that he may read; nothing of rights and processes is its own."""
    real = kernel.landlock_version()
    monkeypatch.setattr(kernel, "landlock_version", lambda: min(landlock, real))
    if not seccomp:
        monkeypatch.setattr(kernel, "no_processes", lambda: False)
    said = barriers.__wrapped__()
    assert held_walls(try_escapes(tmp_path)) == {wall: getattr(said, wall) for wall in confine.WALLS}
    assert set(said.missing) >= ({"rights", "processes"} if not seccomp else set())


@pytest.mark.parametrize("way", ["files", "names", "removed"])
def test_a_worker_that_writes_too_much_is_ended_while_it_writes(tmp_path: Path, way: str) -> None:
    """Also where what it writes has no name any more: then only the process that has it open can tell."""

    def write(fresh: Path) -> None:
        kept = []
        for number in range(200):
            path = fresh / f"{number}.txt"
            kept.append(path.open("wb", 0))
            kept[-1].write(bytes(1 if way == "names" else 1 << 18))
            if way == "removed":
                path.unlink()
        while True:
            signal.pause()

    few = replace(LIMITS, total_bytes=16 << 20, files=150, wall_seconds=60, cpu_seconds=30)
    few = replace(few, files=LIMITS.files) if way != "names" else few
    if way == "removed" and not Path("/proc/self/fd").exists():
        return  # nobody can tell there, and the threat model says so
    (found,) = made(tmp_path, write, few)["kab-nakal"].problems
    assert found.code == "daerah-melebihi-tempat"
    assert not site_of(tmp_path, "kab-nakal").exists()


def test_a_worker_reads_the_old_site_of_its_own_district_and_no_other(tmp_path: Path) -> None:
    made(tmp_path, lambda fresh: None)

    def look(fresh: Path) -> list[bool]:
        lists_all = not refused(lambda: list((tmp_path / SITES).iterdir()))
        return [lists_all, *(not refused((site_of(tmp_path, slug) / "index.html").read_bytes) for slug in SLUGS)]

    assert seen(tmp_path, look) == ([False, False, True, False] if barriers().files else [True] * 4)


def test_the_network_is_cut_by_two_means_where_there_are_two(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kernel, "no_processes", lambda: False)  # what is left is a network without interfaces

    def count(fresh: Path) -> list[object]:
        own = kernel.own_network()  # a second one, in the same child
        return [own, sorted(name for _, name in socket.if_nameindex())]

    got = seen(tmp_path, count)
    assert isinstance(got, list)
    if got[0]:
        assert got[1] == ["lo"]


def test_a_worker_makes_and_touches_no_other_process(tmp_path: Path) -> None:
    def multiply(fresh: Path) -> list[int]:
        forks = 0
        for _ in range(20):
            try:
                child = os.fork()
            except OSError:
                break
            if child == 0:
                time.sleep(30)
                os._exit(0)
            forks += 1
        runs = not refused(lambda: subprocess.run(["/bin/true"], check=False))
        kills = not refused(lambda: os.kill(os.getppid(), 0))
        return [forks, runs, kills]

    begun = time.monotonic()
    got = seen(tmp_path, multiply)
    assert got == ([0, False, False] if barriers().processes else [20, True, True])
    assert time.monotonic() - begun < 10  # where they could be made, they ended with their group


def test_a_worker_reads_no_file_of_the_project_and_writes_its_own_folder(tmp_path: Path) -> None:
    (tmp_path / "rahasia.txt").write_text("kunci", "utf-8")
    out = tmp_path / "dist"
    hidden = next(p for p in (ROOT / ".git", ROOT / ".gitignore") if p.exists())

    def look(fresh: Path) -> dict[str, bool]:
        return {
            "project": refused(lambda: (ROOT / "content" / "fakta.yml").read_bytes()),
            "outside": refused(lambda: (tmp_path / "rahasia.txt").read_bytes()),
            "hidden": refused(lambda: list((hidden / "HEAD" if hidden.is_dir() else hidden).read_bytes())),
            "users": refused(lambda: Path("/etc/passwd").read_bytes()),
            "neighbour": refused(lambda: (out / "kab-satu.txt").write_bytes(b"x")),
            "sources": refused(lambda: (ROOT / "content" / "baru.md").write_bytes(b"x")),
            "symlink": refused(lambda: (fresh / "x").symlink_to("/etc/passwd")),
            "pipe": refused(lambda: os.mkfifo(fresh / "y")),
        }

    held_back = dict.fromkeys(("project", "outside", "hidden", "users", "neighbour", "sources"), barriers().files)
    links = barriers().files or barriers().processes
    try:
        assert seen(out, look) == {**held_back, "symlink": links, "pipe": links}
    except AssertionError:
        if links:
            raise
        assert made(out, look)["kab-nakal"].problems[0].code == "hasil-tidak-sah"
    finally:
        (ROOT / "content" / "baru.md").unlink(missing_ok=True)


def test_no_open_file_of_the_parent_reaches_a_worker(tmp_path: Path) -> None:
    kept = [os.open(ROOT / "README.md", os.O_RDONLY) for _ in range(5)]
    os.set_inheritable(kept[0], True)

    def count(fresh: Path) -> list[object]:
        numbers = []
        for number in range(200):
            try:
                numbers.append(stat.S_IFMT(os.fstat(number).st_mode))
            except OSError:
                continue
        return [len(numbers), os.read(0, 10).decode()]

    try:
        # standard input, output and errors, the answer, and the pipe that tells of the end
        assert seen(tmp_path, count) == [5, ""]
    finally:
        for number in kept:
            os.close(number)


SECRET = """
import ctypes, json, os, sys
from pathlib import Path
from selebaran.jobs.children import run
from selebaran.jobs.confine import Limits

def read(path):
    try:
        return Path(path).read_text("latin-1")
    except OSError:
        return ""

def look(slug, folder):
    libc = ctypes.CDLL(None)
    libc.getenv.restype = ctypes.c_char_p
    sys.stdout.write("\\x1b[2J dari pekerja"), sys.stdout.flush(), os.write(2, b"\\x1b[2J dari pekerja")
    return json.dumps([dict(os.environ), str(libc.getenv(b"RAHASIA")), read("/proc/self/environ"),
                       read(f"/proc/{os.getppid()}/environ")]).encode()

if sys.platform == "linux":
    assert "s3cret" in read("/proc/self/environ")
for ended in run(look, [("kab-satu",)], 1, Limits(), Path(sys.argv[1])):
    print(ended.said.decode())
"""


def test_no_secret_of_the_environment_reaches_a_worker_and_nothing_of_it_the_terminal(tmp_path: Path) -> None:
    environment = {**os.environ, "RAHASIA": "s3cret", "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", SECRET, str(tmp_path)]
    done = subprocess.run(command, env=environment, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    assert "dari pekerja" not in done.stdout
    environ, through_libc, own, of_parent = json.loads(done.stdout)
    assert through_libc == "None"
    assert "s3cret" not in own + json.dumps(environ)
    assert ("s3cret" not in of_parent) or not barriers().files
    allowed = {"LANG", "LC_ALL", "TZ", "NO_MKDOCS_2_WARNING", "PYTHONUTF8", "HOME", "TMPDIR", *confine.KEPT}
    assert set(environ) <= allowed


ORPHAN = """
import os, sys, time
from pathlib import Path
from selebaran.jobs.children import run
from selebaran.jobs.confine import Limits

def wait(slug, folder):
    (folder / "nomor").write_text(str(os.getpid()))
    time.sleep(60)

list(run(wait, [("kab-satu",)], 1, Limits(), Path(sys.argv[1])))
"""


def test_a_worker_dies_with_its_parent(tmp_path: Path) -> None:
    if sys.platform != "linux":  # prctl is Linux's; elsewhere the limits end such a child, and no more is promised
        assert barriers().missing == confine.WALLS
        return
    command = [sys.executable, "-c", ORPHAN, str(tmp_path)]
    parent = subprocess.Popen(command, env={**os.environ, "PYTHONPATH": str(ROOT)}, cwd=ROOT)
    until = time.monotonic() + 30
    while not (found := [*tmp_path.glob("*/baru/nomor")]) or not found[0].read_text():
        assert time.monotonic() < until
        time.sleep(0.05)
    child = int(found[0].read_text())
    parent.kill()
    parent.wait()
    until = time.monotonic() + 5
    while Path(f"/proc/{child}").exists() and "State:\tZ" not in read(f"/proc/{child}/status"):
        assert time.monotonic() < until
        time.sleep(0.02)


def test_the_environment_block_of_the_system_is_wiped(tmp_path: Path) -> None:
    def look(fresh: Path) -> bool:
        libc = ctypes.CDLL(None)
        libc.getenv.restype = ctypes.c_char_p
        return libc.getenv(b"PATH") is None and "PATH" not in os.environ

    assert seen(tmp_path, look) is True


def test_a_filter_that_another_machine_would_misread_is_not_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kernel, "MACHINE", None)
    assert not kernel.no_processes()
    assert not kernel.drop_capabilities()
    for machine in kernel.MACHINES.values():
        filters = kernel._filters(machine, 4321)
        assert filters[-1] == (kernel.RETURN, 0, 0, kernel.ALLOW)
        jumps = [(at, row) for at, row in enumerate(filters, 2) if row[0] != kernel.RETURN]
        assert all(0 <= jump <= len(filters) - at for at, row in jumps for jump in row[1:3])
        assert len(machine.denied) > 35
        assert len(set(machine.denied)) == len(machine.denied)
