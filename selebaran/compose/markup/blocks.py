"""Lines of marks that officials mean otherwise than Markdown: rules, separators, comparisons, fences left open.

`---` below a line is a rule, never a heading. `====` makes a heading of one line, and a rule elsewhere. `>60 tahun` is
a comparison, no quotation. In text of a district, `~~~~` is a separator, and a fence that nobody closes holds nothing.
"""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_block.blockquote import blockquote
from markdown_it.rules_block.fence import make_fence_rule
from markdown_it.rules_block.lheading import lheading
from markdown_it.rules_block.reference import reference
from markdown_it.token import Token

from selebaran.compose.markup.lists import line_of

COMPARED = {False: re.compile(r">=?(?=\d|Rp)"), True: re.compile(r">=?[ ]?(?=\d|Rp)")}
"""By whether a text is a district's."""
SEPARATOR = re.compile(r"(?:={3,}|[-–—]{3,}|[~]{3,}|[•·]{3,}|(?:= ){2,}=)[ \t]*$")
TIGHT = re.compile(r"(#{2,6})([^\W\d_*].*)$")
FENCE = make_fence_rule(markers=("`",))
LEADS = re.compile(r"\[([^\]\n]+)\]:[ \t]*<?(?:https?:|mailto:|tel:|#|www\.|gambar/|[\w/-]+\.md)", re.I)
"""What a named address begins with; other words behind a name in brackets are words."""


def blocks(parser: MarkdownIt, own: bool) -> None:
    """Let a parser read such lines as they are meant."""
    interrupts = ["paragraph", "reference", "blockquote", "list"]

    def quotation(state: StateBlock, first: int, last: int, silent: bool) -> bool:
        text = line_of(state, first)
        return text.startswith(">") and not COMPARED[own].match(text) and blockquote(state, first, last, silent)

    def definition(state: StateBlock, first: int, last: int, silent: bool) -> bool:
        return not _is_signed(state, first, last) and defined(state, first, last, silent)

    defined = next(rule.fn for rule in parser.block.ruler.__rules__ if rule.name == "deflist")
    parser.block.ruler.at("deflist", definition, {"alt": ["paragraph", "reference", "blockquote"]})
    parser.block.ruler.at("blockquote", quotation, {"alt": interrupts})
    parser.block.ruler.at("lheading", _underlined)
    parser.block.ruler.at("reference", _named_address)
    parser.block.ruler.before("hr", "pemisah", _separator, {"alt": ["paragraph", "reference", "blockquote", "list"]})
    parser.block.ruler.before("heading", "judul_rapat", _tight, {"alt": ["paragraph", "reference", "blockquote"]})
    if own:
        parser.block.ruler.at("fence", _fence, {"alt": interrupts})


def _is_signed(state: StateBlock, first: int, last: int) -> bool:
    """Whether the line is followed by `~ Admin`, or is that itself: a signature, no definition."""
    lines = (line_of(state, line) for line in range(first, min(first + 3, last)))
    return next((line[0] for line in list(lines)[1:] if line), "") == "~"


def _underlined(state: StateBlock, first: int, last: int, silent: bool) -> bool:
    """A heading of one line above `===`."""
    if first + 1 >= last or not re.fullmatch(r"={3,}[ \t]*", line_of(state, first + 1)):
        return False
    return lheading(state, first, min(first + 2, last), silent)


def _separator(state: StateBlock, first: int, last: int, silent: bool) -> bool:
    """A line of signs that parts two texts. One of `=` below a single line is left to its heading."""
    text = line_of(state, first)
    if not SEPARATOR.match(text) or state.is_code_block(first) or (text[0] == "~" and not state.env.get("own")):
        return False
    if silent and text[0] == "=" and state.parentType == "paragraph" and _is_second(state, first):
        return False
    if not silent:
        state.line = first + 1
        state.push("hr", "hr", 0).map = [first, first + 1]
    return True


def _is_second(state: StateBlock, line: int) -> bool:
    """Whether a line stands below the first line of a paragraph."""
    return line > 0 and not state.isEmpty(line - 1) and (line == 1 or state.isEmpty(line - 2))


def _tight(state: StateBlock, first: int, last: int, silent: bool) -> bool:
    """A heading whose marks touch its words. One mark alone is a hashtag's."""
    found = TIGHT.match(line_of(state, first))
    if not found or state.is_code_block(first):
        return False
    if not silent:
        tag = f"h{len(found[1])}"
        opening = state.push("heading_open", tag, 1)
        inline = state.push("inline", "", 0)
        opening.map = inline.map = [first, first + 1]
        inline.content, inline.children = found[2].rstrip("# \t"), []
        state.push("heading_close", tag, -1)
        state.line = first + 1
    return True


def _named_address(state: StateBlock, first: int, last: int, silent: bool) -> bool:
    """`[peta]: https://…`, where something in the text is called so."""
    found = LEADS.match(line_of(state, first))
    if not found or state.src.lower().count(f"[{found[1].lower()}]") < 2:
        return False
    return reference(state, first, last, silent)


def _fence(state: StateBlock, first: int, last: int, silent: bool) -> bool:
    """Lines between ``` as they are typed; what stands behind the opening belongs to them."""
    text = line_of(state, first)
    if not text.startswith("```") or not _is_closed(state, first, last, len(text) - len(text.lstrip("`"))):
        return False
    if not FENCE(state, first, last, silent):
        return False
    if not silent:
        _say(state.tokens[-1])
    return True


def _is_closed(state: StateBlock, first: int, last: int, marks: int) -> bool:
    lines = (line_of(state, line).rstrip() for line in range(first + 1, last))
    return any(len(line) >= marks and set(line) == {"`"} for line in lines)


def _say(fence: Token) -> None:
    """Put what stands behind the opening into the lines."""
    said = fence.info.strip()
    if said and not re.fullmatch(r"[a-z]+", said):
        fence.content = f"{said}\n{fence.content}"
    fence.info = ""
