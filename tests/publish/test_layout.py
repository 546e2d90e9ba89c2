"""Where things lie in an output; one of an older version is refused, and its sites stay where they are served from."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from selebaran.cli.main import main
from selebaran.publish.layout import hosts_in, names_in, old_form
from tests.conftest import BASE
from tests.publish.small import HOST, publish


def test_the_sites_of_an_output_are_those_whose_links_lead_somewhere(tmp_path: Path) -> None:
    publish(tmp_path, {"index.html": "satu"})
    publish(tmp_path, {"index.html": "dua"}, "polos.example", layout="copy")
    (tmp_path / "situs" / "hilang.example").symlink_to("../.rilis/hilang.example/0123456789abcdef")
    assert hosts_in(tmp_path) == {HOST, "polos.example"}
    assert names_in(tmp_path) == (HOST,)
    assert (hosts_in(tmp_path / "tiada"), names_in(tmp_path / "tiada")) == (frozenset(), ())


@pytest.mark.parametrize(("place", "file"), [(HOST, "index.html"), ("portal", "tokens.css")])
def test_an_output_of_an_older_version_is_refused_and_stays_as_it_is(
    place: str, file: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    project = shutil.copytree(BASE, tmp_path / "proyek")
    (project / "dist" / place).mkdir(parents=True)
    (project / "dist" / place / file).write_text("lama", "utf-8")
    with pytest.raises(SystemExit) as end:
        main(["build", "--root", str(project)])
    said = capsys.readouterr().err
    assert end.value.code == 3
    assert "dibuat oleh versi lama" in said
    assert "saran: pilih tempat lain (pilihan --out), atau pindahkan folder itu" in said
    assert [path.name for path in (project / "dist").rglob("*")] == [place, file]


def test_a_portal_that_is_a_link_or_a_copy_of_today_is_not_old(tmp_path: Path) -> None:
    files = {"index.html": "portal", "portal/tokens.css": ""}
    for layout in ("link", "copy"):
        publish(tmp_path / layout, files, "portal", layout=layout)
        assert old_form(tmp_path / layout, (HOST,)) is None
