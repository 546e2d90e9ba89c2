"""A small site on a server of this machine, and what an intruder or a careless host makes of it."""

from __future__ import annotations

import gzip
import secrets
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import brotli

PAGE = '<!doctype html><title>{title}</title><p>{text}</p><a href="https://sehat.example/">x</a><script>1</script>'
SITE = {
    "index.html": PAGE.format(title="Beranda", text="Cara mendaftar"),
    "iuran/index.html": PAGE.format(title="Iuran", text="Rp35.000 sebulan"),
    "unduh/leaflet.pdf": "%PDF-1.7 " + "x" * 500,
    "404.html": PAGE.format(title="Tidak ada", text="Halaman ini tidak ada"),
    "robots.txt": "User-agent: *\n",
}
TYPES = {"html": "text/html; charset=utf-8", "pdf": "application/pdf", "txt": "text/plain"}


@dataclass
class Host:
    """What a server has by path; what it shows search engines alone; where paths lead; what it puts into every page;
    how it packs; whether it says 200 of everything, and repeats what was asked with a number; who asked, for what."""

    files: dict[str, str | bytes] = field(default_factory=lambda: dict(SITE))
    for_engines: dict[str, str] = field(default_factory=dict)
    leads: dict[str, str] = field(default_factory=dict)
    injects: str = ""
    packs: str = ""
    always: bool = False
    repeats: bool = False
    asked: list[tuple[str, str]] = field(default_factory=list)

    def answer(self, path: str, agent: str) -> tuple[int, str, bytes]:
        """Status, type and text of an answer."""
        self.asked.append((path, agent))
        name = f"{path}index.html" if path.endswith("/") or not path else path
        found = (self.for_engines if "Googlebot" in agent else {}).get(name) or self.files.get(name)
        status = 200 if found is not None or self.always else 404
        text = found if found is not None else self.files.get("404.html", "")
        if found is None and self.repeats:
            text += f"<p>/{path.rstrip('/')} tidak ada ({secrets.token_hex(8)}, {len(self.asked)})</p>"
        kind = TYPES.get(name.rpartition(".")[2] if found is not None else "html", "text/html")
        content = text.encode() if isinstance(text, str) else text
        return status, kind, content + self.injects.encode() if kind.startswith("text/html") else content


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    host: Host

    def log_message(self, format: str, *args: Any) -> None:
        pass

    def do_GET(self) -> None:
        path = self.path.lstrip("/")
        if onward := self.host.leads.get(path):
            self.send_response(302)
            self.send_header("Location", onward)
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        status, kind, text = self.host.answer(path, self.headers["User-Agent"])
        body = {"gzip": gzip.compress, "br": brotli.compress}.get(self.host.packs, bytes)(text)
        self.send_response(status)
        self.send_header("Content-Type", kind)
        if self.host.packs:
            self.send_header("Content-Encoding", self.host.packs)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@contextmanager
def served(host: Host) -> Iterator[str]:
    """Its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("Handler", (_Handler,), {"host": host}))
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()
