"""What else makes such pages and sheets: Hugo, MkDocs by itself, WeasyPrint in a plain loop, Typst. Each makes as many.

Hugo and MkDocs get the shared pages as they were typed, without what templates fill in, and the other pages as HTML;
a layout that shows title, menu and contents; no search, no checks of links or text.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Callable, Iterable
from importlib.metadata import distribution
from pathlib import Path

from bench.corpus import ROOT
from bench.measuring import room
from selebaran.compose.edition import Composer
from selebaran.model.edition import Edition
from selebaran.model.registry import Registry
from selebaran.publish.plan import PROFILES
from selebaran.read.project import read_project

TEMPLATE_MARKS = re.compile(r"\{[%{#].*?[%}#]\}", re.S)
HUGO = """baseURL = "https://contoh.example/"
title = "x"
disableKinds = ["taxonomy", "term", "RSS"]
[markup.goldmark.renderer]
unsafe = true
[markup.goldmark.parser.attribute]
block = true
"""
LAYOUT = """<!doctype html><html lang="id"><head><meta charset="utf-8"><title>{{ .Title }}</title>
<link rel="canonical" href="{{ .Permalink }}"></head><body><header><nav><ul>
{{ range .CurrentSection.RegularPages }}{{ if .Params.pilihan }}<li>
<a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}{{ end }}
</ul></nav></header><main><h1>{{ .Title }}</h1>{{ .TableOfContents }}{{ .Content }}</main></body></html>"""
MKDOCS = """site_name: {name}
site_url: https://contoh.example/
theme: {{name: material, language: id, font: false}}
plugins: [search]
markdown_extensions: [attr_list, def_list, md_in_html, tables, toc]
"""
COMPOSED = """
import sys
from datetime import date
from pathlib import Path
from selebaran.compose.edition import Composer
from bench.printing import plain_fonts
from selebaran.publish.plan import PROFILES
from selebaran.read.project import read_project
root, out = Path(sys.argv[1]), Path(sys.argv[2])
fonts = plain_fonts(root / ".cache")
composer = Composer(read_project(root))
for slug in sys.argv[4:]:
    edition = composer.compose(slug, as_of=date.fromisoformat(sys.argv[3]), profiles=PROFILES)
"""
"""Composing is not what is compared, but each way to print needs it, so each pays for it."""
PLAIN_PRINT = f"""{COMPOSED}
    from bench.printing import plain_pdf
    for piece in edition.pieces:
        (out / f"{{slug}}-{{piece.name}}-{{piece.profile}}.pdf").write_bytes(plain_pdf(piece, fonts))
"""
TYPESET = f"""{COMPOSED}
    from bench.typeset import typeset
    typeset(edition.pieces, fonts, out / slug)
"""
Run = Callable[[], None]


def typed_of(registry: Registry) -> dict[str, str]:
    """The shared pages as they were typed, by their addresses, without what templates fill in."""
    return {
        page.slug: TEMPLATE_MARKS.sub("", "\n".join(segment.text for segment in page.segments))
        for page in registry.pages
    }


def write_sources(folder: Path, editions: Iterable[Edition], typed: dict[str, str]) -> tuple[Path, Path, int]:
    """The folders of Hugo and of MkDocs, and how many pages there are in each."""
    hugo, mkdocs, count = folder / "hugo", folder / "mkdocs", 0
    (hugo / "layouts" / "_default").mkdir(parents=True)
    (hugo / "hugo.toml").write_text(HUGO, "utf-8")
    for kind in ("single", "list"):
        (hugo / "layouts" / "_default" / f"{kind}.html").write_text(LAYOUT, "utf-8")
    for edition in editions:
        menu = {address for _, address in edition.menu}
        (mkdocs / edition.slug / "docs").mkdir(parents=True)
        (mkdocs / edition.slug / "mkdocs.yml").write_text(MKDOCS.format(name=edition.slug), "utf-8")
        for page in edition.pages:
            head = {"title": page.meta.title or page.slug, "pilihan": page.slug in menu}
            body = typed.get(page.slug, page.html)
            name = page.slug.replace("/", "-") or "index"
            for target, first in (
                (hugo / "content" / edition.slug / f"{'_index' if name == 'index' else name}.md", json.dumps(head)),
                (mkdocs / edition.slug / "docs" / f"{name}.md", f"---\n{json.dumps(head)}\n---"),
            ):
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_text(f"{first}\n\n{body}\n", "utf-8")
            count += 1
    return hugo, mkdocs, count


def editions_of(
    project: Path, slugs: Iterable[str], day: str, *, printed: bool = False
) -> tuple[list[Edition], Registry]:
    """What the peers are given; composing it is not measured."""
    from datetime import date

    registry = read_project(project)
    composer = Composer(registry)
    composer.warm()
    as_of = date.fromisoformat(day)
    profiles = PROFILES if printed else ()
    return [composer.compose(slug, as_of=as_of, profiles=profiles) for slug in slugs], registry


def hugo(folder: Path) -> Run:
    """Hugo, all pages in one run."""
    program = next(path for path in distribution("hugo").files or () if re.search(r"binaries/hugo[^/]*$", str(path)))

    def run() -> None:
        with room() as out:
            command = [str(Path(str(program.locate()))), "--quiet", "--source", str(folder), "--destination", out]
            subprocess.run(command, check=True)

    return run


def mkdocs(folder: Path) -> Run:
    """`mkdocs build`, a process for each district."""

    def run() -> None:
        for config in sorted(folder.glob("*/mkdocs.yml")):
            with room() as out:
                command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "-f", str(config), "--site-dir", out]
                subprocess.run(command, check=True, capture_output=True)

    return run


def weasyprint(project: Path, slugs: Iterable[str], day: str) -> Run:
    """The same sheets, each with fresh fonts and stylesheets, as drawn, nothing measured, nothing proved."""
    return _printed(PLAIN_PRINT, project, slugs, day)


def typst(project: Path, slugs: Iterable[str], day: str) -> Run:
    """Sheets of the same words and drawings, of the same sizes, plainer; nothing fitted, measured or proved."""
    return _printed(TYPESET, project, slugs, day)


def _printed(program: str, project: Path, slugs: Iterable[str], day: str) -> Run:
    def run() -> None:
        with room() as out:
            command = [sys.executable, "-c", program, str(project), out, day, *slugs]
            subprocess.run(command, check=True, cwd=ROOT)

    return run
