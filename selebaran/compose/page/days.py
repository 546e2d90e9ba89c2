"""The days that stand in a page's HTML: what of it shows from when, and until when.

An element with `data-dari` shows from that moment on, one with `data-sampai` before it. What carries `data-mulai` and
`data-selesai` is a day of an event, and shows until its end; a list of such (`data-acara="3"`) shows so many of them,
or all; with `data-sekali`, of each event one. In it, `data-ada` shows while there is one, `data-kosong` when there is
none, `data-bulan` while it has one. What has `data-pekan="12345"` shows on these days of every week, Sunday being 0.
Moments are ISO 8601; a day begins at midnight.

A text that was Markdown says it within: a `<time>` or an empty `<span>` hands such attributes to the item, paragraph or
heading in which it stands.
What doesn't show on the day of the build is `hidden`; later, templates/site/hari.js does the same by the reader's
clock.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

ATTRIBUTE = re.compile(r' (data-(?:mulai|selesai|kegiatan|dari|sampai))="([^"]*)"')
TAG = re.compile(r"<(/?)([a-z][a-z0-9]*)((?:\s[^<>]*)?)>")
PARTS = ("li", "dd", "p", "h2")
ROWS = {"data-mulai": ("tr", "li", "p"), "data-dari": PARTS, "data-sampai": PARTS}
"""By what an element carries: where that belongs, the innermost one of these."""
EMPTY = frozenset(("br", "img", "hr", "wbr", "col", "input"))
HANDING = ("time", "span")
CELLS = ("td", "th")
APART = EMPTY | {"section"}
"""What a part may have the beginning or the end of alone."""
ANYWHERE = {"div": ""}
"""What may end in another part than it begins, where it is no list."""
OF_LIST = re.compile(r"\sdata-(?!dari=|sampai=)")
"""What an element that shows, or waits, as a whole doesn't have: nothing in it is told by it."""


@dataclass(eq=False)
class _Element:
    """An element of a page: its opening tag, and what is within."""

    name: str
    attributes: str
    parts: list[_Element | str] = field(default_factory=list)
    is_closed: bool = False

    def has(self, name: str) -> bool:
        """Whether it carries an attribute."""
        return name in self.attributes and re.search(rf"\s{name}(?=[\s=]|$)", self.attributes) is not None

    def value(self, name: str) -> str:
        """What an attribute says."""
        found = re.search(rf'\s{name}="([^"]*)"', self.attributes)
        return found[1] if found else ""

    def show(self, shows: bool) -> None:
        """Let it show, or not."""
        self.attributes = re.sub(r"\shidden(?=\s|$)", "", self.attributes) + ("" if shows else " hidden")

    def within(self) -> Iterator[_Element]:
        """All elements within it, in order."""
        for part in self.parts:
            if isinstance(part, _Element):
                yield part
                yield from part.within()

    def written(self) -> str:
        """Its HTML."""
        found: list[str] = []
        self._write(found)
        return "".join(found)

    def _write(self, into: list[str]) -> None:
        if self.name:
            into.append(f"<{self.name}{self.attributes}>")
        for part in self.parts:
            if isinstance(part, str):
                into.append(part)
            else:
                part._write(into)
        if self.name and self.is_closed:
            into.append(f"</{self.name}>")


def with_days(html: str) -> str:
    """A page's HTML in which each day stands where it belongs, and what isn't shown when it is built is hidden."""
    if "data-" not in html:
        return html
    root = _read(html)
    _hand_over(root, ())
    for found in root.within():
        if found.has("data-acara"):
            _settle(found)
    return root.written()


def with_days_alone(html: str) -> str | None:
    """The same of a part of a page; None where an element that may have to do with days begins or ends in another."""
    above: list[str] = []
    for tag in TAG.finditer(html):
        name = tag[2]
        if name in APART or tag[3].endswith("/"):
            continue
        if not tag[1]:
            above.append("" if name == "div" and not OF_LIST.search(tag[3]) else name)
        elif (above or [""]).pop() not in (name, ANYWHERE.get(name, name)):
            return None
    return None if any(above) else with_days(html)


def shown_now(html: str) -> str:
    """A page's HTML without what doesn't show on the day of the build."""
    if " hidden" not in html:
        return html
    root = _read(html)
    for found in (root, *root.within()):
        found.parts = [part for part in found.parts if isinstance(part, str) or not part.has("hidden")]
    return root.written()


def _read(html: str) -> _Element:
    """The elements of finished HTML."""
    root = _Element("", "")
    above, at = [root], 0
    for tag in TAG.finditer(html):
        if html[at : tag.start()]:
            above[-1].parts.append(html[at : tag.start()])
        at = tag.end()
        if tag[1]:
            if all(element.name != tag[2] for element in above):
                above[-1].parts.append(tag[0])
                continue
            while above[-1].name != tag[2]:
                above.pop()
            above.pop().is_closed = True
            continue
        made = _Element(tag[2], tag[3])
        above[-1].parts.append(made)
        if tag[2] not in EMPTY and not tag[3].endswith("/"):
            above.append(made)
    above[-1].parts.append(html[at:])
    return root


def _hand_over(element: _Element, above: tuple[_Element, ...]) -> None:
    around = (*above, element)
    for part in [part for part in element.parts if isinstance(part, _Element)]:
        _hand_over(part, around)
        to = _owner(part, around)
        if to is None:
            continue
        to.attributes += "".join(f' {name}="{value}"' for name, value in ATTRIBUTE.findall(part.attributes))
        part.attributes = ATTRIBUTE.sub("", part.attributes)
        if part.has("hidden"):
            part.show(True)
            to.show(False)
        if part.name == "span" and not part.attributes and not part.parts:
            element.parts.remove(part)


def _owner(part: _Element, around: tuple[_Element, ...]) -> _Element | None:
    """What the days of an element are of, if it isn't that itself."""
    kind = next((name for name in ROWS if part.has(name)), None)
    if part.name not in HANDING or kind is None:
        return None
    if kind != "data-mulai" and any(one.name in CELLS for one in around):  # a cell keeps its place in its row
        return None
    return next((one for one in reversed(around) if one.name in ROWS[kind]), None)


def _settle(listed: _Element) -> None:
    """Hide the days of events that don't show while nothing is over."""
    days = _with(listed, "data-mulai")
    wanted = _first_of_each(days) if listed.has("data-sekali") else days
    shown = wanted[: int(listed.value("data-acara") or len(days))]
    for day in days:
        day.show(day in shown)
    for part in _with(listed, "data-bulan"):
        part.show(any(day in shown for day in part.within()))


def _with(element: _Element, name: str) -> list[_Element]:
    return [found for found in element.within() if found.has(name)]


def _first_of_each(days: list[_Element]) -> list[_Element]:
    """The next day of each event."""
    first = {day.value("data-kegiatan"): day for day in reversed(days)}
    return [day for day in days if first[day.value("data-kegiatan")] is day]
