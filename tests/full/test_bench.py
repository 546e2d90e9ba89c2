"""What is measured is sound: the projects that are made for it, and what is shown of the figures."""

from __future__ import annotations

import json
import re
from html import unescape
from pathlib import Path
from xml.etree import ElementTree

from bench.corpus import change_event, change_fact, project_of
from bench.measuring import Measured
from bench.scenes import Row
from bench.shown import keep
from bench.typeset import source_of
from selebaran.compose.edition import Composer
from selebaran.read.project import read_project
from tests.conftest import DAY, ROOT, SHORT


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


def test_typst_is_given_every_word_of_a_sheet_side_by_side_as_here() -> None:
    composed = Composer(read_project(ROOT)).compose(SHORT, as_of=DAY, profiles=("kantor",))
    piece = next(piece for piece in composed.pieces if piece.name == "leaflet-daftar")
    panels = re.sub(r"<head>.*</head>|<[^>]*>", " ", piece.html, flags=re.S)
    source = source_of(piece, {})
    assert set(re.findall(r"\w+", unescape(panels))) <= set(re.findall(r"\w+", source.replace("\\", "")))
    assert source.count("#page(") == piece.html.count('<section class="sheet')
    assert source.count("#place(") >= 4


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
