"""Lists as officials type them: with or without an empty line before, nested by two spaces or more, numbers as typed.

Takes the place of CommonMark's rule. What stands two columns right of a mark belongs to its item, whatever the mark's
width: an explanation under a step, a list within it.
"""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from selebaran.compose.markup.marks import FAR, Mark, follows, goes_on, marks_of

NEST = 2
"""How many columns right of its mark an item's further lines stand, at least."""
SPACES = " \t\u00a0"
TASK = re.compile(r"^([ \t]*)\[([ xX])\](?=[ \u00a0]+\S|\w)", re.M)
SIGNED = "bertanda"
"""The class of a list whose items begin with signs of their own."""
OPEN = "daftar terbuka"
"""Under which the marks of the lists that are being read are kept, the outermost first."""
BRACKET = "kurung"
"""The class of a list that counts with brackets: 1), a)."""


def lists(parser: MarkdownIt) -> None:
    """Let a parser read lists."""
    parser.block.ruler.at("list", _list, {"alt": ["paragraph", "reference", "blockquote"]})
    parser.core.ruler.after("block", "tanda_butir", _signs)


def line_of(state: StateBlock, line: int) -> str:
    """A line's text from its first letter on."""
    return state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]]


def _list(state: StateBlock, first: int, last: int, silent: bool) -> bool:
    if state.is_code_block(first):
        return False
    mark = _beginning(state, first, silent)
    if mark and not silent:
        _write(state, first, last, mark)
    return mark is not None


def _beginning(state: StateBlock, line: int, silent: bool) -> Mark | None:
    """The mark with which a list begins on a line."""
    text = line_of(state, line)
    marks = marks_of(text)
    if not marks:
        return None
    within = silent and state.parentType == "paragraph" and state.sCount[line] >= state.blkIndent
    if silent and not within and any(goes_on(mark, text) for mark in state.env.get(OPEN, ())):
        return marks[0]
    return next((mark for mark in marks if _begins(state, line, mark, text, within)), None)


def _begins(state: StateBlock, line: int, mark: Mark, text: str, within: bool) -> bool:
    if within and not text[mark.length :].strip(SPACES):
        return False
    is_led_in = within and state.src[: state.eMarks[line - 1]].endswith(":")
    if mark.is_certain and (not within or mark.number <= 1 or is_led_in):
        return True
    if mark.form in "–+" and is_led_in:
        return True
    return _has_neighbour(state, line, mark)


def _has_neighbour(state: StateBlock, line: int, mark: Mark) -> bool:
    """Whether the next item stands on a line below, at the same depth. A bullet's stands in the same block."""
    column = state.sCount[line]
    for other in range(line + 1, min(line + FAR, state.lineMax)):
        text = line_of(state, other)
        if not text:
            if not mark.style:
                return False
            continue
        if state.sCount[other] < column - 1 or text.startswith("#"):
            return False
        if state.sCount[other] <= column + 1 and follows(mark, text):
            return True
    return False


def _write(state: StateBlock, first: int, last: int, mark: Mark) -> None:
    at = len(state.tokens)
    opening = _open(state, mark)
    outer, state.parentType = state.parentType, "list"
    is_tight, had_gap = True, False
    line, expected = first, mark.number
    found: Mark | None = mark
    open_ = state.env.setdefault(OPEN, [])
    open_.append(mark)
    while found:
        open_[-1] = found
        is_tight &= not had_gap
        is_tight &= _item(state, line, last, found, expected)
        had_gap = state.line - line > 1 and state.isEmpty(state.line - 1)
        line, expected = state.line, found.number + 1
        found = _next(state, line, last, found)
    open_.pop()
    state.push(opening.type.replace("open", "close"), opening.tag, -1)
    opening.map = [first, line]
    state.parentType = outer
    if is_tight:
        _tighten(state.tokens[at:], opening.level + 2)


def _open(state: StateBlock, mark: Mark) -> Token:
    opening = state.push("ordered_list_open", "ol", 1) if mark.style else state.push("bullet_list_open", "ul", 1)
    opening.markup = mark.family[-1]
    if mark.style and mark.number != 1:
        opening.attrSet("start", str(mark.number))
    if mark.style in ("a", "i"):
        opening.attrSet("type", mark.style)
    if mark.kept:
        opening.attrSet("class", SIGNED)
    if mark.family.endswith(")"):
        opening.attrSet("class", BRACKET)
    return opening


def _item(state: StateBlock, line: int, last: int, mark: Mark, expected: int) -> bool:
    """Write an item; whether no empty line parts it."""
    token = state.push("list_item_open", "li", 1)
    token.meta = {"kept": mark.kept}
    if mark.style and mark.number != expected:
        token.attrSet("value", str(mark.number))
    kept = state.bMarks[line], state.tShift[line], state.sCount[line], state.listIndent, state.tight
    column = state.sCount[line]
    start = state.bMarks[line] + state.tShift[line] + mark.length
    while start < state.eMarks[line] and state.src[start] in SPACES:
        start += 1
    state.bMarks[line], state.tShift[line] = start, 0
    # An item whose first line stood outside of it would never end.
    state.sCount[line] = column + max(NEST, min(mark.length + 1, NEST + 3))
    state.listIndent, state.blkIndent, state.tight = state.blkIndent, column + NEST, True
    if start >= state.eMarks[line] and state.isEmpty(line + 1):
        state.line = min(line + 2, last)
    else:
        state.md.block.tokenize(state, line, last)
    is_tight, state.blkIndent = state.tight, state.listIndent
    state.bMarks[line], state.tShift[line], state.sCount[line], state.listIndent, state.tight = kept
    token.map = [line, state.line]
    state.push("list_item_close", "li", -1)
    return is_tight


def _next(state: StateBlock, line: int, last: int, mark: Mark) -> Mark | None:
    """The mark of the next item; None where the list ends."""
    if line >= last or state.sCount[line] < state.blkIndent or state.is_code_block(line):
        return None
    if any(rule(state, line, last, True) for rule in state.md.block.ruler.getRules("list")):
        return None
    return goes_on(mark, line_of(state, line))


def _tighten(tokens: list[Token], level: int) -> None:
    """Hide the paragraphs of items that no empty line parts."""
    for token in tokens:
        if token.level == level and token.type in ("paragraph_open", "paragraph_close"):
            token.hidden = True


def _signs(state: StateCore) -> None:
    """Put an item's own sign before its words, and a box in place of `[ ]` and `[x]`."""
    tokens: list[Token] = []
    sign = ""
    for token in state.tokens:
        if token.type == "inline":
            words = TASK.sub(lambda found: found[1] + ("☐" if found[2] == " " else "☑"), token.content)
            token.content, sign = f"{sign} {words}" if sign else words, ""
        elif sign and token.type not in ("paragraph_open", "heading_open"):  # no words of its own stand behind it
            tokens += _alone(sign, token)
            sign = ""
        if token.type == "list_item_open":
            sign = (token.meta or {}).get("kept", "")
        tokens.append(token)
    state.tokens[:] = tokens


def _alone(sign: str, before: Token) -> list[Token]:
    """A sign as the words of its item."""
    inline = Token("inline", "", 0, content=sign, children=[], map=before.map or [0, 0], block=True)
    ends = (
        Token("paragraph_open", "p", 1, hidden=True, block=True),
        Token("paragraph_close", "p", -1, hidden=True, block=True),
    )
    return [ends[0], inline, ends[1]]
