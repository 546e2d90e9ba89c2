"""The pages for engineers quote code that there is, and say what it gives."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise
from typing import Any

from selebaran.compose.edition import Composer
from selebaran.read.project import read_project
from tests.conftest import ROOT
from tests.project import PROJECT
from tests.test_docs import fences


def test_lines_quoted_from_a_file_stand_in_that_file() -> None:
    text = (ROOT / "docs" / "engineering" / "how-a-build-works.md").read_text("utf-8")
    quoted = re.findall(r"[Ff]rom `([\w./-]+)`:\n\n```\w*\n(.*?)```", text, re.S)
    assert len(quoted) >= 3
    for name, lines in quoted:
        assert lines.strip() in (ROOT / name).read_text("utf-8"), name


def test_the_walk_of_one_number_gives_what_the_page_says() -> None:
    """Each comment under a line of Python is the value of that line; "…" stands for any text."""
    known: dict[str, Any] = {"Composer": Composer, "date": date, "read_project": read_project, "project": PROJECT}
    lines = "".join(fences(ROOT / "docs" / "engineering" / "how-a-build-works.md", "python")).splitlines()
    said = 0
    for line, after in pairwise([*lines, ""]):
        if after.startswith("# "):
            value = repr(eval(line, known))
            assert re.fullmatch(re.escape(after[2:]).replace("…", ".+"), value), line
            said += 1
        elif line and not line.startswith("# "):
            exec(line, known)
    assert said >= 6
