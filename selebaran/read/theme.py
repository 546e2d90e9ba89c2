"""mkdocs.yml and templates/site: what every site is drawn with."""

from __future__ import annotations

import re
from pathlib import Path

from selebaran.model.problem import Problem
from selebaran.model.theme import SiteTheme
from selebaran.read.engine import folder_with
from selebaran.read.text import left_by_git, read_text

CONFIG = "mkdocs.yml"
FOLDER = "templates/site"
TEMPLATES = (".html", ".xml")
WRITTEN = (".css", ".js", ".svg", ".json", ".txt", ".webmanifest")
"""Endings of assets that are text."""
DRAWING = re.compile(r"seni/([a-z0-9-]+)\.svg")


def read_theme(root: Path, tokens: str) -> tuple[SiteTheme, list[Problem]]:
    """The theme of a project, and what in it can't be read. What the project doesn't have is the engine's own."""
    config, problems = read_text(folder_with(CONFIG, root) / CONFIG, CONFIG)
    templates: dict[str, str] = {}
    assets: dict[str, bytes] = {}
    folder = folder_with("templates", root) / FOLDER
    for path in sorted(p for p in folder.rglob("*") if p.is_file() and not p.name.startswith(".")):
        name = path.relative_to(folder).as_posix()
        if path.suffix not in TEMPLATES:
            assets[name] = path.read_bytes()
            if path.suffix in WRITTEN:
                problems += left_by_git(assets[name].decode("utf-8", "replace"), f"{FOLDER}/{name}")
            continue
        text, faults = read_text(path, f"{FOLDER}/{name}")
        problems += faults
        if text is not None:
            templates[name] = text
    return SiteTheme(config or "", tokens, templates, assets), problems


def drawn_by(theme: SiteTheme) -> frozenset[str]:
    """The drawings that templates, stylesheets and scripts of the theme name."""
    texts = [text for name, text in theme.templates.items() if name.endswith(".html")]
    texts += [raw.decode("utf-8", "replace") for name, raw in theme.assets.items() if name.endswith((".css", ".js"))]
    return frozenset(name for text in texts for name in DRAWING.findall(text))
