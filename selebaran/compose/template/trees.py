"""Templates, parsed once for all who look at them: the checks of what they name, and then who compiles them.

To parse takes as long as to compile what was parsed. A tree lies here from the first look at it until it is compiled,
which changes it; one that nobody compiles goes when `MOST` others came.
"""

from __future__ import annotations

from typing import TypeVar

from jinja2 import nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment

from selebaran.jobs.plain import is_plain

N = TypeVar("N", bound=nodes.Node)
MOST = 2048
_Key = tuple[str, str]


class Tree:
    """A parsed template, walked through once."""

    def __init__(self, root: nodes.Template) -> None:
        self.root = root
        self._every = tuple(root.find_all(nodes.Node))

    def find_all(self, kinds: type[N] | tuple[type[N], ...]) -> list[N]:
        """As Jinja's."""
        return [node for node in self._every if isinstance(node, kinds)]


_TREES: dict[_Key, Tree] = {}


def is_there(environment: ParsedOnceEnvironment, text: str) -> bool:
    """Whether somebody looked at a text whom nobody followed yet who compiled it."""
    return (environment.comment_start_string, text) in _TREES


def forget() -> None:
    """Know none any more."""
    _TREES.clear()


class ParsedOnceEnvironment(ImmutableSandboxedEnvironment):
    """An environment that compiles what was parsed already. Environments differ in how they part a text by the signs of
    remarks alone."""

    def tree_of(self, text: str) -> Tree:
        """A parsed text, which nobody changes. Raises what Jinja raises."""
        key = self.comment_start_string, text
        if (tree := _TREES.get(key)) is None:
            tree = Tree(self.parse(text))
            if not is_plain():
                if len(_TREES) >= MOST:
                    del _TREES[next(iter(_TREES))]
                _TREES[key] = tree
        return tree

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        """As Jinja's, for who compiles; the tree is theirs from now on."""
        tree = None if is_plain() else _TREES.pop((self.comment_start_string, source), None)
        return tree.root if tree else super()._parse(source, name, filename)
