"""Builds one district's web root with MkDocs, in this process."""

from __future__ import annotations

import contextlib
import logging
import os
import tempfile
from collections.abc import Collection, Iterator, Sequence
from copy import copy
from dataclasses import dataclass
from datetime import UTC, datetime, time
from io import BytesIO
from pathlib import Path

os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")  # the theme's notice on standard error

import yaml
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.utils.yaml import yaml_load

from selebaran.jobs.recalled import remembered
from selebaran.jobs.stages import staged
from selebaran.model.artifact import Download
from selebaran.model.edition import Edition
from selebaran.model.problem import Place, Problem, problem
from selebaran.model.theme import SiteTheme
from selebaran.model.watched import plain_day
from selebaran.site.dated import show_day
from selebaran.site.framed import NOT_COVERED, Covered, Had, Inputs
from selebaran.site.joined import groups_of, join
from selebaran.site.plugin import Kit, SelebaranPlugin
from selebaran.site.policy import guarded_site
from selebaran.site.search_roots import Roots
from selebaran.site.theme import warm

CONFIG = "mkdocs.yml"


class _Warnings(logging.Handler):
    """Keeps what MkDocs would only have logged."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.texts: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.texts.append(record.getMessage())


@dataclass(frozen=True)
class Drawn:
    """What is wrong with a web root; the pages of it that were drawn before; what all pages are drawn from, and
    with. Where its words themselves say what stands for the day (`says_marks`), the day stands there already."""

    problems: list[Problem]
    covered: Covered = NOT_COVERED
    inputs: Inputs | None = None
    kit: Kit | None = None
    says_marks: bool = False


def build_site(
    edition: Edition, downloads: tuple[Download, ...], out: Path, roots: Roots | None = None
) -> list[Problem]:
    """Write the web root of an edition into `out`. Every warning of MkDocs comes back as a problem.

    Nothing of the project is read: the edition has it all. Files in `out` from before are removed."""
    drawn = draw_site(edition, downloads, out, roots or Roots())
    if not drawn.says_marks:
        show_day(out, edition.frame.built)
    return drawn.problems


@staged("mkdocs")
def draw_site(
    edition: Edition,
    downloads: tuple[Download, ...],
    out: Path,
    roots: Roots | None,
    had: Sequence[Had] = (),
    *,
    is_whole: bool = True,
) -> Drawn:
    """The same, with marks in place of the day; pages that somebody `had` aren't drawn. Where it isn't to be whole,
    they aren't written either, and of other files those of the edition alone. Without roots, the files of its search
    are empty."""
    if not edition.theme.config:
        return Drawn([problem("berkas-hilang", Place(CONFIG))])
    with _quiet() as warnings, dated(edition), tempfile.TemporaryDirectory() as nothing:
        config = _config(edition.theme, Path(nothing), out)
        plugin = config.plugins["selebaran"]
        assert isinstance(plugin, SelebaranPlugin)
        groups = groups_of(edition.pages)
        plugin.give(edition, downloads, roots, groups, had, is_whole=is_whole)
        build(config)
    (out / "sitemap.xml.gz").unlink(missing_ok=True)
    guarded_site(out)
    if is_whole:
        plugin.covered.write(out)
    join(out, edition.pages, groups)
    said = [_problem(text, edition) for text in dict.fromkeys(warnings.texts)]
    return Drawn(said, plugin.covered, plugin.inputs, plugin.kit, plugin.says_marks)


def draw_pages(
    edition: Edition, downloads: tuple[Download, ...], out: Path, addresses: Collection[str], roots: Roots | None = None
) -> None:
    """Write the pages at these addresses alone into `out`, with what they load but for the search: for who looks at one
    while it is being changed. Each is byte for byte what `build_site` would write; what is wrong, that one tells."""
    with _quiet(), dated(edition), tempfile.TemporaryDirectory() as nothing:
        config = _config(edition.theme, Path(nothing), out)
        plugin = config.plugins["selebaran"]
        assert isinstance(plugin, SelebaranPlugin)
        plugin.give(edition, downloads, roots or Roots())
        plugin.draw_only(addresses)
        build(config, dirty=True)
    for name in ("sitemap.xml.gz", "sitemap.xml"):  # of pages that differ by values only it would list each as drawn
        (out / name).unlink(missing_ok=True)
    guarded_site(out)
    if not plugin.says_marks:
        show_day(out, edition.frame.built)


def warm_site(theme: SiteTheme) -> None:
    """Do once what every site would begin with: templates are compiled, and what MkDocs looks for is found."""
    warm(theme)
    with _quiet(), contextlib.suppress(Exception), tempfile.TemporaryDirectory() as nothing:
        _config(theme, Path(nothing), Path(f"{nothing}-situs"))  # faults are left to who builds


def _config(theme: SiteTheme, nothing: Path, out: Path) -> MkDocsConfig:
    """What mkdocs.yml says, without the folders that it names: pages and templates are given, not found."""
    config = copy(_loaded(theme.config))
    config.docs_dir, config.site_dir, config.extra = str(nothing), str(out), copy(config.extra)
    return config


@remembered(2)
def _loaded(text: str) -> MkDocsConfig:
    """A configuration as MkDocs loads it: it looks through all packages for themes. A build changes a copy of it."""
    settings = yaml_load(text)
    settings["theme"].pop("custom_dir", None)
    with tempfile.TemporaryDirectory() as nothing:
        return load_config(BytesIO(yaml.safe_dump(settings).encode()), docs_dir=nothing, site_dir=f"{nothing}-situs")


@contextlib.contextmanager
def _quiet() -> Iterator[_Warnings]:
    logger, handler = logging.getLogger("mkdocs"), _Warnings()
    before = logger.propagate
    logger.addHandler(handler)
    logger.propagate = False
    try:
        yield handler
    finally:
        logger.removeHandler(handler)
        logger.propagate = before


@contextlib.contextmanager
def dated(edition: Edition) -> Iterator[None]:
    """Within, MkDocs takes the day of the edition for that of the build."""
    before = os.environ.get("SOURCE_DATE_EPOCH")
    stamp = datetime.combine(plain_day(edition.as_of), time(), UTC)
    os.environ["SOURCE_DATE_EPOCH"] = str(int(stamp.timestamp()))
    try:
        yield
    finally:
        if before is None:
            del os.environ["SOURCE_DATE_EPOCH"]
        else:
            os.environ["SOURCE_DATE_EPOCH"] = before


def _problem(text: str, edition: Edition) -> Problem:
    """MkDocs' English under one of our codes. No page can cause it: MkDocs reads none of their text."""
    return problem("situs-peringatan", Place(f"districts/{edition.slug}"), rinci=text)
