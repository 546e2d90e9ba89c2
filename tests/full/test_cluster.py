"""Jobs on a cluster: made there as here, byte for byte; whatever happens to it, each is finished, or told why not."""

from __future__ import annotations

import errno
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

pytest.importorskip("distributed", reason="make setup-cluster")

from selebaran.jobs.children import STAGE, Ended, Readable, Work
from selebaran.jobs.cluster import Cluster, Patience
from selebaran.jobs.confine import Limits
from selebaran.jobs.connect import CERTIFICATES, Refused, Where, connected
from tests.conftest import DAY, LONGEST, ROOT, SHORT, run_build
from tests.patience import must_end
from tests.serving import public

PATIENCE = Patience(workers=120, job=600)
NAMES = ("satu", "tunggu", "dua", "tiga")


@dataclass(frozen=True)
class Waits:
    """Work that writes its name. "tunggu" says who is at it, and waits until somebody opens the gate."""

    gate: str

    def at(self, folder: Path) -> tuple[Work, Readable, Path]:
        def work(name: str, fresh: Path) -> bytes:
            if name == "penuh":
                raise OSError(errno.ENOSPC, "No space left on device")
            if name == "tunggu":
                while not (Path(self.gate) / "buka").exists():
                    time.sleep(0.05)
            (fresh / "nama.txt").write_text(name, "utf-8")
            return name.encode()

        return work, lambda batch: (Path(self.gate),), folder / "kerja"


@dataclass
class Outcome:
    """What came of each job, and the files that were there when it was told."""

    cluster: Cluster
    folder: Path
    gate: Path
    ended: dict[str, Ended]
    files: dict[str, str]

    def run(self, names: tuple[str, ...] = NAMES, after: Callable[[], None] = lambda: None) -> None:
        """Do jobs; once all but "tunggu" have come back, `after` is done, and the gate opens."""
        for one in self.cluster.run(Waits(str(self.gate)), names, Limits(), self.folder):
            self.ended[one.name] = one
            file = one.folder / "nama.txt"
            self.files[one.name] = file.read_text("utf-8") if one.said is not None else ""
            if set(names) - set(self.ended) == {"tunggu"} and not (self.gate / "buka").exists():
                after()
                (self.gate / "buka").touch()
        assert not list(self.folder.glob(f"{STAGE}*"))


@contextmanager
def jobs_on(where: Where, tmp_path: Path, patience: Patience = PATIENCE) -> Iterator[Outcome]:
    for name in ("hasil", "pintu"):
        (tmp_path / name).mkdir()
    with connected(where, patience) as cluster:
        yield Outcome(cluster, tmp_path / "hasil", tmp_path / "pintu", {}, {})


def test_a_worker_that_is_killed_costs_nothing(tmp_path: Path) -> None:
    with jobs_on(Where(workers=2), tmp_path) as done:

        def kill() -> None:
            (busy,) = [address for address, keys in done.cluster.client.processing().items() if keys]
            os.kill(done.cluster.client.run(os.getpid)[busy], signal.SIGKILL)

        done.run(after=kill)
    assert done.files == {name: name for name in NAMES}


def test_a_worker_that_no_longer_answers_is_not_waited_for(tmp_path: Path) -> None:
    with jobs_on(Where(workers=2), tmp_path) as done:
        stopped: list[int] = []

        def stop() -> None:
            (busy,) = [address for address, keys in done.cluster.client.processing().items() if keys]
            stopped.append(done.cluster.client.run(os.getpid)[busy])
            os.kill(stopped[0], signal.SIGSTOP)
            done.cluster.patience = Patience(workers=30, job=20)

        done.run(after=stop)
        os.kill(stopped[0], signal.SIGCONT)
    assert done.files == {name: name for name in NAMES}


def test_a_full_disk_there_is_told_with_its_machine_and_costs_one_job(tmp_path: Path) -> None:
    with jobs_on(Where(workers=1), tmp_path) as done:
        done.run(("satu", "penuh", "dua"))
    full = done.ended["penuh"]
    assert full.death is not None
    assert full.death.cause == "penyimpanan"
    assert full.place.startswith("tls://127.0.0.1:")
    assert (done.files["satu"], done.files["dua"]) == ("satu", "dua")


@dataclass(frozen=True)
class Started:
    """A command of Dask that runs."""

    process: subprocess.Popen[bytes]
    address: str


@contextmanager
def program(folder: Path, sign: str, *arguments: str) -> Iterator[Started]:
    """A command of Dask as somebody starts it, up to the line that says where it is."""
    log = folder / f"{arguments[0]}.log"
    environment = {**os.environ, "DASK_DISTRIBUTED__WORKER__DAEMON": "False", "PYTHONPATH": str(ROOT)}
    with log.open("wb") as file, must_end(f"dask {arguments[0]}"):
        process = subprocess.Popen([sys.executable, "-m", "dask", *arguments], stderr=file, env=environment)
        while not (found := re.search(rf"{sign}:? +(\S+)\n", log.read_text("utf-8"))):
            assert process.poll() is None, log.read_text("utf-8")
            time.sleep(0.1)
    try:
        yield Started(process, found[1])
    finally:
        process.kill()
        process.wait()


def scheduler(folder: Path, *options: str) -> AbstractContextManager[Started]:
    here = ("--host", "127.0.0.1", "--port", "0", "--no-dashboard")
    return program(folder, "Scheduler at", "scheduler", *here, *options)


def worker(address: str, folder: Path, *options: str) -> AbstractContextManager[Started]:
    own = ("--no-nanny", "--nthreads", "2", "--no-dashboard", "--local-directory", str(folder))
    return program(folder, "Registered to", "worker", address, *own, *options)


def test_when_the_scheduler_is_lost_each_job_is_told_and_the_build_goes_on(tmp_path: Path) -> None:
    with scheduler(tmp_path) as lost, worker(lost.address, tmp_path), jobs_on(Where(lost.address), tmp_path) as done:
        done.run(after=lost.process.kill)
    assert (done.files["satu"], done.files["dua"]) == ("satu", "dua")
    death = done.ended["tunggu"].death
    assert death is not None
    assert death.cause == "klaster"


def test_when_the_last_worker_is_gone_nobody_waits_for_ever(tmp_path: Path) -> None:
    with (
        scheduler(tmp_path) as there,
        worker(there.address, tmp_path) as gone,
        jobs_on(Where(there.address), tmp_path, Patience(workers=3, job=60)) as done,
    ):
        done.run(after=gone.process.kill)
    death = done.ended["tunggu"].death
    assert death is not None
    assert death.cause == "klaster"


def test_with_certificates_workers_of_other_machines_do_it_and_nobody_comes_in_without(tmp_path: Path) -> None:
    from distributed.security import Security

    made = Security.temporary()
    folder = tmp_path / "sertifikat"
    folder.mkdir()
    for name, text in zip(CERTIFICATES, (made.tls_ca_file, made.tls_client_cert, made.tls_client_key), strict=True):
        (folder / name).write_text(text, "utf-8")
    authority, ours, key = (str(folder / name) for name in CERTIFICATES)
    keys = ("--tls-ca-file", authority, "--tls-cert", ours, "--tls-key", key)
    with scheduler(tmp_path, "--protocol", "tls", *keys) as there, worker(there.address, tmp_path, *keys):
        address = there.address
        with jobs_on(Where(address, folder), tmp_path) as done:
            done.run(("satu", "dua"))
        with pytest.raises(Refused) as refused, connected(Where(address.replace("tls:", "tcp:")), PATIENCE):
            pass
        assert refused.value.why == "terjangkau"
    assert done.files == {"satu": "satu", "dua": "dua"}


def test_a_cluster_without_workers_and_one_that_is_not_there_are_refused(tmp_path: Path) -> None:
    with scheduler(tmp_path) as there:
        address = there.address
        with pytest.raises(Refused) as refused, connected(Where(address), Patience(workers=1)):
            pass
        assert refused.value.why == "kosong"
    with pytest.raises(Refused) as refused, connected(Where(address)):
        pass
    assert refused.value.why == "terjangkau"


def built(out: Path, *options: str) -> dict[str, bytes]:
    """All that lies there after a build of two districts, for readers and for staff."""
    done = run_build(SHORT, LONGEST, "--as-of", DAY.isoformat(), "--out", str(out), *options)
    assert done.returncode == 0, done.stderr
    staff = {f"laporan/{path.name}": path for path in (out / "laporan").rglob("*") if path.is_file()}
    return {name: path.read_bytes() for name, path in {**public(out), **staff}.items()}


def test_a_build_on_a_cluster_is_that_of_this_machine_byte_for_byte(tmp_path: Path) -> None:
    """Whole, then the site alone and sheets alone, which take over what the build before left."""
    here, there = tmp_path / "di-sini", tmp_path / "klaster"
    on = ("--cluster", "local:2")
    assert built(there, *on) == built(here)
    assert built(there, *on, "--only", "site") == built(here, "--only", "site")
    assert built(there, *on, "--only", "print", "--profil", "hemat") == built(
        here, "--only", "print", "--profil", "hemat"
    )
