"""Elements of HTML in a text, and what only looks like one: `<spasi>`, `<nama lengkap>`, `<Rp5.000.000 dan >Rp1`.

What is no element is shown as typed. In text of a district, one that is not allowed is named with its line: `<div>`
goes and its words stay, `<script>` is shown as typed.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from collections.abc import Set as AbstractSet

from markdown_it import MarkdownIt
from markdown_it.common.html_re import HTML_TAG_RE
from markdown_it.rules_block import StateBlock
from markdown_it.rules_block.html_block import html_block
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from selebaran.compose.markup.outcome import Fault, faults_of
from selebaran.compose.markup.within import with_links

BLOCKS = frozenset(
    (
        *("p", "hr", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "blockquote", "pre"),
        *("table", "thead", "tbody", "tfoot", "caption", "tr", "th", "td", "details", "summary"),
    )
)
ALLOWED = BLOCKS | frozenset(
    (
        *("br", "a", "img", "strong", "em", "b", "i", "u", "s", "del", "ins", "mark", "small", "sub", "sup", "code"),
        *("kbd",),
    )
)
"""What a district may write."""
WRAPPERS = frozenset(
    (
        *("div", "span", "section", "article", "header", "footer", "main", "aside", "nav", "center", "font", "big"),
        *("tt", "address", "figure", "figcaption", "colgroup", "col", "label", "abbr", "cite", "q", "dfn", "time"),
    )
)
"""Elements that go, and their words stay."""
PARTING = WRAPPERS - {"span", "font", "big", "tt", "label", "abbr", "cite", "q", "dfn", "time"}
"""Those of them that stand on lines of their own: the words on both sides are two."""
ACTING = frozenset(
    (
        *("script", "style", "iframe", "object", "embed", "form", "input", "button", "select", "option", "textarea"),
        *("link", "meta", "base", "html", "head", "body", "title", "svg", "math", "video", "audio", "source", "track"),
        *("canvas", "template", "noscript", "frame", "frameset", "applet", "marquee", "map", "area", "param", "slot"),
        *("dialog", "fieldset", "legend", "optgroup", "progress", "meter", "output", "picture", "portal", "xmp"),
        *("plaintext", "noembed", "noframes", "blink", "menu", "data", "datalist", "wbr", "bdi", "bdo", "ruby", "rt"),
        *("rp", "var", "samp", "hgroup", "search", "strike", "image", "nobr", "acronym", "basefont", "dir", "isindex"),
    )
)
"""The other elements that there are."""
DRAWN = frozenset(("path", "g", "rect", "circle", "line", "text", "use", "defs", "symbol", "mi", "mo", "mn", "mrow"))
KNOWN = ALLOWED | WRAPPERS | ACTING | DRAWN
KEPT = "dipertahankan"
"""Under which further elements stand that a text may hold."""
NAME = re.compile(r"</?([A-Za-z][A-Za-z0-9-]*)")
TAG = re.compile(rf"<!--.*?-->|{HTML_TAG_RE.pattern.removeprefix('^')}|<", re.S)

DECLARED = re.compile(r"<(\?\w+|!(?:DOCTYPE|\[CDATA\[))", re.I)
"""What begins `<?php … ?>` and `<!DOCTYPE …>`."""
OFFICE = re.compile(r"</?((?:o|w|v|st1):[a-z]+|\?xml:namespace)\b[^<>]*>", re.I)
"""Tags in text that was copied with Word's own HTML; `<nama:alamat>` are words."""


def elements(parser: MarkdownIt, own: bool) -> None:
    """Let a parser tell elements from words."""

    def block(state: StateBlock, first: int, last: int, silent: bool) -> bool:
        start = state.bMarks[first] + state.tShift[first]
        return _is_block(state, start, own) and html_block(state, first, last, silent)

    parser.block.ruler.at("html_block", block, {"alt": ["paragraph", "reference", "blockquote"]})
    parser.core.ruler.after("inline", "unsur", _own if own else _shared)


def _is_block(state: StateBlock, start: int, own: bool) -> bool:
    """Whether a block of HTML begins here. A comment that nobody closed is text, so it swallows nothing."""
    if state.src.startswith("<!--", start):
        return state.src.find("-->", start) > 0
    found = NAME.match(state.src, start)
    if not own:
        return found is None or found[1].lower() in KNOWN
    return bool(found) and found[1].lower() in (BLOCKS | WRAPPERS) if found else False


def _shared(state: StateCore) -> None:
    for token in state.tokens:
        if token.type == "html_block" and not token.meta:
            token.content = TAG.sub(lambda found: _known(found[0]), token.content)
        for child in token.children or []:
            if child.type == "html_inline" and _known(child.content) != child.content:
                child.type = "text"


def _known(written: str) -> str:
    """A tag of shared text, escaped where there is no such element."""
    found = NAME.match(written)
    is_word = found is not None and found[1].lower() not in KNOWN and "-" not in found[1]
    return written.replace("<", "&lt;") if is_word else written


def _own(state: StateCore) -> None:
    kept = ALLOWED | state.env.get(KEPT, frozenset())
    tell = _Teller(faults_of(state.env)).tell
    for token in state.tokens:
        line = token.map[0] if token.map else 0
        if token.type == "html_block":
            token.content = with_links(_settled(token.content, kept, line, tell), line, state)
        elif token.children:
            _inlines(token.children, kept, line, tell)


Tell = Callable[[str, int], None]


class _Teller:
    """Tells of each element once."""

    def __init__(self, faults: list[Fault]) -> None:
        self._faults = faults
        self._told: set[str] = set()

    def tell(self, name: str, line: int) -> None:
        """An element that is not allowed stands on a line."""
        if name not in self._told:
            self._told.add(name)
            self._faults.append(Fault("elemen-tidak-boleh", line, {"elemen": f"<{name}>"}, mild=True))


def _inlines(children: list[Token], kept: AbstractSet[str], line: int, tell: Tell) -> None:
    for child in children:
        if child.type in ("softbreak", "hardbreak"):
            line += 1
        elif child.type == "text":
            _tell_office(child.content, line, tell)
        elif child.type == "html_inline":
            settled = _tag(child.content, kept, line, tell)
            if settled is None:
                child.type = "text"
            else:
                child.content = settled


def _settled(html: str, kept: AbstractSet[str], line: int, tell: Tell) -> str:
    """A block of HTML in which whatever is not allowed is words."""

    def one(found: re.Match[str]) -> str:
        settled = _tag(found[0], kept, line + html.count("\n", 0, found.start()), tell)
        return found[0].replace("<", "&lt;") if settled is None else settled

    _tell_office(html, line, tell)
    return TAG.sub(one, html)


def _tell_office(text: str, line: int, tell: Tell) -> None:
    """Tell of tags of Word's own, which show as they were typed."""
    for found in OFFICE.finditer(text) if "<" in text else ():
        tell(found[1], line + text.count("\n", 0, found.start()))


def _tag(written: str, kept: AbstractSet[str], line: int, tell: Tell) -> str | None:
    """What becomes of a tag of a district's text; None where it is words."""
    found = NAME.match(written)
    if found is None:
        if declared := DECLARED.match(written):
            tell(declared[1], line)
        return "" if written.startswith("<!--") else None
    name = found[1].lower()
    if name in kept and (name != "span" or "class=" in written or written.startswith("</")):
        return re.sub(r"^(</?)h1", r"\1h2", written, flags=re.I)  # the page has its title
    if name in KNOWN and not _is_of_words(written, found.end()):
        tell(name, line)
        return (" " if name in PARTING else "") if name in WRAPPERS else None
    return None


def _is_of_words(written: str, end: int) -> bool:
    """Whether a tag reads like words: `<data diri>`, `<link grup>`."""
    rest = written[end:].strip("</> \t\n")
    return bool(rest) and "=" not in rest
