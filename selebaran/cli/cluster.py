"""--cluster and --cluster-certs -> a cluster that is connected, or why it can't be."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator
from ipaddress import ip_address
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from selebaran.cli.language import Speaker
from selebaran.cli.options import fail
from selebaran.cli.unwritable import ENVIRONMENT

if TYPE_CHECKING:
    from selebaran.jobs.cluster import Cluster
    from selebaran.jobs.connect import Refused, Where

MOST_HERE = 256
"""Of more workers on one machine somebody has mistyped the number."""
HERE = re.compile(r"local:([1-9][0-9]{0,2})")
ADDRESS = re.compile(r"(tls|tcp)://(\[[0-9A-Fa-f:.]+\]|[A-Za-z0-9.-]+):([0-9]{1,5})")
EXAMPLES = "tls://10.0.0.5:8786, local:4"


def cluster_asked(address: str | None, certificates: Path | None, say: Speaker) -> Where | None:
    """Where the work is to be done; None where nobody asked for a cluster. Ends with code 2 for an address that can't
    be one, or that is not safe: a scheduler runs whatever it is sent."""
    if address is None:
        if certificates:
            _refuse(say("--cluster-certs hanya berlaku bersama --cluster"), say("tambahkan --cluster ALAMAT"), say)
        return None
    from selebaran.jobs.connect import Where  # late: few builds are made on a cluster

    if (here := HERE.fullmatch(address)) and int(here[1]) <= MOST_HERE:
        return Where(workers=int(here[1]))
    found = ADDRESS.fullmatch(address)
    if not found or not 0 < int(found[3]) < 1 << 16:
        text = say("alamat klaster '{alamat}' tidak terbaca", alamat=address)
        _refuse(text, say("tulis seperti ini: {contoh}", contoh=EXAMPLES), say)
    if found[1] == "tls":
        return Where(address, _complete(certificates, say))
    if not _is_loopback(found[2]):
        text = say("klaster '{alamat}' tidak aman: siapa pun di jaringan dapat menyuruhnya", alamat=address)
        cure = say("pakai tls:// dan --cluster-certs FOLDER; tanpa sertifikat hanya komputer ini (127.0.0.1)")
        _refuse(text, cure, say)
    return Where(address)


def _complete(folder: Path | None, say: Speaker) -> Path:
    """The folder of certificates, if all are there."""
    from selebaran.jobs.connect import CERTIFICATES  # late, as above

    if folder is None:
        text = say("alamat tls:// memerlukan sertifikat")
        _refuse(text, say("sebut foldernya: --cluster-certs FOLDER ({isi})", isi=", ".join(CERTIFICATES)), say)
    missing = [name for name in CERTIFICATES if not (folder / name).is_file()]
    if missing:
        text = say("tidak ada {isi} di folder sertifikat '{folder}'", isi=", ".join(missing), folder=str(folder))
        _refuse(text, say("folder itu harus berisi {isi}", isi=", ".join(CERTIFICATES)), say)
    return folder


def _is_loopback(host: str) -> bool:
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host == "localhost"


@contextlib.contextmanager
def cluster_of(where: Where | None, say: Speaker) -> Iterator[Cluster | None]:
    """The cluster, connected; ends with code 3 where that fails."""
    if where is None:
        yield None
        return
    from selebaran.jobs.connect import Refused, connected  # late, as above

    with contextlib.ExitStack() as stack:
        try:
            cluster = stack.enter_context(connected(where))
        except Refused as found:
            _refuse(*_told(found, where, say), say, ENVIRONMENT)
        yield cluster


def _told(found: Refused, where: Where, say: Speaker) -> tuple[str, str]:
    """Why a cluster can't be used, and what helps."""
    place = found.place or where.address or f"local:{where.workers}"
    match found.why:
        case "terpasang":
            return (
                say("--cluster memerlukan paket tambahan, yang belum terpasang"),
                say("jalankan: make setup-cluster, atau pip install 'selebaran[cluster]'"),
            )
        case "terjangkau":
            return (
                say("klaster '{alamat}' tidak menjawab sebagaimana mestinya", alamat=place),
                say("periksa alamat, sertifikat, dan apakah penjadwalnya (dask scheduler) berjalan"),
            )
        case "kosong":
            return (
                say("klaster '{alamat}' tidak punya pekerja", alamat=place),
                say("mulai pekerja (dask worker) dengan alamat penjadwal itu"),
            )
        case "anak":
            return (
                say("pekerja '{alamat}' tidak dapat menjalankan anak proses", alamat=place),
                say("mulai pekerja itu dengan DASK_DISTRIBUTED__WORKER__DAEMON=False"),
            )
        case _:
            return (
                say("pekerja '{alamat}' menjalankan program atau pustaka versi lain", alamat=place),
                say("pasang versi yang sama di semua komputer: make setup-cluster"),
            )


def _refuse(text: str, cure: str, say: Speaker, code: int = 2) -> NoReturn:
    fail(f"{text}\n  {say('saran')}: {cure}", code)
