"""A text and a page that shows it, without anything around them: what the proof says of the two."""

from __future__ import annotations

from html.parser import HTMLParser

from selebaran.check.proof.prove import prove
from selebaran.check.proof.shown import Shown
from selebaran.compose.markup.render import render as render_markdown
from selebaran.compose.page.html import Surroundings, render
from selebaran.compose.page.links import with_addresses
from selebaran.model.page import ComposedPage
from selebaran.model.page_meta import PageMeta
from selebaran.model.problem import Place, Problem
from selebaran.model.typed import Typed
from selebaran.model.usage import Usage

HERE = Place("districts/kab-uji/halaman/posko.md", 5)
AROUND = Surroundings("posko", {"posko": None, "jadwal": [], "iuran": [], "daftar": None}, ("lambang.png",))


def own(text: str) -> str:
    """The HTML of a district's text."""
    html, problems = render(text, HERE, AROUND)
    assert [problem for problem in problems if problem.is_error] == []
    return html


def shared(text: str) -> str:
    """The HTML of a shared text."""
    return with_addresses(render_markdown(text, own=False).html, "posko")


def told(text: str, html: str, *, is_own: bool = True) -> list[Problem]:
    """What the proof says of a text and the HTML that stands on its page."""
    page = ComposedPage("posko", html, PageMeta("Posko", "", "posko"), Usage(), typed=(Typed(text, HERE, own=is_own),))
    return prove(page, read(f'<div class="teks">{html}</div>'))


def read(html: str) -> Shown:
    """What a reader sees of a page."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.shown


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.shown = Shown()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.shown.start(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        self.shown.end(tag)

    def handle_data(self, data: str) -> None:
        self.shown.text(data)
