"""A built page, as a browser reads it: the addresses that it leads to, its ids, the text that shows, what must not be
there.

Pages that we write are plain: attributes have double quotes, tags are closed, no script holds the end of another tag.
Such a page is taken apart here, and what a tag says is worked out once for all pages of a site. Whatever else a page
is, Python's reader of HTML looks for what browsers may find in it; of a plain page both see the same.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import unescape
from html.parser import HTMLParser
from itertools import chain

from selebaran.check.proof.shown import GLUED, OWN_TEXT, Shown
from selebaran.jobs.plain import is_plain
from selebaran.site.blame import FRAME, PAGE, TEXT, Region
from selebaran.site.forbidden import LOADERS, Attributes, Watch, forbidden

ADDRESSES = ("href", "src", "action", "poster")
FRAMES = ("head", "header", "footer")
"""Elements that stand around every page."""
VOID = frozenset(("area", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"))
"""Elements without an end tag."""
WATCHED = LOADERS | {"script", "meta"}
"""Elements of which it counts where they stand."""
OTHERWISE = frozenset(("style", "textarea", "xmp", "iframe", "noembed", "noframes", "noscript", "plaintext"))
"""Elements in which some readers see letters only. In a title we write nothing else."""
DOCTYPE = re.compile(r"\s*<!doctype html>", re.I)
START = re.compile(r'<([a-z][a-z0-9]*)((?:\s+[a-zA-Z_][\w:.-]*(?:="[^"]*")?)*)\s*(/?)>', re.A)
ATTRIBUTE = re.compile(r'([a-zA-Z_][\w:.-]*)(?:="([^"]*)")?', re.A)
END = re.compile(r"</([a-z][a-z0-9]*)>")
MOMENTS = re.compile(r'(\s(?:data-(?:mulai|selesai|kegiatan|dari|sampai)|datetime)=")[0-9T:+-]*(?=")', re.A)
"""What says when something is, or shows: it counts nowhere which moment that is."""
PIECE = re.compile(r'([^<]*)(<[^<>"]*(?:"[^"]*"[^<>"]*)*>)')
"""Letters, and the tag behind them."""
SCRIPT, SCRIPT_ENDS = "<script", "</script>"


@dataclass(frozen=True, eq=False)
class Tag:
    """What a tag says, wherever it stands; an end tag has no `attributes`. `is_own`: the text of a page is in it;
    `is_watched`: it counts where it stands, or that it does; `is_closed`: it has no content; `is_glued`: it parts no
    words."""

    name: str
    attributes: Attributes | None
    is_own: bool = False
    is_watched: bool = False
    is_closed: bool = False
    is_glued: bool = False

    @classmethod
    def of(cls, name: str, attributes: Attributes, address: str | None, *, is_closed: bool = False) -> Tag:
        """A start tag on a page of the site with this address."""
        classes = (dict(attributes).get("class") or "").split()
        is_watched = name in WATCHED or bool(forbidden(name, attributes, address))
        return cls(name, attributes, not OWN_TEXT.isdisjoint(classes), is_watched, is_closed, name in GLUED)

    def inside(self, around: Region) -> Region:
        """In which part of a page its content stands."""
        if self.name in FRAMES:
            return FRAME
        return TEXT if around == PAGE and self.is_own else around


class Tags:
    """The tags of a site's pages as they are written, each read once; some may be `known` from pages of a site at the
    same address."""

    def __init__(self, address: str | None, known: Mapping[str, Tag | None] | None = None) -> None:
        self.address = address
        self.known: dict[str, Tag | None] = dict(known or {})
        self._begun: dict[str, Tag] = {}

    def begun(self, written: str | None, name: str, attributes: Attributes) -> Tag:
        """The start tag that Python's reader found in what is written."""
        found = self._begun.get(written) if written else None
        if found is None:
            found = self._begun[written or ""] = Tag.of(name, attributes, self.address)
        return found

    def read(self, written: str) -> Tag | None:
        """A tag; None where it isn't plain."""
        if written not in self.known:
            alike = MOMENTS.sub(r"\1", written) if " data" in written or " datetime" in written else written
            if alike not in self.known:
                self.known[alike] = self._read(alike)
            self.known[written] = self.known[alike]
        return self.known[written]

    def _read(self, written: str) -> Tag | None:
        if ends := END.fullmatch(written):
            return Tag(ends[1], None, is_glued=ends[1] in GLUED)
        found = START.fullmatch(written)
        if found is None or found[1] in OTHERWISE:
            return None
        every = ATTRIBUTE.finditer(found[2])
        attributes: Attributes = [(one[1].lower(), one[2] and unescape(one[2])) for one in every]
        return Tag.of(found[1], attributes, self.address, is_closed=bool(found[3]))


class _Lines:
    """Counts the lines of a text up to one place after the other."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at, self._line = 0, 1

    def at(self, place: int) -> int:
        """The line of a place behind all that were asked for."""
        self._line += self._text.count("\n", self._at, place)
        self._at = place
        return self._line


class SeenPage:
    """The addresses that a page refers to and where they stand in it, its ids, and what must not stand in it."""

    def __init__(self, html: str, tags: Tags) -> None:
        self._tags = tags
        self._begin()
        if is_plain() or not self._read_plain(html):
            self._begin()
            _Reader(self, tags).read(html)
        self.watch.close()

    @property
    def names(self) -> frozenset[str]:
        """Classes, ids and attributes, as selectors name them."""
        classes = {one for value in self.classes for one in value.split()}
        return frozenset(
            (
                *(f".{one}" for one in classes),
                *(f"#{one}" for one in self.ids),
                *(f"[{one}]" for one in self.attributes),
            )
        )

    def _begin(self) -> None:
        self.targets: dict[str, Region] = {}
        self.ids: set[str] = set()
        self.classes: set[str] = set()
        self.attributes: set[str] = set()
        self.watch = Watch(self._tags.address)
        self.shown = Shown()
        self._open: list[tuple[str, Region]] = []
        self._met: set[Tag] = set()

    def _read_plain(self, html: str) -> bool:
        """Read a page whose every tag is plain. Whether it is; if not, it has to be read anew."""
        begun = DOCTYPE.match(html)
        at, lines = begun.end() if begun else 0, _Lines(html)
        if SCRIPT not in html:
            return self._read_pieces(html, at, lines)
        while piece := PIECE.match(html, at):
            letters, written = piece.groups()
            tag = self._tags.read(written)
            if tag is None:
                return False
            self._letters(letters)
            at = piece.end()
            if tag.attributes is None:
                self.end(tag.name)
                continue
            self.start(tag, lines.at(piece.start(2)) if tag.is_watched else 0)
            at = self._behind_script(tag, html, at)
            if at < 0:
                return False
        return self._ends(html[at:])

    def _read_pieces(self, html: str, at: int, lines: _Lines) -> bool:
        """The same of what has no script: it is letters and tags by turns."""
        pieces, known = PIECE.findall(html, at), self._tags.known
        if not html.startswith("".join(chain.from_iterable(pieces)), at):
            return False  # something stands between them
        for letters, written in pieces:
            tag = known.get(written) or self._tags.read(written)
            if tag is None:
                return False
            self._letters(letters)
            at += len(letters) + len(written)
            if tag.attributes is None:
                self._close(tag)
            else:
                self.start(tag, lines.at(at - len(written)) if tag.is_watched else 0)
        return self._ends(html[at:])

    def _close(self, tag: Tag) -> None:
        """An element ends, as a rule the one that began last."""
        if tag.is_glued and self._open and self._open[-1][0] == tag.name:
            self._open.pop()
        else:
            self.end(tag.name)

    def _ends(self, rest: str) -> bool:
        """Whether no tag stands in what is left behind the last one, nor letters of a text that goes on."""
        return "<" not in rest and not (rest and self.shown.depth)

    def _letters(self, letters: str) -> None:
        if letters and self.shown.depth:
            self.shown.text(unescape(letters))

    def _behind_script(self, tag: Tag, html: str, at: int) -> int:
        """Where the text ends that begins at a place, if the tag is a script's; else the place itself. -1 for a script
        that holds the end of another tag."""
        if tag.name != "script" or tag.is_closed:
            return at
        ends = html.find("</", at)
        if not html.startswith(SCRIPT_ENDS, ends):
            return -1
        self.watch.text(html[at:ends])
        return ends

    def start(self, tag: Tag, line: int) -> None:
        """An element begins."""
        attributes = tag.attributes or []
        if tag.is_watched:
            self.watch.tag(tag.name, attributes, line)
        if tag.is_own or (self.shown.depth and not tag.is_glued):
            self.shown.start(tag.name, attributes)
        self._meet(tag)
        if tag.is_closed:
            self.end(tag.name)

    def _meet(self, tag: Tag) -> None:
        """Note what a tag has, the first time that the page has it, and that it is open."""
        region = self._open[-1][1] if self._open else PAGE
        if tag not in self._met:
            self._met.add(tag)
            for name, value in tag.attributes or ():
                self._attribute(name, value or "", region)
        if tag.name not in VOID:
            self._open.append((tag.name, tag.inside(region)))

    def _attribute(self, name: str, value: str, region: Region) -> None:
        self.attributes.add(name)
        if name == "class":
            self.classes.add(value)
        elif value and name in ADDRESSES:
            self.targets.setdefault(value, region)
        elif value and name == "id":
            self.ids.add(value)

    def end(self, name: str) -> None:
        """An element ends, and with it those in it that nobody closed; a script is whole."""
        if self.shown.depth:
            self.shown.end(name)
        if name == "script":
            self.watch.end()
        for index in range(len(self._open) - 1, -1, -1):
            if self._open[index][0] == name:
                del self._open[index:]
                break


class _Reader(HTMLParser):
    """Python's reader, which finds tags in anything. It counts lines for each that it finds; few of them count."""

    def __init__(self, page: SeenPage, tags: Tags) -> None:
        super().__init__()
        self._page = page
        self._tags = tags
        self._before, self._at = 0, 0
        self._lines = _Lines("")

    def read(self, html: str) -> None:
        """Tell the page what stands in it."""
        self._lines = _Lines(html)
        self.feed(html)
        self._before = len(html) - len(self.rawdata)
        self.close()

    def updatepos(self, i: int, j: int) -> int:
        """Note at which place of what is left it is."""
        self._at = j
        return j

    def handle_data(self, data: str) -> None:
        """Look at what stands in a script, and at what a reader sees."""
        if self.cdata_elem:
            self._page.watch.text(data)
        elif self._page.shown.depth:
            self._page.shown.text(data)

    def handle_starttag(self, tag: str, attrs: Attributes) -> None:
        """Collect from one tag."""
        found = self._tags.begun(self.get_starttag_text(), tag, attrs)
        self._page.start(found, self._lines.at(self._before + self._at) if found.is_watched else 0)

    def handle_endtag(self, tag: str) -> None:
        """An element ends."""
        self._page.end(tag)
