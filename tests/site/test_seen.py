"""A page of ours is taken apart quickly, and nothing is seen otherwise than by Python's reader of HTML."""

from __future__ import annotations

from pathlib import Path

import pytest

from selebaran.publish.layout import site_of
from selebaran.site.seen import SeenPage, Tags
from tests.conftest import DEMO

ADDRESS = "https://contoh.example/"
STRANGE = "<!-- -->"
"""No page of ours has a comment, so the reader is asked; it leaves that alone."""
POLICY = '<meta http-equiv="Content-Security-Policy" content="x">'


def all_of(page: SeenPage) -> tuple[object, ...]:
    watch, shown = page.watch, page.shown
    return page.targets, page.ids, page.classes, page.attributes, watch.found, watch.sent_on, shown.words, shown.links


def test_every_page_of_a_district_is_seen_as_the_reader_sees_it(dist: Path, hosts: dict[str, str]) -> None:
    tags, parts = Tags(ADDRESS), 0
    for path in site_of(dist, hosts[DEMO]).rglob("*.html"):
        html = path.read_text("utf-8")
        part = html[html.find('<div class="teks') : html.rfind("</article>")]
        parts += bool(part) and "<script" not in part
        for text in (html, part):
            quick, slow = SeenPage(text, tags), SeenPage(text + STRANGE, tags)
            assert all_of(quick) == all_of(slow), path
    assert parts > 9  # without a script a part is read with fewer steps


@pytest.mark.parametrize(
    "html",
    [
        "<p><iframe src='//x'></iframe>",
        '<p onclick="x">a</p>\n<p><a href="javascript:x">b</a>',
        "<script>/* </p> */ x</script>",
        '<script>x</script >\n<img src="//x/y.png">',
        '<div class="teks"><p>a<br>\n<IMG SRC=//x/y.png></div>',
        '<p title="a>b"><svg viewBox="0 0 1 1"><set /></svg>',
        "<style>p{}</style><title>x</title>",
        "<!-- x --><a href=//x>y</a><p",
        '<div class="teks"><p>a</p> < <b>c</b> d</div>',
        '<div class="teks">a<<img src="//x/y.png">',
        '<time datetime="2026-01-01" data-mulai="2026-01-01T08:00+07:00" onclick="y">a</time>',
        '<img data-sampai="2026-01-01" src="//x/y.png"><p data-dari="javascript:x">a</p>',
        '<a href="//x" href="y">z</a>',
        "<textarea><img src='//x'></textarea>\n<base href='//x'>",
    ],
)
def test_what_must_not_stand_in_a_page_is_found_on_its_line(html: str) -> None:
    for begun in (POLICY, "", f"{POLICY}\n\n"):
        assert all_of(SeenPage(begun + html, Tags(None))) == all_of(SeenPage(STRANGE + begun + html, Tags(None)))


def test_a_plain_page_costs_no_reader(monkeypatch: pytest.MonkeyPatch, dist: Path, hosts: dict[str, str]) -> None:
    monkeypatch.setattr("selebaran.site.seen._Reader", None)
    for path in site_of(dist, hosts[DEMO]).rglob("*.html"):
        SeenPage(path.read_text("utf-8"), Tags(ADDRESS))
