"""The words of the libraries, read from their sources: a new version with new messages is held to the same."""

from __future__ import annotations

import ast
import functools
import importlib
import inspect
import re
import typing
from collections.abc import Iterable, Iterator
from typing import Any

from hypothesis import HealthCheck, Phase, settings
from pydantic_core import PydanticKnownError, core_schema

from selebaran.cli.language import Speaker
from selebaran.cli.show import message_of
from selebaran.model.problem import Problem
from selebaran.words.catalogue import MESSAGES, in_indonesian

LOUD = {"Raise", "fail", "warning", "error", "log", "ScannerError", "ParserError", "ReaderError", "abort"}
"""What a library's message is given to."""
SPOKEN = (
    *("yaml.scanner", "yaml.parser", "yaml.reader"),
    *("jinja2.lexer", "jinja2.parser", "jinja2.nodes", "jinja2.runtime", "jinja2.filters", "jinja2.sandbox"),
    *("jinja2.environment", "jinja2.compiler", "mkdocs.structure.pages", "mkdocs.structure.files"),
    *("mkdocs.structure.nav", "mkdocs.commands.build", "mkdocs.utils", "weasyprint.urls", "weasyprint.images"),
    *("weasyprint.html", "weasyprint.css", "weasyprint.css.validation", "weasyprint.css.tokens"),
    *("weasyprint.css.targets", "weasyprint.draw.text", "weasyprint.layout.grid", "weasyprint.layout.table"),
    *("weasyprint.pdf.tags", "weasyprint.pdf.anchors", "weasyprint.pdf.fonts"),
)
"""The modules of the libraries that speak."""
BOUNDED = settings(
    derandomize=True,
    deadline=None,
    database=None,
    phases=(Phase.generate,),
    suppress_health_check=list(HealthCheck),
)


def texts_of(module: str) -> Iterator[str]:
    """The texts of a module that are raised or logged."""
    tree = ast.parse(inspect.getsource(importlib.import_module(module)))
    for node in ast.walk(tree):
        called = node.func if isinstance(node, ast.Call) else None
        name = getattr(called, "attr", getattr(called, "id", type(node).__name__))
        if name in LOUD:
            yield " ".join(
                part.value for part in ast.walk(node) if isinstance(part, ast.Constant) and isinstance(part.value, str)
            )


def known_errors() -> Iterator[tuple[str, str, str]]:
    """Every error of pydantic: its type, the pattern of its message, and a message."""
    for kind in typing.get_args(core_schema.ErrorType):
        found = error_of(kind)
        yield kind, found.message_template, found.message()


def error_of(kind: str) -> PydanticKnownError:
    """An error of a type, with whatever its message needs."""
    context: dict[str, Any] = {}
    for _ in range(12):
        try:
            return PydanticKnownError(kind, context or None)  # type: ignore[arg-type]
        except (TypeError, ValueError) as error:
            name = re.search(r"'(\w+)' required in context", str(error))
            wrong = re.search(r"'(\w+)' context value must be an? (.+)", str(error))
            if wrong:
                context[wrong[1]] = ValueError("x") if "Exception" in wrong[2] else 5
            elif name:
                context[name[1]] = "a"
            else:
                raise
    raise AssertionError(kind)


def pairs(text: str) -> set[tuple[str, str]]:
    """The pairs of neighbouring words of a text."""
    return {
        (first, second)
        for run in re.findall(r"[a-z]+(?: [a-z]+)+", text.lower())
        for first, second in zip(run.split(), run.split()[1:], strict=False)
    }


@functools.cache
def english() -> frozenset[tuple[str, str]]:
    """Pairs of words that only libraries say."""
    texts = [text for module in SPOKEN for text in texts_of(module)]
    texts += [text for _, template, message in known_errors() for text in (template, message)]
    ours = {pair for m in MESSAGES.values() for text in (m.fault, m.cure, m.plain_cure) for pair in pairs(text)}
    return frozenset({pair for text in texts for pair in pairs(text)} - ours)


def leaks(problems: Iterable[Problem]) -> list[str]:
    """What is wrong with how problems are told."""
    found = []
    for problem in problems:
        if problem.code not in MESSAGES:
            found.append(problem.code)
            continue
        told = " ".join(message_of(problem, Speaker()))
        assert told == " ".join(in_indonesian(problem))
        if pairs(told) & english() or re.search(r"[{}]\w+}|<\w+ object|0x[0-9a-f]{6}|Traceback", told):
            found.append(told)
    return found
