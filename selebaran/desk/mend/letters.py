"""The bytes of a file -> its text without what editors and phones put in unseen: a BOM, CRLF, letters without width."""

from __future__ import annotations

import re

from selebaran.read.text import HIDDEN, MAX_BYTES

WIDE = (b"\xff\xfe", b"\xfe\xff")
BLANKS = re.compile(r"(?m)^([ -]*)\u00a0|(?<=:)\u00a0")
"""A no-break space where YAML needs one of its own."""
LINE_ENDS = dict.fromkeys(map(ord, "\u2028\u2029\u0085"), "\n")
CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
"""What no program types; nobody knows what stood there."""


def plain_text(raw: bytes) -> str | None:
    """The text of a file, whole and with plain line ends; None where what stands in it has no single reading."""
    if len(raw) > MAX_BYTES:
        return None
    try:
        text = raw.decode("utf-16" if raw[:2] in WIDE else "utf-8-sig")
    except UnicodeDecodeError:
        return None
    if CONTROLS.search(text):
        return None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return HIDDEN.sub("", text.translate(LINE_ENDS))


def without_wide_blanks(text: str) -> str:
    """YAML with its own blanks at the beginning of lines and behind colons."""
    before = ""
    while before != text:
        before, text = text, BLANKS.sub(lambda found: f"{found[1] or ''} ", text)
    return text
