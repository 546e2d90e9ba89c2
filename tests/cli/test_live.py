"""`selebaran release verify --live`: a served copy of a release, sound, planted, and unreachable."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from selebaran.cli.main import main
from selebaran.publish.layout import provenance_of, site_of
from selebaran.publish.provenance import Witness
from selebaran.publish.releases import current
from selebaran.read.project import read_project
from tests.conftest import BASE, DAY
from tests.publish.live.visited import SITE, Host, served
from tests.publish.small import publish

HOST = "dinkesuji.example"


@pytest.fixture
def out(tmp_path: Path) -> Path:
    folder = tmp_path / "dist"
    publish(folder, SITE, HOST)
    Witness(BASE, folder, read_project(BASE), published=True).of_others(DAY)
    return folder


def verify(out: Path, url: str, *arguments: str) -> int:
    with pytest.raises(SystemExit) as end:
        main(["release", "verify", "--live", url, *arguments, "--root", str(BASE), "--out", str(out)])
    return int(end.value.code or 0)


def manifest(out: Path) -> str:
    return str(provenance_of(out, HOST, current(out, HOST) or ""))


def test_a_sound_site_is_the_one_that_was_published(out: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with served(Host()) as url:
        for given in (manifest(out), str(site_of(out, HOST))):
            assert verify(out, url, "--from", given) == 0
            assert capsys.readouterr().out == f"sama dengan yang diterbitkan: 5 alamat di {url}\n"


def test_planted_pages_are_told_with_what_to_do(out: Path, capsys: pytest.CaptureFixture[str]) -> None:
    host = Host()
    host.files["judi/index.html"] = "<title>Judi slot</title>"
    del host.files["unduh/leaflet.pdf"]
    with served(host) as url:
        assert verify(out, url, "--from", manifest(out)) == 1
        said = capsys.readouterr().err
        assert f"{url}unduh/leaflet.pdf: hilang\n{url}judi/: tidak seharusnya ada di sana\n" in said
        assert f"{url}judi/: berisi kata halaman sisipan: judi, slot\n3 temuan pada 5 alamat" in said
        assert "saran: situs ini mungkin disusupi: ganti sandi server" in said


def test_json_has_a_line_for_each_kind_with_its_addresses(out: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with served(Host(injects='<script src="https://hitung.example/x.js"></script>')) as url:
        assert verify(out, url, "--from", manifest(out), "--json") == 1
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert {"kind": "skrip", "detail": "https://hitung.example/x.js", "addresses": ["", "404.html", "iuran/"]} in rows


def test_what_a_host_puts_into_every_page_is_told_once(out: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with served(Host(injects='<script src="https://hitung.example/x.js"></script>')) as url:
        assert verify(out, url, "--from", manifest(out)) == 1
    said = capsys.readouterr().err
    assert said.count("hitung.example") == 1
    assert "(dan 2 alamat lain)" in said
    assert "bila server menyisipkan sesuatu, matikan itu" in said


def test_where_nothing_answers_it_ends_with_code_3(out: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert verify(out, "http://127.0.0.1:1/", "--from", manifest(out)) == 3
    assert "tidak ada jawaban dari http://127.0.0.1:1/" in capsys.readouterr().err


def test_with_a_key_only_a_signed_manifest_is_believed(out: Path, capsys: pytest.CaptureFixture[str]) -> None:
    key = out.parent / "kunci"
    main(["release", "key", str(key)])
    with served(Host()) as url:
        assert verify(out, url, "--from", manifest(out), "--key", f"{key}.pub") == 1
        assert "tidak bertanda tangan" in capsys.readouterr().err
        main(["release", "sign", "--key", str(key), "--root", str(BASE), "--out", str(out)])
        assert verify(out, url, "--from", manifest(out), "--key", f"{key}.pub") == 0


def test_what_nobody_published_here_cannot_be_compared(out: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert verify(out, "https://lain.example/") == 2
    assert "sebut isinya dengan --from" in capsys.readouterr().err
    assert verify(out, "https://lain.example/", "--from", str(BASE / "mkdocs.yml")) == 2
    assert verify(out, "ftp://lain.example/") == 2
