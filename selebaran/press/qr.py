"""QR codes for sheets."""

from __future__ import annotations

import io
from functools import lru_cache

import segno

from selebaran.press.masks import quick_masks


@lru_cache(maxsize=16)
def qr_svg(url: str) -> bytes:
    """A QR code as SVG, black on white (ISO/IEC 18004), without its quiet zone: that is the stylesheet's, so that a
    symbol is as large as a sheet says, whatever its address.

    The level of correction is the highest at which no more modules are needed than at the lowest. What ends a code on
    a photocopy is modules that run together, and larger ones outlive a copy or two more than a higher level does."""
    stream = io.BytesIO()
    with quick_masks():
        code = segno.make(url, error="l", boost_error=True, micro=False)
    code.save(stream, kind="svg", border=0, dark="#000", light="#fff", xmldecl=False)
    return stream.getvalue()
