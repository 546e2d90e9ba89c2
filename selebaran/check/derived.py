"""Templates place a district's values, and make nothing of them: no length, no small letters, no part of a text.

What is made of names, numbers and addresses is made in `compose/district/names.py`, and has a field of its own. So the
record of the fields that a page read tells all that it was made from. How many there are in a list may be asked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from enum import Enum
from itertools import chain

import jinja2
from jinja2 import nodes

from selebaran.compose.district.values import service_names
from selebaran.compose.template.engine import parser_of, source_of
from selebaran.compose.template.locate import Source
from selebaran.compose.template.trees import Tree
from selebaran.jobs.recalled import recalled
from selebaran.model.campaign import Campaign
from selebaran.model.page import PageSource
from selebaran.model.problem import Place, Problem, problem
from selebaran.model.registry import Registry


class Kind(Enum):
    """What of a district an expression is: one of its values or records, or a list of them."""

    VALUE = "value"
    LIST = "list"


Bound = Mapping[str, Kind]
"""The names of a template that stand for something of a district; with a dot before them, fields that are lists."""
ROOTS: Bound = {"daerah": Kind.VALUE, "situs": Kind.VALUE, "acara": Kind.VALUE}
LISTS = frozenset(
    (
        *(
            "kegiatan",
            "kegiatan_per_bulan",
            "kegiatan_daftar",
            "kegiatan_kelak",
            "kegiatan_kelak_per_bulan",
            "bawa",
            "perhentian",
            "acara",
            "jam_khusus",
            "agen",
            "tim_pemandu",
            "pos_bantuan",
        ),
        *("mitra", "testimoni", "perahu", "syarat", "capaian", "gambar", "baris", "kelompok", "kelompok_lain", "menu"),
        *("capaian_baru", "capaian_baru_kecamatan"),
        *("halaman", "host", "bilah", "tombol"),
    )
)
"""The fields that are lists, whatever the campaign; the places of each of its kinds are too."""
LISTING = frozenset(
    ("list", "map", "select", "reject", "selectattr", "rejectattr", "unique", "sort", "groupby", "slice")
)
"""Filters of a list that give a list."""
COUNTING = frozenset(("length", "count", "wordcount", "int", "float", "sum"))
DERIVING = COUNTING | frozenset(
    (
        *("lower", "upper", "title", "capitalize", "replace", "truncate", "trim", "first", "last", "reverse", "list"),
        *("wordwrap", "center", "format", "sort", "unique", "batch", "slice", "striptags", "indent", "random"),
    )
)
"""Filters that make something else of a text."""
METHODS = frozenset(name for name in dir(str) if not name.startswith("_"))


def check_derived(registry: Registry) -> list[Problem]:
    """Every place of a shared page, a piece or a template where something is made of a district's value."""
    lists = lists_of(registry.campaign)
    return list(dict.fromkeys(chain.from_iterable(derivations(*source, lists) for source in _sources(registry))))


def lists_of(campaign: Campaign) -> frozenset[str]:
    """All fields that are lists in a campaign; the hours of today, the last of a kind's names, are none."""
    return LISTS.union(*(service_names(kind)[:-1] for kind in campaign.services))


def derivations(source: Source, kind: str, lists: frozenset[str] = LISTS) -> Sequence[Problem]:
    """Those of one template. What can't be parsed is told otherwise."""
    return _derivations(source, kind, lists) if "{" in source.text else ()


@recalled("nilai yang diolah", 4096)
def _derivations(source: Source, kind: str, lists: frozenset[str]) -> tuple[Problem, ...]:
    return tuple(_every(source, kind, lists))


def _every(source: Source, kind: str, lists: frozenset[str]) -> Iterator[Problem]:
    try:
        tree = parser_of(kind).tree_of(source.text)
        found = list(_derived(tree, _bound(tree, lists)))
    except (jinja2.TemplateSyntaxError, RecursionError, ValueError):  # ValueError: a number of 5000 digits
        return
    for node, derived, way in found:
        name = _written(derived)
        word = name.rsplit(".", 1)[-1]
        yield problem("nilai-daerah-diolah", source.spot(node.lineno, word), nama=name, cara=way)


def _sources(registry: Registry) -> Iterator[tuple[Source, str]]:
    translated = (page for pages in registry.translations.values() for page in pages.values())
    for page in chain(registry.pages, translated):
        yield from _texts(page)
    for piece in registry.pieces:
        yield source_of(piece.html, Place(piece.place.file, 1), "html"), "html"
    for name, text in registry.print_files.items():
        if name.endswith(".html"):
            yield source_of(text, Place(f"templates/print/{name}", 1), "html"), "html"
    for name, text in registry.theme.templates.items():
        yield source_of(text, Place(f"templates/site/{name}", 1), "html"), "html"


def _texts(page: PageSource) -> Iterator[tuple[Source, str]]:
    for key, text in (("judul", page.front.title), ("ringkas", page.front.summary)):
        yield source_of(text, page.head_places.get(key, page.place), "plain"), "plain"
    for segment in page.segments:
        yield source_of(segment.text, segment.place, "markdown"), "markdown"


def _bound(tree: Tree, lists: frozenset[str]) -> Bound:
    """The names that stand for something of a district, wherever they are given it: `set`, `for`, a macro's call."""
    before: Bound = {}
    bound: Bound = {**ROOTS, **{f".{name}": Kind.LIST for name in lists}}
    while bound != before:
        before = bound
        bound = {**before, **dict(_given(tree, before))}
    return bound


def _given(tree: Tree, bound: Bound) -> Iterator[tuple[str, Kind]]:
    for target, node in _assignments(tree):
        kind = _kind(node, bound)
        if isinstance(target, nodes.Name) and kind and bound.get(target.name) is not Kind.LIST:
            yield target.name, kind
    for loop in tree.find_all(nodes.For):
        if _kind(loop.iter, bound):
            yield from ((name.name, Kind.VALUE) for name in _names(loop.target) if name.name not in bound)


def _assignments(tree: Tree) -> Iterator[tuple[nodes.Node, nodes.Node]]:
    """What is assigned to what, by `set` and by the arguments of macros."""
    for given in tree.find_all(nodes.Assign):
        if isinstance(given.target, nodes.Tuple) and isinstance(given.node, nodes.Tuple):
            yield from zip(given.target.items, given.node.items, strict=False)
        else:
            yield given.target, given.node
    macros = {macro.name: macro.args for macro in tree.find_all(nodes.Macro)}
    for call in tree.find_all(nodes.Call):
        parameters = macros.get(call.node.name, []) if isinstance(call.node, nodes.Name) else []
        yield from zip(parameters, call.args, strict=False)
        yield from ((name, pair.value) for pair in call.kwargs for name in parameters if name.name == pair.key)


def _names(target: nodes.Node) -> Iterator[nodes.Name]:
    return iter([target]) if isinstance(target, nodes.Name) else target.find_all(nodes.Name)


def _derived(tree: Tree, bound: Bound) -> Iterator[tuple[nodes.Node, nodes.Node, str]]:
    """Each node that makes something of a value, the value, and how. Where two are nested, the inner."""
    for node in tree.find_all(tuple(WAYS)):
        found = _made_of(node, bound)
        if found and not _made_of(found[0], bound):
            yield node, *found


Found = tuple[nodes.Node, str] | None
"""A value of which something is made, and how."""


def _made_of(node: nodes.Node, bound: Bound) -> Found:
    return WAYS[type(node)](node, bound) if type(node) in WAYS else None


def _by_filter(node: nodes.Filter, bound: Bound) -> Found:
    kind = _kind(node.node, bound)
    if node.node is None or kind is None:
        return None
    way = _mapped(node) if node.name == "map" else node.name
    is_derived = way in DERIVING and (kind is Kind.VALUE or node.name == "map")
    return (node.node, way) if is_derived else None


def _by_method(call: nodes.Call, bound: Bound) -> Found:
    method = call.node
    if isinstance(method, nodes.Getattr) and method.attr in METHODS and _kind(method.node, bound) is Kind.VALUE:
        return method.node, method.attr
    return None


def _by_place(item: nodes.Getitem, bound: Bound) -> Found:
    """Letters taken by their numbers."""
    is_number = isinstance(item.arg, nodes.Const) and isinstance(item.arg.value, int)
    if (is_number or isinstance(item.arg, nodes.Slice)) and _kind(item.node, bound) is Kind.VALUE:
        return item.node, "[…]"
    return None


def _by_search(comparison: nodes.Compare, bound: Bound) -> Found:
    for operand in comparison.ops:
        if operand.op in ("in", "notin") and _kind(operand.expr, bound) is Kind.VALUE:
            return operand.expr, "in"
    return None


WAYS: Mapping[type[nodes.Node], Callable[..., Found]] = {
    nodes.Filter: _by_filter,
    nodes.Call: _by_method,
    nodes.Getitem: _by_place,
    nodes.Compare: _by_search,
}


def _mapped(found: nodes.Filter) -> str:
    """The filter that `map` applies to each of a list."""
    return next((str(arg.value) for arg in found.args[:1] if isinstance(arg, nodes.Const)), "")


def _kind(node: nodes.Node | None, bound: Bound) -> Kind | None:
    """What of a district an expression is; None for all else."""
    return KINDS[type(node)](node, bound) if type(node) in KINDS else None


def _of_name(node: nodes.Name, bound: Bound) -> Kind | None:
    return bound.get(node.name)


def _of_field(node: nodes.Getattr, bound: Bound) -> Kind | None:
    return _field(node.attr, bound) if _kind(node.node, bound) else None


def _of_item(node: nodes.Getitem, bound: Bound) -> Kind | None:
    whole = _kind(node.node, bound)
    if whole is None or isinstance(node.arg, nodes.Slice):
        return whole
    return _field(node.arg.value, bound) if isinstance(node.arg, nodes.Const) else Kind.VALUE


def _of_filter(node: nodes.Filter, bound: Bound) -> Kind | None:
    whole = _kind(node.node, bound)
    if whole is None or node.name in COUNTING:
        return None
    if node.name in LISTING:
        return Kind.LIST
    return Kind.VALUE if node.name in ("first", "last", "join") else whole


def _of_call(node: nodes.Call, bound: Bound) -> Kind | None:
    """What a text's own method gives; of a macro nothing is known."""
    return _kind(node.node.node, bound) if isinstance(node.node, nodes.Getattr) else None


def _of_parts(node: nodes.Node, bound: Bound) -> Kind | None:
    """Either of the sides of a condition, or all parts of a text put together."""
    parts = (part for part in node.iter_child_nodes(exclude=("test",)))
    kinds = {kind for part in parts if (kind := _kind(part, bound))}
    return Kind.LIST if Kind.LIST in kinds else next(iter(kinds), None)


def _field(name: object, bound: Bound) -> Kind:
    return bound.get(f".{name}", Kind.VALUE)


KINDS: Mapping[type, Callable[..., Kind | None]] = {
    nodes.Name: _of_name,
    nodes.Getattr: _of_field,
    nodes.Getitem: _of_item,
    nodes.Filter: _of_filter,
    nodes.Call: _of_call,
    **dict.fromkeys((nodes.Or, nodes.And, nodes.CondExpr, nodes.Concat, nodes.Add), _of_parts),
}


def _written(node: nodes.Node) -> str:
    """A value as it is written: its name with its fields, or the first one within."""
    if isinstance(node, nodes.Name):
        return node.name
    if isinstance(node, nodes.Getattr):
        return f"{_written(node.node)}.{node.attr}"
    inner: Iterable[str] = (_written(child) for child in node.iter_child_nodes())
    return next((name for name in inner if name), "")
