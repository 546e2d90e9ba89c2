"""Which addresses of a cluster are taken, and what is said of the others."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from selebaran.cli.cluster import cluster_asked, cluster_of
from selebaran.cli.language import Speaker
from selebaran.cli.main import main
from selebaran.jobs.connect import CERTIFICATES, Where


@pytest.fixture
def certificates(tmp_path: Path) -> Path:
    for name in CERTIFICATES:
        (tmp_path / name).touch()
    return tmp_path


def refused(address: str | None, folder: Path | None, capsys: pytest.CaptureFixture[str]) -> str:
    with pytest.raises(SystemExit) as ended:
        cluster_asked(address, folder, Speaker())
    assert ended.value.code == 2
    return capsys.readouterr().err


def test_workers_on_this_machine_and_schedulers_that_are_safe_are_taken(certificates: Path) -> None:
    say = Speaker()
    assert cluster_asked(None, None, say) is None
    assert cluster_asked("local:4", None, say) == Where(workers=4)
    for loopback in ("tcp://127.0.0.1:8786", "tcp://localhost:8786", "tcp://[::1]:8786"):
        assert cluster_asked(loopback, None, say) == Where(loopback)
    there = "tls://10.0.0.5:8786"
    assert cluster_asked(there, certificates, say) == Where(there, certificates)


@pytest.mark.parametrize("address", ["tcp://10.0.0.5:8786", "tcp://kantor.example:8786", "tcp://0.0.0.0:8786"])
def test_without_certificates_nothing_but_this_machine_is_taken(
    address: str, capsys: pytest.CaptureFixture[str]
) -> None:
    said = refused(address, None, capsys)
    assert f"klaster '{address}' tidak aman" in said
    assert "saran: pakai tls:// dan --cluster-certs FOLDER" in said


def test_certificates_that_are_missing_are_named(certificates: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "--cluster-certs FOLDER (ca.pem, cert.pem, key.pem)" in refused("tls://10.0.0.5:8786", None, capsys)
    (certificates / "key.pem").unlink()
    assert refused("tls://10.0.0.5:8786", certificates, capsys).startswith("tidak ada key.pem di folder sertifikat")
    assert "tambahkan --cluster" in refused(None, certificates, capsys)


@pytest.mark.parametrize("address", ["local:0", "local:999", "local:", "10.0.0.5:8786", "tls://a:99999", "http://a:1"])
def test_an_address_that_cannot_be_one_is_told_with_an_example(
    address: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "tls://10.0.0.5:8786, local:4" in refused(address, None, capsys)


def test_without_the_extra_the_command_that_installs_it_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "dask", None)
    with pytest.raises(SystemExit) as ended, cluster_of(Where(workers=2), Speaker()):
        pass
    assert ended.value.code == 3
    assert "make setup-cluster, atau pip install 'selebaran[cluster]'" in capsys.readouterr().err


def test_a_build_refuses_an_unsafe_cluster_before_it_reads_anything(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["build", "--cluster", "tcp://10.0.0.5:8786", "--out", str(tmp_path / "dist")])
    assert ended.value.code == 2
    assert "tidak aman" in capsys.readouterr().err
    assert not (tmp_path / "dist").exists()
