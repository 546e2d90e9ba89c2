"""What every answer says beside its body: what it is, and what a browser may do with it."""

from __future__ import annotations

import mimetypes
from pathlib import Path

HEADERS = {
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "SAMEORIGIN",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
}
KINDS = {
    ".js": "text/javascript",
    ".css": "text/css",
    ".html": "text/html",
    ".svg": "image/svg+xml",
    ".ics": "text/calendar",
    ".webmanifest": "application/manifest+json",
    ".webp": "image/webp",
}


def kind_of(name: str) -> str:
    """The type of a file, as servers tell it."""
    found = KINDS.get(Path(name).suffix) or mimetypes.guess_type(name)[0] or "application/octet-stream"
    return f"{found}; charset=utf-8" if found.startswith("text/") or found.endswith(("json", "xml")) else found
