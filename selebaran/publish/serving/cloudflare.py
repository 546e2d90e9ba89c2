"""For Cloudflare Pages: `_headers`, and a script that sends each site as a project of its own.

They lie beside the web roots, in none of them: a host must not take a file of a site for an instruction.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from shlex import quote

from selebaran.publish.serving.headers import ABOUT, ASK, HEADERS, KEEP, NAMED_FILES
from selebaran.publish.serving.hosts import Hosts, Site

LONGEST = 58
"""Letters of a project's name."""
SCRIPT = """#!/bin/sh
# {about}
# Perlu Node.js, dan CLOUDFLARE_API_TOKEN serta CLOUDFLARE_ACCOUNT_ID di lingkungan.
set -eu
cd {out}
sementara=$(mktemp -d)
trap 'rm -rf "$sementara"' EXIT

# Cloudflare mengecilkan sendiri, jadi .gz dan .br tinggal di sini.
kirim() {{
    rm -rf "$sementara/situs"
    cp -RL "$2" "$sementara/situs"
    find "$sementara/situs" '(' -name '*.gz' -o -name '*.br' ')' -exec rm -f {{}} +
    cp {folder}/_headers "$sementara/situs/_headers"
    npx --yes wrangler@4 pages deploy "$sementara/situs" --project-name "$1" --branch main
}}

{calls}
"""


def cloudflare_files(out: Path, hosts: Hosts, folder: str) -> dict[str, str]:
    """The files by name. A former host sends its own pages, which lead on: a redirection would catch its worker too."""
    sites = [
        *hosts.sites,
        *(Site(moved.former, moved.folder) for moved in hosts.moved if (out / moved.folder).exists()),
    ]
    calls = (
        f"kirim {quote(project)} {quote(site.folder)}  # {site.host}"
        for project, site in zip(projects([site.host for site in sites]), sites, strict=True)
    )
    out_text = quote(str(out.absolute()))
    script = SCRIPT.format(about=ABOUT, out=out_text, folder=quote(folder), calls="\n".join(calls))
    return {"_headers": headers_file(), "kirim.sh": script}


def headers_file() -> str:
    """`_headers`: at most 100 rules, each line at most 2,000 letters. A second rule adds to a header, unless that is
    taken away first."""
    common = {**HEADERS, "Cache-Control": ASK}
    lines = [f"  {name}: {value}" for name, value in common.items()]
    kept = [line for path in NAMED_FILES for line in (path, "  ! Cache-Control", f"  Cache-Control: {KEEP}")]
    return "\n".join([f"# {ABOUT}", "/*", *lines, *kept, ""])


def projects(hosts: Iterable[str]) -> list[str]:
    """A name for each host's project: small letters, digits and strokes, no two the same."""
    names = [re.sub(r"[^a-z0-9]+", "-", host)[:LONGEST].strip("-") for host in hosts]
    return [
        f"{name[: LONGEST - 4]}-{before + 1}" if (before := names[:number].count(name)) else name
        for number, name in enumerate(names)
    ]
