"""All hostile folders, as data."""

from __future__ import annotations

from tests.hostile.cases import bombs, names, output, texts, yaml_files
from tests.hostile.cases.case import ROWS, Case

CASES: dict[str, Case] = {}
for _case in (*yaml_files.CASES, *names.CASES, *texts.CASES, *bombs.CASES, *output.CASES):
    assert _case.name not in CASES, _case.name
    assert _case.row in ROWS, _case.row
    CASES[_case.name] = _case
