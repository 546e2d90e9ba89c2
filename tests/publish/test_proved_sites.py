"""Twelve sites of the real content, made fast and plainly, are the same: at every change, each time others among them.
`tests/full` does it with all districts, and with sheets."""

from __future__ import annotations

import random
from pathlib import Path

from selebaran.publish.chosen import HOSTILE
from tests.conftest import DEMO, LONGEST, PROJECT, run_here

COUNT = 12
IN_PAPUA = "kab-nduga"
SEEDS = 1_000_000


def test_twelve_sites_are_the_same_the_plain_way(tmp_path: Path) -> None:
    seed = random.randrange(SEEDS)
    listed = sorted(path.parent.name for path in PROJECT.glob("districts/k*/daerah.yml"))
    slugs = list(dict.fromkeys((DEMO, IN_PAPUA, LONGEST, *random.Random(seed).sample(listed, COUNT))))[:COUNT]
    out = str(tmp_path / "dist")
    done = run_here(*slugs, "--only", "site", "--out", out, "--prove", str(COUNT), "--benih", str(seed))
    assert done.returncode == 0, done.stderr[-3000:]
    assert f"sama dengan cara biasa ({COUNT} daerah, --benih {seed})" in done.stdout
    assert f"] {HOSTILE}" in done.stderr
