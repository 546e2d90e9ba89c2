"""All districts or some on this computer: made when they are looked at, at an address that is printed, until Ctrl-C."""

from __future__ import annotations

import http.client
import re
import shlex
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from selebaran.cli.main import main
from selebaran.serve.hosts import HERE
from tests.conftest import ROOT
from tests.patience import LONG_SECONDS


def demo_command() -> list[str]:
    """What `make demo` runs when everything is set up."""
    command = ["make", "-n", "--no-print-directory", "demo"]
    told = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    program, *arguments = shlex.split(told.splitlines()[-1])
    assert program.endswith("/selebaran")
    return [sys.executable, "-m", "selebaran.cli", *arguments]


def test_make_demo_shows_the_made_up_district_until_ctrl_c(tmp_path: Path) -> None:
    command = [*demo_command(), "--only", "site", "--port", "0"]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    environment = {"PATH": "/usr/bin:/bin", "TMPDIR": str(tmp_path)}
    with subprocess.Popen(command, cwd=ROOT, env=environment, **pipes, text=True, start_new_session=True) as process:
        try:
            looked_at(process)
            process.send_signal(signal.SIGINT)
            _, said = process.communicate(timeout=LONG_SECONDS)
        finally:
            process.kill()
    assert process.returncode == 0
    assert said == "Berhenti.\n"
    assert list(tmp_path.iterdir()) == []


def looked_at(process: subprocess.Popen[str]) -> None:
    """What somebody sees who opens the address that is printed."""
    assert process.stdout is not None
    line = process.stdout.readline()
    found = re.fullmatch(r"Buka http://(kab-contoh\.localhost):(\d+)/ di peramban\. Hentikan dengan Ctrl\+C\.\n", line)
    assert found, line
    assert "Kabupaten Contoh" in made(found[1], int(found[2]), "/", 200)
    assert "Halaman ini tidak ada" in made(found[1], int(found[2]), "/tidak-ada/", 404)


def made(host: str, port: int, path: str, status: int) -> str:
    """A page, as soon as it is no longer said that it is being made."""
    until = time.monotonic() + LONG_SECONDS
    while time.monotonic() < until:
        connection = http.client.HTTPConnection(HERE, port, timeout=LONG_SECONDS)
        connection.request("GET", path, headers={"Host": f"{host}:{port}"})
        answer = connection.getresponse()
        body = answer.read().decode()
        if answer.status != 503:  # each asking waits a moment itself
            assert answer.status == status
            return body
    raise AssertionError(f"{path} is never made")


def ended(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[object, str]:
    with pytest.raises(SystemExit) as end:
        main(["serve", "--root", str(ROOT), *arguments])
    return end.value.code, capsys.readouterr().err


def test_a_port_that_is_taken_is_told_with_another(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.socket() as taken:
        taken.bind((HERE, 0))
        taken.listen()
        port = taken.getsockname()[1]
        code, said = ended(capsys, "--port", str(port))
    other = port + 1 if port < 65535 else 8000
    assert (code, said) == (3, f"pintu {port} terpakai; sebut yang lain, misalnya --port {other}\n")


def test_a_district_that_does_not_exist_is_told_with_the_nearest(capsys: pytest.CaptureFixture[str]) -> None:
    assert ended(capsys, "kab-srang") == (2, "tidak ada daerah 'kab-srang'; maksudnya 'kab-serang'?\n")


@pytest.mark.parametrize("arguments", [["--host", "0.0.0.0"], ["kab-serang", "--host", "jahat.example"]])
def test_other_devices_see_one_district_at_a_number_or_nothing(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    code, said = ended(capsys, *arguments)
    assert (code, said.startswith("--host butuh alamat berupa angka")) == (2, True)
