"""The Jinja environments, and how a fault in a template is located and named.

Templates come from the project only; district text is never a template. The sandbox and StrictUndefined are there
for slips as much as for malice. In Markdown, values are escaped with character references, which mean the same in
running text, in a table and in an HTML attribute.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from typing import Any

import jinja2
from jinja2 import nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from selebaran.compose.views import ReadFault
from selebaran.model.names import nearest
from selebaran.model.problem import Place, Problem, problem

ANYWHERE = re.compile(r"[\\`*_\[\]{}<>&|^~\"]")
AT_START = re.compile(r"^([#+=:-]|\d+[.)])")
NAMES = {
    "markdown": {"daerah", "fakta", "sebut"},
    "plain": {"daerah", "fakta", "sebut"},
    "html": {"daerah", "fakta", "sebut", "seni", "qr", "situs", "profil", "tanggal"},
}
Call = Callable[..., Any]


def escape_markdown(text: str) -> str:
    """Text that Markdown and HTML take for plain words, whatever stands in it."""
    escaped = ANYWHERE.sub(lambda m: f"&#{ord(m[0])};", text)
    return AT_START.sub(lambda m: m[0][:-1] + f"&#{ord(m[0][-1])};", escaped)


def _print_markdown(value: Any) -> Any:
    return value if isinstance(value, Markup) else Markup(escape_markdown(str(value)))


def _environment(kind: str, sources: Mapping[str, str]) -> jinja2.Environment:
    # {#syarat} names a heading in Markdown, so Jinja's comments begin otherwise there.
    comments = ("{#", "#}") if kind == "html" else ("{##", "##}")
    return ImmutableSandboxedEnvironment(
        comment_start_string=comments[0],
        comment_end_string=comments[1],
        loader=jinja2.DictLoader(dict(sources)),
        undefined=jinja2.StrictUndefined,
        autoescape=kind != "plain",
        finalize=_print_markdown if kind == "markdown" else None,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


class Templates:
    """Compiles each text once and renders it for every district."""

    def __init__(self, kind: str, sources: Mapping[str, str]) -> None:
        self.kind = kind
        self.environment = _environment(kind, sources)
        self._compile = lru_cache(maxsize=None)(self.environment.from_string)

    def render(self, text: str, place: Place, context: Mapping[str, Any]) -> str:
        """The finished text. Raises `TemplateFault` with the place in the template's file.

        `place` is where `text` begins in its file."""
        if "{" not in text:
            return text
        try:
            return self._compile(text).render(context)
        except ReadFault as fault:
            raise TemplateFault(_located(fault.code, text, place, fault, fault.values)) from fault
        except jinja2.TemplateSyntaxError as error:
            raise TemplateFault(problem("templat-rusak", _in_line(text, place, error.lineno, ""))) from error
        except jinja2.UndefinedError as error:
            name = (re.findall(r"'(\w+)'", str(error)) or [""])[0]
            raise TemplateFault(_unknown_name(name, self.kind, _spot(text, place, error, name))) from error


class TemplateFault(Exception):
    """Rendering stopped at a fault of the template."""

    def __init__(self, found: Problem) -> None:
        super().__init__(found.code)
        self.problem = found


def _spot(text: str, place: Place, error: BaseException, word: str) -> Place:
    """The place in the file that a traceback's template line stands for."""
    line = 1
    trace = error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == "<template>":
            line = trace.tb_lineno
        trace = trace.tb_next
    return _in_line(text, place, line, word)


def _in_line(text: str, place: Place, line: int, word: str) -> Place:
    lines = text.split("\n")
    found = lines[line - 1].find(word) if word and line <= len(lines) else -1
    shift = place.column - 1 if line == 1 and place.column else 0
    return Place(place.file, max(place.line, 1) + line - 1, found + 1 + shift if found >= 0 else 0)


def _located(code: str, text: str, place: Place, error: BaseException, values: dict[str, str]) -> Problem:
    word = values.get("dekat") or values.get("nama", "").split(".")[-1] or values.get("id", "")
    spot = _spot(text, place, error, word)
    kept = {k: v for k, v in values.items() if k != "dekat"}
    if "semua" in kept:
        kept["maksud"] = nearest(word, kept["semua"].split(", "))
    return problem(code, spot, **kept)


def _unknown_name(name: str, kind: str, place: Place) -> Problem:
    known = sorted(NAMES[kind])
    return problem("nama-tidak-dikenal", place, nama=name, maksud=nearest(name, known), semua=", ".join(known))


def references(text: str, place: Place, kind: str) -> tuple[list[tuple[tuple[str, ...], Place]], list[Problem]]:
    """Every chain such as ("fakta", "iuran_kelas_3") that a template names, in all of its branches, with its place;
    and the faults of the template itself."""
    environment = _environment(kind, {})
    try:
        tree = environment.parse(text)
    except jinja2.TemplateSyntaxError as error:
        return [], [problem("templat-rusak", _in_line(text, place, error.lineno, ""))]
    chains = [(chain, _in_line(text, place, line, chain[-1])) for chain, line in _chains(tree)]
    bound = {node.name for node in tree.find_all(nodes.Name) if node.ctx in ("store", "param")}
    bound |= {m.name for m in tree.find_all(nodes.Macro)}
    imported = {n.target for n in tree.find_all(nodes.Import)}
    imported |= {
        name if isinstance(name, str) else name[1] for n in tree.find_all(nodes.FromImport) for name in n.names
    }
    known = NAMES[kind] | bound | imported | set(environment.globals) | {"loop", "caller", "self", "super"}
    faults = [
        _unknown_name(node.name, kind, _in_line(text, place, node.lineno, node.name))
        for node in tree.find_all(nodes.Name)
        if node.ctx == "load" and node.name not in known
    ]
    return chains, faults


def _chains(tree: nodes.Template) -> Iterator[tuple[tuple[str, ...], int]]:
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
        if isinstance(call.node, nodes.Name) and call.node.name == "sebut":
            for arg in call.args:
                if isinstance(arg, nodes.Const):
                    yield ("fakta", str(arg.value)), call.lineno


def _chain(node: nodes.Node) -> tuple[str, ...] | None:
    if isinstance(node, nodes.Name):
        return (node.name,)
    if isinstance(node, nodes.Getattr):
        base = _chain(node.node)
        return (*base, node.attr) if base else None
    if isinstance(node, nodes.Getitem) and isinstance(node.arg, nodes.Const):
        base = _chain(node.node)
        return (*base, str(node.arg.value)) if base else None
    return None
