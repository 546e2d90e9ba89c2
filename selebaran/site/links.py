"""Every link, anchor, picture and download of a finished web root must lead somewhere, and nothing in it may act."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

from selebaran.model.edition import Edition
from selebaran.model.problem import Place, Problem, problem
from selebaran.site.forbidden import Watch, faults_of_files

ATTRIBUTES = ("href", "src", "action", "poster")
STYLE_URL = re.compile(r"url\(\s*['\"]?([^'\")]+)")


class _Page(HTMLParser):
    """The addresses that a page refers to, the ids that it has, and what must not stand in it."""

    def __init__(self, html: str, address: str | None) -> None:
        super().__init__()
        self.targets: list[str] = []
        self.ids: set[str] = set()
        self.watch = Watch(address)
        self.feed(html)
        self.close()
        self.watch.end()

    def handle_data(self, data: str) -> None:
        """Look at what stands in a script."""
        if self.cdata_elem:
            self.watch.text(data)

    def handle_endtag(self, tag: str) -> None:
        """A script is whole."""
        if tag == "script":
            self.watch.end()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Collect from one tag."""
        self.watch.tag(tag, attrs, self.getpos()[0])
        for name, value in attrs:
            if value and name in ATTRIBUTES:
                self.targets.append(value)
            elif value and name == "id":
                self.ids.add(value)


def check_site(root: Path, edition: Edition) -> list[Problem]:
    """What is missing within a web root, and what must not be there. Addresses on other hosts are not asked for."""
    address = edition.frame.address
    pages = {path: _Page(path.read_text("utf-8"), address) for path in sorted(root.rglob("*.html"))}
    styles = {path: path.read_text("utf-8") for path in sorted(root.rglob("*.css"))}
    files = {path.relative_to(root).as_posix(): pages.get(path) for path in root.rglob("*") if path.is_file()}
    broken = [(path, target) for path, page in pages.items() for target in dict.fromkeys(page.targets)]
    broken += [(path, target) for path, text in styles.items() for target in STYLE_URL.findall(text)]
    problems = [
        problem("tautan-situs-putus", _place(path.relative_to(root), edition), daerah=edition.slug, tujuan=target)
        for path, target in broken
        if not _found(_base(root, path), target, files, address)
    ]
    faults = [(path, *fault) for path, page in pages.items() for fault in page.watch.found]
    faults += [(path, fault, 0) for path, fault in faults_of_files(root, styles.items())]
    for path, fault, line in faults:
        file = Place(path.relative_to(root).as_posix(), line)
        values = {"daerah": edition.slug, "berkas": file, "isi": fault}
        problems.append(problem("situs-terlarang", _place(path.relative_to(root), edition), **values))
    return list(dict.fromkeys(problems))


def _base(root: Path, path: Path) -> str:
    return "/" + path.relative_to(root).as_posix().removesuffix("index.html")


def _found(base: str, target: str, files: Mapping[str, _Page | None], address: str | None) -> bool:
    if address and target.startswith(address):
        target = "/" + target[len(address) :]
    try:
        where, fragment = urldefrag(urljoin(base, target))
        parts = urlsplit(where)
    except ValueError:  # such as https://[
        return False
    if parts.scheme or parts.netloc:
        return True
    path = unquote(parts.path).strip("/")
    name = next((name for name in (path, f"{path}/index.html".lstrip("/")) if name in files), None)
    if name is None:
        return False
    page = files[name]
    return not fragment or page is None or fragment.startswith("svgView") or unquote(fragment) in page.ids


def _place(path: Path, edition: Edition) -> Place:
    """The source that an editor can open: a page, shared or a district's own, else the page template."""
    if path.suffix != ".html":
        return Place(path.as_posix())
    addresses = {path.with_suffix(".md").as_posix(), f"{path.parent.as_posix()}.md"}
    for page in edition.pages:
        if page.source_uri in addresses and page.markdown:
            return page.origins[""] if page.meta.layer else Place(page.file)
    return Place("templates/site/404.html" if path.name == "404.html" else "templates/site/unduh.html")
