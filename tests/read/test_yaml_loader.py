"""Remarks and blank lines are passed over at once, and whatever a file says is read as PyYAML reads it."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from selebaran.read.yaml_loader import QuickLoader

TREES = Path(__file__).resolve().parents[1] / "rusak"
ODD = (
    "\ufeff# a\n\n  # b\nc: d # e\n  # f",
    "a: 1 # x\ufeffy\n#\ufeff\nb:\n    - c # d\n\n      # e\n    - f\n",
    "a: 1 # x\r\n# y\r\nb: 2 #\r# z\rc: 3\x85# w\u2028d: 4\n",
    "a: [1, # x\n  # y\n\n 2]\nb: {c: 1, # z\n d: 2}\n",
    "a: |\n  # no remark\n\n  b\n# c\nd: >\n  e\n  # f\n",
    "a: 'b\n\n  # no remark\n  c'\n# d\n---\n# e\n...\n# f\n",
    "a:\n\t# tab\n  b: c\n",
    "a#b: c#d\n#\n#\n \n? e # f\n: g\n",
    "a\n# b\nc: d\n",
    "a: b # x\ufeffy",
    'a: ["b"\n  "c": d]',
    "# nothing",
    "",
)


def events(text: str, loader: type[yaml.SafeLoader]) -> list[str]:
    found: list[str] = []
    try:
        for event in yaml.parse(text, Loader=loader):
            marks = ((mark.index, mark.line, mark.column) for mark in (event.start_mark, event.end_mark))
            found.append(f"{event!r} {[*marks]}")
    except yaml.YAMLError as error:
        found.append(str(error))
    return found


def small_files() -> list[Path]:
    files = (path for path in TREES.rglob("*.yml") if path.stat().st_size < 2000)
    return sorted({path.read_bytes(): path for path in files}.values())


@pytest.mark.parametrize("text", ODD)
def test_odd_texts_are_read_as_by_pyyaml(text: str) -> None:
    assert events(text, QuickLoader) == events(text, yaml.SafeLoader)


def test_broken_files_are_read_as_by_pyyaml() -> None:
    files = small_files()
    assert len(files) > 50
    for path in files:
        try:
            text = path.read_text("utf-8")
        except UnicodeDecodeError:
            continue
        assert events(text, QuickLoader) == events(text, yaml.SafeLoader), path
