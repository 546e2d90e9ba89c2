"""What Python works out again whenever it loads a module, kept as it keeps byte code: the methods that it writes for
each data class, and its regular expressions. Both follow from a text alone, and take as long as all else of loading.

It lies among the byte code, in `__pycache__`, and goes by the same rules: who may write there can have any program run
as it is; where it can't be written, or mustn't (`PYTHONDONTWRITEBYTECODE`), nothing is kept, and all is worked out.
"""

from __future__ import annotations

import builtins
import dataclasses
import importlib
import marshal
import os
import sys
import threading
import types
from array import array
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path
from typing import Any, NamedTuple

FEW = 16
"""So many new texts aren't worth writing all of them anew."""
MOST = 6000
"""Texts of each kind that are kept; beyond it, those that the last run asked for."""
SEAL = 16
"""Bytes of the digest that the file begins with."""
LOADER = "<frozen importlib._bootstrap_external>"
"""What stands among the callers of whatever is done while a module is loaded."""
Pattern = tuple[str | bytes, int]
"""A regular expression as it is written, and its flags."""


class _Automaton(NamedTuple):
    """What `_sre.compile` is given: that of a pattern which isn't its text, its code as 32-bit numbers."""

    flags: int
    code: bytes
    groups: int
    names: Mapping[str, int]
    by_number: tuple[str | None, ...]


class _Kept:
    """What was worked out, by what it follows from, and what of it was asked for."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._methods, self._patterns = _read(path, sys.version, *_look(path))
        self._asked_methods = dict[str, bytes]()
        self._asked_patterns = dict[Pattern, tuple[Any, ...]]()
        self._new = 0

    def run(self, text: str, within: dict[str, object], names: dict[str, object]) -> None:
        """`exec` for `dataclasses`."""
        code = self._methods.get(text)
        if code is None:
            if not _is_loading():
                return builtins.exec(text, within, names)
            self._new += 1
            code = self._methods[text] = marshal.dumps(compile(text, "<string>", "exec", dont_inherit=True))
        self._asked_methods[text] = code
        return builtins.exec(marshal.loads(code), within, names)

    def pattern(self, compiler: types.ModuleType, key: Pattern) -> Any:
        """A regular expression that was worked out before; None if it wasn't."""
        found = self._patterns.get(key)
        if found is None:
            return None
        self._asked_patterns[key] = found
        one = _Automaton(*found)
        codes = array("I", one.code).tolist()
        return compiler._sre.compile(key[0], one.flags, codes, one.groups, one.names, one.by_number)

    def keep(self, key: Pattern, given: tuple[Any, ...]) -> None:
        """Keep what the compiler was `given` of a pattern."""
        _, flags, code, *rest = given
        one = _Automaton(int(flags), array("I", code).tobytes(), *rest)
        self._patterns[key] = self._asked_patterns[key] = tuple(one)
        self._new += 1

    def finish(self) -> None:
        """Write it down, where much is new."""
        if self._new <= FEW or sys.dont_write_bytecode:
            return
        methods = self._methods if len(self._methods) <= MOST else self._asked_methods
        patterns = self._patterns if len(self._patterns) <= MOST else self._asked_patterns
        content = marshal.dumps((methods, patterns))
        part = self._path.with_name(f"{self._path.name}.{os.getpid()}")
        with suppress(OSError):
            part.write_bytes(_seal(content, sys.version) + content)
            part.replace(self._path)


@contextmanager
def kept_generated(path: Path | None = None) -> Iterator[None]:
    """Within, nothing of that is worked out twice; at the end it is written down at `path`, or beside the byte code of
    this module. Not for two threads at once, but any number may load modules within."""
    path = path or _beside_byte_code()
    compiler = _compiler()
    if path is None or compiler is None:
        yield
        return
    kept, plain, machine = _Kept(path), compiler.compile, compiler._sre
    given = dict[int, tuple[Any, ...]]()

    def noted(*parts: Any) -> Any:
        given[threading.get_ident()] = parts
        return machine.compile(*parts)

    def compiled(text: Any, flags: int = 0) -> Any:
        if not isinstance(text, (str, bytes)) or flags & compiler.SRE_FLAG_DEBUG:
            return plain(text, flags)
        key = text, int(flags)
        found = kept.pattern(compiler, key)
        if found is None:
            found = plain(text, flags)
            if _is_loading():
                kept.keep(key, given[threading.get_ident()])
        return found

    compiler.compile, compiler._sre = compiled, types.SimpleNamespace(**{**vars(machine), "compile": noted})
    vars(dataclasses)["exec"] = kept.run  # before that of the builtins: `dataclasses` looks here first
    try:
        yield
    finally:
        compiler.compile, compiler._sre = plain, machine
        del vars(dataclasses)["exec"]
        kept.finish()


def _beside_byte_code() -> Path | None:
    """None where Python has no place for this module's byte code."""
    found = __spec__.cached if __spec__ else None
    return Path(found).with_suffix(".dibuat") if found else None


def _compiler() -> Any:
    """What compiles regular expressions in CPython since 3.11; None elsewhere."""
    try:
        found = importlib.import_module("re._compiler")
    except ImportError:
        return None
    return found if hasattr(found, "_sre") and hasattr(found, "compile") and array("I").itemsize == 4 else None


def _is_loading() -> bool:
    """Whether a module is being loaded. What is made later may be made of what somebody wrote, and is kept nowhere."""
    frame: types.FrameType | None = sys._getframe(1)
    while frame and frame.f_code.co_filename != LOADER:
        frame = frame.f_back
    return frame is not None


def _look(path: Path) -> tuple[int, int]:
    """By what another file is told from one that was read."""
    try:
        found = path.stat()
    except OSError:
        return 0, 0
    return found.st_mtime_ns, found.st_size


@lru_cache(maxsize=1)
def _read(path: Path, python: str, *look: int) -> tuple[dict[str, bytes], dict[Pattern, tuple[Any, ...]]]:
    """What lies there; nothing where it isn't whole, or of another Python."""
    with suppress(OSError, ValueError, EOFError, TypeError):
        content = path.read_bytes()
        seal, content = content[:SEAL], content[SEAL:]
        if _seal(content, python) == seal:
            methods, patterns = marshal.loads(content)
            return methods, patterns
    return {}, {}


def _seal(content: bytes, python: str) -> bytes:
    return blake2b(content, digest_size=SEAL, key=blake2b(python.encode()).digest()).digest()
