"""Writing checks into the register's file, and telling what changed."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from selebaran.cli.language import Speaker
from selebaran.cli.options import fail
from selebaran.cli.show import print_problems
from selebaran.cli.sound import REGISTER
from selebaran.cli.unwritable import write_whole
from selebaran.model.facts import Fact
from selebaran.model.paper import SENTENCE
from selebaran.read.recheck import Recheck, renew
from selebaran.read.splice import UnusualLayout
from selebaran.words.visible import visible


def latest_day() -> date:
    """The last day that has begun anywhere: it is tomorrow in Jayapura already."""
    return datetime.now(UTC).date() + timedelta(days=1)


def write_checks(path: Path, checks: Sequence[tuple[Fact, Recheck]], say: Speaker) -> None:
    """Renew the register's file; it is replaced whole, so that a crash leaves the old one or the new one."""
    try:
        text, problems = renew(path.read_bytes().decode(), REGISTER, checks)
    except UnusualLayout as unusual:
        text, problems = "", []
        fact_id = str(unusual)
        print(
            say("{id}: tulis tiap isiannya pada barisnya sendiri, tanpa {kurung}", id=fact_id, kurung="{ }"),
            file=sys.stderr,
        )
    print_problems(problems, say, path.parent.parent)
    if problems or not text:
        fail(say("{berkas} tidak diubah", berkas=REGISTER), 1)
    write_whole(path, text, say)


def tell_changes(fact: Fact, check: Recheck, indent: str = "") -> None:
    """Print what a check changes in a fact: each value, and the sentence."""
    for name, former in check.changed(fact).items():
        new = check.sentence if name == SENTENCE else check.values[name]
        print(visible(f"{indent}{name}: {former} → {new}"))
