"""Entries of a list taken out of the text of a YAML file, added to it or given a value: the rest stays as it is.

PyYAML tells where nodes stand; what somebody wrote around them (order, comments, quotes, line ends) is never written
anew. Who calls reads the result again and compares: a layout that is not foreseen is refused, and changes nothing.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence

import yaml

BOM = "\ufeff"
COMMENT = re.compile(r"(?:^|(?<=\s))#[^\r\n]*", re.M)
BARE_KEY = re.compile(r"(:)[ \t]*(?:\[[ \t]*\])?[ \t]*(?=$|[\r\n]|[ \t]#)")
"""The rest of the line of a key without a value, or with an empty list."""


class UnusualLayout(Exception):
    """The list is written in a way in which it can't be changed without touching what isn't to be changed."""


def without_entries(text: str, key: str, gone: Collection[int]) -> str:
    """The text without the lines of some entries of a list."""
    spans = [_lines_of(text, key, index) for index in sorted(gone)]
    for start, end in reversed(spans):
        text = text[:start] + text[end:]
    return text


def comments_in(text: str, key: str, index: int) -> tuple[str, ...]:
    """What somebody noted within an entry."""
    start, end = _lines_of(text, key, index)
    scalars = [(node.start_mark.index, node.end_mark.index) for node in _scalars(_list(text, key).value[index])]
    return tuple(_comments(text[:end], start, scalars))


def _comments(text: str, at: int, scalars: Sequence[tuple[int, int]]) -> Iterator[str]:
    """The comments of a text from a place on; a number sign within a scalar begins none."""
    while found := COMMENT.search(text, at):
        at = next((end for begin, end in scalars if begin <= found.start() < end), found.end())
        if at == found.end():
            yield found[0].rstrip()


def with_entries(text: str, key: str, entries: Sequence[Sequence[str]]) -> str:
    """The text with entries behind the last of a list, which may be empty, or not be there; each entry is its lines,
    as they stand behind the dash."""
    end_of_line = "\r\n" if "\r\n" in text else "\n"
    node = _list_or_none(text, key)
    if isinstance(node, yaml.SequenceNode) and node.value and not node.flow_style:
        at, column = _line_end(text, last_of(text, node)), node.start_mark.column
        return text[:at] + _written(entries, column, end_of_line) + text[at:]
    if node is None:
        start = "" if not text or text.endswith("\n") else end_of_line
        return f"{text}{start}{key}:{_written(entries, 2, end_of_line)}{end_of_line}"
    if node.value:
        raise UnusualLayout(key)
    return _filled(text, key, _written(entries, 2, end_of_line))


def with_scalars(text: str, key: str, index: int, name: str, values: Mapping[str, str]) -> str:
    """The text with a mapping of plain scalars under a key of an entry: below its other keys, or in place of the values
    that it has there already."""
    entry = _list(text, key).value[index]
    if not isinstance(entry, yaml.MappingNode) or entry.flow_style:
        raise UnusualLayout(key)
    there = next((value for own, value in entry.value if own.value == name), None)
    if there is None:
        end_of_line, indent = "\r\n" if "\r\n" in text else "\n", " " * entry.start_mark.column
        lines = [f"{name}:", *(f"  {one}: {value}" for one, value in values.items())]
        at = _line_end(text, last_of(text, entry))
        return text[:at] + "".join(f"{end_of_line}{indent}{line}" for line in lines) + text[at:]
    return _refilled(text, name, there, values)


def _refilled(text: str, name: str, node: yaml.Node, values: Mapping[str, str]) -> str:
    """The text with other scalars in a mapping that has the same keys."""
    pairs = node.value if isinstance(node, yaml.MappingNode) else []
    nodes = {own.value: value for own, value in pairs if isinstance(value, yaml.ScalarNode)}
    if nodes.keys() != values.keys():
        raise UnusualLayout(name)
    for one, scalar in reversed(nodes.items()):
        text = text[: scalar.start_mark.index] + values[one] + text[scalar.end_mark.index :]
    return text


def _filled(text: str, key: str, lines: str) -> str:
    """The text with lines below a key that has no value yet."""
    mark = next(name for name, _ in _top(text) if name.value == key).end_mark.index
    found = BARE_KEY.match(text, mark)
    if found is None:
        raise UnusualLayout(key)
    at = _line_end(text, found.end())
    return f"{text[:mark]}:{text[found.end() : at]}{lines}{text[at:]}"


def _written(entries: Sequence[Sequence[str]], column: int, end_of_line: str) -> str:
    lines = [f"{'- ' if number == 0 else '  '}{line}" for entry in entries for number, line in enumerate(entry)]
    return "".join(f"{end_of_line}{' ' * column}{line}" for line in lines)


def _top(text: str) -> list[tuple[yaml.Node, yaml.Node]]:
    root = yaml.compose(text, Loader=yaml.SafeLoader)
    if root is None:
        return []
    if not isinstance(root, yaml.MappingNode) or root.flow_style:
        raise UnusualLayout("")
    return list(root.value)


def _list_or_none(text: str, key: str) -> yaml.Node | None:
    return next((value for name, value in _top(text) if name.value == key), None)


def _list(text: str, key: str) -> yaml.SequenceNode:
    node = _list_or_none(text, key)
    if not isinstance(node, yaml.SequenceNode) or node.flow_style:
        raise UnusualLayout(key)
    return node


def _lines_of(text: str, key: str, index: int) -> tuple[int, int]:
    """Where the lines of an entry begin and end, the dash and the end of the last line with them."""
    node = _list(text, key)
    column, entry = node.start_mark.column, node.value[index]
    tokens = (one.start_mark for one in yaml.scan(text) if isinstance(one, yaml.BlockEntryToken))
    dashes = [mark.index for mark in tokens if mark.column == column and mark.index <= entry.start_mark.index]
    start = text.rfind("\n", 0, dashes[-1]) + 1
    if text[start : dashes[-1]].strip():
        raise UnusualLayout(key)
    return start, min(len(text), text.find("\n", last_of(text, entry)) + 1 or len(text))


def last_of(text: str, node: yaml.Node) -> int:
    """Behind the last letter of a node: its own mark lies behind the empty lines and comments that follow it."""
    if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        return last_of(text, last[1] if isinstance(last, tuple) else last)
    start, end = node.start_mark.index, node.end_mark.index
    return start + len(text[start:end].rstrip())


def _line_end(text: str, at: int) -> int:
    found = text.find("\n", at)
    end = len(text) if found < 0 else found
    return end - 1 if text[end - 1 : end] == "\r" else end


def _scalars(node: yaml.Node) -> Iterator[yaml.ScalarNode]:
    if isinstance(node, yaml.ScalarNode):
        yield node
    for part in node.value if isinstance(node, yaml.CollectionNode) else ():
        for one in part if isinstance(part, tuple) else (part,):
            yield from _scalars(one)
