"""Does once, in the process from which trials are forked, what each of hundreds of builds would do again.

A build compiles the templates of the site and parses the declarations of the libraries that print; neither depends on a
district. (What it finds in shared files is known as well once one has ended in this process: `trial.ground`.) The bytes
that come out are the same.
"""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from unittest import mock

from selebaran.publish.district import Workshop
from selebaran.publish.plan import Plan
from selebaran.read.project import read_project
from tests.conftest import DAY


def warm_up(root: Path, slug: str) -> None:
    """Make one district here; nothing of it stays but what was compiled."""
    plan = Plan(root, root.parent / "hangat", (slug,), DAY, None, ("layar",))
    with tempfile.TemporaryDirectory() as fresh, mock.patch.dict(os.environ):
        Workshop(plan, read_project(root)).make(slug, Path(fresh))
