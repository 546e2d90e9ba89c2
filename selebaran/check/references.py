"""What a template names in all of its branches: facts, fields, drawings, other templates. And what doesn't exist."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

import jinja2
from jinja2 import nodes

from selebaran.compose.template.engine import NAMES, parser_of, syntax_problem, unknown
from selebaran.compose.template.locate import Source
from selebaran.compose.template.trees import Tree
from selebaran.jobs.recalled import recalled
from selebaran.model.problem import Problem

FACT_ID = re.compile(r"[A-Z]{3,4}-\d{2}")
BUILT_IN = {"loop", "caller", "self", "super", "varargs", "kwargs"}
Chain = tuple[str, ...]
"""A name with its attributes, such as ("fakta", "harga_obat", "tel")."""


def references(
    source: Source, kind: str, others: Collection[str]
) -> tuple[Sequence[tuple[Chain, int]], Sequence[Problem]]:
    """Every chain that a template names, with its line in the text, and the faults of the template itself.

    A drawing is the chain ("seni", name), its theme ("tema", name). `others` are the templates that it may use."""
    return _references(source, kind, tuple(others))


@recalled("nama dalam templat", 4096)
def _references(
    source: Source, kind: str, others: tuple[str, ...]
) -> tuple[tuple[tuple[Chain, int], ...], tuple[Problem, ...]]:
    if "{" not in source.text:
        return (), ()
    environment = parser_of(kind)
    try:
        tree = environment.tree_of(source.text)
    except (jinja2.TemplateSyntaxError, RecursionError, ValueError) as error:  # ValueError: a number of 5000 digits
        return (), (syntax_problem(error, source),)
    faults = (*_unknown_names(tree, source, environment, kind), *_unknown_tools(tree, source, environment, others))
    return tuple(dict.fromkeys(_chains(tree))), faults


def _unknown_names(tree: Tree, source: Source, environment: jinja2.Environment, kind: str) -> Iterator[Problem]:
    bound = _bound(tree)
    known = NAMES[kind] | bound | set(environment.globals) | BUILT_IN
    for node in tree.find_all(nodes.Name):
        if node.ctx == "load" and node.name not in known:
            place = source.spot(node.lineno, node.name)
            yield unknown("nama-tidak-dikenal", node.name, sorted(NAMES[kind] | bound), place)


def _bound(tree: Tree) -> set[str]:
    """The names that a template gives itself."""
    bound = {node.name for node in tree.find_all(nodes.Name) if node.ctx in ("store", "param")}
    bound |= {node.name for node in tree.find_all(nodes.Macro)}
    bound |= {node.target for node in tree.find_all(nodes.Import)}
    for imported in tree.find_all(nodes.FromImport):
        bound |= {name if isinstance(name, str) else name[1] for name in imported.names}
    return bound


def _unknown_tools(
    tree: Tree, source: Source, environment: jinja2.Environment, others: Collection[str]
) -> Iterator[Problem]:
    """Filters, tests and templates that don't exist."""
    for node in tree.find_all((nodes.Filter, nodes.Test)):
        known = environment.filters if isinstance(node, nodes.Filter) else environment.tests
        if node.name not in known:
            yield unknown("nama-tidak-dikenal", node.name, sorted(known), source.spot(node.lineno, node.name))
    for user in tree.find_all((nodes.Extends, nodes.Include, nodes.Import, nodes.FromImport)):
        name = getattr(user, "template", None)
        if isinstance(name, nodes.Const) and name.value not in others:
            place = source.spot(user.lineno, str(name.value))
            yield unknown("templat-tidak-ada", str(name.value), sorted(others), place)


def _chains(tree: Tree) -> Iterator[tuple[Chain, int]]:
    inner: set[int] = set()
    for node in tree.find_all((nodes.Getattr, nodes.Getitem)):
        chain = _chain(node)
        if chain and id(node) not in inner:
            yield chain, node.lineno
        step: nodes.Node = node
        while isinstance(step, (nodes.Getattr, nodes.Getitem)):
            step = step.node
            inner.add(id(step))
    for call in tree.find_all(nodes.Call):
        yield from _drawing(call)
    # A macro may be given the id of a fact; so each text of that form counts as one.
    for const in tree.find_all(nodes.Const):
        if isinstance(const.value, str) and FACT_ID.fullmatch(const.value):
            yield ("fakta", const.value), const.lineno


def _drawing(call: nodes.Call) -> Iterator[tuple[Chain, int]]:
    if not (isinstance(call.node, nodes.Name) and call.node.name == "seni"):
        return
    given = dict(zip(("nama", "tema"), call.args, strict=False))
    given |= {pair.key: pair.value for pair in call.kwargs}
    for argument, head in (("nama", "seni"), ("tema", "tema")):
        for const in _branches(given.get(argument)):
            yield (head, str(const.value)), const.lineno


def _branches(node: nodes.Node | None) -> Iterator[nodes.Const]:
    """The texts that an argument can be: itself, or both sides of a condition."""
    if isinstance(node, nodes.Const):
        yield node
    elif isinstance(node, nodes.CondExpr):
        yield from _branches(node.expr1)
        yield from _branches(node.expr2)


def _chain(node: nodes.Node) -> Chain | None:
    if isinstance(node, nodes.Name):
        return (node.name,)
    if isinstance(node, nodes.Getattr):
        base = _chain(node.node)
        return (*base, node.attr) if base else None
    if isinstance(node, nodes.Getitem) and isinstance(node.arg, nodes.Const):
        base = _chain(node.node)
        return (*base, str(node.arg.value)) if base else None
    return None
