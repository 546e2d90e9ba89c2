"""What other machines lack or do otherwise: no fork, no `resource`, lines that end in CR LF, another separator."""

from __future__ import annotations

import multiprocessing
import ntpath
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from selebaran.cli.checking import Checking
from selebaran.compose.edition import Composer
from selebaran.desk.apart import said_apart
from selebaran.jobs import confine
from selebaran.read.project import read_project
from selebaran.serve import watch
from tests.compose.page.own.kit import SLUG, override, own_page, project_at
from tests.conftest import DAY, ROOT

WITHOUT = "import sys; sys.modules['resource'] = None; from selebaran.jobs import confine; print(confine.KNOWS_LIMITS)"
"""A Python that has no such module."""
TEXTS = (".md", ".yml", ".html", ".css", ".svg")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project with text of a district's own."""
    root = project_at(tmp_path)
    own_page(root, "posko", "Buka **Sabtu**.\n\n- KTP\n- KK\n\n| Hari | Jam |\n|---|---|\n| Sabtu | 08.00 |")
    override(root, "ikut#besar", "Datang ke posko.")
    return root


def test_a_checkout_whose_lines_end_in_cr_lf_gives_the_same_pages(root: Path) -> None:
    before = Composer(read_project(root)).compose(SLUG, as_of=DAY, profiles=())
    for path in root.rglob("*"):
        if path.is_file() and path.suffix in TEXTS:
            path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    registry = read_project(root)
    assert registry.shared_problems == ()
    assert registry.district_problems == {}
    after = Composer(registry).compose(SLUG, as_of=DAY, profiles=())
    assert {page.slug: page.html for page in after.pages} == {page.slug: page.html for page in before.pages}
    assert after.problems == before.problems


def test_without_fork_a_check_finds_the_same(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own_page(root, "salah", "[Hilang](tidak-ada.md)")
    found = Checking(root, read_project(root), DAY).problems((SLUG,))
    assert [one.code for one in found] != []
    monkeypatch.setattr(multiprocessing, "get_all_start_methods", lambda: ["spawn"])
    assert Checking(root, read_project(root), DAY).problems((SLUG,)) == found
    assert said_apart(lambda: b"dibaca", "uji.docx") == b"dibaca"


def test_where_a_system_knows_no_limits_children_are_shut_in_without_them(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done = subprocess.run([sys.executable, "-c", WITHOUT], capture_output=True, text=True, check=False)
    assert done.stdout == "False\n", done.stderr
    monkeypatch.setattr(confine, "KNOWS_LIMITS", False)
    monkeypatch.delattr(confine, "resource")
    own_page(root, "salah", "[Hilang](tidak-ada.md)")
    assert "salah.md" in str([one.place for one in Checking(root, read_project(root), DAY).problems((SLUG,))])


def test_files_that_changed_are_named_with_strokes_whatever_the_system_writes(monkeypatch: pytest.MonkeyPatch) -> None:
    class Windows:
        path, sep = ntpath, ntpath.sep

    monkeypatch.setattr(watch, "os", Windows)
    monkeypatch.setattr(watch, "STILL_SECONDS", 0)
    gathered = watch.Gathered("C:\\proyek")  # type: ignore[arg-type]
    gathered.note(iter(["C:\\proyek\\content\\iuran.md", "C:\\lain\\x.md"]))
    assert gathered.take() == {"content/iuran.md"}


def test_without_what_windows_lacks_people_edit_and_check_and_are_told_that_nothing_is_built(root: Path) -> None:
    """Modules, functions and flags are taken away by `tests/plain_windows.py`; its own rules for paths aren't there."""
    (root / "districts" / "kab-sehat" / "halaman").mkdir()
    (root / "districts" / "kab-sehat" / "halaman" / "luar.md").symlink_to("/etc/hostname")
    commands = ("check kab-uji", "form kab-uji", "workbook kab-uji", "intake kab-uji.xlsx --dry-run")
    more = ("new Kabupaten Sigi", "check kab-sehat", "build kab-uji", "serve kab-uji", "kit kab-uji acara")
    done = subprocess.run(
        [sys.executable, "-m", "tests.plain_windows", *" + ".join((*commands, *more)).split()],
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert "Traceback" not in done.stderr, done.stderr
    ended = re.findall(r"^= (.+): (\d)$", done.stdout, re.M)
    assert ended == [*((one, "0") for one in (*commands, more[0])), *zip(more[1:], "1333", strict=True)]
    assert "halaman/luar.md: error[berkas-bukan-biasa]: 'luar.md' bukan berkas atau folder" in done.stderr
    assert done.stderr.count("di sistem ini situs dan lembar tidak dapat dibuat") == 3
    assert (root / "districts" / "kab-sigi" / "daerah.yml").is_file()
