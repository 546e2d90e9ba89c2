"""What Python works out as it loads modules is kept from one run to the next, and is what Python would work out."""

from __future__ import annotations

import dataclasses
import importlib.util
import re
import sys
import types
from collections.abc import Callable
from pathlib import Path

import pytest

from selebaran.jobs import generated
from selebaran.jobs.generated import kept_generated

PATTERNS = (r"(?P<year>\d{4})-(\d\d)", r"[^\x00-\x7f\u0101]+?", r"(?ix) a | b  # either", r"(?<=é)\bx\b|\Z")
SOURCE = f"""
import re
from dataclasses import dataclass, field

@dataclass(frozen=True, order=True)
class Point:
    x: int
    y: int = 0

@dataclass
class Line:
    points: list[Point] = field(default_factory=list)
    name: str = "lurus"

@dataclass(slots=True)
class Empty:
    pass

PATTERNS = [re.compile(text, flags) for text in {PATTERNS!r} for flags in (0, re.I | re.M)]
PATTERNS.append(re.compile(rb"[\\xff]a+"))
def later(text): return re.compile(text)
"""


@pytest.fixture
def load(tmp_path: Path) -> Callable[[], types.ModuleType]:
    """Loads a module anew, with nothing known of its patterns."""
    source = tmp_path / "titik.py"
    source.write_text(SOURCE)

    def loaded() -> types.ModuleType:
        re.purge()
        spec = importlib.util.spec_from_file_location("titik", source)
        assert spec and spec.loader
        sys.modules["titik"] = module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        return module

    return loaded


def shown(module: types.ModuleType) -> list[object]:
    """What can be told of a module: its patterns with their automata (`re` compares these), its classes' methods."""
    methods = [
        hash((name, method.__code__, method.__defaults__))
        for one in (module.Point, module.Line, module.Empty)
        for name, method in vars(one).items()
        if isinstance(method, types.FunctionType)
    ]
    line = module.Line([module.Point(1), module.Point(0, 2)])
    return [*module.PATTERNS, *[one.groupindex for one in module.PATTERNS], *methods, repr(line), min(line.points).y]


def test_what_is_kept_is_what_python_works_out_and_isnt_worked_out_again(
    load: Callable[[], types.ModuleType], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    plainly, path = shown(load()), tmp_path / "disimpan"
    with kept_generated(path):
        assert shown(load()) == plainly
    with monkeypatch.context() as patched, kept_generated(path):
        patched.delattr("re._compiler._code")
        patched.setattr(generated, "compile", None, raising=False)
        again = load()
        assert shown(again) == plainly
        assert again.PATTERNS[0].sub(r"\2/\g<year>", "pada 2026-11") == "pada 11/2026"
        with pytest.raises(dataclasses.FrozenInstanceError):
            again.Point(1).x = 2
    assert "exec" not in vars(dataclasses)


def test_what_isnt_whole_or_of_another_python_is_worked_out(
    load: Callable[[], types.ModuleType], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    plainly, path = shown(load()), tmp_path / "disimpan"
    with kept_generated(path):
        load()
    whole = path.read_bytes()
    worse = bytearray(whole)
    worse[-40] ^= 1
    for content in (b"", whole[:9], whole[:-9], bytes(worse)):
        path.write_bytes(content)
        with kept_generated(path):
            assert shown(load()) == plainly
        assert path.read_bytes() == whole
    with monkeypatch.context() as patched:
        patched.setattr(sys, "version", "3.99")
        with kept_generated(path):
            assert shown(load()) == plainly
        assert path.read_bytes() != whole


def test_what_is_made_after_loading_may_be_anybodys_and_isnt_kept(
    load: Callable[[], types.ModuleType], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    path = tmp_path / "disimpan"
    with kept_generated(path):
        module = load()
        assert module.later("milik (orang) lain").groups == 1
        dataclasses.make_dataclass("Lain", ["milik_orang_lain"])
    content = path.read_bytes()
    assert b"orang" not in content
    assert rb"?P<year>" in content


def test_where_byte_code_isnt_written_this_isnt_either(
    load: Callable[[], types.ModuleType], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    with kept_generated(tmp_path / "disimpan"):
        load()
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    with kept_generated(tmp_path / "tidak ada" / "disimpan"):
        load()
    assert not (tmp_path / "disimpan").exists()
