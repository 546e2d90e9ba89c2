"""Loads the libraries that WeasyPrint draws letters with, by the names under which Linux knows them.

WeasyPrint tries several names for each, and `ctypes` asks `ldconfig`, a compiler and a linker about every one that the
loader doesn't know: forty processes, one library of which nobody has. The name that the loader knows is among them.
"""

from __future__ import annotations

import ctypes
import ctypes.util
import sys
from contextlib import suppress

NAMES = (
    *("libgobject-2.0.so.0", "libpango-1.0.so.0", "libharfbuzz.so.0", "libharfbuzz-subset.so.0"),
    *("libfontconfig.so.1", "libpangoft2-1.0.so.0"),
)
"""Those without which it doesn't run; weasyprint/text/ffi.py tries each of these names."""


def load() -> None:
    """Have them loaded. Where the loader doesn't know one, WeasyPrint looks for all of them in its own way."""
    if "weasyprint" in sys.modules or not all(map(_is_known, NAMES)):
        return
    plain = ctypes.util.find_library
    ctypes.util.find_library = lambda name: None
    try:
        import weasyprint.text.ffi  # noqa: F401  # late: it is what is waited for
    finally:
        ctypes.util.find_library = plain


def _is_known(name: str) -> bool:
    with suppress(OSError):
        ctypes.CDLL(name)
        return True
    return False
