"""Boxes, folds and notes at the foot, as other dialects of Markdown write them.

`!!! note "Judul"`, `??? info` and `=== "Bagian"` hold the indented lines below them; `> [!NOTE]` is a quotation with a
title. `[^1]` is a raised number, and the notes stand at the end of the text.
"""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from selebaran.compose.markup.lists import line_of
from selebaran.compose.markup.outcome import Fault, faults_of

TITLES = {
    "note": "Catatan",
    "catatan": "Catatan",
    "info": "Keterangan",
    "abstract": "Ringkasan",
    "summary": "Ringkasan",
    "tip": "Saran",
    "hint": "Saran",
    "important": "Penting",
    "penting": "Penting",
    "success": "Berhasil",
    "question": "Tanya",
    "faq": "Tanya",
    "warning": "Perhatian",
    "attention": "Perhatian",
    "perhatian": "Perhatian",
    "caution": "Hati-hati",
    "danger": "Bahaya",
    "error": "Salah",
    "failure": "Gagal",
    "bug": "Salah",
    "example": "Contoh",
    "quote": "Kutipan",
}
BOX = re.compile(
    r"(!!!|\?\?\?\+?|===\+?!?)[ \t]*([a-z]*)(?:[ \t]+inline(?:[ \t]+end)?)?[ \t]*(?:[\"“”](.*)[\"“”])?[ \t]*$"
)
CALL = re.compile(r"^\[!([A-Za-z]+)\][ \t]*(.*)$", re.M)
NOTE = re.compile(r"\[\^([^\]\s]{1,40})\]:[ \t]*")
REFERENCE = re.compile(r"\[\^([^\]\s]{1,40})\]")
NOTES = "catatan kaki"
"""Under which the numbers of notes stand, by their names."""
BOXED = "kotak"
"""The class of a box."""
ROOM = 2
"""How many columns further in what belongs to a box or note stands, at least."""


def notes(parser: MarkdownIt) -> None:
    """Let a parser read boxes and notes."""
    interrupts = ["paragraph", "reference", "blockquote", "list"]
    parser.block.ruler.before("list", "kotak", _box, {"alt": interrupts})
    parser.block.ruler.before("reference", "catatan_kaki", _note, {"alt": interrupts})
    parser.inline.ruler.before("link", "rujukan_kaki", _reference)
    parser.core.ruler.after("block", "kutipan_berjudul", _calls)
    parser.core.ruler.after("block", "kumpulkan_catatan", _gather)


def _box(state: StateBlock, first: int, last: int, silent: bool) -> bool:
    text = line_of(state, first)
    found = BOX.match(text) if text[:3] in ("!!!", "???", "===") else None
    if not found or (found[2] not in TITLES if found[2] else not found[3]):
        return False
    if silent:
        return True
    tag = "details" if found[1][0] == "?" else "blockquote"
    opening = state.push("box_open", tag, 1)
    if tag == "blockquote":
        opening.attrSet("class", BOXED)
    _title(state, found[3] or TITLES[found[2]], first, tag == "details")
    _within(state, first + 1, last)
    state.push("box_close", tag, -1)
    return True


def _title(state: StateBlock, title: str, line: int, is_fold: bool) -> None:
    tag = "summary" if is_fold else "p"
    state.push("title_open", tag, 1)
    inline = state.push("inline", "", 0)
    inline.content, inline.children, inline.map = title if is_fold else f"**{title}**", [], [line, line + 1]
    state.push("title_close", tag, -1)


def _within(state: StateBlock, first: int, last: int) -> None:
    """Read the lines that stand further in."""
    outer, state.blkIndent = state.blkIndent, state.blkIndent + ROOM
    end = first
    while end < last and (state.isEmpty(end) or state.sCount[end] >= state.blkIndent):
        end += 1
    kind, state.parentType = state.parentType, "root"
    lines, state.lineMax = state.lineMax, end
    state.md.block.tokenize(state, first, end)
    state.line, state.lineMax, state.parentType, state.blkIndent = max(end, first), lines, kind, outer


def _calls(state: StateCore) -> None:
    """Give quotations that begin with `[!NOTE]` their title."""
    quote: Token | None = None
    for token in state.tokens:
        if token.type == "blockquote_open":
            quote = token
        elif token.type == "inline" and quote:
            found = CALL.match(token.content)
            if found and found[1].lower() in TITLES:
                quote.attrSet("class", BOXED)
                title = found[2].strip() or TITLES[found[1].lower()]
                token.content = (
                    f"**{title}**{'  ' if token.content[found.end() :] else ''}{token.content[found.end() :]}"
                )
            quote = None


def _note(state: StateBlock, first: int, last: int, silent: bool) -> bool:
    found = NOTE.match(line_of(state, first))
    if not found or state.is_code_block(first):
        return False
    if silent:
        return True
    opening = state.push("note_open", "li", 1)
    opening.info = found[1]
    kept = state.bMarks[first], state.tShift[first], state.sCount[first]
    state.bMarks[first] += state.tShift[first] + found.end()
    state.tShift[first], state.sCount[first] = 0, state.blkIndent + ROOM
    _within(state, first, last)
    state.bMarks[first], state.tShift[first], state.sCount[first] = kept
    state.push("note_close", "li", -1)
    return True


def _gather(state: StateCore) -> None:
    """Put all notes at the end, in the order in which they are named."""
    texts, found = _parted(state.tokens)
    if not found:
        return
    named = [name for token in texts for name in REFERENCE.findall(token.content) if name in found]
    order = list(dict.fromkeys([*named, *found]))
    state.env[NOTES] = {name: number for number, name in enumerate(order, 1)}
    opening, closing = (
        Token("ordered_list_open", "ol", 1, block=True),
        Token("ordered_list_close", "ol", -1, block=True),
    )
    state.tokens[:] = [*texts, opening, *(token for name in order for token in found[name]), closing]


def _parted(tokens: list[Token]) -> tuple[list[Token], dict[str, list[Token]]]:
    """What stands outside of notes, and each note by its name."""
    texts: list[Token] = []
    found: dict[str, list[Token]] = {}
    to = texts
    for token in tokens:
        if token.type == "note_open":
            to = found.setdefault(token.info, [])
        to.append(token)
        if token.type == "note_close":
            to = texts
    return texts, found


def _reference(state: StateInline, silent: bool) -> bool:
    """A raised number in place of a note's name."""
    found = REFERENCE.match(state.src, state.pos)
    number = state.env.get(NOTES, {}).get(found[1]) if found else None
    if not found or number is None:
        return False
    if not silent:
        state.push("sup_open", "sup", 1)
        state.push("text", "", 0).content = str(number)
        state.push("sup_close", "sup", -1)
    state.pos = found.end()
    return True


def lost_reference(text: str, line: int, state: StateCore) -> None:
    """Tell of a note that is named and stands nowhere."""
    for found in REFERENCE.finditer(text):
        if found[1] not in state.env.get(NOTES, {}):
            faults_of(state.env).append(
                Fault("tanda-markdown", line + text.count("\n", 0, found.start()), {"tanda": found[0]})
            )
