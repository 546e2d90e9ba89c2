"""Kills, errors and damage by the thousand: each site is one whole edition all the while, and no damage goes unseen.

All of it is written to memory where there is such a folder. On a disk most of the time goes into waiting for fsync,
some hundred thousand times, and a process that is killed takes back nothing that it wrote, there or here;
tests/publish/test_faults.py tries a sample on a disk.
"""

from __future__ import annotations

import errno
import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from selebaran.publish.verify import damage_in
from tests.publish.damage import DAMAGES, damaged, stored
from tests.publish.faults import (
    ACTS,
    begin,
    copied,
    faults_in,
    killed_after,
    publish_for_ever,
    reading,
    try_errors,
    try_kills,
)

KILLS = 1000
DAMAGED = 18
"""Of each kind, at places that the number chooses."""
Tell = Callable[[str, object], None]


@pytest.fixture
def begun(memory: Path) -> Path:
    out = memory / "rilis"
    begin(out)
    return out


def test_a_thousand_kills_are_seen_by_no_reader(begun: Path, memory: Path, record_property: Tell) -> None:
    out, chosen = copied(begun, memory / "dist"), random.Random(1)
    with reading(out) as reader:
        for kill in range(KILLS):
            killed_after(chosen.uniform(0.001, 0.05), lambda out, at=kill: publish_for_ever(out, 10 + at * 7), out)
            assert faults_in(out) == [], kill
    record_property("angka", f"{KILLS} kills, {reader.reads} reads, {len(reader.bad)} bad ones")
    assert reader.bad == []
    assert reader.reads > KILLS


@pytest.mark.parametrize("act", ACTS)
def test_a_kill_at_every_call(act: str, begun: Path, memory: Path, record_property: Tell) -> None:
    kills = try_kills(begun, memory / "dist", ACTS[act], range(1, 400))
    record_property("angka", f"{act}: killed at each of {kills} calls")
    assert kills > 10


@pytest.mark.parametrize("act", ACTS)
def test_every_error_at_every_call(act: str, begun: Path, memory: Path, record_property: Tell) -> None:
    count = 0
    for number in (errno.ENOSPC, errno.EIO, errno.EACCES, errno.EROFS, errno.EDQUOT):
        out = copied(begun, memory / str(number))
        errors = list(try_errors(out, ACTS[act], number, range(1, 400)))
        assert {error.errno for error in errors} == {number}
        assert all(str(error.filename2 or error.filename).startswith(str(out)) for error in errors)
        count += len(errors)
    record_property("angka", f"{act}: {count} errors")


def test_all_damage_is_found(memory: Path, record_property: Tell) -> None:
    stored(memory / "utuh")
    missed, tried = [], 0
    for kind in DAMAGES:
        for number in range(DAMAGED):
            out = copied(memory / "utuh", memory / "rusak")
            where = damaged(out, kind, number)
            tried += 1
            if not any(one.path == where or where in one.path.parents for one in damage_in(out)):
                missed.append((kind, number))
            shutil.rmtree(out)
    record_property("angka", f"{tried} damaged entries, {len(missed)} not found")
    assert missed == []
    assert tried >= 500
