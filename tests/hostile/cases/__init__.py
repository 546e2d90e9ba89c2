"""All hostile folders, as data."""

from __future__ import annotations

from tests.hostile.cases import bombs, claims, heaps, names, output, texts, ways, yaml_files
from tests.hostile.cases.case import ROWS as ROWS
from tests.hostile.cases.case import Case as Case

CASES: dict[str, Case] = {}
MODULES = (yaml_files, names, claims, texts, ways, bombs, heaps, output)
for _case in (case for module in MODULES for case in module.CASES):
    assert _case.name not in CASES, _case.name
    assert _case.row in ROWS, _case.row
    CASES[_case.name] = _case
