"""A path asks for a file below the web root, or for nothing."""

from __future__ import annotations

import pytest

from selebaran.serve.paths import file_of, is_page, is_sheet, needs_slash


@pytest.mark.parametrize(
    ("path", "file"),
    [
        ("/", "index.html"),
        ("/iuran/", "iuran/index.html"),
        ("/iuran/?a=1#b", "iuran/index.html"),
        ("/assets/gaya.12345678.css", "assets/gaya.12345678.css"),
        ("/gambar/balai%20desa.webp", "gambar/balai desa.webp"),
    ],
)
def test_a_path_is_a_file_of_the_site(path: str, file: str) -> None:
    assert file_of(path) == file


@pytest.mark.parametrize(
    "path",
    [
        *(
            "",
            "iuran",
            "http://jahat.example/",
            "//jahat.example/",
            "/../rahasia",
            "/a/../../b",
            "/%2e%2e/b",
            "/a%2f..%2fb",
        ),
        *(
            "/.git/config",
            "/a/.env",
            "/.well-known/x",
            "/a//b",
            "/a\\..\\b",
            "/%5c..%5cb",
            "/a%00b",
            "/C:/x",
            "/" + "a" * 2000,
        ),
        "/%ff",
    ],
)
def test_nothing_above_the_site_or_hidden_is_a_file(path: str) -> None:
    assert file_of(path) is None


def test_kinds_of_files() -> None:
    assert is_page("unduh/index.html") and not is_sheet("unduh/index.html")
    assert is_sheet("unduh/poster/poster-kantor.pdf")
    assert needs_slash("iuran") and not needs_slash("robots.txt")
