"""Sheets in the live preview: those of a build, made when they are looked at, and the page that offers them."""

from __future__ import annotations

from pathlib import Path

import pytest

from selebaran.cli.main import main
from selebaran.publish.layout import site_of
from selebaran.read.starter import DISTRICT
from selebaran.serve.orders import Order
from selebaran.serve.workshop import Asked, held
from tests.serve.conftest import DAY, project  # noqa: F401  (a fixture)
from tests.serve.test_making import HOST, files_of, shown

PIECE = "poster-cuci-tangan"


def test_sheets_and_the_page_that_offers_them_are_those_of_a_build(project: Path, tmp_path: Path) -> None:  # noqa: F811
    work = tmp_path / "kerja"
    (work / "siap").mkdir(parents=True)
    with pytest.raises(SystemExit) as end:
        arguments = ["--out", str(tmp_path / "hasil"), "--as-of", DAY.isoformat(), "--profil", "kantor", "--quiet"]
        main(["build", "--root", str(project), *arguments])
    assert end.value.code == 0
    expected = files_of(site_of(tmp_path / "hasil", HOST))
    live = held(Asked(project, (), DAY, ("kantor",)), work)
    one, changed = shown(live, Order("lembar", DISTRICT, PIECE))
    assert one.said.is_whole
    assert f"lihat/{PIECE}/kantor-1.png" in changed
    root = site_of(work, HOST)
    assert files_of(root) == {name: body for name, body in expected.items() if name.startswith(f"unduh/{PIECE}/")}
    shown(live, Order("semua-lembar", DISTRICT))
    assert files_of(root) == expected
    page, _ = shown(live, Order("halaman", DISTRICT, "unduh/index.html"))
    assert page.said.sheets[0][0] == PIECE
    assert files_of(root) == expected


def test_a_sheet_that_is_not_there_is_told(project: Path, tmp_path: Path) -> None:  # noqa: F811
    work = tmp_path / "kerja"
    (work / "siap").mkdir(parents=True)
    found, _ = shown(held(Asked(project, (), DAY, ("kantor",)), work), Order("lembar", DISTRICT, "lupa"))
    assert not found.said.is_there
