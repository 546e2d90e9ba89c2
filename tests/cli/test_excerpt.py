"""At a terminal, a problem shows the line that it speaks of; elsewhere it stays as programs know it."""

from __future__ import annotations

import fcntl
import json
import os
import pty
import re
import shutil
import struct
import subprocess
import sys
import termios
from pathlib import Path

import pytest
from rich.cells import cell_len

from selebaran.cli.excerpt import excerpt
from selebaran.cli.language import Speaker
from selebaran.cli.show import terminal_text
from selebaran.model.problem import Place, problem
from tests.conftest import ROOT, TREES, with_fonts

FILE = "districts/kab-uji/jadwal.yml"


def drawn(tmp_path: Path, text: str | bytes, line: int, column: int, width: int = 80) -> tuple[str, str]:
    path = tmp_path / FILE
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    found = excerpt(tmp_path, Place(FILE, line, column), width)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("line", "column", "row", "caret"),
    [
        ("a: x", 4, "  1 | a: x", "    |    ^"),
        ("a: x", 0, "  1 | a: x", ""),
        ("a: x", 5, "  1 | a: x", "    |     ^"),
        ("a: x", 99, "  1 | a: x", "    |     ^"),
        ("\ta:\tx", 5, "  1 | →   a:→   x", "    |           ^"),
        ("\ta", 1, "  1 | →   a", "    | ^"),
        ("漢字: 字", 5, "  1 | 漢字: 字", "    |       ^"),
        ("e\u0301: x", 5, "  1 | e\u0301: x", "    |    ^"),
        ("a\u200bb: x", 2, "  1 | a\ufffdb: x", "    |  ^"),
        ("\x1b[2J\x07a: \x9b31m", 1, "  1 | ␛[2J␇a: \ufffd31m", "    | ^"),
        ("a: \u202exyz", 4, "  1 | a: \ufffdxyz", "    |    ^"),
    ],
)
def test_the_caret_stands_under_the_column(tmp_path: Path, line: str, column: int, row: str, caret: str) -> None:
    assert drawn(tmp_path, f"{line}\nb: y\n", 1, column) == (row, caret)


@pytest.mark.parametrize("wide", [False, True])
@pytest.mark.parametrize("column", [1, 2, 30, 200, 399, 400])
def test_a_long_line_is_cut_around_the_column(tmp_path: Path, column: int, wide: bool) -> None:
    letters = "".join(chr((0x4E00 if wide else 0x61) + n % 26) for n in range(400))
    row, caret = drawn(tmp_path, f"x\n{letters}\n", 2, column, 60)
    assert cell_len(row) <= 60
    assert len(caret) <= 60
    assert row.startswith("  2 | …") is (column > 2)
    before = row[: next(n for n in range(len(row)) if cell_len(row[:n]) == caret.index("^"))]
    assert row[len(before)] == letters[column - 1]


@pytest.mark.parametrize(
    ("text", "line", "row"),
    [
        (b"\xef\xbb\xbfa: x\r\nb: y\r\n", 2, "  2 | b: y"),
        (b"a\rb\rc", 3, "  3 | c"),
        (b"a: \xff\n", 1, "  1 | a: \ufffd"),
    ],
)
def test_lines_are_counted_as_the_reader_counts_them(tmp_path: Path, text: bytes, line: int, row: str) -> None:
    assert drawn(tmp_path, text, line, 1)[0] == row


@pytest.mark.parametrize("place", [Place(FILE, 9, 1), Place(FILE), Place("districts", 1), Place("tidak-ada.yml", 1)])
def test_without_a_line_there_is_no_excerpt(tmp_path: Path, place: Place) -> None:
    drawn(tmp_path, "a: x\n", 1, 1)
    assert excerpt(tmp_path, place, 80) is None


def test_an_unreadable_file_costs_only_the_excerpt(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    found = problem("yaml-tabulator", Place("tidak-ada.yml", 3, 1))
    assert terminal_text(found, Speaker(), tmp_path, 80) == (
        "tidak-ada.yml:3:1: error[yaml-tabulator]: ada tabulator (tombol Tab) di sini\n  saran: ganti dengan spasi"
    )


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    shutil.copytree(TREES / "_dasar", tmp_path, dirs_exist_ok=True)
    shutil.copytree(TREES / "telepon-tidak-terbaca" / "districts", tmp_path / "districts", dirs_exist_ok=True)
    return with_fonts(tmp_path)


PLAIN = """\
districts/kab-uji/daerah.yml:16:14: error[telepon-tidak-terbaca]: '0254-123456 (Bu Sri)' bukan nomor telepon
  saran: tulis nomornya saja, tanpa nama orang, contoh 0254 123456; bila tidak ada nomornya, kosongkan isiannya
"""
EXCERPT = """\
  16 |     telepon: 0254-123456 (Bu Sri)
     |              ^
"""


def at_a_terminal(broken: Path, *options: str, **environment: str) -> tuple[str, str]:
    """Standard output, and what a terminal on standard error gets."""
    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 200, 0, 0))
    clean = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "COLUMNS", "TERM")}
    command = [
        sys.executable,
        "-c",
        "from selebaran.cli.main import main; main()",
        "check",
        "kab-uji",
        "--root",
        str(broken),
    ]
    with subprocess.Popen(
        [*command, *options],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=slave,
        env={**clean, "TERM": "xterm", **environment},
        text=True,
    ) as process:
        os.close(slave)
        written = b""
        while True:
            try:
                part = os.read(master, 65536)
            except OSError:  # the other end is closed
                break
            if not part:
                break
            written += part
        out = process.stdout.read() if process.stdout else ""
    os.close(master)
    return out, written.decode().replace("\r\n", "\n")


def test_a_terminal_shows_the_line_and_a_caret_in_colour(broken: Path) -> None:
    _, shown = at_a_terminal(broken)
    head, hint = PLAIN.splitlines(keepends=True)
    assert re.sub(r"\x1b\[[\d;]*m", "", shown) == head + EXCERPT + hint
    assert "\x1b[31m\x1b[1merror[telepon-tidak-terbaca]\x1b[0m" in shown


@pytest.mark.parametrize("environment", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_colour_is_left_out_where_nobody_wants_it(broken: Path, environment: dict[str, str]) -> None:
    head, hint = PLAIN.splitlines(keepends=True)
    assert at_a_terminal(broken, **environment)[1] == head + EXCERPT + hint


def test_json_is_the_same_at_a_terminal(broken: Path) -> None:
    out, shown = at_a_terminal(broken, "--json")
    assert shown == ""
    assert json.loads(out)["code"] == "telepon-tidak-terbaca"


def test_a_pipe_gets_plain_lines(broken: Path) -> None:
    command = [sys.executable, "-c", "from selebaran.cli.main import main; main()", "check", "--root", str(broken)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.stderr == PLAIN
