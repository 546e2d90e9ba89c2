"""The threat model names a test for each control; each of them exists, and nothing else is claimed."""

from __future__ import annotations

import ast
import re

from tests.conftest import ROOT

MODEL = (ROOT / "docs" / "engineering" / "threat-model.md").read_text("utf-8")
NAMED = re.findall(r"`((?:tests|scripts|fuzz)/[\w/]+\.py)(?:::(\w+))?`", MODEL)
CONTROLS = re.findall(r"^\| (?!Control|---)(.+?) \| (.+?) \|$", MODEL.split("## Controls")[1].split("\n## ")[0], re.M)


def test_each_test_that_is_named_exists() -> None:
    assert len(NAMED) > 20
    missing = []
    for file, test in NAMED:
        path = ROOT / file
        names = {
            node.name for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.FunctionDef)
        }
        if test and test not in names:
            missing.append(f"{file}::{test}")
    assert missing == []


def test_each_control_names_a_test() -> None:
    assert len(CONTROLS) > 15
    assert [control for control, tests in CONTROLS if "`tests/" not in tests] == []
