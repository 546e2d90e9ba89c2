"""Pages that differ by values only: MkDocs draws one of a class with marks; all come of it.

What a template does to a value is told by the mark's apostrophe: it reads otherwise in HTML, in an address and in JSON.
What comes out is byte for byte what MkDocs would have drawn; a test holds it. A page in whose own HTML the template
changes something, or that has a class of its own, goes the long way.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from html import escape
from pathlib import Path
from urllib.parse import quote

from markupsafe import escape as escaped

from selebaran.jobs.plain import is_plain
from selebaran.jobs.stages import staged
from selebaran.model.page import ComposedPage
from selebaran.model.page_meta import Way
from selebaran.site.blanks import squeezed
from selebaran.site.linked_data import written

TITLE, SUMMARY, LEDE, OWN = "Qz'TzQ", "Qz'DzQ", "QzLzQ", "QzOzQ"
FEW = 3
"""Fewer pages than these aren't worth a frame."""
CHANGED = ("<table", "<li><strong>", "<li>\n<p><strong>", "<section", '<div class="dari-daerah"', "<img")
"""What the page's template writes anew or splits at, wherever it stands (templates/site/main.html)."""
SECTION = "<h2"
"""Where the lede ends."""
ENTRY = re.compile(r"\s*<url>\s*<loc>(.*?)</loc>.*?</url>", re.S)
SITEMAP = "sitemap.xml"


@dataclass(frozen=True)
class Joinable:
    """A page with what is its own: the text before the first heading, and from there to what its class has below."""

    page: ComposedPage
    lede: str
    own: str


@dataclass(frozen=True)
class Group:
    """Pages of one class, and the page with marks that MkDocs draws for them."""

    frame: ComposedPage
    members: tuple[Joinable, ...]


def groups_of(pages: Iterable[ComposedPage]) -> tuple[Group, ...]:
    """The classes that are worth a frame."""
    if is_plain():
        return ()
    found: dict[tuple[object, ...], list[Joinable]] = {}
    for page in pages:
        if (one := joinable(page)) is not None:
            meta = replace(page.meta, title="", description="", slug="", ways=_ways(page, ""))
            folder = page.slug.rpartition("/")[0]
            found.setdefault((folder, page.same_below, page.headings, repr(meta)), []).append(one)
    large = (members for members in found.values() if len(members) >= FEW)
    return tuple(Group(_frame(members[0], number), tuple(members)) for number, members in enumerate(large))


def joinable(page: ComposedPage) -> Joinable | None:
    """A page that a frame is enough for; None for one in whose own HTML a template would change something."""
    below = page.same_below
    if not below or not page.html.endswith(below) or page.meta.template:
        return None
    above = page.html.removesuffix(below)
    lede, section, rest = above.partition(SECTION)
    if not section or "<h3" in lede or any(sign in above for sign in CHANGED):
        return None
    return Joinable(page, lede, rest)


def _frame(one: Joinable, number: int) -> ComposedPage:
    page, name = one.page, f"qz{number}zq"
    slug = f"{page.slug.rpartition('/')[0]}/{name}"
    own = slug.removeprefix(page.meta.prefix)
    meta = replace(page.meta, title=TITLE, description=SUMMARY, slug=own, ways=_ways(page, name))
    return replace(page, slug=slug, html=f"{LEDE}{SECTION}{OWN}{page.same_below}", meta=meta)


def _ways(page: ComposedPage, name: str) -> tuple[Way, ...]:
    """The ways to a page's languages, with another name in place of its own."""
    own = f"/{_name(page.slug)}/"
    return tuple(replace(way, address=f"{way.address.removesuffix(own)}/{name}/") for way in page.meta.ways)


def with_frames(pages: Sequence[ComposedPage], groups: Iterable[Group]) -> tuple[ComposedPage, ...]:
    """The pages as MkDocs draws them: a frame where the first of its class stands, and none of the others."""
    first = {group.members[0].page.slug: group.frame for group in groups}
    gone = {one.page.slug for group in groups for one in group.members}
    return tuple(first.get(page.slug, page) for page in pages if page.slug not in gone or page.slug in first)


@staged("sambung")
def join(root: Path, pages: Sequence[ComposedPage], groups: Sequence[Group]) -> None:
    """Write each page of the classes into a web root, in place of their frames."""
    for group in groups:
        drawn = root / group.frame.address / "index.html"
        text = drawn.read_text("utf-8")
        shutil.rmtree(drawn.parent)
        for one in group.members:
            target = root / one.page.address / "index.html"
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(_filled(text, one, group.frame.slug), "utf-8")
    sitemap = root / SITEMAP
    if groups and sitemap.is_file():
        sitemap.write_text(_listed(sitemap.read_text("utf-8"), pages, groups), "utf-8")


def _filled(text: str, one: Joinable, slug: str) -> str:
    """The drawn frame with a page's values in place of the marks."""
    meta, values = one.page.meta, [(_name(slug), _name(one.page.slug)), (LEDE, one.lede), (OWN, one.own)]
    for mark, value in ((TITLE, meta.title), (SUMMARY, meta.description)):
        values += [(str(escaped(mark)), str(escaped(value))), (quote(mark), in_address(value))]
        values += [(written(mark)[1:-1], written(value)[1:-1])]
    for mark, value in values:
        text = text.replace(mark, value)
    return squeezed(text)


def _name(slug: str) -> str:
    """The last part of an address, which alone differs."""
    return slug.rpartition("/")[2]


def in_address(value: str) -> str:
    """A text as partials/bagikan.html writes it into an address."""
    return escape(quote(value).replace("/", "%2F"))


def _listed(sitemap: str, pages: Iterable[ComposedPage], groups: Iterable[Group]) -> str:
    """The list of addresses with an entry for each joined page, where MkDocs would have it: in the order of pages."""
    found = {entry[1]: entry[0] for entry in ENTRY.finditer(sitemap)}
    for group in groups:
        loc = next((one for one in found if one.endswith(f"/{group.frame.address}")), "")
        entry = found.pop(loc, "")
        base, mark = loc.removesuffix(group.frame.address), _name(group.frame.slug)
        found |= {base + one.page.address: entry.replace(mark, _name(one.page.slug)) for one in group.members if entry}
    order = {page.address: number for number, page in enumerate(pages)}
    home = min(found, key=len, default="")
    listed = sorted(found, key=lambda loc: order.get(loc.removeprefix(home), len(order)))
    head, tail = sitemap.partition("\n    <url>")[0], sitemap.rpartition("</url>")[2]
    return f"{head}{''.join(found[loc] for loc in listed)}{tail}" if found else sitemap
