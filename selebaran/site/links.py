"""Every link, anchor, picture and download of a finished web root must lead somewhere."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

from selebaran.model.edition import Edition
from selebaran.model.problem import Place, Problem, problem

ATTRIBUTES = ("href", "src", "action", "poster")
STYLE_URL = re.compile(r"url\(\s*['\"]?([^'\")]+)")


class _Page(HTMLParser):
    """The addresses that a page refers to, and the ids that it has."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.targets: list[str] = []
        self.ids: set[str] = set()
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Collect from one tag."""
        for name, value in attrs:
            if value and name in ATTRIBUTES:
                self.targets.append(value)
            elif value and name == "id":
                self.ids.add(value)


def check_site(root: Path, edition: Edition) -> list[Problem]:
    """What is missing within a web root. Addresses on other hosts are not asked for."""
    pages = {path: _Page(path.read_text("utf-8")) for path in sorted(root.rglob("*.html"))}
    problems: dict[Problem, None] = {}
    for path, page in pages.items():
        base = "/" + path.relative_to(root).as_posix().removesuffix("index.html")
        for target in page.targets:
            if not _found(root, base, target, pages, edition.frame.address):
                place = _place(path.relative_to(root), edition)
                problems[problem("tautan-situs-putus", place, daerah=edition.slug, tujuan=target)] = None
    for path in sorted(root.rglob("*.css")):
        base = "/" + path.relative_to(root).as_posix()
        for target in STYLE_URL.findall(path.read_text("utf-8")):
            if not _found(root, base, target, pages, edition.frame.address):
                place = Place(path.relative_to(root).as_posix())
                problems[problem("tautan-situs-putus", place, daerah=edition.slug, tujuan=target)] = None
    return list(problems)


def _found(root: Path, base: str, target: str, pages: dict[Path, _Page], address: str | None) -> bool:
    if address and target.startswith(address):
        target = "/" + target[len(address) :]
    where, fragment = urldefrag(urljoin(base, target))
    parts = urlsplit(where)
    if parts.scheme or parts.netloc:
        return True
    file = root / unquote(parts.path).lstrip("/")
    file = file / "index.html" if file.is_dir() else file
    if not file.is_file():
        return False
    page = pages.get(file)
    return not fragment or page is None or fragment.startswith("svgView") or unquote(fragment) in page.ids


def _place(path: Path, edition: Edition) -> Place:
    """The source that an editor can open: a page, shared or a district's own, else the page template."""
    addresses = {path.with_suffix(".md").as_posix(), f"{path.parent.as_posix()}.md"}
    for page in edition.pages:
        if page.source_uri in addresses and page.markdown:
            return page.origins[""] if "dari" in page.meta else Place(page.file)
    return Place("templates/site/404.html" if path.name == "404.html" else "templates/site/unduh.html")
