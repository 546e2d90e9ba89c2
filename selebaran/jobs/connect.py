"""Which cluster is asked for, and the way there: certificates, workers of one run on this machine, what is asked of
each before any work is sent. `distributed` (the extra `cluster`) is loaded here, when somebody asks for one."""

from __future__ import annotations

import contextlib
import logging
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from selebaran.jobs.cluster import Cluster, Patience
from selebaran.jobs.confine import Wall
from selebaran.jobs.remote import About, about, program

if TYPE_CHECKING:
    from distributed import Client

CERTIFICATES = ("ca.pem", "cert.pem", "key.pem")
"""What a folder of certificates holds: who is believed, who we are, and the key that proves it."""
SETTINGS = {
    "distributed.worker.daemon": False,  # a worker has children of its own
    "distributed.scheduler.allowed-failures": 3,
    "distributed.scheduler.worker-ttl": "60s",
    "distributed.comm.timeouts.connect": "10s",
    "distributed.comm.timeouts.tcp": "60s",
    "distributed.admin.large-graph-warning-threshold": "1GB",
    "distributed.scheduler.work-stealing": False,  # a job is either under way or nowhere
    "distributed.scheduler.http.routes": [],  # nothing is served
    "distributed.worker.http.routes": [],
}
"""What holds for a cluster on this machine, and for this end of every other."""


@dataclass(frozen=True)
class Where:
    """A cluster: the address of its scheduler, and the folder of certificates; or, without an address, so many workers
    on this machine."""

    address: str = ""
    certificates: Path | None = None
    workers: int = 0


class Refused(Exception):
    """Why a cluster can't be used: "terpasang" (`distributed` isn't), "terjangkau", "kosong" (nobody works there),
    "program" (another one at `place`), "anak" (a worker there may have no children)."""

    def __init__(self, why: str, place: str = "", detail: str = "") -> None:
        super().__init__(why, place, detail)
        self.why, self.place, self.detail = why, place, detail


@contextlib.contextmanager
def connected(where: Where, patience: Patience | None = None) -> Iterator[Cluster]:
    """The workers of a cluster, ready for jobs. Raises `Refused`."""
    patience = patience or Patience()
    try:
        import dask
        import distributed
    except ModuleNotFoundError as error:
        raise Refused("terpasang") from error
    logging.getLogger("distributed").setLevel(logging.CRITICAL)  # what matters of it is told in our words
    with dask.config.set(SETTINGS), contextlib.ExitStack() as stack:
        security = _security(where)
        address = where.address or stack.enter_context(_here(where.workers, security))
        try:
            client = distributed.Client(address, security=security, timeout=10, set_as_default=False)
        except Exception as error:  # OSError, SSLError, what a wrong version says: nobody answers as one should
            raise Refused("terjangkau", where.address, str(error)) from error
        stack.callback(_close, client)
        cluster = Cluster(client, _looked_at(client, where, patience), patience)
        cluster.workers()
        yield cluster


def _close(client: Client) -> None:
    with contextlib.suppress(Exception):  # what it was connected to may be gone
        client.close(timeout=5)


def _security(where: Where) -> Any:
    """Certificates as they lie in the folder. On this machine they are made for one run, so that nobody else who has an
    account here can send work."""
    from distributed.security import Security

    if where.certificates:
        authority, ours, key = (str(where.certificates / name) for name in CERTIFICATES)
        return Security(tls_ca_file=authority, tls_client_cert=ours, tls_client_key=key, require_encryption=True)
    return None if where.address else Security.temporary()


@contextlib.contextmanager
def _here(workers: int, security: Any) -> Iterator[Any]:
    """So many workers on this machine, each a process."""
    from distributed import LocalCluster

    with tempfile.TemporaryDirectory(prefix="selebaran-") as folder:
        cluster = LocalCluster(
            n_workers=workers,
            threads_per_worker=1,
            processes=True,
            host="127.0.0.1",
            dashboard_address="127.0.0.1:0",
            worker_dashboard_address="127.0.0.1:0",
            memory_limit=0,  # children have limits of their own
            local_directory=folder,
            security=security,
            silence_logs=logging.CRITICAL,
        )
        try:
            yield cluster
        finally:
            with contextlib.suppress(Exception):  # workers that died first are closed
                cluster.close(timeout=10)


def _looked_at(client: Client, where: Where, patience: Patience) -> frozenset[Wall]:
    """What nothing holds children back from on some worker. Raises `Refused` for workers that can't make the same."""
    try:
        client.wait_for_workers(1, timeout=patience.workers)
    except Exception as error:  # TimeoutError, or what a connection that breaks meanwhile raises: nobody is there
        raise Refused("kosong", where.address) from error
    try:
        found: dict[str, About] = client.run(about)
    except Exception as error:  # a worker without this program, or with one that has no such function
        raise Refused("program", where.address, str(error)) from error
    for place, one in found.items():
        if one.program != program():
            raise Refused("program", place)
        if not one.may_fork:
            raise Refused("anak", place)
    return frozenset(wall for one in found.values() for wall in one.missing)
