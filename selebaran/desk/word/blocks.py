"""The HTML that mammoth makes of a document -> blocks of our dialect, each with where it stands in Word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from selebaran.desk.word.inline import escaped, inline, line
from selebaran.desk.word.inline import item as item_line
from selebaran.desk.word.marks import Where
from selebaran.model.problem import Place

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
TYPED_ITEM = re.compile(r"(?:[-–•*+]|\d{1,2}[.)]|[a-z][.)])\s")
"""How a paragraph begins that its author typed as an item of a list."""
ALONE = re.compile(r"([a-z]+)\. ")
STEP = "   "


@dataclass(frozen=True)
class Block:
    """A paragraph, heading, list or table. `text` is Markdown; `level` that of a heading, 0 for none; `is_bold` whether
    all of it is; `words` what is to be seen of it."""

    text: str
    place: Place
    words: str
    level: int = 0
    is_bold: bool = False
    is_item: bool = False


def blocks_of(html: Element, label: str, items: Sequence[str]) -> list[Block]:
    """The blocks of a document in their order."""
    return list(_Reader(label, items).blocks(html))


def items_of(html: Element) -> list[Element]:
    """The items of lists that say anything themselves; notes aren't among them."""
    items = (one for one in html.iter("li") if not one.get("id"))
    return [one for one in items if one.text or any(part.tag not in ("ul", "ol") for part in one)]


class _Reader:
    """The document while its blocks are made."""

    def __init__(self, label: str, items: Sequence[str]) -> None:
        self._where, self._items = Where(label), list(items)

    def blocks(self, holder: Element) -> Iterator[Block]:
        """A block for each element."""
        for one in holder:
            made = self._block(one)
            if made is not None and made.text.strip():
                yield made

    def _block(self, one: Element) -> Block | None:
        words = seen(one)
        if one.tag in HEADINGS:
            if words:
                self._where.step(words, is_heading=True)
            return Block(line(inline(one, plain=True)), self._where.place(), words, HEADINGS.index(one.tag) + 1)
        if one.tag in ("ul", "ol"):
            return self._list(one)
        if one.tag == "table":
            return self._table(one)
        if words:
            self._where.step(words, is_heading=False)
        text = line(inline(one)).replace("<br>", "\\\n")
        is_bold = len(one) > 0 and not (one.text or "").strip() and words == " ".join(map(seen, one.iter("strong")))
        return Block(text, self._where.place(), words, is_bold=is_bold, is_item=bool(TYPED_ITEM.match(words)))

    def _list(self, one: Element) -> Block | None:
        is_notes = [item for item in one if item.get("id", "").startswith(("footnote", "endnote"))]
        if is_notes:
            notes = [f"[^{item.get('id', '').partition('-')[2]}]: {line(inline(item[0]))}" for item in one if len(item)]
            return Block("\n\n".join(notes), self._where.place(), seen(one))
        first = self._where.paragraph + 1
        lines = list(self._items_of(one, 0))
        if len(lines) == 1 and (alone := ALONE.match(lines[0])):  # a letter by itself begins no list
            text = f"{alone[1]}\\. {lines[0][alone.end() :]}"
            return Block(text, self._where.place(), f"{alone[0]}{seen(one)}")
        place = self._where.place()
        last, begin = f"paragraf {self._where.paragraph}]", f"paragraf {first}]"
        return Block("\n".join(lines), Place(place.file.replace(last, begin)), seen(one))

    def _items_of(self, one: Element, depth: int) -> Iterator[str]:
        before = ""
        for number, item in enumerate(one, 1):
            inner = [part for part in item if part.tag in ("ul", "ol")]
            if text := item_line(inline(_without(item, inner))).replace("<br>", "\\\n" + STEP * (depth + 1)):
                self._where.step(text, is_heading=False)
                mark = self._items.pop(0) if self._items else ("-" if one.tag == "ul" else f"{number}.")
                if before and not _follows(before, mark):  # another list, which mammoth joins with it
                    yield ""
                yield f"{STEP * depth}{mark} {text}"
                before = mark
            for deeper in inner:
                yield from self._items_of(deeper, depth + 1)

    def _table(self, one: Element) -> Block | None:
        self._where.table += 1
        rows = [list(row) for row in one.iter("tr")]
        place = Place(self._where.place(1).file.replace(", baris 1]", "]"))
        widest = max(map(len, rows), default=0)
        if widest < 2:  # a frame around text
            return Block("\n\n".join(self._cell(cell) for row in rows for cell in row), place, seen(one))
        texts = [[self._cell(cell) for cell in row] for row in rows]
        lines = [f"| {' | '.join([*row, *[''] * (widest - len(row))])} |" for row in texts]
        return Block("\n".join([lines[0], f"|{'---|' * widest}", *lines[1:]]), place, seen(one))

    def _cell(self, cell: Element) -> str:
        """What stands in a cell, its paragraphs and items on lines of their own."""
        is_head = cell.tag == "th"
        parts: list[str] = [line(escaped(cell.text or ""))]
        for one in cell:
            if one.tag in ("ul", "ol"):
                for item in one.iter("li"):
                    mark = self._items.pop(0) if self._items else "-"
                    item.text = f"{'•' if mark == '-' else mark} {item.text or ''}"
                    parts.append(line(inline(item)))
            else:
                parts.append(line(inline(one, plain=is_head)))
        return "<br>".join(filter(None, parts))


def _without(item: Element, inner: Sequence[Element]) -> Element:
    """An item without the lists within it."""
    words = Element("p")
    words.text = item.text
    words.extend(part for part in item if part not in inner)
    return words


def _follows(before: str, mark: str) -> bool:
    """Whether an item with this mark goes on with the list of the one before it."""
    one, other = before.rstrip("."), mark.rstrip(".")
    if one.isdecimal() and other.isdecimal():
        return int(other) == int(one) + 1
    return one.isalpha() == other.isalpha() and one.isdecimal() == other.isdecimal()


def seen(element: Element) -> str:
    """The words of an element, as one reads them."""
    return " ".join("".join(_words(element)).split())


def _words(element: Element) -> Iterator[str]:
    yield element.text or ""
    for one in element:
        if one.tag in ("br", "li", "td", "th", "tr", "p"):
            yield " "
        if not one.get("href", "").startswith(("#footnote", "#endnote")):
            yield from _words(one)
        yield f" {one.tail or ''}" if one.tag in ("li", "td", "th", "tr", "p") else one.tail or ""
