"""Rules of the house that a machine can watch: sizes, locks, and what must not stand in a file."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from radon.complexity import cc_visit

from tests.conftest import ROOT

TEXT = {".py", ".md", ".yml", ".html", ".css", ".js", ".toml", ".txt", ".svg", ".po", ""}


def files() -> Iterator[Path]:
    for folder in (
        "selebaran",
        "tests",
        "scripts",
        "docs",
        "content",
        "districts",
        "templates",
        "printables",
        "requirements",
    ):
        yield from (
            p for p in (ROOT / folder).rglob("*") if p.is_file() and p.suffix in TEXT and "__pycache__" not in p.parts
        )
    yield from (
        ROOT / name
        for name in (
            "README.md",
            "BACA-SAYA.md",
            "CHANGELOG.md",
            "Makefile",
            "mkdocs.yml",
            "pyproject.toml",
            "build.py",
            "setup.py",
        )
    )


def test_no_module_is_longer_than_350_lines_and_no_function_than_60() -> None:
    long = []
    for path in files():
        if path.suffix != ".py":
            continue
        text = path.read_text("utf-8")
        if text.count("\n") > 350:
            long.append(str(path))
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.FunctionDef) and (node.end_lineno or 0) - node.lineno >= 60:
                long.append(f"{path}:{node.lineno} {node.name}")
    assert long == []


@pytest.mark.parametrize(
    "name", ["build.txt", "test.txt", "fuzz.txt", "mutants.txt", "audit.txt", "lint.txt", "cluster.txt", "bench.txt"]
)
def test_locked_versions_have_hashes_and_name_no_registry(name: str) -> None:
    text = (ROOT / "requirements" / name).read_text("utf-8")
    entries = re.split(r"\n(?=[a-zA-Z])", text.strip())
    assert len(entries) > 25
    for entry in entries:
        assert re.match(r"[\w.-]+==[\w.]+", entry), entry[:60]
        assert "--hash=sha256:" in entry, entry[:60]
    assert not re.search(r"https?:|--index|--find-links|--extra", text)


def test_every_test_dependency_keeps_the_version_of_the_build() -> None:
    def pins(name: str) -> dict[str, str]:
        return dict(re.findall(r"^([\w.-]+)==([\w.]+)", (ROOT / "requirements" / name).read_text("utf-8"), re.M))

    build = pins("build.txt")
    for more in ("test.txt", "lint.txt", "cluster.txt", "bench.txt"):
        assert {name: version for name, version in build.items() if pins(more).get(name) != version} == {}, more


def test_no_file_names_a_folder_of_one_machine() -> None:
    machine = re.compile(r"(?<![\w.])/(home|work|root|Users)/\w")
    assert [
        str(p) for p in files() if p != Path(__file__) and machine.search(p.read_text("utf-8", errors="replace"))
    ] == []


def modules() -> Iterator[tuple[str, str]]:
    """The engine's modules and their text."""
    yield from (
        (path.relative_to(ROOT).as_posix(), path.read_text("utf-8"))
        for path in sorted((ROOT / "selebaran").rglob("*.py"))
    )


def test_few_functions_have_many_ways_through_them_and_none_has_more_than_15() -> None:
    found = [
        (block.complexity, f"{name}:{block.lineno} {block.name}")
        for name, text in modules()
        for block in cc_visit(text)
    ]
    many = sorted((block for block in found if block[0] >= 11), reverse=True)
    assert [block for block in many if block[0] > 15] == []
    assert len(many) <= 20, many


def test_values_of_any_kind_are_named_only_where_json_or_jinja_begin() -> None:
    found = {name: text.count("dict[str, Any]") for name, text in modules() if "dict[str, Any]" in text}
    assert sum(found.values()) <= 15, found


def test_a_module_has_a_name_that_tells_what_it_is_and_no_other_has_it() -> None:
    names = [Path(name).stem for name, _ in modules()]
    assert {name: names.count(name) for name in ("written", "own", "excess", "scopes") if names.count(name) > 1} == {}
