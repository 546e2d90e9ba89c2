"""Where things stand in the text of a YAML file: the last letter of a node, the end of a line, what somebody noted."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import yaml

BOM = "\ufeff"
COMMENT = re.compile(r"(?:^|(?<=\s))#[^\r\n]*", re.M)


class UnusualLayout(Exception):
    """The file is written in a way in which it can't be changed without touching what isn't to be changed; the key, or
    the file, where that is."""


def comments_of(text: str, at: int, node: yaml.Node) -> Iterator[str]:
    """The comments of a text from a place on; a number sign within a scalar of the node begins none."""
    scalars = [(one.start_mark.index, one.end_mark.index) for one in _scalars(node)]
    while found := COMMENT.search(text, at):
        within = next((end for begin, end in scalars if begin <= found.start() < end), None)
        at = within or found.end()
        if within is None:
            yield found[0].rstrip()


def comments_in(text: str, key: str, index: int) -> tuple[str, ...]:
    """What somebody noted within an entry of a list."""
    entry = _entry(text, key, index)
    return tuple(comments_of(text[: line_end(text, last_of(text, entry))], entry.start_mark.index, entry))


def with_notes(text: str, key: str, index: int, notes: Sequence[str]) -> str:
    """The text with remarks below an entry of a list, at the column of its keys."""
    mark = BOM if text.startswith(BOM) else ""
    body = text.removeprefix(BOM)
    entry = _entry(body, key, index)
    end_of_line = "\r\n" if "\r\n" in body else "\n"
    at = line_end(body, last_of(body, entry))
    lines = "".join(f"{end_of_line}{' ' * entry.start_mark.column}{note}" for note in notes)
    return f"{mark}{body[:at]}{lines}{body[at:]}"


def _entry(text: str, key: str, index: int) -> yaml.Node:
    root = yaml.compose(text, Loader=yaml.SafeLoader)
    pairs = root.value if isinstance(root, yaml.MappingNode) else ()
    node = next((value for name, value in pairs if name.value == key), None)
    if not isinstance(node, yaml.SequenceNode) or node.flow_style:
        raise UnusualLayout(key)
    entry: yaml.Node = node.value[index]
    return entry


def last_of(text: str, node: yaml.Node) -> int:
    """Behind the last letter of a node: its own mark lies behind the empty lines and comments that follow it."""
    if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        return last_of(text, last[1] if isinstance(last, tuple) else last)
    start, end = node.start_mark.index, node.end_mark.index
    return start + len(text[start:end].rstrip())


def line_end(text: str, at: int) -> int:
    """The end of the line of a place, before the letters that end it."""
    found = text.find("\n", at)
    end = len(text) if found < 0 else found
    return end - 1 if text[end - 1 : end] == "\r" else end


def _scalars(node: yaml.Node) -> Iterator[yaml.ScalarNode]:
    if isinstance(node, yaml.ScalarNode):
        yield node
    for part in node.value if isinstance(node, yaml.CollectionNode) else ():
        for one in part if isinstance(part, tuple) else (part,):
            yield from _scalars(one)
