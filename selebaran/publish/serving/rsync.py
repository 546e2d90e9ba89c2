"""A script that sends published sites to a server: releases first, then the links that show them, removal last."""

from __future__ import annotations

from pathlib import Path
from shlex import quote

from selebaran.publish.layout import STORE, root_of
from selebaran.publish.lock import LOCK
from selebaran.publish.releases import current, is_published
from selebaran.publish.serving.headers import ABOUT
from selebaran.publish.serving.hosts import Hosts
from selebaran.publish.serving.where import NotWritable

SCRIPT = """#!/bin/sh
# {about}
# Mengirim situs yang terbit. Aman dijalankan lagi, juga sesudah terputus.
set -eu
cd {out}
ke={to}

# Tidak selagi situsnya sedang dibuat: tautan dan rilis yang dikirim harus sepasang.
exec 9>> {lock}
flock -n 9 || {{ echo "sedang ada build di sini; jalankan lagi sesudahnya" >&2; exit 3; }}
trap 'rm -f {lock}' EXIT

# 1. Rilis baru. Hanya menambah: yang sedang dibaca warga tidak disentuh.
rsync -rlptHR --protect-args {releases} "$ke/"
# 2. Tautannya: tiap situs berganti sekaligus.
rsync -lptR --protect-args {links} "$ke/"
# 3. Baru sekarang rilis yang sudah tidak disimpan dibuang.
rsync -rlptHR --protect-args --delete {releases} "$ke/"
"""


def rsync_files(out: Path, hosts: Hosts, to: str) -> dict[str, str]:
    """The script, by its name; it sends no preview, no report and no store. Raises `NotWritable` for a place that would
    be read as an option."""
    names = [*(site.folder.rpartition("/")[2] for site in hosts.sites), *(moved.former for moved in hosts.moved)]
    sent = [name for name in names if current(out, name) and is_published(out, name)]
    text = SCRIPT.format(
        about=ABOUT,
        out=quote(str(out.absolute())),
        to=quote(_place(to).rstrip("/")),
        lock=LOCK,
        releases=" ".join(quote(f"./{STORE}/{name}/") for name in sent),
        links=" ".join(quote(f"./{root_of(Path(), name)}") for name in sent),
    )
    return {"kirim.sh": text} if sent else {}


def _place(to: str) -> str:
    """Where it goes, as rsync reads it from within the output."""
    if ":" not in to.partition("/")[0]:
        return str(Path(to).absolute())
    if to.startswith("-"):
        raise NotWritable(to)
    return to
