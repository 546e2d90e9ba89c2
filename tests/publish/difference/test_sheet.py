"""The file opens from the disk, says what differs, and loads nothing."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from selebaran.publish.difference import sheet
from selebaran.publish.difference.outputs import Changed, Edition, SiteChange, site_change
from selebaran.publish.difference.revisions import Reach
from selebaran.publish.difference.sheet import DifferenceFile, Sides, told_of
from selebaran.publish.difference.text import Line
from tests.publish.terbitan import HOST, Published

REACH = Reach(
    ("kab-uji",), True, False, 65, ("kab-uji",), ("IUR-01",), (("kab-jauh", Edition("x", "p1-1-a", "IUR-01")),)
)


def written(published: Published, changed: Published) -> tuple[DifferenceFile, str]:
    sides = Sides(published.out, changed.out, ("lama", "baru"), None)
    file = DifferenceFile(sides, lambda _: None)
    return file, file.text((site_change(published.out, changed.out, HOST),), (), REACH)


def test_it_has_text_and_pictures_and_runs_and_loads_nothing(published: Published, changed: Published) -> None:
    file, html = written(published, changed)
    assert "<script" not in html
    assert set(re.findall(r'src="(\w+:\w+/\w+);', html)) == {"data:image/webp"}
    assert "default-src 'none'" in html
    assert len(html) < 10_000_000
    assert 'class="lama"' in html
    assert "Fakta yang berubah: IUR-01" in html
    assert file.undrawn > 0  # pages: there is no browser
    assert "tidak punya Chromium" in html


def test_papers_of_districts_that_are_not_shown_are_named(published: Published, changed: Published) -> None:
    _, html = written(published, changed)
    assert "<td>kab-jauh</td><td>x</td><td><code>p1-1-a</code></td><td>IUR-01</td>" in html
    assert "semua 65 daerah dapat berubah" in html


def test_pictures_end_where_the_file_would_become_too_large(
    published: Published, changed: Published, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sheet, "MOST_BYTES", -1)
    _, html = written(published, changed)
    assert "data:image" not in html


def test_what_a_district_wrote_is_text_there() -> None:
    line = Line("+", "<script>alert(1)</script>")
    page = Changed('"><b>/', Path("a"), Path("b"), (line,))
    change = SiteChange(HOST, "kab-uji", (page,), (), (), (), ())
    html = DifferenceFile(Sides(Path("a"), Path("b"), ("<i>", "x"), None), lambda _: None).text((change,), (), None)
    assert "<script>" not in html
    assert "<i>" not in html
    assert "<b>" not in html


def test_where_only_the_program_changed_that_is_said() -> None:
    told = told_of(Reach((), False, True, 65, (), (), ()))
    assert told[0].startswith("Program juga berubah")
    assert told[-1] == "Ditunjukkan: tidak ada, sebab isinya tidak berubah."
