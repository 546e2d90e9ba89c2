"""A district that dies or runs away costs itself only."""

from __future__ import annotations

import dataclasses
import errno
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from types import SimpleNamespace

import pytest

from selebaran.jobs import inspect
from selebaran.jobs.children import STAGE
from selebaran.jobs.inspect import is_full
from selebaran.model.problem import Place, Problem, problem
from selebaran.model.registry import Registry
from selebaran.publish.built import Built
from selebaran.publish.district import Workshop
from selebaran.publish.districts import Limits, make_all
from selebaran.publish.layout import SITES, STORE, site_of
from selebaran.publish.plan import Plan
from tests.conftest import DAY, ROOT, run_here
from tests.serving import public

Act = Callable[[], None]


NOTHING: Mapping[str, tuple[Problem, ...]] = {}


class Bench(Workshop):
    """A workshop that writes one file for each district, after doing what the test wants of one of them."""

    def __init__(self, out: Path, act: Act, known: Mapping[str, tuple[Problem, ...]] = NOTHING) -> None:
        self.plan = Plan(ROOT, out, (), DAY, only="site")
        self.registry = SimpleNamespace(district_problems=known)  # type: ignore[assignment]
        self.press = None
        self.act = act

    def former_hosts_of(self, slug: str) -> tuple[str, ...]:
        return ()

    def host_of(self, slug: str) -> str:
        return slug

    def make(self, slug: str, fresh: Path) -> Built:
        (fresh / "index.html").write_text(slug, "utf-8")
        if slug == "kab-nakal":
            self.act()
        return Built(slug, slug, 1, 0, ())


def kill_itself() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def sleep_for_ever() -> None:
    time.sleep(600)


def loop_for_ever() -> None:
    while True:
        pass


def take_all_memory() -> None:
    bytearray(1 << 40)


def grow_without_end() -> None:
    held = []
    while True:
        held.append(bytearray(16 << 20))


def write_without_end() -> None:
    with tempfile.TemporaryFile() as file:
        while True:
            file.write(bytes(1 << 20))
            file.flush()


def crash() -> None:
    raise RuntimeError("a fault of the program")


def fill_the_disk() -> None:
    raise OSError(errno.ENOSPC, "No space left on device")


def lose_the_disk() -> None:
    raise OSError(errno.EIO, "Input/output error")


LIMITS = Limits(wall_seconds=60, cpu_seconds=60, memory_bytes=256 << 20, file_bytes=4 << 20)
SHORT = {
    "sleep_for_ever": dataclasses.replace(LIMITS, wall_seconds=3),
    "loop_for_ever": dataclasses.replace(LIMITS, cpu_seconds=1),
}
"""Time is short only where it is what runs out: a slow machine reaches no other limit first."""
CASES: list[tuple[Act, str]] = [
    (kill_itself, "daerah-terputus"),
    (sleep_for_ever, "daerah-melebihi-waktu"),
    (loop_for_ever, "daerah-melebihi-waktu"),
    (take_all_memory, "daerah-melebihi-memori"),
    (grow_without_end, "daerah-melebihi-memori"),
    (write_without_end, "daerah-melebihi-berkas"),
    (crash, "daerah-gagal"),
    (fill_the_disk, "penyimpanan-penuh"),
    (lose_the_disk, "penyimpanan-rusak"),
]


@pytest.mark.parametrize(("act", "code"), CASES, ids=[act.__name__ for act, _ in CASES])
@pytest.mark.parametrize("jobs", [1, 2])
def test_only_the_district_that_misbehaves_is_lost(
    tmp_path: Path, act: Act, code: str, jobs: int, capfd: pytest.CaptureFixture[str]
) -> None:
    slugs = ("kab-satu", "kab-nakal", "kab-dua", "kab-tiga")
    old = site_of(tmp_path, "kab-nakal") / "index.html"
    old.parent.mkdir(parents=True)
    old.write_text("lama", "utf-8")
    built = {b.slug: b for b in make_all(Bench(tmp_path, act), slugs, jobs, SHORT.get(act.__name__, LIMITS))}
    assert set(built) == set(slugs)
    assert [p.code for p in built["kab-nakal"].problems] == [code]
    assert built["kab-nakal"].host is None
    for slug in ("kab-satu", "kab-dua", "kab-tiga"):
        assert (site_of(tmp_path, slug) / "index.html").read_text("utf-8") == slug
    assert old.read_text("utf-8") == "lama"
    assert sorted(p.name for p in tmp_path.iterdir()) == [STORE, SITES]
    assert sorted(p.name for p in (tmp_path / SITES).iterdir()) == sorted(slugs)


def test_what_is_wrong_with_its_files_is_told_though_the_rest_is_not(tmp_path: Path) -> None:
    wrong = problem("kunci-hilang", Place("districts/kab-nakal/daerah.yml", 1), kunci="nama")
    workshop = Bench(tmp_path, crash, {"kab-nakal": (wrong,)})
    (built,) = make_all(workshop, ("kab-nakal",), 1, LIMITS)
    assert built.problems[0] == wrong
    assert [one.code for one in built.problems[1:]] == ["daerah-gagal"]


@pytest.mark.parametrize(("number", "tell"), [(signal.SIGINT, os.killpg), (signal.SIGTERM, os.kill)])
def test_whoever_asks_a_build_to_end_finds_nothing_half_done(
    number: signal.Signals, tell: Callable[[int, int], None], tmp_path: Path
) -> None:
    """Ctrl-C reaches all processes of a window; what ends a service, the first one alone."""
    command = [sys.executable, str(ROOT / "build.py"), "--only", "site", "--out", str(tmp_path)]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    process = subprocess.Popen(command, **pipes, text=True, start_new_session=True)
    assert process.stderr is not None
    process.stderr.readline()
    tell(process.pid, number)
    _, said = process.communicate(timeout=30)
    assert process.returncode == 130
    assert said.endswith("Dihentikan. Hasil yang sudah jadi tetap ada.\n")
    assert "Traceback" not in said
    assert {path.name for path in tmp_path.iterdir()} <= {STORE, SITES, "laporan"}
    sites = list((tmp_path / SITES).iterdir()) if (tmp_path / SITES).is_dir() else []
    assert all((path / "index.html").is_file() for path in sites)


class Gone:
    """Something whose end interrupts, at a moment at which Python can raise nothing."""

    def __del__(self) -> None:
        os.kill(os.getpid(), signal.SIGINT)
        for _ in range(1000):
            len("")


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_ctrl_c_is_not_lost_in_a_finalizer(tmp_path: Path) -> None:
    slugs = tuple(f"kab-{number}" for number in range(6))
    making = make_all(Bench(tmp_path, time.tzset), slugs, 1, LIMITS)
    assert next(making).slug == slugs[0]
    Gone()
    with pytest.raises(KeyboardInterrupt):
        list(making)
    assert not list(tmp_path.glob(f"{STAGE}*"))
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_more_jobs_give_the_same_sites(tmp_path: Path) -> None:
    slugs = ["kab-buru", "kota-bitung"]
    trees = []
    for jobs in ("1", "2"):
        out = tmp_path / jobs
        options = ("--only", "site", "--as-of", DAY.isoformat(), "--jobs", jobs, "--out", str(out))
        assert run_here(*slugs, *options).returncode == 0
        report = {path.name: path for path in (out / "laporan").rglob("*") if path.is_file()}
        trees.append({name: path.read_bytes() for name, path in {**public(out), **report}.items()})
    assert trees[0] == trees[1]


def test_where_there_is_no_fork_children_are_spawned_and_make_the_same(tmp_path: Path, registry: Registry) -> None:
    leaflet = dataclasses.replace(registry, pieces=tuple(p for p in registry.pieces if p.name == "leaflet-daftar"))
    trees = []
    for method in ("fork", "spawn"):
        plan = Plan(ROOT, tmp_path / method, ("kab-serang",), DAY, None, ("kantor",))
        built = list(make_all(Workshop(plan, leaflet), plan.slugs, 1, Limits(), method))
        assert [(b.host, b.problems) for b in built] == [("dinkeskabserang.id", ())]
        trees.append({name: path.read_bytes() for name, path in public(plan.out).items()})
    assert trees[0] == trees[1]


def test_a_disk_is_full_when_hardly_anything_can_be_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert not is_full(tmp_path)
    free = os.statvfs(tmp_path).f_bavail * os.statvfs(tmp_path).f_frsize
    monkeypatch.setattr(inspect, "LEAST_ROOM", 2 * free)
    assert is_full(tmp_path)
