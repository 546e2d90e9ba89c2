"""What is known of printed sheets and drawn pages is bound to one district."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from selebaran.press.shelf import KeptPiece
from selebaran.publish import shelves
from selebaran.publish.answers import BUILT, built_of
from selebaran.publish.believed import NotBelieved, line_of
from selebaran.publish.built import Built
from selebaran.publish.entries import keep_entry
from selebaran.publish.inputs import Inputs
from selebaran.publish.shelves import (
    forget_shelf,
    keep_pages,
    keep_shelf,
    page_shelf_of,
    redate_pages,
    shelf_of,
    shelf_path,
    shelf_paths,
)
from selebaran.publish.unchanged import Before
from selebaran.site.pages import EMPTY
from selebaran.site.plugin import SelebaranPlugin
from selebaran.site.shelf import KeptPages
from tests.publish.little import FIRST, SECOND, build, draw_by, edit, little, public

PIECE = KeptPiece("kecil", "a" * 64, (("unduh/kecil/kecil-kantor.pdf", "b" * 64),), ())
BEFORE = Before(Inputs("program", "", "", {}, {}, ""))


def test_a_shelf_is_that_of_its_district_and_of_no_other(tmp_path: Path) -> None:
    keep_shelf(tmp_path, "kab-uji", (PIECE,))
    assert shelf_of(tmp_path, "kab-uji", tmp_path, BEFORE).pieces == {"kecil": PIECE}
    shutil.copy(shelf_path(tmp_path, "kab-uji"), shelf_path(tmp_path, "kab-lain"))
    assert shelf_of(tmp_path, "kab-lain", tmp_path, BEFORE).pieces == {}


def test_a_fresh_build_takes_nothing_from_it(tmp_path: Path) -> None:
    keep_shelf(tmp_path, "kab-uji", (PIECE,))
    assert shelf_of(tmp_path, "kab-uji", tmp_path, Before(BEFORE.inputs, fresh=True)).pieces == {}
    assert shelf_of(tmp_path, "kab-uji", tmp_path, None).pieces == {}
    forget_shelf(tmp_path, "kab-uji")
    assert shelf_of(tmp_path, "kab-uji", tmp_path, BEFORE).pieces == {}


def test_a_child_that_speaks_of_a_sheet_it_did_not_make_is_not_believed() -> None:
    line = line_of(BUILT, Built("kab-uji", "uji.example", 1, 1, (), sheets=(PIECE,)))
    with pytest.raises(NotBelieved, match="sheets"):
        built_of(line, "kab-uji", "uji.example", published=False)


def test_pages_are_those_of_their_district_and_of_the_program_that_drew_them(tmp_path: Path) -> None:
    told = '[["/"],{"index.html":["1","2",[0],[],[]]}]'
    keep_pages(tmp_path, "kab-uji", "program", date(2026, 11, 28), KeptPages({"index.html": (3,)}, told))
    redate_pages(tmp_path, "kab-uji", "program", date(2026, 11, 29), {"index.html": (4,)})
    found = page_shelf_of(tmp_path, "kab-uji", tmp_path, BEFORE)
    assert found is not None
    assert (found.then, dict(found.shown), set(found.pages)) == (
        date(2026, 11, 29),
        {"index.html": [4]},
        {"index.html"},
    )
    shutil.copy(shelf_paths(tmp_path, "kab-uji")[1], shelf_paths(tmp_path, "kab-lain")[1])
    assert page_shelf_of(tmp_path, "kab-lain", tmp_path, BEFORE) is None
    assert page_shelf_of(tmp_path, "kab-uji", tmp_path, Before(BEFORE.inputs, fresh=True)) is None
    assert page_shelf_of(tmp_path, "kab-uji", tmp_path, Before(Inputs("lain", "", "", {}, {}, ""))) is None
    forget_shelf(tmp_path, "kab-uji")
    assert page_shelf_of(tmp_path, "kab-uji", tmp_path, BEFORE) is None


def test_pages_of_no_day_are_no_pages(tmp_path: Path) -> None:
    keep_entry(shelf_paths(tmp_path, "kab-uji")[1], shelves._key("kab-uji", "program"), ["kemarin", {}, "{}"])
    assert page_shelf_of(tmp_path, "kab-uji", tmp_path, BEFORE) is None
    redate_pages(tmp_path, "kab-uji", "program", date(2026, 11, 28), {})


def test_a_page_of_which_nothing_changed_is_not_drawn_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project, drawn = little(tmp_path / "proyek"), SelebaranPlugin.on_page_context

    def only_new(self, context, /, *, page, config, nav):  # type: ignore[no-untyped-def]
        assert page.meta.get("template") is EMPTY or page.composed.address != "daftar/", "it was drawn"
        return drawn(self, context, page=page, config=config, nav=nav)

    build(project)
    edit(project / "districts" / SECOND / "jadwal.yml", "tempat: Balai", "tempat: Aula")
    (project / "districts" / FIRST / "halaman").mkdir(exist_ok=True)
    (project / "districts" / FIRST / "halaman" / "posko.md").write_text(
        "---\njudul: Posko\nringkas: Tentang posko.\n---\nDatanglah.\n", "utf-8"
    )
    with monkeypatch.context() as patched:
        draw_by(patched, only_new)
        assert build(project).returncode == 0
        assert build(project, "--fresh").returncode == 1
    assert build(project, "--fresh", out="bersih").returncode == 0
    build(project)
    assert public(project) == public(project, "bersih")
