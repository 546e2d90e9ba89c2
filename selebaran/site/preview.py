"""What plain `mkdocs serve` shows of a project: one district as of today, or what is wrong until that is put right."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import datetime
from functools import lru_cache
from html import escape
from pathlib import Path

from jinja2 import TemplateSyntaxError
from mkdocs.exceptions import Abort
from mkdocs.theme import Theme

from selebaran.check.edition import CheckedComposer
from selebaran.check.run import check_shared
from selebaran.compose.page.downloads import DOWNLOADS
from selebaran.compose.template.engine import environment_of, source_of, syntax_problem
from selebaran.model.edition import Edition
from selebaran.model.page import HOME, ComposedPage
from selebaran.model.page_meta import PageMeta
from selebaran.model.problem import Place, Problem, ProblemsFound
from selebaran.model.theme import SiteTheme
from selebaran.model.usage import Usage
from selebaran.read.project import read_project
from selebaran.site.blame import TEMPLATES
from selebaran.site.theme import GivenTheme
from selebaran.words.catalogue import in_indonesian
from selebaran.words.near import nearest

TITLE = "Ada yang perlu dibetulkan"
NOT_FOUND = "404.html"
STYLE = "body{font:1.1rem/1.5 sans-serif;max-width:44rem;margin:2rem auto;padding:0 1rem}code{font-weight:bold}"
AGAIN = '<meta http-equiv="refresh" content="3">'
"""Only pages are loaded again by MkDocs itself."""


def previewed(root: Path, slug: str) -> Edition:
    """A district's edition of today. Raises `ProblemsFound` with all that keeps a build from making it."""
    registry = read_project(root)
    faults = [*broken_templates(registry.theme), *(fault for fault in check_shared(registry) if fault.is_error)]
    faults += [fault for fault in registry.district_problems.get(slug, ()) if fault.is_error]
    if faults:
        raise ProblemsFound(tuple(faults))
    if slug not in registry.districts:
        raise Abort(f"tidak ada daerah '{slug}'; maksudnya '{nearest(slug, registry.districts)}'?")
    today = datetime.now(registry.districts[slug].district.tz).date()
    return CheckedComposer(registry).compose(slug, as_of=today, profiles=())


def broken_templates(theme: SiteTheme) -> Iterator[Problem]:
    """The templates of pages that can't be read."""
    for name, text in theme.templates.items():
        if fault := _syntax_fault(name, text):
            yield fault


@lru_cache(maxsize=512)
def _syntax_fault(name: str, text: str) -> Problem | None:
    """Why a template can't be read. It is kept: of all templates one changes at a time."""
    try:
        environment_of("html", {}).parse(text)
    except TemplateSyntaxError as error:
        return syntax_problem(error, source_of(text, Place(f"{TEMPLATES}/{name}", 1), "html"))
    return None


def fault_theme() -> GivenTheme:
    """A theme for nothing but problems: that of the project may be what is broken."""
    return GivenTheme.of(Theme(), SiteTheme(templates={"main.html": _document("{{ page.content }}")}))


def fault_pages(problems: Collection[Problem], root: Path) -> list[ComposedPage]:
    """The problems, at the address of each shared page and at those that every site has."""
    slugs = {HOME, DOWNLOADS, *(path.stem for path in root.glob("content/*.md"))}
    meta = PageMeta(TITLE, "", HOME)
    return [ComposedPage(slug, _listed(problems), meta, Usage()) for slug in sorted(slugs) if "." not in slug]


def fault_elsewhere(problems: Collection[Problem]) -> str:
    """What stands at all other addresses: the same, loaded again until it is gone."""
    return _document(_listed(problems), AGAIN)


def _document(body: str, more: str = "") -> str:
    return (
        '<!doctype html>\n<html lang="id">\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width,initial-scale=1">\n{more}\n<title>{TITLE}</title>\n'
        f"<style>{STYLE}</style>\n</head>\n<body>\n{body}\n</body>\n</html>\n"
    )


def _listed(problems: Iterable[Problem]) -> str:
    entries = "\n".join(map(_entry, problems))
    return f"<h1>{TITLE}</h1>\n<ol>\n{entries}\n</ol>\n<p>Simpan perbaikannya: halaman ini ikut berubah.</p>"


def _entry(problem: Problem) -> str:
    fault, cure = in_indonesian(problem)
    return f"<li><code>{escape(str(problem.place))}</code><p>{escape(fault)}</p><p>Saran: {escape(cure)}</p></li>"
