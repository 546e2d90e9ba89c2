"""`selebaran release key`, `sign` and `verify --key`: whether what is published is what somebody vouched for."""

from __future__ import annotations

from pathlib import Path

import pytest

from selebaran.cli.main import main
from selebaran.publish.provenance import Witness
from selebaran.read.project import read_project
from tests.conftest import BASE, DAY
from tests.publish.small import publish

HOST = "dinkesuji.example"


def release(out: Path, *arguments: str, place: bool = True) -> int:
    where = ["--root", str(BASE), "--out", str(out)] if place else []
    try:
        main(["release", *arguments, *where])
    except SystemExit as end:
        return int(end.code or 0)
    return 0


@pytest.fixture
def out(tmp_path: Path) -> Path:
    folder = tmp_path / "dist"
    publish(folder, {"index.html": "satu"}, HOST)
    Witness(BASE, folder, read_project(BASE), published=True).of_others(DAY)
    assert release(folder, "key", str(tmp_path / "kunci"), place=False) == 0
    return folder


def test_what_was_signed_is_verified_with_the_public_key(out: Path, capsys: pytest.CaptureFixture[str]) -> None:
    key = out.parent / "kunci"
    assert release(out, "verify", "--key", f"{key}.pub") == 1
    said = capsys.readouterr()
    assert f"{HOST}: tidak bertanda tangan\n1 situs tanpa tanda tangan yang sah\n  saran: periksa siapa" in said.err
    assert release(out, "sign", "kab-uji", "--key", str(key)) == 0
    assert f"bertanda: {HOST} " in capsys.readouterr().out
    assert release(out, "verify", "--key", f"{key}.pub") == 0
    assert f"tanda tangan sah: {HOST} (" in capsys.readouterr().out


def test_without_a_key_nobody_has_to_sign(out: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert release(out, "verify") == 0
    assert capsys.readouterr().err == ""


def test_another_key_is_told(out: Path, capsys: pytest.CaptureFixture[str]) -> None:
    release(out, "key", str(out.parent / "lain"), place=False)
    release(out, "sign", "--key", str(out.parent / "lain"))
    assert release(out, "verify", "--key", str(out.parent / "kunci.pub")) == 1
    assert f"{HOST}: ditandatangani dengan kunci lain (" in capsys.readouterr().err


def test_a_file_that_holds_no_key_ends_with_code_3(out: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert release(out, "sign", "--key", str(out.parent / "kunci.pub")) == 3
    assert "openssl genpkey -algorithm ed25519" in capsys.readouterr().err
    assert release(out, "verify", "--key", str(out.parent / "tiada.pub")) == 3
    assert release(out, "key", str(out.parent / "kunci"), place=False) == 3


def test_what_has_no_list_cannot_be_signed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    publish(tmp_path, {"index.html": "satu"}, HOST)
    release(tmp_path, "key", str(tmp_path / "kunci"), place=False)
    assert release(tmp_path, "sign", "--key", str(tmp_path / "kunci")) == 1
    assert f"tidak ada manifes dari: {HOST}" in capsys.readouterr().err


def test_a_secret_key_that_others_can_read_is_told_and_signs(out: Path, capsys: pytest.CaptureFixture[str]) -> None:
    key = out.parent / "kunci"
    assert release(out, "sign", "--key", str(key)) == 0
    assert capsys.readouterr().err == ""
    key.chmod(0o644)
    assert release(out, "sign", "--key", str(key)) == 0
    assert f"terbaca oleh pengguna lain di komputer ini\n  saran: chmod 600 {key}\n" in capsys.readouterr().err


@pytest.mark.parametrize("keep", [0.3, 0.6, 0.9])
def test_half_a_key_is_none(keep: float, out: Path, capsys: pytest.CaptureFixture[str]) -> None:
    key = out.parent / "kunci"
    content = key.read_bytes()
    key.write_bytes(content[: int(len(content) * keep)] + b"\n-----END PRIVATE KEY-----\n")
    assert release(out, "sign", "--key", str(key)) == 3
    assert "tidak ada kunci ed25519 yang terbaca di " in capsys.readouterr().err
