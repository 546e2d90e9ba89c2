"""Kinds of files, and how long each is kept."""

from __future__ import annotations

import re

import pytest

from selebaran.model.artifact import ENDINGS
from selebaran.publish.serving.headers import ASK, BINARY, HEADERS, KEEP, KEPT, TYPES, text_types, told


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
