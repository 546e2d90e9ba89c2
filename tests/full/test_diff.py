"""`selebaran diff` of two commits of a real project: what is made, drawn and said."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from selebaran.cli.main import main
from tests.cli.test_changes import Repository
from tests.publish.terbitan import CHECKED, EVENT, READY, Published, dump


def under_git(tmp_path: Path) -> tuple[Repository, Published]:
    """The project of publications as the first commit of a branch `awal`."""
    repository, published = Repository(tmp_path / "git"), Published(tmp_path)
    (repository.root / ".git").rename(published.project / ".git")
    (published.project / ".gitignore").write_text(".cache\n", "utf-8")
    repository.root = published.project
    repository.git("checkout", "-q", "--orphan", "awal")
    repository.commit()
    return repository, published


def test_a_change_of_one_event_shows_that_district_with_pictures(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    repository, published = under_git(tmp_path)
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


def test_what_a_fact_changes_was_told_of_all_districts_before_any_was_made(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    repository, published = under_git(tmp_path)
    register = published.project / "content" / "fakta.yml"
    text = register.read_text("utf-8")
    assert "isi: '35000'" in text
    register.write_text(text.replace("isi: '35000'", "isi: '36000'", 1), "utf-8")
    repository.commit()
    file = tmp_path / "beda.html"
    arguments = ["awal~1", "awal", "--no-pictures", "--out", str(file), "--as-of", CHECKED.isoformat()]
    with pytest.raises(SystemExit):
        main(["diff", *arguments, "--root", str(published.project)])
    said, html = capsys.readouterr().out, file.read_text("utf-8")
    pages = set(re.findall(r"<h3>Halaman <code>/(?!e/)(?:jv/)?([\w-]*)/", html))
    sheets = set(re.findall(r"<h3>Lembar <code>/unduh/([\w-]+)/", html))
    assert pages and sheets
    for kind, found in (("Halaman", pages), ("Lembar", sheets)):
        told = re.search(rf"^{kind} yang dapat berubah di tiap daerah \(\d+\): (.*)\.$", said, re.M)
        assert told and found <= set(told[1].split(", "))
