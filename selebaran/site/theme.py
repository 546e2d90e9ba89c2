"""The theme that MkDocs draws pages with: the project's templates as values, the library's files below them.

What is the same for all sites is done once, before children are forked: the library's list of files (14,500 of them
icons) and its texts are read, and templates are compiled.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from pathlib import Path

import jinja2
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File
from mkdocs.theme import Theme

from selebaran.compose.template.engine import KeptCode
from selebaran.jobs.recalled import recalled, recalling, remembered
from selebaran.model.theme import SiteTheme

LIBRARY = "material"
"""The theme below ours, which mkdocs.yml names."""
SHEET = r"assets/stylesheets/main\..*\.css"
"""What of the library is looked through for rules that pages need."""
ICONS = "."
"""How the names of the library's icons begin. A template may include them; none is a file of a site."""
CODES = recalling("templat situs", 1024, readied=True)
"""Templates of pages as they were compiled. Who makes no sites doesn't ask for them."""


class GivenTheme(Theme):
    """A theme that MkDocs has set up, with given templates in place of those that it would find in the project."""

    given: SiteTheme

    @classmethod
    def of(cls, found: Theme, given: SiteTheme) -> GivenTheme:
        """The same theme, drawn by what is given. (To set one up reads the library's configuration; once is enough.)"""
        theme = cls.__new__(cls)
        vars(theme).update(vars(found))
        theme.dirs = [folder for folder in found.dirs if folder != found.custom_dir]
        theme.given = given
        return theme

    def get_env(self) -> jinja2.Environment:
        """The environment of the page templates, which were compiled once for all sites."""
        env = super().get_env()
        env.loader = _Loader(self.given.templates, tuple(self.dirs))
        env.bytecode_cache = KeptCode("situs", CODES)
        return env

    def assets(self, config: MkDocsConfig, other: Collection[str]) -> Iterator[File]:
        """The given files that go onto a site as they are; not so the `other` ones."""
        kept = ((name, raw) for name, raw in self.given.assets.items() if name not in other)
        return (File.generated(config, name, content=raw) for name, raw in kept)


class _Loader(jinja2.BaseLoader):
    """Finds templates among those that are given, then in the library's folders."""

    def __init__(self, given: dict[str, str], folders: tuple[str, ...]) -> None:
        self._given = given
        self._folders = folders

    def get_source(self, environment: jinja2.Environment, template: str) -> tuple[str, None, Callable[[], bool]]:
        """The text of a template."""
        text = _text(self._given, self._folders, template)
        if text is None:
            raise jinja2.TemplateNotFound(template)
        return text, None, lambda: True

    def list_templates(self) -> list[str]:
        """What of the library may be a file of a site. (MkDocs asks for this alone; ours are given to it as files.)"""
        return list(_library_files(self._folders))


def _text(given: Mapping[str, str], folders: tuple[str, ...], name: str) -> str | None:
    """A template's text; one that is given takes the library's place, also when it is empty."""
    return given[name] if name in given else _library_text(folders, name)


@remembered(512, readied=True)
def _library_text(folders: tuple[str, ...], name: str) -> str | None:
    found = next((path for folder in folders if (path := Path(folder) / name).is_file()), None)
    return found.read_text("utf-8") if found else None


@recalled("berkas pustaka", 4, readied=True)
def _library_files(folders: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(name for name in jinja2.FileSystemLoader(folders).list_templates() if not name.startswith(ICONS))


def library_sheets(folders: tuple[str, ...]) -> tuple[str, ...]:
    """The library's stylesheets for every page."""
    names = (name for name in _library_files(folders) if re.fullmatch(SHEET, name))
    return tuple(_library_text(folders, name) or "" for name in names)


def text_of(theme: SiteTheme, folders: tuple[str, ...], name: str) -> str:
    """A template's text."""
    return _text(theme.templates, folders, name) or ""


def warm(theme: SiteTheme) -> None:
    """Read and compile every template that a page may be drawn with. Faults are left to who draws it."""
    found = GivenTheme.of(Theme(name=LIBRARY), theme)
    env = found.get_env()
    env.list_templates()
    for name in templates_of(theme, theme.templates, tuple(found.dirs)):
        with contextlib.suppress(jinja2.TemplateError):
            env.get_template(name)


def templates_of(theme: SiteTheme, names: Iterable[str], folders: tuple[str, ...]) -> frozenset[str]:
    """These templates and all that they name: parents, and what they include or import; the library's too."""
    found: set[str] = set()
    waiting = list(names)
    while waiting:
        name = waiting.pop()
        text = _text(theme.templates, folders, name)
        if name not in found and text is not None:
            found.add(name)
            whole, begun = _named(text)
            waiting += [*whole, *(one for one in theme.templates if one.startswith(begun))]
    return frozenset(found)


@remembered(512)
def _named(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The templates that a text names, and how names begin that it makes ("partials/languages/" ~ language)."""
    whole = dict.fromkeys(re.findall(r"""["']([\w./-]+\.(?:html|svg|xml))["']""", text))
    return tuple(whole), tuple(dict.fromkeys(re.findall(r"""["'](partials/[\w./-]*/)["']""", text)))
