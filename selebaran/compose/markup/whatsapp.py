"""WhatsApp's marks, in text of a district: *tebal*, _miring_, ~coret~, and ```text of one width```.

There one asterisk is bold, not italic. A mark within a word is none: 5*2*3 is a product.
"""

from __future__ import annotations

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline


def whatsapp(parser: MarkdownIt) -> None:
    """Let a parser read WhatsApp's marks."""
    parser.options["strikethrough_single_tilde"] = True
    parser.inline.ruler.before("strikethrough", "dalam_kata", _within_a_word)
    parser.core.ruler.after("inline", "tebal", _bold)


def _within_a_word(state: StateInline, silent: bool) -> bool:
    """A single mark between two letters or numbers, as the word that it is."""
    at, text = state.pos, state.src
    if text[at] not in "*~" or not 0 < at < len(text) - 1:
        return False
    if not (text[at - 1].isalnum() and text[at + 1].isalnum()):
        return False
    if not silent:
        state.pending += text[at]
    state.pos += 1
    return True


def _bold(state: StateCore) -> None:
    for token in state.tokens:
        for child in token.children or []:
            if child.tag == "em" and child.markup == "*":
                child.tag = "strong"
