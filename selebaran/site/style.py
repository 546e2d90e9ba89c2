"""The one stylesheet of a site: the theme's rules that may apply, and ours, without what only those who read them need.

It is cut once for all districts, from what pages are drawn with: a rule of the theme stays where each class, id and
attribute that it asks for is a word of the templates and scripts. So states (hover, focus, print, forced colours) stay
with what they belong to. Whether a page has more than those words, `needed` says of each built site (site/links.py).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import tinycss2

from selebaran.jobs.recalled import remembered

Needs = frozenset[str]
"""What an element must have for a selector: ".class", "#id", "[attribute]". Tags count as always there."""
WORD = re.compile(r"[\w-]+")
ASKED = re.compile(r"var\(\s*(--[\w-]+)")
GROUPS = frozenset(("media", "supports", "layer", "container"))
"""At-rules that hold rules."""
DROPPED = frozenset(("charset", "import"))
BEGIN = "\0"
"""Stands before a custom property until it is known whether anything asks for it: its value may hold any sign."""
OWN = re.compile(f'{BEGIN}(--[\\w-]+):(?:"[^"]*"|[^;}}"])*;?')
MOVES = re.compile(r"animation(?:-name)?:([^;}]*)")
FRAMES = re.compile(r"@keyframes ([\w-]+)\{(?:[^{}]*\{[^{}]*\})*\}")
EMPTY = re.compile(r"(?<=[{}])[^{}]+\{\}|^[^{}]+\{\}")


@dataclass(frozen=True)
class Style:
    """A stylesheet as it is sent, and what each selector needs that was left out."""

    text: str
    left_out: frozenset[Needs]


def style_of(theme: Iterable[str], own: Iterable[str], drawn_with: Iterable[str]) -> Style:
    """The stylesheet of the theme's sheets and ours, for pages that are drawn with these templates and scripts."""
    words = frozenset(word for text in drawn_with for word in _words(text))
    return _style(tuple(theme), tuple(own), words)


def needed(style: Style, found: frozenset[str]) -> list[Needs]:
    """What pages with these classes, ids and attributes need of the rules that were left out, the least of each."""
    all_needs = [needs for needs in style.left_out if needs <= found]
    return sorted((one for one in all_needs if not any(other < one for other in all_needs)), key=sorted)


@remembered(256)
def _words(text: str) -> frozenset[str]:
    return frozenset(WORD.findall(text))


@remembered(4)
def _style(theme: tuple[str, ...], own: tuple[str, ...], words: frozenset[str]) -> Style:
    left_out: set[Needs] = set()

    def may_apply(needs: Needs) -> bool:
        if all(name.strip(".#[]") in words for name in needs):
            return True
        left_out.add(needs)
        return False

    rules = [rule for sheet in theme for rule in _rules(_parsed(sheet), may_apply)]
    rules += [rule for sheet in own for rule in _rules(_parsed(sheet), lambda needs: True)]
    return Style(_without_unused("".join(rules)), frozenset(left_out))


def _parsed(sheet: str) -> list[Any]:
    return list(tinycss2.parse_stylesheet(sheet, skip_comments=True, skip_whitespace=True))


def _rules(nodes: Iterable[Any], may_apply: Callable[[Needs], bool]) -> Iterator[str]:
    """The rules that stay, each as short as may be."""
    for node in nodes:
        if node.type == "qualified-rule":
            yield _styled(node, may_apply)
        elif node.type == "at-rule":
            yield _at_rule(node, may_apply)


def _styled(node: Any, may_apply: Callable[[Needs], bool]) -> str:
    selectors = [one for one in _split(node.prelude) if may_apply(_needs(one))]
    body = _declarations(node.content)
    return f"{','.join(_selector(one) for one in selectors)}{{{body}}}" if selectors and body else ""


def _at_rule(node: Any, may_apply: Callable[[Needs], bool]) -> str:
    begin = f"@{node.at_keyword} {_value(node.prelude)}"
    if node.lower_at_keyword in GROUPS and node.content is not None:
        inside = "".join(_rules(tinycss2.parse_rule_list(node.content, True, True), may_apply))
        return f"{begin}{{{inside}}}" if inside else ""
    return "" if node.lower_at_keyword in DROPPED else f"{begin}{{{_block(node.content or [])}}}"


def _split(prelude: Iterable[Any]) -> Iterator[list[Any]]:
    """The selectors of a list."""
    one: list[Any] = []
    for token in prelude:
        if token == ",":
            yield one
            one = []
        else:
            one.append(token)
    yield one


def _needs(selector: Iterable[Any]) -> Needs:
    """What must be there, outside of what stands in brackets (`:is(…)`, `:not(…)`)."""
    found: set[str] = set()
    before = ""
    for token in selector:
        if token.type == "ident" and before == ".":
            found.add(f".{token.value}")
        elif token.type == "hash":
            found.add(f"#{token.value}")
        elif token.type == "[] block":
            found |= {f"[{part.lower_value}]" for part in token.content[:1] if part.type == "ident"}
        before = token.value if token.type == "literal" else ""
    return frozenset(found)


def _selector(tokens: Iterable[Any]) -> str:
    return re.sub(r" ?([>~+,]) ?", r"\1", _value(tokens))


def _declarations(content: Iterable[Any]) -> str:
    parts = tinycss2.parse_blocks_contents(content, skip_comments=True, skip_whitespace=True)
    return "".join(f"{_declaration(part)};" for part in parts if part.type == "declaration")


def _declaration(part: Any) -> str:
    mark = BEGIN if part.name.startswith("--") else ""
    return f"{mark}{part.name}:{_value(part.value)}{'!important' if part.important else ''}"


def _block(content: Iterable[Any]) -> str:
    """What stands in another at-rule: declarations (`@page`), or rules (`@keyframes`)."""
    parts = tinycss2.parse_blocks_contents(content, skip_comments=True, skip_whitespace=True)
    if any(part.type == "qualified-rule" for part in parts):
        return "".join(_rules((part for part in parts if part.type == "qualified-rule"), lambda needs: True))
    return ";".join(_declaration(part) for part in parts if part.type == "declaration")


def _value(tokens: Iterable[Any]) -> str:
    """Tokens as text, with one blank where there were some, and none at the ends and behind a comma."""
    shown = [""]
    for token in tokens:
        if token.type == "whitespace":
            shown += [] if shown[-1] in ("", ",", " ") else [" "]
        elif token.type != "comment":
            shown.append(_small(token))
    return "".join(shown).strip()


def _small(token: Any) -> str:
    if token.type == "function":
        return f"{token.name}({_value(token.arguments)})"
    if token.type in ("() block", "[] block"):
        return f"{token.type[0]}{_value(token.content)}{token.type[1]}"
    return str(token.serialize())


def _without_unused(text: str) -> str:
    """The sheet without custom properties and animations for which nothing asks."""
    while text != (fewer := _asked_for(text)):
        text = fewer
    moves = set(WORD.findall(" ".join(MOVES.findall(text))))
    text = FRAMES.sub(lambda found: found[0] if found[1] in moves else "", text)
    text = text.replace(BEGIN, "").replace(";}", "}")
    while text != (fewer := EMPTY.sub("", text)):
        text = fewer
    return text


def _asked_for(text: str) -> str:
    asked = set(ASKED.findall(text))
    return OWN.sub(lambda found: found[0] if found[1] in asked else "", text)
