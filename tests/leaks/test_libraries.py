"""What MkDocs and WeasyPrint log is told in our words, or goes to the maintainers in the JSON only."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from selebaran.check.run import check_shared
from selebaran.cli.language import Speaker
from selebaran.cli.show import message_of, problem_json
from selebaran.model.problem import Place
from selebaran.press.complaints import complaint
from selebaran.read.project import read_project
from selebaran.site.build import _problem as of_the_site
from tests.conftest import BASE
from tests.leaks.kit import SPOKEN, leaks, texts_of


class Written:
    """As much of an edition as is asked for the place of a warning."""

    slug = "kab-uji"


@pytest.mark.parametrize("module", [m for m in SPOKEN if m.startswith(("mkdocs", "weasyprint"))])
def test_nothing_that_mkdocs_or_weasyprint_logs_is_printed(module: str) -> None:
    for text in texts_of(module):
        written = re.sub(r"%[rsd]|%04X", "7", text)
        assert leaks([of_the_site(written, Written)]) == []  # type: ignore[arg-type]
        assert leaks([complaint(written, Place("a"), "kecil (layar)")]) == []


def test_an_unknown_warning_goes_to_the_maintainers_in_the_json() -> None:
    for found in (of_the_site("Strange.", Written), complaint("Strange.", Place("a"), "kecil")):  # type: ignore[arg-type]
        assert "Strange" not in " ".join(message_of(found, Speaker()))
        assert '"detail": "Strange."' in problem_json(found, Speaker())


@pytest.mark.parametrize(
    ("text", "code", "value"),
    [
        ("Failed to load image at 'asset:foto.png': not among the assets", "cetak-gambar-gagal", "foto.png"),
        ("Failed to render SVG image asset:seni/a.svg", "cetak-gambar-gagal", "seni/a.svg"),
        ("Failed to load inline SVG: x", "cetak-gambar-gagal", "<svg>"),
        ('Image "asset:seni/a.svg" has no required alt description', "cetak-tanpa-alt", "seni/a.svg"),
        ("No anchor #biaya for internal URI reference", "cetak-tautan-putus", "#biaya"),
        ("Content discarded: target points to undefined anchor 'biaya'", "cetak-tautan-putus", "biaya"),
        ("Anchor defined twice: 'biaya'", "cetak-id-ganda", "biaya"),
        ("Ignored `colour: red` at 1:1, unknown property.", "cetak-css-diabaikan", "colour: red"),
        ("Subgrids are unsupported", "cetak-css-diabaikan", "subgrid"),
        ("Inline grids are not supported", "cetak-css-diabaikan", "display: inline-grid"),
        ("Parse error at 3:7: EOF reached before {} block for a qualified rule.", "cetak-css-rusak", "3"),
        ("Unsupported @page selector '}', the whole @page rule was ignored at 2:5.", "cetak-css-rusak", "2"),
        ("This row has more columns than the table, ignored 2 cells", "cetak-tabel-lebih", "kecil"),
    ],
)
def test_what_weasyprint_says_of_a_sheet_has_a_code(text: str, code: str, value: str) -> None:
    found = complaint(text, Place("a"), "kecil")
    assert found.code == code
    assert value in dict(found.values).values()


@pytest.mark.parametrize("address", ["http://[abc", "//[", "https://[::1/"])
def test_an_address_that_no_library_can_read_is_a_broken_link(address: str, tmp_path: Path) -> None:
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    with (tmp_path / "content/daftar.md").open("a", encoding="utf-8") as file:
        file.write(f"\nBaca [ini]({address}).\n")
    found = check_shared(read_project(tmp_path))
    assert [(p.code, dict(p.values)["tujuan"]) for p in found if p.is_error] == [("tautan-putus", address)]
    assert leaks(found) == []
