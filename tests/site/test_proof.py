"""A built page that doesn't show what was typed isn't handed out, and the line of the file is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from selebaran.compose.edition import Composer
from selebaran.model.edition import Edition
from selebaran.model.problem import Place
from selebaran.site.build import build_site
from selebaran.site.links import check_site
from selebaran.site.search_roots import Roots
from tests.conftest import DAY, DEMO
from tests.project import PROJECT

OWN = "districts/kab-contoh/halaman/antar-warga.md"


@pytest.fixture(scope="module")
def demo(composer: Composer) -> Edition:
    return composer.compose(DEMO, as_of=DAY, profiles=())


@pytest.fixture(scope="module")
def built(demo: Edition, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("bukti") / "situs"
    assert build_site(demo, (), out, Roots()) == []
    return out


def told(site: Path, edition: Edition) -> list[Place]:
    return [found.place for found in check_site(site, edition) if found.code == "teks-hilang"]


def spoilt(site: Path, page: str, before: str, after: str) -> str:
    """A fault put into a built page; its text as it was."""
    text = (site / page).read_text("utf-8")
    assert before in text
    (site / page).write_text(text.replace(before, after, 1), "utf-8")
    return text


def line(file: str, words: str) -> int:
    return (PROJECT / file).read_text("utf-8").split(words)[0].count("\n") + 1


@pytest.mark.parametrize(
    ("page", "before", "after", "file", "words"),
    [
        ("antar-warga/index.html", "tidak perlu disebut", "perlu disebut", OWN, "Nomor KTP tidak"),
        ("antar-warga/index.html", "<td>Sabtu</td>", "<td></td>", OWN, "Sabtu"),
        ("antar-warga/index.html", '../gawat-darurat/">gawat', '../iuran/">gawat', OWN, "gawat-darurat.md"),
        ("iuran/index.html", "Rp35.000", "Rp85.000", "content/iuran.md", "iuran_kelas_3_peserta"),
        ("iuran/index.html", "tidak kena denda", "kena denda", "content/iuran.md", "tidak kena denda"),
    ],
)
def test_a_fault_in_a_built_page_names_the_line_that_was_typed(
    demo: Edition, built: Path, page: str, before: str, after: str, file: str, words: str
) -> None:
    text = spoilt(built, page, before, after)
    found = told(built, demo)
    (built / page).write_text(text, "utf-8")
    assert {place.file for place in found} == {file}
    assert abs(found[0].line - line(file, words)) <= 1


def test_every_page_with_a_text_is_proved(demo: Edition) -> None:
    unproved = [page.slug for page in (*demo.pages, *demo.paper_pages) if page.html.strip() and not page.typed]
    assert unproved == []
    assert sum(bool(page.typed) for page in demo.pages) > 60


def test_what_was_typed_shows_on_every_page_of_the_demonstration(demo: Edition, built: Path) -> None:
    assert told(built, demo) == []
