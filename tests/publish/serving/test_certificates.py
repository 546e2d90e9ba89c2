"""Certificates: who has one here, and a script that asks for those that are missing."""

from __future__ import annotations

import subprocess
from pathlib import Path

from selebaran.publish.serving.certificates import certificate_script, without_certificate
from selebaran.publish.serving.hosts import Hosts, Moved, Site

HOSTS = Hosts((Site("a.example", "situs/a.example"),), (Moved("lama.example", "a.example"),))


def test_a_host_without_a_certificate_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.example").mkdir()
    (tmp_path / "a.example" / "fullchain.pem").touch()
    assert without_certificate(HOSTS, str(tmp_path)) == ("lama.example",)


def test_where_nobody_can_look_nobody_is_left_out(tmp_path: Path) -> None:
    assert without_certificate(HOSTS, str(tmp_path / "di server lain")) == ()


def test_the_script_asks_for_every_name_and_goes_on_after_one_that_fails(tmp_path: Path) -> None:
    (tmp_path / "certbot").write_text('#!/bin/sh\necho "$*"\ncase "$*" in *lama*) exit 1;; esac\n', "utf-8")
    (tmp_path / "certbot").chmod(0o755)
    hosts = Hosts((Site("lama.example", "x"), *HOSTS.sites))
    script = certificate_script(hosts, "nginx")["sertifikat.sh"]
    environment = {"PATH": f"{tmp_path}:/usr/bin:/bin"}
    done = subprocess.run(["sh", "-c", script], env=environment, capture_output=True, text=True, check=False)
    assert [line.split("-d ", 1)[1] for line in done.stdout.splitlines()] == [
        "lama.example -d www.lama.example",
        "a.example -d www.a.example",
    ]
    assert (done.returncode, done.stderr) == (1, "belum ada sertifikat: lama.example\n")
