"""WeasyPrint's libraries are loaded without asking anybody where they are."""

from __future__ import annotations

import subprocess
import sys

import pytest

CODE = """
import ctypes.util, subprocess, sys
from selebaran.press import libraries
asked = []
plain = ctypes.util.find_library
ctypes.util.find_library = lambda name: asked.append(name) or plain(name)
{before}
libraries.load()
import weasyprint.text.ffi
print(len(asked), weasyprint.text.ffi.pango is not None, ctypes.util.find_library is plain)
"""


@pytest.mark.parametrize(
    ("before", "asks"), [("", False), ("libraries.NAMES = (*libraries.NAMES, 'libtidakada.so.7')", True)]
)
def test_libraries_are_found_and_only_what_the_loader_lacks_is_looked_for(before: str, asks: bool) -> None:
    code = CODE.format(before=before)
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    asked, found, _ = done.stdout.split()
    assert found == "True"
    assert (int(asked) > 0) is asks
