"""A document is followed: its commands are run in its order, in a project of their own, and must say what it shows."""

from __future__ import annotations

import http.client
import os
import pty
import re
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tests.guides.pages import REASONS, Block
from tests.patience import LONG_SECONDS

SERVING = re.compile(r"\bselebaran serve\b")
ADDRESS = re.compile(r"http://([\w.-]+):(\d+)(/\S*)?")
DAY = "2026-11-28"
"""The day on which documents show what commands say, where they name no other."""
CHANGES = re.compile(r"\b([0-9a-f]{8})\b|\d(?:[\d,]|\\\.)*")
"""A release's name, or a number, in a pattern."""
OTHER_NUMBERS = "angka boleh lain"
"""The remark above output whose numbers are the register's, and change with it."""
EPOCH = "1795824000"
"""That day, as SOURCE_DATE_EPOCH has it."""


@dataclass
class Follower:
    """Somebody who types what a document shows.

    `before` is what somebody does before a command that begins so: fill in the table that another wrote. `done`
    counts blocks run, shown output found, and blocks left out, by their reason.
    """

    project: Path
    before: Mapping[str, Callable[[Path], None]] = field(default_factory=dict)
    done: Counter[str] = field(default_factory=Counter)
    said: str = ""
    at: Path = field(init=False)

    def __post_init__(self) -> None:
        self.at = self.project

    def lay(self, blocks: list[Block]) -> None:
        """Write what documents show of files that somebody has: a remark above the block names the file."""
        for block in blocks:
            if found := re.match(r"berkas (\S+)$", block.told):
                (self.project / found[1]).write_text(block.text, "utf-8")

    def follow(self, block: Block) -> None:
        """Run a block of commands, or hold a block of output against what the commands before it said."""
        if block.not_run:
            assert block.not_run in REASONS, f"{block.place}: {block.not_run}"
            self.done[block.not_run] += 1
        elif block.language == "sh":
            codes = re.findall(r"\d", block.told) or ["0"]
            commands = zip(block.commands, codes * len(block.commands), strict=False)
            self.said = "".join(self.run(command, block, int(code)) for command, code in commands)
            self.done["run"] += 1
        elif block.file:
            self.write(block)
        elif block.told.startswith("berkas ") or (block.is_message and not block.told):
            self.done["shown"] += 1
        elif block.language == "text" and block.text.startswith("$ "):
            self.transcript(block)
        elif block.language == "text":
            self.hold(block, block.text)

    def write(self, block: Block) -> None:
        """Write the file whose name stands above the block."""
        (self.at / block.file).parent.mkdir(parents=True, exist_ok=True)
        (self.at / block.file).write_text(block.text, "utf-8")
        self.done["written"] += 1

    def transcript(self, block: Block) -> None:
        """A block with both: what is typed, after `$ `, and what is said."""
        for part in re.split(r"^\$ ", block.text, flags=re.M)[1:]:
            command, _, shown = part.partition("\n")
            self.said = self.run(command, block)
            self.hold(block, shown)

    def hold(self, block: Block, shown: str) -> None:
        """Find what a block shows in what was said; `…` stands for whatever is left out."""
        pattern = re.escape(shown.strip("\n")).replace("…", ".*?")
        if block.told == OTHER_NUMBERS:
            pattern = CHANGES.sub(lambda found: "[0-9a-f]{8}" if found[1] else r"[\d.,]+", pattern)
        said = "\n".join(line.rstrip() for line in self.said.splitlines())
        assert re.search(f"^{pattern}$", said, re.M | re.S), f"{block.place}: said\n{said}"
        self.done["output"] += 1

    def run(self, command: str, block: Block, code: int = 0) -> str:
        """What a command says. It ends well, or as the remark above its block says (`keluar 1`, or `keluar 1, 0`)."""
        if command.startswith("cd "):
            self.at /= command.removeprefix("cd ")
            (self.at / ".cache").symlink_to((self.project / ".cache").resolve())
            return ""
        for begin, does in self.before.items():
            if command.startswith(begin):
                does(self.at)
        if SERVING.search(command):
            return self.serve(command)
        with yes() as keyboard:
            done = subprocess.run(
                ["bash", "-c", command], cwd=self.at, env=self.environment, stdin=keyboard, **_TEXT, check=False
            )
        assert done.returncode == code, f"{block.place}: {command}\n{done.stdout}{done.stderr}"
        assert "Traceback" not in done.stderr, f"{block.place}: {command}\n{done.stderr}"
        return (done.stdout + done.stderr).replace("ketik ya: ", "ketik ya: ya\n")

    def serve(self, command: str) -> str:
        """Start what serves, look at the address that it says, and stop it as somebody would, with Ctrl-C."""
        with subprocess.Popen(
            [*command.split(), "--port", "0"], cwd=self.at, env=self.environment, **_TEXT, start_new_session=True
        ) as server:
            assert server.stdout is not None
            try:
                line = server.stdout.readline()
                found = ADDRESS.search(line)
                assert found, line
                look_at(found[1], int(found[2]))
                server.send_signal(signal.SIGINT)
                server.communicate(timeout=LONG_SECONDS)
            finally:
                server.kill()
        assert server.returncode == 0
        return line

    @property
    def environment(self) -> dict[str, str]:
        """The machine's, with the program on the path and a day on which the documents' examples hold."""
        path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
        home = {"HOME": str(self.project.parent), "GIT_CONFIG_GLOBAL": os.devnull}
        return {**os.environ, **home, "PATH": path, "SOURCE_DATE_EPOCH": EPOCH, "COLUMNS": "200"}


def look_at(host: str, port: int) -> None:
    """Open the first page of what is served, as soon as it is no longer said that it is being made."""
    status = 503
    while status == 503:  # each asking waits a moment itself
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=LONG_SECONDS)
        connection.request("GET", "/", headers={"Host": f"{host}:{port}"})
        status = connection.getresponse().status
        connection.close()
    assert status == 200


@contextmanager
def yes() -> Iterator[int]:
    """A terminal at which somebody answers `ya`: who isn't at one isn't asked."""
    person, keyboard = pty.openpty()
    try:
        os.write(person, b"ya\n")
        yield keyboard
    finally:
        os.close(person)
        os.close(keyboard)


_TEXT = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
