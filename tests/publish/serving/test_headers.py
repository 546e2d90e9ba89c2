"""Kinds of files, and how long each is kept."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from selebaran.model.artifact import ENDINGS
from selebaran.publish.serving.apache import apache_files
from selebaran.publish.serving.caddy import caddy_files
from selebaran.publish.serving.headers import ABOUT, ASK, BINARY, HEADERS, KEEP, KEPT, TYPES, text_types, told
from selebaran.publish.serving.nginx import nginx_files
from selebaran.publish.serving.where import Where


def kept(path: str) -> str:
    return next((value for pattern, value in KEPT.items() if re.search(f"{pattern}$", path)), ASK)


def test_every_kind_of_file_that_a_site_has_has_a_type() -> None:
    assert {f".{ending}" for ending in TYPES} == ENDINGS


def test_text_is_sent_as_utf_8_and_nothing_else_is() -> None:
    assert told(TYPES["ics"]) == "text/calendar; charset=utf-8"
    assert told(TYPES["pdf"]) == "application/pdf"
    assert not set(text_types()) & set(BINARY)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("/assets/gaya.0123abcd.css", KEEP),
        ("/assets/alat.0123abcd.js", KEEP),
        ("/assets/cari.js", ASK),
        ("/sw.js", ASK),
        ("/unduh/a/a.pdf", ASK),
        ("/", ASK),
        ("/gambar/a.jpeg", "public, max-age=86400"),
    ],
)
def test_only_what_a_name_tells_of_is_kept_long(path: str, value: str) -> None:
    assert kept(path) == value


def test_hsts_speaks_of_the_host_alone() -> None:
    assert "includeSubDomains" not in HEADERS["Strict-Transport-Security"]


@pytest.mark.parametrize("write", [nginx_files, caddy_files, apache_files])
def test_who_sees_the_files_for_the_first_time_is_told_what_answers_for_which_host(
    write: Callable[[Where], dict[str, str]], served: Where
) -> None:
    files = write(served)
    assert all(text.startswith(f"# {ABOUT}\n") for text in files.values())
    (sites,) = [text for name, text in files.items() if name.startswith("situs.")]
    told = re.findall(r"^# (.+)\n(?:server|https?:|<VirtualHost)", sites, re.M)
    assert [one for one in told if one.startswith("Situs ")] == [f"Situs {site.host}" for site in served.hosts.sites]
    for host in (*(moved.former for moved in served.hosts.moved), *served.hosts.stopped):
        assert [one for one in told if host in one], host
    assert any("dengan www" in one for one in told)
