"""What is said of known advisories, and of a look that could not be taken."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

from scripts.advisories import Look, known_in, last_look, told

TODAY = date(2026, 11, 29)


def test_advisories_stand_under_their_library() -> None:
    libraries = [{"name": "a", "vulns": [{"id": "PYSEC-1"}]}, {"name": "b", "vulns": []}]
    assert known_in(json.dumps({"dependencies": libraries})) == {"a": ["PYSEC-1"]}


def test_an_answer_that_leaves_out_a_library_is_none() -> None:
    assert known_in(json.dumps({"dependencies": [{"name": "a", "skip_reason": "?"}]})) is None
    assert known_in("") is None


def test_the_age_of_the_last_look_is_said() -> None:
    assert "last look 2026-11-20, 9 days ago, none known then" in told(Look(date(2026, 11, 20), {}), TODAY)
    assert told(Look(date(2026, 9, 1), {"a": ["PYSEC-1"]}), TODAY).endswith(
        "89 days ago, 1 known then; look again where there is a network"
    )
    assert "nobody has looked yet" in told(None, TODAY)


def test_a_look_is_read_as_it_was_written(tmp_path: Path) -> None:
    file = tmp_path / "a.json"
    file.write_text('{"day": "2026-11-20", "known": {}}', "utf-8")
    assert last_look(file) == Look(date(2026, 11, 20), {})
    assert last_look(tmp_path / "tiada") is None
