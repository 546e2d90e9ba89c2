"""`selebaran diff` of two commits of a real project: what is made, drawn and said."""

from __future__ import annotations

from pathlib import Path

import pytest

from selebaran.cli.main import main
from tests.cli.test_changes import Repository
from tests.publish.terbitan import CHECKED, EVENT, READY, Published, dump


def test_a_change_of_one_event_shows_that_district_with_pictures(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    repository = Repository(tmp_path / "git")
    published = Published(tmp_path)
    (repository.root / ".git").rename(published.project / ".git")
    (published.project / ".gitignore").write_text(".cache\n", "utf-8")
    repository.root = published.project
    repository.git("checkout", "-q", "--orphan", "awal")
    repository.commit()
    dump(published.project / "districts" / READY / "jadwal.yml", {"kegiatan": [{**EVENT, "tempat": "Balai lain"}]})
    repository.commit()
    file = tmp_path / "beda.html"
    arguments = ["awal~1", "awal", "--out", str(file), "--as-of", CHECKED.isoformat(), "--root", str(published.project)]
    with pytest.raises(SystemExit) as end:
        main(["diff", *arguments])
    said = capsys.readouterr()
    assert end.value.code == 0, said.err
    assert f"Folder 1 daerah berubah: {READY}." in said.out
    html = file.read_text("utf-8")
    assert '<div class="baru">' in html
    assert "Balai lain" in html
    assert html.count("data:image/webp") >= 2
    assert len(html) < 10_000_000
