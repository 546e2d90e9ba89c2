"""A language is data: a row in the campaign's file, and the words that it has."""

from __future__ import annotations

from pathlib import Path

import pytest

from selebaran.compose.edition import Composer
from selebaran.model.edition import Edition
from selebaran.model.page import ComposedPage
from selebaran.read.project import read_project
from selebaran.site.clock import clock_values
from selebaran.site.page_meta import template_meta
from tests.compose.page.own.kit import SLUG, own_page, project_at, told
from tests.conftest import DAY

ROW = "  gor: {nama: Gorontalo, sumber: ISO 639-3}\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project whose district has a page in Gorontalo."""
    root = project_at(tmp_path)
    _replaced(root / "districts" / SLUG / "daerah.yml", "", "bahasa: [gor]\n")
    own_page(root, "posko", "Datang hari Sabtu.")
    own_page(root, "posko.gor", "Uji.", head="peninjau: Ibu Uji\n")
    return root


def _replaced(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    path.write_text(text.replace(old, new, 1) if old else text + new, "utf-8")


def _campaign(root: Path, row: str) -> None:
    _replaced(root / "content" / "kampanye.yml", ROW, row)


def _edition(root: Path) -> Edition:
    return Composer(read_project(root)).compose(SLUG, as_of=DAY, profiles=())


def _page(edition: Edition, slug: str) -> ComposedPage:
    return next(page for page in edition.pages if page.slug == slug)


def _current(root: Path) -> None:
    """Bind the translation to its page, as its warning says."""
    (said,) = told(root)
    mark = said.rsplit("naskah_asal: ", 1)[1].rstrip("'")
    own_page(root, "posko.gor", "Uji.", head=f"peninjau: Ibu Uji\nnaskah_asal: {mark}\n")


def test_a_row_is_enough_for_a_language_and_without_it_the_nearest_is_named(root: Path) -> None:
    _current(root)
    edition = _edition(root)
    assert [way.name for way in _page(edition, "posko").meta.ways] == ["Indonesia", "Gorontalo"]
    assert "Uji." in _page(edition, "gor/posko").html
    assert "gor" not in clock_values(DAY, "WIB", edition.frame.languages)["lama"]
    _campaign(root, "")
    _replaced(root / "districts" / SLUG / "daerah.yml", "bahasa: [gor]", "bahasa: [Jawa]")
    faults = "\n".join(told(root))
    assert "'Jawa' bukan pilihan" in faults
    assert "maksudnya 'jv'? Pilihan: jv, su" in faults
    assert "bahasa 'gor' pada nama berkas ini tidak dikenal" in faults


def test_a_language_says_where_its_lines_begin_and_how_much_room_they_need(root: Path) -> None:
    _campaign(root, "  gor: {nama: Gorontalo, sumber: ISO 639-3, mulai_dari: kanan, baris: longgar}\n")
    _current(root)
    edition = _edition(root)
    translated, fallen_back = (template_meta(_page(edition, f"gor/{slug}").meta, ()) for slug in ("posko", "daftar"))
    assert (translated["bahasa_arah"], translated["bahasa_longgar"]) == ("rtl", True)
    assert "bahasa_arah" not in fallen_back
    assert "bahasa_longgar" not in fallen_back


def test_words_of_a_language_are_searched_for_where_the_site_has_it(root: Path) -> None:
    words = "sinonim:\n  - {kata: [ujikata], artinya: [mendaftar], bahasa: gor, sumber: Kamus uji}\n"
    (root / "content" / "sinonim.yml").write_text(words, "utf-8")
    assert [entry.said for entry in _edition(root).search_words.synonyms] == [("ujikata",)]
    _replaced(root / "districts" / SLUG / "daerah.yml", "bahasa: [gor]", "bahasa: [jv]")
    (root / "districts" / SLUG / "halaman" / "posko.gor.md").unlink()
    assert _edition(root).search_words.synonyms == ()
