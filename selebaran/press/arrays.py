"""Arrays of glyphs that cffi knows without parsing C.

WeasyPrint asks for `hb_codepoint_t[23]` to name the glyphs of a font, and cffi parses each length that it meets for the
first time as a declaration of C: 1.8 ms, some eight times a sheet. A child forgets what it parsed when it ends. This
module reads cffi's private table of types; tests/press/test_arrays.py is the canary for it.
"""

from __future__ import annotations

import re
from typing import Any

from cffi import model
from weasyprint.text.ffi import ffi

GLYPHS = "hb_codepoint_t"
ARRAY = re.compile(rf"{GLYPHS}\[(\d+)\]")


class _Known(dict[str, object]):
    """Types by how they are written; an array of glyphs is made from its item and its length."""

    def __init__(self, parsed: dict[str, object]) -> None:
        super().__init__(parsed)
        self._item = ffi._parser.parse_type(GLYPHS)

    def __missing__(self, written: str) -> Any:
        found = ARRAY.fullmatch(written)
        if found is None:
            raise KeyError(written)
        with ffi._lock:
            self[written] = ffi._get_cached_btype(model.ArrayType(self._item, int(found[1]))), False
        return self[written]


def know_arrays() -> None:
    """From now on no length is parsed."""
    if not isinstance(ffi._parsed_types, _Known):
        ffi._parsed_types = _Known(ffi._parsed_types)
