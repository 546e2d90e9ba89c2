"""What a document shows in blocks, in its order, and what is to be done with each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

BLOCK = re.compile(
    r"(?:(?P<file>`[\w.-]+/[\w./-]+`):?\n\n)?(?:^ *<!-- uji: (?P<told>[^>]*?) -->\n+)?"
    r"^(?P<indent> *)```(?P<language>\w*)\n(?P<text>.*?)^(?P=indent)```$",
    re.M | re.S,
)
NOT_RUN = "tidak dijalankan, "
CONTENT = "isi "
"""The remark above what stands in a file that the text doesn't name."""
REASONS = {
    "perlu mesin lain": "it speaks to a server, or serves to other machines",
    "perlu hak administrator": "it installs packages of the system",
    "perlu kontainer": "it needs podman",
    "dijalankan CI": "it installs and tests everything: what every change goes through",
    "contoh keluaran": "what it shows comes from a day or a damage that no test can call up here",
}
"""Why a block may stand there and not be run: these, and no others. Above it, `<!-- uji: tidak dijalankan, … -->`."""
CODE = re.compile(r": (?:error|peringatan)\[[\w-]+\]: ")


@dataclass(frozen=True)
class Block:
    """A block of code of a document.

    `told` is what a remark above it says to the test, `file` the name of the file that stands above it.
    """

    place: str
    language: str
    text: str
    told: str
    file: str

    @property
    def not_run(self) -> str:
        """Why it isn't run; "" where it is."""
        return self.told.removeprefix(NOT_RUN) if self.told.startswith(NOT_RUN) else ""

    @property
    def commands(self) -> list[str]:
        """The lines that somebody types, without remarks; a line that goes on is one."""
        lines = re.sub(r"\\\n\s*", "", self.text).splitlines()
        return [re.sub(r"\s+# .*$", "", line) for line in lines if line.strip()]

    @property
    def is_message(self) -> bool:
        """Whether it shows what is said of a fault."""
        return CODE.search(self.text) is not None


def blocks(path: Path) -> Iterator[Block]:
    """The blocks of a document."""
    return blocks_of(path.read_text("utf-8"), path.name)


def blocks_of(text: str, name: str) -> Iterator[Block]:
    """The blocks of a document's text, or of a part of it."""
    for found in BLOCK.finditer(text):
        inner = re.sub(rf"^{found['indent']}", "", found["text"], flags=re.M)
        line = text.count("\n", 0, found.start("language")) + 1
        told = found["told"] or ""
        file = told.removeprefix(CONTENT) if told.startswith(CONTENT) else (found["file"] or "").strip("`")
        yield Block(f"{name}:{line}", found["language"], inner, told, file)
