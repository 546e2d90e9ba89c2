"""Links as people type them: bare addresses and mail, spaces in an address, a gap before the brackets.

Times, telephone numbers and short addresses get an element that keeps them on one line.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from selebaran.model.telephone import Dialling
from selebaran.read.telephone import find_telephones

LETTER = r"[^\s<>\"“”‘’|\\^`{}\x00-\x1f]"
ADDRESS = f"{LETTER}+"
SCHEMED = re.compile(rf"//(?:&amp;(?=\w)|(?!&(?:#|\w+;)){LETTER})+")
"""Before references are read: `&amp;` belongs to a query, any other one (of a value, `&gt;`) ends the address."""
BEFORE = re.compile(r"(?<![A-Za-z0-9+.-])https?$", re.I)
LONGEST_SCHEME = 7
"""Letters that are looked at before the colon: those of a scheme, and one more."""
SHORTENERS = r"(?:wa\.me|bit\.ly|s\.id|forms\.gle|t\.me|linktr\.ee|tinyurl\.com|maps\.app\.goo\.gl)/"
OTHER = re.compile(r"<(?!(?:https?|mailto|tel):)[A-Za-z][A-Za-z0-9.+-]{1,31}:[^<>\x00-\x20]*>", re.I)
"""What CommonMark takes for an address in brackets, and people type as words: `<nama:alamat>`."""
BARE = re.compile(
    rf"(?<![\w@./-])(?:www\.(?=[\w-]+\.){ADDRESS}|{SHORTENERS}{ADDRESS}|(?:[a-z0-9-]+\.)+go\.id\b(?:/{ADDRESS})?)"
    r"|(?<![\w.+@-])[\w.+-]{1,64}@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+",
    re.I,
)
CLOCK = r"\d{1,2}[.:]\d{2}"
ZONE = r"(?:\s(?:WIB|WITA|WIT))?"
TIME = re.compile(
    rf"(?<![\w.,:/-]){CLOCK}{ZONE}(?:\s?(?:[–—-]|s\.?/?d\.?|sampai)\s?(?:{CLOCK}|selesai){ZONE})?(?![\w:/])"
)
ENDS = ".,;:!?*_~'…"
TARGET = re.compile(r"\]\((?P<address>(?!<)[^()<>\"“”\n]*[^()<>\"“”\n ] [^()<>\"“”\n]*)\)")
GAP = re.compile(r"(?<=\]) \((?=(?:https?://|www\.|mailto:|tel:|#|[\w/-]+\.md)[^\s()]*\))", re.I)
LONG = 30
"""Longer addresses don't fit on a line of a phone, so they may break."""
RUN = re.compile(r"\d{25}")
"""No text with so many digits in a row is searched for telephones: it would take very long."""
WORTH = re.compile(r"\d[.:]?\d|\w[.@]\w")
"""What any of them has: two digits, or a dot or @ within a word."""
WHERE = "telepon"
"""Under which what is known of a district's telephones stands."""
WHOLE = "utuh"
"""The class of what stays on one line."""
KEPT_WHOLE = f'<span class="{WHOLE}">'
"""How a page begins what it keeps on one line itself."""


@dataclass(frozen=True)
class Found:
    """What was found in a text, from `start` to `end`: an address that it leads to, or "" for what only stays whole."""

    start: int
    end: int
    address: str = ""


Finder = Callable[[str, Dialling], Iterator[Found]]


def links(parser: MarkdownIt) -> None:
    """Let a parser find addresses, telephones and times."""
    parser.core.ruler.before("inline", "alamat_berspasi", _mend)
    parser.inline.ruler.before("html_inline", "alamat_situs", _site)
    parser.inline.ruler.before("autolink", "bukan_alamat", _no_address)
    parser.core.ruler.after("text_join", "alamat", _find_addresses)
    parser.core.ruler.after("nilai_kembali", "nomor_dan_jam", _find_numbers)


def _find_addresses(state: StateCore) -> None:
    _find(state, (_addresses,), ())


def _find_numbers(state: StateCore) -> None:
    _find(state, (_numbers, _times), (_times,))


def _find(state: StateCore, finders: Sequence[Finder], within: Sequence[Finder]) -> None:
    """Search words; those of a link for what is found `within` one."""
    where = state.env.get(WHERE, Dialling())
    for token in state.tokens:
        if token.children:
            token.children = list(_searched(token.children, where, finders, within))


def _mend(state: StateCore) -> None:
    for token in state.tokens:
        if token.type == "inline" and "](" in token.content.replace(") (", ""):
            token.content = TARGET.sub(
                lambda found: f"]({found['address'].strip().replace(' ', '%20')})", token.content
            )
        if token.type == "inline" and "] (" in token.content:
            token.content = GAP.sub("(", token.content)


def _site(state: StateInline, silent: bool) -> bool:
    """An address with its scheme, found at its colon."""
    at = state.pos
    if not state.src.startswith("://", at) or state.linkLevel:
        return False
    begun = BEFORE.search(state.src[max(0, at - LONGEST_SCHEME) : at])
    found = SCHEMED.match(state.src, at + 1) if begun else None
    if not begun or not found or not state.pending.endswith(begun[0]):
        return False
    written = trimmed(found[0])
    rest = written.replace("&amp;", "&")
    shown = f"{begun[0]}:{rest}"
    if len(shown) < len(begun[0]) + 4:
        return False
    if not silent:
        state.pending = state.pending[: -len(begun[0])]
        address = f"{begun[0].lower()}:{rest}"
        for token in _link(state.md.normalizeLink(address), shown):
            pushed = state.push(token.type, token.tag, token.nesting)
            pushed.content, pushed.attrs, pushed.markup, pushed.info = (
                token.content,
                token.attrs,
                token.markup,
                token.info,
            )
    state.pos += 1 + len(written)
    return True


def _no_address(state: StateInline, silent: bool) -> bool:
    """Words in brackets with a colon, which lead nowhere."""
    found = OTHER.match(state.src, state.pos)
    if not found:
        return False
    if not silent:
        state.pending += found[0]
    state.pos = found.end()
    return True


def trimmed(address: str) -> str:
    """An address without what belongs to the sentence around it."""
    while address and (address[-1] in ENDS or (address[-1] in ")]" and address.count(")") > address.count("("))):
        address = address[:-1]
    return address


def _link(address: str, shown: str) -> list[Token]:
    opening = Token("link_open", "a", 1, {"href": address}, markup="linkify", info="auto")
    if len(shown) <= LONG:
        opening.attrs["class"] = WHOLE
    return [opening, Token("text", "", 0, content=shown), Token("link_close", "a", -1, markup="linkify", info="auto")]


def _searched(
    children: list[Token], where: Dialling, finders: Sequence[Finder], within: Sequence[Finder]
) -> Iterator[Token]:
    depth, before = 0, ""
    for child in children:
        depth += child.nesting if child.type in ("link_open", "link_close") else 0
        if child.type != "text" or not WORTH.search(child.content):
            yield child
        else:
            sought = within if depth else finders
            yield from _parted(child, where, [one for one in sought if one is not _times or before != KEPT_WHOLE])
        before = child.content


def _parted(token: Token, where: Dialling, finders: Sequence[Finder]) -> Iterator[Token]:
    """A text with what the first finder finds in it; the others search what is left."""
    if not finders:
        yield token
        return
    end = 0
    for found in finders[0](token.content, where):
        yield from _parted(_text(token.content[end : found.start]), where, finders[1:])
        yield from _marked(token.content[found.start : found.end], found.address)
        end = found.end
    rest = token.content[end:]
    if rest or not end:
        yield from _parted(_text(rest), where, finders[1:])


def _text(content: str) -> Token:
    return Token("text", "", 0, content=content)


def _marked(shown: str, address: str) -> list[Token]:
    if address:
        return _link(address, shown)
    return [Token("span_open", "span", 1, {"class": WHOLE}), _text(shown), Token("span_close", "span", -1)]


def _addresses(text: str, _: Dialling) -> Iterator[Found]:
    for found in BARE.finditer(text) if "." in text else ():
        shown = trimmed(found[0])
        scheme = "mailto:" if "@" in shown and "/" not in shown else "https://"
        yield Found(found.start(), found.start() + len(shown), f"{scheme}{shown}")


def _numbers(text: str, where: Dialling) -> Iterator[Found]:
    for found in find_telephones(text, where) if not RUN.search(text) else ():
        yield Found(found.start, found.end, found.number.tel)


def _times(text: str, _: Dialling) -> Iterator[Found]:
    """Times with an end or a zone; one alone has nowhere to break."""
    for found in TIME.finditer(text):
        if len(found[0]) > len("00.00"):
            yield Found(found.start(), found.end())


def leads_somewhere(text: str) -> bool:
    """Whether an address or a telephone is found in words."""
    anywhere = Dialling()
    return any(next(finder(text, anywhere), None) for finder in (_addresses, _numbers))


def kept_whole(text: str) -> str:
    """Words in which nothing but times is found, as HTML."""
    found, end = "", 0
    for one in _times(text, Dialling()):
        found += f"{text[end : one.start]}{KEPT_WHOLE}{text[one.start : one.end]}</span>"
        end = one.end
    return found + text[end:]
