"""What a build did in one line, for the mail or the chat of whoever looks after the sites."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from pathlib import Path

from selebaran.cli.asked_build import Asked
from selebaran.cli.language import Speaker
from selebaran.model.problem import Problem
from selebaran.publish.outcome import Report

MOST_NAMED = 3
"""Refused districts that are named; the others are counted."""
DISTRICTS = "districts/"

Shown = Mapping[str, str | None]
"""The current release of each web root."""


def shown_now(out: Path) -> Shown:
    """What an output shows."""
    from selebaran.publish.layout import names_in  # late: a build that has nothing to do asks for neither
    from selebaran.publish.releases import current

    return {name: current(out, name) for name in names_in(out)}


def changed(out: Path, before: Shown) -> int:
    """How many web roots show something else than before."""
    return sum(release != before.get(name) for name, release in shown_now(out).items())


def line_of(report: Report, asked: Asked, changes: int, say: Speaker) -> str:
    """Day, sites, what changed, who was refused and why, warnings."""
    day = asked.as_of or f"{datetime.now():%Y-%m-%d}"
    values = {"hari": day, "situs": len(report.hosts), "berubah": changes}
    if asked.publish:
        done = say("Selebaran {hari}: {situs} situs terbit, {berubah} berubah.", **values)
    else:
        done = say("Selebaran {hari}: {situs} situs dibuat (pratinjau), {berubah} berubah.", **values)
    warnings = len(report.problems) - report.errors
    told = say("{banyak} peringatan.", banyak=warnings) if warnings else ""
    return " ".join(filter(None, (done, _refused(report.problems, say) or say("Semua lancar."), told)))


def _refused(problems: Iterable[Problem], say: Speaker) -> str:
    """Who was not built, each with the first reason; "" where all were."""
    first: dict[str, str] = {}
    for found in problems:
        if found.is_error:
            first.setdefault(_whose(found), found.code)
    if not first:
        return ""
    named = [f"{who} ({code})" for who, code in list(first.items())[:MOST_NAMED]]
    if rest := len(first) - len(named):
        named.append(say("dan {banyak} lainnya", banyak=rest))
    return say("Tidak terbit atau bermasalah: {banyak}: {nama}.", banyak=len(first), nama=", ".join(named))


def _whose(found: Problem) -> str:
    """The district that a problem stops, else the file in which it is."""
    if slug := dict(found.values).get("slug"):
        return slug
    file = found.place.file
    return file.removeprefix(DISTRICTS).partition("/")[0] if file.startswith(DISTRICTS) else file
