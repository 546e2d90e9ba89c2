"""What is made once for all tests, however many processes run them: the first that asks makes it, the others wait.

What comes of it is only to be read; a test that changes something works on a copy.
"""

from __future__ import annotations

import fcntl
import os
import pickle
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest

Made = TypeVar("Made")


class Once:
    """Makes things in a folder that all processes of a test run share."""

    def __init__(self, factory: pytest.TempPathFactory) -> None:
        base = factory.getbasetemp()
        self._common = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "bersama"

    def __call__(self, name: str, make: Callable[[Path], Made]) -> Made:
        """What `make` gave for its own empty folder, pickled where another process made it."""
        self._common.mkdir(exist_ok=True)
        folder, result = self._common / name, self._common / f"{name}.pickle"
        with (self._common / f"{name}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not result.is_file():
                shutil.rmtree(folder, ignore_errors=True)
                folder.mkdir()
                result.write_bytes(pickle.dumps(make(folder)))
            made: Made = pickle.loads(result.read_bytes())
        return made
