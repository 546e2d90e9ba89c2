"""Makes each link of a tagged PDF one link: one place to tap, one element that holds its words, one description.

WeasyPrint gives every box within an `<a>` a link of its own (a `<b>`, each `<wbr>` of a long address, each line that it
takes), and only some of those stand within /Link, as ISO 14289-1, 7.18.5 has it: one address is heard seven times.
This reads pydyf's objects, which are no public interface: tests/press/test_accessible.py tells if they change.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import unquote

import pydyf

PRINT = 4
"""The flag of an annotation that is there on paper too (ISO 32000-1, 12.5.3)."""
Rect = tuple[float, float, float, float]


@dataclass(frozen=True)
class _Link:
    """An element /Link and the annotations within it. `follows`: no word stands between it and the link before it."""

    element: Any
    follows: bool
    annotations: list[Any] = field(default_factory=list)

    def goes_on_in(self, other: _Link) -> bool:
        """Whether another is this one's next line: on the same page, with the same target."""
        if not (other.follows and self.annotations and other.annotations):
            return False
        return self.element["Pg"] == other.element["Pg"] and _target(self) == _target(other)


def one_link_each(_document: Any, pdf: Any) -> None:
    """A finisher for WeasyPrint: all boxes of a link on a page become one annotation within one /Link."""
    tree = _Tree(pdf)
    links = [link for link in _joined(tree) if link.annotations]
    for link in links:
        kept = link.annotations[0]
        lines = _lines([tuple(annotation["Rect"]) for annotation in link.annotations])
        kept["Rect"] = pydyf.Array(_around(lines))
        if len(lines) > 1:
            kept["QuadPoints"] = pydyf.Array([edge for line in lines for edge in _corners(line)])
        kept["F"] = PRINT
        kept["Contents"] = pydyf.String(description(_target(link)))
    tree.forget([extra for link in links for extra in link.annotations[1:]])


def description(target: str) -> str:
    """What a reader says of a link before it is opened: whom it calls, whom it writes to, which page it opens."""
    kind, _, rest = unquote(target).partition(":")
    if kind == "tel":
        return f"Telepon {rest}"
    if rest.startswith("//wa.me/"):
        return f"WhatsApp {rest.removeprefix('//wa.me/').split('?')[0]}"
    return f"Halaman {rest.strip('/')}" if rest else f"Bagian {kind.lstrip('#')}"


def _target(link: _Link) -> str:
    annotation = link.annotations[0]
    target = annotation["A"]["URI"] if "A" in annotation else annotation["Dest"]
    return str(target.string)


class _Tree:
    """The structure of a PDF that isn't written yet."""

    def __init__(self, pdf: Any) -> None:
        self._pdf = pdf
        self.by_reference = {item.reference: item for item in pdf.objects}
        self._numbers = next((i["Nums"] for i in pdf.objects if isinstance(i, dict) and "Nums" in i), pydyf.Array())

    def walk(self, element: Any, link: Any = None) -> Iterator[tuple[str, Any, Any]]:
        """In reading order: "link" for an outermost /Link, "tap" for an annotation with the /Link that it is in, and
        "words" for text that stands in none."""
        for kid in tuple(element["K"]):
            item = self.by_reference.get(kid) if isinstance(kid, bytes) else None
            if item is None:
                if link is None:
                    yield "words", kid, None
            elif item.get("Type") == "/OBJR":
                yield "tap", self.by_reference[item["Obj"]], link
            elif link is None and item["S"] == "/Link":
                yield "link", item, None
                yield from self.walk(item, item)
            else:
                yield from self.walk(item, link)

    @property
    def root(self) -> Any:
        """The element of the whole document."""
        return next(i for i in self._pdf.objects if isinstance(i, dict) and i.get("S") == "/Document")

    def take_in(self, link: Any, other: Any) -> None:
        """Move all that a /Link holds into the one before it, of which it is the next line."""
        for kid in other["K"]:
            link["K"].append(kid)
            if isinstance(kid, int):
                page = self._numbers[2 * self._page_number(other) + 1]
                page[kid] = link.reference
            elif "P" in (item := self.by_reference[kid]):
                item["P"] = link.reference
        self._remove(other)

    def forget(self, annotations: list[Any]) -> None:
        """Take annotations out of their pages, of the tree, and of the list of who is whose parent.

        They stay in the file, empty: pydyf counts an object that is free as if it had been written."""
        self._forget_parents({annotation["StructParent"] for annotation in annotations})
        notes = {annotation.reference for annotation in annotations}
        dictionaries: dict[Any, Any] = {r: item for r, item in self.by_reference.items() if isinstance(item, dict)}
        gone = notes | {reference for reference, item in dictionaries.items() if item.get("Obj") in notes}
        for item in dictionaries.values():
            _leave_out(gone, item, "K")
            _leave_out(gone, item, "Annots")
        for reference in gone:
            dictionaries[reference].clear()

    def _forget_parents(self, keys: set[int]) -> None:
        pairs = zip(self._numbers[::2], self._numbers[1::2], strict=True)
        self._numbers[:] = [item for key, parent in pairs if key not in keys for item in (key, parent)]

    def _remove(self, element: Any) -> None:
        """Take an element out of the tree, and what holds nothing without it."""
        parent = self.by_reference[element["P"]]
        parent["K"].remove(element.reference)
        element.clear()
        if not parent["K"] and parent["S"] != "/Document":
            self._remove(parent)

    def _page_number(self, element: Any) -> int:
        return int(self._pdf.page_references.index(element["Pg"]))


def _leave_out(gone: set[Any], item: Any, key: str) -> None:
    """Take references out of a list that an object may have under a key."""
    if isinstance(item.get(key), pydyf.Array):
        item[key] = pydyf.Array([kid for kid in item[key] if kid not in gone])


def _joined(tree: _Tree) -> list[_Link]:
    """The links of a document in reading order, those that go on in the next line taken together."""
    joined: list[_Link] = []
    for link in _links(tree):
        if joined and joined[-1].goes_on_in(link):
            tree.take_in(joined[-1].element, link.element)
            joined[-1].annotations.extend(link.annotations)
        else:
            joined.append(link)
    return joined


def _links(tree: _Tree) -> list[_Link]:
    found: list[_Link] = []
    follows = False
    for what, item, within in tree.walk(tree.root):
        if what == "words":
            follows = False
        elif what == "link":
            found.append(_Link(item, follows))
            follows = True
        elif within is not None:
            found[-1].annotations.append(item)
    return found


def _lines(rects: list[tuple[Any, ...]]) -> list[Rect]:
    """Rectangles of boxes, those on one line put together, from the first line to the last."""
    lines: list[Rect] = []
    for rect in sorted((_upright(rect) for rect in rects), key=lambda rect: (-rect[3], rect[0])):
        if lines and _overlap(lines[-1], rect):
            lines[-1] = _around([lines[-1], rect])
        else:
            lines.append(rect)
    return lines


def _upright(rect: tuple[Any, ...]) -> Rect:
    x0, y0, x1, y1 = (float(edge) for edge in rect)
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


def _overlap(one: Rect, other: Rect) -> bool:
    """Whether two boxes stand on one line: they share more than half of the lower one's height."""
    shared = min(one[3], other[3]) - max(one[1], other[1])
    return shared > min(one[3] - one[1], other[3] - other[1]) / 2


def _around(rects: list[Rect]) -> Rect:
    left, below, right, above = zip(*rects, strict=True)
    return min(left), min(below), max(right), max(above)


def _corners(rect: Rect) -> tuple[float, ...]:
    """The corners of a line in the order of QuadPoints as readers expect it: above, then below, each from the left."""
    x0, y0, x1, y1 = rect
    return x0, y1, x1, y1, x0, y0, x1, y0
