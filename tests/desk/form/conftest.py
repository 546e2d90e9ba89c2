"""The form's own judgement, by the locked Node: one process for all cases."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from scripts.form import NODE, build
from selebaran.desk.form_page import where_of
from selebaran.desk.form_records import FORMS, form_fields
from tests.conftest import ROOT
from tests.desk.form.cases import WHERE, Case
from tests.read.skema.records import KINDS

MODULES = ROOT / ".venv" / "node" / "node_modules"
Judge = Callable[..., dict[str, list[Any]]]
"""Cases to be judged, each with what its file says of it if anything, and entries to be written -> `kasus`, the faults
of each; `teks`, each whole and in parts."""


@pytest.fixture(scope="session")
def judge(tmp_path_factory: pytest.TempPathFactory) -> Judge:
    script = tmp_path_factory.mktemp("form") / "judge.mjs"
    build(MODULES, script, str(Path(__file__).parent / "judge.js"), "esm")
    fields = {form.key: form_fields(form, KINDS, ()) for form in FORMS}

    def judged(cases: Sequence[tuple[Any, ...]], texts: Sequence[Case] = ()) -> dict[str, list[Any]]:
        given = {"isian": fields, "tempat": where_of(WHERE), "kasus": cases, "teks": texts}
        command = [str(NODE), str(script)]
        done = subprocess.run(command, input=json.dumps(given), capture_output=True, text=True, check=True)
        found: dict[str, list[Any]] = json.loads(done.stdout)
        return found

    return judged
