"""The tags and letters of a built page, as a parser meets them -> what of its text a reader sees, in order."""

from __future__ import annotations

from collections.abc import Mapping

from selebaran.check.proof.links import Link
from selebaran.check.proof.words import BULLET, INLINE, words

OWN_TEXT = frozenset(("teks", "pembuka__lede"))
"""Classes of the parts in which templates/site sets the text of a page."""
NOTE = "fakta-lewat"
"""The class of what the program itself says below a text, and the page's template shortens."""
GLUED = frozenset(INLINE.split("|")) - {"a", "img"}
LISTS = frozenset(("ul", "ol"))
SIGNED, BRACKET = "bertanda", "kurung"
"""Classes of lists whose items have signs of their own, and of those that count with brackets."""
ROMAN = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")


class _List:
    """A list that is open: the number of its next item, and how its marks look."""

    def __init__(self, tag: str, given: Mapping[str, str | None]) -> None:
        kinds = (given.get("class") or "").split()
        self._is_counted, self._has_signs = tag == "ol", SIGNED in kinds
        self._style, self._end = given.get("type") or "1", ")" if BRACKET in kinds else "."
        self._number = int(given.get("start") or 1)

    def mark(self, value: str | None) -> str:
        """The mark of the next item."""
        if not self._is_counted:
            return "" if self._has_signs else BULLET
        number = int(value) if value else self._number
        self._number = number + 1
        return f"{counted_as(number, self._style)}{self._end}"


def counted_as(number: int, style: str) -> str:
    """How a browser counts an item: "3", "c" or "iii"."""
    if style == "a" and 1 <= number <= 26:
        return chr(ord("a") + number - 1)
    if style == "i" and 1 <= number < 40:
        return "x" * (number // 10) + ROMAN[number % 10]
    return str(number)


class Shown:
    """Reads the parts of one page that somebody's text stands in. `depth` is 0 outside of them: what ends there, and
    what letters stand there, need not be told."""

    def __init__(self) -> None:
        self.depth = 0
        self._parts: list[str] = []
        self._lists: list[_List] = []
        self._open: list[tuple[str, int]] = []
        self._links: list[Link | None] = []
        self._is_note = False

    def start(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        """An element begins."""
        if not self.depth:
            if tag == "div" and not OWN_TEXT.isdisjoint((dict(attributes).get("class") or "").split()):
                self.depth = 1
            return
        if tag in GLUED:
            return
        given = dict(attributes)
        if tag == "a":
            self._link(given)
        elif tag == "img":
            self._links.append(Link(given.get("src") or "", given.get("alt") or "", is_picture=True))
        else:
            self._parts.append(" ")
            self._block(tag, given)

    def _link(self, given: Mapping[str, str | None]) -> None:
        if "href" in given and not self._is_note:
            self._open.append((given["href"] or "", len(self._parts)))
            self._links.append(None)

    def _block(self, tag: str, given: Mapping[str, str | None]) -> None:
        if tag == "div":
            self.depth += 1
        elif tag in LISTS:
            self._lists.append(_List(tag, given))
        elif tag == "li" and self._lists:
            self._parts.append(f"{self._lists[-1].mark(given.get('value'))} ")
        elif tag == "p" and given.get("class") == NOTE:
            self._is_note = True

    def end(self, tag: str) -> None:
        """An element ends."""
        if tag in GLUED or not self.depth:
            return
        if tag == "a":
            if self._open:
                target, begun = self._open.pop()
                self._links[self._links.index(None)] = Link(target, "".join(self._parts[begun:]))
            return
        self._parts.append(" ")
        if tag == "div":
            self.depth -= 1
        elif tag in LISTS and self._lists:
            self._lists.pop()
        elif tag == "p":
            self._is_note = False

    def text(self, text: str) -> None:
        """Letters that a reader sees."""
        if self.depth and not self._is_note:
            self._parts.append(text)

    @property
    def words(self) -> list[str]:
        """The words of the page's text."""
        return words("".join(self._parts))

    @property
    def links(self) -> list[Link]:
        """Its links and pictures."""
        return [link for link in self._links if link]
