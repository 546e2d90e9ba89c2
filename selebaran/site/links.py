"""Every link, anchor, picture and download of a finished web root must lead somewhere, and nothing in it may act."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache, partial
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

from selebaran.check.proof.prove import prove
from selebaran.jobs.recalled import Recalled
from selebaran.jobs.stages import staged
from selebaran.jobs.tree import in_order
from selebaran.model.edition import Edition
from selebaran.model.page import ComposedPage, address_of
from selebaran.model.problem import Place, Problem, problem
from selebaran.site.blame import PAGE, TEMPLATES, Region, path_of, source_of_file, source_of_link
from selebaran.site.forbidden import faults_of_files
from selebaran.site.framed import NOT_COVERED, Covered, Look
from selebaran.site.joined import SECTION, Group, Joinable, groups_of
from selebaran.site.seen import SeenPage, Tags
from selebaran.site.sent import sent_of
from selebaran.site.style import needed

NEAR = re.compile(r"((?:\.\./)*)((?:[\w-]+/)*[\w-]+(?:/|\.\w+)?(?:#[\w-]+)?)", re.A)
"""An address as most are, from the page that it stands on: nothing in it has to be read twice."""
SEEN: Recalled[tuple[str | None, str], SeenPage] = Recalled(0)
"""What was read of whole pages, by the site's address and their text: for who draws many sites that are alike."""
STYLE_URL = re.compile(r"url\(\s*['\"]?([^'\")]+)")


@dataclass(frozen=True)
class Site:
    """A web root as it was written: its pages and stylesheets by path, the names of all files, its own address. Of
    `parts` only their own text was read; what they have below stands on the page beside them, which was read whole.
    Those that are `covered` were read when they were drawn."""

    pages: dict[str, SeenPage]
    styles: dict[str, str]
    files: frozenset[str]
    address: str | None
    parts: Mapping[str, ComposedPage] = field(default_factory=dict)
    covered: Covered = NOT_COVERED
    known: dict[tuple[str, str], str | None] = field(default_factory=dict, repr=False, compare=False)

    @property
    def names(self) -> frozenset[str]:
        """Classes, ids and attributes of all pages, as selectors name them."""
        seen = (page.names for page in self.pages.values())
        return frozenset().union(*seen, *(look.names for look in self.covered.looks.values()))

    @cached_property
    def links(self) -> list[tuple[str, str, Region]]:
        """Every address that a file refers to: the file, the address, and where in a page it stands."""
        found = [(path, target, region) for path, page in self.pages.items() for target, region in page.targets.items()]
        return found + [
            (path, target, PAGE) for path, text in self.styles.items() for target in STYLE_URL.findall(text)
        ]

    def resolved(self, path: str, target: str) -> str | None:
        """A link of a file as an address from the root of the site; None where it is none."""
        key = path, target
        if key not in self.known:
            self.known[key] = self._resolved(path, target)
        return self.known[key]

    def _resolved(self, path: str, target: str) -> str | None:
        if self.address and target.startswith(self.address):
            target = "/" + target[len(self.address) :]
        if near := NEAR.fullmatch(target):
            folder, up = path.split("/")[:-1], near[1].count("/")
            if up <= len(folder):
                return "/".join(("", *folder[: len(folder) - up], near[2]))
        try:
            where = urljoin("/" + path.removesuffix("index.html"), target)
            urlsplit(where)
        except ValueError:  # such as https://[
            return None
        return where

    def has(self, where: str) -> bool:
        """Whether an address from the root leads to something; those of other hosts are not asked for."""
        found = _within(where)
        if found is None:
            return True
        path, fragment = found
        name = next((name for name in (path, f"{path}/index.html".lstrip("/")) if name in self.files), None)
        if name is None:
            return False
        page = self.pages.get(name) or self.covered.looks.get(name)
        return not fragment or page is None or fragment.startswith("svgView") or unquote(fragment) in page.ids


@lru_cache(maxsize=4096)
def _within(where: str) -> tuple[str, str] | None:
    """The path and the fragment of an address from the root; None of one that leads to another host."""
    url, fragment = urldefrag(where)
    parts = urlsplit(url)
    return None if parts.scheme or parts.netloc else (unquote(parts.path).strip("/"), fragment)


def check_site(root: Path, edition: Edition, covered: Covered = NOT_COVERED) -> list[Problem]:
    """What is missing within a web root, and what must not be there; pages that are `covered` were looked at when they
    were drawn, but for where they lead."""
    return checked_site(root, edition, covered)[0]


@staged("tautan")
def checked_site(root: Path, edition: Edition, covered: Covered = NOT_COVERED) -> tuple[list[Problem], Site]:
    """The same, and the web root as it was read."""
    groups = groups_of(edition.pages)
    site = read_site(root, edition.frame.address, groups, covered)
    if not all(map(site.has, covered.leads)):
        site = read_site(root, edition.frame.address, groups)
    return _faults(site, root, edition), site


def faults_beside(site: Site, edition: Edition) -> list[Problem]:
    """What is wrong with pages of a site, but for their text, whose other pages are `covered`, and whose other files
    were looked at."""
    return [*_broken(site, edition), *_acting(site, edition), *_bare(site, edition)]


def _faults(site: Site, root: Path, edition: Edition) -> list[Problem]:
    found = *_broken(site, edition), *_forbidden(site, root, edition), *lost_text(site, edition), *_bare(site, edition)
    return list(dict.fromkeys(found))


def look_of(site: Site, path: str, loaded: frozenset[str]) -> Look | None:
    """What a page looks like, but for the files that it has `loaded` when it is touched; None where what must not be
    there is."""
    page = site.pages[path]
    if page.watch.found or page.watch.sent_on:
        return None
    leads = (site.resolved(path, target) for target in page.targets)
    here = frozenset(where for where in leads if where is not None and not _is_elsewhere(where))
    return Look(here - loaded, frozenset(page.ids), page.names)


def _is_elsewhere(where: str) -> bool:
    if where[:1] == "/" != where[1:2]:  # as nearly all are
        return False
    parts = urlsplit(where)
    return bool(parts.scheme or parts.netloc)


def read_site(root: Path, address: str | None, groups: Iterable[Group] = (), covered: Covered = NOT_COVERED) -> Site:
    """A web root as it was written, but for pages that are `covered`. Of pages that were joined from one frame, the
    first is read whole, and of the others what is their own."""
    joined = _joined(groups)
    files = _files(root)
    known = joined.keys() | covered.looks.keys()
    texts = _texts({name: path for name, path in files.items() if name not in known})
    own = {name: _own(joined[name][0]) for name in joined.keys() & files.keys()}
    pages = _pages(texts, own, address)
    styles = {name: text for name, text in texts.items() if name.endswith(".css")}
    parts = {name: joined[name][1] for name in own}
    for name, whole in parts.items():
        pages[name].ids |= pages[path_of(whole)].ids
    return Site(pages, styles, frozenset(files), address, parts, covered)


def _pages(texts: Mapping[str, str], own: Mapping[str, str], address: str | None) -> dict[str, SeenPage]:
    """Pages as they are read: whole ones, and of joined ones what is their `own`, which no other site has."""
    tags = Tags(address)
    return {
        name: SeenPage(text, tags) if name in own else SEEN.of((address, text), partial(SeenPage, text, tags))
        for name, text in sorted({**texts, **own}.items())
        if name.endswith(".html")
    }


def _joined(groups: Iterable[Group]) -> dict[str, tuple[Joinable, ComposedPage]]:
    """By path, the pages of which only what is their own is read, and the first of their class."""
    return {path_of(one.page): (one, group.members[0].page) for group in groups for one in group.members[1:]}


def _files(root: Path) -> dict[str, Path]:
    return {name: root / name for name, entry in in_order(root) if entry.is_file()}


def _texts(files: Mapping[str, Path]) -> dict[str, str]:
    """Pages and stylesheets."""
    return {name: path.read_text("utf-8") for name, path in files.items() if name.endswith((".html", ".css"))}


def _own(one: Joinable) -> str:
    """What of a joined page is no other's, as it stands in the page, below a policy as the whole has it."""
    return within_policy(f'<div class="teks lede">{one.lede}</div><div class="teks">{SECTION}{one.own}</div>')


def within_policy(part: str) -> str:
    """A part of a page, below a policy as the whole has it."""
    return f'<meta http-equiv="content-security-policy" content="">{part}'


def _broken(site: Site, edition: Edition) -> Iterator[Problem]:
    """Links that lead nowhere, each at the file in which an editor finds it."""
    has = lru_cache(maxsize=None)(site.has)
    for path, target, region in site.links:
        where = site.resolved(path, target)
        if where is not None and has(where):
            continue
        place, shown = source_of_link(path, target, where or "", region, edition)
        yield problem("tautan-situs-putus", place, daerah=edition.slug, tujuan=shown)


def lost_text(site: Site, edition: Edition) -> Iterator[Problem]:
    """What was typed and doesn't show as it was."""
    for page in (*edition.pages, *edition.paper_pages):
        if built := site.pages.get(path := path_of(page)):
            proved = site.parts[path].typed if path in site.parts else ()
            yield from prove(replace(page, typed=tuple(one for one in page.typed if one not in proved)), built.shown)


def _forbidden(site: Site, root: Path, edition: Edition) -> Iterator[Problem]:
    """What acts, loads from elsewhere or sends something, with the file that an editor can open."""
    yield from _acting(site, edition)
    styles = [(root / path, text) for path, text in site.styles.items()]
    faults = [(path.relative_to(root).as_posix(), fault, 0) for path, fault in faults_of_files(root, styles)]
    yield from _told(faults, edition)


def _acting(site: Site, edition: Edition) -> Iterator[Problem]:
    """The same, of pages."""
    faults = [(path, *fault) for path, page in site.pages.items() for fault in page.watch.found]
    yield from _told((*faults, *_sent_on(site, edition)), edition)


def _told(faults: Iterable[tuple[str, str, int]], edition: Edition) -> Iterator[Problem]:
    for path, fault, line in faults:
        values = {"daerah": edition.slug, "berkas": Place(path, line), "isi": fault}
        yield problem("situs-terlarang", source_of_file(path, edition), **values)


def _bare(site: Site, edition: Edition) -> Iterator[Problem]:
    """Rules of the theme that pages need and that were left out of what is sent."""
    for needs in needed(sent_of(edition.theme).style, site.names):
        yield problem("gaya-kurang", Place(TEMPLATES), daerah=edition.slug, nama=", ".join(sorted(needs)))


def _sent_on(site: Site, edition: Edition) -> Iterator[tuple[str, str, int]]:
    """Pages that send on whoever opens them, but for old addresses to the pages that stand there now."""
    led = {path_of(page): page for page in edition.pages if page.meta.forward}
    for path, page in site.pages.items():
        for content, line in page.watch.sent_on:
            forward = led[path].meta if path in led else None
            where = site.resolved(path, content.removeprefix("0; url="))
            target = f"/{forward.prefix}{address_of(forward.forward.slug)}" if forward and forward.forward else None
            if where != target:
                yield path, '<meta http-equiv="…">', line
