"""What a reader sees of a text, in one line: `⏎` between lines, `•` or `2.` before items, `┃` between cells."""

from __future__ import annotations

from html.parser import HTMLParser

from selebaran.compose.markup.render import render

INLINE = {"strong": "**", "b": "**", "em": "*", "i": "*", "del": "~~", "code": "`", "mark": "=="}
BLOCKS = {
    "p",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "tr",
    "li",
    "dt",
    "dd",
    "blockquote",
    "pre",
    "summary",
    "table",
    "ul",
    "ol",
}
LETTERS = "abcdefghijklmnopqrstuvwxyz"
ROMAN = ["i", "ii", "iii", "iv", "v", "vi"]


def own(text: str) -> str:
    """What is seen of a district's text."""
    return seen(render(text, own=True).html)


def shared(text: str) -> str:
    """What is seen of a shared text."""
    return seen(render(text, own=False).html)


def told(text: str) -> list[tuple[str, int]]:
    """The faults of a district's text, each with its line from 1."""
    return [(fault.code, fault.line + 1) for fault in render(text, own=True).faults]


def seen(html: str) -> str:
    """What is seen of HTML."""
    reader = _Reader()
    reader.feed(html)
    lines = (" ".join(line.split()) for line in "".join(reader.parts).split("⏎"))
    return " ⏎ ".join(line for line in lines if line)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []
        self._lists: list[list[object]] = []
        self._links: list[str] = []
        self._cells = 0
        self._opened = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag in BLOCKS or tag == "br":
            self.parts.append("⏎" if not self._is_at_item() else "")
        if tag in ("ul", "ol"):
            style = given.get("type") or "1"
            closing = ")" if given.get("class") == "kurung" else "."
            sign = "" if given.get("class") == "bertanda" else "•" if tag == "ul" else style
            self._lists.append([sign, int(given.get("start") or 1), closing])
        elif tag == "li":
            self._opened = f"{'→ ' * (len(self._lists) - 1)}{self._mark(given.get('value'))} "
            self.parts.append(self._opened)
        elif tag == "a":
            self._links.append(given.get("href") or "")
            self.parts.append("[")
        elif tag == "tr":
            self._cells = 0
        elif tag in ("td", "th"):
            self.parts.append(" ┃ " if self._cells else "")
            self._cells += 1
        elif tag == "hr":
            self.parts.append("⏎———⏎")
        elif tag[0] == "h":
            self.parts.append("#" * int(tag[1]) + " ")
        self.parts.append(INLINE.get(tag, "❝ " if tag == "blockquote" else ""))

    def handle_endtag(self, tag: str) -> None:
        self.parts.append(INLINE.get(tag, ""))
        if tag in ("ul", "ol"):
            self._lists.pop()
        if tag == "a":
            self.parts.append(f"]({self._links.pop()})")
        if tag in BLOCKS:
            self.parts.append("⏎")

    def handle_data(self, data: str) -> None:
        self.parts.append(data)

    def _is_at_item(self) -> bool:
        """Whether an item's mark or a quotation's stands right before."""
        before = [part for part in self.parts if part.strip()]
        return bool(before) and before[-1] in (self._opened, "❝ ")

    def _mark(self, value: str | None) -> str:
        sign, number, closing = self._lists[-1]
        assert isinstance(number, int)
        number = int(value) if value else number
        self._lists[-1][1] = number + 1
        if sign in ("", "•"):
            return str(sign)
        written = str(number) if sign == "1" else LETTERS[number - 1] if sign == "a" else ROMAN[number - 1]
        return f"{written}{closing}"
