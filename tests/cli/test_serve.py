"""One district on this computer: built, shown at an address that is printed, and ended with Ctrl-C."""

from __future__ import annotations

import re
import shlex
import signal
import socket
import subprocess
import sys
import threading
import urllib.error
import urllib.request
from http.server import ThreadingHTTPServer
from pathlib import Path

import pytest

from selebaran.cli.language import Speaker
from selebaran.cli.serve import HERE, TRIES, listening
from tests.conftest import ROOT


def demo_command() -> list[str]:
    """What `make demo` runs when everything is set up."""
    command = ["make", "-n", "--no-print-directory", "demo"]
    told = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    program, *arguments = shlex.split(told.splitlines()[-1])
    assert program.endswith("/selebaran")
    return [sys.executable, "-m", "selebaran.cli", *arguments]


def test_make_demo_shows_the_made_up_district_until_ctrl_c(tmp_path: Path) -> None:
    command = [*demo_command(), "--only", "site", "--port", "0", "--out", str(tmp_path)]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with subprocess.Popen(command, cwd=ROOT, **pipes, text=True, start_new_session=True) as process:
        try:
            looked_at(process)
            process.send_signal(signal.SIGINT)
            _, said = process.communicate()
        finally:
            process.kill()
    assert process.returncode == 0
    assert f"Berhenti. Hasilnya tetap ada di {tmp_path}" in said
    assert "Traceback" not in said


def looked_at(process: subprocess.Popen[str]) -> None:
    """What somebody sees who opens the address that is printed."""
    assert process.stdout is not None
    line = process.stdout.readline()
    found = re.fullmatch(r"Buka (http://localhost:\d+/) di peramban\. Hentikan dengan Ctrl\+C\.\n", line)
    assert found, line
    with urllib.request.urlopen(found[1]) as page:
        assert "Kabupaten Contoh" in page.read().decode()
    with pytest.raises(urllib.error.HTTPError) as missing:
        urllib.request.urlopen(f"{found[1]}tidak-ada/")
    assert missing.value.code == 404
    assert "Halaman ini tidak ada" in missing.value.read().decode()


def test_a_port_that_is_taken_gives_the_next_one(tmp_path: Path) -> None:
    with listening(tmp_path, 0, Speaker()) as first, listening(tmp_path, first.server_port, Speaker()) as second:
        assert first.server_port < second.server_port < first.server_port + TRIES


def test_only_this_computer_reaches_it(tmp_path: Path) -> None:
    with listening(tmp_path, 0, Speaker()) as server:
        assert server.server_address[0] == HERE == "127.0.0.1"


def test_where_no_port_is_free_it_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with socket.socket() as taken:
        taken.bind((HERE, 65535))
        taken.listen()
        with pytest.raises(SystemExit) as end:
            listening(tmp_path, 65535, Speaker())
    assert end.value.code == 3
    assert capsys.readouterr().err == "pintu 65535 sampai 65535 terpakai semua; sebut yang lain dengan --port\n"


def test_a_page_that_is_missing_has_no_body_where_none_is_asked_for(tmp_path: Path) -> None:
    (tmp_path / "404.html").write_text("<title>tidak ada</title>", "utf-8")
    with listening(tmp_path, 0, Speaker()) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        assert isinstance(server, ThreadingHTTPServer)
        asked = urllib.request.Request(f"http://{HERE}:{server.server_port}/x", method="HEAD")
        with pytest.raises(urllib.error.HTTPError) as missing:
            urllib.request.urlopen(asked)
        assert (missing.value.code, missing.value.read()) == (404, b"")
        server.shutdown()
