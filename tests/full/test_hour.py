"""An hour on the telephone with the commands themselves, and a publication after it that prints every sheet."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import yaml

from selebaran.desk.call import call_of
from selebaran.read.project import read_project
from tests.conftest import ROOT, run_here
from tests.countersigned import countersign
from tests.desk.table import DAY, all_the_same, as_workbook
from tests.project import PARTS, PROJECT
from tests.publish.terbitan import CONSENT, dump

SLUG = "kab-serang"


def test_after_the_hour_a_publication_prints_every_sheet_that_nobody_has_to_ask_for(tmp_path: Path) -> None:
    project = tmp_path / "proyek"
    for name in PARTS:
        (shutil.copytree if (PROJECT / name).is_dir() else shutil.copy)(PROJECT / name, project / name)
    (project / ".cache").symlink_to(ROOT / ".cache")
    home = project / "districts" / SLUG / "daerah.yml"
    typed = {
        key: value
        for key, value in yaml.load(home.read_text("utf-8"), yaml.BaseLoader).items()
        if value not in ("", "null")
    }
    dump(home, {**typed, "identitas": "pasti", "persetujuan": CONSENT})
    countersign(project, SLUG)
    registry = read_project(project)
    call = call_of(registry, DAY)
    (tmp_path / "jam.xlsx").write_bytes(as_workbook(call, all_the_same(call)))
    command = [sys.executable, "-m", "selebaran.cli", "facts", "recheck", "--yes", "--root", str(project)]
    answers = ["--from", str(tmp_path / "jam.xlsx")]
    noted = subprocess.run([*command, *answers], capture_output=True, text=True, check=False)
    assert noted.stdout.endswith(f"{call.count} fakta dicatat di content/fakta.yml\n"), noted.stderr
    day = ("--as-of", DAY.isoformat())
    done = run_here(SLUG, "--root", str(project), "--out", str(tmp_path / "dist"), "--publish", *day)
    assert done.returncode == 0, done.stderr
    printed = {path.parent.name for path in (tmp_path / "dist").rglob("unduh/*/*.pdf")}
    assert printed == {piece.name for piece in registry.pieces if not piece.spec.when_asked} != set()
