"""Templates come from the project, and even they can't leave their sandbox."""

from __future__ import annotations

import ast
from typing import Any

import jinja2
import pytest
from jinja2.sandbox import ImmutableSandboxedEnvironment

from selebaran.compose.template.engine import NAMES, KeptCode, TemplateFault, Templates, environment_of
from selebaran.compose.template.trees import ParsedOnceEnvironment
from selebaran.model.problem import Place
from tests.conftest import ROOT

KINDS = [*NAMES, "laporan"]
PLACE = Place("content/x.md", 1)
LEAVING = [
    "{{ ''.__class__.__mro__ }}",
    "{{ nama.__class__ }}",
    "{{ fungsi.__globals__ }}",
    "{{ fungsi.__code__ }}",
    "{{ ('%s' | attr('__class__')) }}",
    "{{ '{0.__class__}'.format(nama) }}",
    "{{ self.__init__.__globals__ }}",
    "{{ cycler.__init__.__globals__ }}",
    "{{ lipsum.__globals__ }}",
    "{{ joiner.__init__.__globals__.os }}",
]
CHANGING = [
    "{% set _ = daftar.append(1) %}",
    "{{ daftar.clear() }}",
    "{{ kamus.update({1: 2}) }}",
    "{{ kamus.pop('a') }}",
]
ELSEWHERE = ["../x", "/etc/passwd", "districts/kab-contoh/daerah.yml", "..", "", "piece.html\x00"]


def render(kind: str, text: str) -> str:
    context: dict[str, Any] = {"nama": "x", "fungsi": render, "daftar": [0], "kamus": {"a": 1}}
    out = Templates(kind, {"ada.html": "ada"}).render(text, PLACE, context)
    assert context["daftar"] == [0]
    assert context["kamus"] == {"a": 1}
    return out


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_template_is_sandboxed(kind: str) -> None:
    environment = environment_of(kind, {})
    assert type(environment) is ParsedOnceEnvironment
    assert ParsedOnceEnvironment.__bases__ == (ImmutableSandboxedEnvironment,)
    assert {name for name in vars(ParsedOnceEnvironment) if not name.startswith("__")} == {"tree_of", "_parse"}
    assert environment.undefined is jinja2.StrictUndefined
    assert environment.autoescape is (kind != "plain")
    assert not environment.extensions
    assert isinstance(environment.loader, jinja2.FunctionLoader)
    assert type(environment.bytecode_cache) is KeptCode  # in memory; nothing is read from a disk
    assert not isinstance(environment.bytecode_cache, jinja2.FileSystemBytecodeCache)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("text", LEAVING)
def test_nothing_leads_out_of_the_sandbox(kind: str, text: str) -> None:
    try:
        out = render(kind, text)
    except TemplateFault as fault:
        assert fault.problem.place.file == PLACE.file
    else:
        assert not any(word in out for word in ("class", "globals", "code object", "function"))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("text", CHANGING)
def test_a_template_changes_nothing(kind: str, text: str) -> None:
    with pytest.raises(TemplateFault):
        render(kind, text)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", ELSEWHERE)
def test_a_template_finds_shared_templates_only(kind: str, name: str) -> None:
    assert render(kind, "{% include 'ada.html' %}") == "ada"
    for text in (
        f"{{% include {name!r} %}}",
        f"{{% extends {name!r} %}}",
        f"{{% import {name!r} as x %}}{{{{ x.y }}}}",
    ):
        with pytest.raises(TemplateFault):
            render(kind, text)


def test_only_one_module_makes_environments_of_jinja() -> None:
    makers, kinds = set(), set()
    for path in (ROOT / "selebaran").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call):
                name = ast.unparse(node.func).rsplit(".", 1)[-1]
                if name.endswith("Environment") or (name == "Template" and "jinja" in path.read_text("utf-8")):
                    makers.add(path.name)
            if isinstance(node, ast.ClassDef) and any(ast.unparse(base).endswith("Environment") for base in node.bases):
                kinds.add(path.name)
    assert makers == {"engine.py"}
    assert kinds == {"trees.py"}


def test_the_sites_own_templates_come_from_the_project() -> None:
    source = (ROOT / "mkdocs.yml").read_text("utf-8")
    assert "custom_dir: templates/site" in source
    assert "hooks:" not in source
