"""What is measured is sound: the projects that are made for it, and what is shown of the figures."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree

from bench.corpus import change_event, change_fact, project_of
from bench.measuring import Measured
from bench.scenes import Row
from bench.shown import keep
from selebaran.read.project import read_project
from tests.conftest import DAY


def test_a_project_for_a_measurement_has_as_many_sound_districts_as_were_asked_for(tmp_path: Path) -> None:
    project, slugs = project_of(tmp_path, 70)
    before = read_project(project)
    assert len(slugs) == len(before.districts) == 70
    assert before.district_problems == {}
    change_event(project, slugs[0], DAY)
    changed = change_fact(project)
    after = read_project(project)
    assert after.district_problems == {}
    assert len(after.districts[slugs[0]].events) == len(before.districts[slugs[0]].events) + 1
    assert {key for key, fact in after.facts.by_name.items() if fact != before.facts.by_name[key]} >= {changed}


def test_what_was_measured_is_kept_with_a_plot(tmp_path: Path) -> None:
    ours, other = Measured(4.0, 3.0, 200.0), Measured(2.0, 1.5, 100.0)
    rows = [Row(name, count, 60 * count, ours, "Hugo", other) for count in (1, 8) for name in ("cold", "no change")]
    keep(rows, tmp_path)
    kept = json.loads((tmp_path / "terukur.json").read_text("utf-8"))
    assert [(row["name"], row["districts"], row["ratio"]) for row in kept["rows"]] == [
        ("cold", 1, 2.0),
        ("no change", 1, 2.0),
        ("cold", 8, 2.0),
        ("no change", 8, 2.0),
    ]
    plot = ElementTree.parse(tmp_path / "terukur.svg").getroot()
    assert len(plot.findall("{http://www.w3.org/2000/svg}polyline")) == 3
