"""The text of a YAML file and what it is to say -> the text that says it, in which nothing else has changed.

PyYAML tells where nodes stand; only what differs is written anew, so comments, order, quotes, line ends and a BOM stay.
The result is read again and compared: a layout that is not foreseen is refused, and changes nothing.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from functools import cached_property
from typing import Any

import yaml

from selebaran.model.problem import ProblemsFound
from selebaran.read.splice import BOM, COMMENT, UnusualLayout, comments_of, last_of, line_end
from selebaran.read.strict_yaml import EMPTY, read_yaml
from selebaran.read.yaml_lines import PEOPLE, Style, flow, item_lines, lines_of, scalar

Pairs = list[tuple[yaml.Node, yaml.Node]]


def rewritten(text: str, wanted: Mapping[str, Any], label: str, style: Style = PEOPLE) -> str:
    """The text, changed so that it reads as `wanted`: texts, None, lists and mappings. A new key stands behind the one
    that it follows there. Raises `UnusualLayout` where that can't be had without touching anything else,
    and `ProblemsFound` where what is wanted has letters that no file may have."""
    mark = BOM if text.startswith(BOM) else ""
    body = text.removeprefix(BOM)
    try:
        fresh = mark + _Rewriter(body, style).rewritten(wanted, label)
    except yaml.YAMLError:
        raise UnusualLayout(label) from None
    again, problems = read_yaml(fresh.encode(), label)
    if again is None:
        raise ProblemsFound(tuple(problems))
    if again.data != wanted:
        raise UnusualLayout(_first_difference(again.data, wanted) or label)
    return fresh


def without_entries(text: str, key: str, gone: Collection[int], label: str) -> str:
    """The text without the lines of some entries of a list: these, also where others read the same."""
    mark = BOM if text.startswith(BOM) else ""
    rewriter = _Rewriter(text.removeprefix(BOM), PEOPLE)
    node = _list_of(rewriter.text, key)
    for number in gone:
        rewriter.remove_item(node, number)
    fresh = mark + rewriter.changed()
    before, after = _data(text, label), _data(fresh, label)
    rest = [entry for number, entry in enumerate(before[key]) if number not in gone]
    if after != {**before, key: rest or None}:
        raise UnusualLayout(key)
    return fresh


def _data(text: str, label: str) -> Mapping[str, Any]:
    source, _ = read_yaml(text.encode(), label)
    return source.data if source else {}


def _list_of(text: str, key: str) -> yaml.SequenceNode:
    """The list under a key, in lines of its own."""
    root = yaml.compose(text, Loader=yaml.SafeLoader)
    node = next((value for name, value in getattr(root, "value", ()) if _name(name) == key), None)
    if not isinstance(node, yaml.SequenceNode) or node.flow_style:
        raise UnusualLayout(key)
    return node


def _first_difference(read: Mapping[str, Any], wanted: Mapping[str, Any]) -> str:
    return next((key for key in {**wanted, **read} if read.get(key) != wanted.get(key)), "")


def _plain(node: yaml.Node) -> Any:
    """What this project's reader makes of a node."""
    if isinstance(node, yaml.MappingNode):
        return {_name(key): _plain(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [_plain(one) for one in node.value]
    text = unicodedata.normalize("NFC", node.value)
    return None if getattr(node, "style", None) is None and text in EMPTY else text


def _name(key: yaml.Node) -> str:
    return unicodedata.normalize("NFC", str(key.value))


def _told(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


@dataclass
class _Rewriter:
    """A text while its changes are gathered."""

    text: str
    style: Style
    parts: list[tuple[int, int, str]] = field(default_factory=list)

    def rewritten(self, wanted: Mapping[str, Any], label: str) -> str:
        """The text with all changes, the last of them first."""
        root = yaml.compose(self.text, Loader=yaml.SafeLoader)
        if root is None or (isinstance(root, yaml.ScalarNode) and _plain(root) is None):
            return self._begun(wanted)
        if not isinstance(root, yaml.MappingNode):
            raise UnusualLayout(label)
        self._mapping(root, wanted)
        return self.changed()

    def changed(self) -> str:
        """The text with the changes that were gathered."""
        end_of_line = "\r\n" if "\r\n" in self.text else "\n"
        text = self.text
        order = sorted(enumerate(self.parts), key=lambda one: (one[1][0], one[1][1], one[0]), reverse=True)
        for _, (start, end, part) in order:
            text = text[:start] + part.replace("\n", end_of_line) + text[end:]
        return text

    def _begun(self, wanted: Mapping[str, Any]) -> str:
        """A text that has remarks at most, with everything below them."""
        end_of_line = "\r\n" if "\r\n" in self.text else "\n"
        start = self.text if not self.text or self.text.endswith("\n") else self.text + end_of_line
        return start + "".join(f"{line}{end_of_line}" for line in lines_of(wanted, self.style))

    def _put(self, start: int, end: int, part: str) -> None:
        self.parts.append((start, end, part))

    def _change(self, node: yaml.Node, wanted: Any, column: int, after: int, *, in_flow: bool) -> None:
        """Change the value that stands behind a key or a dash, which ends at `after`; `column` is that of what it would
        hold."""
        present = _plain(node)
        if present == wanted:
            return
        if isinstance(present, str) and isinstance(wanted, str):
            self._put(node.start_mark.index, last_of(self.text, node), self._scalar(wanted, column, node, in_flow))
        elif not (present and self._within(node, wanted)):
            self._replace(node, wanted, column, after, in_flow=in_flow)

    def _within(self, node: yaml.Node, wanted: Any) -> bool:
        """Change what a mapping or a list holds, where it stays one; False where it doesn't."""
        if isinstance(node, yaml.MappingNode) and isinstance(wanted, dict) and wanted:
            self._mapping(node, wanted)
        elif isinstance(node, yaml.SequenceNode) and not isinstance(wanted, str | dict):
            self._sequence(node, wanted or [])
        else:
            return False
        return True

    def _scalar(self, text: str, column: int, node: yaml.Node, in_flow: bool) -> str:
        """A text in the place of another, in the quotes that it had."""
        if in_flow or len(text) + column < self.style.width:
            quote = getattr(node, "style", None)
            return scalar(text, self.style, quote=quote if quote in ("'", '"') else None, in_flow=in_flow)
        first, *rest = lines_of({"k": text}, self.style, column - 2)
        return "\n".join([first.removeprefix("k: "), *(f"{' ' * (column - 2)}{line}" for line in rest)])

    def _replace(self, node: yaml.Node, wanted: Any, column: int, after: int, *, in_flow: bool) -> None:
        """Put something of another kind in the place of a value."""
        start, end = node.start_mark.index, last_of(self.text, node)
        if any(comments_of(self.text[:end], start, node)):
            raise UnusualLayout(self.text[max(after - 40, 0) : after].split("\n")[-1].strip(" :-"))
        if in_flow:
            self._put(start, end, flow(wanted, self.style))
        elif wanted is None or isinstance(wanted, str) or not wanted:
            written = flow(wanted, self.style) if wanted == [] or wanted == {} else self._scalar_or_none(wanted)
            self._put(after, max(end, after), f" {written}" if written else "")
        else:
            self._put(after, max(end, after), "")
            below = line_end(self.text, max(end, after))
            self._put(below, below, self._below(wanted, column))

    def _scalar_or_none(self, wanted: str | None) -> str:
        return "" if wanted is None else scalar(wanted, self.style)

    def _below(self, wanted: Any, column: int) -> str:
        if isinstance(wanted, list):
            column += self.style.indent - 2
        return "".join(f"\n{' ' * column}{line}" for line in lines_of(wanted, self.style, column))

    def _mapping(self, node: yaml.MappingNode, wanted: Mapping[str, Any]) -> None:
        pairs: dict[str, tuple[yaml.Node, yaml.Node]] = {_name(key): (key, value) for key, value in node.value}
        column = node.start_mark.column
        before: tuple[yaml.Node, yaml.Node] | None = None
        for name, value in wanted.items():
            if name in pairs:
                before = pairs[name]
                self._change(before[1], value, column + 2, self._colon(before), in_flow=bool(node.flow_style))
            else:
                self._add(node, before or node.value[0], name, value)
        for name in pairs.keys() - wanted.keys():
            self._remove_key(node, pairs[name])

    def _colon(self, pair: tuple[yaml.Node, yaml.Node]) -> int:
        """Behind the colon of a key."""
        return self.text.index(":", pair[0].end_mark.index) + 1

    def _add(self, node: yaml.MappingNode, before: tuple[yaml.Node, yaml.Node], name: str, value: Any) -> None:
        if node.flow_style:
            at = max(last_of(self.text, before[1]), self._colon(before))
            self._put(at, at, f", {flow({name: value}, self.style)[1:-1]}")
            return
        at = line_end(self.text, max(last_of(self.text, before[1]), self._colon(before)))
        self._put(at, at, self._below({name: value}, node.start_mark.column))

    def _remove_key(self, node: yaml.MappingNode, pair: tuple[yaml.Node, yaml.Node]) -> None:
        start = self.text.rfind("\n", 0, pair[0].start_mark.index) + 1
        if node.flow_style or self.text[start : pair[0].start_mark.index].strip():
            raise UnusualLayout(_name(pair[0]))
        end = max(last_of(self.text, pair[1]), self._colon(pair))
        self._put(start, self._next_line(end), "")

    def _next_line(self, at: int) -> int:
        return min(len(self.text), self.text.find("\n", at) + 1 or len(self.text))

    def _sequence(self, node: yaml.SequenceNode, wanted: list[Any]) -> None:
        if node.flow_style:
            self._put(node.start_mark.index, node.end_mark.index, self._in_brackets(node, wanted))
            return
        told = [_told(_plain(one)) for one in node.value]
        matcher = SequenceMatcher(None, told, [_told(one) for one in wanted], autojunk=False)
        for kind, first, last, since, until in matcher.get_opcodes():
            if kind == "equal":
                continue
            both = min(last - first, until - since)
            for number in range(both):
                self._change_item(node, first + number, wanted[since + number])
            for number in range(first + both, last):
                self.remove_item(node, number)
            self._insert(node, first + both if last > first + both else last, wanted[since + both : until])

    def _in_brackets(self, node: yaml.SequenceNode, wanted: list[Any]) -> str:
        """A list in brackets, in which what stays has its own letters."""
        start, end = node.start_mark.index, node.end_mark.index
        if any(comments_of(self.text[:end], start, node)):
            raise UnusualLayout(self.text[max(start - 40, 0) : start].split("\n")[-1].strip(" :-"))
        kept = {_told(_plain(one)): self.text[one.start_mark.index : one.end_mark.index].strip() for one in node.value}
        return "[" + ", ".join(kept.get(_told(one)) or flow(one, self.style) for one in wanted) + "]"

    def _change_item(self, node: yaml.SequenceNode, number: int, wanted: Any) -> None:
        column, dash = node.start_mark.column, self._dash(node, number)
        self._change(node.value[number], wanted, column + 2, dash + 1, in_flow=False)

    def _insert(self, node: yaml.SequenceNode, number: int, entries: list[Any]) -> None:
        """Put entries before one of a list, or behind its last; they are written at its column."""
        column = node.start_mark.column
        blank = f"\n{' ' * column}"
        lines = [line for one in entries for line in item_lines(one, self.style, column)]
        if not lines:
            return
        if number < len(node.value):
            at = self._dash(node, number)
            self._put(at, at, blank.join(lines) + blank)
        else:
            at = line_end(self.text, max(last_of(self.text, node), self._dash(node, number - 1)))
            self._put(at, at, "".join(f"{blank}{line}" for line in lines))

    @cached_property
    def _dashes(self) -> list[tuple[int, int]]:
        """The index and column of every dash of a list."""
        marks = (one.start_mark for one in yaml.scan(self.text) if isinstance(one, yaml.BlockEntryToken))
        return [(mark.index, mark.column) for mark in marks]

    def _dash(self, node: yaml.SequenceNode, number: int) -> int:
        column, start = node.start_mark.column, node.value[number].start_mark.index
        return [index for index, at in self._dashes if at == column and index <= start][-1]

    def remove_item(self, node: yaml.SequenceNode, number: int) -> None:
        """Take the lines of an entry away."""
        dash = self._dash(node, number)
        start = self.text.rfind("\n", 0, dash) + 1
        if self.text[start:dash].strip():
            raise UnusualLayout("")
        self._put(start, self._next_line(max(last_of(self.text, node.value[number]), dash)), "")


def remarks(text: str) -> Iterator[str]:
    """Every remark of a file, in its order."""
    root = yaml.compose(text.removeprefix(BOM), Loader=yaml.SafeLoader)
    body = text.removeprefix(BOM)
    if root is None:
        yield from (found[0].rstrip() for found in COMMENT.finditer(body))
    else:
        yield from comments_of(body, 0, root)
