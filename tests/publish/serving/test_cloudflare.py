"""What Cloudflare Pages is given stays within what it takes."""

from __future__ import annotations

import subprocess
from pathlib import Path

from selebaran.publish.serving.cloudflare import LONGEST, cloudflare_files, headers_file, projects
from selebaran.publish.serving.headers import HEADERS, KEEP
from selebaran.publish.serving.hosts import Hosts, Moved, Site

HOSTS = Hosts((Site("a.example", "situs/a.example"),), (Moved("lama.example", "a.example"),))


def test_the_headers_keep_to_its_limits() -> None:
    lines = headers_file().splitlines()
    assert max(map(len, lines)) <= 2000
    assert sum(line.startswith("/") for line in lines) <= 100
    assert all(f"  {name}: {value}" in lines for name, value in HEADERS.items())
    assert lines[-2:] == ["  ! Cache-Control", f"  Cache-Control: {KEEP}"]


def test_each_host_has_a_project_of_its_own() -> None:
    names = projects(["a-b.example", "a.b.example", "x" * 70 + ".example", "x" * 70 + ".contoh"])
    assert names[:2] == ["a-b-example", "a-b-example-2"]
    assert len(set(names)) == 4
    assert max(map(len, names)) <= LONGEST


def test_the_script_sends_sites_and_the_pages_of_former_hosts_with_headers_and_without_what_is_compressed(
    tmp_path: Path,
) -> None:
    out = tmp_path / "dist ini"
    for name in ("situs/a.example", "situs/lama.example", "penyajian/cloudflare"):
        (out / name).mkdir(parents=True)
    for name in ("index.html", "index.html.gz", "index.html.br"):
        (out / "situs/a.example" / name).write_text(name, "utf-8")
    folder = out / "penyajian/cloudflare"
    for name, text in cloudflare_files(out, HOSTS, str(folder)).items():
        (folder / name).write_text(text, "utf-8")
    tools = tmp_path / "alat"
    tools.mkdir()
    (tools / "npx").write_text('#!/bin/sh\necho "$6 $(ls "$5" | tr "\\n" " ")"\n', "utf-8")
    (tools / "npx").chmod(0o755)
    environment = {"PATH": f"{tools}:/usr/bin:/bin"}
    done = subprocess.run(["sh", str(folder / "kirim.sh")], env=environment, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == ["--project-name _headers index.html ", "--project-name _headers "]
