"""A folder as a web server gives it out, for tests and measurements."""

from __future__ import annotations

import functools
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from selebaran.publish.layout import PORTAL, SITES


class _Handler(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:
        pass


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """A folder's address on this machine."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Handler, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()


def public(out: Path) -> dict[str, Path]:
    """Every file of an output that is for the public, by its place there: links are followed as a server does."""
    sites = sorted((out / SITES).iterdir()) if (out / SITES).is_dir() else []
    roots = [*sites, *([out / PORTAL] if (out / PORTAL).is_dir() else [])]
    files = [path for root in roots for path in sorted(root.rglob("*")) if path.is_file()]
    return {path.relative_to(out).as_posix(): path for path in files}
