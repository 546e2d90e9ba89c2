"""Certificates for nginx and Apache: which hosts have one on this machine, and a script that asks for those missing."""

from __future__ import annotations

import os
from pathlib import Path
from shlex import quote

from selebaran.publish.serving.headers import ABOUT
from selebaran.publish.serving.hosts import Hosts
from selebaran.publish.serving.where import CHALLENGES, LETS_ENCRYPT

SCRIPT = """#!/bin/sh
# {about}
# Meminta sertifikat Let's Encrypt untuk setiap alamat yang belum punya. Perlu certbot; aman dijalankan lagi.
set -u
gagal=
minta() {{
    [ -e {live}/"$1"/fullchain.pem ] && return
    nama=$1
    shift
    certbot certonly --non-interactive --webroot --webroot-path {challenges} --cert-name "$nama" \\
        --deploy-hook "{reload}" "$@" || gagal="$gagal $nama"
}}

{calls}
[ -z "$gagal" ] || {{ echo "belum ada sertifikat:$gagal" >&2; exit 1; }}
"""
RELOAD = {"nginx": "systemctl reload nginx", "apache": "systemctl reload apache2"}


def certificate_script(hosts: Hosts, server: str) -> dict[str, str]:
    """The script by its name: a certificate for each host, with the name that leads on to it."""
    calls = (
        f"minta {quote(host)} -d {quote(host)}{f' -d {quote(beside)}' if (beside := hosts.beside(host)) else ''}"
        for host in hosts.names
    )
    text = SCRIPT.format(
        about=ABOUT, live=LETS_ENCRYPT, challenges=CHALLENGES, reload=RELOAD[server], calls="\n".join(calls)
    )
    return {"sertifikat.sh": text}


def without_certificate(hosts: Hosts, folder: str) -> tuple[str, ...]:
    """The hosts that have no certificate on this machine. A server would start with none of its sites, were one of them
    missing. Where the folder can't be looked into, the sites are served elsewhere, and nothing is known."""
    if not os.access(folder, os.R_OK | os.X_OK):
        return ()
    return tuple(host for host in hosts.names if not (Path(folder) / host / "fullchain.pem").exists())
