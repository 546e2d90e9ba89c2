"""A picture without words gets those of daerah.yml, wherever a district shows it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from selebaran.compose.edition import Composer
from selebaran.compose.page.html import Surroundings, render
from selebaran.compose.page.shown_pictures import with_their_texts
from selebaran.model.district import Picture
from selebaran.model.problem import Place
from selebaran.read.project import read_project
from tests.compose.page.own.kit import override, own_page, project_at
from tests.conftest import DAY
from tests.hostile.picture_files import drawing, listed, saved


def picture(file: str, alt: str) -> Picture:
    return Picture.model_validate({"berkas": file, "teks": alt, "sumber": "Karangan"})


PICTURES = {
    "pos.jpg": picture("pos.jpg", "Kader di pos"),
    "balai.heic": picture("balai.heic", 'Balai "Sehat" <baru>'),
}


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("![](gambar/pos.jpg)", '<img src="../gambar/pos.jpg" alt="Kader di pos">'),
        ("![ ](gambar/pos.jpg)", '<img src="../gambar/pos.jpg" alt="Kader di pos">'),
        ("![Antre](gambar/pos.jpg)", '<img src="../gambar/pos.jpg" alt="Antre">'),
        ('![](gambar/pos.jpg "Pos")', '<img src="../gambar/pos.jpg" title="Pos" alt="Kader di pos">'),
        ('<img src="gambar/pos.jpg">', '<img src="../gambar/pos.jpg" alt="Kader di pos">'),
        ('<img alt="" src="gambar/pos.jpg">', '<img src="../gambar/pos.jpg" alt="Kader di pos">'),
        (
            "![](gambar/balai.heic)",
            '<img src="../gambar/balai.heic.jpg" alt="Balai &quot;Sehat&quot; &lt;baru&gt;">',
        ),
        ("![Balai](gambar/balai.heic)", '<img src="../gambar/balai.heic.jpg" alt="Balai">'),
    ],
)
def test_a_picture_has_words(typed: str, shown: str) -> None:
    html, problems = render(typed, Place("x.md", 1), Surroundings("pos", {}, PICTURES))
    assert problems == []
    assert attributes(html) == attributes(shown)


def attributes(html: str) -> dict[str, str]:
    (image,) = re.findall("<img (.*)>", html)
    return dict(re.findall(r'([\w-]+)="([^"]*)"', image))


def test_what_is_no_listed_picture_is_left_alone() -> None:
    html = '<p>gambar/pos.jpg <img src="#" alt=""> <a href="../gambar/pos.jpg">pos</a></p>'
    assert with_their_texts(html, PICTURES) == html
    assert (
        with_their_texts('<img src="../gambar/pos.jpg" alt="">', ("pos.jpg",)) == '<img src="../gambar/pos.jpg" alt="">'
    )


def test_pages_news_and_overrides_show_them_so(tmp_path: Path) -> None:
    root = project_at(tmp_path)
    listed(root, kader_jpg=saved(drawing(), "JPEG"))
    own_page(root, "posko", "![](gambar/kader.jpg)")
    own_page(root, "kabar/posko", "![](gambar/kader.jpg)", head="tanggal: 2026-11-20\n")
    override(root, "daftar#syarat", "![](gambar/kader.jpg)")
    edition = Composer(read_project(root)).compose("kab-uji", as_of=DAY, profiles=())
    pages = {page.slug: page.html for page in edition.pages}
    assert '<img src="../gambar/kader.jpg" alt="Kader">' in pages["posko"]
    assert '<img src="../../gambar/kader.jpg" alt="Kader">' in pages["kabar/posko"]
    assert '<img src="../gambar/kader.jpg" alt="Kader">' in pages["daftar"]


@pytest.mark.parametrize("text", ["![kosong]()", "[a](pos.md)\n\n![]()"])
def test_an_empty_picture_is_told_where_it_stands(text: str) -> None:
    _, (found,) = render(text, Place("x.md", 5), Surroundings("pos", {"pos": None}, PICTURES))
    assert (found.code, found.place.line) == ("gambar-tidak-terdaftar", 5 + text.count("\n"))
