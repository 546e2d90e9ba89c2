"""The MkDocs plugin: hands one edition's finished pages to MkDocs and keeps unused theme files away.

`build_site` gives it an edition. Started by plain `mkdocs serve` or `mkdocs build`, it composes the district named
by the environment variable SELEBARAN_DAERAH (default kab-contoh) from the project that mkdocs.yml lies in.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

import jinja2
from mkdocs.config.base import LegacyConfig
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from selebaran.compose.page.frame import frame_values
from selebaran.jobs import step
from selebaran.model.artifact import WORKER, Download
from selebaran.model.edition import Edition, SiteFrame
from selebaran.model.page import ComposedPage
from selebaran.model.problem import Problem, ProblemsFound
from selebaran.model.theme import SiteTheme
from selebaran.site.blame import path_of
from selebaran.site.choices import PATH as CHOICES
from selebaran.site.choices import near_at_hand, picture_of, places_of
from selebaran.site.clock import clock_values
from selebaran.site.dated import day_marks, has_marks, is_shown_as_it_is, paper_marks, says_marks
from selebaran.site.framed import NOT_COVERED, Had, Inputs, as_text
from selebaran.site.joined import Group, with_frames
from selebaran.site.linked_data import PageData
from selebaran.site.night import drawn_by_night
from selebaran.site.page_meta import template_meta
from selebaran.site.pages import FinishedPage, source_of
from selebaran.site.pocket import pocket_files
from selebaran.site.preview import NOT_FOUND, TITLE, fault_elsewhere, fault_pages, fault_theme, previewed
from selebaran.site.search_index import INDEX, MORE
from selebaran.site.search_pages import files_of_search
from selebaran.site.search_roots import Roots
from selebaran.site.sent import JOINED, sent_of
from selebaran.site.theme import GivenTheme
from selebaran.site.touched import touched_files
from selebaran.words.said import said

if TYPE_CHECKING:  # to load it takes as long as to load a web server
    from mkdocs.livereload import LiveReloadServer

SITEMAP = "sitemap.xml"
Given = dict[str, Any]
"""What a page's template reads of it."""
Frames = tuple[Group, ...]
NO_FRAMES: Frames = ()
WATCHED = ("content", "districts", "templates", "printables")
PREVIEWED = "SELEBARAN_DAERAH"
log = logging.getLogger(f"mkdocs.plugins.{__name__}")

# Files of the theme: none is sent as it is. What pages need of its stylesheet stands in ours (site/sent.py).
UNUSED = ("assets/javascripts/", "assets/stylesheets/", "assets/images/")


class Kit(NamedTuple):
    """What MkDocs fills templates with, for who draws more pages of the same site."""

    env: jinja2.Environment
    config: MkDocsConfig
    nav: Navigation
    is_marked: bool

    def given(self, page: ComposedPage, data: str) -> Given:
        """What the template of a page reads, where nothing can be fetched; `data` are what programs read of it."""
        return _given(page, (), data, is_marked=self.is_marked)


def _given(page: ComposedPage, downloads: Sequence[Download], data: str, *, is_marked: bool) -> Given:
    meta = template_meta(page.meta, downloads, data)
    if is_marked and meta.get("edisi"):
        meta["edisi"] = {**meta["edisi"], **paper_marks()}
    return meta


class SelebaranPlugin(BasePlugin[LegacyConfig]):  # type: ignore[no-untyped-call]
    """Feeds an `Edition` to MkDocs."""

    def __init__(self) -> None:
        super().__init__()
        self._given: Edition | None = None
        self._downloads: tuple[Download, ...] = ()
        self._roots: Roots | None = Roots()
        self._frames = NO_FRAMES
        self._had: Sequence[Had] = ()
        self.covered = NOT_COVERED
        self.inputs: Inputs | None = None
        self.kit: Kit | None = None
        self._nav: Navigation | None = None
        self._drawn: Collection[str] | None = None
        self._is_serving = self._is_marked = self.says_marks = False
        self._is_whole = True
        self._shown: Edition | tuple[Problem, ...] = ()

    def give(
        self,
        edition: Edition,
        downloads: tuple[Download, ...],
        roots: Roots | None,
        frames: Frames = NO_FRAMES,
        had: Sequence[Had] = (),
        *,
        is_whole: bool = True,
    ) -> None:
        """Set what the next build shows, with some pages drawn as `frames` alone, those that somebody `had` taken from
        there, and the roots of its search; without these, the files of that are empty. It draws all other pages,
        whatever the one before drew: MkDocs keeps this object from one build of a process to the next."""
        self._given, self._downloads, self._roots, self._frames = edition, downloads, roots, frames
        self._had, self.covered, self.inputs, self._is_whole = had, NOT_COVERED, None, is_whole
        self._drawn = self.kit = None

    def draw_only(self, addresses: Collection[str]) -> None:
        """Let the next build, which has to be a dirty one, draw the pages at these addresses and no others. They stand
        in the menu all the same; what is only fetched when somebody searches isn't made."""
        self._drawn = addresses

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """MkDocs was started by itself. It keeps this object from one build of `serve` to the next."""
        self._is_serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Name, address, menu and frame of the edition; where there can be none, those of what is wrong."""
        self._shown = shown = self._given or self._previewed(_root(config))
        if isinstance(shown, Edition):
            config.theme = GivenTheme.of(config.theme, shown.theme)
            config.site_name = shown.frame.names.site
            config.site_url = shown.frame.address
            config.nav = [{title: source_of(slug)} for title, slug in shown.menu]
            own = {"saran": shown.search_words.suggested, "cepat": near_at_hand(shown)}
            config.extra["situs"] = {**frame_values(shown.frame), **own}
            config.extra["berkas"] = {**sent_of(shown.theme).values, "pilihan": places_of(shown)}
            config.extra["fakta_terdaftar"] = any(page.meta.facts_in_use for page in shown.pages)
            config.extra["jam"] = clock_values(shown.frame.built, shown.frame.zone, shown.frame.languages)
            self.says_marks = says_marks(shown)
            is_as_it_is = is_shown_as_it_is(shown.theme.templates.values())
            self._is_marked = bool(self._given) and is_as_it_is and not self.says_marks
            if self._is_marked:
                _mark_day(config)
        else:
            config.theme, config.site_name, config.nav = fault_theme(), TITLE, None
        return config

    def _previewed(self, root: Path) -> Edition | tuple[Problem, ...]:
        """The edition of the district that is previewed, or why there is none: `serve` goes on and shows that."""
        try:
            edition = previewed(root, os.environ.get(PREVIEWED, "kab-contoh"))
        except ProblemsFound as stopped:
            for problem in stopped.problems:
                log.error(said(problem))
            if not self._is_serving:
                raise Abort("Tidak jadi dibuat. Betulkan dulu yang disebut di atas.") from stopped
            return stopped.problems
        for problem in edition.problems:
            log.warning(said(problem))
        return edition

    def on_files(self, files: Files, /, *, config: MkDocsConfig) -> Files:
        """Finished pages, drawings and pictures in place of the shared sources."""
        shown = self._shown
        if not isinstance(shown, Edition):
            pages = [
                _page(page, template_meta(page.meta, ()), config).file for page in fault_pages(shown, _root(config))
            ]
            return Files([*pages, _generated(config, NOT_FOUND, fault_elsewhere(shown))])
        assert isinstance(config.theme, GivenTheme)
        if not self._is_whole:
            own = [_generated(config, uri, body) for uri, body in shown.files.items()]
            return Files([*own, *self._pages(shown, config)])
        kept = [f for f in files if f.src_dir != config.docs_dir and not _unused(f.src_uri)]
        made = [_generated(config, uri, body) for uri, body in self._outputs(shown).items()]
        return Files([*kept, *config.theme.assets(config, JOINED), *made, *self._pages(shown, config)])

    def _pages(self, shown: Edition, config: MkDocsConfig) -> Iterator[File]:
        """The edition's pages, each with what its template reads and what programs do."""
        names = {slug: title for title, slug in shown.menu}
        drawn = (*shown.pages, *(group.frame for group in self._frames))
        data = PageData(shown.frame, {page.slug: page.meta.title for page in drawn})
        for page in (*with_frames(shown.pages, self._frames), *shown.paper_pages):
            meta = _given(page, self._downloads, data.of(page), is_marked=self._is_marked)
            is_drawn = self._drawn is None or page.address in self._drawn
            yield _page(page, meta, config, names.get(page.slug), is_drawn=is_drawn).file

    def on_nav(self, nav: Navigation, /, *, config: MkDocsConfig, files: Files) -> Navigation:
        """The menu is made."""
        self._nav = nav
        return nav

    def on_env(self, env: jinja2.Environment, /, *, config: MkDocsConfig, files: Files) -> jinja2.Environment:
        """The templates can be filled now, and no page has been."""
        if isinstance(self._shown, Edition):
            pages = (*self._shown.pages, *self._shown.paper_pages)
            worker = WORKER if self._shown.published else ""
            touched = touched_files(env, config, pages, worker)
            if any(has_marks(text) for _, text in touched.values()):  # a file is called after what is in it
                _show_day(config, self._shown.frame)
                touched = touched_files(env, config, pages, worker)
            for path, text in dict(touched.values()).items():
                files.append(_generated(config, path, text))
            config.extra["berkas"]["sentuh"] = {key: path for key, (path, _) in touched.items()}
            if self._nav:
                self.kit = Kit(env, config, self._nav, self._is_marked)
            self._cover(config, [file.page for file in files.documentation_pages()], self._shown)
        return env

    def _cover(self, config: MkDocsConfig, drawn: Iterable[Page | None], shown: Edition) -> None:
        """Leave out pages that were drawn before."""
        own = {page.slug for page in (*shown.pages, *shown.paper_pages)}
        pages = [page for page in drawn if isinstance(page, FinishedPage) and page.composed.slug in own]
        self.inputs = inputs_of(config, pages, shown.theme)
        for one in self._had:
            self.covered = self.covered.beside(one.covered(self.inputs.but(self.covered)))
        for page in pages:
            if path_of(page.composed) in self.covered.texts:
                page.pass_over()

    def on_page_context(
        self, context: TemplateContext, /, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """The page's template is about to be filled: tell whoever watches this process, by the file that an editor can
        open."""
        assert isinstance(page, FinishedPage)
        step.go(page.composed.file)
        return context

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """All pages are written."""
        step.go("")

    def on_serve(self, server: LiveReloadServer, /, *, config: MkDocsConfig, builder: Any) -> LiveReloadServer:
        """Build again when shared pages, facts, district folders or templates change."""
        root = _root(config)
        for folder in (root / name for name in WATCHED if (root / name).is_dir()):  # templates/ may be the engine's
            server.watch(str(folder))
        return server

    def _outputs(self, edition: Edition) -> dict[str, str | bytes]:
        found: dict[str, str | bytes] = {"robots.txt": _robots(edition)}
        found |= sent_of(edition.theme).files
        found |= pocket_files(edition)
        found |= edition.files
        drawings = {name: drawn_by_night(svg, edition.theme.tokens) for name, svg in edition.drawings.items()}
        found |= {f"assets/seni/{name}.svg": svg for name, svg in drawings.items()}
        if places := places_of(edition):
            found[CHOICES] = picture_of(drawings, places)
        for name, body in edition.pictures.items():
            found[f"gambar/{name}"] = body
        if self._drawn is None:
            found |= (
                files_of_search(edition, self._roots) if self._roots is not None else dict.fromkeys((INDEX, MORE), b"")
            )
        return found


def inputs_of(config: MkDocsConfig, pages: Iterable[FinishedPage], theme: SiteTheme) -> Inputs:
    """What pages are drawn from."""
    sent = config.extra["berkas"]
    common = {**config.extra, "berkas": {**sent, "sentuh": ()}}
    own = {path_of(page.composed): page.made_from for page in pages}
    return Inputs(theme, as_text((common, config.site_name, config.site_url, config.nav)), sent["sentuh"], own)


def _mark_day(config: MkDocsConfig) -> None:
    """Marks stand for the day: whoever has it drawn puts it in their places."""
    for name in ("situs", "jam"):
        config.extra[name] = {**config.extra[name], **day_marks()}


def _show_day(config: MkDocsConfig, frame: SiteFrame) -> None:
    """The day itself stands there again."""
    for name in ("situs", "jam"):
        config.extra[name] = {**config.extra[name], "disusun": frame.built.isoformat(), "tanggal": frame.day}


def _page(
    page: ComposedPage, meta: Given, config: MkDocsConfig, title: str | None = None, *, is_drawn: bool = True
) -> FinishedPage:
    return FinishedPage(page, title, meta, config, is_drawn=is_drawn)


def _unused(uri: str) -> bool:
    return uri.startswith(UNUSED)


def _generated(config: MkDocsConfig, uri: str, body: str | bytes) -> File:
    return File.generated(config, uri, content=body)


def _robots(edition: Edition) -> str:
    """A preview asks not to be crawled; robots.txt names the sitemap where the site has an address (RFC 9309)."""
    lines = ["User-agent: *", "Disallow: /" if edition.frame.is_preview else "Allow: /"]
    if edition.frame.address:
        lines.append(f"Sitemap: {edition.frame.address}sitemap.xml")
    return "\n".join(lines) + "\n"


def _root(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path).parent
