"""QR codes for sheets."""

from __future__ import annotations

import io
from functools import lru_cache

import segno


@lru_cache(maxsize=16)
def qr_svg(url: str) -> bytes:
    """A QR code as SVG with its quiet zone of four modules, black on white (ISO/IEC 18004, level M)."""
    stream = io.BytesIO()
    segno.make(url, error="m", micro=False).save(stream, kind="svg", border=4, dark="#000", light="#fff", xmldecl=False)
    return stream.getvalue()
