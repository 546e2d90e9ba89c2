"""Text that a district wrote -> clean HTML. The only place where it becomes HTML, and the only cleaner.

It is cleaned after rendering: cleaning Markdown breaks quotes and autolinks, and leaves `javascript:` alive. What
comes out is put into pages between `BEGIN` and `END`, and set aside there before any other Markdown reads the page.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from urllib.parse import unquote

from selebaran.compose.markup.aside import BEGIN, END
from selebaran.compose.markup.outcome import Fault
from selebaran.compose.markup.render import render as render_markdown
from selebaran.compose.page.addresses import Addresses
from selebaran.compose.page.cleaner import CLASSES, SCHEMES, SPANS, VALUES, clean
from selebaran.compose.page.dialled import dialled
from selebaran.compose.page.foreign import foreign, meant_address
from selebaran.compose.page.limits import excess, knotted, nested
from selebaran.compose.page.shown_pictures import with_their_texts
from selebaran.compose.page.typed_targets import TypedTargets
from selebaran.jobs.step import at
from selebaran.model.problem import Place, Problem, problem, warning
from selebaran.model.telephone import Dialling, TelephoneFault
from selebaran.read.text import HIDDEN, shown
from selebaran.words.near import nearest

TAB = 4
BLANK = re.compile(r"^ +$", re.M)
"""A line of blanks alone."""
PREFIX = "d-"
"""Ids of district text begin so; they meet no id of the page around it."""
PAGE = re.compile(r"([\w/-]+)\.md(?:#([\w-]+))?")
INSECURE = re.compile(r"http://|https:|//|www\.|(?:[a-z0-9-]+\.)+(?:id|com|org|net|info|me|gle|ly)(?:/|$)", re.I)
"""Addresses elsewhere that lack https://."""
TAIL = re.compile(r"(?:\.(?:md|html?|php))?/?(?:#.*)?$", re.S)
"""What stands behind the name of a page."""
PICTURE = re.compile(r"gambar/([\w.-]+)")
KEPT = {"](": "]&#40;", "seni/": "seni&#47;"}
"""Words of district text that would be taken for links and drawings of the shared text around it."""


@dataclass(frozen=True)
class Surroundings:
    """Where a text stands: the page's slug, the pages that it may lead to with their parts (None: not known), the
    pictures that it may show. `block` is what it takes the place of, if anything; `where` is what is known of
    telephones there."""

    slug: str
    pages: Mapping[str, Collection[str] | None]
    pictures: Collection[str]
    block: str = ""
    where: Dialling = field(default_factory=Dialling)

    def meant(self, slug: str) -> str:
        """The page that is meant by a name that none has."""
        known = self.pages if isinstance(self.pages, Addresses) else Addresses(self.pages)
        return known.meant(slug)

    @property
    def ahead(self) -> Collection[str]:
        """The pages that aren't there yet: what leads to them are words."""
        return self.pages.ahead if isinstance(self.pages, Addresses) else ()

    @property
    def root(self) -> str:
        """The way from the page to the site's root."""
        return "" if self.slug == "beranda" else "../" * (self.slug.count("/") + 1)

    @property
    def prefix(self) -> str:
        """What the ids of this text begin with; two texts on a page share none."""
        return f"{PREFIX}{self.block}-" if self.block else PREFIX


def render(text: str, place: Place, around: Surroundings, filled: str | None = None) -> tuple[str, list[Problem]]:
    """Clean HTML in an element of its own, and what its links and pictures miss. `place` is where the text begins;
    `filled` is the same text with its facts, and with what stands in place of those that may not be shown."""
    with at(place.file):
        html, problems = _rendered(text, place, around, text if filled is None else filled)
    return with_their_texts(html, around.pictures), problems


def _rendered(text: str, place: Place, around: Surroundings, filled: str) -> tuple[str, list[Problem]]:
    if faults := excess(text, place):
        return "", faults
    try:
        made = render_markdown(filled, own=True, typed=text, where=around.where)
    except RecursionError:
        return "", knotted(text, place)
    faults = [_told(fault, place) for fault in made.faults]
    if deep := nested(made.html, text, place):
        return "", deep
    if any(fault.code == "naskah-bertingkat" for fault in faults):
        return "", faults
    ids: set[str] = set()

    def gathered(tag: str, name: str, value: str) -> str:
        if name == "id":
            ids.add(value)
        return value

    clean(made.html, gathered)
    attributes = _Attributes(text, filled, place, around, frozenset(ids))
    attributes.refuse(foreign(made.html, SCHEMES | {"http"}))
    html = HIDDEN.sub("", clean(made.html, attributes.kept)).expandtabs(TAB)
    html = BLANK.sub("", html).strip()  # the next reading would do so, and the text would not stay as it is
    for words, instead in KEPT.items():
        html = html.replace(words, instead)
    return f"{BEGIN}\n{html}\n{END}", [*faults, *attributes.problems]


def _told(fault: Fault, place: Place) -> Problem:
    """What the renderer can't show, at the line of the editor's file."""
    tell = warning if fault.mild else problem
    return tell(fault.code, Place(place.file, place.line + fault.line), **fault.values)


def _insecure(target: str, where: Place) -> Problem:
    """An address that is not safe, or lacks how it begins, with the address that would do."""
    secure = f"https://{re.sub('^(?:https?:)?/*', '', target, flags=re.I)}"
    return problem("tautan-http", where, tujuan=shown(target), ganti=shown(secure))


class _Attributes:
    """Reads the attributes of a text in their order: leads its addresses, and keeps its ids apart from all others."""

    def __init__(self, text: str, filled: str, place: Place, around: Surroundings, ids: frozenset[str]) -> None:
        self._text, self._filled, self._place, self._around, self._ids = text, filled, place, around, ids
        self._given: set[str] = set()
        self._targets = TypedTargets(text)
        self.problems: list[Problem] = []

    def refuse(self, found: Iterable[tuple[str, str]]) -> None:
        """Tell of addresses that the cleaner takes away."""
        for tag, target in found:
            typed = unquote(target)
            if tag == "img":
                self._picture(typed)
            else:
                maksud = meant_address(typed, self._around.where)
                where = self._where(typed)
                self.problems.append(problem("tautan-asing", where, tujuan=shown(typed), maksud=shown(maksud)))

    def kept(self, tag: str, name: str, value: str) -> str | None:
        """An attribute's value as it stands in the page; None takes the attribute away."""
        match name:
            case "id":
                return self._id(value)
            case "src":
                return self._picture(value)
            case "href":
                return self._link(value)
            case "class":
                return self._class(tag, value)
            case "colspan" | "rowspan":
                return self._span(name, value)
        return value if name not in VALUES or VALUES[name].fullmatch(value) else None

    def _class(self, tag: str, value: str) -> str | None:
        return value if value in CLASSES.get(tag, ()) else None

    def _span(self, name: str, value: str) -> str | None:
        """A cell over several columns or rows. One that is left out would move all cells behind it."""
        if value.isascii() and value.isdigit() and 0 < int(value[:4]) <= SPANS[name]:
            return value
        where = self._where(value) if value in self._text else self._where(name)
        self.problems.append(problem("sel-gabungan", where, atribut=name, isi=shown(value), batas=SPANS[name]))
        return None

    def _id(self, value: str) -> str | None:
        is_new = value not in self._given
        self._given.add(value)
        return self._around.prefix + value if is_new else None

    def _picture(self, target: str) -> str:
        found = PICTURE.fullmatch(target)
        if found and found[1] in self._around.pictures:
            return f"{self._around.root}gambar/{found[1]}"
        name = target.removeprefix("gambar/")
        maksud = nearest(name, self._around.pictures)
        self.problems.append(problem("gambar-tidak-terdaftar", self._where(target), berkas=shown(name), maksud=maksud))
        return "#"

    def _link(self, target: str) -> str:
        if target.startswith("#"):
            return self._anchor(unquote(target[1:]), unquote(target))
        scheme, found, rest = target.partition(":")
        if found and scheme.lower() in SCHEMES and (scheme.lower() != "https" or rest.startswith("//")):
            return self._dialled(f"{scheme.lower()}:{rest}")
        target = unquote(target)
        if INSECURE.match(target):
            self.problems.append(_insecure(target, self._where(target)))
            return "#"
        return self._page(target)

    def _page(self, target: str) -> str:
        """A page of the site, or a part of one."""
        page = PAGE.fullmatch(target)
        if page is None or page[1] not in self._around.pages:
            return self._broken(target)
        slug, part = page[1], page[2]
        if part and slug == self._around.slug:
            return self._anchor(part, target)
        address = f"{self._around.root}{'' if slug == 'beranda' else slug + '/'}" or "./"
        return self._part(slug, part, target, address) if part else address

    def _part(self, slug: str, part: str, target: str, address: str) -> str:
        """A part of another page; those of a district's own aren't known."""
        parts = self._around.pages[slug]
        if parts is None:
            return f"{address}#{PREFIX}{part}"
        return f"{address}#{part}" if part in parts else self._unanchored(part, target, f"{slug}.md", parts)

    def _dialled(self, target: str) -> str:
        """An address elsewhere; one that dials a number leads to one that answers."""
        try:
            return dialled(target, self._around.where)
        except TelephoneFault as fault:
            values = {name: shown(value) for name, value in fault.values.items()}
            self.problems.append(problem(fault.code, self._where(target), **values))
            return "#"

    def _anchor(self, part: str, target: str) -> str:
        """A part of this text, else of the page around it."""
        if part in self._ids:
            return f"#{self._around.prefix}{part}"
        around = self._around.pages.get(self._around.slug) or ()
        return f"#{part}" if part in around else self._unanchored(part, target, self._around.slug, around)

    def _broken(self, target: str) -> str:
        near = self._around.meant(TAIL.sub("", target).strip("/"))
        maksud = meant_address(target, self._around.where) or (f"{near}.md" if near else "")
        self.problems.append(problem("tautan-putus", self._where(target), tujuan=shown(target), maksud=maksud))
        return "#"

    def _unanchored(self, part: str, target: str, page: str, parts: Collection[str]) -> str:
        maksud = nearest(part, (*parts, *self._ids) if page == self._around.slug else parts)
        values = {"jangkar": shown(part), "tujuan": page, "maksud": maksud}
        self.problems.append(problem("jangkar-putus", self._where(target), **values))
        return "#"

    def _where(self, target: str) -> Place:
        """Where a target stands; a second one is looked for after the first."""
        at = self._targets.offset(target)
        if at is not None:
            return self._at(at)
        line = self._filled.count("\n", 0, max(self._filled.find(target), 0))
        return Place(
            self._place.file, self._place.line + line
        )  # a fact made it: its line is the same, its column isn't

    def _at(self, offset: int) -> Place:
        line = self._text.count("\n", 0, offset)
        return Place(self._place.file, self._place.line + line, offset - self._text.rfind("\n", 0, offset))
