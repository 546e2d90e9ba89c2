"""What a build of which nothing has changed says, told again before anything that builds is loaded."""

from __future__ import annotations

import os
import sys
import time
from dataclasses import fields, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from selebaran.cli.asked_build import Asked
from selebaran.cli.language import Speaker
from selebaran.cli.one_line import line_of
from selebaran.cli.options import project_root
from selebaran.cli.show import print_problems, report_text, shown
from selebaran.cli.unwritable import ENVIRONMENT
from selebaran.publish.inputs import file_digest, inputs_of, joined
from selebaran.publish.lock import IsBusy, locked
from selebaran.publish.outcome import Report
from selebaran.publish.unchanged import Before, said_before

ZONES = (0, 7, 8, 9)
"""Hours by which the clocks of Indonesia, and that of the build, are ahead of UTC."""
AWAY = ("cluster", "cluster_certs", "timings", "prove", "seed")
SAID = ("quiet", "as_json", "lang", "one_line")
SAYS_NOTHING = frozenset(("out", "root", "jobs", "as_of", "icc", "fresh", *SAID, *AWAY))
"""Options that change nothing of what is made, or that count by what they lead to."""
STORAGE = frozenset(("penyimpanan-penuh", "penyimpanan-rusak", "pekerja-hilang", "klaster-terputus"))
"""The problems of a district that was fine, and that couldn't be written, or that nobody was there to make."""


def told_again(asked: Asked) -> Before | None:
    """End with what the same build said, where nothing has changed since; else what is known before one begins.

    Whatever is wrong with what was asked for, the build says."""
    begun = time.monotonic()
    project = project_root(asked.root)
    if project is None:
        return None
    before, out = before_of(asked, project), asked.out_of(project)
    if not (asked.timings or asked.prove) and (report := _said(before, out)):
        say = Speaker(asked.lang)
        if not asked.is_silent:
            print(say("tidak ada yang berubah sejak build yang lalu"), file=sys.stderr)
        tell(replace(report, seconds=time.monotonic() - begun), asked, project, out, say)
        sys.exit(exit_code(report))
    return before


def _said(before: Before, out: Path) -> Report | None:
    if before.fresh or not out.is_dir():
        return None
    try:
        with locked(out, datetime.now().astimezone()):
            return said_before(out, before)
    except (IsBusy, OSError):
        return None


def before_of(asked: Asked, project: Path) -> Before:
    """What is known of a build before the project is read."""
    options = (
        f"{field.name}={getattr(asked, field.name)!r}" for field in fields(asked) if field.name not in SAYS_NOTHING
    )
    inks = file_digest(asked.icc) if asked.icc else ""
    return Before(inputs_of(project), joined(*options, inks, _day(asked)), asked.fresh)


def _day(asked: Asked) -> str:
    """The day of a build, or what day it is now in every zone."""
    given = asked.as_of or os.environ.get("SOURCE_DATE_EPOCH")
    now = datetime.now(UTC)
    return given or " ".join(f"{now + timedelta(hours=zone):%Y-%m-%d}" for zone in ZONES)


def tell(report: Report, asked: Asked, project: Path, out: Path, say: Speaker, changes: int = 0) -> None:
    """Print what a build found, and what it made; `changes` are web roots that show something else than before."""
    if asked.one_line:
        print(line_of(report, asked, changes, say))
        return
    print_problems(report.problems, say, project, as_json=asked.as_json)
    if not asked.is_silent:
        print(report_text(report, shown(out), say))


def exit_code(report: Report) -> int:
    """0 where all was built, 3 where something could not be written, 1 for faults in what was written."""
    if any(found.code in STORAGE for found in report.problems):
        return ENVIRONMENT
    return 1 if report.errors else 0
