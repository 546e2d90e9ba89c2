"""Drawings with their colours put in. On the web they keep CSS variables; WeasyPrint's SVG engine knows no var()."""

from __future__ import annotations

import re
from collections.abc import Mapping

import tinycss2

VARIABLE = re.compile(r"var\(--(il-\w+)(?:,[^)]*)?\)")


def themes(tokens_css: str) -> dict[str, dict[str, str]]:
    """The drawing colours of each theme in the tokens: "terang" (the root) and every `[data-theme="…"]`."""
    found: dict[str, dict[str, str]] = {}
    for rule in tinycss2.parse_stylesheet(tokens_css, skip_comments=True, skip_whitespace=True):
        if rule.type != "qualified-rule":
            continue
        selector = tinycss2.serialize(rule.prelude)
        names = re.findall(r'\[data-theme="([\w-]+)"\]', selector)
        if not names and ":root" in selector:
            names = ["terang"]
        colours = {
            item.lower_name[2:]: tinycss2.serialize(item.value).strip()
            for item in tinycss2.parse_blocks_contents(rule.content)
            if item.type == "declaration" and item.lower_name.startswith("--il-")
        }
        for name in names:
            found.setdefault(name, {}).update(colours)
    return {name: {**found.get("terang", {}), **colours} for name, colours in found.items()}


def coloured(svg: str, colours: Mapping[str, str], crop: str | None) -> str:
    """The drawing in fixed colours; `crop` ("x y width height") replaces its viewBox."""
    fixed = VARIABLE.sub(lambda m: colours[m[1]], svg)
    if crop:
        fixed = re.sub(r'viewBox="[^"]*"', f'viewBox="{crop}"', fixed, count=1)
    return fixed
